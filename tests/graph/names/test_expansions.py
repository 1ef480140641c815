"""Acronyms that only another document expands: expanded in all documents or in none, and never where somebody else can be meant."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from reports import report
from reviews import contents, in_this_process, light

from forumgraph.build import build
from forumgraph.config import Config
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.names.expansions import Shortened, agreed
from forumgraph.graph.rdf.identifiers import named
from forumgraph.model import Definition, Span

NAME = "Harbour Towns Coalition for Equity"
FIRST = f"""# Report of the consultation on ports

Held on 3 March 2021 in Lisbon, Portugal. It was organised by the {NAME} (HTCE) and UN DESA.

## Recommendations

- The HTCE should publish its accounts.
"""
OTHER = """# Report of the {which} consultation on ports

Held on 5 March 2022 in Porto, Portugal. It was organised by HTCE and UN DESA.

## Recommendations

- The HTCE should translate the minutes.
"""


def told(*rows, initials=()):
    return Shortened(tuple(rows), tuple(initials))


def found(documents, used=("HTCE", NAME)):
    names = {document: [named(each) for each in used] for document in documents}
    return {key: (each.words, each.document) for key, each in agreed(documents, names).items()}


def test_an_acronym_stands_for_the_words_by_which_another_document_expands_it():
    assert found({"a": told(("HTCE", NAME)), "b": told()}) == {named("HTCE"): (NAME, "a")}


@pytest.mark.parametrize(
    "documents",
    [
        {"a": told(("HTCE", NAME)), "b": told(("HTCE", "High Tide Council of Engineers")), "c": told()},
        {"a": told(("HTCE", NAME)), "b": told(initials=[("HTCE", "Hill Towns Choir Ensemble")])},
        {"a": told(("HTCE", NAME))},
    ],
    ids=["two expansions", "initials of another actor", "nobody else uses it"],
)
def test_an_acronym_that_can_be_short_for_somebody_else_stays_as_it_is(documents):
    assert found(documents) == {}


@pytest.mark.parametrize(
    ("acronym", "words"),
    [
        ("MOEF", "Ministry of Energy and Finance"),
        ("RCM", "Regional Coordination Mechanism"),
        ("GTT", "Groupe de travail thématique"),
    ],
)
def test_acronyms_of_names_that_many_bear_stay_as_they_are(acronym, words):
    assert found({"a": told((acronym, words)), "b": told()}, [acronym, words]) == {}


def test_short_acronyms_and_those_of_the_authority_file_are_not_expanded_elsewhere():
    rows = (("HT", "Harbour Towns"), ("ICC", "Inland Canal Committee"), ("HTCE", NAME))
    definitions = tuple(Definition(acronym, Span(0, 1), words, Span(0, 1)) for acronym, words in rows)
    assert Shortened.of(replace(report(), sessions=(), definitions=definitions)).defined == (("HTCE", NAME),)


def test_words_that_name_no_actor_make_none_of_an_acronym():
    assert found({"a": told(("HTCE", NAME)), "b": told()}, ["HTCE"]) == {}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    light(monkeypatch)
    monkeypatch.setattr("forumgraph.pool.run", in_this_process)
    (tmp_path / "documents").mkdir()
    for name, text in (("b.md", FIRST), ("a.md", OTHER.format(which="second")), ("c.md", OTHER.format(which="third"))):
        (tmp_path / "documents" / name).write_text(text, encoding="utf-8")
    return tmp_path


def made(folder, name="publication"):
    summary = build([folder / "documents"], folder / name, Config(), site=False)
    rows = open_dump(folder / name).query(
        """PREFIX forum: <https://w3id.org/forumgraph/ontology#>
        SELECT DISTINCT ?mention ?actor ?method WHERE {
          GRAPH ?g { ?resolution forum:resolves ?mention ; forum:denotesActor ?actor ; forum:method ?method }
          FILTER(CONTAINS(STR(?mention), "htce") || CONTAINS(STR(?mention), "harbour")) }"""
    )
    return summary, sorted(tuple(each.value.rpartition("/")[2] for each in row) for row in rows)


def test_all_documents_of_a_build_resolve_it_alike_and_say_which_one_defines_it(folder):
    summary, rows = made(folder)
    assert summary.made == 3
    assert {actor for _, actor, _ in rows} == {named(NAME)}
    assert [method for mention, _, method in rows if mention == named("HTCE")].count("definition in b.md") == 2
    asked = open_dump(folder / "publication").query(
        "SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s <https://w3id.org/forumgraph/ontology#addressedTo> ?actor } }"
    )
    assert len(list(asked)) == 3


def test_whatever_comes_or_goes_the_edition_is_the_one_that_is_made_of_nothing(folder):
    made(folder)
    odd = folder / "documents" / "d.md"
    steps = (
        lambda: odd.write_text(FIRST.replace(NAME, "High Tide Council of Engineers"), encoding="utf-8"),
        odd.unlink,
        (folder / "documents" / "b.md").unlink,
    )
    for step in steps:
        step()
        _, rows = made(folder)
        for each in ("fresh", ".fresh.cache"):
            shutil.rmtree(folder / each, ignore_errors=True)
        assert made(folder, "fresh")[1] == rows
        same = {name: data for name, data in contents(folder / "fresh").items() if name.startswith("csv/act")}
        assert same == {
            name: data for name, data in contents(folder / "publication").items() if name.startswith("csv/act")
        }
    assert {actor for _, actor, _ in rows} == {named("HTCE")}
