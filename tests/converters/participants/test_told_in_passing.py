"""Actors whom news name in passing: behind a frame, a colon or a few words without comma, and those who stand for others."""

import pytest
from casts import read

HELD = "The workshop on ferries was held in Bremen."
TENU = "L'atelier sur les bacs s'est tenu à Brême."
REALIZADO = "El taller sobre transbordadores se celebró en Bremen."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was organised on the sidelines of the Ice Forum by the Ferry Board.", [("organizer", "Ferry Board")]),
        (
            "The session, led by Ida Berg and Lin Wei, looked at ice.",
            [("moderator", "Ida Berg"), ("moderator", "Lin Wei")],
        ),
        ("In her talk Ida Berg said that ice is dear.", [("speaker", "Ida Berg")]),
        ("Mr. Omar Diallo in his keynote address said that ice is dear.", [("speaker", "Omar Diallo")]),
        (
            "Other speakers at the workshop included Ida Berg and Lin Wei.",
            [("speaker", "Ida Berg"), ("speaker", "Lin Wei")],
        ),
        (
            "Several experts took the floor: Ida Berg (ICLEI), Lin Wei, Mayor of Bonn, and Omar Diallo.",
            [("speaker", "Ida Berg"), ("speaker", "Lin Wei"), ("speaker", "Omar Diallo")],
        ),
        (
            "The Governor, Omar Diallo, represented by his Special Adviser on Ferries, Lin Wei, lauded the crews.",
            [("speaker", "Lin Wei")],
        ),
        ("Also present on the occasion was Ms. Ida Berg.", [("participant", "Ida Berg")]),
        ("The film was presented on Tuesday by Ida Berg.", [("speaker", "Ida Berg")]),
    ],
)
def test_english_news_name_them_in_passing(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(HELD, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It was about a ferry built in the framework of a plan funded by the Ferry Board.",
        "The inaugural Ferry Breakfast took an hour.",
        "He said that Ida Berg left early.",
        "Together with Berg they walked home.",
        "The study was presented in Ghana by the Ferry Board.",
    ],
)
def test_who_is_only_spoken_of_is_not_named(sentence: str) -> None:
    assert read(HELD, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le ministère de l'Eau a organisé l'atelier.", [("organizer", "ministère de l'Eau")]),
        ("Dans son discours Awa Fall a rappelé l'importance des bacs.", [("speaker", "Awa Fall")]),
        ("La ministre sénégalaise Awa Fall a ouvert l'atelier.", [("opening", "Awa Fall")]),
        (
            "Il s'est déroulé en présence du Préfet de Thiès, de Mme Awa Fall et du Maire de Mbour.",
            [("participant", "Awa Fall"), ("participant", "Maire de Mbour"), ("participant", "Préfet de Thiès")],
        ),
        (
            "Il a été présidé par le Secrétaire Général du ministère de l'Eau, Luc Diop.",
            [("chair", "Luc Diop")],
        ),
    ],
)
def test_french_news_name_them_in_passing(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(TENU, sentence, language="fr") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Por su parte Ana Lund señaló que el hielo es caro.", [("speaker", "Ana Lund")]),
        ("El ministro chileno Luis Berg inauguró el taller.", [("opening", "Luis Berg")]),
        (
            "Participaron diversas expertas: Ana Lund, de la Junta de Ríos; Luis Berg, alcalde de Renca; y Eva Holm.",
            [("participant", "Ana Lund"), ("participant", "Eva Holm"), ("participant", "Luis Berg")],
        ),
        (
            "Entre los principales ponentes se encontraban Luis Berg, alcalde de Renca, y la ministra Ana Lund.",
            [("speaker", "Ana Lund"), ("speaker", "Luis Berg")],
        ),
        ("El alcalde estuvo presente en la asamblea del Consejo Mundial de Puertos.", []),
    ],
)
def test_spanish_news_name_them_in_passing(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(REALIZADO, sentence, language="es") == expected
