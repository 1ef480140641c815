"""One edition of a publication opened for serving: its files, its workers, its authority file. A new edition is opened beside it and takes over."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from forumgraph.errors import ForumgraphError, PublicationFailed
from forumgraph.graph.described.catalog import FILE as CATALOG
from forumgraph.graph.described.publication import MANIFEST
from forumgraph.graph.rdf.identifiers import AUTHORITY, Namespace
from forumgraph.graph.served import endpointsnapshot
from forumgraph.graph.served.endpoint import Question
from forumgraph.graph.served.endpointcrew import Bounds, Crew
from forumgraph.graph.served.endpointnursery import Nursery, nursery
from forumgraph.graph.served.reconciliation import Register
from forumgraph.ontology import PREFIXES
from forumgraph.remembered import Remembered
from forumgraph.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

_OWN = Bounds(seconds=5.0, rows=1_000_000, memory=2**30, workers=1, waiting=256)
_LOOK = 2.0
_ROOT = AUTHORITY.removesuffix("authority/")
_OURS = frozenset({"agent", "authority", "ontology", "scheme", "sdg-mapping", "software", "theme"})
"""What is named below the address of forumgraph itself, in every publication."""


@dataclass(slots=True)
class Served:
    """What is served.

    Attributes:
        base: absolute IRI below which the data are named.
        strangers: answers any query.
        own: answers our own short questions, so that IRIs resolve while strangers' queries are busy.
        nursery: where the workers of both come from.
        graphs: IRIs of the named graphs.
        answers: what strangers were answered.
    """

    shelf: Shelf
    base: str
    title: str
    snapshot: Path
    strangers: Crew
    own: Crew
    nursery: Nursery
    graphs: tuple[str, ...] = ()
    answers: Remembered = field(default_factory=Remembered)
    _register: Register | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def iri(self, name: str) -> str:
        """Return the IRI that a path below the site stands for."""
        return (_ROOT if name.partition("/")[0] in _OURS else self.base) + name

    def register(self) -> Register:
        """Return the authority file of the publication, read when it is first asked for.

        Raises:
            PublicationFailed: if it cannot be read.
        """
        with self._lock:
            if self._register is None:
                graph = Namespace(self.base).graph("authority")
                question = Question(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}", "CONSTRUCT")
                self._register = Register(_asked(self.own, question, "ntriples").decode())
            return self._register

    def close(self, *, at_once: bool = False) -> None:
        """End the workers, at once or when they have answered what was asked, and remove the snapshot."""
        self.strangers.close(at_once=at_once)
        self.own.close(at_once=at_once)
        self.nursery.close()
        endpointsnapshot.remove(self.snapshot)


def opened(publication: Path, bounds: Bounds) -> Served:
    """Open a publication.

    Raises:
        PublicationFailed: if it is none, or cannot be read.
    """
    shelf = Shelf(publication)
    base, title = _metadata(publication / CATALOG)
    snapshot = endpointsnapshot.make(publication, base)
    source = nursery(snapshot)
    crews: list[Crew] = []
    try:
        crews.append(Crew(source, bounds))
        crews.append(Crew(source, _OWN))
        answer = _asked(crews[1], Question("SELECT DISTINCT ?g { GRAPH ?g {} }", "SELECT"), "json")
    except BaseException:
        for crew in crews:
            crew.close()
        source.close()
        endpointsnapshot.remove(snapshot)
        raise
    graphs = tuple(sorted(row["g"]["value"] for row in json.loads(answer)["results"]["bindings"]))
    return Served(shelf, base, title, snapshot, crews[0], crews[1], source, graphs)


def _asked(crew: Crew, question: Question, syntax: str) -> bytes:
    reply = crew.ask(question, syntax).future.result()
    if reply.status != 200:
        raise PublicationFailed(f"the data cannot be asked: {reply.body.decode(errors='replace')}")
    return reply.body


def _metadata(catalog: Path) -> tuple[str, str]:
    """Return base and title of the data set (VoID, section 5.1)."""
    base, titles = "", {}
    try:
        for quad in parse(path=str(catalog), format=RdfFormat.TURTLE):
            if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                if quad.predicate.value == f"{PREFIXES['void']}uriSpace":
                    base = quad.object.value
                elif quad.predicate.value == f"{PREFIXES['dcterms']}title":
                    titles[quad.subject.value] = quad.object.value
    except (OSError, SyntaxError) as error:
        raise PublicationFailed(f"{catalog} cannot be read: {error}", remedy="Build the publication again") from error
    if not base:
        raise PublicationFailed(f"{catalog} does not say where the data are named", remedy="Build it again")
    return base, titles.get(f"{base}dataset", "Reports of meetings")


class Current:
    """The edition that is served now. When the folder holds another one, that is opened and takes over; until then the old one answers."""

    def __init__(self, publication: Path, bounds: Bounds) -> None:
        self._publication = publication
        self._bounds = bounds
        self._stamp = self._seen()
        self._look_at = 0.0
        self._renewing: threading.Thread | None = None
        self.served = opened(publication, bounds)

    def get(self) -> Served:
        """Return the edition, and look now and then whether there is a new one."""
        now = time.monotonic()
        if now >= self._look_at:
            self._look_at = now + _LOOK
            stamp = self._seen()
            busy = self._renewing is not None and self._renewing.is_alive()
            if stamp and stamp != self._stamp and not busy:
                self._renewing = threading.Thread(target=self._renew, args=(stamp,), daemon=True)
                self._renewing.start()
        return self.served

    def close(self) -> None:
        """Close what is open."""
        if self._renewing:
            self._renewing.join()
        self.served.close(at_once=True)

    def _seen(self) -> tuple[int, int]:
        try:
            found = (self._publication / MANIFEST).stat()
        except OSError:
            return (0, 0)
        return found.st_mtime_ns, found.st_ino

    def _renew(self, stamp: tuple[int, int]) -> None:
        try:
            new = opened(self._publication, self._bounds)
        except (ForumgraphError, OSError, ValueError):
            return  # it is looked at again; the old edition goes on
        old, self.served, self._stamp = self.served, new, stamp
        old.close()
