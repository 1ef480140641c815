"""Write the expected answers of questions from what they are now: `python tests/expect.py` for all, `python tests/expect.py NAME...` for some.

Prints what changes, line by line, so that a person can judge it before committing.
"""

from __future__ import annotations

import difflib
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


if __name__ == "__main__":
    main(sys.argv[1:])
