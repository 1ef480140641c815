"""Bodies by their names: the words and forms that tell of one, its kind, and places that look like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.words.gazetteer import city
from forumgraph.model import Actor, Span

if TYPE_CHECKING:
    from forumgraph.converters.participants.drafts import Draft
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Atom, Line, Segment

_SEVERAL = 2
KINDS = {"country": "government"}
"""Kinds of known names that act as something else."""


def is_body(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part names a body beyond doubt."""
    return segment.first in line.atoms or looks_like_body_part(line, grammar, segment.first, segment.end)


def is_place(line: Line, segment: Segment) -> bool:
    """Tell whether a part is nothing but a known place."""
    atom = line.atoms.get(segment.first)
    return atom is not None and atom.kind in {"country", "place", "city"} and atom.end == segment.end


def is_somewhere(line: Line, segment: Segment) -> bool:
    """Tell whether a part is nothing but a place, known as an actor or not: "Kenya", "New York"."""
    return is_place(line, segment) or bool(city(line.span(segment.first, segment.end).of(line.text)))


def looks_like_body_part(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a part has a word or form that bodies have, before any link."""
    group = next((i for i in range(first + 1, end) if grammar.has("links", line.words[i].fold)), end)
    return looks_like_body(line, grammar, first, group, end)


def looks_like_body(line: Line, grammar: Grammar, first: int, end: int, until: int) -> bool:
    """Tell whether a group of words (which may go on, after a link, until `until`) names a body."""
    if first in line.atoms and line.atoms[first].key:
        return True
    field = grammar.phrases["fields"].longest(line.words, first, end)
    if field and field[0] == end:
        return False
    if any(
        sum(c.isupper() for c in line.words[i].text) > 1 and len(line.words[i].text) < 12 for i in range(first, end)
    ):
        return True
    bodies = grammar.phrases["bodies"]
    match = bodies.longest(line.words, first, until)
    small = match and (line.is_name(match[0]) or _is_unit_of(line, grammar, first, end))
    named = match and (line.is_name(first) or (small and not grammar.capitalised))
    if match and named and match[0] < until:
        linked = match[0] == end and end < until
        return linked or (match[0] < end and not grammar.has("portfolios", line.words[first].fold))
    if end - first < 2 or not line.is_name(first):
        return False
    return any(
        (m := bodies.longest(line.words, i, end)) and m[0] == end and (line.is_name(i) or not grammar.capitalised)
        for i in range(first + 1, end)
    )


def _is_unit_of(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a unit is written without capital and its field with one: "ministère de l'Eau", and not "centre de Dakar"."""
    rows = ("links", "articles")
    inside = range(first + 1, len(line.words))
    at = next((i for i in inside if not any(grammar.has(row, line.words[i].fold) for row in rows)), end)
    unit = at > first + 1 == end and grammar.has("units", line.words[first].fold)
    return unit and line.is_name(at) and at not in line.atoms and not city(line.words[at].text)


def body_actor(line: Line, stretch: tuple[int, int]) -> Actor:
    """Make the actor for which a person acts."""
    atom = line.atoms.get(stretch[0])
    whole = atom if atom and atom.end >= stretch[1] else None
    kind = KINDS.get(whole.kind, whole.kind) if whole and whole.kind else "organization"
    span = whole.name if whole else line.span(*stretch)
    acronym, expansion = (whole.acronym, whole.expansion) if whole else ("", None)
    return Actor(span.of(line.text), kind, span, "actor.affiliation", acronym, expansion)


def body_kind(line: Line, grammar: Grammar, first: int, end: int) -> str:
    """Tell the kind of a body by the head of its name: "Government of Peru", "Basque Government", "NGO Major Group"."""
    links = (i for i in range(first + 1, end) if grammar.has("links", line.words[i].fold))
    head = next(links, end)
    for kind, row in (("constituency", "constituencies"), ("government", "governments")):
        for index in range(first, head):
            found = grammar.phrases[row].longest(line.words, index, end)
            opens = index == first and not grammar.capitalised
            if found and (opens or (found[0] >= head and (head == end or index == first or kind == "constituency"))):
                return "organization" if kind == "government" and _is_of_body(line, head, end) else kind
    return "organization"


def _is_of_body(line: Line, first: int, end: int) -> bool:
    """Tell whether a delegation is one of a known organization: "Delegation of the European Union to Kenya"."""
    atom = next((line.atoms[i] for i in range(first, end) if i in line.atoms), None)
    return atom is not None and atom.kind in {"organization", "constituency"}


def ends_in_body(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a name of three words or more ends in a word for bodies: "Habitat for Humanity International"."""
    last = line.words[end - 1]
    names = sum(line.words[i].text[0].isupper() for i in range(first, end))
    body = (
        last.text[0].isupper()
        and grammar.has("bodies", last.fold)
        and not grammar.has("portfolios", line.words[first].fold)
    )
    return names > 2 and body and line.is_name(first)


def governs(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether words without capitals stand for a known country: "delegation of Austria"."""
    country = any(
        i in line.atoms and line.atoms[i].kind == "country" and line.atoms[i].end == end for i in range(first, end)
    )
    return country and grammar.has("governments", line.words[first].fold)


def is_cut(line: Line, grammar: Grammar, atom: Atom) -> bool:
    """Tell whether a known name of several words is but the beginning of another one: "General Assembly" in "General Assembly of Partners"."""
    if atom.kind not in {"organization", "forum"} or atom.end - atom.first < _SEVERAL or atom.expansion:
        return False
    following = line.words[atom.end : atom.end + 2]
    goes_on = len(following) == _SEVERAL and grammar.has("genitive", following[0].fold) and line.is_name(atom.end + 1)
    return goes_on and atom.end + 1 not in line.atoms and line.words[atom.end - 1].text != ")"


def is_delegation(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a delegation is one of a State, which speaks by it: "the delegation of Kenya"."""
    if not grammar.has("delegations", line.words[segment.first].fold):
        return False
    atom = next((line.atoms[i] for i in range(segment.first, segment.end) if i in line.atoms), None)
    return atom is not None and atom.kind == "country" and atom.end == segment.end


def is_phrase(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether words name a kind of actors or a field, and nobody: "Permanent", "Local Governments"."""
    rows = ("generic", "portfolios", "modifiers")
    if end - first == 2 and len(line.words[end - 1].text) == 1 and grammar.has("bodies", line.words[first].fold):
        return True
    water = any(grammar.has("waters", line.words[i].fold) for i in (first, end - 1))
    if _are_members(line, grammar, first, end) or (water and not looks_like_body_part(line, grammar, first, end)):
        return True
    words = line.words[first:end]
    return all(
        any(grammar.has(row, w.fold) for row in rows) or (w.text.islower() and grammar.has("ands", w.fold))
        for w in words
    )


def _are_members(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether words behind a name tell of a kind of others: "UN agencies", "ESCAP Member States"."""
    atom = line.atoms.get(first)
    after = atom.end if atom else first + 1
    named = atom is not None or line.words[first].text.isupper()
    kind = all(grammar.has("generic", w.fold) or grammar.has("attenders", w.fold) for w in line.words[after:end])
    return named and after < end and kind and grammar.has("attenders", line.words[end - 1].fold)


def ended_by_definition(line: Line, first: int, end: int) -> Atom | None:
    """Return the definition a name ends with, when the acronym leaves its first words out: "Programme Solidarité Eau (pS-Eau)"."""
    inner = (line.atoms[i] for i in range(first + 1, end) if i in line.atoms)
    return next((atom for atom in inner if atom.expansion and atom.end == end), None)


def without_place(line: Line, grammar: Grammar, segment: Segment) -> int:
    """Return where a known or defined name ends that goes on with a place or time: "ICLEI in New York"."""
    atom = line.atoms.get(segment.first)
    if atom and atom.end < segment.end and (atom.key or atom.expansion):
        link = line.words[atom.end].fold
        if grammar.has("links", link) and not grammar.has("belonging", link):
            return atom.end
    return segment.end


def is_governed(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> bool:
    """Take "Ministry of Water, Government of Kenya" as one body, with the State in its name."""
    unit = not draft.atom and grammar.has("units", line.words[draft.first].fold)
    state = is_place(line, segment) or grammar.has("governments", line.words[segment.first].fold)
    if not unit or not state or draft.kind != "organization":
        return False
    draft.name, draft.end = Span(draft.name.start, line.words[segment.end - 1].end), segment.end
    return True


def is_seated(line: Line, draft: Draft, segment: Segment) -> bool:
    """Tell whether a part is but where a body has its seat: "UNDP, New York"; among cities it is a further one."""
    name = draft.name.of(line.text)
    return draft.kind != "government" and is_somewhere(line, segment) and len(name) > 3 and not city(name)
