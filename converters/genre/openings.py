"""What the first sentences of a text say of a meeting: that it was held on a day, or is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.genre import pasts
from forumgraph.converters.words import sentences
from forumgraph.converters.words.phrases import first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_ELSE = frozenset({"publication", "deadline"})
_COMING = frozenset({"relative-tomorrow", "relative-next-week", "relative-next-month", "relative-next-year"})
_SAID = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_OPENING, _FURTHER = 3, 6
_PROSE = 10


def is_held(blocks: Sequence[Block], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether one of the first sentences says that a meeting took place on a day: "A meeting of the group was held on 3 May 2019"."""
    said = first_sentences(blocks, 5)
    held = lexicon.phrases("kinds", "held")
    telling = [words for words in said if first(words, types) is not None and first(words, held) is not None]
    lines = [b.text for b in blocks if len(b.text.split()) < _PROSE] if telling else []
    telling += [words for words in said if words not in telling and first(words, lexicon.phrases("kinds", "meets"))]
    days = (m for words in (*telling, *lines) for m in dates.find(words, lexicon) if m.rule not in _ELSE)
    news = lexicon.phrases("kinds", "news_day")
    return any(m.is_day or m.start.startswith("--") for m in days) or any(
        first(words, news) is not None for words in telling
    )


def is_dated(blocks: Sequence[Block], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether the first lines or sentences name a kind of meeting and a day, be it "Friday".

    A little further down one sentence has to tell of the meeting, or of a body that meets, and of its day.
    """
    lines = [block.text for block in blocks[:_OPENING] if len(block.text.split()) < _PROSE]
    opening = first_sentences(blocks, _FURTHER)
    said = "\n".join((*lines, *opening[:_OPENING]))
    if first(said, types) is not None and _tells_day(said, lexicon):
        return True
    rows = (types, lexicon.phrases("kinds", "meeting_bodies"))
    told = (each for each in opening if any(first(each, row) is not None for row in rows))
    return any(_tells_day(each, lexicon) and pasts.count(each, lexicon) > 0 for each in told)


def _tells_day(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words give a day that can be over."""
    days = (m for m in dates.find(words, lexicon) if m.rule not in _ELSE and m.rule not in _COMING)
    return any(m.is_day or m.start.startswith("--") or m.weekday or m.problem for m in days)


def is_announced(blocks: Sequence[Block], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether the first sentence that names a kind of meeting says what will be, and nothing of what was.

    What it says before it names the meeting may be how it was made known: "The network told the press that a forum will be held".
    """
    for words in first_sentences(blocks):
        if (named := first(words, types)) is not None:
            ahead = any(
                first(words, lexicon.phrases("kinds", row)) is not None for row in ("future", "ahead", "to_come")
            )
            return ahead and not pasts.count(words[named.start() :], lexicon)
    return False


def first_sentences(blocks: Sequence[Block], number: int = _OPENING) -> list[str]:
    """Return the first sentences of the first paragraphs and items that are no mere names."""
    prose = [b.text for b in blocks if b.kind in _SAID and len(b.text.split()) >= _PROSE][:number]
    return [span.of(text) for text in prose for span in sentences.split(text)][:number]
