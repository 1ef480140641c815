"""Which targets of the 2030 Agenda a point serves that its words do not name: what follows from its themes by a table of mappings.

A suggestion is never what the document states: it has a property and a node of its own, with the theme links it rests on and the row it follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import sdg
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.graph.stated.draft import Draft
    from forumgraph.graph.stated.mapping import Point

_RULE = "themes.targets"


@dataclass(frozen=True, slots=True)
class ThemeReason:
    """Why a point is about a theme.

    Attributes:
        link: token of the theme link.
        words: that matched.
        named: whether they are a name of the theme: what only leads to it is often said in passing, and suggests no target.
    """

    link: str
    score: float
    words: str
    named: bool = True


@lru_cache(maxsize=1)
def mappings() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the rows of the table, from a theme to the rows that begin with it and the targets they lead to, in the order of the rows.

    >>> [target for _, target in mappings()["<https://w3id.org/forumgraph/theme/participation>"]]
    ['<http://metadata.un.org/sdg/16.7>']
    """
    themes: dict[str, str] = {}
    targets: dict[str, str] = {}
    for quad in parse(ontology_text("sdglinks"), format=RdfFormat.TURTLE):
        for predicate, known in ((forum.fromTheme, themes), (forum.toTarget, targets)):
            if quad.predicate.value == predicate:
                known[str(quad.subject)] = str(quad.object)
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in sorted(themes):
        table[themes[row]] = (*table.get(themes[row], ()), (row, targets[row]))
    return table


def suggest_targets(draft: Draft, point: Point, links: Mapping[str, ThemeReason]) -> None:
    """Say which targets follow from the themes of which a name stands in a point; those that it names itself are left out.

    Args:
        links: from a theme to the reason for it.
    """
    named = {sdg(fact.value) for fact in point.value.sdgs if _is_goal(fact.value)}
    reasons: dict[str, list[tuple[ThemeReason, str]]] = {}
    for theme, reason in links.items():
        for row, target in mappings().get(theme, ()) if reason.named else ():
            if target not in named:
                reasons.setdefault(target, []).append((reason, row))
    words = point.value.span.of(draft.report.document.text)
    for target in sorted(reasons):
        if draft.brief.refuses_target(words, _notation(target)):
            continue
        _suggest(draft, point, target, reasons[target])


def _is_goal(value: str) -> bool:
    try:
        sdg(value)
    except ValueError:
        return False
    return True


def _notation(target: str) -> str:
    return terms.plain(target).rpartition("/")[2]


def _suggest(draft: Draft, point: Point, target: str, reasons: list[tuple[ThemeReason, str]]) -> None:
    node = draft.mint.sdg_suggestion(point.node, target)
    draft.node(node, f"Target {_notation(target)} as a suggestion", forum.SdgSuggestion)
    draft.say(node, forum.suggestionFor, point.node)
    draft.say(node, forum.suggestedSdg, target)
    for reason, row in reasons:
        draft.say(node, forum.becauseOf, reason.link)
        draft.say(node, forum.byMapping, row)
    draft.say(node, forum.score, terms.decimal(max(reason.score for reason, _ in reasons)))
    draft.ground(node, point.value.span, _RULE)
    draft.say(point.node, forum.suggestsSdg, target)
