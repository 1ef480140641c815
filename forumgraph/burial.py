"""Tombstones of a new edition: the old one is read before it is exchanged, and names it had that the new one has not are kept with what became of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph import shards
from forumgraph.graph.asked.seeking import lines_with
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.decided.tombstones import GRAPH, Editions, tombstones
from forumgraph.graph.rdf.editions import MARK, Details, Name, cited_in, said, split
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.graph.written.dumps import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from forumgraph.graph.rdf.terms import Triple

_FEW = 16
"""Up to so many words, it costs less to search the old edition for each than to walk through it."""


@dataclass(slots=True)
class Burial:
    """An old edition on its way out, and what the new one names.

    Attributes:
        publication: folder of the old edition; nothing is buried where there is none.
        base: absolute IRI that ends with a slash.
        names: tokens of all that the new edition names and others may have cited.
        parts: the part of each document of the new edition, by what it is called in IRIs.
    """

    publication: Path
    base: str
    names: set[str] = field(default_factory=set)
    parts: dict[str, Path] = field(default_factory=dict)

    def note(self, path: Path, shard: shards.Shard) -> None:
        """Note what a document of the new edition names."""
        self.names.update(shard.sections["minted"].decode().splitlines())
        self.parts[shard.record["id"]] = path

    def stones(self, date: str = "") -> list[Triple]:
        """Return the tombstones of the new edition: those of the old one, and new ones for what vanished.

        Args:
            date: ISO date of the new edition; new tombstones are not dated where it is empty.
        """
        before, earlier = self.before()
        vanished = before.keys() - self.names
        kept = [triple for triple in earlier if triple[0] not in self.names and triple[0] not in vanished]
        if not vanished:
            return sorted(kept)
        old = self.old(before, vanished)
        new = self.new(before, vanished, old)
        texts = dict([*self.old_texts(vanished), *self.new_texts(before)])
        editions = Editions(self.base, old.things, new.things, before.keys(), self.names, texts)
        return sorted({*kept, *tombstones(editions, vanished, date)})

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of the old edition; none where there is no old edition."""
        try:
            with (self.publication / DUMP).open("rb") as file:
                yield from file
        except FileNotFoundError:
            return

    def with_words(self, words: str) -> Iterator[str]:
        """Yield the lines of the old edition that have words in them; none where there is no old edition."""
        try:
            yield from map(_words, lines_with(self.publication / DUMP, words.encode()))
        except FileNotFoundError:
            return

    def before(self) -> tuple[dict[str, str], list[Triple]]:
        """Return what the old edition names, with classes, and its tombstones."""
        graph = Namespace(self.base).graph(GRAPH)
        earlier: list[Triple] = []
        for line in self.with_words(f" {graph} "):
            row = split(line)
            if row and row[1] == graph:
                earlier.append(row[0])
        living = (line for line in self.with_words(MARK) if f" {graph} " not in line)
        return cited_in(living, self.base), earlier

    def old(self, before: dict[str, str], vanished: set[str]) -> Details:
        """Read what the old edition says of what vanished, and what its names stood for."""
        wanted = {*vanished, *(node for node in before if Name.of(node, self.base).kind == "mention")}
        found = Details()
        found.read(said(self.about(vanished, wanted)), wanted)
        return found

    def about(self, vanished: set[str], wanted: set[str]) -> Iterator[str]:
        """Yield the lines of the old edition about what vanished, and about names that stood for it; where much vanished, about all that is wanted."""
        names = {node: Name.of(node, self.base).document for node in vanished}
        places = [f"/{document}> .\n" for document in sorted(set(names.values())) if document]
        places += [f"{node} " for node, document in sorted(names.items()) if not document]
        if len(places) <= _FEW:
            yield from chain.from_iterable(map(self.with_words, places))
            return
        subjects = {node.encode() for node in wanted}
        yield from (_words(line) for line in self.lines() if line[: line.find(b" ")] in subjects)

    def new(self, before: dict[str, str], vanished: set[str], old: Details) -> Details:
        """Read what the new edition says in documents that are new, in which something vanished, or whose names stood for it."""
        mentions = {node for node, thing in old.things.items() if thing.denotes in vanished}
        touched = {Name.of(node, self.base).document for node in {*vanished, *mentions}}
        touched |= {Name.of(node, self.base).document for node in self.names - before.keys()}
        found = Details()
        for document in sorted(touched & self.parts.keys()):
            text = unpack(shards.read(self.parts[document], {"nquads"}).sections["nquads"]).decode()
            found.read(said(text.split("\n")), self.names)
        return found

    def old_texts(self, vanished: set[str]) -> Iterator[tuple[str, str]]:
        """Yield the digests of the texts of documents that vanished."""
        for node in sorted(vanished):
            name = Name.of(node, self.base)
            path = self.publication / "texts" / f"{name.document}.txt"
            if name.kind == "document" and path.is_file():
                yield node, hashlib.sha256(path.read_bytes()).hexdigest()

    def new_texts(self, before: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the digests of the texts of documents that are new."""
        for document, path in sorted(self.parts.items()):
            node = Name("document", document, "").token(self.base)
            if node not in before:
                yield node, hashlib.sha256(shards.read(path, {"text"}).sections["text"]).hexdigest()


def _words(line: bytes) -> str:
    return line.decode("utf-8", "replace")
