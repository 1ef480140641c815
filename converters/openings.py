"""What the first sentences of a text say of a meeting: that it was held on a day, or today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters import dates, pasts, sentences
from forumgraph.converters.phrases import first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.lexicon import Lexicon

_FULL = 10
"""Characters of a date that gives the day."""
_ELSE = frozenset({"publication", "deadline"})
_SAID = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_OPENING = 3
_NEWS = 2
_PROSE = 10


def is_held(blocks: Sequence[Block], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether one of the first sentences says that a meeting took place on a day: "A meeting of the group was held on 3 May 2019"."""
    prose = [b.text for b in blocks if b.kind in _SAID and len(b.text.split()) >= _PROSE][:_OPENING]
    said = [span.of(text) for text in prose for span in sentences.split(text)][:_OPENING]
    held = lexicon.phrases("kinds", "held")
    telling = [
        words
        for words in said
        if first(words, types) is not None and (first(words, held) is not None or _is_past_day(words, lexicon))
    ]
    lines = [b.text for b in blocks if len(b.text.split()) < _PROSE] if telling else []
    telling += [words for words in said if words not in telling and first(words, lexicon.phrases("kinds", "meets"))]
    days = (m for words in (*telling, *lines) for m in dates.find(words, lexicon) if m.rule not in _ELSE)
    news = lexicon.phrases("kinds", "news_day")
    return any(len(m.start) == _FULL or m.start.startswith("--") for m in days) or any(
        first(words, news) is not None for words in telling
    )


def _is_past_day(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence gives a day with its year and tells of the past alone."""
    days = [m for m in dates.find(words, lexicon) if m.rule not in _ELSE]
    ahead = any(first(words, lexicon.phrases("kinds", row)) is not None for row in ("future", "register"))
    return not ahead and any(len(m.start) == _FULL for m in days) and pasts.count(words, lexicon) > 0


def is_of_today(blocks: Sequence[Block], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether one of the two first sentences says that a meeting took place "today" or "yesterday", and nothing of what will be."""
    prose = [b.text for b in blocks if b.kind in _SAID and len(b.text.split()) >= _PROSE][:_NEWS]
    said = [span.of(text) for text in prose for span in sentences.split(text)][:_NEWS]
    rows = [lexicon.phrases("kinds", row) for row in ("held", "future", "register")]
    days = {"relative-today", "relative-yesterday"}
    return any(
        first(words, rows[0]) is not None
        and all(first(words, row) is None for row in rows[1:])
        and first(words, types) is not None
        and any(mention.rule in days for mention in dates.find(words, lexicon))
        for words in said
    )
