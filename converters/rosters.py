"""Lists of actors on the page: "Moderator: X", a heading "Speakers" with what stands under it, tables of names, speaker bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.converters.drafts import NOT_ACTORS
from forumgraph.converters.line import Segment
from forumgraph.converters.mentions import Mention, mentions
from forumgraph.converters.posts import looks_like_person
from forumgraph.converters.roles import OF_BODIES, Claim, Label, label
from forumgraph.converters.segments import names_from, parts
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.grammar import Grammar
    from forumgraph.converters.line import Line
    from forumgraph.model import Block

_TIME = re.compile(
    r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}) ?(?:[ap]\.?m\.?|hrs|h)?(?: ?(?:-|–|to|à|a) ?\d{1,2}[:.h]\d{2} ?(?:[ap]\.?m\.?|hrs|h)?)? ?[-–—:|.]? ?"
)
_LONG = 220
"""A paragraph longer than this is text, and no list entry."""
_FEW_WORDS = 4
_LONGEST_SPEAKER = 16
"""Tokens before the colon of a speaker bullet."""


@dataclass(slots=True)
class Roster:
    """What is known while the blocks of a session go by: the heading they stand under, the columns of their table."""

    role: str = ""
    columns: Sequence[str] = ()
    column_role: str = ""
    claims: list[Claim] = field(default_factory=list)
    doubts: list[Mention] = field(default_factory=list)

    def read(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read a block as part of a list of actors.

        Returns:
            Whether it is one, so that it needs not to be read as text.
        """
        if block.kind is not BlockKind.ROW:
            self.columns, self.column_role = (), ""
        if block.kind is BlockKind.ROW and self._row(line, grammar):
            return True
        found = self._labelled(line, grammar, block)
        if found or block.kind is BlockKind.HEADING:
            self.role = self.role if found else ""
            return found
        return self._entry(line, grammar, block) or self._bullet(line, grammar, block)

    def _labelled(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read "Label: actors" and labels that stand alone; several labels may follow each other in one block."""
        first = _past_time(line, block)
        found = label(line, grammar, first) if first < len(line.words) else None
        if found is None:
            self._inner_labels(line, grammar)
            return False
        if found.alone:
            self.role = "" if found.weak else found.role
            return not found.weak
        self.role = ""
        while found:
            stop, following = _next_label(line, grammar, found.end)
            self._take(line, grammar, found.end, stop, found)
            found = following
        return True

    def _inner_labels(self, line: Line, grammar: Grammar) -> None:
        """Read labels at the beginning of later sentences of a text."""
        _, found = _next_label(line, grammar, 0)
        while found:
            stop, following = _next_label(line, grammar, found.end)
            if not found.weak:
                self._take(line, grammar, found.end, stop, found)
            found = following

    def _take(self, line: Line, grammar: Grammar, first: int, end: int, found: Label) -> None:
        text = _is_text(line, grammar, first, end)
        segments = names_from(line, grammar, first)[0] if text else parts(line, grammar, first, end)
        for mention in mentions(line, grammar, segments):
            if not grammar.phrases["unnamed"].longest(line.words, line.at(mention.actor.span.start)):
                self._claim(mention, found.role, "roster.label", weak=found.weak)

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
        if not self.role or not line.words:
            return False
        end = next((i for i in range(1, len(line.words)) if line.words[i].text == ":"), len(line.words))
        end = _sentence_end(line, end)
        good = False
        if len(block.text) <= _LONG or end < len(line.words) or ";" in block.text:
            read = [] if _is_text(line, grammar, 0, end) else _entries(line, grammar, end)
            good = any(m.sure or m.actor.kind == "person" or _names_body(m, self.role) for m in read)
            for mention in read if good else ():
                self._claim(mention, self.role, "roster.heading")
        if not good and block.kind is BlockKind.PARAGRAPH:
            self.role = ""
        return good

    def _row(self, line: Line, grammar: Grammar) -> bool:
        """Read a row of a table whose head says which columns hold names, posts and bodies."""
        cells = _cells(line)
        if not self.columns:
            kinds = [_column(line, grammar, cell) for cell in cells]
            role = next(
                (f[1] for c in cells if c[0] < c[1] and (f := grammar.labels.longest(line.words, *c)) and f[0] == c[1]),
                "",
            )
            plain = not any(
                m.sure or m.actor.kind == "person"
                for c in cells
                for m in mentions(line, grammar, parts(line, grammar, *c))
            )
            if "names" in kinds and plain and (len(set(kinds) - {""}) > 1 or role):
                self.columns, self.column_role = kinds, role
                return True
            return False
        first = grammar.labels.longest(line.words, *cells[0]) if cells[0][0] < cells[0][1] else None
        if first and first[0] == cells[0][1]:
            return False
        role = self.role or self.column_role
        ordered = [
            (k, c)
            for kind in ("names", "functions", "organisations")
            for k, c in zip(self.columns, cells, strict=False)
            if k == kind
        ]
        segments = [
            Segment(s.first, s.end, s.joint or ("," if number else ""), s.article)
            for number, (_, cell) in enumerate(ordered)
            for s in parts(line, grammar, *cell)
        ]
        for mention in mentions(line, grammar, segments, single=True) if role else ():
            self._claim(mention, role, "roster.table")
        return True

    def _bullet(self, line: Line, grammar: Grammar, block: Block) -> bool:
        """Read the speaker of "Jane Doe (ICLEI): sentence"; the sentence itself is for others to read."""
        if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or not line.words:
            return False
        found, after = names_from(line, grammar, 0)
        colon = next((i for i in range(min(len(line.words), _LONGEST_SPEAKER)) if line.words[i].text == ":"), after)
        if after < colon and not _is_text(line, grammar, 0, colon):
            found, after = parts(line, grammar, 0, colon), colon
        if not found or after >= len(line.words) - _FEW_WORDS or line.words[after].text != ":":
            return False
        read = mentions(line, grammar, found, single=True)
        rest = line.words[after + 1 : after + 1 + _FEW_WORDS]
        if len(read) == 1 and _speaks(line, read[0]) and any(w.text.islower() for w in rest):
            self.claims.append(Claim(read[0], "speaker", read[0].span, "roster.bullet"))
        return False


def _speaks(line: Line, mention: Mention) -> bool:
    actor = mention.actor
    if actor.kind in {"person", "post"}:
        return mention.sure
    whole = (bool(mention.key) and actor.kind == "organization") or (mention.sure and actor.kind == "constituency")
    return whole and (bool(actor.acronym) or " " in actor.name) and line.words[0].start <= mention.span.start


def _entries(line: Line, grammar: Grammar, end: int) -> list[Mention]:
    """Read one actor with all that is said of it, or, where every part has the form of a person's name, several."""
    segments = parts(line, grammar, 0, end)
    people = [s for s in segments if looks_like_person(line, grammar, s.first, s.end)]
    return mentions(line, grammar, segments, single=len(people) < 3 or len(people) < len(segments))


def _is_text(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether words are a sentence and no names: they have a verb, or small words that names do not have."""
    inside = ("connectors", "links", "articles", "particles", "ands", "belonging")
    for index in range(first, end):
        word = line.words[index]
        if grammar.verbs.longest(line.words, index, end) and word.text.islower():
            return True
        if (
            word.text.islower()
            and word.fold in grammar.function
            and not any(grammar.has(row, word.fold) for row in inside)
        ):
            return True
    return False


def _names_body(mention: Mention, role: str) -> bool:
    """Tell whether a plain name may be taken as a body in a role; of one word, it must be in a role that bodies have."""
    name = mention.actor.name
    return role in OF_BODIES and name[:1].isupper() and len(name) > 2 and len(name.split()) <= 6


def _past_time(line: Line, block: Block) -> int:
    """Return the index after the time an agenda line begins with."""
    match = _TIME.match(block.text)
    return line.at(block.span.start + match.end()) if match else 0


def _next_label(line: Line, grammar: Grammar, first: int) -> tuple[int, Label | None]:
    """Return where the actors of a label end: at the next label or the end of the sentence."""
    for index in range(first + 1, len(line.words)):
        if (
            line.words[index].text[0].isupper()
            and line.words[index - 1].text in ".;|)"
            and (found := label(line, grammar, index))
        ):
            return _sentence_end(line, index, first), None if found.alone else found
    return _sentence_end(line, len(line.words), first), None


def _sentence_end(line: Line, end: int, first: int = 0) -> int:
    """Return where the sentence ends: at a point that no abbreviation or initial has."""
    for index in range(first + 1, end):
        if line.words[index].text == "." and index + 1 < len(line.words) and line.gap(index + 1):
            before = line.words[index - 1].text
            if len(before) > 4 or (len(before) > 1 and before.isupper()):
                return index
    return end


def _cells(line: Line) -> list[tuple[int, int]]:
    cells: list[tuple[int, int]] = []
    first = 0
    for index, word in enumerate(line.words):
        if word.text == "|":
            cells.append((first, index))
            first = index + 1
    return [*cells, (first, len(line.words))]


def _column(line: Line, grammar: Grammar, cell: tuple[int, int]) -> str:
    for kind in ("functions", "organisations", "names"):
        found = grammar.phrases[kind].longest(line.words, *cell) if cell[0] < cell[1] else None
        if found and found[0] == cell[1]:
            return kind
    return ""
