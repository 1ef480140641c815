"""The text of a document cut into rows, with its passages marked and the notes beside them.

Marks lie inside one another. Where two passages cross, the later one is cut in two, and only its first part bears its name; together they are its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.graph.shown.exhibits import DocumentShown, Note, Quote


@dataclass(frozen=True, slots=True)
class Row:
    """Some lines of the text with what was read from them.

    Attributes:
        html: the text, escaped, with `mark` elements whose `id` is the fragment of their passage (RFC 5147).
        reason: why nothing was read from the row; empty where something was.
        place: where it is in the source.
    """

    html: Markup
    notes: tuple[Note, ...]
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch to be marked; `first` is whether it is not the rest of one that was cut, and `fragment` names it."""

    start: int
    end: int
    fragment: str
    first: bool = True
    reason: str = ""


def rows(document: DocumentShown) -> tuple[Row, ...]:
    """Return the whole text of a document in rows; laid end to end they are the text."""
    noted = {(each.start, each.end) for each in document.notes}
    quoted = {(each.start, each.end) for each in document.quotes}
    unused = {(each.start, each.end): each.reason for each in document.sentences if each.reason}
    only = unused.keys() & quoted - noted  # passages that are told of because nothing was read from them
    marks = [_Mark(start, end, f"char={start},{end}") for start, end in sorted(quoted - only)]
    marks += [
        _Mark(start, end, f"char={start},{end}" if (start, end) in only else "", reason=reason)
        for (start, end), reason in unused.items()
    ]
    marks = sorted((mark for mark in marks if mark.start < mark.end), key=_outermost)
    found = []
    for start, end in _stretches(document.text, marks):
        inner = [mark for mark in marks if start <= mark.start and mark.end <= end]
        found.append(_row(document, start, end, inner))
    return tuple(found)


def _outermost(mark: _Mark) -> tuple[int, int, bool]:
    return (mark.start, -mark.end, not mark.reason)


def _stretches(text: str, marks: Sequence[_Mark]) -> Iterator[tuple[int, int]]:
    """Cut the text at the ends of lines that no mark goes over."""
    ends: list[tuple[int, int]] = []
    start = 0
    index, reach = 0, 0
    while start < len(text):
        stop = text.find("\n", max(start, reach))
        stop = len(text) if stop < 0 else stop
        while index < len(marks) and marks[index].start < stop:
            reach = max(reach, marks[index].end)
            index += 1
        if reach > stop:
            continue
        ends.append((start, min(stop + 1, len(text))))
        start = stop + 1
    return iter(ends)


def _row(document: DocumentShown, start: int, end: int, marks: Sequence[_Mark]) -> Row:
    notes = tuple(note for note in document.notes if start <= note.start and note.end <= end)
    reasons = dict.fromkeys(mark.reason for mark in marks if mark.reason)
    first: Quote | None = next((quote for quote in document.quotes if start <= quote.start < end), None)
    html = Markup("").join(_marked(document.text, start, end, marks))
    return Row(html, notes, "; ".join(reasons) if not notes else "", first.place if first else "")


def _marked(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Markup]:
    """Yield escaped text and tags, every tag closed where it has to be."""
    waiting = sorted(marks, key=_outermost)
    open_: list[_Mark] = []
    place = start
    while waiting or open_:
        closing = open_[-1].end if open_ else end + 1
        if waiting and waiting[0].start < closing:
            mark = waiting.pop(0)
            yield _words(text, place, mark.start)
            place = mark.start
            if mark.end > closing:
                waiting.append(_Mark(closing, mark.end, mark.fragment, first=False, reason=mark.reason))
                waiting.sort(key=_outermost)
                mark = _Mark(mark.start, closing, mark.fragment, mark.first, mark.reason)
            open_.append(mark)
            yield _opening(mark)
        else:
            mark = open_.pop()
            yield _words(text, place, mark.end)
            place = mark.end
            yield Markup("</span>") if mark.reason else Markup("</mark>")
    yield _words(text, place, end)


def _opening(mark: _Mark) -> Markup:
    if mark.reason:
        name = Markup(' id="{}"').format(mark.fragment) if mark.fragment and mark.first else ""
        return Markup('<span class="unused"{} title="not used: {}">').format(name, mark.reason)
    if not mark.first:
        return Markup('<mark data-rest-of="{}">').format(mark.fragment)
    return Markup('<mark id="{}">').format(mark.fragment)


def _words(text: str, start: int, end: int) -> Markup:
    return escape(text[start:end])
