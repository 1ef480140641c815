"""Points that words count after a lead-in: "Two takeaways emerged: First, ice is dear. Second, nets are old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.points import leads, occasions
from forumgraph.converters.words.phrases import begins, count, first
from forumgraph.model import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_KINDS = frozenset({"issues", "recommendations", "messages"})
_MARKS = (",", ":")
_FEWEST = 3
"""Words of a point."""


def announced(words: str, lexicon: Lexicon) -> str:
    """Return what words that a colon ends say the points after them are; empty if they announce none.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [announced(words, lexicons()["en"]) for words in ("Three takeaways emerged:", "She made two points:", "It was late.")]
    ['messages', 'messages', '']
    """
    if not words.rstrip().endswith(":"):
        return ""
    kind = leads.of_words(words, lexicon)
    if not kind and count(words, lexicon.phrases("cues", "point_nouns")):
        return "messages"
    return kind if kind in _KINDS else ""


def counted(words: str, lexicon: Lexicon) -> int:
    """Return where a sentence goes on after the word that counts it, "First, ", 0 if none does."""
    number = begins(words, lexicon.phrases("cues", "counting"))
    after = words[number.end() :].lstrip() if number is not None else ""
    rest = after[1:].lstrip()
    if not after.startswith(_MARKS) or len(rest.split()) < _FEWEST:
        return 0
    idle = first(rest, lexicon.phrases("cues", "says_nothing")) is not None
    return 0 if idle or occasions.tells_of_meeting(rest, lexicon) else len(words) - len(rest)


def below(blocks: Sequence[Block], lexicon: Lexicon) -> dict[Span, str]:
    """Return what a line above announces of the paragraphs that begin with a word that counts."""
    found: dict[Span, str] = {}
    kind = ""
    for block in blocks:
        if kind and counted(block.text, lexicon):
            found[block.span] = kind
        else:
            kind = announced(leads.last_sentence(block), lexicon) if block.kind is BlockKind.PARAGRAPH else ""
    return found


def _numbers(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence counts points without a colon: "She made three points."."""
    return words.endswith(".") and count(words, lexicon.phrases("cues", "point_nouns")) > 0


def _goes_on(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> bool:
    """Tell whether one more sentence is counted: "Second, ..."."""
    return any(counted(span.of(text), lexicon) for span in sentences)


def points(text: str, sentences: Sequence[Span], lead: str, lexicon: Lexicon) -> Iterator[tuple[int, str, Span]]:
    """Yield which sentences of a paragraph are such points, what the lead-in calls them, and their words without the one that counts.

    Args:
        text: the paragraph.
        sentences: where its sentences are in it.
        lead: what a line above the paragraph announces; empty without.
    """
    before = ""
    for number, span in enumerate(sentences):
        words = span.of(text)
        colon = words.find(": ")
        start = 0
        if colon > 0 and (own := announced(words[: colon + 1], lexicon)) and counted(words[colon + 2 :], lexicon):
            lead, start = own, colon + 2
        elif own := announced(words, lexicon):
            lead = own
        elif (
            not lead
            and counted(words, lexicon)
            and _numbers(before, lexicon)
            and _goes_on(text, sentences[number + 1 :], lexicon)
        ):
            lead = "messages"
        at = counted(words[start:], lexicon) if lead else 0
        if at:
            yield number, lead, Span(span.start + start + at, span.end)
        before = words
