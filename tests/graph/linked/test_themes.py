from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.graph.linked.themes import own, suggest, thesaurus

WORDS = thesaurus(
    [
        ("urn:participation", "participation in decision-making", "en"),
        ("urn:participation", "participation à la prise de décision", "fr"),
        ("urn:partnership", "partnership", "en"),
        ("urn:platform", "digital platform", "en"),
        ("urn:digital", "digital", "en"),
        ("urn:german", "Partnerschaft", "de"),
    ]
)


def found(text, language="en"):
    return [(match.theme, match.words) for match in WORDS.suggest(text, language)]


def test_a_label_is_found_by_its_stems_and_keeps_the_words_of_the_text():
    assert found("Digital platforms must be built, digital all of them") == [
        ("urn:platform", "Digital platforms"),
        ("urn:digital", "digital"),
    ]


def test_function_words_may_stand_between():
    assert found("fund participation of all in decision making") == []
    assert found("fund participation in the decision-making") == [
        ("urn:participation", "participation in the decision-making")
    ]


def test_labels_of_another_language_are_not_tried():
    assert found("la participation à la prise de décision", "fr") == [
        ("urn:participation", "participation à la prise de décision")
    ]
    assert found("la participation à la prise de décision", "en") == []
    assert found("Partnerschaft", "de") == []
    assert found("partnership", "") == []


def test_more_places_and_longer_labels_score_higher():
    once, twice, long = (
        WORDS.suggest(text, "en")[0].score
        for text in ("partnership", "partnership and partnerships", "participation in decision-making")
    )
    assert once < twice < long <= 1


def test_generic_words_alone_are_no_themes():
    assert suggest("The church works for the time and shares the value of the service.", "en") == ()


def test_the_own_scheme_has_labels_in_three_languages():
    assert set(own().labels) == {"en", "fr", "es"}


@given(st.text(max_size=400), st.sampled_from(["en", "fr", "es", "", "de"]))
def test_any_text_is_matched_with_words_that_stand_in_it(text, language):
    for match in suggest(text, language):
        assert text[match.start : match.end] == match.words
        assert 0 < match.score <= 1


def test_one_word_inside_a_longer_label_is_no_theme_of_its_own():
    assert found("Digital platforms must be built") == [("urn:platform", "Digital platforms")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "El Consejo Económico y Social debe abrir sus puertas."),
        ("fr", "Le Département des affaires économiques et sociales a répondu."),
    ],
)
def test_two_words_that_the_text_joins_by_and_are_no_label_that_does_not(language: str, words: str) -> None:
    assert suggest(words, language) == ()


def test_a_label_that_joins_its_words_itself_matches_with_and_in_the_text() -> None:
    assert [match.words for match in suggest("They spoke of follow-up and review.", "en")] == ["follow-up and review"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Small towns have one accountant, and the accounts are old."),
        ("en", "No passes were issued since the pandemic."),
        ("fr", "Les comités ne sont plus renouvelés depuis la pandémie."),
        ("es", "Nadie respondió desde la pandemia."),
    ],
)
def test_unlike_words_of_one_stem_and_words_that_tell_a_time_are_no_themes(language, words):
    assert suggest(words, language) == ()


def test_forms_of_one_word_are_its_theme():
    assert [match.words for match in suggest("Decentralized services reach a municipality.", "en")] == ["Decentralized"]
    assert [match.words for match in suggest("A municipality reads.", "en")] == ["municipality"]


def test_words_that_only_lead_to_a_theme_are_told_from_a_name_of_it_that_has_the_same_stem():
    words = thesaurus([("urn:t", "volunteering", "en")], leads=[("urn:t", "volunteers", "en")])
    told = {
        text: [each.named for each in words.suggest(text, "en")]
        for text in ("We praise volunteering.", "A volunteer left.")
    }
    assert told == {"We praise volunteering.": [True], "A volunteer left.": [False]}


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("NGOs met at noon", "en", False),
        ("Los municipios enviaron a dos personas", "es", False),
        ("Les maires sont venus", "fr", False),
        ("Rents rose during the pandemic", "en", False),
        ("Decentralisation was postponed", "en", True),
        ("They count what disasters cost", "en", True),
    ],
)
def test_the_name_of_who_acts_is_no_name_of_a_theme_and_suggests_no_target(text, language, named):
    assert {each.named for each in suggest(text, language) if " " not in each.words} >= {named}
    assert all(each.named is named for each in suggest(text, language))
