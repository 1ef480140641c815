"""What a person decided is followed wherever people look: on the pages, in the files beside them, and by the server."""

from __future__ import annotations

import pytest
import reviews
from click.testing import CliRunner
from reviews import ISSUE, row, sheet
from servers import BASE, quads, running, write

from forumgraph.build import build
from forumgraph.cli import main
from forumgraph.config import Config
from forumgraph.graph.decided.reviewed import as_left
from forumgraph.graph.described.partitions import FILE as VOID
from forumgraph.graph.served.endpointcrew import Bounds
from forumgraph.graph.served.worker import ask
from forumgraph.ontology import FORUM

ITEM, OTHER = f"{BASE}issue/a-txt-012345/0123456789", f"{BASE}issue/a-txt-012345/abcdefabcd"
DECISION = f"{BASE}decision/a-txt-012345/x"


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    """Publish a report of which one issue is rejected and the day corrected."""
    folder = tmp_path_factory.mktemp("decided")
    (folder / "documents").mkdir()
    reviews.report(folder / "documents", "one.md")
    decisions = sheet(
        folder / "decisions.csv",
        row("item", "reject", ISSUE),
        row("field", "correct", "11 July 2019", "date", "2019-07-12"),
    )
    build([folder / "documents"], folder / "publication", Config(), decisions=[decisions], jobs=1)
    return folder / "publication"


def told(publication, folder):
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((publication / folder).rglob("*"))
        if path.suffix in {".html", ".ttl", ".nt"}
    )


def test_a_rejected_issue_is_in_no_list_and_its_page_says_who_took_it_out_of_view(publication):
    pages = [path.read_text(encoding="utf-8") for path in (publication / "issue").rglob("*.html")]
    assert len(pages) == 2
    (page,) = [page for page in pages if "Taken out of view" in page]
    assert f"<h1>{ISSUE.removesuffix('.')}" in page
    assert "Ana, 22 November 2026" in page
    for name in ("issues.html", "index.html"):
        assert ISSUE.removesuffix(".") not in (publication / name).read_text(encoding="utf-8"), name
    assert ISSUE.removesuffix(".") not in told(publication, "session")


def test_a_rejected_issue_stays_in_the_text_and_in_the_dumps(publication):
    assert ISSUE in told(publication, "document")
    assert ISSUE in (publication / "data/forumgraph.nq").read_text(encoding="utf-8")


def test_queries_follow_decisions_unless_every_layer_is_asked_for(publication):
    text = f"SELECT ?text {{ ?issue a <{FORUM}Issue> ; <{FORUM}text> ?text }}"
    followed = {row[0] for row in ask(publication, text).rows}
    every = {row[0] for row in ask(publication, text, every_layer=True).rows}
    assert every - followed == {ISSUE}
    assert followed


def test_both_commands_that_ask_follow_decisions_alike(publication, tmp_path):
    (tmp_path / "issues.rq").write_text(f"SELECT ?text {{ ?x a <{FORUM}Issue> ; <{FORUM}text> ?text }}")
    for command in (["query", str(tmp_path / "issues.rq")], ["ask", "statements-of-document", "--file", "one.md"]):
        for option in ([], ["--every-layer"]):
            words = [*command, "-p", str(publication), "--format", "csv", *option]
            done = CliRunner().invoke(main, words, catch_exceptions=False)
            assert done.exit_code == 0
            assert (ISSUE in done.stdout) is bool(option), words


def test_pages_tell_the_day_that_a_person_corrected(publication):
    assert "12 July 2019" in (publication / "sessions.html").read_text(encoding="utf-8")
    session = told(publication, "session")
    assert '"2019-07-12"' in session
    assert f'<{FORUM}date> "2019-07-11"' not in session


def test_a_document_without_decisions_is_as_it_was_read():
    line = f'<{ITEM}> <{FORUM}text> "Words" <{BASE}graph/stated/a-txt-012345> .\n'
    assert as_left(line) == [(f"<{ITEM}>", f"<{FORUM}text>", '"Words"')]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Serve an issue that is rejected and another one, and a description of the data."""
    lines = list(quads())
    for item in (ITEM, OTHER):
        stated = f"<{BASE}graph/stated/a-txt-012345>"
        lines.append(f"<{item}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{FORUM}Issue> {stated} .")
        lines.append(f'<{item}> <{FORUM}text> "Words of an issue" {stated} .')
    lines.append(f"<{ITEM}> <{FORUM}rejectedBy> <{DECISION}> <{BASE}graph/review/a-txt-012345> .")
    more = {
        "data/forumgraph.nq": "".join(f"{line}\n" for line in dict.fromkeys(lines)),
        VOID: f"<{BASE}dataset> <http://rdfs.org/ns/void#classPartition> <{BASE}dataset/class/x> .\n",
    }
    folder = write(tmp_path_factory.mktemp("served") / "publication", **more)
    with running(folder, Bounds(workers=1)) as found:
        yield found


def test_the_server_follows_decisions(site):
    found = site.query(f"SELECT ?item {{ ?item a <{FORUM}Issue> }}", "text/csv").text.split()
    assert found == ["item", OTHER]
    why = site.query(f"ASK {{ GRAPH <{BASE}graph/review/a-txt-012345> {{ <{ITEM}> <{FORUM}rejectedBy> ?by }} }}")
    assert b"true" in why.body


def test_what_describes_the_data_can_be_asked_too(site):
    query = "ASK { GRAPH ?g { ?data <http://rdfs.org/ns/void#classPartition> ?part } }"
    assert b"true" in site.query(query).body
    assert f"{BASE}graph/void" in site.get("/sparql", Accept="text/turtle").text
