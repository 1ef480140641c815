"""The query page for everybody: without scripts or the editor, on other hosts, with assistive technology, and with much to read."""

from __future__ import annotations

import gzip
import itertools
import subprocess
import sys

import pytest
from browser import AXE, missing
from paths import ROOT
from querypages import CONTROL, ENTER, ESCAPE, SHADOW, ask, choose, hosted, part, press, text, write
from sites import pages, site

from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.shown.enginefiles import DATA, EDITOR
from forumgraph.queries import catalogue

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there"),
]


def test_without_the_editor_a_plain_field_does_the_same(browser, tmp_path):
    folder = part(site(), tmp_path)
    (folder / EDITOR).unlink()
    browser.look()
    browser.open(f"{folder.as_uri()}/sparql.html")
    assert browser.run(
        "return [document.getElementById('query').hidden, document.getElementById('editor').hidden]"
    ) == [False, True]
    browser.run("const box = document.getElementById('query'); box.focus(); box.select()")
    browser.press(*"SELECT ?s WHERE { ?s a forum:Session }", f"{CONTROL}+{ENTER}")
    assert browser.until("document.querySelectorAll('#result tbody tr').length")
    assert text(browser).startswith("PREFIX forum:")
    browser.run("document.getElementById('query').value = 'SELECT'")
    assert ask(browser).startswith("Line 1, column ")


def test_without_scripts_the_questions_are_there_and_no_form_that_does_nothing(browser):
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(f"{site().as_uri()}/sparql.html?without")
        page = pages()["sparql.html"]
        assert browser.command("DOM.getDocument")
        forms = [values for tag, values in page.elements if tag == "form"]
        assert "hidden" in forms[0]
        assert all("hidden" in values for tag, values in page.elements if tag == "button" and "id" not in values)
        for query in catalogue().values():
            assert query.summary in page.words
            assert query.text.strip() in page.words
    finally:
        browser.command("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("form", ["one", "several", "plain", "unpacked by the host"])
def test_the_dump_is_read_however_it_is_compressed(browser, tmp_path, form):
    folder = part(site(), tmp_path)
    path = folder / DATA
    data = gzip.decompress(path.read_bytes())
    cuts = [0, 1, 1000, len(data) // 3, len(data) // 2, len(data)]
    several = b"".join(gzip.compress(data[one:other]) for one, other in itertools.pairwise(cuts))
    path.write_bytes({"several": several, "plain": data}.get(form, path.read_bytes()))
    with hosted(folder, unpacking=form == "unpacked by the host") as address:
        browser.open(f"{address}sparql.html")
        size = browser.wait("forumgraph.engine.start().then(arguments[0], (error) => arguments[0](String(error)))")
    assert size == len(open_dump(site()))


@pytest.mark.skipif(bool(missing(axe=True)), reason=missing(axe=True) or "there")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_the_page_is_accessible_in_every_state(page, scheme, width):
    page.look(scheme=scheme, width=width)
    page.run(AXE.read_text(encoding="utf-8"))
    wrong = []

    def check(state):
        found = page.wait("axe.run({runOnly: arguments[0]}).then(arguments[1])", RULES)
        wrong.extend(
            (state, each["id"], node["html"][:150], node["failureSummary"][:300])
            for each in found["violations"]
            for node in each["nodes"]
        )
        assert page.run("return document.documentElement.scrollWidth") <= width, state

    check("new")
    ask(page)
    check("table")
    press(page, "Chart")
    check("chart")
    choose(page, "asked-of")
    check("parameters")
    write(page, "SELECT * WHERE { ?s forum:has")
    page.until(f"{SHADOW}.querySelector('.cm-tooltip-autocomplete')")
    check("completion")
    page.press(ESCAPE)
    ask(page)
    check("error")
    assert not wrong, "\n".join(map(str, wrong[:12]))


def test_fifty_thousand_quads_are_answered_within_five_seconds_of_opening():
    command = [sys.executable, str(ROOT / "benchmarks/querypage.py"), "--quads", "50000", "--rounds", "1"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    sys.stdout.write(out)
    lines = [line for line in out.splitlines() if " s to " in line]
    assert [line.split(":")[0] for line in lines] == ["from a folder", "over HTTP", "service worker"], out
    assert all(float(line.split(": ")[1].split(" s")[0]) < 5 for line in lines), out
