"""What is seen of a line or name that may be the title of a session, and how much each trait says for or against it.

The points are the rounded weights of a linear model (a softmax over all candidates of a text), fitted on annotated reports. A trait has a row because
reports that had no part in the fit are read worse without it; the order of the rows means nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.geography import placelines
from forumgraph.converters.structure.boilerplate import is_boilerplate, is_date_line, phrases_of, undated
from forumgraph.converters.words.headings import in_capitals
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, every, first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forumgraph.converters.words.labels import Label
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

OF_LABELS = -1
"""Points of what a label such as "Meeting:" leads to."""
OF_SENTENCES = {"title/entitled": 2, "title/sentence": -4, "title/subject": -4, "title/joined": -4}
"""Points of names by the rule that found them in a sentence."""

_WORD = re.compile(r"\w{3,40}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLACED = frozenset({"city", "country", "venue", "noise", "date", "online"})
_PROSE, _SENTENCE = 30, 9
"""Words that a line of a title has not, and those of a sentence."""
_TOLD, _TOLD_BY, _SHARE = 400, 25, 4
"""Characters and blocks that speak of what a title says; one word of so many is in them."""
_OPEN = ",:–-?"
"""Marks at the end of a line that the next one goes on with."""
_LEADS = (("parents", "lead"), ("labels", "organizers"), ("labels", "people"))
_BODY = 4
"""Words among which is the one that names a body: "The National Committee"."""


@dataclass(frozen=True)
class Top:
    """The beginning of a text, in which a title is looked for.

    Attributes:
        text: of the whole document.
        blocks: prepared blocks, from the top.
        labels: the labelled lines among them.
    """

    text: str
    blocks: Sequence[Block]
    labels: Sequence[Label]
    lexicon: Lexicon
    names: Names

    @cached_property
    def prose(self) -> int:
        """Where the first running text begins."""
        return next((block.span.start for block in self.blocks if is_prose(block)), len(self.text))

    @cached_property
    def told(self) -> frozenset[str]:
        """The words with which it begins."""
        return self.telling(self.text[self.prose :][:_TOLD])

    def telling(self, words: str) -> frozenset[str]:
        """Return words without the small ones."""
        return frozenset(_WORD.findall(words.lower())) - self.lexicon.words

    def row(self, *rows: tuple[str, str]) -> tuple[str, ...]:
        """Return rows of the lexicon as one."""
        return joined(self.lexicon, *rows)

    def is_broken(self, one: Block, other: Block) -> bool:
        """Tell whether a line ends in the middle, or the next begins there."""
        small = other.text[:1].islower() or other.text.split(maxsplit=1)[0].lower() in self.lexicon.words
        return small or one.text.rstrip()[-1:] in _OPEN or breaks_off(one.text, self.lexicon)

    def is_idle(self, words: str) -> bool:
        """Tell whether words say only what kind of paper or meeting it is, and when: "Summary report, 3 May"."""
        return is_boilerplate(undated(words, self.lexicon), self.lexicon, self.names)


@dataclass(frozen=True)
class _Name:
    """Words as they would be the title."""

    words: str
    top: Top

    def is_told(self) -> bool:
        own = self.top.telling(self.words)
        return bool(own) and len(own & self.top.told) * _SHARE >= len(own)

    def is_typed(self) -> bool:
        types = every(self.words, phrases_of(self.top.lexicon, "session_types"))
        return any(self.words[match.start()].isupper() for match in types)

    def leads(self, *rows: tuple[str, str]) -> bool:
        return begins(self.words, self.top.row(*rows)) is not None


@dataclass(frozen=True)
class _Run:
    """One line at the top, or some that follow each other; `place` is how many blocks stand above it."""

    blocks: tuple[Block, ...]
    place: int
    top: Top

    @property
    def first(self) -> Block:
        return self.blocks[0]

    def is_labelled(self) -> bool:
        spans = (span for label in self.top.labels for span in (label.block.span, label.value))
        return any(span.overlaps(self.first.span) for span in spans)

    def is_known(self) -> bool:
        told = sum(m.span.end - m.span.start for m in self.top.names.find(self.first.text) if m.kind != "forum")
        return told * 2 > len(self.first.text)

    def has_place(self) -> bool:
        return any({p.kind for p in placelines.parts(b.text, self.top.lexicon)} <= _PLACED for b in self.blocks)

    def is_repeated(self) -> bool:
        words = self.first.text.strip(" *#")
        return any(words in block.text for block in self.top.blocks[:_TOLD_BY] if block.span != self.first.span)

    def is_below_day(self) -> bool:
        return self.place > 0 and is_date_line(self.top.blocks[self.place - 1].text, self.top.lexicon)

    def is_body(self) -> bool:
        units = self.top.row(("posts", "units"), ("titles", "bodies"))
        return any(word.lower() in units for word in self.first.text.split()[:_BODY])

    def goes_on(self) -> bool:
        """Tell whether a line ends in the middle, or the next begins there."""
        return any(self.top.is_broken(one, other) for one, other in pairwise(self.blocks))

    def is_heading(self) -> bool:
        return self.first.kind is BlockKind.HEADING

    def has_gap(self) -> bool:
        return any(other.line - one.line > 1 for one, other in pairwise(self.blocks))


_OF_WORDS: tuple[tuple[int, str, Callable[[_Name], bool]], ...] = (
    (3, "three words or more", lambda name: len(name.words.split()) > 2),
    (2, "five words or more", lambda name: len(name.words.split()) > 4),
    (-2, "long", lambda name: len(name.words.split()) > _PROSE),
    (2, "the text speaks of it", _Name.is_told),
    (3, "a kind of meeting, with a capital", _Name.is_typed),
    (
        1,
        "begins with a kind of meeting",
        lambda name: begins(name.words, phrases_of(name.top.lexicon, "session_types")) is not None,
    ),
    (2, "a colon", lambda name: ": " in name.words),
    (1, "a year", lambda name: _YEAR.search(name.words) is not None),
    (-5, "a day", lambda name: bool(dates.find(name.words, name.top.lexicon))),
    (-2, "begins small", lambda name: name.words[:1].islower()),
    (-3, "an enumeration", lambda name: name.words.count(",") > 2),
    (-1, "only a kind of paper or meeting", lambda name: name.top.is_idle(name.words)),
    (-2, "breaks off", lambda name: breaks_off(name.words, name.top.lexicon)),
    (-1, "begins as an occasion or makers do", lambda name: name.leads(*_LEADS)),
    (
        -2,
        "begins as a list of people does",
        lambda name: name.leads(("kinds", "attendance")),
    ),
    (-1, "words of a web page", lambda name: first(name.words, name.top.row(("kinds", "chrome"))) is not None),
)

_OF_RUNS: tuple[tuple[int, str, Callable[[_Run], bool]], ...] = (
    (-3, "begins with running text", lambda run: is_prose(run.first)),
    (-3, "not above the running text", lambda run: run.blocks[-1].span.start >= run.top.prose),
    (-1, "below running text", lambda run: run.first.span.start > run.top.prose),
    (-1, "two lines above", lambda run: run.place > 1),
    (-3, "three lines above", lambda run: run.place > 2),
    (-1, "five lines above", lambda run: run.place > 4),
    (-3, "ends as a sentence", lambda run: any(block.text.rstrip()[-1:] in ".;" for block in run.blocks)),
    (-3, "a line says only the kind of paper", lambda run: any(run.top.is_idle(block.text) for block in run.blocks)),
    (-2, "labelled", _Run.is_labelled),
    (-2, "mostly known names", _Run.is_known),
    (-1, "begins as bodies do", _Run.is_body),
    (-2, "a line gives only a place", _Run.has_place),
    (2, "told again", _Run.is_repeated),
    (1, "below the day", _Run.is_below_day),
    (-1, "a heading below running text", lambda run: run.is_heading() and run.first.span.start > run.top.prose),
    (-2, "several lines", lambda run: len(run.blocks) > 1),
    (1, "goes on in the next line", _Run.goes_on),
    (-3, "blank lines inside", _Run.has_gap),
)


def of_words(words: str, top: Top) -> int:
    """Return the points of a name by its words."""
    name = _Name(words, top)
    return sum(points for points, _, is_seen in _OF_WORDS if is_seen(name))


def of_run(blocks: tuple[Block, ...], place: int, top: Top) -> int:
    """Return the points of lines by where and how they stand.

    Args:
        place: how many blocks stand above them.
    """
    run = _Run(blocks, place, top)
    return sum(points for points, _, is_seen in _OF_RUNS if is_seen(run))


def is_prose(block: Block) -> bool:
    """Tell whether a block is running text and no line."""
    if block.kind is not BlockKind.PARAGRAPH or in_capitals(block.text):
        return False
    length = len(block.text.split())
    return length > _PROSE or (block.text.rstrip()[-1:] in ".!" and length > _SENTENCE)


def breaks_off(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line ends with a small word that ends no title: "Wells for the", and not "Wells for all"."""
    last = words.rsplit(maxsplit=1)[-1].lower().strip(",:") if words.strip() else ""
    return last in lexicon.words and last not in lexicon.phrases("titles", "last")
