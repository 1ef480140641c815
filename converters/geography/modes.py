"""Whether a meeting was held in person, online or both, from the words that say so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, row_of
from forumgraph.converters.words.phrases import Row, every
from forumgraph.converters.words.placewords import cues
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_PART = re.compile(r"[^\s,;|()+·•–—][^,;|()+·•–—]*")
_WORD = re.compile(r"\W*(\w*)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]")
_BOTH = 140
"""Characters before "online" in which it is said that others were there."""
MODES = ("hybrid", "in-person", "online")


def find(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[Fact, ...]:
    """Find phrases that tell the mode of a meeting; their value is `in-person`, `online` or `hybrid`.

    Words that only look like it ("online platforms", "hybrid threats") are not in the tables, or are in the row `not`.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [fact.value for fact in find("A virtual meeting on online platforms, in hybrid format", lexicons()["en"])]
    ['online', 'hybrid']
    """
    rows = lexicon.table("modes")
    told = [(match, row_of(rows, match[0])) for match in _pattern(lexicon).finditer(text)]
    taken = [match.span() for match, _ in told]
    told += [
        (match, "online")
        for match in every(text, _meetings(lexicon))
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return tuple(
        Fact(mode, Span(match.start() + offset, match.end() + offset), f"{mode}-words")
        for match, mode in sorted(told, key=lambda pair: pair[0].start())
        if mode in MODES
    )


@lru_cache(maxsize=16)
def _meetings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the kinds of meetings with an adjective before or after them: "virtual town hall", "assemblée virtuelle"."""
    nouns = [noun for nouns in lexicon.table("session_types").values() for noun in nouns]
    before = [f"{word} {noun}" for word in lexicon.phrases("modes", "adjective_before") for noun in nouns]
    after = [f"{noun} {word}" for word in lexicon.phrases("modes", "adjective_after") for noun in nouns]
    return Row((*before, *after))


def of_place(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Read the mode from the words of a place line ("Venue: Online", "Format: Zoom"), None when they name a place only.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> of_place("Conference Room 4 and online", lexicons()["en"]).value
    'hybrid'
    """
    words = _place_words(lexicon)
    if match := words.fullmatch(text.strip(" .()")):
        start = text.index(match[0])
        return Fact("online", Span(start + offset, start + len(match[0]) + offset), "place-line")
    if found := find(text, lexicon, offset):
        return found[0]
    if match := words.search(text):
        rest = re.sub(r"\W|\d|_", "", words.sub("", _access(lexicon).sub("", text)))
        mode = "hybrid" if len(rest) > 3 else "online"
        return Fact(mode, Span(match.start() + offset, match.end() + offset), "place-line")
    return None


def of_label(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Read the mode from the value of a line that gives it ("Modality: virtual", "Format: in person, with Zoom for the islands").

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [of_label(x, lexicons()["en"]).value for x in ("Online panel", "In person, with Zoom for the islands")]
    ['online', 'hybrid']
    """
    found = sorted(find(text, lexicon, offset), key=lambda fact: fact.value != "hybrid")
    online = _place_words(lexicon).search(text)
    if found and (found[0].value != "in-person" or not online):
        return found[0]
    if online is None:
        return None
    start = min(online.start() + offset, *(fact.span.start for fact in found)) if found else online.start() + offset
    end = max(online.end() + offset, *(fact.span.end for fact in found)) if found else online.end() + offset
    return Fact("hybrid" if found else "online", Span(start, end), "label")


def in_line(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Read the mode from a line near the title, where a part names the internet as place: "15 June 2021, online", "Room 4 + zoom link".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> in_line("9 July 2021 | Conference Room 4 | Zoom", lexicons()["en"]).value
    'hybrid'
    """
    told = [part for part in _PART.finditer(text) if _is_online(part[0], lexicon)]
    if not told:
        return None
    others = [part[0] for part in _PART.finditer(text) if part.start() != told[0].start()]
    added = _joint(lexicon).match(told[0][0]) is not None and any(gazetteer.city(part.strip()) for part in others)
    venue = added or any(cues().venue.search(part) for part in others)
    end = told[0].start() + len(told[0][0].rstrip())
    return Fact("hybrid" if venue else "online", Span(told[0].start() + offset, end + offset), "line-part")


def in_brackets(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Read the mode from brackets in the line of a title ("Steering group call, 9 July 2021 (Zoom)"); the words of a title tell what a meeting was about.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [in_brackets(title, lexicons()["en"]) is not None for title in ("Steering group call (Zoom)", "Children, online")]
    [True, False]
    """
    told = (in_line(match[1], lexicon, match.start(1) + offset) for match in _BRACKETS.finditer(text))
    return next((fact for fact in told if fact is not None), None)


def _is_online(part: str, lexicon: Lexicon) -> bool:
    """Tell whether a part of a line begins with words such as "zoom" or "online" and goes on, if at all, with small letters."""
    part = _joint(lexicon).sub("", part.strip(" .*"))
    match = _place_words(lexicon).match(part)
    rest = part[match.end() :].strip() if match else "-"
    return not rest or (rest[0].islower() and len(rest.split()) < 8 and "http" not in rest)


def in_sentence(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[Fact, ...]:
    """Find adverbs that tell how a meeting was held; before a noun ("online platforms") they tell something else.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [fact.value for fact in in_sentence("They met online on 9 July to discuss online platforms", lexicons()["en"])]
    ['online']
    """
    found: list[Fact] = []
    other = [match.span() for match in every(text, lexicon.phrases("modes", "not"))]
    for match in every(text, lexicon.phrases("cues", "online_adverb")):
        if any(start <= match.start() < end for start, end in other):
            continue
        after = _WORD.match(text, match.end())
        closed = text[match.end() : match.end() + 1] in {"", ".", ",", ";", ")"}
        if closed or (after is not None and after[1].lower() in lexicon.words):
            place = _both(lexicon).search(text[max(0, match.start() - _BOTH) : match.start()])
            start = match.start() - len(place[0]) if place else match.start()
            mode = "hybrid" if place else "online"
            found.append(Fact(mode, Span(start + offset, match.end() + offset), "adverb"))
    return tuple(sorted(found, key=lambda fact: fact.value != "hybrid"))


@lru_cache(maxsize=16)
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what joins a place and the internet: "Geneva, *and* online"."""
    return re.compile(rf"\A{alternation(lexicon.phrases('modes', 'joint'))}\s")


@lru_cache(maxsize=16)
def _both(lexicon: Lexicon) -> re.Pattern[str]:
    """Return what stands before "online" where others were there: "40 in person and 60 joining ...", "in Oslo and ..."."""
    there = alternation(lexicon.phrases("modes", "in-person"))
    at = alternation((*lexicon.phrases("places", "in"), *lexicon.phrases("places", "at")))
    joint = alternation(lexicon.phrases("modes", "joint"))
    return re.compile(
        rf"(?:{there}[^.;]{{0,40}}?\s{joint}\s(?:[^.;,\s]{{1,20}}\s){{0,3}}|{at}\s[A-ZÀ-Ý][\w’'.-]{{1,30}}(?:,?\s[A-ZÀ-Ý][\w’'.-]{{1,30}}){{0,3}},?\s{joint}\s)\Z"
    )


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    rows = lexicon.table("modes")
    return re.compile(alternation(phrase for row in ("not", *MODES) for phrase in rows.get(row, ())))


@lru_cache(maxsize=16)
def _access(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of addresses on the internet, and of words that stand beside them."""
    return re.compile(rf"\bhttps?://\S{{1,300}}|{alternation(lexicon.phrases('modes', 'access'))}")


@lru_cache(maxsize=16)
def _place_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternation(lexicon.phrases("modes", "online_place")))
