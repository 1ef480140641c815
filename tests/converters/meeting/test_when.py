"""Days, hours and ways of meeting in whole documents: the meeting's own, and not those of the paper, of its issue or of other meetings."""

from __future__ import annotations

import pytest
from sessiontimes import EN, ES, FR, days, report, told


@pytest.mark.parametrize(
    ("masthead", "held"),
    [
        ("E/HLPF/2023/9\nDistr.: General\n12 May 2023\nOriginal: English", "in Geneva on 29 and 30 March 2023"),
        ("Distr.: Limited 12 May 2023 Original: English", "in Geneva on 29 and 30 March 2023"),
        ("Distr. GENERAL\n\nE/2023/71 12 May 2023", "in Geneva on 29 and 30 March 2023"),
    ],
)
def test_the_day_of_issue_of_a_paper_is_not_the_day_of_the_meeting(masthead: str, held: str) -> None:
    text = f"{masthead}\n\nReport of the forum on nets\n\nThe forum on nets was held {held}.{EN}"
    assert told(text) == days("2023-03-29", "2023-03-30")


def test_a_sentence_that_begins_with_the_year_of_the_meeting_gives_it_to_its_days() -> None:
    text = f"The ice forum\n\nThe 2017 Ice Forum took place in Oslo between the 10th and 19th of July. In 2013 few came.{EN}"
    assert told(text) == days("2017-07-10", "2017-07-19")


def test_a_paper_that_gives_its_day_of_issue_alone_has_no_day_of_a_meeting() -> None:
    assert told(f"E/2023/71\nDistr.: Limited\n12 May 2023\n\nReport of the forum on nets{EN}") == {}


@pytest.mark.parametrize(
    "line",
    [
        "(final version 16 July 2019)",
        "Version of 16 July 2019",
        "Harbour Network - 16/07/2019 17:15:00",
        "By July 16, 2019",
    ],
)
def test_versions_stamps_and_bylines_are_no_days_of_meetings(line: str) -> None:
    text = f"Report of the workshop on nets\n\n{line}\n\n20-21 May 2019, Oslo{EN}"
    assert told(text) == days("2019-05-20", "2019-05-21")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("12 May 2021 – The webinar on nets took place with 60 participants." + EN, "2021-05-12"),
        ("Published: 15 May 2021\n\nOslo, 12 May 2021 – Mayors met for the workshop on nets." + EN, "2021-05-12"),
        ("Oslo, 12 May 2021 – The workshop on nets was held yesterday." + EN, "2021-05-11"),
        ("Oslo, 12 May 2021 – Mayors met last Thursday to discuss nets." + EN, "2021-05-06"),
        ("Oslo, 12 May 2021 – Mayors met on Monday to discuss nets at a workshop." + EN, "2021-05-10"),
        ("Oslo, 12 May 2021 – The workshop on nets was held on 10 May." + EN, "2021-05-10"),
        ("Posted on 3 January 2021\n\nForum on nets\n\nThe forum met on 30 December." + EN, "2020-12-30"),
        ("Lima, 12 de mayo de 2021.- Este lunes se inauguró el foro de redes en Lima." + ES, "2021-05-10"),
        ("Lima, 12 de mayo de 2021.- El pasado jueves se celebró el foro de redes." + ES, "2021-05-06"),
        ("Dakar, le 12 mai 2021 – L'atelier sur les filets s'est ouvert ce lundi à Dakar." + FR, "2021-05-10"),
        ("Publié le 12 mai 2021\n\nAtelier sur les filets\n\nL'atelier s'est tenu hier à Dakar." + FR, "2021-05-11"),
    ],
)
def test_days_told_relative_to_the_day_of_issue_are_counted_from_it_and_marked(text: str, start: str) -> None:
    assert told(text)["date"] == start
    assert {"REP013", "REP014"} & {finding.code for finding in report(text).findings}


def test_a_relative_day_without_a_day_of_issue_stays_unknown() -> None:
    assert "date" not in told("Workshop on nets\n\nThe workshop was held last Thursday in Oslo." + EN)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("En Lima, siendo las 10 horas del día doce de mayo de dos mil veintiuno, se reunió el comité." + ES, "10:00"),
        (
            "A los doce días del mes de mayo de 2021, siendo las diez y media de la mañana, se reunió el comité." + ES,
            "10:30",
        ),
        ("En Lima a 12 días del mes de mayo del 2021 y siendo las 10:27 horas se da inicio a la sesión." + ES, "10:27"),
        ("L'an deux mille vingt et un, le douze mai, à dix-huit heures trente, le comité s'est réuni." + FR, "18:30"),
        ("Le mercredi douze mai deux mille vingt-et-un, à quatorze heures, le comité s'est réuni." + FR, "14:00"),
    ],
)
def test_minutes_write_days_years_and_hours_in_words(text: str, start: str) -> None:
    title = "ACTA DE LA SESIÓN" if ES in text else "PROCÈS-VERBAL DE LA RÉUNION"
    found = told(f"{title}\n\n{text}")
    assert (found["date"], found["start_time"]) == ("2021-05-12", start)


@pytest.mark.parametrize(
    ("opening", "closing", "expected"),
    [
        ("The meeting was called to order at 10.05 a.m.", "The meeting rose at 12.55 p.m.", ("10:05", "12:55")),
        ("La séance est ouverte à 18h30.", "La séance est levée à 20h15.", ("18:30", "20:15")),
        ("Se abre la sesión a las 18:30 horas.", "Siendo las 20:15 horas se levanta la sesión.", ("18:30", "20:15")),
    ],
)
def test_minutes_tell_when_a_meeting_was_opened_and_closed(
    opening: str, closing: str, expected: tuple[str, str]
) -> None:
    title, body = {
        "The": ("Minutes of the board of 12 May 2021", EN),
        "La ": ("Compte rendu du bureau du 12 mai 2021", FR),
        "Se ": ("Acta de la junta de 12 de mayo de 2021", ES),
    }[opening[:3]]
    found = told(f"{title}\n\n{opening}{body}\n\n{closing}")
    assert (found["date"], found["start_time"], found["end_time"]) == ("2021-05-12", *expected)


def test_an_hour_of_closing_before_the_beginning_is_left_out() -> None:
    found = told(f"Minutes of the board\n\n12 May 2021, 14:00{EN}\n\nThe meeting closed at 9.30 a.m.")
    assert found == days("2021-05-12") | {"start_time": "14:00"}


def test_one_label_may_stand_for_several() -> None:
    found = told(
        f"Report of the forum on nets\n\nDate/Time/Location: 11th July 2016/10:00 – 13:00/Harbour Hall, Oslo{EN}"
    )
    assert found == days("2016-07-11") | {"start_time": "10:00", "end_time": "13:00"}


def test_a_day_told_in_passing_is_that_of_the_meeting() -> None:
    text = 'Key points\n\n"Nets are dear." So the mayor began during the town hall meeting with fishers on March 13th, 2023.'
    assert told(text + EN) == days("2023-03-13")


def test_a_word_that_is_also_a_zone_is_none_in_small_letters() -> None:
    found = told(
        "Atelier sur les filets\n\nL'atelier s'est tenu à Dakar le 12 mai 2021 (après Lyon en 2015 et Nantes)." + FR
    )
    assert found == days("2021-05-12")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("L'atelier s'est tenu le 12 mai 2021 à Dakar, en présentiel et en ligne." + FR, "hybrid"),
        ("Le président a convoqué une visioconférence du bureau le 12 mai 2021." + FR, "online"),
        ("El taller se realizó el 12 de mayo de 2021 en modalidad híbrida (presencial y virtual)." + ES, "hybrid"),
        ("La sesión se celebró el 12 de mayo de 2021 de forma remota." + ES, "online"),
        ("The in-person workshop was held in Oslo on 12 May 2021." + EN, "in-person"),
    ],
)
def test_the_way_of_meeting_is_stated_in_words(text: str, mode: str) -> None:
    assert told(text) == days("2021-05-12") | {"mode": mode}


def test_online_platforms_that_are_spoken_of_are_no_way_of_meeting() -> None:
    text = "Report\n\nThe workshop was held in Oslo on 12 May 2021. Participants discussed online platforms."
    assert told(text + EN) == days("2021-05-12")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Forum on nets\n9 – 18 July 2019\nOslo\nREPORT OF THE SIDE EVENT\nBoats for all\nWednesday, 10 July 2019\n1:15 – 2:30 p.m.",
            days("2019-07-10"),
        ),
        (
            "Eighth session of the forum on nets\n3–5 March 2022, Oslo\nReport of the preparatory meeting\n1–2 March 2022, Harbour Hall",
            days("2022-03-01", "2022-03-02"),
        ),
        ("Report of the forum on nets\n9 – 18 July 2019\nOslo", days("2019-07-09", "2019-07-18")),
        (
            "Report of the forum on nets\n9 – 18 July 2019, Oslo\nReport issued on 21 July 2019",
            days("2019-07-09", "2019-07-18"),
        ),
    ],
)
def test_a_session_has_its_own_day_below_those_of_the_forum(lines: str, expected: dict[str, str]) -> None:
    found = told(lines.replace("\n", "\n\n") + EN)
    assert {name: found[name] for name in ("date", "end_date") if name in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Oslo, 11–20 July 2016\n\nReport of the Forum on Boats for the north\n\nThe Forum on Boats was held in Bergen on 10 May 2016."
        + EN,
        "Oslo, 11 a 20 de julio de 2016\n\nInforme del Foro de Barcos del Norte\n\n"
        "El Foro de Barcos se celebró en Bergen el 10 de mayo de 2016." + ES,
        "Oslo, 11-20 juillet 2016\n\nRapport du Forum des bateaux du Nord\n\n"
        "Le Forum des bateaux s'est tenu à Bergen le 10 mai 2016." + FR,
    ],
)
def test_the_day_and_city_told_of_the_meeting_of_the_title_outdo_those_of_the_cover(text: str) -> None:
    (session,) = report(text).sessions
    assert session.date is not None
    assert session.city is not None
    assert (session.date.value, session.end_date, session.city.value) == ("2016-05-10", None, "Bergen")


@pytest.mark.parametrize(
    "said",
    [
        "The first Forum on Boats was held in Bergen on 10 May 2016.",
        "The Forum on Nets was held in Bergen on 10 May 2016.",
        "The Forum on Boats was held from 13 July 2016.",
    ],
)
def test_the_day_of_another_meeting_does_not_outdo_that_of_the_cover(said: str) -> None:
    found = told(f"Report of the Forum on Boats\n\nOslo, 11–20 July 2016\n\n{said}" + EN)
    assert (found["date"], found["end_date"]) == ("2016-07-11", "2016-07-20")


@pytest.mark.parametrize(
    "held",
    ["in Oslo and online", "in Oslo, with 40 participants in person and 60 joining virtually", "in person and online"],
)
def test_a_meeting_of_those_who_were_there_and_those_who_were_not_is_hybrid(held: str) -> None:
    assert told(f"Report of the forum on nets\n\nThe forum took place on 12 May 2021 {held}.{EN}")["mode"] == "hybrid"


@pytest.mark.parametrize(
    "lines",
    [
        "Forum on nets in Oslo\n\nBy on 05/28/2019\n\nOslo, 25 – 26 May 2019 – Over 200 fishers converged for the forum on nets.",
        "Forum on nets in Oslo\n\nOslo, 25 – 26 May 2019_Over 200 fishers converged for the forum on nets.",
        "The network writes of nets here every week, and fishers from all towns may write to it.\n\nTuesday, 28 May 2019\n\nReport of the forum on nets of 25 – 26 May 2019",
        "Summary of the forum on nets (approved by the board of the network on 27 May 2019)\n\nOslo, 25–26 May 2019",
    ],
)
def test_days_of_authors_issues_and_approvals_are_not_those_of_the_meeting(lines: str) -> None:
    assert told(lines + EN) == days("2019-05-25", "2019-05-26")


def test_a_labelled_day_of_publication_makes_a_weekday_exact() -> None:
    text = "Publicado: jueves, 15 de abril de 2021\n\nForo de redes\n\nLos alcaldes han celebrado este jueves una reunión sobre redes."
    assert told(text + ES) == days("2021-04-15")


def test_the_first_meeting_that_is_recalled_gives_no_day() -> None:
    text = "Report\n\nThe towns held the second forum on nets in Oslo, with the first session taking place on May 24th, 2019."
    assert told(text + EN) == {}
