"""What must be: how strongly words ask for something, and whether a sentence asks by a verb of duty."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare
from forumgraph.converters.points.sayings import verbs
from forumgraph.converters.points.tasks import ARTICLES, behind_article
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, ends, every, first
from forumgraph.converters.words.spelling import plain
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

STRENGTHS = ("must", "should", "invites", "judgement", "forecast")
"""Rows of the table `cues`, and notations of the scheme of strengths."""

_AT_ONCE = "invites"
"""What verbs of asking say, whatever is said of the matter behind them."""
_HYPHENS = frozenset({"-", "‑"})
_BETWEEN = 6
"""Characters between a verb of duty and what is only to be said: "should *also* be noted"."""
_ASKING = frozenset({"must", "should", "judgement"})
_PLACE = 3
"""Words before a verb of duty in which the place of a need is looked for."""
_NOUN = 3
"""Words of a noun with its article and an adjective."""
_RELATIVE = 9
"""Words in which a clause is looked for that describes a noun: "the form that support should take"."""


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
        idle = any(0 <= start - match.start() <= len(match[0]) + _BETWEEN for start in remarked)
        idle = idle or text[match.start() - 1 : match.start()] in _HYPHENS
        idle = idle or any(start <= match.start() < end for start, end in excluded)
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


def asked(sentence: str, lexicon: Lexicon) -> Fact | None:
    """Return the first verb by which a sentence asks for something."""
    return next((force for force in strengths(sentence, lexicon) if asks_for(sentence, force, lexicon)), None)


def asks_for(sentence: str, force: Fact, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty asks for something: "it is vital to share ice", and not "ice is vital to the coast"."""
    said = force.span.of(sentence).lower()
    if force.value != "judgement":
        before = sentence[: force.span.start].lower()
        whole = ends(before, lexicon.phrases("cues", "that")) and begins(said, lexicon.phrases("cues", "nobody"))
        relative = ends(before, lexicon.phrases("reports", "relative_subjects")) and not whole
        deed = said in lexicon.phrases("reports", "deeds") and ends(before, lexicon.phrases("cues", "conjunction"))
        place = first(" ".join(before.split()[-_PLACE:]), lexicon.phrases("reports", "places_of_need"))
        return force.value in _ASKING and not (relative or place or deed or _describes(before, lexicon))
    rest = sentence[force.span.end :].lstrip()
    return (
        said.startswith(lexicon.phrases("reports", "it"))
        or begins(rest, lexicon.phrases("reports", "that")) is not None
        or is_infinitive(rest, lexicon)
    )


def declares(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says by itself what must be, and not that somebody asked for it or that something must be noted.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [declares(f"It {must}.", lexicons()["en"]) for must in ("should be sold", "is important to sell ice", "should be noted")]
    [True, True, False]
    """
    sentence = bare(sentence, lexicon)
    force = asked(sentence, lexicon)
    if force is None or first(sentence, lexicon.phrases("reports", "soon")) is not None:
        return False
    said, rest = force.span.of(sentence), sentence[force.span.end :].lstrip()
    if ends(sentence[: force.span.start], lexicon.phrases("reports", "clause_begins")):
        return False
    by_itself = force.value == "judgement" or begins(said, lexicon.phrases("reports", "declares")) is not None
    return by_itself and " " in rest and begins(rest, lexicon.phrases("reports", "remarks")) is None


def is_infinitive(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with a verb in the infinitive, in languages whose endings tell it: "es clave *publicar*"."""
    endings = lexicon.phrases("headings.marks", "infinitive_endings")
    return any(word.lower().endswith(endings) for word in behind_article(words, lexicon).split()[:1])


def _describes(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty stands in a clause that describes a noun: "the form that support *should* take"."""
    words = re.split(r"\s|(?<=['’])", before.replace("’", "'"))[-_RELATIVE:]
    that = max((i for i, word in enumerate(words) if word in lexicon.phrases("cues", "that")), default=0)
    noun = words[max(that - _NOUN, 0) : that]
    content = any(word in lexicon.phrases("reports", "content_nouns") for word in noun)
    if len(words) - that < 2 or not noun[1:] or content or first(noun[-1], verbs(lexicon)) is not None:
        return False
    return any(word in joined(lexicon, *ARTICLES) for word in noun[:-1])
