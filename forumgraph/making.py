"""What a worker does with one document: read, convert, map, derive, infer, validate, and write its part of the publication."""

from __future__ import annotations

import hashlib
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph import parcels, shards
from forumgraph.converters import convert
from forumgraph.converters.readers.reading import read
from forumgraph.converters.words.names import Names
from forumgraph.errors import UnreadableSource
from forumgraph.facts import coverage, record
from forumgraph.findings import finding
from forumgraph.graph.asked.questions import asked
from forumgraph.graph.described import tables
from forumgraph.graph.linked.resolving import is_shared
from forumgraph.graph.linked.sessions import meetings
from forumgraph.graph.linked.statements import pack as pack_statements
from forumgraph.graph.linked.statements import statements
from forumgraph.graph.linked.thesauri import brought
from forumgraph.graph.names.authority import known_names
from forumgraph.graph.names.expansions import Shortened
from forumgraph.graph.rdf.editions import cited
from forumgraph.graph.rdf.syntaxes import union
from forumgraph.graph.rdf.terms import lines
from forumgraph.graph.stated.briefs import Brief
from forumgraph.graph.written.dumps import chunks, pack
from forumgraph.graph.written.layers import Layers, layers
from forumgraph.graph.written.rereading import differences
from forumgraph.model import Limits, Place, Severity
from forumgraph.printing import row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from forumgraph.cache import Shelf
    from forumgraph.model import Document, Finding, Report

_LONGEST_TOKEN = 15 * 2**20


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be made.

    Attributes:
        shelf: where its part goes; None when only the report is wanted.
        base: absolute IRI that ends with a slash.
        check: whether the shapes are to be asked.
        thesauri: files in which themes are looked for beside the own scheme.
    """

    path: Path
    name: str
    shelf: Shelf | None
    limits: Limits
    base: str
    engine: str = "shacl"
    check: bool = True
    brief: Brief = field(default_factory=Brief)
    names: tuple[str, Sequence[str]] | None = None
    thesauri: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a document.

    Attributes:
        sha256: of the bytes that were read; empty when they could not be.
        seconds: of processor time by stage.
        report: only where no part was to be written.
        names: keys of the names of actors in the document; None where they were not looked for.
        shortened: what it tells of its acronyms.
    """

    name: str
    sha256: str
    seconds: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    report: Report | None = None
    names: tuple[str, ...] | None = None
    shortened: Shortened = field(default_factory=Shortened)


class _Stages:
    """Adds up the processor time of stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.last = time.process_time()

    def __call__(self, stage: str) -> None:
        now = time.process_time()
        self.seconds[stage] += now - self.last
        self.last = now


@lru_cache(maxsize=1)
def names() -> Names:
    """Return the names of the authority file, ready to be looked for."""
    return Names(known_names())


def make_all(tasks: Sequence[Task], begin: Callable[[int], None]) -> Iterator[Made]:
    """Make documents one after the other; what a document says of itself goes to its shard, and nothing to the caller but its digest."""
    for index, task in enumerate(tasks):
        begin(index)
        yield _make(task)


def convert_all(tasks: Sequence[Task], begin: Callable[[int], None]) -> Iterator[Made]:
    """Convert documents one after the other, and give their reports back."""
    for index, task in enumerate(tasks):
        begin(index)
        yield _convert(task)


def _convert(task: Task) -> Made:
    stages = _Stages()
    report, findings = _report(task, stages)
    if report is None:
        return Made(task.name, "", stages.seconds, findings)
    if task.check:
        findings = (*findings, *layers(report, task.base, engine=task.engine).findings)
    return Made(task.name, report.document.source.sha256, stages.seconds, findings, report)


def _make(task: Task) -> Made:
    assert task.shelf is not None
    stages = _Stages()
    try:
        sha256 = digest(task.path)
    except OSError as error:
        return Made(
            task.name, "", findings=(finding("DOC012", f"the file cannot be read: {error.strerror}", Place(task.name)),)
        )
    place = _place(task, sha256)
    names, shortened = None, Shortened()
    if place is None or not task.shelf.find(place):
        report, findings = _report(task, stages)
        shard, names = _shard(task, report, findings, stages) if report else (failed(findings), ())
        shortened = Shortened.of(report) if report else shortened
        if report is None or report.document.source.sha256 == sha256:
            shards.write(task.shelf.path(task.name, sha256, task.brief.of(names).digest), shard)
        else:
            return Made(
                task.name,
                "",
                findings=(finding("DOC012", "the file changed while it was read", Place(task.name), help="Run again"),),
            )
    stages("write")
    return Made(task.name, sha256, stages.seconds, names=names, shortened=shortened)


def _place(task: Task, sha256: str) -> Path | None:
    """Return where the part of a document is or will be; None where its names, on which other documents depend too, are not known."""
    assert task.shelf is not None
    of, names = task.names or ("", ())
    if of != sha256:
        return None
    return task.shelf.path(task.name, sha256, task.brief.of(names).digest)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _report(task: Task, stages: _Stages) -> tuple[Report | None, tuple[Finding, ...]]:
    """Read and convert, whatever happens; without a report there is a finding that says why."""
    try:
        document: Document = read(task.path, task.name, task.limits)
        stages("read")
        report = convert(document, names())
        stages("convert")
    except UnreadableSource as error:
        return None, (finding(error.code, error.message, Place(task.name), help=error.remedy),)
    except OSError as error:
        return None, (finding("DOC012", f"the file cannot be read: {error.strerror or error}", Place(task.name)),)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - readers meet what strangers wrote; the document is lost, the others are not
        return None, (_unexpected(task.name, error),)
    return report, (*document.findings, *report.findings)


def _unexpected(name: str, error: Exception) -> Finding:
    return finding(
        "DOC016", f"reading failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}", Place(name)
    )


def failed(findings: Sequence[Finding]) -> shards.Shard:
    """Return the part of a document that became nothing."""
    return shards.Shard({"published": False, "findings": [row(each) for each in findings]}, {})


def _shard(
    task: Task, report: Report, findings: tuple[Finding, ...], stages: _Stages
) -> tuple[shards.Shard, tuple[str, ...]]:
    """Return the part of a document, and the keys of the names of actors in it."""
    try:
        told = layers(
            report,
            task.base,
            engine=task.engine,
            clock=stages,
            brief=task.brief,
            thesauri=brought(task.thesauri),
        )
        findings = (*findings, *told.findings, *_too_long(report))
        if not told.conforms or len(report.document.text.encode()) > _LONGEST_TOKEN:
            return failed(findings), told.names()
        return _written(task, report, told, findings), told.names()
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return failed((*findings, _unexpected(task.name, error))), ()


def _too_long(report: Report) -> Iterator[Finding]:
    if len(report.document.text.encode()) > _LONGEST_TOKEN:
        yield finding(
            "DOC006",
            "the text is longer than RDF tools read in one literal",
            Place(report.document.source.name),
            severity=Severity.VIOLATION,
        )


def _written(task: Task, report: Report, told: Layers, findings: tuple[Finding, ...]) -> shards.Shard:
    merged = union(told.graphs)
    shared = frozenset(triple for triple in merged if is_shared(triple, told.id))
    parts = chunks(told.graphs, task.base, shared)
    wrong = [
        finding("PUB001", message, Place(task.name))
        for message in differences(parts, told.graphs, report.document.text, task.base, shared)
    ]
    if wrong:
        return failed((*findings, *wrong))
    sections = {name: pack(text) for name, text in parts.items()}
    sections["asked"] = pack(asked(told.graphs))
    sections["shared"] = lines(sorted(shared)).encode()
    shown = told.shown()
    sections |= {f"csv/{name}": text.encode() for name, text in tables.rows(shown).items()}
    sections["statements"] = pack_statements(statements(report, shown, task.base))
    sections["meetings"] = parcels.pack(tuple(meetings(shown, told.id)))
    sections["minted"] = "\n".join(sorted(cited(merged, task.base))).encode()
    sections["text"] = report.document.text.encode()
    sections["coverage"] = coverage(report, told.id).encode()
    facts = record(report, told, shown, merged, shared)
    return shards.Shard({**facts, "findings": [row(each) for each in findings]}, sections)
