import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.words.languages import detect


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "We need a better coordination mechanism"),
        ("en", "The meeting was held in New York and chaired by the President of the Council"),
        ("en", "Participants stressed the need for the inclusion of local governments in the review of the SDGs"),
        ("fr", "Les participants ont examiné les progrès réalisés dans la mise en œuvre"),
        ("fr", "La réunion s'est tenue à Genève avec le soutien de la Suisse et du Sénégal"),
        ("es", "Los participantes examinaron los avances en la implementación de la Agenda"),
        ("es", "Las ciudades piden que se fortalezca la participación de los gobiernos locales"),
        ("ca", "La reunió va ser organitzada per la regió i els municipis amb les dades que tenen"),
        ("ro", "Reuniunea a fost organizată de către minister pentru autoritățile care sunt în regiune"),
        ("id", "Pertemuan ini diselenggarakan oleh kementerian dan dihadiri oleh para peserta dari kota"),
        ("sw", "Mkutano huo ulifanyika Nairobi na uliandaliwa na wizara kwa ajili ya serikali za mitaa"),
        ("pt", "Os participantes discutiram o progresso da implementação dos objetivos"),
        ("de", "Die Teilnehmer diskutierten die Fortschritte bei der Umsetzung der Agenda"),
        ("it", "I partecipanti hanno discusso dei progressi nella attuazione della agenda"),
        ("nl", "De deelnemers bespraken de voortgang van het programma in de stad"),
        ("ru", "Участники обсудили ход осуществления Повестки дня"),
        ("ar", "ناقش المشاركون التقدم المحرز"),
        ("zh", "与会者讨论了执行进展情况"),
    ],
)
def test_the_language_of_a_sentence_is_known(tag: str, text: str) -> None:
    assert detect(text) == tag


def test_notes_with_few_small_words_are_in_the_language_that_has_most_of_them() -> None:
    notes = "boat group call 3 Feb 2021 lamps missing on most UN piers ask towns to give ice budget harbour plans dont mention nets need: tide data sets of all boats (oslo board)"
    assert detect(notes) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2017",
        "Local Authorities Major Group 2022 Report",
        "Mayor of Valongo",
        "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor",
        "HLPF ECOSOC VNR",
    ],
)
def test_what_is_not_certain_stays_undetermined(text: str) -> None:
    assert detect(text) == ""


def test_a_quotation_in_another_language_does_not_change_the_language() -> None:
    english = "The participants of the meeting said that they would not wait for the others. " * 5
    assert detect(f"{english} Todos los gobiernos deben escuchar a las ciudades. {english}") == "en"


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert detect(text) in {
        "",
        "en",
        "fr",
        "es",
        "pt",
        "it",
        "de",
        "nl",
        "sv",
        "pl",
        "tr",
        "ru",
        "ar",
        "zh",
        "ja",
        "ko",
        "el",
        "he",
        "hi",
        "th",
    }


def test_a_huge_text_takes_no_longer_than_its_sample() -> None:
    text = "The participants of the meeting agreed. " * 100_000
    start = time.process_time()
    assert detect(text) == "en"
    assert time.process_time() - start < 0.5
