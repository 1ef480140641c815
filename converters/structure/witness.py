"""Words that may tell when and where a session was, with the place in the document that they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import every

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Witness:
    """Words that may tell when and where a session was.

    Attributes:
        name: of the place in the document, for the rule (`label`, `near-title`, `sentence`, `line`, `page-header`).
        sure: whether a date here is surely that of the meeting; a date in a line of its own may be that of the publication.
    """

    name: str
    words: str
    offset: int
    sure: bool = True


def of_this(witness: Witness, lexicon: Lexicon) -> Witness:
    """Return a sentence up to where it speaks of another meeting: "... for the forum *to be held in May*", "our *next webinar*".

    "The forum *was recently held*" speaks of this one.
    """
    own = [match.span() for match in every(witness.words, lexicon.phrases("cues", "held_subject"))]
    others = every(witness.words, lexicon.phrases("cues", "held_elsewhere"))
    other = next((m for m in others if not any(start < m.start() < end for start, end in own)), None)
    other = other or _coming(lexicon).search(witness.words)
    return replace(witness, words=witness.words[: other.start()]) if other else witness


@lru_cache(maxsize=16)
def _coming(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of the meeting after this one."""
    types = alternation(p for row in lexicon.table("session_types").values() for p in row)
    return re.compile(rf"{alternation(lexicon.phrases('cues', 'coming'))}\s(?:\w+\s)?{types}")
