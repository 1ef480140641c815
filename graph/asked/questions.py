"""Questions of the catalogue, put to a publication."""

from __future__ import annotations

import re
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from forumgraph.errors import InvalidQuery, PublicationFailed
from forumgraph.graph.asked.store import DUMP, Answer, run
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from forumgraph.queries import Query

_PREFIX = re.compile(r"^PREFIX (\w+): <([^>]*)>", re.MULTILINE)
_NAME = re.compile(r"\b(\w+):(\w+)")
_REVIEW = b"graph/review/"
_GRAPH = b"graph/"
_TYPE, _LABEL = RDF_TYPE.encode(), LABEL.encode()
_UNCALLED = (
    b"document|issue|mention|participation|reading|recommendation|resolution|sdgsuggestion|statementlink|themelink"
)
"""What is never called by its label in an answer: it has words of its own, or is what joins others."""

_AT_ONCE = 2**25
"""Bytes of a dump that are looked through at once."""

HELD = 2**30
"""Bytes of N-Quads that are loaded into memory, where they take about half as much again; what is more is loaded onto the disk, where a question takes seven times as long."""

_WAIT = 0.1
"""Seconds between two looks at a dump that is still being written."""


def answer(store: Store, query: Query, values: Mapping[str, str] | None = None, *, union: bool = True) -> Answer:
    """Answer one question of the catalogue.

    Raises:
        InvalidQuery: if a parameter is unknown, or the columns are not those the header promises.
    """
    result = run(store, query.bound(values or {}), union=union)
    if not result.turtle and result.columns != query.columns:
        raise InvalidQuery(
            f"the question {query.name} gives {', '.join(result.columns)}, its header says {', '.join(query.columns)}",
            remedy="Correct the header",
        )
    return result


def answer_all(store: Store) -> Iterator[tuple[Query, Answer]]:
    """Answer every question with its defaults, in the order of their names."""
    for query in catalogue().values():
        yield query, answer(store, query)


def open_asked(publication: Path, whole: Path | None = None) -> Store:
    """Load what the catalogue asks about: triples whose property, and class, is named in a question, and all of documents that a person decided on.

    The dump is taken as it was written and is not checked again.

    Args:
        whole: a file that is there when the dump is whole; what is still being written is waited for.

    Raises:
        PublicationFailed: if there is no dump, or it cannot be read.
    """
    store, names, reviewed = Store(), _named(catalogue().values()), set[bytes]()
    with _reading(publication):
        for lines in _lines(publication, whole):
            reviewed.update([_document(line) for line in lines if _REVIEW in line])
            kept = [line for name, line in _asked(lines, names)]
            store.bulk_load(input=b"".join(kept), format=RdfFormat.N_QUADS, lenient=True)
        for data in _about(publication, reviewed):
            store.bulk_load(input=data, format=RdfFormat.N_QUADS, lenient=True)
    return store


@contextmanager
def _reading(publication: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, SyntaxError) as error:
        raise PublicationFailed(f"{publication / DUMP} cannot be read: {error}", remedy="Build it again") from error


class Spool:
    """What the catalogue asks about, in a file for each property and class: each question is put to a store of what it names, and to no more.

    Args:
        folder: where the files are; not there before they are spooled.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {
            name: folder / f"{number}.nq" for number, name in enumerate(sorted(_named(catalogue().values())))
        }
        self._reviewed = folder / "reviewed.nq"

    def fill(self, publication: Path, whole: Path | None = None) -> None:
        """Go through a dump once.

        Args:
            whole: as `open_asked` takes it.

        Raises:
            PublicationFailed: if there is no dump, or it cannot be read.
        """
        self._folder.mkdir()
        reviewed = set[bytes]()
        with _reading(publication), ExitStack() as stack:
            files = {name: stack.enter_context(path.open("wb")) for name, path in self._files.items()}
            for lines in _lines(publication, whole):
                reviewed.update([_document(line) for line in lines if _REVIEW in line])
                for name, line in _asked(lines, files.keys()):
                    files[name].write(line)
            stack.enter_context(self._reviewed.open("wb")).writelines(_about(publication, reviewed))

    def open(self, query: Query, aside: Path) -> Store:
        """Load what a question asks about.

        Args:
            aside: a folder that is not there, for a store that is too large for memory.
        """
        paths = [self._reviewed, *(self._files[name] for name in sorted(_named([query])))]
        store = Store(str(aside)) if sum(path.stat().st_size for path in paths) > HELD else Store()
        for path in paths:
            store.bulk_load(path=str(path), format=RdfFormat.N_QUADS, lenient=True)
        return store


def _lines(publication: Path, whole: Path | None = None) -> Iterator[list[bytes]]:
    while whole and not (whole.exists() or (publication / DUMP).exists()):
        time.sleep(_WAIT)
    with (publication / DUMP).open("rb") as file:
        rest, more, lines = b"", True, list[bytes]()
        while more or lines:
            more = bool(whole and not whole.exists())
            lines = file.readlines(_AT_ONCE)
            if lines:
                lines[0] = rest + lines[0]
                rest = b"" if lines[-1].endswith(b"\n") else lines.pop()
            if lines:
                yield lines
            elif more:
                time.sleep(_WAIT)
        if rest:
            yield [rest]


def _named(questions: Iterable[Query]) -> frozenset[bytes]:
    """Return the properties and classes that questions name, as N-Quads write them."""
    found = set[str]()
    for query in questions:
        spaces = dict(_PREFIX.findall(query.text))
        found.update(f"<{spaces[prefix]}{name}>" for prefix, name in _NAME.findall(query.text) if prefix in spaces)
    return frozenset(name.encode() for name in found)


def _asked(lines: Sequence[bytes], names: AbstractSet[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Return the lines whose property, or the class that they tell, is one of the names, each with that name; no labels of what is never called by it."""
    base = lines[0].rsplit(b" ", 2)[1].rpartition(_GRAPH)[0]
    uncalled = re.compile(rb"%s(?:%s)/" % (re.escape(base), _UNCALLED)).match
    for line in lines:
        subject, name, value, _ = line.split(b" ", 3)
        if name == _TYPE:
            name = value
        if name in names and not (name == _LABEL and uncalled(subject)):
            yield name, line


def _about(publication: Path, documents: AbstractSet[bytes]) -> Iterator[bytes]:
    """Return all that is said in the graphs of documents, in parts."""
    for lines in _lines(publication) if documents else ():
        yield b"".join([line for line in lines if _document(line) in documents])


def _document(line: bytes) -> bytes:
    """Return the end of the name of its graph."""
    return line.rsplit(b"/", 1)[1].split(b">", 1)[0]
