"""Reports, and what only looks like one."""

from __future__ import annotations

import pytest

from forumgraph.converters.genre.kinds import decide
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import DocumentKind, Source


def kind(text: str, language: str = "en") -> DocumentKind:
    data = text.encode()
    document = markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data)))
    return decide(document.blocks, lexicons()[language]).kind


@pytest.mark.parametrize(
    "text",
    [
        "# Summary of the workshop\n\nIt was held in Oslo. Participants discussed fish.",
        "# Boats\n\nThe meeting took place on 3 May 2019. Members stressed cost.\n\n## Key issues\n\n- Boats are old",
        "# Minutes of the board meeting, 3 May 2019\n\n## Challenges\n\n- Boats are old\n\n## Action points\n\n- Towns should buy boats",
        "# Programme of the day\n\nThe mayor opened the session. Speakers stressed cost. They highlighted debt and urged action. Participants discussed debt.\n\n## Recommendations\n\n- Cancel debt",
    ],
)
def test_what_tells_of_a_past_meeting_is_a_report(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Agenda\n\n- 9:00 Welcome\n- 9:30 Issues\n- 10:00 Recommendations", DocumentKind.AGENDA),
        (
            "# Workshop on fish\n\n9:00-9:30 Opening remarks\n\n9:30-10:00 Panel\n\n10:00-10:30 Coffee break",
            DocumentKind.AGENDA,
        ),
        ("# Fish forum\n\nThe forum will be held in May. Please register.", DocumentKind.INVITATION),
        (
            "# Call for inputs: fish\n\nIn 2023 participants discussed nets, stressed cost and urged action. They agreed.\n\n## Recommendations\n\n- Write 200 words",
            DocumentKind.OTHER,
        ),
        (
            "# Summary\n\nThe event will discuss fish. It will be held in May. Speakers will share findings.",
            DocumentKind.OTHER,
        ),
        ("# Concept note\n\nThe previous meeting was held in May and discussed boats.", DocumentKind.OTHER),
        ("# Statement by the network\n\nWe urge states to act. We called for this before.", DocumentKind.OTHER),
        ("# Fish\n\nFish swim in the sea.", DocumentKind.OTHER),
        ("", DocumentKind.OTHER),
    ],
)
def test_what_comes_before_a_meeting_or_tells_of_none_is_no_report(text: str, expected: DocumentKind) -> None:
    assert kind(text) is expected


def test_the_words_of_each_language_decide() -> None:
    assert (
        kind("# Compte rendu\n\nL'atelier s'est tenu à Dakar. Les participants ont discuté des prix.", "fr")
        is DocumentKind.REPORT
    )
    assert kind("# Taller\n\nEl taller tendrá lugar en mayo. Inscríbase aquí.", "es") is DocumentKind.INVITATION


def test_a_licence_speaks_like_a_report_and_tells_of_no_meeting() -> None:
    licence = (
        "TERMS OF USE\n\nVersion 2, January 2004\n\nThe owner stated that the work was agreed upon. The user agreed that it was discussed, and "
        "noted that it was adopted. It was stressed that the terms should be kept.\n"
    )
    assert kind(licence) is DocumentKind.OTHER


def test_a_speech_is_no_report_of_the_meeting_it_was_held_at() -> None:
    text = "# Opening remarks\n\nExcellencies,\n\nI would like to thank all who organized this forum. It was held for the first time in 2019.\n\n## Key issues\n\n- Boats"
    assert kind(text) is DocumentKind.OTHER
    assert kind(text.replace("Excellencies,\n\n", "")) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "title",
    [
        "Towns and the 2030 Agenda",
        "Fish and the United Nations Environment Programme",
    ],
)
def test_a_title_that_speaks_of_an_agenda_or_a_strategy_is_not_that_of_one(title: str) -> None:
    assert (
        kind(f"# {title}\n\nThe workshop took place on 3 May 2019. Participants discussed boats.")
        is DocumentKind.REPORT
    )


@pytest.mark.parametrize("title", ["Agenda", "Harbour strategy", "Workshop on fish: agenda"])
def test_a_title_that_names_an_agenda_or_a_strategy_is_believed(title: str) -> None:
    assert (
        kind(f"# {title}\n\nThe workshop took place on 3 May 2019. Participants discussed boats.")
        is not DocumentKind.REPORT
    )


def test_a_meeting_said_to_be_organized_by_somebody_may_still_be_to_come() -> None:
    text = "# Boats\n\n{} organized by the fishers, gathered within their union, and will present boats."
    assert kind(text.format("This workshop,")) is not DocumentKind.REPORT
    assert kind(text.format("The workshop was").replace("will present", "presented")) is DocumentKind.REPORT


def test_a_first_sentence_that_says_when_a_meeting_was_held_outweighs_what_is_to_come() -> None:
    text = "# Harbour call\n\n{} Members discussed fees and shared drafts. The next one will be held in June, and the chair will present the upcoming law."
    assert kind(text.format("A meeting of the harbour group was held on Tuesday 3 May 2022.")) is DocumentKind.REPORT
    assert kind(text.format("A meeting of the harbour group is planned.")) is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "# L'agenda 2030 au port\n\nLe forum a débuté mardi. La maire a défendu les quais, le préfet a regretté leur prix, le port a décrit ses dettes.",
            "fr",
        ),
        (
            "# El puerto y la Agenda 2030\n\nEl foro congregó a pescadores. La alcaldesa declaró que falta agua y el puerto advirtió que faltan muelles.",
            "es",
        ),
    ],
)
def test_verbs_of_saying_in_the_past_make_a_report(text: str, language: str) -> None:
    assert kind(text, language) is DocumentKind.REPORT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "# Harbour board\n\n1. The harbour board held its ninth session in Oslo from 3 to 4 May 2019, chaired by Ms. Ode.\n\n2. Delegations shared news.",
            "en",
        ),
        (
            "# Harbour board\n\n3 May 2019\n\nThe harbour board held a workshop to think about piers, ice and the price of fuel.\n\nParticipants discussed ice.",
            "en",
        ),
        (
            "# Comité du port\n\nLe comité du port a tenu sa dixième session les 12 et 13 mai 2014 à Brest. Elle a commencé par un mot du maire.",
            "fr",
        ),
    ],
)
def test_a_first_sentence_that_says_that_a_meeting_was_held_makes_a_report(text: str, language: str) -> None:
    assert kind(text, language) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "title", ["Harbour forum terms of reference", "Forum on ice: concept note", "Programme of the harbour forum"]
)
def test_what_a_paper_says_of_itself_is_believed_wherever_it_stands(title: str) -> None:
    assert (
        kind(f"# {title}\n\nThe board has decided to hold forums. Forums are held each year.")
        is not DocumentKind.REPORT
    )


def test_lists_of_who_was_there_and_who_was_not_make_minutes() -> None:
    top = "# Board meeting 3 May 2019\n\nParticipants\n\nIda Moe, Per Lund\n\n"
    assert kind(top + "Apologies\n\nEli Strand\n\nBoats\n\n- Boats are old") is DocumentKind.REPORT
    assert kind(top + "Boats\n\n- Boats are old") is not DocumentKind.REPORT


def test_an_agenda_inside_of_notes_makes_them_no_agenda() -> None:
    hours = "- 9:00 Welcome\n- 9:30 Nets\n- 10:00 Ropes\n\n"
    told = "The briefing focussed on nets. The mayor spoke of ropes, and the harbour master of the price of diesel and of old boats."
    assert kind(f"# Forum update: day one\n\nOur agenda:\n\n{hours}{told}") is DocumentKind.REPORT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Comité a lancé ce jeudi à Dakar la session du forum. Les villes en ont parlé.", "fr"),
        ("# Forum opens with call for boats\n\nThe forum opened today in Oslo. The mayor said boats are old.", "en"),
        (
            "# Oslo Declaration: towns ask for boats\n\nThe forum was held on 3 May 2019. The mayor said boats are old. She stressed cost.",
            "en",
        ),
    ],
)
def test_news_of_a_meeting_is_a_report_whatever_its_headline(text: str, language: str) -> None:
    assert kind(text, language) is DocumentKind.REPORT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "# Minutes of meetings\n\nMinutes are agreed at the next meeting and signed by the chair. They are recorded by the clerk."),
        ("en", "# Minutes\n\nThe board met on [DATE] in [PLACE]. It was chaired by [NAME OF THE CHAIR]. Members discussed boats and noted the cost."),
        ("en", "# Minutes template\n\nThe board met on 3 May 2019. Members discussed boats, noted the cost and stressed the delay."),
        ("fr", "# Le procès-verbal de réunion\n\nLe procès-verbal reprend les décisions qui ont été prises en réunion. Il indique la date et le lieu de la séance."),
        ("fr", "# Procès-verbal de la réunion\n\nLe ……………., à …………………, les membres de l'association ……………… se sont réunis. M. ……………… a présenté le rapport. M. ………………… a clos la séance."),
        ("es", "# Estructura de un acta\n\nSe anota la hora y el día de la reunión, y se procede a la lectura del acta. Por ejemplo: siendo las 8:30 horas del 3 de mayo de 2019, se dio inicio."),
        ("en", "We, the mayors of the harbour towns, met in Oslo on 3 May 2019. We discussed boats, noted the cost and stressed the delay."),
        ("en", "1. The ministers met in Oslo on 3 May 2019 and adopted the following declaration.\n\n2. The ministers stressed the cost of ice. They noted the delay of boats."),
    ],
)  # fmt: skip
def test_papers_about_minutes_forms_and_declarations_are_no_reports(language: str, text: str) -> None:
    assert kind(text, language) is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "# Steering committee minutes 29 September 2016\n\n## Decision 1\n\nThe committee approves the minutes. It thanks the towns."),
        ("es", "# Acta de la reunión del comité\n\nFecha: 12 de mayo de 2021\n\n## Orden del día\n\n- Precios\n- Hielo\n\n## Desarrollo\n\nEl comité discutió los precios y la presidenta destacó el costo."),
        ("fr", "# Réunion du comité, 12 mai 2021\n\nOrdre du jour\n\n- Prix\n- Glace\n\nM. Roux a présenté les prix. Le comité a souligné le coût. Il a été décidé de faire une étude."),
        ("fr", "Les maires se sont réunis à Libreville du 25 au 26 octobre 2017. Les travaux ont débouché sur la création d'un réseau."),
        ("fr", "# Ouverture de l'atelier\n\nLes travaux de l'atelier se sont ouverts le 11 juin 2023 à Luanda. La cérémonie a été ponctuée par trois discours."),
        ("en", "# Delegates adopt the Oslo Declaration\n\nThe congress was held in Oslo on 3 May 2019. Delegates discussed boats, noted the cost and stressed the delay."),
        ("en", "# Mayors call for seats\n\nThe town hall took place on 3 May 2019. Mayors discussed boats, noted the cost and stressed the delay."),
        ("en", "# Minutes of the board, 12 May 2023\n\nMembers discussed prices and stressed the need for ice. The chair noted the cost of boats and the long delay.\n\n## Annex: agenda\n\n- 9:00 Opening\n- 9:30 Nets\n- 12:00 Closing"),
    ],
)  # fmt: skip
def test_minutes_and_news_tell_of_meetings_in_the_present_around_an_agenda_or_in_a_headline(
    language: str, text: str
) -> None:
    assert kind(text, language) is DocumentKind.REPORT


def test_numbers_of_items_are_no_hours() -> None:
    text = "# Compte rendu de l'assemblée du 12 mai 2021\n\n1- Roux, Marie\n\n2- Blanc, Paul\n\n3- Vert, Anne\n\nL'assemblée s'est tenue à Dakar."
    assert kind(text, "fr") is DocumentKind.REPORT
    assert (
        kind("10h-10h30 - Accueil\n\n10h30-12h - Table ronde\n\n13h - Repas\n\n14h30 - Table ronde", "fr")
        is DocumentKind.AGENDA
    )


def test_a_log_of_decisions_that_says_who_was_there_is_a_report_though_it_looks_ahead() -> None:
    text = "# Decision and action log\n\nMeeting: Harbour board\n\nDate: 18 May 2010\n\nPresent: Ana Brand, Bo Lind\n\nApologies: Cai Frost\n\n1. Decision - The piers will be held open. Board meetings will take place twice a year."
    assert kind(text) is DocumentKind.REPORT


def test_minutes_may_tell_in_the_present_what_was_said() -> None:
    text = "Reunión de la junta del puerto\n\n3 de mayo de 2022\n\nAna Reis dice que el hielo es caro.\n\nLuis Paz dice que faltan redes.\n\n"
    assert kind(text + "Se acuerda comprar hielo.", "es") is DocumentKind.REPORT
    assert kind("Reunión de la junta del puerto\n\n3 de mayo de 2022\n\nAna Reis dice que el hielo es caro.", "es") is (
        DocumentKind.OTHER
    )


def test_notes_without_sentences_are_a_report_where_most_lines_say_what_is_lacking_or_wanted() -> None:
    top = "harbour group call 3 Feb 2021\n\n"
    assert (
        kind(f"{top}- ice missing on most piers\n- ask towns to own lamps\n- maps dont show nets")
        is DocumentKind.REPORT
    )
    assert kind(f"{top}- ice and piers\n- lamps in towns\n- any other business") is DocumentKind.OTHER
    assert kind(f"{top}- ice missing on piers?\n- who should own lamps?\n- need for maps") is DocumentKind.OTHER
