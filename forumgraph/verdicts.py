"""Decisions of people, gathered from their sheets: understood, checked, and put together. A row that is not understood becomes a finding and costs itself alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.errors import InvalidUsage
from forumgraph.findings import finding
from forumgraph.graph.decided.corrections import check, plain
from forumgraph.graph.decided.rulings import decide
from forumgraph.graph.stated.decisions import Malformed, parse, settle
from forumgraph.model import Place
from forumgraph.sheets import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from forumgraph.graph.stated.briefs import Decided
    from forumgraph.graph.stated.decisions import Decision
    from forumgraph.model import Finding

_ENDINGS = (".csv", ".xlsx")


def gather(paths: Iterable[Path]) -> tuple[Decided, tuple[Finding, ...]]:
    """Read sheets, and folders of them.

    Returns:
        What was decided, and findings about rows that are not understood (`DEC003`) or contradict each other (`DEC002`).

    Raises:
        InvalidUsage: if a sheet cannot be read, or there is none.
    """
    decisions: list[Decision] = []
    findings: list[Finding] = []
    sheets = {sheet for path in paths for sheet in _sheets(path)}
    for sheet in sorted(sheets, key=lambda each: (each.name, str(each))):
        _read(sheet, decisions, findings)
    kept, contradictions = settle(decisions)
    decided, circles = decide(kept)
    return decided, (*findings, *contradictions, *circles)


def _sheets(path: Path) -> list[Path]:
    if not path.is_dir():
        if not path.is_file():
            raise InvalidUsage(f"there is no sheet {path}", remedy="Write one with `forumgraph review`")
        return [path]
    found = [
        each for each in path.iterdir() if each.suffix.lower() in _ENDINGS and not each.name.startswith((".", "~$"))
    ]
    if not found:
        raise InvalidUsage(f"there is no sheet in {path}", remedy="Write one with `forumgraph review`")
    return found


def _read(path: Path, decisions: list[Decision], findings: list[Finding]) -> None:
    for number, row in read(path):
        try:
            decision = parse(row, path.name, number)
            if decision:
                check(decision)
                decisions.append(plain(decision))
        except Malformed as error:
            words = row.get("quote", "")[:200]
            findings.append(finding("DEC003", str(error), Place(path.name, line=number, words=words)))
