"""Other ways to tell who took part: views, announcements, funds, signatures of quotations, appositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.listings import enumerated
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.roles import PERSONAL, Claim
from forumgraph.converters.participants.scope import about_session, is_ahead
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.converters.participants.steps import without_articles
from forumgraph.converters.participants.subjects import subject
from forumgraph.converters.words.stops import sentence_end, sentence_start
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line

_ANNOUNCEMENT = 12
"""Tokens that may stand between a verb and the colon after it."""
_PARTED = 24
"""Tokens that may stand between "opened" and "by"."""
_MEETING = 9
"""Tokens that may stand between "met" and "with"."""
_OFFICERS, _PARTS = 6, 8
"""Officers of one election, and parts of what is said of one of them, at most."""
_ELECTED = frozenset({"chair", "rapporteur"})
_HEARD = frozenset({"speaker", "opening", "moderator"})
_CHOSEN = frozenset({"person", "government"})
_AS = 3
"""Tokens between "elected" and the office: "as the", "en qualité de"."""
_SHORT_QUOTE = 6
_SIGNATURE = 30
"""Tokens of a quotation at least, and of a name with its post at most."""


def views(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "For Jane Doe, counting is power" and "Selon M. Hugo, ...": persons who are quoted so have spoken."""
    for first, end, _ in grammar.phrases["views"].find(line.words):
        if first != sentence_start(line, first):
            continue
        found, after = names_from(line, grammar, end)
        read = mentions(line, grammar, found, single=True)
        after = found[0].end if read and read[0].actor.kind == "person" else after
        goes_on = after < len(line.words) - 1 and line.words[after].text in {",", "«", "“"}
        held = read and read[0].actor.kind == "post" and read[0].sure
        if read and goes_on and (held or read[0].actor.kind == "person"):
            yield Claim(read[0], "speaker", cover(line, first, read[0]), "role.view")


def announced(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "The following observers attended: A, B" and "six States took part: A, B", where those who came stand behind a colon."""
    for first, end, role in grammar.verbs.find(line.words):
        colon = next(
            (i for i in range(end, min(end + _ANNOUNCEMENT, len(line.words))) if line.words[i].text in ":.;"), end
        )
        if role == "participant" and colon < len(line.words) and line.words[colon].text == ":":
            for mention in enumerated(line, grammar, colon + 1)[0]:
                yield Claim(mention, role, cover(line, first, mention), "role.announced")


def listed(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "The following organizations: A, B and C" where nothing but a list of several known or defined bodies follows."""
    first = 0
    while first < len(line.words) and (line.words[first].text.isdigit() or line.words[first].text in ".()"):
        first += 1
    opening = line.words[first : first + _ANNOUNCEMENT]
    colon = next((first + n for n, w in enumerate(opening) if w.text == ":"), 0)
    if not colon or not any(grammar.has("announcing", w.fold) for w in opening[:3]):
        return
    if not any(grammar.has("attenders", line.words[i].fold) for i in range(first, colon)):
        return
    found, after = enumerated(line, grammar, colon + 1)
    whole = after + 1 >= len(line.words) or line.words[after].text == "."
    if whole and sum(bool(m.key) or m.sure for m in found) > 1:
        for mention in found:
            yield Claim(mention, "participant", mention.span, "role.announced")


def met(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read the persons of a talk between few: "Jane Doe met today in Rome with H.E. Mr. Roe, Minister of Health"."""
    for index in grammar.places("meets", line.words):
        near = range(index + 1, min(index + _MEETING, len(line.words)))
        link = next(
            (i for i in near if grammar.has("company", line.words[i].fold) or line.words[i].text in ".,;:"), None
        )
        to = index + 1 < len(line.words) and not link and grammar.has("personal_to", line.words[index + 1].fold)
        link = index if line.is_name(without_articles(line, grammar, index + 1 + to, len(line.words))[0]) else link
        if link is None or (link > index and not grammar.has("company", line.words[link].fold)):
            continue
        others = [m for m in enumerated(line, grammar, link + 1)[0] if m.actor.kind == "person" and m.sure]
        who = subject(line, grammar, sentence_start(line, index), index, {}) if others else None
        for mention in (*(who.actors if who else ()), *others):
            if mention.actor.kind == "person":
                yield Claim(mention, "participant", cover(line, index, mention), "role.met")


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
            voice = role == PERSONAL
            for mention in enumerated(line, grammar, agent + 1)[0]:
                if not voice or mention.actor.kind == "person":
                    yield Claim(mention, "speaker" if voice else role, cover(line, index, mention), "role.phrase")


def _is_aside(line: Line, grammar: Grammar, first: int, agent: int) -> bool:
    """Tell whether but when, where and in what frame stands before an agent: "organised | on the sidelines of the Forum | by", not "funded by"."""
    begins, following = line.words[first].fold, line.words[first + 1]
    linked = grammar.has("links", begins) or grammar.has("in_speech", begins) or grammar.has("calendar", begins)
    day = grammar.has("articles", begins) and (following.text.isdigit() or grammar.has("calendar", following.fold))
    inside = line.words[first:agent]
    whole = all(w.text not in ",;()" for w in inside) and inside[-1].fold not in grammar.parted
    return whole and (linked or day) and not any(grammar.verbs.find(inside))


def elected(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "elected Ms. Jane Doe (Peru) as Chair and Mr. Roe as Rapporteur"."""
    done = 0
    for index in grammar.places("elects", line.words):
        if index < done:
            continue
        at = index + 1
        yield from _officers(line, grammar, index)
        for _ in range(_OFFICERS):
            found, after = names_from(line, grammar, at, _PARTS)
            office = grammar.phrases["as"].longest(line.words, after) if after < len(line.words) else None
            label = grammar.labels.longest(line.words, office[0]) if office else None
            if not found or not label:
                break
            for mention in mentions(line, grammar, found):
                if mention.actor.kind == "person" and label[1] in _ELECTED:
                    yield Claim(mention, label[1], cover(line, index, mention), "role.elected")
            joint = grammar.phrases["ands"].longest(line.words, label[0])
            at = done = joint[0] if joint else label[0] + 1


def _officers(line: Line, grammar: Grammar, index: int) -> Iterator[Claim]:
    """Read "appointed two Co-Chairs, Jane Doe (Peru) and John Roe (Fiji)", where the office stands before the names."""
    near = range(index + 1, min(index + _AS + 1, len(line.words)))
    label = next((m for i in near if (m := grammar.labels.longest(line.words, i))), None)
    if not label or label[1] not in _ELECTED:
        return
    for mention in enumerated(line, grammar, label[0])[0]:
        if mention.actor.kind == "person":
            yield Claim(mention, label[1], cover(line, index, mention), "role.elected")


def chosen(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "Ms. Jane Doe was elected Chair" and "Kenya fue elegida como Relatora"."""
    for first, end, _ in grammar.phrases["chosen"].find(line.words):
        at = end
        while at < len(line.words) and at - end < _AS and _leads(line, grammar, at):
            at += 1
        label = grammar.labels.longest(line.words, at)
        if not label or label[1] not in _ELECTED:
            continue
        for mention in subject(line, grammar, sentence_start(line, first), first, {}).actors:
            if mention.actor.kind in _CHOSEN and (mention.sure or mention.actor.kind == "person"):
                yield Claim(mention, label[1], cover(line, first, mention), "role.elected")


def _leads(line: Line, grammar: Grammar, index: int) -> bool:
    return grammar.has("articles", line.words[index].fold) or grammar.has("as", line.words[index].fold)


def funded(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "Financial support for the meeting was provided by the Governments of X and Y"."""
    for first, end, _ in grammar.phrases["provided"].find(line.words):
        start = sentence_start(line, first)
        if any(grammar.phrases["funds"].longest(line.words, i, first) for i in range(start, first)):
            for mention in enumerated(line, grammar, end)[0]:
                yield Claim(mention, "sponsor", cover(line, start, mention), "role.funds")


def signed(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read who stands behind a quotation that fills a paragraph: "We count." Jane Doe, Secretary General of UCLG."""
    if not line.words or line.words[0].text not in '“"«':
        return
    closing = max((i for i, w in enumerate(line.words) if w.text in '”"»' and i), default=0)
    first = closing + 1
    while first < len(line.words) and line.words[first].text in {".", ",", "-", "–", "—"}:
        first += 1
    told = any(grammar.verbs.find(line.words[first:]))
    if closing < _SHORT_QUOTE or not line.is_name(first) or len(line.words) - first > _SIGNATURE or told:
        return
    read = mentions(line, grammar, parts(line, grammar, first, len(line.words)), single=True)
    if len(read) == 1 and read[0].actor.kind == "person" and (read[0].sure or read[0].actor.posts):
        yield Claim(read[0], "speaker", read[0].span, "role.signature")


def apposed(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "Austria and Jamaica, as co-facilitators" and "the co-facilitators, Austria and Jamaica": they take part."""
    for first, end, _ in grammar.phrases["apposition"].find(line.words):
        before = first
        while before and (
            grammar.has("as", line.words[before - 1].fold) or grammar.has("articles", line.words[before - 1].fold)
        ):
            before -= 1
        found: Sequence[Mention] = ()
        begin = first
        if before < first:
            found, begin, _ = subject(line, grammar, sentence_start(line, first), before, {})
        opener = next((i for i in range(end, min(end + 12, len(line.words))) if line.words[i].text in ",("), None)
        if not found:
            begin = first
            found = enumerated(line, grammar, opener + 1 if opener is not None else end)[0]
        for mention in _envoys(found):
            yield Claim(mention, _given_role(line, grammar, begin), cover(line, begin, mention), "role.apposition")


def _envoys(found: Sequence[Mention]) -> list[Mention]:
    """Return the States, and the persons that are told as such."""
    kinds = {"government": "key", "person": "sure"}
    return [m for m in found if m.actor.kind in kinds and getattr(m, kinds[m.actor.kind])]


def _given_role(line: Line, grammar: Grammar, first: int) -> str:
    """Return the role of the words before in the sentence ("addressed by the President and by the co-facilitators"), else that they took part."""
    told = grammar.following.find(line.words[sentence_start(line, first) : first])
    return next((role for _, _, role in told if role in _HEARD), "participant")


def cover(line: Line, first: int, mention: Mention) -> Span:
    """Return the words from a token to an actor, in whichever order they stand."""
    return Span(min(line.words[first].start, mention.span.start), max(line.words[first].end, mention.span.end))
