"""What the last run related, kept beside the publication so that the next one compares only what may have changed (`changed`)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    contained: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a statement was compared with.

    Attributes:
        reach: where it met more statements than are compared, the weight in common with the last that was; else how many it met, below zero.
        found: its relations, the strongest first.
    """

    reach: float
    found: tuple[Found, ...] = ()


def row_of(statement: Statement) -> Row:
    """Return what the relations of a statement depend on."""
    each = statement
    return Row(each.date, each.document, each.node, each.state, each.asks, each.stems)


@dataclass(slots=True)
class LastRun:
    """The statements of a run, by language and in the order of time, each with what it was compared with."""

    languages: dict[str, dict[Row, Compared]] = field(default_factory=dict)

    def pack(self) -> bytes:
        """Write it so that `unpack` reads it."""
        told = {
            language: [(*row, each.reach, each.found) for row, each in rows.items()]
            for language, rows in self.languages.items()
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes) -> LastRun:
    """Read what `pack` wrote; words that recur are held once.

    >>> found = Compared(-1, (Found("<urn:b>", "repeats", 1.0, 1.0, ("visa",)),))
    >>> run = LastRun({"en": {Row("2017", "d", "<urn:a>", "", True, ("visa",)): found}})
    >>> unpack(run.pack()) == run
    True

    Raises:
        ValueError: if it cannot be understood.
    """
    try:
        return LastRun({str(language): dict(map(_row, rows)) for language, rows in json.loads(data).items()})
    except (TypeError, AttributeError) as error:
        raise ValueError("relations of the last run cannot be read") from error


def _row(told: Iterable[Any]) -> tuple[Row, Compared]:
    date, document, node, state, asks, stems, reach, found = told
    row = Row(intern(date), intern(document), intern(node), state, bool(asks), tuple(map(intern, stems)))
    return row, Compared(float(reach), tuple(map(_found, found)))


def _found(told: Iterable[Any]) -> Found:
    earlier, kind, score, contained, shared = told
    return Found(intern(earlier), intern(kind), score, contained, tuple(map(intern, shared)))
