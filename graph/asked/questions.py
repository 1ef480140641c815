"""Questions of the catalogue, put to a publication."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from forumgraph.errors import InvalidQuery, PublicationFailed
from forumgraph.graph.asked.store import DUMP, Answer, run
from forumgraph.graph.rdf.terms import RDF_TYPE
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from forumgraph.queries import Query

_PREFIX = re.compile(r"^PREFIX (\w+): <([^>]*)>", re.MULTILINE)
_NAME = re.compile(r"\b(\w+):(\w+)")
_REVIEW = b"graph/review/"
_TYPE = RDF_TYPE.encode()
_AT_ONCE = 2**25
"""Bytes of a dump that are looked through at once."""

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


def open_asked(publication: Path, aside: Path | None = None, whole: Path | None = None) -> Store:
    """Load what the catalogue asks about: triples whose property, and class, is named in a question, and all of documents that a person decided on.

    The dump is taken as it was written and is not checked again.

    Args:
        aside: an empty folder for the store; in memory where it is not given.
        whole: a file that is there when the dump is whole; what is still being written is waited for.

    Raises:
        PublicationFailed: if there is no dump, or it cannot be read.
    """
    store, names = Store(str(aside)) if aside else Store(), _named(catalogue().values())
    reviewed = set[bytes]()
    try:
        for lines in _lines(publication, whole):
            reviewed.update([_document(line) for line in lines if _REVIEW in line])
            store.bulk_load(input=b"".join(_asked(lines, names)), format=RdfFormat.N_QUADS, lenient=True)
        for lines in _lines(publication) if reviewed else ():
            kept = [line for line in lines if _document(line) in reviewed]
            store.bulk_load(input=b"".join(kept), format=RdfFormat.N_QUADS, lenient=True)
    except (OSError, SyntaxError) as error:
        raise PublicationFailed(f"{publication / DUMP} cannot be read: {error}", remedy="Build it again") from error
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
                yield lines
            elif more:
                time.sleep(_WAIT)
        if rest:
            yield [rest]


def _named(questions: Iterable[Query]) -> frozenset[bytes]:
    """Return the properties and classes that questions name, as N-Quads write them."""
    found = {RDF_TYPE}
    for query in questions:
        spaces = dict(_PREFIX.findall(query.text))
        found.update(f"<{spaces[prefix]}{name}>" for prefix, name in _NAME.findall(query.text) if prefix in spaces)
    return frozenset(name.encode() for name in found)


def _asked(lines: Iterable[bytes], names: frozenset[bytes]) -> Iterator[bytes]:
    """Return the lines whose property, and class, is one of the names."""
    for line in lines:
        _, property_, value = line.split(b" ", 2)
        if property_ in names and (property_ != _TYPE or value[: value.index(b" ")] in names):
            yield line


def _document(line: bytes) -> bytes:
    """Return the end of the name of its graph."""
    return line.rsplit(b"/", 1)[1].split(b">", 1)[0]
