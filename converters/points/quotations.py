"""Quotations that run over several sentences: what stands in them was not said to the meeting in these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.model import Span

_OPENED, _CLOSED = "“«", "”»"
_FARTHEST = 700
"""Characters after which a quotation that was not closed is held for a slip."""


def inside(text: str, spans: Sequence[Span]) -> list[bool]:
    """Tell of each sentence whether a quotation that began in a sentence before is still open where it begins."""
    even = text.count('"') % 2 == 0
    found: list[bool] = []
    opened = closed = straight = done = 0
    for span in spans:
        for at in range(done, span.start):
            if text[at] in _OPENED:
                opened = at + 1
            elif text[at] in _CLOSED:
                closed = at + 1
            straight += text[at] == '"'
        done = max(done, span.start)
        curved = opened > closed and span.start - opened < _FARTHEST
        found.append(curved or (even and straight % 2 == 1))
    return found
