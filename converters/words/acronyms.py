"""Definitions of acronyms in a text: "Local Authorities Major Group (LAMG)", "LAMG (Local Authorities Major Group)".

An acronym is never expanded from memory: the words that expand it stand beside it, and each of its capitals begins one of them, in order (or
follows inside a word whose beginning is counted already: the F of "Global Taskforce (GTF)").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from forumgraph.converters.words.lexicon import of_all
from forumgraph.converters.words.trie import fold
from forumgraph.model import Definition, Span

_BRACKET = re.compile(r"\(([^()\n]{2,160})\)")
_ACRONYM = re.compile(
    r"[\"“”'‘’«» ]{0,3}((?:[^\W\d_][\w&./-]{0,14} ){0,2}?[^\W\d_][\w&./-]{1,14})[\"“”'‘’«» ]{0,3}(?:[,;:].{0,120})?"
)
_BEFORE = re.compile(r"([^\W\d_][\w&./-]{1,14}) ?$")
_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.;:!?()\n|]")
_LONGEST = 12


class _Word(NamedTuple):
    start: int
    end: int
    fold: str
    comma: bool
    """Whether a comma follows."""
    capitals: bool
    """Whether all letters are capitals, as in "UN Environment Programme (UNEP)"."""

    @property
    def small(self) -> bool:
        return self.fold in of_all("names", "small")


def find(text: str, offset: int = 0) -> tuple[Definition, ...]:
    """Return the acronyms a text defines, from left to right.

    Args:
        text: what to search.
        offset: where the text begins in its document; added to every span.

    >>> [(d.acronym, d.words) for d in find("the Global Taskforce of Local and Regional Governments (GTF)")]
    [('GTF', 'Global Taskforce of Local and Regional Governments')]
    """
    found = (_after(text, m, offset) or _inside(text, m, offset) for m in _BRACKET.finditer(text))
    return tuple(definition for definition in found if definition)


@lru_cache(maxsize=1)
def of_document(text: str) -> tuple[Definition, ...]:
    """Return the acronyms that a whole document defines; those of the last document are remembered, since each of its sessions asks."""
    return find(text)


def is_acronym(word: str) -> bool:
    """Tell whether a word is written like an acronym: two capitals or more among few letters.

    >>> [w for w in ("LAMG", "MGoS", "UN", "Valongo", "2030", "UN-Habitat") if is_acronym(w)]
    ['LAMG', 'MGoS', 'UN', 'UN-Habitat']
    """
    return 2 <= len(word) <= 15 and " " not in word and sum(c.isupper() for c in word) > 1 and word[0].isalpha()


def _after(text: str, bracket: re.Match[str], offset: int) -> Definition | None:
    """Read "the words (ACR)"."""
    inner = _ACRONYM.fullmatch(bracket[1])
    if not inner or not any(is_acronym(part) for part in inner[1].split()):
        return None
    letters = _letters(inner[1])
    stretch = text[max(0, bracket.start() - 260) : bracket.start()]
    begin = bracket.start() - len(stretch)
    stop = max((m.end() for m in _STOP.finditer(stretch)), default=0)
    words = _words(stretch[stop:], begin + stop)[-(2 * len(letters) + 8) :]
    if not words or text[words[-1].end : bracket.start()].strip(" \"“”'’»*_"):
        return None
    first = _best_start(words, letters)
    if first is None:
        return None
    first = _with_head(text, words, first)
    start = bracket.start(1) + inner.start(1)
    return _definition(text, Span(start, start + len(inner[1])), Span(words[first].start, words[-1].end), offset)


def _with_head(text: str, words: list[_Word], first: int) -> int:
    """Return where a name begins whose first word the letters leave out: of "Conseil économique et social (ECOSOC)" the "Conseil"."""
    before = words[first - 1] if first else None
    small = text[words[first].start].islower()
    if before is None or not small or before.small or before.comma or not text[before.start].isupper():
        return first
    return first - 1 if text[before.end : words[first].start] == " " else first


def _inside(text: str, bracket: re.Match[str], offset: int) -> Definition | None:
    """Read "ACR (the words)"."""
    acronym = _BEFORE.search(text[max(0, bracket.start() - 17) : bracket.start()])
    if not acronym or not is_acronym(acronym[1]):
        return None
    words = _words(bracket[1], bracket.start(1))
    while words and words[0].small:
        words = words[1:]
    letters = _letters(acronym[1])
    if len(words) < 2 or _cost(words, letters) > max(1, len(letters) - 1):
        return None
    end = bracket.start() - (len(acronym[0]) - len(acronym[1]))
    return _definition(text, Span(end - len(acronym[1]), end), Span(words[0].start, words[-1].end), offset)


def _definition(text: str, acronym: Span, words: Span, offset: int) -> Definition:
    moved = (Span(span.start + offset, span.end + offset) for span in (acronym, words))
    return Definition(acronym.of(text), next(moved), words.of(text), next(moved))


def _letters(acronym: str) -> str:
    return "".join(fold(c) for c in acronym if c.isupper())[:_LONGEST]


def _words(text: str, offset: int) -> list[_Word]:
    return [
        _Word(m.start() + offset, m.end() + offset, fold(m[0]), text[m.end() : m.end() + 1] == ",", m[0].isupper())
        for m in _WORD.finditer(text)
    ]


def _best_start(words: list[_Word], letters: str) -> int | None:
    """Return the beginning of the cheapest reading; of equal ones the shortest."""
    starts = [i for i, word in enumerate(words) if not word.small and word.fold.startswith(letters[:1])]
    costs = [(_cost(words[i:], letters), -i) for i in starts if len(words) - i >= 2]
    cost, start = min(costs, default=(_NEVER, 0))
    return -start if cost <= len(letters) + 1 else None


_NEVER = 1000


def _cost(words: list[_Word], letters: str) -> int:
    """Count what the reading of `letters` leaves over: words that are not in them, letters that begin no word.

    A letter is read at the beginning of a word, or inside a word whose beginning was read. A comma may stand only where nothing is left over.
    """
    costs = {0: 0}
    comma = False
    for number, word in enumerate(words):
        reached: dict[int, int] = {}
        for done, cost in costs.items():
            if number:
                skip = cost if word.small else cost + 1
                reached[done] = min(skip, reached.get(done, _NEVER))
            for taken, price in _readings(word.fold, letters[done:]):
                whole = 0 if word.capitals and taken == len(word.fold) else price
                reached[done + taken] = min(cost + whole, reached.get(done + taken, _NEVER))
        costs = reached
        comma = comma or (word.comma and number < len(words) - 1)
    total = costs.get(len(letters), _NEVER)
    return _NEVER if comma and total else total


def _readings(word: str, letters: str) -> list[tuple[int, int]]:
    """Return how many letters a word can stand for, and the price: the first is free, each inner one costs 1."""
    if not letters or not word.startswith(letters[0]):
        return []
    readings = [(1, 0)]
    at = 0
    for count, letter in enumerate(letters[1:3], start=2):
        at = word.find(letter, at + 1)
        if at < 0:
            break
        readings.append((count, count - 1))
    return readings
