"""Lines of a plain text that a program laid out: pages, markers that were taken apart from their items, titles that were broken."""

from __future__ import annotations

from forumgraph.converters.readers.plain import pieces_of
from forumgraph.model import BlockKind

HEAD = "Forum of Small Harbours\nReport of the meeting\n"


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(piece.kind.value, piece.marker, piece.text) for piece in pieces_of(text)]


def test_markers_are_left_alone_where_there_are_not_as_many_items() -> None:
    assert "• Access to the quays" not in [f"{m} {t}" for _, m, t in shown("•\n•\n\nAccess to the quays\n")]


def test_a_number_that_ends_a_paragraph_is_no_marker() -> None:
    assert not [m for _, m, _ in shown("They spoke of target\n16.7.\n\nAll agreed.") if m]


def test_running_heads_of_two_lines_are_kept_once() -> None:
    pages = "\f".join(
        f"{HEAD}Words of page {word} are here.\n\n{n}\n" for n, word in enumerate(("one", "two", "three"), 1)
    )
    heads = [piece.text for piece in pieces_of(pages) if piece.kind is BlockKind.PAGE_HEADER]
    assert heads == HEAD.splitlines()


def test_a_title_that_is_told_again_in_one_line_was_broken() -> None:
    text = "Forum of Small\nHarbours\nOslo\n\nThe Forum of Small Harbours was held in Oslo."
    assert shown(text)[0][2] == "Forum of Small Harbours"
    assert shown(text.replace("Small Harbours was", "Harbours was"))[0][2] == "Forum of Small"


def test_a_title_that_goes_on_with_a_small_letter_was_broken_where_the_text_has_broken_lines() -> None:
    wrapped = "Those who met asked for access to all quays of the coast, and\nfor more time to read what was asked.\n"
    assert shown(f"{wrapped}\nWho insures a\nsinking street\n")[1][2] == "Who insures a sinking street"


def test_lines_of_a_list_that_is_printed_twice_are_no_broken_title() -> None:
    text = "Ice Day\nAna Reis\nTom Low\n\nSpeakers\nAna Reis\nTom Low\n"
    assert [words for *_, words in shown(text)][:3] == ["Ice Day", "Ana Reis", "Tom Low"]


def test_markers_one_below_the_other_belong_to_the_items_below_them() -> None:
    text = "The following was asked:\n•\n•\n\nPorts should open their\nquays;\nTowns should buy ice.\n\nThe end."
    assert shown(text)[1:3] == [("item", "•", "Ports should open their quays;"), ("item", "•", "Towns should buy ice.")]


def test_numbers_one_below_the_other_belong_to_items_that_begin_with_capitals() -> None:
    text = "1.\n2.\n\nAccess to the quays\nIce for boats\n"
    assert shown(text) == [("item", "1.", "Access to the quays"), ("item", "2.", "Ice for boats")]
