"""Actors in the making: what the first words of an actor say it is, before the words that follow tell more of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import (
    KINDS,
    body_actor,
    body_kind,
    ended_by_definition,
    ends_in_body,
    governs,
    is_cut,
    is_delegation,
    is_phrase,
    looks_like_body,
    looks_like_body_part,
    without_place,
)
from forumgraph.converters.participants.holders import name_behind
from forumgraph.converters.participants.posts import Office, honorific, looks_like_person, office
from forumgraph.converters.participants.several import past_head_of_several, past_title_of_several
from forumgraph.converters.words.line import Segment
from forumgraph.model import Actor, Span

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Atom, Line

ACRONYM = 5
"""Letters of a word in capitals that is rather an acronym than a surname."""
NOT_ACTORS = frozenset({"forum", "place", "city", "venue", "phrase"})
"""Kinds of known names, and of mere words like "Local Governments", that take no part in a meeting."""


@dataclass(slots=True)
class Draft:
    """An actor while its parts are being read."""

    kind: str
    first: int
    end: int
    name: Span
    key: str = ""
    sure: bool = True
    atom: Atom | None = None
    offices: list[tuple[Office, Span | None]] = field(default_factory=list)
    bodies: list[Actor] = field(default_factory=list)
    open: bool = True
    article: bool = False
    agent: bool = False
    """Whether who stands for the body was named before it: "the representative of the World Bank"."""
    closed: bool = False
    """Whether the name stood last, in a bracket, so that what follows tells of somebody else."""


def begin(line: Line, grammar: Grammar, segment: Segment, *, body: bool = False) -> Draft:
    """Begin an actor with a part of an enumeration.

    Args:
        line: the words.
        grammar: of their language.
        segment: the part; of a shared head ("Permanent Missions of Austria and Jamaica") the name alone counts.
        body: whether the part can only be a body, as what follows a post.
    """
    given, segment = segment, _without_agent(line, grammar, segment)
    body = body or segment is not given
    first, end = segment.first, without_place(line, grammar, segment)
    start = past_title_of_several(line, grammar, first, end)
    start = _past_title(line, grammar, honorific(line, grammar, start), end)
    if first < start < end:
        return _named(line, grammar, start, end)
    if segment is not given:
        return _represented(line, grammar, segment, end)
    later = _later_honorific(line, grammar, first, end)
    if later:
        return _introduced(line, grammar, first, later, end)
    first = past_head_of_several(line, grammar, first, end)
    atom = line.atoms.get(first)
    defined = atom and atom.expansion and not atom.key and grammar.phrases["titles"].longest(line.words, first)
    if not body and (atom is None or atom.end < end or defined):
        kinds = is_phrase(line, grammar, first, end) and not grammar.has("titles", line.words[end - 1].fold)
        held = None if kinds and end - first > 1 else office(line, grammar, segment)
        if held:
            return _after_body(line, grammar, held, segment) or _holder(line, grammar, held, first, end)
        named = _owned(line, grammar, first, end) or (
            None if segment.article else _affiliated(line, grammar, first, end)
        )
        if named:
            return named
    return _body(line, grammar, first, end)


def _represented(line: Line, grammar: Grammar, segment: Segment, end: int) -> Draft:
    """Begin the body or the holder of a post for whom somebody stands."""
    if segment.first not in line.atoms and (held := office(line, grammar, segment)):
        return _holder(line, grammar, held, segment.first, end)
    if looks_like_person(line, grammar, segment.first, end):
        return Draft("phrase", segment.first, end, line.span(segment.first, end), sure=False)
    return replace(_body(line, grammar, segment.first, end), sure=True, agent=True)


def _past_title(line: Line, grammar: Grammar, index: int, end: int) -> int:
    """Go over a title between honorifics: "H.E. Ambassador Mr. Doe"."""
    title = grammar.phrases["titles"].longest(line.words, index, end)
    name = honorific(line, grammar, title[0]) if title else index
    return name if title and title[0] < name < end else index


def _named(line: Line, grammar: Grammar, first: int, end: int) -> Draft:
    """Begin a person behind an honorific, perhaps with a post beside the name: "H.E. President Jane Doe", "Ms. Jane Doe Director"."""
    if all(grammar.has("titles", w.fold) or grammar.has("modifiers", w.fold) for w in line.words[first:end]):
        return Draft("phrase", first, end, line.span(first, end), sure=False)
    titled = office(line, grammar, Segment(first, end))
    if titled and titled.person:
        return _holder(line, grammar, titled, first, end)
    titles = grammar.phrases["titles"]
    start = next((i for i in range(first + 2, end) if line.is_name(i) and titles.longest(line.words, i, end)), end)
    start = end if start == end - 1 and grammar.has("surnames", line.words[start].fold) else start
    draft = person(line, grammar, first, start, sure=True)
    held = office(line, grammar, Segment(start, end)) if start < end else None
    if held and not held.person:
        draft.end, draft.offices, draft.bodies = end, [(held, None)], bodies(line, grammar, held)
        return draft
    return person(line, grammar, first, end, sure=True)


def _after_body(line: Line, grammar: Grammar, held: Office, segment: Segment) -> Draft | None:
    """Begin a person whose name follows the known body of a post: "President of ECOSOC Jane Doe"."""
    name = name_behind(line, grammar, held, segment)
    if held.person or name >= segment.end:
        return None
    draft = person(line, grammar, name, segment.end, sure=True)
    title = office(line, grammar, Segment(segment.first, name)) or held
    draft.offices.append((title, None))
    draft.bodies.extend(bodies(line, grammar, title))
    draft.first = segment.first
    return draft


def _later_honorific(line: Line, grammar: Grammar, first: int, end: int) -> int:
    """Return where an honorific stands behind a post: "Chair of the Forum H.E. Mr. Doe"; else 0."""
    at = first + 1
    while at < end:
        if at in line.atoms:
            at = line.atoms[at].end
        elif honorific(line, grammar, at) > at and line.words[at - 1].text != "." and line.is_name(at):
            post = grammar.phrases["titles"].longest(line.words, first) or office(line, grammar, Segment(first, at))
            field = all(grammar.has("portfolios", w.fold) for w in line.words[first:at])
            return at if post or field or grammar.are_several("titles", line.words[at - 1].fold) else 0
        else:
            at += 1
    return 0


def _introduced(line: Line, grammar: Grammar, first: int, later: int, end: int) -> Draft:
    """Begin a person whose post stands before the honorific."""
    draft = begin(line, grammar, Segment(later, end))
    held = office(line, grammar, Segment(first, later))
    if draft.kind == "person" and held and not held.person:
        draft.offices.insert(0, (held, None))
        draft.bodies.extend(bodies(line, grammar, held))
    draft.first = first
    return draft


def _without_agent(line: Line, grammar: Grammar, segment: Segment) -> Segment:
    """Leave out who only stands for the actor: "representative of the World Bank", and the country of "Kenya's Ministry of Health"."""
    first, atom = segment.first, line.atoms.get(segment.first)
    if atom is None and (grammar.has("agents_of", line.words[first].fold) or is_delegation(line, grammar, segment)):
        first += 1
        if first < segment.end and grammar.has("links", line.words[first].fold):
            start = next((i for i in range(first, segment.end) if line.is_name(i)), 0)
            return replace(segment, first=start) if start else segment
    elif atom and atom.kind == "country" and line.owns(atom.end - 1):
        start = atom.end + 1
        if all(line.words[i].text.islower() for i in range(start, segment.end)):
            return replace(segment, end=atom.end)
        if start < segment.end and looks_like_body_part(line, grammar, start, segment.end):
            return replace(segment, first=start)
    return segment


def _owned(line: Line, grammar: Grammar, first: int, end: int) -> Draft | None:
    """Begin a person of a body: "UN-Habitat's Moreno", "the United Nations Food Agency (UNFA)'s Moreno", "SRF's Moreno"."""
    ends = (a.end for i in range(first, end) if (a := line.atoms.get(i)) and line.owns(a.end - 1))
    owner = next((i for i in range(first, end) if line.owns(i)), end)
    shouted = line.words[first].text.isupper() or (owner > first and all(line.is_name(i) for i in range(first, owner)))
    name = next(ends, owner + 1 if shouted else end) + 1
    if name >= end or not looks_like_person(line, grammar, name, end, least=1 + (owner > first)):
        return None
    draft = person(line, grammar, name, end, sure=True)
    draft.bodies.append(body_actor(line, (first, name - 1)))
    return draft


def _body(line: Line, grammar: Grammar, first: int, end: int) -> Draft:
    """Begin a body: a known name, a defined one, or words that may be one."""
    atom = line.atoms.get(first)
    if atom and atom.end >= end and not is_cut(line, grammar, atom):
        kind = KINDS.get(atom.kind, atom.kind) or body_kind(line, grammar, first, end)
        return Draft(kind, first, end, atom.name, atom.key, kind not in NOT_ACTORS, atom)
    kind = body_kind(line, grammar, first, end)
    if atom and atom.expansion and grammar.has("belonging", line.words[atom.end].fold):
        return Draft(kind, first, end, atom.name, atom.key, atom=atom)
    whole = ended_by_definition(line, first, end)
    if whole:
        name = Span(line.words[first].start, whole.name.end)
        return Draft(kind, first, end, name, "", True, replace(whole, name=name))
    bloc = grammar.phrases["blocs"].longest(line.words, first, end)
    if bloc and bloc[0] == end and line.is_name(first):
        return Draft("constituency", first, end, line.span(first, end))
    document = atom and atom.key and grammar.has("documents", line.words[end - 1].fold)
    before = line.words[first - 1].fold if first else ""
    one = grammar.has("articles", before) and not grammar.has("definite", before)
    if (
        (one and not atom and grammar.has("events", line.words[first].fold))
        or document
        or is_phrase(line, grammar, first, end)
    ):
        return Draft("phrase", first, end, line.span(first, end), sure=False)
    sure = (
        looks_like_body_part(line, grammar, first, end)
        or ends_in_body(line, grammar, first, end)
        or governs(line, grammar, first, end)
    )
    key = atom.key if atom and not is_cut(line, grammar, atom) else ""
    told = grammar.has("kinds_of_bodies", before)
    return Draft(kind, first, end, line.span(first, end), key, sure=sure or told or kind == "constituency")


def _holder(line: Line, grammar: Grammar, held: Office, first: int, end: int) -> Draft:
    if held.person:
        draft = Draft("person", held.person[0], held.person[1], line.span(*held.person), offices=[(held, None)])
        draft.first, draft.end = first, end
    else:
        draft = Draft("post", first, end, line.span(first, end), offices=[(held, None)])
    draft.bodies.extend(bodies(line, grammar, held))
    return draft


def bodies(line: Line, grammar: Grammar, held: Office) -> list[Actor]:
    """Return the body of a post, if it is one; the mayor of a town does not act for a body of the town's name."""
    if held.body and (held.body[0] in line.atoms or looks_like_body_part(line, grammar, *held.body)):
        return [body_actor(line, held.body)]
    return []


def person(line: Line, grammar: Grammar, first: int, end: int, *, sure: bool) -> Draft:
    """Begin a person with a name, which may go on with "of ICLEI"."""
    link = next((i for i in range(first + 1, end) if _links_body(line, grammar, i, end)), end)
    draft = Draft("person", first, end, line.span(first, link), sure=sure)
    if link < end:
        start = next((i for i in range(link + 1, end) if line.is_name(i)), link)
        draft.bodies.append(body_actor(line, (start, end)))
        draft.sure = True
    return draft


def _links_body(line: Line, grammar: Grammar, index: int, end: int) -> bool:
    fold = line.words[index].fold
    if line.words[index].text == "/" or not grammar.has("belonging", fold):
        return line.words[index].text == "/" and line.is_name(index + 1)
    start = next((i for i in range(index + 1, min(end, index + 4)) if line.is_name(i)), end)
    if start < end and start not in line.atoms and _is_surname(line, grammar, index, end):
        return False
    elided = end - start > 1 and index > 1 and line.gap(index + 1)[-1:] in {"'", "’"} and line.is_name(index - 2)
    return start < end and (
        elided
        or not (grammar.has("particles", fold) or grammar.has("loose", fold))
        or start in line.atoms
        or looks_like_body(line, grammar, start, end, end)
    )


def _is_surname(line: Line, grammar: Grammar, index: int, end: int) -> bool:
    """Tell whether a particle and what is behind it are a surname: "Marie de SAINT-LOUP", "Luc D’Arc", and not "Ana de AECID", "Luc d’Eau Vive"."""
    stop = next((i for i in range(index + 1, end) if not line.words[i].text.isupper()), end)
    word, shouted = line.words[index], stop > index + 1
    surname = line.words[index + 1 : stop if shouted else end]
    long = max((len(w.text) for w in surname), default=0) > ACRONYM
    if word.text.isupper() and not long:
        return len(surname) == 1 and surname[0].text.istitle() and line.gap(index + 1)[:1] in {"'", "’"}
    return grammar.has("particles", word.fold) and shouted and long and not (index > 1 and line.is_name(index - 2))


def _affiliated(line: Line, grammar: Grammar, first: int, end: int) -> Draft | None:
    """Begin a person without honorific: two words or more that have the form of a name, alone or before "of ICLEI"."""
    link = next((i for i in range(first + 1, end) if _links_body(line, grammar, i, end)), end)
    if not looks_like_person(line, grammar, first, link):
        return None
    return person(line, grammar, first, end, sure=False)
