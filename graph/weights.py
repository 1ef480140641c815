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

    def of(self, stem: str) -> float:
        """Return the weight of a stem, above zero."""
        return math.log1p((self.statements + _UNSEEN) / (self.counts[stem] + 0.5))

    def norm(self, stems: Iterable[str]) -> float:
        """Return the weight of a whole statement: the sum of the squares of its stems' weights."""
        return sum(self.of(stem) ** 2 for stem in stems)

    def likeness(self, one: Sequence[str], other: Collection[str]) -> Likeness:
        """Compare two statements.

        >>> weights = Weights([("platform", "digit"), ("platform", "open"), ("visa",)])
        >>> weights.likeness(("platform", "digit"), ("platform", "digit")).score
        1.0
        """
        shared = sorted((stem for stem in one if stem in other), key=lambda stem: (-self.of(stem), stem))
        common = self.norm(shared)
        first, second = self.norm(one), self.norm(other)
        if not common:
            return Likeness(0.0, 0.0, ())
        return Likeness(
            round(common / math.sqrt(first * second), 4), round(common / min(first, second), 4), tuple(shared)
        )
