"""What persons did at a meeting, told by verbs that no table has: "Ms. Doe unpacked the figures", "M. Doe a retracé", "la Sra. Doe desgranó"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.participants.subjects import Subject
    from forumgraph.converters.words.line import Line

DEED = "deed"
"""The role of a verb that only its form tells; whoever did something at a meeting is taken as one who spoke."""
_SHORTEST = 4
_ADVERBS = 3
"""Adverbs and auxiliaries that may stand between a name and its verb."""


def deeds(line: Line, grammar: Grammar) -> Iterator[tuple[int, int, str]]:
    """Yield the words that have the form of a finite verb and stand where the verb of a name would."""
    endings = (*grammar.affixes.get("deeds", ()), *grammar.affixes.get("participles", ()))
    for index, word in enumerate(line.words):
        if (
            index
            and (word.text.endswith(endings) or grammar.has("did", word.fold))
            and word.text.isalpha()
            and word.text.islower()
            and line.gap(index)[:1] != "-"
            and _is_finite(line, grammar, index)
        ):
            yield index, index + 1, DEED


def _is_finite(line: Line, grammar: Grammar, index: int) -> bool:
    word = line.words[index]
    if grammar.has("not_deeds", word.fold) or grammar.has("meets", word.fold) or index in line.atoms:
        return False
    regular = len(word.text) >= _SHORTEST and grammar.ends("deeds", word.text)
    participle = len(word.text) >= _SHORTEST and grammar.ends("participles", word.text)
    if not (regular or participle or grammar.has("did", word.fold)):
        return False
    at, helped = index, False
    while at > max(0, index - _ADVERBS) and grammar.is_adverb(line.words[at - 1]):
        helped = helped or grammar.has("auxiliaries", line.words[at - 1].fold)
        at -= 1
    before = line.words[at - 1]
    behind_name = at > 0 and (before.text in {",", ")", "."} or before.text[0].isupper())
    return behind_name and (helped or not participle or regular)


def _is_bracketed(line: Line, first: int, verb: int) -> bool:
    """Tell whether a bracket that was opened before a name is closed between it and the verb."""
    closes = next((i for i in range(verb - 1, first, -1) if line.words[i].text in "()"), first)
    opened = next((line.words[i].text for i in range(closes - 1, first - 1, -1) if line.words[i].text in "()"), "")
    return closes > first and line.words[closes].text == ")" and opened != "("


def _is_bulletin(line: Line, name: str) -> bool:
    """Tell whether a State stands in capitals among other words, as bulletins print those who speak."""
    return (
        name.isupper()
        and len(name) > _SHORTEST - 1
        and not all(w.text.isupper() for w in line.words if w.text.isalpha())
    )


def did(line: Line, grammar: Grammar, who: Subject, verb: int, mention: Mention) -> bool:
    """Tell whether a subject is a person who did what a verb tells: not one behind "by" or "with", and not "Jane Doe, dressed in blue"."""
    actor = mention.actor
    if actor.kind == "government":
        delegate = who.first > 1 and grammar.has("agents_of", line.words[who.first - 2].fold)
        return delegate or _is_bulletin(line, actor.name)
    if actor.kind != "person" or who.first >= verb or _is_bracketed(line, who.first, verb):
        return False
    first = who.first
    while first and line.is_name(first - 1):
        first -= 1
    before = line.words[first - 1].fold if first else ""
    if before and (grammar.has("links", before) or grammar.has("agents", before) or grammar.has("relatives", before)):
        return False
    after = line.at(actor.span.end)
    return not (line.words[verb - 1].text == "," and after == verb - 1)
