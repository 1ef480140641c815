"""Who did something at a meeting has spoken, though no table has the verb; participles, other times and other things are no deeds."""

import pytest
from casts import convert, read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ms. Ida Berg, Director of the Ferry Board, unpacked the figures."),
        ("en", "Ms. Ida Berg, Director of the Ferry Board, drew parallels with the last flood."),
        ("en", "Professor Ida Berg has traced the history of the port."),
        ("en", "Ida Berg shed light on the costs of locks."),
        ("en", "Ida Berg, Director of the Ferry Board, closed by thanking the crew."),
        ("fr", "Mme Ida Berg, directrice du port, a retracé les crues."),
        ("fr", "Mme Ida Berg, directrice du port, s'est réjouie des progrès."),
        ("fr", "Madame la ministre Ida Berg a traduit la reconnaissance des villes."),
        ("es", "La Sra. Ida Berg, directora del puerto, desgranó las cifras."),
        ("es", "Ida Berg, bióloga, ha repasado los avances."),
    ],
)
def test_who_does_something_at_a_meeting_has_spoken(language: str, text: str) -> None:
    assert read(text, language=language) == [("speaker", "Ida Berg")]


@pytest.mark.parametrize(
    "text",
    [
        "The project led by Ida Berg ended early.",
        "The guests met Ida Berg, dressed in blue.",
        "Ida Berg retired last spring.",
        "The Blue-led convoy arrived.",
        "The book of Ida Berg sold well.",
        "In 1992, Ida Berg crossed the ice on foot.",
    ],
)
def test_what_was_not_done_at_the_meeting_is_no_deed(text: str) -> None:
    assert read(text) == []


def test_a_deed_says_less_than_a_role_that_is_named() -> None:
    (found,), _ = convert("Those attending were Ms. Ida Berg.", "Ms. Ida Berg unpacked the figures.")
    assert (found.role, found.also_roles) == ("participant", ("speaker",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hurricane Maria devastated the islands."),
        ("en", "Cyclone Idai destroyed the port and the roads."),
        ("fr", "Cyclone Freddy a détruit le port."),
        ("es", "Huracán María destruyó las islas."),
    ],
)
def test_storms_are_no_persons(language: str, text: str) -> None:
    assert read(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lake Turkana attracted visitors."),
        ("en", "Buenos Aires embraced the plan."),
        ("fr", "Lac Tchad a reculé."),
        ("fr", "Le Secrétaire Général Adjoint a remercié les invités."),
        ("es", "Santa Fe presentó su plan."),
        ("es", "Según la Red, Buenos Aires creció mucho."),
    ],
)
def test_places_and_ends_of_titles_are_no_persons(language: str, text: str) -> None:
    assert read(text, language=language) == []
