"""The dumps of a publication: every document is written and compressed on its own, and a dump is the parts laid end to end.

So memory holds one document at a time, the work is shared among processes, and a document that did not change is not written again. The compressed
parts end on a byte (RFC 1951, a full flush), and together are one member of gzip (RFC 1952) without a time and a name.
"""

from __future__ import annotations

import zlib
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES, blocks, named, whole
from forumgraph.graph.written.layers import layers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType
    from typing import Self

    from forumgraph.graph.described.publication import Sink, Staging
    from forumgraph.graph.rdf.syntaxes import Graphs, Syntax
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.model import Report

_LEVEL = 3
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_GZIP_END = b"\x03\x00"
_CHECKSUM_MASK = 0xFFFFFFFF


def chunks(graphs: Graphs, base: str, shared: frozenset[Triple] = frozenset()) -> dict[str, str]:
    """Write graphs in every syntax. Turtle is TriG without the names of graphs, and is not written a second time.

    Args:
        graphs: of one document.
        base: absolute IRI that ends with a slash.
        shared: triples that other documents have as well, which the union leaves to whoever puts it together.
    """
    told = set(shared)
    turtle: list[str] = []
    trig: list[str] = []
    for graph, triples in graphs:
        own = [triple for triple in triples if triple not in told]
        rest = [triple for triple in triples if triple in told] if len(own) < len(triples) else []
        told.update(own)
        turtle.append(blocks(own, base))
        trig.append(named(graph, turtle[-1] + blocks(rest, base), base))
    others = {name: SYNTAXES[name].chunk(graphs, base) for name in SYNTAXES if name not in {"trig", "turtle"}}
    return {**others, "trig": "".join(trig), "turtle": "".join(turtle)}


def graph_of(reports: Iterable[Report], form: str, base: str) -> str:
    """Write the layers of reports as one file.

    Args:
        form: a key of `forumgraph.graph.rdf.syntaxes.SYNTAXES`.
        base: absolute IRI that ends with a slash.

    Raises:
        KeyError: if there is no such syntax.
    """
    documents = sorted((layers(report, base, check=False) for report in reports), key=lambda each: each.id)
    return whole(SYNTAXES[form], [graph for document in documents for graph in document.graphs], base)


def pack(text: str) -> bytes:
    """Compress a part so that others can follow it.

    >>> unpack(pack("a") + pack("b"))
    b'ab'
    """
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeeze.compress(text.encode()) + squeeze.flush(zlib.Z_FULL_FLUSH)


def unpack(data: bytes) -> bytes:
    """Return the bytes of compressed parts."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data)


@dataclass(slots=True)
class _Dump:
    syntax: Syntax
    plain: Sink
    gzip: Sink
    checksum: int = 0
    size: int = 0
    parts: int = 0

    def add(self, packed: bytes) -> None:
        data = unpack(packed)
        self.plain.write(data)
        self.gzip.write(packed)
        self.checksum = zlib.crc32(data, self.checksum)
        self.size += len(data)

    def part(self, packed: bytes) -> None:
        if self.parts and self.syntax.joint:
            self.add(pack(self.syntax.joint))
        self.parts += 1
        self.add(packed)

    def end(self) -> None:
        if self.syntax.foot:
            self.add(pack(self.syntax.foot))
        trailer = (self.checksum & _CHECKSUM_MASK).to_bytes(4, "little") + (self.size & _CHECKSUM_MASK).to_bytes(
            4, "little"
        )
        self.gzip.write(_GZIP_END + trailer)


class Dumps:
    """All dumps of a publication while they are written; to be used in a `with` block."""

    def __init__(self, staging: Staging, base: str) -> None:
        self._staging = staging
        self._base = base
        self._stack = ExitStack()
        self._dumps: dict[str, _Dump] = {}

    def __enter__(self) -> Self:
        for name, syntax in SYNTAXES.items():
            path = f"{STEM}.{syntax.ending}"
            plain = self._stack.enter_context(self._staging.open(path))
            gzip = self._stack.enter_context(self._staging.open(f"{path}.gz"))
            gzip.write(_GZIP_HEAD)
            self._dumps[name] = _Dump(syntax, plain, gzip)
            self._dumps[name].add(pack(syntax.head(self._base)))
        return self

    def add(self, packed: Mapping[str, bytes]) -> None:
        """Append the parts of one document, by the name of their syntax."""
        for name, data in packed.items():
            self._dumps[name].part(data)

    def add_graphs(self, graphs: Graphs) -> None:
        """Append graphs that belong to no document."""
        self.add({name: pack(text) for name, text in chunks(graphs, self._base).items()})

    def add_union(self, triples: Iterable[Triple]) -> None:
        """Append triples to the dump that tells no graphs apart: those that several documents share."""
        rows = sorted(triples)
        for name, syntax in SYNTAXES.items():
            if not syntax.graphs and rows:
                self.add({name: pack(syntax.chunk([("", rows)], self._base))})

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            for dump in self._dumps.values():
                dump.end()
        self._stack.__exit__(kind, error, trace)
