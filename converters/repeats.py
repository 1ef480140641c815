"""Points told twice in one report, as an executive summary and the chapters below it do: they are said once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from forumgraph.model import Issue, Recommendation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_WORD = re.compile(r"\w+")
_FEWEST = 4
"""Words of a point that is known again; shorter ones are labels that several lists have."""

Point = TypeVar("Point", Issue, Recommendation)


def key(words: str) -> str:
    """Return the words of a point as they are compared, empty if they are too few.

    >>> key("Open the quays to the public;") == key("Open the quays to the public.")
    True
    """
    told = _WORD.findall(words.casefold())
    return " ".join(told) if len(told) >= _FEWEST else ""


def once(points: Sequence[Point], elsewhere: Collection[str] = ()) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Part the points from those that another one repeats.

    Of points with the same words the numbered one stays, else the last one: a summary stands first, and the chapter tells more.

    Args:
        elsewhere: keys of points of other sessions, which stay there.
    """
    best: dict[str, Point] = {}
    for point in points:
        same = key(point.text)
        if same and not (same in best and best[same].number and not point.number):
            best[same] = point
    kept = [p for p in points if not (k := key(p.text)) or (best[k] is p and k not in elsewhere)]
    spans = {point.span for point in kept}
    return tuple(kept), tuple(point for point in points if point.span not in spans)
