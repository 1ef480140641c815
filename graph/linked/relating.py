"""Which statements of different documents speak of the same, found without comparing all with all.

A statement is only compared with earlier ones that share a rare stem with it, or two of its rarest common stems; of each such key the first and the
latest statements are remembered, and of those met by these keys the ones with the most weight in common are compared in full. So a statement
costs as much as it has neighbours, at most a fixed amount, however large the corpus grows. What the last run related is compared again only where it may
have changed (`changed`).

The thresholds were chosen on the judged pairs of `tests/gold/pairs.csv`; `docs/linking.md` has the figures.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from forumgraph.graph.linked.changed import Changes, keys_of
from forumgraph.graph.linked.lastrun import Compared, Found, LastRun, row_of
from forumgraph.graph.linked.meeting import Postings
from forumgraph.graph.linked.weights import Likeness, scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.graph.linked.lastrun import Row
    from forumgraph.graph.linked.meeting import Weighed
    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.linked.weights import Weights

RELATED = 0.42
"""Score from which on two statements are related."""

REPEATED = 0.75
"""Score from which on they say nearly the same."""

REPEATED_WHOLE = 0.7
"""The same where all the weight of the earlier one is in the later, which only adds who said it."""

SURE = 0.9
"""Score from which on one word in the place of another makes no difference."""

NARROWED = 0.9
"""Share of the earlier statement's weight that a later one has to have in order to narrow it."""

TOLD = 0.4
"""Score from which on a sentence that tells what became of something speaks of a statement."""

_LEAST = min(RELATED, REPEATED, REPEATED_WHOLE, TOLD)

SHARED = 3
"""Stems that two statements must share at least."""

_FEW = 2
"""Stems of which two statements may have no others, to be the same words: with fewer than `SHARED`, one is a heading and the other is not."""

_ROUNDED = 0.001
"""More than rounding may add to a score."""

_COMPARED = 48
_KEPT = 5


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement and an earlier one of another document.

    Attributes:
        kind: `repeats`, `narrows`, `relatedTo`, or `followsUp` for a sentence that tells what became of the earlier one.
        score: as `weights.Likeness` has it.
        by_decision: whether a person said so.
    """

    later: Statement
    earlier: Statement
    kind: str
    score: float
    by_decision: bool = False


def relate(statements: Iterable[Statement], last: LastRun | None = None) -> Iterator[Relation]:
    """Return the relations of statements, by the later one in the order of dates and documents, the strongest first.

    The order of what is given changes nothing.

    Args:
        last: what the last run related, which saves work and changes nothing. When all relations were taken, it holds those of this run.
    """
    by_language: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.language and statement.stems:
            by_language[statement.language].append(statement)
    before, now = last or LastRun(), LastRun()
    streams = []
    for language in sorted(by_language):
        rows = now.languages[language] = {}
        streams.append(_related(by_language[language], before.languages.get(language, {}), rows))
    yield from merge(*streams, key=lambda each: row_of(each.later)[:3])
    if last:
        last.languages = now.languages


def _related(
    statements: Iterable[Statement], before: Mapping[Row, Compared], now: dict[Row, Compared]
) -> Iterator[Relation]:
    """Return the relations of statements of one language, and remember them."""
    ordered = dict(sorted(((row_of(each), each) for each in statements), key=lambda pair: pair[0][:4]))
    points = {row.node: each for row, each in ordered.items() if not row.state}
    unchanged = ordered.keys() == before.keys()
    for row, compared in ((row, before[row]) for row in ordered) if unchanged else _compared(ordered, before):
        now[row] = compared
        yield from (Relation(ordered[row], points[each.earlier], each.kind, each.score) for each in compared.found)


def _compared(ordered: Mapping[Row, Statement], before: Mapping[Row, Compared]) -> Iterator[tuple[Row, Compared]]:
    """Compare statements of one language, given in the order of time, with what is before them; where nothing changed, what the last run found stands."""
    keys = keys_of(ordered)
    index = _Index(keys.weights)
    changes = Changes(before, ordered, keys, index.near, _COMPARED) if before else None
    for row, each in ordered.items():
        own = tuple(keys.of(row.stems))
        yield row, (changes and changes.unchanged(row, own)) or index.related(each, own)
        if not row.state:
            index.add(each, own)
            if changes:
                changes.add(row, own)


def precedes(one: str, other: str) -> bool:
    """Tell whether one date is before another for certain, however precise the two are.

    >>> precedes("2017", "2018-07"), precedes("2017", "2017-07-09"), precedes("", "2017")
    (True, False, False)
    """
    known = min(len(one), len(other))
    return one[:known] < other[:known]


class _Index:
    """Statements by their keys, to be met by later ones."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.rows: list[tuple[Statement, frozenset[str], int, float]] = []
        self.of_document: defaultdict[str, list[int]] = defaultdict(list)
        self.postings = Postings()

    def add(self, row: Statement, keys: Weighed) -> None:
        """Remember a statement."""
        norm = self.weights.norm(row.stems)
        self.of_document[row.document].append(len(self.rows))
        self.rows.append((row, frozenset(row.stems), norm, math.sqrt(norm)))
        self.postings.add(keys)

    def candidates(self, row: Statement, keys: Weighed) -> tuple[list[int], int]:
        """Return the numbers of the earlier statements of other documents that have the most weight in common with one, and how far they reach (`Compared`)."""
        met: dict[int, int] = {}
        so_far = met.get
        for key, weight in keys:
            for number in self.postings.of.get(key, ()):
                met[number] = so_far(number, 0) + weight
        for number in self.of_document.get(row.document, ()):
            met.pop(number, None)
        if len(met) <= _COMPARED:
            return list(met), -len(met)
        reach = sorted(met.values())[-_COMPARED]
        nearest = sorted([(-weight, number) for number, weight in met.items() if weight >= reach])
        return [number for _, number in nearest[:_COMPARED]], reach

    def near(self, later: Row, earlier: Row) -> bool:
        """Tell whether two statements may be related."""
        norm, shared = self.weights.norm, {*later.stems}.intersection(earlier.stems)
        score, contained = scores(norm(shared), (norm(earlier.stems), norm(later.stems)))
        return len(shared) > 1 and (score >= _LEAST or contained >= NARROWED)

    def related(self, row: Statement, keys: Weighed) -> Compared:
        """Return the strongest relations of a statement to earlier ones."""
        own, norm = frozenset(row.stems), self.weights.norm(row.stems)
        weigh = {stem: self.weights.of(stem) for stem in own}.__getitem__
        least, part = (_LEAST - _ROUNDED) * math.sqrt(norm), NARROWED - _ROUNDED
        candidates, reach = self.candidates(row, keys)
        near = []
        for number in candidates:
            earlier, stems, other, root = self.rows[number]
            common = sum(map(weigh, own & stems))
            if common >= least * root or common >= part * min(norm, other):
                score, contained = scores(common, (other, norm))
                near.append((-score, earlier.date, earlier.node, contained, earlier))
        near.sort()
        strongest = (self._told(row, earlier, -score, contained) for score, _, _, contained, earlier in near)
        return Compared(reach, tuple(islice(filter(None, strongest), _KEPT)))

    def _told(self, row: Statement, earlier: Statement, score: float, contained: float) -> Found | None:
        """Return how a statement relates to an earlier one; nothing where it does not."""
        shared = tuple(stem for stem in earlier.stems if stem in row.stems)
        kind = (told_of if row.state else kind_of)(row, earlier, Likeness(score, contained, shared))
        return Found(earlier.node, kind, score) if kind else None


def kind_of(later: Statement, earlier: Statement, likeness: Likeness) -> str:
    """Return how a statement relates to an earlier one; empty when it does not.

    A request and a complaint about its subject are related, but the one never repeats or narrows the other.
    """
    shared = len(likeness.shared)
    if shared < SHARED and not _FEW <= shared == len(later.stems) == len(earlier.stems):
        return ""
    ordered = later.asks == earlier.asks and precedes(earlier.date, later.date)
    longer = shared >= SHARED and len(later.stems) > len(earlier.stems)
    if (
        ordered
        and not _another_matter(later, earlier, likeness)
        and (likeness.score >= REPEATED or (longer and likeness.contained == 1 and likeness.score >= REPEATED_WHOLE))
    ):
        return "repeats"
    if ordered and longer and likeness.contained >= NARROWED:
        return "narrows"
    return "relatedTo" if likeness.score >= RELATED and shared >= SHARED else ""


def _another_matter(later: Statement, earlier: Statement, likeness: Likeness) -> bool:
    """Tell whether two statements are the same sentence with one word in the place of another: money for water, money for sewers."""
    if likeness.score >= SURE or len(later.stems) != len(earlier.stems):
        return False
    return sum(one != other for one, other in zip(later.stems, earlier.stems, strict=True)) == 1


def told_of(telling: Statement, earlier: Statement, likeness: Likeness) -> str:
    """Return `followsUp` where a sentence tells what became of an earlier statement; else nothing."""
    near = likeness.score >= TOLD and len(likeness.shared) >= SHARED
    return "followsUp" if near and precedes(earlier.date, telling.date) else ""
