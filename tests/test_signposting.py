"""The FAIR Signposting Profile: what the home page and the pages of resources say in links, and the set of links says the same."""

from __future__ import annotations

import json

import pytest
from sites import pages, site

from forumgraph.config import Project
from forumgraph.graph.mediatypes import media_type
from forumgraph.graph.signposting import FILE, linkset

HOME = "https://example.org/meetings/"
LANDING = {"cite-as", "describedby", "item", "license", "linkset", "type"}
"""What the profile asks of the page that a publication is known by, at level 2; authors are told where the configuration has them."""


def links(page, relation):
    return [each["href"] for each in page.all("link") if relation in each["rel"].split()]


@pytest.fixture(scope="module")
def rows():
    return {row["anchor"]: row for row in json.loads((site() / FILE).read_text(encoding="utf-8"))["linkset"]}


def test_the_home_page_says_all_that_the_profile_asks_for():
    page = pages()["index.html"]
    assert set(LANDING) <= {relation for each in page.all("link") for relation in each["rel"].split()}
    assert links(page, "linkset") == [FILE]
    assert links(page, "type") == ["https://schema.org/AboutPage", "https://schema.org/Dataset"]
    assert len(links(page, "cite-as")) == 1


def test_the_set_of_links_says_what_the_home_page_says_and_more(rows):
    page, row = pages()["index.html"], rows[HOME]
    for relation in LANDING - {"linkset"}:
        here = set(links(page, relation))
        there = {each["href"].removeprefix(HOME) for each in row[relation]}
        assert here <= there, relation
    assert len(row["item"]) > 10


def test_every_target_of_the_publication_is_there_with_its_type(rows):
    targets = [each for row in rows.values() for found in row.values() if isinstance(found, list) for each in found]
    ours = [each for each in targets if each["href"].startswith(HOME) and each["href"] != HOME]
    assert len(ours) > 15
    for each in ours:
        name = each["href"].removeprefix(HOME)
        assert (site() / name).is_file()
        assert each["type"] == media_type(name).partition(";")[0]


def test_content_and_descriptions_lead_back_to_the_home_page(rows):
    for relation, back in (("item", "collection"), ("describedby", "describes")):
        for each in rows[HOME][relation]:
            assert [target["href"] for target in rows[each["href"]][back]] == [HOME], each


def test_pages_of_resources_say_what_they_are_and_where_their_data_are():
    seen = 0
    for path, page in pages().items():
        if links(page, "cite-as") and path != "index.html":
            assert {"cite-as", "describedby", "license", "type", "collection"} <= {
                relation for each in page.all("link") for relation in each["rel"].split()
            }, path
            assert "https://schema.org/AboutPage" in links(page, "type")
            seen += 1
    assert seen > 50


def test_without_an_address_links_are_relative():
    rows = json.loads(linkset(Project(), ["data/forumgraph.nq", "catalog.ttl"]))["linkset"]
    assert [row["anchor"] for row in rows] == ["index.html", "data/forumgraph.nq", "catalog.ttl"]
    assert "author" not in rows[0]
    told = json.loads(linkset(Project(publisher_url="https://example.org/office"), []))["linkset"][0]
    assert told["author"] == [{"href": "https://example.org/office"}]
