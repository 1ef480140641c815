"""Names put together again that a comma or "and" inside them has parted: "Ministry of Economy, Trade and Industry"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.posts import looks_like_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_LONGEST = 60
"""Tokens of a name that is put together, at most."""


def rejoined(line: Line, grammar: Grammar, found: Sequence[Segment]) -> list[Segment]:
    """Put together what a comma or "and" inside a name has parted."""
    kept: list[Segment] = []
    joined = _units_joined(line, grammar, found)
    for number, segment in enumerate(joined):
        following = joined[number + 1] if number + 1 < len(joined) else None
        if following and _begins_person(line, grammar, segment, following):
            kept.append(segment)
        elif kept and (
            _goes_on(line, grammar, kept[-1], segment) or _is_inside(line, grammar, kept[-1], segment, following)
        ):
            kept[-1] = replace(kept[-1], end=segment.end)
        else:
            kept.append(segment)
    return kept


def _is_inside(line: Line, grammar: Grammar, left: Segment, segment: Segment, following: Segment | None) -> bool:
    """Tell whether a word behind "and" is of the name before it, since those around it have articles: "the Network Boats and Water and the Fund"."""
    coordinated = following is not None and segment.joint == following.joint == "and"
    articles = coordinated and following is not None and left.article and following.article and not segment.article
    return bool(articles) and segment.end == segment.first + 1 and _is_plain(line, grammar, segment)


def _begins_person(line: Line, grammar: Grammar, segment: Segment, following: Segment) -> bool:
    """Tell whether a part behind "and" has the form of a name and a post follows it: "Director of Bright Land and Ana Doe, Mayor of Renca"."""
    person = segment.joint == "and" and looks_like_person(line, grammar, segment.first, segment.end)
    return person and following.joint == "," and is_post(line, grammar, following)


def _units_joined(line: Line, grammar: Grammar, found: Sequence[Segment]) -> list[Segment]:
    """Put a unit of several fields together: "Chief of the Planning", "Monitoring" and "Evaluation Section" are one part.

    So are adjectives before one noun: "Nordic Educational", "Scientific" and "Cultural Organization"; and a unit behind its head: "Director, Ports", "Markets" and
    "Ferries Division".
    """
    kept: list[Segment] = []
    for segment in found:
        kept.append(segment)
        if segment.joint != "and" or not grammar.capitalised or len(kept) < 3:
            continue
        at = len(kept) - 2
        while at > 0 and kept[at].joint == "," and _is_plain(line, grammar, kept[at]):
            at -= 1
        qualified = all(grammar.ends("adjective", line.words[s.end - 1].text) for s in kept[at:-1])
        domain = _has_domain(line, grammar, kept[at])
        held = not domain and is_post(line, grammar, kept[at])
        begun = qualified or domain or held
        if 0 <= at < len(kept) - 2 and begun and _ends_unit(line, grammar, kept[at], segment):
            kept[at + held :] = [replace(kept[at + held], end=segment.end)]
    return kept


def _is_plain(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part is a few words that are neither a known name nor a post nor a body."""
    inside = range(segment.first, segment.end)
    rows = ("bodies", "titles")
    return segment.end - segment.first < 4 and not any(
        i in line.atoms or any(grammar.phrases[row].longest(line.words, i) for row in rows) for i in inside
    )


def _goes_on(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether a part goes on with the name before it, as "Trade" does after "Ministry of Economy"."""
    if _adds_adjective(line, grammar, left, right):
        return True
    apart = right.end - left.first > _LONGEST or any(w.text == ":" for w in line.words[left.end : right.first])
    if right.joint not in {",", "and"} or left.joint == "(" or line.words[left.end - 1].text == ")" or apart:
        return False
    quarter = left.end == left.first + 1 and grammar.has("quarters", line.words[left.first].fold)
    if quarter and right.joint == "and" and line.is_name(right.first):
        return True  # "South and South-West Asia Forum"
    half = grammar.phrases["halves"].longest(line.words, right.first)
    whole = half and (half[0] == right.end or grammar.has("bodies", line.words[right.end - 1].fold))
    if whole and right.joint == "and" and left.end - left.first > 1:
        return True
    if right.joint == "and" and _has_domain(line, grammar, left) and _repeats_link(line, grammar, left, right):
        other = is_post(line, grammar, right) or _is_new_person(line, grammar, left, right)
        return not (other or right.first in line.atoms)
    more = (not right.article and _continues(line, grammar, left, right)) or _adds_field(line, grammar, left, right)
    return more or (left.joint == "," and right.joint == "and" and _is_half_title(line, grammar, left, right))


def _is_half_title(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether a part of one word is the first half of a title: "Jane Doe, Programme and Communications Coordinator"."""
    titles, word = grammar.phrases["titles"], line.words[left.first]
    alone = left.end - left.first == 1 and left.first not in line.atoms and word.text.istitle()
    if not alone or not grammar.capitalised or titles.longest(line.words, left.first):
        return False
    ends = any((m := titles.longest(line.words, i)) and m[0] == right.end for i in range(right.first + 1, right.end))
    return ends and not is_post(line, grammar, right)


def _repeats_link(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether "of" is said again: "Ministère de l'Eau et de l'Assainissement"."""
    between = [line.words[i].fold for i in range(left.end, right.first)]
    inside = {line.words[i].fold[:1] for i in range(left.first, left.end) if grammar.has("links", line.words[i].fold)}
    again = (w[:1] in inside for w in between[1:] if grammar.has("links", w))
    return not grammar.capitalised and any(again)


def _adds_adjective(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether a part is a further adjective of a body before it: "Conseil Rural Social" and "Environnemental"."""
    alone = right.joint == "and" and right.end == right.first + 1 and line.is_name(right.first) and not right.article
    if not alone or grammar.capitalised or right.first in line.atoms or left.end == left.first + 1:
        return False
    both = all(grammar.ends("adjective", line.words[i].fold) for i in (left.end - 1, right.first))
    return both and any(grammar.has("bodies", line.words[i].fold) for i in range(left.first, left.end))


def _continues(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether a part without article belongs to the name before: it has no capitals, or the name before is not whole."""
    if right.joint == "and" and _is_new_person(line, grammar, left, right):
        return False
    inside = range(right.first, right.end)
    if right.joint == "and" and not any(line.is_name(i) for i in inside):
        others = any(grammar.phrases["unnamed"].longest(line.words, i) for i in inside)
        return not (others or is_post(line, grammar, right))
    if right.joint == "and" and _is_field(line, grammar, left) and not is_post(line, grammar, right):
        return right.first not in line.atoms
    if grammar.has("generic", line.words[right.first].fold) and _is_union(line, grammar, left):
        return right.first not in line.atoms
    if right.joint != "and" or not _has_domain(line, grammar, left):
        return _is_half_body(line, grammar, left, right)
    return not _stands_alone(line, grammar, right) or _ends_unit(line, grammar, left, right)


def _is_half_body(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether two parts are halves of a body: "Jane Doe of the Federal Harbour" and "Ferry Authority", "Bright Research" and "Educational Foundations"."""
    link = next((i for i in range(left.first + 2, left.end) if grammar.has("belonging", line.words[i].fold)), left.end)
    person = looks_like_person(line, grammar, left.first, link) and link + 1 < left.end
    definite = person and grammar.has("definite", line.words[link + 1].fold)
    first = link if person else left.first
    known = any(i in line.atoms or grammar.has("bodies", line.words[i].fold) for i in range(first, left.end))
    ends = right.end - right.first > 1 and grammar.has("bodies", line.words[right.end - 1].fold)
    kind = right.end - right.first == 2 and grammar.ends("adjective", line.words[right.first].text)
    plain = kind and grammar.are_several("bodies", line.words[right.end - 1].fold) and left.end - left.first == 2
    whole = (definite and ends) or (plain and not person)
    return grammar.capitalised and right.joint == "and" and whole and not known and right.first not in line.atoms


def _is_new_person(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether ", and" stands before a person: "Jane Doe, Director of Advocacy, and Ana Silva"."""
    return line.words[left.end].text == "," and looks_like_person(line, grammar, right.first, right.end)


def _ends_unit(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether a part ends what the part before began: "Chief of the Policy" and "Review Branch", "National Economic" and "Development Authority of Kenya"."""
    if not grammar.capitalised or is_post(line, grammar, right):
        return False
    head = next((i for i in range(right.first, right.end) if grammar.has("links", line.words[i].fold)), right.end)
    adjective = grammar.ends("adjective", line.words[left.end - 1].text)
    rows = ("bodies", "units") if adjective else ("units",)
    ends = (grammar.phrases[row].longest(line.words, i) for row in rows for i in range(right.first + 1, head))
    begun = any(grammar.phrases["bodies"].longest(line.words, i) for i in range(left.first, left.end))
    return not begun and any(end and end[0] == head for end in ends)


def _adds_field(line: Line, grammar: Grammar, left: Segment, right: Segment) -> bool:
    """Tell whether a part is a further field of the ministry or minister before, even with an article."""
    words = line.words[right.first : right.end]
    link = next((n for n, w in enumerate(words) if n and grammar.has("links", w.fold)), len(words))
    fields = all(grammar.has("portfolios", w.fold) or grammar.has("ands", w.fold) for w in words[:link])
    body = right.joint == "," and link < len(words) and grammar.has("bodies", words[0].fold)
    return fields and not body and (_has_domain(line, grammar, left) or (link > 1 and is_post(line, grammar, left)))


def _is_field(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part is nothing but words of fields, as the "Business" of "Business and Industry Major Group"."""
    words = line.words[segment.first : segment.end]
    apart = line.words[segment.end].text == ","
    return not apart and all(grammar.has("portfolios", w.fold) for w in words) and segment.first not in line.atoms


def _is_union(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part is a body of several ("Federation of Cities"), to which "Regions" may belong."""
    inside = range(segment.first, segment.end)
    linked = any(grammar.has("links", line.words[i].fold) for i in inside)
    return (
        linked
        and bool(grammar.phrases["bodies"].longest(line.words, segment.first))
        and segment.first not in line.atoms
    )


def _has_domain(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part is a body or post "of" or "for" something, and does not end in a whole name."""
    inside = range(segment.first, segment.end)
    if any(i in line.atoms and line.atoms[i].end == segment.end for i in inside) or _ends_in_holder(
        line, grammar, segment
    ):
        return False
    heads = (grammar.phrases["units"], grammar.phrases["titles"])
    linked = any(grammar.has("links", line.words[i].fold) for i in inside)
    titles = ((i, m[0]) for i in inside if (m := grammar.phrases["titles"].longest(line.words, i)))
    first, end = next(titles, (segment.first, 0))
    of_place = grammar.phrases["place_titles"].longest(line.words, first)
    place = of_place is not None and of_place[0] == end
    return linked and not place and any(head.longest(line.words, i) for i in inside for head in heads)


def _ends_in_holder(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part ends with a title and the name of its holder: "the League's Secretary-General Jane Doe"."""
    titles = (
        m[0] for i in range(segment.first, segment.end) if (m := grammar.phrases["titles"].longest(line.words, i))
    )
    return grammar.capitalised and any(looks_like_person(line, grammar, end, segment.end) for end in titles)


def _stands_alone(line: Line, grammar: Grammar, segment: Segment) -> bool:
    inside = range(segment.first, segment.end)
    return is_post(line, grammar, segment) or any(
        i in line.atoms
        or (sum(c.isupper() for c in line.words[i].text) > 1 and line.gap(i) != "-")
        or grammar.phrases["bodies"].longest(line.words, i)
        or grammar.phrases["honorifics"].longest(line.words, i)
        for i in inside
    )


def is_post(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part begins with the title of a post."""
    at = segment.first
    while at < segment.end and grammar.has("modifiers", line.words[at].fold):
        if grammar.phrases["titles"].longest(line.words, at):
            return True
        at += 1
    return at < segment.end and bool(grammar.phrases["titles"].longest(line.words, at))
