"""Sentences that tell what became of something: found by the cues of the scheme of follow-up states, which are data in `ontology/followup.ttl`.

A cue alone is no follow-up; what it speaks of is decided in `linking`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.ontology import PREFIXES
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.model import Report, Span

NOT_DONE = "not-done"

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_BREATH = 8
_MONTH = "May"
_DOUBTS = frozenset(
    """if whether until unless once when before no not never without si jusque jusqu quand lorsque lorsqu avant sans jamais pas cuando hasta antes sin nunca
    should must could would may devrait devraient doit doivent debe deben debería deberían""".split()
)
"""Words in the breath before a cue that make it a condition, a wish or a denial."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell what became of something.

    Attributes:
        state: notation of a concept of the scheme, for example `not-done`.
        words: as they stand in the text.
        start: in the text given, in code points.
    """

    state: str
    words: str
    start: int

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with a cue, and where it stands in its document."""

    span: Span
    cue: Cue


@lru_cache(maxsize=1)
def cues() -> Mapping[str, Mapping[tuple[str, ...], str]]:
    """Return the cues of each language, word by word, with the state that each tells of."""
    states, labels = {}, []
    for quad in parse(ontology_text("followup"), format=RdfFormat.TURTLE):
        if quad.predicate.value == f"{PREFIXES['skos']}notation":
            states[str(quad.subject)] = quad.object.value
        elif quad.predicate.value == f"{PREFIXES['skos']}hiddenLabel" and isinstance(quad.object, Literal):
            labels.append((quad.object.language or "", tuple(_WORD.findall(quad.object.value)), str(quad.subject)))
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for language, words, state in sorted(labels):
        table.setdefault(language, {})[words] = states[state]
    return table


def find(words: str, language: str) -> Cue | None:
    """Return the cue of a sentence: the first that says that something is not done, else the first of all.

    >>> find("The platform has not been opened.", "en")
    Cue(state='not-done', words='has not been', start=13)
    >>> find("Nothing is known until the fund has been established.", "en")
    """
    found = tuple(_all(words, language))
    return next((cue for cue in found if cue.state == NOT_DONE), found[0] if found else None)


def _all(words: str, language: str) -> Iterator[Cue]:
    table = cues().get(language, {})
    tokens = [(_plain(match.group()), match.start(), match.end()) for match in _WORD.finditer(words)]
    begin, longest = _beginnings(language)
    first = 0
    while first < len(tokens):
        if tokens[first][0] not in begin:
            first += 1
            continue
        length, state = _longest(table, [token for token, _, _ in tokens[first : first + longest]])
        if state and (state == NOT_DONE or not _doubted([token for token, _, _ in tokens[:first]])):
            start = tokens[first][1]
            yield Cue(state, words[start : tokens[first + length - 1][2]], start)
        first += max(length, 1)


@lru_cache(maxsize=10)
def _beginnings(language: str) -> tuple[frozenset[str], int]:
    """Return the words with which cues begin, and how many words the longest has."""
    table = cues().get(language, {})
    return frozenset(words[0] for words in table), max(map(len, table), default=0)


def _plain(word: str) -> str:
    """Return a word without its capitals, but for the month of May, which makes nothing doubtful."""
    return word if word == _MONTH else word.casefold()


def _longest(table: Mapping[tuple[str, ...], str], tokens: list[str]) -> tuple[int, str]:
    for length in range(len(tokens), 0, -1):
        state = table.get(tuple(tokens[:length]))
        if state:
            return length, state
    return 0, ""


def _doubted(before: list[str]) -> bool:
    return bool(_DOUBTS & set(before[-_BREATH:]))


def tellings(report: Report) -> Iterator[Telling]:
    """Return the sentences of a document that tell what became of something, in the order of the text."""
    text = report.document.text
    for sentence in report.sentences:
        cue = find(sentence.span.of(text), report.language)
        if cue:
            yield Telling(sentence.span, cue)
