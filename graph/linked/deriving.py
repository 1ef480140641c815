"""What was derived from what a document states: whom its names stand for, times in UTC, demands inside issues, themes, targets, and which issue is answered.

Every judgement has a node of its own with its rule, its score and the words that speak for it; the direct statements beside it are for short queries.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from forumgraph.graph.linked import themes
from forumgraph.graph.linked.followups import tellings
from forumgraph.graph.linked.replies import answer
from forumgraph.graph.linked.resolving import Resolver, resolve_all
from forumgraph.graph.linked.suggesting import ThemeReason, suggest_targets
from forumgraph.graph.names.authority import Authority, authority
from forumgraph.graph.rdf import terms
from forumgraph.graph.stated.mapping import Point, Stated, say_point, say_request
from forumgraph.graph.stated.participants import Participants
from forumgraph.model import Issue, Recommendation, Span
from forumgraph.ontology import PREFIXES, forum
from forumgraph.zones import zone_offset

if TYPE_CHECKING:
    from forumgraph.graph.linked.themes import ThemeMatch
    from forumgraph.graph.linked.thesauri import Brought
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.stated.draft import Draft
    from forumgraph.model import Fact, Session

_DAY = 10


def derive(stated: Stated, known: Authority | None = None, thesauri: tuple[Brought, ...] = ()) -> list[Triple]:
    """Return the derived layer of a document, each triple once, in the order in which it was derived.

    Args:
        known: the authority file; the one that comes with forumgraph where none is given.
        thesauri: in which themes are looked for beside the own scheme.
    """
    draft = stated.draft.follow()
    resolver = Resolver(draft, known or authority())
    demands = _demands(draft, stated)
    resolve_all(resolver, stated)
    for node, session in stated.sessions:
        _times(draft, node, session)
        _place(draft, node, session, resolver)
    for point in (*stated.points, *demands):
        _addressees(draft, point, resolver)
    _themes(draft, (*stated.points, *demands), stated.points, thesauri)
    for telling in tellings(draft.report):
        draft.passage(telling.span)
    return list(dict.fromkeys(draft.triples))


def _demands(draft: Draft, stated: Stated) -> list[Point]:
    """Describe what issues ask for; actors that only a demand names join the others."""
    participants = Participants(draft)
    participants.mentions, participants.posts = stated.participants.mentions, stated.participants.posts
    issues = [point for point in stated.points if isinstance(point.value, Issue)]
    demands = []
    for session, told in stated.sessions:
        for value in told.recommendations:
            if value.derived:
                name = say_point(draft, "demand", value, forum.Demand)
                draft.say(session, forum.hasDemand, name)
                say_request(draft, name, value, participants.named)
                for issue in issues:
                    if issue.session == session and value.span.within(issue.value.span):
                        draft.say(name, forum.demandedIn, issue.node)
                demands.append(Point(name, session, value))
    return demands


def _times(draft: Draft, node: str, session: Session) -> None:
    """Say when a session was in UTC, where its date is a day and its zone is known on that day."""
    if not (session.timezone and session.date and session.start_time and len(session.date.value) == _DAY):
        return
    offset = zone_offset(session.timezone.value, session.date.value)
    start = _moment(session.date.value, session.start_time, offset)
    if start is None:
        return
    draft.say(node, forum.startsAt, terms.date_time(f"{start:%Y-%m-%dT%H:%M:%SZ}"))
    last = session.end_date.value if session.end_date else session.date.value
    end = _moment(last, session.end_time, offset)
    if end and end > start:
        draft.say(node, forum.endsAt, terms.date_time(f"{end:%Y-%m-%dT%H:%M:%SZ}"))


def _moment(day: str, time: Fact | None, offset: int | None) -> datetime | None:
    if time is None or offset is None:
        return None
    try:
        return datetime.fromisoformat(f"{day}T{time.value}") - timedelta(minutes=offset)
    except (ValueError, OverflowError):
        return None


def _place(draft: Draft, node: str, session: Session, resolver: Resolver) -> None:
    if session.country is None:
        return
    places = [entry for entry in resolver.authority.of_name(session.country.value) if entry.place]
    if len(places) == 1:
        draft.say(node, forum.place, places[0].node)


def _addressees(draft: Draft, point: Point, resolver: Resolver) -> None:
    if isinstance(point.value, Recommendation) and point.value.addressee:
        for actor in resolver.addressees(point.value.addressee.value):
            draft.say(point.node, forum.addressedTo, actor)


def _themes(draft: Draft, points: tuple[Point, ...], stated: tuple[Point, ...], thesauri: tuple[Brought, ...]) -> None:
    links = {point.node: link_themes(draft, point, thesauri) for point in points}
    for point in points:
        suggest_targets(draft, point, links[point.node])
    answer(draft, stated, links)


def link_themes(draft: Draft, point: Point, thesauri: tuple[Brought, ...] = ()) -> dict[str, ThemeReason]:
    """Link a point to its themes, and return the reason for each."""
    words, language = point.value.span.of(draft.report.document.text), draft.report.language
    links: dict[str, ThemeReason] = {}
    for each in (None, *thesauri):
        for match in each.words.suggest(words, language) if each else themes.suggest(words, language):
            theme = terms.iri(match.theme)
            if theme in links or draft.brief.refuses(words, match.theme):
                continue
            if each:
                draft.node(theme, each.name(match.theme)[0], f"{PREFIXES['skos']}Concept")
            links[theme] = _link(draft, point, match, "themes.thesaurus" if each else "themes.label")
    return links


def _link(draft: Draft, point: Point, match: ThemeMatch, rule: str) -> ThemeReason:
    start, theme = point.value.span.start, terms.iri(match.theme)
    link = draft.mint.theme_link(point.node, theme)
    draft.node(link, f"“{match.words}” as a theme", forum.ThemeLink)
    draft.say(link, forum.linkOf, point.node)
    draft.say(link, forum.theme, theme)
    draft.say(link, forum.score, terms.decimal(match.score))
    draft.say(link, forum.matchedWords, draft.words(match.words))
    draft.ground(link, Span(start + match.start, start + match.end), rule)
    draft.say(point.node, forum.hasTheme, theme)
    return ThemeReason(link, match)
