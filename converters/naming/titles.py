"""The title of a session: of the lines at its top and the names in its first sentences the one with most points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.naming import traits
from forumgraph.converters.readers.replies import without_reply
from forumgraph.converters.structure.boilerplate import phrases_of, trim
from forumgraph.converters.words.headings import bare
from forumgraph.converters.words.labels import Label, values
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import first, trimmed
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.converters.naming.traits import Top
    from forumgraph.converters.words.lexicon import Lexicon

_MARKS = " \t.,;:*_#|–—-"
_SITE = re.compile(r"\s\|\s[^|]{2,60}$")
_QUOTES = '“«"'
_NEAR = 20
"""Blocks among which a title begins."""
_RUN = 3
"""Lines over which it may be broken."""
_LONGEST = 60
"""Words of a title."""
_LEAST = 12
"""Characters of a title before those who made the meeting."""
_SURE = 100
"""Points of what a line says to be the title."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title, and the blocks it was made of, which are no headings of sections.

    Attributes:
        points: how much speaks for it; a name without any is better than none.
    """

    fact: Fact | None
    blocks: tuple[Block, ...] = ()
    points: int = 0


def find(top: Top) -> Titled:
    """Return the best title that the lines of a document, or of one session of it, give: a labelled one, or one to three lines that follow each other."""
    return best([*_labelled(top), *_of_lines(top)])


def best(found: Iterable[Titled]) -> Titled:
    """Return the first of the titles with most points, or none where nothing speaks for any."""
    return max((title for title in found if title.points >= 0), key=lambda title: title.points, default=Titled(None))


def of_names(found: Iterable[Fact], top: Top) -> Iterator[Titled]:
    """Weigh names that stand in sentences."""
    for fact in found:
        yield Titled(fact, (), traits.of_words(fact.value, top) + traits.OF_SENTENCES.get(fact.rule, 0))


def _labelled(top: Top) -> Iterator[Titled]:
    """Go through what labels say to be the title: "Title: Boats for all", "Side event: Boats for all"."""
    for label in values(top.labels, "title"):
        words = without_reply(label.words)
        if not 2 <= len(words.split()) <= _LONGEST:
            continue
        cut = trim(top.text, Span(label.value.end - len(words), label.value.end), top.lexicon)
        fact = Fact(cut.of(top.text), cut, "title/label")
        sure = _is_sure(label, top)
        yield Titled(fact, (label.block,), _SURE if sure else traits.of_words(fact.value, top) + traits.OF_LABELS)


def _is_sure(label: Label, top: Top) -> bool:
    """Tell whether a label is no word for meetings, which may lead to other things: "Title:"."""
    named = bare(label.block.text[: label.value.start - label.block.span.start])
    return first(named, phrases_of(top.lexicon, "session_types")) is None


def _of_lines(top: Top) -> Iterator[Titled]:
    for place in range(min(_NEAR, len(top.blocks))):
        for end in range(place + 1, min(place + _RUN, len(top.blocks)) + 1):
            run = tuple(top.blocks[place:end])
            if not _is_one(run) or sum(len(block.text.split()) for block in run) > _LONGEST:
                break
            fact = _fact(run, top)
            if fact.value:
                points = traits.of_words(fact.value, top) + traits.of_run(run, place, top)
                yield Titled(fact, run, points)


def _is_one(run: Sequence[Block]) -> bool:
    """Tell whether all lines are headings, or none is, but for a theme in quotation marks."""
    kinds = {block.kind for block in run if block is run[0] or block.text.strip(" *#")[:1] not in _QUOTES}
    return len(kinds) == 1 and run[-1].kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}


def _fact(run: Sequence[Block], top: Top) -> Fact:
    whole = trimmed(top.text, run[0].span.start, run[-1].span.end, marks=_MARKS)
    words = whole.of(top.text)
    makers = _makers(top.lexicon).search(words, _LEAST)
    whole = Span(whole.start, whole.start + makers.start()) if makers else whole
    span = trim(top.text, without_site(whole.of(top.text), whole), top.lexicon, top.names)
    return Fact(" ".join(span.of(top.text).split()), span, "title/lines" if len(run) > 1 else "title/line")


def without_site(words: str, span: Span) -> Span:
    """Take the name of the site, or what its pages print there, from the end of a title: "Recap of the town hall *| UCLG*", "... *story highlights*"."""
    site = _SITE.search(words) or _printed().search(words)
    plain = len(words) == span.end - span.start
    kept = words[: site.start()].rstrip() if site else ""
    return Span(span.start, span.start + len(kept)) if plain and len(kept.split()) > 1 else span


@cache
def _printed() -> re.Pattern[str]:
    """Return the pattern of furniture of several words at the end of a line."""
    return re.compile(rf"\s{alternation(p for p in everywhere('kinds', 'chrome') if ' ' in p)}\Z")


@lru_cache(maxsize=16)
def _makers(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what begins the makers of a meeting at the end of its title: "Boats for all, *organized by* the Port"."""
    return re.compile(rf"\s?[,(–—-]\s?{alternation(p for p in lexicon.phrases('labels', 'organizers') if ' ' in p)}")
