"""Decisions on their way to the documents they are about: which part of the cache holds a document as it was decided, and what became of each decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forumgraph.findings import finding
from forumgraph.graph.stated.briefs import Decided

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from forumgraph.cache import Cache
    from forumgraph.graph.stated.decisions import Decision
    from forumgraph.model import Finding


@dataclass(frozen=True, slots=True)
class Desk:
    """What was decided, and what is known of the documents it may concern.

    Attributes:
        odd: findings about rows that were not understood.
    """

    cache: Cache
    decided: Decided = field(default_factory=Decided)
    odd: tuple[Finding, ...] = ()

    def place(self, name: str, sha256: str) -> Path | None:
        """Return where the part of a document is, made with the decisions about it; None while its names are not known and some were decided."""
        brief, names = self.decided.brief(name), self.cache.names_of(name, sha256)
        if brief.rulings and names is None:
            return None
        return self.cache.shelf.path(name, sha256, brief.of(names or ()).digest)

    def held(self, known: Mapping[str, str]) -> dict[str, str]:
        """Return the digests of the documents whose parts are there."""
        places = {name: self.place(name, sha256) for name, sha256 in known.items()}
        return {name: known[name] for name, place in places.items() if place and self.cache.shelf.holds(place)}

    def places(self, digests: Mapping[str, str]) -> dict[str, Path]:
        """Return where the part of each document is, once all are made."""
        found = ((name, self.place(name, sha256)) for name, sha256 in digests.items())
        return {name: place for name, place in found if place}

    def key(self) -> list[str]:
        """Return what a publication depends on; nothing where nothing was decided."""
        rows = [f"{each.identity} {each.file} {each.row}" for each in self.decided.decisions]
        return rows + [f"{each.code} {each.where} {each.message}" for each in self.odd]

    def troubles(self, documents: Collection[str], told: Iterable[Iterable[Any]]) -> Iterator[Finding]:
        """Tell which decisions were not applied.

        Args:
            documents: names of all documents of this run.
            told: what the documents say of decisions: identity, code and message.
        """
        yield from self.odd
        by_identity = {each.identity: each for each in self.decided.decisions}
        for decision in by_identity.values():
            for name in filter(None, (decision.document, decision.other_document)):
                if name not in documents:
                    yield _untouched(decision, "DEC001", f"there is no document {name}")
        for identity, code, message in sorted({(str(a), str(b), str(c)) for a, b, c in told}):
            if identity in by_identity:
                yield _untouched(by_identity[identity], code, message)


def _untouched(decision: Decision, code: str, why: str) -> Finding:
    what = " ".join(filter(None, (decision.verdict, decision.kind, decision.about, decision.value)))
    return finding(code, f"“{what}” for {decision.document} was not applied: {why}", decision.place())
