"""By which keys statements meet: a rare stem, or two of the rarest common ones. Only statements that have a key in common are ever compared."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from forumgraph.graph.linked.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RARE = 64
"""Up to so many statements a stem alone is a key."""

FIRST, LATEST = 16, 48
"""Of a key that many statements have, so many are remembered."""

_COMMON = 6

Key = str | tuple[str, str]
Weighed = tuple[tuple[Key, int], ...]
"""Keys of a statement, each with the weight it stands for."""

Order = tuple[str, str, str, str]
"""Date, document, node and state of a statement."""


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
        orders: of all statements, by their numbers.
    """

    def __init__(self) -> None:
        self.of: dict[Key, list[int]] = {}
        self.orders: list[Order] = []

    def add(self, order: Order, keys: Weighed) -> None:
        """Remember a statement; of a key that has many, the first and the latest stay."""
        number = len(self.orders)
        self.orders.append(order)
        for key, _ in keys:
            posting = self.of.setdefault(key, [])
            posting.append(number)
            if len(posting) > FIRST + LATEST:
                del posting[FIRST]

    def forgot(self, key: Key, changes: Sequence[tuple[Order, int]]) -> bool | None:
        """Tell whether all of some statements that came, or that went, are among those that a key forgot; None where it may have forgotten others for them.

        Args:
            changes: each with 1 where it came, and -1 where it went.
        """
        posting = self.of.get(key, [])
        if len(posting) + len(changes) <= FIRST + LATEST:
            return False
        if len(posting) < FIRST + LATEST or len({way for _, way in changes}) > 1:
            return None
        last, next_ = self.orders[posting[FIRST - 1]], self.orders[posting[FIRST]]
        return True if all(last < order < next_ for order, _ in changes) else None
