"""Made-up reports of meetings, as many as are wanted, the same ones each time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ORGANISERS = [
    "Local Authorities Major Group (LAMG)",
    "UN DESA",
    "HLPF Coordination Mechanism",
    "Women's Major Group",
    "United Cities and Local Governments (UCLG)",
    "International IDEA",
]
PEOPLE = [
    "Ms. Ana Duarte, Director, UCLG",
    "Mr. Kofi Asante, Mayor, City of Sekondi",
    "Mayor of Valongo",
    "Dr. Lena Holm, Programme Officer, UN-Habitat",
]
SUBJECTS = [
    "Small towns",
    "Young people",
    "National reviews",
    "Partnerships",
    "Digital platforms",
    "Local data",
    "Civil society",
    "Ministries",
    "Donors",
]
VERBS = ["reach", "leave out", "depend on", "replace", "weaken", "strengthen", "ignore", "support"]
OBJECTS = [
    "those who have no voice in decision-making",
    "voluntary national reviews and what follows from them",
    "the budgets of local and regional governments",
    "trust in public institutions (SDG 16)",
    "women who care for others without pay",
    "the data that communities collect about themselves",
    "partnerships between cities of different regions",
]
ASKED = ["Governments", "The UN system", "Member States", "Donors", "National statistical offices"]
ASKS = ["should fund", "must publish", "need to protect", "should recognise", "must invite"]


def report(number: int) -> str:
    """Return the text of one report; the same number gives the same text."""
    chance = random.Random(number)  # noqa: S311 - variety, not secrecy
    day, year = 1 + number % 28, 2015 + number % 10
    issues = [
        f"{n}. {chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)} in {chance.randrange(2, 90)} countries"
        for n in range(1, 13)
    ]
    asks = [
        f"{n}. {chance.choice(ASKED)} {chance.choice(ASKS)} {chance.choice(OBJECTS)} by {chance.randrange(2025, 2035)}"
        for n in range(1, 7)
    ]
    background = " ".join(
        f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}." for _ in range(12)
    )
    return "\n".join(
        [
            f"Report of side event {number}: {chance.choice(SUBJECTS).lower()} and {chance.choice(OBJECTS)}",
            "",
            f"{day} July {year}, {9 + number % 6}:00-{10 + number % 6}:30, New York",
            f"Organised by: {chance.choice(ORGANISERS)}; {chance.choice(ORGANISERS)}",
            f"Moderator: {chance.choice(PEOPLE)}",
            f"Part of the High-level Political Forum {year}",
            "",
            "Background",
            "",
            background,
            "",
            "Issues discussed",
            "",
            *issues,
            "",
            "Recommendations",
            "",
            *asks,
            "",
        ]
    )


def write(folder: Path, count: int) -> None:
    """Write that many reports into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"report-{number:06}.txt").write_text(report(number), encoding="utf-8")
