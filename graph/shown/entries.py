"""Pages about what many documents speak of: actors, themes, goals, forums and their editions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.identifiers import AUTHORITY
from forumgraph.graph.rdf.siblings import siblings
from forumgraph.graph.rdf.terms import LABEL, language_of, plain, text
from forumgraph.graph.shown import drawings, markup
from forumgraph.graph.shown.corpus import ActorFile, SubjectFile
from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.goals import GOALS, goal_label
from forumgraph.ontology import PREFIXES, SDG, THEME, forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.graph.rdf.addresses import Addresses
    from forumgraph.graph.rdf.nodes import Nodes
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.shown.corpus import Corpus
    from forumgraph.graph.shown.pages import Frame

_SKOS = PREFIXES["skos"]
_NAMES = (f"{_SKOS}prefLabel", f"{_SKOS}altLabel", forum.acronym)
_MATCHES = (f"{_SKOS}exactMatch", f"{_SKOS}closeMatch")
_RELATIONS = (
    (forum.memberOf, "Member of", "Members"),
    (forum.gatheredWithin, "Gathered within", "Gathers"),
    (forum.constituencyOf, "Constituency of", "Constituencies"),
    (forum.partOfBody, "Part of", "Parts"),
    (forum.hostedByBody, "Hosted by", "Hosts"),
    (forum.succeeds, "Succeeds", "Succeeded by"),
    (f"{_SKOS}broader", "Broader", "Narrower"),
    (forum.partOf, "Part of", ""),
)
_BESIDE = 30


def entry_pages(frame: Frame, nodes: Nodes, corpus: Corpus, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield the pages of actors, themes, goals, forums and editions, and their siblings, with their texts.

    Args:
        nodes: the authority file, the schemes, and what documents say of actors, forums and editions of the corpus.
    """
    return _Entries(frame, nodes, corpus, addresses).pages()


@dataclass(frozen=True, slots=True)
class _Entries:
    frame: Frame
    nodes: Nodes
    corpus: Corpus
    addresses: Addresses

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield all files with their texts."""
        corpus = self.corpus
        for page, actor in corpus.actors.items():
            yield from self.actor(self.iri(page), actor)
        themes = dict.fromkeys(self.iri(page) for page in corpus.themes)
        themes |= dict.fromkeys(node[1:-1] for node in self.nodes.of_class(forum.Theme))
        for iri in themes:
            yield from self.subject(iri, "theme", corpus.themes.get(self.addresses.page(iri)))
        for iri in sorted({*map(self.iri, corpus.goals), *(SDG + number for number in GOALS)}):
            yield from self.goal(iri)
        yield from self.forums()

    def iri(self, page: str) -> str:
        """Return what a page is about."""
        stem = page.removesuffix(".html")
        for folder, namespace in (("authority/", AUTHORITY), ("theme/", THEME), ("sdg/", SDG)):
            if stem.startswith(folder):
                return namespace + stem.removeprefix(folder)
        return self.addresses.base + stem

    def names(self, node: str, label: str) -> list[tuple[str, str]]:
        """Return further names with their languages."""
        values = (sorted(self.nodes.all(node, each), key=lambda value: (language_of(value), value)) for each in _NAMES)
        told = ((plain(value), language_of(value)) for value in chain.from_iterable(values))
        return list(dict.fromkeys(each for each in told if each[0] != label))

    def relations(self, node: str) -> list[tuple[str, list[Link]]]:
        """Return what a node is related to, and what to it, where these have pages."""
        found: list[tuple[str, list[Link]]] = []
        for predicate, there, back in _RELATIONS:
            for label, others in ((there, self.nodes.all(node, predicate)), (back, self.nodes.back(node, predicate))):
                links = [self.link(each) for each in sorted(set(others))] if label else []
                if links:
                    found.append((label, links))
        return found

    def link(self, node: str) -> Link:
        """Return a link to a node; an entry of the authority file that no document names is told in its list."""
        page = self.addresses.page(node[1:-1])
        if page.startswith("authority/") and page not in self.corpus.actors and page not in self.corpus.forums:
            page = f"authority.html#{page.removeprefix('authority/').removesuffix('.html')}"
        return Link(self.nodes.label(node), page)

    def matches(self, node: str) -> list[str]:
        return [plain(each) for predicate in _MATCHES for each in self.nodes.all(node, predicate)]

    def written(self, iri: str, html: str, extra: list[Triple]) -> Iterator[tuple[str, str]]:
        """Yield a page with its siblings."""
        stem = self.addresses.stem(iri)
        yield f"{stem}.html", html
        yield from siblings(stem, sorted({*self.nodes.about.get(f"<{iri}>", ()), *extra}), self.addresses.base)

    def actor(self, iri: str, file: ActorFile) -> Iterator[tuple[str, str]]:
        node = f"<{iri}>"
        kind = self.nodes.one(node, forum.actorKind)
        named = file.link.label if node not in self.nodes.about else self.nodes.label(node)
        link = Link(named, file.link.page)
        what = "Person" if kind.endswith("/person>") else "Organization"
        page = self.frame.render(
            "actor.html",
            link.page,
            link.label,
            resource=markup.resource(
                iri,
                self.addresses.stem(iri),
                what,
                link.label,
                sameAs=self.matches(node),
                alternateName=[words for words, _ in self.names(node, link.label)],
            ),
            link=link,
            kind=self.nodes.label(kind) if kind else "actor",
            known=iri.startswith(AUTHORITY),
            names=self.names(node, link.label),
            relations=self.relations(node),
            matches=self.matches(node),
            file=file,
            beside=sorted(file.beside.items(), key=lambda each: (-each[1], each[0].label))[:_BESIDE],
        )
        yield from self.written(iri, page, [])

    def subject(
        self, iri: str, kind: str, file: SubjectFile | None, label: str = "", extra: list[Triple] | None = None
    ) -> Iterator[tuple[str, str]]:
        """Yield a theme, goal, forum or edition."""
        node = f"<{iri}>"
        link = Link(label or self.nodes.label(node), self.addresses.page(iri))
        file = file or SubjectFile(link)
        years = file.by_year()
        span = range(min(map(int, years)), max(map(int, years)) + 1) if years else range(0)
        drawing = (
            drawings.bars(f"Points about {link.label} by year", [(str(y), [years[str(y)]]) for y in span], ["points"])
            if len(span) > 1
            else None
        )
        about = self.nodes.words(node, f"{_SKOS}definition")
        names = self.names(node, link.label)
        page = self.frame.render(
            "subject.html",
            link.page,
            link.label,
            resource=markup.resource(
                iri,
                self.addresses.stem(iri),
                "Event" if kind == "edition" else "EventSeries" if kind == "forum" else "DefinedTerm",
                link.label,
                description=about,
                sameAs=self.matches(node),
            ),
            link=link,
            kind=kind,
            names=names,
            definition=about,
            relations=self.relations(node) + self.within(iri),
            matches=self.matches(node) or ([iri] if iri.startswith(SDG) else []),
            drawing=drawing,
            file=file,
        )
        yield from self.written(iri, page, extra or [])

    def within(self, iri: str) -> list[tuple[str, list[Link]]]:
        """Return the goal of a target, and the targets of a goal that are spoken of."""
        if not iri.startswith(SDG):
            return []
        notation = iri.removeprefix(SDG)
        goal, _, target = notation.partition(".")
        if target:
            return [("Target of", [Link(goal_label(goal), f"sdg/{goal}.html")])]
        known = sorted(page for page in self.corpus.goals if page.startswith(f"sdg/{notation}."))
        targets = [self.corpus.goals[page].link for page in known if page != f"sdg/{notation}.html"]
        return [("Targets", targets)] if targets else []

    def goal(self, iri: str) -> Iterator[tuple[str, str]]:
        words = goal_label(iri.removeprefix(SDG))
        extra = [(f"<{iri}>", LABEL, text(words, "en"))]
        yield from self.subject(
            iri, "goal of the 2030 Agenda", self.corpus.goals.get(self.addresses.page(iri)), words, extra
        )

    def forums(self) -> Iterator[tuple[str, str]]:
        """Yield editions, and the forums they are of; a forum has the sessions of its editions."""
        forums: dict[str, list[str]] = {}
        for page in self.corpus.forums:
            iri = self.iri(page)
            whole = self.nodes.one(f"<{iri}>", forum.partOf)
            forums.setdefault(whole[1:-1] if whole else iri, []).append(page)
            if whole:
                yield from self.subject(iri, "edition", self.corpus.forums[page])
        for iri, pages in forums.items():
            file = SubjectFile(Link(self.nodes.label(f"<{iri}>"), self.addresses.page(iri)))
            unique = {session.page: session for page in pages for session in self.corpus.forums[page].sessions}
            file.sessions = sorted(unique.values(), key=lambda each: (each.date, each.page))
            if self.addresses.page(iri) not in self.corpus.actors:
                yield from self.subject(iri, "forum", file)


def labels(nodes: Nodes) -> Mapping[str, Link]:
    """Return how the fields of a session are called, by the name of their property."""
    return {
        node.rstrip(">").rpartition("#")[2]: Link(nodes.label(node), f"ontology.html#{node[1:-1].rpartition('#')[2]}")
        for node in nodes.about
        if node.startswith(f"<{PREFIXES['forum']}")
    }
