"""Answers that were given before: the data do not change while they are served, so the same question has the same answer."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.graph.served.endpoint import Question
    from forumgraph.responses import Response

_ROOM = 32 * 2**20
_LARGEST = 2**20
_CHANGING = re.compile(r"\b(?:now|rand|uuid|struuid|bnode)\b", re.IGNORECASE)


class Remembered:
    """The answers that were asked for last, as far as there is room. For one thread."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Question, str], Response] = OrderedDict()
        self._taken = 0

    def get(self, question: Question, syntax: str) -> Response | None:
        """Return what was answered; None where that is not known any more."""
        found = self._kept.get((question, syntax))
        if found:
            self._kept.move_to_end((question, syntax))
        return found

    def put(self, question: Question, syntax: str, response: Response) -> None:
        """Keep an answer, unless it is large, or its query asks for what differs each time."""
        if len(response.body) > _LARGEST or _CHANGING.search(question.text) or (question, syntax) in self._kept:
            return
        self._kept[question, syntax] = response
        self._taken += _weight(question, response)
        while self._taken > _ROOM:
            (old, _), forgotten = self._kept.popitem(last=False)
            self._taken -= _weight(old, forgotten)


def _weight(question: Question, response: Response) -> int:
    return len(response.body) + 4 * len(question.text) + 1000
