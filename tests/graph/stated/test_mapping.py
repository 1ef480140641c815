"""A report as stated triples: each thing with its words, nothing that the report does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest
import reports
from hypothesis import given, settings
from hypothesis import strategies as st

from forumgraph.graph.checked.validation import validate
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, plain, text
from forumgraph.graph.stated.mapping import FIELDS, state
from forumgraph.graph.stated.participants import direct_properties
from forumgraph.model import Fact, Session, Span
from forumgraph.ontology import forum


def index(triples):
    rows = {}
    for s, p, o in triples:
        rows.setdefault(s, {}).setdefault(plain(p), []).append(o)
    return rows


@pytest.fixture(scope="module")
def stated():
    return state(reports.report())


@pytest.fixture(scope="module")
def about(stated):
    return index(stated.triples)


def test_every_passage_quotes_the_text(about):
    content = reports.report().document.text
    passages = [rows for rows in about.values() if forum.exact in rows]
    assert len(passages) > 15
    for rows in passages:
        start, end = int(plain(rows[forum.start][0])), int(plain(rows[forum.end][0]))
        assert content[start:end] == plain(rows[forum.exact][0])
        assert content[:start].endswith(plain(rows[forum.prefix][0]) if forum.prefix in rows else "")
        assert rows[forum.line] == [
            f'"{content.count(chr(10), 0, start) + 1}"^^<http://www.w3.org/2001/XMLSchema#integer>'
        ]


def test_everything_has_a_label_and_all_but_documents_and_passages_a_passage(about):
    for node, rows in about.items():
        assert plain(LABEL) in rows, node
        if forum.exact not in rows and forum.fileName not in rows:
            assert forum.passage in rows, node


def test_every_field_of_a_session_has_a_reading_with_the_words_as_stated(about, stated):
    (node, _) = stated.sessions[0]
    fields = {plain(about[each][forum.readsField][0]): about[each] for each in about[node][forum.hasReading]}
    assert fields.keys() == (set(FIELDS.values()) | {forum.partOf}) - {forum.endDate, forum.venue}
    assert plain(fields[forum.date][forum.asStated][0]) == "2 February 2022"
    assert plain(fields[forum.date][forum.value][0]) == "2022-02-02"


def test_a_participation_says_the_same_in_one_step(about, stated):
    (node, _) = stated.sessions[0]
    lamg = stated.draft.mint.mention("Local Authorities Major Group")
    mayor = stated.draft.mint.mention("Mayor of Valongo")
    assert about[node][forum.organizedBy] == [lamg]
    assert about[node][forum.addressedBy] == about[node][forum.hasPanellist] == [mayor]
    assert len(about[node][forum.hasParticipation]) == 3


def test_nobody_takes_part_for_itself():
    """Converters may read so where a name stands for several; a shape forbids it, and the document would be left out."""
    report = reports.report()
    session = report.sessions[0]
    odd = replace(session.participations[0], on_behalf_of=(session.participations[0].actor,))
    triples = state(replace(report, sessions=(replace(session, participations=(odd,)),))).triples
    assert not any(plain(p) == forum.onBehalfOf for _, p, _ in triples)
    assert validate(triples) == ()


def test_an_actor_named_twice_is_described_once(about, stated):
    network = stated.draft.mint.mention("Harbour Towns Network")
    assert about[network][RDF_TYPE[1:-1]] == [f"<{forum.Body}>"]
    assert len(about[network][forum.name]) == 1


def test_a_demand_is_not_stated(about):
    assert not any(f"<{forum.Demand}>" in rows.get(RDF_TYPE[1:-1], []) for rows in about.values())


def test_words_carry_the_language_of_the_document_and_none_where_it_is_unknown():
    title = reports.LINES[0]
    for language in ("en", ""):
        triples = state(reports.report(language=language)).triples
        assert [o for _, p, o in triples if plain(p) == forum.title] == [text(title, language)]


def test_a_value_that_is_none_leaves_only_the_reading():
    report = reports.report()
    odd = replace(
        report.sessions[0],
        start_time=Fact("25:70", Span(0, 5), "test"),
        date=Fact("2022-02-31", Span(0, 5), "test"),
        sdgs=(Fact("x", Span(0, 5), "t"),),
    )
    triples = state(replace(report, sessions=(odd,))).triples
    stated = {plain(p) for _, p, _ in triples}
    assert forum.startTime not in stated
    assert forum.date not in stated
    assert {plain(o) for _, p, o in triples if plain(p) == forum.value} >= {"25:70", "2022-02-31"}


def test_a_document_that_is_no_report_is_a_document_with_its_text():
    triples = state(reports.empty()).triples
    told = {s for s, p, o in triples if p == RDF_TYPE and plain(o) != forum.Passage and plain(o) != forum.UnusedPassage}
    assert told == {state(reports.empty()).draft.mint.document()}
    assert any(plain(p) == forum.content for _, p, _ in triples)


def test_a_sentence_that_nothing_was_read_from_is_a_passage_that_says_so_and_why():
    report = reports.empty()
    sentences = (replace(report.sentences[0], reason="agenda"), replace(report.sentences[1], used_by=("test.rule",)))
    triples = state(replace(report, sentences=sentences)).triples
    (passage,) = [s for s, p, o in triples if p == RDF_TYPE and plain(o) == forum.UnusedPassage]
    told = {plain(p): plain(o) for s, p, o in triples if s == passage}
    assert (told[forum.exact], told[forum.reason]) == ("Agenda", "agenda")


def test_every_role_of_the_scheme_has_a_direct_property():
    assert len(direct_properties()) == 14
    assert set(direct_properties().values()) <= {value for value in vars(forum).values() if isinstance(value, str)}


def test_the_base_is_that_of_the_configuration():
    triples = state(reports.report(), Namespace("https://example.org/x/")).triples
    assert all(s.startswith("<https://example.org/x/") for s, _, _ in triples)


def test_what_a_report_states_holds_to_the_shapes(stated):
    assert validate(stated.triples) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30), min_size=1, max_size=5)
)
def test_a_session_of_any_words_can_be_mapped(lines):
    report = reports.report()
    words = "\n".join(lines)
    document = replace(report.document, text=words, blocks=())
    session = Session(Span(0, len(words)), title=Fact(lines[0], Span(0, len(lines[0])), "test"))
    triples = state(replace(report, document=document, sessions=(session,), sentences=())).triples
    assert all(len(triple) == 3 for triple in triples)
