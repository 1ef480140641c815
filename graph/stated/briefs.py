"""What concerns one document and does not stand in it: decisions about its words, whom its names stand for, and acronyms that other documents expand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.identifiers import named
from forumgraph.graph.stated.decisions import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.graph.names.expansions import Expansion
    from forumgraph.graph.stated.decisions import Decision


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whom a name stands for, by decision of a person.

    Attributes:
        entry: token of the IRI of an entry of the authority file; empty when it is an actor of the corpus, or nobody.
        label: name of the actor; empty when the words name nobody.
    """

    entry: str
    label: str
    decision: Decision

    @property
    def nobody(self) -> bool:
        """Whether the words name no actor at all."""
        return not self.label


@dataclass(frozen=True, slots=True)
class Brief:
    """What was decided that concerns one document.

    Attributes:
        decisions: those about the words of the document, sorted.
        rulings: by the key of a name (`identifiers.named`).
        expansions: of acronyms that other documents expand, by their keys; what the document says itself goes first.
    """

    decisions: tuple[Decision, ...] = ()
    rulings: Mapping[str, Ruling] = field(default_factory=dict)
    expansions: Mapping[str, Expansion] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.decisions or self.rulings or self.expansions)

    def of(self, names: Iterable[str]) -> Brief:
        """Return the brief with what is about names of the document alone, and about what other documents say that these are short for."""
        own = set(names)
        expansions = {name: self.expansions[name] for name in sorted(own & self.expansions.keys())}
        own |= {named(each.words) for each in expansions.values()}
        return Brief(
            self.decisions, {name: self.rulings[name] for name in sorted(own & self.rulings.keys())}, expansions
        )

    @property
    def names_matter(self) -> bool:
        """Whether what concerns the document depends on the names in it."""
        return bool(self.rulings or self.expansions)

    def refuses_target(self, words: str, target: str) -> bool:
        """Tell whether words do not serve a target, which is given by its notation: a person rejected it."""
        return any(
            each.kind == "target" and each.verdict == "reject" and each.about == target and same(words, each.quote)
            for each in self.decisions
        )

    def decided(self) -> tuple[Decision, ...]:
        """Return every decision that it rests on, each once, sorted."""
        return tuple(sorted({*self.decisions, *(ruling.decision for ruling in self.rulings.values())}))

    def refuses(self, words: str, theme: str) -> bool:
        """Tell whether words are not about a theme, which is given by its IRI: a person rejected it."""
        return any(
            each.kind == "theme" and each.verdict == "reject" and each.about == theme and same(words, each.quote)
            for each in self.decisions
        )

    @property
    def digest(self) -> str:
        """A digest of it; empty when there is nothing."""
        rows = [each.identity for each in self.decisions]
        rows += [f"{name} {each.entry} {each.label} {each.decision.identity}" for name, each in self.rulings.items()]
        rows += [f"{name} {each.words} {each.document}" for name, each in self.expansions.items()]
        return hashlib.sha256("\n".join(rows).encode()).hexdigest() if rows else ""


@dataclass(frozen=True, slots=True)
class Decided:
    """All decisions of a build.

    Attributes:
        names: rulings that hold everywhere, by the key of a name.
        apart: rulings that hold in one document, by its name and the key of a name.
        expansions: of acronyms that documents expand and others do not, by their keys.
    """

    decisions: tuple[Decision, ...] = ()
    names: Mapping[str, Ruling] = field(default_factory=dict)
    apart: Mapping[tuple[str, str], Ruling] = field(default_factory=dict)
    expansions: Mapping[str, Expansion] = field(default_factory=dict)

    def brief(self, document: str) -> Brief:
        """Return what concerns one document, with every name that was decided, whether it is in the document or not."""
        own = {name: ruling for (of, name), ruling in self.apart.items() if of == document}
        decisions = tuple(each for each in self.decisions if document in {each.document, each.other_document})
        expansions = {name: each for name, each in self.expansions.items() if document not in each.documents}
        return Brief(decisions, {**self.names, **own}, expansions)
