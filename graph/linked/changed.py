"""Which statements have to be compared again after others came, went or weigh something else; all others are related as they were.

A statement is compared with the earlier ones with which it has the most weight in common by its keys (`meeting`). What came or went, and what a key remembers or
forgets for it, concerns it only where it is, or was, among these. One whose stems weigh something else because others came or went meets the same
statements as before, and concerns those alone with which its likeness reaches a threshold. So a document that changes costs as much as it has neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from forumgraph.graph.linked.meeting import Keys, TwoRuns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from forumgraph.graph.linked.lastrun import Compared, Row
    from forumgraph.graph.linked.meeting import Key, Weighed


def keys_of(rows: Collection[Row]) -> Keys:
    """Return the keys of all statements of one language."""
    return Keys((row.stems for row in rows if not row.state), (row.stems for row in rows if row.state))


class Changes:
    """What changed between the statements of two runs in one language.

    Args:
        before: statements of the last run in the order of time, with what they were compared with.
        rows: those of this one.
        keys: of this one.
        near: tells of two statements whether they are alike enough to be related.
        compared: how many statements one is compared with at most.
    """

    def __init__(
        self,
        before: Mapping[Row, Compared],
        rows: Collection[Row],
        keys: Keys,
        near: Callable[[Row, Row], bool],
        compared: int,
    ) -> None:
        self.before = before
        self.near = near
        self.compared = compared
        self.keys, self.was = keys, keys_of(before)
        known, stems = frozenset(rows), self.was.differing(keys)
        self.moved = {row for row in rows if row not in before or not stems.isdisjoint(row.stems)}
        self.gone = [row for row in reversed(tuple(before)) if row not in known and not row.state]
        self.own: dict[int, frozenset[Key]] = {}
        self.ways: dict[int, int] = {}
        self.touched: dict[Key, TwoRuns] = {}
        self.weighed: defaultdict[Key, list[Row]] = defaultdict(list)
        for row in self.gone:
            self._moved(row, _keys(self.was, row), frozenset())
        for row in self.moved:
            if not row.state:
                self._moved(row, _keys(self.was, row) if row in before else frozenset(), _keys(keys, row))

    def _moved(self, row: Row, was: frozenset[Key], now: frozenset[Key]) -> None:
        """Note a statement that came, went, or weighs something else and may have other keys than before."""
        self.own[id(row)] = was | now
        self.ways[id(row)] = bool(now) - bool(was)
        for key in was ^ now:
            self.touched.setdefault(key, TwoRuns())
        for key in was & now:
            self.weighed[key].append(row)

    def add(self, row: Row, keys: Weighed) -> None:
        """Let a statement of this run be met by later ones."""
        self._enter(row, keys, 1)
        if row in self.before:
            self._enter(row, tuple(self.was.of(row.stems)) if row in self.moved else keys, -1)

    def _enter(self, row: Row, keys: Weighed, run: int) -> None:
        for key, _ in keys:
            if key in self.touched:
                self.touched[key].add(row, run)

    def unchanged(self, row: Row, keys: Weighed) -> Compared | None:
        """Return what a statement was compared with, if it is compared with the same; None where that is not sure. Those before it were added."""
        while self.gone and self.gone[-1][:4] < row[:4]:
            gone = self.gone.pop()
            self._enter(gone, tuple(self.was.of(gone.stems)), -1)
        if row in self.moved:
            return None
        old, more = self.before[row], 0
        known = {each.earlier for each in old.found}
        for change, met in self._met(row, keys):
            if old.reach > 0 and self._common(keys, change) < old.reach:
                continue
            if met and (old.reach > 0 or met != self.ways.get(id(change))):
                return None
            if change.node in known or (met >= 0 and self.near(row, change)):
                return None
            more += met
        return self._counted(old, more)

    def _met(self, row: Row, keys: Weighed) -> Collection[tuple[Row, int]]:
        """Return the statements of other documents that a statement meets in one run alone, or that weigh something else, each with 1 where it is met only now, -1 where it was."""
        met: dict[int, tuple[Row, int]] = {}
        for key, _ in keys:
            met |= {
                id(each): (each, 0) for each in self.weighed.get(key, ()) if each[:4] < row[:4] and id(each) not in met
            }
            if key in self.touched:
                met |= self.touched[key].differing
        return [each for each in met.values() if each[0].document != row.document]

    def _common(self, keys: Weighed, change: Row) -> int:
        """Return the most weight that a statement has in common with another one, in either run."""
        own = self.own.get(id(change))
        if own is None:
            own = self.own[id(change)] = _keys(self.keys, change)
        return sum([weight for key, weight in keys if key in own])

    def _counted(self, old: Compared, more: int) -> Compared | None:
        if old.reach > 0 or not more:
            return old
        number = more - old.reach
        return type(old)(-number, old.found) if number <= self.compared else None


def _keys(keys: Keys, row: Row) -> frozenset[Key]:
    return frozenset(key for key, _ in keys.of(row.stems))
