"""Verbs that tell of the past: those of a table, and those that the endings of a language show; and whether they tell of a meeting."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation, joined
from forumgraph.converters.words.phrases import Row, every

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_BEFORE = 16
"""Characters before a verb in which the word before it begins."""
_DETERMINED, _NEAR = 40, 3
"""Characters before a kind of meeting, and words in them, among which "the" stands: "*the* regional policy forum"."""
_SOON = 24
"""Characters between people and what they did ("Participants from cities noted")."""
_HELD = 40
"""Characters between "organised in" and the kind of meeting: "in October 2007 a first *forum*"."""
_OFTEN = 12
"""One sentence of the past in how many tells of the meeting in a report of it."""
_VERB = 30
"""Characters of a verb before its ending, at most."""
_END = re.compile(r"[.!?…][”\")»]?\s|(?<!,)\n")
_WORD = re.compile(r"\w+")


def count(text: str, lexicon: Lexicon) -> int:
    """Count the verbs that tell of the past.

    "Organized by" may be said of what is to come, "was organized by" not; "is agreed" and "the agreed time" are said of any meeting.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [count(words, lexicons()["es"]) for words in ("Los alcaldes trataron el agua", "Los alcaldes tratan el agua")]
    [1, 0]
    """
    return len(spans(text, lexicon))


def spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where the verbs that tell of the past begin and end, those of the table before those that endings show."""
    other, around = (frozenset(lexicon.phrases("kinds", row)) for row in ("not_past", "not_past_after"))
    refused = around | frozenset(lexicon.table("kinds.past_forms").get("not_active", ()))
    taken: dict[tuple[int, int], bool] = {}
    for match in every(text, _table(lexicon)):
        taken[match.span()] = match[0].lower() not in other and word_before(text, match.start()) not in around
    forms = [match.span() for match in _forms(lexicon).finditer(text)]
    for match in _active(lexicon).finditer(text):
        start = match.start() - len(text[max(0, match.start() - _VERB) : match.start()].rsplit(maxsplit=1)[-1])
        if refused.isdisjoint((text[start : match.end()].lower(), word_before(text, start))):
            forms.append((start, match.end()))
    known = [*taken, (len(text), len(text))]
    ends = [end for _, end in known]
    free = [span for span in forms if _is_free(span, known[bisect_right(ends, span[0])], taken)]
    return [span for span, told in taken.items() if told] + free


def _is_free(span: tuple[int, int], after: tuple[int, int], taken: Mapping[tuple[int, int], bool]) -> bool:
    """Tell whether a form is no verb of the table; what stands before that may turn it: "were recently *held in*"."""
    return after[0] >= span[1] or (after[0] > span[0] and not taken[after])


@lru_cache(maxsize=16)
def _table(lexicon: Lexicon) -> Row:
    """Return the verbs of the past, those that only look so, and "the board decides" of minutes."""
    bodies, verbs = lexicon.phrases("kinds", "deciding"), lexicon.phrases("kinds", "decides")
    rows = joined(lexicon, ("kinds", "past"), ("kinds", "not_past"))
    return Row((*rows, *(f"{body} {verb}" for body in bodies for verb in verbs)))


def ahead(text: str, lexicon: Lexicon) -> int:
    """Count the verbs that tell of what is to come by their form alone: "*will* open", "s'ouvri*ra*", "se abri*rá*".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [ahead(words, lexicons()["es"]) for words in ("El taller terminará y abrirán otros", "El taller terminaba")]
    [2, 0]
    """
    return sum(1 for _ in _coming(lexicon).finditer(text))


def word_before(text: str, place: int) -> str:
    """Return the word before a place, in small letters and without brackets, empty if there is none."""
    words = text[max(0, place - _BEFORE) : place].split(" ")
    return words[-2].lower().strip('([“"') if len(words) > 1 and not words[-1] else ""


def are_of_meetings(text: str, told: Sequence[tuple[int, int]], types: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether one of a dozen sentences that tell of the past tells of a meeting.

    They name *the* meeting, say that one was held, or people whom only meetings have do something; a year tells of a meeting of long ago.

    Args:
        told: where the verbs that tell of the past stand.
        types: words for kinds of meetings, and for what else only meetings have.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> en, said = lexicons()["en"], ("The forum noted this.", "The summit in 1992 noted it.")
    >>> [are_of_meetings(text, spans(text, en), ("forum", "summit"), en) for text in said]
    [True, False]
    """
    ends = [match.end() for match in _END.finditer(text)]
    starts = sorted(start for start, _ in told)
    verbs = {bisect_right(ends, start) for start in starts}
    starts.append(len(text) + 2 * _SOON)
    found: set[int] = set()
    held = [-_HELD, *(match.end() for match in every(text, lexicon.phrases("kinds", "held")))]
    for match in every(text, types):
        sentence = bisect_right(ends, match.start())
        if sentence in verbs and sentence not in found:
            just_held = match.start() - held[bisect_right(held, match.start()) - 1] < _HELD
            found.update({sentence} if just_held or _is_determined(text, match.start(), lexicon) else ())
    for match in every(text, lexicon.phrases("kinds", "people")):
        verb, sentence = starts[bisect_right(starts, match.end())], bisect_right(ends, match.start())
        if verb - match.end() <= _SOON and bisect_right(ends, verb) == sentence:
            found.add(sentence)
    long_ago = {bisect_right(ends, match.start()) for match in _in_year(lexicon).finditer(text)}
    return len(found - long_ago) >= max(1, len(verbs) // _OFTEN)


def _is_determined(text: str, place: int, lexicon: Lexicon) -> bool:
    """Tell whether one of the words right before a place says that it is known which meeting is meant."""
    before = _WORD.findall(text, max(0, place - _DETERMINED), place)[-_NEAR:]
    return not _determiners(lexicon).isdisjoint(word.lower() for word in before)


@lru_cache(maxsize=16)
def _in_year(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(lexicon.phrases('dates', 'in_year'))}\s(?:19|20)\d\d(?!\w)")


@lru_cache(maxsize=16)
def _determiners(lexicon: Lexicon) -> frozenset[str]:
    this = (phrase.split()[0] for phrase in lexicon.phrases("kinds", "this_meeting"))
    return frozenset((*this, *lexicon.phrases("posts", "definite")))


@lru_cache(maxsize=16)
def _coming(lexicon: Lexicon) -> re.Pattern[str]:
    rows = lexicon.table("kinds.future_forms")
    ending = alternation(rows.get("endings", ()), glued=True)
    return re.compile(rf"(?<!\w){alternation(rows.get('words', ()))}|(?<=[^\W\d_]){ending}")


@lru_cache(maxsize=16)
def _forms(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the verbs whose endings show that they tell of the past, where a language has such: "trat*aron*", "ont longuement débattu"."""
    rows = lexicon.table("kinds.past_forms")
    ending, participles = (alternation(rows.get(row, ()), glued=True) for row in ("endings", "participles"))
    lead, between, refused = (alternation(rows.get(row, ())) for row in ("lead", "between", "not"))
    return re.compile(
        rf"{ending}(?<=[^\W\d_]{{3}})|(?<!\w){lead}\s(?:{between}\s){{0,2}}(?!{refused})[^\W\d_]{{1,20}}{participles}"
    )


@lru_cache(maxsize=16)
def _active(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the endings of verbs that do something to what is named right behind them: "shap*ed* the plan"."""
    rows = lexicon.table("kinds.past_forms")
    ending, objects = alternation(rows.get("active", ()), glued=True), alternation(rows.get("objects", ()))
    return re.compile(rf"(?<=[^\W\d_]{{2}}){ending}(?=\s{objects})")
