"""Write what tests expect from what is now: answers of questions (`python tests/expect.py`, or with names for some) and records of the sample documents
(`python tests/expect.py --records`).

Prints what changes, line by line, so that a person can judge it before committing.
"""

from __future__ import annotations

import difflib
import json
import sys
import tempfile
from pathlib import Path

from answers import EXPECTED, by_oxigraph, publication, readable


def main(names: list[str]) -> None:
    """Write `tests/queries/<name>.csv`; files of questions that are gone are removed when all are written."""
    EXPECTED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        answers = by_oxigraph(publication(Path(folder)))
    changed = 0
    for name in names or sorted(answers):
        target, text = EXPECTED / f"{name}.csv", readable(answers[name])
        before = target.read_text("utf-8") if target.exists() else ""
        if before != text:
            changed += 1
            sys.stdout.writelines(
                difflib.unified_diff(before.splitlines(True), text.splitlines(True), "expected", name, n=0)
            )
            target.write_text(text, encoding="utf-8")
    if not names:
        for path in EXPECTED.glob("*.csv"):
            if path.stem not in answers:
                path.unlink()
    sys.stdout.write(f"{changed} of {len(names or answers)} answers changed\n")


def records() -> None:
    """Write `tests/expected/<document>.json`."""
    from samples import EXPECTED as RECORDS
    from samples import SAMPLES, report

    from forumgraph.converters.account.record import record

    RECORDS.mkdir(exist_ok=True)
    for path in SAMPLES:
        target = RECORDS / f"{path.name}.json"
        text = json.dumps(record(report(path)), ensure_ascii=False, indent=1) + "\n"
        before = target.read_text("utf-8") if target.exists() else ""
        sys.stdout.writelines(
            difflib.unified_diff(before.splitlines(True), text.splitlines(True), "expected", path.name, n=0)
        )
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    records() if sys.argv[1:] == ["--records"] else main(sys.argv[1:])
