"""Lines that name a field and give its value: "Venue: Conference Room 4", or a row of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import pattern, trimmed
from forumgraph.converters.words.spelling import plain
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_COLON = re.compile(r"\s{0,3}(?:\(s\))?\s{0,3}[:\uff1a]\s{0,3}")
_LONGEST = 700
_MARKS = " \t;,|*–—-•"
_BULLETS = " *•-–📅📍🕐"
_LONGEST_LABEL = 60
_LONGEST_VALUE = 150
"""Characters of a line that is the value of a label above it."""
_BAR = " | "
"""What stands between the cells of a row."""
_ALONE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Label:
    """A value and the fields it may be for.

    Attributes:
        fields: rows of the lexicon's table `labels`; "Date and venue" names two.
        value: span of the words, in the document.
    """

    fields: frozenset[str]
    value: Span
    words: str
    block: Block


def find(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Label, ...]:
    """Return the labelled values of blocks, in order.

    One line may hold several ("Date: 9 July 2017 Time: 10:00"); a label alone on its line takes the next block as its value, and needs no colon where
    a second one stands so.
    """
    following = [*blocks[1:], *([None] if blocks else [])]
    later = [*blocks[2:], None, None]
    bare = [_is_bare(block, lexicon) for block in blocks]
    several = sum(bare) > 1
    return tuple(
        label
        for block, alone, after, then in zip(blocks, bare, following, later, strict=False)
        for label in (
            _below(block, after, lexicon)
            if alone and several
            else _of_columns(block, after, then, lexicon)
            if _is_head(block, lexicon)
            else _of_block(block, after, lexicon)
        )
    )


def _is_head(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a row names a field in each of several columns, as the head of a table does: "Venue | Date | Participants"."""
    cells = block.text.split(_BAR) if block.kind is BlockKind.ROW else []
    return len(cells) > 1 and sum(_plain(cell) in _table(lexicon) for cell in cells) > len(cells) // 2


def _of_columns(head: Block, row: Block | None, then: Block | None, lexicon: Lexicon) -> Iterator[Label]:
    """Yield what the one row below a head says in each of its columns; several rows are a table of something else."""
    names, cells = head.text.split(_BAR), row.text.split(_BAR) if row is not None else []
    several = then is not None and then.kind is BlockKind.ROW
    if row is None or row.kind is not BlockKind.ROW or several or len(names) != len(cells):
        return
    start = 0
    for name, cell in zip(names, cells, strict=True):
        span = trimmed(row.text, start, start + len(cell), marks=_MARKS)
        if (fields := _table(lexicon).get(_plain(name))) and span.start < span.end:
            yield _label(fields, row, span)
        start += len(cell) + len(_BAR)


def is_alone(block: Block, lexicon: Lexicon, field: str = "") -> bool:
    """Tell whether a block is nothing but a label: "Venue" or "Venue:" above the words that give it.

    Args:
        block: of the document.
        lexicon: of its language.
        field: which the label has to be for, if any.
    """
    words = block.text.rstrip(" :\uff1a")
    if len(words) > _LONGEST_LABEL or block.kind not in _ALONE or not words[:1].isupper() or ":" in words:
        return False
    fields = _table(lexicon).get(_plain(words)) or _joined(words, lexicon)
    return field in fields if field else bool(fields)


def _is_bare(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a block is nothing but a label, without a colon."""
    return ":" not in block.text and is_alone(block, lexicon)


def _below(block: Block, after: Block | None, lexicon: Lexicon) -> Iterator[Label]:
    """Yield the label whose value is the next block, if that is a line of its own and no heading."""
    if after is None or after.kind is not BlockKind.PARAGRAPH or len(after.text) > _LONGEST_VALUE:
        return
    if not list(_places(after, lexicon)) and not _is_bare(after, lexicon):
        fields = _table(lexicon).get(_plain(block.text)) or _joined(block.text, lexicon)
        yield _label(fields, after, trimmed(after.text, 0, len(after.text), marks=_MARKS))


def _of_block(block: Block, after: Block | None, lexicon: Lexicon) -> Iterator[Label]:
    marked = block.kind is BlockKind.ROW or ":" in block.text or "\uff1a" in block.text
    if len(block.text) > _LONGEST or not marked:
        return
    places = list(_places(block, lexicon))
    ends = [*(start for start, _, _ in places[1:]), len(block.text)][: len(places)]
    for (_, value_start, fields), end in zip(places, ends, strict=True):
        span = trimmed(block.text, value_start, end, marks=_MARKS)
        if span.start < span.end:
            yield _label(fields, block, span)
        elif (
            after is not None
            and end == len(block.text)
            and len(after.text) <= _LONGEST
            and not list(_places(after, lexicon))
        ):
            yield _label(fields, after, trimmed(after.text, 0, len(after.text), marks=_MARKS))


def _label(fields: frozenset[str], block: Block, span: Span) -> Label:
    return Label(fields, Span(block.span.start + span.start, block.span.start + span.end), span.of(block.text), block)


def _places(block: Block, lexicon: Lexicon) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Go through the labels of a block: where each begins, where its value begins, its fields.

    Words that go on with a sentence are none: "Title: Local data for the SDGs: who holds the pen?".
    """
    table = _table(lexicon)
    if block.kind is BlockKind.ROW:
        cell, bar, _ = block.text.partition(_BAR)
        if bar and (fields := table.get(_plain(cell)) or _joined(cell, lexicon)):
            yield 0, len(cell) + len(bar), fields
        return
    head, mark, _ = block.text.partition(":")
    if mark and (fields := _joined(head, lexicon)):
        colon = _COLON.match(block.text, len(head))
        yield 0, colon.end() if colon else 0, fields
        return
    at_start = False
    for match in pattern(tuple(table)).finditer(block.text):
        colon = _COLON.match(block.text, match.end())
        if colon is None or not match[0][0].isupper():
            continue
        before = block.text[: match.start()]
        if before and not at_start and not set(before) <= set(_BULLETS):
            return
        if at_start and before.split()[-1] in lexicon.words:
            continue
        at_start = True
        yield match.start(), colon.end(), table[_plain(match[0])]


def _joined(words: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the fields of several labels in one ("Date/Time/Location"), nothing if some part is no label."""
    if len(words) > _LONGEST_LABEL:
        return frozenset()
    parts = [_plain(part) for part in _joints(lexicon).split(words.strip(_BULLETS))]
    fields = [_table(lexicon).get(part) for part in parts]
    return frozenset().union(*(each or () for each in fields)) if len(parts) > 1 and all(fields) else frozenset()


@lru_cache(maxsize=16)
def _joints(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"\s?[/,&+]\s?(?:{alternation(lexicon.phrases('dates', 'and'))}\s)?|\s{alternation(lexicon.phrases('dates', 'and'))}\s"
    )


def _plain(words: str) -> str:
    return plain(words.strip(" :*"))


@lru_cache(maxsize=16)
def _table(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    fields: dict[str, set[str]] = {}
    for field, phrases in lexicon.table("labels").items():
        for phrase in phrases:
            fields.setdefault(phrase, set()).add(field)
    return {phrase: frozenset(names) for phrase, names in fields.items()}


def values(labels: Sequence[Label], field: str) -> tuple[Label, ...]:
    """Return the labels that give a field."""
    return tuple(label for label in labels if field in label.fields)
