"""Decisions about documents that have another name now: the document with the same bytes, else the only one that has the same words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from forumgraph.graph.decided.quoting import locate
from forumgraph.graph.rdf.identifiers import Mint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from forumgraph.graph.stated.decisions import Decision

_POINTS = ("issue", "recommendation", "demand")
_ENOUGH = 5
"""Words of the longest quote from which on a document is known by its words."""


@dataclass(frozen=True, slots=True)
class Renames:
    """Documents that decisions are about and that have another name now.

    Attributes:
        known: from the name that was decided about to the one it has now.
        unclear: names for which several documents come into question, with these.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def follow(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Return decisions with the names that documents have now."""
        return tuple(sorted(self._followed(each) for each in decisions))

    def _followed(self, decision: Decision) -> Decision:
        names = {"document": decision.document, "other_document": decision.other_document}
        changed: dict[str, Any] = {each: self.known[name] for each, name in names.items() if name in self.known}
        return replace(decision, **changed, renamed=True) if changed else decision


def renames(decisions: Iterable[Decision], files: Mapping[str, str], text: Callable[[str], str]) -> Renames:
    """Find the documents that decisions are about where there is none of that name.

    Args:
        files: the SHA-256 of each document of this run, by its name.
        text: gives the text of a document of this run.
    """
    gone: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in decisions:
        ends = ((each.document, each.sha256, each.quote), (each.other_document, each.other_sha256, each.other_quote))
        for name, sha256, quote in ends:
            if name and name not in files:
                gone[name].append((sha256, quote))
    found = {name: _same(told, files) for name, told in sorted(gone.items())}
    quotes = {name: {quote for _, quote in gone[name] if quote} for name, same in found.items() if not same}
    longest = {name: max((len(quote.split()) for quote in own), default=0) for name, own in quotes.items()}
    sought = {name: own for name, own in quotes.items() if longest[name] >= _ENOUGH}
    for document in sorted(files) if sought else ():
        words = text(document)
        for name in (each for each, own in sought.items() if all(locate(words, quote) for quote in own)):
            found[name] = (*found[name], document)
    return Renames(
        {name: documents[0] for name, documents in found.items() if len(documents) == 1},
        {name: documents for name, documents in found.items() if len(documents) > 1},
    )


def _same(told: Iterable[tuple[str, str]], files: Mapping[str, str]) -> tuple[str, ...]:
    """Return the documents that have the bytes that were decided about, sorted."""
    digests = {sha256 for sha256, _ in told if sha256}
    return tuple(sorted(name for name, sha256 in files.items() if any(map(sha256.startswith, digests))))


def link_nodes(decision: Decision, mint: Mint, ends: Iterable[str]) -> list[str]:
    """Return the links that a decision about words of two documents can mean, from what these words are called in either now.

    Args:
        mint: of the document with the first of the two.
        ends: what the words may be in it.
    """
    space, other = mint.space, decision.other_document
    if decision.kind == "meeting":
        others = [Mint(other, space).session(decision.other_quote)]
    else:
        others = [Mint(other, space).statement(kind, decision.other_quote) for kind in _POINTS]
    name = {"followup": space.follow_up, "meeting": space.meeting_match}.get(decision.kind, space.statement_link)
    return [name(mint.id, end, each) for each in others for end in ends]
