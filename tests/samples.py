"""The sample documents as they are read: tests compare, and `expect.py` writes what is expected."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from paths import DOCUMENTS, TESTS

from forumgraph.converters import convert
from forumgraph.converters.readers.reading import read
from forumgraph.converters.words.names import Names
from forumgraph.graph.names.authority import known_names

if TYPE_CHECKING:
    from pathlib import Path

    from forumgraph.model import Report

SAMPLES = sorted(DOCUMENTS.iterdir())
EXPECTED = TESTS / "expected"


@cache
def names() -> Names:
    return Names(known_names())


@cache
def report(path: Path) -> Report:
    return convert(read(path, path.name), names())
