"""Statements of different documents are related by the weight of what they share, without comparing all with all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import DOCUMENTS
from relations import BASE, NOT_DONE, PLATFORM, kinds, many, statement

from forumgraph.converters import convert
from forumgraph.converters.readers.reading import read as read_document
from forumgraph.graph.linked import relating
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.followups import cues, find
from forumgraph.graph.linked.linking import corpus_graphs, joined
from forumgraph.graph.linked.relating import kind_of, precedes, relate
from forumgraph.graph.linked.statements import pack, statements, unpack
from forumgraph.graph.linked.stems import content
from forumgraph.graph.linked.weights import Weights
from forumgraph.graph.rdf.terms import plain
from forumgraph.graph.stated.mapping import state
from forumgraph.making import names
from forumgraph.ontology import forum

LONGER = f"{PLATFORM} of fishing villages beside cold northern rivers and lakes"
COMPLAINT = "The shared digital platform for reports and questions of UN DESA is closed"


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        (PLATFORM, {"words": PLATFORM.replace("should", "must")}, "repeats"),
        (PLATFORM, {"words": LONGER}, "narrows"),
        (PLATFORM, {"words": COMPLAINT, "asks": False}, "relatedTo"),
        ("Cold rivers", {"words": "Cold rivers"}, "repeats"),
        ("Cold rivers", {"words": "Answers to cold rivers"}, ""),
        (PLATFORM, {"words": f"{PLATFORM} today", "document": "a"}, ""),
        (PLATFORM, {"words": PLATFORM, "language": "fr"}, ""),
    ],
    ids=["same words", "and more", "complaint", "heading", "heading and more", "one document", "two languages"],
)
def test_a_later_statement_is_related_to_an_earlier_one_by_its_words(earlier, later, kind):
    found = kinds(statement(earlier), statement(**{"document": "b", "date": "2018", **later}))
    assert found == ([("b", kind, "a")] if kind else [])


def test_the_long_name_of_a_body_is_one_word_that_two_statements_share():
    name = "the United Nations Relief and Works Agency for Palestine Refugees in the Near East"
    assert (
        kinds(statement(f"She met the head of {name}."), statement(f"His school was run by {name}.", "b", "2018")) == []
    )
    assert len(content(f"A clinic of {name}", "en")) == 2


@pytest.mark.parametrize("date", ["", "2017-07-09", "2017-07", "2017"])
def test_without_an_order_of_dates_nothing_repeats_anything(date):
    assert [kind for _, kind, _ in kinds(statement(PLATFORM), statement(PLATFORM, "b", date))] == ["relatedTo"]


def test_a_statement_in_an_unknown_language_is_related_to_nothing():
    assert kinds(statement(PLATFORM, language=""), statement(PLATFORM, "b", "2018", language="")) == []


def test_the_first_and_the_strongest_of_many_repetitions_are_remembered():
    many = [statement(PLATFORM, f"d{year}", str(year)) for year in range(1900, 2030)]
    found = [r for r in relate(many) if r.later.document == "d2029"]
    assert len(found) == 5
    assert found[0].earlier.document == "d1900"


def test_the_first_relations_are_told_before_the_last_statements_are_compared(monkeypatch):
    compared = []
    related = relating._Index.related
    monkeypatch.setattr(
        relating._Index,
        "related",
        lambda index, row, keys: compared.append(row.node) or related(index, row, keys),
    )
    rows = many(300)
    relations = relate(rows)
    next(relations)
    assert 0 < len(compared) < len(rows)
    assert list(relations)
    assert len(compared) == len(rows)


def test_where_a_chain_begins_is_said_of_each_of_its_members():
    chain = [statement(PLATFORM, f"d{year}", str(year)) for year in (2017, 2019, 2023)]
    triples = [t for graphs in corpus_graphs(chain, BASE) for _, rows in graphs for t in rows]
    firsts = {(s, o) for s, p, o in triples if plain(p) == forum.firstStatement}
    assert firsts == {(chain[1].node, chain[0].node), (chain[2].node, chain[0].node)}


def test_a_chain_goes_on_over_what_a_person_joined():
    first = statement("Ferries of the harbour towns need a common timetable", "c", "2016")
    rows = [first, statement(PLATFORM, "b", "2017"), statement(PLATFORM, "a", "2018")]
    decided = [("<urn:x>", rows[0].node), ("<urn:x>", rows[1].node)]
    told = {
        s: o
        for part in joined(rows, BASE, (), decided)
        for s, p, o in part.triples(BASE)
        if plain(p) == forum.firstStatement
    }
    assert told == {rows[1].node: first.node, rows[2].node: first.node}


def test_a_part_of_the_links_of_a_document_stays_as_it_is_when_other_statements_go():
    earlier = [statement(f"{PLATFORM} of region {number}", "a", "2017") for number in range(40)]
    later = [replace(each, node=each.node.replace("/a/", "/b/"), document="b", date="2019") for each in earlier]
    before = [part.pack() for part in joined([*earlier, *later], BASE)]
    after = [part.pack() for part in joined([*earlier, *later[1:]], BASE)]
    assert 3 < len(before) < 20
    assert len({*before}.symmetric_difference(after)) <= 3
    assert sum(len(part.relations) for part in joined([*earlier, *later], BASE)) == len(
        list(relate([*earlier, *later]))
    )


def test_a_later_sentence_with_a_cue_follows_up_what_it_speaks_of():
    cue = find(NOT_DONE, "en")
    telling = statement(NOT_DONE, "b", "2023", asks=False, state=cue.state, cue=cue.words)
    assert kinds(statement(PLATFORM), telling) == [("b", "followsUp", "a")]
    assert kinds(statement(PLATFORM, date="2024"), telling) == []
    assert kinds(statement("Fishing villages need ice"), telling) == []


def test_the_graphs_of_the_corpus_conform_and_never_say_that_two_are_one():
    cue = find(NOT_DONE, "en")
    rows = [
        statement(PLATFORM),
        statement(PLATFORM, "b", "2018"),
        statement(NOT_DONE, "c", "2023", asks=False, state=cue.state, cue=cue.words),
    ]
    graphs = [graph for part in corpus_graphs(rows, BASE) for graph in part]
    assert {plain(name) for name, _ in graphs} == {f"{BASE}graph/derived/corpus", f"{BASE}graph/inferred/corpus"}
    triples = [t for _, part in graphs for t in part]
    assert len(triples) == len(set(triples))
    assert not [t for t in triples if "sameAs" in t[1]]
    links = {s for s, p, o in triples if p.endswith("#type>") and plain(o) in {forum.StatementLink, forum.FollowUp}}
    assert len(links) == 3
    assert links == {s for s, p, _ in triples if plain(p) == forum.sharedWords}


WORDS = "platform visa review budget water road school teacher data town youth forest coal debt tax port seed court vote nurse".split()


TEXTS = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8, unique=True).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(TEXTS, st.sampled_from("abcd"), st.sampled_from(["2017", "2018-07", "2019-07-09", ""])), max_size=14
    ),
    st.randoms(),
)
def test_the_order_in_which_statements_are_given_changes_nothing(rows, chance):
    statements = [statement(*row) for row in dict.fromkeys(rows)]
    shuffled = list(statements)
    chance.shuffle(shuffled)
    assert list(relate(shuffled)) == list(relate(statements))


def test_candidates_lose_next_to_none_of_the_pairs_that_a_comparison_of_all_finds():
    rows = many(900)
    weights = Weights((row.stems for row in rows), steady=True)
    every = set()
    for one, other in combinations(rows, 2):
        if kind_of(other, one, weights.likeness(one.stems, frozenset(other.stems))) == "repeats":
            every.add(other.node)
    found = {r.later.node for r in relate(rows) if r.kind == "repeats"}
    assert found <= every
    assert len(found) >= 0.98 * len(every) > 100


@given(
    st.sampled_from(["2017", "2017-07", "2017-07-09", "2018", "2018-01", "2017-08", ""]),
    st.sampled_from(["2017", "2017-07-09", "2018-01", ""]),
)
def test_no_date_precedes_one_that_precedes_it(one, other):
    assert not (precedes(one, other) and precedes(other, one))


def test_statements_come_back_from_their_packing():
    rows = [statement(PLATFORM), statement(NOT_DONE, "b", "2023", asks=False, state="not-done", cue="has not been")]
    assert unpack(pack(rows)) == rows
    assert unpack(b"") == []


@pytest.mark.parametrize(
    ("words", "language", "state"),
    [
        ("The fund was established in May.", "en", "done"),
        ("The fund has not been established.", "en", "not-done"),
        ("Shadow reports are still not collected.", "en", "not-done"),
        ("The secretariat announced that it will open the platform.", "en", "promised"),
        ("A platform is being prepared.", "en", "under-way"),
        ("The platform that was promised has still not been opened.", "en", "not-done"),
        ("The plan should have been adopted.", "en", ""),
        ("If the fund was established, we would know.", "en", ""),
        ("Until the platform has been opened, use the post.", "en", ""),
        ("UN DESA should open a platform.", "en", ""),
        ("La plateforme n'a pas été ouverte.", "fr", "not-done"),
        ("Le fonds a été créé en mai.", "fr", "done"),
        ("Todavía no se ha abierto la plataforma.", "es", "not-done"),
        ("El fondo ha sido creado.", "es", "done"),
        ("The fund was established.", "de", ""),
    ],
)
def test_a_sentence_tells_what_became_of_something_only_by_a_clear_cue(words, language, state):
    cue = find(words, language)
    assert (cue.state if cue else "") == state
    assert cue is None or words[cue.start : cue.end] == cue.words


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "es", "de", ""]))
def test_any_text_is_searched_for_cues(text, language):
    cue = find(text, language)
    assert cue is None or text[cue.start : cue.end] == cue.words


def test_each_language_has_cues():
    assert set(cues()) == {"en", "fr", "es"}


def test_who_says_something_is_no_part_of_what_is_said():
    path = DOCUMENTS / "2023-01-31-partnership-forum-readout.txt"
    stated = state(convert(read_document(path, path.name), names()))
    rows = statements(stated.draft.report, [*stated.triples, *derive(stated)], BASE)
    (said,) = [row for row in rows if row.sentence.startswith("The Local Authorities Major Group stressed")]
    assert {"partnership", "project"} <= set(said.stems)
    assert not {stem for stem, _ in content("Local Authorities Major Group", "en")} - {"local"} & set(said.stems)
    assert "local" in said.stems, "of the local governments that are spoken of"


def test_a_chain_of_repetitions_goes_on_over_languages_whatever_their_names():
    demand = "Les communes rurales demandent une plateforme commune de données ouvertes"
    rows = [
        statement(demand, "a", "2017", language="fr"),
        statement(demand, "b", "2018", language="fr"),
        statement(PLATFORM, "c", "2019"),
    ]
    merged = [("<urn:decision>", rows[1].node), ("<urn:decision>", rows[2].node)]
    first = {
        s: o
        for part in joined(rows, BASE, merged=merged)
        for s, p, o in part.triples(BASE)
        if plain(p) == forum.firstStatement
    }
    assert first == {rows[1].node: rows[0].node, rows[2].node: rows[0].node}


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        ("Small towns lack money for water.", "Small towns lack money for sewers.", "relatedTo"),
        ("Small towns lack money for water.", "For water, small towns lack the money.", "repeats"),
    ],
)
def test_the_same_sentence_about_another_matter_is_no_repetition(earlier, later, kind):
    (found,) = relate([statement(earlier, "a", "2017", asks=False), statement(later, "b", "2018", asks=False)])
    assert found.kind == kind
