"""Tables of links and follow-ups: a row stands for itself, with the words and the files of both statements."""

from __future__ import annotations

import pytest
from reviews import ASKED, light, publish, report, table


@pytest.fixture
def target(tmp_path, monkeypatch):
    light(monkeypatch)
    documents = tmp_path / "documents"
    report(documents, "one.md")
    later = report(documents, "three.md", "Towns online", date="5 July 2022", topic="sewers")
    told = "3. Partnerships of the UN system with local governments have not been supported.\n"
    later.write_text(later.read_text(encoding="utf-8") + told, encoding="utf-8")
    publish(documents, tmp_path / "publication")
    return tmp_path / "publication"


def test_a_link_tells_the_words_and_files_of_both_statements(target):
    rows = [row for row in table(target, "links") if row["kind"] == "repeats" and row["point_text"] == ASKED]
    assert [(row["point_document"], row["other_document"], row["other_text"]) for row in rows] == [
        ("three.md", "one.md", ASKED)
    ]
    assert float(rows[0]["score"]) == 1
    points = {row["recommendation"] for row in table(target, "recommendations")}
    assert {rows[0]["point"], rows[0]["other"]} <= points


def test_a_follow_up_tells_its_state_its_sentence_and_what_it_follows(target):
    (row,) = table(target, "follow-ups")
    assert (row["state"], row["cue"], row["document"]) == ("not-done", "have not been", "three.md")
    assert (row["point_text"], row["point_document"]) == (ASKED, "one.md")
    assert row["quote"].startswith("Partnerships of the UN system")
    assert "#char=" in row["passage"]
