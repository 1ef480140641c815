"""Verbs that report something before a clause, in many forms and three languages, and those that only seem to."""

from __future__ import annotations

import pytest

from forumgraph.converters.points import prose, repeats
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Issue, Span

ENGLISH = ("recalled", "opined", "held", "made it clear", "were of the view", "countered", "were told", "took the view")
FRENCH = ("ont rapporté", "ont fait valoir", "concluent", "déplorent", "soulignèrent", "ont été d'avis", "ont appris")
SPANISH = ("aseveraron", "hicieron hincapié en", "dieron a conocer", "recalcaron", "advierten", "se quejaron de")


@pytest.mark.parametrize("verb", ENGLISH)
def test_verbs_of_saying_tell_of_an_issue(verb: str) -> None:
    assert prose.kind_of(f"Participants {verb} that ice is dear in the small ports.", lexicons()["en"]) == "issues"


@pytest.mark.parametrize("verb", FRENCH)
def test_verbs_of_saying_tell_of_an_issue_in_french(verb: str) -> None:
    sentence = f"Les participants {verb} que la glace est chère dans les petits ports."
    assert prose.kind_of(sentence, lexicons()["fr"]) == "issues"


@pytest.mark.parametrize("verb", SPANISH)
def test_verbs_of_saying_tell_of_an_issue_in_spanish(verb: str) -> None:
    sentence = f"Los participantes {verb} que el hielo es caro en los puertos pequeños."
    assert prose.kind_of(sentence, lexicons()["es"]) == "issues"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Older persons noted that ice is dear in the small ports.", "issues"),
        ("Coopers and netmakers argued that ice is dear in the small ports.", "issues"),
        ("The 2030 Agenda recognizes that towns need ice in summer.", ""),
        ("A study from the north found that ice is dear in the small ports.", ""),
        ("Ms. Lund reminded the board that ice is dear in the small ports.", "issues"),
        ("Towns expressed their deep concern over the price of ice.", "issues"),
        ("A key speaker was the mayor of a small port.", ""),
        ("Speakers stressed that we need to publish the price of ice.", "recommendations"),
        ("Review of the plans suggested that ice is dear in the small ports.", "issues"),
        ("Participants suggested that ice be sold on the quay.", "recommendations"),
        ("The Chair declared the meeting closed at five in the afternoon.", ""),
        ("The framework mandated by the summit covers the ports of the north.", ""),
    ],
)
def test_who_says_it_and_whether_it_asks(sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()["en"]) == kind


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("fr", "Les participants ont souligné qu'il était essentiel de publier le prix de la glace."),
        ("fr", "Les participants ont insisté sur l'urgence de publier le prix de la glace."),
        ("es", "Los participantes señalaron que era importante publicar el precio del hielo."),
        ("es", "El comité encargó a la secretaría publicar el precio del hielo."),
    ],
)
def test_what_is_said_to_be_needed_is_asked_for_in_other_languages(tag: str, sentence: str) -> None:
    assert prose.kind_of(sentence, lexicons()[tag]) == "recommendations"


def test_a_point_of_an_executive_summary_is_told_once() -> None:
    summary = Issue("High prices of ice keep small boats ashore", Span(0, 42), "list", heading="Executive summary")
    told = Issue("Small boats stay ashore because the price of ice is high", Span(90, 146), "list", heading="Ice")
    other = Issue("Young people leave the coast for the towns", Span(43, 85), "list", heading="Executive summary")
    assert repeats.once((summary, other, told)) == ((other, told), (summary,))


def test_points_of_two_chapters_that_are_alike_both_stay() -> None:
    first = Issue("High prices of ice keep small boats ashore", Span(0, 42), "list", heading="North")
    second = Issue("Small boats stay ashore because the price of ice is high", Span(90, 146), "list", heading="South")
    assert repeats.once((first, second)) == ((first, second), ())


@pytest.mark.parametrize(
    ("tag", "sentence", "kind"),
    [
        ("en", "The lack of piers emerged as a major challenge.", "issues"),
        ("en", "The strategy committed to cheaper ice from July.", ""),
    ],
)
def test_what_nobody_is_named_to_have_said(tag: str, sentence: str, kind: str) -> None:
    assert prose.kind_of(sentence, lexicons()[tag]) == kind
