"""Small documents, builds of them in this process, and sheets of decisions: what the tests of reviews, decisions, changes and tombstones share."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph import assembly
from forumgraph.build import build
from forumgraph.config import Config
from forumgraph.graph.decided.doubts import COLUMNS
from forumgraph.graph.described.publication import Staging
from forumgraph.pool import Outcome

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """# {title}

Side event of the High-level Political Forum

{date}, 10:00-11:30 EDT, New York

Organised by the Local Authorities Major Group (LAMG) in partnership with the {network}.

## Issues discussed

1. We need a better coordination mechanism for voluntary national reviews.
2. Small towns lack money for {topic}.

## Recommendations

1. The UN system should support partnerships with local governments.
2. Governments should publish their plans for {topic}.
"""
ISSUE = "Small towns lack money for water."
DEMAND = "We need a better coordination mechanism for voluntary national reviews."
ASKED = "The UN system should support partnerships with local governments."
NETWORK = "Harbour Towns Network"


def in_this_process(work, tasks, _limits, **_options):
    """Stand in for the pool, which has tests of its own."""
    for task in tasks:
        yield Outcome(task, next(iter(work([task], lambda _index: None))))


class Unasked:
    """No answers."""

    def __init__(self, folder, _size):
        self.staging = Staging(folder)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        pass

    def give(self, packed):
        pass

    def ask(self):
        pass

    def result(self):
        return (), 0.0


def light(monkeypatch):
    """Build in this process, without answers and without the graphs that are the same in every publication: what is tested here is not there."""
    whole = assembly.common_graphs
    wanted = ("graph/metadata>", "graph/tombstones>")
    monkeypatch.setattr(
        "forumgraph.assembly.common_graphs",
        lambda *arguments: [(name, rows) for name, rows in whole(*arguments) if name.endswith(wanted)],
    )
    monkeypatch.setattr("forumgraph.edition.Answers", Unasked)
    monkeypatch.setattr("forumgraph.pool.run", in_this_process)


def report(folder, name, title="Towns and reviews", *, date="11 July 2019", network=NETWORK, topic="water"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(title=title, date=date, network=network, topic=topic), encoding="utf-8")
    os.utime(path, ns=(1_500_000_000_123_456_789, 1_500_000_000_123_456_789))
    return path


def publish(folder, target, *sheets, **options):
    return build([folder], target, Config(), site=False, decisions=sheets, **options)


def row(kind, decision, quote, about="", value="", *, document="one.md", **more):
    cells = {"kind": kind, "document": document, "quote": quote, "about": about, "decision": decision, "value": value}
    return dict.fromkeys(COLUMNS, "") | {"reviewer": "Ana", "date": "2026-11-22"} | cells | more


def sheet(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def table(target, name):
    with (target / f"csv/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def layer(target, name):
    """The quads of a layer as N-Quads lines."""
    text = (target / "data/forumgraph.nq").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if f"/graph/{name}" in line.rpartition(" <")[2]]


def codes(summary):
    return [(finding.code, finding.where.source, finding.where.line) for finding in summary.findings]


def three_reports(documents):
    """Three reports with names of their own."""
    report(documents, "2019/Réunion à Valongo.md")
    report(documents, "2021.md", "Towns and water", date="7 July 2021", topic="clean water")
    report(documents, "2022.txt", "Towns online", date="5 July 2022", topic="digital technologies")
    return documents


def three_towns(documents):
    """Three reports, of which the last is of another network."""
    report(documents, "one.md")
    report(documents, "two.md", "Towns and rivers", date="7 July 2021", topic="rivers")
    report(documents, "three.md", "Towns online", date="5 July 2022", network="Fishing Ports Union", topic="sewers")
    return documents


@dataclass(frozen=True)
class Towns:
    """Reports of towns, and where they are published."""

    folder: Path
    target: Path

    def publish(self, *sheets):
        return publish(self.folder, self.target, *sheets)

    def decide(self, *rows):
        return self.publish(sheet(self.target.with_name("review.csv"), *rows))

    def rewrite(self, name, old, new):
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def table(self, name):
        return table(self.target, name)

    def layer(self, name):
        return layer(self.target, name)

    def stated(self):
        return sorted(self.layer("stated/"))

    def actors(self, name=NETWORK):
        """Whom a name stands for in each document, and how that was found."""
        rows = self.table("actors")
        return {line["document"]: (line["actor"], line["method"]) for line in rows if line["name"] == name}
