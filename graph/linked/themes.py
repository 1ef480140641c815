"""What a statement is about: themes of a SKOS scheme, found by the stems of their labels, with the words that matched as evidence.

A label matches when the stems of its content words follow each other in the text, with nothing but function words between, and no "and" that the label has not, and never a
bracket or the end of a sentence: "Consejo Económico y Social" is not about "economía social". A label of one word has to be that word but for its ending, because stems put
unlike words together ("accountant", "accountability"), what only leads to a theme has to be its words but for number and gender ("evidence" is not "evident"), and one word
counts for nothing where it only tells a time ("since the pandemic") or stands in a proper name ("the Hill Women Choir"). No label counts in the title of an office ("the
Minister of Health"), in what something is compared with ("fund participation as they fund roads"), in the name of an actor of the authority file, or in words that are known
to mean something else ("business climate", `forum:falseFriend`). Labels of a language are only tried on text of that language; text of an unknown language matches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from forumgraph.graph.linked.meanings import is_compared, is_meant, is_office, same_form, same_word
from forumgraph.graph.linked.stretches import Stretches
from forumgraph.graph.names.sightings import sightings
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_STEMMERS = {"en": "english", "fr": "french", "es": "spanish"}
LANGUAGES = tuple(_STEMMERS)
"""Languages in which labels are looked for."""

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_NAMES = frozenset({f"{_SKOS}prefLabel", f"{_SKOS}altLabel"})
_EMPTY_WORDS = {
    "en": frozenset("a an and the of in on for to by with at from or its their our".split()),
    "fr": frozenset("le la les l un une des de du d et en à a au aux par pour dans sur leurs leur ses".split()),
    "es": frozenset("el la los las un una unos de del y e en a al por para con sobre sus su".split()),
}
_Label = tuple[str, str, tuple[str, ...]]
"""Concept, language and stems."""
_Token = tuple[str, int, int]
"""Stem, start and end of a word."""
_LEADING = 0.1
"""What a theme that only words which lead to it speak for scores less."""
_JOINING = re.compile(r"[,;/&]|\b(?:and|or|et|ou|y|e|o)\b", re.IGNORECASE)
_ENDING = re.compile(r"[()\[\]?!:;…]|[.](?: |$)")
"""What no label goes across."""


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """One theme a text is about.

    Attributes:
        theme: IRI of the concept.
        score: from 0 to 1; longer labels and more places count more, words that only lead to it less.
        words: the words that matched, of a name before others, the longest, the first of these, as they stand in the text.
        start: where these words begin, in code points of the text given.
        end: where they end.
        named: whether words of a name of the concept stand in the text, and not only words that lead to it.
    """

    theme: str
    score: float
    words: str
    start: int
    end: int
    named: bool = True


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    length: int
    named: bool


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Labels of a SKOS scheme, ready to be looked for.

    Attributes:
        labels: for each language, stems of a label's content words to the IRIs of its concepts.
        longest: for each language, stems with which labels begin to the number of words of the longest.
        joined: stems of labels that join their words by "and" or by a comma.
        strict: whether its labels were not made to be matched: then one word has to be met at two places, a label that names
            two concepts is none, and none inside a longer one counts, whereas otherwise only one word inside a longer one does not.
        forms: the words of the labels that have the same stems and are names.
        leads: the same of those that lead to a concept and are no name of it: "volunteers", where "volunteering" is a name.
        otherwise: for each concept and language, words in which its labels mean something else.
    """

    labels: Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]
    longest: Mapping[str, Mapping[str, int]]
    joined: frozenset[tuple[str, ...]] = frozenset()
    strict: bool = False
    forms: Mapping[_Label, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    leads: Mapping[_Label, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    otherwise: Mapping[tuple[str, str], re.Pattern[str]] = field(default_factory=dict)

    @property
    def concepts(self) -> frozenset[str]:
        """IRIs of all concepts that have a label."""
        return frozenset(iri for rows in self.labels.values() for iris in rows.values() for iri in iris)

    def suggest(self, text: str, language: str, names: Sequence[tuple[int, int]] = ()) -> tuple[ThemeMatch, ...]:
        """Return the themes of a text, best first, then by IRI.

        Args:
            names: places of names, none of which overlaps another; a label inside one does not count.
        """
        named_places = Stretches(names)
        found: dict[str, list[_Place]] = {}
        covered = 0
        for end, place, themes in self._met(text, language):
            span = place[0][1], place[-1][2]
            inside = end <= covered and (self.strict or len(place) == 1)
            if inside or named_places.hold(*span) or not self._is_meant(text, place):
                continue
            stems = tuple(token[0] for token in place)
            for theme in themes:
                named = self._names(text, (theme, language, stems), place)
                if named is not None:
                    covered = max(covered, end)
                    if not self._means_otherwise(text, language, theme, span):
                        found.setdefault(theme, []).append(_Place(*span, len(place), named))
        matches = (_match(theme, places, text) for theme, places in found.items() if self._counts(places))
        return tuple(sorted(matches, key=lambda match: (-match.score, match.theme)))

    def _met(self, text: str, language: str) -> Iterator[tuple[int, Sequence[_Token], tuple[str, ...]]]:
        """Yield where the stems of labels follow each other, the longest first: the number of the word behind, the words, and the concepts of the label."""
        labels = self.labels.get(language)
        if not labels:
            return
        tokens, longest = _tokens(text, language), self.longest[language]
        begun = [(first, longest[token[0]]) for first, token in enumerate(tokens) if token[0] in longest]
        for first, most in begun:
            for length in range(min(most, len(tokens) - first), 0, -1):
                place = tokens[first : first + length]
                themes = labels.get(tuple([token[0] for token in place]), ())
                if themes and not (self.strict and len(themes) > 1):
                    yield first + length, place, themes

    def _is_meant(self, text: str, place: Sequence[_Token]) -> bool:
        """Tell whether words with the stems of a label can mean it where they stand."""
        (_, start, end), (_, last, stop) = place[0], place[-1]
        if is_office(text, start, stop) or is_compared(text, start):
            return False
        if len(place) == 1:
            return is_meant(text, start, end)
        joined = tuple(token[0] for token in place) in self.joined
        return not (_ENDING.search(text, end, last) or (not joined and _JOINING.search(text, end, last)))

    def _names(self, text: str, key: _Label, place: Sequence[_Token]) -> bool | None:
        """Tell whether the words at a place name a concept, or, but for number and gender, are words that only lead to it; None where their stems alone are alike."""
        written = [text[start:end] for _, start, end in place]
        if _alike(same_form, written, self.leads.get(key, ())):
            return False if len(place) > 1 or _alike(same_word, written, self.leads[key]) else None
        return True if key in self.forms and (len(place) > 1 or _alike(same_word, written, self.forms[key])) else None

    def _means_otherwise(self, text: str, language: str, theme: str, place: tuple[int, int]) -> bool:
        pattern = self.otherwise.get((theme, language))
        return pattern is not None and _otherwise(pattern, text).hold(*place)

    def _counts(self, places: list[_Place]) -> bool:
        return not self.strict or len(places) > 1 or places[0].length > 1


def _alike(same: Callable[[str, str], bool], written: Iterable[str], forms: Iterable[tuple[str, ...]]) -> bool:
    return any(all(map(same, written, words)) for words in forms)


@lru_cache(maxsize=128)
def _otherwise(pattern: re.Pattern[str], text: str) -> Stretches:
    """Return where words of a pattern stand; a text is searched once for all its places."""
    return Stretches(match.span() for match in pattern.finditer(text))


def _match(theme: str, places: list[_Place], text: str) -> ThemeMatch:
    longest = max(place.length for place in places)
    best = max(places, key=lambda place: (place.named, place.length, -place.start))
    named = best.named
    score = min(1.0, 0.3 + 0.2 * longest + 0.1 * (len(places) - 1)) - (0 if named else _LEADING)
    return ThemeMatch(theme, round(score, 2), text[best.start : best.end], best.start, best.end, named)


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


@lru_cache(maxsize=64)
def _tokens(text: str, language: str) -> tuple[_Token, ...]:
    """Return the content words of a text, in which several thesauri are looked for."""
    empty = _EMPTY_WORDS[language]
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    return tuple([(stem(word, language), start, end) for word, start, end in found if word.casefold() not in empty])


def thesaurus(
    labels: Iterable[tuple[str, str, str]],
    *,
    strict: bool = False,
    leads: Iterable[tuple[str, str, str]] = (),
    otherwise: Iterable[tuple[str, str, str]] = (),
) -> Thesaurus:
    """Make a thesaurus from (IRI, label, language); labels in other languages, or of function words only, are left out.

    Args:
        strict: as `Thesaurus.strict`.
        leads: (IRI, words, language) that lead to a concept and are no name of it; words that are a name too are one.
        otherwise: (IRI, words, language) in which labels mean something else.

    >>> words = thesaurus([("urn:t", "decision-making", "en")])
    >>> [(match.words, match.score) for match in words.suggest("Who is in decision making?", "en")]
    [('decision making', 0.7)]
    """
    table: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    forms: dict[_Label, tuple[tuple[str, ...], ...]] = {}
    leading: dict[_Label, tuple[tuple[str, ...], ...]] = {}
    joined, named = set(), set(labels)
    for iri, label, language in sorted({*named, *leads}):
        tokens = _tokens(label, language) if language in _STEMMERS else ()
        stems = tuple(token for token, _, _ in tokens)
        if not stems:
            continue
        key, own = (iri, language, stems), forms if (iri, label, language) in named else leading
        own[key] = (*own.get(key, ()), tuple(label[start:end].casefold() for _, start, end in tokens))
        rows = table.setdefault(language, {})
        rows[stems] = tuple(sorted({*rows.get(stems, ()), iri}))
        if _JOINING.search(label):
            joined.add(stems)
    return Thesaurus(table, _longest(table), frozenset(joined), strict, forms, leading, _patterns(otherwise))


def _longest(table: Mapping[str, Mapping[tuple[str, ...], object]]) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language, labels in table.items():
        begun = found.setdefault(language, {})
        for stems in labels:
            begun[stems[0]] = max(begun.get(stems[0], 0), len(stems))
    return found


def _patterns(otherwise: Iterable[tuple[str, str, str]]) -> Mapping[tuple[str, str], re.Pattern[str]]:
    """Return one pattern for each concept and language, the longest words first, without regard to case."""
    phrases: dict[tuple[str, str], list[str]] = {}
    for iri, words, language in sorted(set(otherwise)):
        phrases.setdefault((iri, language), []).append(words)
    return {
        key: re.compile(
            rf"(?<![^\W_])(?:{'|'.join(re.escape(each) for each in sorted(rows, key=len, reverse=True))})(?![^\W_])",
            re.IGNORECASE,
        )
        for key, rows in phrases.items()
    }


@lru_cache(maxsize=16)
def own(*languages: str) -> Thesaurus:
    """Return the scheme of themes that comes with forumgraph; words that lead to a theme and are no name of it are its `skos:hiddenLabel`.

    Args:
        languages: of the labels that are wanted; all where none is given.
    """
    rows = [row for row in _labels() if not languages or row[-1] in languages]
    return thesaurus(
        (row[1:] for row in rows if row[0] in _NAMES),
        leads=(row[1:] for row in rows if row[0] == f"{_SKOS}hiddenLabel"),
        otherwise=(row[1:] for row in rows if row[0] == forum.falseFriend),
    )


@lru_cache(maxsize=1)
def _labels() -> tuple[tuple[str, str, str, str], ...]:
    """Return property, IRI, words and language of all that the scheme calls its themes."""
    return tuple(
        (quad.predicate.value, quad.subject.value, quad.object.value, quad.object.language or "")
        for quad in parse(ontology_text("themes"), format=RdfFormat.TURTLE)
        if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)
    )


def suggest(text: str, language: str) -> tuple[ThemeMatch, ...]:
    """Return the themes of forumgraph's own scheme that a text is about; what actors are called is not what is said."""
    return own(language).suggest(text, language, sightings(text))
