"""The words inside a Markdown block: bold stretches kept, links and code as their text, pictures and comments gone; cut where a reader sees a new line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.converters.lists import Lists
from forumgraph.converters.markers import BULLET, split_marker
from forumgraph.converters.textlines import TextLine
from forumgraph.converters.wrapping import terminated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_SHORT = 60
"""A line shorter than this was not broken by its width."""
_NOTE_MARK = re.compile(r"\[\^[\w-]{1,40}\](?!:)")
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_BOX = re.compile(r"\[[ xX]\] ")


@dataclass(frozen=True, slots=True)
class Segment:
    """One line as a reader sees it.

    Attributes:
        bold: half open stretches in `text`.
        outside: whether the line follows an item without belonging to it.
    """

    text: str
    line: int
    bold: tuple[tuple[int, int], ...] = ()
    outside: bool = False

    def since(self, offset: int) -> Segment:
        """Return the segment without its first `offset` characters."""
        bold = tuple((max(a - offset, 0), b - offset) for a, b in self.bold if b > offset)
        return Segment(self.text[offset:], self.line, bold, self.outside)

    def followed_by(self, other: Segment) -> Segment:
        """Join two segments with a space."""
        shift = len(self.text) + 1
        return Segment(
            f"{self.text} {other.text}",
            self.line,
            (*self.bold, *((a + shift, b + shift) for a, b in other.bold)),
            self.outside,
        )

    @property
    def all_bold(self) -> bool:
        """Whether every letter is bold."""
        return bool(self.text.strip()) and sum(b - a for a, b in self.bold) >= len(self.text.strip())


@dataclass(slots=True)
class _Line:
    """A line that is being read."""

    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    opened: bool = False
    """Whether a bold stretch was open at its beginning."""


def segments(tokens: Sequence[Token], lines: Sequence[str], first: int, *, in_item: bool) -> tuple[list[Segment], bool]:
    """Cut the inline tokens of one block into segments.

    Args:
        tokens: children of an `inline` token.
        lines: of the whole source.
        first: number of the line the block begins on, from 1.
        in_item: whether the block stands in a list item, where hard breaks do not end it.

    Returns:
        the segments, and whether struck out words were left out.
    """
    read: list[Segment] = []
    hard: list[bool] = []
    opened: list[bool] = []
    line, struck = _Line(), False
    depth = skipped = 0
    number = first
    for token in tokens:
        if token.type in ("softbreak", "hardbreak") or (
            token.type == "html_inline" and _BREAK.fullmatch(token.content)
        ):
            read.append(_segment(line, number))
            opened.append(line.opened)
            hard.append(token.type != "softbreak")
            number += token.type != "html_inline"
            line = _Line(opened=depth > 0)
        elif token.type in ("strong_open", "strong_close"):
            depth += token.nesting
        elif token.type in ("s_open", "s_close"):
            skipped += token.nesting
            struck = True
        elif token.type in ("text", "code_inline", "text_special") and not skipped:
            content = _NOTE_MARK.sub("", token.content) if token.type == "text" else token.content
            if depth:
                line.bold.append((len(line.text), len(line.text) + len(content)))
            line.text += content
    read.append(_segment(line, number))
    opened.append(line.opened)
    return _cut(read, hard, opened, lines, in_item=in_item), struck


def _segment(line: _Line, number: int) -> Segment:
    segment = Segment(line.text, number, tuple(line.bold))
    box = _BOX.match(line.text)
    return segment.since(box.end()) if box else segment


def _cut(
    read: Sequence[Segment], hard: Sequence[bool], opened: Sequence[bool], lines: Sequence[str], *, in_item: bool
) -> list[Segment]:
    """Join the lines that only the source breaks."""
    result = [read[0]]
    for at, segment in enumerate(read[1:]):
        above = read[at]
        lazy = in_item and _is_lazy(lines, segment.line, above)
        if lazy:
            result.append(Segment(segment.text, segment.line, segment.bold, outside=True))
        elif (hard[at] and not in_item) or (not opened[at + 1] and _begins(result[-1], above, segment)):
            result.append(segment)
        else:
            result[-1] = result[-1].followed_by(segment)
    return [segment for segment in result if segment.text.strip()]


def _is_lazy(lines: Sequence[str], number: int, above: Segment) -> bool:
    """Tell whether a line after an item is neither indented nor the rest of a long line: somebody forgot the blank line."""
    source = lines[number - 1] if number <= len(lines) else ""
    return (
        source[:1] not in (" ", "\t", ">", "-", "*", "+", "") and not source[:1].isdigit() and _ended(above)
    ) or _counts(source, above)


def _counts(source: str, above: Segment) -> bool:
    """Tell whether a line that is not indented begins with a number and is no item (`140 side events`)."""
    return source[:1].isdigit() and not split_marker(source)[0] and _ended(above)


def _ended(above: Segment) -> bool:
    return (len(above.text) < _SHORT or terminated(above.text)) and not split_marker(above.text)[0]


def _begins(block: Segment, above: Segment, segment: Segment) -> bool:
    """Tell whether a line that only a line end parts from the one above is seen as a new one."""
    if above.all_bold or segment.all_bold:
        return True
    ended = terminated(above.text) or len(above.text) < _SHORT
    marker, rest = split_marker(segment.text)
    if marker and rest.strip():
        before = split_marker(block.text)[0]
        return ended or (before == marker == BULLET) or (bool(before) and _follows(before, marker))
    return TextLine(segment.text, 0).is_label and (ended or TextLine(block.text, 0).is_label)


def _follows(before: str, marker: str) -> bool:
    lists = Lists()
    lists.place(before, 0)
    return lists.expects(marker)
