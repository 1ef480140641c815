"""The triples of one layer of one document while they are being written."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, Triple, integer, text
from forumgraph.graph.stated.briefs import Brief
from forumgraph.model import Place
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from forumgraph.graph.rdf.identifiers import Mint
    from forumgraph.model import Block, Report, Span

_AROUND = 32
_LONGEST_LABEL = 200


def shortened(words: str, limit: int = _LONGEST_LABEL) -> str:
    """Return words on one line, cut between two of them where they are too long for a label.

    >>> shortened("We need a better coordination mechanism", 20)
    'We need a better…'
    """
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]}…"


@dataclass(slots=True)
class Draft:
    """A growing list of triples, with the passages they rest on.

    Attributes:
        passages: those that were described already, in this layer or in one it follows.
        spans: where the source speaks of a node, from its IRI without brackets.
        brief: what a person decided about the document.
    """

    report: Report
    mint: Mint
    triples: list[Triple] = field(default_factory=list)
    passages: set[str] = field(default_factory=set)
    spans: dict[str, Span] = field(default_factory=dict)
    brief: Brief = field(default_factory=Brief)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [block.span.start for block in self.report.document.blocks]

    def follow(self) -> Draft:
        """Return an empty draft of a later layer of the same document."""
        return Draft(self.report, self.mint, passages=set(self.passages), spans=self.spans, brief=self.brief)

    def say(self, subject: str, predicate: str, value: str) -> None:
        """Add one triple; the predicate is a term of the vocabulary, subject and value are tokens."""
        self.triples.append((subject, f"<{predicate}>", value))

    def node(self, subject: str, label: str, *classes: str) -> None:
        """Say what a node is and what to call it."""
        for each in classes:
            self.triples.append((subject, RDF_TYPE, f"<{each}>"))
        self.triples.append((subject, LABEL, text(shortened(label))))

    def words(self, value: str) -> str:
        """Return the token of words of the document, in its language."""
        return text(value, self.report.language)

    def ground(self, subject: str, span: Span, rule: str) -> None:
        """Say from which words a node was read, and by which rule."""
        self.say(subject, forum.passage, self.passage(span))
        if rule:
            self.say(subject, forum.rule, text(rule))
        self.spans.setdefault(subject[1:-1], span)

    def passage(self, span: Span) -> str:
        """Return the passage of a span, and describe it where that was not yet done."""
        name = self.mint.passage(span.start, span.end)
        if name not in self.passages:
            self.passages.add(name)
            self._describe(name, span)
        return name

    def place(self, span: Span) -> Place:
        """Return where a person finds a span."""
        block = self._block(span)
        words = shortened(span.of(self.report.document.text))
        return Place(
            self.report.document.source.name, block.page if block else 0, block.line if block else 0, span, words
        )

    def _block(self, span: Span) -> Block | None:
        index = bisect_right(self._starts, span.start) - 1
        if not self._starts:
            return None
        return self.report.document.blocks[max(index, 0)]

    def _describe(self, name: str, span: Span) -> None:
        content = self.report.document.text
        exact = span.of(content)
        self.node(name, f"“{shortened(exact, 60)}”", forum.Passage)
        self.say(name, forum.inDocument, self.mint.document())
        self.say(name, forum.exact, self.words(exact))
        before, after = content[max(span.start - _AROUND, 0) : span.start], content[span.end : span.end + _AROUND]
        for predicate, words in ((forum.prefix, before), (forum.suffix, after)):
            if words:
                self.say(name, predicate, self.words(words))
        self.say(name, forum.start, integer(span.start))
        self.say(name, forum.end, integer(span.end))
        place = self._block(span)
        for predicate, count in ((forum.page, place.page if place else 0), (forum.line, place.line if place else 0)):
            if count:
                self.say(name, predicate, integer(count))
        self.spans[name[1:-1]] = span
