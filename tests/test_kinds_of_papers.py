"""Papers that tell of the past and report of no meeting, and reports that tell it in the present or name what is still to come."""

from __future__ import annotations

import pytest

from forumgraph.converters import markdown
from forumgraph.converters.kinds import decide
from forumgraph.converters.languages import detect
from forumgraph.converters.lexicon import lexicons
from forumgraph.model import DocumentKind, Source


def kind(text: str) -> DocumentKind:
    data = text.encode()
    document = markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data)))
    return decide(document.blocks, lexicons()[detect(text)]).kind


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
