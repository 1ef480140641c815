"""The page of what can be taken away: all graphs, the tables, what describes them, and rules for whoever puts it online."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.described import csvmetadata, examples, partitions
from forumgraph.graph.described.catalog import SERVICE
from forumgraph.graph.described.columns import TABLES
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.shown.exhibits import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.described.publication import Written
    from forumgraph.graph.shown.pages import Frame

PAGE = "data.html"

_DESCRIPTIONS = (
    ("catalog.ttl", "For portals: the catalogue in DCAT-AP 3, with sizes and checksums"),
    ("catalog.jsonld", "The same in JSON-LD"),
    ("catalog.nt", "The same in N-Triples"),
    (partitions.FILE, "For query editors: which properties the nodes of each class have, in VoID"),
    (examples.FILE, "For query editors: the questions as examples"),
    (SERVICE, "For query editors: the SPARQL endpoint"),
    ("csv/datapackage.json", "For spreadsheets and scripts: what the columns mean, as a Frictionless data package"),
    (csvmetadata.FILE, "The same as CSV on the Web: types, keys, and the properties that columns are"),
)
_DOCUMENTS = (
    ("coverage.csv", "How many sentences of each document were used"),
    ("findings.csv", "What is odd about documents, and which ones are not published"),
    ("findings.json", "The same in JSON"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Some files under a heading.

    Attributes:
        rows: what each file is, a link to it, its size and its digest.
    """

    heading: str
    about: str
    rows: Sequence[tuple[str, Link, str, str]]


def data_page(frame: Frame, files: Mapping[str, Written]) -> str:
    """Return the page.

    Args:
        files: the data of the publication, by path.
    """
    return frame.render(PAGE, PAGE, "Data", offers=[each for each in _offers(files) if each.rows])


def _offers(files: Mapping[str, Written]) -> Iterator[Offer]:
    graphs = [
        (f"{STEM}.{syntax.ending}{packed}", syntax.title + (", compressed" if packed else ""))
        for syntax in SYNTAXES.values()
        for packed in ("", ".gz")
    ]
    yield Offer(
        "Everything as a graph",
        "What documents say, what was derived and what follows from it, each in graphs of its own; for a triple store.",
        _rows(files, graphs),
    )
    yield Offer(
        "Tables",
        "One file for each kind of thing; every row ends with the words it was read from. They open in any spreadsheet.",
        _rows(files, [(table.path, table.title) for table in TABLES]),
    )
    yield Offer("What describes the data", "", _rows(files, _DESCRIPTIONS))
    yield Offer("What became of the documents", "", _rows(files, _DOCUMENTS))


def _rows(files: Mapping[str, Written], wanted: Sequence[tuple[str, str]]) -> list[tuple[str, Link, str, str]]:
    return [
        (what, Link(name, name), size(files[name].bytes), f"{files[name].sha256[:16]}…")
        for name, what in wanted
        if name in files
    ]


def size(count: int) -> str:
    r"""Return how large a file is, in decimal units.

    >>> size(999), size(1538), size(25_000_000)
    ('999\u202fB', '1.5\u202fkB', '25\u202fMB')
    """
    units = ("B", "kB", "MB", "GB")
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(units) - 1:
        value, unit = value / 1000, unit + 1
    digits = 1 if unit and value < 9.95 else 0
    return f"{value:.{digits}f}\u202f{units[unit]}"
