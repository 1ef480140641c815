"""Actors in running text: "organised by X", "X moderated", "on behalf of Y, X said"; a body merely talked about is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.acts import acts
from forumgraph.converters.participants.appositions import appositions
from forumgraph.converters.participants.deeds import DEED, did
from forumgraph.converters.participants.fronted import backing, companions, fronted
from forumgraph.converters.participants.listings import enumerated, is_by
from forumgraph.converters.participants.phrasings import (
    announced,
    apposed,
    chosen,
    cover,
    elected,
    funded,
    listed,
    met,
    parted,
    signed,
    views,
)
from forumgraph.converters.participants.posts import looks_like_person
from forumgraph.converters.participants.roles import OF_BODIES, PERSONAL, TOGETHER, UMBRELLA, Claim
from forumgraph.converters.participants.scope import (
    about_session,
    has_object,
    is_ahead,
    is_background,
    is_other,
    opens_occasion,
)
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.participants.subjects import Subject, subject
from forumgraph.converters.participants.verbs import Verb, following, is_finite, is_of_one, verbs
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
_OBJECT = 10
"""Tokens in which the object of a verb is looked for."""
_VOICES = frozenset({"person", "post", "government", "constituency"})
"""Kinds of those who speak wherever words are theirs; what bodies have written may be cited."""
_RULES = {UMBRELLA: "role.umbrella", PERSONAL: "role.voice"}
_PERSONS = frozenset({"person", "post"})


def statements(line: Line, grammar: Grammar, *, early: bool) -> list[Claim]:
    """Return what the sentences of a block say of actors.

    Args:
        line: the words of the block.
        grammar: of their language.
        early: whether the block stands near the beginning of its session, where "a workshop organised by" is about the session itself.
    """
    return [
        *_after_phrases(line, grammar, early=early),
        *_before_verbs(line, grammar, early=early),
        *parted(line, grammar, early=early),
        *views(line, grammar),
        *announced(line, grammar),
        *listed(line, grammar),
        *(met(line, grammar) if early else ()),
        *elected(line, grammar),
        *chosen(line, grammar),
        *funded(line, grammar),
        *apposed(line, grammar),
        *appositions(line, grammar),
        *acts(line, grammar),
        *fronted(line, grammar),
        *backing(line, grammar),
        *signed(line, grammar),
    ]


def _after_phrases(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    last = ""
    done = 0
    for first, end, told in following(line, grammar):
        role = "speaker" if told == PERSONAL else told
        joined = last in OF_BODIES and role in OF_BODIES and 0 < first - done <= _JOINED
        if first < done or is_ahead(line, grammar, first):
            continue
        here = joined or about_session(line, grammar, first, role, early=early)
        aside = not here and (role == "participant" or role in TOGETHER)
        if not here and (not aside or is_background(line, grammar, sentence_start(line, first), first)):
            continue
        role = "participant" if aside else role
        named = last if role == UMBRELLA else role
        found, done = enumerated(line, grammar, end)
        found = found if here else [m for m in found if m.actor.kind == "person" and m.sure]
        if told == PERSONAL:
            named_here = line.is_name(end)
            found = [
                m for m in found if m.actor.kind in _VOICES and (m.sure or (named_here and m.actor.kind == "person"))
            ]
        for mention in found if named else ():
            sure = mention.sure or _precedes_person(line, grammar, first, done)
            if named in TOGETHER and not sure and " " not in mention.actor.name and not mention.actor.acronym:
                continue
            beside = named in TOGETHER and mention.actor.kind in _PERSONS and sure
            done_as = "participant" if beside else named
            yield Claim(mention, done_as, cover(line, first, mention), _RULES.get(told, "role.phrase"))
        last = named if found and role != UMBRELLA else last


def _precedes_person(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether those who are named first did something with a person: "Together with Jane Doe, Ann Roe opened the workshop"."""
    name = end + (end < len(line.words) and line.words[end].text == ",")
    following = names_from(line, grammar, name, 1)[0] if first == sentence_start(line, first) else []
    return any(looks_like_person(line, grammar, segment.first, segment.end) for segment in following)


def _before_verbs(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    behalf = {first: end for first, end, _ in grammar.phrases["behalf"].find(line.words)}
    spoken: set[int] = set()
    for verb in verbs(line, grammar):
        said = verb.role == "speaker"
        beside, end = companions(line, grammar, verb.end)
        bare = verb.end - verb.first == 1 and grammar.has("bare", line.words[verb.first].fold)
        if not _acts_here(line, grammar, (verb.first, end), verb.role, bare=bare and not beside, early=early):
            continue
        start = sentence_start(line, verb.first)
        if said and is_other(line, grammar, start, verb[:2]):
            continue
        who = subject(line, grammar, start, verb.first, behalf)
        if who.first == verb.first and start in spoken:
            continue
        if said and who.first == verb.first and verb.told != DEED:
            who = _inverted(line, grammar, verb.first, verb.end, who)
        opens = said and grammar.phrases["opens"].longest(line.words, start, verb.first)
        spoken.update({start} if who.actors and verb.told != DEED else ())
        found = _acting(line, grammar, who.actors)
        if 0 < who.first < verb.first and grammar.has("as", line.words[who.first - 1].fold):
            found = [m for m in found if m.sure]
        if said and is_of_one(line, grammar, verb.first):
            found = ([m for m in found if m.actor.kind == "person"] or found)[:1]
        found = [m for m in found if verb.told != DEED or m.sure or " " in m.actor.name]
        for mention in (*found, *(beside if found else ())):
            if not _is_doer(line, grammar, verb, who, mention, bare=bare):
                continue
            told = cover(line, who.first, mention)
            words = Span(told.start, max(told.end, line.words[verb.end - 1].end))
            rule = "role.deed" if verb.told == DEED else "role.verb"
            yield Claim(mention, "opening" if opens else verb.role, words, rule, who.represented)


def _is_doer(line: Line, grammar: Grammar, verb: Verb, who: Subject, mention: Mention, *, bare: bool) -> bool:
    """Tell whether an actor can have done what a verb tells: bodies have done many things at other times, and verbs of persons are not theirs."""
    if bare and (verb.role in OF_BODIES) == (mention.actor.kind in _PERSONS):
        return False
    plain = not (mention.sure or " " in mention.actor.name or is_acronym(mention.actor.name))
    if plain and verb.role in OF_BODIES and not opens_occasion(line, grammar, verb.end):
        return False
    if verb.told == DEED:
        return did(line, grammar, who, verb.first, mention)
    perfect = verb.role == "speaker" and verb.first > 0 and grammar.has("perfect", line.words[verb.first - 1].fold)
    among = any(m.actor.kind == "government" for m in who.actors)
    return mention.actor.kind != "organization" or among or not (verb.told == PERSONAL or perfect)


def _acts_here(line: Line, grammar: Grammar, verb: tuple[int, int], role: str, *, bare: bool, early: bool) -> bool:
    """Tell whether a verb is active and is about the session."""
    if _is_participle(line, grammar, *verb, role) or not has_object(line, grammar, verb[1], role, early=early):
        return False
    if role == "chair" and verb[0] and grammar.has("relatives", line.words[verb[0] - 1].fold):
        near = range(verb[1], min(verb[1] + _OBJECT, sentence_end(line, verb[1])))
        other = next((line.words[i].fold for i in near if grammar.has("bodies", line.words[i].fold)), "")
        return not other or grammar.has("events", other)
    return not bare or opens_occasion(line, grammar, verb[1])


def _is_participle(line: Line, grammar: Grammar, first: int, end: int, role: str) -> bool:
    """Tell whether an agent follows the verb, as in "organised by"; Spanish verbs that end so are none ("preguntó por"), nor is "began with"."""
    agent = is_by(line, grammar, end) and (role in OF_BODIES or grammar.has("passive", line.words[end].fold))
    doing = agent and end + 1 < len(line.words) and grammar.ends("gerunds", line.words[end + 1].text)
    return agent and not doing and not grammar.ends("acting", line.words[first].text)


def _inverted(line: Line, grammar: Grammar, first: int, end: int, who: Subject) -> Subject:
    """Read who stands after the verb: after a quotation, and after those for whom somebody speaks."""
    later = grammar.phrases["meanwhile"].longest(line.words, end)
    end = later[0] if later else end
    start = first
    while start and grammar.has("adverbs", line.words[start - 1].fold):
        start -= 1
    before = line.words[max(0, start - 2) : start]
    quoted = any(w.text in '”"»' for w in before)
    told = line.is_name(end) or (end < len(line.words) and grammar.has("definite", line.words[end].fold))
    if told and not who.actors and _turns(line, grammar, start, first):
        cited = any(grammar.has("as", word.fold) for word in before)
        found = [m for m in enumerated(line, grammar, end)[0] if m.actor.kind in _PERSONS and (m.sure or not cited)]
        return Subject(found, first) if found else who
    if not quoted and before[-1:] and before[-1].text == "," and not who.actors and told:
        found = [m for m in enumerated(line, grammar, end)[0][:1] if m.actor.kind == "person"]
        return Subject(found, first) if found else who
    if not quoted and not who.actors:
        return who
    found = enumerated(line, grammar, end)[0]
    if not quoted or (found and found[0].actor.kind in _PERSONS):
        found = [m for m in found if m.actor.kind in _PERSONS]
    return Subject(found, first, tuple(who.actors)) if found else who


def _turns(line: Line, grammar: Grammar, start: int, first: int) -> bool:
    """Tell whether the subject of a verb stands behind it: "Explicó la Sra. Doe que", "así lo dijo la Sra. Doe", "comme l'a dit Mme Doe"."""
    opens = start == sentence_start(line, first) and is_finite(line, grammar, first)
    return opens or (start > 0 and grammar.has("inverting", line.words[start - 1].fold))


def _acting(line: Line, grammar: Grammar, found: Sequence[Mention]) -> list[Mention]:
    """Keep the actors of a subject; beside one that is beyond doubt, plain names of several words are believed."""
    clear = [_can_act(line, grammar, m) for m in found]
    kept = [
        replace(m, sure=m.sure or not good)
        for m, good in zip(found, clear, strict=True)
        if good or (any(clear) and _is_plain_name(line, grammar, m))
    ]
    return kept or [m for m in found if not m.sure and (_is_plain_name(line, grammar, m) or _is_lone(line, grammar, m))]


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
    actor = mention.actor
    if actor.kind in {"person", "post"}:
        return mention.sure or actor.kind == "person"
    words = line.words[line.at(actor.span.start) : line.at(actor.span.end)]
    if actor.kind == "constituency" and grammar.phrases["blocs"].longest(words, 0):
        return mention.sure
    if mention.key:
        return not _is_event(grammar, words[-1].fold) and (
            not (actor.kind == "constituency" and len(words) == 1 and not actor.acronym)
            and actor.name != actor.name.lower()
        )
    head = next((n for n, w in enumerate(words) if n and grammar.has("links", w.fold)), len(words))
    last = words[head - 1].fold
    unit = head < len(words) and grammar.has("units", last)
    body = head == len(words) and grammar.has("bodies", last) and (head > 2 or not grammar.has("events", last))
    if (
        len(words) < 2
        or not mention.sure
        or (not (body or unit) and any(grammar.has("events", w.fold) for w in words[:head]))
    ):
        return False
    rows = ("generic", "portfolios", "modifiers", "governments")
    return head < len(words) or not all(any(grammar.has(row, w.fold) for row in rows) for w in words)
