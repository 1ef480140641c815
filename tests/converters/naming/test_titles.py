"""What a session is called: the name of the meeting, and not that of the paper, the body or the news."""

from __future__ import annotations

import pytest

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown, plain
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Source

NAMES = Names([KnownName("ice", ("World Ice Forum", "Forum mondial de la glace"), (), "forum")])
ENDS = {
    "en": "Participants discussed the price of ice. They urged towns to own the piers.",
    "fr": "Les participants ont souligné le prix de la glace. Ils ont appelé les villes à entretenir les quais.",
    "es": "Los participantes destacaron el precio del hielo. Pidieron a las ciudades cuidar los muelles.",
}
HELD = {
    "en": "The meeting took place on 9 July 2019 in Oslo.",
    "fr": "La réunion s'est tenue le 9 juillet 2019 à Lomé.",
    "es": "La reunión se celebró el 9 de julio de 2019 en Quito.",
}


def title(top: str, code: str = "en", held: str = "") -> str:
    data = f"{top}\n\n{held or HELD[code]} {ENDS[code]}\n".encode()
    (session,) = convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), NAMES).sessions
    return session.title.value if session.title else ""


@pytest.mark.parametrize(
    "top",
    [
        "Minutes of the Regional Workshop on Piers\n9 July 2019",
        "Back to office report: Regional Workshop on Piers\n9 July 2019",
        "Regional Workshop on Piers (virtual)\n9 July 2019",
        "Regional Workshop on Piers: summary by the Co-Chairs\n9 July 2019",
        "9 July 2019: Regional Workshop on Piers",
        "Mission report\n\nRegional Workshop on Piers\n\n9 July 2019",
        "International Federation of Ice Cutters\n\nRegional Workshop on Piers\n\n9 July 2019",
        "Home > News\n\nRegional Workshop on Piers\n\n9 July 2019",
        "Top of page\n\nRegional Workshop on Piers\n\n9 July 2019",
        "Aller au contenu\n\nRegional Workshop on Piers\n\n9 July 2019",
        "By: ICE\n\nRegional Workshop on Piers\n\n9 July 2019",
        "Regional Workshop on Piers story highlights\n\n9 July 2019",
        "Ice portal - Regional Workshop on Piers\n\nRegional Workshop on Piers\n\n9 July 2019",
    ],
)
def test_the_name_of_the_meeting_is_freed_of_paper_body_and_day(top: str) -> None:
    assert title(top) == "Regional Workshop on Piers"


def test_a_description_behind_the_word_report_stays_whole() -> None:
    assert title("Report of the workshop on piers\n9 July 2019") == "Report of the workshop on piers"


def test_a_body_with_its_kind_of_meeting_stays_whole() -> None:
    assert title("Coordination Mechanism of Piers - Monthly call\n9 July 2019") == (
        "Coordination Mechanism of Piers - Monthly call"
    )


def test_a_theme_in_quotation_marks_below_a_title_is_of_it() -> None:
    assert title("EXPERT GROUP MEETING ON ICE\n“Cold harbours, warm towns”\nOslo, 9 July 2019") == (
        "EXPERT GROUP MEETING ON ICE “Cold harbours, warm towns”"
    )


@pytest.mark.parametrize(
    ("code", "top", "wanted"),
    [
        (
            "fr",
            "RAPPORT DE SYNTHESE\n\nAtelier régional sur les quais\n\n9 juillet 2019, Lomé",
            "Atelier régional sur les quais",
        ),
        (
            "fr",
            "Un Peuple – Un But – Une Foi\n\nAtelier régional sur les quais\n\n9 juillet 2019",
            "Atelier régional sur les quais",
        ),
        ("fr", "Intitulé de l'activité : Des quais pour tous\nDate : 9 juillet 2019", "Des quais pour tous"),
        ("es", "Relatoría del Taller regional sobre muelles\n\n9 de julio de 2019", "Taller regional sobre muelles"),
        ("es", "Nombre de la actividad: Muelles para todos\nFecha: 9 de julio de 2019", "Muelles para todos"),
    ],
)
def test_french_and_spanish_papers_are_no_titles(code: str, top: str, wanted: str) -> None:
    assert title(top, code) == wanted


@pytest.mark.parametrize(
    ("top", "held", "wanted"),
    [
        (
            "",
            "On 9 July 2019, the Third Regional Workshop on Piers took place in Oslo.",
            "Third Regional Workshop on Piers",
        ),
        ("", "OSLO, 9 July 2019 – The Regional Workshop on Piers ended today in Oslo.", "Regional Workshop on Piers"),
        ("", "Mayors attended the Regional Workshop on Piers in Oslo on 9 July 2019.", "Regional Workshop on Piers"),
        (
            "Mayors bring the price of ice to the table of ministers",
            "Mayors gathered on 9 July 2019 at the World Ice Forum in Oslo.",
            "World Ice Forum",
        ),
        (
            "Mayors bring the price of ice to the table",
            "Mayors met in Oslo on 9 July 2019.",
            "Mayors bring the price of ice to the table",
        ),
    ],
)
def test_a_sentence_names_the_meeting_where_no_line_does(top: str, held: str, wanted: str) -> None:
    assert title(top, held=held) == wanted


def test_a_report_goes_on_in_the_line_that_says_what_meeting_it_was() -> None:
    top = "Report of the Northern Harbours\nRegional Preparatory Meeting on Thin Ice\nOslo, 9 July 2019"
    assert title(top) == "Northern Harbours Regional Preparatory Meeting on Thin Ice"


def test_the_kind_of_meeting_alone_stands_where_there_is_nothing_better() -> None:
    assert title("Multi-Stakeholder Consultation\n\n9 July 2019") == "Multi-Stakeholder Consultation"


def test_the_masthead_of_a_paper_of_the_united_nations_is_no_title() -> None:
    top = (
        "E/ICE/2019/8 United Nations Economic and Social Council\n\nConvened under the auspices of the Economic and Social Council"
        "\n\nNew York, 11-20 July 2019\n\nRegional Workshop on Piers\n\nNote by the Secretariat"
    )
    assert title(top) == "Regional Workshop on Piers"


@pytest.mark.parametrize(
    ("code", "top", "kept"),
    [
        ("en", "Boats for all, organized by the Port of Ice\n\n9 July 2019", "Boats for all"),
        ("en", "Boats for all, and for a long time\nby Ana Brand\n\n9 July 2019", "Boats for all, and for a long time"),
        ("fr", "Les événements parallèles :\nDes barques pour tous", "Des barques pour tous"),
        ("fr", "Compte rendu Atelier sur les barques\n\n9 juillet 2019", "Atelier sur les barques"),
        ("en", "Northern Ice Forum prep meeting", "Northern Ice Forum prep meeting"),
        (
            "en",
            "Distr. LIMITED\n\nLC/ICE.3/5 ECLAC/ICE/2019/2 9 July 2019\n\nORIGINAL: ENGLISH\n\nTenth World Ice Forum",
            "Tenth World Ice Forum",
        ),
        (
            "en",
            "REPORT OF THE WORKSHOP ON THE PRICE OF ICE IN TOWNS\n\nOF THE NORTH AND THE WEST COASTS",
            "WORKSHOP ON THE PRICE OF ICE IN TOWNS OF THE NORTH AND THE WEST COASTS",
        ),
    ],
)
def test_makers_authors_symbols_and_labels_are_left_out_and_broken_capitals_are_one(
    code: str, top: str, kept: str
) -> None:
    assert title(top, code) == kept


def test_what_a_later_sentence_says_it_was_entitled_outdoes_a_headline() -> None:
    held = "The towns spoke of ice on Monday. On 9 July 2019 they hosted an event entitled Cold Boats for All Towns, in Oslo."
    assert title("Towns speak of ice", held=held) == "Cold Boats for All Towns"
    assert title("Towns speak of ice", held=held.replace(" entitled", " with")) == "Towns speak of ice"


@pytest.mark.parametrize(
    ("code", "top"), [("en", "Cold boats for all"), ("fr", "Des quais pour tous"), ("es", "Muelles para todos")]
)
def test_a_title_may_end_with_a_small_word_that_joins_nothing(code: str, top: str) -> None:
    assert title(f"{top}\n\nOSLO, NORWAY\n\nNews", code) == top


def test_a_headline_may_have_a_full_stop_or_stand_below_a_caption_where_the_text_goes_on_from_it() -> None:
    held = "The mayors met the Minister of Piers on 9 July 2019 in Oslo to speak of ice and of the towns that sell it."
    headline = "Mayors met the Minister of Piers"
    caption = "The Minister showed the mayors the new pier, which was built of stone that comes from the islands in the north."
    assert (
        title(f"{headline.replace('met', 'meet')} in Oslo.", held=held) == "Mayors meet the Minister of Piers in Oslo"
    )
    assert title(f"{caption}\n9 July 2019\n\n{headline}", held=held) == headline


def test_short_lines_that_the_text_does_not_speak_of_are_passed_over() -> None:
    held = "The mayors of the coast agreed on 9 July 2019 in Oslo to build more piers of stone."
    top = "Members list\n\nHarbour portal desk\n\nMayors of the coast build piers"
    assert title(top, held=held) == "Mayors of the coast build piers"


def test_a_masthead_that_breaks_off_and_a_name_above_minutes_are_no_titles() -> None:
    broken = "Ice Council - debate of ministers,\n\n\n\nMayors speak of ice and of the towns that sell it"
    minutes = "October pier circle notes\n\nMinutes of the Pier Planning Committee Meeting\n\n9 July 2019"
    assert title(minutes) == "Pier Planning Committee Meeting"
    assert title(broken) == "Mayors speak of ice and of the towns that sell it"


@pytest.mark.parametrize(
    "top",
    [
        "PIER LEARNING NOTE #27\n\nRegional Workshop on Piers\n\n9 July 2019",
        "Harbour papers, No. 8\n\nRegional Workshop on Piers\n\n9 July 2019",
    ],
)
def test_the_number_of_a_series_is_no_title(top: str) -> None:
    assert title(top) == "Regional Workshop on Piers"


def test_what_stands_between_a_title_and_its_day_is_its_subtitle() -> None:
    data = f"# Ice for all\n\n## What harbours told each other\n\nOslo, 9 July 2019\n\n## Background\n\n{HELD['en']} {ENDS['en']}\n"
    read = markdown.read(data.encode(), Source("a.md", "text/markdown", "0" * 64, len(data.encode())))
    (session,) = convert(read, NAMES).sessions
    assert session.title is not None
    assert session.title.value == "Ice for all What harbours told each other"


def test_the_counted_meeting_of_a_body_is_of_its_title() -> None:
    assert title("PIER COMMITTEE\n\nMEETING No. 12\n\nDate: 9 July 2019") == "PIER COMMITTEE MEETING No. 12"


@pytest.mark.parametrize(
    "top",
    [
        "Collection « Quais en dialogue » – Cahier 5\n\nForum régional des quais\n\n9 juillet 2019",
        "Fédération des quais\n\nForum régional des quais\n\n9 juillet 2019",
    ],
)
def test_a_series_that_is_called_a_dialogue_is_no_meeting(top: str) -> None:
    assert title(top, "fr") == "Forum régional des quais"


def test_the_larger_print_of_a_cover_is_the_title_below_those_who_made_the_paper() -> None:
    data = f"#### Pier Association\n\n# Ice for all harbours\n\nOslo, 9 July 2019\n\n#### Background\n\n{HELD['en']} {ENDS['en']}\n"
    read = markdown.read(data.encode(), Source("a.md", "text/markdown", "0" * 64, len(data.encode())))
    (session,) = convert(read, NAMES).sessions
    assert session.title is not None
    assert session.title.value == "Ice for all harbours"


@pytest.mark.parametrize(
    ("top", "wanted"),
    [
        ("OSLO PIER COUNCIL\nMINUTES 39\n\n9 July 2019\n10:00 am", "OSLO PIER COUNCIL MINUTES 39"),
        ("Regional Workshop on Piers: 9 July 2019", "Regional Workshop on Piers"),
    ],
)
def test_what_counts_a_meeting_is_of_its_title_and_a_day_is_not(top: str, wanted: str) -> None:
    assert title(top) == wanted


def test_a_line_below_a_heading_says_what_kind_of_meeting_it_was() -> None:
    data = f"# Who owns the piers?\n\nRound table of harbour masters\n\nOslo, 9 July 2019\n\n## Background\n\n{HELD['en']} {ENDS['en']}\n"
    read = markdown.read(data.encode(), Source("a.md", "text/markdown", "0" * 64, len(data.encode())))
    (session,) = convert(read, NAMES).sessions
    assert session.title is not None
    assert session.title.value == "Who owns the piers? Round table of harbour masters"


@pytest.mark.parametrize(
    "top",
    [
        "Policy brief 14\n\nPier Association\n\nIce for all harbours\n\nDecember 2019",
        "of the\n\nIce for all harbours\n\n9 July 2019",
    ],
)
def test_the_line_above_the_day_is_the_title_below_a_body(top: str) -> None:
    assert title(top) == "Ice for all harbours"


def test_what_stands_behind_the_number_of_a_meeting_is_no_name_of_a_site() -> None:
    assert title("Webinar 2 | Boats for all") == "Webinar 2 | Boats for all"
    assert title("Recap of the town hall on ice | Ice Union") == "Recap of the town hall on ice"


def test_of_two_bodies_above_minutes_the_lower_one_met() -> None:
    top = "Ministry of Ice\nSteering Committee on Piers\n\nMinutes of the meeting of 9 July 2019"
    assert title(top) == "Steering Committee on Piers"
