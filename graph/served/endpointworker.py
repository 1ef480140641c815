"""One query answered in a worker process: limits that hold for the rest of its life, and results written as a whole before a byte leaves."""

from __future__ import annotations

import io
import os
import signal
import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, serialize

from forumgraph.graph.served.endpoint import Question
from forumgraph.graph.served.negotiation import GRAPHS, RESULTS
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.connection import Connection

    from pyoxigraph import QueryTriples
    from typing_extensions import Buffer

LARGEST = 32 * 2**20
"""Bytes of one answer."""

LINES = "data.nq"
"""What is in the folder of a snapshot that is held in memory; any other is a store."""

_CHUNK = 64 * 1024
_MARKS: Mapping[str, bytes] = {"json": b'"}},{"', "xml": b"</result>", "csv": b"\r\n", "tsv": b"\n"}
"""What ends a row in each syntax: none of these can stand within a value, except line breaks in CSV, which count for more."""


@dataclass(frozen=True, slots=True)
class Job:
    """A question for a worker.

    Attributes:
        syntax: name of a form in `negotiation.RESULTS` or `negotiation.GRAPHS`.
        rows: how many rows or triples the answer may have.
        seconds: of processor time, so that a worker whose master is gone ends as well.
    """

    question: Question
    syntax: str
    rows: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a job.

    Attributes:
        status: of HTTP; 200 with the answer as body, else with the reason.
    """

    status: int
    body: bytes

    def packed(self) -> bytes:
        """Return it as one message."""
        return b"%d\n%b" % (self.status, self.body)

    @staticmethod
    def unpacked(message: bytes) -> Reply:
        """Return what was packed.

        >>> Reply.unpacked(Reply(200, b"a").packed())
        Reply(status=200, body=b'a')
        """
        status, _, body = message.partition(b"\n")
        return Reply(int(status), body)


class _TooLargeError(Exception):
    pass


class _Sink(io.RawIOBase):
    """Takes what is written until it is too much."""

    def __init__(self, mark: bytes, rows: int) -> None:
        super().__init__()
        self.parts: list[bytes] = []
        self.full = False
        self._mark, self._rows, self._size, self._tail = mark, rows, 0, b""

    def writable(self) -> bool:
        return True

    def write(self, buffer: Buffer) -> int:
        data = bytes(buffer)
        self._size += len(data)
        self._rows -= (self._tail + data).count(self._mark)
        self._tail = data[-len(self._mark) + 1 :] if len(self._mark) > 1 else b""
        self.full = self._size > LARGEST or self._rows < -1  # a header may count for a row
        if self.full:
            raise _TooLargeError
        self.parts.append(data)
        return len(data)


def answer(store: Store, job: Job) -> Reply:
    """Answer one question, whatever it is."""
    question = job.question
    chosen = bool(question.default_graphs or question.named_graphs)
    try:
        result = store.query(
            question.text,
            use_default_graph_as_union=question.union,
            default_graph=[NamedNode(each) for each in question.default_graphs] if chosen else None,
            named_graphs=[NamedNode(each) for each in question.named_graphs] if chosen else None,
        )
        body = _body(result, job)
    except _TooLargeError:
        return Reply(413, f"the answer has more than {job.rows} rows or {LARGEST} bytes. Add a LIMIT".encode())
    except SyntaxError as error:
        return Reply(400, f"the query does not parse: {error}".encode(errors="replace"))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a stranger's query raises is told to the stranger
        return Reply(400, f"the query cannot be answered: {error}".encode(errors="replace"))
    return Reply(200, body)


def _body(result: QuerySolutions | QueryBoolean | QueryTriples, job: Job) -> bytes:
    if isinstance(result, QueryBoolean):
        return result.serialize(format=_of_results(job)) or b""
    if isinstance(result, QuerySolutions):
        return _rows(result, job)
    triples = set(islice(result, job.rows + 1))
    if len(triples) > job.rows:
        raise _TooLargeError
    ordered = sorted(triples, key=lambda each: (str(each.subject), str(each.predicate), str(each.object)))
    return (
        serialize(ordered, format=RdfFormat.from_media_type(GRAPHS[job.syntax].media_type), prefixes=dict(PREFIXES))
        or b""
    )


def _of_results(job: Job) -> QueryResultsFormat:
    found = QueryResultsFormat.from_media_type(RESULTS[job.syntax].media_type)
    assert found is not None
    return found


def _rows(result: QuerySolutions, job: Job) -> bytes:
    sink = _Sink(_MARKS[job.syntax], job.rows)
    buffered = io.BufferedWriter(sink, _CHUNK)  # some writers give a few bytes at a time
    try:
        result.serialize(buffered, format=_of_results(job))
        buffered.flush()
    except Exception:
        if sink.full:
            raise _TooLargeError from None
        raise
    return b"".join(sink.parts)


_WARMING = (
    Job(Question("SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 1", "SELECT"), "json", 1, 1.0),
    Job(Question("DESCRIBE * { GRAPH ?s {} } LIMIT 1", "DESCRIBE"), "turtle", 1, 1.0),
)
"""Answered once, because no file can be opened later, not even that of a module."""


def serve(pipe: Connection, snapshot: str, memory: int) -> None:
    """Run in the worker: open the snapshot, give up all rights to more, and answer until the pipe closes.

    Args:
        memory: bytes it may take beyond what it takes when the snapshot is open.
    """
    store = opened(snapshot)
    limit(memory)
    pipe.send_bytes(b"open")
    _answer_all(pipe, store)


def born(pipe: Connection, store: Store, memory: int) -> None:
    """Run in a worker that is a copy of a process in which the snapshot is open, and answer until the pipe closes."""
    limit(memory)
    _answer_all(pipe, store)


def held(snapshot: Path) -> bool:
    """Tell whether a snapshot is one that is held in memory."""
    return (snapshot / LINES).is_file()


def opened(snapshot: str) -> Store:
    """Open a snapshot in a process that does nothing else from here on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the parser complains there of what kills it
    if held(Path(snapshot)):
        store = Store()
        store.bulk_load(path=str(Path(snapshot) / LINES), format=RdfFormat.N_QUADS)
    else:
        store = Store.read_only(snapshot)
    for warming in _WARMING:
        answer(store, warming)
    return store


def _answer_all(pipe: Connection, store: Store) -> None:
    while True:
        try:
            job: Job = pipe.recv()
        except (EOFError, OSError):
            return
        _limit_processor(job.seconds)
        pipe.send_bytes(answer(store, job).packed())


def limit(memory: int) -> None:
    """Bound what is still to come: `memory` more bytes, no core file, and no further file or connection, so that `SERVICE` fails even past the guard.

    Where the system has no such limits (Windows), only the time is bounded.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    taken = Path("/proc/self/statm")
    if taken.exists():
        pages = int(taken.read_text(encoding="ascii").split()[0])
        allowed = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _limit_processor(seconds: float) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + 2 * seconds) + 10, hard))
