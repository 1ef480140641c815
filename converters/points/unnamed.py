"""What is told without naming who said it: "there were calls to", "the suggestions included", "ice was discussed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.points.demands import strength
from forumgraph.converters.words.phrases import begins, every, first, pattern

if TYPE_CHECKING:
    import re

    from forumgraph.converters.words.lexicon import Lexicon

_SUMMING = 9
"""Words from the beginning of a sentence to the verb in "The main suggestions from the floor included"."""
_NEAR = 60
_NOUN = 24
_SUBJECT, _SHORT_HEAD = 14, 5
_HEAD = 4
"""Words at the beginning of a subject that tell what it is."""
_PREDICATE = 7
"""Words of what is said of something, to the noun: "one of the most recurring concerns"."""
_GOING = frozenset({"must", "should"})
_NOUNS = (("calls", "recommendations"), ("subjects", "issues"))
"""Rows of nouns of what is asked and of what is talked about."""


def kind_of(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence that tells what was said and not by whom: "there were calls to", "suggestions included", "ice was discussed"."""
    if begins(sentence, lexicon.phrases("reports", "hence")) is not None:
        return "recommendations"
    return (
        _there(sentence, lexicon)
        or _summed(sentence, lexicon)
        or _passive(sentence, lexicon)
        or _named(sentence, lexicon)
        or _emerged(sentence, lexicon)
        or _noted(sentence, lexicon)
    )


def took_place(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports that people talked about something: "an exchange of views took place on ice".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> took_place("A lively debate ensued about ice.", lexicons()["en"]), took_place("A dialogue took place in Rome.", lexicons()["en"])
    (True, False)
    """
    head, _, rest = sentence.partition(", ")
    clause = rest if len(head.split()) < _SHORT_HEAD else sentence
    if begins(clause, lexicon.phrases("reports", "there_itself")) is not None:
        return True
    for verb in every(sentence, lexicon.phrases("reports", "happens")):
        subject, rest = sentence[: verb.start()], sentence[verb.end() :].lstrip()
        about = begins(rest, lexicon.phrases("reports", "about"))
        if about is None or len(subject.split()) > _SUBJECT or rest[about.end() :].lstrip()[:1].isdigit():
            continue
        if first(" ".join(subject.split()[-_HEAD:]), lexicon.phrases("reports", "talks")) is not None:
            return True
    return False


def _there(sentence: str, lexicon: Lexicon) -> str:
    there = begins(sentence, lexicon.phrases("reports", "there"))
    if there is None and begins(sentence, lexicon.phrases("reports", "when")) is not None:
        there = first(sentence[:_NEAR], lexicon.phrases("reports", "there"))
    if there is None:
        return ""
    near = sentence[there.end() : there.end() + _NEAR]
    if first(near[:_NOUN], lexicon.phrases("reports", "needs")) is not None:
        return "recommendations"
    nouns = ((first(near, lexicon.phrases("reports", row)), kind) for row, kind in _NOUNS)
    found = [(noun.start(), kind) for noun, kind in nouns if noun is not None]
    accord = first(near, lexicon.phrases("reports", "accords"))
    if accord is not None and _must(sentence[there.end() + accord.end() :], lexicon):
        return "recommendations"
    return min(found)[1] if found else ""


def _summed(sentence: str, lexicon: Lexicon) -> str:
    verb = first(sentence, lexicon.phrases("reports", "includes"))
    if verb is None:
        return ""
    subject = pattern(lexicon.phrases("reports", "emerging")).sub("", sentence[: verb.start()])
    if "," in subject or first(subject, lexicon.phrases("reports", "relatives")) is not None:
        return ""
    if len(subject.split()) > _SUMMING:
        return ""
    needed = begins(sentence[verb.end() :].lstrip(" :"), lexicon.phrases("reports", "needs")) is not None
    kinds = (kind for row, kind in _NOUNS if first(subject, lexicon.phrases("reports", row)) is not None)
    kind = next(kinds, "")
    if begins(verb[0], lexicon.phrases("reports", "talk")) is not None:
        return kind
    force = strength(sentence[verb.end() :], lexicon) if kind else None
    return "recommendations" if kind and (needed or (force is not None and force.value in _GOING)) else kind


def _named(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence that says of something what it is: "A key concern was ice", "The main obstacles raised are ..."."""
    verb = first(sentence, lexicon.phrases("reports", "equals"))
    if verb is None or begins(sentence, lexicon.phrases("reports", "nothing")) is not None:
        return ""
    subject = pattern(lexicon.phrases("reports", "emerging")).sub("", sentence[: verb.start()])
    words = subject.split()
    told = first(subject, lexicon.phrases("reports", "raised")) is not None
    qualified = first(" ".join(words[:_HEAD]), lexicon.phrases("reports", "qualifiers")) is not None
    kind, noun = _noun(subject, lexicon)
    last = words[-1].lower() if words else ""
    rest = subject[noun.end() :] if noun is not None else ""
    rest = pattern(lexicon.phrases("reports", "qualifiers")).sub("", rest).strip()
    of_meeting = first(rest, lexicon.phrases("roles.context", "occasions")) is not None and len(rest.split()) <= _HEAD
    idle = "," in subject or first(
        subject[: noun.start() if noun is not None else None], lexicon.phrases("reports", "not_discussed")
    )
    known = qualified and noun is not None and (told or not rest or of_meeting) and len(words) <= _SUMMING
    return kind if known and not idle and last not in lexicon.phrases("reports", "relatives") else ""


def _noun(subject: str, lexicon: Lexicon) -> tuple[str, re.Match[str] | None]:
    """Return what a subject names, something asked or something talked about, and the word that does."""
    found = ((kind, first(subject, lexicon.phrases("reports", row))) for row, kind in _NOUNS)
    return next(((kind, noun) for kind, noun in found if noun is not None), ("", None))


def _emerged(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence such as "Dear ice emerged as a concern", "Nets were one of the main topics"."""
    emerges, be = (lexicon.phrases("reports", row) for row in ("emerges", "passive_be"))
    for verb in every(sentence, (*emerges, *be)):
        subject, head = sentence[: verb.start()], " ".join(sentence[verb.end() :].split()[:_PREDICATE])
        kind, noun = _noun(head, lexicon)
        clear = noun is not None and first(head[: noun.start()], lexicon.phrases("reports", "qualifiers")) is not None
        event = first(" ".join(subject.split()[:_HEAD]), lexicon.phrases("reports", "not_discussed")) is not None
        emerged = begins(verb[0], emerges) is not None
        if kind and not event and (clear or emerged):
            needed = not emerged and first(subject, lexicon.phrases("reports", "needs")) is not None
            return "recommendations" if needed else kind
    return ""


def _noted(sentence: str, lexicon: Lexicon) -> str:
    """Return `issues` of a note such as "Concern that ice melts", "Questions about nets"; what is held when people talk is no note."""
    noun = begins(sentence, lexicon.phrases("reports", "subjects"))
    if noun is None or begins(sentence, lexicon.phrases("reports", "talks")) is not None:
        return ""
    rest = sentence[noun.end() :].lstrip()
    of = (*lexicon.phrases("reports", "about"), *lexicon.phrases("reports", "clause_begins"))
    return "issues" if begins(rest, of) is not None else ""


def _must(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause that follows "it was stressed" says what must be."""
    force = strength(words, lexicon) if begins(words.lstrip(), lexicon.phrases("reports", "that")) is not None else None
    return force is not None and force.value in _GOING


def _passive(sentence: str, lexicon: Lexicon) -> str:
    for be in every(sentence, lexicon.phrases("reports", "passive_be")):
        rest, subject = sentence[be.end() :].lstrip(), sentence[: be.start()]
        head = " ".join(subject.split()[:_HEAD])
        near = pattern(lexicon.phrases("reports", "aside_begins")).sub("", subject[-_NEAR:])
        idle = first(head, lexicon.phrases("reports", "not_discussed"))
        idle = idle or first(near, lexicon.phrases("reports", "relatives"))
        if begins(subject, lexicon.phrases("reports", "nothing")) is not None:
            return ""
        if idle is not None or not subject.strip() or begins(rest, lexicon.phrases("reports", "not_said")) is not None:
            continue
        asked = first(head, lexicon.phrases("reports", "calls")) is not None
        if asked and begins(rest, lexicon.phrases("reports", "made")) is not None:
            return "recommendations"
        for row, kind in (("passive_asked", "recommendations"), ("passive_said", "issues")):
            said = begins(rest, lexicon.phrases("reports", row))
            if said is not None:
                needed = first(subject, lexicon.phrases("reports", "needs")) is not None
                needed = needed and begins(rest, lexicon.phrases("reports", "talk")) is None
                return "recommendations" if needed or _must(rest[said.end() :], lexicon) else kind
    return ""
