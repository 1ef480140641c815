"""A thesaurus that a person brings along: its concepts join the themes, and its common words do not flood them."""

from __future__ import annotations

import csv

import pytest
import reports
from answers import build_here
from click.testing import CliRunner
from paths import SHARED
from pyoxigraph import NamedNode

from forumgraph.cli import main
from forumgraph.errors import InvalidUsage
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.thesauri import bring, brought, used_concepts
from forumgraph.graph.rdf.terms import RDF_TYPE, plain
from forumgraph.graph.stated.mapping import state
from forumgraph.ontology import forum

VOCABULARIES = SHARED / "vocabularies" / "concept-labels.tsv"
SKOS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:c:access> a skos:Concept ; skos:prefLabel "access"@en .
<urn:c:mechanism> a skos:Concept ; skos:prefLabel "coordination mechanism"@en, "mécanisme de coordination"@fr ; skos:inScheme <urn:c> .
<urn:c:technology> a skos:Concept ; skos:prefLabel "digital technology"@en ; skos:altLabel "digital technologies"@en-GB .
<urn:c:digital> a skos:Concept ; skos:prefLabel "digital"@en .
<urn:c:one> a skos:Concept ; skos:prefLabel "local governments"@en .
<urn:c:other> a skos:Concept ; skos:prefLabel "local government"@en .
<urn:c:quoted> a skos:Concept ; skos:prefLabel "quarterly \\"review\\""@en .
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Our words.ttl"
    path.write_text(SKOS, encoding="utf-8")
    return path


def found(file, text, language="en"):
    return [match.theme.removeprefix("urn:c:") for match in bring(file).words.suggest(text, language)]


def test_a_phrase_counts_once_met_and_the_shorter_one_inside_it_does_not(file):
    assert found(file, "Digital technologies need a coordination mechanism") == ["mechanism", "technology"]


def test_one_word_counts_only_where_it_is_met_twice(file):
    assert found(file, "Access for all") == []
    assert found(file, "Access to water and access to land") == ["access"]


def test_a_label_of_two_concepts_is_none(file):
    assert found(file, "Local governments came") == []


def test_labels_are_matched_in_their_own_language(file):
    assert found(file, "un mécanisme de coordination", "fr") == ["mechanism"]
    assert found(file, "un mécanisme de coordination", "en") == []


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.ttl", "x", "cannot be read as RDF"),
        ("a.ttl", "<urn:a> <urn:b> <urn:c> .", "no skos:prefLabel"),
        ("a.ttl", '<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "Wort"@de .', "no skos:prefLabel"),
        ("a.docx", "", "no syntax of RDF"),
        ("a.ttl", None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_thesaurus_is_refused_with_a_reason(tmp_path, name, text, why):
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidUsage, match=why):
        bring(path)


def test_a_concept_that_is_met_becomes_a_theme_with_its_reason_and_is_described_once(file):
    thesauri = brought((file,))
    stated = state(reports.report())
    triples = derive(stated, thesauri=thesauri)
    concept = "<urn:c:mechanism>"
    assert [s for s, p, o in triples if plain(p) == forum.theme and o == concept]
    assert "themes.thesaurus" in {plain(o) for _, p, o in triples if plain(p) == forum.rule}
    assert validate([*stated.triples, *triples]) == ()
    described = used_concepts(triples, thesauri)
    assert {s for s, _, _ in described} == {concept, "<urn:c:technology>"}
    assert validate(described) == ()
    assert (concept, RDF_TYPE, f"<{forum.Theme}>") in described
    assert {plain(o) for s, p, o in described if p.endswith("inScheme>")} == {
        "urn:c",
        "https://w3id.org/forumgraph/thesaurus/our-words",
    }


def test_nothing_is_described_that_no_document_is_about(file):
    assert used_concepts([], brought((file,))) == []


REPORT = """# Towns and harbours

12 July 2023, 10:00-11:30, New York

Organised by the Local Authorities Major Group (LAMG).

## Issues discussed

1. Small towns lack money for water.

## Recommendations

1. Governments should open a harbour library.
"""


def test_a_build_with_a_thesaurus_has_its_concepts_and_one_without_has_none_of_them(tmp_path):
    document, words, target = tmp_path / "a.md", tmp_path / "words.nt", tmp_path / "publication"
    document.write_text(REPORT, encoding="utf-8")
    words.write_text('<urn:c:library> <http://www.w3.org/2004/02/skos/core#prefLabel> "harbour library"@en .', "utf-8")

    def themes():
        return (target / "csv/themes.csv").read_text("utf-8").count("urn:c:library,harbour library")

    build_here([document], target)
    assert themes() == 0
    build_here([document], target, [words])
    assert themes() == 1
    rows = list(open_dump(target).quads_for_pattern(NamedNode("urn:c:library"), None, None, None))
    assert {row.graph_name.value.rpartition("/graph/")[2].partition("/")[0] for row in rows} >= {"derived", "thesaurus"}
    words.write_text('<urn:c:quay> <http://www.w3.org/2004/02/skos/core#prefLabel> "harbour library"@en .', "utf-8")
    brought.cache_clear()
    build_here([document], target, [words])
    assert themes() == 0
    assert "urn:c:quay" in (target / "csv/themes.csv").read_text("utf-8")


def test_the_command_line_refuses_what_is_no_thesaurus_with_status_2(tmp_path):
    (tmp_path / "a.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "bad.ttl").write_text("no turtle", encoding="utf-8")
    options = ["-o", str(tmp_path / "publication"), "--thesaurus", str(tmp_path / "bad.ttl")]
    result = CliRunner().invoke(main, ["build", str(tmp_path / "a.md"), *options])
    assert result.exit_code == 2
    assert "bad.ttl cannot be read as RDF" in result.stderr
    assert not (tmp_path / "publication").exists()


@pytest.mark.skipif(not VOCABULARIES.exists(), reason="the vocabularies are not beside the project")
def test_a_real_thesaurus_of_thousands_of_labels_does_not_flood(tmp_path):
    rows = csv.DictReader(VOCABULARIES.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    lines = [
        f'<{row["unbis"].split()[0]}> <http://www.w3.org/2004/02/skos/core#prefLabel> "{row["label"]}"@en .'
        for row in rows
        if row["unbis"] and '"' not in row["label"]
    ]
    path = tmp_path / "unbis.nt"
    path.write_text("\n".join(lines), encoding="utf-8")
    words = bring(path).words
    generic = "The church works for time and value, and the people of the country share a plan for action in the world."
    assert words.suggest(generic, "en") == ()
    assert len(words.suggest("Small towns need access to safe drinking water and national statistics.", "en")) <= 4
