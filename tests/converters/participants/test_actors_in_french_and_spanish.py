"""Actors are read in French and Spanish as they are in English."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                "La session a été organisée par le Groupe majeur des autorités locales (GMAL).",
                "Elle a été organisée en partenariat avec l'Association internationale des maires francophones (AIMF) et la Ville de Paris.",
            ],
            [
                ("organizer", "Groupe majeur des autorités locales"),
                ("partner", "Association internationale des maires francophones"),
                ("partner", "Ville de Paris"),
            ],
        ),
        (
            [
                "Réunion organisée par la Coordination des élus pour l'eau, en partenariat avec le Programme Solidarité Eau (pS-Eau)."
            ],
            [("organizer", "Coordination des élus pour l'eau"), ("partner", "Programme Solidarité Eau")],
        ),
        (["Elle était modérée par Mme Anne Dupont, directrice de l'OGP."], [("moderator", "Anne Dupont")]),
        (["Le maire de Dakar a souligné le besoin."], [("speaker", "maire de Dakar")]),
        (
            ["Intervenants : M. Jean Valjean, maire de Montreuil, et Mme Cosette Hugo (CGLU)."],
            [("speaker", "Cosette Hugo"), ("speaker", "Jean Valjean")],
        ),
        (
            ["# Intervenants", "* Ministère de la Transition écologique et de la Cohésion des territoires"],
            [("speaker", "Ministère de la Transition écologique et de la Cohésion des territoires")],
        ),
        (["Selon le PNUD, la pauvreté augmente.", "Les villes ont demandé plus de moyens."], []),
    ],
)
def test_french_is_read(blocks: list[str], expected: list[tuple[str, str]]) -> None:
    assert read(*blocks, language="fr") == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [
                "Fue organizada por el Ministerio de Política Territorial y Memoria Democrática, en colaboración con la Diputación de Barcelona y CGLU."
            ],
            [
                ("organizer", "Ministerio de Política Territorial y Memoria Democrática"),
                ("partner", "CGLU"),
                ("partner", "Diputación de Barcelona"),
            ],
        ),
        (["Fue moderada por la Sra. Ana Pérez, alcaldesa de Bogotá."], [("moderator", "Ana Pérez")]),
        (["La alcaldesa de Bogotá señaló que falta agua."], [("speaker", "alcaldesa de Bogotá")]),
        (
            ["Ponentes:", "* D. Juan Pérez, alcalde de Sevilla", "* María López (FLACSO)"],
            [("speaker", "Juan Pérez"), ("speaker", "María López")],
        ),
        (
            [
                "Moderó Rosa Iturbide. Intervinieron Nicanor Lago, dirigente mapuche; Marisol Vega, de la Red de Mujeres; y la Alcaldesa de Renca."
            ],
            [
                ("moderator", "Rosa Iturbide"),
                ("speaker", "Alcaldesa de Renca"),
                ("speaker", "Marisol Vega"),
                ("speaker", "Nicanor Lago"),
            ],
        ),
        (["Con intervenciones de Kenya y UNDP."], [("speaker", "Kenya"), ("speaker", "UNDP")]),
        (["Según UNDP, la pobreza aumenta.", "Los participantes pidieron más fondos."], []),
    ],
)
def test_spanish_is_read(blocks: list[str], expected: list[tuple[str, str]]) -> None:
    assert read(*blocks, language="es") == expected
