"""Which issue of the same session a recommendation answers: where the document says so, or where it lists both and they are plainly about one matter.

A document says so where the recommendation follows the issue at once and begins with "to this end", "pour y remédier", "por ello" or a label of its own.
Where issues and recommendations stand under headings of their own, words that are rare in the document tell, and fewer of them beside a common theme. In running text
neither does: people who speak one after the other about young people do not answer each other.

Each answer is a link with its method, score and words; the direct statement beside it is for short queries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.graph.linked.stems import content
from forumgraph.graph.linked.weights import Weights
from forumgraph.graph.rdf import terms
from forumgraph.graph.stated.draft import shortened
from forumgraph.model import Issue, Recommendation
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.linked.suggesting import ThemeReason
    from forumgraph.graph.stated.draft import Draft
    from forumgraph.graph.stated.mapping import Point

    Reasons = Mapping[str, Mapping[str, ThemeReason]]

BY_THEME = 0.7
"""Score for one theme that an issue and a recommendation must both have: a label of two words in each, because one word says too little."""

BY_STEMS = 0.4
"""Likeness from which on an issue and a recommendation that share at least three stems belong together."""

WITH_THEME = 0.2
"""Likeness that the two need beside a common theme, with at least two stems: two points of one session may be about the young and about different matters."""

_SHARED = 3
_FEWEST = 2
"""Stems that the two share in any case; of most pairs this is all that has to be looked at."""

_GAP = 2
"""Characters that may stand between such a beginning and what is asked for."""

SAID = 0.9
"""Score of what the document says."""

_LINKING: Mapping[str, str] = {
    "en": r"to (?:this|that) end|to (?:address|remedy|overcome|counter|change|correct) (?:this|these|that|it)"
    r"|in response(?: to (?:this|these|that|those)\b|(?! to\b))|therefore|hence"
    r"|accordingly|for this reason|as a remedy|to close (?:this|the|these) gaps?|in (?:view|the light|light) of this",
    "fr": r"pour y (?:remédier|répondre|faire face)|à cette fin|à cet effet|c['’]est pourquoi|par conséquent|en conséquence|pour cette raison"
    r"|en réponse(?! (?:à|aux?)\b)|face à (?:ce constat|cette situation|ces constats)|dès lors",
    "es": r"para (?:ello|remediarlo|subsanarlo|corregirlo|hacerle frente)|por (?:ello|eso|lo tanto|consiguiente|esta razón)|en consecuencia"
    r"|con este fin|a tal (?:fin|efecto)|en respuesta(?: a (?:esto|ello)\b|(?! al?\b))|(?:ante|frente a) (?:esta situación|esto|ello)",
}
_LABELS: Mapping[str, str] = {
    "en": "recommendation|response|solution|remedy|proposal",
    "fr": "recommandation|réponse|solution|proposition",
    "es": "recomendación|respuesta|solución|propuesta",
}
_THEN: Mapping[str, re.Pattern[str]] = {
    language: re.compile(
        rf"(?:[-*•–—.;:)\]\d]|\s){{0,12}}(?:(?:{words})\b,?|(?:{_LABELS[language]})\s?:)", re.IGNORECASE
    )
    for language, words in _LINKING.items()
}
"""How a recommendation begins that answers what stands before it."""


def answer(draft: Draft, points: Sequence[Point], reasons: Reasons) -> None:
    """Say which issues the recommendations of a document answer.

    Args:
        points: what the document states; a demand answers nothing but is the issue it stands in.
        reasons: of each point, from a theme to the reason for it.
    """
    language = draft.report.language
    words = {point.node: dict(content(point.value.text, language)) for point in points}
    weights = Weights(words.values())
    said = dict(_said(draft, points))
    for request, issue in _pairs(points):
        if said.get(request.node, ("", ""))[0] == issue.node:
            _say(draft, request.node, issue.node, _Reason("said in the document", SAID, said[request.node][1]))
            continue
        if "" in (mine := request.value.heading, its := issue.value.heading) or mine == its:
            continue
        one, other = words[request.node], words[issue.node]
        if len(one.keys() & other.keys()) < _FEWEST:
            continue
        likeness = weights.likeness(tuple(one), other)
        theme, score = _common_theme(reasons[request.node], reasons[issue.node])
        if len(likeness.shared) >= _SHARED and likeness.score >= BY_STEMS:
            shared = "; ".join(one[stem] for stem in likeness.shared)
            _say(draft, request.node, issue.node, _Reason("shared stems", likeness.score, shared))
        elif score >= BY_THEME and likeness.score >= WITH_THEME:
            _say(draft, request.node, issue.node, _Reason("shared theme", score, theme))


def _said(draft: Draft, points: Sequence[Point]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield recommendations with the issue right before each that the document says they answer, and the words that say so."""
    text, then = draft.report.document.text, _THEN.get(draft.report.language)
    ordered = sorted(points, key=lambda point: (point.value.span.start, point.value.span.end))
    for issue, request in pairwise(ordered):
        if not (then and isinstance(issue.value, Issue) and isinstance(request.value, Recommendation)):
            continue
        found = then.match(text, issue.value.span.end)
        near = found and request.value.span.start <= found.end() + _GAP <= request.value.span.end
        if found and near and issue.session == request.session:
            yield request.node, (issue.node, found.group().strip(" \t\n\r-*•–—.;:)],0123456789"))


def _pairs(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    issues = [point for point in points if isinstance(point.value, Issue)]
    for request in points:
        if isinstance(request.value, Recommendation):
            yield from ((request, issue) for issue in issues if issue.session == request.session)


def _common_theme(one: Mapping[str, ThemeReason], other: Mapping[str, ThemeReason]) -> tuple[str, float]:
    """Return the words of the theme that speaks loudest for both, and how loud it is for the one that it speaks less for."""
    common = [(min(one[theme].score, other[theme].score), one[theme].words) for theme in one if theme in other]
    score, words = max(common, default=(0.0, ""))
    return words, score


@dataclass(frozen=True, slots=True)
class _Reason:
    method: str
    score: float
    words: str


def _say(draft: Draft, request: str, issue: str, reason: _Reason) -> None:
    link = draft.mint.space.statement_link(draft.mint.id, request, issue)
    draft.node(link, f"answers: {shortened(reason.words)}", forum.StatementLink)
    draft.say(link, forum.linkFrom, request)
    draft.say(link, forum.linkTo, issue)
    draft.say(link, forum.linkKind, terms.iri(forum.answers))
    draft.say(link, forum.method, terms.text(reason.method))
    draft.say(link, forum.score, terms.decimal(reason.score))
    draft.say(link, forum.sharedWords, draft.words(reason.words))
    draft.say(link, forum.rule, terms.text("replies"))
    draft.say(request, forum.answers, issue)
