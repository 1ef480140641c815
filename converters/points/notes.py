"""Lines that begin with who says the rest: in rough notes, "Ana Lopes (UCLG) - ice is dear", and behind a question, "A: the county pays"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.points import prose
from forumgraph.converters.points.collecting import Point
from forumgraph.converters.points.demands import asked
from forumgraph.converters.points.occasions import tells_of_meeting
from forumgraph.converters.points.tasks import is_task
from forumgraph.converters.words.enumerations import is_name
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import first
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.lexicon import Lexicon

_LINE = re.compile(
    r"([A-ZÀ-Ý][^\s\d]{1,30}(?:\s[^\s\d:–—(]{1,30}){0,4}?)(\s\([^()\d]{2,60}\))?(?:\s?:|\s[–—-])\s+(?=\S)"
)
_ENDS = '.!…”»"'
_SHORTEST, _HEAD = 4, 3
"""Words of what is said, which an answer exceeds, and those in which a post is looked for."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line that begins with who says the rest.

    Attributes:
        who: the name; empty before an answer.
        start: where the rest begins in the line.
    """

    block: Block
    who: str
    start: int

    def point(self, lexicon: Lexicon) -> Point:
        """Return what is said as a point."""
        begin, words = self.block.span.start, self.block.text[self.start :]
        telling = prose.kind_of(f"{self.who} {words.rstrip('.')}.", lexicon) if self.who else ""
        asking = asked(words, lexicon) is not None or is_task(words, lexicon) or telling == "recommendations"
        by = (Fact(self.who, Span(begin, begin + len(self.who)), "raised-by/speaker"),) if self.who else ()
        kind = "recommendations" if asking else "issues"
        return Point(kind, Span(begin + self.start, self.block.span.end), words, "note/speaker", by=by)


def spoken(sections: Sequence[Section], lexicon: Lexicon) -> Iterator[Note]:
    """Yield the lines of notes that begin with a speaker, where several of them tell whom each speaks for; others may then stand by their first name."""
    blocks = (block for section in sections for block in section.body if block.kind is BlockKind.PARAGRAPH)
    lines = [(block, line) for block in blocks if (line := _LINE.match(block.text)) and _is_said(line, lexicon)]
    full = [line[1] for _, line in lines if line[2] and _is_plain(line) and is_name(line[1], lexicon)]
    known = {*full, *(name.split()[0] for name in full)} if len(full) > 1 else set()
    for block, line in lines:
        if line[1] in known:
            yield Note(block, line[1], line.end())


def _is_plain(line: re.Match[str]) -> bool:
    """Tell whether what follows a name cannot be the title of a talk."""
    return line.string[line.end()].islower() or line.string.rstrip()[-1] in _ENDS


def _is_said(line: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether what follows a name is long enough to say something, and not what the person is."""
    words = line.string[line.end() :].split()
    posts = joined(lexicon, ("posts", "titles"), *(("roles.labels", row) for row in lexicon.table("roles.labels")))
    return len(words) >= _SHORTEST and first(" ".join(words[:_HEAD]), posts) is None


def answers(section: Section, lexicon: Lexicon) -> Iterator[Note]:
    """Yield the answers of a section: what follows "A:" in the line behind a question."""
    blocks = [section.heading, *section.body] if section.heading is not None else [*section.body]
    for before, block in pairwise(blocks):
        label, colon, rest = block.text.partition(":")
        known = label.strip().lower() in lexicon.phrases("reports", "label_answer") and len(rest.split()) > _SHORTEST
        idle = first(rest, lexicon.phrases("cues", "says_nothing")) is not None or tells_of_meeting(rest, lexicon)
        if colon and known and before.text.rstrip().endswith("?") and not idle:
            yield Note(block, "", len(block.text) - len(rest.lstrip()))
