"""What became of each sentence."""

from __future__ import annotations

from itertools import pairwise

from forumgraph.converters.account import coverage
from forumgraph.converters.account.coverage import explain
from forumgraph.converters.account.record import record
from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.names import Names
from forumgraph.model import Report, Source

TEXT = """# Report of the workshop on boats

The workshop was held on 5 June 2017 in Oslo. Lunch was good.

## Background

Boats have been built for ages.

## Key issues

1. Boats are old
2. We need ice (SDG 14)

## Recommendations

- Towns should own the piers
"""


def read() -> Report:
    data = TEXT.encode()
    return convert(markdown.read(data, Source("a.md", "text/markdown", "f" * 64, len(data))), Names([]))


def test_every_sentence_is_used_or_unused_once() -> None:
    report = read()
    spans = [sentence.span for sentence in report.sentences]
    assert spans == sorted(set(spans))
    assert all(not a.overlaps(b) for a, b in pairwise(spans))
    told = {sentence.span.of(report.document.text): sentence for sentence in report.sentences}
    assert told["Boats are old"].used_by == ("list/issues",)
    assert told["Lunch was good."].used_by == ()
    assert told["Boats have been built for ages."].reason == "background"


def test_every_span_of_a_report_quotes_its_words() -> None:
    report = read()
    (session,) = report.sessions
    for point in (*session.issues, *session.recommendations):
        assert point.span.of(report.document.text) == point.text
    assert sum(1 for _ in coverage.used(report.sessions)) > 8


def test_the_share_of_nothing_is_nothing() -> None:
    assert coverage.share(()) == 0
    assert 0.4 < coverage.share(read().sentences) < 1


def test_a_record_has_the_fields_that_the_text_gives_and_no_others() -> None:
    made = record(read())
    (session,) = made["sessions"]
    assert session["date"] == "2017-06-05"
    assert "venue" not in session
    assert session["issues"][0] == {"text": "Boats are old", "number": "1", "start": 151, "end": 164}
    assert [asked["text"] for asked in session["recommendations"]] == ["Towns should own the piers"]
    assert [asked["text"] for asked in made["derived"]["demands"]] == ["We need ice (SDG 14)"]
    assert session["sdgs"] == ["14"]
    assert {"text": "Boats have been built for ages.", "start": 105, "end": 136, "reason": "background"} in made[
        "unused"
    ]
    assert list(made) == ["source", "sha256", "kind", "language", "sessions", "derived", "unused", "findings"]


def test_an_explanation_says_what_each_passage_became_and_by_which_rule() -> None:
    told = explain(read())
    assert told.startswith("a.md: report [kind/title-report], language en, 1 session(s)")
    assert "“Boats are old” = issue 1 [list/issues]" in told
    assert "unused (background)" in told
