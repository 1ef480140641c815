"""The review layer of a document: decisions about it as data, and what they add, correct and take out of view. What was stated is not touched.

A thing that was rejected stays where it was stated and gets `forum:rejectedBy`; `reviewed` shows the graph without it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.decided import corrections
from forumgraph.graph.decided.corrections import RULE
from forumgraph.graph.decided.judgements import say_decision
from forumgraph.graph.decided.layered import Layered
from forumgraph.graph.decided.quoting import locate
from forumgraph.graph.decided.renames import link_nodes
from forumgraph.graph.linked.deriving import link_themes
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import Mint, sdg
from forumgraph.graph.stated.mapping import FIELDS, Point, say_point
from forumgraph.model import Issue, Recommendation
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.stated.briefs import Ruling
    from forumgraph.graph.stated.decisions import Decision
    from forumgraph.graph.stated.draft import Draft
    from forumgraph.graph.stated.mapping import Stated
    from forumgraph.model import Span

_GONE, _ODD = "DEC001", "DEC003"
_JUDGED = {"accept": forum.acceptedBy, "reject": forum.rejectedBy, "correct": forum.correctedBy}
_LINKS = {"issue": forum.hasIssue, "recommendation": forum.hasRecommendation}
_CLASSES = {"issue": forum.Issue, "recommendation": forum.Recommendation}


class Trouble(ValueError):
    """A decision cannot be applied to the document.

    Attributes:
        code: `DEC001` where its words are gone, `DEC003` where it asks for what cannot be.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Review:
    """What decisions came to in one document.

    Attributes:
        triples: of the review layer, each once.
        troubles: identity of a decision that was not applied, code of the finding, and why.
    """

    triples: list[Triple] = field(default_factory=list)
    troubles: tuple[tuple[str, str, str], ...] = ()


def review(stated: Stated, said: Iterable[Triple], derived: Iterable[Triple]) -> Review:
    """Apply what was decided about a document, which its draft carries.

    Args:
        stated: as it was read, without corrections.
        said: the stated layer.
        derived: the derived layer, in which names and themes follow the decisions already.
    """
    if not stated.draft.brief.decided():
        return Review()
    work = _Reviewing(stated)
    work.index.read(said)
    work.index.read(derived)
    return work.run()


class _Reviewing:
    def __init__(self, stated: Stated) -> None:
        self.stated = stated
        self.draft: Draft = stated.draft.follow()
        self.index = Layered()
        self.told: set[str] = set()

    def run(self) -> Review:
        brief, troubles = self.draft.brief, []
        self.rulings()
        for decision in brief.decisions:
            if decision.identity in self.told:
                continue
            try:
                _APPLY[decision.kind](self, decision)
            except Trouble as trouble:
                troubles.append((decision.identity, trouble.code, str(trouble)))
            except ValueError as fault:  # a cell of the sheet that no term of a graph can hold
                troubles.append((decision.identity, "DEC003", str(fault)))
        return Review(list(dict.fromkeys(self.draft.triples)), tuple(troubles))

    @property
    def text(self) -> str:
        return self.draft.report.document.text

    def span(self, quote: str, within: Span | None = None) -> Span:
        found = locate(self.text, quote, within)
        if found is None:
            raise Trouble(_GONE, "the words are not in the document any more")
        return found

    def judge(self, thing: str, decision: Decision, node: str) -> None:
        """Say by which decision something was accepted, rejected, corrected or else decided."""
        self.draft.say(thing, _JUDGED.get(decision.verdict, forum.decidedBy), node)

    def rulings(self) -> None:
        """Describe the decisions about names that the document has, wherever they were taken."""
        for name, ruling in self.draft.brief.rulings.items():
            for mention in self.stated.participants.called(name):
                self.ruling(mention, ruling)

    def ruling(self, mention: str, ruling: Ruling) -> None:
        """Describe the decision about one name of the document."""
        span = self.draft.spans.get(mention[1:-1])
        if mention not in self.index.nodes or span is None:
            return
        decision = ruling.decision
        here = locate(self.text, decision.quote) if decision.document == self.draft.mint.name else None
        body = () if ruling.nobody else (ruling.entry or self.index.denoted[mention],)
        node = say_decision(self.draft, decision, here or span, *body)
        self.told.add(decision.identity)
        how = forum.rejectedBy if ruling.nobody else forum.decidedBy
        for thing in (mention, *(self.index.parts[mention] if ruling.nobody else ())):
            self.draft.say(thing, how, node)

    def actor(self, decision: Decision) -> None:
        say_decision(self.draft, decision, self.span(decision.quote))

    def finding(self, decision: Decision) -> None:
        if decision.verdict == "correct":
            self.field(decision)
        else:
            say_decision(self.draft, decision, self.span(decision.quote) if decision.quote else None)

    def pair(self, decision: Decision) -> None:
        here = decision.document == self.draft.mint.name
        quote = decision.quote if here else decision.other_quote
        node = say_decision(self.draft, decision, self.span(quote))
        if decision.verdict == "merge":
            self.merge(quote, node)
        elif here:
            for link in self.links(decision):
                self.judge(link, decision, node)

    def links(self, decision: Decision) -> list[str]:
        """Return the links that a decision means: the one it names, or those of points of its words, which have other names where a document has."""
        if not decision.renamed:
            return [terms.iri(decision.about)]
        span, mint = self.span(decision.quote), self.draft.mint
        own = {
            "followup": lambda: [mint.passage(span.start, span.end)],
            "meeting": lambda: [Mint(mint.name, mint.space).session(decision.quote)],
        }
        ends = own.get(decision.kind, lambda: self.index.points(decision.quote))()
        return link_nodes(decision, mint, ends)

    def merge(self, quote: str, decision: str) -> None:
        """Say that points of these words say the same as those of another document; `linking` joins the two ends."""
        points = self.index.points(quote)
        if not points:
            raise Trouble(_GONE, "no issue, recommendation or demand has these words any more")
        asking = [point for point in points if self.index.kinds[point] != "issue"]
        for point in (asking or points)[:1]:
            self.draft.say(point, forum.decidedBy, decision)

    def target(self, decision: Decision) -> None:
        points = self.index.points(decision.quote)
        if not points:
            raise Trouble(_GONE, "no issue, recommendation or demand has these words any more")
        target = sdg(decision.about)
        node = say_decision(self.draft, decision, self.span(decision.quote), target)
        for point in points:
            suggestion = self.draft.mint.sdg_suggestion(point, target)
            known = suggestion in self.index.nodes
            self.draft.say(suggestion if known else point, forum.acceptedBy if known else forum.decidedBy, node)

    def theme(self, decision: Decision) -> None:
        span = self.span(decision.quote)
        points = self.index.points(decision.quote)
        if not points:
            raise Trouble(_GONE, "no issue or recommendation has these words any more")
        given = decision.value if decision.verdict == "add" else decision.about
        theme = terms.iri(corrections.theme_of(given))
        node = say_decision(self.draft, decision, span, theme)
        for point in points:
            link = self.draft.mint.theme_link(point, theme)
            if link in self.index.nodes:
                self.draft.say(link, forum.acceptedBy, node)
            elif decision.verdict == "add":
                self.link(point, theme, span, node)
            else:
                self.draft.say(point, forum.decidedBy, node)

    def link(self, point: str, theme: str, span: Span, decision: str) -> None:
        """Link a point to a theme because a person said so."""
        draft, link = self.draft, self.draft.mint.theme_link(point, theme)
        draft.node(link, "A theme that a person added", forum.ThemeLink)
        draft.say(link, forum.linkOf, point)
        draft.say(link, forum.theme, theme)
        draft.say(link, forum.score, terms.decimal(1.0))
        draft.say(link, forum.matchedWords, draft.words(span.of(self.text)))
        draft.say(link, forum.decidedBy, decision)
        draft.ground(link, span, RULE)
        draft.say(point, forum.hasTheme, theme)

    def item(self, decision: Decision) -> None:
        span = self.span(decision.quote)
        points = [node for node in self.index.points(decision.quote) if self.index.kinds[node] != "demand"]
        kind = decision.value if decision.value in _LINKS else "issue"
        fitting = [node for node in points if self.index.kinds[node] == kind or not decision.value]
        if decision.verdict == "split":
            parts = [self.part(each, span) for each in decision.value.split("|")]
            kind = self.index.kinds[points[0]] if points else "issue"
        else:
            parts = [] if fitting or decision.verdict == "reject" else [span]
        session = corrections.session_at(self.stated.sessions, span)
        if parts and session is None:
            raise Trouble(_ODD, "the document tells of no session that could have the item")
        node = say_decision(self.draft, decision, span)
        for point in points:
            self.judge_point(point, node, keep=point in fitting and decision.verdict not in {"reject", "split"})
        for part in parts:
            assert session is not None
            self.add(kind, part, session[0], node)

    def part(self, words: str, within: Span) -> Span:
        found = locate(self.text, words, within)
        if found is None:
            raise Trouble(_ODD, f"“{words.strip()}” is not among the quoted words")
        return found

    def judge_point(self, point: str, node: str, *, keep: bool) -> None:
        """Accept a point, or take it and the demands found in it out of view."""
        for each in [point] if keep else [point, *self.index.parts[point]]:
            self.draft.say(each, forum.acceptedBy if keep else forum.rejectedBy, node)

    def add(self, kind: str, span: Span, session: str, decision: str) -> None:
        """Add words as an issue or recommendation, with the themes they have."""
        words = " ".join(span.of(self.text).split())
        value = Issue(words, span, RULE) if kind == "issue" else Recommendation(words, span, RULE)
        name = say_point(self.draft, kind, value, _CLASSES[kind])
        self.draft.say(session, _LINKS[kind], name)
        self.draft.say(name, forum.decidedBy, decision)
        link_themes(self.draft, Point(name, session, value))

    def field(self, decision: Decision) -> None:
        place = corrections.place_of(self.stated, decision)
        if place is None:
            self.span(decision.quote or "\0")
            raise Trouble(_ODD, "it is not clear which session is meant; quote words of it")
        session, told, span = place
        name, value = corrections.correction(decision)
        read = self.draft.mint.reading(session, name)
        if read not in self.index.nodes and decision.verdict != "correct":
            raise Trouble(_ODD, f"the document gives no {name} that could be judged")
        node = say_decision(self.draft, decision, span or corrections.grounds(told, name))
        if read in self.index.nodes:
            self.judge(read, decision, node)
        if decision.verdict == "correct":
            self.reading(session, name, value, span or corrections.grounds(told, name), node)

    def reading(self, session: str, name: str, value: str, span: Span, decision: str) -> None:
        """Give a field of a session another value, with the words that were corrected."""
        draft, predicate = self.draft, FIELDS[name]
        reading = draft.mint.reading(session, name, f"{RULE} {value}")
        draft.say(session, predicate, corrections.token(name, value, draft.report.language))
        draft.node(reading, f"{name.replace('_', ' ')} by decision", forum.Reading)
        draft.say(session, forum.hasReading, reading)
        draft.say(reading, forum.readsField, terms.iri(predicate))
        draft.say(reading, forum.asStated, draft.words(span.of(self.text)))
        draft.say(reading, forum.value, terms.text(value))
        draft.say(reading, forum.decidedBy, decision)
        draft.ground(reading, span, RULE)


_APPLY: Mapping[str, Callable[[_Reviewing, Decision], None]] = {
    "actor": _Reviewing.actor,
    "field": _Reviewing.field,
    "finding": _Reviewing.finding,
    "followup": _Reviewing.pair,
    "item": _Reviewing.item,
    "meeting": _Reviewing.pair,
    "pair": _Reviewing.pair,
    "target": _Reviewing.target,
    "theme": _Reviewing.theme,
}
