"""Which targets of the 2030 Agenda a point serves that its words do not name: what follows from its themes by a table of mappings.

A row of the table leads from a theme to a target. It may have words of its own ("latrines", of water): then it is followed where they stand. A row of the whole theme is
followed where a name of the theme stands that is not the words of another row: "sanitation" is about toilets, though it names the theme of water.

A suggestion is never what the document states: it has a property and a node of its own, with the theme links it rests on and the row it follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, parse

from forumgraph.graph.linked.themes import LANGUAGES, ThemeMatch, thesaurus
from forumgraph.graph.names.sightings import sightings
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import sdg
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.linked.themes import Thesaurus
    from forumgraph.graph.stated.draft import Draft
    from forumgraph.graph.stated.mapping import Point

_RULE = "themes.targets"
_TRUE = frozenset(terms.typed(each, "boolean") for each in ("true", "1"))


@dataclass(frozen=True, slots=True)
class ThemeReason:
    """Why a point is about a theme.

    Attributes:
        link: token of the theme link.
        match: the words that matched; what only leads to a theme is often said in passing, and suggests no target by itself.
    """

    link: str
    match: ThemeMatch

    @property
    def score(self) -> float:
        """How sure the theme is."""
        return self.match.score

    @property
    def words(self) -> str:
        """The words that matched, as they stand in the text."""
        return self.match.words


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    Attributes:
        node: its token.
        target: token of the target it leads to.
        whole: whether it holds for the whole theme, or only where its words stand.
    """

    node: str
    target: str
    whole: bool


def mappings() -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of the table by the themes they begin with, in their order.

    >>> [row.target for row in mappings()["<https://w3id.org/forumgraph/theme/participation>"] if row.whole]
    ['<http://metadata.un.org/sdg/16.7>']
    """
    return _table()[0]


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, tuple[Row, ...]], Sequence[tuple[str, str, str]]]:
    return read(ontology_text("sdglinks"))


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> Thesaurus:
    return thesaurus((), leads=(row for row in _table()[1] if row[-1] == language))


def read(turtle: str) -> tuple[Mapping[str, tuple[Row, ...]], Sequence[tuple[str, str, str]]]:
    """Return the rows of a table by their themes, and (row, words, language) of those that have words of their own.

    Args:
        turtle: the table, as `shapes/sdgmapping.ttl` wants it.
    """
    told: dict[str, dict[str, str]] = {forum.fromTheme: {}, forum.toTarget: {}, forum.ofWholeTheme: {}}
    words = []
    for quad in parse(turtle, format=RdfFormat.TURTLE):
        if quad.predicate.value in told:
            told[quad.predicate.value][str(quad.subject)] = str(quad.object)
        elif quad.predicate.value == forum.mappingWords and isinstance(quad.object, Literal):
            words.append((str(quad.subject), quad.object.value, quad.object.language or ""))
    themes, worded = told[forum.fromTheme], {row for row, _, _ in words}
    table: dict[str, tuple[Row, ...]] = {}
    for node in sorted(themes):
        whole = node not in worded or told[forum.ofWholeTheme].get(node) in _TRUE
        row = Row(node, told[forum.toTarget][node], whole)
        table[themes[node]] = (*table.get(themes[node], ()), row)
    return table, words


def targets(words: str, language: str, themes: Iterable[ThemeMatch]) -> Iterator[tuple[ThemeMatch, Row]]:
    """Go through the rows that are followed from the themes of a text.

    Args:
        words: the text.
        themes: what was found in it.
    """
    table, _ = _table()
    links = [(match, table[theme]) for match in themes if (theme := terms.iri(match.theme)) in table]
    places = {each.theme: each for each in _words(language).suggest(words, language, sightings(words))} if links else {}
    for match, rows in links:
        own = {row.node: places[row.node] for row in rows if row.node in places}
        said = any(place.start <= match.start and match.end <= place.end for place in own.values())
        for row in rows:
            if row.node in own or (row.whole and match.named and not said):
                yield match, row


def suggest_targets(draft: Draft, point: Point, links: Mapping[str, ThemeReason]) -> None:
    """Say which targets follow from the themes of a point; those that it names itself are left out.

    Args:
        links: from a theme to the reason for it.
    """
    named = {sdg(fact.value) for fact in point.value.sdgs if _is_goal(fact.value)}
    reasons: dict[str, list[tuple[ThemeReason, str]]] = {}
    words = point.value.span.of(draft.report.document.text)
    for match, row in targets(words, draft.report.language, (reason.match for reason in links.values())):
        if row.target not in named:
            reasons.setdefault(row.target, []).append((links[terms.iri(match.theme)], row.node))
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
