from __future__ import annotations

import json
from pathlib import Path

from forumgraph import printing
from forumgraph.findings import CODES, finding
from forumgraph.model import Place, Severity, Span
from forumgraph.summary import BuildSummary

FINDING = finding("REP004", "29-21 May is no date", Place("a report.txt", line=12, span=Span(3, 12), words="29-21 May"))
PAGE = finding("DOC004", "the pages are pictures", Place("b.pdf", page=2))


def test_text_names_place_code_severity_words_and_remedy():
    assert printing.text([FINDING]).splitlines() == [
        "a report.txt:12 REP004 warning 29-21 May is no date",
        "    | 29-21 May",
        f"    help: {CODES['REP004'].help}",
    ]
    assert printing.text([PAGE]).startswith("b.pdf:p2 DOC004 violation")


def test_json_carries_offsets():
    row = json.loads(printing.as_json([FINDING]))[0]
    assert (row["source"], row["line"], row["start"], row["end"], row["code"]) == ("a report.txt", 12, 3, 12, "REP004")


def test_a_finding_at_the_first_character_keeps_its_offsets_and_leaves_out_what_is_not_known():
    first = finding("DOC004", "the pages are pictures", Place("b.pdf", span=Span(0, 4)))
    row = json.loads(printing.as_json([first]))[0]
    assert (row["start"], row["end"]) == (0, 4)
    assert not {"page", "line", "words"} & row.keys()


def test_a_build_that_published_nothing_says_so():
    assert printing.summary(BuildSummary()).startswith("Nothing was published")
    odd = [finding("REP001", "an agenda", Place(f"{each}.txt")) for each in "abcdefg"]
    told = printing.summary(BuildSummary(published=Path("here"), findings=tuple(odd)))
    assert "No meeting was found in a.txt (REP001), b.txt (REP001), " in told
    assert "e.txt (REP001) and 2 more; `forumgraph explain CODE`" in told
    assert json.loads(printing.summary_json(BuildSummary()))["published"] is None


def test_github_escapes_what_would_end_a_command():
    odd = finding("DOC005", "100% broken\nreally", Place("a,b:c.docx"))
    assert printing.github([odd]) == "::error file=a%2Cb%3Ac.docx,line=1,title=DOC005::100%25 broken%0Areally\n"


def test_sarif_lists_each_rule_once_and_each_result():
    log = json.loads(printing.sarif([FINDING, FINDING, PAGE]))
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["DOC004", "REP004"]
    assert [result["level"] for result in run["results"]] == ["warning", "warning", "error"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20report.txt"


def test_every_code_has_words_for_people():
    for code, row in CODES.items():
        assert code[:3] in {"DOC", "REP", "SHP", "PUB", "DEC"}
        assert row.title
        assert row.meaning.endswith(".")
        assert row.help.endswith(".")
        assert isinstance(row.severity, Severity)


def test_a_long_cell_goes_on_in_the_next_line():
    lines = printing.table(["a", "b"], [["one two three", "x"]], width=7).splitlines()
    assert lines[2:] == ["one two  x", "three"]
