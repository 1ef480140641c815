"""Points that words count after a lead-in, in one paragraph or in several."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.words.names import Names
from forumgraph.converters.words.sentences import inside_quotations, split
from forumgraph.model import Session, Source

TOP = {
    "en": "Report of the workshop on boats\n\nThe workshop on boats was held in Oslo on 5 June 2017. It was organized by the Boat Desk.\n\n",
    "fr": "Rapport de l'atelier sur les bateaux\n\nL'atelier s'est tenu à Dakar le 5 juin 2017. Il a été organisé par la Table des bateaux.\n\n",
    "es": "Informe del taller sobre barcos\n\nEl taller sobre barcos se celebró en Lima el 5 de junio de 2017. Fue organizado por la Mesa de Barcos.\n\n",
}


def session(text: str, tag: str = "en") -> Session:
    data = (TOP[tag] + text).encode()
    (found,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), Names([])).sessions
    return found


@pytest.mark.parametrize(
    ("tag", "text", "issue", "asked"),
    [
        ("en", "Two takeaways emerged: First, ice is dear. Second, towns must share it.", "ice is dear.", "towns must share it."),
        ("en", "Two takeaways emerged:\n\nFirst, ice is dear. Second, towns must share it.", "ice is dear.", "towns must share it."),
        ("en", "Two takeaways emerged:\n\nFirst, ice is dear.\n\nSecond, towns must share it.", "ice is dear.", "towns must share it."),
        (
            "fr",
            "Deux enseignements se dégagent : Premièrement, la glace est chère. Enfin, les ports doivent rester ouverts.",
            "la glace est chère.",
            "les ports doivent rester ouverts.",
        ),
        (
            "es",
            "Surgieron dos mensajes: En primer lugar, el hielo es caro. En segundo lugar, los puertos deben seguir abiertos.",
            "el hielo es caro.",
            "los puertos deben seguir abiertos.",
        ),
    ],
)  # fmt: skip
def test_words_that_count_begin_points_below_a_lead(tag: str, text: str, issue: str, asked: str) -> None:
    found = session(text, tag)
    assert [point.text for point in found.issues] == [issue]
    assert [point.text for point in found.recommendations if not point.derived] == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "First, ice was sold at the pier of the town. Second, the nets were mended there.",
        "It was late in the evening: First, ice was sold at the pier. Second, the nets were mended there.",
        "Two takeaways emerged:\n\nFinally, the chair thanked the crews of the boats.",
        "Two takeaways emerged:\n\nFirst ice is sold by the towns of the coast.",
    ],
)
def test_words_that_count_alone_begin_none(text: str) -> None:
    found = session(text)
    assert not found.issues
    assert not found.recommendations


def test_a_quotation_is_open_until_its_mark() -> None:
    text = "She said: “Ice is dear. Nets are old.” Boats wait."
    assert inside_quotations(text, split(text)) == [False, True, False]
