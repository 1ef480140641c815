"""Persons below no heading that gives a role: lines that are nothing but a person with a post or body, as captions are, and speaker bullets: "Jane Doe (ICLEI): sentence"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import body_actor, is_place
from forumgraph.converters.participants.drafts import bodies
from forumgraph.converters.participants.entries import entries, is_text
from forumgraph.converters.participants.mentions import Mention, mentions
from forumgraph.converters.participants.posts import office
from forumgraph.converters.participants.roles import Claim
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.converters.words.gazetteer import city
from forumgraph.converters.words.trie import tokens
from forumgraph.model import Actor, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment
    from forumgraph.converters.words.trie import Token
    from forumgraph.model import Block, Post

_LONG = 180
"""A line longer than this is text."""
_LEAST = 2
"""Lines of a person with a post or body that must stand near each other to be believed."""
_FEW_WORDS = 4
_SEVERAL = 3
_NO_FORENAMES = ("bodies", "portfolios", "generic", "events", "titles", "modifiers", "attenders", "unnamed", "calendar")
_LONGEST_SPEAKER = 16
"""Tokens before the colon of a bullet."""
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
    """Yield a claim, and what a participant is said to have been in the meeting: "Jane Doe, ICLEI (Chair)", "Jane Doe (ICLEI), chair"."""
    yield claim
    if claim.role != "participant":
        return
    for post in claim.mention.actor.posts:
        before = line.text[max(0, post.span.start - 3) : post.span.start]
        alone = before.endswith("(") or before == "), " or not claim.mention.affiliations
        if not post.body and alone and (role := _told(grammar, post)) in _PRESIDING:
            yield replace(claim, role=role)


def bullet(line: Line, grammar: Grammar, block: Block, *, first: bool) -> Claim | None:
    """Read the speaker with whom a block begins.

    Args:
        line: the words of the block.
        grammar: of their language.
        block: an item or a paragraph; others have none.
        first: whether the block is among the first, where a paragraph with a colon may be a title.
    """
    if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or not any(w.text == ":" for w in line.words):
        return None
    found, after = names_from(line, grammar, 0)
    colon = next((i for i in range(min(len(line.words), _LONGEST_SPEAKER)) if line.words[i].text == ":"), after)
    if after < colon and not is_text(line, grammar, 0, colon):
        found, after = parts(line, grammar, 0, colon), colon
    if not found or after >= len(line.words) - _FEW_WORDS or line.words[after].text != ":":
        return None
    read = mentions(line, grammar, found, single=True)
    rest = line.words[after + 1 : after + 1 + _FEW_WORDS]
    told = line.words[1:after] if block.kind is BlockKind.PARAGRAPH and first else None
    if told is not None and not any(w.text in "(," for w in told):
        return None
    named = len(read) == 1 and read[0].actor.kind == "person" and " " in read[0].actor.name
    tells = named and grammar.has("third", rest[0].fold)  # "Jane Doe: She heads the office and asked"
    spoken = tells or (len(read) == 1 and _speaks(line, read[0]))
    return Claim(read[0], "speaker", read[0].span, "roster.bullet") if spoken and _is_told(rest) else None


def _is_told(rest: Sequence[Token]) -> bool:
    return any(w.text.islower() for w in rest)


def _speaks(line: Line, mention: Mention) -> bool:
    actor = mention.actor
    if actor.kind in {"person", "post"}:
        return mention.sure
    whole = (bool(mention.key) and actor.kind == "organization") or (mention.sure and actor.kind == "constituency")
    return whole and (bool(actor.acronym) or " " in actor.name) and line.words[0].start <= mention.span.start


def forenames(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> list[Mention]:
    """Read an enumeration of three forenames or more, as in the notes of a team: "Participants: Jane, Ali and Bo"."""
    named = [s for s in segments if s.joint != "("]
    words = [line.words[s.first] for s in named if s.end == s.first + 1 and s.first not in line.atoms]
    other = any(grammar.has(row, word.fold) for word in words for row in _NO_FORENAMES)
    towns = sum(bool(city(word.text)) for word in words)
    if not _SEVERAL <= len(words) == len(named) or other or towns * 2 >= len(words):
        return []
    spans = [line.span(s.first, s.end) for s in named if line.words[s.first].text.istitle()]
    return [Mention(Actor(span.of(line.text), "person", span, "actor.forename"), span) for span in spans]


def sending(line: Line, grammar: Grammar) -> Iterator[Actor]:
    """Yield the bodies in a line that tells more of the person above it: "Director, Rivers Fund", "Head of the Rivers Fund"."""
    for part in parts(line, grammar, 0, len(line.words)):
        held = office(line, grammar, part)
        if held:
            yield from bodies(line, grammar, held)
        elif line.is_name(part.first) and not is_place(line, part):
            yield body_actor(line, (part.first, part.end))
