"""Enumerations of actors that follow words which call for them: "organised by A, B and C", "the panel included: A; B; and C"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.drafts import NOT_ACTORS
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.converters.words.stops import REACH, is_stop, sentence_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line, Segment

_MANY = 3
_LED = 5
"""Tokens in which the first name of a list stands: "el alcalde de Renca"."""
_ENDS = frozenset(":,;(")
_DESCRIPTION = 5
_ATTENDED = 8
"""Tokens of what was attended: "à l'ouverture de la réunion"."""
_ASIDE = 20
"""Tokens that may stand before "including", as in "attended by 52 persons from all regions, including"."""


def enumerated(line: Line, grammar: Grammar, first: int) -> tuple[list[Mention], int]:
    """Read the actors after a phrase.

    What stands after the last comma is left when a verb follows, for it is the next subject. Where no name follows, those after "including" count.

    Returns:
        The actors and the index after the last of them.
    """
    first = _past_adverbs(line, grammar, first)
    first = _past_meeting(line, grammar, _past_group(line, first))
    prefaced = past_preface(line, grammar, first)
    announced = _past_announcement(line, grammar, prefaced, first)
    start = announced if announced > prefaced else _past_description(line, grammar, first) or prefaced
    found, after = _from(line, grammar, start)
    if any(m.actor.kind not in NOT_ACTORS for m in found) or line.is_name(first):
        comma = after + 1 < len(line.words) and line.words[after].text == ","
        example = grammar.phrases["examples"].longest(line.words, after + 1) if comma else None
        more, end = _from(line, grammar, example[0]) if example else ([], after)
        return [*found, *(m for m in more if m.actor.kind == "person" and m.sure)], end
    stop = min(sentence_end(line, first), first + _ASIDE)
    colon = next((i for i in range(first, stop) if line.words[i].text == ":" or line.is_name(i)), stop)
    mark = next((i for i in range(first, stop) if line.words[i].text in _ENDS), stop)
    if colon < mark < stop and line.words[mark].text == ":" and line.is_name(mark + 1):
        return _from(line, grammar, past_preface(line, grammar, mark))
    if colon < stop and line.words[colon].text == ":":
        return _from(line, grammar, past_preface(line, grammar, colon))
    if mark < min(stop, colon) and line.words[mark].text == "(" and line.is_name(mark + 1):
        inside, end = _from(line, grammar, mark + 1)
        if len(inside) > 1:
            return inside, end
    for index in range(first, stop):
        example = grammar.phrases["examples"].longest(line.words, index, stop)
        if example:
            return _from(line, grammar, past_preface(line, grammar, example[0]))
        told = grammar.verbs.longest(line.words, index, stop) and not _qualifies(line, grammar, index + 1)
        if told or grammar.following.longest(line.words, index, stop):
            break
    return [], after


def _past_group(line: Line, first: int) -> int:
    """Go over who they are that stand behind a colon: "participaron | diversas expertas: | Ana Doe, de la Unión; Luis Roe"."""
    at = first
    while at < min(first + _DESCRIPTION, len(line.words)) and line.words[at].text.islower():
        at += 1
    told = first < at < len(line.words) - 1 and line.words[at].text == ":" and line.is_name(at + 1)
    return at + 1 if told else first


def _past_adverbs(line: Line, grammar: Grammar, first: int) -> int:
    """Go over "also", ", among others," and "one after the other" before names."""
    at = first
    while at + 1 < len(line.words):
        comma = at + (line.words[at].text == ",")
        aside = grammar.phrases["meanwhile"].longest(line.words, comma)
        adverb = line.words[at].text.islower() and grammar.is_adverb(line.words[at])
        if not aside and not adverb:
            break
        at = aside[0] if aside else at + 1
    return at


def _qualifies(line: Line, grammar: Grammar, following: int) -> bool:
    """Tell whether a participle stands before those it tells of: "ten invited experts"."""
    fold = line.words[following].fold if following < len(line.words) else ""
    return grammar.are_several("titles", fold) or grammar.has("attenders", fold)


def _past_meeting(line: Line, grammar: Grammar, first: int) -> int:
    """Go over what was attended, where names follow at once: "Asistieron al encuentro Ana Doe y ...", "ont pris part à la réunion, Luc Roe"."""
    at, meeting = first, False
    while at < min(first + _ATTENDED, len(line.words)) and line.words[at].text.islower():
        fold = line.words[at].fold
        occasion = grammar.has("occasions", fold)
        if not (occasion or any(grammar.has(row, fold) for row in ("links", "articles", "definite"))):
            break
        meeting = meeting or (occasion and not grammar.has("articles", fold))
        at += 1
    at += meeting and at < len(line.words) and line.words[at].text == ","
    name = at + (at < len(line.words) and grammar.has("definite", line.words[at].fold))
    led = name > at or (at > first and grammar.has("articles", line.words[at - 1].fold))
    titled = led and grammar.phrases["titles"].longest(line.words, name) is not None
    owned = at > first and grammar.has("genitive", line.words[at - 1].fold) and not titled
    return at if meeting and not owned and (line.is_name(at) or titled) else first


def _past_description(line: Line, grammar: Grammar, first: int) -> int:
    """Go over what the persons who follow are, else return 0: "by the international researchers Jane Doe and John Roe"."""
    at, kind = first, False
    while at < min(first + _DESCRIPTION, len(line.words)) and line.words[at].text.islower():
        fold = line.words[at].fold
        kind = kind or grammar.are_several("titles", fold) or grammar.has("agents_of", fold)
        at += 1
    return at if kind and line.is_name(at) and not grammar.has("links", line.words[at - 1].fold) else 0


def _past_announcement(line: Line, grammar: Grammar, index: int, first: int) -> int:
    """Go over "of the following 52 member States:" up to the colon."""
    if not any(grammar.has("announcing", w.fold) for w in line.words[first : index + 2]):
        return index
    stop = min(sentence_end(line, index), index + _ASIDE)
    return next((i + 1 for i in range(index, stop) if line.words[i].text == ":"), index)


def believed(found: Sequence[Mention]) -> list[Mention]:
    """Take plain names as bodies beside actors that are beyond doubt: names of several words beside one, of one word beside many."""
    found = [m for m in found if m.key or m.actor.kind != "constituency" or " " in m.actor.name]  # not "NGOs"
    sure = sum(m.sure and m.actor.kind not in {"person", "post"} for m in found)
    least = 1 if sure >= _MANY else 2
    return [replace(m, sure=True) if sure and _is_plain(m, least) else m for m in found]


def _is_plain(mention: Mention, least: int) -> bool:
    name = mention.actor.name
    return mention.actor.kind == "organization" and sum(w[:1].isupper() for w in name.split()) >= least


def past_preface(line: Line, grammar: Grammar, index: int) -> int:
    """Go over what stands before names and names nobody: a colon, "the following speakers", "representatives of"."""
    before = -1
    while before < index < len(line.words):
        before = index
        found = grammar.phrases["prefaces"].longest(line.words, index)
        index = found[0] if found else index + (line.words[index].text in {":", ","})
    return index


def _from(line: Line, grammar: Grammar, first: int) -> tuple[list[Mention], int]:
    end = _listed(line, grammar, first)
    if end:
        return believed(mentions(line, grammar, parts(line, grammar, first, end))), end
    found, after = names_from(line, grammar, first)
    at = after
    while at < len(line.words) and line.words[at].text == ",":
        at += 1
    if (
        len(found) > 1
        and found[-1].joint == ","
        and _verb_at(line, grammar, at)
        and not _holds(line, grammar, found, at)
    ):
        after, found = found[-1].first, found[:-1]
    return believed(mentions(line, grammar, found)), after


def _holds(line: Line, grammar: Grammar, found: list[Segment], at: int) -> bool:
    """Tell whether the last part names, between commas, who holds the post before: "with the mayor of Renca, Jane Doe, he opened"."""
    closed = line.words[at - 1].text == ","
    return closed and len(mentions(line, grammar, found)) == len(mentions(line, grammar, found[:-1]))


def _listed(line: Line, grammar: Grammar, first: int) -> int:
    """Return where an enumeration with semicolons ends, in which anything may stand beside the names; else 0."""
    if not (first < len(line.words) and any(line.is_name(i) for i in range(first, min(first + _LED, len(line.words))))):
        return 0
    marks = [i for i in range(first, min(first + 4 * REACH, len(line.words))) if line.words[i].text in ";.!?\n"]
    stop = next((i for i in marks if line.words[i].text != ";" and (line.words[i].text != "." or is_stop(line, i))), 0)
    semicolons = [i for i in marks if line.words[i].text == ";" and i < stop]
    relatives = (i for i in grammar.places("relatives", line.words) if line.words[i - 1].text == ",")
    stop = next((i - 1 for i in relatives if semicolons and semicolons[-1] < i < stop), stop)
    stop = next((i for i in semicolons if not _names_follow(line, grammar, i + 1, stop)), stop)
    semicolons = [i for i in semicolons if i < stop]
    inside = range(first, semicolons[0]) if semicolons else ()
    other = any(grammar.following.longest(line.words, i) or _begins_other(line, grammar, i) for i in inside)
    return 0 if other or not semicolons else stop


def _begins_other(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether the verb of another list follows "and": "moderated by Jane Doe | and included John Roe; Ann Poe"."""
    conjunction = grammar.phrases["ands"].longest(line.words, index)
    return conjunction is not None and grammar.phrases["consists"].longest(line.words, conjunction[0]) is not None


def _names_follow(line: Line, grammar: Grammar, index: int, end: int) -> bool:
    """Tell whether what follows a semicolon begins as an entry does: with a name, a post or an article, and not with "it featured"."""
    joint = grammar.phrases["ands"].longest(line.words, index, end)
    at = joint[0] if joint else index
    if at >= end or not line.words[at].text.islower():
        return True
    rows = ("articles", "modifiers", "titles", "bodies", "agents_of", "recipients")
    return line.words[at].text == "," or any(grammar.has(row, line.words[at].fold) for row in rows)


def _verb_at(line: Line, grammar: Grammar, index: int) -> bool:
    while index < len(line.words) and grammar.has("adverbs", line.words[index].fold):
        index += 1
    return bool(grammar.verbs.longest(line.words, index)) and not is_by(line, grammar, index + 1)


def is_by(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether an agent follows: "organised by"."""
    return index < len(line.words) and grammar.has("agents", line.words[index].fold)
