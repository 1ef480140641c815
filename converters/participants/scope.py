"""Whether words tell of the session at hand, and not of another meeting, time or publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.roles import OF_BODIES, TOGETHER, UMBRELLA
from forumgraph.converters.words.acronyms import is_acronym
from forumgraph.converters.words.stops import sentence_end, sentence_start

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line

_OBJECT = 10
"""Tokens in which the object of a verb is looked for."""
_ATTENDED, _ORGANISED = 9, 24
"""Tokens in which what was attended, and what was organised, is named behind the verb."""
_NEAR = 8
"""Tokens between an occasion and the words that tell who organised it."""
_OPENING, _CLOSING = frozenset('“"«'), frozenset('”»"')
_OF_VOICES = frozenset({UMBRELLA, "speaker", "panellist", "discussant", "opening", "rapporteur"})
"""Roles that nobody has but in a session."""


def is_ahead(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether a phrase is about what is still to come: "to be chaired by", "sera modérée par"."""
    before = (grammar.phrases["ahead"].longest(line.words, i, first) for i in range(max(0, first - 3), first))
    return any(found and found[0] == first for found in before)


def about_session(line: Line, grammar: Grammar, first: int, role: str, *, early: bool) -> bool:
    """Tell whether a phrase is about the session: it names it before, or stands where nothing else is meant."""
    start, end = sentence_start(line, first), first
    while end > start and grammar.is_adverb(line.words[end - 1]):
        end -= 1  # "Jointly convened by"
    before = line.words[start:end]
    other = role in OF_BODIES and (_is_of_name(line, grammar, first) or _is_of_work(line, grammar, start, first))
    other = other or bool(before and grammar.phrases["fronted"].longest(line.words, first))
    if other or role in _OF_VOICES or grammar.phrases["always"].longest(line.words, first):
        return not other
    if role in TOGETHER:
        sentence = line.words[start : sentence_end(line, first)]
        named = any(grammar.has("occasions", w.fold) for w in before[-3:])
        phrase, verb = (trie.longest(line.words, first) for trie in (grammar.following, grammar.verbs))
        joint = phrase and verb and verb[0] == phrase[0] and has_object(line, grammar, first, "organizer", early=early)
        return any(grammar.has("made", w.fold) for w in sentence) or (early and not before) or named or bool(joint)
    if not before:
        return True
    direct = before[-1].text in {",", "(", "—"} or before[-1].fold in grammar.function
    ends = (grammar.phrases["occasions"].longest(before, n) for n in range(len(before) - 1, -1, -1))
    occasion = next((end[0] - 1 for end in ends if end), None)
    if occasion is None:
        return (early or any(grammar.has("made", word.fold) for word in before)) and direct
    linked = early and grammar.has("links", line.words[first].fold)
    if not direct and not linked and len(before) - occasion >= _NEAR:
        return False
    return early or not any(grammar.has("another", w.fold) for w in before[max(0, occasion - 4) : occasion])


def _is_of_name(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether a bracket says of a body whose it is: "LockData (a joint initiative of UNDP and ICLEI) collects figures"."""
    opener = next((i for i in range(first - 1, max(0, first - 3), -1) if line.words[i].text == "("), 0)
    event = any(grammar.has(row, line.words[opener - 1].fold) for row in ("occasions", "events"))
    return opener > 0 and line.is_name(opener - 1) and not event


def _is_of_work(line: Line, grammar: Grammar, start: int, first: int) -> bool:
    """Tell whether it was no meeting that was organised or paid for: "presented a project funded by UNDP and organised by ICLEI"."""
    rows = ("works", "occasions")
    near = range(first - 1, max(start, first - _ORGANISED) - 1, -1)
    nouns = (i for i in near if any(grammar.has(row, line.words[i].fold) for row in rows))
    last = next(nouns, first)
    if any(grammar.has("occasions", word.fold) for word in line.words[max(start, last - 1) : last + 1]):
        return False
    phrase = grammar.following.longest(line.words, last + 1)
    told = last + 1 == first or (phrase is not None and phrase[1] in OF_BODIES)
    return last < first and told and line.words[last].text.islower()


def has_object(line: Line, grammar: Grammar, end: int, role: str, *, early: bool) -> bool:
    """Tell whether what was organised or joined is the session."""
    if (role not in OF_BODIES and role != "participant") or grammar.has("occasions", line.words[end - 1].fold):
        return True
    reach = _ATTENDED if role == "participant" else _ORGANISED
    words = line.words[end : min(end + reach, sentence_end(line, end))]
    if role == "participant" and (not words or words[0].text in ".,;:"):
        return True
    occasions = grammar.phrases["occasions"]
    occasion = next((n for n in range(len(words)) if occasions.longest(words, n)), None)
    if occasion is None:
        negotiates = any(grammar.has("negotiates", w.fold) for w in line.words[max(0, end - 2) : end])
        return role == "participant" and negotiates
    return early or not any(grammar.has("another", w.fold) for w in words[:occasion])


def opens_occasion(line: Line, grammar: Grammar, end: int) -> bool:
    """Tell whether the object of a verb that may have others is a meeting: "opened the Summit", "conducted a one-day workshop", "opened SBI 31"."""
    stop = min(end + _OBJECT, sentence_end(line, end))
    link = next((i for i in range(end, stop) if grammar.has("links", line.words[i].fold)), stop)
    occasions = grammar.phrases["occasions"]
    acronym = end < link and is_acronym(line.words[end].text)
    return acronym or any(occasions.longest(line.words, i, link) for i in range(end, link))


def is_other(line: Line, grammar: Grammar, start: int, verb: int) -> bool:
    """Tell whether somebody says something at another time or in a publication; what is quoted may well tell of others."""
    quote = next((i for i in range(verb - 1, start, -1) if line.words[i].text in _CLOSING), start)
    start = quote if any(w.text in _OPENING for w in line.words[start:quote]) else start
    if any(len(w.text) == 4 and w.text.isdigit() and w.text[:2] in {"19", "20"} for w in line.words[start:verb][:6]):
        return True
    background = grammar.phrases["background"]
    return any(background.longest(line.words, i) for i in range(start, min(verb + 1, len(line.words))))
