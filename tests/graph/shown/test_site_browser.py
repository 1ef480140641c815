"""The site as a browser sees it, opened from its folder without a server."""

from __future__ import annotations

import pytest
from browser import AXE, missing
from sites import KINDS, pages, site

SINGLE = ("index", "sessions", "actors", "goals", "search", "sparql", "about", "data", "ontology", "schemes")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def one_of_each():
    return [next(path for path in pages() if path.startswith(f"{kind}/")) for kind in KINDS] + [
        f"{name}.html" for name in SINGLE
    ]


@pytest.mark.slow
@pytest.mark.skipif(bool(missing(axe=True)), reason=missing(axe=True) or "there")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_one_page_of_each_kind_is_accessible(browser, scheme, width):
    browser.look(scheme=scheme, width=width)
    wrong = []
    for path in one_of_each():
        browser.open(f"{site().as_uri()}/{path}")
        browser.run(AXE.read_text(encoding="utf-8"))
        found = browser.wait("axe.run({runOnly: arguments[0]}).then(arguments[1])", RULES)
        wrong += [
            (path, each["id"], node["html"][:150], node["failureSummary"][:300])
            for each in found["violations"]
            for node in each["nodes"]
        ]
    assert not wrong, "\n".join(map(str, wrong[:12]))


@pytest.mark.slow
def test_the_search_finds_words_without_a_server(browser):
    browser.look()
    browser.open(f"{site().as_uri()}/search.html?q=coordination+mech")
    script = "const done = arguments[0]; setTimeout(() => done([document.getElementById('told').textContent, [...document.querySelectorAll('#found a')].map(a => a.textContent)]), 1500)"
    told, found = browser.wait(script)
    assert "result" in told
    assert any("coordination mechanism" in each.lower() for each in found)


@pytest.mark.slow
def test_no_page_is_wider_than_a_phone(browser):
    browser.look(width=360, height=700)
    wide = {}
    for path in one_of_each():
        browser.open(f"{site().as_uri()}/{path}")
        width = browser.run("return document.documentElement.scrollWidth")
        if width > 360:
            wide[path] = width
    assert wide == {}


@pytest.mark.slow
def test_the_words_a_link_leads_to_are_in_sight_and_marked(browser):
    browser.look()
    path = next(path for path in pages() if path.startswith("recommendation/"))
    browser.open(f"{site().as_uri()}/{path}")
    browser.run("document.querySelector('.quote figcaption a').click()")
    seen = browser.wait(
        "const done = arguments[0]; setTimeout(() => { const m = document.querySelector('mark:target'); const b = m.getBoundingClientRect(); done([m.textContent, b.top >= 0 && b.bottom <= innerHeight]) }, 800)"
    )
    assert seen[0] in pages()[path].words
    assert seen[1]
