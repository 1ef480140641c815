"""Actors as words name them: the parts of an enumeration become persons with posts, holders of posts, bodies and governments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.converters.posts import Office, looks_like_body, looks_like_person, office
from forumgraph.converters.segments import Segment, is_post, parts
from forumgraph.converters.trie import fold
from forumgraph.model import Actor, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.converters.grammar import Grammar
    from forumgraph.converters.line import Atom, Line
    from forumgraph.model import Post

KINDS = {"country": "government"}
"""Kinds of known names that act as something else."""
NOT_ACTORS = frozenset({"forum", "place", "city", "venue"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor at one place of the text.

    Attributes:
        key: of the known name; empty of others.
        sure: whether more than capitals says that this is an actor: a known name, an honorific, a post, a word like "Ministry".
        affiliations: bodies a person is said to belong to.
        span: all words that tell of the actor.
    """

    actor: Actor
    span: Span
    key: str = ""
    sure: bool = True
    affiliations: tuple[Actor, ...] = ()


@dataclass(slots=True)
class _Draft:
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


def mentions(line: Line, grammar: Grammar, found: Iterable[Segment], *, single: bool = False) -> list[Mention]:
    """Read the parts of an enumeration.

    Args:
        line: the words.
        grammar: of their language.
        found: parts, from left to right.
        single: whether the words tell of one actor, as a line of a list of speakers does.
    """
    drafts: list[_Draft] = []
    for segment in found:
        current = drafts[-1] if drafts else None
        named = any(line.is_name(i) for i in range(segment.first, segment.end))
        if not named and not (current and is_post(line, grammar, segment)):
            continue
        if current is None or not _added(line, grammar, current, segment, single=single):
            drafts.extend(_drafts(line, grammar, segment))
    return [_mention(line, draft) for draft in drafts]


def _added(line: Line, grammar: Grammar, draft: _Draft, segment: Segment, *, single: bool) -> bool:
    """Add a part to the actor before it, if it tells more of it."""
    if segment.joint == "(":
        _add_bracket(line, grammar, draft, segment)
        return True
    if draft.kind not in {"person", "post"} or segment.joint == ";":
        return single and segment.joint == "," and _is_place(line, segment) and len(draft.name.of(line.text)) > 3
    held = office(line, grammar, segment)
    if held and not held.person:
        return _add_office(line, grammar, draft, held, segment, single=single)
    if segment.joint == "and" or not draft.open or _honorific(line, grammar, segment.first) > segment.first:
        return False
    if draft.bodies and not single and not _is_place(line, segment) and not _nested(line, grammar, draft, segment):
        return False
    if not _is_body(line, grammar, segment) and not (single and draft.kind == "person" and not draft.bodies):
        return False
    _add_body(line, grammar, draft, segment)
    return True


def _add_office(line: Line, grammar: Grammar, draft: _Draft, held: Office, segment: Segment, *, single: bool) -> bool:
    """Add a post: of a person always, of an unnamed holder when it is a second hat and not a second holder."""
    if draft.kind == "post" and not single:
        titles = {line.span(*o.title).of(line.text).casefold() for o, _ in draft.offices}
        again = line.span(*held.title).of(line.text).casefold() in titles
        if segment.article or segment.joint != "and" or again:
            return False
    if draft.kind == "person" and segment.joint == "and" and (segment.article or not draft.offices):
        return False
    draft.offices.append((held, None))
    draft.end = segment.end
    draft.open = True
    draft.bodies.extend(_bodies(line, grammar, held))
    if draft.kind == "post":
        draft.name = line.span(draft.first, draft.end)
    return True


def _add_body(line: Line, grammar: Grammar, draft: _Draft, segment: Segment) -> None:
    """Add the body of a post that has none, or an outer body of the one before ("Ministry of Y, Z Government")."""
    if draft.offices:
        held, place = draft.offices[-1]
        begin = place.start if place else line.words[held.body[0]].start if held.body else line.words[segment.first].start
        draft.offices[-1] = held, Span(begin, line.words[segment.end - 1].end)
    if not (draft.bodies and _is_place(line, segment)):
        draft.bodies.extend(_actor(line, d) for d in _drafts(line, grammar, segment, body=True))
    draft.end = segment.end
    if draft.kind == "post":
        draft.name = line.span(draft.first, draft.end)


def _nested(line: Line, grammar: Grammar, draft: _Draft, segment: Segment) -> bool:
    """Tell whether a body is a government or place around a unit named before."""
    words = line.words[segment.first : segment.end]
    inner = draft.bodies[-1].name.split()
    governs = any(grammar.has("governments", w.fold) for w in words)
    return governs and bool(inner) and grammar.has("units", fold(inner[0]))


def _add_bracket(line: Line, grammar: Grammar, draft: _Draft, segment: Segment) -> None:
    """Read "Jane Doe (ICLEI)", "Jane Doe (Director, ICLEI)"; what stands in brackets after a body is left alone."""
    if draft.kind not in {"person", "post"}:
        return
    for number, part in enumerate(parts(line, grammar, segment.first, segment.end)):
        held = office(line, grammar, part)
        if held and not held.person:
            _add_office(line, grammar, draft, held, part, single=True)
        elif number == 0 or _is_body(line, grammar, part):
            place = draft.name
            _add_body(line, grammar, draft, part)
            draft.name = place
    draft.end = min(segment.end + 1, len(line.words))
    draft.open = False


def _drafts(line: Line, grammar: Grammar, segment: Segment, *, body: bool = False) -> list[_Draft]:
    """Begin actors with a part; a shared head ("Permanent Missions of Austria and Jamaica") begins one for each name."""
    first, end = segment.first, _without_place(line, grammar, segment)
    start = _honorific(line, grammar, first)
    if start > first and start < end:
        return [_person(line, grammar, start, end, sure=True)]
    shared = grammar.phrases["shared"].longest(line.words, first, end)
    if shared and shared[0] + 1 < end and line.words[shared[0] - 1].fold.endswith("s"):
        first = next((i for i in range(shared[0], end) if line.is_name(i)), first)
    atom = line.atoms.get(first)
    if atom and atom.end >= end:
        kind = KINDS.get(atom.kind, atom.kind) or _body_kind(line, grammar, first, end)
        return [_Draft(kind, first, end, atom.name, atom.key, kind not in NOT_ACTORS, atom)]
    held = None if body else office(line, grammar, segment)
    if held:
        return [_holder(line, grammar, held, first, end)]
    person = None if body else _affiliated(line, grammar, first, end)
    if person:
        return [person]
    kind = _body_kind(line, grammar, first, end)
    return [_Draft(kind, first, end, line.span(first, end), sure=looks_like_body_part(line, grammar, first, end))]


def _without_place(line: Line, grammar: Grammar, segment: Segment) -> int:
    """Return where a known name ends that goes on with a place or time: "ICLEI in New York"."""
    atom = line.atoms.get(segment.first)
    if atom and atom.end < segment.end and atom.key:
        link = line.words[atom.end].fold
        if grammar.has("links", link) and not grammar.has("belonging", link):
            return atom.end
    return segment.end


def _holder(line: Line, grammar: Grammar, held: Office, first: int, end: int) -> _Draft:
    if held.person:
        draft = _Draft("person", held.person[0], held.person[1], line.span(*held.person), offices=[(held, None)])
        draft.first, draft.end = first, end
    else:
        draft = _Draft("post", first, end, line.span(first, end), offices=[(held, None)])
    draft.bodies.extend(_bodies(line, grammar, held))
    return draft


def _bodies(line: Line, grammar: Grammar, held: Office) -> list[Actor]:
    """Return the body of a post, if it is one; the mayor of a town does not act for a body of the town's name."""
    if held.body and (held.body[0] in line.atoms or looks_like_body_part(line, grammar, *held.body)):
        return [_body_actor(line, held.body)]
    return []


def _person(line: Line, grammar: Grammar, first: int, end: int, *, sure: bool) -> _Draft:
    """Begin a person with a name, which may go on with "of ICLEI"."""
    link = next((i for i in range(first + 1, end) if _links_body(line, grammar, i, end)), end)
    draft = _Draft("person", first, end, line.span(first, link), sure=sure)
    if link < end:
        start = next((i for i in range(link + 1, end) if line.is_name(i)), link)
        draft.bodies.append(_body_actor(line, (start, end)))
        draft.sure = True
    return draft


def _links_body(line: Line, grammar: Grammar, index: int, end: int) -> bool:
    fold = line.words[index].fold
    if not grammar.has("belonging", fold):
        return False
    start = next((i for i in range(index + 1, min(end, index + 4)) if line.is_name(i)), end)
    return start < end and (
        not grammar.has("particles", fold) or start in line.atoms or looks_like_body(line, grammar, start, end, end)
    )


def _affiliated(line: Line, grammar: Grammar, first: int, end: int) -> _Draft | None:
    """Begin a person without honorific: two words or more that have the form of a name, alone or before "of ICLEI"."""
    link = next((i for i in range(first + 1, end) if _links_body(line, grammar, i, end)), end)
    if not looks_like_person(line, grammar, first, link):
        return None
    return _person(line, grammar, first, end, sure=False)


def _honorific(line: Line, grammar: Grammar, index: int) -> int:
    """Return the index after the honorifics that stand at an index: "H.E. Mr."."""
    while index < len(line.words) and line.words[index].text[0].isupper() and index not in line.atoms:
        match = grammar.phrases["honorifics"].longest(line.words, index)
        if not match or not line.is_name(_past_points(line, match[0])):
            return index
        index = _past_points(line, match[0])
    return index


def _past_points(line: Line, index: int) -> int:
    while index < len(line.words) and line.words[index].text in ".,":
        index += 1
    return index


def looks_like_body_part(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a part has a word or form that bodies have, before any link."""
    group = next((i for i in range(first + 1, end) if grammar.has("links", line.words[i].fold)), end)
    return looks_like_body(line, grammar, first, group, end)


def _is_body(line: Line, grammar: Grammar, segment: Segment) -> bool:
    return segment.first in line.atoms or looks_like_body_part(line, grammar, segment.first, segment.end)


def _is_place(line: Line, segment: Segment) -> bool:
    atom = line.atoms.get(segment.first)
    return atom is not None and atom.kind in {"country", "place", "city"} and atom.end == segment.end


def _body_kind(line: Line, grammar: Grammar, first: int, end: int) -> str:
    for kind, row in (("constituency", "constituencies"), ("government", "governments")):
        if any(grammar.phrases[row].longest(line.words, i, end) for i in _head(line, grammar, first, end)):
            return kind
    return "organization"


def _head(line: Line, grammar: Grammar, first: int, end: int) -> Iterator[int]:
    for index in range(first, end):
        if index > first and grammar.has("links", line.words[index].fold):
            return
        yield index


def _body_actor(line: Line, stretch: tuple[int, int]) -> Actor:
    atom = line.atoms.get(stretch[0])
    whole = atom if atom and atom.end >= stretch[1] else None
    kind = KINDS.get(whole.kind, whole.kind) if whole and whole.kind else "organization"
    span = whole.name if whole else line.span(*stretch)
    acronym, expansion = (whole.acronym, whole.expansion) if whole else ("", None)
    return Actor(span.of(line.text), kind, span, "actor.affiliation", acronym, expansion)


def _actor(line: Line, draft: _Draft) -> Actor:
    posts: tuple[Post, ...] = tuple(held.post(line, place) for held, place in draft.offices)
    name = draft.name.of(line.text)
    acronym = draft.atom.acronym if draft.atom else ""
    if not acronym and draft.kind in {"organization", "constituency"} and _is_acronym(name):
        acronym = name
    rule = f"actor.{'known' if draft.key else draft.kind}"
    return Actor(name, draft.kind, draft.name, rule, acronym, draft.atom.expansion if draft.atom else None, posts)


def _is_acronym(name: str) -> bool:
    return len(name) <= 15 and all(len(w) > 1 and sum(c.isupper() for c in w) * 2 >= len(w) for w in name.split())


def _mention(line: Line, draft: _Draft) -> Mention:
    actor = _actor(line, draft)
    belongs = tuple(dict.fromkeys(draft.bodies)) if draft.kind == "person" else ()
    end = max(line.words[draft.end - 1].end, draft.name.end)
    span = Span(min(line.words[draft.first].start, draft.name.start), end)
    return Mention(actor, span, draft.key, _is_sure(draft, actor), belongs)


def _is_sure(draft: _Draft, actor: Actor) -> bool:
    """Tell whether more than capitals speaks for the reading: the holder of a post without body could be anybody."""
    if draft.kind == "post":
        return any(post.body for post in actor.posts)
    return draft.sure or bool(draft.offices or draft.bodies)
