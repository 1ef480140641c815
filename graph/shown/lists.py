"""Pages that list: sessions, recommendations, issues, actors, themes, goals, sources, questions; and the home page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.shown import drawings, markup
from forumgraph.graph.shown.corpus import pairs
from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.goals import GOALS, goal_label
from forumgraph.graph.shown.pages import grouped, plural
from forumgraph.graph.shown.searching import fold
from forumgraph.queries import by_subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from forumgraph.graph.shown.corpus import Corpus
    from forumgraph.graph.shown.pages import Frame

    Groups = Sequence[tuple[str, Sequence[object]]]
    """Headings, each with what stands under it."""

SHEET = 400
"""How many things one page of a list shows."""

_FREQUENT = 12
_TOGETHER = 16
_LATEST = 8


def _year(date: str) -> str:
    return date[:4] or "Without date"


def list_pages(frame: Frame, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the home page and the pages that list, with their texts."""
    return _Lists(frame, corpus).pages()


@dataclass(frozen=True, slots=True)
class _Lists:
    frame: Frame
    corpus: Corpus

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield all pages with their texts."""
        corpus = self.corpus
        yield "index.html", self.home()
        yield from self.dated("sessions", "Sessions", "sessions", corpus.sessions)
        yield from self.dated("recommendations", "Recommendations", "points", [*corpus.of_kind("recommendation")])
        yield from self.dated("demands", "Demands found in issues", "points", corpus.of_kind("demand"))
        yield from self.dated("issues", "Issues", "points", corpus.of_kind("issue"))
        yield from self.actors()
        themes = sorted(corpus.themes.values(), key=lambda each: (-len(each.points), each.link.label))
        yield from self.plain(
            "themes", "Themes", [(each.link, plural(len(each.points), "point")) for each in themes], "columns"
        )
        yield from self.goals()
        yield from self.forums()
        yield from self.sources()
        yield self.questions()

    def questions(self) -> tuple[str, str]:
        """Return the page of the questions, by what they are about."""
        groups = [
            (about[0].upper() + about[1:], [(Link(each.summary, f"question/{each.name}.html"), "") for each in queries])
            for about, queries in by_subject().items()
        ]
        path, title = "questions.html", "Questions already answered"
        return path, self.frame.render("list.html", path, title, note="", shape="links", groups=groups, sheets=[path])

    def dated(self, name: str, title: str, shape: str, items: Sequence[object]) -> Iterator[tuple[str, str]]:
        """Yield a list by year, the latest first, on as many pages as it needs."""
        latest = sorted(items, key=lambda each: str(getattr(each, "date", "")), reverse=True)

        def by_year(part: Sequence[object]) -> Groups:
            return [
                (year, list(rows))
                for year, rows in groupby(part, key=lambda each: _year(str(getattr(each, "date", ""))))
            ]

        yield from self.sheets(name, title, latest, by_year, shape=shape)

    def plain(
        self, name: str, title: str, items: Sequence[tuple[Link, str]], shape: str = "links", note: str = ""
    ) -> Iterator[tuple[str, str]]:
        """Yield a list without headings."""
        yield from self.sheets(name, title, items, lambda part: [("", part)] if part else [], shape=shape, note=note)

    def sheets(
        self,
        name: str,
        title: str,
        items: Sequence[object],
        parted: Callable[[Sequence[object]], Groups],
        *,
        shape: str,
        note: str = "",
    ) -> Iterator[tuple[str, str]]:
        """Yield the pages of a list."""
        count = max(-(-len(items) // SHEET), 1)
        paths = [f"{name}.html" if number == 0 else f"{name}-{number + 1}.html" for number in range(count)]
        for number, path in enumerate(paths):
            part = items[number * SHEET : (number + 1) * SHEET]
            more = f", page {number + 1}" if number else ""
            yield (
                path,
                self.frame.render(
                    "list.html",
                    path,
                    title + more,
                    note=note or (f"{len(items):,}" if len(items) > SHEET else ""),
                    shape=shape,
                    groups=parted(part),
                    sheets=paths,
                ),
            )

    def actors(self) -> Iterator[tuple[str, str]]:
        rows = sorted(self.corpus.actors.values(), key=lambda each: (fold(each.link.label), each.link.page))
        items = []
        for each in rows:
            told = [plural(each.sessions, "session")] if each.sessions else []
            told += [plural(len(each.said), "point") + " made or raised"] if each.said else []
            told += [plural(len(each.asked), "point") + " addressed to them"] if each.asked else []
            told = told or ([plural(len(each.mentions), "mention")] if each.mentions else ["body of a post"])
            items.append((each.link, ", ".join(told)))
        yield from self.plain("actors", "Actors", items)

    def goals(self) -> Iterator[tuple[str, str]]:
        items = []
        for number in GOALS:
            pages = [
                page for page in self.corpus.goals if page == f"sdg/{number}.html" or page.startswith(f"sdg/{number}.")
            ]
            points = {point.page for page in pages for point in self.corpus.goals[page].points}
            sessions = {session.page for page in pages for session in self.corpus.goals[page].sessions}
            told = [plural(len(points), "point")] if points else []
            told += [plural(len(sessions), "session")] if sessions else []
            items.append((Link(goal_label(number), f"sdg/{number}.html"), ", ".join(told)))
        yield from self.plain(
            "goals",
            "Sustainable Development Goals",
            items,
            note="Where a session or a point names a goal or one of its targets.",
        )

    def forums(self) -> Iterator[tuple[str, str]]:
        rows = sorted(self.corpus.forums.values(), key=lambda each: each.link.label)
        yield from self.plain(
            "forums", "Forums and editions", [(each.link, plural(len(each.sessions), "session")) for each in rows]
        )

    def sources(self) -> Iterator[tuple[str, str]]:
        items = []
        for each in self.corpus.documents:
            used = f"{each.used} of {plural(each.sentences, 'sentence')} used"
            items.append(
                (Link(each.file, each.page), " · ".join(part for part in (each.kind, each.language, used) if part))
            )
        yield from self.plain(
            "documents",
            "Sources",
            items,
            note="Each report as text, with the words that became data, and those that did not.",
        )

    def home(self) -> str:
        corpus = self.corpus
        downloads = [(f"{STEM}.{syntax.ending}", syntax.media_type) for syntax in SYNTAXES.values()]
        dates = sorted(session.date for session in corpus.sessions if session.date)
        ends = (dates[0], dates[-1]) if dates else ("", "")
        latest = [session for session in corpus.sessions if session.date][-_LATEST:][::-1]
        return self.frame.render(
            "home.html",
            "index.html",
            self.frame.project.title,
            resource=markup.dataset(self.frame.project, self.frame.issued, ends, downloads),
            downloads=downloads,
            figures=self.figures(),
            timeline=self.timeline(),
            themes=self.themes(),
            together=self.together(),
            latest=latest or corpus.sessions[:_LATEST],
            questions=[each for queries in by_subject().values() for each in queries],
        )

    def figures(self) -> list[tuple[str, str, str]]:
        corpus = self.corpus
        counted = (
            (corpus.documents, "source", "sources", "documents.html"),
            (corpus.sessions, "session", "sessions", "sessions.html"),
            (corpus.forums, "forum or edition", "forums and editions", "forums.html"),
            (corpus.actors, "actor", "actors", "actors.html"),
            (corpus.of_kind("issue"), "issue", "issues", "issues.html"),
            (corpus.of_kind("recommendation"), "recommendation", "recommendations", "recommendations.html"),
            (corpus.of_kind("demand"), "demand in issues", "demands in issues", "demands.html"),
            (corpus.themes, "theme", "themes", "themes.html"),
        )
        return [(grouped(len(found)), one if len(found) == 1 else many, page) for found, one, many, page in counted]

    def timeline(self) -> drawings.Drawing | None:
        corpus = self.corpus
        years = corpus.years()
        if len(years) < 2:
            return None
        sessions = Counter(session.year for session in corpus.sessions)
        raised = Counter(point.year for point in corpus.points if point.kind == "issue")
        asked = Counter(point.year for point in corpus.points if point.kind != "issue")
        rows = [(year, [sessions[year], raised[year], asked[year]]) for year in years]
        return drawings.bars(
            "Sessions, issues and recommendations by year", rows, ["sessions", "issues", "recommendations and demands"]
        )

    def themes(self) -> drawings.Drawing | None:
        years = self.corpus.years()
        most = sorted(self.corpus.themes.values(), key=lambda each: (-sum(each.by_year().values()), each.link.label))[
            :_FREQUENT
        ]
        rows = [(each.link, [each.by_year()[year] for year in years]) for each in most if each.by_year()]
        return drawings.dots("Themes over time", rows, years) if rows and len(years) > 1 else None

    def together(self) -> drawings.Drawing | None:
        links = list(pairs(self.corpus))
        chosen: list[tuple[Link, Link, int]] = []
        names: set[Link] = set()
        for one, other, count in links:
            if len(names | {one, other}) <= _TOGETHER:
                names |= {one, other}
                chosen.append((one, other, count))
        return drawings.arcs("Who with whom", chosen) if chosen else None
