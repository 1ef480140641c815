"""What is said of a person between commas, in an enumeration of persons: "Ana Doe, a farmer from Kenya, and John Roe", "Ana Doe, directrice du port, et Luc Roe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.posts import honorific, looks_like_person
from forumgraph.converters.participants.steps import without_articles
from forumgraph.converters.words.line import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line

_MARKS = frozenset('.;:!?()\n“”"«»')
_LONGEST_POST = 5
_LONGEST = 14
"""Tokens of what is said of one person."""


def descriptor(line: Line, grammar: Grammar, index: int, joint: str, found: Sequence[Segment]) -> Segment | None:
    """Read what is said of the person before, where it begins without a capital and a further name follows; it tells of nobody else."""
    if joint != "," or not found or index >= len(line.words) or not line.words[index].text[0].islower():
        return None
    link = grammar.has("belonging", line.words[index].fold)
    if index + link == len(line.words):
        return None
    first = without_articles(line, grammar, index + link, len(line.words))[0]
    word = line.words[first]
    if not _is_person(line, grammar, found[-1]) or (word.fold in grammar.function and not word.text[0].isupper()):
        return None
    if grammar.following.longest(line.words, index):
        return None
    end = _end(line, grammar, first)
    post = grammar.phrases["titles"].longest(line.words, first, end) if end > first else None
    if end <= first or not (_goes_on(line, grammar, end) or (post and post[0] == end)):
        return None
    return Segment(first, end, "(" if any(line.is_name(i) for i in range(first, end)) else ",")


def _is_person(line: Line, grammar: Grammar, segment: Segment) -> bool:
    name = honorific(line, grammar, segment.first)
    link = next((i for i in range(name, segment.end) if grammar.has("links", line.words[i].fold)), segment.end)
    return looks_like_person(line, grammar, name, link, least=1 if name > segment.first else 2)


def _end(line: Line, grammar: Grammar, first: int) -> int:
    """Return where the words end: at a comma, or at "and" before a person; else `first`."""
    for at in range(first, min(first + _LONGEST, len(line.words))):
        if line.words[at].text in _MARKS or any(grammar.verbs.at(line.words, at)):
            return first
        conjunction = grammar.phrases["ands"].longest(line.words, at)
        if line.words[at].text == "," or (conjunction and begins_person(line, grammar, conjunction[0])):
            return at
    return first


def _goes_on(line: Line, grammar: Grammar, end: int) -> bool:
    """Tell whether a further person stands behind the comma or "and"."""
    at = end + (line.words[end].text == ",")
    conjunction = grammar.phrases["ands"].longest(line.words, at) if at < len(line.words) else None
    at = conjunction[0] if conjunction else at
    return begins_person(line, grammar, at + (at < len(line.words) and grammar.has("genitive", line.words[at].fold)))


def begins_person(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether two words of a name, or one behind an honorific, stand at a token."""
    if not line.is_name(index):
        return False
    name = honorific(line, grammar, index)
    end = name
    while end < len(line.words) and end not in line.atoms and (line.is_name(end) or _is_particle(line, grammar, end)):
        end += 1
    return looks_like_person(line, grammar, name, end, least=1 if name > index else 2)


def _is_particle(line: Line, grammar: Grammar, index: int) -> bool:
    return grammar.has("particles", line.words[index].fold) and line.is_name(index + 1)


def small_post(line: Line, grammar: Grammar, index: int, joint: str) -> Segment | None:
    """Read a post without capitals when a name follows: "Jane Doe, coordinator, Forus", "the executive secretary, Jane Doe"."""
    first, article = without_articles(line, grammar, index, len(line.words))
    at = _past_small(line, grammar, first)
    titles = grammar.phrases["titles"]
    article = article or (first > 0 and grammar.has("definite", line.words[first - 1].fold))
    post = (joint == "," or article) and any(titles.longest(line.words, i, at) for i in range(first, at))
    if post and article and line.is_name(at) and _is_field(line, grammar, first, at):
        end = at
        while line.is_name(end) or (at < end < len(line.words) and grammar.has("particles", line.words[end].fold)):
            end += 1
        return Segment(first, end, joint, article) if looks_like_person(line, grammar, at, end) else None
    ends = post and at + 1 < len(line.words) and _is_listed(line, grammar, at)
    return Segment(first, at, joint, article) if ends and not grammar.verbs.longest(line.words, first) else None


def _is_field(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a title and what it is for fill a stretch: "ministre du développement et de la coordination"."""
    title = grammar.phrases["titles"].longest(line.words, first, end)
    linked = title is not None and title[0] < end and grammar.has("links", line.words[title[0]].fold)
    return linked and not any(any(grammar.verbs.at(line.words, i)) for i in range(first, end))


def _past_small(line: Line, grammar: Grammar, first: int) -> int:
    """Return the index after words without capitals: "executive secretary", "minister of labour, social affairs and housing"."""
    end = first
    while end < min(first + _LONGEST_POST, len(line.words)) and line.words[end].text.islower():
        end += 1
    at = end
    while at < min(first + _LONGEST, len(line.words)) and (line.words[at].text.islower() or line.words[at].text == ","):
        fold = line.words[at].fold
        if fold in grammar.function and not any(
            grammar.has(row, fold) for row in ("links", "articles", "ands", "connectors")
        ):
            return end
        at += 1
    if not grammar.capitalised and at > end and line.is_name(at) and line.words[at - 1].text != ",":
        return at
    field = grammar.capitalised and at - 1 > end and line.words[at - 1].text == "," and line.is_name(at)
    return at - 1 if field else end


def _is_listed(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether a name follows a comma, or a further post or name "and"."""
    if line.words[index].text == "," and line.is_name(index + 1):
        return True
    conjunction = grammar.phrases["ands"].longest(line.words, index + (line.words[index].text == ","))
    following = (
        without_articles(line, grammar, conjunction[0], len(line.words))[0]
        if conjunction and conjunction[0] < len(line.words)
        else 0
    )
    titled = following and grammar.phrases["titles"].longest(line.words, following)
    return bool(following) and (line.is_name(following) or titled is not None)


def past_titled(line: Line, grammar: Grammar, first: int, end: int) -> int:
    """Return the index after a name whose honorific stands behind a post, however that is told: "the head of the unit for ice Mr. Doe"; else 0."""
    if not (first < end and grammar.phrases["titles"].longest(line.words, first)):
        return 0
    near = range(end, min(end + _LONGEST, len(line.words)))
    at = next((i for i in near if honorific(line, grammar, i) > i), 0)
    told = any(line.words[i].text in ",.;:()" or any(grammar.verbs.at(line.words, i)) for i in range(end, at))
    apart = told or any(grammar.has(row, line.words[at - 1].fold) for row in ("ands", "links", "company"))
    name = honorific(line, grammar, at) if at else 0
    while line.is_name(name):
        name += 1
    return name if at and not apart else 0
