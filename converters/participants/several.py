"""Several names behind one title: "Messrs. Doe and Roe", "MM. Doe, Roe et Poe", "Co-Chairs Jane Doe and John Roe"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import is_place
from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.posts import looks_like_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.drafts import Draft
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment


def past_title_of_several(line: Line, grammar: Grammar, first: int, end: int) -> int:
    """Go over the title of several before the name of the first of them."""
    at = next((i for i in range(first, end - 1) if not grammar.has("modifiers", line.words[i].fold)), end)
    fold = line.words[at].fold if at < end else ""
    several = grammar.are_several("titles", fold) or grammar.has("kinds_of_people", fold)
    link = next((i for i in range(at + 1, end) if grammar.has("links", line.words[i].fold)), end)
    named = several and at not in line.atoms and looks_like_person(line, grammar, at + 1, link)
    return at + 1 if named else first


def alternates(line: Line, grammar: Grammar, draft: Draft, following: Sequence[Segment]) -> bool:
    """Tell whether posts stand before names all along: "the Mayor of Renca, Jane Doe, the Director of the Port, John Roe"."""
    if draft.kind != "person" or not draft.offices or len(following) < 2 or not following[0].article:
        return False
    post, name = following
    led = line.words[draft.first].start < draft.name.start
    named = (
        name.joint == "," and name.first not in line.atoms and looks_like_person(line, grammar, name.first, name.end)
    )
    return led and named and is_post(line, grammar, post)


def seated(line: Line, grammar: Grammar, found: Sequence[Segment]) -> Sequence[Segment]:
    """Put a body with "and" in its name together that stands between a person and its country: "Jane Doe, Voices and Action for Peace, Fiji,"."""
    if [s.joint for s in found] != ["", ",", "and", ","] or not is_place(line, found[-1]):
        return found
    person, left, right, seat = found
    several = looks_like_person(line, grammar, right.first, right.end)
    one = looks_like_person(line, grammar, person.first, person.end) and not several
    return [person, replace(left, end=right.end), seat] if one else found


def are_holders(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part names posts of several, and nobody: "co-chairs of the Major Group", "Heads of State", "Ward Administrators"."""
    group = range(segment.first, segment.end)
    head = next((i for i in group if grammar.has("links", line.words[i].fold)), segment.end)
    held = line.words[head - 1].fold if head > segment.first else ""
    named = head < segment.end and grammar.has("genitive", line.words[head].fold) and segment.first not in line.atoms
    whole = head == segment.end > segment.first + 1 and not any(i in line.atoms for i in group)
    small = named or whole or all(line.words[i].text.islower() for i in range(segment.first, head))
    shared = grammar.phrases["shared"].longest(line.words, segment.first)
    sent = grammar.has("agents_of", held)  # "delegates of Kenya": Kenya takes part
    return small and grammar.are_several("titles", held) and not (shared or sent)


def past_head_of_several(line: Line, grammar: Grammar, first: int, end: int) -> int:
    """Go over what several names share: "Permanent Missions of Austria and Jamaica"."""
    shared = grammar.phrases["shared"].longest(line.words, first, end)
    if not shared or shared[0] + 1 >= end or not grammar.ends("plural", line.words[shared[0] - 1].fold):
        return first
    linked = any(grammar.has(row, line.words[shared[0]].fold) for row in ("genitive", "origins"))
    return next((i for i in range(shared[0], end) if line.is_name(i)), first) if linked else first
