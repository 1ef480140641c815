"""Made-up statements, and how they are related: what the tests of relating, of joining and of relating again share."""

from __future__ import annotations

import random

from forumgraph.graph.linked.relating import relate
from forumgraph.graph.linked.statements import Statement
from forumgraph.graph.linked.stems import content
from forumgraph.graph.rdf.identifiers import Namespace

BASE = "https://example.org/"
PLATFORM = "UN DESA should open a shared digital platform for reports and questions"
NOT_DONE = "The shared digital platform for reports has not been opened"


def statement(words, document="a", date="2017-07-09", *, asks=True, language="en", state="", cue=""):
    pairs = content(words.replace(cue, " ") if cue else words, language)
    node = f"<{BASE}{'document' if state else 'recommendation'}/{document}/{Namespace().actor(words)[-7:-1]}>"
    stems, shown = tuple(stem for stem, _ in pairs), tuple(word for _, word in pairs)
    return Statement(node, document, date, language, asks, stems, shown, state, cue, words if state else "")


def kinds(*statements):
    return [(r.later.document, r.kind, r.earlier.document) for r in relate(statements)]


def many(count):
    """Return made-up statements, nearly a third of them repetitions."""
    chance = random.Random(4)  # noqa: S311 - variety, not secrecy
    vocabulary = [f"w{n}" for n in range(400)]
    often = [1 / (rank + 1) for rank in range(400)]
    rows = []
    for n in range(count):
        stems = tuple(dict.fromkeys(chance.choices(vocabulary, often, k=9)))
        if rows and chance.random() < 0.3:
            old = chance.choice(rows).stems
            stems = tuple(dict.fromkeys((*old[1:], chance.choice(vocabulary))))
        rows.append(Statement(f"<urn:{n}>", f"d{n}", str(1000 + n), "en", True, stems, stems))
    return rows
