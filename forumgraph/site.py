"""The web site of a publication: pages of documents are made in worker processes, pages about all of them here."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from forumgraph import pool, shards
from forumgraph.errors import PublicationFailed
from forumgraph.graph.addresses import Addresses
from forumgraph.graph.answerpages import answer_pages
from forumgraph.graph.cards import Cards, cards
from forumgraph.graph.common import common_graphs
from forumgraph.graph.corpus import gather
from forumgraph.graph.documentpages import document_pages
from forumgraph.graph.dumps import unpack
from forumgraph.graph.enginefiles import engine_files, has_engine
from forumgraph.graph.entries import entry_pages
from forumgraph.graph.exhibiting import exhibit
from forumgraph.graph.harvest import collected, crate
from forumgraph.graph.hosting import rules
from forumgraph.graph.leaves import Leaves
from forumgraph.graph.lists import list_pages
from forumgraph.graph.nodes import Nodes, parse_nquads
from forumgraph.graph.pages import Frame
from forumgraph.graph.reportcard import Card, card_pages
from forumgraph.graph.searching import entries, index
from forumgraph.graph.vocabularies import labels, vocabulary_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from forumgraph.assembly import Assembled
    from forumgraph.config import Config, Project
    from forumgraph.graph.publication import Staging, Written
    from forumgraph.graph.terms import Triple

_BATCH = 16
_FEW = 24
"""Up to so many documents, starting processes costs more than they save."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document whose pages are to be made.

    Attributes:
        shard: where its part of the publication is.
        folder: of the new edition.
        old: of the edition before.
    """

    shard: Path
    folder: Path
    old: Path
    project: Project
    issued: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of one document: its cards, the files that were written, triples about what it shares with others, and seconds of processor time."""

    cards: Cards
    files: Mapping[str, Written]
    shared: tuple[Triple, ...]
    seconds: float


def draw_all(tasks: Sequence[Task], begin: Callable[[int], None]) -> list[Drawn]:
    """Make the pages of documents, one after the other."""
    drawn = []
    for number, task in enumerate(tasks):
        begin(number)
        drawn.append(_draw(task))
    return drawn


def _draw(task: Task) -> Drawn:
    start = time.process_time()
    shard = shards.read(task.shard)
    shared = [_split(line) for line in shard.sections["shared"].decode().split("\n") if line]
    triples = parse_nquads(unpack(shard.sections["nquads"]).decode())
    nodes = Nodes(triples, labels())
    shown = exhibit(
        nodes,
        shard.record["id"],
        shard.sections["coverage"].decode(),
        shard.sections["text"].decode(),
        Addresses(task.project.base),
    )
    leaves = Leaves(task.folder, task.old)
    for name, text in document_pages(Frame(task.project, task.issued), shown, nodes):
        leaves.write(name, text)
    return Drawn(cards(shown), leaves.files, tuple(shared), time.process_time() - start)


def _split(line: str) -> Triple:
    subject, predicate, value = line.split("\t")
    return subject, predicate, value


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is made of.

    Attributes:
        parts: shards that are published.
        findings: rows about documents.
        jobs: how many processes; 0 for one a processor.
    """

    config: Config
    issued: str
    parts: Sequence[Path]
    findings: Sequence[Mapping[str, Any]]
    jobs: int = 0

    def write(self, staging: Staging, target: Path, found: Assembled) -> float:
        """Write all pages into a new edition, and return the seconds of processor time that workers took.

        Args:
            target: the edition before, or where there is none yet.

        Raises:
            PublicationFailed: if the pages of a document cannot be made.
        """
        project = self.config.project
        data = {name: file for name, file in staging.files.items() if not name.startswith(("texts/", "coverage/"))}
        shown: list[Cards] = []
        shared: set[Triple] = set()
        seconds = 0.0
        for each in self.documents(staging.folder, target):
            staging.files.update(each.files)
            shown.append(each.cards)
            shared.update(each.shared)
            seconds += each.seconds
        leaves = Leaves(staging.folder, target)
        nodes = self.nodes(shared)
        corpus = gather(shown)
        frame, addresses = Frame(project, self.issued), Addresses(project.base)
        engine = dict(engine_files(staging.folder))
        made: Iterable[tuple[str, str | bytes]]
        for made in (
            list_pages(frame, corpus),
            entry_pages(frame, nodes, corpus, addresses),
            answer_pages(frame, staging.folder, addresses),
            vocabulary_pages(frame, addresses, {**found.graph.classes, **found.graph.properties}),
            card_pages(frame, Card(corpus, self.findings, found.graph.triples), data, engine=bool(engine)),
            index(entries(corpus)),
            rules(project),
            assets(),
            engine.items(),
            iter([("ro-crate-metadata.json", crate(project, self.issued, data))]),
        ):
            for name, text in made:
                leaves.write(name, text)
        pages = [name for name in (*staging.files, *leaves.files) if name.endswith(".html")]
        for name, text in collected(project, self.issued, corpus, pages):
            leaves.write(name, text)
        staging.files.update(leaves.files)
        return seconds if len(self.parts) > _FEW else 0.0

    def documents(self, folder: Path, target: Path) -> Iterator[Drawn]:
        """Make the pages of all documents."""
        project = self.config.project
        tasks = [Task(part, folder, target, project, self.issued) for part in self.parts]
        if len(tasks) <= _FEW:
            yield from draw_all(tasks, lambda _: None)
            return
        for outcome in pool.run(draw_all, tasks, self.config.limits, jobs=self.jobs, batch=_BATCH):
            if outcome.result is None:
                raise PublicationFailed(
                    f"the pages of {outcome.task.shard.name} could not be made: {outcome.reason}",
                    remedy="Build with --no-site, and report this",
                )
            yield outcome.result

    def nodes(self, shared: Iterable[Triple]) -> Nodes:
        """Return what is known of actors, forums, themes and editions."""
        triples = set(shared)
        for graph, rows in common_graphs(self.config.project, self.issued):
            if not graph.endswith(("/ontology>", "/metadata>")):
                triples.update(rows)
        return Nodes(sorted(triples))


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield the files that pages need, with their bytes."""
    for name, entry in _entries(files("forumgraph.graph").joinpath("assets"), "assets"):
        yield name, entry.read_bytes()


def _entries(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_file():
            yield f"{path}/{entry.name}", entry


@lru_cache(maxsize=1)
def design_digest() -> str:
    """Return a digest of templates and assets, on which a site depends beside its data."""
    total = hashlib.sha256()
    for folder in ("templates", "assets"):
        for name, entry in _entries(files("forumgraph.graph").joinpath(folder), folder):
            total.update(name.encode() + b"\0" + hashlib.sha256(entry.read_bytes()).digest())
    total.update(b"engine" if has_engine() else b"")
    return total.hexdigest()
