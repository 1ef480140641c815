"""Verbs that report something only before a clause: "held that", "reminded the board that"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import Row, begins, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

_SUBJECT = 8
"""Words of a subject that no table knows, at most."""


@lru_cache(maxsize=16)
def sayings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the verbs, each with the word that begins the clause: "held that"."""
    thats = lexicon.phrases("cues", "that")
    return Row(f"{verb} {that}" for verb in lexicon.phrases("cues", "says_that") for that in thats)


def tellings(sentence: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Go through the words by which somebody tells others something.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [m[0] for m in tellings("Ms. Lopes reminded the board that ice is dear.", lexicons()["en"])]
    ['reminded the board that']
    """
    return _telling(lexicon).finditer(sentence)


@lru_cache(maxsize=16)
def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    verbs, that = (alternation(lexicon.phrases("cues", row)) for row in ("tells", "that"))
    return re.compile(rf"{verbs}(?:\s[\w’'-]{{1,25}}){{1,6}}?\s{that}")


def is_said(saying: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether the subject of "noted that" can be somebody whom no table knows: it is short, and neither a paper nor a pronoun of a thing.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> en = lexicons()["en"]
    >>> [is_said(first(f"{who} noted that ice is dear.", sayings(en)), en) for who in ("Coopers", "A study", "It")]
    [True, False, False]
    """
    if begins(saying[0], sayings(lexicon)) is None:
        return False
    subject = saying.string[: saying.start()].rsplit(", ", 1)[-1].strip()
    things = (first(subject, lexicon.phrases("reports", row)) for row in ("papers", "relatives"))
    plain = 0 < len(subject.split()) <= _SUBJECT and subject.lower() not in lexicon.phrases("cues", "nobody")
    return plain and all(thing is None for thing in things)
