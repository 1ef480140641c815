"""The report card: what it calls held was checked, what was not checked is told so, and figures come with their date and digest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sites import pages, site

from forumgraph.config import Project
from forumgraph.graph.described import scores as shipped
from forumgraph.graph.described.counts import Counts
from forumgraph.graph.described.fairness import (
    BROKEN,
    HOLDS,
    OPEN,
    UNMEASURED,
    data_checks,
    ontology_checks,
    persistent,
)
from forumgraph.graph.described.scores import converters_digest, scores, written
from forumgraph.graph.rdf.nodes import Nodes
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.shown.corpus import Corpus
from forumgraph.graph.shown.reportcard import Card
from forumgraph.graph.shown.vocabularies import known
from forumgraph.ontology import FORUM, ONTOLOGY, PREFIXES, forum
from forumgraph.queries import catalogue

FILES = dict.fromkeys([*(f"{STEM}.{syntax.ending}" for syntax in SYNTAXES.values()), "csv/issues.csv"])
PROJECT = Project(
    base="https://w3id.org/meetings-of-ours/",
    contact="mailto:data@example.org",
    publisher_url="https://example.org/",
    publisher_type="Company",
    homepage="https://example.org/meetings/",
    issued="2026-03-31",
    place="World",
    box="-180 -90 180 90",
    endpoint="https://example.org/sparql",
)


def counts():
    found = Counts()
    found.properties.update({f"<{forum.passage}>": 3, f"<{forum.hasSdg}>": 2})
    return found


def broken(checks):
    return [(each.words, each.remedy) for each in checks if each.state == BROKEN]


def test_the_ontology_that_comes_with_forumgraph_passes_its_checks():
    checks = list(ontology_checks(known()))
    assert len(checks) == 8
    assert broken(checks) == []


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        ((f"<{ONTOLOGY}>", f"<{PREFIXES['dcterms']}license>"), "header"),
        ((f"<{FORUM}Session>", f"<{PREFIXES['skos']}definition>"), "definition"),
        ((f"<{FORUM}Session>", f"<{PREFIXES['skos']}example>"), "example"),
        ((f"<{FORUM}Session>", f"<{PREFIXES['rdfs']}label>"), "label"),
        ((f"<{FORUM}Session>", f"<{PREFIXES['rdfs']}isDefinedBy>"), "defines"),
        ((f"<{ONTOLOGY}>", f"<{PREFIXES['owl']}versionIRI>"), "version"),
    ],
)
def test_an_ontology_that_lacks_something_does_not_pass(lost, words):
    whole = [triple for triples in known().about.values() for triple in triples]
    rest = [triple for triple in whole if triple[:2] != lost]
    assert len(rest) < len(whole)
    assert [each for each, _ in broken(ontology_checks(Nodes(rest))) if words in each]


def test_a_publication_whose_configuration_is_filled_passes():
    assert broken(data_checks(PROJECT, counts(), FILES)) == []


@pytest.mark.parametrize(
    ("project", "found", "files", "words"),
    [
        (replace(PROJECT, base="https://example.org/data/"), counts(), FILES, "keeps them"),
        (replace(PROJECT, base=Project().base), counts(), FILES, "no other publication"),
        (replace(PROJECT, description="Short."), counts(), FILES, "characters"),
        (replace(PROJECT, contact=""), counts(), FILES, "DCAT-AP"),
        (replace(PROJECT, licence="https://example.org/licence"), counts(), FILES, "licence"),
        (PROJECT, counts(), {}, "every syntax"),
        (PROJECT, Counts(), FILES, "words they were read from"),
        (PROJECT, Counts(), FILES, "Stars"),
    ],
)
def test_what_is_missing_is_told_with_what_to_do(project, found, files, words):
    checks = broken(data_checks(project, found, files))
    assert [each for each, _ in checks if words in each]


def test_what_the_configuration_leaves_out_is_named():
    (remedy,) = [remedy for words, remedy in broken(data_checks(Project(), counts(), FILES)) if "DCAT-AP" in words]
    assert "contact" in remedy
    assert "homepage" in remedy


def test_hosts_that_keep_identifiers_are_told_by_their_whole_name():
    assert persistent("https://w3id.org/x/")
    assert persistent("https://dx.doi.org/10/x")
    assert not persistent("https://notw3id.org/x/")


def test_nothing_that_needs_the_web_is_called_held():
    assert {each.state for each in UNMEASURED} == {OPEN}


def test_questions_without_an_answer_and_documents_kept_back_are_told():
    def states(findings, files):
        card = Card(Corpus(), findings, counts())
        return {each.words.split()[0]: each.state for each in card.checks(files)}

    answers = [f"answers/{name}.csv" for name in catalogue()]
    assert BROKEN not in states([], answers).values()
    assert states([], answers[1:])["Every"] == BROKEN
    bad = [{"code": "SHP001", "severity": "violation"}, {"code": "PUB001", "severity": "violation"}]
    assert [each.state for each in Card(Corpus(), bad, counts()).checks(answers)].count(BROKEN) == 2


def test_the_page_shows_every_check_and_every_figure():
    page = (site() / "about.html").read_text(encoding="utf-8")
    assert page.count("not measured</span>") == len(UNMEASURED)
    assert page.count('class="held"') > 10
    told = scores()
    assert told
    for each in told.sets:
        assert each.digest in page
        assert len(each.fields) > 15
    assert "are no measure for other reports" in pages()["about.html"].words


def test_figures_come_back_as_they_were_written(tmp_path, monkeypatch):
    sets = {
        "held": {
            "documents": 3,
            "digest": "abc",
            "fields": {
                "date": {"precision": 100, "recall": 90, "f1": 94},
                "venue": {"precision": None, "recall": 0, "f1": None},
            },
        }
    }
    (tmp_path / shipped.FILE).write_text(written("2026-03-31", sets), encoding="utf-8")
    monkeypatch.setattr(shipped, "files", lambda _package: tmp_path)
    scores.cache_clear()
    try:
        told = scores()
        (found,) = told.sets
        assert (told.date, found.name, found.documents, found.digest) == ("2026-03-31", "held", 3, "abc")
        assert [(each.name, each.precision, each.recall, each.f1) for each in found.fields] == [
            ("date", 100, 90, 94),
            ("venue", None, 0, None),
        ]
        (tmp_path / shipped.FILE).unlink()
        scores.cache_clear()
        assert scores() is None
    finally:
        scores.cache_clear()


def test_figures_are_current_only_for_the_converters_that_were_measured():
    told = scores()
    assert replace(told, converters=converters_digest()).current
    assert not replace(told, converters="0" * 16).current


def test_every_check_of_a_filled_publication_holds_or_is_counted():
    assert {each.state for each in data_checks(PROJECT, counts(), FILES)} == {HOLDS, "count"}
