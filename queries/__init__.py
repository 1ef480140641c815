"""The catalogue of questions: one `.rq` file each, with a header that says what it asks, what it wants and what it gives.

A header line starts with `#+` (the convention of grlc): `summary` is the question as a user would ask it, `parameter` names a variable and tells
what it is for, `about` is one of `SUBJECTS`, `columns` lists what comes back, `chart` (optional) names the columns to draw. Every parameter stands in the query once, in a line
`VALUES ?name { "" }`; that line is the default, so that each file runs unchanged on any SPARQL 1.1 engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from forumgraph.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBJECTS = ("requests", "what became of them", "themes and Goals", "actors", "meetings", "documents")
"""What questions are about, in the order in which they are told."""
_HEADER = re.compile(r"^#\+ ([a-z]+): (.+)$", re.MULTILINE)
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"})
_LONGEST_VALUE = 1000


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable a question can be narrowed by.

    Attributes:
        name: of the variable, without `?`.
        help: what to give, in a few words.
        default: what it is where nothing is given; empty for anything.
    """

    name: str
    help: str
    default: str = ""

    @property
    def option(self) -> str:
        """As it is given on the command line."""
        return f"--{self.name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Query:
    """One question.

    Attributes:
        name: of the file, without its ending.
        summary: the question as a user would ask it.
        columns: names of the variables that come back, in order.
        text: SPARQL 1.1, as it stands in the file.
        about: one of `SUBJECTS`.
    """

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
    chart: str = ""
    about: str = ""

    def bound(self, values: Mapping[str, str]) -> str:
        r"""Return the query with parameters set; text goes in as an escaped literal, so no value can become part of the query.

        Raises:
            InvalidQuery: if a name is not a parameter of this question, or a value is too long or cannot be written.

        >>> Query("q", "?", (Parameter("a", ""),), ("x",), 'SELECT ?x {\n  VALUES ?a { "" }\n}').bound({"a": 'say "hi"'})
        'SELECT ?x {\n  VALUES ?a { "say \\"hi\\"" }\n}'
        """
        text = self.text
        known = {parameter.name for parameter in self.parameters}
        for name, value in values.items():
            if name not in known:
                takes = ", ".join(sorted(known)) or "none"
                raise InvalidQuery(
                    f"the question {self.name} has no parameter {name}", remedy=f"Its parameters: {takes}"
                )
            text = _values_line(name).sub(lambda _, n=name, v=value: f"VALUES ?{n} {{ {_literal(n, v)} }}", text)  # type: ignore[misc]  # mypy cannot type defaults of a lambda
        return text


def _values_line(name: str) -> re.Pattern[str]:
    return re.compile(rf'VALUES \?{name} \{{ "([^"\n]*)" \}}')


def _literal(name: str, value: str) -> str:
    if len(value) > _LONGEST_VALUE or any("\ud800" <= char <= "\udfff" or char == "\0" for char in value):
        raise InvalidQuery(
            f"the value of {name} is too long or has characters that no text has",
            remedy=f"Give at most {_LONGEST_VALUE} characters of text",
        )
    return f'"{value.translate(_ESCAPES)}"'


def parse(name: str, text: str) -> Query:
    """Read the header of one question.

    Raises:
        InvalidQuery: if `summary` or `columns` is missing, or a parameter has no `VALUES` line.
    """
    header: dict[str, list[str]] = {}
    for key, value in _HEADER.findall(text):
        header.setdefault(key, []).append(value.strip())
    if "summary" not in header or "columns" not in header:
        raise InvalidQuery(
            f"the question {name} lacks a summary or its columns",
            remedy='Begin the file with "#+ summary: ..." and "#+ columns: ..."',
        )
    parameters = tuple(_parameter(name, row, text) for row in header.get("parameter", []))
    columns = tuple(column.strip() for column in header["columns"][0].split(","))
    about = header.get("about", [""])[0]
    if about not in SUBJECTS:
        raise InvalidQuery(
            f"the question {name} is about {about or 'nothing'}", remedy=f"Give #+ about: {', '.join(SUBJECTS)}"
        )
    return Query(name, header["summary"][0], parameters, columns, text, header.get("chart", [""])[0], about)


def _parameter(question: str, row: str, text: str) -> Parameter:
    name, purpose = row.split(" ", 1)
    defaults: list[str] = _values_line(name).findall(text)
    if len(defaults) != 1:
        raise InvalidQuery(
            f'the question {question} needs exactly one line VALUES ?{name} {{ "" }}',
            remedy="Add it at the beginning of WHERE",
        )
    return Parameter(name, purpose.strip(), defaults[0])


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Query]:
    """Return every question by name, sorted."""
    entries = sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(".rq"))
    return {
        entry[:-3]: parse(entry[:-3], files(__name__).joinpath(entry).read_text(encoding="utf-8")) for entry in entries
    }


def by_subject() -> Mapping[str, tuple[Query, ...]]:
    """Return every question by what it is about."""
    return {each: tuple(query for query in catalogue().values() if query.about == each) for each in SUBJECTS}


def question(name: str) -> Query:
    """Return the question of that name.

    Raises:
        InvalidQuery: if there is none; names the nearest.
    """
    found = catalogue().get(name)
    if found is None:
        import difflib  # noqa: PLC0415 - only needed when something is wrong

        near = difflib.get_close_matches(name, catalogue(), n=3)
        raise InvalidQuery(
            f"there is no question {name}",
            remedy=f"Did you mean {', '.join(near)}?" if near else "`forumgraph ask` lists them",
        )
    return found
