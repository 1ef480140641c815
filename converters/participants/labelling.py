"""Where labels begin and end: after the time of an agenda line, at the next label, at the end of a sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph.converters.participants.joints import is_post
from forumgraph.converters.participants.posts import is_person
from forumgraph.converters.participants.roles import (
    OF_BODIES,
    PERSONAL,
    PRESENT,
    UMBRELLA,
    Label,
    label,
    names_bodies,
    past_occasion,
)
from forumgraph.converters.words.gazetteer import city
from forumgraph.converters.words.lexicon import of_all
from forumgraph.converters.words.stops import sentence_start
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment
    from forumgraph.converters.words.trie import Token
    from forumgraph.model import Block

_ANNOUNCED = 14
"""Tokens of the words that announce a list: "attended by representatives of the following organizations:"."""
_NUMBER = 4
"""Tokens and letters of the number of an annex at most."""
_SHORT = (("names", "shortened"), ("posts", "honorifics"))
"""Words that a point shortens: "Excmo.", "MM."."""
_ONE = frozenset({"moderator", "rapporteur", "chair"})
"""Roles that one person has."""
_PAIR = 2
_TOLD = 10
"""Tokens of a sentence at least."""
_ROWS = (("am", "pm", "hours"), ("until",))


@cache
def _time() -> re.Pattern[str]:
    """Return the pattern of the time before an agenda line, with the words of all languages: "9:00 to 10.30 a.m. – "."""
    units, until = (_words(chain.from_iterable(of_all("times", row) for row in rows)) for rows in _ROWS)
    hours = rf"\d{{1,2}}[:.h]\d{{2}} ?{units}?"
    return re.compile(rf"(?:{hours}|\d{{1,2}} ?{units}?)(?: ?(?:[-–]|{until}) ?{hours})? ?[-–—:|.]? ?")


def _words(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=lambda p: (-len(p), p)))})"


def past_time(line: Line, grammar: Grammar, block: Block) -> int:
    """Return the index after the time an agenda line begins with, or the number of an annex."""
    match = _time().match(block.text)
    return line.at(block.span.start + match.end()) if match else _past_annex(line, grammar)


def _past_annex(line: Line, grammar: Grammar) -> int:
    """Return the index after "Annex I." in "Annex I. List of participants"."""
    if not line.words or not grammar.has("annexes", line.words[0].fold):
        return 0
    at = 1
    while at < min(_NUMBER, len(line.words)) and (line.words[at].text in ".:—" or len(line.words[at].text) < _NUMBER):
        at += 1
    return at


def next_label(line: Line, grammar: Grammar, first: int) -> tuple[int, Label | None]:
    """Return where the actors of a label end, at the next label, the absent or the end of the sentence, and the next label."""
    stop = 0
    for index in range(first + 1, len(line.words)):
        if not line.words[index].text[0].isupper():
            continue
        found = label(line, grammar, index)
        if found and (line.words[index - 1].text in ".;|)" or line.words[found.end - 1].text == ":"):
            return sentence_end(line, stop or index, first), None if found.alone else found
        stop = stop or (index if past_absent(line, grammar, index) else 0)
    return sentence_end(line, stop or len(line.words), first), None


def inner_labels(line: Line, grammar: Grammar) -> Iterator[tuple[Label, int]]:
    """Yield the labels inside a text, each with where its actors end.

    Such are labels at the beginning of later sentences, those in brackets, and in the plural before a colon: "asked the speakers of the session: ...".
    At the end of a text, words that call for actors announce a list, too: "attended by representatives of the following organizations:".
    """
    _, found = next_label(line, grammar, 0)
    while found:
        stop, following = next_label(line, grammar, found.end)
        if not found.weak or line.words[found.end - 1].text == ":":
            yield found, stop
        found = following
    for colon in (i for i, word in enumerate(line.words) if word.text == ":"):
        announced = _announced(line, grammar, colon)
        if announced:
            yield announced


def _announced(line: Line, grammar: Grammar, colon: int) -> tuple[Label, int] | None:
    """Read the words before a colon backwards, up to a name or the end of a sentence."""
    last = colon + 1 == len(line.words)
    start = sentence_start(line, colon)
    if last and _came(grammar, line.words[start:colon]):
        return Label(PRESENT, colon + 1, alone=True, weak=True), colon + 1
    for first in range(colon - 1, max(-1, colon - _ANNOUNCED), -1):
        opened = first > 0 and line.words[first - 1].text == "("
        found = grammar.following.longest(line.words, first, colon) if last and first and colon >= _NUMBER else None
        if found is None or found[1] == UMBRELLA:
            found = grammar.labels.longest(line.words, first, colon)
            if found and not opened:
                fits = last or found[1] not in OF_BODIES
                found = found if fits and _calls(line, grammar, first, found[0], colon) else None
        if found:
            closing = (i for i in range(colon, len(line.words)) if line.words[i].text == ")")
            stop = next(closing, len(line.words)) if opened else sentence_end(line, len(line.words), colon)
            bodies = names_bodies(line, grammar, found[0], colon)
            given = (act[1] for i in range(first) if (act := grammar.acts.longest(line.words, i, first)))
            role = next(given, "speaker") if found[1] == PERSONAL else found[1]
            return Label(role, colon + 1, last, weak=not (opened or last), bodies=bodies), stop
        if line.is_name(first) or line.words[first].text == ".":
            return None
    return None


def _came(grammar: Grammar, before: Sequence[Token]) -> bool:
    """Tell whether a sentence says that several took part, and names nobody: "Seven speakers took part in the round table:"."""
    called = any(grammar.has(row, w.fold) for w in before[:_NUMBER] for row in ("attenders", "agents_of"))
    verb = next((end for _, end, role in grammar.verbs.find(before) if role == PRESENT), 0)
    return called and verb > 0 and all(word.text.islower() for word in before[verb:])


def _calls(line: Line, grammar: Grammar, first: int, end: int, colon: int) -> bool:
    """Tell whether words in the plural call for those behind a colon: "asked the speakers of the session:", "the panellists at the event included:"."""
    before = line.words[first - 1].fold if first else ""
    led = not before or any(grammar.has(row, before) for row in ("articles", "definite", "qualifiers"))
    if not (led and line.words[first].text.islower() and grammar.ends("plural", line.words[end - 1].fold)):
        return False
    if past_occasion(line, grammar, end) == colon:
        return colon + 1 < len(line.words) and not grammar.has("documents", line.words[colon - 1].fold)
    consists = any(grammar.phrases["consists"].longest(line.words, i, colon) for i in range(end, colon))
    return consists and all(word.text.islower() for word in line.words[end:colon])


def past_absent(line: Line, grammar: Grammar, first: int) -> int:
    """Return the index after the words at a token that call those who follow absent, else 0: "Apologies:", "Excusés :"."""
    found = grammar.phrases["absent"].longest(line.words, first)
    if found is None:
        return 0
    at = found[0]
    while at - found[0] < _NUMBER and at < len(line.words) and line.words[at].text.islower():
        at += 1
    return min(at + 1, len(line.words)) if at == len(line.words) or line.words[at].text == ":" else 0


def is_contact(line: Line, grammar: Grammar) -> bool:
    """Tell whether a line tells where somebody in a list is reached: "Email: jane@rivers.org", "Bonn"."""
    found = grammar.phrases["particulars"].longest(line.words, 0)
    told = found is not None and any(word.text == ":" for word in line.words[found[0] : found[0] + 1])
    return (
        told or any(word.text == "@" for word in line.words) or bool(city(line.span(0, len(line.words)).of(line.text)))
    )


def is_title(line: Line, grammar: Grammar, block: Block, first: int) -> bool:
    """Tell whether a label names the paper, and what follows is the meeting and nobody who took the minutes: "Minutes: call of the port group"."""
    paper = grammar.phrases["papers"].longest(line.words, first)
    told = block.kind is BlockKind.HEADING or (paper and grammar.has("occasions", line.words[-1].fold))
    return paper is not None and bool(told)


def field_end(line: Line, grammar: Grammar) -> int:
    """Return the index behind what a form calls the name, post or body that fills the rest of a line: "Name: Jane Doe"; else 0."""
    found = (grammar.phrases[row].longest(line.words, 0) for row in ("names", "functions", "organisations"))
    ends = (match[0] for match in found if match and match[0] + 1 < len(line.words))
    one = (end for end in ends if not grammar.ends("plural", line.words[end - 1].fold))
    return next((end + 1 for end in one if line.words[end].text == ":"), 0)


def next_phrase(line: Line, grammar: Grammar, first: int, end: int) -> tuple[int, int, str]:
    """Return where words that give another role stand inside a list: begin, end and the role, empty where none do."""
    inside = (i for i in range(first, end - 1) if line.words[i].text.islower())
    found = ((i, *phrase) for i in inside if (phrase := grammar.following.longest(line.words, i, end)))
    first, after, role = next(found, (end, end, ""))
    return (end, end, "") if role == UMBRELLA else (first, after, role)


def sentence_end(line: Line, end: int, first: int = 0) -> int:
    """Return where the sentence ends: at a point that no abbreviation or initial has."""
    for index in range(first + 1, end):
        if line.words[index].text == "." and index + 1 < len(line.words) and line.gap(index + 1):
            before = line.words[index - 1]
            small = before.text.lower()
            short = any(small in of_all(table, row) for table, row in _SHORT)
            if not short and (len(small) > 4 or (len(small) > 1 and before.text.isupper()) or small == ")"):
                return index
    return end


def is_told(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether what follows a label is told in sentences, so that it has to be read as text, too."""
    found = grammar.verbs.find(line.words[first:end]) if end - first > _TOLD else ()
    return any(line.words[first + i].text.islower() for i, _, _ in found)


def tells_of_one(line: Line, grammar: Grammar, segments: Sequence[Segment]) -> bool:
    """Tell whether a name and a post begin a stretch in which no other person, post or "and" follows: all of it tells of one person."""
    if len(segments) < _PAIR + 1 or not is_post(line, grammar, segments[1]):
        return False
    rest = segments[2:]
    first = is_person(line, grammar, segments[0])
    return first and not any(s.joint == "and" or is_post(line, grammar, s) or is_person(line, grammar, s) for s in rest)


def calls_for_one(line: Line, grammar: Grammar, found: Label, segments: Sequence[Segment]) -> bool:
    """Tell whether a label calls for one person ("Moderator:"), and what follows is no list of several."""
    if found.end < _PAIR or line.words[found.end - 1].text != ":" or len(segments) != _PAIR:
        return False
    word = line.words[found.end - 2].fold
    alone = (found.role in _ONE or grammar.has("names", word)) and not grammar.ends("plural", word)
    return alone and segments[1].joint == ","
