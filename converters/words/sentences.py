"""Where sentences begin and end: an own splitter, because the libraries that were measured take as long for it as all other reading together.

A line feed always ends a sentence, since a block never goes on in the next one. Otherwise a sentence ends at a full stop, question or exclamation mark
that is followed by a capital letter or a figure, unless the word before it is an abbreviation ("para. 89", "H.E. Ms. Smith").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END = re.compile(
    r"[.!?…]{1,6}[\"'”’»)\]]{0,3}(?:\[?\d{1,3}\]?)?(?P<gap>[ \t]+)(?=(?P<next>[\"'“”‘«(\[¿¡*•]{0,3}(?:(?<=«) ?)?(?:[^\W\d_]|\d)))"
)
_WORD = re.compile(r"[^\s(\[“\"'‘«/]{1,20}\Z")
_NEXT_WORD = re.compile(r"\W{0,3}([^\W\d_]{1,20})")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,4}")
_LABEL = re.compile(r"\W{0,2}(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})\W{0,2}")
_OPENED, _CLOSED = "“«", "”»"
_FARTHEST = 700
"""Characters after which a quotation that was not closed is held for a slip."""


@lru_cache(maxsize=512)
def split(text: str, offset: int = 0) -> tuple[Span, ...]:
    """Cut a text into sentences: spans in order, without overlaps, without white space at their ends, that cover every other character.

    Args:
        text: any text.
        offset: where `text` begins in the document.

    >>> text = "We refer to para. 89. Ms. Ray agreed."
    >>> [span.of(text) for span in split(text)]
    ['We refer to para. 89.', 'Ms. Ray agreed.']
    """
    return tuple(Span(start + offset, end + offset) for line in _lines(text) for start, end in _sentences(text, *line))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        if _ends(text, first, match):
            yield from _trimmed(text, first, match.start("gap"))
            first = match.end("gap")
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield start, end


def _ends(text: str, first: int, match: re.Match[str]) -> bool:
    following = match["next"][-1]
    if following.islower():
        return False
    if text[match.start()] != "." or text[match.start() : match.start() + 2] == "..":
        return True
    before = text[max(first, match.start() - 24) : match.start()]
    if match.start() - first <= 8 and _LABEL.fullmatch(before):
        return False
    word = _WORD.search(before)
    return word is None or not _is_abbreviation(word[0], text, match, number=following.isdigit())


def _is_abbreviation(word: str, text: str, match: re.Match[str], *, number: bool) -> bool:
    always, before_numbers, starters, letters = _abbreviations()
    word_lower = word.lower().lstrip("-–")
    if word_lower in (before_numbers if number else always):
        return True
    if number:
        return False
    if _DOTTED.fullmatch(word):
        following = _NEXT_WORD.match(text, match.end())
        return following is None or following[1].lower() not in starters
    return len(word) == 1 and word.isupper() and word_lower not in letters


@cache
def _abbreviations() -> tuple[frozenset[str], ...]:
    """Return what comes before names, what comes before numbers, the words that begin sentences, and those of one letter, of all languages."""
    tables = list(lexicons().values())
    named = {phrase for lexicon in tables for phrase in lexicon.phrases("sentences", "abbreviations")}
    numbered = {phrase for lexicon in tables for phrase in lexicon.phrases("sentences", "before_numbers")}
    months = {names for lexicon in tables for words in lexicon.table("dates.months").values() for names in words[1:]}
    starters = frozenset(word for lexicon in tables for word in lexicon.words)
    letters = frozenset(word for lexicon in tables for word in lexicon.phrases("sentences", "words_of_a_letter"))
    return frozenset(named - numbered), frozenset(named | months), starters, letters


def inside_quotations(text: str, spans: Sequence[Span]) -> list[bool]:
    """Tell of each sentence whether a quotation that began in a sentence before is still open where it begins."""
    even = text.count('"') % 2 == 0
    found: list[bool] = []
    opened = closed = straight = done = 0
    for span in spans:
        for at in range(done, span.start):
            if text[at] in _OPENED:
                opened = at + 1
            elif text[at] in _CLOSED:
                closed = at + 1
            straight += text[at] == '"'
        done = max(done, span.start)
        curved = opened > closed and span.start - opened < _FARTHEST
        found.append(curved or (even and straight % 2 == 1))
    return found
