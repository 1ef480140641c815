"""Decisions on their way to the documents they are about: which part of the cache holds a document as it was decided, and what became of each decision."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from forumgraph import shards
from forumgraph.findings import finding
from forumgraph.graph.decided.renames import Renames, renames
from forumgraph.graph.decided.rulings import decide
from forumgraph.graph.names.expansions import agreed
from forumgraph.graph.stated.briefs import Decided
from forumgraph.graph.stated.decisions import settle

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
        given: the decisions as the sheets have them; those of `decided` follow documents that were renamed.
        renames: of documents that decisions name.
    """

    cache: Cache
    decided: Decided = field(default_factory=Decided)
    odd: tuple[Finding, ...] = ()
    given: tuple[Decision, ...] = ()
    renames: Renames = field(default_factory=Renames)

    def place(self, name: str, sha256: str) -> Path | None:
        """Return where the part of a document is, made with the decisions about it; None while its names are not known and some were decided."""
        brief, names = self.decided.brief(name), self.cache.names_of(name, sha256)
        if brief.names_matter and names is None:
            return None
        return self.cache.shelf.path(name, sha256, brief.of(names or ()).digest)

    def following(self, digests: Mapping[str, str], parts: Mapping[str, Path]) -> Desk:
        """Return the desk with decisions that follow documents which have another name now.

        Args:
            digests: of the documents of this run whose bytes are known.
            parts: where each of them is, as far as it was made, with whatever decisions.
        """
        given = self.given or self.decided.decisions
        found = renames(given, digests, lambda name: _text(parts.get(name)))
        if found == self.renames:
            return self
        decided, _ = decide(settle(found.follow(given))[0])
        decided = replace(decided, expansions=self.decided.expansions)
        return replace(self, decided=decided, given=given, renames=found)

    def informed(self, documents: Iterable[str]) -> Desk:
        """Return the desk with the acronyms that documents expand for each other, as far as these are known.

        Args:
            documents: names of those of this run.
        """
        known = [name for name in documents if name in self.cache.shortened]
        told = {name: self.cache.shortened[name] for name in known}
        used = {name: self.cache.names[name][1] for name in known}
        return replace(self, decided=replace(self.decided, expansions=agreed(told, used)))

    def held(self, known: Mapping[str, str]) -> dict[str, str]:
        """Return the digests of the documents whose parts are there."""
        places = {name: self.place(name, sha256) for name, sha256 in known.items()}
        return {name: known[name] for name, place in places.items() if place and self.cache.shelf.find(place)}

    def places(self, digests: Mapping[str, str]) -> dict[str, Path]:
        """Return where the part of each document is, once all are made."""
        found = ((name, self.place(name, sha256)) for name, sha256 in digests.items())
        return {name: place for name, place in found if place}

    def key(self) -> list[str]:
        """Return what a publication depends on; nothing where nothing was decided."""
        told = self.given or self.decided.decisions
        rows = [f"{each.identity} {each.file} {each.row} {each.sha256} {each.other_sha256}" for each in told]
        return rows + [f"{each.code} {each.where} {each.message}" for each in self.odd]

    def troubles(self, documents: Collection[str], told: Iterable[Iterable[Any]]) -> Iterator[Finding]:
        """Tell which decisions were not applied.

        Args:
            documents: names of all documents of this run.
            told: what the documents say of decisions: identity, code and message.
        """
        yield from self.odd
        by_identity = {each.identity: each for each in self.decided.decisions}
        yield from self._followed()
        for decision in by_identity.values():
            for name in filter(None, (decision.document, decision.other_document)):
                if name not in documents:
                    several = " and ".join(self.renames.unclear.get(name, ()))
                    why = f"; {several} come into question" if several else ""
                    yield _untouched(decision, "DEC001", f"there is no document {name}{why}")
        for identity, code, message in sorted({(str(a), str(b), str(c)) for a, b, c in told}):
            if identity in by_identity:
                yield _untouched(by_identity[identity], code, message)

    def _followed(self) -> Iterator[Finding]:
        """Tell which documents were renamed, each once, at the first row that names it."""
        for old, new in sorted(self.renames.known.items()):
            first = min((each for each in self.given if old in {each.document, each.other_document}), key=_row)
            yield finding("DEC004", f"what was decided about {old} was applied to {new}", first.place())


def _text(part: Path | None) -> str:
    """Return the text of a document that was made; empty where it was not."""
    try:
        shard = shards.read(part, {"text"}) if part else None
    except (OSError, shards.Torn):
        shard = None
    return shard.sections.get("text", b"").decode() if shard else ""


def _row(decision: Decision) -> tuple[str, int]:
    return decision.file, decision.row


def _untouched(decision: Decision, code: str, why: str) -> Finding:
    what = " ".join(filter(None, (decision.verdict, decision.kind, decision.about, decision.value)))
    return finding(code, f"“{what}” for {decision.document} was not applied: {why}", decision.place())
