"""From the triples of one document to what its pages show."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forumgraph.graph.rdf.terms import RDF_TYPE, language_of, plain
from forumgraph.graph.shown.exhibits import (
    DocumentShown,
    Link,
    Mention,
    Part,
    PointShown,
    Quote,
    Reading,
    SentenceShown,
    SessionShown,
    ThemeShown,
)
from forumgraph.graph.shown.goals import goal_label
from forumgraph.graph.shown.noting import notes
from forumgraph.ontology import SDG, forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.graph.rdf.addresses import Addresses
    from forumgraph.graph.rdf.nodes import Nodes

_KINDS = ((forum.hasIssue, "issue"), (forum.hasRecommendation, "recommendation"), (forum.hasDemand, "demand"))


def exhibit(
    nodes: Nodes,
    document: str,
    coverage: str,
    text: str,
    addresses: Addresses,
    *,
    also: Mapping[str, tuple[Link, ...]],
) -> DocumentShown:
    """Return what the pages of a document show.

    Args:
        nodes: all layers of the document.
        document: what it is called in IRIs.
        coverage: the JSON of its sentences.
        text: normalised, as the offsets count it.
        also: other documents that tell of its meetings, by tokens of sessions.
    """
    return _Exhibition(nodes, f"<{addresses.base}document/{document}>", addresses, also).run(json.loads(coverage), text)


@dataclass(frozen=True, slots=True)
class _Exhibition:
    nodes: Nodes
    document: str
    addresses: Addresses
    also: Mapping[str, tuple[Link, ...]]
    quotes: dict[str, Quote] = field(default_factory=dict)

    def run(self, coverage: dict[str, Any], text: str) -> DocumentShown:
        nodes, node = self.nodes, self.document
        sessions = tuple(self.session(each) for each in nodes.all(node, forum.tells))
        for passage in nodes.back(node, forum.inDocument):
            self.quoted(passage)
        mentions = tuple(self.mention(each) for each in sorted(_mentions(nodes)))
        return DocumentShown(
            iri=node[1:-1],
            page=self.addresses.page(node[1:-1]),
            id=str(coverage["document"]),
            file=nodes.words(node, forum.fileName),
            media_type=nodes.words(node, forum.mediaType),
            sha256=nodes.words(node, forum.sha256),
            kind=self.maybe(nodes.one(node, forum.documentKind)),
            language=nodes.words(node, forum.language),
            text=text,
            sentences=tuple(
                SentenceShown(each["start"], each["end"], str(each.get("reason", ""))) for each in coverage["list"]
            ),
            quotes=tuple(sorted(self.quotes.values(), key=lambda each: (each.start, -each.end))),
            notes=notes(nodes, self.quotes, self.link),
            sessions=tuple(sorted(sessions, key=lambda each: (_start(each.quote), each.iri))),
            mentions=tuple(sorted(mentions, key=lambda each: _start(each.quote))),
        )

    def link(self, node: str, label: str = "") -> Link:
        """Return the link to a node; goals have names that no file of the ontology tells."""
        iri = node[1:-1]
        words = goal_label(iri.removeprefix(SDG)) if iri.startswith(SDG) else self.nodes.label(node)
        return Link(label or words, self.addresses.page(iri))

    def maybe(self, node: str) -> Link | None:
        return self.link(node) if node else None

    def links(self, node: str, predicate: str) -> tuple[Link, ...]:
        return tuple(self.link(each) for each in self.nodes.all(node, predicate))

    def quoted(self, passage: str) -> Quote | None:
        """Return a passage, made once."""
        if not passage:
            return None
        if passage not in self.quotes:
            nodes = self.nodes
            exact = nodes.one(passage, forum.exact)
            self.quotes[passage] = Quote(
                page=self.addresses.page(passage[1:-1]),
                start=int(nodes.words(passage, forum.start) or 0),
                end=int(nodes.words(passage, forum.end) or 0),
                exact=nodes.words(passage, forum.exact),
                prefix=nodes.words(passage, forum.prefix),
                suffix=nodes.words(passage, forum.suffix),
                sheet=int(nodes.words(passage, forum.page) or 0),
                line=int(nodes.words(passage, forum.line) or 0),
                language=language_of(exact) if exact else "",
            )
        return self.quotes[passage]

    def quote(self, node: str) -> Quote | None:
        return self.quoted(self.nodes.one(node, forum.passage))

    def session(self, node: str) -> SessionShown:
        nodes = self.nodes
        title, date = nodes.one(node, forum.title), nodes.words(node, forum.date)
        link = self.link(node, nodes.words(node, forum.title))
        parts = [self.part(each) for each in nodes.all(node, forum.hasParticipation)]
        readings = [self.reading(each) for each in nodes.all(node, forum.hasReading)]
        points = {each: self.point(each, kind, link, date) for has, kind in _KINDS for each in nodes.all(node, has)}
        kinds = Counter(point.kind for point in points.values())
        where = [nodes.words(node, each) for each in (forum.venue, forum.city, forum.country)]
        kind, document = nodes.one(node, forum.sessionType), self.document
        return SessionShown(
            iri=node[1:-1],
            page=link.page,
            title=link.label,
            language=language_of(title) if title else "",
            kind=self.link(kind).label if kind else "",
            mode=self.maybe(nodes.one(node, forum.mode)),
            date=date,
            end_date=nodes.words(node, forum.endDate),
            start_time=nodes.words(node, forum.startTime)[:5],
            end_time=nodes.words(node, forum.endTime)[:5],
            zone=nodes.words(node, forum.timeZone),
            starts=nodes.words(node, forum.startsAt),
            ends=nodes.words(node, forum.endsAt),
            where=", ".join(dict.fromkeys(filter(None, where))),
            quote=self.quote(node),
            readings=tuple(sorted(readings, key=lambda each: (_start(each.quote), each.field))),
            part_of=self.part_of(node),
            parts=tuple(sorted(parts, key=lambda each: (_start(each.quote), each.name))),
            sdgs=self.links(node, forum.hasSdg),
            points=tuple(sorted(points.values(), key=lambda each: (_start(each.quote), each.iri))),
            issues=kinds["issue"],
            recommendations=kinds["recommendation"],
            demands=kinds["demand"],
            document=Link(nodes.words(document, forum.fileName), self.addresses.page(document[1:-1])),
            also=self.also.get(node, ()),
        )

    def part_of(self, node: str) -> tuple[Link, ...]:
        """Return the forums and editions that have pages: for a forum as the document names it what it stands for, and not a forum beside its edition."""
        found: dict[str, Link] = {}
        for whole in self.nodes.all(node, forum.partOf):
            known = self.nodes.one(whole, forum.denotes) or whole
            if self.addresses.stem(known[1:-1]):
                found[known] = self.link(known)
        told = {each for node in found for each in self.nodes.all(node, forum.partOf)}
        return tuple(found[each] for each in sorted(found) if each not in told)

    def reading(self, node: str) -> Reading:
        nodes = self.nodes
        field = nodes.one(node, forum.readsField).rstrip(">").rpartition("#")[2]
        stated, value = nodes.words(node, forum.asStated), nodes.words(node, forum.value)
        return Reading(field, stated, value, nodes.words(node, forum.rule), self.quote(node))

    def who(self, mention: str) -> Link:
        """Return the actor that a mention stands for, else the mention by its name."""
        known = self.nodes.one(mention, forum.denotes)
        return self.link(known, self.nodes.words(known, forum.name)) if known else Link(self.nodes.label(mention))

    def part(self, node: str) -> Part:
        nodes = self.nodes
        mention = nodes.one(node, forum.participant)
        roles = [*nodes.all(node, forum.role), *nodes.all(node, forum.alsoRole)]
        return Part(
            actor=self.who(mention),
            name=nodes.words(mention, forum.name),
            roles=tuple(dict.fromkeys(nodes.label(each) for each in roles)),
            behalf=tuple(self.who(each) for each in nodes.all(node, forum.onBehalfOf)),
            quote=self.quote(node),
        )

    def mention(self, node: str) -> Mention:
        nodes = self.nodes
        method = next((nodes.words(each, forum.method) for each in nodes.back(node, forum.resolves)), "")
        words = nodes.words(node, forum.name)
        return Mention(words, nodes.words(node, forum.acronym), self.who(node), method, self.quote(node))

    def theme(self, link: str) -> ThemeShown:
        nodes = self.nodes
        words = nodes.words(link, forum.matchedWords)
        return ThemeShown(
            self.link(nodes.one(link, forum.theme)), nodes.words(link, forum.score), words, self.quote(link)
        )

    def point(self, node: str, kind: str, session: Link, date: str) -> PointShown:
        nodes = self.nodes
        text = nodes.one(node, forum.text)
        link = self.link(node)
        themes = [self.theme(each) for each in nodes.back(node, forum.linkOf)]
        themes.sort(key=lambda each: (-float(each.score or 0), each.theme.label))
        quote = self.quote(node)
        made_by, raised_by = (
            tuple(self.who(each) for each in nodes.all(node, by)) for by in (forum.madeBy, forum.raisedBy)
        )
        return PointShown(
            iri=node[1:-1],
            page=link.page,
            kind=kind,
            text=nodes.words(node, forum.text),
            label=link.label,
            language=language_of(text) if text else "",
            number=nodes.words(node, forum.number),
            heading=nodes.words(node, forum.headingText),
            rule=nodes.words(node, forum.rule),
            quote=quote,
            source=quote.page if quote else "",
            session=session,
            date=date,
            strength=self.maybe(nodes.one(node, forum.strength)),
            addressee=nodes.words(node, forum.addressee),
            to=self.links(node, forum.addressedTo),
            made_by=made_by,
            raised_by=raised_by,
            by=(*made_by, *raised_by),
            sdgs=self.links(node, forum.hasSdg),
            themes=tuple(each.theme for each in themes),
            because=tuple(themes),
            answers=self.links(node, forum.answers),
            answered_by=tuple(self.link(each) for each in nodes.back(node, forum.answers)),
            demanded_in=self.links(node, forum.demandedIn),
            demands=tuple(self.link(each) for each in nodes.back(node, forum.demandedIn)),
        )


def _mentions(nodes: Nodes) -> Iterator[str]:
    """Yield the actors as the document names them: those that were resolved to somebody."""
    for resolution in nodes.of_class(forum.Resolution):
        node = nodes.one(resolution, forum.resolves)
        if f"<{forum.Forum}>" not in nodes.all(node, plain(RDF_TYPE)):
            yield node


def _start(quote: Quote | None) -> int:
    return quote.start if quote else 0
