"""Entries of lists of people: one line each, with the person before or after the body, and perhaps a text behind."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import body_actor, is_body, is_place, is_somewhere
from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.mentions import Mention, mentions
from forumgraph.converters.participants.posts import is_person, looks_like_person
from forumgraph.converters.participants.roles import names_bodies
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.converters.words.headings import kind_of
from forumgraph.converters.words.lexicon import lexicons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Atom, Line, Segment
    from forumgraph.converters.words.trie import Token

_KIND = 5
"""Tokens of a line that names a kind at most."""
_ACRONYM = 5
"""Letters of a word in capitals that is rather an acronym than a surname."""
_SEVERAL = 3
"""Forenames at least."""
_PAIR = 2
_HEADING = 60
"""Characters of a heading at most."""
_OF_PEOPLE = frozenset({"speakers", "participants", "organizers"})


def before_text(line: Line, grammar: Grammar, end: int) -> int:
    """Return where the names end in "Jane Doe (ICLEI) – explained the census": at a dash, if a text goes on after it."""
    dash = next((i for i in range(1, end) if line.parted(i) or line.words[i].text == "—"), end)
    goes_on = dash < end and is_text(line, grammar, 0, end) and not is_text(line, grammar, 0, dash)
    return dash if goes_on else end


def entries(line: Line, grammar: Grammar, end: int, *, of_people: bool = True) -> list[Mention]:
    """Read one actor with all that is said of it, or, where every part has the form of a person's name, several.

    Args:
        line: the words of the entry.
        grammar: of their language.
        end: index after the last of them.
        of_people: whether the list is one of persons, so that "Slow Rivers, Jane Doe" tells of her.
    """
    line = replace(line, atoms={i: a for i, a in line.atoms.items() if i or not _is_with_initials(line, grammar, a)})
    found = _without_initials(line, undivided(line, grammar, 0, end))
    segments = _surname_first(line, grammar, found)
    several = any(segment.joint == ";" for segment in segments)
    if not several and _is_body_first(line, grammar, segments, of_people=of_people):
        return _of_body(line, grammar, segments)
    if _is_shared(line, grammar, segments):
        return _acting_for(line, mentions(line, grammar, segments[:-1]), segments[-1])
    people = [s for s in segments if looks_like_person(line, grammar, s.first, s.end)]
    return grouped(line, grammar, segments, single=len(people) < 3 or len(people) < len(segments))


def _is_shared(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> bool:
    """Tell whether several persons stand before the body of all of them: "Jane Doe, Ann Poe and John Roe – ICLEI"."""
    if len(segments) < _PAIR + 1 or segments[-1].joint != "-" or is_person(line, grammar, segments[-1]):
        return False
    return all(s.joint != ";" and is_person(line, grammar, s) for s in segments[:-1])


def _of_body(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> list[Mention]:
    """Read the person or persons behind their body."""
    one = not all(is_person(line, grammar, segment) for segment in segments[1:])
    people = [replace(segments[1], joint=""), *segments[2:]]
    return _acting_for(line, mentions(line, grammar, people, single=one), segments[0])


def grouped(line: Line, grammar: Grammar, segments: Sequence[Segment], *, single: bool) -> list[Mention]:
    """Read an enumeration in which semicolons may part bodies with their persons: "UNDP – Jane Doe, John Roe; ICLEI – Ann Poe"."""
    starts = [0, *(i for i, segment in enumerate(segments) if i and segment.joint == ";"), len(segments)]
    groups = [segments[first:end] for first, end in itertools.pairwise(starts)]
    if not any(group[1:] and group[1].joint == "-" for group in groups):
        return mentions(line, grammar, segments, single=single)
    first = [_is_body_first(line, grammar, group, of_people=False) for group in groups]
    return [
        mention
        for group, body in zip(groups, first, strict=True)
        for mention in (_of_body(line, grammar, group) if body else mentions(line, grammar, group, single=True))
    ]


def undivided(line: Line, grammar: Grammar, first: int, end: int) -> list[Segment]:
    """Take a stretch apart; "Jane Doe | Director | ICLEI" tells of one person as with commas, "Jane Doe | John Roe" of two."""
    found = parts(line, grammar, first, end)
    cells = any(w.text == "|" for w in line.words[first:end])
    if not cells or not found or not is_person(line, grammar, found[0]):
        return found
    if any(is_person(line, grammar, s) and not is_post(line, grammar, s) for s in found[1:]):
        return found
    return [replace(segment, joint="," if segment.joint == ";" else segment.joint) for segment in found]


def _surname_first(line: Line, grammar: Grammar, segments: list[Segment]) -> list[Segment]:
    """Put "DOE, Jane" together, where the surname in capitals stands before the forename, as in lists of participants."""
    if len(segments) < 2 or segments[1].joint != ",":
        return segments
    whole = replace(segments[0], end=segments[1].end)
    shouted = line.span(segments[0].first, segments[0].end).of(line.text).isupper()
    named = shouted and looks_like_person(line, grammar, whole.first, whole.end)
    return [whole, *segments[2:]] if named and not _is_acronym(line, grammar, segments) else segments


def _is_acronym(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> bool:
    """Tell whether few capitals before a comma are a body and no surname, since a whole name is behind it: "EDF, Jane Doe", not "DOE, Jane"."""
    body, person, *_ = segments
    short = body.end == body.first + 1 and len(line.words[body.first].text) <= _ACRONYM
    return short and looks_like_person(line, grammar, person.first, person.end)


def as_bodies(line: Line, grammar: Grammar, segments: Sequence[Segment], read: Sequence[Mention]) -> list[Mention]:
    """Believe that plain names are bodies, where the label calls for bodies; names of two words have the form of a person's there, too.

    No part of an enumeration tells of the one before it, unless there is a place or a post among them.
    """
    several = not any(is_somewhere(line, segment) or is_post(line, grammar, segment) for segment in segments)
    apart = ([replace(segment, joint="")] for segment in segments if segment.joint != "(")
    each = [m for alone in apart for m in mentions(line, grammar, alone)] if several and read else read
    plain = [not m.sure and m.actor.kind in {"organization", "person"} for m in each]
    named = [replace(m.actor, kind="organization", rule="actor.organization") for m in each]
    return [replace(m, actor=a, sure=True) if p else m for m, a, p in zip(each, named, plain, strict=True)]


def are_acronyms(line: Line, segments: Sequence[Segment]) -> bool:
    """Tell whether all parts of an enumeration are in capitals, most of them one word, so that none is a person: "ABC, RIO FORUM, DEF"."""
    single = sum(s.end == s.first + 1 for s in segments)
    shouted = all(line.span(s.first, s.end).of(line.text).isupper() for s in segments)
    return shouted and single >= _SEVERAL and single > len(segments) // _PAIR


def heads_other(line: Line, text: str, grammar: Grammar) -> bool:
    """Tell whether a line is a heading about something else than people: "Background" under "Organisers", and not "World Food Programme"."""
    if 0 in line.atoms:
        return False
    about = kind_of(text, lexicons()[grammar.code]) if len(text) < _HEADING else ""
    return bool(about) and about not in _OF_PEOPLE


def _is_with_initials(line: Line, grammar: Grammar, atom: Atom) -> bool:
    """Tell whether "Jane Doe (JD)" is a person with the initials by which minutes go on, and no body with its acronym."""
    name = line.at(atom.name.end)
    form = not atom.key and atom.end < len(line.words) and _abbreviate(atom.acronym, line.words[:name])
    return form and looks_like_person(replace(line, atoms={}), grammar, 0, name)


def _without_initials(line: Line, found: Sequence[Segment]) -> list[Segment]:
    """Leave out initials before a dash or in brackets; what follows tells of the same person: "JD – Jane Doe", "Jane Doe (JD) Head of Rivers"."""
    kept: list[Segment] = []
    if found[1:] and found[1].joint == "-" and found[0].end == found[0].first + 1:
        name = line.words[found[1].first : found[1].end]
        found = (
            [replace(found[1], joint=""), *found[2:]] if _abbreviate(line.words[found[0].first].text, name) else found
        )
    for segment in found:
        if segment.joint == "(" and _are_initials(line, segment):
            continue
        past = kept and segment.first > kept[-1].end + 1 and not segment.joint
        kept.append(replace(segment, joint=",") if past else segment)
    return kept


def _are_initials(line: Line, segment: Segment) -> bool:
    """Tell whether a bracket has but the first letters of the words before it."""
    inside = line.span(segment.first, segment.end).of(line.text)
    return _abbreviate(inside, line.words[max(0, segment.first - 1 - len(_capitals(inside))) : segment.first - 1])


def _abbreviate(letters: str, name: Sequence[Token]) -> bool:
    """Tell whether letters are the initials of a name, perhaps with small ones: "JD", "JDo"."""
    short = 1 < len(letters) <= _SEVERAL + (not letters.isupper())
    return short and letters.isalpha() and _capitals(letters) == "".join(word.text[:1] for word in name)


def _capitals(letters: str) -> str:
    return "".join(letter for letter in letters if letter.isupper())


def _is_body_first(line: Line, grammar: Grammar, segments: Sequence[Segment], *, of_people: bool) -> bool:
    """Tell whether a body stands before its person: "Statistics South Africa – Pali Lehohla, Statistician-General"."""
    if len(segments) < _PAIR or segments[1].joint not in {"-", ",", "("} or not is_person(line, grammar, segments[1]):
        return False
    first = segments[0]
    if is_person(line, grammar, first) or is_post(line, grammar, first) or line.words[first.first].text.islower():
        return False
    named = (of_people and segments[1].joint == ",") or is_body(line, grammar, first)
    return segments[1].joint == "-" or (named and not is_somewhere(line, segments[1]))


def _acting_for(line: Line, read: Sequence[Mention], body: Segment, *, sure: bool = False) -> list[Mention]:
    """Add the body that stands before its person, or before several persons."""
    actor = body_actor(line, (body.first, body.end))
    people = [m.actor.kind == "person" for m in read]
    own = range(len(read)) if all(people) else range(1)
    return [
        replace(m, affiliations=(*m.affiliations, actor), sure=m.sure or sure) if n in own else m
        for n, m in enumerate(read)
    ]


def by_groups(line: Line, grammar: Grammar, first: int, end: int) -> list[Mention]:
    """Read groups that semicolons part, each with a body or post before its persons: "ICLEI: Jane Doe; UCLG: John Roe and Ann Poe"."""
    cuts = [first - 1, *(i for i in range(first, end) if line.words[i].text == ";"), end]
    groups = [(start + 1, stop) for start, stop in itertools.pairwise(cuts)]
    colons = [next((i for i in range(*group) if line.words[i].text == ":"), 0) for group in groups]
    if sum(map(bool, colons)) < _PAIR:
        return []
    read: list[Mention] = []
    for (start, stop), colon in zip(groups, colons, strict=True):
        if any(grammar.phrases["absent"].longest(line.words, i) for i in range(start, stop)):
            continue  # "Jane Doe gives her proxy to John Roe": she is not there.
        if colon:
            read.extend(person_of(line, grammar, start, colon, stop))
        elif not is_text(line, grammar, start, stop):
            also = mentions(line, grammar, parts(line, grammar, start, stop))
            read.extend(m for m in also if m.actor.kind == "person")
    return read


def person_of(line: Line, grammar: Grammar, first: int, colon: int, end: int) -> list[Mention]:
    """Read "UN-Habitat: Eduardo Moreno, Head of Research" and "UN-Habitat: Eduardo Moreno said", where the body stands before.

    A kind of participants is no body: "Staff: Jane Doe", "NGOs: ICLEI, Slow Rivers"; nor is a label: "Venue: Ford Hall".
    """
    label = line.span(first, colon).of(line.text).casefold() if first < colon else ""
    if not label or any(label in row for row in lexicons()[grammar.code].table("labels").values()):
        return []
    segments = parts(line, grammar, colon + 1, end)
    text = is_text(line, grammar, colon + 1, end)
    if text:
        segments, after = names_from(line, grammar, colon + 1)
        segments = segments[:1] if after < end and grammar.verbs.longest(line.words, after) else []
    body = parts(line, grammar, first, colon)
    kind = is_kind(replace(line, words=line.words[first:colon], atoms={}), grammar)
    bodies = names_bodies(line, grammar, first, colon) or not any(is_person(line, grammar, s) for s in segments)
    if kind and bodies and not text:
        return as_bodies(line, grammar, segments, mentions(line, grammar, segments))
    seated = body[1:] and all(is_place(line, segment) for segment in body[1:])
    if not segments or not (len(body) == 1 or seated) or not is_person(line, grammar, segments[0]):
        return []
    one = not all(is_person(line, grammar, segment) for segment in segments)
    read = mentions(line, grammar, segments, single=one)
    sure = is_body(line, grammar, body[0])
    kind = not sure and (kind or is_post(line, grammar, body[0]))
    return read if kind else _acting_for(line, read, body[0], sure=sure)


def is_text(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether words are a sentence and no names: they have a verb, or small words that neither names nor brackets ("she/her") have."""
    inside = ("connectors", "links", "articles", "particles", "ands", "belonging", "generic")
    depth = 0
    for index in range(first, end):
        word = line.words[index]
        depth += (word.text == "(") - (word.text == ")")
        if not word.text.islower():
            continue
        if grammar.verbs.longest(line.words, index, end):
            return True
        if not depth and word.fold in grammar.function and not any(grammar.has(row, word.fold) for row in inside):
            return True
    return False


def is_kind(line: Line, grammar: Grammar) -> bool:
    """Tell whether a line names a kind of participants, under whose list it stands: "Governments", "United Nations system", "Civil society"."""
    rows = ("generic", "attenders", "modifiers", "connectors", "ands", "portfolios", "bodies")
    section = grammar.phrases["sections"].longest(line.words, 0) if line.words else None
    if section and section[0] + (line.words[-1].text == ":") == len(line.words):
        return True
    if len(line.words) > _KIND:
        return False
    known = {i for first, atom in line.atoms.items() for i in range(first, atom.end)}
    last = line.words[-1].fold if line.words else ""
    several = len(line.words) - 1 not in known and any(grammar.has(row, last) for row in rows[:2])
    return (several or grammar.has("portfolios", last)) and all(
        i in known or word.text.isupper() or any(grammar.has(row, word.fold) for row in rows)
        for i, word in enumerate(line.words)
    )


def is_state(line: Line) -> bool:
    """Tell whether a line is nothing but the name of a State."""
    atom = line.atoms.get(0)
    return atom is not None and atom.kind == "country" and atom.end == len(line.words)


def is_described(mention: Mention) -> bool:
    """Tell whether more than a title is said of a person."""
    return bool(mention.affiliations) or any(post.body for post in mention.actor.posts)
