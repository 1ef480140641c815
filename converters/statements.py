"""Actors in running text: "organised by X", "X moderated", "on behalf of Y, X said"; a body merely talked about is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.mentions import Mention, mentions
from forumgraph.converters.roles import OF_BODIES, UMBRELLA, Claim
from forumgraph.converters.segments import names_from, parts
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.grammar import Grammar
    from forumgraph.converters.line import Line, Segment

_REACH = 60
"""Tokens before a verb in which its subject is looked for."""
_APPOSITION = 30
"""Tokens that may stand between a person and the verb."""
_TOGETHER = frozenset({"partner", "sponsor", "co-organizer"})
"""Roles whose phrases say nothing of the session unless the sentence says that it was made."""


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
        *_apposed(line, grammar),
    ]


def sentence_start(line: Line, index: int) -> int:
    """Return the index of the first token of the sentence a token stands in; what an abbreviation ends is not told apart."""
    for at in range(index - 1, max(-1, index - 4 * _REACH), -1):
        if line.words[at].text in "!?;:\n" or (line.words[at].text == "." and _is_stop(line, at)):
            return at + 1
    return max(0, index - 4 * _REACH)


def sentence_end(line: Line, index: int) -> int:
    """Return the index of the mark that ends the sentence a token stands in, as far as can be told without a dictionary."""
    for at in range(index, min(len(line.words), index + 4 * _REACH)):
        if line.words[at].text in "!?;\n" or (line.words[at].text == "." and _is_stop(line, at)):
            return at
    return min(len(line.words), index + 4 * _REACH)


def _is_stop(line: Line, index: int) -> bool:
    """Tell whether a point ends a sentence: not after "H.E." or "Ms."."""
    if index + 1 == len(line.words):
        return True
    before = line.words[index - 1].text if index else ""
    if not before.isalpha():
        return not line.words[index + 1].text[0].islower()
    short = len(before) <= 1 or (
        before[0].isupper() and len(before) <= 4 and before.lower() != before and not before.isupper()
    )
    return not short and line.gap(index + 1) != "" and not line.words[index + 1].text[0].islower()


def _after_phrases(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    last = ""
    done = 0
    for first, end, role in grammar.following.find(line.words):
        if first < done or not _about_session(line, grammar, first, role, early=early):
            continue
        named = last if role == UMBRELLA else role
        found, done = _enumerated(line, grammar, end)
        for mention in found if named else ():
            yield Claim(
                mention, named, _cover(line, first, mention), f"role.{'umbrella' if role == UMBRELLA else 'phrase'}"
            )
        last = role if found and role != UMBRELLA else last


def _cover(line: Line, first: int, mention: Mention) -> Span:
    return Span(min(line.words[first].start, mention.span.start), max(line.words[first].end, mention.span.end))


def _enumerated(line: Line, grammar: Grammar, first: int) -> tuple[list[Mention], int]:
    """Read the actors after a phrase; what stands after the last comma is left when a verb follows, for it is the next subject."""
    if first < len(line.words) and line.words[first].text == ":":
        first += 1
    end = _listed(line, first)
    if end:
        return mentions(line, grammar, parts(line, grammar, first, end)), end
    found, after = names_from(line, grammar, first)
    at = after
    while at < len(line.words) and line.words[at].text == ",":
        at += 1
    if len(found) > 1 and found[-1].joint == "," and _verb_at(line, grammar, at):
        after = found[-1].first
        found = found[:-1]
        while (
            len(found) > 1 and found[-1].joint == "," and mentions(line, grammar, found[-1:])[0].actor.kind == "person"
        ):
            after, found = found[-1].first, found[:-1]
    return mentions(line, grammar, found), after


def _listed(line: Line, first: int) -> int:
    """Return where an enumeration with semicolons ends, in which anything may stand beside the names; else 0."""
    if not (first < len(line.words) and any(line.is_name(i) for i in range(first, min(first + 3, len(line.words))))):
        return 0
    marks = [i for i in range(first, min(first + 4 * _REACH, len(line.words))) if line.words[i].text in ";.!?\n"]
    stop = next((i for i in marks if line.words[i].text != ";" and (line.words[i].text != "." or _is_stop(line, i))), 0)
    return stop if any(line.words[i].text == ";" and i < stop for i in marks) else 0


def _verb_at(line: Line, grammar: Grammar, index: int) -> bool:
    while index < len(line.words) and grammar.has("adverbs", line.words[index].fold):
        index += 1
    return bool(grammar.verbs.longest(line.words, index)) and not _by(line, grammar, index + 1)


def _about_session(line: Line, grammar: Grammar, first: int, role: str, *, early: bool) -> bool:
    """Tell whether a phrase is about the session: it names it before, or stands where nothing else is meant."""
    start = sentence_start(line, first)
    before = range(start, first)
    sentence = line.words[start : sentence_end(line, first)]
    if role in _TOGETHER:
        return any(grammar.has("made", w.fold) for w in sentence) or (early and not before)
    if role in {UMBRELLA, "speaker", "panellist", "discussant", "opening", "rapporteur"}:
        return True
    occasion = next((i for i in reversed(before) if grammar.has("occasions", line.words[i].fold)), None)
    direct = (
        not before or line.words[first - 1].text in {",", "(", "—"} or line.words[first - 1].fold in grammar.function
    )
    if occasion is None or not (direct or first - occasion < 8):
        made = early or any(grammar.has("made", line.words[i].fold) for i in before)
        return not before or (made and direct)
    return early or not any(
        grammar.has("another", line.words[i].fold) for i in range(max(start, occasion - 4), occasion)
    )


def _before_verbs(line: Line, grammar: Grammar, *, early: bool) -> Iterator[Claim]:
    behalf = {first: end for first, end, _ in grammar.phrases["behalf"].find(line.words)}
    for first, end, role in grammar.verbs.find(line.words):
        if _by(line, grammar, end) or not _has_object(line, grammar, end, role, early=early):
            continue
        start = sentence_start(line, first)
        if role == "speaker" and _is_background(line, grammar, start, first):
            continue
        found, begin, represented = _subject(line, grammar, start, first, behalf)
        if not found and role == "speaker" and any(w.text in '”"»' for w in line.words[max(0, first - 2) : first]):
            found, begin = _enumerated(line, grammar, end)[0], first
        for mention in found:
            if _can_act(line, grammar, mention):
                cover = _cover(line, begin, mention)
                words = Span(cover.start, max(cover.end, line.words[end - 1].end))
                yield Claim(mention, role, words, "role.verb", represented)


def _by(line: Line, grammar: Grammar, index: int) -> bool:
    return index < len(line.words) and grammar.has("agents", line.words[index].fold)


def _has_object(line: Line, grammar: Grammar, end: int, role: str, *, early: bool) -> bool:
    """Tell whether what was organised or joined is the session."""
    if role not in OF_BODIES and role != "participant":
        return True
    words = line.words[end : min(end + (9 if role == "participant" else 24), sentence_end(line, end))]
    if role == "participant" and (not words or words[0].text in ".,;:" or len(words) < 3):
        return True
    occasion = next((n for n, w in enumerate(words) if grammar.has("occasions", w.fold)), None)
    if occasion is None:
        return role == "participant" and any(
            grammar.has("negotiates", w.fold) for w in line.words[max(0, end - 2) : end]
        )
    return early or not any(grammar.has("another", w.fold) for w in words[:occasion])


def _is_background(line: Line, grammar: Grammar, start: int, first: int) -> bool:
    """Tell whether a sentence tells of another time or of a publication."""
    words = line.words[start:first]
    if any(len(w.text) == 4 and w.text.isdigit() and w.text[:2] in {"19", "20"} for w in words[:6]):
        return True
    return any(
        grammar.phrases["background"].longest(line.words, i) for i in range(start, min(first + 1, len(line.words)))
    )


def _subject(
    line: Line, grammar: Grammar, start: int, verb: int, behalf: dict[int, int]
) -> tuple[list[Mention], int, tuple[Mention, ...]]:
    """Read the actors that are the subject of a verb, and those for whom they speak; the enumeration must reach the verb."""
    represented: tuple[Mention, ...] = ()
    for first in _beginnings(line, grammar, max(start, verb - _REACH), verb):
        if first in behalf:
            represented = tuple(_enumerated(line, grammar, behalf[first])[0])
            continue
        if grammar.has("function", line.words[first].fold):
            continue
        found, after = names_from(line, grammar, first)
        after, spoken = _past_behalf(line, grammar, after, verb, behalf)
        whole = len(found) < 2 or any(segment.joint == "and" for segment in found)
        reaches = _past_adverbs(line, grammar, after, verb) == verb
        read = mentions(line, grammar, found, single=not whole) if reaches else []
        if read and (whole or len(read) == 1):
            return read, first, spoken or represented
        if _described(line, grammar, found, after, verb):
            return mentions(line, grammar, found[:1]), first, spoken or represented
    return list(represented), verb, ()


def _described(line: Line, grammar: Grammar, found: Sequence[Segment], after: int, verb: int) -> bool:
    """Tell whether a person is followed by words between commas, up to the verb: "Jane Doe, who heads the unit, warned"."""
    if not found or not (
        after < verb - 1 and line.words[found[0].end].text == "," and line.words[verb - 1].text == ","
    ):
        return False
    return verb - after < _APPOSITION and mentions(line, grammar, found[:1])[0].actor.kind == "person"


def _beginnings(line: Line, grammar: Grammar, start: int, verb: int) -> Iterator[int]:
    """Yield where a subject may begin: at the sentence, after a comma, after "and" or "while"."""
    yield start
    for index in range(start, verb - 1):
        if (
            line.words[index].text.isdigit()
            or line.words[index].text in {",", "—", "”", '"', "«", "»", "“"}
            or grammar.has("clauses", line.words[index].fold)
        ):
            yield index + 1


def _past_behalf(
    line: Line, grammar: Grammar, after: int, verb: int, behalf: dict[int, int]
) -> tuple[int, tuple[Mention, ...]]:
    at = after
    while at < verb and line.words[at].text == ",":
        at += 1
    phrase = next((i for i in range(at, min(at + 3, verb)) if i in behalf), None)
    if phrase is None:
        return after, ()
    found, at = names_from(line, grammar, behalf[phrase])
    return at, tuple(mentions(line, grammar, found))


def _past_adverbs(line: Line, grammar: Grammar, index: int, verb: int) -> int:
    while index < verb and (line.words[index].text in {",", ")"} or grammar.has("adverbs", line.words[index].fold)):
        index += 1
    return index


def _can_act(line: Line, grammar: Grammar, mention: Mention) -> bool:
    """Tell whether a subject is an actor beyond doubt: agreements and forums "call for" things, too."""
    actor = mention.actor
    if actor.kind in {"person", "post"}:
        return mention.sure or actor.kind == "person"
    words = line.words[line.at(actor.span.start) : line.at(actor.span.end)]
    if mention.key:
        return (
            not (actor.kind == "constituency" and len(words) == 1 and not actor.acronym)
            and actor.name != actor.name.lower()
        )
    head = next((n for n, w in enumerate(words) if n and grammar.has("links", w.fold)), len(words))
    if len(words) < 2 or not mention.sure or any(grammar.has("events", w.fold) for w in words[:head]):
        return False
    rows = ("generic", "portfolios", "modifiers", "governments")
    return head < len(words) or not all(any(grammar.has(row, w.fold) for row in rows) for w in words)


def _apposed(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "Austria and Jamaica, as co-facilitators" and "the co-facilitators, Austria and Jamaica": they take part."""
    for first, end, _ in grammar.phrases["apposition"].find(line.words):
        before = first
        while before and (
            grammar.has("as", line.words[before - 1].fold) or grammar.has("articles", line.words[before - 1].fold)
        ):
            before -= 1
        found, begin, _ = (
            _subject(line, grammar, sentence_start(line, first), before, {}) if before < first else ([], first, ())
        )
        opener = next((i for i in range(end, min(end + 12, len(line.words))) if line.words[i].text in ",("), None)
        if not found:
            begin = first
            found = _enumerated(line, grammar, opener + 1 if opener is not None else end)[0]
        for mention in _governments(found):
            yield Claim(mention, "participant", _cover(line, begin, mention), "role.apposition")


def _governments(found: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in found if mention.key and mention.actor.kind == "government"]
