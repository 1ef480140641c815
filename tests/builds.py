"""Three small reports, builds of them in this process, and what is in a publication: what the tests of builds and of what is given to them share."""

from __future__ import annotations

import os

from forumgraph.pool import Outcome

REPORT = """# {title}

Side event of the High-level Political Forum

{day} July {year}, 10:00-11:30, New York

Organised by the Local Authorities Major Group (LAMG) in partnership with the Harbour Towns Network.

## Issues discussed

1. We need a better coordination mechanism for voluntary national reviews.
2. Small towns lack money for {topic}.

## Recommendations

1. The UN system should support partnerships with local governments.
2. Governments should publish their plans for {topic}.
"""


def report(folder, name, title="Towns and reviews", year=2019, day=11, *, topic="water"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(title=title, year=year, day=day, topic=topic), encoding="utf-8")
    os.utime(path, ns=(1_500_000_000_123_456_789, 1_500_000_000_123_456_789))
    return path


def in_this_process(work, tasks, _limits, **_options):
    """Stand in for the pool, which has tests of its own: most of these builds are about what comes after."""
    return [Outcome(task, result) for task, result in zip(tasks, work(tasks, lambda _index: None), strict=True)]


def three_reports(documents):
    report(documents, "2019/Réunion à Valongo.md")
    report(documents, "2021.md", "Towns and water", 2021, 7, topic="clean water")
    report(documents, "2022.txt", "Towns online", 2022, 5, topic="digital technologies")
    return documents


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def codes(summary):
    return {(finding.where.source, finding.code) for finding in summary.findings}
