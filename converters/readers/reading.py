"""The front door: from a path to a document, whatever the file is, or to one clear reason why not."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from forumgraph.converters.readers import media
from forumgraph.converters.readers.encoding import decode
from forumgraph.errors import UnreadableSource
from forumgraph.findings import CODES, finding
from forumgraph.model import Document, Limits, Place, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

READERS: Mapping[str, str] = {
    media.PLAIN: "forumgraph.converters.readers.plain:read",
    media.MARKDOWN: "forumgraph.converters.readers.markdown:read",
    media.HTML: "forumgraph.converters.readers.html:read",
    media.PDF: "forumgraph.converters.readers.pdf:read",
    media.DOCX: "forumgraph.converters.readers.word:read",
    media.ODT: "forumgraph.converters.readers.odt:read",
    media.RTF: "forumgraph.converters.readers.rtf:read",
    media.MAIL: "forumgraph.converters.readers.mail:read",
    media.DOC: "forumgraph.converters.readers.office:read",
}
"""Which function reads which media type; imported when first needed. A new format is a row here and a row in `media.sniff`."""

_REFUSED: Mapping[str, tuple[str, str]] = {
    media.ENCRYPTED: ("DOC003", "the document is encrypted"),
    media.UNKNOWN: ("DOC002", "the content is none of the formats that are read"),
}

_BARE = frozenset((media.PLAIN, media.MARKDOWN))
"""What has little in it but its text, so that a text over the limit is refused before it is read."""
_SPACES = " \t\r\n\f\x00"


def read(path: Path, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read one file.

    Args:
        path: of the file. Whether a link may lead where it leads is for the caller to decide.
        name: what the user knows the file by, relative, with forward slashes.
        limits: on bytes and on code points; time and memory are for the worker around this call.

    Raises:
        UnreadableSource: with the code of the finding it becomes: `DOC001` empty, `DOC002` unknown, `DOC003` encrypted, `DOC004` scanned,
            `DOC005` damaged, `DOC006` too large, `DOC011` out of memory, `DOC012` cannot be opened, `DOC013` needs LibreOffice,
            `DOC014` entities, `DOC016` anything unexpected.
    """
    return read_bytes(_bytes(path, limits), name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read the bytes of one file; as `read`, for bytes that are at hand.

    >>> read_bytes(b"1. Access to data", "report.txt").blocks[0].marker
    '1.'
    """
    name = unicodedata.normalize("NFC", name)
    if len(data) > limits.size:
        raise _refusal("DOC006", f"it has more than {limits.size} bytes")
    if not data.strip(b" \t\r\n\f\0"):
        raise _refusal("DOC001", "the file has no words" if data else "the file has no bytes")
    kind = media.sniff(data, name)
    if kind in _REFUSED:
        raise _refusal(*_REFUSED[kind])
    if kind in _BARE and len(data) > limits.text and _letters(data, name) > limits.text:
        raise _wordy(limits)
    document = _checked(data, Source(name, kind, hashlib.sha256(data).hexdigest(), len(data)))
    if len(document.text) > limits.text:
        raise _wordy(limits)
    if not document.text:
        raise _refusal("DOC001", "the file has no words")
    return _with_disagreement(document)


def _bytes(path: Path, limits: Limits) -> bytes:
    """Read a regular file, and never wait for one that is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _refusal("DOC012", "it is not a regular file")
            return file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name is not one"
        raise _refusal("DOC012", f"it cannot be opened: {reason.lower()}") from error


def _letters(data: bytes, name: str) -> int:
    """Count the characters that no normalising takes away."""
    text = decode(data, name)[0]
    return len(text) - sum(map(text.count, _SPACES))


def _checked(data: bytes, source: Source) -> Document:
    """Call the reader, and make one kind of error of all that may go wrong in it."""
    module, _, function = READERS[source.media_type].partition(":")
    reader: Callable[[bytes, Source], Document] = getattr(import_module(module), function)
    try:
        return reader(data, source)
    except UnreadableSource:
        raise
    except MemoryError as error:
        raise _refusal("DOC011", "reading it takes more memory than it may") from error
    except Exception as error:
        raise _refusal("DOC016", f"the reader of {source.media_type} stopped with {type(error).__name__}") from error


def _with_disagreement(document: Document) -> Document:
    """Tell when the ending of the name promises another format."""
    source = document.source
    promised = media.promised(source.name)
    if promised in ("", source.media_type):
        return document
    told = finding("DOC010", f"the name promises {promised}, the content is {source.media_type}", Place(source.name))
    return replace(document, findings=(*document.findings, told))


def _wordy(limits: Limits) -> UnreadableSource:
    return _refusal("DOC006", f"its text has more than {limits.text} characters")


def _refusal(code: str, message: str) -> UnreadableSource:
    return UnreadableSource(code, message, remedy=CODES[code].help)
