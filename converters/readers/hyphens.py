"""Hyphens at the ends of lines: which belong to the word and which only to the line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from forumgraph.converters.words import languages
from forumgraph.converters.words.lexicon import lexicons

_COMPOUND = re.compile(r"[^\W\d_]{1,30}-[^\W\d_]{1,30}")
_WORD = re.compile(r"[^\W\d_]{4,60}")
_TAIL = re.compile(r"[^\W\d_]{1,30}\Z")
_HEAD = re.compile(r"[^\W\d_]{1,30}")
_CUT = re.compile(r"[^\W\d_]{1,60}[-\u2010\xad\u2011]\s{0,9}\n\s{0,99}[^\W\d_]{1,60}")
LINE_HYPHENS = ("-", "\u2010", "\xad", "\u2011")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a document itself shows about its hyphens; few have a line that asks, so its words are sought no sooner.

    Attributes:
        text: of the document, line by line.
    """

    text: str

    def join(self, left: str, right: str) -> str:
        """Join two lines of one paragraph.

        >>> hyphens = Hyphens("the follow-up")
        >>> hyphens.join("imple-", "mentation of it"), hyphens.join("the follow-", "up"), hyphens.join("pre-", "HLPF"), hyphens.join("a", "b")
        ('implementation of it', 'the follow-up', 'pre-HLPF', 'a b')
        """
        left, right = left.rstrip(), right.lstrip()
        if not left.endswith(LINE_HYPHENS):
            return f"{left} {right}"
        tail, head = _TAIL.search(left[-31:-1]), _HEAD.match(right)
        if left[-1] == "\xad" and head:
            return left[:-1] + right
        if tail is None or not right[:1].isalnum():
            return (
                f"{left} {right}"
                if left[-2:-1].isspace() or len(left) == 1 or not right[:1].isalnum()
                else left + right
            )
        if head is None or not head[0].islower() or self._kept(tail[0].lower(), head[0].lower()):
            return left + right
        return left[:-1] + right

    def _kept(self, tail: str, head: str) -> bool:
        compounds, words = _written(self.text)
        if f"{tail}-{head}" in compounds:
            return True
        if tail + head in words:
            return False
        return {tail, head} <= words or tail in _keeping(_language(self.text))


@lru_cache(maxsize=2)
def _written(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that a text writes with a hyphen inside a line, and those without, in lower case."""
    within = _CUT.sub(" ", text.lower())
    return frozenset(_COMPOUND.findall(within)), frozenset(_WORD.findall(within))


_language = lru_cache(maxsize=2)(languages.detect)


@cache
def _keeping(language: str) -> frozenset[str]:
    """Return the first parts that are mostly written with a hyphen, as in "twenty-two"; used only where the document itself does not show how."""
    known = lexicons()
    tables = [known[language]] if language in known else list(known.values())
    rows = (("pages", "hyphened"), ("ordinals", "tens"))
    return frozenset(part for lexicon in tables for row in rows for part in lexicon.phrases(*row))


def splits_word(line: str, following: str) -> bool:
    """Tell whether a line ends inside a word that goes on below.

    >>> splits_word("the imple-", "mentation"), splits_word("the Forum -", "a body")
    (True, False)
    """
    return line.rstrip().endswith(LINE_HYPHENS) and line.rstrip()[-2:-1].isalpha() and following.lstrip()[:1].isalpha()
