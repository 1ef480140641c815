"""Actors in running text: "organised by X", "X moderated", "on behalf of Y, X said"; a body merely talked about is none."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph.converters.participants.appositions import appositions
from forumgraph.converters.participants.listings import enumerated, is_by
from forumgraph.converters.participants.phrasings import (
    acts,
    announced,
    apposed,
    elected,
    met,
    parted,
    seated,
    thanked,
    views,
)
from forumgraph.converters.participants.posts import looks_like_person
from forumgraph.converters.participants.roles import (
    OF_BODIES,
    PERSONAL,
    PERSONS,
    PRESENT,
    TOGETHER,
    UMBRELLA,
    Claim,
    claimed,
)
from forumgraph.converters.participants.scope import (
    about_session,
    has_object,
    is_ahead,
    is_other,
    opens_occasion,
)
from forumgraph.converters.participants.subjects import Subject, insertion, subject
from forumgraph.converters.participants.verbs import DEED, Verb, following, is_finite, is_of_one, verbs
from forumgraph.converters.words.acronyms import is_acronym
from forumgraph.converters.words.stops import sentence_end, sentence_start
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line

_JOINED = 2
"""Tokens between organisers and words that name others: "hosted by UNDP and co-sponsored by"."""
_VOICES = frozenset({"person", "post", "government", "constituency"})
"""Kinds of those who speak wherever words are theirs; what bodies have written may be cited."""
_SHORTEST = 3
_RULES = {UMBRELLA: "role.umbrella", PERSONAL: "role.voice"}


def statements(line: Line, grammar: Grammar, *, early: bool) -> list[Claim]:
    """Return what the sentences of a block say of actors.

    Args:
        line: the words of the block.
        grammar: of their language.
        early: whether the block stands near the beginning of its session, where "a workshop organised by" is about the session itself.
    """
    ways = (views, seated, thanked, announced, apposed, elected, appositions, acts, *((met,) if early else ()))
    return [
        *_after_phrases(line, grammar, early=early),
        *_before_verbs(line, grammar, early=early),
        *parted(line, grammar, early=early),
        *chain.from_iterable(way(line, grammar) for way in ways),
    ]


def _after_phrases(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    """Read those who stand behind a phrase: "organised by UNDP and FAO", "opening remarks by Jane Doe"."""
    last = ""
    done = 0
    for first, end, told in following(line, grammar):
        role = "speaker" if told == PERSONAL else told
        joined = last in OF_BODIES and role in OF_BODIES and 0 < first - done <= _JOINED
        if first < done or is_ahead(line, grammar, first):
            continue
        here = joined or about_session(line, grammar, first, role, early=early)
        aside = not here and (role == "participant" or role in TOGETHER)
        if not here and (not aside or is_other(line, grammar, sentence_start(line, first), first)):
            continue
        role = role if here else "participant"
        named = last if role == UMBRELLA else role
        found, done = enumerated(line, grammar, end)
        if told == PERSONAL:
            found = [m for m in found if m.actor.kind in _VOICES and m.sure]
        elif not here:
            found = [m for m in found if m.actor.kind == "person" and m.sure]
        if named in TOGETHER:
            found = [m for m in found if m.sure or m.actor.acronym or " " in m.actor.name]
        for mention in found if named else ():
            beside = named in TOGETHER and mention.actor.kind in PERSONS
            leads = mention.actor.kind in PERSONS and grammar.phrases["fronted"].longest(line.words, first)
            done_as = "participant" if beside else "moderator" if leads else named
            yield from claimed(line, first, [mention], done_as, _RULES.get(told, "role.phrase"))
        last = named if found and role != UMBRELLA else last


def _before_verbs(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    """Read the subjects of verbs: "Jane Doe moderated", "UNDP, together with FAO, organised the workshop"."""
    spoken: set[int] = set()
    for verb in verbs(line, grammar):
        said = verb.role == "speaker"
        beside, after, _ = insertion(line, grammar, verb.end, sentence_end(line, verb.end))
        end = after if beside else verb.end
        bare = verb.end - verb.first == 1 and grammar.has("bare", line.words[verb.first].fold)
        if not _acts_here(line, grammar, (verb.first, end), verb.role, bare=bare and not beside, early=early):
            continue
        start = sentence_start(line, verb.first)
        if said and is_other(line, grammar, start, verb.first):
            continue
        who = subject(line, grammar, start, verb.first)
        if who.first == verb.first and start in spoken:
            continue
        if who.first == verb.first and verb.role in {"speaker", "opening"} and verb.told != DEED:
            who = _inverted(line, grammar, verb, who)
        spoken.update({start} if who.actors and verb.told != DEED else ())
        told_as = 0 < who.first < verb.first and grammar.has("as", line.words[who.first - 1].fold)
        acting = _acting(line, grammar, who.actors, bodies=verb.role in OF_BODIES)
        found = [m for m in acting if m.sure or not told_as]
        if said and is_of_one(line, grammar, verb.first):
            found = ([m for m in found if m.actor.kind == "person"] or found)[:1]
        found += [m for m in beside if found and (said or m.actor.kind == "person")]
        found = [m for m in found if _is_doer(line, grammar, verb, who, m, bare=bare)]
        opens = said and grammar.phrases["opens"].longest(line.words, start, verb.first)
        fronted = said and grammar.ends("gerunds", line.words[start].text) and grammar.groups.longest(line.words, start)
        role = "opening" if opens else fronted[1] if fronted and fronted[1] != PRESENT else verb.role
        rule = "role.deed" if verb.told == DEED else "role.verb"
        for claim in claimed(line, who.first, found, role, rule):
            told = Span(claim.span.start, max(claim.span.end, line.words[verb.end - 1].end))
            yield replace(claim, span=told, behalf=who.represented)


def _is_doer(line: Line, grammar: Grammar, verb: Verb, who: Subject, mention: Mention, *, bare: bool) -> bool:
    """Tell whether an actor can have done what a verb tells: bodies have done many things at other times, and verbs of persons are not theirs."""
    kind = mention.actor.kind
    if bare and (verb.role in OF_BODIES) == (kind in PERSONS):
        return False
    if verb.told == DEED and kind == "government":  # "JAPAN prioritized rivers", as bulletins print States
        return mention.actor.name.isupper() and len(mention.actor.name) > _SHORTEST
    if verb.told == DEED:
        return (
            kind == "person" and (mention.sure or " " in mention.actor.name) and _did(line, grammar, who, verb, mention)
        )
    among = any(m.actor.kind == "government" for m in who.actors)
    return kind != "organization" or among or verb.told != PERSONAL


def _did(line: Line, grammar: Grammar, who: Subject, verb: Verb, mention: Mention) -> bool:
    """Tell whether a person did what the form of a verb tells: not one behind "by" or "with", and not "Jane Doe, dressed in blue"."""
    first = who.first
    while first and line.is_name(first - 1):
        first -= 1
    agent = first > 0 and grammar.has("agents", line.words[first - 1].fold)
    dressed = line.words[verb.first - 1].text == "," and line.at(mention.actor.span.end) == verb.first - 1
    return not agent and not dressed


def _acts_here(line: Line, grammar: Grammar, verb: tuple[int, int], role: str, *, bare: bool, early: bool) -> bool:
    """Tell whether a verb is active and is about the session."""
    if _is_participle(line, grammar, *verb, role) or not has_object(line, grammar, verb[1], role, early=early):
        return False
    if role == "chair" and grammar.has("relatives", line.words[verb[0] - 1].fold):
        return False
    return not bare or opens_occasion(line, grammar, verb[1])


def _is_participle(line: Line, grammar: Grammar, first: int, end: int, role: str) -> bool:
    """Tell whether an agent follows a verb, as in "organised by"; "began by thanking" and "preguntó por" are none."""
    agent = is_by(line, grammar, end) and (role in OF_BODIES or grammar.has("passive", line.words[end].fold))
    if is_finite(line, grammar, first):
        return False
    return agent and not any(grammar.ends("gerunds", word.text) for word in line.words[end + 1 : end + 2])


def _inverted(line: Line, grammar: Grammar, verb: Verb, who: Subject) -> Subject:
    """Read who stands behind the verb: after a quotation, a comma, those for whom somebody speaks, and in "Explicó la Sra. Doe que"."""
    start = verb.first
    while start and grammar.has("adverbs", line.words[start - 1].fold):
        start -= 1
    quoted = any(w.text in '”"»' for w in line.words[max(0, start - 2) : start])
    apart = start > 0 and line.words[start - 1].text == ","
    opens = start == sentence_start(line, verb.first) and is_finite(line, grammar, verb.first)
    named = line.is_name(verb.end) or any(grammar.has("definite", w.fold) for w in line.words[verb.end : verb.end + 1])
    if not (quoted or who.actors or (named and (opens or apart))):
        return who
    found = enumerated(line, grammar, verb.end)[0]
    if not quoted or (found and found[0].actor.kind in PERSONS):
        found = [m for m in found if m.actor.kind in PERSONS]
    found = found[:1] if apart and not quoted else found
    return Subject(found, verb.first, tuple(who.actors)) if found else who


def _acting(line: Line, grammar: Grammar, found: Sequence[Mention], *, bodies: bool) -> list[Mention]:
    """Keep the actors of a subject; beside one that is beyond doubt, plain names of several words are believed, and acronyms where bodies act."""
    clear = [_can_act(line, grammar, m) for m in found]
    kept = [
        replace(m, sure=m.sure or not good)
        for m, good in zip(found, clear, strict=True)
        if good or (any(clear) and _is_plain_name(line, grammar, m))
    ]
    return kept or [
        m for m in found if (bodies or not m.sure) and (_is_plain_name(line, grammar, m) or _is_lone(line, grammar, m))
    ]


def _is_lone(line: Line, grammar: Grammar, mention: Mention) -> bool:
    """Tell whether a subject is one word that may be a name: "Roe said"; other places of the text have to tell whose."""
    first = line.at(mention.actor.span.start)
    return line.at(mention.actor.span.end) == first + 1 and looks_like_person(line, grammar, first, first + 1, least=1)


def _is_plain_name(line: Line, grammar: Grammar, mention: Mention) -> bool:
    words = line.words[line.at(mention.actor.span.start) : line.at(mention.actor.span.end)]
    names = sum(w.text[0].isupper() for w in words)
    plain = names > 1 or is_acronym(mention.actor.name)
    return mention.actor.kind == "organization" and plain and not any(_is_event(grammar, w.fold) for w in words)


def _is_event(grammar: Grammar, word: str) -> bool:
    """Tell whether a word means an event or a text, and no body ("forum" may mean either)."""
    return grammar.has("events", word) and not grammar.has("bodies", word)


def _can_act(line: Line, grammar: Grammar, mention: Mention) -> bool:
    """Tell whether a subject is an actor beyond doubt: agreements and forums "call for" things, too."""
    if mention.actor.kind in PERSONS:
        return mention.sure or mention.actor.kind == "person"
    words = line.words[line.at(mention.actor.span.start) : line.at(mention.actor.span.end)]
    if mention.key or (mention.sure and grammar.phrases["blocs"].longest(words, 0)):
        return True
    head = next((n for n, w in enumerate(words) if n and grammar.has("links", w.fold)), len(words))
    last = words[head - 1].fold
    unit = head < len(words) and grammar.has("units", last)
    body = head == len(words) and grammar.has("bodies", last) and (head > 2 or not grammar.has("events", last))
    event = any(grammar.has("events", w.fold) for w in words[:head])
    if len(words) < 2 or not mention.sure or (event and not (body or unit)):
        return False
    rows = ("generic", "portfolios", "modifiers", "governments")
    return head < len(words) or not all(any(grammar.has(row, w.fold) for row in rows) for w in words)
