"""Which automatically numbered paragraphs of a Word file make one list, and how deep they stand.

Word counts, but does not know lists: a numbering may run through the whole file, and what looks like a sub-list is often a numbering of its
own that is indented further. So a list ends where its numbers begin again, a list of bullets also where something else comes between, and a
list that begins deeper than the items right before it stands inside theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.converters.readers.flow import Flow
    from forumgraph.converters.readers.numbering import Label


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the last item of one numbering and level stood."""

    label: Label
    number: int
    depth: int
    remarks: int


class WordLists:
    """Places the labels of one file, in order.

    Args:
        flow: numbers the lists and counts what comes between.
    """

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._last: dict[tuple[str, int], _Place] = {}
        self._open: list[_Place] = []

    def place(self, label: Label) -> tuple[int, int]:
        """Return the number of the list a labelled paragraph belongs to, and its level in it from 0."""
        last = self._last.get((label.key, label.level))
        if last is None or label.restarts or (not label.numbered and last.remarks != self._flow.remarks):
            number, depth = self._flow.new_list(), self._depth(label)
        else:
            number, depth = last.number, last.depth
        found = _Place(label, number, depth, self._flow.remarks)
        self._last[label.key, label.level] = found
        self._open = [place for place in self._current() if place.depth < depth]
        self._open.append(found)
        return number, depth

    def _current(self) -> list[_Place]:
        """Return the items that are open, which are none after a remark."""
        return self._open if self._open and self._open[-1].remarks == self._flow.remarks else []

    def _depth(self, label: Label) -> int:
        """Return the level of an item that begins a list: below its own numbering's last level, else below a smaller indent."""
        for place in reversed(self._current()):
            if place.label.key == label.key and place.label.level < label.level:
                return place.depth + label.level - place.label.level
            if place.label.key != label.key and place.label.indent < label.indent:
                return place.depth + 1
        return label.level
