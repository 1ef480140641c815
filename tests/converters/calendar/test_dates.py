import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.calendar import dates, years
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Span

EN, FR, ES = (lexicons()[code] for code in ("en", "fr", "es"))
MONTHS = {code: [words[0] for words in lexicon.table("dates.months").values()] for code, lexicon in lexicons().items()}
DAYS = {code: [words[0] for words in lexicon.table("dates.weekdays").values()] for code, lexicon in lexicons().items()}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9 July 2017", "2017-07-09", ""),
        ("July 9, 2017", "2017-07-09", ""),
        ("9th of July, 2017", "2017-07-09", ""),
        ("Sunday, 9 July 2017", "2017-07-09", ""),
        ("Sunday, July 9, 2017", "2017-07-09", ""),
        ("Sun 9 Jul 2017", "2017-07-09", ""),
        ("SUNDAY 9 JULY 2017", "2017-07-09", ""),
        ("Sept. 9, 2021", "2021-09-09", ""),
        ("9-Jul-2017", "2017-07-09", ""),
        ("9 may 2017", "2017-05-09", ""),
        ("9-12 July 2021", "2021-07-09", "2021-07-12"),
        ("9–12 July 2021", "2021-07-09", "2021-07-12"),
        ("9 – 12 July 2021", "2021-07-09", "2021-07-12"),
        ("July 9-12, 2021", "2021-07-09", "2021-07-12"),
        ("9 to 12 July 2021", "2021-07-09", "2021-07-12"),
        ("9/10 July 2021", "2021-07-09", "2021-07-10"),
        ("9 July to 12 July 2021", "2021-07-09", "2021-07-12"),
        ("June 30 - July 2, 2021", "2021-06-30", "2021-07-02"),
        ("30 June - 2 July 2021", "2021-06-30", "2021-07-02"),
        ("28 December 2021 – 3 January 2022", "2021-12-28", "2022-01-03"),
        ("28 December – 3 January 2022", "2021-12-28", "2022-01-03"),
        ("28 December 2021 – 3 January", "2021-12-28", "2022-01-03"),
        ("Monday 9 to Thursday 12 July 2018", "2018-07-09", "2018-07-12"),
        ("9, 10 and 12 July 2021", "2021-07-09", "2021-07-12"),
        ("9 & 10 July 2021", "2021-07-09", "2021-07-10"),
        ("July 9 and 10, 2021", "2021-07-09", "2021-07-10"),
        ("9–11 and 13 July 2021", "2021-07-09", "2021-07-13"),
        ("July 2017", "2017-07", ""),
        ("June-July 2021", "2021-06", "2021-07"),
        ("December-January 2021", "2020-12", "2021-01"),
        ("June 2020 to July 2021", "2020-06", "2021-07"),
        ("9 July", "--07-09", ""),
        ("July 9", "--07-09", ""),
        ("29 February", "--02-29", ""),
        ("28 December – 3 January", "--12-28", "--01-03"),
        ("2017-07-09", "2017-07-09", ""),
        ("2021-07-09/12", "2021-07-09", "2021-07-12"),
        ("2021-07-30/08-02", "2021-07-30", "2021-08-02"),
        ("2021-07-09 to 2021-07-12", "2021-07-09", "2021-07-12"),
        ("2017/07/09", "2017-07-09", ""),
        ("09.07.2017", "2017-07-09", ""),
        ("09.-12.07.2021", "2021-07-09", "2021-07-12"),
        ("30.06.-02.07.2021", "2021-06-30", "2021-07-02"),
        ("13/07/2017", "2017-07-13", ""),
        ("07/13/2017", "2017-07-13", ""),
        ("05/05/2017", "2017-05-05", ""),
        ("13/07/2017 - 15/07/2017", "2017-07-13", "2017-07-15"),
    ],
)
def test_a_date_is_read_in_every_english_notation(text: str, start: str, end: str) -> None:
    (mention,) = dates.find(text, EN)
    assert (mention.start, mention.end, mention.problem, mention.span) == (start, end, "", Span(0, len(text)))


@pytest.mark.parametrize(
    ("code", "text", "start", "end"),
    [
        ("fr", "9 juillet 2017", "2017-07-09", ""),
        ("fr", "1er juillet 2017", "2017-07-01", ""),
        ("fr", "dimanche 9 juillet 2017", "2017-07-09", ""),
        ("fr", "9 au 12 juillet 2021", "2021-07-09", "2021-07-12"),
        ("fr", "30 juin au 2 juillet 2021", "2021-06-30", "2021-07-02"),
        ("fr", "9 et 10 juillet 2021", "2021-07-09", "2021-07-10"),
        ("fr", "03/04/2017", "2017-04-03", ""),
        ("fr", "août 2020", "2020-08", ""),
        ("es", "9 de julio de 2017", "2017-07-09", ""),
        ("es", "9 de julio del 2017", "2017-07-09", ""),
        ("es", "9 al 12 de julio de 2021", "2021-07-09", "2021-07-12"),
        ("es", "30 de junio al 2 de julio de 2021", "2021-06-30", "2021-07-02"),
        ("es", "9 y 10 de julio de 2021", "2021-07-09", "2021-07-10"),
        ("es", "2 de febrero", "--02-02", ""),
        ("es", "1º de mayo de 2020", "2020-05-01", ""),
        ("es", "julio de 2017", "2017-07", ""),
    ],
)
def test_a_date_is_read_in_french_and_spanish(code: str, text: str, start: str, end: str) -> None:
    (mention,) = dates.find(text, lexicons()[code])
    assert (mention.start, mention.end, mention.problem, mention.span) == (start, end, "", Span(0, len(text)))


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "from 9 to 12 July 2021 in Bonn", "9 to 12 July 2021"),
        ("en", "between 9 and 12 July 2021", "9 and 12 July 2021"),
        ("en", "10:00-12:00, 9 July 2017, Room 4", "9 July 2017"),
        ("en", "Conference Room 4 - 9 July 2017", "9 July 2017"),
        ("en", "on the 9th of July 2017.", "9th of July 2017"),
        ("en", "2017-07-09T10:00", "2017-07-09"),
        ("en", "SDG 5, 9 July 2017", "9 July 2017"),
        ("fr", "du 9 au 12 juillet 2021", "9 au 12 juillet 2021"),
        ("fr", "entre le 9 et le 12 juillet 2021", "9 et le 12 juillet 2021"),
        ("es", "del 9 al 12 de julio de 2021", "9 al 12 de julio de 2021"),
        ("es", "los días 9 y 10 de julio del 2021", "9 y 10 de julio del 2021"),
    ],
)
def test_the_span_holds_the_date_and_nothing_else(code: str, text: str, words: str) -> None:
    (mention,) = dates.find(text, lexicons()[code])
    assert mention.span.of(text) == words


def _english(day: date) -> list[str]:
    month, weekday = MONTHS["en"][day.month - 1].title(), DAYS["en"][day.isoweekday() - 1].title()
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{weekday}, {day.day:02} {month[:3]} {day.year}",
        f"{weekday} {month} {day.day} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
    ]


def _notations(day: date) -> list[tuple[str, str]]:
    french = f"{DAYS['fr'][day.isoweekday() - 1]} {day.day} {MONTHS['fr'][day.month - 1]} {day.year}"
    spanish = f"{DAYS['es'][day.isoweekday() - 1]} {day.day} de {MONTHS['es'][day.month - 1]} de {day.year}"
    slashed = f"{day.day:02}/{day.month:02}/{day.year}"
    return [
        *(("en", text) for text in _english(day)),
        ("fr", french),
        ("es", spanish),
        ("fr", slashed),
        ("es", slashed),
    ]


@given(
    st.dates(date(1946, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["", "We met on ", "(", "Date: ", "Room 4, "]),
    st.sampled_from(["", ".", " in Bonn", ")", "\n9"]),
)
def test_any_day_in_any_notation_is_found_again(day: date, before: str, after: str) -> None:
    for code, written in _notations(day):
        (mention,) = dates.find(before + written + after, lexicons()[code])
        assert (mention.start, mention.problem, mention.span.of(before + written + after)) == (
            day.isoformat(),
            "",
            written,
        )


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 40), st.sampled_from([" - ", "–", " to ", " until "])
)
def test_any_range_is_found_again(first: date, length: int, joint: str) -> None:
    last = first + timedelta(length)
    month, other = (MONTHS["en"][day.month - 1].title() for day in (first, last))
    shared = first.month == last.month and first.year == last.year
    texts = [
        f"{first.day} {month} {first.year}{joint}{last.day} {other} {last.year}",
        f"{month} {first.day}{joint}{other} {last.day}, {last.year}",
    ]
    texts += (
        [f"{first.day}{joint}{last.day} {month} {first.year}"]
        if shared
        else [f"{first.day} {month}{joint}{last.day} {other} {last.year}"]
    )
    for text in texts:
        (mention,) = dates.find(text, EN)
        assert (mention.start, mention.end, mention.span) == (first.isoformat(), last.isoformat(), Span(0, len(text)))


WORDS = st.sampled_from(
    [
        *"9 12 31 2017 July May may mar. to - – / , . & and de del le el du au y of the between last Sunday published on 09.07.2017 2017-07-09/12 Room rue".split(),
        "\n",
        " ",
        "’",
    ]
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
    ),
    st.sampled_from(["en", "fr", "es"]),
)
def test_any_text_gives_ordered_spans_inside_it(text: str, code: str) -> None:
    mentions = dates.find(text, lexicons()[code])
    assert all(mention.span.start < mention.span.end <= len(text) for mention in mentions)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.span)
    for mention in mentions:
        assert bool(mention.start) == (mention.problem in {"", "weekday"})
        assert dates.with_year(mention, 2021).span == mention.span
        dates.resolve(mention, "2021-03-01")
    years.find(text, lexicons()[code])


@pytest.mark.parametrize(
    "unit",
    [
        "9 July 2017 ",
        "July ",
        "9-",
        "9, ",
        "2017-",
        "a/",
        "Sunday, ",
        "published on ",
        "deadline a ",
        "1.",
        "last ",
        "9 and ",
        "x",
    ],
)
def test_long_repetitive_lines_take_time_in_proportion(unit: str) -> None:
    text = (unit * 60_000)[:60_000]
    start = time.process_time()
    dates.find(text, EN)
    years.find(text, EN)
    assert time.process_time() - start < 3
