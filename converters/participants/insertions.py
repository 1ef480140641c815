"""What stands in a sentence only by the way: words in brackets and between dashes, adverbs, names and phrases between quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import begins, every

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_ASIDE = re.compile(r"\s?\([^()]{1,160}\)")
_DASHED = re.compile(r"\s[–—-]\s([^–—;:.]{3,160})\s[–—-](?=\s)")
_QUOTED = re.compile(r"“[^“”]{1,200}”|«[^«»]{1,200}»|\"[^\"]{1,200}\"|‘[^‘’]{1,80}’(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]")
_NAMED, _PHRASE = 24, 6
"""Characters before a quotation in which a word tells that it is a title, and words of a phrase that is no statement."""


def bare(sentence: str, lexicon: Lexicon) -> str:
    """Return a sentence without what stands in brackets and without adverbs, which come between a verb and what belongs to it.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> bare("Ana Lopes (UCLG), however, further called for ice.", lexicons()["en"])
    'Ana Lopes called for ice.'
    """
    sentence = _ASIDE.sub("", sentence)
    dashed = _DASHED.search(sentence)
    if dashed is not None and begins(dashed[1], lexicon.phrases("reports", "aside_begins")) is not None:
        sentence = sentence[: dashed.start()] + sentence[dashed.end() :]
    kept, at = "", 0
    for match in every(sentence, lexicon.phrases("reports", "adverbs")):
        before = sentence[at : match.start()]
        enclosed = sentence[match.end() : match.end() + 1] == ","
        kept += before.rstrip(" ").removesuffix(",") if enclosed and before.endswith(", ") else before.rstrip(" ")
        at = match.end() + (1 if enclosed else 0)
    return (kept + sentence[at:]).strip(" ,") if at else sentence


def unmodified(sentence: str, lexicon: Lexicon) -> str:
    """Return a sentence without the adjectives between a verb of speech and its noun.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> unmodified("They expressed their deep concern over ice.", lexicons()["en"])
    'They expressed concern over ice.'
    """
    return _modifiers(lexicon).sub(r"\1 ", sentence)


@lru_cache(maxsize=16)
def _modifiers(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what stands between a verb of speech and its noun: "expressed *their deep* concern"."""
    verbs, between = (alternation(lexicon.phrases("cues", row)) for row in ("expresses", "modifiers"))
    return re.compile(rf"({verbs})\s(?:{between}(?:,|\sand)?\s){{1,4}}(?=[^\W\d_])")


def unquoted(sentence: str, lexicon: Lexicon) -> str:
    """Return a sentence in which what stands between quotation marks as a name or a single phrase has become letters that say nothing.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> unquoted("They objected to “shall”.", lexicons()["en"])
    'They objected to “xxxxx”.'
    """
    kept, at = "", 0
    for quoted in _QUOTED.finditer(sentence):
        before = sentence[max(0, quoted.start() - _NAMED) : quoted.start()].rstrip().lower()
        theme = before.endswith((*lexicon.phrases("reports", "names_theme"), *lexicon.phrases("cues", "entitled")))
        if theme or len(quoted[0].split()) <= _PHRASE:
            kept += sentence[at : quoted.start()] + _LETTERS.sub("x", quoted[0])
            at = quoted.end()
    return kept + sentence[at:]
