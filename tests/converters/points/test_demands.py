"""How strongly something is asked, and of whom."""

from __future__ import annotations

import pytest

from forumgraph.converters.points.addressees import addressed, addressee
from forumgraph.converters.points.demands import strength, tone
from forumgraph.converters.words.lexicon import lexicons

ENGLISH, FRENCH, SPANISH = (lexicons()[code] for code in ("en", "fr", "es"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Governments must act", "must"),
        ("We need a better desk", "must"),
        ("Towns should act", "should"),
        ("Speakers urged towns to act", "invites"),
        ("It is vital that towns act", "judgement"),
        ("Ports will be key to trade", "forecast"),
        ("People in need of ice", None),
        ("Boats are old", None),
    ],
)
def test_the_verb_says_how_strongly(text: str, expected: str | None) -> None:
    found = strength(text, ENGLISH, 7)
    assert (found.value if found else None) == expected
    if found:
        assert found.span.start >= 7


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Speakers called on all Member States to pay", "Member States"),
        ("Participants stressed that local governments should pay", "local governments"),
        ("The Ministry of Fish needs to publish prices", "Ministry of Fish"),
        ("We need a better desk", None),
        ("It should be cheaper", None),
    ],
)
def test_who_is_asked_stands_beside_the_verb(text: str, expected: str | None) -> None:
    found = addressee(text, ENGLISH)
    assert (found.value if found else None) == expected


def test_french_and_spanish_have_their_own_verbs() -> None:
    assert strength("L'État doit payer", FRENCH).value == "must"
    assert addressee("Las participantes instaron a los gobiernos a pagar", SPANISH).value == "gobiernos"


def test_several_who_are_asked_are_told_together() -> None:
    assert addressee("Instó a los gobiernos y a las ciudades a pagar.", SPANISH).value == "gobiernos y a las ciudades"
    assert addressee("She urged the ministries and the cities to pay.", ENGLISH).value == "ministries and the cities"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Les participants ont recommandé :", "fr"),
        ("Working groups", "en"),
        ("Member States argued:", "en"),
        ("Red de alerta", "es"),
    ],
)
def test_headings_and_lead_ins_that_ask_nobody_address_nobody(words: str, language: str) -> None:
    assert addressed(words, lexicons()[language], alone=True) is None


def test_a_thing_that_is_to_hold_another_is_nobody() -> None:
    assert addressee("He recommended that the declaration include a mechanism for audits.", ENGLISH) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In this regard, governments should act.", "governments"),
        ("en", "By 2030, the UN system needs to open a register.", "UN system"),
        ("fr", "À cette fin, les communes doivent publier leurs comptes.", "communes"),
        ("es", "Para ello, los gobiernos deben actuar.", "gobiernos"),
        ("en", "In cities, towns and villages, governments should act.", None),
        ("en", "By 2030, reviews of governments should be open.", None),
        ("en", "In rural areas, services must be free.", None),
        ("en", "WHO and UNICEF should issue guidance.", "WHO and UNICEF"),
        ("en", "Who should issue guidance?", None),
    ],
)
def test_who_is_asked_may_stand_behind_words_that_open_the_sentence(
    language: str, text: str, expected: str | None
) -> None:
    asked = addressee(text, lexicons()[language])
    assert (asked.value if asked else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It should also be noted that ice is dear.", None),
        ("en", "It must be stressed that ice is dear, and towns should buy it.", "should"),
        ("en", "Ice should be mentioned in the declaration.", "should"),
        ("fr", "Il doit être souligné que la glace est chère.", None),
        ("fr", "La glace doit être partagée.", "must"),
        ("es", "Debe destacarse que el hielo es caro.", None),
        ("es", "El hielo debe compartirse.", "must"),
    ],
)
def test_what_is_only_to_be_noted_is_not_asked_for(language: str, text: str, expected: str | None) -> None:
    found = strength(text, lexicons()[language])
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ports, ferry companies and the press should share ice.", None),
        ("en", "Cities, donors, and civil society should share ice.", "Cities, donors, and civil society"),
        ("en", "There is a need for cities to share ice.", "cities"),
        ("en", "It is vital that Member States share ice.", "Member States"),
        ("en", "It is vital that States of the coast share ice.", None),
        ("en", "It is vital that cities are heard.", None),
        ("en", "It is vital that civil society share ice.", "civil society"),
        ("en", "Mayors were encouraged to share ice.", "Mayors"),
        ("en", "It is vital that open government promises are kept.", None),
        ("fr", "Il faut que les communes rurales partagent la glace.", "communes rurales"),
        ("fr", "Il faut que les autorités locales partagent la glace.", "autorités locales"),
        ("fr", "Nous demandons aux États de partager la glace.", "États"),
        ("es", "Instó al Gobierno a compartir el hielo.", "Gobierno"),
        ("es", "Se recomienda a los municipios compartir el hielo.", "municipios"),
        ("fr", "Il faut que les communes soient servies.", None),
        ("es", "Es clave que las ciudades sean escuchadas.", None),
        ("es", "Es clave que los gobiernos compartan el hielo.", "gobiernos"),
    ],
)
def test_who_is_to_act_may_stand_in_a_list_or_a_clause(language: str, text: str, expected: str | None) -> None:
    found = addressee(text, lexicons()[language], 3)
    assert (text[found.span.start - 3 : found.span.end - 3] if found else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They made a plea for ice.", "invites"),
        ("en", "They made a plea for ice, which must be cheap.", "invites"),
        ("en", "The importance of ice, which must be cheap.", "must"),
        ("en", "Ice for all by 2030.", None),
        ("en", "Meet the growing demand for essential ice.", None),
        ("es", "Atender la demanda de hielo.", None),
        ("fr", "Nous exhortons les ports à vendre.", "invites"),
        ("es", "Subrayó la importancia del hielo.", "judgement"),
    ],
)
def test_nouns_and_rarer_verbs_say_how_strongly_a_recommendation_asks(
    language: str, text: str, expected: str | None
) -> None:
    found = tone(text, lexicons()[language])
    assert (found.value if found else None) == expected
