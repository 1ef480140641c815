"""Sustainable Development Goals and targets that a text names by number; indicators are left aside.

Goals are 1 to 17 (A/RES/70/1, paragraph 59); the targets of a goal are numbered, and its means of implementation lettered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation, everywhere, joined
from forumgraph.converters.words.phrases import Row
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

# Of each goal: how many numbered targets it has, and its last letter.
_LAST = "5b 5c 9d 7c 6c 6b 3b 10b 5c 7c 7c 8c 3b 7c 9c 10b 19"
_TARGETS = {goal: (int(last.rstrip("bcd")), last[-1]) for goal, last in enumerate(_LAST.split(), start=1)}
_FIGURE = re.compile(r"\d")
_NUMBER = r"(?:1[0-7]|0?[1-9])(?:\.(?:\d{1,2}|[a-dA-D])(?![\w]))?(?!\w|\.\d)"
_BEFORE = 40
"""Characters before a goal that may say that it is one of other goals."""
_ITEM = re.compile(_NUMBER)


def find(text: str, lexicon: Lexicon, offset: int = 0) -> tuple[Fact, ...]:
    """Find goals (`16`) and targets (`16.7`, `16.b`), one fact for each number, in reading order.

    A single number is quoted with its word ("SDG 16"); of a list each number is quoted alone, but the first. A range of goals stands for each of them.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [(fact.value, fact.span) for fact in find("SDGs 4, 5 and 13", lexicons()["en"])]
    [('4', Span(start=0, end=6)), ('5', Span(start=8, end=9)), ('13', Span(start=14, end=16))]
    """
    found: list[Fact] = []
    plain = text.casefold()
    if _FIGURE.search(text) is None or not any(word in plain for word in _beginnings(lexicon)):
        return ()
    for match in _pattern(lexicon).finditer(text):
        found.extend(_facts(text, match, offset, lexicon))
    return tuple(found)


@lru_cache(maxsize=16)
def _beginnings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return letters one of which a goal or target begins with: "sdg", of "SDGs" as well."""
    words = Row(joined(lexicon, ("sdgs", "names"), ("sdgs", "targets"), ("sdgs", "capitalised"))).firsts or {""}
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    rows = lexicon.table("sdgs")
    sure = alternation(rows.get("names", ()), open_end=True)
    capitalised = rf"\b(?:{'|'.join(rows.get('capitalised', ())) or '(?!)'})\b"
    targets = alternation(rows.get("targets", ()))
    project = alternation(rows.get("not_followed", ()))
    about = alternation(rows.get("about", ()))
    number = alternation(rows.get("number", ()), open_end=True)
    aside = (
        rf"(?:\s?\([^()]{{2,60}}\)|\s{about}\s[^,;.:()\d]{{3,60}}?(?=[,;]|\s{alternation(rows.get('and', ()))}\s\d))?"
    )
    join = rf"{aside}(?:\s?[,;/&|–-]\s?(?:{alternation(rows.get('and', ()))}\s)?|\s{alternation((*rows.get('and', ()), *rows.get('until', ())))}\s)"
    repeat = (
        rf"(?:(?i:{alternation((*rows.get('names', ()), *rows.get('targets', ()), *rows.get('capitalised', ())))})\s?)?"
    )
    return re.compile(
        rf"(?:(?P<sure>{sure})(?:\s\({sure}\))?(?:\s(?:{targets}\s)?|-)?(?:(?:{number}|\#)\s?)?(?:\)?:\s|\s?\((?=\d{{1,2}}\s?[,;]))?"
        rf"|(?P<target>{targets})\s"
        rf"|(?P<goal>{capitalised})\s(?:{number}\s?)?)"
        rf"(?P<numbers>{_NUMBER}(?:{join}{repeat}{_NUMBER}){{0,20}})(?!\s?%)(?!\s{project})"
    )


@lru_cache(maxsize=16)
def _other(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of words that make goals others than these: "Millennium Development"."""
    return re.compile(rf"{alternation(lexicon.phrases('sdgs', 'others'))}\s?\Z")


def _facts(text: str, match: re.Match[str], offset: int, lexicon: Lexicon) -> Iterator[Fact]:
    kind = match.lastgroup if match.lastgroup != "numbers" else "target" if match["target"] else "goal"
    items = list(_ITEM.finditer(text, match.start("numbers"), match.end("numbers")))
    for place, item in enumerate(items):
        if place and item is items[-1] and _begins_a_clause(text, match, items[-2], item):
            return
        if place and _is_range(text, items[place - 1], item):
            yield from _between(items[place - 1], item, offset)
        if not place and _other(lexicon).search(text, max(0, match.start() - _BEFORE), match.start()) is not None:
            return
        value = item[0].lstrip("0").lower()
        if _is_real(value) and (kind != "target" or "." in value):
            start = item.start() if place else match.start()
            yield Fact(value, Span(start + offset, item.end() + offset), "sdg-target" if "." in value else "sdg-goal")


def _begins_a_clause(text: str, match: re.Match[str], before: re.Match[str], item: re.Match[str]) -> bool:
    """Tell "SDG 5, 16 countries" from "SDGs 5, 16"."""
    plural = text[match.start() : match.start("numbers")].rstrip().lower().endswith("s")
    return (
        not plural
        and text[before.end() : item.start()].strip() == ","
        and bool(re.match(r"\s[^\W\d_]", text[item.end() : item.end() + 2]))
    )


def _is_range(text: str, before: re.Match[str], item: re.Match[str]) -> bool:
    until = alternation(everywhere("sdgs", "until"))
    return re.fullmatch(rf"\s?[–-]\s?|\s{until}\s", text[before.end() : item.start()]) is not None


def _between(before: re.Match[str], item: re.Match[str], offset: int) -> Iterator[Fact]:
    """Name the goals inside "Goals 1-3", with the words of the range as their quotation."""
    if "." in before[0] + item[0]:
        return
    span = Span(before.start() + offset, item.end() + offset)
    for number in range(int(before[0]) + 1, int(item[0])):
        yield Fact(str(number), span, "sdg-range")


def _is_real(value: str) -> bool:
    goal, _, target = value.partition(".")
    numbers, letter = _TARGETS[int(goal)]
    return not target or (target.isdigit() and 1 <= int(target) <= numbers) or ("a" <= target <= letter)
