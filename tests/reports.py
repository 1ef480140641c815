"""Reports written by hand: a spotlight session of the world of the samples, as a reader and its rules would tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.model import (
    Actor,
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Fact,
    Issue,
    Participation,
    Post,
    Recommendation,
    Report,
    Sentence,
    Session,
    Source,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = (
    "Local governments in the recovery",
    "Spotlight session of the ECOSOC Partnership Forum",
    "2 February 2022, 18:00-18:50 CET, online, hosted from Montevideo, Uruguay",
    "Organised by the Local Authorities Major Group (LAMG) with the Harbour Towns Network.",
    "Speakers: the Mayor of Valongo, for the Harbour Towns Network.",
    "We need a better coordination mechanism for voluntary national reviews.",
    "Digital technologies leave out those who have no access, which SDG 10 forgets.",
    "The UN system should support partnerships with local governments.",
    'It costs "more" than \\ expected — 25 % & rising <fast>, naïve façade 😀.',
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text whose facts are told by the words they stand in."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def fact(self, words: str, value: str = "", rule: str = "test.fact") -> Fact:
        return Fact(value or words, self.span(words), rule)

    def blocks(self) -> Iterator[Block]:
        start = 0
        for number, line in enumerate(self.lines, start=1):
            yield Block(BlockKind.PARAGRAPH, line, Span(start, start + len(line)), line=number)
            start += len(line) + 1


def _participations(said: Words) -> tuple[Participation, ...]:
    """An organizer with an acronym, a partner, and a post that speaks for the partner."""
    name, network, post = "Local Authorities Major Group", "Harbour Towns Network", "Mayor of Valongo"
    short = said.span(f"{name} (LAMG)")
    lamg = Actor(name, "constituency", said.span(name), "test.actor", "LAMG", short)
    towns = Actor(network, "organization", said.span(network), "test.actor")
    posts = (Post("Mayor", "Valongo", said.span(post)),)
    mayor = Actor(post, "post", said.span(post), "test.post", posts=posts)
    return (
        Participation(lamg, "organizer", lamg.span, "test.role"),
        Participation(towns, "partner", towns.span, "test.role"),
        Participation(mayor, "speaker", mayor.span, "test.role", ("panellist",), (towns,)),
    )


def _issues(said: Words) -> tuple[Issue, ...]:
    need, digital, cost = (said.lines[number] for number in (5, 6, 8))
    proponents, goals = (said.fact("Harbour Towns Network"),), (said.fact("SDG 10", "10"),)
    return (
        Issue(need, said.span(need), "test.item", "1", "Issues"),
        Issue(digital, said.span(digital), "test.item", "2", "Issues", proponents, goals),
        Issue(cost, said.span(cost), "test.item"),
    )


def _recommendations(said: Words) -> tuple[Recommendation, ...]:
    """One that is stated, with its addressee and proponent, and one that follows from an issue."""
    asked, need = said.lines[7], said.lines[5]
    whom = (said.fact("should"), said.fact("UN system"), (said.fact("Local Authorities Major Group"),))
    return (
        Recommendation(asked, said.span(asked), "test.item", "1", "Recommendations", *whom),
        Recommendation(need, said.span(need), "test.demand", strength=said.fact("need", "must"), derived=True),
    )


def _session(said: Words) -> Session:
    return Session(
        span=Span(0, len(said.text)),
        title=said.fact(said.lines[0], rule="test.title"),
        type=said.fact("Spotlight session", "spotlight-session"),
        date=said.fact("2 February 2022", "2022-02-02"),
        start_time=said.fact("18:00", "18:00"),
        end_time=said.fact("18:50", "18:50"),
        timezone=said.fact("CET"),
        city=said.fact("Montevideo"),
        country=said.fact("Uruguay"),
        mode=said.fact("online"),
        part_of=(said.fact("ECOSOC Partnership Forum"),),
        participations=_participations(said),
        issues=_issues(said),
        recommendations=_recommendations(said),
        sdgs=(said.fact("SDG 10", "10"),),
    )


def report(name: str = "2022/spotlight session.txt", lines: tuple[str, ...] = LINES, language: str = "en") -> Report:
    """A report with one session in which every kind of value occurs."""
    said = Words(lines)
    blocks = tuple(said.blocks())
    sentences = tuple(
        Sentence(block.span, *((), "background") if block.line == 2 else (("test.item",), "")) for block in blocks
    )
    source = Source(name, "text/plain", "0" * 64, len(said.text), "utf-8")
    document = Document(source, said.text, blocks)
    return Report(document, DocumentKind.REPORT, "test.kind", language, (_session(said),), sentences)


def empty(name: str = "agenda.txt") -> Report:
    """A document that is no report."""
    text = "Agenda\nLunch"
    document = Document(
        Source(name, "text/plain", "1" * 64, len(text)),
        text,
        (Block(BlockKind.PARAGRAPH, text, Span(0, len(text)), line=1),),
    )
    return Report(document, DocumentKind.AGENDA, "test.kind", "en", (), (Sentence(Span(0, 6)), Sentence(Span(7, 12))))
