"""The N-Quads of a publication, graph by graph, without holding more than one graph in memory."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.described.publication import MANIFEST, is_publication

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

_METADATA = "graph/metadata"
_END = b" .\n"


@dataclass(slots=True)
class Graph:
    """Where the quads of one graph stand.

    Attributes:
        iri: its name in full.
        runs: first byte and first byte after, of lines that follow each other.
        triples: how many.
        sum: SHA-256 of the triples in the order of the file, as N-Triples.
    """

    iri: str
    runs: list[tuple[int, int]] = field(default_factory=list)
    triples: int = 0
    sum: hashlib._Hash = field(default_factory=hashlib.sha256)

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal digits."""
        return self.sum.hexdigest()

    @property
    def bytes(self) -> int:
        """How long its quads are."""
        return sum(end - start for start, end in self.runs)


@dataclass(frozen=True, slots=True)
class Quads:
    """The graphs of an open dump.

    Attributes:
        base: what the IRIs of all its graphs begin with, `graph/` included.
        graphs: by their name, which is the rest of the IRI; sorted.
    """

    base: str
    graphs: Mapping[str, Graph]
    _file: BinaryIO

    def quads(self, name: str) -> bytes:
        """Return a graph as N-Quads."""
        parts = []
        for start, end in self.graphs[name].runs:
            self._file.seek(start)
            parts.append(self._file.read(end - start))
        return b"".join(parts)

    def triples(self, name: str) -> bytes:
        """Return a graph as N-Triples."""
        tail = len(_tail(self.graphs[name].iri))
        return b"".join(line[:-tail] + _END for line in self.quads(name).splitlines(keepends=True))


def _tail(graph: str) -> bytes:
    return f" <{graph}>".encode() + _END


@contextmanager
def opened(publication: Path) -> Iterator[Quads]:
    """Open the dump of a publication; it stays the same even if a new edition takes its place meanwhile.

    Raises:
        PublicationFailed: if the folder is no publication, or its dump is not the one that was published.
    """
    if not is_publication(publication):
        raise PublicationFailed(
            f"{publication} is no publication", remedy="Make one with `forumgraph build DOCUMENTS -o PUBLICATION`"
        )
    with _checked(publication) as file:
        yield _indexed(publication, file)


def _checked(publication: Path) -> BinaryIO:
    try:
        sealed = json.loads((publication / MANIFEST).read_bytes())["files"][DUMP]["sha256"]
        file = (publication / DUMP).open("rb")
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise _damaged(publication) from error
    if hashlib.file_digest(file, "sha256").hexdigest() != sealed:
        file.close()
        raise _damaged(publication)
    file.seek(0)
    return file


def _damaged(publication: Path) -> PublicationFailed:
    return PublicationFailed(
        f"{publication / DUMP} is not what the manifest says", remedy="Build the publication again"
    )


def _indexed(publication: Path, file: BinaryIO) -> Quads:
    graphs: dict[str, Graph] = {}
    place = 0
    for line in file:
        triple, token, _ = line.rsplit(b" ", 2)
        name = token[1:-1].decode()
        graph = graphs.get(name) or graphs.setdefault(name, Graph(name))
        graph.sum.update(triple + _END)
        graph.triples += 1
        following = place + len(line)
        if graph.runs and graph.runs[-1][1] == place:
            graph.runs[-1] = (graph.runs[-1][0], following)
        else:
            graph.runs.append((place, following))
        place = following
    metadata = next((name for name in graphs if name.endswith(_METADATA)), "")
    base = metadata.removesuffix("metadata")
    if not metadata or not all(name.startswith(base) for name in graphs):
        raise _damaged(publication)
    return Quads(base, {name.removeprefix(base): graphs[name] for name in sorted(graphs)}, file)
