"""Who is the subject of a verb: the names before it, with what may stand between, and for whom they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forumgraph.converters.participants.between import is_inside_list, is_place_of, past_adverbs
from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.listings import enumerated, past_preface
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.posts import honorific, looks_like_person
from forumgraph.converters.participants.roles import TOGETHER
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.converters.participants.several import seated
from forumgraph.converters.words.stops import REACH, is_stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line, Segment

_PARTS = 8
"""Parts of what is said of a person: the name, posts, bodies."""
_PARTIES = frozenset({"government", "constituency"})
_OFFICES = frozenset({"government", "post"})
_GROUPS = frozenset({"organization", "constituency"})
_APPOSITION = 30
"""Tokens that may stand between a person and the verb."""
_CITED = 2
"""Tokens between "quoted" and the name of who is quoted, and that word."""
_SPEAKING = 3
"""Tokens before a phrase like "on behalf of": "speaking"."""
_SHORT = 3
"""Words before a name that are too few to lead it in: "The artist Jane Doe"."""


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


def subject(line: Line, grammar: Grammar, start: int, verb: int) -> Subject:
    """Read the actors that are the subject of a verb; the enumeration must reach the verb.

    Args:
        line: the words.
        grammar: of their language.
        start: index of the first token of the sentence.
        verb: index of the first token of the verb.
    """
    represented: tuple[Mention, ...] = ()
    told = _antecedent(line, grammar, start, verb) or _beside(line, grammar, start, verb)
    if told:
        return told
    for begin in _beginnings(line, grammar, max(start, verb - REACH), verb):
        behalf = grammar.phrases["behalf"].longest(line.words, begin, verb)
        if behalf:
            represented = tuple(enumerated(line, grammar, behalf[0])[0])
            continue
        first = _past_agents(line, grammar, begin)
        apart = begin > start and is_inside_list(line, grammar, begin)
        if apart or first >= verb or grammar.has("clauses", line.words[begin].fold):
            continue
        found, after = names_from(line, grammar, first)
        if (begin > start and is_place_of(line, begin, after)) or _is_led(line, grammar, found):
            continue
        proxy = grammar.phrases["proxies"].longest(line.words, after + 1, verb)
        if proxy:  # "the Minister of Water, represented by Jane Doe, said"
            represented = tuple(mentions(line, grammar, found))
            found, after = names_from(line, grammar, proxy[0])
        beside, after, spoken = insertion(line, grammar, after, verb)
        read = _whole(line, grammar, found, after, verb)
        if read and begin > start and line.words[begin - 1].text == "," and not _is_named(line, grammar, found[0]):
            read = _holder(line, grammar, range(start, begin), after) or read
        if read:
            return Subject([*read, *beside], first, spoken or represented)
    return Subject(represented, verb)


def _beginnings(line: Line, grammar: Grammar, start: int, verb: int) -> Iterator[int]:
    """Yield where a subject may begin: at the sentence, behind words that lead in, after a comma, after "and" or "while"."""
    clauses, examples, backed = (grammar.phrases[row] for row in ("clauses", "examples", "backed"))
    opener = line.words[start].text.istitle() and grammar.has("adverbs", line.words[start].fold)
    yield start + opener
    yield from _led_in(line, grammar, start, verb)
    for index in range(start, verb - 1):
        word = line.words[index]
        if word.text.isdigit() or word.text in {",", "—", "”", '"', "«", "»", "“"}:
            joint = index > 0 and word.text == "," and grammar.has("ands", line.words[index - 1].fold)
            aside = backed.longest(line.words, index + 1, verb) if joint else None
            yield aside[0] if aside else index + 1  # "and, supported by Peru, asked"
        elif index > start and (line.parted(index) or honorific(line, grammar, index) > index):
            yield index
        elif index > start and line.words[index - 1].text == "," and (m := examples.longest(line.words, index, verb)):
            yield m[0]
        elif clauses.begins(word) and (clause := clauses.longest(line.words, index, verb)):
            yield clause[0]


def _led_in(line: Line, grammar: Grammar, start: int, verb: int) -> Iterator[int]:
    """Yield where a person stands behind words that lead in without a comma: "In her talk Jane Doe said", "Later the Mayor Ana Roe spoke"."""
    name = start + 1
    while name < verb and line.words[name].text.islower():
        name += 1
    first = name
    while first > start + 1 and any(grammar.has(row, line.words[first - 1].fold) for row in ("titles", "definite")):
        first -= 1
    before = line.words[first - 1]
    done = grammar.ends("deeds", before.text) or grammar.has("auxiliaries", line.words[max(start, first - 2)].fold)
    alone = first - start < _SHORT and grammar.has("articles", line.words[start].fold)
    if not line.is_name(name) or done or alone or before.fold in grammar.function:
        return
    if grammar.ends("gerunds", before.text) or any(grammar.verbs.find(line.words[start:first])):
        return
    read = mentions(line, grammar, names_from(line, grammar, first, 1)[0])
    if any(m.actor.kind == "person" for m in read):
        yield first


def _is_led(line: Line, grammar: Grammar, found: Sequence[Segment]) -> bool:
    """Tell whether the last of several names is the subject alone: "After Jane Doe, Ann Roe spoke"; what is said of her ends with a comma."""
    several = len(found) > 1 and all(segment.joint in {"", ","} for segment in found)
    closed = several and any(word.text == "," for word in line.words[found[-1].end : found[-1].end + 1])
    return several and not closed and looks_like_person(line, grammar, found[-1].first, found[-1].end)


def _past_agents(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "the representative of" and "delegates from": who is named after it acts."""
    at = preface = past_preface(line, grammar, index)
    while at < len(line.words) - 1 and grammar.has("articles", line.words[at].fold):
        at += 1
    sent = at + 1 < len(line.words) and grammar.has("agents_of", line.words[at].fold)
    return at + 2 if sent and grammar.has("links", line.words[at + 1].fold) else preface


def _antecedent(line: Line, grammar: Grammar, start: int, verb: int) -> Subject | None:
    """Return the person of a relative clause: "opened by Jane Doe, Mayor of Renca, who stressed"."""
    at = verb - 1
    while at > start and _is_mere_adverb(grammar, line.words[at].fold):
        at -= 1
    if at - 1 <= start or not grammar.has("relatives", line.words[at].fold) or line.words[at - 1].text != ",":
        return None
    read = _holder(line, grammar, range(max(start, at - 1 - _APPOSITION), at - 1), at - 1)
    name = line.at(read[0].span.start) if read else start
    cited = any(grammar.has("cites", word.fold) for word in line.words[max(start, name - _CITED) : name])
    return Subject(read, name) if read and not cited else None


def _beside(line: Line, grammar: Grammar, start: int, verb: int) -> Subject | None:
    """Return those with whom somebody speaks of whom only a pronoun tells: "With MALAYSIA, he underlined"."""
    backed = grammar.phrases["backed"].longest(line.words, start, verb)
    parties, after = enumerated(line, grammar, backed[0]) if backed else ([], verb)
    he = any(grammar.has("third", word.fold) for word in line.words[after + 1 : verb])
    whole = he and past_adverbs(line, grammar, after + 2, verb) == verb and all(map(_is_party, parties))
    return Subject(parties, start) if whole else None


def _is_mere_adverb(grammar: Grammar, word: str) -> bool:
    return grammar.has("adverbs", word) and not grammar.has("relatives", word)


def _holder(line: Line, grammar: Grammar, before: range, after: int) -> list[Mention]:
    """Return the person of whom a post or body between commas tells: "thanked Jane Doe, Mayor of Renca, who explained"."""
    phrase = grammar.following.longest(line.words, before.start, before.stop)
    first = phrase[0] if phrase else before.start  # "Participaron | Jane Doe, quien"
    for index in range(first, before.stop):
        if line.is_name(index) and not (index > first and line.is_name(index - 1)):
            found, end = names_from(line, grammar, index, _PARTS)
            read = mentions(line, grammar, found, single=True) if end >= after else []
            if len(read) == 1 and read[0].actor.kind == "person":
                return read
    return []


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


def _is_named(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part has the form of a person's name, with or without an honorific."""
    return looks_like_person(line, grammar, honorific(line, grammar, segment.first), segment.end)


def _is_one(line: Line, grammar: Grammar, found: Sequence[Segment]) -> bool:
    """Tell whether all parts tell of one person: a post follows the name, and after "and" stands no other person or post."""
    others = [s for s in found[2:] if s.joint == "and" and (_is_named(line, grammar, s) or is_post(line, grammar, s))]
    return is_post(line, grammar, found[1]) and not others and _is_person(line, grammar, found[0].first)


def _is_person(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether a person with an honorific or a post begins at a token."""
    found, _ = names_from(line, grammar, first, 2)
    read = mentions(line, grammar, found, single=True)
    if len(read) != 1 or read[0].actor.kind != "person":
        return False
    return read[0].sure or any(word.text == "," for word in line.words[found[0].end : found[0].end + 1])


def _described(line: Line, grammar: Grammar, found: Sequence[Segment], after: int, verb: int) -> bool:
    """Tell whether a person, office, State or body is followed by words between commas, up to the verb: "Jane Doe, who heads the unit, warned"."""
    last = verb - 1
    while last > after and grammar.has("adverbs", line.words[last].fold):
        last -= 1
    bracket = [segment.joint for segment in found[1:]] == ["("]
    opened = found and after < last and line.words[after if bracket else found[0].end].text == ","
    read = mentions(line, grammar, found[:1]) if opened and line.words[last].text == "," else []
    if not read or verb - after >= _APPOSITION:
        return False
    owned = found[0].first > 1 and grammar.has("links", line.words[found[0].first - 2].fold)
    group = read[0].sure and read[0].actor.kind in _GROUPS and not owned
    alone = len(found) == 1 and line.words[after + 1].text.islower() and line.words[after].text == ","
    return read[0].actor.kind == "person" or (alone and (group or read[0].actor.kind in _OFFICES))


def _people(line: Line, grammar: Grammar, first: int, verb: int) -> list[Mention]:
    """Read persons with all that is said of them up to the verb: "Ms. Doe, Adviser on Health and on Water, Regional Office of X said"."""
    while line.words[verb - 1].text.islower() and grammar.is_adverb(line.words[verb - 1]):
        verb -= 1
    inside = line.words[first:verb]
    joint = grammar.phrases["ands"].longest(line.words, verb - 1, verb)
    if verb - first > _APPOSITION or joint or not _is_person(line, grammar, first) or any(grammar.verbs.find(inside)):
        return []
    stops = any(line.words[i].text in '.:;"”' and is_stop(line, i) for i in range(first, verb))
    told = any(w.fold in grammar.function and not _in_names(grammar, w.fold) for w in inside)
    read = [] if stops or told else mentions(line, grammar, parts(line, grammar, first, verb))
    return [m for m in read if m.actor.kind == "person" and (m.sure or m.actor.posts)]


def _in_names(grammar: Grammar, word: str) -> bool:
    return any(grammar.has(row, word) for row in ("connectors", "links", "articles", "particles", "ands", "adverbs"))


def insertion(line: Line, grammar: Grammar, after: int, stop: int) -> tuple[list[Mention], int, tuple[Mention, ...]]:
    """Read ", speaking on behalf of X," and ", together with Y and Z," behind a subject or verb.

    Returns:
        Those who do the same beside the subject, the index behind the insertion, and for whom they speak.
    """
    at = after
    while at < stop and line.words[at].text == ",":
        at += 1
    near = range(at, min(at + _SPEAKING, stop))
    begin = next((m[0] for i in near if (m := grammar.phrases["behalf"].longest(line.words, i, stop))), 0)
    if begin or (after < at < stop and grammar.has("whom", line.words[at].fold)):
        named, end = names_from(line, grammar, begin or at + 1)
        return [], end if named else after, tuple(mentions(line, grammar, named))
    joined = grammar.following.longest(line.words, at, stop)
    backed = grammar.phrases["backed"].longest(line.words, at, stop)
    if backed and (at > after or backed[0] - at > 1):
        found, end = enumerated(line, grammar, backed[0])
        return [m for m in found if _is_party(m) or _is_full(m)], end, ()
    if joined and (at > after or joined[1] in TOGETHER):
        found, end = enumerated(line, grammar, joined[0])
        more = end + any(grammar.has("ands", word.fold) for word in line.words[end : end + 1])
        further = grammar.following.longest(line.words, more, stop)
        end = enumerated(line, grammar, further[0])[1] if further and further[1] in TOGETHER else end
        return [m for m in found if joined[1] in TOGETHER and _is_full(m)], end, ()
    if at == after < stop and grammar.has("under", line.words[at].fold):
        return [], enumerated(line, grammar, at + 1)[1], ()
    return [], after, ()


def _is_party(mention: Mention) -> bool:
    """Tell whether an actor is one of those who speak for many: a State, a group or a known body."""
    return mention.actor.kind in _PARTIES or bool(mention.key)


def _is_full(mention: Mention) -> bool:
    """Tell whether a person has a name of several words."""
    return mention.actor.kind == "person" and " " in mention.actor.name
