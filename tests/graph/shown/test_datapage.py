"""The page of what can be taken away names what it is, in groups, and leads to files that are there."""

from __future__ import annotations

from sites import pages, site

from forumgraph.config import Project
from forumgraph.graph.described.columns import TABLES
from forumgraph.graph.described.publication import Written
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.shown.datapage import data_page
from forumgraph.graph.shown.pages import Frame


def targets(page):
    return [each["href"] for each in page.all("a") if each.get("href")]


def test_every_dump_and_table_is_offered_with_its_size():
    page = pages()["data.html"]
    offered = targets(page)
    for name in (*(f"{STEM}.{syntax.ending}{end}" for syntax in SYNTAXES.values() for end in ("", ".gz")), "void.ttl"):
        assert offered.count(name) == 1, name
    for table in TABLES:
        assert offered.count(table.path) == 1
        assert table.title in page.words
    assert "\u202fkB" in page.words


def test_what_it_leads_to_is_there():
    ours = [
        each for each in targets(pages()["data.html"]) if "://" not in each and not each.startswith(("#", "mailto:"))
    ]
    assert len(ours) > 40
    assert [each for each in ours if not (site() / each).is_file()] == []


def test_a_group_without_files_is_left_out():
    text = data_page(Frame(Project()), {"coverage.csv": Written(1538, "ab" * 32)})
    assert "What became of the documents" in text
    assert "1.5\u202fkB" in text
    assert "Everything as a graph" not in text
