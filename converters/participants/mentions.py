"""Actors as words name them: the parts of an enumeration become persons with posts, holders of posts, bodies and governments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import is_body, is_governed, is_place, is_seated
from forumgraph.converters.participants.drafts import Draft, begin, bodies, person
from forumgraph.converters.participants.finished import actor_of, is_sure, looks_like_acronym
from forumgraph.converters.participants.holders import led_by
from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.posts import honorific, is_person, looks_like_person, office
from forumgraph.converters.participants.segments import parts
from forumgraph.converters.participants.several import alternates, are_holders, past_title_of_several
from forumgraph.converters.participants.stakeholders import without_groups
from forumgraph.converters.words.line import Segment
from forumgraph.converters.words.trie import fold
from forumgraph.model import Actor, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.posts import Office
    from forumgraph.converters.words.line import Line


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


def mentions(line: Line, grammar: Grammar, found: Iterable[Segment], *, single: bool = False) -> list[Mention]:
    """Read the parts of an enumeration.

    Args:
        line: the words.
        grammar: of their language.
        found: parts, from left to right.
        single: whether the words tell of one actor, as a line of a list of speakers does.
    """
    drafts: list[Draft] = []
    found, people = without_groups(line, grammar, tuple(found))
    single = single or any(segment.joint == ";" for segment in found)
    for number, segment in enumerate(found):
        current = drafts[-1] if drafts else None
        named = any(line.is_name(i) for i in range(segment.first, segment.end)) and not _is_form(line, segment)
        if line.words[segment.first].text.isdigit() or not (named or (current and is_post(line, grammar, segment))):
            continue
        told = current is not None and current.kind == "person" and segment.joint == ","
        if are_holders(line, grammar, segment) or (
            told and grammar.phrases["behalf"].longest(line.words, segment.first)
        ):
            continue  # "Jane Doe, representing John Roe": he is not there.
        several = grammar.has("honorifics_of_several", line.words[found[0].first].fold)
        ends = number > 0 and segment is found[-1] and (number == 1 or found[-2].joint == "and")
        if (
            current
            and several
            and segment.joint in {",", "and"}
            and looks_like_person(line, grammar, segment.first, segment.end, least=1)
        ):
            drafts.append(person(line, grammar, segment.first, segment.end, sure=True))  # "MM. Doe, Roe et Poe"
        elif (
            current is None
            or (current.closed and segment.joint != "(")
            or alternates(line, grammar, current, found[number : number + 2])
            or not _added(line, grammar, current, segment, single=single, ends=ends)
        ):
            drafts.append(begin(line, grammar, segment))
            drafts[-1].article = segment.article
            drafts[-1].sure |= segment.first in people
            if drafts[-1].kind == "person":
                drafts[-1].offices.extend((held, None) for held in led_by(line, grammar, found, number))
    return [_mention(line, grammar, draft) for draft in drafts]


def _is_form(line: Line, segment: Segment) -> bool:
    """Tell whether a part has but single letters, as forms of companies do: "A.C.", "S. A."."""
    return segment.end - segment.first > 1 and all(len(w.text) == 1 for w in line.words[segment.first : segment.end])


def _added(line: Line, grammar: Grammar, draft: Draft, segment: Segment, *, single: bool, ends: bool) -> bool:
    """Add a part to the actor before it, if it tells more of it; a place that ends a list is where the last body has its seat."""
    if segment.joint == "(":
        _add_bracket(line, grammar, draft, segment)
        draft.open = draft.open or (single and is_place(line, segment))  # "Jane Doe (Kenya), Slow Rivers"
        return True
    if draft.kind not in {"person", "post"} or segment.joint == ";":
        named = _named_agent(line, grammar, draft, segment) or is_governed(line, grammar, draft, segment)
        return segment.joint == "," and (named or ((single or ends) and is_seated(line, draft, segment)))
    if _is_sent(line, grammar, draft, segment):
        draft.bodies.append(actor_of(line, begin(line, grammar, segment)))
        return True
    held = office(line, grammar, segment)
    if held:
        return _added_post(line, grammar, draft, held, segment, single=single)
    name = honorific(line, grammar, segment.first)
    titled = segment.first < name < segment.end
    if titled or _is_apposed(line, grammar, draft, segment, single=single):
        return _named_holder(
            line, grammar, draft, Segment(name if titled else segment.first, segment.end, segment.joint)
        )
    listed = segment.joint != "and" or (single and is_body(line, grammar, segment) and draft.kind == "person")
    return listed and draft.open and _added_body(line, grammar, draft, segment, single=single)


def _named_agent(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> bool:
    """Name who stands for a body: "the representative of the World Bank, Ms. Jane Doe"."""
    if not draft.agent or segment.joint != "," or is_place(line, segment) or not is_person(line, grammar, segment):
        return False
    draft.bodies.append(actor_of(line, draft))
    draft.key, draft.atom, draft.agent = "", None, False
    return _merged(draft, begin(line, grammar, segment))


def _is_sent(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> bool:
    """Tell whether a second hat of a person is for whom it stands: "Jane Doe, a lawyer and representative of the Rivers Fund"."""
    again = draft.kind == "person" and draft.offices and segment.joint == "and" and not segment.article
    word = line.words[segment.first].fold
    one = grammar.has("agents_of", word) and not grammar.ends("plural", word)
    return bool(again) and one and segment.first not in line.atoms


def _is_apposed(line: Line, grammar: Grammar, draft: Draft, segment: Segment, *, single: bool) -> bool:
    """Tell whether a name stands behind a post that is told with an article or without capitals: "the mayor of Renca, Jane Doe"."""
    atom = line.atoms.get(draft.first)
    small = any(line.words[i].text.islower() for i in (draft.first, draft.end - 1))
    told = single or draft.article or small or (atom and line.owns(atom.end - 1))
    named = looks_like_person(line, grammar, segment.first, segment.end) and not is_place(line, segment)
    return draft.kind == "post" and segment.joint == "," and bool(told) and named


def _added_post(line: Line, grammar: Grammar, draft: Draft, held: Office, segment: Segment, *, single: bool) -> bool:
    """Add a post, unless it stands before the name of somebody else."""
    if held.person:
        return _titled_holder(line, grammar, draft, held, segment)
    other = begin(line, grammar, segment) if draft.kind == "post" and segment.joint in {",", "-"} else None
    if other and other.kind == "person":
        return _merged(draft, other)
    if draft.kind == "person" and begin(line, grammar, segment).kind == "person":
        return False
    return _add_office(line, grammar, draft, held, segment, single=single)


def _added_body(line: Line, grammar: Grammar, draft: Draft, segment: Segment, *, single: bool) -> bool:
    """Add a body to a person or post; where the words tell of one actor, what is no body still belongs to it."""
    led = past_title_of_several(line, grammar, segment.first, segment.end) > segment.first
    if led or _is_alike(line, grammar, draft, segment):
        return False
    placed = not draft.offices or draft.offices[-1][0].body or draft.offices[-1][1]
    if placed and draft.bodies and not (single or is_place(line, segment) or _nested(line, grammar, draft, segment)):
        return False
    alone = draft.kind == "person" and not draft.bodies
    wanted = alone and (
        single or (bool(draft.offices) and not looks_like_person(line, grammar, segment.first, segment.end))
    )
    if not is_body(line, grammar, segment) and not wanted:
        return single
    _add_body(line, grammar, draft, segment)
    return True


def _is_alike(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> bool:
    """Tell whether a part is a further person of a list that writes surnames in capitals: "Jane DOE, Ann POE"."""
    if draft.kind != "person" or segment.first in line.atoms:
        return False
    name = draft.name.of(line.text).split()
    part = line.span(segment.first, segment.end).of(line.text).split()
    surnames = all(words[0].istitle() and words[-1].isupper() and len(words[-1]) > 2 for words in (name, part))
    return surnames and looks_like_person(line, grammar, segment.first, segment.end)


def _add_office(line: Line, grammar: Grammar, draft: Draft, held: Office, segment: Segment, *, single: bool) -> bool:
    """Add a post: of a person always, of an unnamed holder when it is a second hat and not a second holder."""
    if draft.kind == "post" and not single:
        titles = {line.span(*o.title).of(line.text).casefold() for o, _ in draft.offices}
        again = line.span(*held.title).of(line.text).casefold() in titles
        if segment.article or segment.joint != "and" or again:
            return False
    if draft.kind == "person" and segment.joint == "and" and (segment.article or not draft.offices):
        return False
    if draft.kind == "person" and not single and _is_owned(held) and any(_is_owned(o) for o, _ in draft.offices):
        return False
    draft.offices.append((held, None))
    draft.end = segment.end
    draft.open = True
    draft.bodies.extend(bodies(line, grammar, held))
    if draft.kind == "post":
        draft.name = line.span(draft.first, draft.end)
    return True


def _add_body(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> None:
    """Add the body of a post that has none, or an outer body of the one before ("Ministry of Y, Z Government")."""
    if draft.offices:
        held, place = draft.offices[-1]
        start = (
            place.start if place else line.words[held.body[0]].start if held.body else line.words[segment.first].start
        )
        draft.offices[-1] = held, Span(start, line.words[segment.end - 1].end)
    inside = bool(draft.bodies) or any(held.body for held, _ in draft.offices)
    if not (inside and is_place(line, segment)):
        draft.bodies.append(actor_of(line, begin(line, grammar, segment, body=True)))
    draft.end = segment.end
    if draft.kind == "post":
        draft.name = line.span(draft.first, draft.end)


def _named_holder(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> bool:
    """Give the holder of a post the name that follows: "the President of ECOSOC, H.E. Mr. Doe"."""
    if draft.kind != "post" or segment.joint not in {",", "-"}:
        return False
    return _merged(draft, person(line, grammar, segment.first, segment.end, sure=True))


def _merged(draft: Draft, other: Draft) -> bool:
    """Give the holder of a post the name of the person that a part behind it names with a further post."""
    draft.kind, draft.name, draft.end = "person", other.name, other.end
    draft.offices.extend(other.offices)
    draft.bodies.extend(other.bodies)
    return True


def _is_owned(held: Office) -> bool:
    """Tell whether the body stands before the title: "ICLEI President"."""
    return held.body is not None and held.body[1] <= held.title[0]


def _titled_holder(line: Line, grammar: Grammar, draft: Draft, held: Office, segment: Segment) -> bool:
    """Give the holder of a post the name that follows a second title: "the President of ECOSOC, Ambassador Doe"."""
    joined = segment.joint == "and" and not segment.article and any(_is_owned(o) for o, _ in draft.offices)
    if draft.kind != "post" or not (segment.joint in {",", "-"} or joined) or not held.person:
        return False
    return _merged(draft, begin(line, grammar, segment))


def _nested(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> bool:
    """Tell whether a body is a government or place around a unit named before."""
    words = line.words[segment.first : segment.end]
    inner = draft.bodies[-1].name.split()
    field = line.at(draft.bodies[-1].span.start)
    known = is_body(line, grammar, segment) and segment.joint == ","
    if known and field not in line.atoms and looks_like_acronym(draft.bodies[-1].name):
        return True
    if known and not is_body(line, grammar, Segment(field, line.at(draft.bodies[-1].span.end))):
        return True
    governs = any(grammar.has("governments", w.fold) for w in words) or segment.first in line.atoms
    return governs and any(grammar.has("units", fold(word)) for word in (*inner[:1], *inner[-1:]))


def _add_bracket(line: Line, grammar: Grammar, draft: Draft, segment: Segment) -> None:
    """Read "Jane Doe (ICLEI)", "Jane Doe (Director, ICLEI)"; what stands in brackets after a body is left alone."""
    body = draft.kind in {"organization", "constituency"}
    if (body or draft.kind == "post") and segment.first < honorific(line, grammar, segment.first) < segment.end:
        draft.bodies.extend([actor_of(line, draft)] if body else [])
        draft.key, draft.atom = "", None
        draft.closed = _merged(draft, begin(line, grammar, segment))  # "Chief Executive (Ms. Doe)", "ICLEI (Ms. Doe)"
        return
    if draft.kind not in {"person", "post"}:
        return
    inside = line.span(segment.first, segment.end).of(line.text)
    if draft.bodies and looks_like_acronym(inside):
        draft.bodies[-1] = replace(draft.bodies[-1], acronym=inside)
        draft.end = min(segment.end + 1, len(line.words))
        return
    for number, part in enumerate(parts(line, grammar, segment.first, segment.end)):
        held = office(line, grammar, part)
        if held and not held.person:
            _add_office(line, grammar, draft, held, part, single=True)
        elif is_body(line, grammar, part) or (number == 0 and line.is_name(part.first)):
            place = draft.name
            _add_body(line, grammar, draft, part)
            draft.name = place
    draft.end = min(segment.end + 1, len(line.words))
    draft.open = False


def _mention(line: Line, grammar: Grammar, draft: Draft) -> Mention:
    actor = actor_of(line, draft)
    belongs = tuple(dict.fromkeys(draft.bodies)) if draft.kind == "person" else ()
    end = max(line.words[draft.end - 1].end, draft.name.end)
    span = Span(min(line.words[draft.first].start, draft.name.start), end)
    return Mention(actor, span, draft.key, is_sure(line, grammar, draft, actor), belongs)
