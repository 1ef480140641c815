"""A fourth language is a file and not code."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import fourthlanguage
import pytest

REPORT = """Summary of the preparatory meeting

Date: Sunday 9 July 2017
Time: from 9:00 to 12:30
Venue: Maison KLM, Geneva

The meeting was organised by LAMG and GTF, in partnership with UN DESA. It was moderated by Ms. Jane Roe, UCLG. The speakers were ICLEI and UNDP.

Mr. Tom Poe (KLM) stressed that small towns have no say in national plans. Participants called on governments to publish the plans before the vote.

Issues discussed

1. Many groups learn too late that their country is preparing a review
2. The documents of the forum are late

Recommendations

1. Governments should invite all groups before the first draft is written
2. The UN must open its rooms
"""
KEPT = ("sha256", "source", "language", "findings")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    first, second = (
        _record(tmp_path_factory.mktemp("languages"), text) for text in (REPORT, fourthlanguage.turned(REPORT))
    )
    return first, second


def test_the_report_in_english_is_rich_enough_to_show_something(records: tuple[dict[str, Any], dict[str, Any]]) -> None:
    (session,) = records[0]["sessions"]
    assert (session["type"], session["date"], session["end_time"]) == ("preparatory-meeting", "2017-07-09", "12:30")
    assert {actor["role"] for actor in session["actors"]} == {"organizer", "partner", "moderator", "speaker"}
    assert (len(session["issues"]), len(session["recommendations"])) == (3, 3)


def test_a_language_that_is_only_a_file_is_read_as_well(records: tuple[dict[str, Any], dict[str, Any]]) -> None:
    english, other = records
    assert other["language"] == "zz"
    assert _turned({k: v for k, v in english.items() if k not in KEPT}) == {
        k: v for k, v in other.items() if k not in KEPT
    }


def _record(folder: Path, text: str) -> dict[str, Any]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, fourthlanguage.__file__, str(folder), str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _turned(value: Any, key: str = "") -> Any:
    """Turn what is quoted from the report, and nothing else."""
    if isinstance(value, dict):
        return {k: _turned(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_turned(v, key) for v in value]
    return fourthlanguage.turned(value) if key in {"text", "name", "title", "addressee", "acronym"} else value
