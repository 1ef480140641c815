"""Participations of a few blocks of text, for tests of actors."""

from forumgraph.converters.participants.actors import participations
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import BlockKind, Document, Finding, KnownName, Participation, Source

NAMES = Names(
    [
        KnownName("lamg", ("Local Authorities Major Group",), ("LAMG",), "constituency"),
        KnownName("wmg", ("Women's Major Group",), ("WMG",), "constituency"),
        KnownName("women", ("Women",), (), "constituency"),
        KnownName("gtf", ("Global Taskforce of Local and Regional Governments", "Global Taskforce"), ("GTF",)),
        KnownName("ogp", ("Open Government Partnership",), ("OGP",)),
        KnownName(
            "idea", ("International Institute for Democracy and Electoral Assistance", "International IDEA"), ("IDEA",)
        ),
        KnownName("iclei", ("ICLEI",)),
        KnownName("uclg", ("United Cities and Local Governments",), ("UCLG",)),
        KnownName("desa", ("United Nations Department of Economic and Social Affairs", "UN DESA"), ("DESA",)),
        KnownName("undp", ("United Nations Development Programme",), ("UNDP",)),
        KnownName("habitat", ("UN-Habitat",)),
        KnownName("ecosoc", ("Economic and Social Council",), ("ECOSOC",)),
        KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum"),
        KnownName("at", ("Austria",), (), "country"),
        KnownName("jm", ("Jamaica",), (), "country"),
        KnownName("ke", ("Kenya",), (), "country"),
    ]
)
MARKS = {"# ": BlockKind.HEADING, "* ": BlockKind.ITEM, "| ": BlockKind.ROW}


def document(*blocks: str) -> Document:
    pieces = [
        Piece(
            MARKS.get(b[:2], BlockKind.PARAGRAPH), b[2:] if b[:2] in MARKS else b, marker="•" if b[:2] == "* " else ""
        )
        for b in blocks
    ]
    return assemble(Source("report.txt", "text/plain", "", 0), pieces)


def convert(*blocks: str, language: str = "en") -> tuple[tuple[Participation, ...], tuple[Finding, ...]]:
    made = document(*blocks)
    found, findings = participations(made, made.blocks, lexicons()[language], NAMES)
    assert all(p.actor.span.of(made.text) == p.actor.name for p in found)
    assert all(q.span.of(made.text) for p in found for q in p.actor.posts)
    return found, findings


def read(*blocks: str, language: str = "en") -> list[tuple[str, str]]:
    return sorted((p.role, p.actor.name) for p in convert(*blocks, language=language)[0])
