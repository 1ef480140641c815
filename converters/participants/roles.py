"""Roles in a session: the words that give them, and which one counts first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.model import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line
    from forumgraph.model import Block

PRECEDENCE = (
    "organizer",
    "co-organizer",
    "host",
    "convener",
    "partner",
    "sponsor",
    "chair",
    "moderator",
    "opening",
    "speaker",
    "panellist",
    "discussant",
    "rapporteur",
    "participant",
)
"""Of several roles of one actor the first of these is the main one."""
OF_BODIES = frozenset({"organizer", "co-organizer", "host", "convener", "partner", "sponsor"})
"""Roles that bodies have, so that a plain name with capitals is the name of a body."""
TOGETHER = frozenset({"partner", "sponsor", "co-organizer"})
"""Roles beside those who organise; their phrases may stand inside a subject ("UNDP together with FAO held")."""
PERSONS = frozenset({"person", "post"})
"""Kinds of those who are, or are taken for, persons."""
PRESENT = "participant"
"""The role of those who are named as present, and of whom no more is said."""
UMBRELLA = "umbrella"
"""In the language tables: the role of the actor just before ("the LAMG, gathered within the GTF")."""

_OCCASION = 8
"""Words between a label and its colon at most: "Participants in the working group:"."""
_PAPER = "rapporteur"
"""Labels of this role are names of papers, too: "Board minutes" is a title."""
_ENDING = 5
"""Letters of an ending beside a label at most."""
_QUALIFIERS = 3
"""Words (or pairs of words) that may narrow a label down, at most."""
PERSONAL = "personal"
"""In the language tables: verbs that make a speaker of a person, for bodies do such things at other times, too."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That an actor has a role, as one place of the text says.

    Attributes:
        span: the words that say so, from the phrase to the actor.
        behalf: for whom the actor speaks.
    """

    mention: Mention
    role: str
    span: Span
    rule: str
    behalf: tuple[Mention, ...] = ()


def claimed(line: Line, first: int, found: Iterable[Mention], role: str, rule: str) -> list[Claim]:
    """Return claims that actors have a role, as the words tell from a token to each of them, in whichever order they stand."""
    told = line.words[first]
    spans = ((m, Span(min(told.start, m.span.start), max(told.end, m.span.end))) for m in found)
    return [Claim(mention, role, span, rule) for mention, span in spans]


@dataclass(frozen=True, slots=True)
class Label:
    """A label before actors: "Moderator:", "Speakers -", or a heading that is nothing else.

    Attributes:
        end: index of the token after the label and its mark.
        alone: whether nothing follows.
        weak: whether the words may as well label something else ("Panel: Building Bridges").
        bodies: whether bodies are called for, and no persons ("Organizations represented").
    """

    role: str
    end: int
    alone: bool
    weak: bool
    bodies: bool = False


@dataclass(slots=True)
class Heading:
    """What a list of actors stands under, and what is known of the list so far.

    Attributes:
        role: that the heading gives; empty where it gives none.
        weak: whether it may stand over topics, too, so that only actors beyond doubt count.
        bodies: whether it calls for bodies, so that plain names are believed.
        announced: whether the last words of a paragraph are the heading.
        item: the item that is the heading itself: others of its list, and of those around it, stand beside it and not under it.
        first: the first item of the list.
        last: the block before.
        proven: whether something in it was an actor beyond doubt, so that plain names beside it are believed.
        named: the person whose name fills the line before, of whom the next line may tell more.
        wrapped: whether a label whose line ends with a comma goes on in the next paragraph.
        absent: whether those who were absent go on there.
    """

    role: str = ""
    weak: bool = False
    bodies: bool = False
    announced: bool = False
    item: Block | None = None
    first: Block | None = None
    last: Block | None = None
    proven: bool = False
    named: Mention | None = None
    wrapped: bool = False
    absent: bool = False

    def ends_at(self, block: Block) -> bool:
        """Tell whether an item stands beside the heading or the list, and not in it, as the numbered items of an agenda do after bullets, or after others."""
        before, self.last = self.last, block
        if block.kind is not BlockKind.ITEM:
            return False
        if (
            before
            and before.kind is BlockKind.ITEM
            and block.marker.strip("().") == "1"
            and before.marker[:1].isdigit()
        ):
            return True
        self.first = self.first or block
        numbered = block.marker[:1].isdigit()
        if self.item and (block.level < self.item.level or (numbered and block.list == self.item.list)):
            return True
        return numbered and not self.first.marker[:1].isdigit() and block.level <= self.first.level


def label(line: Line, grammar: Grammar, first: int = 0) -> Label | None:
    """Read the label at a token.

    >>> from forumgraph.converters.participants.grammar import grammar
    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> from forumgraph.converters.words.line import line
    >>> from forumgraph.converters.words.names import Names
    >>> from forumgraph.model import Span
    >>> text = "Moderators: Ms. Jane Doe"
    >>> label(line(text, Span(0, len(text)), Names([]), ()), grammar(lexicons()["en"]))
    Label(role='moderator', end=2, alone=False, weak=False, bodies=False)
    """
    found = grammar.labels.longest(line.words, first)
    head = first if found else _past_qualifiers(line, grammar, first)
    found = found or (grammar.labels.longest(line.words, head) if head > first else None)
    if not found or (head > first and found[1] == _PAPER):
        return None
    found = _past_gender(line, found[0]), found[1]
    weak = bool(_whole(line, grammar, head, found[0]))
    at, role = _past_second(line, grammar, *found)
    weak = weak and role == found[1]
    at = _past_bracket(line, past_occasion(line, grammar, _past_qualifiers(line, grammar, at)))
    at = len(line.words) - 1 if role == PRESENT and _announces(line, grammar, at) else at
    bodies = names_bodies(line, grammar, first, at)
    if at == len(line.words):
        return Label(role, at, alone=True, weak=weak, bodies=bodies)
    if line.words[at].text in ":|—":
        return Label(role, at + 1, alone=at + 1 == len(line.words), weak=weak, bodies=bodies)
    return Label(role, at, alone=False, weak=weak, bodies=bodies) if head == first and line.parted(at) else None


def names_bodies(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a label calls for bodies and no persons: "Organizations represented"."""
    return any(grammar.has("of_bodies", word.fold) for word in line.words[first:end])


def _past_gender(line: Line, index: int) -> int:
    """Go over what writes another gender or number beside a label: "Relator/a", "Animateur·rice", "Speaker(s)"."""
    at = index
    while at + 1 < len(line.words) and line.words[at].text in "/(·.-" and not (line.gap(at) or line.gap(at + 1)):
        small = line.words[at + 1].text.islower() and len(line.words[at + 1].text) <= _ENDING
        closed = at + 2 < len(line.words) and line.words[at + 2].text == ")"
        if not small or (line.words[at].text == "(" and not closed):
            break
        at += 2 + (line.words[at].text == "(")
    return at


def _past_qualifiers(line: Line, grammar: Grammar, index: int) -> int:
    """Go over words that narrow a label down: "Confirmed speakers", "Attending in person", "Partenaires techniques et financiers"."""
    at = index
    while at - index < _QUALIFIERS and at < len(line.words):
        joint = grammar.phrases["ands"].longest(line.words, at) if at > index else None
        found = grammar.phrases["qualifiers"].longest(line.words, joint[0] if joint else at)
        if not found:
            break
        at = found[0]
    return at


def _whole(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    weak = grammar.phrases["weak"].longest(line.words, first)
    return weak is not None and weak[0] == end


def _past_second(line: Line, grammar: Grammar, index: int, role: str) -> tuple[int, str]:
    """Go over "and co-organisers" in "Organisers and co-organisers", and over a number; a label right behind another counts: "Panel 1 speakers"."""
    joint = grammar.phrases["ands"].longest(line.words, index)
    slash = index < len(line.words) and line.words[index].text == "/"
    second = grammar.labels.longest(line.words, joint[0] if joint else index + 1) if joint or slash else None
    index = second[0] if second else index
    if index < len(line.words) and line.words[index].text.isdigit() and len(line.words[index].text) < 3:
        index += 1
    narrows = index < len(line.words) and grammar.phrases["qualifiers"].longest(line.words, index)
    return (None if narrows else grammar.labels.longest(line.words, index)) or (index, role)


def past_occasion(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "in the roundtable" where the label or the line ends after it."""
    if index < len(line.words) and grammar.has("links", line.words[index].fold):
        for at in range(index + 1, min(index + _OCCASION, len(line.words))):
            colon = at + 1 < len(line.words) and line.words[at + 1].text == ":"
            if (colon or at + 1 == len(line.words)) and grammar.has("occasions", line.words[at].fold):
                return at + 1
            told = grammar.verbs.longest(line.words, at) or grammar.phrases["consists"].longest(line.words, at)
            if told or not line.words[at].text.islower():
                break
            if colon:
                return at + 1
    return index


def _announces(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether few words are left up to the colon that ends a line, and no sentence: "In attendance via phone / online:"."""
    rest = line.words[index:]
    few = 1 < len(rest) <= _OCCASION and rest[-1].text == ":" and not any(w.text in ",;:.?" for w in rest[:-1])
    return few and not any(grammar.verbs.longest(line.words, i) for i in range(index, len(line.words)))


def _past_bracket(line: Line, index: int) -> int:
    if index < len(line.words) and line.words[index].text == "(":
        for end in range(index, min(index + 12, len(line.words))):
            if line.words[end].text == ")":
                return end + 1
    return index
