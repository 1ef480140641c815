"""Entries of lists of people: one line each, with the person before or after the body, and perhaps a text behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.bodies import body_actor, is_body
from forumgraph.converters.joints import is_post
from forumgraph.converters.mentions import mentions
from forumgraph.converters.posts import honorific, looks_like_person
from forumgraph.converters.segments import names_from, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.grammar import Grammar
    from forumgraph.converters.line import Line, Segment
    from forumgraph.converters.mentions import Mention

_KIND = 5
"""Tokens of a line that names a kind at most."""
_TOLD = 10
"""Tokens of a sentence at least."""


def before_text(line: Line, grammar: Grammar, end: int) -> int:
    """Return where the names end in "Jane Doe (ICLEI) – explained the census": at a dash, if a text goes on after it."""
    dash = next((i for i in range(1, end) if line.parted(i) or line.words[i].text == "—"), end)
    goes_on = dash < end and is_text(line, grammar, 0, end) and not is_text(line, grammar, 0, dash)
    return dash if goes_on else end


def entries(line: Line, grammar: Grammar, end: int) -> list[Mention]:
    """Read one actor with all that is said of it, or, where every part has the form of a person's name, several."""
    segments = parts(line, grammar, 0, end)
    if _is_body_first(line, grammar, segments):
        return _acting_for(
            line, mentions(line, grammar, [replace(segments[1], joint=""), *segments[2:]], single=True), segments[0]
        )
    people = [s for s in segments if looks_like_person(line, grammar, s.first, s.end)]
    return mentions(line, grammar, segments, single=len(people) < 3 or len(people) < len(segments))


def _is_body_first(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> bool:
    """Tell whether a body stands before its person: "Statistics South Africa – Pali Lehohla, Statistician-General"."""
    if len(segments) < 2 or segments[1].joint not in {"-", ","} or not is_person(line, grammar, segments[1]):
        return False
    first = segments[0]
    if is_person(line, grammar, first) or is_post(line, grammar, first) or line.words[first.first].text.islower():
        return False
    return segments[1].joint == "-" or is_body(line, grammar, first)


def _acting_for(line: Line, read: Sequence[Mention], body: Segment) -> list[Mention]:
    """Add the body that stands before a person."""
    actor = body_actor(line, (body.first, body.end))
    return [replace(m, affiliations=(*m.affiliations, actor)) if n == 0 else m for n, m in enumerate(read)]


def is_person(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part has an honorific or the form of a person's name."""
    name = honorific(line, grammar, segment.first)
    return segment.first < name < segment.end or looks_like_person(line, grammar, segment.first, segment.end)


def person_of(line: Line, grammar: Grammar, colon: int, end: int) -> list[Mention]:
    """Read "UN-Habitat: Eduardo Moreno, Head of Research" and "UN-Habitat: Eduardo Moreno said", where the body stands before."""
    segments = parts(line, grammar, colon + 1, end)
    if is_text(line, grammar, colon + 1, end):
        segments, after = names_from(line, grammar, colon + 1)
        segments = segments[:1] if after < end and grammar.verbs.longest(line.words, after) else []
    body = parts(line, grammar, 0, colon)
    if not segments or len(body) != 1 or not is_person(line, grammar, segments[0]):
        return []
    return _acting_for(line, mentions(line, grammar, segments, single=True), body[0])


def is_text(line: Line, grammar: Grammar, first: int, end: int) -> bool:
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


def is_told(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether what follows a label is told in sentences, so that it has to be read as text, too."""
    return end - first > _TOLD and any(
        line.words[first + i].text.islower() for i, _, _ in grammar.verbs.find(line.words[first:end])
    )


def is_kind(line: Line, grammar: Grammar) -> bool:
    """Tell whether a line names a kind of participants, under whose list it stands: "Governments", "United Nations system", "Civil society"."""
    rows = ("generic", "attenders", "modifiers", "connectors", "ands", "portfolios", "bodies")
    if len(line.words) > _KIND:
        return False
    known = {i for first, atom in line.atoms.items() for i in range(first, atom.end)}
    last = line.words[-1].fold if line.words else ""
    several = len(line.words) - 1 not in known and any(grammar.has(row, last) for row in rows[:2])
    return (several or grammar.has("portfolios", last)) and all(
        i in known or word.text.isupper() or any(grammar.has(row, word.fold) for row in rows)
        for i, word in enumerate(line.words)
    )


def is_described(mention: Mention) -> bool:
    """Tell whether more than a title is said of a person."""
    return bool(mention.affiliations) or any(post.body for post in mention.actor.posts)
