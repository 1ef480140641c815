"""What must be, said by nobody in particular: in prose between what people said, and in lists of what is to be done."""

from __future__ import annotations

import pytest

from forumgraph.converters import convert
from forumgraph.converters.points import appeals, demands, prose
from forumgraph.converters.points.tasks import is_planned, is_task, names_action
from forumgraph.converters.readers.plain import read
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Source

ACCOUNT = "Workshop on ice\n\nThe workshop took place in Oslo on 3 May 2024.\n\n"


def asked(text: str) -> list[str]:
    source = Source("notes.txt", "text/plain", "0" * 64, len(text))
    report = convert(read(text.encode(), source), Names([]))
    return [each.text for session in report.sessions for each in session.recommendations]


@pytest.mark.parametrize(
    ("code", "sentence", "declared"),
    [
        ("en", "Towns need to work together on the price of ice.", True),
        ("en", "However, more piers must be opened before summer.", True),
        ("en", "It is important to note that ice was dear.", False),
        ("en", "Ice is patient; a pier needs to be.", False),
        ("en", "The study recommended cheaper ice for all.", False),
        ("fr", "Il est donc nécessaire de partager la glace.", True),
        ("fr", "Il faut rappeler que la glace coûte cher.", False),
        ("es", "Es clave, además, el abrir los muelles.", True),
        ("es", "Hay que señalar que el hielo es caro.", False),
        ("es", "Se eligieron las obras que deben empezar en verano.", False),
        ("fr", "D'autres communes devraient le faire dans les mois à venir.", False),
    ],
)
def test_a_sentence_may_say_by_itself_what_must_be(code: str, sentence: str, *, declared: bool) -> None:
    assert demands.declares(sentence, lexicons()[code]) is declared


def test_what_must_be_counts_only_after_somebody_has_spoken() -> None:
    duty = "More piers must be opened on the coast before summer."
    said = "Ms. Lund noted that ice is dear."
    assert asked(f"{ACCOUNT}{said}\n\n{duty}\n") == [duty]
    assert asked(f"{ACCOUNT}{duty}\n\n{said}\n") == []


def test_a_second_verb_asks_where_the_first_does_not() -> None:
    sentence = "Comentó que las redes son clave, pero es necesario mezclarlas con los barcos."
    assert demands.asked(sentence, lexicons()["es"]).span.of(sentence) == "es necesario"  # type: ignore[union-attr] # found


def test_who_is_left_out_goes_on_with_a_second_verb() -> None:
    told = "Resaltó la importancia del hielo e invitó a abrir todos los muelles de la costa."
    assert appeals.reports_call(told, lexicons()["es"])


@pytest.mark.parametrize(
    ("code", "words", "task"),
    [
        ("es", "Combatir la subida del hielo", True),
        ("es", "Contar con muelles abiertos", True),
        ("es", "Taller de redes y barcos", False),
        ("es", "Lugar: el muelle", False),
        ("fr", "Partager les quais", True),
        ("fr", "Atelier de la glace", False),
    ],
)
def test_an_item_in_the_infinitive_is_a_task(code: str, words: str, *, task: bool) -> None:
    assert is_task(words, lexicons()[code]) is task


def test_actions_named_by_nouns_are_asked_for_only_among_tasks() -> None:
    assert names_action("Creación de un fondo", lexicons()["es"])
    head = "Taller sobre el hielo\n\nEl taller se celebró en Cádiz el 3 de mayo de 2024.\n\n"
    named = "- Creación de un fondo para los muelles del sur\n- Revisión de la ley de puertos y costas\n"
    assert asked(head + named) == []
    assert len(asked(head + named + "- Abrir los muelles de toda la costa en verano\n")) == 3


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("fr", "La maire a ouvert la séance en soulignant l'importance des quais.", "issues"),
        ("fr", "Mme Roux a souligné le rôle central que les ports doivent jouer.", "issues"),
        ("es", "Lucía Prado mencionó que es recomendable la reforma de la ley.", "recommendations"),
        ("es", "Las fichas reúnen lo que se propuso en el taller.", ""),
        ("en", "The Boat Union supported the facilitation of a session on ice.", ""),
        ("en", "The Boat Union supported adding a line on ice to the text.", "recommendations"),
        ("en", "Ms. Lund thanked the panel and said the aim of the meeting was to talk about ice.", ""),
        ("en", "A study from Oslo finds that ice is dear on the coast.", ""),
    ],
)
def test_what_is_supported_opened_and_described_is_told_from_what_is_asked(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_what_begins_with_the_name_of_a_wish_is_wanted() -> None:
    told = "Key messages included: a recommendation to share the ice; the price of ice; and the need to mend all nets."
    assert asked(f"{ACCOUNT}{told}\n") == ["a recommendation to share the ice", "the need to mend all nets"]


STEPS = "Next steps\n\n"


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        ("The Boat Union will set up a group on ice by May.", True),
        ("A common plan for the piers is to be drawn up.", True),
        ("The Boat Union will share the presentations by mail.", False),
        ("Prices of ice doubled on the coast last summer.", False),
    ],
)
def test_what_somebody_is_going_to_do_is_a_next_step(sentence: str, *, planned: bool) -> None:
    assert asked(f"{ACCOUNT}{STEPS}{sentence} Ice is dear.\n") == ([sentence] if planned else [])


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        ("The port will open in May.", True),
        ("The port would like to open in May.", False),
        ("The workshop would not have been held without the port.", False),
    ],
)
def test_what_somebody_would_like_or_would_have_done_is_no_step(sentence: str, planned: bool) -> None:
    assert is_planned(sentence, lexicons()["en"]) is planned


def test_open_is_a_deed_only_before_what_is_opened() -> None:
    assert is_task("Open the quays", lexicons()["en"])
    assert not is_task("Open data", lexicons()["en"])


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("fr", "Il a été retenu de créer un fonds pour la glace.", "recommendations"),
        ("es", "Entre los principales problemas se encuentran las redes viejas.", "issues"),
    ],
)
def test_who_is_asked_may_stand_before_the_verb_and_a_view_may_ask(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_what_may_be_a_noun_is_no_deed_of_somebody() -> None:
    assert not is_task("Access to finance remains a bottleneck", lexicons()["en"])
    assert is_task("Access the funds of the coast", lexicons()["en"])


def test_a_label_among_the_sentences_of_minutes_says_what_follows() -> None:
    assert asked(f"{ACCOUNT}The till is empty. Decision: no new nets in spring.\n") == ["no new nets in spring."]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Discussion about nets with the Boat Union", ""),
        ("The price of ice was another concern.", "issues"),
        ("They want banks to lower the price of ice.", "recommendations"),
        ("The communique calls for a review of all piers.", "recommendations"),
        ("They proposed cheaper ice.", "recommendations"),
    ],
)
def test_notes_and_short_sentences_are_read_too(sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()["en"]) == kind


def test_what_is_to_be_is_asked_for_though_something_is_so_behind_it() -> None:
    assert appeals.reports_call(
        "He suggested that the plan be agreed before anybody is asked for text.", lexicons()["en"]
    )
    assert not appeals.reports_call("She suggested that ice is dear.", lexicons()["en"])
