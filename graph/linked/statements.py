"""What the linking of documents needs to know of each: its statements as stems, and its sentences that tell what became of something.

It is drawn from the graphs of a document while they are made, kept with its part of the publication, and small enough that a whole corpus fits in memory.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field, fields
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING

from forumgraph.graph.linked.followups import tellings
from forumgraph.graph.linked.stems import content
from forumgraph.graph.rdf.identifiers import Mint, Namespace
from forumgraph.graph.rdf.terms import RDF_TYPE, language_of, plain
from forumgraph.graph.stated.mapping import session_node
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.model import Report

_LINKS = (forum.hasIssue, forum.hasRecommendation, forum.hasDemand)
_READ = frozenset(
    f"<{each}>" for each in (forum.text, forum.name, *_LINKS, forum.raisedBy, forum.madeBy, forum.demandedIn)
) | {RDF_TYPE}
_ACRONYM = r"(?: ?\([^()]{1,20}\))?"


@dataclass(frozen=True, slots=True)
class Statement:
    """One issue, recommendation or demand; or a sentence that tells what became of an earlier one.

    Attributes:
        node: token of the point, or of the passage of the sentence.
        document: what its document is called in IRIs.
        date: of its session, as precise as it is known; empty when it is not.
        asks: whether it asks for something.
        stems: of its weighty words, each once, in the order of the text.
        words: the words these stems are of.
        state: what the sentence says became of something (a notation); empty for a point.
        cue: the words that say so.
        sentence: the whole sentence, or all words of a point.
    """

    node: str
    document: str
    date: str
    language: str
    asks: bool
    stems: tuple[str, ...]
    words: tuple[str, ...]
    state: str = ""
    cue: str = ""
    sentence: str = ""


_FIELDS = attrgetter(*(each.name for each in fields(Statement)))


def statements(report: Report, triples: Iterable[Triple], base: str) -> list[Statement]:
    """Return the statements of a document, points first, each group in the order of the text.

    Who says something is no part of what is said: two requests of one group are not alike for being its own. An issue whose words are those of a demand found in it is left to the demand.

    Args:
        triples: what the document states and what was derived from it.
        base: absolute IRI that ends with a slash.
    """
    mint, rows = Mint(report.document.source.name, Namespace(base)), list(triples)
    dates = {node: plain(value) for node, predicate, value in rows if predicate == f"<{forum.date}>"}
    return [*_points(mint.id, rows, dates), *_tellings(report, mint, dates)]


@dataclass(slots=True)
class _Told:
    """What the graphs of a document tell of its points."""

    texts: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    asking: set[str] = field(default_factory=set)
    demands: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    speakers: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> _Told:
        told = cls()
        for subject, predicate, value in [each for each in triples if each[1] in _READ]:
            match plain(predicate):
                case forum.text:
                    told.texts[subject] = value
                case forum.name:
                    told.names[subject] = plain(value)
                case link if link in _LINKS:
                    told.sessions[value] = subject
                case forum.raisedBy | forum.madeBy:
                    told.speakers[subject].add(value)
                case forum.demandedIn:
                    told.demands[value].add(subject)
                    told.speakers[subject].add(value)
                case _ if predicate == RDF_TYPE and value in {f"<{forum.Recommendation}>", f"<{forum.Demand}>"}:
                    told.asking.add(subject)
        return told

    def said(self, node: str) -> str:
        """Return the words of a point, without the names of those who brought it up; a demand has those of its issue."""
        own = {each for one in self.speakers[node] for each in (one, *self.speakers.get(one, ()))}
        return unattributed(plain(self.texts[node]), sorted(self.names[each] for each in own if each in self.names))


def _points(document: str, triples: Iterable[Triple], dates: Mapping[str, str]) -> Iterator[Statement]:
    told = _Told.of(triples)
    for node in sorted(told.texts):
        if told.texts[node] in {told.texts[demand] for demand in told.demands[node]}:
            continue
        language = language_of(told.texts[node])
        pairs = content(told.said(node), language)
        yield Statement(
            node,
            document,
            dates.get(told.sessions.get(node, ""), ""),
            language,
            node in told.asking,
            tuple(s for s, _ in pairs),
            tuple(w for _, w in pairs),
            sentence=plain(told.texts[node]),
        )


def unattributed(words: str, speakers: Iterable[str]) -> str:
    """Return what is said without the names of those who say it, where these are proper names: young people ask for a place of their own.

    >>> unattributed("The Harbour Towns Network (HTN) asked for ramps.", ["Harbour Towns Network"])
    'The  asked for ramps.'
    >>> unattributed("Young people ask for a place.", ["Young people"])
    'Young people ask for a place.'
    """
    for name in speakers:
        if name.isupper() or any(word[0].isupper() for word in name.split()[1:]):
            words = re.sub(re.escape(name) + _ACRONYM, "", words, count=1, flags=re.IGNORECASE)
    return words


def _tellings(report: Report, mint: Mint, known: Mapping[str, str]) -> Iterator[Statement]:
    text = report.document.text
    days = [(each.span, known.get(session_node(mint, each, text), "")) for each in report.sessions]
    for telling in tellings(report):
        sentence, cue = telling.span.of(text), telling.cue
        pairs = content(f"{sentence[: cue.start]} {sentence[cue.end :]}", report.language)
        dates = [day for span, day in days if day and telling.span.within(span)] or [day for _, day in days if day]
        yield Statement(
            mint.passage(telling.span.start, telling.span.end),
            mint.id,
            dates[0] if dates else "",
            report.language,
            asks=False,
            stems=tuple(s for s, _ in pairs),
            words=tuple(w for _, w in pairs),
            state=cue.state,
            cue=cue.words,
            sentence=sentence,
        )


def pack(rows: Sequence[Statement]) -> bytes:
    """Write statements so that `unpack` reads them."""
    return json.dumps([_FIELDS(row) for row in rows], ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes) -> list[Statement]:
    """Read what `pack` wrote; words that recur are held once.

    >>> row = Statement("<urn:a>", "d", "2017", "en", True, ("visa",), ("visas",))
    >>> unpack(pack([row])) == [row]
    True
    """
    return [
        Statement(
            node,
            intern(document),
            intern(date),
            intern(language),
            asks,
            tuple(map(intern, stems)),
            tuple(map(intern, words)),
            *rest,
        )
        for node, document, date, language, asks, stems, words, *rest in json.loads(data or "[]")
    ]
