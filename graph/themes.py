"""What a statement is about: themes of a SKOS scheme, found by the stems of their labels, with the words that matched as evidence.

A label matches when the stems of its content words follow each other in the text, with nothing but function words between, and no "and" that the label
has not: "Consejo Económico y Social" is not about "economía social". A label of one word has to be that word but for its ending, because stems put unlike
words together ("accountant", "accountability"), and counts for nothing where it only tells a time ("since the pandemic"). Labels of a language are only tried
on text of that language; text of an unknown language matches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

import snowballstemmer
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_STEMMERS = MappingProxyType({"en": "english", "fr": "french", "es": "spanish"})
LANGUAGES = tuple(_STEMMERS)
"""Languages in which labels are looked for."""

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_EMPTY_WORDS = MappingProxyType(
    {
        "en": frozenset("a an and the of in on for to by with at from or its their our".split()),
        "fr": frozenset("le la les l un une des de du d et en à a au aux par pour dans sur leurs leur ses".split()),
        "es": frozenset("el la los las un una unos de del y e en a al por para con sobre sus su".split()),
    }
)
_SINCE = re.compile(
    r"\b(?:since|before|depuis|avant|desde|antes) (?:(?:de|the|la|le|les|el|los|las) ){0,2}(?:l['’])?$", re.IGNORECASE
)
"""What stands before a word that only tells a time."""
_BEFORE = 24
_ENDING = 3
"""Letters in which two forms of one word may differ at their ends; long words in a third of theirs."""
_JOINING = re.compile(r"[,;/&]|\b(?:and|or|et|ou|y|e|o)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """One theme a text is about.

    Attributes:
        theme: IRI of the concept.
        score: from 0 to 1; longer labels and more places count more.
        words: the words that matched first, as they stand in the text.
        start: where these words begin, in code points of the text given.
        end: where they end.
    """

    theme: str
    score: float
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Labels of a SKOS scheme, ready to be looked for.

    Attributes:
        labels: for each language, stems of a label's content words to the IRIs of its concepts.
        longest: number of words of the longest label.
        joined: stems of labels that join their words by "and" or by a comma.
        strict: whether its labels were not made to be matched: then one word has to be met at two places, a label that names
            two concepts is none, and none inside a longer one counts, whereas otherwise only one word inside a longer one does not.
        words: for each language, stems to the words of labels of one word.
    """

    labels: Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]
    longest: int
    joined: frozenset[tuple[str, ...]] = frozenset()
    strict: bool = False
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def concepts(self) -> frozenset[str]:
        """IRIs of all concepts that have a label."""
        return frozenset(iri for rows in self.labels.values() for iris in rows.values() for iri in iris)

    def suggest(self, text: str, language: str) -> tuple[ThemeMatch, ...]:
        """Return the themes of a text, best first, then by IRI."""
        labels = self.labels.get(language)
        if not labels:
            return ()
        tokens = _tokens(text, language)
        found: dict[str, list[tuple[int, int, int]]] = {}
        covered = 0
        for first in range(len(tokens)):
            for length in range(min(self.longest, len(tokens) - first), 0, -1):
                place = tokens[first : first + length]
                stems = tuple(token[0] for token in place)
                themes = labels.get(stems) or ()
                if not themes or (first + length <= covered and (self.strict or length == 1)):
                    continue
                if (self.strict and len(themes) > 1) or not self._meant(text, language, place):
                    continue
                for theme in themes:
                    found.setdefault(theme, []).append((place[0][1], place[-1][2], length))
                    covered = max(covered, first + length)
        matches = (_match(theme, places, text) for theme, places in found.items() if self._counts(places))
        return tuple(sorted(matches, key=lambda match: (-match.score, match.theme)))

    def _meant(self, text: str, language: str, place: list[tuple[str, int, int]]) -> bool:
        """Tell whether words that have the stems of a label are meant by it."""
        (stem_, start, end), last = place[0], place[-1]
        if len(place) > 1:
            stems = tuple(token[0] for token in place)
            return stems in self.joined or not _JOINING.search(text, end, last[1])
        words = self.words.get(language, {}).get(stem_, ())
        return any(_same_word(text[start:end], word) for word in words) and not _SINCE.search(
            text[max(0, start - _BEFORE) : start]
        )

    def _counts(self, places: list[tuple[int, int, int]]) -> bool:
        return not self.strict or len(places) > 1 or places[0][2] > 1


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words of one stem are forms of one word.

    >>> _same_word("municipalities", "municipality"), _same_word("decentralized", "decentralization"), _same_word("accounting", "accountability")
    (True, True, False)
    """
    longer = max(len(one), len(other))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.casefold(), other, strict=False)))
    return longer - same <= _ENDING or 3 * same >= 2 * longer


def _match(theme: str, places: list[tuple[int, int, int]], text: str) -> ThemeMatch:
    longest = max(length for _, _, length in places)
    start, end = next((start, end) for start, end, length in places if length == longest)
    score = min(1.0, 0.3 + 0.2 * longest + 0.1 * (len(places) - 1))
    return ThemeMatch(theme, round(score, 2), text[start:end], start, end)


@lru_cache(maxsize=len(_STEMMERS))
def _stemmer(language: str) -> object:
    return snowballstemmer.stemmer(_STEMMERS[language])


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return the Snowball stem of a word in lower case.

    >>> stem("partnerships", "en") == stem("Partnership", "en")
    True
    """
    return str(_stemmer(language).stemWord(word.casefold()))  # type: ignore[attr-defined]  # the library ships no types


def _tokens(text: str, language: str) -> list[tuple[str, int, int]]:
    empty = _EMPTY_WORDS[language]
    found = ((match.group(), match.start(), match.end()) for match in _WORD.finditer(text))
    return [(stem(word, language), start, end) for word, start, end in found if word.casefold() not in empty]


def thesaurus(labels: Iterable[tuple[str, str, str]], *, strict: bool = False) -> Thesaurus:
    """Make a thesaurus from (IRI, label, language); labels in other languages, or of function words only, are left out.

    Args:
        strict: as `Thesaurus.strict`.

    >>> words = thesaurus([("urn:t", "decision-making", "en")])
    >>> [(match.words, match.score) for match in words.suggest("Who is in decision making?", "en")]
    [('decision making', 0.7)]
    """
    table: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    joined = set()
    for iri, label, language in sorted(set(labels)):
        if language not in _STEMMERS:
            continue
        tokens = _tokens(label, language)
        stems = tuple(token for token, _, _ in tokens)
        if len(tokens) == 1:
            known, (_, start, end) = words.setdefault(language, {}), tokens[0]
            known[stems[0]] = (*known.get(stems[0], ()), label[start:end].casefold())
        if stems:
            rows = table.setdefault(language, {})
            rows[stems] = tuple(sorted({*rows.get(stems, ()), iri}))
            if _JOINING.search(label):
                joined.add(stems)
    longest = max((len(stems) for rows in table.values() for stems in rows), default=0)
    return Thesaurus(table, longest, frozenset(joined), strict, words)


@lru_cache(maxsize=1)
def own() -> Thesaurus:
    """Return the scheme of themes that comes with forumgraph."""
    labels = {f"{_SKOS}prefLabel", f"{_SKOS}altLabel"}
    quads = parse(ontology_text("themes"), format=RdfFormat.TURTLE)
    return thesaurus(
        (quad.subject.value, quad.object.value, quad.object.language or "")
        for quad in quads
        if quad.predicate.value in labels and isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
    )


def suggest(text: str, language: str) -> tuple[ThemeMatch, ...]:
    """Return the themes of forumgraph's own scheme that a text is about."""
    return own().suggest(text, language)
