"""Pages from templates: what surrounds every page, and the few functions templates may use."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from forumgraph import __version__
from forumgraph.graph.rdf.addresses import up, web
from forumgraph.graph.rdf.siblings import TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.config import Project

NAVIGATION = (
    ("Sessions", "sessions.html"),
    ("Recommendations", "recommendations.html"),
    ("Issues", "issues.html"),
    ("Actors", "actors.html"),
    ("Themes", "themes.html"),
    ("Goals", "goals.html"),
    ("Questions", "questions.html"),
    ("Sources", "documents.html"),
    ("Search", "search.html"),
)
"""What every page leads to, in the order in which it is shown."""

_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_CUT_WORD, _WORD_CUT = re.compile(r"^\S+\s+(?=\S)"), re.compile(r"(?<=\S)\s+\S+$")
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates, compiled once in a process; whatever they print is escaped."""
    found = Environment(
        loader=PackageLoader("forumgraph.graph", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(web=web, day=day, plural=plural, whole_before=whole_before, whole_after=whole_after)
    found.tests.update(day=is_day)
    return found


def is_day(cell: object) -> bool:
    """Tell whether a cell of a table is an ISO date, which is not to be broken.

    >>> is_day("2022-02-02"), is_day("2022")
    (True, False)
    """
    return isinstance(cell, str) and bool(_DAY.fullmatch(cell))


def json_in_html(value: Mapping[str, Any]) -> Markup:
    r"""Return JSON that may stand in a script element: no character in it can end the element (HTML, section 4.12.1.3).

    >>> json_in_html({"a": "</script>"})
    Markup('{"a":"\\u003c/script\\u003e"}')
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return Markup(text)  # noqa: S704 - the three characters that mean something in HTML were replaced


_MONTHS = "January February March April May June July August September October November December".split()


def day(date: str) -> str:
    """Return an ISO date as people write it, as precise as it is.

    >>> day("2022-02-02"), day("2017-07"), day("2017")
    ('2 February 2022', 'July 2017', '2017')
    """
    parts = date.split("-")
    if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        parts[1] = _MONTHS[int(parts[1]) - 1]
    if len(parts) > 2:
        parts[2] = parts[2].lstrip("0")
    return " ".join(reversed(parts))


def plural(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> plural(1, "session"), plural(2, "session"), plural(2, "body", "bodies")
    ('1 session', '2 sessions', '2 bodies')
    """
    return f"{grouped(count)} {one if count == 1 else many or one + 's'}"


def grouped(count: int) -> str:
    """Return a number with narrow spaces between its thousands."""
    return f"{count:,}".replace(",", "\u202f")


def whole_before(words: str) -> str:
    """Return what stands before a quotation without the word that is cut at its beginning.

    >>> whole_before("ion-making as they fund roads. ")
    'as they fund roads. '
    """
    return _CUT_WORD.sub("", words)


def whole_after(words: str) -> str:
    """Return what stands behind a quotation without the word that is cut at its end.

    >>> whole_after(" Partnerships between cities o")
    ' Partnerships between cities'
    """
    return _WORD_CUT.sub("", words)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a publication share.

    Attributes:
        issued: ISO date of the publication; empty when it is not to be told.
    """

    project: Project
    issued: str = ""

    def render(
        self, template: str, page: str, title: str, *, resource: Resource | None = None, **values: object
    ) -> str:
        """Return a page.

        Args:
            page: its path below the site.
            title: of the page, without that of the publication.
            resource: what the page is about, where it stands for one.
            values: what the template shows.
        """
        return (
            environment()
            .get_template(template)
            .render(
                project=self.project,
                issued=self.issued,
                version=__version__,
                navigation=NAVIGATION,
                root=up(page),
                page=page,
                title=title,
                resource=resource,
                types=TYPES,
                **values,
            )
        )


@dataclass(frozen=True, slots=True)
class Resource:
    """What a page stands for.

    Attributes:
        iri: of the resource.
        stem: path of its files without their endings.
        type: IRI of a class of schema.org.
        markup: JSON-LD in schema.org's terms.
        content: paths and media types of the files that the page is about, where these are not its data.
    """

    iri: str
    stem: str
    type: str
    markup: Mapping[str, Any]
    content: tuple[tuple[str, str], ...] = ()

    @property
    def script(self) -> Markup:
        """The JSON-LD, ready to stand in the page."""
        return json_in_html(self.markup)

    @property
    def name(self) -> str:
        """Last part of the path of its files."""
        return self.stem.rpartition("/")[2]
