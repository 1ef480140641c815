"""The SPARQL endpoint that a browser is to its own pages, on a host that only has files."""

from __future__ import annotations

import csv
import io
import json
import shutil
import time
from pathlib import Path
from urllib.parse import quote, urlencode
from xml.etree import ElementTree as ET

import pytest
from browser import Browser, missing
from paths import ROOT
from querypages import hosted
from servers import running
from sites import site

from forumgraph.graph.asked.store import open_dump, run
from forumgraph.graph.served.endpointcrew import Bounds

YASGUI = ROOT / ".web/package/build"
SESSIONS = "SELECT ?s WHERE { ?s a <https://w3id.org/forumgraph/ontology#Session> }"
GRAPH = SESSIONS.replace("SELECT ?s", "CONSTRUCT { ?s a <https://w3id.org/forumgraph/ontology#Session> }")
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
ELSEWHERE = "SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }"
AUTHORITY = "https://w3id.org/forumgraph/data/graph/authority"
JSON, XML, CSV, TSV = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
TURTLE, TRIPLES = "text/turtle", "application/n-triples"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
TOLD = "document.getElementById('endpoint-told').textContent"
_FETCH = """
const done = arguments[3], options = { method: arguments[1], headers: arguments[2][0] };
if (arguments[2][1] !== null) { options.body = arguments[2][1]; }
fetch(arguments[0], options).then(async (reply) => done([reply.status, reply.headers.get("Content-Type"), await reply.text()]), (error) => done([0, "", String(error)]));
"""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there"),
]


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    """The site in a folder of a host, as it is where a host has more than one."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(site(), root / "meetings", copy_function=_link)
    if YASGUI.is_dir():
        for name in ("yasgui.min.js", "yasgui.min.css"):
            shutil.copy(YASGUI / name, root / "meetings" / name)
    (root / "meetings/yasgui.html").write_text(PAGE, encoding="utf-8")
    for name in ("outside.html", "meetings/idle.html"):
        (root / name).write_text("<!doctype html><title>A page</title>", encoding="utf-8")
    computing = '<!doctype html><title>A tool</title><script src="sparql-endpoint.js"></script>'
    (root / "meetings/tool.html").write_text(computing, encoding="utf-8")
    with hosted(root) as address:
        yield address


def _link(source, target):
    Path(target).hardlink_to(source)


PAGE = """<!doctype html><meta charset="utf-8"><title>YASGUI</title><link rel="stylesheet" href="yasgui.min.css">
<div id="tool"></div><script src="yasgui.min.js"></script><script src="sparql-endpoint.js"></script>
<script>
window.tool = new Yasgui(document.getElementById("tool"), { requestConfig: { endpoint: new URL("sparql", location.href).href } });
</script>"""


@pytest.fixture(scope="module")
def browser(host):
    """A browser that has opened the query page once."""
    with Browser() as found:
        found.open(f"{host}meetings/sparql.html")
        assert found.until("navigator.serviceWorker.controller !== null")
        yield found


@pytest.fixture
def page(browser, host):
    """Another page in the folder of the site, which computes."""
    browser.open(f"{host}meetings/tool.html")
    return browser


def send(browser, path="sparql", method="GET", body=None, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return browser.wait(_FETCH, path, method, [named, body])


def get(browser, query, accept=JSON, **more):
    return send(browser, "sparql?" + urlencode({"query": query, **more}), Accept=accept)


def sessions():
    return sorted(row[0] for row in run(open_dump(site()), SESSIONS).rows)


def test_rows_are_told_in_every_form_there_is(page):
    expected = sessions()
    status, kind, body = get(page, SESSIONS)
    assert (status, kind) == (200, f"{JSON}; charset=utf-8")
    assert sorted(row["s"]["value"] for row in json.loads(body)["results"]["bindings"]) == expected
    status, kind, body = get(page, SESSIONS, XML)
    assert (status, kind) == (200, f"{XML}; charset=utf-8")
    found = ET.fromstring(body).iter("{http://www.w3.org/2005/sparql-results#}uri")  # noqa: S314 - our own
    assert sorted(each.text for each in found) == expected
    status, kind, body = get(page, SESSIONS, CSV)
    assert (status, kind) == (200, f"{CSV}; charset=utf-8")
    assert sorted(row["s"] for row in csv.DictReader(io.StringIO(body))) == expected
    status, kind, body = get(page, SESSIONS, TSV)
    assert (status, kind) == (200, f"{TSV}; charset=utf-8")
    assert sorted(body.splitlines()[1:]) == [f"<{each}>" for each in expected]
    status, kind, body = get(page, SESSIONS.replace("SELECT ?s WHERE", "ASK"))
    assert (status, json.loads(body)["boolean"]) == (200, True)


def test_graphs_are_told_as_turtle_and_as_n_triples(page):
    status, kind, body = get(page, GRAPH, TURTLE)
    assert (status, kind) == (200, f"{TURTLE}; charset=utf-8")
    assert all(f"<{each}>" in body for each in sessions())
    status, kind, body = get(page, GRAPH, TRIPLES)
    assert (status, kind) == (200, f"{TRIPLES}; charset=utf-8")
    assert len(body.splitlines()) == len(sessions())
    assert get(page, f"DESCRIBE <{sessions()[0]}>", "*/*")[:2] == [200, f"{TURTLE}; charset=utf-8"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", JSON),
        ("application/json", JSON),
        (f"{CSV};q=0.5, {XML};q=0.9", XML),
        (f"{JSON};q=0.1, text/*;q=0.2", CSV),
        (f"{CSV};q=0, {TSV}", TSV),
        (f"{TURTLE}, */*;q=0.1", JSON),
    ],
)
def test_the_form_is_the_one_that_is_liked_best(page, accept, kind):
    assert get(page, SESSIONS, accept)[:2] == [200, f"{kind}; charset=utf-8"]


def test_a_query_may_come_in_a_form_or_as_the_body(page):
    expected = json.loads(get(page, COUNT)[2])
    for body, kind in ((urlencode({"query": COUNT}), FORM), (COUNT, QUERY), (COUNT, f"{QUERY}; charset=utf-8")):
        status, _, found = send(page, method="POST", body=body, Content_Type=kind, Accept=JSON)
        assert (status, json.loads(found)) == (200, expected), kind
    assert int(expected["results"]["bindings"][0]["n"]["value"]) > 20_000


def test_the_data_set_may_be_narrowed_to_graphs(page):
    whole = int(get(page, COUNT, CSV)[2].split()[1])
    store = open_dump(site())
    own = sum(1 for quad in store if str(quad.graph_name) == f"<{AUTHORITY}>")
    assert int(get(page, COUNT, CSV, **{"default-graph-uri": AUTHORITY})[2].split()[1]) == own < whole
    asked = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert get(page, asked, CSV, **{"named-graph-uri": AUTHORITY})[2].split() == ["g", AUTHORITY]
    assert len(get(page, asked, CSV)[2].split()) > 10


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        (400, ("sparql", "GET", None, {})),
        (400, (f"sparql?query={quote('SELECT * WHERE {')}", "GET", None, {})),
        (400, (f"sparql?query={quote(COUNT)}&query={quote(COUNT)}", "GET", None, {})),
        (400, ("sparql", "POST", urlencode({"update": "CLEAR ALL"}), {"Content_Type": FORM})),
        (400, ("sparql", "POST", "CLEAR ALL", {"Content_Type": QUERY})),
        (400, (f"sparql?query={quote(ELSEWHERE)}", "GET", None, {})),
        (405, ("sparql", "PUT", "x", {})),
        (406, (f"sparql?query={quote(COUNT)}", "GET", None, {"Accept": "image/png"})),
        (415, ("sparql", "POST", "x", {"Content_Type": "text/plain"})),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(page, status, asked):
    path, method, body, headers = asked
    found, kind, words = send(page, path, method, body, **headers)
    assert (found, kind) == (status, "text/plain; charset=utf-8")
    assert len(words.split()) > 2


def test_a_query_without_an_end_is_stopped_and_pages_and_queries_go_on_meanwhile(page):
    page.run(
        "window.told = null; fetch(arguments[0]).then(async (reply) => { window.told = [reply.status, await reply.text()]; })",
        f"sparql?query={quote(RUNAWAY)}",
    )
    began = time.monotonic()
    status, _, _ = send(page, "sparql?query=nonsense&query=more")
    assert (status, send(page, "robots.txt")[0]) == (400, 200)
    assert time.monotonic() - began < 5, "what needs no computing waits for nobody"
    assert page.until("window.told", seconds=60) == [503, "The query was stopped after 30 seconds.\n"]
    assert get(page, COUNT)[0] == 200


def test_where_no_page_computes_that_is_said(browser, host):
    browser.open(f"{host}meetings/idle.html")
    status, _, words = send(browser, f"sparql?query={quote(COUNT)}")
    assert (status, "sparql.html" in words) == (503, True)


def test_the_page_says_where_the_endpoint_is_and_for_whom(page, host):
    page.open(f"{host}meetings/sparql.html")
    assert page.until(f"{TOLD}.includes('endpoint') && {TOLD}").startswith(
        f"This browser answers as a SPARQL endpoint: {host}meetings/sparql."
    )
    page.open(f"{host}outside.html")
    status, _, _ = send(page, f"{host}meetings/sparql?query={quote(COUNT)}")
    assert status == 404  # a page of another folder is not in its scope


def test_the_page_says_plainly_that_a_folder_is_no_endpoint(browser):
    browser.open(f"{site().as_uri()}/sparql.html")
    told = browser.run(f"return {TOLD}")
    assert "no other tool can ask this browser" in told
    assert "forumgraph serve" in told


def test_where_the_server_is_an_endpoint_the_browser_is_none(browser):
    with running(site(), Bounds(workers=1)) as server:
        browser.open(f"http://127.0.0.1:{server.port}/sparql.html")
        assert browser.until(f"{TOLD}.includes('endpoint') && {TOLD}").startswith("This site has a SPARQL endpoint")
        assert browser.wait("navigator.serviceWorker.getRegistrations().then((all) => arguments[0](all.length))") == 0
        browser.run("document.getElementById('run').click()")
        assert browser.until("document.querySelector('#result td') !== null")


@pytest.mark.skipif(not YASGUI.is_dir(), reason="needs YASGUI: make web")
def test_an_unchanged_yasgui_runs_on_it(page, host):
    page.open(f"{host}meetings/yasgui.html")
    page.until("Boolean(window.tool.getTab)")
    page.run("tool.getTab().setQuery(arguments[0]); tool.getTab().query()", SESSIONS)
    assert page.until("document.querySelectorAll('.yasr tbody tr').length") == len(sessions())
