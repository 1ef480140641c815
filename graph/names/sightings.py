"""Where actors of the authority file are named in a text, in words of their own: what they are called is not what is said.

"The Women's Major Group asked for chairs" is not about women. A name counts where it is written as a name, with two capitals, or with one before three words and more, as French does it:
"local authorities" may be the group, or what a sentence is about.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import authority, folded

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+")
_CAPITALS = 2
_LONG = 3
"""Words of a name of which the first alone needs a capital."""


@lru_cache(maxsize=512)
def sightings(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of names, as start and end in code points of the text, in its order; none overlaps another.

    >>> [slice(*place) for place in sightings("Thus the Women's Major Group spoke, and local authorities.")]
    [slice(9, 28, None)]
    """
    words = [(_fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    found, at, names = [], 0, _names()
    while at < len(words):
        word, start, _ = words[at]
        lengths = names.get(word, {}) if text[start].isupper() else ()
        length = next((n for n in lengths if _stands(words, at, n, text)), 0)
        if length:
            found.append((words[at][1], words[at + length - 1][2]))
        at += length or 1
    return tuple(found)


def _stands(words: list[tuple[str, int, int]], at: int, length: int, text: str) -> bool:
    place = words[at : at + length]
    return (
        len(place) == length
        and tuple([word for word, _, _ in place]) in _names()[place[0][0]][length]
        and (length >= _LONG or sum(text[start].isupper() for _, start, _ in place) >= _CAPITALS)
    )


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    return "".join(folded(word))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, Mapping[int, frozenset[tuple[str, ...]]]]:
    """Return names by their first word and by their length, the longest first."""
    table: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for name in authority().named:
        if len(name) > 1:
            table.setdefault(name[0], {}).setdefault(len(name), set()).add(name)
    return {first: {n: frozenset(rows[n]) for n in sorted(rows, reverse=True)} for first, rows in table.items()}
