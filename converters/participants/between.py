"""What may stand between a name and the next, or the verb: adverbs, days, unnamed companions, what is told of it by the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.posts import honorific, looks_like_person
from forumgraph.converters.participants.roles import PRESENT
from forumgraph.converters.participants.steps import without_articles

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_FEW = 6
"""Tokens of unnamed others beside a subject."""
_LONGEST_ASIDE = 30
_LONGEST_KIND = 14
"""Tokens of words that say what a body is, at most."""
_FIELD = 7
"""Tokens of what a post is for, at most."""


def past_adverbs(line: Line, grammar: Grammar, index: int, verb: int) -> int:
    """Go over "also", "on Tuesday" and "and other agencies" between a subject and its verb."""
    while index < verb:
        word = line.words[index]
        meanwhile = grammar.phrases["meanwhile"].longest(line.words, index, verb)
        if word.text in {",", ")"} or grammar.is_adverb(word):
            index += 1
        elif meanwhile or (index + 1 < verb and _is_day(line, grammar, index)):
            index = meanwhile[0] if meanwhile else index + 2
        elif (act := past_act(line, grammar, index, verb)) > index:
            index = act
        else:
            return verb if _are_companions(line, grammar, index, verb) else index
    return index


def past_act(line: Line, grammar: Grammar, index: int, verb: int) -> int:
    """Go over "in her opening remarks" and "dans son discours", where somebody's own words are meant."""
    owned = index + 1 < verb and grammar.has("owners", line.words[index + 1].fold)
    if not owned or not grammar.has("in_speech", line.words[index].fold):
        return index
    acts = (grammar.acts.longest(line.words, i, verb) for i in range(index + 2, min(index + _FEW, verb)))
    return next((act[0] for act in acts if act), index)


def _is_day(line: Line, grammar: Grammar, index: int) -> bool:
    link = line.words[index].fold
    return (grammar.has("links", link) or grammar.has("articles", link)) and grammar.has(
        "calendar", line.words[index + 1].fold
    )


def _are_companions(line: Line, grammar: Grammar, index: int, verb: int) -> bool:
    """Tell whether only unnamed others stand between: "UNDP and its sister agencies hosted"."""
    joint = grammar.phrases["ands"].longest(line.words, index, verb)
    day = next((i for i in range(index, verb - 1) if _is_day(line, grammar, i)), verb)
    day -= day == verb and line.words[verb - 1].text == ","
    others = line.words[joint[0] : day] if joint else []
    return (
        0 < len(others) < _FEW
        and all(w.text.isalpha() and w.text.islower() for w in others)
        and not any(grammar.verbs.find(others))
    )


def is_place_of(line: Line, begin: int, after: int) -> bool:
    """Tell whether a country between commas says where the name before it is: "a statistician from INEGI, Mexico, suggested"."""
    between = begin > 1 and line.words[begin - 1].text == "," and line.words[after : after + 1] != []
    if not between or not line.is_name(begin - 2):
        return False
    first = begin - 2
    while first > 1 and line.is_name(first - 1):
        first -= 1
    placed = line.words[after].text == "," or line.words[first - 1].fold == "in"
    return placed and begin in line.atoms and line.atoms[begin].end == after and line.atoms[begin].kind == "country"


def ends_country(line: Line, index: int) -> bool:
    """Tell whether the name of a country ends before a token."""
    return any(
        i in line.atoms and line.atoms[i].end == index and line.atoms[i].kind == "country"
        for i in range(max(0, index - 5), index)
    )


def past_aside(line: Line, grammar: Grammar, index: int) -> int:
    """Go over what tells more of a name: "of Jamaica to the UN", "as the “Special Guest”", "–a country that chairs-"."""
    if not 0 < index < len(line.words):
        return index
    if grammar.has("representing", line.words[index].fold):
        place = line.atoms.get(without_articles(line, grammar, index + 1, len(line.words))[0])
        return place.end if place and place.kind != "country" else index
    capacity = grammar.phrases["as"].longest(line.words, index)
    if capacity:
        return _past_capacity(line, grammar, index, capacity[0])
    if not line.parted(index):
        return index
    stop = min(len(line.words) - 1, index + _LONGEST_ASIDE)
    closed = next((i for i in range(index + 1, stop) if _closes(line, i)), index)
    small = line.words[index].text[0].islower()
    post = grammar.phrases["titles"].longest(line.words, index) and any(grammar.verbs.at(line.words, closed))
    inside = line.words[index:closed]
    return closed if (small or post) and not any(w.text in ".!?" for w in inside) else index


def _closes(line: Line, index: int) -> bool:
    """Tell whether a dash before a token closes what another dash has opened."""
    dash = line.gap(index)[:1] in {"-", "–", "—"} and (len(line.gap(index)) > 1 or line.words[index].text == ",")
    return dash or line.parted(index)


def past_kind_told(line: Line, grammar: Grammar, segment: Segment, index: int) -> int:
    """Go over what says of a body what it is: "Slow Rivers, a charity in Kisumu, and ICLEI"; what is said so of persons may be their post."""
    opens = index + 2 < len(line.words) and line.words[index].text == ","
    if not opens or not grammar.has("indefinite", line.words[index + 1].fold):
        return index
    if honorific(line, grammar, segment.first) > segment.first or looks_like_person(
        line, grammar, segment.first, segment.end
    ):
        return index
    inside = range(index + 2, min(index + _LONGEST_KIND, len(line.words)))
    stop = next((i for i in inside if line.words[i].text in ",.;:()"), index)
    told = stop > index and line.words[stop].text == ","
    return (
        stop if told and not any(grammar.verbs.longest(line.words, i, stop) for i in range(index + 2, stop)) else index
    )


def past_field(line: Line, grammar: Grammar, segment: Segment, index: int) -> int:
    """Go over what a post is for, without capitals, up to the comma before its holder: "the Adviser | of the project, Jane Doe,"."""
    inside = range(index, min(index + _FIELD, len(line.words) - 1))
    stop = next((i for i in inside if not line.words[i].text.islower()), index)
    held = stop > index and line.words[stop].text == "," and line.is_name(stop + 1) and is_post(line, grammar, segment)
    linked = held and grammar.has("links", line.words[index].fold)
    return stop if linked and not any(any(grammar.verbs.at(line.words, i)) for i in range(index, stop)) else index


def _past_capacity(line: Line, grammar: Grammar, index: int, first: int) -> int:
    """Go over "as the “Special Guest”" and "as an observer", up to what parts names."""
    labels = (grammar.labels.longest(line.words, i) for i in range(first, min(first + 2, len(line.words))))
    if not ends_country(line, index) and any(found and found[1] != PRESENT for found in labels):
        return index  # "with Jane Doe as moderator"
    end = next((i for i in range(first, min(first + _FEW, len(line.words))) if not line.words[i].text.islower()), first)
    if line.words[end : end + 1] and line.words[end].text in "“«":
        closed = (i for i in range(end, min(end + _FEW, len(line.words))) if line.words[i].text in "”»")
        return next(closed, index - 1) + 1
    ands = (i for i in range(first, end) if grammar.phrases["ands"].longest(line.words, i))
    stop = next(ands, end)
    told = any(any(grammar.verbs.at(line.words, i)) for i in range(first, stop))
    parted = stop < len(line.words) and (stop < end or line.words[stop].text in ",;.")
    return stop if first < stop and parted and not told else index
