"""Papers of another genre, which tell of the past and report of no meeting: lives, portraits of bodies, studies, vacancies, questions and answers."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.structure.parts import is_numbered
from forumgraph.converters.words.phrases import Row, begins, every, first
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_DAYS, _APART = 3, 45
"""Lines with nothing but a day in a list of news, and how many days lie between the first and the last of them; no meeting lasts so long."""
_SHARE, _WORDS = 3, 3
"""One line in how many has to begin with a day in a list of what was done, among those of more than some words."""
_QUESTION = 10
"""Words of a short question."""
_WORD = re.compile(r"\w+")
_MONTH = 7
"""Characters of a date that gives a month."""
_LONGEST = 30
"""Characters of a line that may be nothing but a day."""
_OWN = 3
"""Words with which one person tells of what befell them, from which on a text may be a diary."""
_QUOTED = re.compile(r"[“\"«][^“”\"«»\n]{1,900}[”\"»]")
_NAMED = 60
"""Characters of a line among which a colon says that what follows was said by somebody."""
_MARKS = 2
"""Different phrases of a genre from which on a text is of it; one of them may stand in any report."""


def genre(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> str:
    """Return the genre that a text is of by its words, or by the questions among its blocks, empty if none.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> genre("Ida Berg was born in Oslo in 1960. She holds a degree in law.", (), lexicons()["en"])
    'life'
    """
    if _asks(blocks, lexicon):
        return "questions"
    phrases, genres = _genres(lexicon)
    said = {match[0].lower().replace("’", "'") for match in every(text, phrases)}
    counts = Counter(name for phrase in said for name in genres.get(phrase, ()))
    name = max(sorted(counts), key=lambda name: counts[name], default="")
    return name if counts[name] >= _MARKS else ""


@lru_cache(maxsize=16)
def _genres(lexicon: Lexicon) -> tuple[Row, Mapping[str, tuple[str, ...]]]:
    """Return all phrases, and the genres that each is of."""
    rows = lexicon.table("kinds.genres")
    phrases = Row(dict.fromkeys(phrase for row in rows.values() for phrase in row))
    return phrases, {phrase: tuple(name for name, row in rows.items() if phrase in row) for phrase in phrases}


def is_diary(blocks: Sequence[Block], told: int, lexicon: Lexicon) -> bool:
    """Tell whether one person tells of what befell them, and of little that was said: "I stood outside and met my friends".

    Words of others are none of theirs: those in quotation marks, and those behind the name of who said them. "Part I" is a number. A title may be
    enough: "My first forum".

    Args:
        told: how many verbs tell of the past.
    """
    row = lexicon.phrases("kinds", "own")
    lines = [b.text for b in blocks if b.kind is not BlockKind.ITEM and ":" not in b.text[:_NAMED]]
    text = _QUOTED.sub(" ", "\n".join(lines))
    said = sum(text[match.end() + 1 : match.end() + 2].islower() for match in every(text, row))
    mine = any((own := begins(words, row)) is not None and own.end() > 1 for words in lines[:1])
    return (said >= _OWN and said > told) or (mine and said > 0)


def covers_months(blocks: Sequence[Block], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a short line gives the months that a paper covers, and no meeting: "Activity report, January - December 2014"."""
    lines = [block.text for block in blocks if len(block.text.split()) <= _QUESTION]
    told = (m for words in lines if first(words, types) is None for m in dates.find(words, lexicon))
    spans = ((m.start, m.end) for m in told if len(m.start) == len(m.end) == _MONTH)
    return any(start[:4] != end[:4] or int(end[5:]) - int(start[5:]) > 1 for start, end in spans)


def _asks(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether every third line is a short question, as in answers to what is often asked and in conversations with one person.

    What counts a session is no question: "Session 2: Who pays?".
    """
    asked = [b.text for b in blocks if b.text.rstrip().endswith("?") and len(b.text.split()) <= _QUESTION]
    return sum(not is_numbered(words, lexicon) for words in asked) >= max(_DAYS, len(blocks) / _DAYS)


def is_list_of_news(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a page lists what was issued or done on several days that lie weeks apart, each day alone on its line or at its beginning."""
    alone = {day for block in blocks if len(block.text) <= _LONGEST for day in _alone(block.text, lexicon)}
    said = [block.text for block in blocks if len(block.text.split()) > _WORDS]
    begun = [day for text in said for day in _begun(text, lexicon)]
    return _are_apart(alone) or (_SHARE * len(begun) >= len(said) and _are_apart(set(begun)))


def _are_apart(told: set[date]) -> bool:
    days = sorted(told)
    return len(days) >= _DAYS and (days[-1] - days[0]).days > _APART


def _begun(text: str, lexicon: Lexicon) -> tuple[date, ...]:
    """Return the day with its year that a line begins with: "3 May 2021: Wells for all"."""
    head = text[:_LONGEST]
    found = dates.find(head, lexicon)[:1]
    if not found or not found[0].is_day:
        return ()
    before = _WORD.findall(head[: found[0].span.start].lower())
    return (date.fromisoformat(found[0].start),) if lexicon.words.issuperset(before) else ()


def _alone(text: str, lexicon: Lexicon) -> tuple[date, ...]:
    """Return the day of a line that holds nothing else."""
    found = dates.find(text, lexicon)
    alone = len(found) == 1 and found[0].is_day and not found[0].end
    if not alone or len(text.strip()) - (found[0].span.end - found[0].span.start) > 1:
        return ()
    return (date.fromisoformat(found[0].start),)
