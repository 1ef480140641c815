"""A meeting of which two documents tell, end to end: counted once, listed for review, kept apart where a person says so."""

from __future__ import annotations

import pytest
from reviews import contents, layer, publish, sheet

from forumgraph.graph.asked.questions import answer
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.decided.doubts import doubts
from forumgraph.queries import question

pytestmark = pytest.mark.usefixtures("light")
MINUTES = """# Consultation on water and small harbour towns

Held on 7 July 2021, {hours}, in the {venue}, Lisbon, Portugal.

The meeting was organised by the Harbour Towns Network.

## Recommendations

- Governments should {ask}.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "documents").mkdir()
    told = {
        "minutes.md": ("10:00-12:00", "Town Hall", "mend pumps"),
        "press.md": ("11:00-12:00", "Library", "buy pipes"),
    }
    for name, (hours, venue, ask) in told.items():
        words = MINUTES.format(hours=hours, venue=venue, ask=ask)
        (tmp_path / "documents" / name).write_text(words, encoding="utf-8")
    return tmp_path / "documents"


def counted(target):
    return answer(open_dump(target), question("where-meetings-were")).rows


def test_it_is_counted_once_and_its_contradictions_stay_in_view(folder, tmp_path):
    publish(folder, tmp_path / "publication")
    assert counted(tmp_path / "publication") == (("Lisbon", "Portugal", "1"),)
    rows = answer(open_dump(tmp_path / "publication"), question("contradictions")).rows
    assert {(row[0], row[2], row[4]) for row in rows} == {
        ("startTime", "10:00:00", "11:00:00"),
        ("venue", "Library", "Town Hall") if rows[0][1] == "press.md" else ("venue", "Town Hall", "Library"),
    }
    said = layer(tmp_path / "publication", "derived/corpus")
    assert sum("#toldFirstAs>" in line for line in said) == 1
    assert not any("sameAs" in line for line in said)


def test_a_person_keeps_the_two_apart_and_the_next_review_knows_it(folder, tmp_path):
    target = tmp_path / "publication"
    publish(folder, target)
    (line,) = [line for line in doubts(target, meeting=1.0) if line["kind"] == "meeting"]
    assert {line["document"], line["other_document"]} == {"minutes.md", "press.md"}
    review = sheet(tmp_path / "review.csv", line | {"decision": "reject", "reviewer": "Ana"})
    assert publish(folder, target, review).conforms
    assert counted(target) == (("Lisbon", "Portugal", "2"),)
    assert not [each for each in layer(target, "derived/corpus") if "#MeetingMatch>" in each]
    (again,) = [line for line in doubts(target, meeting=1.0) if line["kind"] == "meeting"]
    assert (again["key"], again["decision"]) == (line["key"], "reject")
    for name in ("minutes.md", "press.md"):
        (folder / name).rename(folder / f"new-{name}")
    publish(folder, target, review)
    assert counted(target) == (("Lisbon", "Portugal", "2"),)


def test_when_one_of_them_goes_the_edition_is_the_one_that_is_made_of_nothing(folder, tmp_path):
    publish(folder, tmp_path / "publication")
    (folder / "minutes.md").unlink()
    publish(folder, tmp_path / "publication")
    publish(folder, tmp_path / "fresh")
    assert contents(tmp_path / "fresh" / "csv") == contents(tmp_path / "publication" / "csv")
    assert not layer(tmp_path / "publication", "derived/corpus")
