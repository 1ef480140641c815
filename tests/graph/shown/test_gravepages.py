"""Names that vanished keep a page that says what took their place."""

from __future__ import annotations

import pytest
import reviews
from sites import Page

from forumgraph.build import build
from forumgraph.config import Config, Project

WORDS = "Governments should publish their plans for water."


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    """Publish a report, change a recommendation so that it has another name, and publish again."""
    folder = tmp_path_factory.mktemp("graves")
    path = reviews.report(folder / "documents", "one.md")
    config = Config(Project(issued="2026-03-31"))
    build([folder / "documents"], folder / "publication", config, jobs=1)
    before = sorted(each.name for each in (folder / "publication/recommendation").rglob("*.html"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("publish their plans for water", "publish all their plans for water"), "utf-8")
    build([folder / "documents"], folder / "publication", config, jobs=1)
    return folder / "publication", before


def test_what_was_cited_leads_to_what_took_its_place(publication):
    folder, before = publication
    pages = {path.name: path for path in (folder / "recommendation").rglob("*.html")}
    assert set(before) < set(pages)
    graves = {name: path for name, path in pages.items() if "No longer here" in path.read_text(encoding="utf-8")}
    assert len(graves) == 1
    ((name, path),) = graves.items()
    page = Page(path.read_text(encoding="utf-8"))
    assert page.problems == []
    assert WORDS.removesuffix(".") in page.words
    assert "31 March 2026" in page.words
    successors = {each["href"].rpartition("/")[2] for each in page.all("a") if "recommendation/" in each["href"]}
    assert len(successors & (pages.keys() - {name})) == 1
    assert "publish all their plans for water" in page.words
    for ending in ("ttl", "jsonld", "nt"):
        assert path.with_suffix(f".{ending}").is_file()


def test_a_name_that_vanished_is_in_no_list(publication):
    folder, _ = publication
    listed = (folder / "recommendations.html").read_text(encoding="utf-8")
    assert "publish all their plans" in listed
    assert WORDS.removesuffix(".") not in listed
