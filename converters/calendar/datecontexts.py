"""The words before a date that say of what it is the day, where it is not that of a meeting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_CONTEXT = 80


def rule(text: str, start: int, lexicon: Lexicon) -> str:
    """Return `publication`, `deadline` or `origin` for a date that begins at `start`, or nothing.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> rule("Posted on 9 July 2019", 10, lexicons()["en"])
    'publication'
    """
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    return next((name for name, pattern in _contexts(lexicon) if pattern.search(before)), "")


@lru_cache(maxsize=16)
def _contexts(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    gap = alternation(lexicon.phrases("dates", "gap"))
    published = alternation(lexicon.phrases("dates", "publication"))
    deadline = alternation(lexicon.phrases("dates", "deadline"))
    origin = alternation(lexicon.phrases("dates", "origin"))
    by = alternation(lexicon.phrases("kinds", "byline"))
    return (
        (
            "publication",
            re.compile(
                rf"{published}[\s:,|–-]{{0,4}}(?:(?:{gap}|{by}(?:\s[^\W\d_.]{{1,20}}){{1,3}})[\s:,|–-]{{1,4}}){{0,4}}\Z",
            ),
        ),
        (
            "deadline",
            re.compile(rf"{deadline}(?:[\s:,|–-]{{1,4}}[^\W\d_]{{1,20}}){{0,6}}[\s:,|–-]{{0,4}}\Z"),
        ),
        ("origin", re.compile(rf"{origin}\s(?:{by}(?:\s[\w’'-]{{1,20}}){{1,6}}\s)?(?:{gap}\s){{0,2}}\Z")),
    )
