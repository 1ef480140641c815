"""What type of meeting a session is, by the words of its title and of the sentences that tell of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.structure.witness import Witness
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import Row, begins, first, pattern
from forumgraph.converters.words.spelling import plain
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

GENERAL = frozenset({"session", "meeting", "forum", "conference", "plenary"})
"""Types whose words are used of any meeting; they are believed only where nothing more particular is said."""

_EARLY = 90
_BEFORE = 2
"""Characters, and words without capitals, before the noun that a sentence is about: "The 24th", "A two-day"."""
_FIRST = 2
"""Sentences that are believed before the title: those further down tell of parts of a meeting as well."""
_NEAR = 5
_FRAME = 50
"""Characters before the larger meeting in which stands what the session was: "a side event on the margins of the"."""
_CLAUSE = re.compile(r"[.;!?:]\s")
_ELIDED = re.compile(r"(?<=\b\w)'(?=\w\w)")
_TOKEN = re.compile(r"[\w’'-]+")
_SITTINGS, _WHOLES = frozenset({"session", "meeting"}), frozenset({"forum", "conference"})
"""Types that may be sittings of a meeting of another type, and those that have sittings."""
_BODIES = (("posts", "units"), ("posts", "bodies"))
"""Words behind which a name is that of a body, and of no meeting: "the Forum *Secretariat*"."""

FRAMES = frozenset({"side-event", "spotlight-session", "preparatory-meeting", "expert-group-meeting"})
"""Types that say what the meeting was for the larger one; a side event may be a workshop as well. Of other types the first one counts."""

BESIDE = frozenset({"side-event", "spotlight-session"})
"""Types of meetings that are at a larger one, and not before it."""

INNER = frozenset({"side-event", "spotlight-session", "preparatory-meeting"})
"""Types of meetings that are nothing without a larger one."""


def find(
    title: Sequence[Witness],
    held: Sequence[Witness],
    others: Sequence[Witness],
    taken: Sequence[Span],
    lexicon: Lexicon,
) -> Fact | None:
    """Return the type of a session.

    Args:
        title: the title and the lines around it.
        held: sentences that say that the meeting was held.
        others: sentences at the top, which may speak of other meetings.
        taken: spans of forums' names, whose "forum" or "session" says nothing of the type.
    """
    named = next((f for w in title if (f := _of(w, taken, lexicon, general=True)) is not None), None)
    for witnesses, general in (
        (title, False),
        (held[:_FIRST], False),
        (title, True),
        (others, False),
        (held, True),
        (others, True),
    ):
        for witness in witnesses:
            fact = _of(witness, taken, lexicon, general=general)
            if fact is not None:
                named = named or (_named(held, taken, lexicon) if fact.value == "meeting" else None)
                return named if named is not None and fact.value in GENERAL else fact
    return next((f for w in (*title, *held[:_FIRST], *others) if (f := _talks(w, lexicon)) is not None), None)


def _talks(witness: Witness, lexicon: Lexicon) -> Fact | None:
    """Return the type where somebody is only said to have met somebody: "the Deputy Secretary-General *met with* mayors" was a meeting."""
    met = first(witness.words, lexicon.phrases("kinds", "met_with"))
    return Fact("meeting", Span(witness.offset + met.start(), witness.offset + met.end()), "type/met") if met else None


def _named(held: Sequence[Witness], taken: Sequence[Span], lexicon: Lexicon) -> Fact | None:
    """Return the type in the name of the meeting that was held, which may be spoken of as "the event" as well: "the *Forum* of Islands took place"."""
    others = (*lexicon.phrases("parents", "lead"), *lexicon.phrases("parents", "not_before"))
    for witness in held[:_FIRST]:
        fact = _of(witness, taken, lexicon, general=True)
        at = fact.span.start - witness.offset if fact is not None else 0
        if fact is not None and fact.value in _WHOLES and witness.words[at].isupper():
            return fact if first(witness.words[:at], others) is None else None
    return None


def _of(witness: Witness, taken: Sequence[Span], lexicon: Lexicon, *, general: bool) -> Fact | None:
    types, others = _types(lexicon), lexicon.phrases("kinds", "not_type")
    found = [
        Fact(types[plain(match[0])], span, f"type/{witness.name}")
        for match in pattern((*types, *others)).finditer(witness.words)
        if plain(match[0]) in types
        and not (span := Span(match.start() + witness.offset, match.end() + witness.offset)).overlaps(
            _covering(span, taken)
        )
    ]
    if not general and witness.name == "sentence" and (subject := _subject(witness, found, lexicon)) is not None:
        return subject
    fitting = [
        fact
        for fact in found
        if (fact.value in GENERAL) == general
        and not (general and _is_of_another(witness, fact.span, lexicon))
        and (general or fact.value in FRAMES or _is_introduced(witness, fact.span, lexicon))
    ]
    best = min(fitting, key=lambda fact: (fact.value not in FRAMES, fact.span), default=None)
    return _of_edition(witness, best, lexicon) if best is not None else None


def _subject(witness: Witness, found: Sequence[Fact], lexicon: Lexicon) -> Fact | None:
    """Return the type that a sentence begins with, though its word is general: "The 24th *meeting* reviewed the consultation process"."""
    early = [fact for fact in found if fact.value in GENERAL and fact.span.start - witness.offset <= _EARLY]
    if not early or early[0] is not min(found, key=lambda fact: fact.span):
        return None
    before = [word for word in witness.words[: early[0].span.start - witness.offset].split() if word[0].islower()]
    if any(witness.words.lower().startswith(f"{word} ") for word in lexicon.phrases("kinds", "pointing")):
        return None
    framed = any(fact.value in FRAMES for fact in found)
    told = (framed and first(witness.words, lexicon.phrases("kinds", "as"))) or len(before) > _BEFORE
    return None if told else _of_edition(witness, early[0], lexicon)


def _of_edition(witness: Witness, fact: Fact, lexicon: Lexicon) -> Fact:
    """Return the type of the meeting whose sitting a word counts: "Seventh session of the World Ice *Forum*" was a forum."""
    at = fact.span.end - witness.offset
    of = begins(witness.words[at:].lstrip(), lexicon.phrases("parents", "edition_joins"))
    if of is None or fact.value not in _SITTINGS:
        return fact
    for token in _TOKEN.finditer(witness.words, witness.words.index(of[0], at) + of.end()):
        kind = _types(lexicon).get(plain(token[0]), "") if token[0][0].isupper() else ""
        if kind in _WHOLES and begins(witness.words[token.end() :].lstrip(), joined(lexicon, *_BODIES)) is None:
            return Fact(kind, Span(witness.offset + token.start(), witness.offset + token.end()), fact.rule)
        if token[0].islower():
            break
    return fact


def _is_introduced(witness: Witness, span: Span, lexicon: Lexicon) -> bool:
    """Tell "held a two-day regional *workshop*" from "an opportunity for exchange and *dialogue*", which names no meeting."""
    if witness.name != "sentence":
        return True
    before = witness.words[: span.start - witness.offset]
    words = _ELIDED.sub("' ", before.lower().replace("’", "'")).split()[-_NEAR:]
    named = witness.words[span.start - witness.offset].isupper() or not before.strip()
    return named or (
        not set(lexicon.phrases("kinds", "determiners")).isdisjoint(words[-_NEAR:])
        and words[-1] not in lexicon.phrases("dates", "and")
    )


def _is_of_another(witness: Witness, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether a general word is that of a larger meeting: "Youth day at the regional *forum*"."""
    words = witness.words[: span.start - witness.offset].split()
    while words and (words[-1][0].isupper() or words[-1][0].isdigit()):
        words.pop()
    before = [word.lower() for word in words[-4:]]
    phrases = {*lexicon.phrases("parents", "lead"), *lexicon.phrases("parents", "not_before")}
    phrases |= set(lexicon.phrases("parents", "title_lead")) if witness.name == "title" else set()
    ends = (" ".join(before[start : start + length]) for start in range(len(before)) for length in (2, 3))
    return any(end in phrases for end in ends)


def of_names(title: Fact | None, line: Fact | None, lexicon: Lexicon) -> Fact | None:
    """Return the type that the name of a meeting says, where nothing else gives one.

    Args:
        title: a name that a sentence gave.
        line: the line of the title, by which people may have been "at the Forum".
    """
    named = [
        Witness(name, fact.value, fact.span.start)
        for name, fact in (("title", title), ("line", line))
        if fact is not None and fact.span.end - fact.span.start == len(fact.value)
    ]
    found = (_of(w, (), lexicon, general=general) for w in named for general in (False, True))
    return next((fact for fact in found if fact is not None), None)


def of_frame(text: str, part_of: Sequence[Fact], lexicon: Lexicon) -> Fact | None:
    """Return what a session was for the larger meeting, where the words that name that one say so: "held as a *side event* on the margins of"."""
    frames = {phrase: kind for phrase, kind in _types(lexicon).items() if kind in FRAMES}
    for fact in part_of:
        start = max(0, fact.span.start - _FRAME)
        found = list(pattern((*frames,)).finditer(_CLAUSE.split(text[start : fact.span.start])[-1]))
        if found:
            end = fact.span.start - len(found[-1].string)
            return Fact(frames[plain(found[-1][0])], Span(end + found[-1].start(), end + found[-1].end()), "type/frame")
    return None


def of_plural(title: Fact, lexicon: Lexicon) -> Fact | None:
    """Return the type that a title says of all sessions of a report: "Report on the side events of ..."."""
    found = pattern(_plurals(lexicon)).search(title.value)
    if found is None or title.span.end - title.span.start != len(title.value):
        return None
    span = Span(title.span.start + found.start(), title.span.start + found.end())
    return Fact(_types(lexicon)[plain(found[0])[:-1]], span, "type/plural")


@lru_cache(maxsize=16)
def particular(lexicon: Lexicon) -> Row:
    """Return the words for meetings of a particular kind, which forums and sessions in general are not."""
    return Row(p for kind, row in lexicon.table("session_types").items() if kind not in GENERAL for p in row)


@lru_cache(maxsize=16)
def _plurals(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{phrase}s" for phrase in particular(lexicon))


def _covering(span: Span, taken: Sequence[Span]) -> Span:
    return next((other for other in taken if span.within(other)), Span(0, 0))


@lru_cache(maxsize=16)
def _types(lexicon: Lexicon) -> dict[str, str]:
    return {
        phrase: kind for kind, phrases in reversed(list(lexicon.table("session_types").items())) for phrase in phrases
    }
