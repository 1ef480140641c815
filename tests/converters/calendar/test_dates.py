import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.calendar import dates, figures, years
from forumgraph.converters.calendar.dates import DateMention
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


@pytest.mark.parametrize(
    "text",
    [
        "We met",
        "paragraph 89",
        "the 2030 Agenda",
        "A/RES/70/1 and E/HLPF/2017/3",
        "target 16.7 of SDG 16",
        "which may 2020 times",
        "we may",
        "March on",
        "In July 12 countries reported",
        "+41 22 123 45 67",
        "pp. 12-15",
        "section 9.7.2",
        "1,200 people",
        "10-12 participants",
        "9-1500 hrs",
        "12345-67-89",
        "version 1.2.3.2017.4",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert dates.find(text, EN) == ()


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "rue du 8 mai 1945"), ("es", "Avenida 9 de Julio"), ("es", "calle 5 de mayo")]
)
def test_a_date_in_the_name_of_a_street_is_no_date(code: str, text: str) -> None:
    assert dates.find(text, lexicons()[code]) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("29-21 May 2019", "order"),
        ("12 July 2021 - 9 July 2021", "order"),
        ("2021-07-12/09", "order"),
        ("31 June 2020", "impossible"),
        ("45 May 2020", "impossible"),
        ("29 February 2021", "impossible"),
        ("2021-13-01", "impossible"),
        ("31.06.2020", "impossible"),
        ("13/13/2017", "impossible"),
        ("03/04/2017", "ambiguous"),
        ("03-04-2017", "ambiguous"),
    ],
)
def test_a_doubtful_date_is_reported_and_gives_no_day(text: str, problem: str) -> None:
    (mention,) = dates.find(text, EN)
    assert (mention.problem, mention.start, mention.end) == (problem, "", "")


def test_a_weekday_that_does_not_fit_is_reported_and_the_date_kept() -> None:
    (mention,) = dates.find("Monday, 9 July 2017", EN)
    assert (mention.problem, mention.start, mention.weekday) == ("weekday", "2017-07-09", "1")


def test_two_dates_joined_by_and_are_two_mentions_that_share_the_year() -> None:
    assert [m.start for m in dates.find("9 July and 12 August 2021", EN)] == ["2021-07-09", "2021-08-12"]


@pytest.mark.parametrize(
    ("code", "text", "rule"),
    [
        ("en", "Published on 3 March 2020", "publication"),
        ("en", "Posted by Web Admin on March 3, 2020", "publication"),
        ("en", "Last updated: 3 March 2020", "publication"),
        ("en", "Retrieved 3 March 2020", "publication"),
        ("en", "The deadline for inputs is 3 March 2020", "deadline"),
        ("fr", "Publié le 3 mars 2020", "publication"),
        ("fr", "Date limite : 3 mars 2020", "deadline"),
        ("es", "Publicado el 3 de marzo de 2020", "publication"),
        ("en", "The report was published. 3 March 2020 was the day", "day-month-year"),
        ("en", "Published\n3 March 2020", "day-month-year"),
        ("en", "held on 3 March 2020", "day-month-year"),
    ],
)
def test_dates_of_publication_and_deadlines_are_told_apart(code: str, text: str, rule: str) -> None:
    (mention,) = dates.find(text, lexicons()[code])
    assert mention.rule == rule


@pytest.mark.parametrize(
    ("code", "text", "start", "end"),
    [
        ("en", "yesterday", "2024-05-14", ""),
        ("en", "today", "2024-05-15", ""),
        ("en", "last week", "2024-05-06", "2024-05-12"),
        ("en", "last month", "2024-04", ""),
        ("en", "next year", "2025", ""),
        ("en", "last Tuesday", "2024-05-14", ""),
        ("en", "last Wednesday", "2024-05-08", ""),
        ("fr", "la semaine dernière", "2024-05-06", "2024-05-12"),
        ("fr", "mardi dernier", "2024-05-14", ""),
        ("es", "ayer", "2024-05-14", ""),
    ],
)
def test_a_relative_date_is_resolved_only_from_the_day_of_publication(
    code: str, text: str, start: str, end: str
) -> None:
    (mention,) = dates.find(text, lexicons()[code])
    assert (mention.problem, mention.start) == ("relative", "")
    assert dates.resolve(mention, "") == mention
    assert dates.resolve(mention, "2024-02-31") == mention
    resolved = dates.resolve(mention, "2024-05-15")
    assert (resolved.start, resolved.end, resolved.problem) == (start, end, "")
    assert resolved.rule.endswith("-resolved")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("el doce de marzo de 2018", "2018-03-12"),
        ("los doce días del mes de marzo del año 2018", "2018-03-12"),
        ("la plaza Dos de Mayo de 2018", "2018-05"),
        ("el treinta y uno de mayo de 2018", "2018-05-31"),
    ],
)
def test_spanish_minutes_write_days_in_words(text: str, start: str) -> None:
    assert [mention.start for mention in dates.find(text, ES)] == [start]


def test_a_relative_date_at_the_edge_of_the_calendar_stays_relative() -> None:
    (mention,) = dates.find("yesterday", EN)
    assert dates.resolve(mention, "0001-01-01") == mention


def test_a_year_completes_a_day_without_one_and_checks_its_weekday() -> None:
    (mention,) = dates.find("Sunday, 9 July", EN)
    assert dates.with_year(mention, 2017).start == "2017-07-09"
    assert dates.with_year(mention, 2018).problem == "weekday"
    (leap,) = dates.find("29 February", EN)
    assert dates.with_year(leap, 2021).problem == "impossible"
    full = DateMention(Span(0, 1), "2017-07-09")
    assert dates.with_year(full, 2020) == full


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in 2017", ["2017"]),
        ("The 2030 Agenda and Agenda 2063", []),
        ("2021-2025", []),
        ("HLPF 2017 report", ["2017"]),
        ("E/HLPF/2017/3", []),
        ("$2017, 12,2017.5 and 20170", []),
    ],
)
def test_bare_years_are_found_but_not_in_names_of_agendas_and_spans(text: str, values: list[str]) -> None:
    assert [fact.value for fact in years.find(text, EN)] == values


def test_offsets_are_into_the_document() -> None:
    (mention,) = dates.find("on 9 July 2017", EN, 100)
    assert mention.span == Span(103, 114)


def test_figures_in_another_notation_are_refused() -> None:
    with pytest.raises(ValueError, match="not a date"):
        figures.read("9 July", day_first=True)


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
