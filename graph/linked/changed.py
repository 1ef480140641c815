"""Which statements have to be compared again after others came, went or weigh something else; all others are related as they were.

A statement is compared with the earlier ones with which it has the most weight in common by its keys (`meeting`). So what came or went concerns it only where
it is, or was, among these, or makes a full key forget another one. One whose stems weigh something else because others came or went meets the same
statements as before, and concerns those alone with which its likeness reaches a threshold. So a document that changes costs as much as it has neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.linked.meeting import Keys

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from forumgraph.graph.linked.lastrun import Compared, Row
    from forumgraph.graph.linked.meeting import Key, Postings, Weighed


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that others may have met.

    Attributes:
        met: how many more statements are met where it is: one less where it went, none where it only weighs something else.
    """

    row: Row
    met: int


def keys_of(rows: Collection[Row]) -> Keys:
    """Return the keys of all statements of one language."""
    return Keys((row.stems for row in rows if not row.state), (row.stems for row in rows if row.state))


class Changes:
    """What changed between the statements of two runs in one language.

    Args:
        before: statements of the last run, with what they were compared with.
        rows: those of this one.
        keys: of this one.
        near: tells of two statements whether they are alike enough to be related.
        compared: how many statements one is compared with at most.
    """

    def __init__(
        self,
        before: Mapping[Row, Compared],
        rows: Sequence[Row],
        keys: Keys,
        near: Callable[[Row, Row], bool],
        compared: int,
    ) -> None:
        self.before = before
        self.near = near
        self.compared = compared
        was, known = keys_of(before), frozenset(rows)
        stems = was.differing(keys)
        self.moved = {row for row in rows if row not in before or not stems.isdisjoint(row.stems)}
        self.by_key: defaultdict[Key, list[Change]] = defaultdict(list)
        for row in before:
            if row not in known:
                self._note(Change(row, -1), was)
        for row in self.moved:
            self._moved(row, was, keys)

    def _moved(self, row: Row, was: Keys, keys: Keys) -> None:
        """Note a statement that is new or weighs something else, and may have other keys than before."""
        if row not in self.before:
            self._note(Change(row, 1), keys)
        elif {key for key, _ in was.of(row.stems)} == {key for key, _ in keys.of(row.stems)}:
            self._note(Change(row, 0), keys)
        else:
            self._note(Change(row, -1), was)
            self._note(Change(row, 1), keys)

    def _note(self, change: Change, keys: Keys) -> None:
        if not change.row.state:
            for key, _ in keys.of(change.row.stems):
                self.by_key[key].append(change)

    def unchanged(self, row: Row, keys: Weighed, postings: Postings) -> Compared | None:
        """Return what a statement was compared with, if it is compared with the same; None where that is not sure.

        Args:
            postings: the statements before it.
        """
        if row in self.moved:
            return None
        old, common = self.before[row], self._common(row, keys, postings)
        if common is None:
            return None
        known = {each.earlier for each in old.found}
        more = 0
        for change, weight in common:
            if old.reach > 0 and weight < old.reach:
                continue
            if (
                (old.reach > 0 and change.met)
                or change.row.node in known
                or (change.met >= 0 and self.near(row, change.row))
            ):
                return None
            more += change.met
        return self._met(old, more)

    def _common(self, row: Row, keys: Weighed, postings: Postings) -> Iterable[tuple[Change, int]] | None:
        """Return the changes that a statement meets, with the weight in common; None where a full key may have forgotten another statement for them."""
        met: dict[int, tuple[Change, int]] = {}
        order = row[:4]
        for key, weight in keys:
            changes = [each for each in self.by_key.get(key, ()) if each.row[:4] < order]
            moved = [(each.row[:4], each.met) for each in changes if each.met]
            forgot = postings.forgot(key, moved) if moved else False
            if forgot is None:
                return None
            for each in changes:
                if each.row.document != row.document and not (forgot and each.met):
                    met[id(each)] = each, met.get(id(each), (each, 0))[1] + weight
        return met.values()

    def _met(self, old: Compared, more: int) -> Compared | None:
        if old.reach > 0 or not more:
            return old
        number = more - old.reach
        return type(old)(-number, old.found) if number <= self.compared else None
