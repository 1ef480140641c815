"""Tables of people: a head that says which columns hold names, posts and bodies, and rows that may name a role each."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.entries import from_parts, undivided
from forumgraph.converters.participants.labelling import next_phrase
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.posts import is_person
from forumgraph.converters.participants.segments import parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line, Segment

Cell = tuple[int, int]
"""Token indexes, half open."""
_PAIR = 2
_ORDER = ("names", "functions", "organisations")
_HEADS = ("functions", "organisations", "names", "given_names", "family_names")
_JOINTS = frozenset({"/", "&", ",", "(", ")", "s"})


@dataclass(slots=True)
class Table:
    """What is known of a table while its rows go by.

    Attributes:
        columns: what each column holds, as rows of [posts]; empty before the head.
        roles: those that the head gives: one to everybody in the table, several to who stands in each column ("Moderator | Speakers").
        last: role of the row before, which an empty cell repeats.
    """

    columns: Sequence[str] = ()
    roles: Sequence[str] = ()
    last: str = ""

    def row(self, line: Line, grammar: Grammar, heading: str) -> list[tuple[Mention, str]] | None:
        """Read a row.

        Args:
            line: its words.
            grammar: of their language.
            heading: role that the heading above the table gives; empty if none.

        Returns:
            The actors with their roles; None where the row is none of a table of people.
        """
        cells = _cells(line)
        if not self.columns:
            return [] if self._head(line, grammar, cells) else None
        if _whole_label(line, grammar, cells[0]):
            return None
        if any(_is_whole(line, grammar, "absent", cell) for cell in cells):
            return []
        if len(self.roles) > 1:
            told = zip(self.roles, cells, strict=False)
            return [each for role, cell in told if role for each in _in_cell(line, grammar, cell, role)]
        role = self._role(line, grammar, cells) or heading or "".join(self.roles)
        labelled = [_behind_label(line, grammar, cell) for cell in cells]
        role = next((own for _, own in labelled if own), role)
        held = (self._held(line, grammar, [cell for cell, _ in labelled], kind) for kind in _ORDER)
        found = _each(line, grammar, *held) if role else []
        return [(m, role) for segments in found for m in from_parts(line, grammar, segments)]

    def _held(self, line: Line, grammar: Grammar, cells: Sequence[Cell], wanted: str) -> list[Segment]:
        """Take the cells of a row apart that hold what is wanted."""
        held = (cell for kind, cell in zip(self.columns, cells, strict=False) if kind == wanted)
        return [replace(s, joint=s.joint or ",") for cell in held for s in undivided(line, grammar, *cell)]

    def _head(self, line: Line, grammar: Grammar, cells: Sequence[Cell]) -> bool:
        """Read the head of a table; a row that names somebody is none."""
        kinds = [_column(line, grammar, cell) for cell in cells]
        roles = [_whole_label(line, grammar, cell) for cell in cells]
        given = dict.fromkeys(role for role in roles if role)
        plain = not any(
            m.key or m.actor.kind == "person" or (m.sure and m.actor.kind != "constituency")
            for kind, c in zip(kinds, cells, strict=True)
            if not (kind or _is_whole(line, grammar, "particulars", c))
            for m in mentions(line, grammar, parts(line, grammar, *c))
        )
        last = range(*cells[-1])
        short = len(last) < _PAIR + 1 and not any(line.words[i].text.isdigit() for i in last)
        known = "names" in kinds and (len(set(kinds) - {""}) > 1 or (given and (len(cells) != _PAIR or short)))
        fields = sum(_is_whole(line, grammar, "particulars", cell) for cell in cells)
        several = (len(given) > 1 or (given and fields > 1)) and set(kinds).isdisjoint(_ORDER[1:])
        if not plain or not (known or several):
            return False
        self.columns, self.roles = kinds, roles if several else [*given][:1]
        return True

    def _role(self, line: Line, grammar: Grammar, cells: Sequence[Cell]) -> str:
        """Return the role that a cell of the row gives; an empty cell repeats the one above."""
        others = [cell for kind, cell in zip(self.columns, cells, strict=False) if kind not in _ORDER]
        given = next((r for cell in others if (r := _whole_label(line, grammar, cell))), "")
        if given or any(first < end for first, end in others[-1:]):
            self.last = given
        return self.last


def _in_cell(line: Line, grammar: Grammar, cell: Cell, role: str) -> Iterator[tuple[Mention, str]]:
    """Yield who stands in a cell; words in it may give those behind them another role: "Boat Desk, with the support of Oslo"."""
    first, end = cell
    while first < end:
        stop, other, following = next_phrase(line, grammar, first, end)
        yield from ((m, role) for m in mentions(line, grammar, parts(line, grammar, first, stop)))
        first, role = other, following


def _each(
    line: Line, grammar: Grammar, names: list[Segment], functions: list[Segment], bodies: list[Segment]
) -> list[list[Segment]]:
    """Sort the parts of a row by the person of whom they tell; persons who share a cell share their body."""
    people = [number for number, part in enumerate(names) if part.joint != "("]
    if len(people) < _PAIR or not all(is_person(line, grammar, names[number]) for number in people):
        return [[*names, *functions, *bodies]]
    return [[*names[i:j], *bodies] for i, j in itertools.pairwise([*people, len(names)])]


def _behind_label(line: Line, grammar: Grammar, cell: Cell) -> tuple[Cell, str]:
    """Return a cell without the label it begins with, and the role that the label gives: "Facilitators: Jane Doe"."""
    first, end = cell
    found = grammar.labels.longest(line.words, first, end) if first < end else None
    if found and found[0] + 1 < end and line.words[found[0]].text == ":":
        return (found[0] + 1, end), found[1]
    return cell, ""


def _whole_label(line: Line, grammar: Grammar, cell: Cell) -> str:
    found = grammar.labels.longest(line.words, *cell) if cell[0] < cell[1] else None
    return found[1] if found and found[0] == cell[1] else ""


def _cells(line: Line) -> list[Cell]:
    cells: list[Cell] = []
    first = 0
    for index, word in enumerate(line.words):
        if word.text == "|":
            cells.append((first, index))
            first = index + 1
    return [*cells, (first, len(line.words))]


def _column(line: Line, grammar: Grammar, cell: Cell) -> str:
    """Return what a column holds by its head, of which the first word counts: "Name / Title", "Country and organisation"."""
    at, end = cell
    kind = ""
    while at < end:
        found = (grammar.phrases[row].longest(line.words, at, end) for row in _HEADS)
        stop, named = max((match[0] if match else 0, -n) for n, match in enumerate(found))
        if not stop:
            return ""
        kind = kind or _HEADS[-named]
        at = stop
        while at < end and (line.words[at].text in _JOINTS or grammar.phrases["ands"].longest(line.words, at, end)):
            at += 1
    return "names" if kind in {"given_names", "family_names"} else kind


def _is_whole(line: Line, grammar: Grammar, row: str, cell: Cell) -> bool:
    found = grammar.phrases[row].longest(line.words, *cell) if cell[0] < cell[1] else None
    return found is not None and found[0] == cell[1]
