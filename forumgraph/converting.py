"""Documents converted and not published: what `convert` and `check` show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph import pool
from forumgraph.errors import NothingReadable
from forumgraph.findings import finding
from forumgraph.inputs import Inputs, discover
from forumgraph.making import Made, Task, convert_all
from forumgraph.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.config import Config
    from forumgraph.model import Finding, Report

_LOST: Mapping[str, tuple[str, str]] = {
    "time": ("DOC011", "it took longer than one document may"),
    "memory": ("DOC011", "it took more memory than one document may"),
    "crash": ("DOC016", "the process that read it broke down"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document that was converted and not published.

    Attributes:
        report: None where it could not be read.
        findings: about it, by its path as it was given, so that an editor or a reviewing tool finds the file.
    """

    name: str
    report: Report | None
    findings: tuple[Finding, ...]

    def at(self, path: Path) -> Outcome:
        """Return the same with findings that name a path."""
        found = (replace(each, where=replace(each.where, source=path.as_posix())) for each in self.findings)
        return replace(self, findings=tuple(found))


def convert(
    documents: Iterable[Path], config: Config, *, jobs: int | None = None, validate: bool = False, engine: str = "shacl"
) -> Iterator[Outcome]:
    """Convert documents without publishing them, in the order of their names; what cannot be read at all comes first.

    Args:
        validate: whether the shapes are asked as well.

    Raises:
        NothingReadable: if there is no file at all among what was given.
    """
    given = list(documents)
    inputs = readable(given)
    for odd in inputs.findings:
        name = odd.where.source
        yield Outcome(name, None, (odd,)).at(next((each / name for each in given if lexists(each / name)), Path(name)))
    tasks = [
        Task(each.path, each.name, None, config.limits, config.project.base, engine, validate) for each in inputs.files
    ]
    for outcome in pool.run(convert_all, tasks, config.limits, jobs=jobs or 0, batch=1):
        made: Made | None = outcome.result
        name, path = outcome.task.name, outcome.task.path
        found = made.findings if made else (lost(name, outcome.reason),)
        yield Outcome(name, made.report if made else None, found).at(path)


def readable(documents: Iterable[Path]) -> Inputs:
    """Return the files among what was given.

    Raises:
        NothingReadable: if there is none.
    """
    given = list(documents)
    inputs = discover(given)
    if not inputs.files and not inputs.findings:
        raise NothingReadable(
            f"there is no document in {', '.join(map(str, given)) or 'what was given'}",
            remedy="Give files or folders with reports",
        )
    return inputs


def lost(name: str, reason: str) -> Finding:
    """Tell of a document whose process was lost."""
    code, message = _LOST[reason]
    return finding(code, message, Place(name))
