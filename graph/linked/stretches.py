"""Stretches of a text, of which it is asked whether one holds a place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretches:
    """Stretches of a text; a place is found in the time of a few steps, however many there are.

    Args:
        spans: start and end of each in code points of the text; none overlaps another.

    >>> found = Stretches([(10, 14), (2, 5)])
    >>> found.hold(3, 5), found.hold(4, 6), found.hold(0, 1)
    (True, False, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def hold(self, start: int, end: int) -> bool:
        """Tell whether a place is inside one of them."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._spans[at][1]
