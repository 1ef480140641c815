"""What single sentences of a report tell: issues, recommendations, or nothing."""

from __future__ import annotations

import pytest

from forumgraph.converters.points import prose, series
from forumgraph.converters.points.voices import closing
from forumgraph.converters.words.lexicon import lexicons

ENGLISH, FRENCH = lexicons()["en"], lexicons()["fr"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Joke Berg, head of the Boat Union, said the Council should send ice to all towns.", "recommendations"),
        ("Towns must share their ice, the new Chairman told the Council this morning as it met.", "recommendations"),
        ("Ms. Lund stressed that a study of the coast calls for cheaper ice in all towns.", "issues"),
        ("Ms. Lund stressed that a study of the coast shows why mayors called for cheaper ice.", "recommendations"),
        ("ROME, 6 May 2014 — The Boat Forum concluded in Rome today.", ""),
        ("As noted by the former head of the Boat Programme and moderator of the day, ice is dear.", "issues"),
        ("As noted by a recent study of boats, ice is dear in all towns.", ""),
        ("Several mayors addressed the Forum, namely Ida Berg and Ana Reis of the coast.", ""),
        ("The price of ice was the subject of a lively debate among the towns.", "issues"),
        ("The need for piers emerged as a concern in several groups.", "issues"),
        ("Calling for cheaper ice, Ms. Lund noted that prices rose every year.", "recommendations"),
        ("Calling the session to order, Ms. Lund noted that many towns were there.", "issues"),
        ("The forum is over and we want to thank all who came to the coast.", ""),
        ("Towns agreed that the Bureau will draw a map of the piers by May.", "recommendations"),
        ("Towns agreed that ice will be dear in summer.", "issues"),
        ("Towns expressed respect for the emphasis of the Boat Union that piers should be open.", "issues"),
        ("Some of the issues raised were the price of ice and the need for new piers.", "issues"),
        ("Proposals were made to share the ice among towns.", "recommendations"),
        ("A key concern was the price of ice in the small ports.", "issues"),
        ("The main obstacle identified was the price of ice in the small ports.", "issues"),
        ("A key recommendation of the workshop was the publication of ice prices.", "recommendations"),
        ("No consensus was reached on the price of ice.", "issues"),
        ("Hence the proposal to open the piers at night.", "recommendations"),
        ("Scholars at a seminar organized by the Boat Union warned that ice is dear.", "issues"),
        ("The seminar was organized by the Boat Union and warned of ice.", ""),
        ("Ms. Lund took the opportunity to thank the towns of the coast.", ""),
        ("Ms. Lund noted that towns can learn from ice and propose new piers.", "issues"),
        ("The Chair declared opened the second forum on boats and nets.", ""),
        ("The Declaration commits to share the ice of the harbours by 2030.", "recommendations"),
    ],
)
def test_a_sentence_is_read_by_who_says_it_and_of_what(sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, ENGLISH) == kind


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("fr", "Ils ont tour à tour rappelé le prix de la glace.", "issues"),
        ("es", "La ministra ha destacado que el hielo es caro en verano.", "issues"),
        ("es", "Las alcaldesas han pedido que se abran los muelles.", "recommendations"),
        ("es", "La primera mesa se ha centrado en el precio del hielo.", "issues"),
        ("es", "La alcaldesa ha dado la bienvenida a todas las participantes.", ""),
        ("es", "La alcaldesa apuntó que la gente no observa la necesidad de abrir los muelles.", "issues"),
        ("fr", "La trésorière informe le comité directeur du prix de la glace.", "issues"),
        ("fr", "La première partie a été consacrée à la hausse du prix de la glace.", "issues"),
        ("fr", "La présidente ouvre la séance et remercie les membres de leur venue.", ""),
    ],
)
def test_verbs_with_an_auxiliary_and_in_the_present_are_read_like_others(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_the_words_after_a_dateline_are_not_its_signature() -> None:
    assert closing("ROME, 6 May 2014 — The Boat Forum concluded in Rome today.", ENGLISH) == 0


def test_a_list_of_what_was_talked_about_asks_for_nothing() -> None:
    counted = "The talk focused on three topics and related proposals: old boats; lost nets; and the price of ice."
    assert series.inline(counted, "", ENGLISH)[0] == "issues"
    called = "The talk focused on three topics, and mayors called for: old boats; lost nets; and cheaper ice."
    assert series.inline(called, "", ENGLISH)[0] == "recommendations"


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("en", "The Netmakers objected to the use of “shall” in the text on piers.", "issues"),
        ("en", "A talk was devoted to a vision of “the coast we want”.", ""),
        ("en", "They welcomed the progress of the talks on piers.", "issues"),
        ("en", "They welcomed the delegates to the net hall of Riva.", ""),
        ("en", "Berg welcomed the Ana Reis who has taken over the Boat Desk.", ""),
        ("en", "A lively exchange of gifts took place in the net hall.", ""),
        ("en", "The theme that emerged during the debate pertained to the need for ice.", "issues"),
        ("en", "During the seminar there was much concern about the price of ice.", "issues"),
        ("en", "No concerns were raised about the price of ice.", ""),
        ("en", "The Boat Agenda calls on towns to share their ice.", ""),
        ("en", "The session addressed SDG 14 and the price of ice.", "issues"),
        ("en", "Ms. Lund said that this was the form that a fund should take.", "issues"),
        ("en", "Ms. Lund said that ice was dear and the queues at the pier demanding.", "issues"),
        ("fr", "La Norvège a demandé comment les villes partageraient la glace.", ""),
        ("fr", "D'où la nécessité d'ouvrir les quais la nuit.", "recommendations"),
        ("es", "No hubo consenso sobre el precio de las máquinas de hielo.", "issues"),
        ("fr", "La maire a salué les progrès du port.", "issues"),
        ("fr", "La maire a salué la présence des membres du comité.", ""),
        ("es", "Se acuerda que el puerto abra de noche.", "recommendations"),
        ("es", "Hay que abrir los muelles de noche, agregó.", "recommendations"),
        ("es", "Se intercambiaron experiencias sobre la necesidad de hielo.", "issues"),
        ("es", "El debate giró en torno al precio del hielo.", "issues"),
    ],
)
def test_what_is_welcomed_agreed_and_exchanged_is_told_from_what_is_by_the_way(
    code: str, sentence: str, kind: str
) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_a_clause_before_the_words_that_name_the_speaker_is_not_the_speaker() -> None:
    sentence = "With new boats at sea, action must be taken by all, she stressed."
    assert sentence[closing(sentence, ENGLISH) :] == ", she stressed."
    assert prose.kind_of(sentence, ENGLISH) == "recommendations"


def test_a_title_after_a_theme_in_the_singular_is_no_list() -> None:
    assert series.inline("The panel discussed the second theme: Ice, nets and boats.", "", ENGLISH) == ("", ())
    assert len(series.inline("The panel discussed three themes: ice, nets and boats.", "", ENGLISH)[1]) == 3


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Le Bureau décide d'ouvrir les quais la nuit.", "recommendations"),
        ("Les maires demandent qu'on ouvre les quais la nuit.", "recommendations"),
        ("Trois villes ont demandé à adhérer au réseau.", ""),
        ("Les membres ont convenu d'acheter de la glace.", "recommendations"),
        ("L'ordre du jour est adopté par les membres du comité.", ""),
    ],
)
def test_french_words_are_known_before_a_vowel_too(sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, FRENCH) == kind


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("en", "In December 2014, the Boat Council requested the Bureau to draw a map.", ""),
        ("en", "On 5 June 2017, the Boat Council requested the Bureau to draw a map.", "recommendations"),
        ("es", "La alcaldesa sostuvo una reunión con las autoridades del puerto.", ""),
        ("es", "La alcaldesa sostuvo que el hielo es caro en verano.", "issues"),
        ("es", "El hielo es caro en verano, sostuvo la alcaldesa.", "issues"),
        ("en", "Members agreed to continue its work next year in Riva.", ""),
        ("en", "Ms. Lund said the board had at its first meeting agreed on a price.", "issues"),
        ("es", "Entre los invitados destacó la presencia de la alcaldesa.", ""),
        ("fr", "Le maire a remercié les marins et a déclaré clos les travaux.", ""),
    ],
)
def test_what_was_held_or_asked_at_another_time_is_no_point(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("en", "We remain concerned that ice is dear.", "issues"),
        ("fr", "Nous constatons que la glace est chère.", "issues"),
        ("fr", "Dans ce contexte, nous exhortons les ports à ouvrir les quais.", "recommendations"),
        ("es", "Nos preocupa el precio del hielo en verano.", "issues"),
        ("es", "Demandamos a los puertos abrir los muelles de noche.", "recommendations"),
        ("fr", "Souhaitons une entente de tous les ports de la côte.", "recommendations"),
    ],
)
def test_a_declaration_says_what_it_says_in_the_first_person(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("en", "Ice and nets were some of the main focus areas of the day.", "issues"),
        ("en", "The pier was a gift.", ""),
        ("en", "Dear ice was a major obstacle for two towns.", "issues"),
        ("fr", "Le prix de la glace figurait parmi les thèmes abordés.", "issues"),
        ("es", "El hielo fue uno de los temas centrales del encuentro.", "issues"),
    ],
)
def test_what_was_a_theme_was_talked_about(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_what_somebody_planned_in_the_infinitive_is_asked_for_though_nobody_is_named_again() -> None:
    spanish = lexicons()["es"]
    assert prose.kind_of("La alcaldesa planteó abrir los muelles de noche.", spanish) == "recommendations"
    assert prose.kind_of("La alcaldesa planteó un problema con el hielo.", spanish) == "issues"
    assert prose.kind_of("Y en cuanto al hielo se pronunció por comprar más.", spanish) == "recommendations"


def test_a_clause_that_describes_a_noun_asks_for_nothing_where_its_subject_is_glued_to_it() -> None:
    sentence = "Le comité s'est penché sur les études qu'il doit mener sur la glace."
    assert prose.kind_of(sentence, FRENCH) == "issues"


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("en", "The Forum will focus on boats and see the price of ice discussed.", ""),
        ("en", "Ms. Lund spoke of nets, demanding answers of the board.", "recommendations"),
        ("en", "NORWAY requested further discussion of the price of ice.", "recommendations"),
        ("en", "During this session it reviewed current prices of ice.", "issues"),
        ("es", "La cumbre cerró con un fuerte llamado de los puertos a abrir los muelles.", "recommendations"),
    ],
)
def test_what_is_to_come_and_what_people_do_every_day_is_not_what_they_say(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


@pytest.mark.parametrize(
    ("code", "sentence", "kind"),
    [
        ("en", "The moderator, Kari Moe, asked panelists how towns can pay for ice.", ""),
        ("en", "The chair asked the panel to comment on old nets.", ""),
        ("en", "The delegate of Norway asked governments to pay for ice.", "recommendations"),
        ("en", "The mayor confirmed that the pier stays open.", "issues"),
        ("en", "Agreed to write to the harbour office.", "recommendations"),
        (
            "en",
            "Opening the event, Kari Moe called for more ice and wished participants a good stay.",
            "recommendations",
        ),
        ("fr", "La modératrice a demandé aux panélistes comment les villes peuvent payer.", ""),
        ("fr", "Les participants ont convenu qu'il serait préférable de commencer sans limite.", "recommendations"),
        ("fr", "L'enjeu principal réside dans le prix de la glace.", "issues"),
        ("es", "La moderadora preguntó a los panelistas cómo pagan las ciudades.", ""),
        ("es", "Kari Moe expuso los datos de la merluza.", ""),
        ("es", "Kari Moe expuso que faltan redes.", "issues"),
        ("en", "Ms. Moe suggested that the ice be shared before anybody is asked to pay.", "recommendations"),
    ],
)
def test_questions_and_courtesies_are_parted_from_what_is_asked_and_said(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind
