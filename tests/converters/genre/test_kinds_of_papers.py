"""Papers that tell of the past and report of no meeting, and reports that tell it in the present or name what is still to come."""

from __future__ import annotations

import pytest

from forumgraph.converters.genre.evidence import weigh
from forumgraph.converters.genre.kinds import decide
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.languages import detect
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Block, DocumentKind, Source


def paper(text: str) -> tuple[Block, ...]:
    data = text.encode()
    return markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))).blocks


def kind(text: str) -> DocumentKind:
    return decide(paper(text), lexicons()[detect(text)]).kind


@pytest.mark.parametrize(
    "text",
    [
        "# Lina Dahl\n\nLina Dahl was born in Bergen. She chaired the Forum of Ports in 2018 and addressed many panels. She holds a degree in law.",
        "# Lina Dahl\n\nLina Dahl est née à Metz. Elle a présidé le Forum des ports, a animé des tables rondes et est diplômée en droit.",
        "# Lina Dahl\n\nLina Dahl nació en Vigo. Presidió el Foro de Puertos y moderó numerosas mesas. Es licenciada en derecho.",
        "# The network\n\nThe network was founded in 2004. It has held eleven assemblies and brought together 300 ports. Our members are towns.",
        "# Le réseau\n\nLe réseau a été fondé en 2004. Il a tenu onze assemblées et a réuni 300 ports. Nos membres sont des villes.",
        "# La red\n\nLa red fue fundada en 2004. Ha celebrado once asambleas y ha reunido a 300 puertos. Nuestros miembros son ciudades.",
        "# Ports and towns\n\nAbstract. This paper examined how ports and towns met. Respondents stressed cost, and meetings were attended by few.",
        "# Rapport annuel 2019\n\nEn 2019, le réseau a organisé douze ateliers et a accueilli 30 membres. Le conseil s'est réuni quatre fois.",
        "# La loi sur les ports\n\nLa loi entre en vigueur le 1er juillet 2021. Le Parlement l'a adoptée en mai. Les armateurs ont critiqué les coûts.",
        "# Los puertos y sus muelles\n\nRecibido: 3 de junio de 2019 / Aceptado: 26 de julio de 2019\n\n## Resumen\n\nSe presentaron estudios de caso y se analizaron reuniones.\n\nPalabras clave: puertos, muelles.",
        "# Press releases\n\n27 November 2018\n\nThe board met and elected a chair.\n\n4 October 2018\n\nThe board met and agreed.\n\n1 June 2018\n\nThe board met.",
        "WHEREAS, the Mayors' Assembly met in Oslo on 3 May 2019 and the Conference of Ports took part in its opening session; and\n\nWHEREAS, both signed a plan;\n\nNOW, THEREFORE, BE IT RESOLVED that both carry it out",
        "# Stalls at the forum\n\nTowns can apply for stalls at the Forum of Ports on 3 May 2019. Stalls will be small. The proposed list will be read, it will be sent to all, and held back until all will have seen it. All will hear in June.",
        "# Preguntas y respuestas\n\nHa habido intentos desde el inicio. El foro ha estado abierto. Ha existido interés, y ha estado claro que hay dudas.",
        "# Éditorial\n\nLe sommet des ports s'est achevé samedi. Les maires ont parlé, ont applaudi et ont oublié les quais.",
        "# Nuevo informe sobre puertos\n\nEl instituto publicó un informe sobre puertos. Analizó 200 muelles y mostró que la mitad pierde dinero.",
    ],
)
def test_other_papers_that_tell_of_the_past_are_no_reports(text: str) -> None:
    assert kind(text) is DocumentKind.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "# Synthèse de l'atelier\n\nL'atelier portait sur les quais. Les maires ont longuement débattu des tarifs et se sont vivement opposés aux péages.",
        "# Relatoría de la mesa\n\nLa mesa trató los muelles. Las personas presentes debatieron tarifas y rechazaron los peajes.",
        "# Compte rendu de la séance\n\nM. Favre rappelle le projet de quai. Mme Lenoir demande si le bruit cessera pour les riverains et dans les rues du port.",
        "# Acta de la sesión\n\nEl señor Rey recuerda el proyecto de muelle. La señora Gil pregunta si cesará el ruido.",
        "# Ports meet\n\nOslo, 9 July 2019 – The Forum of Ports opened today in Oslo. It will continue tomorrow and is expected to adopt a plan.",
        "# Quays\n\nOn 3 May 2019 the network ran a workshop on quays and explained its maps to 40 towns.",
        "# Workshop on quays\n\nParticipants discussed cost and stressed noise.\n\n## Next steps\n\nA survey will be held. It will focus on noise. A group will present it.",
    ],
)
def test_reports_speak_in_many_tenses(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Draft agenda\n\nThird meeting of the port group\n\n1. Opening\n\nThe second meeting of the group was held in Oslo on 4 May 2023. "
            "It was attended by 40 towns, adopted a plan and agreed on next steps. Key outcomes were shared."
        ),
        (
            "# Ordre du jour provisoire\n\nTroisième réunion du groupe\n\n1. Ouverture\n\nLa deuxième réunion du groupe s'est tenue à Metz le 4 mai 2023. "
            "Les membres ont adopté un plan, ont souligné les coûts et ont recommandé une enquête."
        ),
        (
            "# Orden del día provisional\n\nTercera reunión del grupo\n\n1. Apertura\n\nLa segunda reunión del grupo se celebró en Vigo el 4 de mayo de 2023. "
            "Los miembros acordaron un plan, destacaron los costos y recomendaron una encuesta."
        ),
    ],
)
def test_a_draft_agenda_that_recalls_the_last_meeting_is_an_agenda(text: str) -> None:
    assert kind(text) is DocumentKind.AGENDA


@pytest.mark.parametrize(
    "text",
    [
        "# How to write good minutes\n\nMinutes tell who met. The group met on 3 May 2021 and agreed to buy a boat.\n\n## Decisions\n\n- Name who agreed.",
        "# Comment rédiger un compte rendu\n\nL'atelier s'est tenu le 3 mai 2021. Les maires ont débattu.\n\n## Recommandations\n\n- Nommer les présents.",
        "# Guía para organizar un taller\n\nEl taller se celebró el 3 de mayo de 2021. Los alcaldes acordaron un plan.\n\n## Recomendaciones\n\n- Invitar.",
        "# Statement by the Port Group\n\nThank you, Chair. We met in Oslo on 3 May 2021. Many stressed noise and urged towns to act.",
        "# Déclaration du groupe des ports\n\nMerci, Monsieur le Président. Nous nous sommes réunis à Metz le 3 mai 2021. Les maires ont souligné les coûts.",
        "# Declaración del grupo\n\nGracias, señora Presidenta. La reunión se celebró en Vigo el 3 de mayo de 2021. Los alcaldes destacaron los costos.",
        (
            "# Port talks\n\nThe talks are a series of events.\n\n- 3 May 2021: the workshop in Oslo was attended by 40 towns\n"
            "- 9 September 2021: the workshop in Bergen discussed noise\n- 4 March 2022: the workshop in Hamar adopted a plan"
        ),
        (
            "# Nos rencontres\n\nLe 3 mars 2020, la rencontre de Lyon a réuni 80 ports.\n\nLe 5 mai 2021, la rencontre de Metz a réuni 60 ports.\n\n"
            "Le 9 juin 2022, la rencontre de Nice a réuni 120 ports."
        ),
    ],
)
def test_guides_speeches_and_lists_of_many_meetings_are_no_reports(text: str) -> None:
    assert kind(text) is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("On 3 May 2021 the network ran a workshop on quays with 40 towns.", True),
        ("Le 3 mai 2021, le maire a animé l'atelier sur les quais avec 40 villes.", True),
        ("El 3 de mayo de 2021 la red realizó un taller sobre muelles con 40 ciudades.", True),
        ("The storm of 3 May 2021 closed the port and the hotel of the conference for weeks.", False),
        (
            "Le 3 mai 2021, le conseil du forum a nommé Paul Favre directeur de l'école et des ateliers de la ville.",
            False,
        ),
        ("La fundadora del foro de puertos murió el 3 de mayo de 2021 y dejó dos hijos.", False),
    ],
)
def test_a_day_and_a_verb_of_the_past_say_that_a_meeting_was_held_where_it_is_what_was_done(
    text: str, held: bool
) -> None:
    lexicon = lexicons()[detect(text)]
    assert weigh(paper(text), lexicon).held is held


@pytest.mark.parametrize(
    "text",
    [
        "# Bonjour\n\nNous avons le plaisir de vous convier à une séance sur les quais le jeudi 6 mai 2021. Merci de vous inscrire avant le 4 mai.",
        "# Reunión\n\nNos complace invitarles a una sesión sobre los muelles el jueves 6 de mayo de 2021. Les rogamos inscribirse antes del 4 de mayo.",
    ],
)
def test_letters_that_ask_to_come_are_invitations(text: str) -> None:
    assert kind(text) is DocumentKind.INVITATION


@pytest.mark.parametrize(
    "text",
    [
        "Puertos del norte: los alcaldes pidieron a la región un fondo común para los muelles",
        "Los muelles: acta de la mesa, 3 de junio",
    ],
)
def test_spanish_is_told_from_portuguese(text: str) -> None:
    assert detect(text) == "es"


def test_minutes_may_quote_who_thanks_the_chair() -> None:
    text = "# Minutes of the port workshop\n\n3 May 2021\n\nThank you, Chair, said Oslo. Towns discussed noise and stressed cost."
    assert kind(text) is DocumentKind.REPORT
    assert kind(text.replace("Minutes of", "At")) is DocumentKind.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "# Ida Holm, friend of harbours\n\nIda Holm has died at the age of 80. She organised the great conference of ports and chaired the panel. Colleagues sent their condolences.",
        "# Ida Holm, amie des ports\n\nIda Holm est décédée lundi. Elle avait organisé la conférence des ports. Le conseil a présenté ses condoléances et a souligné son travail.",
        "# Ida Holm, amiga de los puertos\n\nIda Holm falleció el lunes. Organizó la conferencia de puertos y presidió el panel. La red expresó sus condolencias.",
        "# How harbours learned to share\n\nIn 1992 the summit opened a door. Towns explored new ways, and ferrymen called for change. In 2004 the conference adopted rules, and others criticised them.",
        "# Ferries for all\n\nThe minister announced a plan. Critics called for a session of the house. He explained the cost and warned of delay. Owners questioned the fares.",
        "# Puertos que aprenden\n\nLos socios diseñaron una guía y la compartieron. Explicaron cómo medir el impacto y señalaron errores. Un foro puede ayudar a mejorarla.",
        "---\ntitle: 'Informe de labores 2023: un año de puertos'\n---\n\nEste año trabajamos con doce puertos y organizamos talleres. Presentamos el índice de muelles y logramos avances.",
        "# Informe de labores 2023\n\nEste año trabajamos con doce puertos y organizamos el foro de muelles. Presentamos el índice y logramos avances.",
        "# El proyecto\n\nEl proyecto fue creado en 2012 por la alcaldía de Vigo. Fue financiado por la red y fue evaluado en 2016. Los talleres fueron dirigidos a las mujeres. El equipo fue reconocido en el foro.",
        "# Hommage\n\nJeanne Roy a été maire de Brest. Elle a été désignée à la tête du forum des ports. Elle a participé à la conférence. Elle a été honorée par ses pairs.",
        "# The assembly of ports\n\n5 November 2020\n\n## Key issues\n\nIda Holm directs the fund. In this role, she works with towns. She focused on docks, and has also served as mayor.\n\n## Challenges\n\nLena Dahl was appointed in March, after having served as an engineer.",
        "The minutes for all our meetings will appear here.\n\nOur first meeting took place on 4 February 2021:\n\n4 Feb 2021 Minutes\n\nThe next one was held on 6 April 2021:\n\n6 April 2021 Notes\n\nA further meeting was held on 24 January 2022:\n\n24 Jan 2022 Notes",
        "# March meeting minutes published\n\nJust uploaded the minutes of the steering group's March meeting.\n\nLittle was happening, so there was no hurry.\n\n9 August 2014",
        "# Harbour briefing\n\nA briefing by the port office will be held on 8 May 2023 in Oslo. The board requested it last year.\n\n## Issues\n\n- Fares\n- Ice",
    ],
)
def test_lives_essays_news_and_pages_of_projects_name_meetings_and_report_of_none(text: str) -> None:
    assert kind(text) is not DocumentKind.REPORT


@pytest.mark.parametrize(
    "text",
    [
        "# Harbours and ice\n\nParticipants from nine towns noted the cost of ice. Speakers called for cheaper ferries and explained how to pay for them.",
        "# Harbours and ice\n\nThe council then held a panel on ferries. Ms. Holm explained the fares, and Mr. Dahl warned of ice.",
        "# Le port et la glace\n\nLes intervenants ont souligné le prix de la glace. Les participants ont débattu des tarifs et ont salué l'atelier.",
        "# Harbours after the ice: what towns ask\n\nDate: Tuesday, 6 July 2021\n\nModerator: Ms. Ida Holm\n\n## Issues\n\n- Ferries lost passengers\n\n## Recommendations\n\n- Ministries should pay",
        "# Report of the ice workshop\n\n12 March 2023\n\n## Programme\n\n09:00 Opening\n\n09:30 Talk on ice\n\n10:00 Talk on ferries\n\n10:30 Close\n\n## Issues\n\n- Ice is dear\n\n## Recommendations\n\n- Towns should share ice\n",
        "# Ice\n\nTo mark the day of ice on 22 March 2021, the port hosted its first seminar on ferries. The event was attended by many. The next event will be held in May. It will focus on fares.",
    ],
)
def test_what_people_did_whom_only_meetings_have_and_what_was_held_is_told_of_a_meeting(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "text",
    [
        "# Ports and noise\n\nTwo networks organised in October 2007, an online forum on noise. The e-discussion gathered what forty ports wrote.",
        "# Comité des quais\n\nLes coordonnateurs ont présenté le jeudi 28 février le bilan des quais. La cérémonie a été conduite par le Ministre des ports.",
        "# Comité de muelles\n\nLos coordinadores presentaron el jueves 28 de febrero el balance de los muelles. La ceremonia fue presidida por el Ministro de puertos.",
        "# Alcaldes y muelles\n\nAl clausurar la XI Cumbre de Puertos,\n\nIván Rey, alcalde de Vigo, señaló que faltan muelles y afirmó que hay que construirlos.",
        "# Quays\n\nTo mark Port Day on 3 May 2021, the network hosted it's first seminar on noise. It consisted of two talks. The next will be held in June and will look at cost.",
        "# Lancement du réseau\n\nL'événement comprenait une visite des quais. Les maires présents au lancement ont souligné le bruit.",
    ],
)
def test_forums_of_letters_ceremonies_and_meetings_closed_are_reported_of(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "text",
    [
        "# Ports and noise\n\nDebates of the 1990s shaped what ports did. Engineers explained noise, and a law organised in 1998 how quays were built.",
        "# Les quais\n\nLe port comprenait deux quais. La ville a construit le premier, et les débats d'alors ont marqué l'histoire.",
        "# Los muelles\n\nEl puerto constó de dos muelles. La ciudad construyó el primero y los vecinos señalaron ruido.",
    ],
)
def test_what_was_debated_long_ago_is_reported_of_by_no_meeting(text: str) -> None:
    assert kind(text) is DocumentKind.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "# Réunion sur les quais - compte rendu\n\nDate : 3 juin 2024\n\n## Recommandations\n\n- Les bailleurs sont invités à payer des quais",
        "# Meeting on quays - minutes\n\nDate: 3 June 2024\n\n## Recommendations\n\n- Towns invite you to join us and pay for quays",
        "# Reunión sobre muelles - acta\n\nFecha: 3 de junio de 2024\n\n## Recomendaciones\n\n- Invitarles a pagar los muelles",
    ],
)
def test_points_that_invite_to_do_something_make_no_invitation(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "text",
    [
        "# Statement of the ports\n\nWe, the mayors of eleven ports, met at the Forum of Quays in Oslo on 3 May 2021 and ask for quiet cranes.",
        "# Déclaration des ports\n\nNous, les maires de onze ports, réunis à Brest le 3 mai 2021 pour le Forum des quais, demandons des grues silencieuses.",
        "# Declaración de los puertos\n\nLas alcaldesas reunidas en Vigo el 3 de mayo de 2021 para el Foro de Muelles emitimos la siguiente declaración:\n\nPedimos grúas.",
    ],
)
def test_those_who_declare_that_they_met_on_a_day_report_of_it(text: str) -> None:
    undated = text.replace("on 3 May 2021 ", "").replace("le 3 mai 2021 ", "").replace("el 3 de mayo de 2021 ", "")
    assert (kind(text), kind(undated)) == (DocumentKind.REPORT, DocumentKind.OTHER)


@pytest.mark.parametrize(
    "text",
    [
        "# Phone call of the quay group: 12/01/2011\n\nParticipants\n\n* Ida Berg\n* Ola Dahl\n\nAgenda\n\n* noise\n\n## Results\n\n* noise: there is no news yet, and the maps of the ports are still with the board",
        "# Report of the Dialogue on Quays\n\nLima, 7 and 8 May 2018\n\nIssue 1: Cranes are loud.\n\nRecommendation 1: Buy quiet cranes.",
        "# Assembly in Turku\n\nOur last assembly was fun. It was a lively meeting in which we planned a lot. The workshop before it showed maps to forty towns. We agreed.",
        "# Board meeting of the ports, 3 May 2021\n\nOla Dahl (OD), Port of Oslo [PORT], welcomed all. Ida Berg [QUAY] confirmed that, explained, said, noted, added and stressed it. Per Lund [CRANE] agreed, and thanked us.",
    ],
)
def test_notes_report_of_a_meeting_in_few_words(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


@pytest.mark.parametrize(
    "text",
    [
        "# The Forum of Ports\n\nWhat was it about?\n\nThe forum was held in Oslo on 3 May 2021 and stressed noise.\n\nWho came?\n\nMayors met.\n\nWhat is next?\n\nA map.",
        "# The Forum of Ports\n\nAt its session held in Oslo on 3 May 2021 the board adopted a rule establishing the forum of ports as a regional mechanism, and noted it.",
    ],
)
def test_pages_on_what_a_forum_is_report_of_none(text: str) -> None:
    assert kind(text) is DocumentKind.OTHER


def test_a_first_sentence_of_what_will_be_outweighs_what_was_announced_of_it() -> None:
    text = "# Quays\n\nThe port {} a forum on quays on 3 May 2021. Ida Berg said it was needed. Ola Dahl added that noise grows. The network {} there."
    assert kind(text.format("held", "met")) is DocumentKind.REPORT
    assert (
        kind(text.format("will hold", "is expected to present a map and is due to open a stall")) is DocumentKind.OTHER
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Forum on ice ends\n\nWhereas last year's forum dealt with fish, this year's was held in Bonn on 3 May 2019.\n\nThe mayor stressed noise. They agreed on a letter.",
        "# El taller sobre muelles\n\nVisto el interés del primer taller, la ciudad celebró otro en Lima el 3 de mayo de 2019.\n\nDebatieron los muelles y pidieron muros.",
    ],
)
def test_a_report_that_begins_with_a_ground_is_no_resolution(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT
