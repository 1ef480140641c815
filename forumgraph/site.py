"""The web site of a publication, but for the pages of its documents: the pages about all of them, and the files that pages need."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from forumgraph.graph.described.common import common_graphs
from forumgraph.graph.rdf.addresses import Addresses
from forumgraph.graph.rdf.nodes import Nodes
from forumgraph.graph.served.hosting import rules
from forumgraph.graph.shown.answerpages import answer_pages
from forumgraph.graph.shown.corpus import gather
from forumgraph.graph.shown.enginefiles import engine_digest, engine_files
from forumgraph.graph.shown.entries import entry_pages
from forumgraph.graph.shown.gravepages import grave_pages
from forumgraph.graph.shown.lists import list_pages
from forumgraph.graph.shown.pages import Frame
from forumgraph.graph.shown.reportcard import Card, card_pages
from forumgraph.graph.shown.rowlinks import RowLinks
from forumgraph.graph.shown.searching import entries, index
from forumgraph.graph.shown.vocabularies import vocabulary_pages
from forumgraph.graph.written.harvest import collected, crate
from forumgraph.graph.written.leaves import Leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from forumgraph.assembly import Assembled
    from forumgraph.config import Config
    from forumgraph.drawing import Pages
    from forumgraph.graph.described.publication import Staging
    from forumgraph.graph.rdf.terms import Triple


class Site:
    """The pages of a new edition that are about all documents.

    Args:
        folders: of the new edition, and of the one before.
        found: what is in the new edition.
        pages: of the documents.
    """

    def __init__(self, config: Config, issued: str, folders: tuple[Path, Path], found: Assembled, pages: Pages) -> None:
        self.project = config.project
        self.frame = Frame(self.project, issued)
        self.addresses = Addresses(self.project.base)
        self.folder = folders[0]
        self.found = found
        self.pages = pages
        self.corpus = gather(each.cards for each in pages.documents)
        self.leaves = Leaves(*folders)

    def draw(self) -> None:
        """Write what does not depend on answers and findings."""
        frame, addresses, graph = self.frame, self.addresses, self.found.graph
        self.write(list_pages(frame, self.corpus))
        self.write(entry_pages(frame, self.nodes(self.found.shared), self.corpus, addresses))
        self.write(grave_pages(frame, self.found.stones, addresses, self.corpus))
        self.write(vocabulary_pages(frame, addresses, {**graph.classes, **graph.properties}))
        self.write(index(entries(self.corpus)))
        self.write(rules(self.project))
        self.write(assets())

    def finish(self, staging: Staging, findings: Sequence[Mapping[str, Any]]) -> None:
        """Write the rest, once all other files of the edition are there, and note all pages among its files.

        Args:
            findings: rows about documents.
        """
        project, issued, corpus = self.project, self.frame.issued, self.corpus
        data = {name: file for name, file in staging.files.items() if not name.startswith(("texts/", "coverage/"))}
        engine = dict(engine_files(self.folder))
        card = Card(corpus, findings, self.found.graph)
        drawn = {*self.leaves.leaves, *(name for each in self.pages.documents for name in each.files)}
        self.write(answer_pages(self.frame, self.folder, RowLinks(corpus, self.addresses, drawn)))
        self.write(card_pages(self.frame, card, data, engine=bool(engine)))
        self.write(engine.items())
        self.write([("ro-crate-metadata.json", crate(project, issued, data))])
        for each in self.pages.documents:
            staging.files.update(each.files)
        html = sorted(name for name in (*staging.files, *self.leaves.leaves) if name.endswith(".html"))
        self.write(collected(project, issued, corpus, html))
        staging.files.update(self.leaves.files)

    def write(self, made: Iterable[tuple[str, str | bytes]]) -> None:
        """Write files as soon as they are made."""
        for name, text in made:
            self.leaves.write(name, text)

    def nodes(self, shared: Iterable[Triple]) -> Nodes:
        """Return what is known of actors, forums, themes and editions."""
        triples = set(shared)
        for graph, rows in common_graphs(self.project, self.frame.issued):
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
