"""What the words of a document became: for each node that rests on a passage, a note to stand beside these words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from forumgraph.graph.shown.exhibits import Link, Note
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from forumgraph.graph.rdf.nodes import Nodes
    from forumgraph.graph.shown.exhibits import Quote

POST = "post"


class _Kind(NamedTuple):
    """How the nodes of one class are noted.

    Attributes:
        what: what to call them.
        via: properties that lead from the node to what the note links to; `^` before one follows it backwards.
        label: property of the node whose words the note shows; empty for the label of what it links to.
        itself: whether the words are the thing, so that the note need not repeat them.
    """

    class_: str
    what: str
    via: tuple[str, ...] = ()
    label: str = ""
    itself: bool = False


_PART = _Kind(forum.Participation, "", (forum.participant, forum.denotes))
_KINDS = (
    _Kind(forum.Session, "session", itself=True),
    _Kind(forum.Issue, "issue", itself=True),
    _Kind(forum.Demand, "demand", itself=True),
    _Kind(forum.Recommendation, "recommendation", itself=True),
    _PART,
    _Kind(forum.Reading, "", (f"^{forum.hasReading}",), forum.value),
    _Kind(forum.ThemeLink, "theme", (forum.theme,)),
    _Kind(forum.Post, POST, (forum.postBody,)),
)
_NAMED = _Kind(forum.Resolution, "named", (forum.denotesActor,))


def notes(nodes: Nodes, quotes: Mapping[str, Quote], link: Callable[[str], Link]) -> tuple[Note, ...]:
    """Return the notes of a document in the order of its text.

    Args:
        quotes: by the token of their passage.
        link: returns the link to a node.
    """
    writer = _Writer(nodes, quotes, link)
    found = [note for kind in _KINDS for note in writer.notes(kind)]
    named = [note for note in writer.notes(_NAMED) if not _covered(note, found)]
    ordered = sorted(
        [*found, *named], key=lambda each: (each.start, -each.end, each.what, each.link.label, each.link.page)
    )
    return tuple(_together(ordered))


def _together(notes: Iterable[Note]) -> Iterator[Note]:
    """Yield one note where the same words became the same in several sessions; the further ones are its numbers."""
    alike: dict[tuple[object, ...], dict[Link, Note]] = {}
    for note in notes:
        key = (note.start, note.end, note.what, note.link.label, note.rule)
        alike.setdefault(key, {}).setdefault(note.link, note)
    for (first, *others), (note, *_) in ((tuple(each), tuple(each.values())) for each in alike.values()):
        yield replace(note, link=first, also=tuple(Link(str(n), each.page) for n, each in enumerate(others, start=2)))


def _covered(note: Note, others: Iterable[Note]) -> bool:
    """Tell whether another note leads to the same from words around these."""
    return any(
        other.link.page == note.link.page and other.start <= note.start and note.end <= other.end for other in others
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    nodes: Nodes
    quotes: Mapping[str, Quote]
    link: Callable[[str], Link]
    done: set[str] = field(default_factory=set)

    def notes(self, kind: _Kind) -> Iterator[Note]:
        """Yield the notes of a class; a demand is a recommendation too, and is noted once."""
        for node in self.nodes.of_class(kind.class_):
            quote = self.quotes.get(self.nodes.one(node, forum.passage))
            if quote and node not in self.done:
                self.done.add(node)
                yield self.note(node, kind, quote)

    def note(self, node: str, kind: _Kind, quote: Quote) -> Note:
        target = self.target(node, kind)
        what, shown = self.what(node, kind), self.link(target)
        words = self.nodes.words(node, kind.label) if kind.label else ""
        if kind.itself or words == quote.exact or " ".join(quote.exact.split()) == words:
            what, words = "", what
        if words:
            shown = Link(words, shown.page)
        return Note(what, shown, self.nodes.words(node, forum.rule), quote.start, quote.end)

    def target(self, node: str, kind: _Kind) -> str:
        for step in kind.via:
            found = self.nodes.back(node, step[1:]) if step[0] == "^" else self.nodes.all(node, step)
            node = found[0] if found else node
        return node

    def what(self, node: str, kind: _Kind) -> str:
        """Name a note: a part by its roles, a reading by its field, a point by its number."""
        nodes = self.nodes
        if kind is _PART:
            return ", ".join(
                nodes.label(each) for part in (forum.role, forum.alsoRole) for each in nodes.all(node, part)
            )
        if kind.class_ == forum.Reading:
            return nodes.label(nodes.one(node, forum.readsField))
        number = nodes.words(node, forum.number)
        return f"{kind.what} {number}" if number and kind.itself else kind.what
