"""Cities that received a meeting, and cities that its name or clause ends with."""

from __future__ import annotations

import pytest
from sessionfields import NAMES, fields

from forumgraph.converters.geography import places
from forumgraph.converters.words.lexicon import lexicons


def found(text: str, code: str) -> list[tuple[str, str]]:
    return [(place.kind, place.value) for place in places.find(text, NAMES, lexicons()[code])]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Durban hosted the forum on ice on 4 May 2018.", [("city", "Durban")]),
        (
            "en",
            "The port city of Durban, South Africa, welcomed mayors to the Ice Forum.",
            [("city", "Durban"), ("country", "South Africa")],
        ),
        ("fr", "Rabat a abrité, du 3 au 5 mai 2018, un atelier sur la glace.", [("city", "Rabat")]),
        ("fr", "La ville de Zorgho a accueilli les assises de la glace.", [("city", "Zorgho")]),
        ("es", "Cusco fue sede del foro del hielo el 3 de mayo de 2019.", [("city", "Cusco")]),
        ("es", "La capital, Lima, acogió el foro del hielo.", [("city", "Lima")]),
        ("es", "Lima (Perú) acogió el foro del hielo.", [("city", "Lima"), ("country", "Perú")]),
    ],
)
def test_a_city_that_received_a_meeting_is_where_it_was(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, code) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Durban hosted a delegation of mayors.",
        "Bonn hosted a side event during the week.",
        "Bonn hosted a dialogue on the margins of the HLPF.",
        "The Mayor of Durban hosted the forum.",
    ],
)
def test_guests_and_parts_of_larger_meetings_may_be_received_elsewhere(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She was attending the 9th Africa Ice Week in Cairo, Egypt, and spoke.",
            [("city", "Cairo"), ("country", "Egypt")],
        ),
        ("Experts discussed at the COP28 in Dubai the role of towns.", [("city", "Dubai")]),
        ("He said so at a workshop on the findings of the surveys in Accra.", [("city", "Accra")]),
        ("A paper in preparation for the Third Ice Week in Cairo asks for ice", []),
        ("The Commission on Ice in Cairo asked towns", []),
    ],
)
def test_a_city_behind_the_name_of_a_meeting_is_where_it_was(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Training on wells in Togo", [("country", "Togo")]),
        ("fr", "Atelier sur la glace au Togo", [("country", "Togo")]),
        ("en", "Panel on human rights in Togo", []),
        ("en", "New York [US], 26 March 2024: Mayors met", [("city", "New York"), ("country", "US")]),
        ("es", "LIMA.- El foro del hielo concluyó ayer tras cuatro días de debates.", [("city", "LIMA")]),
        (
            "es",
            "En las instalaciones del Hotel Colón, en Quito, se desarrolló un taller.",
            [("venue", "Hotel Colón"), ("city", "Quito")],
        ),
    ],
)
def test_titles_datelines_and_premises_say_where_a_meeting_was(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, code) == expected


def test_the_second_paragraph_of_news_may_tell_where_a_meeting_was_and_what_it_was_called() -> None:
    told = fields(
        "# Mayors want their piers back\n\nIce is dear, the Minister said.\n\n"
        "The Third Forum on Piers was held in Lima on 3 May 2019 and drew towns."
    )
    assert (told["city"], told["title"]) == ("Lima", "Third Forum on Piers")


def test_a_country_that_received_a_meeting_is_none_where_the_city_lies_elsewhere() -> None:
    told = fields(
        "# Ice Talks\n\nThe talks were held in Lima on 3 May 2019. Ghana hosted the forum of the year before."
    )
    assert (told["city"], told.get("country")) == ("Lima", None)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The workshop was held in Oslo (Norway) on 3 May.", [("city", "Oslo"), ("country", "Norway")]),
        ("en", "The workshop was held in Oslo (Ice Society) on 3 May.", [("city", "Oslo")]),
        ("en", "OSLO, NORWAY 3 May 2019 News", [("city", "OSLO"), ("country", "NORWAY")]),
        (
            "fr",
            "Le 3 mai dernier, à la Maison des Glaces nordiques à Rabat, se tenait un atelier.",
            [("venue", "Maison des Glaces"), ("city", "Rabat")],
        ),
        ("en", "The towns met in May before the retreat on ice in Oslo.", []),
        ("en", "Aims of the Town Hall:", []),
        ("fr", "L'atelier s'est tenu à Lomé au Togo en mai.", [("city", "Lomé"), ("country", "Togo")]),
        ("fr", "L'atelier s'est tenu à Dakar-Plateau en mai.", [("city", "Dakar-Plateau")]),
        ("es", "En la ciudad de Panamá se celebró el taller del hielo.", [("city", "Panamá")]),
        ("en", "Towns gathered in the Kenyan capital, Nairobi, for a workshop.", [("city", "Nairobi")]),
        ("es", "El auditorio del Hielo acogió el foro.", [("venue", "auditorio del Hielo")]),
    ],
)
def test_a_country_in_brackets_a_day_beside_and_a_meeting_before_are_told_apart(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, code) == expected
