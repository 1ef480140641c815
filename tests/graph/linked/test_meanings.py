"""Words that look like a theme and are something else: names of actors, offices, proper names, false friends; and words that only lead to a theme."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.graph.linked import themes
from forumgraph.graph.linked.meanings import is_office
from forumgraph.graph.linked.stretches import Stretches
from forumgraph.graph.linked.themes import own, suggest, thesaurus
from forumgraph.graph.names.sightings import sightings
from forumgraph.ontology import THEME, forum
from forumgraph.ontology import text as ontology_text


def told(text: str, language: str = "en") -> set[str]:
    return {match.theme.removeprefix(THEME) for match in suggest(text, language)}


@pytest.mark.parametrize(
    ("language", "named", "said", "theme"),
    [
        ("en", "The Women's Major Group asked for chairs.", "The women asked for chairs.", "gender-equality"),
        ("en", "The Major Group for Children and Youth sat.", "The children and youth sat.", "children-youth"),
        ("fr", "Le Grand groupe des femmes a demandé des chaises.", "Les femmes ont demandé.", "gender-equality"),
        ("es", "La Organización Mundial de la Salud abrió.", "La salud abrió el debate.", "health"),
        ("en", "The Minister of Health closed the day.", "Talk of health closed the day.", "health"),
        ("en", "The Minister of State for Climate and Water sang.", "They sang of water.", "water"),
        ("fr", "La ministre de la santé a clos la journée.", "La santé a clos la journée.", "health"),
        ("es", "El Ministro de Educación cerró la jornada.", "La educación cerró la jornada.", "education"),
        ("en", "At noon they heard the Hill Women Choir.", "At noon they heard women.", "gender-equality"),
        ("en", "Fund reading as you fund roads.", "Fund roads as you must.", "transport"),
        ("fr", "Financer l'écoute comme on finance le fret.", "Financer le fret comme il faut.", "transport"),
        (
            "es",
            "Financiar la lectura como se financian las carreteras.",
            "Financiar carreteras como antes.",
            "transport",
        ),
        ("en", "The business climate has cooled.", "The climate has warmed.", "climate-change"),
        ("fr", "Le climat des affaires est froid.", "Le climat se réchauffe.", "climate-change"),
        ("es", "El clima de confianza ayuda.", "El clima se calienta.", "climate-change"),
        ("en", "The Mayor of Brae said so.", "The mayors said so.", "local-regional-governments"),
        ("fr", "Des règles communes seront écrites.", "Les communes écriront.", "local-regional-governments"),
        ("en", "These delays stem from old rules.", "Girls in STEM told their story.", "science-technology"),
        ("en", "They will ramp up what they do.", "The hall has no ramps.", "persons-with-disabilities"),
        ("en", "This is without prejudice to the rest.", "Prejudice keeps them away.", "discrimination"),
        ("fr", "Sans préjuger de la suite, on vota.", "Les préjugés les tiennent à distance.", "discrimination"),
        ("en", "They asked for seed funding.", "They asked for seeds.", "food"),
        (
            "en",
            "We heard of permanent seats on the Security Council.",
            "They asked for permanent seats.",
            "participation",
        ),
        ("en", "The executive arm of the body met.", "The arms must rest.", "peace-justice"),
    ],
)
def test_what_only_looks_like_a_theme_is_none(language, named, said, theme):
    assert theme not in told(named, language)
    assert theme in told(said, language)


def test_a_label_that_is_longer_than_the_name_in_it_counts():
    words = thesaurus([("urn:reform", "reform of the Security Council", "en"), ("urn:council", "council", "en")])
    text = "They want a reform of the Security Council."
    assert [match.theme for match in words.suggest(text, "en", sightings(text))] == ["urn:reform"]


def test_a_headline_with_many_capitals_is_no_name():
    assert "gender-equality" in told("Seats For Women Speakers")


def test_words_that_lead_to_a_theme_score_less_than_its_names():
    words = thesaurus([("urn:w", "river basin", "en"), ("urn:w", "water", "en")], leads=[("urn:w", "well shaft", "en")])
    (name,), (lead,) = words.suggest("The river basin is dry.", "en"), words.suggest("The well shaft is dry.", "en")
    assert name.named
    assert not lead.named
    assert lead.score < name.score


def test_every_theme_has_words_that_lead_to_it_in_each_language():
    leads = {(concept.removeprefix(THEME), language) for concept, language, _ in own().leads}
    themes = {concept.removeprefix(THEME) for concept in own().concepts}
    assert len(themes) >= 68
    assert leads == {(theme, language) for theme in themes for language in ("en", "fr", "es")}


def test_languages_have_about_as_many_labels():
    sizes = {language: len(rows) for language, rows in own().labels.items()}
    assert min(sizes.values()) >= 0.7 * max(sizes.values()), sizes


def test_labels_of_one_language_are_those_of_the_whole_scheme():
    whole = own()
    for language, labels in whole.labels.items():
        alone = own(language)
        assert alone.labels == {language: labels}
        assert alone.longest == {language: whole.longest[language]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The participants were thanked for their cooperation."),
        ("en", "They opened the meeting with a song and a representative of the hosts."),
        ("fr", "Les participants ont pris la parole en train de manger."),
        ("es", "La representante agradeció sin costo a los participantes."),
    ],
)
def test_words_of_one_stem_that_are_unlike_are_no_theme(language, text):
    assert told(text, language) == set()


def test_no_lead_word_is_a_name_of_another_theme_in_the_same_form():
    both = [(concept, stems) for concept, language, stems in own().leads if len(own().labels[language][stems]) > 3]
    assert both == []


def test_a_direction_is_an_office_in_french_and_none_in_english():
    assert told("La direction de la santé a répondu.", "fr") == set()
    assert told("They moved in the direction of peace.") == {"peace-justice"}


def test_a_text_is_searched_for_false_friends_once_whatever_stands_in_it(monkeypatch):
    searched = []
    monkeypatch.setattr(themes, "Stretches", lambda spans: searched.append(spans) or Stretches(spans))
    text = "The business climate and the climate of towns. " * 50
    (match,) = [each for each in suggest(text, "en") if each.theme == f"{THEME}climate-change"]
    assert text[match.start - 4 : match.end] == "the climate"
    assert 2 <= len(searched) < 20, "once for names, and once for each theme that has false friends"


def test_a_long_word_in_capitals_behind_an_office_is_one_word():
    text = f"The Minister of {'A' * 60}-health."
    assert not is_office(text, len(text) - 7, len(text) - 1)
    text = f"The Minister of {'A' * 40} and Health."
    assert is_office(text, len(text) - 7, len(text) - 1)


def test_every_false_friend_has_a_label_of_its_theme_in_it():
    kinds = defaultdict(lambda: defaultdict(list))
    for quad in parse(ontology_text("themes"), format=RdfFormat.TURTLE):
        if isinstance(quad.object, Literal):
            kind = "friend" if quad.predicate.value == forum.falseFriend else quad.predicate.value.rpartition("#")[2]
            kinds[quad.subject.value][kind].append((quad.object.value, quad.object.language))
    idle, several = [], 0
    for concept, told in kinds.items():
        names = [(concept, *words) for kind in ("prefLabel", "altLabel") for words in told[kind]]
        labels = thesaurus(names, leads=[(concept, *words) for words in told["hiddenLabel"]])
        several += len(told["friend"])
        idle += [(concept, words) for words, tag in told["friend"] if not labels.suggest(words.lower(), tag)]
    assert idle == []
    assert several > 300
