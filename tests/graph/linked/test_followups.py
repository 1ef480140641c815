"""What later documents tell of earlier statements, judged by a person: lowering a floor is a visible act. `docs/linking.md` tells how the gold was made."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache

from paths import TESTS

from forumgraph.graph.linked.followups import find
from forumgraph.graph.linked.relating import told_of
from forumgraph.graph.linked.statements import Statement
from forumgraph.graph.linked.stems import content
from forumgraph.graph.linked.weights import Weights

GOLD = TESTS / "gold"


def read(name: str) -> list[dict[str, str]]:
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def rows() -> tuple[dict[str, str], ...]:
    return tuple(read("followups"))


@cache
def weights(language: str) -> Weights:
    texts = {row["earlier"] for row in rows() if row["language"] == language}
    texts |= {row[side] for row in read("pairs") if row["language"] == language for side in ("first", "second")}
    return Weights([[stem for stem, _ in content(text, language)] for text in sorted(texts)])


def statement(words: str, language: str, date: str, *, asks: bool, state: str = "") -> Statement:
    pairs = content(words, language)
    stems, said = tuple(stem for stem, _ in pairs), tuple(word for _, word in pairs)
    return Statement("<urn:x>", date, date, language, asks, stems, said, state)


@cache
def told(number: int) -> str:
    """What the sentence of a row tells of its statement: a state, or `none`."""
    row = rows()[number]
    language, later = row["language"], row["later"]
    cue = find(later, language)
    if cue is None:
        return "none"
    earlier = statement(row["earlier"], language, "2017", asks=row["kind"] == "request")
    rest = f"{later[: cue.start]} {later[cue.end :]}"
    telling = statement(rest, language, "2018", asks=False, state=cue.state)
    likeness = weights(language).likeness(earlier.stems, frozenset(telling.stems))
    return cue.state if told_of(telling, earlier, likeness) else "none"


def test_there_are_enough_pairs_of_each_kind() -> None:
    judged = Counter(row["judged"] for row in rows())
    assert sum(judged.values()) >= 70
    assert judged["none"] >= 30
    assert min(judged.values()) >= 5
    assert set(judged) == {"done", "not-done", "under-way", "promised", "none"}


def test_follow_ups_are_found_with_this_precision_and_recall() -> None:
    linked = [number for number in range(len(rows())) if told(number) != "none"]
    right = [number for number in linked if rows()[number]["judged"] != "none"]
    wanted = sum(row["judged"] != "none" for row in rows())
    assert len(right) / len(linked) >= 0.95, [rows()[n]["later"] for n in linked if n not in right]
    assert len(right) / wanted >= 0.92, [
        r["later"] for n, r in enumerate(rows()) if r["judged"] != "none" and told(n) == "none"
    ]


def test_the_state_of_a_follow_up_is_the_one_that_the_sentence_tells() -> None:
    both = [(row["judged"], told(n)) for n, row in enumerate(rows()) if "none" not in {row["judged"], told(n)}]
    assert sum(judged == found for judged, found in both) / len(both) >= 0.97
