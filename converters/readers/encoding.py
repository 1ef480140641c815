"""From bytes to text: byte-order mark, strict UTF-8, UTF-16 without a mark; then a guess, which is always reported."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.model import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS: Sequence[tuple[bytes, str]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, the longer before its own beginning."""
_GUESSES = ("windows-1252", "mac_roman", "cp850")
"""Western encodings in which reports come, likelier first."""
_PLAUSIBLE = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœßúùûüýÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ‘’“”«»–—…•·°ºª€£§¿¡©®™\xa0")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_SAMPLE = 65_536


def decode(data: bytes, name: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Return the text of some bytes, the name of their encoding, and a `DOC007` finding when it was guessed.

    Never fails and never replaces silently: lone surrogates stay in, so that `assemble` removes and reports them.

    >>> decode("Günther".encode(), "a.txt")[:2], decode("Günther".encode("cp1252"), "a.txt")[:2]
    (('Günther', 'utf-8'), ('Günther', 'windows-1252'))
    """
    encoding, skip = _declared(data)
    if encoding:
        try:
            return data[skip:].decode(encoding), encoding, ()
        except UnicodeDecodeError:
            return _forgiven(data[skip:], encoding, name)
    text, encoding = _guessed(data)
    return text, encoding, (finding("DOC007", f"the text was read as {encoding}", Place(name)),)


def _declared(data: bytes) -> tuple[str, int]:
    """Return the encoding that the bytes themselves make certain, and the length of its mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    if wide := _wide(data[:_SAMPLE]):
        return wide, 0
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "", 0
    return "utf-8", 0


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of Western text is zero."""
    half = len(data) // 2
    if half < 2:
        return ""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd * 10 >= half * 6 and even * 20 <= half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 >= half * 6 and odd * 20 <= half else ""


def _forgiven(data: bytes, encoding: str, name: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Read bytes that break their own encoding in some places."""
    told = finding("DOC007", f"some bytes are not {encoding}", Place(name))
    if encoding == "utf-8":
        return _mended(data), encoding, (told,)
    return (
        data.decode(encoding, "surrogatepass" if len(data) % 2 == 0 and "16" in encoding else "replace"),
        encoding,
        (told,),
    )


def _mended(data: bytes) -> str:
    """Read UTF-8 in which some bytes are windows-1252, as pasting makes it."""
    return data.decode("utf-8", "surrogateescape").translate(_ESCAPED)


_ESCAPED = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "ignore") for byte in range(0x80, 0x100)}


def _guessed(data: bytes) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    whole = sum(map(len, _MULTIBYTE.findall(sample)))
    if whole * 2 > high:
        return _mended(data), "utf-8"
    best = max(_GUESSES, key=lambda encoding: _likeness(sample, encoding))
    western = high < len(_LETTER.findall(sample))
    if not (western and _likeness(sample, best) >= 0.6) and (other := _foreign(sample)):
        return data.decode(other, "replace"), other
    return data.decode(best, "replace"), best


def _likeness(data: bytes, encoding: str) -> float:
    """Return which share of the letters beyond ASCII are those of Western reports."""
    letters = [c for c in data.decode(encoding, "replace") if c > "\x7f"]
    return sum(c in _PLAUSIBLE for c in letters) / max(len(letters), 1)


def _foreign(data: bytes) -> str:
    """Ask charset-normalizer, which is good at alphabets that are not Latin and weak on short Western texts."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, rarely needed

    matches = list(from_bytes(data))
    # Of two readings that are equally likely, files come from Windows more often.
    return next(
        (match.encoding for match in matches if match.encoding.startswith("cp")), matches[0].encoding if matches else ""
    )
