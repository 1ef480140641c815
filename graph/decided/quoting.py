"""Words found again in a text that may have changed since they were quoted."""

from __future__ import annotations

import re

from forumgraph.model import Span


def locate(text: str, quote: str, within: Span | None = None) -> Span | None:
    r"""Return where words stand first, whatever the spaces between them; None where they do not.

    Args:
        within: the part of the text to look in.

    >>> locate("We  need\nmoney.", "need money")
    Span(start=4, end=14)
    """
    words = quote.split()
    if not words:
        return None
    start, end = (within.start, within.end) if within else (0, len(text))
    found = text.find(quote, start, end)
    if found >= 0:
        return Span(found, found + len(quote))
    match = re.compile(r"\s+".join(map(re.escape, words))).search(text, start, end)
    return Span(match.start(), match.end()) if match else None
