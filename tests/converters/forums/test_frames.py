"""Words that put a session into a larger meeting, in three languages."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Source

NAMES = Names(
    [
        KnownName("hlpf", ("High-level Political Forum", "Forum politique de haut niveau"), ("HLPF",), "forum"),
        KnownName("ice", ("World Ice Forum", "Foro Mundial del Hielo"), (), "forum"),
    ]
)
ENDS = {
    "en": "Participants discussed the price of ice. They urged towns to own the piers.",
    "fr": "Les participants ont souligné le prix de la glace. Ils ont appelé les villes à entretenir les quais.",
    "es": "Los participantes destacaron el precio del hielo. Pidieron a las ciudades cuidar los muelles.",
}


def part_of(title: str, text: str, code: str = "en") -> list[str]:
    data = f"{title}\n\n{text} {ENDS[code]}\n".encode()
    found = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), NAMES)
    return [fact.value for fact in found.sessions[0].part_of]


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        ("The side event was held in conjunction with the 2019 HLPF on 9 July 2019 in Oslo.", "2019 HLPF"),
        ("The side event was held back-to-back with the Tenth World Ice Forum in Oslo.", "Tenth World Ice Forum"),
        ("The workshop was held as a pre-event to the World Ice Forum on 9 July 2019.", "World Ice Forum"),
        ("At the 2019 HLPF, three towns organized a round table on 9 July 2019 in Oslo.", "2019 HLPF"),
        ("The workshop was held as part of the Second Week of Piers on 9 July 2019 in Oslo.", "Second Week of Piers"),
        ("An event held by towns at the 28th Conference on Piers spoke of ice.", "28th Conference on Piers"),
        ("The workshop was held on 9 July 2019 in Oslo, during the World Ice Forum.", "World Ice Forum"),
    ],
)
def test_many_words_lead_to_the_larger_meeting(text: str, forum: str) -> None:
    assert part_of("Cold boats", text) == [forum]


@pytest.mark.parametrize(
    ("code", "text", "forum"),
    [
        (
            "fr",
            "L'atelier s'est tenu en parallèle du Forum politique de haut niveau le 9 juillet 2019 à Lomé.",
            "Forum politique de haut niveau",
        ),
        (
            "fr",
            "Au cours de la Conférence des Quais, trois villes ont organisé un atelier le 9 juillet 2019.",
            "Conférence des Quais",
        ),
        (
            "fr",
            "L'atelier s'est tenu dans le cadre de la Semaine africaine de l'eau le 9 juillet 2019 à Lomé.",
            "Semaine africaine de l'eau",
        ),
        (
            "es",
            "El taller se realizó en el contexto del IV Foro Mundial del Hielo el 9 de julio de 2019.",
            "IV Foro Mundial del Hielo",
        ),
        (
            "es",
            "El taller se celebró en paralelo a la Cumbre de los Muelles el 9 de julio de 2019 en Quito.",
            "Cumbre de los Muelles",
        ),
    ],
)
def test_french_and_spanish_have_as_many(code: str, text: str, forum: str) -> None:
    assert part_of({"fr": "Des barques au froid", "es": "Barcas frías"}[code], text, code) == [forum]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Tenth World Ice Forum",
            "The forum was held on 9 July 2019. On the first day of the World Ice Forum, towns spoke.",
        ),
        (
            "Third Congress of Piers",
            "The congress met in Oslo on 9 July 2019. During the Third Congress of Piers, towns spoke.",
        ),
        ("Cold boats", "The workshop was held in Oslo on 9 July 2019. Its results will be shown during the HLPF."),
        ("Cold boats", "The workshop was held in Oslo on 9 July 2019 under the auspices of the Commission on Ice."),
        ("Cold boats", "The workshop was held in Oslo on 9 July 2019 in advance of the HLPF."),
    ],
)
def test_its_own_meeting_what_is_to_come_and_bodies_are_none(title: str, text: str) -> None:
    assert part_of(title, text) == []


@pytest.mark.parametrize(
    ("title", "forum"),
    [
        ("CSW63 Parallel Event\n\nCold boats: a way to 2030", "CSW63"),
        ("Cold boats: a way to 2030\n\nOfficial side event – HLPF 2019", "HLPF 2019"),
        ("Side event: cold boats (World Ice Forum)", "World Ice Forum"),
        ("Ice Week Congress 2019\n\nSession: cold boats", "Ice Week Congress 2019"),
        ("Meeting of the pier network – HLPF 2019", "HLPF 2019"),
    ],
)
def test_lines_around_the_title_name_the_larger_meeting(title: str, forum: str) -> None:
    assert part_of(title + "\n\n9 July 2019", "The event was held online.") == [forum]


def test_what_a_meeting_was_beside_met_itself_though_it_may_be_a_body() -> None:
    told = "The workshop was held on 3 May 2021 in Oslo on the margins of the Ice Commission."
    assert part_of("Ice for towns", told) == ["Ice Commission"]
    assert part_of("Ice for towns", told.replace("on the margins", "in the framework")) == []
