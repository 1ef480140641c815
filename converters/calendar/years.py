"""Years that stand alone: not those of agendas and visions, and not spans of years."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_BARE_YEAR = re.compile(r"(?<![\w/.\-–—$€£#,])(?:19|20)\d\d(?![\w/\-–—%]|[.,]\d)")


def find(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[Fact, ...]:
    """Find bare years, 1900 to 2099, but not those of agendas, visions and aims ("2030 Agenda", "by 2030") and not spans of years.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [fact.value for fact in find("The 2030 Agenda in 2017, 2021-2025, by 2040", lexicons()["en"])]
    ['2017']
    """
    before, after = _not_years(lexicon)
    return tuple(
        Fact(match[0], Span(match.start() + offset, match.end() + offset), "year")
        for match in _BARE_YEAR.finditer(text)
        if not after.match(text, match.end()) and not before.search(text[max(0, match.start() - 30) : match.start()])
    )


@lru_cache(maxsize=16)
def _not_years(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    named, until = (alternation(lexicon.phrases("dates", row)) for row in ("not_years", "years_ahead"))
    return re.compile(rf"(?:{named}|{until})\W{{1,3}}\Z"), re.compile(rf"\W{{1,3}}{named}")
