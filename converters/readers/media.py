"""What kind of file some bytes are, by content; the name only decides between Markdown and plain text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from forumgraph.converters.readers.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
MAIL = "message/rfc822"
DOC = "application/msword"
ENCRYPTED = "application/x-ole-encrypted"
UNKNOWN = "application/octet-stream"

_ENDINGS: Mapping[str, tuple[str, ...]] = {
    PLAIN: (".txt", ".text"),
    MARKDOWN: (".md", ".markdown", ".mdown"),
    HTML: (".html", ".htm", ".xhtml"),
    PDF: (".pdf",),
    DOCX: (".docx", ".docm", ".dotx"),
    ODT: (".odt", ".ott"),
    RTF: (".rtf",),
    MAIL: (".eml", ".mht", ".mhtml"),
    DOC: (".doc", ".dot"),
}
SUFFIXES: Mapping[str, str] = {ending: media for media, endings in _ENDINGS.items() for ending in endings}
"""File endings, lower case, and the media type they promise."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_START = 65_536
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|br|span|table|tr|td|th|a|b|strong|em|section|article)(?: [^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{0,60}):(?: |$)")
_MAIL_ONLY = frozenset(
    ("message-id", "mime-version", "received", "return-path", "content-type", "dkim-signature", "x-mailer")
)
_MAIL_TOO = frozenset(("from", "to", "subject", "date"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARKDOWN_MARKS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} \S",
        r"\*\*[^*\n]{1,200}\*\*",
        r"\[[^\]\n]{1,200}\]\([^)\n]{1,300}\)",
        r"^\|?[ :]*-{3,}[ :]*\|",
        r"^(?:```|~~~)",
        r"\A---\n[\w-]{1,40}: ",
    )
)


def sniff(data: bytes, name: str) -> str:
    """Return the media type of some bytes; `application/octet-stream` when they are none of the formats that are read.

    >>> sniff(b"%PDF-1.7", "report.txt"), sniff(b"Report of the session", "report.pdf")
    ('application/pdf', 'text/plain')
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        return ENCRYPTED if _LOCKED_STREAM in data else DOC if _WORD_STREAM in data else UNKNOWN
    if data.lstrip()[:5].lower() == b"{\\rtf":
        return RTF
    return _worded(data, name)


def promised(name: str) -> str:
    """Return the media type that the ending of a file name promises; empty when it promises none that is read."""
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:].lower(), "") if dot >= 0 else ""


def _zipped(data: bytes) -> str:
    """Look for the part that only one format has; a torn archive still shows the names of its first parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = ["word/"] if b"word/" in data or b"[Content_Types].xml" in data[:200] else []
    if any(member.startswith("word/") for member in names):
        return DOCX
    return ODT if data[30:].startswith(b"mimetype" + ODT.encode()) else UNKNOWN


def _worded(data: bytes, name: str) -> str:
    text = decode(data[:_START], name)[0]
    if _is_binary(text):
        return UNKNOWN
    if _HTML_START.match(text) or (text.lstrip().startswith("<") and len(_TAG.findall(text[:20_000])) >= 3):
        return HTML
    if _is_mail(text, name):
        return MAIL
    expected = promised(name)
    if expected in (PLAIN, MARKDOWN):
        return expected
    return MARKDOWN if sum(mark.search(text) is not None for mark in _MARKDOWN_MARKS) >= 2 else PLAIN


def _is_binary(text: str) -> bool:
    """Tell whether so many control characters stand in a text that it is none."""
    control = len(_CONTROL.findall(text))
    return control * 50 > len(text) + 100 or "\x00\x00\x00\x00" in text


def _is_mail(text: str, name: str) -> bool:
    """Tell a message from a report that begins with `Date:` and `Venue:` lines."""
    fields: set[str] = set()
    for line in text.lstrip("\ufeff").split("\n")[:60]:
        if found := _FIELD.match(line):
            fields.add(found[1].lower())
        elif not line.startswith((" ", "\t", "From ")):
            break
    needed = 1 if promised(name) == MAIL else 2
    return len(fields & _MAIL_ONLY) + min(len(fields & _MAIL_TOO), 1) >= needed and bool(
        fields & (_MAIL_ONLY if needed == 2 else fields)
    )
