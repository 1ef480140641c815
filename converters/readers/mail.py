"""E-mail messages (.eml): RFC 5322 and MIME. The subject is the title, the body is the text; attachments are named and not read."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from typing import TYPE_CHECKING

from forumgraph.converters.readers import html, plain
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.readers.encoding import decode
from forumgraph.converters.readers.replies import without_forwarding, without_reply
from forumgraph.errors import UnreadableSource
from forumgraph.findings import finding
from forumgraph.model import BlockKind, Document, Finding, Place, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

_PARSE_FAILURES = (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError)
"""What the standard library raises on headers and nestings that no mail program writes."""


def read(data: bytes, source: Source) -> Document:
    """Read a message: subject, then the plain body, or the HTML body where there is no plain one.

    The date of the message is the document's `published`, and never the date of a meeting.

    Raises:
        UnreadableSource: `DOC005` if the parts of the message cannot be told apart.
    """
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        body = message.get_body(("plain", "html"))
        attached = [_name(part) for part in message.iter_attachments()]
    except _PARSE_FAILURES as error:
        raise UnreadableSource(
            "DOC005",
            f"the parts of the message cannot be told apart ({type(error).__name__})",
            remedy="Save its text as .txt",
        ) from error
    subject = without_reply(_header(message, "subject")).strip()
    pieces, encoding, findings = _body(body, source.name)
    heading = [Piece(BlockKind.HEADING, subject, level=1)] if subject else []
    return assemble(
        replace(source, encoding=encoding),
        [*heading, *pieces],
        findings=(*findings, *_told(attached, source.name)),
        title=subject,
        published=_published(message),
    )


def _body(body: Message | None, name: str) -> tuple[Sequence[Piece], str, tuple[Finding, ...]]:
    if body is None:
        return [], "", ()
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset("")
    if body.get_content_subtype() == "html":
        pieces, findings = html.pieces_of(_as_utf8(data, charset), name)
        return pieces, charset, findings
    text, encoding, told = _text(data, charset, name)
    if body.get_param("format") == "flowed":
        text = _unflowed(text)
    return list(plain.pieces_of(without_forwarding(text))), encoding, told


def _text(data: bytes, charset: str, name: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Decode as the message says, or as the bytes tell where it says nothing or something untrue."""
    try:
        if charset and charset != "us-ascii":
            return data.decode(charset), charset, ()
    except (LookupError, UnicodeError):
        pass
    return decode(data, name)


def _as_utf8(data: bytes, charset: str) -> bytes:
    """Return a page in UTF-8 where the message names its encoding, so that the page needs not."""
    try:
        return data.decode(charset or "ascii").encode()
    except (LookupError, UnicodeError):
        return data


def _unflowed(text: str) -> str:
    """Join the lines that a mail program wrapped (RFC 3676, section 4.2: they end in a space)."""
    return re.sub(r"(?<=[^\s-]) \r?\n(?![\s>])", " ", text)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except _PARSE_FAILURES:
        return ""


def _published(message: EmailMessage) -> str:
    try:
        day = getattr(message["date"], "datetime", None)
    except _PARSE_FAILURES:
        return ""
    return day.date().isoformat() if day is not None else ""


def _name(part: Message) -> str:
    return part.get_filename() or f"({part.get_content_type()})"


def _told(attached: Sequence[str], name: str) -> tuple[Finding, ...]:
    """Name the attachments, which may hold the report itself."""
    if not attached:
        return ()
    return (finding("DOC017", f"attachments were not read: {', '.join(sorted(attached))}", Place(name)),)
