"""How strongly something is asked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, every
from forumgraph.converters.words.spelling import plain
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

STRENGTHS = ("must", "should", "invites", "judgement", "forecast")
"""Rows of the table `cues`, and notations of the scheme of strengths."""

_AT_ONCE = "invites"
"""What verbs of asking say, whatever is said of the matter behind them."""
_HYPHENS = frozenset({"-", "‑"})
_BETWEEN = 6
"""Characters between a verb of duty and what is only to be said: "should *also* be noted"."""


def strength(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Return how strongly a text asks for something: the first verb of the table, the longer one where two begin together.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> strength("Cities should be heard.", lexicons()["en"]).value
    'should'
    """
    return next(strengths(text, lexicon, offset), None)


def tone(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Return how strongly a recommendation asks: as `strength`, and by words that ask only in what is known to be one.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> tone("They made an appeal to donors.", lexicons()["en"]).value
    'invites'
    """
    said = strength(text, lexicon, offset)
    table = _strengths(lexicon, "tones")
    for match in every(text, joined(lexicon, *(("tones", row) for row in STRENGTHS))):
        row = table[plain(match[0])]
        if said is None or (row == _AT_ONCE and match.start() + offset < said.span.start):
            return Fact(row, Span(match.start() + offset, match.end() + offset), "strength/word")
    return said


def strengths(text: str, lexicon: Lexicon, offset: int = 0) -> Iterator[Fact]:
    """Go through all verbs by which a text asks for something, as `strength` returns the first."""
    table = _strengths(lexicon, "cues")
    excluded = [match.span() for match in every(text, lexicon.phrases("cues", "asks_nothing"))]
    remarked = [match.start() for match in every(text, lexicon.phrases("reports", "remarked"))]
    for match in every(text, joined(lexicon, *(("cues", row) for row in STRENGTHS))):
        row = table[plain(match[0])]
        idle = text[match.start() - 1 : match.start()] in _HYPHENS
        idle = idle or any(start <= match.start() < end for start, end in excluded)
        idle = idle or any(0 <= start - match.start() <= len(match[0]) + _BETWEEN for start in remarked)
        if not idle and not (row == "invites" and _is_idle(text, match, lexicon)):
            yield Fact(row, Span(match.start() + offset, match.end() + offset), "strength/verb")


def _is_idle(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody "is invited", but not to do anything: "young people are invited as guests"."""
    before = text[: match.start()].rsplit(None, 1)[-1:]
    passive = bool(before) and before[0].lower() in lexicon.phrases("cues", "be_forms")
    return passive and begins(text[match.end() :].lstrip(), lexicon.phrases("cues", "duty_to")) is None


def asks(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text asks for something."""
    return strength(text, lexicon) is not None


@lru_cache(maxsize=32)
def _strengths(lexicon: Lexicon, table: str) -> dict[str, str]:
    return {phrase: row for row in reversed(STRENGTHS) for phrase in lexicon.phrases(table, row)}
