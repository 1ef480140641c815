"""The query page as people use it: in a browser, from the folder, with keys."""

from __future__ import annotations

import csv
import io
import json
import time

import pytest
from browser import missing
from querypages import CONTROL, ENTER, ESCAPE, SHADOW, SHIFT, TAB, ask, choose, press, text, write
from sites import pages, site

from forumgraph.graph.asked.questions import answer
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.rdf.addresses import Addresses
from forumgraph.queries import catalogue, question

FOCUSED = "document.activeElement.id"
ROWS = "[...document.querySelectorAll('#result tbody tr')].map(row => [...row.cells].map(cell => cell.textContent))"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there"),
]


def test_a_query_that_is_typed_gets_its_prefix_and_is_answered(page):
    write(page, "SELECT (COUNT(*) AS ?n) WHERE { ?s a forum:Session }")
    page.press(ESCAPE)
    assert text(page).startswith("PREFIX forum: <https://w3id.org/forumgraph/ontology#>\nSELECT")
    page.press(TAB, ENTER)
    page.until("document.querySelector('#result td') !== null")
    assert page.run(f"return {FOCUSED}") == "run"  # the focus stays where it was while the query runs
    assert page.run(f"return {ROWS}") == [[str(len([path for path in pages() if path.startswith("session/")]))]]
    assert page.complaints() == []


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("SELECT ?s { ?s a forum:X }", "PREFIX forum: <F>\nSELECT ?s { ?s a forum:X }"),
        ("# forum:X\nASK { ?s rdfs:label 'skos:x' }", "# forum:X\nPREFIX rdfs: <R>\nASK { ?s rdfs:label 'skos:x' }"),
        ("PREFIX a: <urn:skos:b>\nASK { ?s forum:x a:y }", "PREFIX forum: <F>\nPREFIX a: <urn:skos:b>\nASK { ?s forum:x a:y }"),
        ("PREFIX a: <urn:a> ASK { ?s forum:x a:y }", "PREFIX forum: <F>\nPREFIX a: <urn:a> ASK { ?s forum:x a:y }"),
        ("ASK { ?prefix forum:x ?base .\n?base rdfs:label 1 }", "PREFIX forum: <F>\nPREFIX rdfs: <R>\nASK { ?prefix forum:x ?base .\n?base rdfs:label 1 }"),
        ("PREFIX forum: <urn:own>\nASK { ?s forum:x unheard:of }", ""),
        ('ASK { ?s ?p """forum:x " forum:y""" }', ""),
    ],
)  # fmt: skip
def test_prefixes_are_declared_before_what_uses_them_and_only_once(page, written, declared):
    script = """
        const missing = forumgraph.text.missing(arguments[0], { forum: "F", rdfs: "R", skos: "S" }), text = arguments[0];
        return missing ? text.slice(0, missing.at) + missing.words + text.slice(missing.at) : "";"""
    assert page.run(script, written) == declared


def test_what_is_typed_is_coloured_and_completed_from_the_ontology(page):
    write(page, "SELECT * WHERE { ?s forum:hasRec")
    completion = f"[...{SHADOW}.querySelectorAll('.cm-completionLabel')].map(each => each.textContent).find(each => each === 'forum:hasRecommendation')"
    offered = page.until(completion, seconds=5)
    if not offered:  # the editor gives up where a busy machine answers it late; asking again is what a person does
        page.press("\ue009+ ")
        offered = page.until(completion)
    assert offered == "forum:hasRecommendation"
    time.sleep(0.2)  # what is chosen within 75 ms of its coming is no choice, the editor thinks
    page.press(ENTER)
    page.until("document.getElementById('query').value.includes('hasRecommendation')")
    assert text(page).endswith("SELECT * WHERE { ?s forum:hasRecommendation}")
    colours = page.run(
        f"return [...{SHADOW}.querySelectorAll('.cm-line span')].map(each => [each.textContent, getComputedStyle(each).color])"
    )
    found = dict(colours)
    assert len({found["SELECT"], found["?s"], found["forum:hasRecommendation"]}) == 3


def test_keys_lead_into_the_editor_and_out_of_it(page):
    page.run("document.getElementById('question').focus()")
    page.press(TAB)
    assert page.run(f"return {FOCUSED}") == "editor"
    page.press(TAB)
    assert page.run(f"return {FOCUSED}") == "run"
    page.press(f"{SHIFT}+{TAB}")
    assert page.run(f"return {FOCUSED}") == "editor"
    write(page, "SEL")
    assert page.until(f"{SHADOW}.querySelector('.cm-tooltip-autocomplete') !== null")
    page.press(ESCAPE, TAB)
    assert page.run(f"return {FOCUSED}") == "run"
    assert text(page) == "SEL"


def test_an_error_tells_line_and_column_and_is_marked_there(page):
    page.run("document.getElementById('question').focus()")
    write(page, "SELECT * WHERE {")
    page.press(ENTER, *"?s ?p ")
    assert ask(page) == "Line 3, column 1: This cannot stand here."
    assert page.run("return document.getElementById('told').className") == "wrong"
    assert page.run(f"return {SHADOW}.querySelectorAll('.cm-lintRange-error').length") == 1
    write(page, "SELECT * WHERE { ?s unheard:of ?o }")
    assert ask(page) == "Line 1, column 21: Prefix not found."
    write(page, "PREFIX x: <urn:x> INSERT DATA { x:a x:b x:c }")
    assert ask(page) == "This is an update; only queries are answered."
    write(page, "ASK { ?s ?p ?o }")
    assert ask(page).startswith("1 row in ")
    assert page.run(f"return {SHADOW}.querySelectorAll('.cm-lintRange-error').length") == 0


def test_the_value_of_a_parameter_is_read_however_it_is_escaped(page):
    for typed, meant in ((r"it\\'s", r"it\'s"), (r"\U0001F30A\u00e9", "🌊é"), ("a\tb", "a\tb"), (r"half \d", "half d")):
        read = "return forumgraph.text.parameter(arguments[0], 'asked').value"
        assert page.run(read, f'VALUES ?asked {{ "{typed}" }}') == meant


def test_a_parameter_is_written_into_the_query_and_answered_as_on_the_command_line(page):
    choose(page, "asked-of")
    for value in ("Governments", 'say "no" \\ {'):
        page.run(
            "const input = document.querySelector('#parameters input'); input.value = arguments[0]; input.dispatchEvent(new Event('input'))",
            value,
        )
        assert text(page) == question("asked-of").bound({"asked": value})
        expected = answer(open_dump(site()), question("asked-of"), {"asked": value}).rows
        told = ask(page)
        assert page.run("return document.querySelectorAll('#result tbody tr').length") == len(expected), told
    write(page, "ASK { ?s ?p ?o }")
    assert page.run(
        "return [document.getElementById('question').value, document.getElementById('parameters').hidden]"
    ) == [
        "",
        True,
    ]


def gathered(rows):
    """Rows without their order, and without the order in which values were put together in a cell."""
    return sorted([sorted(cell.split(", ")) for cell in row] for row in rows)


def test_every_question_is_answered_as_the_publication_answers_it(page):
    page.wait("forumgraph.engine.start().then(arguments[0])")
    script = """
        const done = arguments[1];
        forumgraph.engine.ask(arguments[0]).then((found) => {
          const result = JSON.parse(found.text);
          done(forumgraph.table.csv({ columns: result.head.vars, rows: result.results.bindings }));
        }, (error) => done(String(error)));"""
    for name, query in catalogue().items():
        shown = page.run("return document.getElementById(arguments[0]).querySelector('pre').textContent", name)
        assert shown.strip() == query.text.strip()
        found = list(csv.reader(io.StringIO(page.wait(script, shown))))
        path = site() / "answers" / f"{name}.csv"
        expected = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        assert found[0] == expected[0], name
        assert gathered(found[1:]) == gathered(expected[1:]), name


def set_chart(browser, name, value):
    browser.run(
        "const select = document.querySelector(`.chart [data-of=${arguments[0]}] select`); select.value = arguments[1]; select.dispatchEvent(new Event('change'))",
        name,
        value,
    )


def test_numbers_by_year_are_lines_and_numbers_by_name_are_bars(page):
    choose(page, "themes-by-year")
    ask(page)
    press(page, "Chart")
    rows = list(csv.DictReader(io.StringIO((site() / "answers/themes-by-year.csv").read_text(encoding="utf-8"))))
    years, sums = {}, {}
    for row in rows:
        years.setdefault(row["theme"], set()).add(row["year"])
        sums[row["theme"]] = sums.get(row["theme"], 0) + int(row["points"])
    largest = sorted(sums.values(), reverse=True)[:6]
    drawn = page.run("return [...document.querySelectorAll('#result svg text')].map(each => each.textContent)")[-6:]
    assert [sums[theme] for theme in drawn] == largest
    for number, theme in enumerate(drawn):
        assert page.run(f"return document.querySelectorAll('#result svg .dot.s{number}').length") == len(years[theme])
    set_chart(page, "split", "")
    assert page.run("return document.querySelectorAll('#result svg .line').length") == 1
    assert page.run("return document.querySelectorAll('#result svg circle').length") == len(set.union(*years.values()))
    set_chart(page, "label", "theme")
    assert page.run("return document.querySelectorAll('#result svg rect').length") == min(len(sums), 30)
    assert page.run("return document.querySelector('.chart [data-of=split]').hidden")
    write(page, 'SELECT ?name ?number WHERE { VALUES (?name ?number) { ("one" 1) ("two" 2) ("four" 4.0) } }')
    ask(page)
    wide = page.run(
        "return [...document.querySelectorAll('#result svg rect')].map(each => Number(each.getAttribute('width')))"
    )
    assert [round(each / wide[0]) for each in wide] == [1, 2, 4]
    assert page.run("return document.querySelector('#result svg text').textContent").startswith("one")
    press(page, "Table")
    assert page.run(f"return {ROWS}") == [["one", "1"], ["two", "2"], ["four", "4"]]


def test_iris_of_an_answer_lead_to_the_pages_that_tell_of_them(page):
    iris = sorted({each.value for quad in open_dump(site()) for each in (quad.subject, quad.predicate, quad.object) if hasattr(each, "value")})  # fmt: skip
    iris = [each for each in iris if each.startswith("http")]
    places = "JSON.parse(document.getElementById('ask').dataset.settings).places"
    found = page.run(
        f"const places = {places}; return arguments[0].map(each => forumgraph.table.page(each, places))", iris
    )
    addresses = Addresses()
    for iri, target in zip(iris, found, strict=True):
        path, _, fragment = target.partition("#")
        if target != addresses.page(iri):  # not everything in a list has a page of its own
            assert not (site() / addresses.page(iri).partition("#")[0]).is_file(), iri
        assert not target or (site() / path).is_file(), iri
        assert not fragment or fragment.startswith("char=") or fragment in pages()[path].ids, iri
    assert len({each for each in found if each}) > 500
    write(page, "SELECT ?s WHERE { ?s a forum:Session } LIMIT 1")
    ask(page)
    target = page.run("return document.querySelector('#result td a').getAttribute('href')")
    assert (site() / target).is_file()


def test_a_graph_is_shown_as_turtle_and_no_answer_is_said_to_be_none(page):
    write(page, "CONSTRUCT { ?s a forum:Session } WHERE { ?s a forum:Session }")
    assert ask(page).startswith("A graph")
    assert "<https://w3id.org/forumgraph/ontology#Session>" in page.run(
        "return document.querySelector('#result pre').textContent"
    )
    write(page, "SELECT ?s WHERE { ?s a forum:Nothing }")
    assert ask(page).startswith("0 rows")
    assert page.run("return document.querySelector('#result').textContent") == "Nothing matches."


def test_long_answers_come_step_by_step_and_as_whole_files(page):
    write(page, 'SELECT ?n ("say ""no"", then" AS ?words) WHERE { ?s ?p ?n } LIMIT 1200'.replace('""', '\\"'))
    assert ask(page).startswith("1\u202f200 rows in ")
    assert page.run("return document.querySelectorAll('#result tbody tr').length") == 500
    press(page, "Show more: 500 of 1200 are shown")
    press(page, "Show more: 1000 of 1200 are shown")
    assert page.run("return document.querySelectorAll('#result tbody tr').length") == 1200
    assert page.run("return document.querySelectorAll('#result .scroll button').length") == 0
    script = """
        const done = arguments[1], link = [...document.querySelectorAll('#result a')].find(each => each.textContent === arguments[0]);
        URL.createObjectURL = (blob) => { blob.text().then((text) => done([link.download, blob.type, text])); return "#"; };
        link.click();"""
    name, kind, text = page.wait(script, "CSV")
    assert (name, kind) == ("answer.csv", "text/csv")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["n", "words"]
    assert [row[1] for row in rows[1:]] == ['say "no", then'] * 1200
    name, kind, text = page.wait(script, "JSON")
    assert (name, kind) == ("answer.json", "application/sparql-results+json")
    assert [row["n"]["value"] for row in json.loads(text)["results"]["bindings"]] == [row[0] for row in rows[1:]]


def test_a_query_without_an_end_can_be_stopped_and_the_next_is_answered(page):
    write(page, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?c != ?i) }")
    page.press(ESCAPE, f"{CONTROL}+{ENTER}")
    assert page.until("document.getElementById('told').textContent === 'Running…'")
    page.run("document.getElementById('stop').click()")
    assert page.until("document.getElementById('told').textContent === 'Stopped.'")
    write(page, "ASK { ?s a forum:Session }")
    assert ask(page).startswith("1 row in ")
    assert page.run(f"return {ROWS}") == [["yes"]]


def test_a_link_to_a_question_and_one_to_a_query_bring_them(page):
    page.open(f"{site().as_uri()}/sparql.html?1#allies")
    assert text(page).strip() == question("allies").text.strip()
    write(page, "ASK { ?s ?p 1 }")
    ask(page)
    page.open(page.run("return location.href.replace('?1', '?2')"))
    assert text(page) == "ASK { ?s ?p 1 }"
    page.open(f"{site().as_uri()}/sparql.html?3#query=%E2%8")
    assert text(page).startswith("#+ summary:")
