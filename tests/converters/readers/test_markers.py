"""Printed list markers, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.readers.markers import split_marker


@pytest.mark.parametrize("glyph", [*"•‣⁃◦∙·●○■□▪▫►▶▸➢➤➔❖◆❑☐✓-–—−*+→★", "\uf0b7", "\uf0a7", "\uf0d8"])
def test_every_bullet_glyph_becomes_the_same_marker(glyph: str) -> None:
    assert split_marker(f"{glyph} Access to data") == ("•", "Access to data")
    assert split_marker(f"  {glyph}\tAccess to data") == ("•", "Access to data")


@pytest.mark.parametrize(
    "line",
    ["o\tAccess", "o   Access", "o Access", "§ Access", "§\tAccess", "Ø  Access", "ü\tAccess", "v\tAccess", "▪︎ Access"],
)
def test_bullets_of_lost_fonts_are_bullets(line: str) -> None:
    assert split_marker(line) == ("•", "Access")


@pytest.mark.parametrize(
    "marker",
    [
        "1.",
        "1)",
        "(1)",
        "17.",
        "89.",
        "140.",
        "1.-",
        "1-",
        "1°",
        "1.2",
        "1.2.",
        "1.2.3",
        "1.2.3.",
        "1.12",
        "16.7",
        "(a)",
        "a)",
        "a.",
        "A.",
        "A)",
        "(A)",
        "i.",
        "ii)",
        "(iv)",
        "IV.",
        "(IV)",
        "xii.",
        "I.",
        "X.",
        "89(a)",
        "1a)",
        "2b.",
        "H.",
    ],
)
def test_printed_markers_are_split_off_as_printed(marker: str) -> None:
    assert split_marker(f"{marker} Participants asked for access") == (marker, "Participants asked for access")
    assert split_marker(f"\t{marker}\u00a0 Participants asked") == (marker, "Participants asked")


@pytest.mark.parametrize(
    "line",
    [
        "2030 Agenda for all",
        "2030. The agenda",
        "140 side events",
        "9-1500 hrs in Conference Room 4",
        "9.30 Opening",
        "9.30 a.m. Opening",
        "14.30 Opening",
        "10.15. Coffee",
        "09.00 Registration",
        "2.30 pm Closing",
        "1.5 billion people",
        "0.7 per cent",
        "18:00-18:50 CET",
        "9. July 2017",
        "9- July 2017",
        "9- 11 July",
        "5- year plans",
        "9. juillet 2017",
        "2. Februar 2022",
        "U.S. delegates",
        "A. Smith, Mayor of Valongo",
        "A. B. Smith spoke",
        "J. Smith",
        "M. García López (UCLG)",
        "i.e. access",
        "e.g. access",
        "p. 12",
        "(c) 2017 the authors",
        "C. 40 cities",
        "§ 5 of the charter",
        "o que foi dito",
        "v 2",
        "-based approaches",
        "**bold** words",
        "*emphasis* words",
        "---",
        "* * *",
        "-----",
        "1st meeting",
        "(UN) bodies",
        "(see) there",
        "",
        "   ",
        "vivid. Words",
        "de. Words",
    ],
)
def test_what_only_looks_like_a_marker_is_left_alone(line: str) -> None:
    assert split_marker(line) == ("", line)


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        ("1.The participants", "1.", "The participants"),
        ("a)access", "a)", "access"),
        ("(ii)Access", "(ii)", "Access"),
        ("•Access", "•", "Access"),
        ("-Access", "•", "Access"),
    ],
)
def test_a_forgotten_space_after_a_marker_is_forgiven(line: str, marker: str, rest: str) -> None:
    assert split_marker(line) == (marker, rest)


@pytest.mark.parametrize("line", ["1.", "(a)", "•", "iv)"])
def test_a_marker_may_stand_on_a_line_of_its_own(line: str) -> None:
    assert split_marker(line) == (line, "")


def test_a_month_may_begin_an_item_when_it_is_no_date() -> None:
    assert split_marker("1. March on the streets") == ("1.", "March on the streets")


@given(st.text(max_size=30) | st.text("1.()aivAIV•- \t9", max_size=12))
def test_nothing_is_lost_but_the_marker_and_the_space_after_it(line: str) -> None:
    marker, rest = split_marker(line)
    assert line.endswith(rest)
    assert bool(marker) or rest == line


def test_long_repetitive_lines_are_read_in_linear_time() -> None:
    for unit in ("1.", "A. ", "(", "i", "Ab ", "- ", " ", "Ab-"):
        assert split_marker("A. " + unit * 30_000) is not None
        assert split_marker(unit * 30_000) is not None
