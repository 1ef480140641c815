"""Whole documents: layouts written for the tests, the same words in other clothes, and any text at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import TESTS

from forumgraph.converters.account import coverage
from forumgraph.converters.account.record import record
from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import html, markdown, plain
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.words.names import Names
from forumgraph.model import BlockKind, Document, DocumentKind, KnownName, Report, Source

if TYPE_CHECKING:
    from pathlib import Path

LAYOUTS = TESTS / "layouts"
NAMES = Names(
    [
        KnownName(
            "hlpf",
            ("High-level Political Forum", "Forum politique de haut niveau", "Foro Político de Alto Nivel"),
            ("HLPF",),
            "forum",
        ),
        KnownName("partnership", ("ECOSOC Partnership Forum",), (), "forum"),
    ]
)


def document(text: str, name: str = "a.md") -> Document:
    data = text.encode("utf-8", "surrogatepass")
    reader = {"md": markdown, "txt": plain, "html": html}[name.rpartition(".")[2]]
    return reader.read(data, Source(name, "text/plain", "0" * 64, len(data)))


def said(report: Report) -> dict[str, Any]:
    """Return what a report says without offsets and actors."""
    made = record(report)
    for session in made["sessions"]:
        del session["actors"]
        for point in (*session["issues"], *session["recommendations"]):
            for name in ("start", "end", "raised_by", "made_by", "addressee"):
                point.pop(name, None)
    return {name: made[name] for name in ("kind", "sessions")} | {"language": report.language}


@pytest.mark.parametrize("path", sorted(p for p in LAYOUTS.iterdir() if p.suffix != ".json"), ids=lambda p: p.name)
def test_each_layout_says_what_its_expectation_says(path: Path) -> None:
    expected = json.loads(path.with_suffix(path.suffix + ".json").read_text("utf-8"))
    assert said(convert(document(path.read_text("utf-8"), path.name), NAMES)) == expected


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.md")), ids=lambda p: p.name)
def test_other_bullets_and_capital_headings_change_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    before = said(convert(document(text), NAMES))
    starred = "\n".join("* " + line[2:] if line.startswith("- ") else line for line in text.splitlines())
    assert said(convert(document(starred), NAMES)) == before
    deeper = [
        line.upper() if line.startswith("## ") and path.stem not in _NAMED_BY_HEADINGS else line
        for line in text.splitlines()
    ]
    assert said(convert(document("\n".join(deeper)), NAMES)) == before


_NAMED_BY_HEADINGS = frozenset({"several-sessions", "messages", "egm-prose"})
"""Layouts whose second-level headings are titles, so that capitals are other words."""


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.md")), ids=lambda p: p.name)
def test_running_heads_change_nothing(path: Path) -> None:
    plain_document = document(path.read_text("utf-8"))
    heads = [Piece(BlockKind.PAGE_HEADER, "Boat Desk papers")]
    pieces = [
        Piece(
            b.kind,
            b.text,
            b.level,
            b.marker,
            b.list,
            tuple((s.start - b.span.start, s.end - b.span.start) for s in b.bold),
        )
        for b in plain_document.blocks
    ]
    assert said(convert(assemble(plain_document.source, heads + pieces), NAMES)) == said(convert(plain_document, NAMES))


ANY = st.text(max_size=400) | st.lists(
    st.sampled_from(
        [
            "# Report of the workshop",
            "The workshop was held on 9 July 2019 in Oslo.",
            "## Key issues",
            "## Recommendations",
            "- Towns should pay; and",
            "1. We need ice",
            "(a) nets",
            "   - boats:",
            "Participants discussed: a; b; and c.",
            "Date: 31 June 2019",
            "Venue:",
            "Session 1: Ice",
            "Session 2: Nets",
            "**HLPF**",
            "Ana Reis (Union): nets are lost every winter",
            "le 3 mai 2019 à Dakar",
            "\u202e[bookmark: x]",
            "a | b",
        ]
    ),
    max_size=14,
).map("\n\n".join)


@settings(deadline=None)
@given(ANY, st.sampled_from(["a.md", "a.txt"]))
def test_any_text_is_converted_and_every_span_quotes(text: str, name: str) -> None:
    report = convert(document(text, name), NAMES)
    words = report.document.text
    record(report)
    assert report.kind is DocumentKind.REPORT or not report.sessions
    for session in report.sessions:
        for point in (*session.issues, *session.recommendations):
            assert point.span.of(words) == point.text
            assert point.text.strip()
    assert all(0 <= span.start <= span.end <= len(words) for span, _ in coverage.used(report.sessions))


@pytest.mark.parametrize(
    "unit",
    ["discussed ", "Participants called on ", "- item should be;\n", "Date: ", "(a) ", "A. ", "9:00-", "should "],
)
def test_long_repetitive_texts_take_linear_time(unit: str) -> None:
    convert(document("The workshop was held on 9 July 2019.\n\n" + unit * (30_000 // len(unit)), "a.txt"), NAMES)
