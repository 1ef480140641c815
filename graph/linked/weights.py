"""How alike two statements are, by the weight of the stems they share: the rarer a stem, the more it weighs (inverse document frequency)."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_UNSEEN = 24
"""Statements that are thought of as seen before: in a small collection a word that occurs twice is not yet a common one."""

_UNIT = 2**40
"""What a weight of one is counted as: sums of whole numbers are the same in any order."""

_EXACT = 8
"""Counts below this are few enough that one more makes a difference."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two statements have in common.

    Attributes:
        score: cosine of their weighted stems, from 0 to 1.
        contained: share of the lighter statement's weight that the other has too, from 0 to 1.
        shared: stems of both, the heaviest first.
    """

    score: float
    contained: float
    shared: tuple[str, ...]


class Weights:
    """Weights of the stems of one collection of statements in one language.

    Args:
        statements: their stems.
        steady: whether large counts are rounded to powers of two, so that the weights of a large collection stay as they are when a document comes or goes.
    """

    def __init__(self, statements: Iterable[Collection[str]], *, steady: bool = False) -> None:
        self.counts: Counter[str] = Counter()
        self.statements = 0
        for stems in statements:
            self.statements += 1
            self.counts.update(set(stems))
        self._told = _rounded if steady else int
        self._squares = {stem: self._square(count) for stem, count in self.counts.items()}
        self._unseen = self._square(0)

    def _square(self, count: int) -> int:
        return round(_UNIT * math.log1p(self._told(self.statements + _UNSEEN) / (self._told(count) + 0.5)) ** 2)

    def of(self, stem: str) -> int:
        """Return the weight of a stem, above zero; it enters all sums by its square."""
        return self._squares.get(stem, self._unseen)

    def norm(self, stems: Iterable[str]) -> int:
        """Return the weight of a whole statement: the sum of what its stems weigh."""
        get, unseen = self._squares.get, self._unseen
        return sum([get(stem, unseen) for stem in stems])

    def likeness(self, one: Collection[str], other: Collection[str]) -> Likeness:
        """Compare two statements.

        >>> weights = Weights([("platform", "digit"), ("platform", "open"), ("visa",)])
        >>> weights.likeness(("platform", "digit"), ("platform", "digit")).score
        1.0
        """
        shared = tuple(stem for stem in one if stem in other)
        if not shared:
            return Likeness(0.0, 0.0, ())
        ordered = sorted(shared, key=lambda stem: (-self.of(stem), stem))
        return Likeness(*scores(self.norm(shared), (self.norm(one), self.norm(other))), tuple(ordered))


def scores(common: int, norms: tuple[int, int]) -> tuple[float, float]:
    """Return score and contained share of two statements, given what the stems they share and what both weigh."""
    first, second = norms
    return round(common / math.sqrt(first * second), 4), round(common / min(first, second), 4)


def _rounded(count: int) -> int:
    """Return the power of two that is nearest in proportion; small counts as they are.

    >>> [_rounded(count) for count in (7, 11, 12, 22, 23, 1000)]
    [7, 8, 16, 16, 32, 1024]
    """
    return count if count < _EXACT else 1 << round(math.log2(count))
