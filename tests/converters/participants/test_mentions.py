"""Whom names stand for, judged by a person in 250 contexts and more: lowering a floor is a visible act. `docs/linking.md` tells how the gold was made."""

from __future__ import annotations

from collections import defaultdict

import mentions
import pytest
from paths import DOCUMENTS, TESTS

from forumgraph.converters import convert
from forumgraph.converters.readers.reading import read
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.commonnames import is_common
from forumgraph.graph.rdf.terms import plain
from forumgraph.graph.stated.mapping import state
from forumgraph.making import names
from forumgraph.ontology import forum

REPORTS = sorted(
    path
    for folder in (DOCUMENTS, *(TESTS / "corpus" / name for name in ("dev", "held")))
    for path in folder.iterdir()
    if path.is_file() and path.suffix in {".txt", ".md", ".html", ".docx", ".pdf"}
)
BY_ITS_DOCUMENT = {"definition in the document", "acronym in context", "short for a name in the document"}
"""Methods by which a document says itself whom a name stands for."""


@pytest.mark.parametrize(
    ("gold", "names", "of_the_file", "precision", "recall"),
    [
        ("mentions", 270, 205, 0.99, 0.97),
        ("mentions-held", 70, 50, 0.95, 0.9),
        ("mentions-second", 65, 50, 0.97, 0.95),
        ("mentions-forum", 101, 94, 0.98, 0.97),
        ("mentions-forum-again", 91, 83, 0.97, 0.95),
    ],
)
def test_bodies_of_the_authority_file_are_found_with_this_precision_and_recall(
    gold: str, names: int, of_the_file: int, precision: float, recall: float
) -> None:
    every = mentions.mentions(gold)
    found = mentions.measure(gold)
    assert len(every) >= names
    assert found.wanted >= of_the_file
    assert found.right / found.told >= precision, found.wrong
    assert found.right / found.wanted >= recall, found.missed


def test_the_gold_speaks_of_entries_that_exist() -> None:
    keys = {entry.key for entry in authority().entries}
    named = {each.body for gold in mentions.FILES for each in mentions.mentions(gold) if each.known}
    assert named <= keys
    assert len(named) >= 120, "of many bodies, and not of a few often"


def test_a_name_that_means_the_same_is_resolved_alike_in_every_document() -> None:
    nodes = defaultdict(set)
    for gold in mentions.FILES:
        for each in mentions.mentions(gold):
            nodes[each.words.casefold(), each.body].add(each.node)
    assert {name: found for name, found in nodes.items() if len(found) > 1} == {}
    assert sum(len(name) for name in nodes) > 300


def test_a_name_stands_for_the_same_actor_in_all_reports_but_where_a_report_itself_says_otherwise() -> None:
    nodes: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in REPORTS:
        stated = state(convert(read(path, path.name), names()))
        told: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for subject, predicate, value in derive(stated):
            told[subject][plain(predicate)] = plain(value)
        mentions_ = stated.participants.mentions
        for row in told.values():
            mention = mentions_.get(f"<{row.get(forum.resolves, '')}>")
            name = getattr(mention, "name", "") or getattr(mention, "value", "")
            if name and row[forum.method] not in BY_ITS_DOCUMENT and not is_common(name):
                nodes[name.casefold()][row[forum.denotesActor]].add(path.name)
    assert {name: dict(found) for name, found in nodes.items() if len(found) > 1} == {}
    assert sum(len(set().union(*found.values())) > 1 for found in nodes.values()) >= 12, "names of several reports"


def test_different_bodies_stay_apart_however_alike_their_names_are() -> None:
    bodies = defaultdict(set)
    for gold in mentions.FILES:
        for each in mentions.mentions(gold):
            bodies[each.node].add(each.body)
    assert [found for found in bodies.values() if len(found) > 1] == []
