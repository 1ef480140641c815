"""What every worker would make for itself, made once in the process that workers are forked from: wordlists, patterns, names, rules and templates.

This is the one module in which importing does something, because to import modules is all that a fork server can be asked for (`multiprocessing`,
`set_forkserver_preload`). Nothing else imports it, and without it workers give the same results, later. Engines in other languages are not asked for anything
that may start threads, which a fork would lose.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from forumgraph import asking, drawing, joining, making, pool
from forumgraph.config import Project
from forumgraph.converters import convert
from forumgraph.converters.readers.reading import read_bytes
from forumgraph.graph.described.common import background_kinds
from forumgraph.graph.described.tables import known_labels
from forumgraph.graph.shown.documentpages import TEMPLATES
from forumgraph.graph.shown.pages import environment
from forumgraph.graph.shown.vocabularies import known, labels
from forumgraph.graph.written.layers import layers

WORK = (making.make_all, making.convert_all, joining.write_all, drawing.draw_all, asking.answer_all)
"""What workers do; to name it here loads the modules it needs."""

_REPORT = b"""Report of the side event "Small towns and national reviews"

High-level Political Forum, 11 July 2019, 10:00-11:30 EDT, New York

Organised by the Local Authorities Major Group (LAMG) in partnership with the Harbour Towns Network.
Moderator: Ms. Ana Duarte, Director, Harbour Towns Network
Speakers: Mayor of Valongo

Issues discussed

1. We need a better coordination mechanism for voluntary national reviews (SDG 16).
2. Small towns lack money for water, the speaker said.

Recommendations

1. The UN system should support partnerships with local governments by 2030.
"""


def _make() -> None:
    gc.set_threshold(*pool.GARBAGE)
    report = convert(read_bytes(_REPORT, "report.txt"), making.names())
    layers(report, Project().base, check=False)
    for name in TEMPLATES:
        environment().get_template(name)
    for made in (background_kinds, known, known_labels, labels):
        made()


with suppress(Exception):  # a fault in here is met again by the worker that it concerns, and is told there
    _make()
