import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.calendar import times
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Span
from forumgraph.zones import zone, zone_offset

EN = lexicons()["en"]


@pytest.mark.parametrize(
    ("text", "start", "end", "named"),
    [
        ("18:00-18:50 CET", "18:00", "18:50", "CET"),
        ("18:00 – 18:50", "18:00", "18:50", ""),
        ("9:00 to 15:00", "09:00", "15:00", ""),
        ("0900-1500 hrs", "09:00", "15:00", ""),
        ("1500 hrs", "15:00", "", ""),
        ("9.30-11.00", "09:30", "11:00", ""),
        ("9 am - 1 pm", "09:00", "13:00", ""),
        ("9am-1pm", "09:00", "13:00", ""),
        ("9:00 AM-10:30 AM EDT", "09:00", "10:30", "EDT"),
        ("10:00 a.m. to 1:00 p.m.", "10:00", "13:00", ""),
        ("10:00-11:30am", "10:00", "11:30", ""),
        ("8.30am-10am", "08:30", "10:00", ""),
        ("1.15 pm to 2.30 pm", "13:15", "14:30", ""),
        ("3-6 pm", "15:00", "18:00", ""),
        ("11-1 pm", "11:00", "13:00", ""),
        ("10 to 11.30 a.m.", "10:00", "11:30", ""),
        ("9 a.m.-12 p.m.", "09:00", "12:00", ""),
        ("10 am to noon", "10:00", "12:00", ""),
        ("12:00 am", "00:00", "", ""),
        ("12:30 pm", "12:30", "", ""),
        ("6pm", "18:00", "", ""),
        ("noon", "12:00", "", ""),
        ("10:00 GMT-5", "10:00", "", "GMT-5"),
        ("18:00-19:00 UTC+2", "18:00", "19:00", "UTC+2"),
        ("10:00 to 11:30 Eastern Time", "10:00", "11:30", "Eastern Time"),
        ("9:00–10:30 a.m. Nairobi time", "09:00", "10:30", "Nairobi time"),
    ],
)
def test_a_time_is_read_in_every_english_notation(text: str, start: str, end: str, named: str) -> None:
    (mention,) = times.find(text, EN)
    assert (mention.start, mention.end, mention.zone.value if mention.zone else "") == (start, end, named)
    assert mention.span == Span(0, len(text))


@pytest.mark.parametrize(
    ("code", "text", "start", "end", "named"),
    [
        ("fr", "10h00-12h30", "10:00", "12:30", ""),
        ("fr", "10h à 12h30", "10:00", "12:30", ""),
        ("fr", "de 10 heures à 13 heures", "10:00", "13:00", ""),
        ("fr", "à 10h", "10:00", "", ""),
        ("fr", "à 15 heures", "15:00", "", ""),
        ("fr", "le 4 avril 2018 à 14 h", "14:00", "", ""),
        ("es", "siendo las 10 horas", "10:00", "", ""),
        ("fr", "de 10 h à 12 h 30 (heure de Paris)", "10:00", "12:30", "heure de Paris"),
        ("fr", "10h00 (heure d'Addis-Abeba)", "10:00", "", "heure d'Addis-Abeba"),
        ("fr", "de 10h30 à midi", "10:30", "12:00", ""),
        ("es", "de 10 a 12 h", "10:00", "12:00", ""),
        ("es", "de 10:00 a 12:00 horas", "10:00", "12:00", ""),
        ("es", "de las 10.00 a las 13.00 horas", "10:00", "13:00", ""),
        ("es", "de 9:00 a.m. a 1:00 p.m. (hora de Nueva York)", "09:00", "13:00", "hora de Nueva York"),
        ("es", "a las 10:00", "10:00", "", ""),
    ],
)
def test_a_time_is_read_in_french_and_spanish(code: str, text: str, start: str, end: str, named: str) -> None:
    (mention,) = times.find(text, lexicons()[code])
    assert (mention.start, mention.end, mention.zone.value if mention.zone else "") == (start, end, named)


@pytest.mark.parametrize(
    "text",
    [
        "2-3 pages",
        "1:1",
        "a ratio of 1:10",
        "SDG 9-13",
        "10-12 participants",
        "2-3 hours",
        "from 2 to 3 hours",
        "lasting 8-10 hours",
        "John 3:16",
        "3:16-18",
        "paragraphs 1.10-1.25",
        "target 16.10",
        "2015-2030",
        "9-12 July 2021",
        "at 10",
        "16.7",
        "10:75",
        "25:00",
        "12:30:15:20",
        "10-15%",
        "we met in the pm's office",
    ],
)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert times.find(text, EN) == ()


def test_a_name_that_holds_noon_is_no_time() -> None:
    assert times.find("Fédération de Midi-Pyrénées", lexicons()["fr"]) == ()


def test_two_notations_in_one_range_are_read_and_noted() -> None:
    (mention,) = times.find("9-1500 hrs", EN)
    assert (mention.start, mention.end, mention.note) == ("09:00", "15:00", "unusual")


@pytest.mark.parametrize(
    ("text", "note"), [("15:00-14:00", "order"), ("18:00 - midnight", "midnight"), ("10 pm - 2 am", "order")]
)
def test_an_end_that_is_not_after_the_start_on_the_same_day_is_left_out(text: str, note: str) -> None:
    (mention,) = times.find(text, EN)
    assert (mention.end, mention.note) == ("", note)


@pytest.mark.parametrize("text", ["14:00 CET / 8:00 EST", "08:00 EST/14:00 CET", "10:00-11:00 EDT (16:00-17:00 CEST)"])
def test_the_same_time_in_another_zone_is_told_apart(text: str) -> None:
    assert [mention.rule == "other-zone" for mention in times.find(text, EN)] == [False, True]


def test_a_rejected_range_does_not_hide_the_times_in_it() -> None:
    assert [m.start for m in times.find("9 July 2017 - 10:00", EN)] == ["10:00"]
    assert [m.start for m in times.find("at 10:00 - 15 people came", EN)] == ["10:00"]


def test_the_zone_quotes_its_words_in_the_document() -> None:
    text = "from 10:00 until 11:30 (New York time)"
    (mention,) = times.find(text, EN, 50)
    assert mention.zone is not None
    assert (mention.zone.span.start - 50, mention.zone.span.end - 50) == (24, 37)
    assert mention.span.start == 55


@given(st.integers(0, 23), st.integers(0, 59), st.integers(1, 600), st.sampled_from(["-", " – ", " to "]))
def test_any_range_of_times_is_found_again(hour: int, minute: int, length: int, joint: str) -> None:
    last = min(hour * 60 + minute + length, 23 * 60 + 59)
    if last == hour * 60 + minute:
        return
    text = f"{hour:02}:{minute:02}{joint}{last // 60:02}:{last % 60:02}"
    (mention,) = times.find(f"9 July 2017, {text} CET", EN)
    assert (mention.start, mention.end) == (f"{hour:02}:{minute:02}", f"{last // 60:02}:{last % 60:02}")


WORDS = st.sampled_from(
    [
        *"9 12 24 15 1500 0900 am pm p.m. hrs h : . - – to a de à las noon midi CET UTC+2 ( ) , / at EST New York time".split(),
        "\n",
        " ",
    ]
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
    ),
    st.sampled_from(["en", "fr", "es"]),
)
def test_any_text_gives_ordered_spans_inside_it(text: str, code: str) -> None:
    end = 0
    for mention in times.find(text, lexicons()[code]):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert "00:00" <= mention.start <= "23:59"
        assert not mention.end or mention.start <= mention.end <= "23:59"
        assert mention.zone is None or mention.zone.span.of(text) == mention.zone.value
        end = mention.span.end


@pytest.mark.parametrize("unit", ["9-", "10:00-", "9 am ", "9:00 to ", "10 h ", "1 ", "18:00 CET / ", "noon "])
def test_long_repetitive_lines_take_time_in_proportion(unit: str) -> None:
    start = time.process_time()
    times.find((unit * 60_000)[:60_000], EN)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("name", "day", "minutes"),
    [
        ("CET", "2022-02-02", 60),
        ("CEST", "2022-07-02", 120),
        ("EDT", "2017-07-09", -240),
        ("EST", "2021-12-01", -300),
        ("UTC", "2021", 0),
        ("GMT-5", "2021-07-01", -300),
        ("UTC−05:30", "2021-07-01", -330),
        ("UTC +2", "", 120),
        ("+02:00", "", 120),
        ("New York time", "2017-07-09", -240),
        ("hora de Nueva York", "2017-01-09", -300),
        ("heure de Paris", "2021-03-28", 120),
        ("heure de Paris", "2021-03-27", 60),
        ("Nairobi time", "2021", 180),
        ("EAT", "2021", 180),
    ],
)
def test_a_zone_that_is_sure_has_an_offset(name: str, day: str, minutes: int) -> None:
    assert zone_offset(name, day) == minutes


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("IST", "2021-01-01"),
        ("BST", "2021-07-01"),
        ("EST", "2021-07-01"),
        ("CEST", "2021-01-01"),
        ("New York time", "2021-07"),
        ("UTC+25", ""),
        ("", ""),
        ("Atlantis time", "2021-01-01"),
    ],
)
def test_a_zone_that_is_not_sure_has_a_remark_and_no_offset(name: str, day: str) -> None:
    assert zone(name, day).offset is None
    assert zone(name, day).remark


@given(st.text(max_size=20), st.text(max_size=12))
def test_any_zone_name_has_an_answer(name: str, day: str) -> None:
    answer = zone(name, day)
    assert (answer.offset is None) == bool(answer.remark)
