"""What a person judged, and how often the rules agree: lowering a floor is a visible act. `docs/linking.md` tells how the gold was made."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache

import pytest
from paths import TESTS

from forumgraph.graph.linked.relating import kind_of
from forumgraph.graph.linked.statements import Statement, unattributed
from forumgraph.graph.linked.stems import content
from forumgraph.graph.linked.suggesting import targets
from forumgraph.graph.linked.themes import own, suggest
from forumgraph.graph.linked.weights import Weights
from forumgraph.ontology import SDG, THEME

GOLD = TESTS / "gold"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def weights(language: str, gold: str = "pairs") -> Weights:
    texts = {row[side] for row in rows(gold) if row["language"] == language for side in ("first", "second")}
    return Weights([[stem for stem, _ in content(text, language)] for text in texts])


def statement(row: dict[str, str], side: str, date: str) -> Statement:
    said = unattributed(row[side], filter(None, [row.get(f"{side}_by")]))
    pairs = content(said, row["language"])
    stems, words = tuple(stem for stem, _ in pairs), tuple(word for _, word in pairs)
    return Statement(f"<urn:{side}>", side, date, row["language"], row[f"{side}_kind"] == "request", stems, words)


def found(row: dict[str, str], gold: str = "pairs") -> str:
    earlier, later = statement(row, "first", "2017"), statement(row, "second", "2018")
    return kind_of(later, earlier, weights(row["language"], gold).likeness(earlier.stems, frozenset(later.stems)))


def shares(right: int, told: int, wanted: int) -> tuple[float, float]:
    return right / told, right / wanted


def test_there_are_enough_pairs_and_enough_of_them_only_look_alike() -> None:
    judged = Counter(row["judged"] for row in rows("pairs"))
    assert sum(judged.values()) == 114
    assert judged["none"] >= 0.4 * 114
    alike = [
        r
        for r in rows("pairs")
        if r["judged"] == "none"
        and set(dict(content(r["first"], r["language"]))) & set(dict(content(r["second"], r["language"])))
    ]
    assert len(alike) >= 40


@pytest.mark.parametrize(
    ("told", "judged", "least"),
    [({"relatedTo", "narrows", "repeats"}, {"related", "repeats"}, 0.85), ({"repeats"}, {"repeats"}, 0.9)],
    ids=["related", "repeated"],
)
def test_pairs_are_found_with_this_precision_and_recall(told: set[str], judged: set[str], least: float) -> None:
    linked = [row for row in rows("pairs") if found(row) in told]
    wanted = [row for row in rows("pairs") if row["judged"] in judged]
    precision, recall = shares(sum(row in wanted for row in linked), len(linked), len(wanted))
    assert precision >= 0.95, [row["second"] for row in linked if row not in wanted]
    assert recall >= least


def test_pairs_near_the_threshold_are_linked_with_this_precision() -> None:
    linked = [row for row in rows("pairs-near") if found(row, "pairs-near")]
    wrong = [row["second"] for row in linked if row["judged"] == "none"]
    assert len(rows("pairs-near")) == 96
    assert len(linked) >= 22
    assert len(wrong) <= 0.1 * len(linked), wrong
    assert all(row["judged"] == "repeats" for row in linked if found(row, "pairs-near") == "repeats")


def themes_of(row: dict[str, str]) -> set[str]:
    return {match.theme.removeprefix(THEME) for match in suggest(row["text"], row["language"])}


def targets_of(row: dict[str, str]) -> set[str]:
    return {
        followed.target.strip("<>").removeprefix(SDG)
        for _, followed in targets(row["text"], row["language"], suggest(row["text"], row["language"]))
    }


@pytest.mark.parametrize(
    ("gold", "number", "column", "told", "precision", "recall"),
    [
        ("themes", 177, "themes", themes_of, 0.91, 0.87),
        ("themes", 177, "targets", targets_of, 0.88, 0.82),
        ("themes-near", 81, "themes", themes_of, 0.86, 0.69),
        ("themes-again", 48, "themes", themes_of, 0.90, 0.66),
        ("themes-forum", 100, "themes", themes_of, 0.93, 0.77),
        ("themes-forum-again", 101, "themes", themes_of, 0.94, 0.82),
    ],
)
def test_themes_and_suggested_targets_are_found_with_this_precision_and_recall(
    *, gold, number, column, told, precision, recall
) -> None:
    assert len(rows(gold)) == number
    right = several = wanted = 0
    wrong = []
    for row in rows(gold):
        gold, ours = set(row[column].split()), told(row)
        right, several, wanted = right + len(gold & ours), several + len(ours), wanted + len(gold)
        wrong += [(row["text"], extra) for extra in ours - gold]
    measured = shares(right, several, wanted)
    assert measured[0] >= precision, wrong
    assert measured[1] >= recall


def test_the_gold_speaks_of_themes_and_targets_that_exist() -> None:
    known = {theme.removeprefix(THEME) for theme in own().concepts}
    assert {
        theme
        for gold in ("themes", "themes-near", "themes-again", "themes-forum", "themes-forum-again")
        for row in rows(gold)
        for theme in row["themes"].split()
    } <= known
    assert sum(not row["themes"] for row in rows("themes")) >= 35, "statements without a theme"
