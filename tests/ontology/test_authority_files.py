"""The authority files: every name belongs to one entry, every relation is a dated node, every identity was verified."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from urllib.parse import urlsplit

import pytest
from ontologies import edges, graph, has_cycle, local, term
from paths import SHARED
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Literal, URIRef

from forumgraph.ontology import AUTHORITY, PREFIXES

VOCABULARIES = SHARED / "vocabularies"
"""Facts to check against; beside the project, where they are there at all."""

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]
"""Of the United Nations: every State has a name in each."""

SCRIPTS = {"ar": "ARABIC", "ru": "CYRILLIC", "zh": "CJK UNIFIED"}

WIKIDATA = {
    "un": "Q1065",
    "un-secretariat": "Q220563",
    "un-desa": "Q2671637",
    "general-assembly": "Q47423",
    "ecosoc": "Q170075",
    "hlpf": "Q17078095",
    "ohchr": "Q656812",
    "undp": "Q161718",
    "unicef": "Q740308",
    "un-women": "Q641576",
    "un-habitat": "Q487883",
    "unesco": "Q7809",
    "fao": "Q82151",
    "international-idea": "Q46340424",
    "ece": "Q659012",
    "eca": "Q1144508",
    "escap": "Q1142901",
    "escwa": "Q1355485",
    "eclac": "Q32874",
}
"""The only identifiers of Wikidata that were looked up in an independent source."""

SHARED = {
    "ICC": {"icc", "icc-court", "inuit-circumpolar-council"},
    "ICJ": {"international-court-of-justice", "jurists"},
}
"""Acronyms that several bodies go by, each with a name of its own: alone they stand for none of them."""


@cache
def entries() -> tuple[URIRef, ...]:
    return tuple(URIRef(str(s)) for s in graph("authority", "countries").subjects(SKOS.inScheme, URIRef(AUTHORITY)))


@cache
def relationships() -> tuple[URIRef, ...]:
    return tuple(URIRef(str(s)) for s in graph("authority", "countries").subjects(RDF.type, term("Relationship")))


def test_every_entry_has_a_key_a_class_a_kind_and_an_english_name() -> None:
    g = graph("authority", "countries")
    kinds = {"Body": "organization", "Constituency": "constituency", "Government": "government"}
    for entry in entries():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.removeprefix(AUTHORITY)), entry
        classes = {local(c) for c in g.objects(entry, RDF.type)}
        assert classes in ({"Body"}, {"Constituency"}, {"Forum"}, {"Body", "Forum"}, {"Government", "Place"}), entry
        assert [local(k) for k in g.objects(entry, term("actorKind"))] == [
            kinds[c] for c in sorted(classes) if c in kinds
        ]
        languages = Counter(str(w.language) for w in g.objects(entry, SKOS.prefLabel) if isinstance(w, Literal))
        assert languages["en"] == 1
        assert max(languages.values()) == 1, entry
        assert (entry, SKOS.prefLabel, g.value(entry, RDFS.label)) in g


def test_no_entry_is_named_outside_the_scheme() -> None:
    g = graph("authority", "countries")
    named = set(g.subjects(SKOS.prefLabel, None))
    assert named == set(entries())
    ends = {o for p in ("fromActor", "toActor") for o in g.objects(None, term(p))}
    assert ends <= named


@pytest.mark.parametrize("predicate", [SKOS.prefLabel, SKOS.altLabel, term("acronym")], ids=local)
def test_no_name_and_but_a_few_acronyms_belong_to_two_entries(predicate: URIRef) -> None:
    owners = defaultdict(set)
    for entry, words in graph("authority", "countries").subject_objects(predicate):
        owners[str(words) if predicate == term("acronym") else str(words).casefold()].add(entry)
    shared = {k: {local(entry) for entry in v} for k, v in owners.items() if len(v) > 1}
    assert shared == (SHARED if predicate == term("acronym") else {})


def test_acronyms_are_short_plain_and_have_a_capital() -> None:
    for acronym in graph("authority", "countries").objects(None, term("acronym")):
        assert isinstance(acronym, Literal)
        assert acronym.language is None
        assert len(acronym) <= 18, acronym
        assert re.search(r"[A-Z]", acronym), acronym


def test_every_relation_is_a_node_and_the_current_ones_have_a_direct_property() -> None:
    g = graph("authority", "countries")
    current, types = set(), set()
    for node in relationships():
        (start,), (end,) = g.objects(node, term("fromActor")), g.objects(node, term("toActor"))
        (relation,) = g.objects(node, term("relationType"))
        types.add(relation)
        assert str(node) == f"{AUTHORITY}relationship/{local(start)}-{local(relation)}-{local(end)}"
        if g.value(node, term("until")) is None:
            current.add((start, relation, end))
    assert current == {triple for relation in types for triple in g.triples((None, relation, None))}
    kinds = "memberOf partOfBody hostedByBody constituencyOf gatheredWithin succeeds"
    assert {local(t) for t in types} == set(kinds.split())


def test_every_relation_is_dated_or_says_that_it_is_not() -> None:
    g = graph("authority", "countries")
    for node in relationships():
        since, until = g.value(node, term("since")), g.value(node, term("until"))
        assert (since is None) == ((node, RDF.type, term("UndatedRelationship")) in g), node
        assert all(
            date.datatype == XSD.gYear and 1850 < int(date) <= 2026
            for date in (since, until)
            if isinstance(date, Literal)
        ), node
        assert since is None or until is None or str(since) <= str(until), node
        assert g.value(node, term("source"))


def test_nothing_is_part_of_itself() -> None:
    for name in ("partOfBody", "succeeds", "hostedByBody"):
        assert not has_cycle(edges(graph("authority"), term(name)))


def test_the_nine_major_groups_and_other_stakeholders_take_part_in_the_high_level_political_forum() -> None:
    groups = {local(s) for s in graph("authority").subjects(term("constituencyOf"), URIRef(AUTHORITY + "hlpf"))}
    nine = "women-mg mgcy indigenous-peoples-mg ngo-mg lamg workers-mg business-mg science-mg farmers-mg"
    others = "persons-with-disabilities-sg education-academia-sg volunteers-sg philanthropy-sg ageing-sg"
    assert {*nine.split(), *others.split()} <= groups


def test_identity_is_claimed_only_where_it_was_verified() -> None:
    g = graph("authority", "countries")
    matches = {str(entry).removeprefix(AUTHORITY): str(o) for entry, o in g.subject_objects(SKOS.exactMatch)}
    assert {urlsplit(iri).hostname for iri in matches.values()} == {"www.wikidata.org", "data.un.org"}
    assert {key: local(iri) for key, iri in matches.items() if iri.startswith(PREFIXES["wd"])} == WIKIDATA
    assert not list(g.triples((None, OWL.sameAs, None)))


def test_there_are_193_member_states_and_two_observers() -> None:
    g = graph("countries")
    states = set(g.subjects(RDF.type, term("Government")))
    members = set(g.subjects(term("memberOf"), URIRef(AUTHORITY + "un")))
    assert len(members) == 193
    assert {local(s) for s in states - members} == {"country-vat", "country-pse"}
    for state in states:
        assert sorted(str(w.language) for w in g.objects(state, SKOS.prefLabel) if isinstance(w, Literal)) == LANGUAGES


def test_the_names_of_states_are_written_in_the_script_of_their_language() -> None:
    names = [w for _, w in graph("countries").subject_objects(SKOS.prefLabel) if isinstance(w, Literal)]
    assert len(names) == 195 * len(LANGUAGES)
    for name in names:
        script = SCRIPTS.get(str(name.language), "LATIN")
        letters = [unicodedata.name(char) for char in str(name) if char.isalpha()]
        assert letters
        assert all(letter.startswith(script) for letter in letters), name


@pytest.mark.skipif(not VOCABULARIES.exists(), reason="the vocabularies to check against are not beside the project")
def test_every_state_has_the_m49_code_and_a_name_that_the_un_gives_it() -> None:
    with (VOCABULARIES / "geo-areas.tsv").open(encoding="utf-8") as rows:
        areas = {row["id"]: (row["label"], row["name"]) for row in csv.DictReader(rows, delimiter="\t")}
    g = graph("countries")
    for state, area in g.subject_objects(SKOS.exactMatch):
        label, code = areas[str(area)]
        assert local(state) == f"country-{code.lower()}"
        assert label in {str(w) for p in (SKOS.prefLabel, SKOS.altLabel) for w in g.objects(state, p)}, state
