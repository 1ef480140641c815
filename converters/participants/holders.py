"""Names behind posts without a mark between: "Minister of Health Jane Doe", "Mayor of Bonn Ana Lopes", "President of the Rivers Board Tom Lee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.posts import is_person, looks_like_person, office
from forumgraph.converters.words.gazetteer import city_at_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.posts import Office
    from forumgraph.converters.words.line import Line, Segment

_LONGEST_PERSON = 4
"""Words of a name that may stand behind a post and its body without a mark between."""
_FIELD = 2
"""Tokens of a link and an article before the field of a post."""
_PLACE_AND_NAME = 3
"""Words of a place and a name, where the place is none that the table of places has."""


def led_by(line: Line, grammar: Grammar, found: Sequence[Segment], number: int) -> Iterator[Office]:
    """Yield the post without capitals that stands before a name and its comma: "the minister of finance, Jane Doe"."""
    post = found[number - 1] if number and found[number].joint == "," else None
    taken = post is not None and (post.joint == "(" or (number > 1 and is_person(line, grammar, found[number - 2])))
    if post and not taken and not any(line.is_name(i) for i in range(post.first, post.end)):
        held = office(line, grammar, post)
        if held and not held.person:
            yield held


def name_behind(line: Line, grammar: Grammar, held: Office, segment: Segment) -> int:
    """Return the index where the name of the holder begins, behind the known body, the field or the place of a post; else the end of the part."""
    inside = (line.atoms[i] for i in range(held.title[0] + 1, segment.end) if i in line.atoms)
    atom = next((a for a in inside if looks_like_person(line, grammar, a.end, segment.end)), None)
    return atom.end if atom else _after_field(line, grammar, held, segment)


def _after_field(line: Line, grammar: Grammar, held: Office, segment: Segment) -> int:
    """Return where a name begins behind the field or body of a post: "Minister of Health Jane Doe"; else the end of the part."""
    links = [i for i in range(held.title[0] + 1, segment.end) if grammar.has("links", line.words[i].fold)]
    if not links:
        return segment.end
    name = next((i for i in range(links[0], segment.end) if not line.words[i].text.islower()), segment.end)
    small = (
        any(grammar.has("portfolios", line.words[i].fold) for i in range(links[0], name)) or name > links[0] + _FIELD
    )
    body = grammar.has("bodies", line.words[name - 1].fold)
    several = any(grammar.has("ands", line.words[i].fold) for i in range(links[0], name))
    linked = any(grammar.has("links", line.words[i].fold) for i in range(name, segment.end))
    if small and not linked and (several or not body) and looks_like_person(line, grammar, name, segment.end):
        return name
    rows = ("portfolios", "bodies", "events") if grammar.capitalised else ("portfolios",)
    unit = next((i for i in range(links[0], segment.end) if grammar.has("bodies", line.words[i].fold)), segment.end)
    shouted = any(line.words[i].text.isupper() for i in range(links[0] + 1, segment.end - 1))
    last = segment.end - 1 if grammar.capitalised or shouted else min(unit + 1, segment.end - 1)
    for index in range(max(links[0] + 2, segment.end - _LONGEST_PERSON), last):
        field = line.words[index - 1]
        ends = field.text == ")" or field.text.isupper() or any(grammar.has(row, field.fold) for row in rows)
        if ends and looks_like_person(line, grammar, index, segment.end):
            return index
    return _after_place(line, grammar, held, links[0] + 1, segment.end)


def _after_place(line: Line, grammar: Grammar, held: Office, first: int, end: int) -> int:
    """Return where a name begins behind the place of a post: "Councillor of Valongo Ana Lopes"; else the end of the part."""
    of_place = grammar.phrases["place_titles"].longest(line.words, held.title[0])
    city = city_at_start(line.span(first, end).of(line.text)) if of_place and first < end else ""
    name = line.at(line.words[first].start + len(city)) if city else first + 1
    named = city or (end - first == _PLACE_AND_NAME and looks_like_person(line, grammar, first, end))
    return name if of_place and named and looks_like_person(line, grammar, name, end) else end
