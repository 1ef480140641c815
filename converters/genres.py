"""Papers of another genre, which tell of the past and report of no meeting: lives, portraits of bodies, studies, vacancies, questions and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.phrases import every

if TYPE_CHECKING:
    from forumgraph.converters.lexicon import Lexicon

_MARKS = 2
"""Different phrases of a genre from which on a text is of it; one of them may stand in any report."""


def genre(text: str, lexicon: Lexicon) -> str:
    """Return the genre that a text is of by its words, empty if none.

    >>> from forumgraph.converters.lexicon import lexicons
    >>> genre("Ida Berg was born in Oslo in 1960. She holds a degree in law.", lexicons()["en"])
    'life'
    """
    rows = lexicon.table("kinds.genres")
    return next((name for name, row in rows.items() if len({m[0].lower() for m in every(text, row)}) >= _MARKS), "")
