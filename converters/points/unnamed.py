"""What is told without naming who said it: "there were calls to", "the suggestions included", "ice was discussed", "ice emerged as a concern"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.points.demands import strength
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, every, first, pattern

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_SUBJECT, _HEAD = 9, 4
"""Words of a subject before "included", and those at the beginning of one that tell what it is."""
_NEAR, _NOUN = 60, 24
"""Characters in which a noun is looked for, and in which a need is."""
_PREDICATE = 7
"""Words of what is said of something, to the noun: "one of the most recurring concerns"."""
_GOING = frozenset({"must", "should"})
_NOUNS = (("calls", "recommendations"), ("subjects", "issues"))
"""Rows of nouns of what is asked and of what is talked about."""


def kind_of(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence that tells what was said and not by whom: "there were calls to", "suggestions included", "ice was discussed"."""
    return (
        _there(sentence, lexicon)
        or _summed(sentence, lexicon)
        or _passive(sentence, lexicon)
        or _equated(sentence, lexicon)
        or _emerged(sentence, lexicon)
    )


def _noun(words: str, lexicon: Lexicon) -> tuple[int, str]:
    """Return where the first noun of something said stands in words, and what it says; empty without."""
    found = ((first(words, lexicon.phrases("reports", row)), kind) for row, kind in _NOUNS)
    return min(((noun.start(), kind) for noun, kind in found if noun is not None), default=(0, ""))


def _there(sentence: str, lexicon: Lexicon) -> str:
    there = begins(sentence, lexicon.phrases("reports", "there"))
    if there is None and begins(sentence, lexicon.phrases("reports", "when")) is not None:
        there = first(sentence[:_NEAR], lexicon.phrases("reports", "there"))
    if there is None:
        return ""
    near = sentence[there.end() : there.end() + _NEAR]
    needed = first(near[:_NOUN], lexicon.phrases("reports", "needs")) is not None
    return "recommendations" if needed else _noun(near, lexicon)[1]


def _summed(sentence: str, lexicon: Lexicon) -> str:
    verb = first(sentence, lexicon.phrases("reports", "includes"))
    if verb is None:
        return ""
    subject = pattern(lexicon.phrases("reports", "emerging")).sub("", sentence[: verb.start()])
    clause = "," in subject or first(subject, lexicon.phrases("reports", "relatives")) is not None
    if clause or len(subject.split()) > _SUBJECT:
        return ""
    kind = next((kind for row, kind in _NOUNS if first(subject, lexicon.phrases("reports", row)) is not None), "")
    talk = begins(verb[0], lexicon.phrases("reports", "talk")) is not None
    return "recommendations" if kind and not talk and _must(sentence[verb.end() :], lexicon) else kind


def _equated(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence that says what something is: "A key concern was ice", "The main obstacle raised is dear ice"."""
    verb = first(sentence, lexicon.phrases("reports", "equals"))
    if verb is None:
        return ""
    subject = pattern(lexicon.phrases("reports", "emerging")).sub("", sentence[: verb.start()])
    noun, kind = _noun(subject, lexicon)
    clear = first(subject, lexicon.phrases("reports", "qualifiers")) is not None
    clear = clear and "," not in subject and len(subject[noun:].split()) <= _HEAD and len(subject.split()) <= _PREDICATE
    return kind if clear and first(subject, lexicon.phrases("reports", "relatives")) is None else ""


def _emerged(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence such as "Dear ice emerged as a concern", "Nets were one of the main topics"."""
    emerges = lexicon.phrases("reports", "emerges")
    for verb in every(sentence, joined(lexicon, ("reports", "emerges"), ("reports", "passive_be"))):
        head = " ".join(sentence[verb.end() :].split()[:_PREDICATE])
        noun, kind = _noun(head, lexicon)
        clear = first(head[:noun], lexicon.phrases("reports", "qualifiers")) or begins(verb[0], emerges)
        if kind and clear and not _is_of_event(sentence[: verb.start()], lexicon):
            return kind
    return ""


def _is_of_event(subject: str, lexicon: Lexicon) -> bool:
    """Tell whether it is not a matter of talk of which something is said, but the meeting, its papers or its people."""
    return first(" ".join(subject.split()[:_HEAD]), lexicon.phrases("reports", "not_discussed")) is not None


def _must(words: str, lexicon: Lexicon) -> bool:
    force = strength(words, lexicon)
    return force is not None and force.value in _GOING


def _passive(sentence: str, lexicon: Lexicon) -> str:
    for be in every(sentence, lexicon.phrases("reports", "passive_be")):
        rest, subject = sentence[be.end() :].lstrip(), sentence[: be.start()]
        near = pattern(lexicon.phrases("reports", "aside_begins")).sub("", subject[-_NEAR:])
        if _is_of_event(subject, lexicon) or first(near, lexicon.phrases("reports", "relatives")) is not None:
            continue
        made = _noun(subject, lexicon)[1]
        for row, kind in (("passive_asked", "recommendations"), ("passive_said", "issues"), ("made", made)):
            said = begins(rest, lexicon.phrases("reports", row)) if subject.strip() else None
            if said is not None:
                clause = rest[said.end() :].lstrip()
                needed = first(subject, lexicon.phrases("reports", "needs")) is not None
                needed = needed and begins(rest, lexicon.phrases("reports", "talk")) is None
                must = begins(clause, lexicon.phrases("reports", "that")) is not None and _must(clause, lexicon)
                return "recommendations" if needed or must else kind
    return ""
