"""The FAIR Signposting Profile: what the home page and the pages of resources say in links, and the set of links says the same."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest
import webservers
from sites import pages, site

from forumgraph.config import Project
from forumgraph.graph.shown.mediatypes import media_type
from forumgraph.graph.shown.signposting import FILE, KINDS, RELATIONS, linkset
from forumgraph.shelf import Shelf

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


def in_header(text):
    """Read a header `Link` (RFC 8288) of ours: relations and targets."""
    return {(relation, href) for href, relation in re.findall(r'<([^>]*)>; rel="([^"]*)"', text)}


def header(shelf, path):
    return in_header(dict(shelf.get(path, gzip=False).headers).get("link", ""))


def in_head(page):
    return {
        (relation, each["href"])
        for each in page.all("link")
        for relation in each["rel"].split()
        if relation in RELATIONS
    }


@pytest.fixture(scope="module")
def shelf():
    return Shelf(site())


def test_our_server_says_in_the_header_what_the_head_of_a_page_says(shelf):
    seen = 0
    for path, page in pages().items():
        if path == "index.html":
            continue
        told = {each for each in header(shelf, path) if each[0] in RELATIONS}
        assert told == in_head(page), path
        seen += ("cite-as" in dict(told)) is True
    assert seen > 50


def test_the_home_page_says_in_the_header_where_all_its_links_are(shelf):
    told = header(shelf, "index.html")
    assert {("linkset", FILE), ("type", "https://schema.org/Dataset")} <= told
    assert len(dict(shelf.get("index.html", gzip=False).headers)["link"]) < 3000, (
        "proxies take no headers of any length"
    )


def test_data_say_what_page_they_belong_to_and_under_which_licence_they_are(shelf):
    stem = next(path.removesuffix(".html") for path in pages() if path.startswith("session/"))
    assert header(shelf, f"{stem}.ttl") == {("describes", f"{stem.rpartition('/')[2]}.html")}
    assert header(shelf, "csv/sessions.csv") == {("collection", "../index.html"), ("license", Project().licence)}
    assert header(shelf, "catalog.ttl") == {("describes", "index.html")}


def test_a_document_leads_to_its_text(shelf):
    path = next(each for each in pages() if each.startswith("document/"))
    item = dict(header(shelf, path))["item"]
    assert (site() / urljoin(path, item)).is_file()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["apache2", "nginx"])
def test_web_servers_say_in_the_header_what_a_page_stands_for(name):
    start, seen = webservers.start(name), set()
    with webservers.folder() as root, start(root, webservers.copied(site())) as client:
        for path, page in pages().items():
            kind = path.partition("/")[0]
            if "cite-as" not in dict(in_head(page)) or path == "index.html":
                continue
            for before in ("/", "/below/") if name == "apache2" else ("/",):
                here, answer = before + path, client.get(before + path)
                told = {(relation, urljoin(here, href)) for relation, href in in_header(answer.headers["link"])}
                wanted = {(relation, urljoin(here, href)) for relation, href in in_head(page)}
                assert told <= wanted, path
                assert {"cite-as", "collection", "describedby", "license", "type"} == {relation for relation, _ in told}
            data = client.get(f"/{path.removesuffix('html')}ttl")
            assert ("describes", path.rpartition("/")[2]) in in_header(data.headers["link"])
            seen.add(kind)
        assert seen >= set(KINDS.split("|")) - {"demand"}
        assert in_header(client.get("/").headers["link"]) == {("license", Project().licence), ("linkset", FILE)}
        assert in_header(client.get("/csv/sessions.csv").headers["link"]) == {("license", Project().licence)}
