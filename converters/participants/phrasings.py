"""Sentences that name those who took part behind other words than a verb of theirs: an act, a group, a colon, an election, a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.listings import enumerated
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.roles import OF_BODIES, PERSONAL, PERSONS, PRESENT, Claim, claimed
from forumgraph.converters.participants.scope import about_session, is_ahead
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.participants.steps import without_articles
from forumgraph.converters.participants.subjects import subject
from forumgraph.converters.words.stops import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line
    from forumgraph.converters.words.trie import Trie

_BEGINNING = 4
"""Tokens before the noun of an act or group, as in "the first panel"."""
_BETWEEN = 14
"""Tokens between the noun and the words that tell who."""
_FAR = 60
"""The same where "and" stands before these words: "the delegation was led by Jane Doe, ..., and included"."""
_SHORT = 2
_ANNOUNCEMENT = 12
"""Tokens that may stand between a verb and the colon after it."""
_PARTED = 24
"""Tokens that may stand between "opened" and "by"."""
_MEETING = 9
"""Tokens that may stand between "met" and "with"."""
_PRESIDING = frozenset({"moderator", "chair"})
_GIFT = 5
"""Tokens between who is thanked and for what: "for its generous"."""
_ELECTED = frozenset({"chair", "rapporteur"})
_ELECTION = 60
"""Tokens of an election."""
_AS = 3
"""Tokens between "elected" and the office: "as the", "en qualité de"."""


def acts(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "The welcome remarks were delivered by Jane Doe" and "The experts from the regions were Jane Doe, ...; and ..."."""
    for first, end, _ in grammar.phrases["given"].find(line.words):
        if end - first >= _SHORT:
            yield from _named(line, grammar, grammar.acts, first, end)
    for first, end, _ in grammar.phrases["consists"].find(line.words):
        yield from _named(line, grammar, grammar.groups, first, end)


def _named(line: Line, grammar: Grammar, nouns: Trie[str], first: int, end: int) -> Sequence[Claim]:
    """Return those behind a verb whose sentence begins with one of the nouns, or before which one stands."""
    start = sentence_start(line, first)
    begins = (m for i in range(start, min(start + _BEGINNING, first)) if (m := nouns.longest(line.words, i)))
    near = (m for i in range(max(start, first - _BEGINNING), first) if (m := nouns.longest(line.words, i, first)))
    taken_up = first == start + 1 and nouns is grammar.groups and grammar.has("anaphors", line.words[start].fold)
    alone = (first, PRESENT) if taken_up else (first + 1, "")  # "These included Jane Doe"
    noun, role = next(begins, None) or next((m for m in near if m[0] == first), alone)
    between = line.words[noun:first]
    commas = [i for i, word in enumerate(between) if word.text == ","]
    joined = bool(between) and (
        grammar.has("ands", between[-1].fold) or (commas[-1:] == [len(between) - 1] and len(commas) > 1)
    )
    if noun > first or len(between) >= (_FAR if joined else _BETWEEN):
        return ()
    if not joined and any(grammar.verbs.find(between)):
        return ()
    bodies, begin = role in OF_BODIES, line.words[start].fold
    if bodies and grammar.has("articles", begin) and not grammar.has("definite", begin):
        return ()  # "Its partners are": somebody's partners at all times.
    found = enumerated(line, grammar, end)[0]
    clear = any(m.sure for m in found) or all(m.actor.kind == "person" for m in found)
    told = [m for m in found if m.sure or (clear and m.actor.kind == "person")]
    return claimed(line, start, [m for m in told if bodies or m.actor.kind in PERSONS], role, "role.act")


def announced(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read those behind a colon: "six States took part: A, B", "The following bodies: A, B", "The speakers took the floor: Jane Doe and John Roe"."""
    for colon in (i for i, word in enumerate(line.words) if word.text == ":"):
        before = line.words[sentence_start(line, colon) : colon]
        came = any(role == PRESENT for _, _, role in grammar.verbs.find(before[-_ANNOUNCEMENT:]))
        called = any(grammar.has("announcing", w.fold) for w in before[:_BEGINNING])
        called = called and any(grammar.has("attenders", w.fold) for w in before)
        role = PRESENT if came or called else next((role for _, _, role in grammar.groups.find(before)), "")
        found = enumerated(line, grammar, colon + 1)[0] if role and role not in OF_BODIES else []
        people = all(m.actor.kind == "person" for m in found)
        several = sum(people or m.sure or bool(m.key) for m in found) > 1
        if came or (several and (called or (people and any(m.sure for m in found)))):
            yield from claimed(line, colon, found, role, "role.announced")


def parted(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    """Read "was opened at 10:15 on 24 February by Mr. Doe", where time, place or frame stand before the agent."""
    for index, word in enumerate(line.words[:-2]):
        role = grammar.parted.get(word.fold, "")
        if not role or is_ahead(line, grammar, index):
            continue
        if not word.text.islower() and index != sentence_start(line, index):
            continue
        stop = min(index + _PARTED, sentence_end(line, index))
        agent = next((i for i in range(index + 2, stop) if grammar.has("passive", line.words[i].fold)), 0)
        apart = agent and line.words[agent - 1].text == ","
        if not agent or not (apart or _is_aside(line, grammar, index + 1, agent)):
            continue
        if about_session(line, grammar, index, role, early=early):
            found = [m for m in enumerated(line, grammar, agent + 1)[0] if role != PERSONAL or m.actor.kind == "person"]
            yield from claimed(line, index, found, "speaker" if role == PERSONAL else role, "role.phrase")


def _is_aside(line: Line, grammar: Grammar, first: int, agent: int) -> bool:
    """Tell whether but when, where and in what frame stands before an agent: "organised | on the sidelines of the Forum | by", not "funded by"."""
    begins, inside = line.words[first].fold, line.words[first:agent]
    told = any(grammar.has("calendar", word.fold) for word in line.words[first : first + 2])
    day = told or (grammar.has("articles", begins) and line.words[first + 1].text.isdigit())
    whole = all(w.text not in ",;()" for w in inside) and inside[-1].fold not in grammar.parted
    return whole and (day or grammar.has("links", begins)) and not any(grammar.verbs.find(inside))


def apposed(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "the co-facilitators, Austria and Jamaica" and "negotiators H.E. Ms. Doe and Mr. Roe": they take part."""
    for first, end, _ in grammar.phrases["apposition"].find(line.words):
        near = range(end, min(end + _ANNOUNCEMENT, len(line.words)))
        opener = next((i for i in near if line.words[i].text in ",("), end - 1)
        found = enumerated(line, grammar, end if line.is_name(end) else opener + 1)[0]
        told = [m for m in found if (m.actor.kind == "person" and m.sure) or (m.actor.kind == "government" and m.key)]
        yield from claimed(line, first, told, PRESENT, "role.apposition")


def seated(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read those who sit with who leads a panel: "moderated by Jane Doe, a journalist, with John Roe (ICLEI) and Ann Poe"."""
    for first, end, role in grammar.following.find(line.words):
        if role not in _PRESIDING:
            continue
        after = enumerated(line, grammar, end)[1]
        told = [w.fold for w in line.words[after : after + 2]]
        near = range(after + 1, min(after + _BETWEEN, sentence_end(line, after))) if _is_kind(grammar, told) else ()
        after = next((i for i in near if line.words[i].text == ","), after)
        company = [grammar.has("company", w.fold) for w in line.words[after : after + 2]] == [False, True]
        if not company or line.words[after].text != "," or grammar.following.longest(line.words, after + 1):
            continue
        found, stop = enumerated(line, grammar, after + 2)
        as_other = any(grammar.has("as", w.fold) for w in line.words[stop : stop + 1])
        people = any(m.actor.kind == "person" for m in found) and not as_other
        told_of = [m for m in found if people and (m.sure or m.actor.kind == "person")]
        yield from claimed(line, first, told_of, "panellist", "role.phrase")


def _is_kind(grammar: Grammar, words: Sequence[str]) -> bool:
    """Tell whether a comma and "a" begin what is said of the person before."""
    return len(words) == _SHORT and words[0] == "," and grammar.has("indefinite", words[1])


def thanked(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read the bodies that are thanked for what they gave: "grateful to the City of Bonn for its hospitality", "agradeció a UCLG el financiamiento"."""
    for first, end, _ in grammar.phrases["thanks"].find(line.words):
        found, after = enumerated(line, grammar, end)
        while found:
            gift = _gift(line, grammar, after) or (after, "")
            bodies = [m for m in found if gift[1] and m.sure and m.actor.kind not in PERSONS]
            yield from claimed(line, first, bodies, gift[1], "role.thanked")
            near = range(gift[0], min(gift[0] + _GIFT, sentence_end(line, after)))
            joint = next((m[0] for i in near if (m := grammar.phrases["ands"].longest(line.words, i))), 0)
            start = joint + (joint > 0 and not line.is_name(joint))
            found, after = enumerated(line, grammar, start) if joint else ([], after)


def _gift(line: Line, grammar: Grammar, first: int) -> tuple[int, str] | None:
    """Return where what is thanked for ends, with the role it gives; help for something else than the meeting gives none."""
    stop = sentence_end(line, first)
    near = (grammar.gifts.longest(line.words, i) for i in range(first, min(first + _GIFT, stop)))
    gift = next((found for found in near if found), None)
    if gift is None or not all(word.text.islower() for word in line.words[first : gift[0]]):
        return None
    ends = gift[0] >= stop or line.words[gift[0]].text in ".,;" or grammar.phrases["ands"].longest(line.words, gift[0])
    inside = range(gift[0], min(gift[0] + _GIFT, stop))
    return gift if ends or any(grammar.has("occasions", line.words[i].fold) for i in inside) else None


def views(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "For Jane Doe, counting is power" and "Selon M. Hugo, ...": persons who are quoted so have spoken."""
    for first, end, _ in grammar.phrases["views"].find(line.words):
        if first == sentence_start(line, first):
            found, after = names_from(line, grammar, end)
            told = [m for m in mentions(line, grammar, found, single=True) if m.actor.kind == "person"]
            closed = told and any(w.text in ",«“" for i in (found[0].end, after) for w in line.words[i : i + 1])
            yield from claimed(line, first, told[:1] if closed else [], "speaker", "role.view")


def met(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read the persons of a talk between few: "Jane Doe met today in Rome with H.E. Mr. Roe", "se realizó un encuentro en Pila con la Ministra Ana Doe"."""
    held = [i for i in grammar.places("occasions", line.words) if _is_made(line, grammar, i)]
    for index in (*grammar.places("meets", line.words), *held):
        near = range(index + 1, min(index + _MEETING, len(line.words)))
        link = next((i for i in near if grammar.has("company", line.words[i].fold) or line.words[i].text in ".,;:"), 0)
        begin = without_articles(line, grammar, index + 1, len(line.words))[0]
        if not line.is_name(begin):
            begin = link + 1 if link and grammar.has("company", line.words[link].fold) else len(line.words)
        others = [m for m in enumerated(line, grammar, begin)[0] if m.actor.kind == "person" and m.sure]
        who = subject(line, grammar, sentence_start(line, index), index).actors if others and index not in held else ()
        told = [m for m in (*who, *others) if m.actor.kind == "person"]
        yield from claimed(line, index, told, PRESENT, "role.met")


def _is_made(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether a sentence says that a meeting was held, before it names the meeting with an article."""
    before = line.words[sentence_start(line, index) : index]
    led = bool(before) and any(grammar.has(row, before[-1].fold) for row in ("articles", "indefinite"))
    return led and any(grammar.has("made", word.fold) for word in before)


def elected(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "elected Jane Doe as Chair and John Roe as Rapporteur", "appointed two Co-Chairs, Jane Doe and John Roe", "Jane Doe was elected Chair"."""
    for index in grammar.places("elects", line.words):
        at = index + 1
        sentence = line.words[: min(index + _ELECTION, sentence_end(line, index))]
        offices = (m for m in grammar.labels.find(sentence) if m[0] >= at and m[2] in _ELECTED)
        for first, end, role in offices:
            found, after = names_from(line, grammar, at)
            read: Sequence[Mention] = mentions(line, grammar, found) if first - _AS <= after <= first else ()
            if not read and grammar.has("be", line.words[index - 1].fold):
                read = subject(line, grammar, sentence_start(line, index), index - 1).actors
            elif not read and first <= index + _AS:
                read = enumerated(line, grammar, end)[0]
            told = [m for m in read if m.actor.kind == "person"]
            yield from claimed(line, index, told, role, "role.elected")
            at = end + 1
