"""Words that may tell when and where a session was, with the place in the document that they come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Witness:
    """Words that may tell when and where a session was.

    Attributes:
        name: of the place in the document, for the rule (`label`, `near-title`, `sentence`, `line`, `page-header`).
        sure: whether a date here is surely that of the meeting; a date in a line of its own may be that of the publication.
    """

    name: str
    words: str
    offset: int
    sure: bool = True
