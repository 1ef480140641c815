"""Lists of actors on the page: "Moderator: X", a heading "Speakers" with what stands under it, tables of names, speaker bullets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.drafts import NOT_ACTORS
from forumgraph.converters.participants.entries import (
    as_bodies,
    before_text,
    by_groups,
    entries,
    heads_other,
    is_described,
    is_kind,
    is_text,
    person_of,
    undivided,
    without_initials,
)
from forumgraph.converters.participants.labelling import (
    calls_for_one,
    field_end,
    inner_labels,
    is_contact,
    is_title,
    is_told,
    next_label,
    next_phrase,
    past_absent,
    past_time,
    sentence_end,
    tells_of_one,
)
from forumgraph.converters.participants.listings import believed
from forumgraph.converters.participants.mentions import Mention, mentions
from forumgraph.converters.participants.people import People, bullet, forenames, sending
from forumgraph.converters.participants.roles import OF_BODIES, PRESENT, Claim, Heading, Label, label
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.participants.speakertable import Table
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line
    from forumgraph.model import Block

_LONG = 220
"""A paragraph longer than this is text, and no list entry."""
_FEW_PEOPLE, _FIRST = 2, 3
"""The second: blocks at the beginning where a paragraph with a colon may be a title."""
_LONGEST_SPEAKER = 16
"""Tokens of a line that tells more of a person."""


@dataclass(slots=True)
class Roster:
    """What is known while the blocks of a session go by: the heading they stand under, the table they are in."""

    under: Heading = field(default_factory=Heading)
    seen: int = 0
    """Blocks so far; the first may be titles with a colon."""
    state: Mention | None = None
    """The State, or the body before a comma, whose name fills the line before: it takes part, or those below take part for it."""
    pending: list[Mention] = field(default_factory=list)
    table: Table = field(default_factory=Table)
    people: People = field(default_factory=People)
    claims: list[Claim] = field(default_factory=list)
    doubts: list[Mention] = field(default_factory=list)

    def read(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read a block as part of a list of actors.

        Returns:
            Whether it is one, so that it needs not to be read as text.
        """
        self.seen += 1
        if block.kind is not BlockKind.ROW:
            self.table = Table()
        elif (read := self.table.row(line, grammar, self.under.role)) is not None:
            for mention, role in read:
                self._claim(mention, role, "roster.table")
            return True
        found = self._labelled(line, grammar, block)
        atom = line.atoms.get(0)
        body = self.under.role in OF_BODIES and atom is not None and atom.key and atom.end == len(line.words)
        if found or (block.kind is BlockKind.HEADING and not body):
            if not (found or (self.under.role == PRESENT and is_kind(line, grammar))):
                self._head()
            self.people.heading(line, grammar)
            return found
        if self._entry(line, grammar, block):
            return True
        claimed = [] if self.under.role else list(self.people.claims(line, grammar, block))
        self.claims.extend(claimed)
        told = bullet(line, grammar, block, first=self.seen <= _FIRST) if not claimed else None
        self.claims.extend([told] if told else [])
        self._inner_labels(line, grammar, block)
        return bool(claimed)

    def finish(self) -> None:
        """Keep what waited for the lines below it."""
        if self.state is not None:
            self._claim(self.state, PRESENT, "roster.heading")
            self.state = None

    def _head(self, heading: Heading | None = None) -> None:
        self.finish()
        self.under = heading or Heading()
        self.doubts.extend(self.pending)
        self.pending.clear()

    def _labelled(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read "Label: actors" and labels that stand alone; several labels may follow each other in one block."""
        first = past_time(line, grammar, block)
        found = label(line, grammar, first) if first < len(line.words) else None
        if found is None or (not found.alone and is_title(line, grammar, block, first)):
            return False
        above = self.under if self.under.role == found.role == PRESENT else None
        self._head()
        if found.alone:
            item = block if block.kind is BlockKind.ITEM else None
            self._inner_labels(line, grammar, block)
            paper = grammar.phrases["papers"].longest(line.words, first) is not None
            self._head(None if paper else Heading(found.role, found.weak, found.bodies, item=item))
            return True
        told, last = False, found
        while found:
            stop, following = next_label(line, grammar, found.end)
            told = told or is_told(line, grammar, found.end, stop)
            if not (found.weak and block.kind is BlockKind.HEADING):
                self._take(line, grammar, found.end, stop, found)
            last, found = found, following
        if not told and line.words[-1].text in ",;":
            self._head(Heading(last.role, bodies=last.bodies, wrapped=True))
        elif above:
            self.under = above  # "Observers: UNDP" inside a list of participants
        return not told

    def _inner_labels(self, line: Line, grammar: Grammar, block: Block) -> None:
        """Read labels inside a text, and the one that announces the list below with its last words: "... Panellists included:"."""
        for found, stop in inner_labels(line, grammar):
            if not found.alone:
                self._take(line, grammar, found.end, stop, found)
            elif block.kind is BlockKind.PARAGRAPH:
                self._head(Heading(found.role, bodies=found.bodies, announced=True))

    def _take(self, line: Line, grammar: Grammar, first: int, end: int, found: Label) -> None:
        """Read the actors after a label; words among them may give those behind them another role: "UCLG, in cooperation with GIZ"."""
        line = without_initials(line, grammar) if found.role == PRESENT else line
        while first < end:
            stop, other, role = next_phrase(line, grammar, first, end)
            self._named(line, grammar, first, stop, found)
            first, found = other, Label(role, other, alone=False, weak=False)

    def _named(self, line: Line, grammar: Grammar, first: int, end: int, found: Label) -> None:
        """Read the actors of one role; what is quoted is a title: "Panel 2 - 'Ferries'"."""
        if first >= end or line.gap(first)[-1:] in {"'", "‘"}:
            return
        if is_text(line, grammar, first, end):
            segments, _ = names_from(line, grammar, first)
        else:
            segments = undivided(line, grammar, first, end)
        one = tells_of_one(line, grammar, segments) or calls_for_one(line, grammar, found, segments)
        read = by_groups(line, grammar, first, end) if found.role == PRESENT else []
        read = read or (forenames(line, grammar, segments) if found.role == PRESENT else [])
        read = read or believed(mentions(line, grammar, segments, single=one))
        if found.bodies:
            read = as_bodies(line, grammar, segments, read)
        several = len(read) > _FEW_PEOPLE and all(m.actor.kind == "person" for m in read)
        weak = found.weak and not several and not any(m.sure for m in read)
        for mention in read:
            if not grammar.phrases["unnamed"].longest(line.words, line.at(mention.actor.span.start)):
                self._claim(mention, found.role, "roster.label", weak=weak)

    def _claim(self, mention: Mention, role: str, rule: str, *, weak: bool = False) -> None:
        """Keep a claim, or a doubt: after "Panel:" a plain name may as well be a topic."""
        if mention.actor.kind in NOT_ACTORS or len(mention.actor.name) < _FEW_PEOPLE:
            return
        plain = not mention.sure
        if plain and (weak or (mention.actor.kind != "person" and not _names_body(mention, role))):
            self.doubts.append(mention)
        else:
            self.claims.append(Claim(mention, role, mention.span, rule))

    def _entry(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read what stands under a heading that is a role: one actor an item, an enumeration in a paragraph."""
        under = self.under
        if not under.role or not line.words or (under.weak and len(block.text) > _LONG):
            return False
        absent = past_absent(line, grammar, 0)
        if absent == len(line.words) or under.ends_at(block) or heads_other(line, block.text, grammar):
            self._head()
            return False
        goes_on = line.words[-1].text in ",;"
        under.absent, absent = goes_on and bool(absent or under.absent), absent or under.absent
        line = line.behind(field_end(line, grammar))
        aside = under.role == PRESENT and (is_kind(line, grammar) or is_contact(line, grammar))
        if absent or aside or self._describes(line, grammar):
            return True
        under.named = None
        told = under.announced or not (under.weak or under.role in OF_BODIES or under.role == PRESENT)
        text = is_text(line, grammar, 0, len(line.words))
        if told and block.kind is BlockKind.ITEM and text:
            self._introduced(line, grammar)
            return False
        kept = self._read_entry(line, grammar, block) or (under.role == PRESENT and "," in block.text and not text)
        if (not kept and block.kind is BlockKind.PARAGRAPH) or (under.wrapped and not goes_on):
            self._head()
        return kept

    def _read_entry(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read the actors of an entry, and tell whether it has any."""
        under = self.under
        colon = next((i for i in range(1, len(line.words)) if line.words[i].text == ":"), len(line.words))
        end = sentence_end(line, colon)
        if len(block.text) > _LONG and end == len(line.words) and ";" not in block.text:
            return False
        end = before_text(line, grammar, end)
        of_people = not under.bodies and under.role not in OF_BODIES
        read = [] if is_text(line, grammar, 0, end) else entries(line, grammar, end, of_people=of_people)
        if end == colon < (after := sentence_end(line, len(line.words), colon + 1)):
            read = by_groups(line, grammar, 0, after) or person_of(line, grammar, 0, colon, after) or read
        if under.bodies:
            read = as_bodies(line, grammar, undivided(line, grammar, 0, end), read)
        good = any(
            m.sure or (not under.weak and (m.actor.kind == "person" or _names_body(m, under.role))) for m in read
        )
        kept = self._listed(read, block, good=good)
        alone = good and len(read) == 1 and read[0].actor.kind == "person" and block.kind is BlockKind.PARAGRAPH
        under.named = read[0] if alone and not is_described(read[0]) else None
        return kept

    def _describes(self, line: Line, grammar: Grammar) -> bool:
        """Read a line that tells more of the person whose name alone stands above: "Executive Director, Rivers Fund"."""
        named, end = self.under.named, len(line.words)
        if named is None or self.under.role in OF_BODIES or end > _LONGEST_SPEAKER or is_text(line, grammar, 0, end):
            return False
        inner = line.words[0].text == "("
        read = entries(line, grammar, end)
        if any(w.text in ":;" for w in line.words) or (not inner and any(m.actor.kind == "person" for m in read)):
            return False
        actor = replace(named.actor, posts=(*named.actor.posts, *(post for m in read for post in m.actor.posts)))
        sent = (*named.affiliations, *sending(line, grammar))
        self.under.named = replace(named, actor=actor, sure=True, affiliations=sent)
        self._claim(self.under.named, self.under.role, "roster.heading")
        return True

    def _introduced(self, line: Line, grammar: Grammar) -> None:
        """Read the person with whom a told item begins: "Jane Doe, Director of ICLEI, who asked"."""
        found, _ = names_from(line, grammar, 0)
        read = mentions(line, grammar, found, single=True) if found else []
        if len(read) == 1 and read[0].actor.kind == "person":
            self._claim(read[0], self.under.role, "roster.heading")

    def _listed(self, read: Sequence[Mention], block: Block, *, good: bool) -> bool:
        """Keep the actors of an entry; plain names, and persons below words that may head topics, are believed once another entry speaks for them."""
        item, under = block.kind is BlockKind.ITEM, self.under
        persons = any(m.actor.kind == "person" for m in read)
        self.state = None if persons else self.state
        self.finish()
        state = len(read) == 1 and read[0].actor.kind == "government"
        if read and under.role == PRESENT and not (item or persons) and (state or block.text.endswith(",")):
            self.state = read[0]
            return True
        plain = [m for m in read if not m.sure and m.actor.kind == "organization"]
        told = [m for m in read if m.actor.kind == "person" and is_described(m)]
        waiting = told if len(told) == len(read) else plain if item and len(read) == 1 and not under.weak else []
        if good:
            under.proven = under.proven or item
            for mention in read:
                self._claim(mention, under.role, "roster.heading", weak=under.weak)
        elif waiting:
            self.pending.extend(replace(m, sure=True) for m in waiting)
            under.proven = under.proven or (waiting is told and len(self.pending) >= _FEW_PEOPLE)
        if under.proven:
            for mention in self.pending:
                self._claim(mention, under.role, "roster.heading")
            self.pending.clear()
        return good or (waiting is told and bool(told))


def _names_body(mention: Mention, role: str) -> bool:
    """Tell whether a plain name may be taken as a body in a role; of one word, it must be in a role that bodies have."""
    name = mention.actor.name
    return role in OF_BODIES and name[:1].isupper() and len(name) > 2 and len(name.split()) <= 6
