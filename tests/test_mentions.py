"""Whom names stand for, judged by a person in 250 contexts and more: lowering a floor is a visible act. `docs/linking.md` tells how the gold was made."""

from __future__ import annotations

from collections import defaultdict

import mentions
import pytest

from forumgraph.graph.authority import authority


@pytest.mark.parametrize(
    ("gold", "names", "of_the_file", "precision", "recall"),
    [("mentions", 270, 205, 0.99, 0.97), ("mentions-held", 70, 50, 0.95, 0.9), ("mentions-second", 65, 50, 0.97, 0.95)],
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


def test_different_bodies_stay_apart_however_alike_their_names_are() -> None:
    bodies = defaultdict(set)
    for gold in mentions.FILES:
        for each in mentions.mentions(gold):
            bodies[each.node].add(each.body)
    assert [found for found in bodies.values() if len(found) > 1] == []
