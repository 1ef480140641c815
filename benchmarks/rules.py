"""How often does each rule of the converters fire, and how often is it right?

    python benchmarks/rules.py FOLDER

FOLDER is as for score.py: documents with `<name>.gold.json` beside them. A rule is right where its value is the one of the aligned gold session; values of
sessions or fields that are marked optional, and those of sessions that are not aligned, count apart. Rules that fired in one document only are marked: a rule
for one document is a smell.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import score

from forumgraph import build
from forumgraph.config import Config
from forumgraph.converters.account.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.model import Fact, Report, Session


@dataclass
class Tally:
    """What became of the values of one rule."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    unsure: int = 0
    documents: set[str] = field(default_factory=set)

    @property
    def fired(self) -> int:
        return self.right + len(self.wrong) + self.unsure


Tallies = defaultdict[str, Tally]


def facts(session: Session) -> Iterator[tuple[str, Fact]]:
    """Go through the fields of a session that hold one value."""
    for name in ("title", *score.EXACT, *score.LOOSE):
        fact: Fact | None = getattr(session, name)
        if fact is not None:
            yield name, fact


def is_right(name: str, value: str, gold: score.Record) -> bool:
    told = gold.get(name) or ""
    if name == "title":
        return bool(told) and score.same_title(told, value) > 0
    if name in score.LOOSE:
        return bool(told) and score.same_place(told, value) > 0
    return score.equal(told, value) > 0


def count_session(gold: score.Record | None, session: Session, name: str, tallies: Tallies) -> None:
    for key, fact in facts(session):
        optional = gold is None or gold.get("optional") or key in gold.get("optional_fields", ())
        count(tallies[fact.rule], name, fact.value, None if optional else is_right(key, fact.value, gold or {}))
    for fact in session.part_of:
        there = [p for p in (gold or {}).get("part_of", ()) if score.same_place(p, fact.value) > 0]
        unsure = gold is None or "part_of" in gold.get("optional_fields", ())
        count(tallies[fact.rule], name, fact.value, None if unsure else bool(there))
    for field_name in ("issues", "recommendations"):
        for point in getattr(session, field_name):
            if getattr(point, "derived", False):
                continue
            alike = [g for g in (gold or {}).get(field_name, ()) if score.same_text(g["text"], point.text) > 0]
            unsure = gold is None or any(g.get("optional") for g in alike)
            count(tallies[f"{field_name}: {point.rule}"], name, point.text, None if unsure else bool(alike))
    for one in session.participations:
        said = {"name": one.actor.name, "acronym": one.actor.acronym}
        same = [g for g in (gold or {}).get("actors", ()) if score.same_actor(g, said) > 0]
        unsure = gold is None or any(g.get("optional") for g in same)
        right = any(g["role"] == one.role for g in same)
        count(tallies[f"actor: {one.rule}"], name, f"{one.actor.name} ({one.role})", None if unsure else right)


def count(tally: Tally, document: str, value: str, right: bool | None) -> None:
    tally.documents.add(document)
    if right is None:
        tally.unsure += 1
    elif right:
        tally.right += 1
    else:
        tally.wrong.append(f"{document}: {value[:90]}")


def count_report(gold: score.Record, report: Report, name: str, tallies: Tallies) -> None:
    said = record(report)
    count(tallies[report.rule], name, said["kind"], score.equal(gold["kind"], said["kind"]) > 0)
    real, found = gold["sessions"], said["sessions"]
    threshold = 0.0 if len(real) == len(found) == 1 else 0.4
    near = score.pairs(
        real, found, lambda g, f: (c := score.closeness(g, f)) * (c >= threshold) + 0.001 * (c >= threshold)
    )
    aligned = {j: real[i] for i, j in near}
    for number, session in enumerate(report.sessions):
        count_session(aligned.get(number), session, name, tallies)


def main() -> int:
    parser = argparse.ArgumentParser(description="List the rules of the converters by how often they are right.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what each rule got wrong")
    options = parser.parse_args()
    folder: Path = options.folder
    golds = {path.name.removesuffix(score.GOLD): path for path in folder.glob(f"*{score.GOLD}")}
    documents = [p for p in sorted(folder.iterdir()) if p.stem in golds and not p.name.endswith(score.GOLD)]
    tallies: Tallies = defaultdict(Tally)
    for outcome in build.convert(documents, Config()):
        if outcome.report is not None:
            gold = json.loads(golds[Path(outcome.name).stem].read_text(encoding="utf-8"))
            count_report(gold, outcome.report, outcome.name, tallies)
    print(f"{'rule':44}{'fired':>6}{'right':>6}{'wrong':>6}{'unsure':>7}{'precision':>10}  documents")
    for rule, tally in sorted(tallies.items(), key=lambda item: (precision(item[1]), -item[1].fired, item[0])):
        counts = f"{tally.fired:>6}{tally.right:>6}{len(tally.wrong):>6}{tally.unsure:>7}{precision(tally):>10.2f}"
        print(f"{rule:44}{counts}  {len(tally.documents)}{' (one only)' if len(tally.documents) == 1 else ''}")
        for wrong in tally.wrong if options.wrong else ():
            print(f"    {wrong}")
    return 0


def precision(tally: Tally) -> float:
    """Return the share of values that are right among those that can be judged; 1 where none can."""
    judged = tally.right + len(tally.wrong)
    return tally.right / judged if judged else 1.0


if __name__ == "__main__":
    sys.exit(main())
