"""Lines that are nothing but a person with a post or body, below no heading that gives a role: speakers of a programme, captions of photos."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.entries import entries, is_text
from forumgraph.converters.participants.roles import Claim
from forumgraph.converters.words.trie import tokens
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line
    from forumgraph.model import Block, Post

_LONG = 180
"""A line longer than this is text."""
_LEAST = 2
"""Lines of a person with a post or body that must stand near each other to be believed."""
_ROLES = frozenset({"moderator", "panellist", "discussant", "rapporteur"})
"""Roles that may stand as a post before a name: "Moderator Jane Doe"."""
_PRESIDING = frozenset({"chair", "moderator", "rapporteur"})
"""Roles that may stand in a bracket behind one of those present: "Jane Doe (Chair)"."""


@dataclass(slots=True)
class People:
    """The lines of persons since the last heading or long text."""

    absent: bool = False
    """Whether the heading above names people who did not take part."""
    strong: int = 0
    waiting: list[Mention] = field(default_factory=list)

    def heading(self, line: Line, grammar: Grammar) -> None:
        """Begin anew below a heading."""
        found = grammar.phrases["absent"].longest(line.words, 0) if line.words else None
        self.absent, self.strong = found is not None, 0
        self.waiting.clear()

    def claims(self, line: Line, grammar: Grammar, block: Block) -> Iterator[Claim]:
        """Yield what a line and those before it say; lines are believed once a second one has a post or body, too."""
        if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or not line.words:
            return
        if block.kind is BlockKind.PARAGRAPH and grammar.phrases["absent"].longest(line.words, 0):
            self.absent = True
        read = [] if self.absent or len(block.text) > _LONG else _people(line, grammar)
        if not read and len(block.text) > _LONG:
            self.strong = 0
            self.waiting.clear()
        if not read:
            return
        self.strong += bool(read[0].actor.posts or read[0].affiliations)
        self.waiting.extend(read)
        if self.strong >= _LEAST:
            yield from (Claim(m, _role(grammar, m), m.span, "roster.people") for m in self.waiting)
            self.waiting.clear()


def _people(line: Line, grammar: Grammar) -> list[Mention]:
    """Read a line as one person with something said of it, or as several of one body."""
    marks = {w.text for w in line.words}
    if len(line.words) < _LEAST + 1 or ":" in marks or is_text(line, grammar, 0, len(line.words)):
        return []
    if marks.isdisjoint(",(—|") and not any(line.parted(i) for i in range(1, len(line.words))):
        return []
    read = entries(line, grammar, len(line.words))
    whole = all(m.actor.kind == "person" and len(m.actor.name.split()) >= _LEAST for m in read)
    return read if whole and (len(read) == 1 or all(m.affiliations for m in read)) else []


def _role(grammar: Grammar, mention: Mention) -> str:
    """Return the role that a post before the name gives, else speaker."""
    return next((role for post in mention.actor.posts if (role := _told(grammar, post)) in _ROLES), "speaker")


def _told(grammar: Grammar, post: Post) -> str:
    words = tokens(post.title)
    found = grammar.labels.longest(words, 0)
    return found[1] if found and found[0] == len(words) else ""


def presiding(line: Line, grammar: Grammar, claim: Claim) -> Iterator[Claim]:
    """Yield a claim, and what a bracket says that a participant was in the meeting: "Jane Doe, ICLEI (Chair)"."""
    yield claim
    if claim.role != "participant":
        return
    for post in claim.mention.actor.posts:
        alone = line.text[post.span.start - 1 : post.span.start] == "(" or not claim.mention.affiliations
        if not post.body and alone and (role := _told(grammar, post)) in _PRESIDING:
            yield replace(claim, role=role)
