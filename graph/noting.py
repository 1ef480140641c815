"""What the words of a document became: for each node that rests on a passage, a note to stand beside these words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forumgraph.graph.exhibits import Link, Note
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from forumgraph.graph.exhibits import Quote
    from forumgraph.graph.nodes import Nodes


class _Kind(NamedTuple):
    """How the nodes of one class are noted.

    Attributes:
        what: what to call them.
        via: properties that lead from the node to what the note links to.
        label: property of the node whose words the note shows; empty for the label of what it links to.
    """

    class_: str
    what: str
    via: tuple[str, ...] = ()
    label: str = ""


_KINDS = (
    _Kind(forum.Session, "session"),
    _Kind(forum.Issue, "issue"),
    _Kind(forum.Recommendation, "recommendation"),
    _Kind(forum.Demand, "demand"),
    _Kind(forum.Participation, "", (forum.participant, forum.denotes)),
    _Kind(forum.Reading, "", (f"^{forum.hasReading}",), forum.value),
    _Kind(forum.ThemeLink, "theme", (forum.theme,)),
    _Kind(forum.Forum, "forum", (forum.denotes,)),
    _Kind(forum.Post, "post", (forum.postBody,)),
    _Kind(forum.Resolution, "actor", (forum.denotesActor,)),
)


def notes(nodes: Nodes, quotes: Mapping[str, Quote], link: Callable[[str], Link]) -> tuple[Note, ...]:
    """Return the notes of a document in the order of its text.

    Args:
        quotes: by the token of their passage.
        link: returns the link to a node.
    """
    found: dict[tuple[int, int, str, str], Note] = {}
    for kind in _KINDS:
        for node in nodes.of_class(kind.class_):
            quote = quotes.get(nodes.one(node, forum.passage))
            if quote is None or (kind.class_ == forum.Recommendation and _is_demand(nodes, node)):
                continue
            note = _note(nodes, node, kind, quote, link)
            known = (note.start, note.end, note.link.page, note.what)
            actor = (note.start, note.end, note.link.page, "")
            if kind.class_ == forum.Participation:
                found[actor] = note
            elif known not in found and not (note.what in {"actor", "forum"} and actor in found):
                found[known] = note
    return tuple(sorted(found.values(), key=lambda each: (each.start, -each.end, each.what, each.link.label)))


def _is_demand(nodes: Nodes, node: str) -> bool:
    return bool(nodes.all(node, forum.demandedIn))


def _note(nodes: Nodes, node: str, kind: _Kind, quote: Quote, link: Callable[[str], Link]) -> Note:
    target = node
    for step in kind.via:
        values = nodes.back(target, step[1:]) if step[0] == "^" else nodes.all(target, step)
        target = values[0] if values else target
    shown = link(target)
    words = nodes.words(node, kind.label) if kind.label else ""
    if words:
        shown = Link(words, shown.page)
    return Note(_what(nodes, node, kind), shown, nodes.words(node, forum.rule), quote.start, quote.end, quote.exact)


def _what(nodes: Nodes, node: str, kind: _Kind) -> str:
    """Name a note: a part by its roles, a reading by its field."""
    if kind.class_ == forum.Participation:
        return ", ".join(nodes.label(each) for each in (*nodes.all(node, forum.role), *nodes.all(node, forum.alsoRole)))
    if kind.class_ == forum.Reading:
        return nodes.label(nodes.one(node, forum.readsField))
    number = nodes.words(node, forum.number)
    return f"{kind.what} {number}" if number else kind.what
