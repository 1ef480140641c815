"""What is related again after a change is what would be related at once, and no more is compared than has to be."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from relations import many

from forumgraph.graph.linked import meeting, relating
from forumgraph.graph.linked.lastrun import LastRun, read
from forumgraph.graph.linked.relating import relate
from forumgraph.graph.linked.statements import Statement


def test_one_document_more_leaves_nearly_all_scores_as_they_were():
    rows = many(900)
    new = [replace(row, node=f"<urn:new/{number}>", document="zz") for number, row in enumerate(rows[:3])]
    before = {(each.later.node, each.earlier.node): each.score for each in relate(rows)}
    after = {(each.later.node, each.earlier.node): each.score for each in relate([*rows, *new])}
    both = before.keys() & after.keys()
    assert len(both) > 200
    assert sum(before[pair] == after[pair] for pair in both) > 0.9 * len(both)


def edited(rows, chance):
    """Return statements after some came, went, or changed: one, or many."""
    rate = chance.choice([0.002, 0.002, 0.03])
    kept = [row for row in rows if chance.random() > rate]
    words = sorted({stem for row in rows for stem in row.stems})
    for number, row in enumerate(kept):
        if chance.random() < rate:
            stems = tuple(dict.fromkeys((*row.stems[:-2], *chance.choices(words, k=2))))
            kept[number] = replace(row, stems=stems, words=stems)
        if chance.random() < rate:
            kept[number] = replace(row, date=str(1000 + chance.randrange(len(rows))), asks=not row.asks)
    copied = chance.sample(rows, chance.randrange(4))
    new = [replace(row, node=f"<urn:{chance.random()}>", document=f"n{row.document}") for row in copied]
    told = [replace(row, node=f"<urn:{chance.random()}>", state="done") for row in copied[:1]]
    return [*kept, *new, *told]


@pytest.mark.parametrize("limits", [(12, 3, 9, 8), (60, 1, 2, 3), (60, 1, 3, 20), (60, 2, 6, 40)], ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_related_again_after_a_change_is_what_is_related_at_once(seed, limits, monkeypatch):
    for name, value in zip(("RARE", "FIRST", "LATEST"), limits[:3], strict=True):
        monkeypatch.setattr(meeting, name, value)
    monkeypatch.setattr(relating, "_COMPARED", limits[3])
    for name in ("RELATED", "_LEAST"):
        monkeypatch.setattr(relating, name, 0.15)
    chance = random.Random(seed)  # noqa: S311 - variety, not secrecy
    rows, last = many(200), LastRun()
    assert list(relate(rows, last)) == list(relate(rows))
    for _ in range(7):
        rows = edited(rows, chance)
        last = read(last.lines())
        assert list(relate(rows, last)) == list(relate(rows))


def test_what_comes_may_take_the_place_of_another_that_is_compared_and_what_goes_may_give_it_back(monkeypatch):
    monkeypatch.setattr(relating, "_COMPARED", 1)
    stems = ("platform", "visa", "review", "budget", "water", "road", "school")
    own = [
        Statement(f"<urn:s/{number}>", "s", "2020", "en", True, stems if number == 0 else stems[:4], stems)
        for number in range(8)
    ]
    near = Statement("<urn:near>", "a", "2017", "en", True, stems[:3], stems)
    long = (*stems[:4], *(f"w{number}" for number in range(20)))
    far = Statement("<urn:far>", "b", "2018", "en", True, long, long)
    last = LastRun()
    for rows, linked in (([near, *own], True), ([near, far, *own], False), ([near, *own], True)):
        found = [each.earlier.node for each in relate(rows, last) if each.later.node == "<urn:s/0>"]
        assert found == [each.earlier.node for each in relate(rows) if each.later.node == "<urn:s/0>"]
        assert found == [near.node] * linked


def test_a_document_that_goes_has_only_its_neighbours_compared_again(monkeypatch):
    rows, last = many(900), LastRun()
    list(relate(rows, last))
    compared = []
    related = relating._Index.related
    monkeypatch.setattr(
        relating._Index, "related", lambda index, row, keys: compared.append(row) or related(index, row, keys)
    )
    assert list(relate(rows, last))
    assert compared == []
    assert list(relate([row for row in rows if row.document != "d450"], last))
    assert 0 < len(compared) < 0.4 * len(rows)


def test_a_document_that_changes_has_only_its_neighbours_compared_again_though_keys_are_full(monkeypatch):
    monkeypatch.setattr(meeting, "RARE", 4)
    monkeypatch.setattr(meeting, "FIRST", 2)
    monkeypatch.setattr(meeting, "LATEST", 6)
    rows, last = many(900), LastRun()
    list(relate(rows, last))
    compared = []
    related = relating._Index.related
    monkeypatch.setattr(
        relating._Index, "related", lambda index, row, keys: compared.append(row) or related(index, row, keys)
    )
    changed = [replace(row, stems=rows[470].stems) if row.document == "d450" else row for row in rows]
    found = list(relate(changed, last))
    assert 0 < len(compared) < 0.4 * len(rows)
    assert found == list(relate(changed))
