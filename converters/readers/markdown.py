"""Markdown: CommonMark with tables, read for its words and never rendered.

A line break that a reader would see is kept: hard breaks, lines that begin with a marker CommonMark does not know (`(a)`), `Label:` lines, and lines
that are bold from end to end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from forumgraph.converters.readers import frontmatter
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.readers.encoding import decode
from forumgraph.converters.readers.inline import Segment, segments
from forumgraph.converters.readers.lists import Lists, settle
from forumgraph.converters.readers.markers import BULLET, split_marker
from forumgraph.converters.readers.plain import pieces_of
from forumgraph.converters.readers.runs import joined
from forumgraph.findings import finding
from forumgraph.model import BlockKind, Document, Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_NOTE = re.compile(r"\[\^[\w-]{1,40}\]:\s*")
_ANCHOR = re.compile(r"\s?\{[#.:][^{}\n]{1,80}\}\s*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(br|/p|/div|/li|/h[1-6]|/tr)?[^<>]{0,1000}>", re.IGNORECASE)


def read(data: bytes, source: Source) -> Document:
    """Read Markdown in any encoding. Never raises."""
    text, encoding, findings = decode(data, source.name)
    front = frontmatter.of(text.replace("\r\n", "\n").replace("\r", "\n"))
    body = front.rest
    reader = _Reader(body.split("\n"))
    # html=True only makes tokens of tags, so that comments can be left out; nothing is ever rendered.
    reader.take_all(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(body))
    if reader.struck:
        findings = (
            *findings,
            finding("DOC009", "struck out words were left out", Place(source.name, line=reader.struck)),
        )
    source = replace(source, encoding=encoding)
    pieces = front.around(settle(reader.pieces))
    return assemble(source, pieces, findings=findings, title=front.title, published=front.published)


@dataclass(slots=True)
class _Reader:
    """Walks the tokens, gives pieces."""

    lines: Sequence[str]
    pieces: list[Piece] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    numbers: list[list[str]] = field(default_factory=list)
    """The markers still to come, per open list."""
    marker: str = ""
    row: list[str] | None = None
    row_line: int = 0
    struck: int = 0
    """Line of the first words that are struck out."""

    def take_all(self, tokens: Sequence[Token]) -> None:
        """Take the tokens of a whole text."""
        for at, token in enumerate(tokens):
            match token.type:
                case "ordered_list_open" | "bullet_list_open":
                    self.numbers.append(_markers(tokens, at))
                case "ordered_list_close" | "bullet_list_close":
                    self.numbers.pop()
                case "list_item_open":
                    self.marker = self.numbers[-1].pop(0)
                case "tr_open":
                    self.row, self.row_line = [], (token.map or [0])[0] + 1
                case "tr_close":
                    self._end_row()
                case "inline":
                    self._inline(token, tokens[at - 1])
                case "code_block" | "fence" | "html_block":
                    self._verbatim(token)
                case _:
                    pass

    def _inline(self, token: Token, opening: Token) -> None:
        line = (token.map or [0])[0] + 1
        found, struck = segments(token.children or [], self.lines, line, in_item=bool(self.numbers))
        if struck:
            self.struck = self.struck or line
        if self.row is not None:
            self.row.append(" ".join(segment.text.strip() for segment in found))
            self.marker = ""
        elif opening.type == "heading_open":
            self._add(BlockKind.HEADING, _heading(found, line), int(opening.tag[1]))
        else:
            for segment in found:
                self._words(segment)

    def _words(self, segment: Segment) -> None:
        """Put a line of a paragraph: an item of CommonMark, an item by its printed marker, a note or a paragraph."""
        if note := _NOTE.match(segment.text):
            self._add(BlockKind.NOTE, segment.without(note.end()))
            return
        depth = len(self.numbers)
        if self.marker and not segment.outside:
            marker, self.marker = self.marker, ""
            inner, rest = split_marker(segment.text)
            # "- (a) Access" and "- 1. Access" are typed by hand or left by a converter: the printed marker is the inner one.
            if marker == BULLET and inner not in ("", BULLET) and rest.strip():
                marker, segment = inner, segment.without(len(segment.text) - len(rest))
            self._item(marker, segment, 4.0 * (depth - 1))
            return
        marker, rest = split_marker(segment.text)
        if marker and rest.strip():
            self._item(marker, segment.without(len(segment.text) - len(rest)), 4.0 * (depth - 1) + 2 if depth else 0)
        else:
            if segment.outside or not depth:
                self.lists.interrupt()
            self._add(BlockKind.PARAGRAPH, segment)

    def _item(self, marker: str, segment: Segment, indent: float) -> None:
        level, number = self.lists.place(marker, indent)
        self.pieces.append(Piece(BlockKind.ITEM, segment.text, level, marker, number, segment.bold, line=segment.line))

    def _add(self, kind: BlockKind, segment: Segment, level: int = 0) -> None:
        if kind is BlockKind.HEADING:
            self.lists.interrupt()
        self.pieces.append(Piece(kind, segment.text, level, bold=segment.bold, line=segment.line))

    def _end_row(self) -> None:
        cells, self.row = self.row or [], None
        self.lists.interrupt()
        self.pieces.append(Piece(BlockKind.ROW, " | ".join(cells) if any(cells) else "", line=self.row_line))

    def _verbatim(self, token: Token) -> None:
        """Read indented, fenced and HTML blocks as plain text: in reports they are words that somebody moved to the right."""
        first = (token.map or [0])[0] + (2 if token.type == "fence" else 1)
        content = token.content
        if token.type == "html_block":
            content = unescape(_TAG.sub(lambda tag: "\n" if tag[1] else "", _COMMENT.sub("", content)))
        self.lists.interrupt()
        for piece in pieces_of(content):
            if piece.kind is BlockKind.ITEM:
                level, number = self.lists.place(piece.marker, 4.0 * len(self.numbers) + piece.level)
                self.pieces.append(replace(piece, level=level, list=number, line=first + piece.line - 1))
            else:
                self.pieces.append(replace(piece, line=first + piece.line - 1))


def _markers(tokens: Sequence[Token], start: int) -> list[str]:
    """Return the markers of a list as its reader sees them; a source that writes `1.` throughout is counted."""
    opening = tokens[start]
    items = list(_items(tokens, start))
    if opening.type == "bullet_list_open":
        return [BULLET] * len(items)
    numbers = [int(item.info or 1) for item in items]
    if numbers[:1] == numbers[1:2]:
        numbers = list(range(numbers[0], numbers[0] + len(items)))
    return [f"{number}{item.markup}" for number, item in zip(numbers, items, strict=True)]


def _items(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    """Yield the items of one list and not those of the lists inside."""
    level = tokens[start].level
    for token in tokens[start + 1 :]:
        if token.level == level and token.nesting == -1:
            return
        if token.type == "list_item_open" and token.level == level + 1:
            yield token


def _heading(found: Sequence[Segment], line: int) -> Segment:
    """Make one line of the lines of a heading, without the name at its end that it is linked by: "Ice {#ice}"."""
    whole = joined(found)
    return Segment(_ANCHOR.sub("", whole.text), whole.bold, line)
