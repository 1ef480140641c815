"""Measure how the relation of statements grows, and what it costs when one document goes: `python benchmarks/relating.py [NUMBER...]` (1,000, 10,000 and 100,000 where none is given).

The statements are made up: stems drawn by Zipf's law from a vocabulary that grows with the square root of their number (Heaps' law), in documents of
twenty; every fifth is an earlier one without its first word and with another at the end. The same ones each time.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from forumgraph.graph.linked.lastrun import LastRun, read
from forumgraph.graph.linked.linking import corpus_graphs
from forumgraph.graph.linked.relating import relate
from forumgraph.graph.linked.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "https://example.org/"
PER_DOCUMENT = 20


def statements(number: int) -> Iterator[Statement]:
    """Return made-up statements."""
    chance = random.Random(number)  # noqa: S311 - variety, not secrecy
    size = int(60 * number**0.5)
    vocabulary = [f"stem{n}" for n in range(size)]
    often = list(accumulate(1 / (rank + 3) for rank in range(size)))
    kept: list[tuple[str, ...]] = []
    for n in range(number):
        if kept and chance.random() < 0.2:
            old = chance.choice(kept)
            stems = (*old[1:], chance.choice(vocabulary))
        else:
            stems = tuple(chance.choices(vocabulary, cum_weights=often, k=chance.randint(6, 16)))
        stems = tuple(dict.fromkeys(stems))
        kept.append(stems)
        document = f"d{n // PER_DOCUMENT:06d}"
        date = f"{1990 + 36 * n // number}-{1 + n % 12:02d}-{1 + n % 28:02d}"
        yield Statement(f"<{BASE}recommendation/{document}/{n}>", document, date, "en", n % 2 == 0, stems, stems)


def measure(number: int) -> None:
    rows, last = list(statements(number)), LastRun()
    start = time.process_time()
    kinds = Counter(relation.kind for relation in relate(rows, last))
    related = time.process_time() - start
    gone = rows[number // 2].document
    left = [row for row in rows if row.document != gone]
    kept = list(last.lines())
    start = time.process_time()
    again = sum(1 for _ in relate(left, read(kept)))
    changed = time.process_time() - start
    start = time.process_time()
    triples = sum(len(part) for graphs in corpus_graphs(rows, BASE) for _, part in graphs)
    written = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{number:>7} statements: relate {related:6.1f} s ({1e6 * related / number:5.0f} µs each), "
        f"again without one document {changed:6.1f} s ({again} relations), with triples, inference and shapes {written:6.1f} s, "
        f"{sum(kinds.values())} relations {dict(sorted(kinds.items()))}, {triples} triples, peak {peak} MiB"
    )


if __name__ == "__main__":
    for each in map(int, sys.argv[1:] or ("1000", "10000", "100000")):
        measure(each)
