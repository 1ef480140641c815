"""What single sentences of a report tell: issues, recommendations, or nothing."""

from __future__ import annotations

import pytest

from forumgraph.converters import prose, series
from forumgraph.converters.lexicon import lexicons
from forumgraph.converters.voices import closing

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
        ("On the sidelines, informal discussions took place on the price of ice.", "issues"),
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
        ("fr", "La glace coûte cher en été, a-t-elle expliqué, cédant la parole au maire.", "issues"),
        ("fr", "Ils ont tour à tour rappelé le prix de la glace.", "issues"),
        ("es", "La ministra ha destacado que el hielo es caro en verano.", "issues"),
        ("es", "Las alcaldesas han pedido que se abran los muelles.", "recommendations"),
        ("es", "La primera mesa se ha centrado en el precio del hielo.", "issues"),
        ("es", "La alcaldesa ha dado la bienvenida a todas las participantes.", ""),
        ("es", "La alcaldesa apuntó que la gente no observa la necesidad de abrir los muelles.", "issues"),
        ("es", "En este encuentro, que reunió a más de cien personas, enfatizó que el hielo es caro.", "issues"),
        ("fr", "La trésorière informe le comité directeur du prix de la glace.", "issues"),
        ("fr", "La première partie a été consacrée à la hausse du prix de la glace.", "issues"),
        ("fr", "La présidente ouvre la séance et remercie les membres de leur venue.", ""),
    ],
)
def test_verbs_with_an_auxiliary_and_in_the_present_are_read_like_others(code: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[code]) == kind


def test_the_words_after_a_dateline_are_not_its_signature() -> None:
    assert closing("ROME, 6 May 2014 — The Boat Forum concluded in Rome today.", ENGLISH) == 0
    assert closing("La glace coûte cher, a-t-elle expliqué.", FRENCH) > 0


def test_a_list_of_what_was_talked_about_asks_for_nothing() -> None:
    counted = "The talk focused on three topics and related proposals: old boats; lost nets; and the price of ice."
    assert series.inline(counted, "", ENGLISH)[0] == "issues"
    called = "The talk focused on three topics, and mayors called for: old boats; lost nets; and cheaper ice."
    assert series.inline(called, "", ENGLISH)[0] == "recommendations"
