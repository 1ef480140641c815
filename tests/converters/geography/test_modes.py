import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sessionfields import fields

from forumgraph.converters.geography import modes
from forumgraph.converters.words.lexicon import lexicons

EN = lexicons()["en"]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "a virtual meeting", ["online"]),
        ("en", "Virtual Side-Event", ["online"]),
        ("en", "It was held online via Zoom", ["online", "online"]),
        ("en", "a webinar on water", ["online"]),
        ("en", "we met in person", ["in-person"]),
        ("en", "in hybrid format", ["hybrid"]),
        ("en", "both in person and online", ["hybrid"]),
        ("fr", "réunion tenue en ligne", ["online"]),
        ("fr", "en mode hybride", ["hybrid"]),
        ("fr", "en présentiel", ["in-person"]),
        ("es", "reunión virtual", ["online"]),
        ("es", "de manera presencial y virtual", ["hybrid"]),
        ("es", "modalidad presencial", ["in-person"]),
        ("en", "online platforms", []),
        ("en", "virtual reality and the digital divide", []),
        ("en", "hybrid warfare", []),
        ("en", "an online survey", []),
        ("fr", "plateformes en ligne", []),
        ("en", "A virtual town hall", ["online"]),
        ("en", "an online briefing for mayors", ["online"]),
        ("fr", "une assemblée virtuelle", ["online"]),
        ("es", "conversatorio en línea", ["online"]),
        ("fr", "mis en ligne le 3 mars 2021", []),
        ("es", "publicado en línea el 4 de mayo", []),
        ("es", "plataformas virtuales", []),
    ],
)
def test_words_that_tell_the_mode_of_a_meeting_are_found_and_no_others(code: str, text: str, values: list[str]) -> None:
    assert [fact.value for fact in modes.find(text, lexicons()[code])] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Online", "online"),
        ("Zoom", "online"),
        ("Online.", "online"),
        ("Virtual (Zoom)", "online"),
        ("https://zoom.us/j/1", "online"),
        ("Conference Room 4 and online", "hybrid"),
        ("Hybrid", "hybrid"),
        ("UN Headquarters, New York", None),
        ("", None),
    ],
)
def test_a_place_line_tells_the_mode(text: str, value: str | None) -> None:
    fact = modes.of_place(text, EN)
    assert (fact.value if fact else None) == value


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "es"]))
def test_any_text_gives_spans_inside_it(text: str, code: str) -> None:
    facts = [*modes.find(text, lexicons()[code]), modes.of_place(text, lexicons()[code])]
    assert all(fact is None or 0 <= fact.span.start < fact.span.end <= len(text) for fact in facts)


def test_long_repetitive_lines_take_time_in_proportion() -> None:
    start = time.process_time()
    modes.find("held online " * 5_000, EN)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "online", "online"),
        ("en", "Hybrid", "hybrid"),
        ("en", "In-person", "in-person"),
        ("en", "In person, with Zoom for the islands", "hybrid"),
        ("en", "Panel, followed by questions", None),
        ("fr", "en ligne", "online"),
        ("es", "híbrida", "hybrid"),
        ("es", "presencial", "in-person"),
    ],
)
def test_a_line_for_the_mode_tells_it(code: str, text: str, value: str | None) -> None:
    found = modes.of_label(text, lexicons()[code])
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "published online on 3 May"), ("fr", "mise en ligne le 3 mai"), ("es", "puesto en línea el 3")],
)
def test_what_was_put_online_was_a_paper_and_no_meeting(code: str, text: str) -> None:
    assert modes.in_sentence(text, lexicons()[code]) == modes.find(text, lexicons()[code]) == ()


def test_the_words_of_a_mode_in_a_line_end_before_the_mark_behind_them() -> None:
    line = "9 July 2021 | online | Bonn"
    found = modes.in_line(line, lexicons()["en"])
    assert found is not None
    assert found.span.of(line) == "online"


def test_brackets_in_the_line_of_a_title_tell_the_mode_and_its_words_do_not() -> None:
    assert (
        fields("Steering Group call, 18 February 2021, 9-10 am (Zoom)\n\nMs. Ana Brand said that ice melts.")["mode"]
        == "online"
    )
    assert "mode" not in fields("# Children, online\n\nWorkshop of 9 July 2019\n\nMs. Ana Brand said that ice melts.")


def test_a_city_and_the_internet_are_both() -> None:
    line = modes.in_line("6 October 2020 | Geneva, Switzerland, and online", EN)
    assert line is not None
    assert line.value == "hybrid"
    told = modes.in_sentence("It took place at the Palais in Geneva, Switzerland, and virtually.", EN)
    assert [fact.value for fact in told] == ["hybrid"]
