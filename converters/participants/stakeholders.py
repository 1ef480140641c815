"""Kinds of stakeholders and regional groups by which lists sort persons: "Jane Doe, Civil Society, African Group" is one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forumgraph.converters.participants.posts import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_LONGEST_BRACKET = 6
_MARKS = frozenset(",;|()\n")


class Sorted(NamedTuple):
    """Parts of an enumeration without the kinds and groups that persons are sorted by.

    Attributes:
        people: the parts that a kind and a regional group follow, by where they begin; they are persons beyond doubt.
    """

    kept: list[Segment]
    people: frozenset[int]


def without_groups(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> Sorted:
    """Leave out what says by which kind and group a person is sorted, and what names nobody beside: "Civil Society, African Group"."""
    kept: list[Segment] = []
    people: set[int] = set()
    person, past = -1, 0
    for segment in segments:
        if segment.first < past:
            continue
        person = -1 if segment.joint == ";" else person
        kind = _past(line, grammar, "stakeholders", segment.first)
        region = _past(line, grammar, "regional_groups", kind + 1) if kind and _goes_on(line, kind) else 0
        if kind and segment.joint != "and" and (region or person >= 0):
            past = region or kind
            people.update({person} if region and person >= 0 else ())
            continue
        kept.append(segment)
        if person < 0 and is_person(line, grammar, segment):
            person = segment.first
    return Sorted(kept, frozenset(people))


def _past(line: Line, grammar: Grammar, row: str, first: int) -> int:
    """Return where a phrase ends that fills a part, with its bracket ("GRULAC"); else 0."""
    found = grammar.phrases[row].longest(line.words, first)
    if not found:
        return 0
    end = found[0]
    if end < len(line.words) and line.words[end].text == "(":
        near = range(end + 1, min(end + _LONGEST_BRACKET, len(line.words)))
        end = next((i + 1 for i in near if line.words[i].text == ")"), end)
    whole = end >= len(line.words) or line.words[end].text in _MARKS or line.parted(end) or _is_last(line, end)
    return end if whole else 0


def _is_last(line: Line, end: int) -> bool:
    return line.words[end].text == "." and end + 1 == len(line.words)


def _goes_on(line: Line, end: int) -> bool:
    return end + 1 < len(line.words) and line.words[end].text in ",|"
