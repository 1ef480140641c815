"""The questions of the catalogue, put to the publication of the sample documents by two engines: what `test_answers` compares and `expect` writes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from unittest.mock import patch

from paths import ROOT, TESTS
from rdflib import Dataset
from reviews import in_this_process

from forumgraph.build import build
from forumgraph.config import Config, Project
from forumgraph.graph.asked.questions import answer
from forumgraph.graph.asked.store import DUMP, Answer, open_dump
from forumgraph.queries import Query, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


EXPECTED = TESTS / "queries"


def publication(folder: Path) -> Path:
    """Publish the sample documents."""
    target = folder / "publication"
    build_here([ROOT / "documents"], target)
    return target


def build_here(documents: list[Path], target: Path, thesauri: Sequence[Path] = ()) -> None:
    """Publish documents without other processes and without pages: the pool and the site have tests of their own."""
    with patch("forumgraph.build.pool.run", in_this_process):
        build(documents, target, Config(Project()), site=False, thesauri=thesauri)


def by_oxigraph(publication: Path, *, union: bool = True) -> dict[str, Answer]:
    store = open_dump(publication)
    return {name: answer(store, query, union=union) for name, query in catalogue().items()}


def dataset(publication: Path, *, union: bool) -> Dataset:
    graphs = Dataset(default_union=union)
    graphs.parse(publication / DUMP, format="nquads")
    return graphs


def by_rdflib(graphs: Dataset, query: Query) -> list[tuple[str, ...]]:
    """Return the rows as plain text."""
    return [tuple("" if term is None else str(term) for term in row) for row in graphs.query(query.text)]


def comparable(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return rows as SPARQL makes them equal: in any order where the question sorts none, members of GROUP_CONCAT in any order, 0.70 as 0.7."""

    def cell(words: str) -> str:
        if words.replace(".", "", 1).isdigit():
            return words.rstrip("0").rstrip(".") if "." in words else words
        return ", ".join(sorted(words.split(", ")))

    return sorted(tuple(map(cell, row)) for row in rows)


def readable(answer: Answer) -> str:
    """Return the rows as CSV with plain line ends, so that a change of one row is a change of one line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows(answer.rows)
    return out.getvalue()
