"""Description lists of HTML pages that are tables in all but name: a term, and beside it what describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.converters.readers.archive import Element


def opens_row(element: Element) -> bool:
    """Tell whether a term has descriptions of its own, so that it and they are a row (HTML Living Standard, section 4.4.9)."""
    after, before = element.getnext(), element.getprevious()
    described = after is not None and after.tag == "dd"
    return element.tag == "dt" and described and (before is None or before.tag != "dt")


def opens_cell(element: Element) -> bool:
    """Tell whether a cell of such a row begins with an element: with the term, and with its first description."""
    before = element.getprevious()
    return opens_row(element) or (element.tag == "dd" and before is not None and opens_row(before))


def closes_cell(element: Element) -> bool:
    """Tell whether such a cell ends with an element."""
    return opens_row(element) or closes_row(element)


def closes_row(element: Element) -> bool:
    """Tell whether an element is the last description of such a term."""
    after, term = element.getnext(), element.getprevious()
    if element.tag != "dd" or (after is not None and after.tag == "dd"):
        return False
    while term is not None and term.tag == "dd":
        term = term.getprevious()
    return term is not None and opens_row(term)
