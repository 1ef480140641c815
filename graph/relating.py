"""Which statements of different documents speak of the same, found without comparing all with all.

A statement is only compared with earlier ones that share a rare stem with it, or two of its rarest common stems; of each such key the first and the
latest statements are remembered, and of those met by these keys the ones with the most weight in common are compared in full. So a statement
costs as much as it has neighbours, at most a fixed amount, however large the corpus grows.

The thresholds were chosen on the judged pairs of `tests/gold/pairs.csv`; `docs/linking.md` has the figures.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import TYPE_CHECKING

from forumgraph.graph.weights import Likeness, Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.graph.statements import Statement

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

_RARE = 64
_FIRST, _LATEST = 16, 48
_COMMON = 6
_COMPARED = 48
_KEPT = 5

_Key = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement and an earlier one of another document.

    Attributes:
        kind: `repeats`, `narrows`, `relatedTo`, or `followsUp` for a sentence that tells what became of the earlier one.
        by_decision: whether a person said so.
    """

    later: Statement
    earlier: Statement
    kind: str
    likeness: Likeness
    by_decision: bool = False


def relate(statements: Iterable[Statement]) -> Iterator[Relation]:
    """Return the relations of statements, by the later one in the order of dates and documents, the strongest first.

    The order of what is given changes nothing.
    """
    by_language: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.language and statement.stems:
            by_language[statement.language].append(statement)
    for language in sorted(by_language):
        rows = sorted(by_language[language], key=lambda each: (each.date, each.document, each.node, each.state))
        told = frozenset(stem for row in rows if row.state for stem in row.stems)
        index = _Index(Weights((row.stems for row in rows if not row.state), steady=True), told)
        for row in rows:
            yield from index.related(row)
            if not row.state:
                index.add(row)


def precedes(one: str, other: str) -> bool:
    """Tell whether one date is before another for certain, however precise the two are.

    >>> precedes("2017", "2018-07"), precedes("2017", "2017-07-09"), precedes("", "2017")
    (True, False, False)
    """
    known = min(len(one), len(other))
    return one[:known] < other[:known]


class _Index:
    """Statements by their keys, to be met by later ones."""

    def __init__(self, weights: Weights, told: frozenset[str]) -> None:
        self.weights = weights
        self.told = told
        self.rows: list[Statement] = []
        self.norms: list[float] = []
        self.postings: dict[_Key, list[int]] = {}

    def keys(self, stems: Sequence[str]) -> Iterator[tuple[_Key, float]]:
        """Return the keys of a statement, each with the weight it stands for."""
        counts, of = self.weights.counts, self.weights.of
        common = []
        for stem in stems:
            if counts[stem] > _RARE:
                common.append((-of(stem), stem))
            elif counts[stem] > 1 or stem in self.told:
                yield stem, of(stem)
        rarest = sorted(sorted(common)[:_COMMON], key=lambda each: each[1])
        for (one, first), (other, second) in combinations(rarest, 2):
            yield (first, second), -one - other

    def add(self, row: Statement) -> None:
        """Remember a statement; of a key that has many, the first and the latest stay."""
        number = len(self.rows)
        self.rows.append(row)
        self.norms.append(self.weights.norm(row.stems))
        for key, _ in self.keys(row.stems):
            posting = self.postings.setdefault(key, [])
            posting.append(number)
            if len(posting) > _FIRST + _LATEST:
                del posting[_FIRST]

    def candidates(self, row: Statement) -> list[int]:
        """Return the numbers of the earlier statements of other documents that have the most weight in common with one."""
        met: defaultdict[int, float] = defaultdict(float)
        for key, weight in self.keys(row.stems):
            for number in self.postings.get(key, ()):
                met[number] += weight
        others = ((-weight, number) for number, weight in met.items() if self.rows[number].document != row.document)
        return [number for _, number in nsmallest(_COMPARED, others)]

    def related(self, row: Statement) -> list[Relation]:
        """Return the strongest relations of a statement to earlier ones."""
        own, norm = frozenset(row.stems), self.weights.norm(row.stems)
        near = []
        for number in self.candidates(row):
            earlier = self.rows[number]
            shared = tuple([stem for stem in earlier.stems if stem in own])
            if len(shared) > 1:
                score, contained = self.weights.compare(shared, (self.norms[number], norm))
                if score >= _LEAST or contained >= NARROWED:
                    near.append((-score, earlier.date, earlier.node, contained, shared, earlier))
        near.sort()
        kind_in = told_of if row.state else kind_of
        found: list[Relation] = []
        for negative, _, _, contained, shared, earlier in near:
            kind = kind_in(row, earlier, Likeness(-negative, contained, shared))
            if kind:
                likeness = Likeness(-negative, contained, self.weights.ordered(shared))
                found.append(Relation(row, earlier, kind, likeness))
                if len(found) == _KEPT:
                    break
        return found


def kind_of(later: Statement, earlier: Statement, likeness: Likeness) -> str:
    """Return how a statement relates to an earlier one; empty when it does not.

    A request and a complaint about its subject are related, but the one never repeats or narrows the other.
    """
    enough = min(SHARED, len(later.stems), len(earlier.stems))
    if len(likeness.shared) < max(enough, 2):
        return ""
    ordered = later.asks == earlier.asks and precedes(earlier.date, later.date)
    longer = len(likeness.shared) >= SHARED and len(later.stems) > len(earlier.stems)
    if (
        ordered
        and not _another_matter(later, earlier, likeness)
        and (likeness.score >= REPEATED or (longer and likeness.contained == 1 and likeness.score >= REPEATED_WHOLE))
    ):
        return "repeats"
    if ordered and longer and likeness.contained >= NARROWED:
        return "narrows"
    return "relatedTo" if likeness.score >= RELATED and len(likeness.shared) >= SHARED else ""


def _another_matter(later: Statement, earlier: Statement, likeness: Likeness) -> bool:
    """Tell whether two statements are the same sentence with one word in the place of another: money for water, money for sewers."""
    if likeness.score >= SURE or len(later.stems) != len(earlier.stems):
        return False
    return sum(one != other for one, other in zip(later.stems, earlier.stems, strict=True)) == 1


def told_of(telling: Statement, earlier: Statement, likeness: Likeness) -> str:
    """Return `followsUp` where a sentence tells what became of an earlier statement; else nothing."""
    near = likeness.score >= TOLD and len(likeness.shared) >= SHARED
    return "followsUp" if near and precedes(earlier.date, telling.date) else ""
