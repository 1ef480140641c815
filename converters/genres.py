"""Papers of another genre, which tell of the past and report of no meeting: lives, portraits of bodies, studies, vacancies, questions and answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from forumgraph.converters import dates
from forumgraph.converters.phrases import every

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.lexicon import Lexicon
    from forumgraph.model import Block

_DAYS, _APART = 3, 45
"""Lines with nothing but a day in a list of news, and how many days lie between the first and the last of them; no meeting lasts so long."""
_FULL = 10
"""Characters of a date that gives the day."""
_LONGEST = 30
"""Characters of a line that may be nothing but a day."""
SURELY = 3
"""Different phrases of a genre that no title of a report outweighs."""
_MARKS = 2
"""Different phrases of a genre from which on a text is of it; one of them may stand in any report."""


def genre(text: str, lexicon: Lexicon, marks: int = _MARKS) -> str:
    """Return the genre that a text is of by its words, empty if none.

    Args:
        marks: how many different phrases of the genre there are at least.

    >>> from forumgraph.converters.lexicon import lexicons
    >>> genre("Ida Berg was born in Oslo in 1960. She holds a degree in law.", lexicons()["en"])
    'life'
    """
    rows = lexicon.table("kinds.genres")
    return next((name for name, row in rows.items() if len({m[0].lower() for m in every(text, row)}) >= marks), "")


def is_list_of_news(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a page lists what was issued on several days that lie weeks apart, each day alone on its line."""
    days = sorted({day for block in blocks if len(block.text) <= _LONGEST for day in _alone(block.text, lexicon)})
    return len(days) >= _DAYS and (days[-1] - days[0]).days > _APART


def _alone(text: str, lexicon: Lexicon) -> tuple[date, ...]:
    """Return the day of a line that holds nothing else."""
    found = dates.find(text, lexicon)
    alone = len(found) == 1 and len(found[0].start) == _FULL and not found[0].end
    if not alone or len(text.strip()) - (found[0].span.end - found[0].span.start) > 1:
        return ()
    try:
        return (date.fromisoformat(found[0].start),)
    except ValueError:
        return ()
