"""The characters of a PDF page, gathered into fragments: stretches of one line without a wide gap."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from forumgraph.converters.readers.rulings import Rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = 1.4
"""A gap of this many font sizes parts two fragments: table cells, columns, a marker and its words."""
_BESIDE = 2.5
"""Font sizes between a bullet and its words, at most."""
_HAIR = 1.5
"""Points between two characters in which a line can stand."""
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "-bd", "demi")
_PICTURE_FONTS = ("wingdings", "webdings", "dingbats")
_LONGEST_NOTE_MARK = 3
_FORCE_BOLD = 1 << 18
"""Font descriptor flag 19 (ISO 32000-1, table 123)."""
_HYPHENS = ("\x02", "\ufffe")
"""What PDFium makes of a hyphen at a line end."""


@dataclass(slots=True)
class Fragment:
    """A stretch of text on one line.

    Attributes:
        x0: left edge, in points from the left of the page.
        x1: right edge.
        y: baseline, in points from the bottom of the page.
        size: height of the font of most characters, in points; a bullet may be larger than its words.
        sizes: number of characters by height of their font.
        bold: half open stretches in `text`.
        noted: whether a raised small number stands before the words, as before a footnote.
    """

    text: str
    x0: float
    x1: float
    y: float
    page: int
    size: float
    sizes: dict[float, int] = field(default_factory=dict)
    bold: list[tuple[int, int]] = field(default_factory=list)
    noted: bool = False

    def add(self, character: str, right: float, size: float, *, bold: bool) -> None:
        """Put one more character at the right end."""
        self.sizes[size] = count = self.sizes.get(size, 0) + 1
        if size != self.size and (count, size) > (self.sizes.get(self.size, 0), self.size):
            self.size = size
        if bold:
            start = len(self.text)
            if self.bold and self.bold[-1][1] == start:
                self.bold[-1] = (self.bold[-1][0], start + len(character))
            else:
                self.bold.append((start, start + len(character)))
        self.text += character
        self.x1 = max(self.x1, right)


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    pictures: bool
    level: bool


class _Glyph(NamedTuple):
    """One character; a page has thousands, and tuples are made quickly."""

    character: str
    x0: float
    x1: float
    y: float
    style: _Style


_SPACE = _Glyph(" ", 0, 0, 0, _Style(1, bold=False, pictures=False, level=True))
"""Spaces, typed or found by PDFium, have no width that could be trusted."""


def fragments(textpage: Any, page: int, rules: Rules = Rules()) -> list[Fragment]:  # noqa: B008 - frozen
    """Return the fragments of a page in the order in which the file draws them. Text that is turned (watermarks) is left out.

    Args:
        textpage: of PDFium.
        page: its number, from 1.
        rules: the lines drawn on it; words on two sides of one are two fragments.
    """
    found: list[Fragment] = []
    current: Fragment | None = None
    spaced = False
    for glyph in _glyphs(textpage):
        if glyph is None:
            current, spaced = None, False
        elif glyph.character.isspace():
            spaced = True
        elif current is None or not _is_note_mark(glyph, current):
            if current is None or _apart(glyph, current) or _is_parted(glyph, current, rules):
                current = Fragment("", glyph.x0, glyph.x1, glyph.y, page, glyph.style.size)
                found.append(current)
            if len(current.text) <= _LONGEST_NOTE_MARK and _follows_note_mark(glyph, current):
                current.noted, current.y = True, glyph.y
            _put(current, glyph, spaced=spaced)
            spaced = False
    return found


def with_dots(words: Sequence[Fragment], rules: Rules) -> list[Fragment]:
    """Put the bullets that are drawn and not written before the words they stand before."""
    found = [pair for dot in rules.dots if (pair := _before(dot, words)) is not None]
    bullets = {id(word): bullet for bullet, word in found}
    return [each for word in words for each in (bullets.get(id(word)), word) if each is not None]


def _before(dot: tuple[float, float, float, float], words: Sequence[Fragment]) -> tuple[Fragment, Fragment] | None:
    """Return a bullet, and the words it stands before; nothing for a dot somewhere else."""
    left, bottom, right, top = dot
    near = [
        word
        for word in words
        if word.y < (bottom + top) / 2 < word.y + word.size and 0 < word.x0 - right < _BESIDE * word.size
    ]
    if not near:
        return None
    word = min(near, key=lambda each: each.x0)
    return Fragment("•", left, right, word.y, word.page, word.size), word


def _put(current: Fragment, glyph: _Glyph, *, spaced: bool) -> None:
    style = glyph.style
    if spaced and current.text:
        inside = style.bold and bool(current.bold) and current.bold[-1][1] == len(current.text)
        current.add(" ", current.x1, style.size, bold=inside)
    current.add("•" if style.pictures else glyph.character, glyph.x1, style.size, bold=style.bold)


def _glyphs(textpage: Any) -> Iterator[_Glyph | None]:
    """Yield the characters of a page, and None for every line end that PDFium found."""
    raw = textpage.raw
    styles: dict[int, _Style] = {}
    box = (ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double())
    origin = (ctypes.c_double(), ctypes.c_double())
    left, right, bottom, top = box
    for at in range(pdfium.FPDFText_CountChars(raw)):
        character = _character(raw, at)
        if character in "\r\n":
            yield None
            continue
        if character == " ":
            yield _SPACE
            continue
        style = _style(raw, at, styles)
        pdfium.FPDFText_GetCharBox(raw, at, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(raw, at, *origin)
        if style.level:
            yield _Glyph(character, left.value, right.value, origin[1].value, style)


def _character(raw: Any, at: int) -> str:
    code = pdfium.FPDFText_GetUnicode(raw, at)
    character = chr(code) if 0 < code < 0x110000 else ""
    return "-" if character in _HYPHENS else character or " "


def _style(raw: Any, at: int, styles: dict[int, _Style]) -> _Style:
    """Return the style of a character; one text object has one style, and asking is slow."""
    handle = pdfium.FPDFText_GetTextObject(raw, at)
    key = ctypes.c_void_p.from_buffer(handle).value or -1
    if key not in styles:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, at, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        name, flags = _font(raw, at)
        bold = (
            pdfium.FPDFText_GetFontWeight(raw, at) >= _BOLD_WEIGHT
            or bool(flags & _FORCE_BOLD)
            or any(b in name for b in _BOLD_NAMES)
        )
        size = round(pdfium.FPDFText_GetFontSize(raw, at) * scale, 1)
        level = abs(matrix.b) <= abs(matrix.a) * 0.1
        styles[key] = _Style(size, bold, any(font in name for font in _PICTURE_FONTS), level)
    return styles[key]


def _font(raw: Any, at: int) -> tuple[str, int]:
    """Return the name of a character's font, lower case, and its flags."""
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, at, buffer, 256, flags)
    return buffer.value.decode("utf-8", "replace").lower(), flags.value


def _apart(glyph: _Glyph, current: Fragment) -> bool:
    """Tell whether a character stands on another line, or beyond a wide gap; the letters of a ligature all stand where it does."""
    size = max(glyph.style.size, current.size)
    gap = glyph.x0 - current.x1
    before = gap < -size and glyph.x1 != current.x1
    return abs(glyph.y - current.y) > size * 0.45 or gap > size * _GAP or before


def _is_parted(glyph: _Glyph, current: Fragment, rules: Rules) -> bool:
    """Tell whether a drawn line stands before a character: the border of a cell."""
    return glyph.x0 - current.x1 > _HAIR and rules.parts(current.x1, glyph.x0, glyph.y)


def _is_note_mark(glyph: _Glyph, current: Fragment) -> bool:
    """Tell whether a character is a raised small digit, which refers to a note and is no part of the word."""
    small = glyph.style.size < current.size * 0.8 and glyph.character.isdigit()
    return (
        small
        and current.size * 0.15 < glyph.y - current.y < current.size * 0.8
        and abs(glyph.x0 - current.x1) < current.size * 0.8
    )


def _follows_note_mark(glyph: _Glyph, current: Fragment) -> bool:
    """Tell whether what stands before a character is the raised small number of a note, whose words begin here."""
    return (
        current.text.isdigit()
        and current.size < glyph.style.size * 0.8
        and current.y - glyph.y > glyph.style.size * 0.15
    )
