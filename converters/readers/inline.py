"""The words inside a Markdown block: bold stretches kept, links and code as their text, pictures and comments gone; cut where a reader sees a new line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.readers.lists import Lists
from forumgraph.converters.readers.markers import BULLET, split_marker
from forumgraph.converters.readers.runs import Line, joined
from forumgraph.converters.readers.textlines import TextLine
from forumgraph.converters.readers.wrapping import terminated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_SHORT = 60
"""A line shorter than this was not broken by its width."""
_LONG = 132
_NOTE_MARK = re.compile(r"\[\^[\w-]{1,40}\](?!:)")
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_BOX = re.compile(r"\[[ xX]\] ")


@dataclass(frozen=True, slots=True)
class Segment(Line):
    """One line as a reader sees it.

    Attributes:
        line: its number, from 1.
        outside: whether the line follows an item without belonging to it.
    """

    line: int = 0
    outside: bool = False


@dataclass(slots=True)
class _Line:
    """A line that is being read."""

    number: int
    opened: bool = False
    """Whether a bold stretch was open at its beginning."""
    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)

    def add(self, content: str, *, bold: bool, noted: bool) -> None:
        """Put words at the end; references to notes are no words."""
        words = _NOTE_MARK.sub("", content) if noted else content
        if bold:
            self.bold.append((len(self.text), len(self.text) + len(words)))
        self.text += words


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
    read: list[tuple[_Line, bool]] = []
    line = _Line(first)
    depth = skipped = 0
    struck = False
    for token in tokens:
        if token.type in ("softbreak", "hardbreak") or (
            token.type == "html_inline" and _BREAK.fullmatch(token.content)
        ):
            read.append((line, token.type != "softbreak"))
            line = _Line(line.number + (token.type != "html_inline"), opened=depth > 0)
        elif token.type in ("strong_open", "strong_close"):
            depth += token.nesting
        elif token.type in ("s_open", "s_close"):
            skipped += token.nesting
            struck = True
        elif token.type in ("text", "code_inline", "text_special") and not skipped:
            line.add(token.content, bold=depth > 0, noted=token.type == "text")
    return _cut([*read, (line, False)], lines, in_item=in_item), struck


def _segment(line: _Line) -> Segment:
    segment = Segment(line.text, tuple(line.bold), line.number)
    box = _BOX.match(line.text)
    return segment.without(box.end()) if box else segment


def _cut(read: Sequence[tuple[_Line, bool]], lines: Sequence[str], *, in_item: bool) -> list[Segment]:
    """Join the lines that only the source breaks."""
    above = _segment(read[0][0])
    result = [above]
    for (_, hard), (line, _) in pairwise(read):
        segment = _segment(line)
        if in_item and _is_lazy(lines, segment.line, above):
            result.append(replace(segment, outside=True))
        elif (hard and not in_item) or (not line.opened and _begins(result[-1], above, segment)):
            result.append(segment)
        else:
            whole = joined([result[-1], segment])
            result[-1] = replace(result[-1], text=whole.text, bold=whole.bold)
        above = segment
    return [segment for segment in result if segment.text.strip()]


def _is_lazy(lines: Sequence[str], number: int, above: Segment) -> bool:
    """Tell whether a line after an item is neither indented nor the rest of a long line: somebody forgot the blank line."""
    source = lines[number - 1] if number <= len(lines) else ""
    indented = source[:1] in (" ", "\t", ">", "")
    return not indented and not split_marker(source)[0] and _ended(above)


def _ended(above: Segment) -> bool:
    """Tell whether an author ended a line: it is too short to have been broken by its width, or too long to be broken at all."""
    return len(above.text) < _SHORT or (len(above.text) > _LONG and terminated(above.text))


def _begins(block: Segment, above: Segment, segment: Segment) -> bool:
    """Tell whether a line that only a line end parts from the one above is seen as a new one."""
    if above.all_bold or segment.all_bold:
        return True
    ended = terminated(above.text) or len(above.text) < _SHORT
    marker, rest = split_marker(segment.text)
    if marker and rest.strip():
        before = split_marker(block.text)[0]
        return ended or (before == marker == BULLET) or (bool(before) and Lists().follows(before, marker))
    said = segment.text[:1].isupper() and (terminated(segment.text) or len(segment.text) > len(block.text))
    if block == above and said and _is_numbered_title(block.text):
        return True
    return TextLine(segment.text, 0).is_label and (ended or TextLine(block.text, 0).is_label)


def _is_numbered_title(words: str) -> bool:
    """Tell whether a line is a number and some words that end no sentence: "2. Budget", above what was said of it."""
    marker, rest = split_marker(words)
    return marker not in ("", BULLET) and len(words) < _SHORT and not terminated(rest)
