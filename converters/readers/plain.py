"""Plain text as it really comes: wrapped or not, with lists, underlined headings, tables, form feeds and `**bold**`.

Two promises: a text gives the same blocks at whatever width it was wrapped, and a line that stands between two lists belongs to neither.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.readers import frontmatter
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.readers.encoding import decode
from forumgraph.converters.readers.hyphens import Hyphens, splits_word
from forumgraph.converters.readers.lists import Lists, settle
from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.textlines import TextLine, is_capital, lines_of, rows_of
from forumgraph.converters.readers.wrapping import Wrapping, begins_small, broken, terminated, told_again
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import BlockKind, Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASHES = "-–—‐‒−*+"  # noqa: RUF001 - these glyphs also stand inside sentences


def read(data: bytes, source: Source) -> Document:
    """Read plain text in any encoding. Never raises."""
    text, encoding, findings = decode(data, source.name)
    front = frontmatter.of(text.replace("\r\n", "\n"))
    pieces = front.around(pieces_of(front.rest))
    source = replace(source, encoding=encoding)
    return assemble(source, pieces, findings=findings, title=front.title, published=front.published)


def pieces_of(text: str) -> Iterator[Piece]:
    r"""Yield the pieces of a plain text in order.

    >>> [(p.kind.value, p.marker, p.text) for p in pieces_of("Issues\n======\n1. Access to the\n   data\n\n140 events\n\n1. Time")]
    [('heading', '', 'Issues'), ('item', '1.', 'Access to the data'), ('paragraph', '', '140 events'), ('item', '1.', 'Time')]
    """
    lines = lines_of(text)
    texts = [line.text for line in lines]
    within = frozenset(lines[at].number for at in broken(texts, _function_words()) | told_again(texts))
    reader = _Reader(Wrapping.of(texts), Hyphens(text), within, hangs=_hangs(lines))
    rows = rows_of(lines)
    for line in lines:
        reader.take(line, rows.get(line.number, ""))
    reader.close()
    return settle(list(_with_capitals(reader.pieces)))


def bold_of(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take `**` marks out of a text and return where they made it bold; a mark without its partner reaches to the end of the line.

    >>> bold_of("**Date:** 9 July")
    ('Date: 9 July', ((0, 5),))
    """
    parts = text.replace("***", "**").split("**")
    if len(parts) % 2 == 0 and not parts[-1].strip():
        parts.insert(0, "")
    ends = list(accumulate(map(len, parts)))
    return "".join(parts), tuple((start, end) for start, end in zip(ends[::2], ends[1::2], strict=False) if start < end)


@dataclass(slots=True)
class _Draft:
    """A block whose last line may still be to come."""

    kind: BlockKind
    first: TextLine
    text: str
    marker: str = ""
    level: int = 0
    indent: int = 0
    hanging: bool = False
    last: TextLine = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.first
        self.indent = self.first.indent


@dataclass(slots=True)
class _Reader:
    """Takes lines, gives pieces."""

    wrapping: Wrapping
    hyphens: Hyphens
    within: frozenset[int]
    """Lines that go on the one above though the text is not wrapped at one width."""
    hangs: bool
    pieces: list[Piece] = field(default_factory=list)
    draft: _Draft | None = None
    lists: Lists = field(default_factory=Lists)
    item_indent: int = -1

    def take(self, line: TextLine, row: str) -> None:
        """Take the next line; `row` is its text as a table row, when it is one."""
        level, words = line.heading()
        if line.turns and not (self.draft and not terminated(self.draft.text) and line.text.lstrip()[:1].islower()):
            self.close()
        if line.blank or line.is_border:
            self.close()
        elif line.is_rule:
            self._rule(line)
        elif line.head:
            self._add(_Draft(BlockKind.PAGE_HEADER, line, line.text))
        elif row:
            self._add(_Draft(BlockKind.ROW, line, row))
        elif level:
            self._add(_Draft(BlockKind.HEADING, line, words, level=level))
        else:
            self._words(line)

    def close(self) -> None:
        """End the block at hand."""
        draft, self.draft = self.draft, None
        if draft is None or not (draft.text.strip() or draft.marker):
            return
        if not draft.text.strip():
            draft.kind, draft.text = BlockKind.PARAGRAPH, draft.marker
        text, bold = bold_of(draft.text)
        level, number = draft.level, -1
        if draft.kind is BlockKind.ITEM:
            level, number = self.lists.place(draft.marker, draft.indent)
            self.item_indent = draft.indent
        elif draft.kind is not BlockKind.PAGE_HEADER and not 0 <= self.item_indent < draft.indent:
            self.lists.interrupt()
            self.item_indent = -1
        self.pieces.append(
            Piece(
                draft.kind,
                text,
                level,
                draft.marker if number >= 0 else "",
                number,
                bold,
                draft.first.page,
                draft.first.number,
            )
        )

    def _add(self, draft: _Draft) -> None:
        """Put a block that is one line; a running head does not end the paragraph it interrupts."""
        if draft.kind is BlockKind.PAGE_HEADER and self.draft is not None:
            kept, self.draft = self.draft, draft
            self.close()
            self.draft = kept
            return
        self.close()
        self.draft = draft
        self.close()

    def _rule(self, line: TextLine) -> None:
        """Make a heading of the one line above, when it was underlined and not only followed by a rule."""
        draft = self.draft
        glyph = line.text.strip()[0]
        if (
            draft
            and draft.kind is BlockKind.PARAGRAPH
            and draft.first is draft.last
            and glyph in "=-~_"
            and len(draft.text) <= 200
        ):
            draft.kind, draft.level = BlockKind.HEADING, 1 if glyph == "=" else 2
        self.close()

    def _words(self, line: TextLine) -> None:
        marker, rest = line.marker()
        if marker and self._begins_item(line, marker, rest):
            self.close()
            self.draft = _Draft(BlockKind.ITEM, line, rest, marker)
        elif self.draft and self._goes_on(self.draft, line):
            self.draft.hanging |= self.draft.kind is BlockKind.ITEM and line.indent > self.draft.indent
            self.draft.text = self.hyphens.join(self.draft.text, line.text) if self.draft.text.strip() else line.text
            self.draft.last = line
        else:
            self.close()
            self.draft = _Draft(BlockKind.PARAGRAPH, line, line.text.strip())

    def _begins_item(self, line: TextLine, marker: str, rest: str) -> bool:
        """Tell an item from a wrapped sentence whose next line happens to begin with `16.` or a dash."""
        draft = self.draft
        if draft is None or not draft.text.strip() or not self.wrapping.runs_on(draft.last.text, line.text):
            return True
        if not rest.strip() and draft.kind is BlockKind.PARAGRAPH:
            return False
        if marker == BULLET and line.text.lstrip("* \t\xa0")[:1] not in _DASHES:
            return True
        if draft.kind is not BlockKind.ITEM:
            return not self.wrapping.fills(draft.last.text, line.text) and (
                marker == BULLET or marker.strip("(.)") in "1aAiI"
            )
        if marker == BULLET:
            return (
                draft.marker == BULLET
                and abs(line.indent - draft.indent) <= 1
                and (rest[:1].isupper() or not draft.hanging)
            )
        at_home = line.indent <= draft.indent + 1 or not (draft.hanging or self.hangs)
        return self._expected(draft, marker) and (at_home or marker[0] == "(")

    def _expected(self, draft: _Draft, marker: str) -> bool:
        """Tell whether a number follows the item at hand or a list around it, or begins a list inside it."""
        return self.lists.follows(draft.marker, marker) or marker.strip("(.)") in ("1", "a", "i")

    def _goes_on(self, draft: _Draft, line: TextLine) -> bool:
        """Tell whether a line without marker belongs to the block at hand."""
        above = draft.last
        if line.turns or splits_word(above.text, line.text):
            return True
        if draft.kind is BlockKind.ITEM and (not draft.text.strip() or line.indent > draft.indent):
            return True
        if self._is_apart(draft, line):
            return False
        if self.wrapping.fills(above.text, line.text) or line.number in self.within:
            return True
        if self.wrapping.goes_on(above.text, line.text, first=draft.first is above):
            return True
        title = draft.kind is BlockKind.PARAGRAPH and self.wrapping.breaks_title(draft.text)
        return begins_small(line.text) and (title or self.wrapping.runs_on(above.text, line.text))

    def _is_apart(self, draft: _Draft, line: TextLine) -> bool:
        """Tell whether something other than its width sets a line off: indent, label, or the end of capitals."""
        if draft.kind is BlockKind.ITEM and (draft.hanging or self.hangs):
            return True
        if draft.kind is not BlockKind.ITEM and draft.first is not draft.last and line.indent >= draft.last.indent + 2:
            return True
        if draft.last.is_person and line.is_person and not draft.last.ends_with(_function_words()):
            return True
        if line.is_label and (draft.first.is_label or not self.wrapping.runs_on(draft.last.text, line.text)):
            return True
        return is_capital(draft.text) and not is_capital(line.text)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for lexicon in lexicons().values() for word in lexicon.words)


def _hangs(lines: Sequence[TextLine]) -> bool:
    """Tell whether the text indents the further lines of its items."""
    return any(
        not below.blank and above.marker()[0] and not below.marker()[0] and below.indent > above.indent
        for above, below in pairwise(lines)
    )


def _with_capitals(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Make headings of short lines in capitals; single words in a row are a list of acronyms."""
    capital = [_is_title(piece) for piece in pieces]
    if sum(capital) * 5 > len(pieces) * 2 + 5:
        yield from pieces
        return
    level = 2
    for number, piece in enumerate(pieces):
        beside = any(capital[max(number - 1, 0) : number] + capital[number + 1 : number + 2])
        if capital[number] and (" " in piece.text.strip() or not beside):
            numbered = piece.marker and piece.marker != BULLET
            text = f"{piece.marker} {piece.text}" if numbered else piece.text
            below = number > 0 and capital[number - 1] and piece.line == pieces[number - 1].line + 1
            first = not any(p.kind is not BlockKind.PAGE_HEADER for p in pieces[:number][:2])
            level = level if below else 1 if first else 2
            yield replace(
                piece,
                kind=BlockKind.HEADING,
                text=text,
                level=level,
                marker="",
                list=-1,
                bold=() if numbered else piece.bold,
            )
        else:
            yield piece


def _is_title(piece: Piece) -> bool:
    fits = piece.kind is BlockKind.PARAGRAPH or (piece.kind is BlockKind.ITEM and piece.marker != BULLET)
    text = piece.text.strip()
    return (
        fits
        and len(text) <= 120
        and is_capital(text)
        and text[-1] not in ".;,"
        and not (TextLine(text, 0).is_label and text.find(" ") > text.find(":"))
    )
