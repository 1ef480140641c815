"""What stands before the subject of a sentence, and names that are none: "Quoting Jane Doe, Ann Roe said", "Later Ann Roe spoke"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.between import ends_country, is_place_of
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.posts import honorific, looks_like_person
from forumgraph.converters.participants.segments import names_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_PAIR = 2
_WITH_GERUND = 3
"""Words of a name of two and what stands before it."""


def is_gerund(line: Line, grammar: Grammar, found: Sequence[Segment]) -> bool:
    """Tell whether a sentence begins with what somebody does to a person who is named there: "Quoting Jane Doe, Ann Roe said"."""
    if not found or not grammar.ends("gerunds", line.words[found[0].first].text):
        return False
    name, *others = found
    whole = looks_like_person(line, grammar, name.first, name.end, least=_WITH_GERUND)
    return whole or any(s.joint == "," and looks_like_person(line, grammar, s.first, s.end) for s in others)


def is_led(line: Line, grammar: Grammar, start: int, found: Sequence[Segment]) -> bool:
    """Tell whether the last of several names is the subject itself: "After Jane Doe, Ann Roe spoke"; what is said of her ends with a comma."""
    if len(found) < _PAIR or any(s.joint not in {"", ","} for s in found):
        return False
    last, before = found[-1], line.words[found[0].first - 1 - found[0].article]
    led = before.text.isalpha() or grammar.has("company", line.words[start].fold)
    closed = line.words[last.end : last.end + 1]
    return led and not (closed and closed[0].text == ",") and looks_like_person(line, grammar, last.first, last.end)


def is_opener(line: Line, grammar: Grammar, begin: int) -> bool:
    """Tell whether an adverb has its capital because it begins the sentence: "Luego Luis Doe presentó", "Later the Mayor said"."""
    word = line.words[begin]
    led = begin + 1 < len(line.words) and grammar.has("definite", line.words[begin + 1].fold)
    return word.text.istitle() and grammar.has("adverbs", word.fold) and (led or line.is_name(begin + 1))


def led_in(line: Line, grammar: Grammar, start: int, verb: int) -> Iterator[int]:
    """Yield where a person stands behind words that lead in without a comma: "In her talk Jane Doe said"."""
    name = start + 1
    while name < verb and line.words[name].text.islower():
        name += 1
    first = name
    while first > start + 1 and any(grammar.has(row, line.words[first - 1].fold) for row in ("titles", "definite")):
        first -= 1
    before = line.words[first - 1]
    done = grammar.ends("deeds", before.text) or grammar.has("auxiliaries", line.words[max(start, first - 2)].fold)
    linked = before.fold in grammar.function or any(
        grammar.has(row, before.fold) for row in ("links", "ands", "agents")
    )
    alone = first - start < _WITH_GERUND and grammar.has("articles", line.words[start].fold)
    if not line.is_name(name) or done or linked or alone or grammar.ends("gerunds", before.text):
        return
    read = mentions(line, grammar, names_from(line, grammar, first, 1)[0])
    told = any(m.actor.kind == "person" and " " in m.actor.name for m in read)
    if told and not any(grammar.verbs.find(line.words[start:first])):
        yield first


def is_inside_list(line: Line, grammar: Grammar, begin: int) -> bool:
    """Tell whether a name stands in a list that began before: of "reviews from Kenya, Peru and Fiji" no part is a subject."""
    mark = line.words[begin - 1]
    if begin < 2 or not line.is_name(begin) or honorific(line, grammar, begin) > begin:
        return False
    if mark.text == ",":
        return ends_country(line, begin - 1) and begin in line.atoms and line.atoms[begin].kind == "country"
    return grammar.has("ands", mark.fold) and (ends_country(line, begin - 1) or line.is_name(begin - 2))


def _is_mixed(line: Line, grammar: Grammar, found: Sequence[Segment]) -> bool:
    """Tell whether a plain word stands before an honorific: "Continuing Ms. Doe"."""
    inner = found[:1] and any(is_titled(line, grammar, i) for i in range(found[0].first + 1, found[0].end))
    return bool(inner) and all(m.actor.kind not in {"person", "post"} for m in mentions(line, grammar, found[:1]))


def cannot_act(line: Line, grammar: Grammar, before: range, found: Sequence[Segment], after: int) -> bool:
    """Tell whether names cannot be a subject: behind a gerund ("Praising Ms. Doe"), between commas a place, behind a plain word."""
    if not before:
        return is_gerund(line, grammar, found) or _is_mixed(line, grammar, found)
    led = found[:1] and found[0].first > before.start and is_led(line, grammar, before.start, found)
    return bool(led) or is_place_of(line, before.stop, after) or _is_mixed(line, grammar, found)


def is_titled(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether an honorific begins at a token: "Continuing Ms. Doe said"."""
    return honorific(line, grammar, index) > index and honorific(line, grammar, index - 1) == index - 1
