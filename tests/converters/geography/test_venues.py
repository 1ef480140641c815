"""Venues and cities as they stand in reports: small words in French and Spanish, unknown houses, rooms with the names of cities."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.words.names import Names
from forumgraph.model import Session, Source

ENDS = {
    "en": "Participants discussed the price of ice. They urged towns to own the piers.",
    "fr": "Les participants ont souligné le prix de la glace. Ils ont appelé les villes à entretenir les quais.",
    "es": "Los participantes destacaron el precio del hielo. Pidieron a las ciudades cuidar los muelles.",
}
TITLES = {"en": "Cold boats", "fr": "Des barques au froid", "es": "Barcas frías"}


def where(code: str, text: str) -> tuple[str, str, str]:
    data = f"{TITLES[code]}\n\n{text}\n\n{ENDS[code]}\n".encode()
    session: Session
    (session,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), Names([])).sessions
    venue, city, country = (fact.value if fact else "" for fact in (session.venue, session.city, session.country))
    return venue, city, country


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("fr", "La réunion s'est tenue à la mairie de Thiès le 9 juillet 2019.", ("mairie", "Thiès", "")),
        (
            "fr",
            "La réunion s'est tenue à la Maison des pêcheurs de Kribi le 9 juillet 2019.",
            ("Maison des pêcheurs", "Kribi", ""),
        ),
        ("fr", "La réunion s'est tenue le 9 juillet 2019 au Centre culturel.", ("Centre culturel", "", "")),
        (
            "fr",
            "La réunion s'est tenue à Abuja, en République fédérale du Nigeria, le 9 juillet 2019.",
            ("", "Abuja", "République fédérale du Nigeria"),
        ),
        (
            "es",
            "La reunión se celebró en la Universidad del Hielo de Manta el 9 de julio de 2019.",
            ("Universidad del Hielo", "Manta", ""),
        ),
        (
            "en",
            "The meeting was held at the Ice Cutters Lodge in Oslo on 9 July 2019.",
            ("Ice Cutters Lodge", "Oslo", ""),
        ),
        ("en", "The meeting was held at the Japan Society in Oslo on 9 July 2019.", ("Japan Society", "Oslo", "")),
        ("en", "On 9 July 2019, in Kigali, Rwanda, mayors held a meeting.", ("", "Kigali", "Rwanda")),
        (
            "es",
            "El 9 de julio de 2019 la alcaldesa inauguró en el Teatro del Hielo el Foro de Muelles.",
            ("Teatro del Hielo", "", ""),
        ),
        (
            "fr",
            "Le 9 juillet 2019, le maire a ouvert à l'Hôtel Sarakawa la Conférence des quais.",
            ("Hôtel Sarakawa", "", ""),
        ),
        (
            "fr",
            "La réunion s'est tenue le 9 juillet 2019 à l'Hôtel de la Conférence à Lomé.",
            ("Hôtel de la Conférence", "Lomé", ""),
        ),
    ],
)
def test_sentences_tell_where_a_meeting_was(code: str, text: str, wanted: tuple[str, str, str]) -> None:
    assert where(code, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9 July 2019\nInstitute of Ice, Tromsø, Norway", ("Institute of Ice", "Tromsø", "Norway")),
        ("9 July 2019 – Tromsø/Norway", ("", "Tromsø", "Norway")),
        ("9 July 2019, Conference Room 7, UN Secretariat", ("Conference Room 7, UN Secretariat", "", "")),
        ("Venue: Room 4, Ice House (hybrid)\nDate: 9 July 2019", ("Room 4, Ice House", "", "")),
        ("9 July 2019\nRoom Geneva, Ice House, Oslo", ("Room Geneva, Ice House", "Oslo", "")),
    ],
)
def test_lines_tell_where_a_meeting_was(text: str, wanted: tuple[str, str, str]) -> None:
    assert where("en", text + "\n\nThe meeting discussed ice.") == wanted


def test_the_place_of_a_meeting_of_another_year_is_none() -> None:
    assert where("en", "The meeting of 9 July 2019 recalled the congress held in Rio de Janeiro in 1992.")[1] == ""


def test_a_line_above_the_title_gives_way_to_the_sentence_that_says_where_the_meeting_was() -> None:
    top = "United Nations\nNew York, 11-20 July 2019\n\nRegional workshop on piers\n\nThe workshop was held in Oslo on 10 May 2019."
    data = f"{top} {ENDS['en']}\n".encode()
    (session,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), Names([])).sessions
    assert session.city is not None
    assert session.city.value == "Oslo"


@pytest.mark.parametrize(
    ("code", "text", "city"),
    [
        ("en", "The meeting was held in the Brazilian city of Recife on 9 July 2019.", "Recife"),
        ("fr", "La réunion s'est tenue dans la ville marocaine de Dakhla le 9 juillet 2019.", "Dakhla"),
        ("es", "El encuentro cerró el 9 de julio de 2019 en la ciudad brasileña de Porto Alegre.", "Porto Alegre"),
        ("en", "RABAT, 9 July 2019 (ICE) - A regional workshop on ice has concluded in Kigali.", "Kigali"),
    ],
)
def test_words_around_the_name_of_a_city_do_not_hide_it(code: str, text: str, city: str) -> None:
    assert where(code, text)[1] == city
