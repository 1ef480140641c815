"""Hours written in words, as minutes write them: "siendo las diez y media de la mañana", "à dix-huit heures trente"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar.wordnumbers import plain
from forumgraph.converters.words.lexicon import alternation, joined
from forumgraph.converters.words.phrases import may_have

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.converters.words.lexicon import Lexicon

_LAST = 24


def find(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Find hours in words, as start, end and `HH:MM`; the words before ("at", "siendo las") must say that an hour follows.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> list(find("Siendo las diez y media de la mañana", lexicons()["es"]))
    [(11, 36, '10:30')]
    """
    hours, minutes = _hours(lexicon), _minutes(lexicon)
    if not may_have(text, _leads(lexicon)):
        return
    for match in _pattern(lexicon).finditer(text):
        sure = match["unit"] or match["minute"] or match["half"]
        if not sure and plain(match["lead"]) not in {plain(lead) for lead in lexicon.phrases("times", "clock_lead")}:
            continue
        hour = hours[plain(match["hour"])]
        late = bool(match["half"]) and re.fullmatch(alternation(lexicon.phrases("times", "pm")), match["half"])
        hour += 12 if late and hour < 12 else 0
        minute = minutes.get(plain(match["minute"] or ""), 0)
        yield match.start("hour"), match.end(), f"{hour % _LAST:02}:{minute:02}"


@lru_cache(maxsize=16)
def _hours(lexicon: Lexicon) -> Mapping[str, int]:
    told = {plain(word): hour for hour, word in enumerate(lexicon.phrases("dates", "year_numbers")[:_LAST], 1)}
    return told | {plain(word): 1 for word in lexicon.phrases("times", "one")}


@lru_cache(maxsize=16)
def _minutes(lexicon: Lexicon) -> Mapping[str, int]:
    units = {plain(word): minute for minute, word in enumerate(lexicon.phrases("dates", "year_numbers"), 1)}
    named = lexicon.table("times.minutes").items()
    return units | {plain(word): int(minute) for minute, words in named for word in words}


@lru_cache(maxsize=16)
def _leads(lexicon: Lexicon) -> tuple[str, ...]:
    return joined(lexicon, ("times", "at"), ("times", "clock_lead"))


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    def words(numbers: Mapping[str, int]) -> str:
        spelt = {plain(word): word for word in lexicon.phrases("dates", "year_numbers")}
        forms = {form for name in numbers for form in (name, spelt.get(name, name), name.replace(" ", "-"))}
        return alternation(forms)

    rows = lexicon.table("times")
    lead = alternation(_leads(lexicon))
    unit = alternation(rows.get("unit_words", ()))
    half = alternation((*rows.get("am", ()), *rows.get("pm", ())))
    joint = alternation(rows.get("minute_joints", ()))
    minute_words = alternation(rows.get("minute_words", ()))
    return re.compile(
        rf"(?P<lead>{lead})\s(?P<hour>{words(_hours(lexicon))})(?:\s(?P<unit>{unit}))?"
        rf"(?:\s(?:{joint}\s)?(?P<minute>{words(_minutes(lexicon))})(?:\s{minute_words})?)?(?:\s(?P<half>{half}))?"
    )
