"""Hours without minutes, hours of opening and closing, zones in full, days in forms that few use, and what only looks like them."""

from __future__ import annotations

import pytest

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.conversion import convert
from forumgraph.converters.geography import modes
from forumgraph.converters.readers import plain
from forumgraph.converters.words import labels
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Session, Source


def session(text: str) -> Session:
    data = text.encode()
    report = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), Names(()))
    assert len(report.sessions) == 1
    return report.sessions[0]


def hours(text: str) -> tuple[str, str]:
    found = session(text)
    facts = found.facts()
    return (
        facts["start_time"].value if "start_time" in facts else "",
        facts["end_time"].value if "end_time" in facts else "",
    )


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("fr", "9 juillet 2019, 15h GMT", "GMT"),
        ("fr", "9 juillet 2019, 15 h (UTC+1)", "UTC+1"),
        ("fr", "le 9 juillet 2019, 15h00 heure locale", "heure locale"),
        ("fr", "le 9 juillet 2019, 15h00 heure d'Abidjan", "heure d'Abidjan"),
        ("es", "9 de julio de 2019, 15:00 hora Ciudad de México", "hora Ciudad de México"),
        ("en", "9 July 2019, 15:00 Eastern Time", "Eastern Time"),
    ],
)
def test_an_hour_beside_a_day_needs_no_minutes_and_keeps_its_zone(language: str, text: str, zone: str) -> None:
    (found,) = times.find(text, lexicons()[language])
    assert (found.start, found.zone.value if found.zone else "") == ("15:00", zone)


@pytest.mark.parametrize(
    "text", ["Cours : 18 heures de formation", "En 2019, 18 heures de débat", "18 heures de trajet"]
)
def test_how_long_something_takes_is_no_hour(text: str) -> None:
    assert times.find(text, lexicons()["fr"]) == ()


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("fr", "le mardi 9 et le mercredi 10 juillet 2019", "2019-07-09", "2019-07-10"),
        ("en", "on 9July 2019 in Oslo", "2019-07-09", ""),
        ("en", "on Monday, July 8 in Oslo", "--07-08", ""),
    ],
)
def test_days_in_forms_that_few_use_are_read(language: str, text: str, start: str, end: str) -> None:
    (found,) = (m for m in dates.find(text, lexicons()[language]) if m.start)
    assert (found.start, found.end) == (start, end)


def test_figures_that_may_be_two_days_are_not_read_in_another_language() -> None:
    assert (
        session("Report of the workshop on quays\n05/06/2019\n\nParticipants discussed cost. They stressed noise.").date
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the Quay Board\nDate: 9 July 2019\nStart time: 10:00\nEnd time: 12:00\n\nMembers discussed cost and agreed on a letter.",
        "Compte rendu du comité\nDate : 9 juillet 2019\nHeure de début : 10h00\nHeure de fin : 12h00\n\nLes membres ont débattu des tarifs et ont décidé d'écrire.",
        "Acta de la reunión del comité\nFecha: 9 de julio de 2019\nHora de inicio: 10:00\nHora de término: 12:00\n\nLos miembros debatieron las tarifas y acordaron escribir.",
    ],
)
def test_labels_give_beginning_and_end(text: str) -> None:
    assert hours(text) == ("10:00", "12:00")


@pytest.mark.parametrize(
    "said",
    [
        "Participants noted that the first ferry leaves at 5:30 a.m. They stressed that the last one is back at 10 p.m.",
        "A new quay was opened at 9 p.m. by the harbour master, who met nobody there. Participants stressed cost.",
    ],
)
def test_hours_of_other_things_are_not_those_of_the_meeting(said: str) -> None:
    assert hours(f"Workshop on quays: report\n9 July 2019\n\n{said}") == ("", "")


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("en", "The workshop took place in Oslo with remote participation", "hybrid"),
        ("en", "It dealt with hybrid buses", ""),
        ("fr", "L'atelier s'est tenu virtuellement", "online"),
        ("fr", "L'atelier s'est tenu en présentiel et par visioconférence", "hybrid"),
        ("es", "El taller se desarrolló a través de la plataforma Zoom", "online"),
        ("es", "El taller se realizó de forma presencial y a distancia", "hybrid"),
        ("es", "Trató los autobuses híbridos", ""),
    ],
)
def test_modes_are_told_in_three_languages(language: str, text: str, mode: str) -> None:
    found = {fact.value for fact in modes.find(text, lexicons()[language])}
    assert (mode in found) if mode else not found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Les ports réclament leur place\n\nLomé, le 18 juillet 2018\n\nLe Forum des ports, organisé lundi par la ville, a rassemblé 200 maires. Ils ont débattu des quais.",
            "2018-07-16",
        ),
        (
            "Compte rendu du Forum des ports\n\nLomé, le 18 juillet 2018\n\nLe Forum des ports, organisé par la ville, a rassemblé 200 maires. Ils ont débattu des quais.",
            "2018-07-18",
        ),
    ],
)
def test_a_line_of_place_and_day_above_news_of_another_day_is_that_of_issue(text: str, day: str) -> None:
    found = session(text).date
    assert found is not None
    assert found.value == day


def test_a_label_of_hours_at_the_top_makes_no_timetable() -> None:
    text = "Atelier sur les quais\n\nHoraire : 9 h 00 à 13 h 00\n\nLes maires ont débattu des tarifs. Ils ont souligné le bruit et ont demandé des murs."
    assert session(text).start_time is not None


def test_news_give_the_weekday_of_what_was_said() -> None:
    text = "Ports press for walls\n\nBERGEN, 17 November 2022 - Ministers of small ports on Wednesday urged banks to pay. At a side event, they stressed noise."
    found = session(text).date
    assert found is not None
    assert found.value == "2022-11-16"


def test_where_nothing_stands_nothing_is_labelled() -> None:
    assert labels.find((), lexicons()["en"]) == ()
