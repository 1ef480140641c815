"""Lists of actors on the page: "Moderator: X", a heading "Speakers" with what stands under it, tables of names, speaker bullets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bullets import bullet
from forumgraph.converters.participants.drafts import NOT_ACTORS
from forumgraph.converters.participants.entries import (
    are_forenames,
    as_bodies,
    before_text,
    called,
    calls_for_one,
    each_body,
    entries,
    grouped,
    heads_other,
    is_described,
    is_kind,
    is_state,
    is_text,
    is_told,
    person_of,
    tells_of_one,
    undivided,
)
from forumgraph.converters.participants.labelling import next_label, next_phrase, past_absent, past_time, sentence_end
from forumgraph.converters.participants.listings import believed
from forumgraph.converters.participants.mentions import Mention, mentions
from forumgraph.converters.participants.people import People
from forumgraph.converters.participants.roles import OF_BODIES, UMBRELLA, Claim, Label, label, names_bodies
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.participants.speakertable import Table
from forumgraph.converters.participants.stakeholders import believed_people, without_groups
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line
    from forumgraph.model import Block

_LONG = 220
"""A paragraph longer than this is text, and no list entry."""
_FEW_WORDS = 4
_FEW_PEOPLE, _FIRST = 2, 3
"""The second: blocks at the beginning where a paragraph with a colon may be a title."""
_LONGEST_SPEAKER = 16
"""Tokens of a line that tells more of a person."""
_ANNOUNCED = 14
"""Tokens of the words that announce a list: "attended by representatives of the following organizations:"."""


@dataclass(slots=True)
class Roster:
    """What is known while the blocks of a session go by: the heading they stand under, the table they are in."""

    role: str = ""
    proven: bool = False
    """Whether something under the heading was an actor beyond doubt, so that plain names beside it are believed."""
    weak: bool = False
    """Whether the heading may stand over topics, too, so that only actors beyond doubt count."""
    seen: int = 0
    """Blocks so far; the first may be titles with a colon."""
    announced: bool = False
    """Whether the last words of a paragraph announced the list."""
    named: Mention | None = None
    """The person whose name fills the line before, of whom the next line may tell more."""
    bodies: bool = False
    """Whether the heading calls for bodies, so that plain names are believed."""
    state: Mention | None = None
    """The State whose name fills the paragraph before: it takes part, or those below take part for it."""
    series: int = -1
    """The numbered list in which the heading is an item itself, whose other items stand beside it and not under it."""
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
        elif (read := self.table.row(line, grammar, self.role)) is not None:
            for mention, role in read:
                self._claim(mention, role, "roster.table")
            return True
        found = self._labelled(line, grammar, block)
        if found or block.kind is BlockKind.HEADING:
            if not found and not (self.role == "participant" and (is_kind(line, grammar) or is_state(line))):
                self._head("")
            self.people.heading(line, grammar)
            return found
        if self._entry(line, grammar, block):
            return True
        claimed = [] if self.role else list(self.people.claims(line, grammar, block))
        self.claims.extend(claimed)
        told = bullet(line, grammar, block, first=self.seen <= _FIRST) if not claimed else None
        self.claims.extend([told] if told else [])
        self._ends_announcing(line, grammar, block)
        return bool(claimed)

    def finish(self) -> None:
        """Keep what waited for the lines below it."""
        if self.state is not None:
            self._claim(self.state, "participant", "roster.heading")
            self.state = None

    def _head(self, role: str) -> None:
        self.finish()
        self.role, self.proven, self.weak, self.named, self.announced, self.series = role, False, False, None, False, -1
        self.bodies = False
        self.doubts.extend(self.pending)
        self.pending.clear()

    def _labelled(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read "Label: actors" and labels that stand alone; several labels may follow each other in one block."""
        first = past_time(line, grammar, block)
        found = label(line, grammar, first) if first < len(line.words) else None
        if found is None:
            self._inner_labels(line, grammar)
            return False
        if found.alone:
            self._bracketed(line, grammar, first, found.end)
            self._head(found.role)
            self.weak, self.bodies = found.weak, found.bodies
            self.series = block.list if block.marker[:1].isdigit() else -1
            return True
        self._head("")
        told = False
        while found:
            stop, following = next_label(line, grammar, found.end)
            told = told or is_told(line, grammar, found.end, stop)
            self._take(line, grammar, found.end, stop, found)
            found = following
        return not told

    def _ends_announcing(self, line: Line, grammar: Grammar, block: Block) -> None:
        """Read the role of a list that a paragraph announces with its last words: "... Panellists included:"."""
        if block.kind is not BlockKind.PARAGRAPH or len(line.words) < _FEW_WORDS or line.words[-1].text != ":":
            return
        last = len(line.words) - 1
        for first in range(last - 1, max(0, last - _ANNOUNCED), -1):
            found = grammar.following.longest(line.words, first, last)
            if found and found[1] != UMBRELLA:
                self._head(found[1])
                self.announced, self.bodies = True, names_bodies(line, grammar, found[0], last)
                return
            if line.is_name(first) or line.words[first].text == ".":
                return

    def _bracketed(self, line: Line, grammar: Grammar, first: int, end: int) -> None:
        """Read the label in "Panel discussion (moderator: Jane Doe)"."""
        opener = next((i for i in range(first, end) if line.words[i].text == "("), end)
        inner = label(line, grammar, opener + 1) if opener + 1 < end else None
        if inner and not inner.alone and inner.end < end:
            self._take(line, grammar, inner.end, end - 1, inner)

    def _inner_labels(self, line: Line, grammar: Grammar) -> None:
        """Read labels at the beginning of later sentences of a text."""
        _, found = next_label(line, grammar, 0)
        while found:
            stop, following = next_label(line, grammar, found.end)
            if not found.weak or line.words[found.end - 1].text == ":":
                self._take(line, grammar, found.end, stop, found)
            found = following

    def _take(self, line: Line, grammar: Grammar, first: int, end: int, found: Label) -> None:
        """Read the actors after a label, up to words that give the ones after them another role: "UCLG, in cooperation with GIZ"."""
        if first >= end or line.gap(first)[-1:] in {"'", "‘"}:
            return  # What is quoted is a title: "Panel 2 - 'Ferries'".
        joined = next_phrase(line, grammar, first, end)
        stop = joined[0] if joined else end
        text = is_text(line, grammar, first, stop)
        whole = names_from(line, grammar, first)[0] if text else undivided(line, grammar, first, stop)
        segments, people = without_groups(line, grammar, whole)
        one = tells_of_one(line, grammar, segments) or calls_for_one(line, grammar, found, segments)
        forenames = found.role == "participant" and are_forenames(line, grammar, segments)
        read = called(line, segments) if forenames else believed(grouped(line, grammar, segments, single=one))
        read = each_body(line, grammar, segments) if found.bodies else believed_people(line, read, people)
        several = len(read) > _FEW_PEOPLE and all(m.actor.kind == "person" for m in read)
        weak = found.weak and not several and not any(m.sure for m in read)
        for mention in read:
            if not grammar.phrases["unnamed"].longest(line.words, line.at(mention.actor.span.start)):
                self._claim(mention, found.role, "roster.label", weak=weak and not forenames)
        if joined:
            self._take(line, grammar, joined[1], end, replace(found, role=joined[2], weak=False))

    def _claim(self, mention: Mention, role: str, rule: str, *, weak: bool = False) -> None:
        """Keep a claim, or a doubt: after "Panel:" a plain name may as well be a topic."""
        if mention.actor.kind in NOT_ACTORS:
            return
        plain = not mention.sure
        if plain and (weak or (mention.actor.kind != "person" and not _names_body(mention, role))):
            self.doubts.append(mention)
        else:
            self.claims.append(Claim(mention, role, mention.span, rule))

    def _entry(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read what stands under a heading that is a role: one actor an item, an enumeration in a paragraph."""
        if not self.role or not line.words or (self.weak and len(block.text) > _LONG):
            return False
        absent = past_absent(line, grammar, 0)
        if absent == len(line.words) or self.series == block.list >= 0 or heads_other(line, block.text, grammar):
            self._head("")
            return False
        if absent or self._describes(line, grammar) or (self.role == "participant" and is_kind(line, grammar)):
            return True
        self.named = None
        told = self.announced or not (self.weak or self.role in OF_BODIES or self.role == "participant")
        if told and block.kind is BlockKind.ITEM and is_text(line, grammar, 0, len(line.words)):
            self._introduced(line, grammar)
            return False
        joined = grammar.following.longest(line.words, 0)
        if joined and joined[1] != UMBRELLA and len(block.text) <= _LONG:
            self._take(line, grammar, joined[0], len(line.words), Label(joined[1], joined[0], alone=False, weak=False))
            return True
        colon = next((i for i in range(1, len(line.words)) if line.words[i].text == ":"), len(line.words))
        end = sentence_end(line, colon)
        good = kept = False
        if len(block.text) <= _LONG or end < len(line.words) or ";" in block.text:
            end = before_text(line, grammar, end)
            of_people = not self.bodies and self.role not in OF_BODIES
            read = [] if is_text(line, grammar, 0, end) else entries(line, grammar, end, of_people=of_people)
            if end == colon < (after := sentence_end(line, len(line.words), colon + 1)):
                read = person_of(line, grammar, colon, after) or read
            read = as_bodies(read) if self.bodies else read
            good = any(
                m.sure or (not self.weak and (m.actor.kind == "person" or _names_body(m, self.role))) for m in read
            )
            kept = self._listed(read, good=good, item=block.kind is BlockKind.ITEM)
            alone = good and len(read) == 1 and read[0].actor.kind == "person" and block.kind is BlockKind.PARAGRAPH
            self.named = read[0] if alone and not is_described(read[0]) else None
        odd = self.role == "participant" and "," in block.text and not is_text(line, grammar, 0, len(line.words))
        if not (kept or odd) and block.kind is BlockKind.PARAGRAPH:
            self._head("")
        return kept or odd

    def _describes(self, line: Line, grammar: Grammar) -> bool:
        """Read a line that tells more of the person whose name alone stands above: "Executive Director, Rivers Fund"."""
        named, end = self.named, len(line.words)
        if named is None or self.role in OF_BODIES or end > _LONGEST_SPEAKER or is_text(line, grammar, 0, end):
            return False
        inner = line.words[0].text == "("
        read = entries(line, grammar, end)
        if any(w.text in ":;" for w in line.words) or (not inner and any(m.actor.kind == "person" for m in read)):
            return False
        actor = replace(named.actor, posts=(*named.actor.posts, *(post for m in read for post in m.actor.posts)))
        self.named = replace(named, actor=actor, sure=True)
        self._claim(self.named, self.role, "roster.heading")
        return True

    def _introduced(self, line: Line, grammar: Grammar) -> None:
        """Read the person with whom a told item begins: "Jane Doe, Director of ICLEI, who asked"."""
        found, _ = names_from(line, grammar, 0)
        read = mentions(line, grammar, found, single=True) if found else []
        if len(read) == 1 and read[0].actor.kind == "person":
            self._claim(read[0], self.role, "roster.heading")

    def _listed(self, read: Sequence[Mention], *, good: bool, item: bool) -> bool:
        """Keep the actors of an entry; plain names, and persons below words that may head topics, are believed once another entry speaks for them."""
        if read and read[0].actor.kind == "person":
            self.state = None
        self.finish()
        if not item and self.role == "participant" and len(read) == 1 and read[0].actor.kind == "government":
            self.state = read[0]
            return True
        plain = [m for m in read if not m.sure and m.actor.kind == "organization"]
        told = [m for m in read if m.actor.kind == "person" and is_described(m)]
        waiting = told if len(told) == len(read) else plain if item and len(read) == 1 and not self.weak else []
        if good:
            self.proven = self.proven or item
            for mention in read:
                self._claim(mention, self.role, "roster.heading", weak=self.weak)
        elif waiting:
            self.pending.extend(replace(m, sure=True) for m in waiting)
            self.proven = self.proven or (waiting is told and len(self.pending) >= _FEW_PEOPLE)
        if self.proven:
            for mention in self.pending:
                self._claim(mention, self.role, "roster.heading")
            self.pending.clear()
        return good or (waiting is told and bool(told))


def _names_body(mention: Mention, role: str) -> bool:
    """Tell whether a plain name may be taken as a body in a role; of one word, it must be in a role that bodies have."""
    name = mention.actor.name
    return role in OF_BODIES and name[:1].isupper() and len(name) > 2 and len(name.split()) <= 6
