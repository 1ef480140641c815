"""The words of a line as letters, so that the grammar of dates is a handful of short patterns over letters.

D day, Y year, M month, W weekday, I a whole date in figures, U until or dash, A and, B between, O of, T article, C comma, S slash, P N R K the words "days", "month", "year" and "in the year" of minutes, x anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import wordnumbers
from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import Row, may_have

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.converters.words.lexicon import Lexicon

_AROUND = 120
_SIGNS = {",": "C", "&": "A", "/": "S", "-": "U", "‐": "U", "‑": "U", "–": "U", "—": "U", "−": "U", "~": "U"}
_ROWS = {
    "between": "B",
    "until": "U",
    "and": "A",
    "of": "O",
    "article": "T",
    "days": "P",
    "month": "N",
    "year": "R",
    "year_lead": "K",
}
_JOINED = re.compile(r"\d(?:[-./]\d|[^\W\d_])")
"""What figures of a date have behind them where no word of its own is a month: "9.7.2017", "9July"."""
_FIGURES = r"""
    (?P<figures>
        (?<![\w./:-])(?:
            \d{4}-\d\d-\d\d(?:/(?:(?:\d{4}-)?\d\d-)?\d\d)?(?![\d/]|-\d)
          | \d{4}/\d{1,2}/\d{1,2}(?![\d/])
          | \d{1,2}\.(?:\d{1,2}\.)?\s?[-–]\s?\d{1,2}\.\d{1,2}\.\d{4}(?!\d)
          | \d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)\d{4}(?![\d/]|-\d)
          | \d{1,2}/\d{1,2}/\d\d(?![\w/]|-\d)
        )
    )"""
_SYMBOL = r"(?P<symbol>[^\W\d_][\w.]{0,30}/[\w./-]{0,40}\d[\w./-]{0,40}|\d{1,3}(?:,\d{3})+|\d+(?:[.:]\d+)+|\d+\s?%)"
_MARKS = frozenset({".", "°", "º"})
"""What shortens the word for a number: "No. 2", "n° 2"."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign: what it is (see the module), what it says, and where."""

    letter: str
    word: str
    start: int
    end: int
    value: int = 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    anchor: re.Pattern[str]
    token: re.Pattern[str]
    letters: Mapping[str, str]
    values: Mapping[str, int]
    abbreviations: frozenset[str]
    rows: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    years: Mapping[str, int]
    named: re.Pattern[str]


def windows(text: str, lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Cut out the parts of lines that may hold a date, as tokens; months and whole dates in figures mark them.

    No window reaches over a line feed: a date does not.
    """
    if not may_have(text, _months(lexicon)) and _JOINED.search(text) is None:
        return
    grammar = _grammar(lexicon)
    start = end = -1
    for anchor in grammar.anchor.finditer(text):
        if end >= 0 and (anchor.start() > end + _AROUND or "\n" in text[end : anchor.start()]):
            yield _tokens(text, start, end, grammar)
            start = -1
        start = anchor.start() if start < 0 else start
        end = anchor.end()
    if end >= 0:
        yield _tokens(text, start, end, grammar)


@lru_cache(maxsize=16)
def _months(lexicon: Lexicon) -> Row:
    return Row(lexicon.months)


@lru_cache(maxsize=16)
def _grammar(lexicon: Lexicon) -> _Grammar:
    rows = {key: frozenset(words) for key, words in lexicon.table("dates").items()}
    letters = {word: letter for key, letter in _ROWS.items() for word in rows.get(key, ())}
    letters |= dict.fromkeys(lexicon.weekdays, "W") | dict.fromkeys(lexicon.months, "M")
    ordinals = alternation(lexicon.phrases("dates", "ordinals"), glued=True)
    named = (*lexicon.table("dates.months").values(), *lexicon.table("dates.weekdays").values())
    token = rf"""(?P<worded>{alternation(wordnumbers.phrases(lexicon))})
        | {_FIGURES}
        | {_SYMBOL}
        | (?P<Y>(?:19|20)\d\d)(?![\da-zà-ÿ]|[A-Z](?![a-zà-ÿ]))
        | (?P<D>\d{{1,2}})(?:{ordinals})?(?:(?!\w)|(?={alternation(lexicon.months, glued=True)}))
        | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)(?P<dot>\.?)
        | (?P<sign>\w+|\S)"""
    return _Grammar(
        anchor=re.compile(
            rf"\d[-./]\d{{1,2}}[-./]\d|{alternation(lexicon.months)}|(?<=\d){alternation(lexicon.months, glued=True)}"
        ),
        token=re.compile(token, re.VERBOSE),
        letters=letters,
        values={**lexicon.weekdays, **lexicon.months},
        abbreviations=frozenset(word for row in named for word in row[1:]),
        rows=rows,
        numbers=wordnumbers.days(lexicon),
        years=wordnumbers.years(lexicon),
        named=re.compile("(?:PON)?O?M" if "day-first" in lexicon.phrases("dates", "numeric") else "(?:PON)?OM"),
    )


def _tokens(text: str, start: int, end: int, grammar: _Grammar) -> tuple[Token, ...]:
    start, end = _left(text, start), _right(text, end)
    tokens: list[Token] = []
    for match in grammar.token.finditer(text, start, end):
        tokens.extend(_read(match, grammar))
    return tuple(_weighed(tokens, place, grammar) for place in range(len(tokens)))


def _left(text: str, start: int) -> int:
    """Go back to a space at most `_AROUND` characters away, or to the beginning of the line."""
    line = text.rfind("\n", max(0, start - _AROUND), start) + 1
    edge = max(line, start - _AROUND)
    if line or edge <= 0:
        return max(edge, 0)
    space = text.find(" ", edge, start)
    return start if space < 0 else space + 1


def _right(text: str, end: int) -> int:
    edge = min(len(text), end + _AROUND)
    line = text.find("\n", end, edge)
    if line >= 0 or edge == len(text):
        return line if line >= 0 else edge
    space = text.rfind(" ", end, edge)
    return end if space < 0 else space


def _read(match: re.Match[str], grammar: _Grammar) -> Iterator[Token]:
    kind, start, end = match.lastgroup or "", match.start(), match.end()
    if kind in {"Y", "D"}:
        yield Token(kind, match[0], start, end, int(match[kind]))
    elif match["worded"]:
        words = wordnumbers.plain(match[0])
        letter, value = ("Y", grammar.years[words]) if words in grammar.years else ("d", grammar.numbers[words])
        yield Token(letter, match[0].lower(), start, end, value)
    elif match["word"]:
        yield from _word(match, grammar)
    elif match["figures"]:
        yield Token("I", match[0], start, end)
    else:
        yield Token(_SIGNS.get(match[0], "x"), match[0], start, end)


def _word(match: re.Match[str], grammar: _Grammar) -> Iterator[Token]:
    written, start, end = match["word"], match.start(), match.end("word")
    word = written.lower().replace("’", "'")
    number = grammar.numbers.get(wordnumbers.plain(word))
    letter = "d" if number else grammar.letters.get(word, "x")
    if written[0].islower() and word in grammar.rows.get("capitalised", ()):
        letter = letter.lower()
    dotted = match["dot"] and word in grammar.abbreviations
    value = number or grammar.values.get(word, 0)
    yield Token(letter, word, start, match.end() if dotted else end, value)
    if match["dot"] and not dotted:
        yield Token("x", ".", end, end + 1)


def _weighed(tokens: list[Token], place: int, grammar: _Grammar) -> Token:
    """Take a token for what it is between its neighbours: a day in a street name is no day."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.letter == "D" and before and _not_a_day(tokens, place, grammar):
        return Token("x", token.word, token.start, token.end)
    if token.letter == "d":
        named = grammar.named.match("".join(other.letter for other in tokens[place + 1 : place + 6]))
        alone = before is None or (before.letter != "A" and not _not_a_day(tokens, place, grammar))
        if named and alone:
            return Token("D", token.word, token.start, token.end, token.value)
        month = grammar.values.get(token.word, 0) if grammar.letters.get(token.word) == "M" else 0
        return Token("M" if month else "x", token.word, token.start, token.end, month)
    if token.letter == "m":
        between = before is not None and after is not None and before.letter == "D" and after.letter == "Y"
        return Token("M" if between else "x", token.word, token.start, token.end, token.value)
    if token.letter == "M" and _names_a_street(tokens, place, grammar):
        return Token("x", token.word, token.start, token.end)
    return token


def _not_a_day(tokens: list[Token], place: int, grammar: _Grammar) -> bool:
    if _on_a_street(tokens, place, grammar):
        return True
    followed = "".join(token.letter for token in tokens[place + 1 : place + 3])
    before = tokens[place - 2 if place > 1 and tokens[place - 1].word in _MARKS else place - 1].word
    return before in grammar.rows.get("not_after", ()) and not re.match(r"O?[Mm]", followed)


def _on_a_street(tokens: list[Token], place: int, grammar: _Grammar) -> bool:
    words = [token.word for token in tokens[max(0, place - 2) : place]]
    streets = grammar.rows.get("street_before", frozenset())
    return bool(words) and (words[-1] in streets or " ".join(words) in streets)


def _names_a_street(tokens: list[Token], place: int, grammar: _Grammar) -> bool:
    day = place - 1 - (place > 0 and tokens[place - 1].letter == "O")
    return day > 0 and tokens[day].letter == "D" and _on_a_street(tokens, day, grammar)
