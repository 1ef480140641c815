"""RDF terms as N-Triples tokens: strings that are checked and escaped once, so that a quad is a join of four strings.

A token is `<https://example.org/a>` or `"words"@en` (RDF 1.1 N-Triples, section 2). Strings are escaped as canonical N-Triples asks for, which
uses only escapes that Turtle, TriG and JSON know as well: the same characters go into every dump.
"""

from __future__ import annotations

import re
from datetime import date as calendar_date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Triple: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object, each an N-Triples token."""

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_SPECIAL = re.compile(r"[\x00-\x1f\"\\\x7f\ud800-\udfff]")
_ESCAPES = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_UNESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


def iri(value: str) -> str:
    """Return the token of an absolute IRI.

    Raises:
        ValueError: if a character may not stand in an IRI (RFC 3987; N-Triples, IRIREF), or there is no scheme.

    >>> iri("https://example.org/a")
    '<https://example.org/a>'
    """
    if not _IRI.fullmatch(value):
        raise ValueError(f"not an absolute IRI: {value!r}")
    return f"<{value}>"


def may_be_iri(value: str) -> bool:
    """Tell whether `iri` would take a value."""
    return _IRI.fullmatch(value) is not None


def text(value: str, language: str = "") -> str:
    r"""Return the token of a string, with its BCP 47 tag where the language is known.

    Raises:
        ValueError: if the string has a lone surrogate, or the tag is none.

    >>> text('say "no"', "en")
    '"say \\"no\\""@en'
    """
    words = _quoted(value)
    if not language:
        return words
    return f"{words}@{_tag(language)}"


@lru_cache(maxsize=64)
def _tag(language: str) -> str:
    if not _LANGUAGE.fullmatch(language):
        raise ValueError(f"not a language tag: {language!r}")
    return language.lower()


def _quoted(words: str) -> str:
    plain = words.isprintable() and '"' not in words and "\\" not in words
    return f'"{words if plain else _SPECIAL.sub(_escape, words)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        raise ValueError(f"a lone surrogate at {match.start()}")
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def typed(lexical: str, datatype: str) -> str:
    """Return the token of a literal of an XML Schema datatype that is given by its local name.

    >>> typed("5", "integer")
    '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f"{_quoted(lexical)}^^<{XSD}{datatype}>"


def integer(value: int) -> str:
    """Return the token of an xsd:integer."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: float) -> str:
    """Return the token of an xsd:decimal with two digits after the point.

    >>> decimal(0.5)
    '"0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    return typed(f"{value:.2f}", "decimal")


def date(value: str) -> str:
    """Return the token of an ISO 8601 date with the precision it is given in: xsd:date, xsd:gYearMonth or xsd:gYear.

    Raises:
        ValueError: if it is no such date.

    >>> date("2017-07")
    '"2017-07"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value):
            if datatype == "date":
                calendar_date.fromisoformat(value)
            return typed(value, datatype)
    raise ValueError(f"not a date: {value!r}")


def time(value: str) -> str:
    """Return the token of a local time of day (xsd:time) given as `HH:MM`.

    Raises:
        ValueError: if it is no time.

    >>> time("18:00")
    '"18:00:00"^^<http://www.w3.org/2001/XMLSchema#time>'
    """
    if not _TIME.fullmatch(value):
        raise ValueError(f"not a time of day: {value!r}")
    return typed(f"{value}:00", "time")


def date_time(value: str) -> str:
    """Return the token of a moment in UTC (xsd:dateTime) given as `YYYY-MM-DDTHH:MM:SSZ`.

    Raises:
        ValueError: if it is no such moment.
    """
    if not _DATE_TIME.fullmatch(value):
        raise ValueError(f"not a moment in UTC: {value!r}")
    calendar_date.fromisoformat(value[:10])
    return typed(value, "dateTime")


def lines(triples: Iterable[Triple]) -> str:
    """Write triples as lines, for another process or another run; no token has a tab or a line feed."""
    return "\n".join(["\t".join(triple) for triple in triples])


def of_lines(told: str) -> list[Triple]:
    """Read what `lines` wrote.

    >>> of_lines(lines([("<urn:a>", "<urn:b>", '"c"')]))
    [('<urn:a>', '<urn:b>', '"c"')]
    """
    return [(s, p, o) for s, p, o in (line.split("\t") for line in told.split("\n") if line)]


def is_iri(token: str) -> bool:
    """Tell whether a token is an IRI."""
    return token.startswith("<")


def plain(token: str) -> str:
    r"""Return the IRI, or the words of the literal, that a token stands for.

    >>> plain('"say \\"no\\""@en')
    'say "no"'
    """
    if token.startswith("<"):
        return token[1:-1]
    words = token[1 : token.rindex('"')]
    return _ESCAPED.sub(_unescape, words) if "\\" in words else words


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _UNESCAPES.get(match[3], match[3])


def language_of(token: str) -> str:
    """Return the language tag of a literal; empty when it has none.

    >>> language_of('"oui"@fr')
    'fr'
    """
    return token[token.rindex('"') + 1 :].removeprefix("@") if not is_iri(token) and not token.endswith(">") else ""


def line(triple: Triple, graph: str) -> str:
    """Return one line of N-Quads, without its line feed."""
    return f"{triple[0]} {triple[1]} {triple[2]} {graph} ."
