"""The parts of the documents laid together: one pass over the shards writes every file of a publication, and holds one document at a time."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forumgraph import parcels, shards
from forumgraph.graph.asked.questions import asked
from forumgraph.graph.described.columns import TABLES
from forumgraph.graph.described.common import common_graphs
from forumgraph.graph.described.counts import Counts
from forumgraph.graph.described.tables import data_package
from forumgraph.graph.linked.sessions import Meeting
from forumgraph.graph.linked.statements import unpack
from forumgraph.graph.linked.thesauri import used_concepts
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.graph.rdf.syntaxes import SYNTAXES, union
from forumgraph.graph.rdf.terms import of_lines
from forumgraph.graph.written.descriptions import descriptions
from forumgraph.graph.written.dumps import Dumps, pack
from forumgraph.graph.written.linktables import TABLES as LINKS
from forumgraph.joining import Links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from forumgraph.config import Project
    from forumgraph.graph.described.publication import Sink, Staging
    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.linked.thesauri import Brought
    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.joining import Workshop

_FINDING = ("source", "page", "line", "start", "end", "code", "severity", "message", "words", "help")
_COVERAGE = ("document", "file", "sentences", "used", "unused", "share")


@dataclass(slots=True)
class Assembled:
    """What is in a publication.

    Attributes:
        counts: of documents, sessions, issues, recommendations and demands.
        graph: of the union of all graphs.
        actors: nodes that names of the documents stand for.
        shared: triples that several documents say; of concepts of a thesaurus only what documents say of them.
        stones: about names that earlier editions had.
        kept: shards of links between documents.
        seconds: of processor time that workers took.
    """

    counts: Counter[str] = field(default_factory=Counter)
    graph: Counts = field(default_factory=Counts)
    actors: set[str] = field(default_factory=set)
    shared: set[Triple] = field(default_factory=set)
    stones: tuple[Triple, ...] = ()
    kept: list[Path] = field(default_factory=list)
    seconds: float = 0.0


def assemble(
    staging: Staging,
    parts: Sequence[Path],
    project: Project,
    issued: str,
    workshop: Workshop,
    *,
    ask: Callable[[bytes], None],
    thesauri: Sequence[Brought] = (),
    stones: Sequence[Triple] = (),
) -> Assembled:
    """Write everything but the answers, the findings and the catalogue.

    Args:
        parts: shards that are to be published, in the order of their documents.
        ask: is given what the catalogue asks about, part by part (`Answers.give`).
        thesauri: that were brought along; the concepts that documents are about are described.
        stones: tombstones of names that earlier editions had.
    """
    work = _Assembly(staging, project, common_graphs(project, issued, stones), ask)
    work.found.stones = tuple(stones)
    with Dumps(staging, project.base) as dumps:
        work.add(dumps, work.common)
        with ExitStack() as stack:
            work.begin(stack)
            work.documents(dumps, parts)
            work.links(dumps, Links(workshop, project.base))
        staging.write("csv/datapackage.json", data_package(project, staging.files))
        work.rest(dumps, thesauri)
    return work.found


class _Assembly:
    """The files of a publication while they are written.

    Attributes:
        points: statements of all documents, to be related.
        meetings: sessions of all documents, of which several may be one meeting.
        refused: tokens of links that a person rejected.
        merged: decisions by which a person joined points of two documents, each with one of the points.
        files: names of the documents, by their identifiers.
        sheets: the tables, by name.
    """

    def __init__(self, staging: Staging, project: Project, common: Graphs, ask: Callable[[bytes], None]) -> None:
        self.staging = staging
        self.project = project
        self.common = common
        self.ask = ask
        self.found = Assembled()
        self.points: list[Statement] = []
        self.meetings: list[Meeting] = []
        self.refused: set[str] = set()
        self.merged: list[tuple[str, str]] = []
        self.files: dict[str, str] = {}
        self.sheets: dict[str, Sink] = {}

    def begin(self, stack: ExitStack) -> None:
        """Open the tables, which are closed with the stack, and write their first lines."""
        for table in TABLES:
            self.sheets[table.name] = stack.enter_context(self.staging.open(table.path))
            self.sheets[table.name].write(table.head.encode())

    def add(self, dumps: Dumps, graphs: Graphs) -> None:
        """Write graphs that belong to no document."""
        dumps.add_graphs(graphs)
        self.ask(pack(asked(graphs)))

    def documents(self, dumps: Dumps, parts: Sequence[Path]) -> None:
        """Write what each document became, one after the other."""
        found, staging = self.found, self.staging
        coverage: list[list[object]] = []
        for path in parts:
            shard = shards.read(path)
            dumps.add({name: shard.sections[name] for name in SYNTAXES})
            self.ask(shard.sections["asked"])
            found.shared.update(of_lines(shard.sections["shared"].decode()))
            _texts(staging, shard, self.sheets)
            _count(found, shard.record)
            coverage.append(_covered(shard.record))
            self.files[shard.record["id"]] = shard.record["coverage"][0]
            self.points.extend(unpack(shard.sections["statements"]))
            self.meetings.extend(parcels.unpack(tuple[Meeting, ...], shard.sections["meetings"]))
            self.refused.update(shard.record["refused"])
            self.merged.extend((decision, point) for decision, point in shard.record["merged"])
        staging.write("coverage.csv", _csv(_COVERAGE, coverage))

    def links(self, dumps: Dumps, links: Links) -> None:
        """Write what joins the statements of different documents."""
        found = self.found
        for shard in links.shards(self.points, self.files, self.refused, self.merged, self.meetings):
            dumps.add({name: shard.sections[name] for name in SYNTAXES})
            self.ask(shard.sections["asked"])
            found.graph.merge(shard.record)
            for name in LINKS:
                self.sheets[name].write(shard.sections[f"csv/{name}"])
        found.kept, found.seconds = links.kept, links.seconds

    def rest(self, dumps: Dumps, thesauri: Sequence[Brought]) -> None:
        """Write what several documents say, and what they are about."""
        found = self.found
        concepts = used_concepts(found.shared, thesauri)
        union_only = found.shared.difference(concepts)
        if concepts:
            self.add(dumps, [(Namespace(self.project.base).graph("thesaurus"), concepts)])
            found.graph.add(concepts)
        dumps.add_union(union_only)
        found.graph.add(union([*self.common, ("", sorted(union_only))]))


def _texts(staging: Staging, shard: shards.Shard, sheets: Mapping[str, Sink]) -> None:
    document = shard.record["id"]
    staging.write(f"texts/{document}.txt", shard.sections["text"])
    staging.write(f"coverage/{document}.json", shard.sections["coverage"])
    for name, sheet in sheets.items():
        sheet.write(shard.sections[f"csv/{name}"])


def _count(found: Assembled, record: Mapping[str, Any]) -> None:
    found.counts.update(record["counts"], documents=1)
    found.graph.merge(record)
    found.graph.cover(*record["dates"])
    found.actors.update(record["actors"])


def _covered(record: Mapping[str, Any]) -> list[object]:
    name, sentences, used = record["coverage"]
    return [record["id"], name, sentences, used, sentences - used, f"{used / sentences:.4f}" if sentences else ""]


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


def listed(staging: Staging, findings: Sequence[Mapping[str, Any]]) -> None:
    """Write the findings, given as rows in the order in which they are to be listed."""
    staging.write("findings.json", json.dumps(findings, ensure_ascii=False, indent=1) + "\n")
    staging.write("findings.csv", _csv(_FINDING, ([row.get(name, "") for name in _FINDING] for row in findings)))


def described(staging: Staging, found: Assembled, project: Project, issued: str) -> None:
    """Write the catalogue, whose figures are those of the files, what else describes them, and the page that tells a person what is where."""
    for name, text in descriptions(project, issued, found.graph, dict(staging.files)):
        staging.write(name, text)
    staging.write("README.txt", _readme(project, found))


def _readme(project: Project, found: Assembled) -> str:
    counts = found.counts
    return f"""{project.title}

{project.description}

{counts["documents"]} documents, {counts["sessions"]} sessions, {len(found.actors)} actors, {counts["issues"]} issues, {counts["recommendations"]} recommendations,
{counts["demands"]} demands found in issues, {found.graph.triples} triples.

Publisher: {project.publisher}
Licence:   {project.licence}

data/          all graphs as N-Quads, TriG, Turtle (their union) and JSON-LD, each also compressed
csv/           one table per class; datapackage.json and csv-metadata.json (CSV on the Web) say what each column means
answers/       the questions of the catalogue, answered, as CSV and JSON
texts/         the normalised text of each document; all offsets count characters in it
coverage/      which sentences of each document were used, and which were not; coverage.csv has the shares
findings.*     what is odd about documents, and which ones are not published and why
catalog.*      this publication described in DCAT (DCAT-AP 3) and VoID
void.ttl       which properties the nodes of each class have, and what these lead to
sparql-*.ttl   the questions as examples for query editors, and the endpoint where there is one
manifest.json  sizes and SHA-256 digests of all files

Every statement of a document is in a graph of its own: graph/stated/ holds what the document says, graph/derived/ what was derived from it,
graph/inferred/ what follows by the rules of the ontology. What joins the statements of different documents is in graph/derived/corpus. Each row of a table ends with the words it rests on.
"""
