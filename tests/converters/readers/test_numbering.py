"""Numbering: the markers are those Word prints; LibreOffice is asked for its opinion in the slow test."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from wordfiles import abstract, instance, level, paragraph, restart, word_file

from forumgraph.converters.readers import word
from forumgraph.model import Block, BlockKind, Source

if TYPE_CHECKING:
    from pathlib import Path

DECIMAL = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%3)"))
LEGAL = abstract(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", extra="<w:isLgl/>"))
DEEP = abstract(2, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3."))
BULLETS = abstract(3, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))
WORDS = abstract(4, level(0, "decimal", "Recommendation %1:"), level(1, "upperLetter", "%2)"))
STEADY = abstract(5, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", extra='<w:lvlRestart w:val="0"/>'))
FAR = abstract(6, level(0, "lowerLetter", "(%1)", indent=1440))
ABSTRACT = DECIMAL + LEGAL + DEEP + BULLETS + WORDS + STEADY + FAR
OVERRIDDEN = instance(12, 0, restart(1)) + instance(13, 0, restart(89)) + instance(14, 2, restart(5, 1))
NUMBERING = ABSTRACT + "".join(instance(n, n) for n in range(1, 7)) + instance(10, 0) + instance(11, 0) + OVERRIDDEN


def blocks(*paragraphs: str, numbering: str = NUMBERING, styles: str = "") -> list[Block]:
    data = word_file("".join(paragraphs), numbering=numbering, styles=styles)
    return list(word.read(data, Source("a.docx", "", "0" * 64, len(data))).blocks)


def markers(*places: tuple[int, int], numbering: str = NUMBERING) -> list[str]:
    """Return the markers of paragraphs with these instances and levels."""
    found = blocks(
        *(paragraph(f"words {n}", num=num, level=at) for n, (num, at) in enumerate(places)), numbering=numbering
    )
    return [block.marker for block in found]


def test_a_list_interrupted_by_a_remark_goes_on_at_four_and_is_one_list() -> None:
    found = blocks(*[paragraph("x", num=10)] * 3, paragraph("A remark."), paragraph("x", num=10))
    assert [b.marker for b in found] == ["1.", "2.", "3.", "", "4."]
    assert len({b.list for b in found if b.kind is BlockKind.ITEM}) == 1


def test_a_list_that_starts_at_89_with_letters_below_keeps_both() -> None:
    assert markers((13, 0), (13, 1), (13, 1), (13, 0)) == ["89.", "(a)", "(b)", "90."]


def test_a_lower_level_begins_again_after_a_higher_one() -> None:
    assert markers((10, 0), (10, 1), (10, 2), (10, 1), (10, 2), (10, 0), (10, 1)) == [
        "1.",
        "(a)",
        "i)",
        "(b)",
        "i)",
        "2.",
        "(a)",
    ]


def test_instances_of_one_numbering_count_on_unless_they_start_anew() -> None:
    assert markers((10, 0), (11, 0), (12, 0), (12, 0), (10, 0)) == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_that_restarts_is_a_new_list() -> None:
    found = blocks(paragraph("x", num=10), paragraph("x", num=10), paragraph("x", num=12), paragraph("x", num=12))
    assert [b.list for b in found] == [found[0].list] * 2 + [found[2].list] * 2
    assert found[0].list != found[2].list


def test_numbers_of_several_levels_are_printed_together() -> None:
    assert markers((2, 0), (2, 1), (2, 2), (2, 2), (2, 1), (2, 0), (2, 1)) == [
        "1.",
        "1.1.",
        "1.1.1.",
        "1.1.2.",
        "1.2.",
        "2.",
        "2.1.",
    ]


def test_legal_numbering_prints_roman_levels_as_digits() -> None:
    assert markers((1, 0), (1, 0), (1, 1)) == ["I.", "II.", "2.1"]


def test_words_around_the_number_are_part_of_the_marker() -> None:
    assert markers((4, 0), (4, 1), (4, 0)) == ["Recommendation 1:", "A)", "Recommendation 2:"]


def test_a_level_that_never_restarts_counts_on() -> None:
    assert markers((5, 0), (5, 1), (5, 0), (5, 1)) == ["1.", "(a)", "2.", "(b)"]


def test_a_start_override_of_a_lower_level_holds_once() -> None:
    assert markers((14, 0), (14, 1), (14, 1), (14, 0), (14, 1)) == ["1.", "1.5.", "1.6.", "2.", "2.1."]


def test_every_bullet_is_the_same_bullet() -> None:
    assert markers((3, 0), (3, 1), (3, 0)) == ["•", "•", "•"]


def test_bullets_on_both_sides_of_a_remark_are_two_lists() -> None:
    found = blocks(paragraph("a", num=3), paragraph("b", num=3), paragraph("A remark."), paragraph("c", num=3))
    first, second, _, third = (block.list for block in found)
    assert first == second != third


def test_a_numbering_that_is_indented_further_is_a_sub_list() -> None:
    found = blocks(*(paragraph("x", num=num) for num in (10, 6, 6, 10)))
    assert [(b.marker, b.level) for b in found] == [("1.", 0), ("(a)", 1), ("(b)", 1), ("2.", 0)]
    assert found[0].list == found[3].list != found[1].list == found[2].list


def test_an_empty_paragraph_is_counted_as_word_counts_it() -> None:
    assert [b.marker for b in blocks(paragraph("x", num=10), paragraph("", num=10), paragraph("x", num=10))] == [
        "1.",
        "3.",
    ]


def test_instance_zero_takes_the_number_away() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="10"/></w:numPr></w:pPr></w:style>'
    found = blocks(
        paragraph("x", style="L"), paragraph("plain", style="L", num=0), paragraph("x", style="L"), styles=styles
    )
    assert [(b.kind.value, b.marker) for b in found] == [("item", "1."), ("paragraph", ""), ("item", "2.")]


def test_a_style_that_a_level_names_has_that_level() -> None:
    numbering = abstract(
        0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", extra='<w:pStyle w:val="Sub"/>')
    ) + instance(1, 0)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for name, based in (("Main", ""), ("Sub", '<w:basedOn w:val="Main"/>'))
    )
    found = blocks(
        paragraph("x", style="Main"),
        paragraph("x", style="Sub"),
        paragraph("x", style="Main"),
        numbering=numbering,
        styles=styles,
    )
    assert [b.marker for b in found] == ["1.", "(a)", "2."]


def test_a_numbering_style_leads_to_its_numbering() -> None:
    numbering = (
        abstract(0, level(0, "upperLetter", "%1)"))
        + abstract(1, extra='<w:numStyleLink w:val="Mine"/>')
        + instance(1, 0)
        + instance(2, 1)
    )
    styles = '<w:style w:type="numbering" w:styleId="Mine"><w:name w:val="Mine"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    found = blocks(paragraph("x", num=2), paragraph("x", num=2), numbering=numbering, styles=styles)
    assert [b.marker for b in found] == ["A)", "B)"]


def test_a_numbered_heading_carries_its_number_in_its_words() -> None:
    (found,) = blocks(paragraph("Issues", style="berschrift1", num=1))
    assert (found.kind, found.text, found.marker) == (BlockKind.HEADING, "I. Issues", "")


@pytest.mark.parametrize(
    "broken",
    [
        instance(10, 99),
        abstract(0) + instance(10, 0),
        abstract(0, extra='<w:numStyleLink w:val="Normal"/>') + instance(10, 0),
        abstract(0, level(0, "decimal", "%1.").replace('w:val="1"', 'w:val="many"')) + instance(10, 0),
        '<w:num w:numId="10"/>',
    ],
)
def test_a_numbering_that_is_broken_loses_no_words(broken: str) -> None:
    assert [b.text for b in blocks(paragraph("words", num=10), numbering=broken)] == ["words"]


@dataclass(frozen=True)
class Case:
    """A list for the oracle, by instance and level; None is a remark."""

    name: str
    places: tuple[tuple[int, int] | None, ...]


CASES = (
    Case("interrupted", ((10, 0), (10, 0), (10, 0), None, (10, 0))),
    Case("from 89", ((13, 0), (13, 1), (13, 1), (13, 0))),
    Case("restart below", ((10, 0), (10, 1), (10, 2), (10, 1), (10, 2), (10, 0), (10, 1))),
    Case("start anew", ((10, 0), (10, 0), None, (12, 0), (12, 0))),
    Case("several levels", ((2, 0), (2, 1), (2, 2), (2, 2), (2, 1), (2, 0), (2, 1))),
    Case("words", ((4, 0), (4, 1), (4, 0))),
    Case("thirty letters", tuple((6, 0) for _ in range(30))),
)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is the oracle, and is not installed")
def test_libreoffice_prints_the_same_markers(tmp_path: Path) -> None:
    printed = {case.name: _printed_here(case, tmp_path) for case in CASES}
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
    ]
    subprocess.run(
        [*command, str(tmp_path), *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120
    )
    for case in CASES:
        lines = (tmp_path / f"{case.name}.txt").read_text("utf-8-sig").splitlines()
        assert [" ".join(line.split()) for line in lines if line.strip()] == printed[case.name], case.name


def _printed_here(case: Case, folder: Path) -> list[str]:
    body = "".join(paragraph("words", num=p[0], level=p[1]) if p else paragraph("A remark.") for p in case.places)
    data = word_file(body, numbering=NUMBERING)
    (folder / f"{case.name}.docx").write_bytes(data)
    return word.read(data, Source("a.docx", "", "0" * 64, len(data))).text.splitlines()
