"""What may stand between a name and its verb, and names that stand there and are no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.posts import honorific, looks_like_person

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_LONGEST_KIND = 14
"""Tokens of words that say what a body is, at most."""
_FEW = 8
"""Tokens of unnamed others beside a subject."""
_COUNTRY = 5
"""Tokens of the name of a country, at most."""


def past_adverbs(line: Line, grammar: Grammar, index: int, verb: int) -> int:
    """Go over "also", "on Tuesday" and "and other agencies" between a subject and its verb."""
    while index < verb:
        word = line.words[index]
        meanwhile = grammar.phrases["meanwhile"].longest(line.words, index, verb)
        if word.text in {",", ")"} or grammar.is_adverb(word):
            index += 1
        elif meanwhile or (index + 1 < verb and _is_day(line, grammar, index)):
            index = meanwhile[0] if meanwhile else index + 2
        elif (act := _past_act(line, grammar, index, verb)) > index:
            index = act
        else:
            return verb if _are_companions(line, grammar, index, verb) else index
    return index


def _past_act(line: Line, grammar: Grammar, index: int, verb: int) -> int:
    """Go over "in her opening remarks" and "dans son discours", where somebody's own words are meant."""
    owned = index + 1 < verb and grammar.has("owners", line.words[index + 1].fold)
    if not owned or not grammar.has("in_speech", line.words[index].fold):
        return index
    acts = (grammar.acts.longest(line.words, i, verb) for i in range(index + 2, min(index + _FEW, verb)))
    return next((act[0] for act in acts if act), index)


def _is_day(line: Line, grammar: Grammar, index: int) -> bool:
    link = any(grammar.has(row, line.words[index].fold) for row in ("links", "articles"))
    return link and grammar.has("calendar", line.words[index + 1].fold)


def _are_companions(line: Line, grammar: Grammar, index: int, verb: int) -> bool:
    """Tell whether only unnamed others stand between: "UNDP and its sister agencies hosted"."""
    joint = grammar.phrases["ands"].longest(line.words, index, verb)
    day = next((i for i in range(index, verb - 1) if _is_day(line, grammar, i)), verb)
    day -= day == verb and line.words[verb - 1].text == ","
    others = line.words[joint[0] : day] if joint else []
    return 0 < len(others) < _FEW and all(w.text.islower() for w in others) and not any(grammar.verbs.find(others))


def past_told(line: Line, grammar: Grammar, segment: Segment, index: int) -> int:
    """Go over what says of a name what it is: "Slow Rivers, a charity in Kisumu, and ICLEI", "Fiji as an observer, Peru"; of persons it may be their post."""
    kind = line.words[index : index + 1] != [] and line.words[index].text == "," and index + 1 < len(line.words)
    if kind and grammar.has("indefinite", line.words[index + 1].fold):
        named = looks_like_person(line, grammar, honorific(line, grammar, segment.first), segment.end)
        inside = range(index + 2, min(index + _LONGEST_KIND, len(line.words)))
        stop = next((i for i in inside if line.words[i].text in ",.;:()"), index)
        told = named or line.words[stop].text != "," or any(grammar.verbs.find(line.words[index:stop]))
        return index if told else stop
    capacity = grammar.phrases["as"].longest(line.words, index) if _ends_country(line, index) else None
    first = capacity[0] if capacity else index
    inside = range(first, min(first + _FEW, len(line.words)))
    stop = next(
        (i for i in inside if not line.words[i].text.islower() or grammar.has("ands", line.words[i].fold)), first
    )
    return stop if capacity and stop > first and not any(grammar.verbs.find(line.words[first:stop])) else index


def is_place_of(line: Line, begin: int, after: int) -> bool:
    """Tell whether a country between commas says where the name before it is: "a statistician from INEGI, Mexico, suggested"."""
    between = begin > 1 and line.words[begin - 1].text == "," and line.words[after : after + 1] != []
    if not between or not line.is_name(begin - 2):
        return False
    first = begin - 2
    while first > 1 and line.is_name(first - 1):
        first -= 1
    placed = line.words[after].text == "," or line.words[first - 1].fold == "in"
    return placed and begin in line.atoms and line.atoms[begin].kind == "country"


def is_inside_list(line: Line, grammar: Grammar, begin: int) -> bool:
    """Tell whether a name stands in a list that began before: of "reviews from Kenya, Peru and Fiji" no part is a subject."""
    mark = line.words[begin - 1]
    if begin < len(line.words) and (not line.is_name(begin) or honorific(line, grammar, begin) > begin):
        return False
    if mark.text == ",":
        return begin in line.atoms and line.atoms[begin].kind == "country" and _ends_country(line, begin - 1)
    return begin > 1 and grammar.has("ands", mark.fold) and line.is_name(begin - 2)


def _ends_country(line: Line, index: int) -> bool:
    """Tell whether the name of a country ends before a token."""
    before = (line.atoms[i] for i in range(max(0, index - _COUNTRY), index) if i in line.atoms)
    return any(atom.end == index and atom.kind == "country" for atom in before)
