"""Who is the subject of a verb: the names before it, with what may stand between, and for whom they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forumgraph.converters.participants.between import past_adverbs
from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.listings import enumerated, past_preface
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.posts import honorific, looks_like_person
from forumgraph.converters.participants.preludes import (
    cannot_act,
    is_gerund,
    is_inside_list,
    is_opener,
    is_titled,
    led_in,
)
from forumgraph.converters.participants.roles import TOGETHER
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.converters.participants.several import seated
from forumgraph.converters.words.stops import REACH, is_stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line, Segment

_PARTS = 8
"""Parts of what is said of a person: the name, posts, bodies."""
_GROUPS = frozenset({"organization", "constituency"})
_APPOSITION = 30
"""Tokens that may stand between a person and the verb."""
_SMALL = 6
"""Tokens without capitals that tell whom somebody stands for: "representing the mayor"."""
_CITED = 3
"""Tokens before a name among which a verb of quoting stands."""


class Subject(NamedTuple):
    """The subject of a verb.

    Attributes:
        actors: empty where there is none.
        first: index of its first token.
        represented: for whom it speaks.
    """

    actors: Sequence[Mention]
    first: int
    represented: tuple[Mention, ...] = ()


def subject(line: Line, grammar: Grammar, start: int, verb: int, behalf: Mapping[int, int]) -> Subject:
    """Read the actors that are the subject of a verb; the enumeration must reach the verb.

    Args:
        line: the words.
        grammar: of their language.
        start: index of the first token of the sentence.
        verb: index of the first token of the verb.
        behalf: where phrases like "on behalf of" begin and end.
    """
    represented: tuple[Mention, ...] = ()
    opens = False
    antecedent = _antecedent(line, grammar, start, verb)
    if antecedent:
        return antecedent
    for begin in _beginnings(line, grammar, max(start, verb - REACH), verb):
        if begin > start and is_inside_list(line, grammar, begin):
            continue
        if begin in behalf:
            represented = tuple(enumerated(line, grammar, behalf[begin])[0])
            opens = opens or begin == start
            continue
        first = _past_agents(line, grammar, begin + (begin == start and is_opener(line, grammar, begin)))
        if first >= verb or grammar.has("clauses", line.words[begin].fold):
            continue
        found, after = names_from(line, grammar, first)
        if cannot_act(line, grammar, range(start, begin), found, after):
            continue
        proxies = _proxies(line, grammar, found, after, verb)
        if proxies:
            return Subject(proxies, first, tuple(mentions(line, grammar, found)))
        beside, after, spoken = _past_insertions(line, grammar, after, verb, behalf)
        read = _whole(line, grammar, found, after, verb)
        read = [*read, *beside] if read else read
        other = found[:1] and looks_like_person(line, grammar, found[0].first, found[0].end)
        if read and begin > start and line.words[begin - 1].text == "," and not other:
            read = _holder(line, grammar, range(start, begin), after) or read
        if read:
            return Subject(read, first, spoken or represented)
    return Subject(represented if opens else (), verb)


def _proxies(line: Line, grammar: Grammar, found: Sequence[Segment], after: int, verb: int) -> list[Mention]:
    """Read who acts for the subject: "the Minister of Water, represented by Jane Doe, said"."""
    comma = found and after < verb and line.words[after].text == ","
    phrase = grammar.phrases["proxies"].longest(line.words, after + 1, verb) if comma else None
    read, end = enumerated(line, grammar, phrase[0]) if phrase else ([], after)
    persons = [m for m in read if m.actor.kind in {"person", "post"}]
    return persons if past_adverbs(line, grammar, end, verb) == verb else []


def _whole(line: Line, grammar: Grammar, found: Sequence[Segment], after: int, verb: int) -> list[Mention]:
    """Read the names of a subject that reaches the verb, or whose first name is a person who is described up to there."""
    found = seated(line, grammar, found)
    whole = len(found) < 2 or (any(segment.joint == "and" for segment in found) and not _is_one(line, grammar, found))
    if past_adverbs(line, grammar, after, verb) == verb:
        read = mentions(line, grammar, found, single=not whole)
        if read and (whole or len(read) == 1):
            return read
    if _described(line, grammar, found, after, verb):
        return mentions(line, grammar, found[:1])
    return _people(line, grammar, found[0].first, verb) if found else []


def _is_one(line: Line, grammar: Grammar, found: Sequence[Segment]) -> bool:
    """Tell whether all parts tell of one person: a post follows the name, and after "and" stands no other person or post."""
    if not _is_person(line, grammar, found[0].first) or not is_post(line, grammar, found[1]):
        return False
    others = [s for s in found[2:] if s.joint == "and"]
    return not any(
        s.article
        or is_post(line, grammar, s)
        or looks_like_person(line, grammar, s.first, s.end)
        or honorific(line, grammar, s.first) > s.first
        for s in others
    )


def _people(line: Line, grammar: Grammar, first: int, verb: int) -> list[Mention]:
    """Read persons with all that is said of them up to the verb: "Ms. Doe, Adviser on Health and on Water, Regional Office of X said"."""
    while verb > first and line.words[verb - 1].text.islower() and grammar.is_adverb(line.words[verb - 1]):
        verb -= 1
    if (
        verb - first > _APPOSITION
        or grammar.phrases["ands"].longest(line.words, verb - 1, verb)
        or not _is_person(line, grammar, first)
        or any(grammar.verbs.find(line.words[first:verb]))
    ):
        return []
    plain = all(line.words[i].text not in '.:;"”' or not is_stop(line, i) for i in range(first, verb))
    small = any(
        line.words[i].fold in grammar.function and not _in_names(grammar, line.words[i].fold)
        for i in range(first, verb)
    )
    owns = any(line.owns(i) and i + 2 < verb and not line.is_name(i + 2) for i in range(first, verb))
    read = mentions(line, grammar, parts(line, grammar, first, verb)) if plain and not small and not owns else []
    return [m for m in read if m.actor.kind == "person" and (m.sure or m.actor.posts)]


def _in_names(grammar: Grammar, word: str) -> bool:
    return any(grammar.has(row, word) for row in ("connectors", "links", "articles", "particles", "ands", "adverbs"))


def _is_person(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether a person with an honorific or a post begins at a token."""
    found, _ = names_from(line, grammar, first, 2)
    read = mentions(line, grammar, found, single=True)
    if len(read) != 1 or read[0].actor.kind != "person":
        return False
    post = found[0].end + 1
    return read[0].sure or (
        post < len(line.words)
        and line.words[post - 1].text == ","
        and grammar.phrases["titles"].longest(line.words, post) is not None
    )


def _antecedent(line: Line, grammar: Grammar, start: int, verb: int) -> Subject | None:
    """Return the person of a relative clause: "opened by Jane Doe, Mayor of Renca, who stressed"."""
    at = verb - 1
    while (
        at > start and grammar.has("adverbs", line.words[at].fold) and not grammar.has("relatives", line.words[at].fold)
    ):
        at -= 1
    if at - 1 <= start or not grammar.has("relatives", line.words[at].fold) or line.words[at - 1].text != ",":
        return None
    first = max(start, at - 1 - _APPOSITION)
    read = _holder(line, grammar, range(first, at - 1), at - 1)
    name = line.at(read[0].span.start) if read else 0
    cited = any(grammar.has("cites", line.words[i].fold) for i in range(max(start, name - _CITED), name))
    return Subject(read, name) if read and not cited else None


def _holder(line: Line, grammar: Grammar, before: range, after: int) -> list[Mention]:
    """Return the person of whom a post or body between commas tells: "thanked Jane Doe, Mayor of Renca, who explained"."""
    for index in before:
        if not line.is_name(index) or (index > before.start and line.is_name(index - 1)):
            continue
        found, end = names_from(line, grammar, index, _PARTS)
        if end < after or not found or is_gerund(line, grammar, found):
            continue
        read = mentions(line, grammar, found, single=True)
        if len(read) == 1 and read[0].actor.kind == "person" and found[0].end <= before.stop:
            return read
    return []


def _past_agents(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "the representative of" and "delegates from": who is named after it acts."""
    preface = past_preface(line, grammar, index)
    at = preface
    while at < len(line.words) and grammar.has("articles", line.words[at].fold) and at - index < 2:
        at += 1
    sent = at + 1 < len(line.words) and grammar.has("agents_of", line.words[at].fold)
    return at + 2 if sent and grammar.has("links", line.words[at + 1].fold) else preface


def _last(line: Line, grammar: Grammar, after: int, verb: int) -> int:
    """Return the index of the last token before a verb that is no adverb."""
    last = verb - 1
    while last > after and grammar.has("adverbs", line.words[last].fold):
        last -= 1
    return last


def _described(line: Line, grammar: Grammar, found: Sequence[Segment], after: int, verb: int) -> bool:
    """Tell whether a person is followed by words between commas, up to the verb: "Jane Doe, who heads the unit, warned"."""
    last = _last(line, grammar, after, verb)
    bracket = [segment.joint for segment in found[1:]] == ["("]
    opened = found and after < last and line.words[after if bracket else found[0].end].text == ","
    if not opened or line.words[last].text != ",":
        return False
    read = mentions(line, grammar, found[:1])
    if not read:
        return False
    first = read[0]
    if verb - after >= _APPOSITION or first.actor.kind == "person":
        return verb - after < _APPOSITION
    aside = after + 1 < last and line.words[after].text == "," and line.words[after + 1].text.islower()
    word = line.words[after + 1].fold
    told = grammar.has("articles", word) and not grammar.has("definite", word) and (first.key or first.actor.acronym)
    owned = found[0].first > 1 and grammar.has("links", line.words[found[0].first - 2].fold)
    group = first.sure and first.actor.kind in _GROUPS and found[0].article and not owned
    acts = first.actor.kind == "government" or group or (told and not any(grammar.verbs.find(line.words[after:verb])))
    return aside and len(found) == 1 and bool(acts)


def _beginnings(line: Line, grammar: Grammar, start: int, verb: int) -> Iterator[int]:
    """Yield where a subject may begin: at the sentence, after a comma, after "and" or "while"."""
    clauses = grammar.phrases["clauses"]
    yield start
    yield from led_in(line, grammar, start, verb)
    for index in range(start, verb - 1):
        if line.words[index].text.isdigit() or line.words[index].text in {",", "—", "”", '"', "«", "»", "“"}:
            yield index + 1
        elif index > start and (line.parted(index) or is_titled(line, grammar, index)):
            yield index
        elif line.words[index - 1].text == "," and (
            example := grammar.phrases["examples"].longest(line.words, index, verb)
        ):
            yield example[0]
        elif clauses.begins(line.words[index]) and (clause := clauses.longest(line.words, index, verb)):
            yield clause[0]


def _past_insertions(
    line: Line, grammar: Grammar, after: int, verb: int, behalf: Mapping[int, int]
) -> tuple[list[Mention], int, tuple[Mention, ...]]:
    """Go over ", speaking on behalf of X," and ", in collaboration with Y and Z,"; persons beside the subject act with it."""
    at = after
    while at < verb and line.words[at].text == ",":
        at += 1
    phrase = next((i for i in range(at, min(at + 3, verb)) if i in behalf), None)
    if phrase is not None:
        found, end = names_from(line, grammar, behalf[phrase])
        small = all(w.text.islower() for w in line.words[behalf[phrase] : verb]) and verb - behalf[phrase] <= _SMALL
        return ([], end, tuple(mentions(line, grammar, found))) if found else ([], verb if small else after, ())
    if at > after and grammar.has("whom", line.words[at].fold):
        found, end = names_from(line, grammar, at + 1)
        if found and end < verb and line.words[end].text == ",":
            return [], end, tuple(mentions(line, grammar, found))
    joined = grammar.following.longest(line.words, at, verb)
    backed = grammar.phrases["backed"].longest(line.words, at, verb) if at > after else None
    if backed or (joined and (at > after or joined[1] in TOGETHER)):
        beside, end = enumerated(line, grammar, (backed or joined or (at, ""))[0])
        does = not joined or joined[1] in TOGETHER
        persons = [m for m in beside if does and m.actor.kind == "person" and " " in m.actor.name]
        return persons, _past_further(line, grammar, end, verb), ()
    if at == after < verb and grammar.has("under", line.words[at].fold):
        found, end = names_from(line, grammar, at + 1)
        return [], (end if found else after), ()
    return [], after, ()


def _past_further(line: Line, grammar: Grammar, after: int, verb: int) -> int:
    """Go over a second insertion: "in collaboration with Bonn and with funding from the Union,"."""
    at = after
    while at < verb and (line.words[at].text == "," or grammar.has("ands", line.words[at].fold)):
        at += 1
    joined = grammar.following.longest(line.words, at, verb)
    return enumerated(line, grammar, joined[0])[1] if joined and joined[1] in TOGETHER else after
