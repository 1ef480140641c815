"""The web site of a publication, but for the pages of its documents: the pages about all of them, and the files that pages need."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from forumgraph.graph.addresses import Addresses
from forumgraph.graph.answerpages import answer_pages
from forumgraph.graph.common import common_graphs
from forumgraph.graph.corpus import gather
from forumgraph.graph.enginefiles import engine_digest, engine_files
from forumgraph.graph.entries import entry_pages
from forumgraph.graph.harvest import collected, crate
from forumgraph.graph.hosting import rules
from forumgraph.graph.leaves import Leaves
from forumgraph.graph.lists import list_pages
from forumgraph.graph.nodes import Nodes
from forumgraph.graph.pages import Frame
from forumgraph.graph.reportcard import Card, card_pages
from forumgraph.graph.searching import entries, index
from forumgraph.graph.vocabularies import vocabulary_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from forumgraph.assembly import Assembled
    from forumgraph.config import Config
    from forumgraph.drawing import Pages
    from forumgraph.graph.corpus import Corpus
    from forumgraph.graph.publication import Staging, Written
    from forumgraph.graph.terms import Triple


@dataclass(frozen=True, slots=True)
class Site:
    """What a site is made of.

    Attributes:
        findings: rows about documents.
    """

    config: Config
    issued: str
    findings: Sequence[Mapping[str, Any]]

    def write(self, staging: Staging, target: Path, found: Assembled, pages: Pages) -> None:
        """Write all pages into a new edition but those of documents, which are there.

        Args:
            target: the edition before, or where there is none yet.
            pages: of the documents.
        """
        data = {name: file for name, file in staging.files.items() if not name.startswith(("texts/", "coverage/"))}
        for each in pages.documents:
            staging.files.update(each.files)
        corpus = gather(each.cards for each in pages.documents)
        leaves = Leaves(staging.folder, target)
        for name, text in self.common(staging.folder, found, corpus, data):
            leaves.write(name, text)
        html = [name for name in (*staging.files, *leaves.leaves) if name.endswith(".html")]
        for name, text in collected(self.config.project, self.issued, corpus, html):
            leaves.write(name, text)
        staging.files.update(leaves.files)

    def common(
        self, folder: Path, found: Assembled, corpus: Corpus, data: Mapping[str, Written]
    ) -> Iterator[tuple[str, str | bytes]]:
        """Yield the files that belong to no document, with their contents.

        Args:
            data: files that were written before the pages.
        """
        project = self.config.project
        frame, addresses = Frame(project, self.issued), Addresses(project.base)
        engine = dict(engine_files(folder))
        yield from list_pages(frame, corpus)
        yield from entry_pages(frame, self.nodes(found.shared), corpus, addresses)
        yield from answer_pages(frame, folder, addresses)
        yield from vocabulary_pages(frame, addresses, {**found.graph.classes, **found.graph.properties})
        yield from card_pages(frame, Card(corpus, self.findings, found.graph.triples), data, engine=bool(engine))
        yield from index(entries(corpus))
        yield from rules(project)
        yield from assets()
        yield from engine.items()
        yield "ro-crate-metadata.json", crate(project, self.issued, data)

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
    total.update(engine_digest().encode())
    return total.hexdigest()
