"""Words that are left out on purpose: counted by kind, told once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.model import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.model import Finding


def told(left_out: Mapping[str, int], name: str) -> tuple[Finding, ...]:
    """Return a `DOC009` finding for each kind of words that was left out of the document `name`.

    >>> [found.message for found in told({"hidden words": 2, "comments": 0}, "a.docx")]
    ['hidden words were left out in 2 places']
    """
    return tuple(
        finding("DOC009", f"{what} were left out in {count} {'place' if count == 1 else 'places'}", Place(name))
        for what, count in sorted(left_out.items())
        if count
    )
