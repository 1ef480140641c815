"""A token trie: finds thousands of phrases in a text in one pass, at the cost of the text alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

_TOKEN = re.compile(
    r"[A-Za-z0-9]+(?:[^\W_]++|[\u0300-\u036f]++)*+|(?:[^\W_]++|[\u0300-\u036f]++)++"
    r"|&|[^\S ]|[^\w\s\-'’‘\u0300-\u036f\u2010-\u2013]"
)
"""A word (most begin with letters that are quickly told), or one mark; hyphens, apostrophes and spaces part words and are no tokens; a line break is a mark, so no phrase crosses it."""


class Token(NamedTuple):
    """One word or mark of a text, with its place and its form without accents and capitals."""

    start: int
    end: int
    text: str
    fold: str


class Words(list[Token]):
    """The words and marks of a text, that do not change any more once a phrase was looked for among them."""

    __slots__ = ("_folds",)
    _folds: frozenset[str]

    @property
    def folds(self) -> frozenset[str]:
        """Their forms without accents and capitals."""
        try:
            return self._folds
        except AttributeError:
            self._folds = frozenset([word[3] for word in self])
            return self._folds


class _Node(Generic[T]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Return a word without accents and capitals.

    >>> fold("Présidente"), fold("&")
    ('presidente', 'and')
    """
    if word.isascii():
        return "and" if word == "&" else word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain.casefold() or word


def tokens(text: str, offset: int = 0) -> list[Token]:
    """Return the words and marks of a text; a hyphen or apostrophe parts words.

    >>> [token.fold for token in tokens("Women's Major-Group, É.")]
    ['women', 's', 'major', 'group', ',', 'e', '.']
    """
    found = Words()
    made = tuple.__new__
    for match in _TOKEN.finditer(text):
        word = match[0]
        start = match.start() + offset
        found.append(made(Token, (start, start + len(word), word, fold(word))))
    return found


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return the words of a name without marks, accents and capitals: what two writings of one name share."""
    return " ".join(token.fold for token in tokens(name) if token.text.isalnum())


class Trie(Generic[T]):
    """Phrases, by their tokens, each with the values it stands for."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; one that has no word is left out."""
        self.put(tokens(phrase), value)

    def put(self, words: Iterable[Token], value: T) -> None:
        """Add a phrase by its tokens."""
        node = self._root
        for token in words:
            following = node.next.get(token.fold)
            if following is None:
                following = node.next[token.fold] = _Node()
            node = following
        if node is not self._root:
            node.values = (*node.values, value)

    def begins(self, word: Token) -> bool:
        """Tell whether a phrase begins with a token; the quick answer for most."""
        return word[3] in self._root.next

    def at(self, words: Sequence[Token], first: int, end: int | None = None) -> Iterator[tuple[int, tuple[T, ...]]]:
        """Yield the end (an index, exclusive) and the values of every phrase that begins at a token, shortest first."""
        node = self._root
        for index in range(first, len(words) if end is None else min(end, len(words))):
            following = node.next.get(words[index][3])
            if following is None:
                return
            node = following
            if node.values:
                yield index + 1, node.values

    def longest(self, words: Sequence[Token], first: int, end: int | None = None) -> tuple[int, T] | None:
        """Return the end and the first value of the longest phrase that begins at a token and ends before another."""
        best: tuple[int, T] | None = None
        last = len(words) if end is None or end > len(words) else end
        node = self._root.next.get(words[first][3]) if first < last else None
        while node is not None:
            first += 1
            if node.values:
                best = first, node.values[0]
            node = node.next.get(words[first][3]) if first < last else None
        return best

    def find(self, words: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """Yield begin, end and value of the longest phrases, from left to right, without overlaps.

        >>> trie = Trie[str](); trie.add("in partnership with", "partner")
        >>> list(trie.find(tokens("held in partnership with ICLEI")))
        [(1, 4, 'partner')]
        """
        done = 0
        begins = self._root.next
        if isinstance(words, Words) and begins.keys().isdisjoint(words.folds):
            return
        for index, word in enumerate(words):
            if word[3] in begins and index >= done and (found := self.longest(words, index)):
                done = found[0]
                yield index, found[0], found[1]
