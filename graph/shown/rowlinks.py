"""Rows of answers as pages show them: what a cell names leads to its page, where it is said unmistakably what it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from forumgraph.graph.shown.exhibits import Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from forumgraph.graph.rdf.addresses import Addresses
    from forumgraph.graph.shown.corpus import Corpus
    from forumgraph.graph.shown.exhibits import PointCard

_Key = TypeVar("_Key")

_FILES = ("source", "first_source", "one_source", "other_source")
_DATED = (("meeting", "date"), ("first_meeting", "first_date"))
_THEMES = ("theme",)
_ACTORS = ("addressee", "body", "constituency", "holder", "name", "one", "other")
"""Names of columns that hold what stands behind them; words of statements and titles of sessions are known wherever they are."""


class RowLinks:
    """Knows the pages of files, statements, sessions, themes and actors by their words; words that several of them share lead nowhere.

    Args:
        known: paths of the pages there are.
    """

    def __init__(self, corpus: Corpus, addresses: Addresses, known: Collection[str]) -> None:
        self._addresses = addresses
        self._known = known
        file = {each.page: each.file for each in corpus.documents}
        points = _said_once(corpus.points)
        statements = [Link(each.text, each.page, each.language) for each in points]
        sources = [file.get(each.source.partition("#")[0], "") for each in points]
        sessions = [Link(each.title, each.page, each.language) for each in corpus.sessions]
        self._statements = _unique((link.label, link) for link in statements)
        self._stated = _unique(((link.label, source), link) for link, source in zip(statements, sources, strict=True))
        self._met = _unique(
            ((each.text, each.session.label), link) for each, link in zip(points, statements, strict=True)
        )
        self._sessions = _unique((link.label, link) for link in sessions)
        self._held = _unique(
            ((each.title, each.date), link) for each, link in zip(corpus.sessions, sessions, strict=True)
        )
        told = [(each.title, file.get(each.document.page, "")) for each in corpus.sessions]
        self._told = _unique(zip(told, sessions, strict=True))
        self._files = _unique((each.file, Link(each.file, each.page)) for each in corpus.documents)
        self._actors = _unique((each.link.label, each.link) for each in corpus.actors.values())
        self._themes = _unique((each.link.label, each.link) for each in corpus.themes.values())

    def cells(self, columns: Sequence[str], row: Sequence[str]) -> list[Link | str | int]:
        """Return what the cells of a row show: numbers, links, or words."""
        told = dict(zip(columns, row, strict=True))
        return [self._cell(column, value, told) for column, value in told.items()]

    def _cell(self, column: str, value: str, told: Mapping[str, str]) -> Link | str | int:
        if (
            value.isascii()
            and value.isdigit()
            and len(value) < 7
            and not (len(value) == 4 and value[:2] in {"19", "20"})
        ):
            return int(value)
        if value.startswith("http"):
            page = self._addresses.page(value)
            name = value.rpartition("/")[2].partition("#")[0]
            return Link(name, page) if page.partition("#")[0] in self._known else value
        return self._found(column, value, told) or value

    def _found(self, column: str, value: str, told: Mapping[str, str]) -> Link | None:
        for columns, table in ((_FILES, self._files), (_THEMES, self._themes), (_ACTORS, self._actors)):
            if column in columns:
                return self._shown(table.get(value))
        when = next((told[date] for name, date in _DATED if name == column and date in told), "")
        meeting = told.get(f"{column.partition('_')[0]}_meeting") or told.get("meeting", "")
        return self._shown(
            self._stated.get((value, told.get("source", "")))
            or self._statements.get(value)
            or (self._met.get((value, meeting)) if meeting else None)
            or self._held.get((value, when))
            or self._told.get((value, told.get("source", "")))
            or self._sessions.get(value)
        )

    def _shown(self, link: Link | None) -> Link | None:
        return link if link and link.page.partition("#")[0] in self._known else None


def _said_once(points: Iterable[PointCard]) -> list[PointCard]:
    """Return statements without the demands that are found in issues, whose words and pages lead to them."""
    found = list(points)
    issues = {(each.text, each.source) for each in found if each.kind == "issue"}
    return [each for each in found if each.kind != "demand" or (each.text, each.source) not in issues]


def _unique(rows: Iterable[tuple[_Key, Link]]) -> dict[_Key, Link]:
    found = list(rows)
    count = Counter(key for key, _ in {(key, link.page) for key, link in found})
    return {key: link for key, link in found if count[key] == 1}
