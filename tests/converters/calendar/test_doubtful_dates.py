"""What looks like a date and is none, is doubtful, or waits for another: it is told so and gives no day."""

import pytest

from forumgraph.converters.calendar import dates, figures, years
from forumgraph.converters.calendar.dates import DateMention
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Span

EN, FR, ES = (lexicons()[code] for code in ("en", "fr", "es"))


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
