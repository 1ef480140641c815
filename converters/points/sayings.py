"""Verbs by which something is said, and where they stand: whether one of them reports what was said at the meeting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation, joined
from forumgraph.converters.words.phrases import Row, begins, ends, every, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

VERBS = (("cues", "issue"), ("cues", "says"), ("reports", "closing"))
"""Rows of verbs of saying that need no clause."""
_LAST_WORD = re.compile(r"([\w’'-]{1,20})[\s“\"«]{0,3}\Z")
_HYPHENS = frozenset({"-", "‑"})
_NEAR = 24
"""Characters before a verb in which the word before it is looked for."""
_INSERTED = 40
"""Characters before a verb in which "had" is looked for: "had at its first meeting agreed"."""
_CLAUSE, _HEAD, _ASKED = 12, 3, 4
"""Words between "that" and the paper that is the subject of its clause, of the beginning of a subject, and to the one by which a question is asked."""


@lru_cache(maxsize=16)
def sayings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the verbs that report something only before a clause, each with the word that begins it: "held that"."""
    thats = lexicon.phrases("cues", "that")
    return Row(f"{verb} {that}" for verb in lexicon.phrases("cues", "says_that") for that in thats)


@lru_cache(maxsize=16)
def verbs(lexicon: Lexicon) -> tuple[str, ...]:
    """Return all verbs by which something is reported."""
    return Row((*joined(lexicon, *VERBS), *sayings(lexicon)))


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
    """Tell whether the subject of "noted that" can be somebody whom no table knows: neither a paper nor a pronoun of a thing.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> en = lexicons()["en"]
    >>> [is_said(first(f"{who} noted that ice is dear.", sayings(en)), en) for who in ("Coopers", "A study", "It")]
    [True, False, False]
    """
    subject = saying.string[: saying.start()].rsplit(", ", 1)[-1].strip()
    if (
        not subject
        or begins(saying[0], sayings(lexicon)) is None
        or subject.lower() in lexicon.phrases("cues", "nobody")
    ):
        return False
    return first(subject, joined(lexicon, ("reports", "papers"), ("reports", "relatives"))) is None


def is_finite(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a word is a verb and no participle before a noun: not in "the proposed fund", "as suggested"."""
    start = verb.start()
    if verb.string[start - 1 : start] in _HYPHENS:
        return False
    before = _LAST_WORD.search(verb.string[max(0, start - _NEAR) : start])
    word = before[1].lower() if before is not None else ""
    going_on = verb[0].split()[0].lower().endswith("ing") and word in lexicon.phrases("roles.context", "be")
    return going_on or word not in lexicon.phrases("reports", "before_participles")


def is_earlier(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody "had recommended" it: that was at another meeting."""
    before = verb.string[max(0, verb.start() - _INSERTED) : verb.start()].rstrip().lower()
    had = [match.end() for match in every(before, lexicon.phrases("cues", "earlier"))]
    between = before[had[-1] :].lstrip() if had else ","
    return not between or ("," not in between and begins(between, lexicon.phrases("reports", "when")) is not None)


def asks_question(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody only asks a question: "*asked* panelists how ice is sold"."""
    words = " ".join(verb.string[verb.end() :].split()[:_ASKED])
    asking = first(verb[0], lexicon.phrases("reports", "asking")) is not None
    return asking and first(words, lexicon.phrases("reports", "interrogatives")) is not None


def by_paper(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a paper is the subject of a verb, also by a relative pronoun: "a *resolution*, which calls on states"."""
    before = verb.string[: verb.start()].rstrip()
    paper = _last(before, lexicon.phrases("reports", "papers"))
    if not paper or ends(before, lexicon.phrases("reports", "relatives")):
        return paper > 0
    people = _last(before, lexicon.phrases("cues", "reporting"))
    if paper == len(before) and not people:
        return True
    said = _last(before, lexicon.phrases("reports", "that"))
    return 0 < said < paper and people < paper and len(before[said:paper].split()) <= _CLAUSE


def is_of_paper(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether the word before a verb is a paper, "The 2030 *Agenda* recognizes", or the sentence begins with one: "A *study* from Rome finds"."""
    before, papers = verb.string[: verb.start()].rstrip(), lexicon.phrases("reports", "papers")
    if 0 < _last(before, papers) == len(before):
        return True
    article, _, subject = before.partition(" ")
    if article.lower() not in lexicon.phrases("kinds", "articles") or begins(subject, papers) is None:
        return False
    return first(" ".join(before.split()[:_HEAD]), lexicon.phrases("cues", "reporting")) is None


def _last(words: str, phrases: tuple[str, ...]) -> int:
    """Return where the last of the phrases ends, 0 without."""
    return max((match.end() for match in every(words, phrases)), default=0)
