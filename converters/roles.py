"""Roles in a session: the words that give them, and which one counts first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.converters.grammar import Grammar
    from forumgraph.converters.line import Line
    from forumgraph.converters.mentions import Mention
    from forumgraph.model import Span

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
UMBRELLA = "umbrella"
"""In the language tables: the role of the actor just before ("the LAMG, gathered within the GTF")."""

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


@dataclass(frozen=True, slots=True)
class Label:
    """A label before actors: "Moderator:", "Speakers -", or a heading that is nothing else.

    Attributes:
        end: index of the token after the label and its mark.
        alone: whether nothing follows.
        weak: whether the words may as well label something else ("Panel: Building Bridges").
    """

    role: str
    end: int
    alone: bool
    weak: bool


def label(line: Line, grammar: Grammar, first: int = 0) -> Label | None:
    """Read the label at a token.

    >>> from forumgraph.converters.grammar import grammar
    >>> from forumgraph.converters.lexicon import lexicons
    >>> from forumgraph.converters.line import line
    >>> from forumgraph.converters.names import Names
    >>> from forumgraph.model import Span
    >>> text = "Moderators: Ms. Jane Doe"
    >>> label(line(text, Span(0, len(text)), Names([]), ()), grammar(lexicons()["en"]))
    Label(role='moderator', end=2, alone=False, weak=False)
    """
    found = grammar.labels.longest(line.words, first)
    if not found:
        return None
    role, weak = found[1], bool(_whole(line, grammar, first, found[0]))
    at = _past_occasion(line, grammar, _past_second(line, grammar, found[0]))
    at = _past_bracket(line, at)
    if at == len(line.words):
        return Label(role, at, alone=True, weak=weak)
    if line.words[at].text in ":|—":
        return Label(role, at + 1, alone=at + 1 == len(line.words), weak=weak)
    return Label(role, at, alone=False, weak=weak) if line.parted(at) else None


def _whole(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    weak = grammar.phrases["weak"].longest(line.words, first)
    return weak is not None and weak[0] == end


def _past_second(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "and co-organisers" in "Organisers and co-organisers", and over a number."""
    joint = grammar.phrases["ands"].longest(line.words, index)
    second = grammar.labels.longest(line.words, joint[0]) if joint else None
    index = second[0] if second else index
    if index < len(line.words) and line.words[index].text.isdigit() and len(line.words[index].text) < 3:
        return index + 1
    return index


def _past_occasion(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "in the roundtable" where the label or the line ends after it."""
    if index < len(line.words) and grammar.has("links", line.words[index].fold):
        for at in range(index + 1, min(index + 5, len(line.words))):
            ends = at + 1 == len(line.words) or line.words[at + 1].text == ":"
            if ends and grammar.has("occasions", line.words[at].fold):
                return at + 1
    return index


def _past_bracket(line: Line, index: int) -> int:
    if index < len(line.words) and line.words[index].text == "(":
        for end in range(index, min(index + 12, len(line.words))):
            if line.words[end].text == ")":
                return end + 1
    return index
