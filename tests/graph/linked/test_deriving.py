"""The derived layer: what a name stands for is said with a reason, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
import reports

from forumgraph.graph.checked.validation import validate
from forumgraph.graph.decided.rulings import decide
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.resolving import Resolver, possible_names
from forumgraph.graph.names import authority as authority_file
from forumgraph.graph.names.authority import folded, known_names, read
from forumgraph.graph.names.lookup import look_up
from forumgraph.graph.rdf.terms import RDF_TYPE, plain, text
from forumgraph.graph.stated.decisions import parse
from forumgraph.graph.stated.mapping import state
from forumgraph.model import Definition, Fact, Span
from forumgraph.ontology import forum

AUTH = "https://w3id.org/forumgraph/authority/"


def derived(report):
    stated = state(report)
    return stated, derive(stated)


def values(triples, predicate, subject=None):
    return [o for s, p, o in triples if plain(p) == predicate and subject in {None, s}]


@pytest.fixture(scope="module")
def both():
    return derived(reports.report())


def test_a_name_of_the_authority_file_denotes_its_entry(both):
    stated, triples = both
    assert values(triples, forum.denotes, stated.draft.mint.mention("Local Authorities Major Group")) == [
        f"<{AUTH}lamg>"
    ]


def test_a_name_that_is_unknown_denotes_an_actor_of_the_corpus_that_is_marked_so(both):
    stated, triples = both
    (actor,) = values(triples, forum.denotes, stated.draft.mint.mention("Harbour Towns Network"))
    assert actor == stated.draft.mint.space.actor("Harbour Towns Network")
    assert {o for s, p, o in triples if s == actor and p == RDF_TYPE} == {
        f"<{forum.UnresolvedActor}>",
        f"<{forum.Body}>",
    }


def test_two_documents_that_name_it_mean_the_same_actor():
    one, two = (values(derived(reports.report(name))[1], forum.denotesActor) for name in ("a.txt", "b.txt"))
    assert one == two


def test_every_denotation_has_a_resolution_with_method_score_and_evidence(both):
    _, triples = both
    resolutions = [s for s, p, o in triples if p == RDF_TYPE and o == f"<{forum.Resolution}>"]
    assert len(resolutions) == len(values(triples, forum.denotes)) == 4
    for node in resolutions:
        for name in "resolves denotesActor method score evidence passage rule".split():
            assert len(values(triples, getattr(forum, name), node)) == 1


def test_times_are_in_utc_where_the_zone_is_known(both):
    _, triples = both
    assert [plain(each) for each in values(triples, forum.startsAt)] == ["2022-02-02T17:00:00Z"]
    assert [plain(each) for each in values(triples, forum.endsAt)] == ["2022-02-02T17:50:00Z"]


@pytest.mark.parametrize("zone", ["local time", "IST", "CEST"])
def test_without_a_sure_zone_there_is_no_time_in_utc(zone):
    report = reports.report()
    session = replace(report.sessions[0], timezone=Fact(zone, Span(0, 3), "test"))
    assert values(derived(replace(report, sessions=(session,)))[1], forum.startsAt) == []


def test_a_session_belongs_to_the_edition_of_its_year(both):
    stated, triples = both
    (session, _) = stated.sessions[0]
    (edition,) = values(triples, forum.partOf, session)
    assert edition.endswith("/2022>")
    (whole,) = values(triples, forum.partOf, edition)
    assert whole.startswith(f"<{AUTH}")
    assert plain(values(triples, forum.year, edition)[0]) == "2022"


def test_a_year_in_the_name_of_a_forum_goes_before_the_year_of_the_session():
    lines = (*reports.LINES[:1], "Spotlight session of the ECOSOC Partnership Forum 2023", *reports.LINES[2:])
    report = reports.report(lines=lines)
    words = "ECOSOC Partnership Forum 2023"
    start = report.document.text.index(words)
    session = replace(report.sessions[0], part_of=(Fact(words, Span(start, start + len(words)), "test"),))
    stated, triples = derived(replace(report, sessions=(session,)))
    (edition,) = values(triples, forum.partOf, stated.sessions[0][0])
    assert edition.endswith("/2023>")
    assert values(triples, forum.denotes, stated.forums[0][0])[0].startswith(f"<{AUTH}")


def test_a_demand_stands_beside_the_issue_it_was_found_in(both):
    stated, triples = both
    (demand,) = [s for s, p, o in triples if p == RDF_TYPE and o == f"<{forum.Demand}>"]
    assert values(triples, forum.demandedIn, demand) == [stated.points[0].node]
    assert values(triples, forum.hasDemand) == [demand]


def test_a_country_is_a_place_and_an_addressee_an_actor(both):
    _, triples = both
    assert values(triples, forum.place) == [f"<{AUTH}country-ury>"]
    assert values(triples, forum.addressedTo) == [f"<{AUTH}un-system>"]


def test_themes_come_with_the_words_that_speak_for_them(both):
    stated, triples = both
    content = stated.draft.report.document.text
    links = [s for s, p, o in triples if p == RDF_TYPE and o == f"<{forum.ThemeLink}>"]
    assert links
    for link in links:
        (passage,) = values(triples, forum.passage, link)
        start, end = map(int, passage[1:-1].rpartition("=")[2].split(","))
        assert content[start:end] == plain(values(triples, forum.matchedWords, link)[0])


def test_stated_and_derived_layers_hold_to_the_shapes(both):
    stated, triples = both
    assert validate([*stated.triples, *triples]) == ()


def test_a_document_without_sessions_has_nothing_derived():
    assert derived(reports.empty())[1] == []


TWO = f"""@prefix a: <{AUTH}> . @prefix f: <https://w3id.org/forumgraph/ontology#> . @prefix s: <http://www.w3.org/2004/02/skos/core#> .
a:one a f:Body ; s:prefLabel "Water and Land Alliance"@en ; f:acronym "WLA", "IDEA" .
a:two a f:Body ; s:prefLabel "World Library Association"@en ; f:acronym "WLA" .
a:three a f:Forum ; s:prefLabel "The Water Forum"@en ; f:acronym "WF" .
a:four a f:Government, f:Place ; s:prefLabel "Uruguay"@en, "Urugüay"@es .
"""


def found(name, acronym=""):
    match = look_up(read(TWO), name, acronym)
    return match and (match.entry.key, match.method)


def test_a_name_is_looked_up_whole_without_case_accents_and_article():
    assert found("the WATER and land alliance") == ("one", "name")
    assert found("Water and Land") is None
    assert found("URUGUAY") == ("four", "name")


def test_an_acronym_of_two_is_of_neither():
    assert found("WLA") is None
    assert found("IDEA") == ("one", "acronym")


def test_a_word_in_small_letters_is_no_acronym():
    assert found("idea") is None


def test_an_acronym_beside_another_name_needs_more_than_half_of_the_words():
    assert found("Alliance for Water and Land", "IDEA") == ("one", "acronym in context")
    assert found("Islamic Drama Academy", "IDEA") is None


def test_a_forum_is_no_actor():
    assert found("Water Forum") is None


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Water and Land Alliance", ["one"]),
        ("Uruguay and the Water and Land Alliance", ["four", "one"]),
        ("Uruguay, World Library Association & others", ["four", "two"]),
        ("President of Uruguay", []),
        ("Uruguay President", []),
        ("everybody", []),
    ],
)
def test_addressees_are_names_with_and_between(words, keys):
    resolver = Resolver(state(reports.empty()).draft, read(TWO))
    assert list(resolver.addressees(words)) == [f"<{AUTH}{key}>" for key in keys]


def test_every_name_of_the_authority_file_leads_back_to_an_entry():
    authority = authority_file.authority()
    for name in known_names():
        assert name.names
        assert any(entry.key == name.key for each in name.names for entry in authority.of_name(each))
        assert all(folded(each) for each in name.names)
    assert {name.kind for name in known_names()} >= {"organization", "constituency", "country", "forum"}


def test_resolutions_quote_in_the_language_of_the_document(both):
    _, triples = both
    assert text("Harbour Towns Network", "en") in values(triples, forum.evidence)


def asked(words, value, report=None, brief=None):
    """Whom the recommendation of the report is addressed to, with another addressee in the place of the one it has."""
    whole = report or reports.report()
    session = whole.sessions[0]
    (first, *others) = session.recommendations
    recommendation = replace(first, addressee=Fact(value, first.addressee.span, "test"))
    told = replace(whole, sessions=(replace(session, recommendations=(recommendation, *others)),))
    stated = state(told, brief=brief)
    assert words in told.document.text
    return values(derive(stated), forum.addressedTo, stated.points[-1].node)


def test_an_addressee_follows_what_a_person_decided_about_its_name():
    row = {"kind": "actor", "document": "another.txt", "quote": "x", "about": "UN system", "decision": "correct"}
    decisions, _ = decide((parse(row | {"value": "auth:uclg"}),))
    assert asked("UN system", "UN system", brief=decisions.brief("another.txt")) == [f"<{AUTH}uclg>"]
    nobody, _ = decide((parse(row | {"decision": "reject"}),))
    assert asked("UN system", "UN system", brief=nobody.brief("another.txt")) == []


def test_an_addressee_is_whom_the_document_says_its_acronym_is():
    lines = (*reports.LINES[:3], "Organised by the Lake Area Mothers' Group (LAMG) with the Harbour Towns Network.")
    whole = reports.report(lines=(*reports.LINES, lines[3]))
    text = whole.document.text
    start, end = text.index("Lake Area"), text.rindex("LAMG")
    told = Definition("LAMG", Span(end, end + 4), "Lake Area Mothers' Group", Span(start, end - 2))
    assert asked("LAMG", "LAMG") == [f"<{AUTH}lamg>"]
    assert asked("LAMG", "LAMG", replace(whole, definitions=(told,))) == []


def test_every_stretch_of_an_enumeration_may_be_a_name_but_not_of_an_endless_one():
    assert len(list(possible_names("A and B, C"))) == 6
    assert list(possible_names(" and ".join("abcdefghijklmnopqrstuvwxyz"))) == [
        " and ".join("abcdefghijklmnopqrstuvwxyz")
    ]


def test_an_acronym_with_capitals_of_its_own_is_no_country():
    known = authority_file.authority()
    assert look_up(known, "CoNGO").entry.key == "congo"
    assert look_up(known, "Congo").entry.key == "country-cog"
    assert look_up(known, "UN-Habitat").method == "name"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Division for Sustainable Development of UN DESA", "dsd"),
        ("NGO Branch, UN DESA", "ngo-branch"),
        ("Division for Sustainable Development of UNICEF", None),
    ],
)
def test_a_name_may_be_followed_by_the_body_it_is_part_of_and_by_no_other(name, key):
    match = look_up(authority_file.authority(), name)
    assert (match and match.entry.key) == key


def test_a_constituency_may_be_called_by_its_people_alone():
    report = reports.report()
    session = report.sessions[0]
    (first, *others) = session.participations
    for kind, denoted in (("constituency", f"<{AUTH}farmers-mg>"), ("organization", "")):
        part = replace(first, actor=replace(first.actor, name="Farmers", kind=kind, acronym="", expansion=None))
        stated = state(replace(report, sessions=(replace(session, participations=(part, *others)),)))
        (found,) = values(derive(stated), forum.denotes, stated.draft.mint.mention("Farmers"))
        assert (found if found.startswith(f"<{AUTH}") else "") == denoted


def test_the_authority_file_is_read_only_for_decisions(monkeypatch):
    monkeypatch.setattr("forumgraph.graph.decided.rulings.authority", lambda: pytest.fail("it was read"))
    decided, findings = decide(())
    assert (decided.names, findings) == ({}, ())
