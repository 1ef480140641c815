"""What the last run related, kept beside the publication so that the next one compares only what may have changed (`changed`)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.graph.linked.statements import Statement


class Row(NamedTuple):
    """All of a statement that its relations depend on; rows are ordered by time."""

    date: str
    document: str
    node: str
    state: str
    asks: bool
    stems: tuple[str, ...]


class Found(NamedTuple):
    """A relation to an earlier statement, by its node."""

    earlier: str
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Compared:
    """What a statement was compared with.

    Attributes:
        reach: where it met more statements than are compared, the weight in common with the last that was; else how many it met, below zero.
        found: its relations, the strongest first.
    """

    reach: int
    found: tuple[Found, ...] = ()


def row_of(statement: Statement) -> Row:
    """Return what the relations of a statement depend on."""
    each = statement
    return Row(each.date, each.document, each.node, each.state, each.asks, each.stems)


@dataclass(slots=True)
class LastRun:
    """The statements of a run, by language and in the order of time, each with what it was compared with."""

    languages: dict[str, dict[Row, Compared]] = field(default_factory=dict)

    def lines(self) -> Iterator[bytes]:
        """Yield it in lines, so that `read` reads them: how many there are, then one for each statement."""
        yield b"%d\n" % sum(map(len, self.languages.values()))
        for language, rows in self.languages.items():
            for row, each in rows.items():
                told = (language, *row, each.reach, each.found)
                yield json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read(lines: Iterable[bytes]) -> LastRun:
    """Read what `LastRun.lines` gave, a line at a time; words that recur are held once.

    >>> run = LastRun({"en": {Row("2017", "d", "<urn:a>", "", True, ("visa",)): Compared(-1, (Found("<urn:b>", "repeats", 1.0),))}})
    >>> read(run.lines()) == run
    True

    Raises:
        ValueError: if it cannot be understood.
    """
    run, rows = LastRun(), iter(lines)
    left = int(next(rows, b""))
    try:
        for line in rows:
            language, *told, reach, found = json.loads(line)
            known = Compared(int(reach), tuple(Found(intern(node), intern(kind), score) for node, kind, score in found))
            run.languages.setdefault(language, {})[_row(told)] = known
            left -= 1
    except (TypeError, AttributeError) as error:
        raise ValueError("relations of the last run cannot be read") from error
    if left:
        raise ValueError("relations of the last run are not whole")
    return run


def _row(told: Iterable[Any]) -> Row:
    date, document, node, state, asks, stems = told
    return Row(intern(date), intern(document), intern(node), state, asks, tuple(map(intern, stems)))
