import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sessionfields import fields

from forumgraph.converters.geography import places
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Span

NONE = Names([])


def found(text: str, code: str = "en", names: Names = NONE) -> list[tuple[str, str]]:
    return [(place.kind, place.value) for place in places.find(text, names, lexicons()[code])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Conference Room 4, UNHQ, New York", [("venue", "Conference Room 4, UNHQ"), ("city", "New York")]),
        ("Conference Room 4, DESA, New York", [("venue", "Conference Room 4, DESA"), ("city", "New York")]),
        (
            "9 July 2017, 9-1500 hrs, Conference Room 4, UNHQ, New York",
            [("venue", "Conference Room 4, UNHQ"), ("city", "New York")],
        ),
        ("UNHQ New York", [("venue", "UNHQ"), ("city", "New York")]),
        ("New York, 9 July 2017", [("city", "New York")]),
        ("Geneva, Switzerland, 3-5 May 2019", [("city", "Geneva"), ("country", "Switzerland")]),
        ("Bangkok, Thailand (28 March 2019)", [("city", "Bangkok"), ("country", "Thailand")]),
        ("The Hague, Netherlands, 5 June 2018", [("city", "The Hague"), ("country", "Netherlands")]),
        ("Washington, D.C., 4 May 2018", [("city", "Washington, D.C.")]),
        ("Lake Hotel Lima, Cusco | 3 May 2019", [("venue", "Lake Hotel Lima"), ("city", "Cusco")]),
        ("Singapore", [("city", "Singapore")]),
        ("Atlanta, Georgia, 3 May 2019", [("city", "Atlanta")]),
        ("Online", [("online", "Online")]),
    ],
)
def test_a_place_line_is_taken_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "It was held at the UN Church Center in New York.",
            [("venue", "UN Church Center"), ("city", "New York")],
        ),
        ("en", "The session took place in Bonn, Germany, on 3 May 2019.", [("city", "Bonn"), ("country", "Germany")]),
        ("en", "It took place in Bonn at the Palace of Ice.", [("city", "Bonn"), ("venue", "Palace of Ice")]),
        (
            "en",
            "A side event at UN Headquarters, New York, discussed water",
            [("venue", "UN Headquarters"), ("city", "New York")],
        ),
        (
            "en",
            "held on 9 July 2017 from 9:00 to 15:00 at the UN Headquarters in New York",
            [("venue", "UN Headquarters"), ("city", "New York")],
        ),
        (
            "en",
            "It was held at the Palais des Nations, Geneva, Switzerland.",
            [("venue", "Palais des Nations"), ("city", "Geneva"), ("country", "Switzerland")],
        ),
        ("en", "The workshop was held in Kigoma, Tanzania, and", [("city", "Kigoma"), ("country", "Tanzania")]),
        ("en", "They met in Nairobi last year", [("city", "Nairobi")]),
        ("en", "held in Washington, D.C. on 4 May", [("city", "Washington, D.C.")]),
        ("fr", "La réunion s'est tenue à Genève le 3 mai 2019", [("city", "Genève")]),
        (
            "fr",
            "tenue au siège de l'UNESCO à Paris, France",
            [("venue", "siège de l'UNESCO"), ("city", "Paris"), ("country", "France")],
        ),
        (
            "es",
            "celebrado en la sede de la CEPAL en Santiago, Chile",
            [("venue", "sede de la CEPAL"), ("city", "Santiago"), ("country", "Chile")],
        ),
        ("es", "El taller se celebró en Bogotá, Colombia", [("city", "Bogotá"), ("country", "Colombia")]),
        ("en", "They met in the coastal city of Mombasa in May.", [("city", "Mombasa")]),
        ("es", "En la ciudad de Loja, siendo las 10:00 horas, se abre la sesión.", [("city", "Loja")]),
    ],
)
def test_a_sentence_says_where_a_meeting_was_held(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Mayor of Montevideo said"),
        ("en", "Ms. Ray, Director, UN-Habitat, Nairobi, Kenya"),
        ("en", "Austria and Jamaica negotiate"),
        ("en", "Office of the Mayor, Geneva"),
        ("en", "The Ministry of Finance in Kenya reported"),
        ("en", "held in English"),
        ("en", "It met. In Kenya, people wait"),
        ("fr", "Le maire de Montevideo"),
        ("es", "La alcaldesa de Montevideo"),
        ("es", "En Rosario, los vecinos esperan desde el 3 de mayo de 2018."),
    ],
)
def test_a_name_alone_is_no_place_of_a_meeting(code: str, text: str) -> None:
    assert found(text, code) == []


def test_a_known_actor_before_a_country_is_no_city() -> None:
    text = "The event was held in Parliamentum, Kenya"
    assert ("city", "Parliamentum") in found(text)
    assert ("city", "Parliamentum") not in found(text, names=Names([KnownName("p", ("Parliamentum",))]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Conference Room 4, UNHQ, New York", ("Conference Room 4, UNHQ", "New York", None)),
        ("UN Headquarters in New York", ("UN Headquarters", "New York", None)),
        ("Conference Room 11, UN HQ, New York, NY 10017", ("Conference Room 11, UN HQ", "New York", None)),
        ("UN Church Center (777 UN Plaza), New York", ("UN Church Center (777 UN Plaza)", "New York", None)),
        ("the Hilton Hotel, Nairobi, Kenya", ("Hilton Hotel", "Nairobi", "Kenya")),
        ("Kigoma Hall, Kigoma, Tanzania", ("Kigoma Hall", "Kigoma", "Tanzania")),
        ("Bonn Germany", (None, "Bonn", "Germany")),
        ("Singapore", (None, "Singapore", None)),
        ("Online (Zoom)", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_the_words_after_venue_are_parsed(text: str, expected: tuple[str | None, ...]) -> None:
    assert tuple(fact and fact.value for fact in places.parse(text)) == expected


def test_offsets_are_into_the_document() -> None:
    _, city, _ = places.parse("UNHQ, New York", 20)
    assert city is not None
    assert city.span == Span(26, 34)
    (mention,) = places.find("\nNew York, 9 July 2017", NONE, lexicons()["en"], 5)
    assert mention.span == Span(6, 14)


def test_every_city_lies_in_a_country_of_the_table() -> None:
    codes = {
        gazetteer.country(name)
        for name in ("Kenya", "Viet Nam", "Côte d’Ivoire", "United States", "Estados Unidos", "the Netherlands")
    }
    assert codes == {"KEN", "VNM", "CIV", "USA", "NLD"}
    assert gazetteer.country("us") == ""
    assert gazetteer.city("New York") == "USA"


WORDS = st.sampled_from(
    [
        *"held at in the UN Headquarters New York Geneva , Switzerland 9 July 2017 ( ) – . Room 4 en la sede de à siège Online Georgia D.C.".split(),
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
def test_any_text_gives_quotations_in_order(text: str, code: str) -> None:
    end = 0
    for place in places.find(text, NONE, lexicons()[code]):
        assert end <= place.span.start < place.span.end
        assert place.span.of(text) == place.value
        end = place.span.end
    for fact in places.parse(text):
        assert fact is None or fact.span.of(text) == fact.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Held at Ice Agency, Red Kite House, Kigol", [("venue", "Ice Agency, Red Kite House"), ("city", "Kigol")]),
        ("The workshop was held at Ilala Point on 3 May 2019.", [("venue", "Ilala Point")]),
        ("The talks were held at Deputy Minister level on 3 May 2019.", []),
        ("It was held in Norway in the Ice Region.", [("country", "Norway")]),
        ("It was held in Vienna, Austria, the Institute said.", [("city", "Vienna"), ("country", "Austria")]),
        ("In the Ice Hall at the Pier, towns gathered for the talks.", [("venue", "Ice Hall at the Pier")]),
        ("Speaking at a workshop in Accra, the Mayor said so.", [("city", "Accra")]),
        ("Friends of a workshop in Accra said so.", []),
        ("In Bonn, Germany, towns held a workshop.", [("city", "Bonn"), ("country", "Germany")]),
        ("They met in the South African port city of Durban.", [("city", "Durban")]),
        ("Ice Hall, 1220 Vienna", [("venue", "Ice Hall"), ("city", "Vienna")]),
    ],
)
def test_many_words_lead_to_where_a_meeting_was(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "unit",
    ["held ", "at the Room ", "in New York, ", "A ", "held at A ", "room of ", ", ", "held in Bonn. ", "(", "a "],
)
def test_long_repetitive_lines_take_time_in_proportion(unit: str) -> None:
    start = time.process_time()
    places.find((unit * 60_000)[:60_000], NONE, lexicons()["en"])
    assert time.process_time() - start < 4


def test_a_question_with_a_word_of_a_venue_is_no_place() -> None:
    assert found("TOWNS, OR BUILDING BEYOND THE STORM?") == []


def test_where_another_meeting_had_been_held_is_not_where_this_one_was() -> None:
    assert ("city", "New York") not in found("Le forum suit le Sommet, cinq mois après sa tenue à New York.", "fr")
    assert ("city", "New York") in found("Le forum suit le Sommet ; sa réunion tenue à New York.", "fr")


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "She gave a briefing to friends of the pier in London on Friday 15 November 2013.",
            [("city", "London")],
        ),
        ("en", "What the forum on 16 July 2018, in New York, told the towns", [("city", "New York")]),
        ("en", "Third workshop on wells in Nairobi", [("city", "Nairobi")]),
        ("en", "Delegates of ten towns were in Bonn to attend the second workshop on wells.", [("city", "Bonn")]),
        ("fr", "La ligue a organisé, lundi à Kigoma, un atelier.", [("city", "Kigoma")]),
        (
            "fr",
            "L’atelier s’est tenu au Palais des Congrès de Lomé du 3 au 5 mai 2019.",
            [("venue", "Palais des Congrès"), ("city", "Lomé")],
        ),
        (
            "es",
            "El taller se realizó los días 3 y 4 de octubre de 2022, en Helsinki, capital de Finlandia.",
            [("city", "Helsinki"), ("country", "Finlandia")],
        ),
        (
            "fr",
            "L’atelier s’est tenu au Centre des Lacs (CDL) de Cotonou.",
            [("venue", "Centre des Lacs"), ("city", "Cotonou")],
        ),
        (
            "en",
            "It met at the International Conference Center Geneva (ICCG), from 13 to 17 May 2019.",
            [("venue", "International Conference Center"), ("city", "Geneva")],
        ),
        ("en", "Dialogue at the Embassy of Finland, Pretoria", [("venue", "Embassy of Finland"), ("city", "Pretoria")]),
    ],
)
def test_a_city_beside_a_day_a_venue_or_its_country_is_that_of_the_meeting(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The agreement adopted at the conference in Paris on 12 December 2015 was praised."),
        ("en", "Ahead of the upcoming summit in New York on 5 May 2019, towns wrote a letter."),
        ("en", "The meeting was held in English on 3 May 2016."),
        ("en", "The meeting put women at the centre on 3 May 2016 and was held for them."),
        ("es", "Sostuvo una reunión con representantes acreditados en Chile el 3 de mayo de 2019."),
    ],
)
def test_places_of_papers_people_and_other_meetings_are_none_of_this_one(code: str, text: str) -> None:
    assert found(text, code) == []


def test_a_labelled_city_may_be_unknown() -> None:
    told = fields("# Ice Talks\n\nDate: 3 May 2019\n\nCity: Kigoma, Tanzania\n\nIt was held.")
    assert (told["city"], told["country"]) == ("Kigoma", "Tanzania")
    assert fields("# Ice Talks\n\nDate: 3 May 2019\n\nCity: Zorgho\n\nIt was held.")["city"] == "Zorgho"
    assert "city" not in fields("# Ice Talks\n\nDate: 3 May 2019\n\nCity: to be announced\n\nIt was held.")
