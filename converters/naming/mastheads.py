"""The meeting that a bulletin reports on: its title is that of the paper, and the lines below it name the meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums.parents import once, words_of
from forumgraph.converters.structure.editions import with_year
from forumgraph.converters.words.phrases import trimmed
from forumgraph.model import Block, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_MASTHEAD = 8
_FIRST_PART = re.compile(r"[A-ZÀ-Ý0-9][^,;|·•(\n]{5,120}(?=[,;|·•(])")
_TOKEN = re.compile(r"[\w’'-]+")


def of_masthead(blocks: Sequence[Block], title: Fact, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return the meeting that a line below the name of a bulletin gives with its date: "*Second session of the Assembly*, Nairobi, 5-9 June"."""
    for block in blocks[:_MASTHEAD]:
        dated = dates.find(block.text, lexicon)
        name = _FIRST_PART.match(block.text)
        if name is None or not dated or dated[0].span.start < name.end() or block.span.overlaps(title.span):
            continue
        inside = trimmed(block.text, 0, name.end(), marks=" *#.:")
        words = {word.lower() for word in _TOKEN.findall(inside.of(block.text))}
        if len(words) > 1 and not words.isdisjoint(lexicon.phrases("parents", "words")):
            span = Span(block.span.start + inside.start, block.span.start + inside.end)
            return (Fact(inside.of(block.text), span, "part-of/masthead"),)
    return ()


def of_daily(blocks: Sequence[Block], title: Fact, names: Names) -> tuple[Fact, ...]:
    """Return the forum that the title of a report of one day names, by the fullest of its names in the first lines: "HLPF 2019 highlights"."""
    told: list[tuple[str, Fact]] = []
    for block in blocks[:_MASTHEAD]:
        for mention in names.find(block.text, block.span.start):
            if mention.kind == "forum":
                span = with_year(block.text, mention.span, block.span.start)
                told.append((mention.key, Fact(words_of(block.text, span, block.span.start), span, "part-of/daily")))
    titled = [m.key for m in names.find(title.value) if m.kind == "forum"]
    wanted = titled[0] if titled else next((key for key, _ in told), "")
    return once((fact for key, fact in told if key == wanted), names)
