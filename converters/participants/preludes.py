"""Persons named before the subject of a sentence: "Quoting Jane Doe, Ann Roe said", "After Jane Doe, Ann Roe spoke"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.posts import looks_like_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_PAIR = 2
_WITH_GERUND = 3
"""Words of a name of two and what stands before it."""


def is_gerund(line: Line, grammar: Grammar, found: Sequence[Segment]) -> bool:
    """Tell whether a sentence begins with what somebody does to a person who is named there: "Quoting Jane Doe, Ann Roe said"."""
    if not found or not grammar.ends("gerunds", line.words[found[0].first].text):
        return False
    name, *others = found
    whole = looks_like_person(line, grammar, name.first, name.end, least=_WITH_GERUND)
    return whole or any(s.joint == "," and looks_like_person(line, grammar, s.first, s.end) for s in others)


def is_led(line: Line, grammar: Grammar, start: int, found: Sequence[Segment]) -> bool:
    """Tell whether the last of several names is the subject itself: "After Jane Doe, Ann Roe spoke"; what is said of her ends with a comma."""
    if len(found) < _PAIR or any(s.joint not in {"", ","} for s in found):
        return False
    last, before = found[-1], line.words[found[0].first - 1 - found[0].article]
    led = before.text.isalpha() or grammar.has("company", line.words[start].fold)
    closed = line.words[last.end : last.end + 1]
    return led and not (closed and closed[0].text == ",") and looks_like_person(line, grammar, last.first, last.end)
