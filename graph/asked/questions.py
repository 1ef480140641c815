"""Questions of the catalogue, put to a publication."""

from __future__ import annotations

import re
import time
import zlib
from collections import defaultdict
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from forumgraph.errors import InvalidQuery, PublicationFailed
from forumgraph.graph.asked.store import TRIPLES, Answer, run
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.queries import Query

_PREFIX = re.compile(r"^PREFIX (\w+): <([^>]*)>", re.MULTILINE)
_NAME = re.compile(r"\b(\w+):(\w+)")
_REVIEW = "graph/review/"
_GRAPH = "graph/"
_UNCALLED = (
    *("document", "issue", "mention", "participation", "reading", "recommendation"),
    *("resolution", "sdgsuggestion", "statementlink", "themelink"),
)
"""What is never called by its label in an answer: it has words of its own, or is what joins others."""

_NAMED = b"\n# "
"""What the name of the triples below it follows; no literal has a line feed in it."""

_AT_ONCE = 2**17
"""Compressed bytes that are inflated at once; they give some twenty times that."""

_WORTHWHILE = 2**21
"""Bytes of lines that are looked through, or loaded, at once."""

HELD = 2**30
"""Bytes of N-Quads that are loaded into memory, where they take about half as much again; what is more is loaded onto the disk, where a question takes seven times as long."""

TOGETHER = 3 * 2**26
"""Bytes of N-Quads up to which questions are put to one store, so that what several of them name is loaded once."""

_WAIT = 0.1
"""Seconds between two looks at what is still being written."""


def answer(store: Store, query: Query, values: Mapping[str, str] | None = None, **how: bool) -> Answer:
    """Answer one question of the catalogue.

    Args:
        how: as `run` takes it.

    Raises:
        InvalidQuery: if a parameter is unknown, or the columns are not those the header promises.
    """
    result = run(store, query.bound(values or {}), **how)
    if result.columns not in {query.columns, TRIPLES}:
        raise InvalidQuery(
            f"the question {query.name} gives {', '.join(result.columns)}, its header says {', '.join(query.columns)}",
            remedy="Correct the header",
        )
    return result


def answer_all(store: Store) -> Iterator[tuple[Query, Answer]]:
    """Answer every question with its defaults, in the order of their names."""
    for query in catalogue().values():
        yield query, answer(store, query)


def asked(graphs: Graphs) -> str:
    """Write what the catalogue asks about as N-Quads: triples whose property, or class, is named in a question; all of a document that a person decided on.

    Those of each name stand together, below a comment that tells it. Labels of what is never called by its label in an answer are left out.
    """
    every, names = any(_REVIEW in graph for graph, _ in graphs), _asked_names()
    told = defaultdict[str, list[str]](list)
    for graph, triples in graphs:
        uncalled = _uncalled(graph.rpartition(_GRAPH)[0])
        for s, p, o in triples:
            name = o if p == RDF_TYPE else p
            if every or (name in names and not (p == LABEL and s.startswith(uncalled))):
                told[name].append(f"{s} {p} {o} {graph} .\n")
    return "".join([f"# {name}\n{''.join(lines)}" for name, lines in sorted(told.items())])


def open_asked(packed: Path, whole: Path | None = None) -> Store:
    """Load what the catalogue asks about.

    Args:
        packed: what `asked` wrote of all documents, compressed by `dumps.pack`, one part after the other.
        whole: a file that is there when all parts are; what is still being written is waited for.

    Raises:
        PublicationFailed: if it cannot be read.
    """
    store = Store()
    with _reading(packed):
        for data in _blocks(packed, whole):
            store.bulk_load(input=data, format=RdfFormat.N_QUADS, lenient=True)
    return store


@contextmanager
def _reading(packed: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, SyntaxError, zlib.error) as error:
        raise PublicationFailed(f"{packed} cannot be read: {error}", remedy="Build again") from error


class Spool:
    """What the catalogue asks about, in a file for each property and class: each question is put to a store of what it and a few others name.

    Args:
        folder: where the files are; not there before they are spooled.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {name.encode(): folder / f"{number}.nq" for number, name in enumerate(sorted(_asked_names()))}
        self._reviewed = folder / "reviewed.nq"

    def fill(self, packed: Path, whole: Path | None = None) -> None:
        """Go through what the catalogue asks about once, and once more where people decided on documents.

        Args:
            packed: as `open_asked` takes it, with `whole`.

        Raises:
            PublicationFailed: if it cannot be read.
        """
        self._folder.mkdir()
        reviewed = set[bytes]()
        with _reading(packed), ExitStack() as stack:
            files = {name: stack.enter_context(path.open("wb")) for name, path in self._files.items()}
            file = None
            for data in _blocks(packed, whole):
                if _REVIEW.encode() in data:
                    reviewed.update([_document(line) for line in data.splitlines() if _REVIEW.encode() in line])
                for number, stretch in enumerate((b"\n" + data.removesuffix(b"\n")).split(_NAMED)):
                    name, _, lines = stretch.partition(b"\n")
                    file = files.get(name) if number else file
                    if file and lines:
                        file.write(lines + b"\n")
            rest = stack.enter_context(self._reviewed.open("wb"))
            for data in _blocks(packed) if reviewed else ():
                told = [line for line in data.splitlines(keepends=True) if line.startswith(b"<")]
                rest.writelines([line for line in told if _document(line) in reviewed])

    def groups(self, queries: Iterable[Query]) -> list[list[Query]]:
        """Return questions, those together that are put to one store: those that name most first, each where it has least to be loaded beside."""
        groups: list[list[Query]] = []
        for query in sorted(queries, key=lambda each: -self._size([each])):
            sizes = [(self._size([*group, query]), self._size(group)) for group in groups]
            fitting = [(size - own, n) for n, (size, own) in enumerate(sizes) if size <= TOGETHER]
            if fitting:
                groups[min(fitting)[1]].append(query)
            else:
                groups.append([query])
        return groups

    def open(self, queries: Sequence[Query], aside: Path) -> Store:
        """Load what questions ask about.

        Args:
            aside: a folder that is not there, for a store that is too large for memory.
        """
        store = Store(str(aside)) if self._size(queries) > HELD else Store()
        for path in self._paths(queries):
            store.bulk_load(path=str(path), format=RdfFormat.N_QUADS, lenient=True)
        return store

    def _paths(self, queries: Sequence[Query]) -> list[Path]:
        return [self._reviewed, *(self._files[name.encode()] for name in sorted(_named(queries)))]

    def _size(self, queries: Sequence[Query]) -> int:
        return sum(path.stat().st_size for path in self._paths(queries))


def _blocks(packed: Path, whole: Path | None = None) -> Iterator[bytes]:
    """Inflate parts, and yield whole lines of them, many at once; wait for what is still being written."""
    inflate, rest, more = zlib.decompressobj(-zlib.MAX_WBITS), b"", True
    with packed.open("rb") as file:
        while more:
            more = bool(whole and not whole.exists())
            while data := file.read(_AT_ONCE):
                rest += inflate.decompress(data)
                end = rest.rfind(b"\n") + 1 if len(rest) >= _WORTHWHILE else 0
                if end:
                    yield rest[:end]
                    rest = rest[end:]
            if more:
                time.sleep(_WAIT)
    yield rest


@lru_cache(maxsize=1)
def _asked_names() -> frozenset[str]:
    return _named(catalogue().values())


def _named(questions: Iterable[Query]) -> frozenset[str]:
    """Return the tokens of the properties and classes that questions name."""
    found = set[str]()
    for query in questions:
        spaces = dict(_PREFIX.findall(query.text))
        found.update(f"<{spaces[prefix]}{name}>" for prefix, name in _NAME.findall(query.text) if prefix in spaces)
    return frozenset(found)


@lru_cache(maxsize=4)
def _uncalled(base: str) -> tuple[str, ...]:
    """Return what the names of those begin with that are never called by their label."""
    return tuple(f"{base}{kind}/" for kind in _UNCALLED)


def _document(line: bytes) -> bytes:
    """Return the end of the name of its graph."""
    return line.rsplit(b"/", 1)[1].split(b">", 1)[0]
