"""Persons in a row with what is said of each: descriptions between commas, posts before names, one honorific for several."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The panel included Ida Berg, a farmer from Kenya, Tom Roe, and Ana Lund.",
            ["Ana Lund", "Ida Berg", "Tom Roe"],
        ),
        ("fr", "Étaient présents Ida Berg, directrice du port, et Tom Roe, maire de Brest.", ["Ida Berg", "Tom Roe"]),
        ("es", "Asistieron al encuentro Ida Berg, bióloga, y Tom Roe.", ["Ida Berg", "Tom Roe"]),
        (
            "es",
            "El encuentro fue encabezado por el Director del Puerto, Tom Roe, el Oficial a cargo de la Secretaría, Luis Paz, y la Alcaldesa de Renca, Ida Berg.",
            ["Ida Berg", "Luis Paz", "Tom Roe"],
        ),
        (
            "es",
            "El director del puerto, Tom Roe, junto con Ida Berg, alcaldesa de Renca, resaltaron el compromiso.",
            ["Ida Berg", "Tom Roe"],
        ),
        ("en", "Messrs. Berg and Roe described the quay.", ["Berg", "Roe"]),
        ("fr", "MM. Berg et Roe ont rappelé les crues.", ["Berg", "Roe"]),
        ("en", "Co-Chairs Ida Berg and Tom Roe described the quay.", ["Ida Berg", "Tom Roe"]),
        ("en", "HE Ida Berg, Minister of Locks, described the quay.", ["Ida Berg"]),
        ("en", "Ida Berg, Voices and Action for Locks, Kenya, described the quay.", ["Ida Berg"]),
    ],
)
def test_each_person_of_a_row_is_read(language: str, text: str, expected: list[str]) -> None:
    assert sorted(name for _, name in read(text, language=language)) == expected


def test_words_that_name_nobody_are_read_without_harm() -> None:
    assert read("The head of the quay, the keeper, and others, who were late, spoke of locks.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "; : ; :", []),
        ("es", "Participaron diversas expertas: Berg, de", []),
    ],
)
def test_what_breaks_off_is_read_as_far_as_it_goes(language: str, text: str, expected: list[str]) -> None:
    assert [name for _, name in read("# Participants", text, language=language)] == expected
