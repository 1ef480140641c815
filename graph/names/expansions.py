"""Acronyms that only another document of the corpus expands: what they stand for, where all documents agree and nobody else can be meant.

A name stands for the same actor in all documents, so an acronym is expanded in all of them or in none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import authority, folded, is_acronym
from forumgraph.graph.names.commonnames import is_widespread
from forumgraph.graph.names.context import Context
from forumgraph.graph.names.variants import canonical
from forumgraph.graph.rdf.identifiers import named

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from forumgraph.graph.names.authority import Authority
    from forumgraph.model import Report

_SHORT = 3
"""Letters of the shortest acronym that is expanded by another document: two letters are short for too many things."""


@dataclass(frozen=True, slots=True)
class Shortened:
    """What a document tells of names that are shortened.

    Attributes:
        defined: its acronyms, in capitals, each with the words by which it expands them, sorted; none of two letters or of the authority file.
        initials: names of actors, each after its initials, sorted: an acronym may be short for one of them.
    """

    defined: tuple[tuple[str, str], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, report: Report) -> Shortened:
        """Read a document."""
        here = Context.of(report)
        defined = ((acronym, words) for acronym, words in here.defined.items() if _is_plain(acronym, authority()))
        return cls(tuple(sorted(defined)), tuple(sorted(here.initials.items())))


@dataclass(frozen=True, slots=True)
class Expansion:
    """The words that an acronym stands for.

    Attributes:
        documents: names of those that say so, sorted.
    """

    words: str
    documents: tuple[str, ...]

    @property
    def document(self) -> str:
        """The first one that says so."""
        return self.documents[0]


def agreed(told: Mapping[str, Shortened], used: Mapping[str, Collection[str]]) -> dict[str, Expansion]:
    """Return the acronyms that some documents use and only others expand, all in the same words, by their key (`identifiers.named`).

    Left out are those whose words name no actor of any document, and those that can be short for somebody else: the
    initials of another actor of any document, and what is short for a name that many bodies bear ("Ministry of Health", "Regional Coordination Mechanism").

    Args:
        told: what each document tells, by its name.
        used: keys of the names of actors in each document, by its name.
    """
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    tellers: defaultdict[str, list[str]] = defaultdict(list)
    for document in sorted(told):
        for acronym, expansion in told[document].defined:
            words[acronym][expansion] += 1
            tellers[acronym].append(document)
    wanted = _wanted(tellers, used)
    others, acting = (_others(told), set().union(*used.values())) if wanted else ({}, set[str]())
    return {
        named(acronym): Expansion(
            min(words[acronym], key=lambda each: (-words[acronym][each], each)), tuple(tellers[acronym])
        )
        for acronym in wanted
        if not acting.isdisjoint(map(named, words[acronym])) and _is_one({*words[acronym], *others.get(acronym, ())})
    }


def _wanted(tellers: Mapping[str, Collection[str]], used: Mapping[str, Collection[str]]) -> list[str]:
    """Return the acronyms that a document uses and does not expand, sorted."""
    keys = {named(acronym): acronym for acronym in tellers}
    found = ((keys[key], document) for document, names in used.items() for key in keys.keys() & set(names))
    return sorted({acronym for acronym, document in found if document not in tellers[acronym]})


def _others(told: Mapping[str, Shortened]) -> dict[str, set[str]]:
    """Return the names of actors by their initials."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in told.values():
        for letters, name in each.initials:
            found[letters.upper()].add(name)
    return found


def _is_plain(acronym: str, known: Authority) -> bool:
    letters = sum(char.isalpha() for char in acronym)
    return letters >= _SHORT and is_acronym(acronym) and not known.of_acronym(acronym) and not known.of_name(acronym)


def _is_one(names: set[str]) -> bool:
    """Tell whether names are spellings of one, which is the name of one body alone."""
    return len({canonical(folded(each)) for each in names}) == 1 and not any(
        is_widespread(each) or len(folded(each)) == 1 for each in names
    )
