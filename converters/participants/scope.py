"""Whether words are about the session that a text reports on, or about another meeting or what is still to come."""

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
_OPENING, _CLOSING = frozenset('“"«'), frozenset('”»"')


def is_ahead(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether a phrase is about what is still to come: "to be chaired by", "sera modérée par"."""
    ahead = grammar.phrases["ahead"]
    return any(
        (found := ahead.longest(line.words, i, first)) and found[0] == first for i in range(max(0, first - 3), first)
    )


def about_session(line: Line, grammar: Grammar, first: int, role: str, *, early: bool) -> bool:
    """Tell whether a phrase is about the session: it names it before, or stands where nothing else is meant."""
    start = sentence_start(line, first)
    before = range(start, first)
    of_work = role in OF_BODIES and (_is_of_name(line, grammar, first) or _is_of_work(line, grammar, start, first))
    if of_work or grammar.phrases["always"].longest(line.words, first):
        return not of_work
    if before and start > 1 and grammar.has("ands", line.words[start].fold) and line.words[start - 1].text == ";":
        return about_session(line, grammar, start - 1, role, early=early)
    sentence = line.words[start : sentence_end(line, first)]
    if role in TOGETHER:
        named = any(grammar.has("occasions", line.words[i].fold) for i in range(max(start, first - 3), first))
        phrase = grammar.following.longest(line.words, first)
        same = phrase and grammar.verbs.longest(line.words, first, phrase[0])
        joint = same and phrase and same[0] == phrase[0] and has_object(line, grammar, first, "organizer", early=early)
        return any(grammar.has("made", w.fold) for w in sentence) or (early and not before) or named or bool(joint)
    if role in {UMBRELLA, "speaker", "panellist", "discussant", "opening", "rapporteur"}:
        return True
    occasion = next((i for i in reversed(before) if grammar.has("occasions", line.words[i].fold)), None)
    told = early and occasion is not None and grammar.has("links", line.words[first].fold)
    direct = (
        told
        or not before
        or line.words[first - 1].text in {",", "(", "—"}
        or line.words[first - 1].fold in grammar.function
    )
    if occasion is None or not (direct or first - occasion < 8):
        made = early or any(grammar.has("made", line.words[i].fold) for i in before)
        return not before or (made and direct)
    return early or not any(
        grammar.has("another", line.words[i].fold) for i in range(max(start, occasion - 4), occasion)
    )


def _is_of_name(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether a bracket says of a body whose it is: "AidData (a joint initiative of A and B) presented"."""
    opener = next((i for i in range(first - 1, max(0, first - 3), -1) if line.words[i].text == "("), 0)
    name = line.words[opener - 1] if opener else None
    rows = ("occasions", "events")
    return name is not None and name.text[0].isupper() and not any(grammar.has(row, name.fold) for row in rows)


def _is_of_work(line: Line, grammar: Grammar, start: int, first: int) -> bool:
    """Tell whether it was no meeting that was organised or paid for: "presented a project funded by UNDP and organised by ICLEI"."""
    nouns = ("works", "occasions")
    last = next(
        (i for i in reversed(range(start, first)) if any(grammar.has(row, line.words[i].fold) for row in nouns)), -1
    )
    if (
        last < 0
        or grammar.has("occasions", line.words[last].fold)
        or grammar.has("occasions", line.words[last - 1].fold)
    ):
        return False
    phrase = grammar.following.longest(line.words, last + 1)
    told = last + 1 == first or (phrase is not None and phrase[1] in OF_BODIES)
    return told and line.words[last].text.islower()


def has_object(line: Line, grammar: Grammar, end: int, role: str, *, early: bool) -> bool:
    """Tell whether what was organised or joined is the session."""
    if role not in OF_BODIES and role != "participant":
        return True
    if grammar.has("occasions", line.words[end - 1].fold):
        return True
    words = line.words[end : min(end + (9 if role == "participant" else 24), sentence_end(line, end))]
    if role == "participant" and (not words or words[0].text in ".,;:" or len(words) < 3):
        return True
    occasions = grammar.phrases["occasions"]
    occasion = next((n for n in range(len(words)) if occasions.longest(words, n)), None)
    if occasion is None:
        return role == "participant" and any(
            grammar.has("negotiates", w.fold) for w in line.words[max(0, end - 2) : end]
        )
    return early or not any(grammar.has("another", w.fold) for w in words[:occasion])


def opens_occasion(line: Line, grammar: Grammar, end: int) -> bool:
    """Tell whether the object of a verb that may have others is a meeting: "opened the Summit", "conducted a one-day workshop", "opened SBI 31"."""
    stop = min(end + _OBJECT, sentence_end(line, end))
    link = next((i for i in range(end, stop) if grammar.has("links", line.words[i].fold)), stop)
    occasions = grammar.phrases["occasions"]
    acronym = end < link and is_acronym(line.words[end].text)
    return acronym or any(occasions.longest(line.words, i, link) for i in range(end, link))


def is_background(line: Line, grammar: Grammar, start: int, first: int) -> bool:
    """Tell whether a sentence tells of another time or of a publication."""
    words, background = line.words[start:first], grammar.phrases["background"]
    if any(len(w.text) == 4 and w.text.isdigit() and w.text[:2] in {"19", "20"} for w in words[:6]):
        return True
    return any(
        background.begins(line.words[i]) and background.longest(line.words, i)
        for i in range(start, min(first + 1, len(line.words)))
    )


def is_other(line: Line, grammar: Grammar, start: int, verb: tuple[int, int]) -> bool:
    """Tell whether somebody says something at another time or place; what is quoted may well tell of others."""
    quote = next((i for i in range(verb[0] - 1, start, -1) if line.words[i].text in _CLOSING), start)
    start = quote if any(w.text in _OPENING for w in line.words[start:quote]) else start
    return is_background(line, grammar, start, verb[0]) or _is_dated(line, grammar, verb[1])


def _is_dated(line: Line, grammar: Grammar, end: int) -> bool:
    """Tell whether a year follows the verb: "said in 2019"."""
    words = line.words[end : end + 2]
    return (
        len(words) == 2
        and grammar.has("links", words[0].fold)
        and words[1].text[:2] in {"19", "20"}
        and len(words[1].text) == 4
    )
