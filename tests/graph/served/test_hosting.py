"""The rules for web servers: what they say, and what real servers answer by them."""

from __future__ import annotations

import random
import re

import pytest
import webservers
from preferences import BROWSER, PREFERENCES
from sites import site
from webservers import DOCUMENT

from forumgraph.graph.asked.store import DUMP
from forumgraph.graph.rdf.addresses import INSIDE
from forumgraph.graph.served.apache import OFFERED
from forumgraph.graph.served.negotiation import choose
from forumgraph.graph.shown.mediatypes import media_type

SESSION = f"session/{DOCUMENT}/89abcdef"
FORM = {form.name: form for form in OFFERED}
EXACT = {
    "text/html;q=0.75,text/turtle;q=0.76": "ttl",
    "text/html;q=0.124,text/turtle;q=0.125": "ttl",
    "text/html;q=0.1, */*;q=0.9": "ttl",
    "text/html;q=0, */*": "ttl",
    "text/turtle;q=0.2, text/*;q=0.9": "html",
    "application/*;q=0.9, text/*;q=0.3": "nt",
    "text/html;q=0.009, text/turtle;q=0.01, application/ld+json;q=0.010": "ttl",
    "text/turtle;q=1.000, text/html": "html",
}
"""What is weighed to the last decimal, and what stands for many forms."""


def random_headers(types, qualities, count=250):
    """Give headers that nobody thought of, the same each time."""
    dice = random.Random(20260331)  # noqa: S311 - a table, not a secret
    for _ in range(count):
        chosen = dice.sample(types, dice.randint(1, min(4, len(types))))
        yield ", ".join(f"{each}{dice.choice(qualities)}" for each in chosen)


@pytest.fixture(scope="module", params=["apache2", "nginx"])
def client(request):
    with webservers.folder() as root, webservers.start(request.param)(root) as client:
        yield client


@pytest.mark.slow
@pytest.mark.parametrize("accept", PREFERENCES)
def test_an_iri_leads_to_the_form_that_is_liked_best(client, accept):
    form = PREFERENCES[accept]
    for method in ("GET", "HEAD"):
        answer = client.get(f"/{SESSION}", accept, method)
        assert (answer.status, answer.way) == ((303, f"{SESSION}.{form}") if form else (406, ""))
        assert answer.varies == ["accept"]
        assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.slow
@pytest.mark.parametrize("accept", EXACT)
def test_wildcards_and_every_decimal_are_weighed(client, accept):
    assert client.get(f"/{SESSION}", accept).way == f"{SESSION}.{EXACT[accept]}"


@pytest.mark.slow
def test_web_servers_answer_as_our_own_does_whatever_is_asked(client):
    types = [*(form.media_type for form in OFFERED), "*/*", "text/*", "application/*", "image/png"]
    answers = []
    for accept in random_headers(types, ["", ";q=1", ";q=0", ";q=0.9", ";q=0.85", ";q=0.850", ";q=0.5", "; q=0.001"]):
        form = choose(accept, FORM)
        answer = client.get(f"/{SESSION}", accept)
        assert answer.way == (f"{SESSION}.{form.ending}" if form else ""), accept
        answers.append(answer.status)
    assert set(answers) == {303, 406}


SITE = {
    ("ontology", None): (303, "ontology.html"),
    ("ontology", "text/turtle"): (303, "ontology.ttl"),
    ("question/coverage", None): (303, "question/coverage.html"),
    ("scheme/role", BROWSER): (303, "scheme/role.html"),
    ("scheme/role/chair", None): (303, "scheme/role.html#chair"),
    ("scheme/role/chair", "text/turtle"): (303, "schemes.ttl"),
    ("sdg/16.7", "text/turtle"): (303, "sdg/16.7.ttl"),
    ("authority/un", "text/turtle"): (303, "authority/un.ttl"),
    ("authority/nobody-speaks-of-it", None): (303, "authority.html#nobody-speaks-of-it"),
    ("authority/nobody-speaks-of-it", "text/turtle"): (303, "authority.ttl"),
    ("authority/country-xyz", "text/turtle"): (303, "countries.ttl"),
    ("authority/relationship/a-memberOf-b", None): (303, "authority.html"),
    ("ontology/list/x-1", "text/turtle"): (303, "ontology.ttl"),
    ("software/0.1.0", None): (303, "about.html"),
    ("authority/", None): (303, "authority.html"),
    ("theme/", None): (303, "themes.html"),
    ("dataset", None): (303, "data.html"),
    ("dataset", "text/turtle"): (303, "catalog.ttl"),
    ("graph/stated/a-txt-012345", None): (303, "data.html"),
    ("decision/0123456789abcdef", "text/turtle"): (303, "data.html"),
    ("decision/0123456789abcdef/activity", None): (303, "data.html"),
    ("forum/hlpf", "text/turtle"): (303, "forum/hlpf.ttl"),
    ("forum/a-txt-012345/summit-012345", "text/turtle"): (303, "document/a-txt-012345.ttl"),
    ("mention/a-txt-012345/x", "image/png"): (406, ""),
    ("session/", None): (404, ""),
    ("session/nothing/there", None): (404, ""),
    ("sessions/nothing", None): (404, ""),
    ("sessions/nothing.html", None): (404, ""),
    ("question/coverage/nothing", None): (404, ""),
    ("nothing", "text/turtle"): (404, ""),
    (f"{SESSION}/", None): (404, ""),
    ("texts/../../log", None): (400, ""),
    **{(f"{part}/a-txt-012345/x-1", "text/turtle"): (303, "document/a-txt-012345.ttl") for part in sorted(INSIDE)},
}


@pytest.mark.slow
@pytest.mark.parametrize(("path", "accept"), SITE)
def test_every_kind_of_iri_leads_somewhere_and_nothing_else_does(client, path, accept):
    answer = client.get(f"/{path}", accept)
    assert (answer.status, answer.way) == SITE[path, accept]


@pytest.mark.slow
def test_where_a_form_is_missing_a_client_that_takes_pages_gets_the_page(client):
    assert client.get("/question/coverage", "text/turtle, text/html;q=0.1").way == "question/coverage.html"
    assert client.get("/question/coverage", "text/turtle").status == 406


@pytest.mark.slow
def test_a_publication_below_the_root_of_a_host_leads_within_itself(client):
    assert client.get(f"/below/{SESSION}", "text/turtle").way == f"below/{SESSION}.ttl"
    assert client.get(f"/below/mention/{DOCUMENT}/x").way == f"below/document/{DOCUMENT}.html"
    assert client.get("/below/authority/").way == "below/authority.html"
    page = client.get("/below/")
    assert (page.status, page.body) == (200, b"index.html")


@pytest.mark.slow
def test_every_file_has_its_media_type_and_is_sent_as_it_is(client):
    with webservers.folder() as other:
        files = webservers.publication(other)
    told = {}
    for path in sorted(files.keys() - {".htaccess"}):
        answer = client.get(f"/{path}")
        assert (answer.status, answer.body) == (200, files[path]), path
        assert "content-encoding" not in answer.headers, path
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.varies == []
        told[path] = answer.headers.get("content-type", "")
    known = {path: kind for path, kind in told.items() if media_type(path) != "application/octet-stream"}
    assert known == {path: media_type(path) for path in known}
    assert len(known) > 40


SPACES = {"https://w3id.org/forumgraph/data/": "/", "https://w3id.org/forumgraph/": "/"}
"""Where IRIs are served below the root of a host that has no redirects of w3id.org before it."""


def served(iri):
    space = next((each for each in SPACES if iri.startswith(each)), "")
    return SPACES[space] + iri.removeprefix(space).partition("#")[0] if space else ""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["apache2", "nginx"])
def test_every_iri_of_a_publication_leads_to_a_page_and_to_data(name):
    terms = re.findall(r"<(https?://[^>]*)>", (site() / DUMP).read_text(encoding="utf-8"))
    paths = sorted({served(iri) for iri in terms} - {""})
    assert len(paths) > 1000
    lost = []
    with webservers.folder() as root, webservers.start(name)(root, webservers.copied(site())) as client:
        for path in paths:
            for accept in (None, "text/turtle, */*;q=0.1"):
                answer, steps = client.get(path, accept), 0
                while answer.status in {301, 303} and steps < 4:
                    answer, steps = client.get(f"/{answer.way.partition('#')[0]}", accept), steps + 1
                if answer.status != 200:
                    lost.append((path, accept, answer.status))
    assert lost == []


@pytest.mark.slow
def test_nothing_of_an_address_comes_into_a_header_but_the_names_of_pages(client):
    for path in ("authority/relationship/x%0dA:%20b.html", "authority/relationship/x%3e,%20%3chttp:b.html"):
        answer = client.get(f"/{path}", "text/html")
        assert answer.status == 303
        assert "a" not in answer.headers
        assert not re.search(r"[\r\n]|x>", answer.headers.get("link", ""))
    assert client.get(f"/{SESSION}.html").headers["link"].count(f"{SESSION}>") == 1
