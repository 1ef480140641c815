"""Points as they are kept: with who raised them, how strongly they ask, of whom, and the goals that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.points.addressees import addressed, addressee
from forumgraph.converters.points.demands import strength, tone
from forumgraph.converters.points.voices import speaker
from forumgraph.converters.words import enumerations, sdgs
from forumgraph.converters.words.phrases import begins
from forumgraph.model import Fact, Finding, Issue, Recommendation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d[.:h]\d\d\b")
"""A year or a time of day: a dateline and nobody's name."""
_SPEAKER = re.compile(r"(\w[^:]{2,110}?)\s?:\s+(?=\S)")
_SHORTEST = 4
"""Words of what somebody said."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point that was found.

    Attributes:
        kind: `issues` or `recommendations`.
        span: in the document.
        rule: that found it.
        number: as printed; empty without.
        to: to whom the words around it address it.
        by: who is said to have raised it by the words around it.
    """

    kind: str
    span: Span
    words: str
    rule: str
    number: str = ""
    to: Fact | None = None
    by: tuple[Fact, ...] = ()


@dataclass(slots=True)
class Points:
    """What was collected from a session, in reading order; `reasons` say why other passages were left."""

    issues: list[Issue] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    reasons: list[tuple[Span, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Collector:
    """Keeps points."""

    lexicon: Lexicon
    names: Names
    points: Points

    def spoken(self, words: str) -> re.Match[str] | None:
        """Return who said words, where they begin with a name that is known or followed by what the person is: "Ana Lopes (UCLG): ..."."""
        said = _SPEAKER.match(words) if ":" in words else None
        if said is None or _YEAR.search(said[1]) is not None or len(words[said.end() :].split()) < _SHORTEST:
            return None
        known = sum(mention.span.end - mention.span.start for mention in self.names.find(said[1]))
        told = "(" in said[1] or "," in said[1] or enumerations.is_titled(said[1], self.lexicon)
        named = told and enumerations.is_name(said[1], self.lexicon)
        return said if named or 2 * known > len(said[1]) else None

    def add(self, found: Point, section: Section) -> None:
        """Keep a point; words that begin with who said them ("Ana Lopes (UCLG): ...") are parted from the speaker, paragraphs from whom they ask.

        An item stays as it is printed.
        """
        start, raised = found.span.start, found.by
        if (said := self.spoken(found.words)) is not None:
            raised = (Fact(said[1], Span(start + said.start(1), start + said.end(1)), "raised-by/speaker"),)
            found = _behind(found, said.end())
        elif (to := self._addressed(found)) is not None:
            listed = found.rule.startswith("list/")
            found = replace(found if listed else _behind(found, found.words.index(":") + 1), to=to)
        elif found.rule.startswith("sentence/"):
            raised = self._raised(found)
        span, words = found.span, found.words
        heading = section.heading.text if section.heading is not None and section.heading.span != span else ""
        goals = sdgs.find(words, self.lexicon, span.start)
        if found.kind == "recommendations":
            asked = tone(words, self.lexicon, span.start)
            to = addressee(words, self.lexicon, span.start) or found.to or self._of_heading(section)
            self.points.recommendations.append(
                Recommendation(words, span, found.rule, found.number, heading, asked, to, raised, goals)
            )
        else:
            self.points.issues.append(Issue(words, span, found.rule, found.number, heading, raised, goals))

    def _addressed(self, found: Point) -> Fact | None:
        """Return of whom a recommendation is asked that begins with it: "To Member States: ..."."""
        head, colon, _ = found.words.partition(": ")
        if (
            not colon
            or found.kind != "recommendations"
            or not begins(head, self.lexicon.phrases("reports", "address_to"))
        ):
            return None
        to = addressed(head, self.lexicon, found.span.start)
        return to if to is not None and to.rule == "addressee/heading" else None

    def _of_heading(self, section: Section) -> Fact | None:
        """Return to whom the heading of a section addresses it: "Recommendations to Member States"."""
        heading = section.heading
        if heading is None:
            return None
        return addressed(heading.text, self.lexicon, heading.span.start, alone=not section.kind)

    def _raised(self, found: Point) -> tuple[Fact, ...]:
        """Return who says a sentence, where a name stands before its verb or after it."""
        span = speaker(found.words, self.names, self.lexicon)
        if span is None:
            return ()
        place = Span(found.span.start + span.start, found.span.start + span.end)
        return (Fact(span.of(found.words), place, "raised-by/sentence"),)


def _behind(point: Point, start: int) -> Point:
    """Return a point without its first words."""
    words = point.words[start:].lstrip()
    return replace(point, span=Span(point.span.end - len(words), point.span.end), words=words)


def derived(issues: Iterable[Issue], lexicon: Lexicon) -> tuple[Recommendation, ...]:
    """Return the demands among issues: each that asks for something, beside the issue that it stays."""
    return tuple(
        Recommendation(
            issue.text,
            issue.span,
            "demand/in-issue",
            number=issue.number,
            heading=issue.heading,
            strength=tone(issue.text, lexicon, issue.span.start),
            addressee=addressee(issue.text, lexicon, issue.span.start),
            made_by=issue.raised_by,
            sdgs=issue.sdgs,
            derived=True,
        )
        for issue in issues
        if (force := strength(issue.text, lexicon, issue.span.start)) is not None and _is_demand(force, issue, lexicon)
    )


def _is_demand(force: Fact, issue: Issue, lexicon: Lexicon) -> bool:
    """Tell whether a point asks: "we call on states" does, "young people are invited to speak" tells what happens."""
    words = Span(force.span.start - issue.span.start, force.span.end - issue.span.start).of(issue.text)
    return force.value != "invites" or begins(words, lexicon.phrases("cues", "calls")) is not None
