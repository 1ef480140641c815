"""What differs between two publications: things that came, things that went, and values that are not the same.

The dumps are read line by line, three times: what there is, a digest of what is said of each thing, and the words of those that differ.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.decided.tombstones import REPLACED
from forumgraph.graph.rdf.editions import Name, said
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, plain
from forumgraph.ontology import FORUM, forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from forumgraph.graph.rdf.terms import Triple

CLASSES: Mapping[str, str] = {
    forum.Document: "documents",
    forum.Session: "sessions",
    forum.Issue: "issues",
    forum.Recommendation: "recommendations",
    forum.Demand: "demands",
    forum.Participation: "participations",
    forum.Resolution: "whom names stand for",
    forum.ThemeLink: "themes",
    forum.StatementLink: "related statements",
    forum.UnresolvedActor: "actors not in the authority file",
    forum.ConfirmedActor: "actors a person confirmed",
    forum.Decision: "decisions",
}
"""Classes of the things that are compared, with their names for people, in the order in which they are told."""

_REMEDY = "Give a folder that `forumgraph build` wrote"
_OWN = f"<{FORUM}"
_METADATA = "graph/metadata>"
_KINDS = {f"<{kind}>": kind for kind in CLASSES}
_POINTS = frozenset({forum.Issue, forum.Recommendation, forum.Demand})
_LINKS = frozenset(f"<{each}>" for each in (forum.hasIssue, forum.hasRecommendation, forum.hasDemand))
_LEFT_OUT = frozenset({RDF_TYPE, REPLACED, *(f"<{each}>" for each in (forum.passage, forum.content, forum.decidedBy))})
_QUOTED = tuple(f"<{each}>" for each in (forum.text, forum.evidence, forum.matchedWords, forum.sharedWords))


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference.

    Attributes:
        document: name of its document; empty for what belongs to none.
        session: title of its session; empty for what belongs to none.
        kind: IRI of its class.
        verb: `appeared`, `vanished` or `changed`.
        node: token of what differs.
        quote: its words.
        property: token of the property that differs, of what changed.
        before: tokens that only the older publication has.
        after: tokens that only the newer publication has.
        successor: token of what took the place of what vanished.
    """

    document: str
    session: str
    kind: str
    verb: str
    label: str
    node: str
    quote: str = ""
    property: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    successor: str = ""


@dataclass(slots=True)
class _Edition:
    path: Path
    base: str = ""
    kinds: dict[str, str] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    about: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    files: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        dump = self.path / DUMP
        try:
            with dump.open(encoding="utf-8") as file:
                yield from file
        except FileNotFoundError as error:
            raise PublicationFailed(f"{self.path} is no publication: {DUMP} is missing", remedy=_REMEDY) from error
        except (OSError, UnicodeDecodeError) as error:
            raise PublicationFailed(f"{dump} cannot be read: {error}", remedy=_REMEDY) from error

    def read(self) -> None:
        """Note the things there are, and a digest of what is said of each."""
        self.base = base_of(self.path)
        for subject, predicate, value in said(self.lines()):
            if predicate == RDF_TYPE and value in _KINDS:
                self.kinds[subject] = _KINDS[value]
        for triple in self.rows(self.kinds):
            data = hashlib.blake2b("\0".join(triple).encode(), digest_size=8).digest()
            self.sums[triple[0]] += int.from_bytes(data)

    def rows(self, wanted: Collection[str]) -> Iterator[Triple]:
        """Yield what is said of things, but for where they stand in the text and what is told of by itself."""
        for triple in said(self.lines()):
            subject, predicate, value = triple
            told = predicate.startswith(_OWN) and predicate not in _LEFT_OUT
            if told and subject in wanted and not self.inner(subject, value):
                yield triple

    def inner(self, subject: str, value: str) -> bool:
        """Tell whether a value is another thing of the same document, or the other point of a link that is told by itself."""
        if {self.kinds.get(subject), self.kinds.get(value)} <= _POINTS:
            return True
        if not value.startswith(f"<{self.base}"):
            return False
        document = Name.of(subject, self.base).document
        return bool(document) and Name.of(value.partition("#")[0].rstrip(">") + ">", self.base).document == document

    def tell(self, wanted: Collection[str]) -> None:
        """Note what is said of things that differ, and in which session and document they are."""
        told_in: dict[str, str] = {}
        titles: dict[str, str] = {}
        for subject, predicate, value in said(self.lines()):
            if predicate in _LINKS:
                told_in[value] = subject
            elif predicate == LABEL and self.kinds.get(subject) == forum.Session:
                titles[subject] = plain(value)
            elif predicate == f"<{forum.fileName}>":
                self.files[Name.of(subject, self.base).document] = plain(value)
            if predicate == REPLACED or (predicate == LABEL and subject in wanted):
                self.about[subject][predicate].add(value)
        for subject, predicate, value in self.rows(wanted):
            self.about[subject][predicate].add(value)
        self.sessions = {node: titles.get(node if node in titles else told_in.get(node, ""), "") for node in wanted}

    def change(self, node: str, verb: str, **more: object) -> Change:
        rows = self.about.get(node, {})
        label = _only(rows, LABEL) or node[1:-1]
        quote = next((words for words in (_only(rows, each) for each in _QUOTED) if words), "")
        document = self.files.get(Name.of(node, self.base).document, "")
        told = {"document": document, "session": self.sessions.get(node, ""), "kind": self.kinds[node], "verb": verb}
        return Change(**told, label=label, node=node, quote=quote, **more)  # type: ignore[arg-type]  # the fields of Change


def _only(rows: Mapping[str, set[str]], predicate: str) -> str:
    return plain(min(rows[predicate])) if rows.get(predicate) else ""


def base_of(publication: Path) -> str:
    """Return the base of the IRIs of a publication.

    Raises:
        PublicationFailed: if the folder is none.
    """
    for line in _Edition(publication).lines():
        graph = line.rstrip("\n").removesuffix(" .").rpartition(" ")[2]
        if graph.endswith(_METADATA):
            return graph[1:].removesuffix(_METADATA)
    raise PublicationFailed(f"{publication} is no publication that can be compared", remedy=_REMEDY)


def changes(old: Path, new: Path) -> list[Change]:
    """Compare two publications.

    Raises:
        PublicationFailed: if one of the folders is no publication.
    """
    one, two = _Edition(old), _Edition(new)
    for edition in (one, two):
        edition.read()
    nodes = one.kinds.keys() | two.kinds.keys()
    wanted = {node for node in nodes if one.sums.get(node) != two.sums.get(node)}
    wanted |= one.kinds.keys() ^ two.kinds.keys()
    for edition in (one, two):
        edition.tell(wanted)
    return sorted(change for node in wanted for change in _of(one, two, node))


def _of(one: _Edition, two: _Edition, node: str) -> Iterator[Change]:
    if node not in two.kinds:
        successor = min(two.about.get(node, {}).get(REPLACED, ()), default="")
        yield one.change(node, "vanished", successor=successor)
    elif node not in one.kinds:
        yield two.change(node, "appeared")
    else:
        before, after = one.about[node], two.about[node]
        for predicate in sorted(before.keys() | after.keys()):
            gone, come = before.get(predicate, set()), after.get(predicate, set())
            if gone != come:
                lists = {"before": tuple(sorted(gone - come)), "after": tuple(sorted(come - gone))}
                yield two.change(node, "changed", property=predicate, **lists)
