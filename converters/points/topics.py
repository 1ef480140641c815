"""Headings that are the points: under "Issues discussed", "Discussion" or "Recommendations", each with prose below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.words.enumerations import is_name, is_titled
from forumgraph.converters.words.headings import NUMBERING
from forumgraph.converters.words.phrases import ends, every
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.lexicon import Lexicon

_LONGEST = 20
_SENTENCE, _COUNTED = 6, 4
"""Words of a heading that is a message, and does not only name a part; of one among several with numbers."""
_TOPICAL = frozenset({"issues", "discussion", "recommendations", "messages"})


def find(sections: Sequence[Section], lexicon: Lexicon) -> tuple[Section, ...]:
    """Return the sections whose heading is a point: at least two unknown headings of one level, with prose and no list, under such a section.

    Headings that name a speaker or a part of the meeting ("Opening remarks") are none, nor are those of chapters with numbered paragraphs.
    """
    groups: dict[tuple[int, str], list[Section]] = {}
    parent = 0
    for number, section in enumerate(sections):
        if section.kind:
            parent = number
        elif section.under in _TOPICAL:
            groups.setdefault((section.level, f"{section.under} {parent}"), []).append(section)
    return tuple(section for group in groups.values() if _are_topics(group, lexicon) for section in group)


def numbered(heading: Block) -> tuple[str, Span]:
    """Return the number of a heading, empty without, and its words behind it.

    >>> number, span = numbered(Block(BlockKind.HEADING, "2. Ice is dear", Span(10, 24)))
    >>> number, span.start
    ('2', 13)
    """
    found = NUMBERING.match(heading.text)
    number = (heading.marker or (found[0] if found is not None else "")).strip(" ().:-–—/")
    start = heading.span.start + (found.end() if found is not None else 0)
    return number, Span(start, heading.span.end)


def _are_topics(group: Sequence[Section], lexicon: Lexicon) -> bool:
    headings = [section.heading for section in group if section.heading is not None]
    least = _COUNTED if all(numbered(each)[0] for each in headings) else _SENTENCE
    said = (each.text[numbered(each)[1].start - each.span.start :] for each in headings)
    long = group[0].under != "messages" or all(len(words.split()) >= least for words in said)
    return len(group) > 1 and long and all(_is_topic(section, lexicon) for section in group)


def _is_topic(section: Section, lexicon: Lexicon) -> bool:
    heading = section.heading
    if heading is None or not section.body or any(b.kind is not BlockKind.PARAGRAPH or b.marker for b in section.body):
        return False
    words = heading.text
    if (
        not 1 <= len(words.split()) <= _LONGEST
        or is_titled(words, lexicon)
        or ("(" in words and is_name(words, lexicon))
    ):
        return False
    parts = every(words, lexicon.phrases("cues", "parts_of_meeting"))
    return all(ends(words[: part.start()], lexicon.phrases("cues", "be_forms")) for part in parts)
