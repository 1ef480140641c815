"""Points told twice in one report, as an executive summary and the chapters below it do: they are said once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from forumgraph.converters.words.headings import bare
from forumgraph.converters.words.lexicon import of_all
from forumgraph.model import Issue, Recommendation, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_WORD = re.compile(r"\w+")
_SHORTEST, _BEGINNING = 4, 5
"""Letters of a word that tells what a point is about, and those of its beginning by which it is known in other forms."""
_SHARED, _MANY = 0.6, 60
"""Share of such words that a summary of a point has in common with it, and points of a summary at most."""
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

    Of points with the same words the numbered one stays, else the last one: a summary stands first, and the chapter tells more. A point of a summary
    goes, too, if a later one tells it in other words.

    Args:
        elsewhere: keys of points of other sessions, which stay there.
    """
    best: dict[str, Point] = {}
    for point in points:
        same = key(point.text)
        if same and not (same in best and best[same].number and not point.number):
            best[same] = point
    kept = [p for p in points if not (k := key(p.text)) or (best[k] is p and k not in elsewhere)]
    summed = _summed(kept)
    kept = [point for point in kept if point.span not in summed]
    spans = {point.span for point in kept}
    return tuple(kept), tuple(point for point in points if point.span not in spans)


def _summed(points: Sequence[Point]) -> frozenset[Span]:
    """Return where the points of a summary stand that a point outside it tells again."""
    abstracts = of_all("headings.marks", "abstracts")
    inside = [point for point in points if bare(point.heading) in abstracts][:_MANY]
    outside = [_topics(point.text) for point in points if bare(point.heading) not in abstracts] if inside else []
    return frozenset(point.span for point in inside if _is_told(_topics(point.text), outside))


def _is_told(summary: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    """Tell whether one of the others has most of the words of a summary, or most of its words are in it."""
    shared = ((len(summary & other), min(len(summary), len(other))) for other in others)
    return any(same >= _FEWEST and same >= _SHARED * fewest for same, fewest in shared)


def _topics(words: str) -> frozenset[str]:
    """Return the beginnings of the longer words, by which two wordings of one point are alike."""
    idle = of_all("words", "function")
    found = (word for word in _WORD.findall(words.casefold()) if len(word) >= _SHORTEST and word not in idle)
    return frozenset(word[:_BEGINNING] for word in found)
