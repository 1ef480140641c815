"""Plain phrases found in running text: whole words, any case, the longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Node = dict[str, "Node"]
"""From a letter to those that follow it; the empty word where a phrase ends."""

_WORD = re.compile(r"\w+")
_ODD = re.compile("[\u0130\u0131\u017f]")
"""Letters that are another letter when case does not matter, though `lower` does not say so."""
_ALIKE = {"'": "'’", "’": "'’", "-": "-‐‑", "i": "iI\u0130\u0131", "s": "sS\u017f", "k": "kK\u212a"}
"""Characters that count as one; of letters those that do so where case does not matter."""
_ALL = re.compile(".+", re.DOTALL)
_MARKS = {"'": "['’]", "’": "[’']", "-": r"[\-‐‑]"}
_KEPT = 512
"""Texts of which it is remembered where their words stand, because many rows of phrases are looked for in each."""


class _Words(NamedTuple):
    """A text as `_plain` gives it, and where each of its words begins."""

    plain: str
    where: dict[str, list[int]]


class Row(tuple[str, ...]):  # noqa: SLOT001 - what is told once is kept in its __dict__
    """Phrases that are looked for again and again, with what is told of them once."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches one of them, of odd texts too."""
        return _compiled(self)

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        """The words they begin with, without capitals; None where one begins with a mark."""
        found = [_WORD.match(phrase.lower()) for phrase in self]
        return frozenset(match[0] for match in found if match) if all(found) else None

    @cached_property
    def led(self) -> Mapping[str, tuple[str, ...]]:
        """The phrases by the words they begin with, as `_plain` gives them, the longest first."""
        led: dict[str, list[str]] = {}
        for phrase in sorted(map(_plain, self), key=len, reverse=True):
            if match := _WORD.match(phrase):
                led.setdefault(match[0], []).append(phrase)
        return {word: tuple(found) for word, found in led.items()}

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """The phrases as `_plain` gives them, each behind a space."""
        return tuple(f" {_plain(phrase)}" for phrase in self)

    @cached_property
    def longest(self) -> int:
        """How many characters the longest has."""
        return max(map(len, self), default=0)

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


def may_have(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a text has a word that one of the phrases begins with; most have none, and need not be searched for what is made of them."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    words = _words(text)
    return row.firsts is None or words is None or not words.where.keys().isdisjoint(row.firsts)


def first(text: str, phrases: tuple[str, ...], start: int = 0) -> re.Match[str] | None:
    """Return the first place where one of the phrases stands."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    words = _words(text)
    if row.firsts is None or words is None:
        return row.pattern.search(text, start)
    return None if words.where.keys().isdisjoint(row.firsts) else next(_led(text, row, words, start), None)


def every(text: str, phrases: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Go through all places where one of the phrases stands, without overlap."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    words = _words(text)
    if row.firsts is None or words is None:
        return row.pattern.finditer(text)
    return iter(()) if words.where.keys().isdisjoint(row.firsts) else _led(text, row, words, 0)


def count(text: str, phrases: tuple[str, ...]) -> int:
    """Count the places where one of the phrases stands."""
    return sum(1 for _ in every(text, phrases))


def begins(text: str, phrases: tuple[str, ...]) -> re.Match[str] | None:
    """Return the phrase the text begins with."""
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    if text[:1].lower() not in row.initials:
        return None
    word, head = _WORD.match(text), text[: row.longest + 1]
    if row.firsts is None or word is None or (not head.isascii() and _ODD.search(head)):
        return row.pattern.match(text)
    led = row.led.get(word[0].lower())
    return _at(text, _plain(head), 0, led) if led else None


def ends(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether one of the phrases stands at the end of a text, before nothing but spaces.

    >>> ends("They said so and ", ("and",)), ends("They sold sand", ("and",))
    (True, False)
    """
    row = phrases if isinstance(phrases, Row) else _row(phrases)
    return _plain(f" {text}").rstrip().endswith(row.endings)


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
    tree = branching(phrases)
    if not tree:
        return re.compile(r"(?!)")
    heads = [rf"(?<=[{_cases(letter)}])(?i:{rest(node, letter, _MARKS)})" for letter, node in sorted(tree.items())]
    return re.compile(rf"[{''.join(map(_cases, sorted(tree)))}](?<!\w.)(?:{'|'.join(heads)})")


def branching(phrases: Iterable[str]) -> Node:
    """Return phrases, letter by letter, those that begin alike together."""
    tree: Node = {}
    for phrase in phrases:
        node = tree
        for character in phrase.lower():
            node = node.setdefault(character, {})
        node[""] = {}
    return tree


def rest(node: Node, last: str, forms: Mapping[str, str], end: str = r"\b") -> str:
    """Return a pattern of what follows a letter, the longest first; to be compiled with IGNORECASE.

    Args:
        forms: patterns of characters that do not stand for themselves.
        end: follows a last letter or figure.
    """
    parts = [
        forms.get(letter, re.escape(letter)) + rest(child, letter, forms, end)
        for letter, child in sorted(node.items())
        if letter
    ]
    if "" in node:
        parts.append(end if last.isalnum() else "")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _led(text: str, row: Row, words: _Words, start: int) -> Iterator[re.Match[str]]:
    """Look for phrases only where the text has one of the words they begin with."""
    plain, where = words
    found = where.keys() & row.led.keys()
    places = [(place, row.led[word]) for word in found for place in where[word]]
    if len(found) > 1:
        places.sort(key=itemgetter(0))
    for place, phrases in places:
        if place >= start and plain.startswith(phrases, place) and (match := _at(text, plain, place, phrases)):
            yield match
            start = match.end()


def _at(text: str, plain: str, place: int, phrases: tuple[str, ...]) -> re.Match[str] | None:
    """Return the first of the phrases that stands as whole words where a word of a text begins."""
    for phrase in phrases:
        end = place + len(phrase)
        if plain.startswith(phrase, place) and not (phrase[-1].isalnum() and _WORD.match(plain, end)):
            return _ALL.fullmatch(text, place, end)
    return None


def _plain(text: str) -> str:
    """Return a text in which characters that count as one are one."""
    return text.lower().replace("’", "'").replace("‐", "-").replace("‑", "-")


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> _Words | None:
    """Return where the words of a text stand; None where those cannot be told by `lower`."""
    if not text.isascii() and _ODD.search(text):
        return None
    plain, where = _plain(text), defaultdict[str, list[int]](list)
    for match in _WORD.finditer(plain):
        where[match[0]].append(match.start())
    return _Words(plain, where)


def _cases(letter: str) -> str:
    """Return the characters of a set that match a letter in any case."""
    return "".join(re.escape(form) for form in _forms(letter))


def _forms(letter: str) -> str:
    upper = letter.upper()
    return _ALIKE.get(letter, letter if upper == letter or len(upper) > 1 else letter + upper)
