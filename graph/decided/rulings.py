"""Decisions about names: whom a name stands for in the whole corpus, or, where names were split, in one document.

A name decided in one document is decided in all, so that two mentions of one name never stand for different actors by accident.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.lookup import look_up
from forumgraph.graph.rdf.identifiers import AUTHORITY, named
from forumgraph.graph.stated.briefs import Decided, Ruling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.graph.names.authority import Authority, Entry
    from forumgraph.graph.stated.decisions import Decision
    from forumgraph.model import Finding


def entry_of(value: str, known: Authority) -> Entry | None:
    """Return the entry of the authority file that a person means by its IRI, `auth:lamg`, its key, its name or its acronym."""
    key = value.removeprefix(AUTHORITY).removeprefix("auth:")
    found = next((entry for entry in known.entries if entry.key == key), None)
    if found:
        return found
    match = look_up(known, value)
    return match.entry if match else None


def decide(decisions: tuple[Decision, ...], known: Authority | None = None) -> tuple[Decided, tuple[Finding, ...]]:
    """Follow decisions about names to their end: a name that is another, which is a third, is the third.

    Args:
        decisions: settled; see `decisions.settle`.

    Returns:
        What was decided, and findings about names that lead in a circle (`DEC002`) or to an unknown IRI (`DEC003`).
    """
    ends = _Ends([each for each in decisions if each.kind == "actor"], known)
    names, apart = {}, {}
    for decision in ends.decisions:
        ruling = ends.follow(decision)
        if ruling is None:
            continue
        if decision.verdict == "split":
            apart[decision.document, named(decision.about)] = ruling
        else:
            names[named(decision.about)] = ruling
        if not ruling.entry and not ruling.nobody:
            names.setdefault(named(ruling.label), ruling)
    left = tuple(each for each in decisions if each not in ends.refused)
    return Decided(left, dict(sorted(names.items())), dict(sorted(apart.items()))), tuple(ends.findings)


class _Ends:
    def __init__(self, decisions: list[Decision], known: Authority | None) -> None:
        self.decisions = decisions
        self._known = known
        self.by_name = {named(each.about): each for each in decisions if each.verdict != "split"}
        self.refused: set[Decision] = set()
        self.findings: list[Finding] = []

    @property
    def known(self) -> Authority:
        """The authority file; read where there is a decision at all."""
        return self._known or authority()

    def follow(self, decision: Decision) -> Ruling | None:
        """Return what a decision comes to; None where it leads nowhere, which becomes a finding."""
        label = decision.about
        for step in self.steps(decision):
            if step.verdict == "reject":
                return Ruling("", "", decision)
            label = step.value or step.about
        entry = entry_of(label, self.known)
        if decision.verdict == "accept":
            return Ruling("", decision.about, decision)
        if entry:
            return Ruling(entry.node, entry.label, decision)
        if label.startswith(("http:", "https:", "auth:")):
            self.refuse(decision, "DEC003", f"{label} is not in the authority file; give the name of the actor")
            return None
        if named(label) in self.by_name and self.by_name[named(label)].verdict not in {"accept", "reject"}:
            self.refuse(decision, "DEC002", f"“{decision.about}” and “{label}” are said to be each other")
            return None
        return Ruling("", label, decision)

    def steps(self, decision: Decision) -> Iterator[Decision]:
        """Go from decision to decision until one names an actor about whom nothing else was decided, or one already seen."""
        seen: set[Decision] = set()
        step: Decision | None = decision
        while step and step not in seen:
            seen.add(step)
            yield step
            ends_here = step.verdict in {"accept", "reject"} or entry_of(step.value, self.known)
            step = None if ends_here else self.by_name.get(named(step.value))

    def refuse(self, decision: Decision, code: str, message: str) -> None:
        self.refused.add(decision)
        self.findings.append(finding(code, message, decision.place()))
