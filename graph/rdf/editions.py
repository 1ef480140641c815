"""What an edition of a publication names, read from its N-Quads line by line: which things, of which class, in which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, plain
from forumgraph.ontology import FORUM, forum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from forumgraph.graph.rdf.terms import Triple

CITABLE = frozenset(
    f"<{each}>"
    for each in (
        *(forum.Document, forum.Session, forum.Issue, forum.Recommendation, forum.Demand),
        *(forum.Actor, forum.Body, forum.Constituency, forum.Government, forum.Person, forum.PostHolder),
        *(forum.UnresolvedActor, forum.ConfirmedActor, forum.Post, forum.Forum, forum.Edition),
    )
)
"""Classes of the things that others may have cited; what is about them (passages, readings, links) goes with them."""

POINTS = frozenset(f"<{each}>" for each in (forum.Issue, forum.Recommendation, forum.Demand))
_CONCLUDED = "/graph/inferred/"
MARK = f"{RDF_TYPE} <{FORUM}"
"""What the lines have in them that say of what class of the ontology something is."""


@dataclass(slots=True)
class Thing:
    """Something an edition names.

    Attributes:
        kind: token of its class; of several the first in the order of their IRIs.
        denotes: token of what a mention stands for.
    """

    kind: str = ""
    label: str = ""
    words: str = ""
    number: str = ""
    sha256: str = ""
    denotes: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of an IRI that was minted: `issue`, the document, and the digest of the words."""

    kind: str
    document: str
    last: str

    @classmethod
    def of(cls, token: str, base: str) -> Name:
        """Take a token apart; the document of what belongs to none is empty, as of an edition, whose name has two parts too."""
        kind, _, rest = token[len(base) + 1 : -1].partition("/")
        if kind == "edition":
            return cls(kind, "", rest)
        document, _, last = rest.partition("/")
        if kind == "document":
            return cls(kind, rest, "")
        return cls(kind, document, last) if last else cls(kind, "", rest)

    def token(self, base: str) -> str:
        """Put it together again."""
        return f"<{base}{'/'.join(filter(None, (self.kind, self.document, self.last)))}>"


def split(line: str) -> tuple[Triple, str] | None:
    """Return triple and graph of a line of N-Quads as `terms.line` writes it; None for another line."""
    body = line.rstrip("\n").removesuffix(" .")
    subject, _, rest = body.partition(" ")
    predicate, _, rest = rest.partition(" ")
    value, _, graph = rest.rpartition(" ")
    return ((subject, predicate, value), graph) if value and graph.startswith("<") else None


def cited(triples: Iterable[Triple], base: str) -> dict[str, str]:
    """Return the things that can be cited, with their class."""
    found: dict[str, str] = {}
    for subject, predicate, value in triples:
        if predicate == RDF_TYPE and value in CITABLE and subject.startswith(f"<{base}"):
            found[subject] = min(value, found.get(subject, value))
    return found


def cited_in(lines: Iterable[str], base: str) -> dict[str, str]:
    """Return the things that an edition names in its stated, derived and review layers, with their class."""
    rows = (split(line) for line in lines if MARK in line and _CONCLUDED not in line)
    return cited((row[0] for row in rows if row), base)


@dataclass(slots=True)
class Details:
    """What an edition says of some things."""

    things: dict[str, Thing] = field(default_factory=dict)

    def read(self, triples: Iterable[Triple], wanted: Collection[str]) -> None:
        """Note what is said of things that are wanted, and what mentions stand for that are among them."""
        for subject, predicate, value in triples:
            if subject in wanted and predicate in _FIELDS:
                thing = self.things.setdefault(subject, Thing())
                name = _FIELDS[predicate]
                if name == "kind":
                    if value in CITABLE:
                        thing.kind = min(value, thing.kind or value)
                elif name == "denotes":
                    thing.denotes = value
                else:
                    setattr(thing, name, plain(value))


_FIELDS = {
    RDF_TYPE: "kind",
    LABEL: "label",
    f"<{forum.text}>": "words",
    f"<{forum.number}>": "number",
    f"<{forum.sha256}>": "sha256",
    f"<{forum.denotes}>": "denotes",
}


def said(lines: Iterable[str]) -> Iterator[Triple]:
    """Yield the triples of N-Quads but for those that were concluded."""
    for line in lines:
        row = split(line) if _CONCLUDED not in line else None
        if row:
            yield row[0]
