"""Who organised, hosted and paid for the meeting, and who did so with something else."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She presented a project funded by UNDP and organised by ICLEI."),
        ("en", "They came from a network hosted by UCLG."),
        ("fr", "Elle a présenté un projet financé par UNDP et organisé par ICLEI."),
        ("es", "Presentó un proyecto financiado por UNDP y organizado por ICLEI."),
    ],
)
def test_who_pays_for_a_project_is_nobody_of_the_meeting(language: str, text: str) -> None:
    assert [actor for role, actor in read(text, language=language) if role != "speaker"] == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The panel was hosted by UNDP and co-sponsored by ICLEI and UCLG.", [("host", "UNDP"), ("sponsor", "ICLEI"), ("sponsor", "UCLG")]),
        ("en", "Organised in Nairobi from 12 to 14 March 2021 by UNDP and ICLEI, it ended well.", [("organizer", "ICLEI"), ("organizer", "UNDP")]),
        ("en", "The organisers of the session were ICLEI and UCLG.", [("organizer", "ICLEI"), ("organizer", "UCLG")]),
        ("en", "The webinar was a collaboration between ICLEI and UNDP.", [("organizer", "ICLEI"), ("organizer", "UNDP")]),
        ("en", "It was held in partnership with ICLEI, a network of towns, and UNDP.", [("partner", "ICLEI"), ("partner", "UNDP")]),
        ("en", "Mr. Lee Park joined the meeting for an hour.", [("participant", "Lee Park")]),
        ("fr", "La réunion s'est ouverte ce matin à l'initiative du Ministère de l'Eau et du Développement durable.", [("organizer", "Ministère de l'Eau et du Développement durable")]),
        ("fr", "Les organisateurs de l'atelier étaient ICLEI et UNDP.", [("organizer", "ICLEI"), ("organizer", "UNDP")]),
        ("es", "Los organizadores del taller fueron ICLEI y UNDP.", [("organizer", "ICLEI"), ("organizer", "UNDP")]),
        ("es", "El taller se realizó con la colaboración del Ministerio de Agua.", [("partner", "Ministerio de Agua")]),
    ],
)  # fmt: skip
def test_organisers_are_told_in_many_ways(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was attended by UNDP and NGOs.", [("participant", "UNDP")]),
        ("Participants included ten invited experts, including Ana Silva and Lee Park.", [("participant", "Ana Silva"), ("participant", "Lee Park")]),
        ("It was attended by 12 persons from academia and NGOs, including Ana Silva.", [("participant", "Ana Silva")]),
        ("The partners of the event were ICLEI and UNDP.", [("partner", "ICLEI"), ("partner", "UNDP")]),
        ("Its partners are ICLEI and UNDP.", []),
    ],
)  # fmt: skip
def test_those_named_after_a_crowd_count_and_the_crowd_does_not(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
