"""Scores are floors: the gold set of the project must not be read worse than it was, and real reports beside the project must be read without loss.

`python tests/test_corpus.py` writes the floors that are reached now to `tests/scores.toml`; a floor that goes down there is a visible act. It also writes
the figures that report cards of publications show, `graph/scores.toml`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import sys
import tomllib
from datetime import datetime

import pytest
from paths import ROOT, SHARED, TESTS

from forumgraph.build import convert
from forumgraph.config import Config
from forumgraph.graph.described.scores import FILE, scores, written

FLOORS = TESTS / "scores.toml"
SHOWN = ROOT / "graph" / FILE
SETS = {
    name: TESTS / "corpus" / name
    for name in ("dev", "dev2", "held", "long", "unseen")
    if (TESTS / "corpus" / name).is_dir()
}
SHARES = ("precision", "recall", "f1")
REAL = SHARED / "corpus"
FORMATS = {".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".odt", ".rtf", ".eml"}


def digest(folder):
    """Return a digest of a set: names and bytes of all its documents and gold files."""
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def figures(folder):
    """Return precision, recall and F1 by field, in percent, rounded down, so that a floor is never above what was reached."""
    spec = importlib.util.spec_from_file_location("forumgraph_score", ROOT / "benchmarks" / "score.py")
    score = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = score
    spec.loader.exec_module(score)
    counts = score.grouped(score.score(folder), lambda *_: "all")["all"]
    return {field: dict(zip(SHARES, map(percent, count.shares), strict=True)) for field, count in counts.items()}


def percent(share):
    return None if share is None else int(100 * share + 1e-9)


def reached(folder):
    """Return F1 by field."""
    return {field: shares["f1"] for field, shares in figures(folder).items() if shares["f1"] is not None}


@pytest.mark.corpus
@pytest.mark.parametrize("name", SETS)
def test_no_field_is_read_worse_than_it_was(name):
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[name]
    assert digest(SETS[name]) == floors["digest"], (
        "the set has changed: measure again with `python tests/test_corpus.py`"
    )
    assert name in {each.name for each in scores().sets if each.digest == floors["digest"]}, "report cards show others"
    now = reached(SETS[name])
    fallen = {field: (floor, now.get(field, 0)) for field, floor in floors["f1"].items() if now.get(field, 0) < floor}
    assert fallen == {}, "field: (floor, now)"


@pytest.mark.corpus
def test_real_reports_are_read_whole_quoted_and_hold_to_the_shapes():
    if not REAL.is_dir():
        pytest.skip("there is no corpus of real reports beside the project (../shared/corpus)")
    documents = sorted(path for path in REAL.rglob("*") if path.suffix.lower() in FORMATS)
    assert documents, f"{REAL} holds no document"
    outcomes = list(convert(documents, Config(), validate=True))
    assert len(outcomes) == len(documents)
    for outcome in outcomes:
        assert not [odd for odd in outcome.findings if odd.code in {"DOC011", "DOC016", "SHP001", "PUB001"}], (
            outcome.name
        )
        for session in outcome.report.sessions if outcome.report else ():
            for point in (*session.issues, *session.recommendations):
                assert point.span.of(outcome.report.document.text).split() == point.text.split()


def main():
    """Write the floors that are reached now, and the figures for report cards."""
    lines = [
        "# F1 in percent, rounded down, by set and field. Written by `python tests/test_corpus.py`; a floor that goes down is a visible act.\n"
    ]
    told = {}
    for name, folder in SETS.items():
        found = figures(folder)
        lines.append(f'\n[{name}]\ndigest = "{digest(folder)}"\n\n[{name}.f1]\n')
        lines.extend(f'"{field}" = {shares["f1"]}\n' for field, shares in found.items() if shares["f1"] is not None)
        documents = len(list(folder.glob("*.gold.json")))
        told[name] = {"documents": documents, "digest": digest(folder), "fields": found}
    FLOORS.write_text("".join(lines), encoding="utf-8")
    SHOWN.write_text(written(datetime.now().astimezone().date().isoformat(), told), encoding="utf-8")


if __name__ == "__main__":
    main()
