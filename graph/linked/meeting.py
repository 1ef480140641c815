"""By which keys statements meet: a rare stem, or two of the rarest common ones. Only statements that have a key in common are ever compared."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from forumgraph.graph.linked.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.graph.linked.lastrun import Row

T = TypeVar("T")

RARE = 64
"""Up to so many statements a stem alone is a key."""

FIRST, LATEST = 16, 48
"""Of a key that many statements have, so many are remembered."""

_COMMON = 6

Key = str | tuple[str, str]
Weighed = tuple[tuple[Key, int], ...]
"""Keys of a statement, each with the weight it stands for."""


class Keys:
    """The keys of the statements of one collection in one language.

    Attributes:
        weights: of their stems.
        told: stems of sentences that tell what became of something.

    Args:
        points: stems of the statements.
        tellings: stems of such sentences.
    """

    def __init__(self, points: Iterable[Sequence[str]], tellings: Iterable[Sequence[str]]) -> None:
        self.weights = Weights(points, steady=True)
        self.told = frozenset(stem for stems in tellings for stem in stems)

    def of(self, stems: Sequence[str]) -> Iterator[tuple[Key, int]]:
        """Return the keys of a statement, each with the weight it stands for."""
        counts, of = self.weights.counts, self.weights.of
        common = []
        for stem in stems:
            if counts[stem] > RARE:
                common.append((-of(stem), stem))
            elif counts[stem] > 1 or stem in self.told:
                yield stem, of(stem)
        rarest = sorted(sorted(common)[:_COMMON], key=lambda each: each[1])
        for (one, first), (other, second) in combinations(rarest, 2):
            yield (first, second), -one - other

    def differing(self, other: Keys) -> set[str]:
        """Return the stems that weigh something else in another collection, or are keys in another way."""
        stems = {*self.weights.counts, *self.told, *other.weights.counts, *other.told}
        return {stem for stem in stems if self._standing(stem) != other._standing(stem)}

    def _standing(self, stem: str) -> tuple[int, bool, bool]:
        count = self.weights.counts[stem]
        return self.weights.of(stem), count > RARE, count > 1 or stem in self.told


class Postings:
    """Numbers of statements by their keys, in the order of time.

    Attributes:
        of: numbers of the statements that each key remembers.
    """

    def __init__(self) -> None:
        self.of: dict[Key, list[int]] = {}
        self.added = 0

    def add(self, keys: Weighed) -> None:
        """Remember a statement."""
        for key, _ in keys:
            _remember(self.of.setdefault(key, []), self.added)
        self.added += 1


class TwoRuns:
    """What one key remembers in this run, and remembered in the last one.

    Attributes:
        differing: statements that only one of the two has, by their identity: with 1 where it is this run, and -1 where it is the last.
    """

    def __init__(self) -> None:
        self.differing: dict[int, tuple[Row, int]] = {}
        self._postings: dict[int, list[Row]] = {1: [], -1: []}

    def add(self, row: Row, run: int) -> None:
        """Remember a statement: 1 in this run, -1 in the last one."""
        forgotten = _remember(self._postings[run], row)
        self._differ(row, run)
        if forgotten:
            self._differ(forgotten, -run)

    def _differ(self, row: Row, run: int) -> None:
        """Note that a run remembers a statement, or the other one no longer does: what both do, or neither does, is no difference."""
        if self.differing.pop(id(row), None) is None:
            self.differing[id(row)] = row, run


def _remember(posting: list[T], each: T) -> T | None:
    """Add what is later than all; where there are many, the first and the latest stay, and what is forgotten for it is returned."""
    posting.append(each)
    return posting.pop(FIRST) if len(posting) > FIRST + LATEST else None
