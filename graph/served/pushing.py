"""A publication brought into a triple store, graph by graph; only what changed is sent, and an interrupted push can be run again.

Before a graph is touched it is marked in the record that the store keeps (`forumgraph.graph.served.pushrecord`), and its digest is noted when it has arrived.
So whatever happens in between, the next push knows what is whole. Only graphs that a push has noted, of the same base IRI, are ever deleted.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.asked.quadfile import opened
from forumgraph.graph.served.connection import Connection
from forumgraph.graph.served.exchange import GraphStore
from forumgraph.graph.served.pushrecord import NAME, PENDING, Record, holds_triples, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from forumgraph.graph.asked.quadfile import Quads
    from forumgraph.graph.served.credentials import Credentials
    from forumgraph.graph.served.exchange import Address, Request
    from forumgraph.graph.served.stores import Profile

SECONDS = 120.0
_NOTE_EVERY = 64
_BATCH = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Wish:
    """What a push is to do.

    Attributes:
        only: patterns with `*` of the names of graphs (`stated/*`); empty for all.
        everything: whether to send also what the store has already.
        dry: whether to tell the requests instead of sending those that write.
        seconds: how long to wait for the store.
    """

    only: tuple[str, ...] = ()
    everything: bool = False
    dry: bool = False
    seconds: float = SECONDS

    def means(self, name: str) -> bool:
        """Tell whether a graph is meant."""
        return not self.only or any(fnmatchcase(name, pattern) for pattern in self.only)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or would do."""

    sent: int
    unchanged: int
    deleted: int
    triples: int


@dataclass(frozen=True, slots=True)
class _Plan:
    record: Record
    send: Sequence[str]
    delete: Sequence[str]
    bulk: bool


@dataclass(slots=True)
class _Push:
    """One push under way."""

    store: GraphStore
    quads: Quads
    connection: Connection
    wish: Wish
    origin: str
    tell: Callable[[str], None]
    progress: Callable[[str, int, int], None] | None = None
    record: Record = field(default_factory=Record)
    arrived: int = 0

    def plan(self) -> _Plan:
        """Compare the publication with what the store says it has."""
        graphs = self.quads.graphs
        known = self._known()
        record = known or Record()
        send = [
            name
            for name, graph in graphs.items()
            if self.wish.means(name) and (self.wish.everything or record.rows.get(name) != graph.digest)
        ]
        delete = [name for name in sorted(record.rows) if name not in graphs and self.wish.means(name)]
        return _Plan(record, send, delete, bulk=bool(send) and known is None and self._empty())

    def _known(self) -> Record | None:
        try:
            return read(self.connection.send(self.store.read(self.quads.base + NAME)).body)
        except PublicationFailed:
            if self.wish.everything and self.wish.dry:
                return None
            raise

    def _empty(self) -> bool:
        """Tell whether a store that takes N-Quads has nothing of this publication, so that adding is as good as replacing."""
        if self.store.profile.quads is None or self.wish.everything:
            return False
        return not holds_triples(self.connection.send(self.store.read(f"{self.quads.base}metadata")).body)

    def run(self, plan: _Plan) -> None:
        """Do what is planned, and note it in the store, also when it goes wrong half-way."""
        if not plan.send and not plan.delete:
            return
        self.record = Record({**plan.record.rows, **dict.fromkeys((*plan.send, *plan.delete), PENDING)})
        self._note()
        try:
            for names in self._batches(plan) if plan.bulk else ():
                self._do([self.store.add(b"".join(map(self.quads.quads, names)))], names)
            for name in () if plan.bulk else plan.send:
                self._do(self.store.replace(self.quads.base + name, self.quads.triples(name)), [name])
            for name in plan.delete:
                self._do(self.store.delete(self.quads.base + name), [])
                del self.record.rows[name]
        except BaseException:
            with suppress(PublicationFailed):
                self._note()
            raise
        self._note()

    def _batches(self, plan: _Plan) -> Iterator[list[str]]:
        batch: list[str] = []
        size = 0
        for name in plan.send:
            length = self.quads.graphs[name].bytes
            if batch and size + length > _BATCH:
                yield batch
                batch, size = [], 0
            batch.append(name)
            size += length
        if batch:
            yield batch

    def _do(self, requests: Sequence[Request], names: Sequence[str]) -> None:
        self._write(requests, sum(self.quads.graphs[name].triples for name in names))
        for name in names:
            self.record.rows[name] = self.quads.graphs[name].digest
            self.arrived += 1
            if self.progress:
                self.progress("push", self.arrived, self.arrived)
        if self.arrived % _NOTE_EVERY == 0:
            self._note()

    def _note(self) -> None:
        graph = self.quads.base + NAME
        self._write(self.store.replace(graph, self.record.triples(graph)), 0)

    def _write(self, requests: Sequence[Request], triples: int) -> None:
        for request in requests:
            if self.wish.dry:
                self.tell(_shown(self.origin, request, triples))
            else:
                self.connection.send(request)


def _shown(origin: str, request: Request, triples: int) -> str:
    counted = f"{triples} triples, " if triples else ""
    said = f"  ({request.media}, {counted}{len(request.body)} bytes)" if request.body else ""
    return f"{request.method} {origin}{request.target}{said}"


def push(
    publication: Path,
    address: Address,
    profile: Profile,
    credentials: Credentials,
    wish: Wish,
    *,
    tell: Callable[[str], None],
    progress: Callable[[str, int, int], None] | None = None,
) -> Pushed:
    """Bring a publication into a store.

    Args:
        tell: gets the requests of a dry run, one line each.
        progress: gets the stage, the graphs that have arrived and those there are.

    Raises:
        PublicationFailed: if the publication cannot be read, or the store cannot be reached or refuses.
    """
    with opened(publication) as quads, Connection(address, credentials, wish.seconds) as connection:
        store = GraphStore(profile, address.path)
        under_way = _Push(store, quads, connection, wish, address.origin, tell)
        plan = under_way.plan()
        if progress:
            under_way.progress = lambda stage, done, _: progress(stage, done, len(plan.send))
        under_way.run(plan)
        triples = sum(quads.graphs[name].triples for name in plan.send)
        unchanged = sum(map(wish.means, quads.graphs)) - len(plan.send)
        return Pushed(len(plan.send), unchanged, len(plan.delete), triples)
