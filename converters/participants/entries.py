"""Entries of lists of people: one line each, with the person before or after the body, and perhaps a text behind."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import body_actor, is_body, is_place, is_somewhere
from forumgraph.converters.participants.drafts import ACRONYM
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
_SEVERAL = 3
"""Forenames at least."""
_PAIR = 2
_HEADING = 60
"""Characters of a heading at most."""
_OF_PEOPLE = frozenset({"speakers", "participants", "organizers"})


def entries(line: Line, grammar: Grammar, end: int, *, of_people: bool = True) -> list[Mention]:
    """Read one actor with all that is said of it, or, where every part has the form of a person's name, several.

    Args:
        line: the words of the entry.
        grammar: of their language.
        end: index after the last of them.
        of_people: whether the list is one of persons, so that "Slow Rivers, Jane Doe" tells of her.
    """
    line = without_initials(line, grammar)
    return from_parts(line, grammar, undivided(line, grammar, 0, end), of_people=of_people)


def from_parts(line: Line, grammar: Grammar, segments: Sequence[Segment], *, of_people: bool = True) -> list[Mention]:
    """Read the parts of an entry: a line of a list, or the cells of a row that hold names, posts and bodies."""
    if _is_body_first(line, grammar, segments, of_people=of_people):
        one = not all(is_person(line, grammar, segment) for segment in segments[1:])
        people = [replace(segments[1], joint=""), *segments[2:]]
        return _acting_for(line, grammar, mentions(line, grammar, people, single=one), segments[0])
    if (
        segments[2:]
        and segments[-1].joint == "-"
        and [is_person(line, grammar, s) for s in segments[-2:]] == [True, False]
    ):
        return _acting_for(line, grammar, mentions(line, grammar, segments[:-1]), segments[-1])
    people = [s for s in segments if looks_like_person(line, grammar, s.first, s.end)]
    return mentions(line, grammar, segments, single=len(people) < 3 or len(people) < len(segments))


def before_text(line: Line, grammar: Grammar, end: int) -> int:
    """Return where the names end in "Jane Doe (ICLEI) – explained the census": at a dash, if a text goes on after it."""
    dash = next((i for i in range(1, end) if line.parted(i) or line.words[i].text == "—"), end)
    goes_on = dash < end and is_text(line, grammar, 0, end) and not is_text(line, grammar, 0, dash)
    return dash if goes_on else end


def undivided(line: Line, grammar: Grammar, first: int, end: int) -> list[Segment]:
    """Take a stretch apart; "Jane Doe | Director | ICLEI" tells of one person as with commas, and "DOE, Jane" is one name."""
    found = [s for s in parts(line, grammar, first, end) if not (s.joint == "(" and _are_initials(line, s))]
    found = _surnames_first(line, grammar, found)
    cells = any(w.text == "|" for w in line.words[first:end])
    if not cells or not found or not is_person(line, grammar, found[0]):
        return found
    return [replace(segment, joint="," if segment.joint == ";" else segment.joint) for segment in found]


def _are_initials(line: Line, segment: Segment) -> bool:
    """Tell whether a bracket has but the first letters of the words before it: "Jane Doe (JD)"."""
    inside = line.span(segment.first, segment.end).of(line.text)
    return _abbreviate(inside, line.words[max(0, segment.first - 1 - len(inside)) : segment.first - 1])


def _surnames_first(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> list[Segment]:
    """Put "DOE, Jane" together, where surnames in capitals stand before forenames, as in lists of participants."""
    kept: list[Segment] = []
    for segment in segments:
        if kept and segment.joint == "," and kept[-1].joint != "," and _is_turned(line, grammar, kept[-1], segment):
            kept[-1] = replace(kept[-1], end=segment.end)
        else:
            kept.append(segment)
    return kept


def _is_turned(line: Line, grammar: Grammar, surname: Segment, given: Segment) -> bool:
    """Tell whether a surname in capitals stands before a comma and a forename; a short one is rather a body where a whole name follows: "EDF, Jane Doe"."""
    shouted = line.span(surname.first, surname.end).of(line.text).isupper()
    whole = looks_like_person(line, grammar, surname.first, given.end)
    short = surname.end == surname.first + 1 and len(line.words[surname.first].text) <= ACRONYM
    return shouted and whole and not (short and looks_like_person(line, grammar, given.first, given.end))


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


def heads_other(line: Line, text: str, grammar: Grammar) -> bool:
    """Tell whether a line is a heading about something else than people: "Background" under "Organisers", and not "World Food Programme"."""
    if 0 in line.atoms:
        return False
    about = kind_of(text, lexicons()[grammar.code]) if len(text) < _HEADING else ""
    return bool(about) and about not in _OF_PEOPLE


def without_initials(line: Line, grammar: Grammar) -> Line:
    """Return a line in which "Jane Doe (JD)" is no body with its acronym, where it begins the line or several are told so: minutes go on with initials."""
    plain = [atom for atom in line.atoms.values() if not atom.key]
    bare = replace(line, atoms={})
    people = {line.at(atom.name.start) for atom in plain if _is_abbreviated(bare, grammar, atom)}
    if 0 not in people and len(people) < _PAIR:
        return line
    return replace(line, atoms={first: atom for first, atom in line.atoms.items() if first not in people})


def _is_abbreviated(line: Line, grammar: Grammar, atom: Atom) -> bool:
    """Tell whether an acronym is but the initials of a person."""
    first, end = line.at(atom.name.start), line.at(atom.name.end)
    return _abbreviate(atom.acronym, line.words[first:end]) and looks_like_person(line, grammar, first, end)


def _abbreviate(letters: str, name: Sequence[Token]) -> bool:
    """Tell whether letters are the initials of a name."""
    return 1 < len(letters) <= _SEVERAL and letters == "".join(word.text[:1] for word in name)


def _is_body_first(line: Line, grammar: Grammar, segments: Sequence[Segment], *, of_people: bool) -> bool:
    """Tell whether a body stands before its person: "Statistics South Africa – Pali Lehohla, Statistician-General"."""
    if len(segments) < _PAIR or segments[1].joint not in {"-", ",", "("} or not is_person(line, grammar, segments[1]):
        return False
    first = segments[0]
    if is_person(line, grammar, first) or is_post(line, grammar, first) or line.words[first.first].text.islower():
        return False
    named = (of_people and segments[1].joint == ",") or is_body(line, grammar, first)
    return segments[1].joint == "-" or (named and not is_somewhere(line, segments[1]))


def _acting_for(line: Line, grammar: Grammar, read: Sequence[Mention], body: Segment) -> list[Mention]:
    """Add the body that stands before its person or persons."""
    actor, sure = body_actor(line, (body.first, body.end)), is_body(line, grammar, body)
    return [replace(m, affiliations=(*m.affiliations, actor), sure=m.sure or sure) for m in read]


def by_groups(line: Line, grammar: Grammar, first: int, end: int) -> list[Mention]:
    """Read groups that semicolons part, each with a body or post before its persons: "ICLEI: Jane Doe; UCLG – John Roe and Ann Poe"."""
    cuts = [first - 1, *(i for i in range(first, end) if line.words[i].text == ";"), end]
    groups = [(start + 1, stop) for start, stop in itertools.pairwise(cuts)]
    marks = [next((i for i in range(*g) if line.words[i].text == ":" or line.parted(i)), 0) for g in groups]
    if sum(map(bool, marks)) < _PAIR:
        return []
    read: list[Mention] = []
    for (start, stop), mark in zip(groups, marks, strict=True):
        if any(grammar.phrases["absent"].longest(line.words, i) for i in range(start, stop)):
            continue  # "Jane Doe gives her proxy to John Roe": she is not there.
        alone = mentions(line, grammar, parts(line, grammar, start, stop)) if not mark else ()
        read.extend(person_of(line, grammar, start, mark, stop) if mark else alone)
    return read


def person_of(line: Line, grammar: Grammar, first: int, mark: int, end: int) -> list[Mention]:
    """Read "UN-Habitat: Eduardo Moreno, Head of Research" and "UN-Habitat: Eduardo Moreno said", where the body stands before a colon or dash.

    A kind of participants is no body: "Staff: Jane Doe", "NGOs: ICLEI, Slow Rivers"; nor is a label: "Venue: Ford Hall".
    """
    label = line.span(first, mark).of(line.text).casefold() if first < mark else ""
    if any(label in row for row in lexicons()[grammar.code].table("labels").values()):
        return []
    start = mark + (line.words[mark].text == ":")
    text = is_text(line, grammar, start, end)
    segments = names_from(line, grammar, start)[0][:1] if text else parts(line, grammar, start, end)
    kind = is_kind(replace(line, words=line.words[first:mark], atoms={}), grammar)
    bodies = names_bodies(line, grammar, first, mark) or not any(is_person(line, grammar, s) for s in segments)
    if kind and bodies and not text:
        return as_bodies(line, grammar, segments, mentions(line, grammar, segments))
    body = parts(line, grammar, first, mark)
    seated = bool(body) and all(is_place(line, segment) for segment in body[1:])
    if not seated or not segments or not is_person(line, grammar, segments[0]):
        return []
    one = not all(is_person(line, grammar, segment) for segment in segments)
    read = mentions(line, grammar, segments, single=one)
    kind = kind or is_post(line, grammar, body[0])
    return read if kind and not is_body(line, grammar, body[0]) else _acting_for(line, grammar, read, body[0])


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


def is_described(mention: Mention) -> bool:
    """Tell whether more than a title is said of a person."""
    return bool(mention.affiliations) or any(post.body for post in mention.actor.posts)
