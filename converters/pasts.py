"""Verbs that tell of the past: those of a table, and those that the endings of a language show."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.lexicon import alternation, joined
from forumgraph.converters.phrases import every

if TYPE_CHECKING:
    from forumgraph.converters.lexicon import Lexicon

_BEFORE = 16
"""Characters before a verb in which the word before it begins."""


def count(text: str, lexicon: Lexicon) -> int:
    """Count the verbs that tell of the past.

    "Organized by" may be said of what is to come, "was organized by" not; "is agreed" and "the agreed time" are said of any meeting.

    >>> from forumgraph.converters.lexicon import lexicons
    >>> [count(words, lexicons()["es"]) for words in ("Los alcaldes trataron el agua", "Los alcaldes tratan el agua")]
    [1, 0]
    """
    return len(spans(text, lexicon))


def spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where the verbs that tell of the past begin and end, those of the table before those that endings show."""
    other, around = (
        frozenset(lexicon.phrases("kinds", "not_past")),
        frozenset(lexicon.phrases("kinds", "not_past_after")),
    )
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    for match in every(text, joined(lexicon, ("kinds", "past"), ("kinds", "not_past"))):
        taken.append(match.span())
        if match[0].lower() not in other and word_before(text, match.start()) not in around:
            found.append(match.span())
    ends = [end for _, end in taken]
    for match in _forms(lexicon).finditer(text):
        following = bisect_right(ends, match.start())
        if following == len(taken) or taken[following][0] >= match.end():
            found.append(match.span())
    return found


def word_before(text: str, place: int) -> str:
    """Return the word before a place, in small letters and without brackets, empty if there is none."""
    words = text[max(0, place - _BEFORE) : place].split(" ")
    return words[-2].lower().strip('([“"') if len(words) > 1 and not words[-1] else ""


@lru_cache(maxsize=16)
def _forms(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the verbs whose endings show that they tell of the past, where a language has such: "trat*aron*", "ont longuement débattu"."""
    rows = lexicon.table("kinds.past_forms")
    ending = "|".join(map(re.escape, rows.get("endings", ())))
    ending = rf"(?:{ending})(?!\w)(?<=[^\W\d_]{{3}})|" if ending else ""
    participles = "|".join(map(re.escape, rows.get("participles", ()))) or "(?!)"
    lead, between = alternation(rows.get("lead", ())), alternation(rows.get("between", ()))
    refused = alternation(rows.get("not", ()))
    return re.compile(
        rf"{ending}(?<!\w){lead}\s(?:{between}\s){{0,2}}(?!{refused}(?!\w))[^\W\d_]{{1,20}}(?:{participles})(?!\w)"
    )
