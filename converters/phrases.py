"""Plain phrases found in running text: whole words, any case, the longest first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_Node = dict[str, "_Node"]


@lru_cache(maxsize=1024)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases to one pattern that shares their beginnings, so that its cost hardly grows with their number.

    >>> pattern(("call on", "call", "called for")).findall("They called for help and call on all")
    ['called for', 'call on']
    """
    tree: _Node = {}
    for phrase in phrases:
        node = tree
        for character in phrase.lower():
            node = node.setdefault(character, {})
        node[""] = {}
    return re.compile(rf"(?<!\w){_branch(tree)}" if tree else r"(?!)", re.IGNORECASE)


def first(text: str, phrases: tuple[str, ...], start: int = 0) -> re.Match[str] | None:
    """Return the first place where one of the phrases stands."""
    return pattern(phrases).search(text, start)


def every(text: str, phrases: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Go through all places where one of the phrases stands, without overlap."""
    return pattern(phrases).finditer(text)


def count(text: str, phrases: tuple[str, ...]) -> int:
    """Count the places where one of the phrases stands."""
    return sum(1 for _ in every(text, phrases))


def begins(text: str, phrases: tuple[str, ...]) -> re.Match[str] | None:
    """Return the phrase the text begins with."""
    return pattern(phrases).match(text)


def trimmed(text: str, start: int, end: int, *, marks: str = " \t\n") -> Span:
    """Return the stretch without the given marks at its ends; empty stretches stay where they began.

    >>> trimmed("a; b ;", 2, 6, marks=" ;")
    Span(start=3, end=4)
    """
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end)


def _branch(node: _Node, last: str = "") -> str:
    parts = [_letter(letter) + _branch(child, letter) for letter, child in sorted(node.items()) if letter]
    if "" in node:
        parts.append(r"(?!\w)" if last.isalnum() else "")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _letter(letter: str) -> str:
    return "['’]" if letter in "'’" else "[-‐‑]" if letter == "-" else re.escape(letter)
