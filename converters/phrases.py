"""Plain phrases found in running text: whole words, any case, the longest first."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Node = dict[str, "_Node"]

_WORD = re.compile(r"\w+")
_ODD = re.compile("[\u0130\u0131\u017f]")
"""Letters that are another letter when case does not matter, though `lower` does not say so."""
_ALIKE = {"'": "'’", "’": "'’", "-": "-‐‑", "i": "iI\u0130\u0131", "s": "sS\u017f", "k": "kK\u212a"}
"""Characters that count as one; of letters those that do so where case does not matter."""
_KEPT = 512
"""Texts whose words are remembered, because many rows of phrases are looked for in each."""


class Row(tuple[str, ...]):  # noqa: SLOT001 - what is told once is kept in its __dict__
    """Phrases that are looked for again and again, with what is told of them once."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches one of them."""
        return _compiled(self)

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The words they begin with, without capitals; None where one begins with a mark."""
        found = [_WORD.match(phrase.lower()) for phrase in self]
        return frozenset(match[0] for match in found if match) if all(found) else None

    @cached_property
    def initials(self) -> frozenset[str]:
        """The characters they may begin with, as `lower` gives them."""
        return frozenset(form.lower() for phrase in self for form in _forms(phrase[:1].lower()))


def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases to one pattern that shares their beginnings, so that its cost hardly grows with their number.

    >>> pattern(("call on", "call", "called for")).findall("They called for help and call on all")
    ['called for', 'call on']
    """
    return (phrases if isinstance(phrases, Row) else _row(phrases)).pattern


def first(text: str, phrases: tuple[str, ...], start: int = 0) -> re.Match[str] | None:
    """Return the first place where one of the phrases stands."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    return row.pattern.search(text, start) if _may_stand(text, row) else None


def every(text: str, phrases: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Go through all places where one of the phrases stands, without overlap."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    return row.pattern.finditer(text) if _may_stand(text, row) else iter(())


def count(text: str, phrases: tuple[str, ...]) -> int:
    """Count the places where one of the phrases stands."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    return len(row.pattern.findall(text)) if _may_stand(text, row) else 0


def begins(text: str, phrases: tuple[str, ...]) -> re.Match[str] | None:
    """Return the phrase the text begins with."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    return row.pattern.match(text) if text[:1].lower() in row.initials else None


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


@lru_cache(maxsize=1024)
def _row(phrases: tuple[str, ...]) -> Row:
    return Row(phrases)


def _compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases; the pattern begins with the set of their first letters, by which `re` skips quickly."""
    tree: _Node = {}
    for phrase in phrases:
        node = tree
        for character in phrase.lower():
            node = node.setdefault(character, {})
        node[""] = {}
    if not tree:
        return re.compile(r"(?!)")
    heads = [rf"(?<=[{_cases(letter)}])(?i:{_branch(node, letter)})" for letter, node in sorted(tree.items())]
    return re.compile(rf"[{''.join(map(_cases, sorted(tree)))}](?<!\w.)(?:{'|'.join(heads)})")


def _may_stand(text: str, row: Row) -> bool:
    """Tell whether the first word of a phrase is a word of the text at all, which costs less than the pattern and mostly spares its making."""
    firsts, words = row.firsts, _words(text)
    return firsts is None or words is None or not firsts.isdisjoint(words)


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> frozenset[str] | None:
    """Return the words of a text without capitals; None where those cannot be told by `lower`."""
    odd = not text.isascii() and _ODD.search(text)
    return None if odd else frozenset(_WORD.findall(text.lower()))


def _cases(letter: str) -> str:
    """Return the characters of a set that match a letter in any case."""
    return "".join(re.escape(form) for form in _forms(letter))


def _forms(letter: str) -> str:
    upper = letter.upper()
    return _ALIKE.get(letter, letter if upper == letter or len(upper) > 1 else letter + upper)


def _branch(node: _Node, last: str = "") -> str:
    parts = [_letter(letter) + _branch(child, letter) for letter, child in sorted(node.items()) if letter]
    if "" in node:
        parts.append(r"(?!\w)" if last.isalnum() else "")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _letter(letter: str) -> str:
    return f"[{_cases(letter)}]" if letter in "'’-" else re.escape(letter)
