"""The configuration of a publication, `forumgraph.toml`: what it is called, who publishes it, under which base and licence, and what a document may cost."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from forumgraph.errors import InvalidUsage
from forumgraph.graph.described.controlled import PUBLISHERS, THEMES
from forumgraph.model import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

FILE = "forumgraph.toml"

_IRI = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\/]+(?:/[^\x00-\x20<>\"{}|^`\\]*)?")
_BASE = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\/?#%$]+(?:/[^\x00-\x20<>\"{}|^`\\?#%$]*)?")
"""Without what means something else in the rules of web servers, in which addresses stand."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_BOX = re.compile(r"-?\d{1,3}(?:\.\d+)?(?: -?\d{1,3}(?:\.\d+)?){3}")
_CONTACT = re.compile(r"mailto:[^\s<>\"]+@[^\s<>\"]+|https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Project:
    """What the catalogue says of a publication (DCAT-AP 3.0.1).

    Attributes:
        base: absolute IRI below which everything is named; ends with a slash.
        publisher_url: of the publisher's home page, which also identifies it; empty when it has none.
        licence: IRI of the licence of the data.
        language: BCP 47 tag of the title and the description.
        contact: a `mailto:` or web address for questions; empty when there is none.
        issued: ISO date of publication; empty when it is not to be told.
        homepage: of the publication, below which its files can be fetched; empty when it is not on the web yet.
        themes: codes of the EU vocabulary of data themes, for example `GOVE`.
        publisher_type: code of the ADMS list of types of publishers, for example `NonGovernmentalOrganisation`; empty when it is not to be told.
        endpoint: address of a SPARQL endpoint that holds the data; empty when there is none.
        spatial: IRI of the place that the meetings are about, as the EU's lists or GeoNames name it; empty when it is not to be told.
        place: its name, in the language of the title.
        box: its west, south, east and north in degrees, separated by spaces.
    """

    title: str = "Reports of meetings"
    description: str = "Sessions, actors, issues and recommendations told in reports of meetings, each with the words it was read from."
    base: str = "https://w3id.org/forumgraph/data/"
    publisher: str = "Unnamed publisher"
    publisher_url: str = ""
    licence: str = "https://creativecommons.org/licenses/by/4.0/"
    language: str = "en"
    keywords: tuple[str, ...] = ("meetings", "recommendations", "sustainable development")
    themes: tuple[str, ...] = ("GOVE",)
    contact: str = ""
    homepage: str = ""
    issued: str = ""
    publisher_type: str = ""
    endpoint: str = ""
    spatial: str = ""
    place: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """A whole configuration."""

    project: Project = field(default_factory=Project)
    limits: Limits = field(default_factory=Limits)


def _either(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(each) for each in words))


_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "base": (_BASE, "an absolute http or https IRI without query, fragment, % and $"),
    "publisher_url": (_IRI, "an absolute http or https IRI"),
    "licence": (_IRI, "the IRI of a licence, for example https://creativecommons.org/licenses/by/4.0/"),
    "language": (_LANGUAGE, "a language tag, for example en"),
    "contact": (_CONTACT, "a mailto: or web address"),
    "homepage": (_BASE, "an absolute http or https IRI without query, fragment, % and $"),
    "issued": (_DATE, "a date, for example 2026-03-31"),
    "publisher_type": (_either(PUBLISHERS), f"one of {', '.join(PUBLISHERS)}"),
    "endpoint": (_IRI, "an absolute http or https IRI"),
    "spatial": (_IRI, "the IRI of a place"),
    "box": (_BOX, "west, south, east and north in degrees, for example -18 -35 52 38"),
}
_LISTS = frozenset({"keywords", "themes"})
_CODES = {"themes": (THEMES, "data themes of the EU")}
_OPTIONAL = frozenset("publisher_url contact homepage issued publisher_type endpoint spatial place box".split())
_INTEGERS = frozenset({"size", "text", "memory"})
_UNITS: Mapping[str, str] = {"size": "bytes", "text": "characters", "seconds": "seconds", "memory": "bytes"}


def load(path: Path) -> Config:
    """Read a configuration file; keys it leaves out keep their defaults.

    Raises:
        InvalidUsage: if the file cannot be read or is not TOML, or a key or value is wrong; names the key and the place.
    """
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidUsage(
            f"{path}: {_reason(error)}", remedy="Compare it with what `forumgraph init` writes"
        ) from error
    try:
        return parse(tables)
    except _Wrong as wrong:
        raise InvalidUsage(f"{path}:{_line(text, wrong.key)} {wrong}", remedy=wrong.remedy) from wrong


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


class _Wrong(ValueError):
    def __init__(self, key: str, message: str, remedy: str) -> None:
        super().__init__(f"{key}: {message}")
        self.key = key
        self.remedy = remedy


def parse(tables: Mapping[str, Any]) -> Config:
    """Check the tables of a configuration.

    Raises:
        ValueError: if a key is unknown or a value is wrong; the message begins with the key.

    >>> parse({"project": {"title": "Our meetings"}}).project.title
    'Our meetings'
    """
    for name in tables:
        if name not in {"project", "limits"}:
            raise _Wrong(name, "unknown table", "The tables are [project] and [limits]")
    project = _table(tables, "project", Project)
    limits = _table(tables, "limits", Limits)
    values: dict[str, Any] = {key: _project_value(f"project.{key}", key, value) for key, value in project.items()}
    return Config(
        Project(**values),
        Limits(**{key: _limit(f"limits.{key}", key, value) for key, value in limits.items()}),
    )


def _table(tables: Mapping[str, Any], name: str, kind: type[Project | Limits]) -> Mapping[str, Any]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise _Wrong(name, "is not a table", f"Write [{name}] on a line of its own")
    known = [each.name for each in fields(kind)]
    for key in table:
        if key not in known:
            raise _Wrong(f"{name}.{key}", "unknown key", f"The keys of [{name}] are {', '.join(known)}")
    return table


def _project_value(place: str, key: str, value: object) -> str | tuple[str, ...]:
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise _Wrong(place, "is not a list of words", f'Write {key} = ["one", "two"]')
        return _listed(place, key, tuple(each.strip() for each in value))
    if not isinstance(value, str) or (not value.strip() and key not in _OPTIONAL):
        raise _Wrong(place, "is not a text with words in it", f'Write {key} = "..."')
    words = value.strip()
    form = _FORMS.get(key)
    if form and words and not form[0].fullmatch(words):
        raise _Wrong(place, f"{words!r} is not {form[1]}", "Correct the value")
    if key == "box" and words and not _is_box([float(each) for each in words.split()]):
        raise _Wrong(
            place, f"{words!r} leads around no part of the Earth", "Write west, south, east and north in degrees"
        )
    if key == "issued" and words:
        try:
            date.fromisoformat(words)
        except ValueError:
            raise _Wrong(place, f"{words!r} is no day of the calendar", "Correct the value") from None
    return f"{words.rstrip('/')}/" if key == "base" else words


def _is_box(degrees: Sequence[float]) -> bool:
    west, south, east, north = degrees
    return -90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180


def _listed(place: str, key: str, words: tuple[str, ...]) -> tuple[str, ...]:
    known, what = _CODES.get(key, ({}, ""))
    wrong = [each for each in words if known and each not in known]
    if wrong:
        raise _Wrong(place, f"{wrong[0]!r} is none of the {what}", f"They are {', '.join(known)}")
    return words


def _limit(place: str, key: str, value: object) -> Any:
    whole = key in _INTEGERS
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or value <= 0:
        raise _Wrong(
            place,
            f"{value!r} is not a {'whole ' if whole else ''}number of {_UNITS[key]} above zero",
            "Correct the value",
        )
    return value if whole else float(value)


def _line(text: str, place: str) -> int:
    """Return the line on which a key stands, or the first of its table."""
    table, _, key = place.partition(".")
    inside, found = False, 1
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("["):
            inside = bare.strip("[] ") == table
            found = number if inside else found
        elif (inside and key and bare.partition("=")[0].strip() == key) or (
            not key and bare.partition("=")[0].strip() == table
        ):
            return number
    return found


def issued(config: Config) -> str:
    """Return the date of publication: that of the configuration, else of `SOURCE_DATE_EPOCH`, else none.

    Raises:
        InvalidUsage: if `SOURCE_DATE_EPOCH` is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if config.project.issued or not epoch:
        return config.project.issued
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidUsage(f"SOURCE_DATE_EPOCH is {epoch!r}", remedy="Give seconds since 1970, or unset it") from error


def template() -> str:
    """Return a commented configuration with the defaults, as `forumgraph init` writes it."""
    project, limits = Project(), Limits()
    return f"""# What this publication is, and what one document may cost. Every key can be left out; what stands here are the defaults.

[project]
title = "{project.title}"
description = "{project.description}"

# Everything is named below this address. Use one that you control, and keep it: it is in every identifier you publish.
base = "{project.base}"

publisher = "{project.publisher}"
# publisher_url = "https://example.org/"     # the publisher's home page
# contact = "mailto:data@example.org"        # whom to ask about the data
# homepage = "https://example.org/meetings/" # where the publication folder will be on the web
# issued = "2026-03-31"                      # the date of publication; nothing is dated that you do not date

# What portals of open data ask for beside (DCAT-AP).
# publisher_type = "NonGovernmentalOrganisation"
# endpoint = "https://example.org/sparql"    # a SPARQL endpoint that holds the data
# spatial = "http://publications.europa.eu/resource/authority/continent/AFRICA"
# place = "Africa"
# box = "-18 -35 52 38"                      # west, south, east, north

licence = "{project.licence}"
language = "{project.language}"              # of the title and the description
keywords = [{", ".join(f'"{each}"' for each in project.keywords)}]
themes = [{", ".join(f'"{each}"' for each in project.themes)}]                    # codes of the EU vocabulary of data themes

[limits]
size = {limits.size}          # bytes of one file
text = {limits.text}           # characters of its text
seconds = {limits.seconds}           # for one document
memory = {limits.memory}      # bytes of memory for one document
"""
