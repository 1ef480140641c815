"""The words of a language, from its table `converters/<tag>.toml`: a new language is a file, and not code."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from forumgraph.converters.words.phrases import Row, branching, rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_PIECE = re.compile(
    r'(?:#[^\n]*)?\s+|\[(?P<table>[\w.-]+)\]|"?(?P<key>[\w-]+)"? = (?P<row>"[^"\\\n]*"|\[(?:[\s,]|"[^"\\\n]*")*+\])'
)
"""A comment, the name of a table, or a row of words without escapes."""
_STRING = re.compile(r'"([^"]*)"')
_LANGUAGE_FILE = re.compile(r"([a-z]{2,3})\.toml")
_IN_CAPITALS = ("session_types.", "kinds.report_title", "titles.", "labels.")
"""Rows whose phrases stand in headings and titles, where capitals lose their accents."""
_SPACED = {" ": r"\s{1,3}", "'": "['’]"}
_SHORT = 3
_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The phrases of one language; plain text in NFC, in the order of the file.

    Lexicons are compared by identity, so that they can be arguments of cached functions: `lexicons` makes each of them once.

    Attributes:
        code: BCP 47 tag.
        tables: every table of the file; a table inside a table is named with a dot (`dates.months`).
        months: month names and abbreviations, to 1 ... 12.
        weekdays: weekday names and abbreviations, to 1 (Monday) ... 7, as ISO 8601 counts.
        words: function words, by which the language is known.
    """

    code: str
    tables: Mapping[str, Mapping[str, tuple[str, ...]]] = field(repr=False)
    months: Mapping[str, int] = field(repr=False)
    weekdays: Mapping[str, int] = field(repr=False)
    words: frozenset[str] = field(repr=False)

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Return a table of the file, empty if the language has none of that name.

        >>> lexicons()["fr"].table("dates")["until"][0]
        'au'
        """
        return self.tables.get(name, _NOTHING)

    def phrases(self, table: str, key: str) -> tuple[str, ...]:
        """Return the phrases of one row of a table, none if there is no such row."""
        return self.tables.get(table, _NOTHING).get(key, ())


@cache
def everywhere(table: str, key: str) -> tuple[str, ...]:
    """Return the phrases of one row in all languages, for lines of pages and papers that are not always in the language of the text.

    >>> "par" in everywhere("kinds", "byline")
    True
    """
    return Row(dict.fromkeys(phrase for lexicon in lexicons().values() for phrase in lexicon.phrases(table, key)))


def alternation(phrases: Iterable[str], *, glued: bool = False, open_end: bool = False) -> str:
    r"""Return a pattern that matches any of the plain phrases, longest first, as whole words and in any case.

    Glued phrases may follow a letter or figure at once, as "pm" in "6pm", and phrases with an open end may be followed so, as "SDG" in "SDG16". A
    space stands for up to three white-space characters, an apostrophe for either of its forms. No phrases: a pattern that never matches.

    The pattern begins with the set of first letters, by which `re` skips quickly; compile it without IGNORECASE, which would slow that down.

    >>> bool(re.fullmatch(alternation(["aujourd'hui", "this week"]), "Aujourd’hui"))
    True
    """
    tree, end = branching(phrases), "" if open_end else r"\b"
    if not tree:
        return r"(?!)"
    rests = {letter: rest(node, letter, _SPACED, end) for letter, node in sorted(tree.items())}
    branches = [_branch(letter, told, glued=glued) for letter, told in rests.items()]
    return f"(?:[{''.join(map(_either_case, rests))}](?:{'|'.join(branches)}))"


def row_of(rows: Mapping[str, tuple[str, ...]], words: str) -> str:
    """Return the first row that has a phrase in the words matched by an `alternation` of all rows, empty if there is none.

    >>> row_of({"today": ("today",), "now": ("this morning",)}, "This  Morning")
    'now'
    """
    plain = " ".join(words.replace("’", "'").casefold().split())
    return next((row for row, phrases in rows.items() if any(phrase.casefold() == plain for phrase in phrases)), "")


def parse(code: str, text: str) -> Lexicon:
    """Make a lexicon of the text of a language file.

    Args:
        code: BCP 47 tag.
        text: TOML whose tables hold lists of strings (or tables of them).

    Raises:
        tomllib.TOMLDecodeError: if the text is not TOML.
        ValueError: if a row is neither a string nor a list of strings.
    """
    tables = dict(_tables("", rows_of(unicodedata.normalize("NFC", text))))
    return Lexicon(
        code=code,
        tables=MappingProxyType(tables),
        months=_numbers(tables.get("dates.months", _NOTHING)),
        weekdays=_numbers(tables.get("dates.weekdays", _NOTHING)),
        words=frozenset(tables.get("words", _NOTHING).get("function", ())),
    )


def rows_of(text: str) -> Mapping[str, Any]:
    r"""Read TOML; files of nothing but rows of words, as those of the languages are, some five times as fast as `tomllib` does.

    >>> rows_of('[a.b]\nc = ["d", "e"]\n')
    {'a.b': {'c': ['d', 'e']}}
    """
    tables: dict[str, Any] = {}
    rows, place = tables, 0
    while piece := _PIECE.match(text, place):
        place = piece.end()
        if table := piece["table"]:
            rows = tables.setdefault(table, {})
        elif key := piece["key"]:
            words = _STRING.findall(piece["row"])
            rows[key] = words if piece["row"].startswith("[") else words[0]
    return tables if place == len(text) else tomllib.loads(text)


@cache
def of_all(table: str, key: str) -> frozenset[str]:
    """Return the phrases that a row has in any language, for texts that mix them.

    >>> sorted(of_all("counts", "and") & {"and", "et", "y"})
    ['and', 'et', 'y']
    """
    return frozenset(everywhere(table, key))


@cache
def joined(lexicon: Lexicon, *rows: tuple[str, str]) -> tuple[str, ...]:
    """Return the phrases of several rows, each given by table and key, as one row.

    >>> joined(lexicons()["en"], ("counts", "and"), ("counts", "and")).count("and")
    2
    """
    return Row(phrase for table, key in rows for phrase in lexicon.phrases(table, key))


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """Return all languages that have a table, by tag in alphabetical order.

    >>> list(lexicons())
    ['en', 'es', 'fr']
    """
    folder = resources.files("forumgraph.converters.words")
    files = {m[1]: entry for entry in folder.iterdir() if (m := _LANGUAGE_FILE.fullmatch(entry.name))}
    return MappingProxyType({code: parse(code, files[code].read_text("utf-8")) for code in sorted(files)})


def _either_case(letter: str) -> str:
    return "".join(re.escape(form) for form in sorted({letter, letter.upper(), letter.lower()}) if len(form) == 1)


def _branch(first: str, told: str, *, glued: bool) -> str:
    boundary = r"(?<!\w.)" if first.isalnum() and not glued else ""
    return f"(?<=[{_either_case(first)}]){boundary}(?i:{told})"


def _tables(name: str, rows: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    plain = {key: _phrases(f"{name}.{key}", row) for key, row in rows.items() if not isinstance(row, dict)}
    if name and (plain or not rows):
        yield name, MappingProxyType(plain)
    for key, row in rows.items():
        if isinstance(row, dict):
            yield from _tables(f"{name}.{key}" if name else key, row)


def _phrases(where: str, row: object) -> tuple[str, ...]:
    phrases = (row,) if isinstance(row, str) else tuple(row) if isinstance(row, list) else (None,)
    if not all(isinstance(phrase, str) for phrase in phrases):
        raise ValueError(f"not a list of phrases: {where}")
    told = [str(phrase) for phrase in phrases]
    bare = (_unaccented(phrase) for phrase in told if len(phrase) > _SHORT) if where.startswith(_IN_CAPITALS) else ()
    return Row(dict.fromkeys((*told, *bare)))


def _unaccented(phrase: str) -> str:
    """Return a phrase as it is often printed in capitals: "SYNTHESE"."""
    return "".join(c for c in unicodedata.normalize("NFD", phrase) if not unicodedata.combining(c))


def _numbers(table: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    return MappingProxyType({word: int(number) for number, words in table.items() for word in words})
