"""Bodies of different States that one document calls by the same words: "Ministry of Environment, Kenya" and "Ministry of Environment, Peru" are two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.commonnames import is_common, state_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.model import Report, Span


class Namesakes:
    """The names of a document that stand beside several States.

    Attributes:
        states: what the States beside a name are called, by the name in small letters and where it stands.
    """

    def __init__(self, report: Report) -> None:
        found: defaultdict[str, dict[Span, str]] = defaultdict(dict)
        for name, span in _named(report):
            if is_common(name):
                state = state_beside(report.document.text, span, authority())
                if state:
                    found[name.casefold()][span] = state.label
        self.states = {name: places for name, places in found.items() if len(set(places.values())) > 1}

    def told(self, name: str, span: Span) -> str:
        """Return a name with its State, where the document has that name for bodies of several; else the name."""
        state = self.states.get(name.casefold(), {}).get(span)
        return f"{name}, {state}" if state else name


def _named(report: Report) -> Iterator[tuple[str, Span]]:
    for session in report.sessions:
        for part in session.participations:
            for actor in (part.actor, *part.on_behalf_of):
                yield actor.name, actor.span
        for point in (*session.issues, *session.recommendations):
            for fact in (*getattr(point, "raised_by", ()), *getattr(point, "made_by", ())):
                yield fact.value, fact.span
