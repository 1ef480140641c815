"""The authority file as plain data: who is known under which names. Read once in a process; looked up by exact names, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from forumgraph.graph.names.shortnames import heads
from forumgraph.graph.names.variants import canonical
from forumgraph.graph.rdf.identifiers import AUTHORITY
from forumgraph.model import KnownName
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_K = TypeVar("_K")

FILES = ("authority", "countries")

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_PREFERRED, _ALTERNATIVE, _HIDDEN = f"{_SKOS}prefLabel", f"{_SKOS}altLabel", f"{_SKOS}hiddenLabel"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "l", "el", "los", "las"})
_WITHIN = frozenset({forum.partOfBody, forum.memberOf, forum.hostedByBody})
_ENTRIES = frozenset(
    {forum.Actor, forum.Body, forum.Constituency, forum.Government, forum.Person, forum.Forum, forum.Place}
)


def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents, punctuation and a leading article.

    >>> folded("The Réseau des villes, portuaires")
    ('reseau', 'des', 'villes', 'portuaires')
    """
    letters = name.casefold()
    if not letters.isascii():
        letters = "".join(char for char in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(char))
    words = _WORD.findall(letters)
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(words)


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as acronyms are: one word with two capitals at least, or with one and figures.

    >>> is_acronym("LAMG"), is_acronym("G77"), is_acronym("Austria"), is_acronym("Regions4")
    (True, True, False, False)
    """
    if len(name.split()) != 1:
        return False
    capitals = sum(char.isupper() for char in name)
    figures = any(char.isdigit() for char in name) and not any(char.islower() for char in name)
    return capitals >= 2 or (capitals == 1 and figures)


def initials(name: str) -> str:
    """Return the first letters of the words of a name that begin with a capital.

    >>> initials("Network of River Cities")
    'NRC'
    """
    return "".join(word[0] for word in name.split() if word[0].isupper())


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor, forum or country of the authority file.

    Attributes:
        node: token of its IRI.
        kind: as in `KnownName.kind`.
        names: the preferred one in English first.
        place: whether it is also a place.
        acts: whether it is an actor; a forum may be one too.
        within: nodes of the bodies of which it is or was a part or a member.
        unsought: names that are ordinary words too.
    """

    node: str
    key: str
    kind: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    place: bool
    acts: bool = True
    within: frozenset[str] = frozenset()
    unsought: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call it."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Authority:
    """All entries, with indexes of their names.

    Attributes:
        named: entries by the folded words of each name, and of acronyms of several words.
        shortened: entries by acronym, in capitals.
        varied: entries by the words that the variants of a name have in common.
        headed: actors by the one word that they may be called for short, after their name.
        unsought: entries by names that are ordinary words too, as they are written: they resolve a name, and are looked for in no text.
    """

    entries: tuple[Entry, ...]
    named: Mapping[tuple[str, ...], tuple[Entry, ...]] = field(repr=False)
    shortened: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    varied: Mapping[tuple[str, ...], tuple[Entry, ...]] = field(repr=False)
    headed: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    unsought: Mapping[str, tuple[Entry, ...]] = field(repr=False)

    def of_name(self, name: str) -> tuple[Entry, ...]:
        """Return the entries that bear a name."""
        return self.named.get(folded(name), ())

    def of_acronym(self, acronym: str) -> tuple[Entry, ...]:
        """Return the entries that bear an acronym, which must be written as one."""
        return self.shortened.get(acronym.upper(), ()) if is_acronym(acronym) else ()

    def of_variant(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of which a name is a variant."""
        return self.varied.get(canonical(folded(name)), ())

    def called(self, word: str) -> tuple[Entry, ...]:
        """Return the actors that may be called by a word for short, once their name was told."""
        return self.headed.get(word, ())


def known_names() -> tuple[KnownName, ...]:
    """Return the authority file as the converters take it, sorted by key."""
    return tuple(KnownName(entry.key, entry.names, entry.acronyms, entry.kind) for entry in authority().entries)


@lru_cache(maxsize=1)
def authority() -> Authority:
    """Read the authority file that comes with forumgraph."""
    return read("\n".join(ontology_text(name) for name in FILES))


def read(turtle: str) -> Authority:
    """Read an authority file.

    Raises:
        SyntaxError: if it is not Turtle.
    """
    about: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for quad in parse(turtle, format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
            about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    within = _parts(about.values())
    entries = tuple(
        _entry(iri, rows, frozenset(within.get(iri, ())))
        for iri, rows in sorted(about.items())
        if _ENTRIES & _values(rows, _TYPE) and _PREFERRED in rows
    )
    named = [(each, [folded(name) for name in each.names]) for each in entries]
    long = [
        (words, each)
        for each, names in named
        for words in (*names, *(folded(name) for name in each.acronyms if " " in name))
    ]
    acronyms = ((acronym.upper(), entry) for entry in entries for acronym in entry.acronyms)
    varied = ((form, each) for words, each in long if not each.place and (form := canonical(words)))
    called = (
        (word, each)
        for each, names in named
        if each.acts and not each.place
        for words in names
        for word in heads(words)
    )
    unsought = ((name, entry) for entry in entries for name in entry.unsought)
    return Authority(
        entries,
        _index(long),
        _index(acronyms),
        _index(varied),
        _index(called),
        _index(unsought),
    )


def _values(rows: Mapping[str, list[NamedNode | Literal]], predicate: str) -> set[str]:
    return {value.value for value in rows.get(predicate, ())}


def _parts(nodes: Iterable[Mapping[str, list[NamedNode | Literal]]]) -> dict[str, set[str]]:
    """Return, for each entry, the nodes of the bodies of which it is or was a part, as the relationships tell."""
    within: dict[str, set[str]] = {}
    for rows in nodes:
        if _values(rows, forum.relationType) & _WITHIN:
            for whole in _values(rows, forum.toActor):
                within.setdefault(next(iter(_values(rows, forum.fromActor)), ""), set()).add(f"<{whole}>")
    return within


def _entry(iri: str, rows: Mapping[str, list[NamedNode | Literal]], within: frozenset[str]) -> Entry:
    classes = _values(rows, _TYPE)
    return Entry(
        node=f"<{iri}>",
        key=iri.removeprefix(AUTHORITY),
        kind=_kind(classes, _values(rows, forum.actorKind)),
        names=tuple(dict.fromkeys((*_labels(rows, _PREFERRED), *_labels(rows, _ALTERNATIVE)))),
        acronyms=tuple(sorted(_values(rows, forum.acronym))),
        place=forum.Place in classes,
        acts=bool(classes - {forum.Forum, forum.Place}),
        within=within,
        unsought=tuple(sorted(_values(rows, _HIDDEN))),
    )


def _kind(classes: set[str], kinds: set[str]) -> str:
    if forum.Forum in classes:
        return "forum"
    if forum.Place in classes:
        return "country"
    return min(kinds, default="organization").rpartition("/")[2]


def _labels(rows: Mapping[str, list[NamedNode | Literal]], predicate: str) -> Iterator[str]:
    labels = [each for each in rows.get(predicate, ()) if isinstance(each, Literal)]
    yield from (
        each.value for each in sorted(labels, key=lambda each: (each.language != "en", each.language or "", each.value))
    )


def _index(rows: Iterable[tuple[_K, Entry]]) -> Mapping[_K, tuple[Entry, ...]]:
    index: dict[_K, dict[str, Entry]] = {}
    for key, entry in rows:
        index.setdefault(key, {})[entry.node] = entry
    return {key: tuple(entries.values()) for key, entries in index.items()}
