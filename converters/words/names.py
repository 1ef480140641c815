"""Known names in a text: the longest name of the authority file at each place, by the case rules of its kind."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from forumgraph.converters.words.trie import Token, Trie, tokens
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.model import KnownName


_KEPT = 4000


class NameMention(NamedTuple):
    """A known name where it stands in a text.

    Attributes:
        key, kind: of the `KnownName`.
        words: as the text has them.
        acronym: whether the words are an acronym of the known name, and not a name.
    """

    span: Span
    key: str
    kind: str
    words: str
    acronym: bool = False


class _Form(NamedTuple):
    """One way to write a known name; `exact` of an acronym or a single word, whose capitals matter."""

    known: KnownName
    words: tuple[str, ...]
    acronym: bool
    exact: bool


class Names:
    """The names of an authority file, ready to be found.

    Words match without regard to accents, hyphens and apostrophes. Acronyms and single words keep their capitals ("WHO" is not "who"), names of
    several words may be written in capitals, or without any if they have at least four words. Where two entries share a form, the first wins.
    """

    def __init__(self, known: Iterable[KnownName]) -> None:
        self._trie: Trie[_Form] = Trie()
        for entry in known:
            for name in entry.names:
                self._add(entry, name, acronym=_looks_like_acronym(name))
            for name in entry.acronyms:
                self._add(entry, name, acronym=True)
                self._add(entry, f"{name}s", acronym=True)

    def _add(self, entry: KnownName, name: str, *, acronym: bool) -> None:
        words = tokens(name)
        self._trie.put(words, _Form(entry, tuple(w.text for w in words), acronym, acronym or len(words) == 1))

    def find(self, text: str, offset: int = 0) -> tuple[NameMention, ...]:
        """Return the known names of a text from left to right; of overlapping ones the longest that begins first.

        Args:
            text: what to search.
            offset: where the text begins in its document; added to every span.

        >>> from forumgraph.model import KnownName
        >>> names = Names([KnownName("lamg", ("Local Authorities Major Group",), ("LAMG",), "constituency")])
        >>> [m.words for m in names.find("LAMG's view: the LOCAL AUTHORITIES MAJOR GROUP asks")]
        ['LAMG', 'LOCAL AUTHORITIES MAJOR GROUP']
        """
        found = _kept(self, text) if len(text) <= _KEPT else self.among(text, tokens(text))
        return (
            tuple(m._replace(span=Span(m.span.start + offset, m.span.end + offset)) for m in found) if offset else found
        )

    def among(self, text: str, words: Sequence[Token]) -> tuple[NameMention, ...]:
        """Return the known names among tokens of a text that were made before."""
        found: list[NameMention] = []
        index = 0
        begins = self._trie.begins
        for first, word in enumerate(words):
            if first >= index and begins(word) and (match := self._at(text, words, first)):
                index, form = match
                span = Span(word.start, words[index - 1].end)
                found.append(NameMention(span, form.known.key, form.known.kind, span.of(text), form.acronym))
        return tuple(found)

    def _at(self, text: str, words: Sequence[Token], first: int) -> tuple[int, _Form] | None:
        best: tuple[int, _Form] | None = None
        for end, forms in self._trie.at(words, first):
            form = next((f for f in forms if _written_so(text, words[first:end], f)), None)
            if form and not (form.acronym and _shouted(text, words, first, end)):
                best = end, form
        return best


def _looks_like_acronym(name: str) -> bool:
    """Tell whether all words of a name are mostly capitals ("LAMG", "MGoS", "UN DESA")."""
    return (
        all(len(word) > 1 and sum(c.isupper() for c in word) * 2 >= len(word) for word in name.split())
        and len(name) <= 15
    )


def _written_so(text: str, words: Sequence[Token], form: _Form) -> bool:
    """Tell whether the capitals of the words allow the form, and nothing but one space, hyphen or apostrophe parts them."""
    if any(b.start - a.end > 3 for a, b in pairwise(words)):
        return False
    if form.exact:
        return all(_same(token, word, form) for token, word in zip(words, form.words, strict=True))
    return any(c.isupper() for c in text[words[0].start : words[-1].end]) or sum(len(w.text) > 1 for w in words) >= 4


def _same(token: Token, word: str, form: _Form) -> bool:
    """Compare by capitals: a name of one word may stand in capitals, an acronym is written as it is."""
    shape = [c.isupper() for c in token.text]
    if shape == [c.isupper() for c in word]:
        return True
    return not form.acronym and len(word) > 3 and token.text.isupper()


def _shouted(text: str, words: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether an acronym stands among words in capitals, where "WHO" may be the word "who"."""
    if first and text[words[first].start - 1] == "(":
        return False
    around = (*words[max(0, first - 2) : first], *words[end : end + 2])
    near = [token.text for token in around if token.text.isalpha() and len(token.text) > 3]
    return (
        len(near) > 1
        and all(word.isupper() for word in near)
        and text[words[first].start : words[end - 1].end].isupper()
    )


@lru_cache(maxsize=1024)
def _kept(names: Names, text: str) -> tuple[NameMention, ...]:
    """Remember the names in lines that are asked for again and again."""
    return names.among(text, tokens(text))
