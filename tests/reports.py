"""Reports written by hand: a spotlight session of the world of the samples, as a reader and its rules would tell it."""

from __future__ import annotations

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


def report(name: str = "2022/spotlight session.txt", lines: tuple[str, ...] = LINES, language: str = "en") -> Report:
    """A report with one session in which every kind of value occurs."""
    text = "\n".join(lines)

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def fact(words: str, value: str = "", rule: str = "test.fact") -> Fact:
        return Fact(value or words, span(words), rule)

    lamg = Actor(
        "Local Authorities Major Group",
        "constituency",
        span("Local Authorities Major Group"),
        "test.actor",
        "LAMG",
        span("Local Authorities Major Group (LAMG)"),
    )
    network = Actor("Harbour Towns Network", "organization", span("Harbour Towns Network"), "test.actor")
    mayor = Actor(
        "Mayor of Valongo",
        "post",
        span("Mayor of Valongo"),
        "test.post",
        posts=(Post("Mayor", "Valongo", span("Mayor of Valongo")),),
    )
    session = Session(
        span=Span(0, len(text)),
        title=fact(lines[0], rule="test.title"),
        type=fact("Spotlight session", "spotlight-session"),
        date=fact("2 February 2022", "2022-02-02"),
        start_time=fact("18:00", "18:00"),
        end_time=fact("18:50", "18:50"),
        timezone=fact("CET"),
        city=fact("Montevideo"),
        country=fact("Uruguay"),
        mode=fact("online"),
        part_of=(fact("ECOSOC Partnership Forum"),),
        participations=(
            Participation(lamg, "organizer", lamg.span, "test.role"),
            Participation(network, "partner", network.span, "test.role"),
            Participation(mayor, "speaker", mayor.span, "test.role", ("panellist",), (network,)),
        ),
        issues=(
            Issue(lines[5], span(lines[5]), "test.item", "1", "Issues"),
            Issue(
                lines[6],
                span(lines[6]),
                "test.item",
                "2",
                "Issues",
                (fact("Harbour Towns Network"),),
                (fact("SDG 10", "10"),),
            ),
            Issue(lines[8], span(lines[8]), "test.item"),
        ),
        recommendations=(
            Recommendation(
                lines[7],
                span(lines[7]),
                "test.item",
                "1",
                "Recommendations",
                fact("should"),
                fact("UN system"),
                (fact("Local Authorities Major Group"),),
            ),
            Recommendation(lines[5], span(lines[5]), "test.demand", strength=fact("need", "must"), derived=True),
        ),
        sdgs=(fact("SDG 10", "10"),),
    )
    blocks = []
    start = 0
    for number, line in enumerate(lines, start=1):
        blocks.append(Block(BlockKind.PARAGRAPH, line, Span(start, start + len(line)), line=number))
        start += len(line) + 1
    sentences = tuple(
        Sentence(block.span, ("test.item",) if block.line != 2 else (), "" if block.line != 2 else "background")
        for block in blocks
    )
    source = Source(name, "text/plain", "0" * 64, len(text), "utf-8")
    return Report(
        Document(source, text, tuple(blocks)), DocumentKind.REPORT, "test.kind", language, (session,), sentences
    )


def empty(name: str = "agenda.txt") -> Report:
    """A document that is no report."""
    text = "Agenda\nLunch"
    document = Document(
        Source(name, "text/plain", "1" * 64, len(text)),
        text,
        (Block(BlockKind.PARAGRAPH, text, Span(0, len(text)), line=1),),
    )
    return Report(document, DocumentKind.AGENDA, "test.kind", "en", (), (Sentence(Span(0, 6)), Sentence(Span(7, 12))))
