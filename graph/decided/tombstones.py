"""Names that vanished from one edition to the next, and what took their place: whoever follows a citation finds out what became of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.editions import POINTS, Name, Thing
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.ontology import PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from forumgraph.graph.rdf.terms import Triple

GRAPH = "tombstones"
"""Name of the graph."""

NUMBERED, UNNUMBERED = 0.6, 0.85
"""Likeness of words from which a point took the place of another of the same document: with the same printed number, and without."""

_HALF = 0.5
_KINDS = ("demand", "issue", "recommendation")
REPLACED = f"<{PREFIXES['dcterms']}isReplacedBy>"
_INVALIDATED = f"<{PREFIXES['prov']}invalidatedAtTime>"


@dataclass(frozen=True, slots=True)
class Editions:
    """Two editions, as far as it matters for what vanished.

    Attributes:
        base: absolute IRI that ends with a slash.
        old: things that vanished, and documents and mentions of the older edition.
        new: things of documents in which something vanished or that are new.
        before: every name of the older edition.
        after: every name of the newer edition.
        texts: digests of the texts of documents that are in one edition alone, by the token of the document.
    """

    base: str
    old: Mapping[str, Thing]
    new: Mapping[str, Thing]
    before: Collection[str]
    after: Collection[str]
    texts: Mapping[str, str]


def tombstones(editions: Editions, vanished: Iterable[str], date: str = "") -> list[Triple]:
    """Describe names that vanished.

    Args:
        date: ISO date of the newer edition; nothing is dated where it is empty.
    """
    work = _Successors(editions)
    return sorted(triple for node in sorted(vanished) for triple in _stone(editions, node, work.of(node), date))


def _stone(editions: Editions, node: str, successor: str, date: str) -> Iterator[Triple]:
    thing = editions.old.get(node, Thing())
    yield node, RDF_TYPE, terms.iri(forum.Tombstone)
    yield node, LABEL, terms.text(thing.label or node[1:-1])
    if thing.kind:
        yield node, f"<{forum.formerClass}>", thing.kind
    if thing.words:
        yield node, f"<{forum.formerWords}>", terms.text(thing.words)
    if successor:
        yield node, REPLACED, successor
    if date:
        yield node, _INVALIDATED, terms.date_time(f"{date}T00:00:00Z")


class _Successors:
    """Finds what took the place of a name: the same words elsewhere, else nearly the same words in the same place."""

    def __init__(self, editions: Editions) -> None:
        self.editions = editions
        self.base = editions.base
        self.fresh = sorted(node for node in editions.new if node in editions.after and node not in editions.before)
        self.by_document: dict[str, list[str]] = defaultdict(list)
        self.by_last: dict[tuple[str, str], list[str]] = defaultdict(list)
        for node in self.fresh:
            name = Name.of(node, self.base)
            self.by_document[name.document].append(node)
            self.by_last[name.kind, name.last].append(node)
        self.renamed = self.documents()
        self.taken: set[str] = set()

    def documents(self) -> dict[str, str]:
        """Return which new document took the place of one that vanished: the same bytes, the same text, or half of its points."""
        gone = [
            node for node, thing in self.editions.old.items() if self.is_document(node) and self.is_gone(node, thing)
        ]
        come = [node for node in self.fresh if self.is_document(node)]
        found = {}
        for node in sorted(gone):
            same = [each for each in come if self.same_document(node, each)] or self.most_points(node, come)
            if same:
                found[Name.of(node, self.base).document] = Name.of(same[0], self.base).document
        return found

    def is_document(self, node: str) -> bool:
        return Name.of(node, self.base).kind == "document"

    def is_gone(self, node: str, thing: Thing) -> bool:
        return bool(thing.kind) and node not in self.editions.after

    def same_document(self, old: str, new: str) -> bool:
        texts = self.editions.texts
        same_bytes = self.editions.old[old].sha256 == self.editions.new[new].sha256
        return same_bytes or (old in texts and texts[old] == texts.get(new))

    def most_points(self, old: str, come: list[str]) -> list[str]:
        """Return the new document that has at least half of the points of one that vanished."""
        document = Name.of(old, self.base).document
        own = [name for name in (Name.of(node, self.base) for node in self.editions.old) if name.document == document]
        points = [(name.kind, name.last) for name in own if name.kind in _KINDS]
        counts = {
            new: sum(
                Name(kind, Name.of(new, self.base).document, last).token(self.base) in self.editions.new
                for kind, last in points
            )
            for new in come
        }
        best = max(counts, key=lambda each: (counts[each], each), default="")
        return [best] if best and points and counts[best] >= _HALF * len(points) else []

    def of(self, node: str) -> str:
        """Return what took the place of a name; empty where that is not known."""
        name = Name.of(node, self.base)
        found = self.elsewhere(name) or self.nearby(node, name) or self.denoted(node)
        if found and found in self.editions.after:
            self.taken.add(found)
        return found

    def elsewhere(self, name: Name) -> str:
        """Return the same words: in the renamed document, as another kind of point, or in one other new place."""
        if name.kind == "document":
            document = self.renamed.get(name.document)
            return Name("document", document, "").token(self.base) if document else ""
        documents = [self.renamed.get(name.document, ""), name.document]
        kinds = (name.kind, *(_KINDS if name.kind in _KINDS else ()))
        for document in filter(None, documents):
            for kind in kinds:
                token = Name(kind, document, name.last).token(self.base)
                if token in self.editions.after:
                    return token
        others = self.by_last.get((name.kind, name.last), []) if name.document and name.kind in _KINDS else []
        return others[0] if len(others) == 1 else ""

    def nearby(self, node: str, name: Name) -> str:
        """Return what is new in the same document and much like it."""
        fresh = self.by_document.get(self.renamed.get(name.document, name.document), []) if name.document else []
        if name.kind == "session":
            sessions = [each for each in fresh if Name.of(each, self.base).kind == "session"]
            gone = [each for each in self.editions.old if self._of_kind(each, name)]
            return sessions[0] if len(sessions) == 1 and len(gone) == 1 else ""
        thing = self.editions.old.get(node, Thing())
        if thing.kind not in POINTS:
            return ""
        things = ((each, self.editions.new[each]) for each in fresh if each not in self.taken)
        scored = [(self.likeness(thing, new), new.kind == thing.kind, each) for each, new in things]
        return max(
            (each for each in scored if each[0] > 0), key=lambda each: (each[1], each[0], each[2]), default=("",)
        )[-1]

    def _of_kind(self, node: str, name: Name) -> bool:
        other = Name.of(node, self.base)
        return (other.kind, other.document) == (name.kind, name.document) and node not in self.editions.after

    def likeness(self, old: Thing, new: Thing) -> float:
        """Return how much alike the words of two points are; 0 where that is not enough."""
        if new.kind not in POINTS:
            return 0.0
        matcher = SequenceMatcher(None, old.words.casefold().split(), new.words.casefold().split(), autojunk=False)
        least = NUMBERED if old.number and old.number == new.number else UNNUMBERED
        return matcher.ratio() if matcher.quick_ratio() >= least and matcher.ratio() >= least else 0.0

    def denoted(self, node: str) -> str:
        """Return what names stand for now that stood for an actor; empty where they do not all stand for one."""
        mentions = [each for each, thing in self.editions.old.items() if thing.denotes == node]
        now = {self.editions.new[each].denotes for each in mentions if each in self.editions.new}
        return min(now) if len(now) == 1 else ""
