"""How alike two statements are, by the weight of the stems they share: the rarer a stem, the more it weighs (inverse document frequency)."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_UNSEEN = 24
"""Statements that are thought of as seen before: in a small collection a word that occurs twice is not yet a common one."""


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
    """Weights of the stems of one collection of statements in one language."""

    def __init__(self, statements: Iterable[Collection[str]]) -> None:
        self.counts: Counter[str] = Counter()
        self.statements = 0
        for stems in statements:
            self.statements += 1
            self.counts.update(set(stems))
        self._squares = {stem: self._square(count) for stem, count in self.counts.items()}

    def _square(self, count: int) -> float:
        return math.log1p((self.statements + _UNSEEN) / (count + 0.5)) ** 2

    def of(self, stem: str) -> float:
        """Return the weight of a stem, above zero; it enters all sums by its square."""
        return self._squares.get(stem) or self._square(0)

    def norm(self, stems: Iterable[str]) -> float:
        """Return the weight of a whole statement: the sum of what its stems weigh."""
        return sum(map(self.of, stems))

    def likeness(
        self, one: Sequence[str], other: Collection[str], norms: tuple[float, float] | None = None
    ) -> Likeness:
        """Compare two statements.

        Args:
            norms: of the two, where they are known.

        >>> weights = Weights([("platform", "digit"), ("platform", "open"), ("visa",)])
        >>> weights.likeness(("platform", "digit"), ("platform", "digit")).score
        1.0
        """
        shared = [stem for stem in one if stem in other]
        if not shared:
            return Likeness(0.0, 0.0, ())
        common = self.norm(shared)
        first, second = norms or (self.norm(one), self.norm(other))
        shared.sort(key=lambda stem: (-self.of(stem), stem))
        score, contained = common / math.sqrt(first * second), common / min(first, second)
        return Likeness(round(score, 4), round(contained, 4), tuple(shared))
