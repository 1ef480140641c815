"""What may stand between a subject and its verb: adverbs, days, unnamed companions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line

_FEW = 6
"""Tokens of unnamed others beside a subject."""


def past_adverbs(line: Line, grammar: Grammar, index: int, verb: int) -> int:
    """Go over "also", "on Tuesday" and "and other agencies" between a subject and its verb."""
    while index < verb:
        word = line.words[index]
        meanwhile = grammar.phrases["meanwhile"].longest(line.words, index, verb)
        if word.text in {",", ")"} or grammar.is_adverb(word):
            index += 1
        elif meanwhile or (index + 1 < verb and _is_day(line, grammar, index)):
            index = meanwhile[0] if meanwhile else index + 2
        else:
            return verb if _are_companions(line, grammar, index, verb) else index
    return index


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
