"""Whom a name stands for: an entry of the authority file where the name is one of its own, else an actor or forum of the corpus, which has no other name.

What was decided stands in a resolution, with the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import folded
from forumgraph.graph.names.commonnames import is_common, parted, state_beside
from forumgraph.graph.names.context import Context
from forumgraph.graph.names.lookup import ACTORS, FORUMS, Match, look_up
from forumgraph.graph.rdf.identifiers import concept, named
from forumgraph.graph.rdf.terms import date, decimal, text
from forumgraph.graph.stated.participants import CLASSES
from forumgraph.model import Actor, Fact
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.graph.names.authority import Authority
    from forumgraph.graph.names.expansions import Expansion
    from forumgraph.graph.rdf.terms import Triple
    from forumgraph.graph.stated.briefs import Ruling
    from forumgraph.graph.stated.draft import Draft
    from forumgraph.graph.stated.mapping import Stated
    from forumgraph.model import Session, Span

_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")
_AND = re.compile(r"(,? (?:and|or|as well as|et|ou|ainsi que|y|e|o|así como) |[,;/&] ?)", re.IGNORECASE)
_NOBODY_ELSE = frozenset({"person", "post"})
_RULE = "resolving"
_MANY = 41
"""Names and what stands between them; in longer enumerations only the whole is a possible name."""


@dataclass(frozen=True, slots=True)
class _Reason:
    method: str
    score: float


_UNKNOWN = _Reason("not in the authority file", 0.5)
_ELSEWHERE = 0.75
"""How sure it is that an acronym stands for what it stands for in another document."""


class Resolver:
    """Resolves the names of one document.

    Attributes:
        draft: of the derived layer.
        denoted: from a mention to what it stands for.
        shared: triples about nodes of the corpus, which other documents may say as well.
    """

    def __init__(self, draft: Draft, authority: Authority) -> None:
        self.draft = draft
        self.authority = authority
        self.context = Context.of(draft.report)
        self.denoted: dict[str, str] = {}
        self._known: dict[tuple[str, ...], str] = {}

    def actor(self, mention: str, actor: Actor | Fact) -> None:
        """Say whom a mention stands for."""
        name, kind, acronym = (
            (actor.name, actor.kind, actor.acronym) if isinstance(actor, Actor) else (actor.value, "", "")
        )
        rulings = self.draft.brief.rulings
        match = None if kind in _NOBODY_ELSE else self._match(name, kind, acronym)
        expansion = None if match or kind in _NOBODY_ELSE else self._elsewhere(name)
        keys = (mention.rpartition("/")[2].rstrip(">"), named(name), *((named(expansion.words),) if expansion else ()))
        ruling = next((rulings[key] for key in keys if key in rulings), None)
        if ruling:
            self._ruled(mention, name, kind, actor.span, ruling)
        elif match:
            self._resolve(mention, name, actor.span, match.entry.node, match)
        elif expansion:
            self._expanded(mention, name, kind, actor.span, expansion)
        else:
            self._resolve(mention, name, actor.span, self._corpus_actor(name, kind, actor.span), None)

    def _elsewhere(self, name: str) -> Expansion | None:
        """Return what other documents say that an acronym stands for, where this one does not say."""
        return None if self.context.expansion(name) else self.draft.brief.expansions.get(named(name))

    def _expanded(self, mention: str, name: str, kind: str, span: Span, expansion: Expansion) -> None:
        """Say that an acronym stands for whom another document says it stands for."""
        match = look_up(self.authority, expansion.words)
        node = match.entry.node if match else self._corpus_actor(expansion.words, kind, None)
        self._resolve(mention, name, span, node, _Reason(f"definition in {expansion.document}", _ELSEWHERE))

    def _match(self, name: str, kind: str, acronym: str) -> Match | None:
        """Look up a name; what is known to be a constituency may be called by its people alone: "the Scientific and Technological Community"."""
        kinds = FORUMS | ACTORS if kind in FORUMS else ACTORS
        found = look_up(self.authority, name, acronym, kinds, self.context)
        if found or kind != "constituency":
            return found
        group = look_up(self.authority, f"{name} Major Group", kinds=frozenset({kind}))
        return Match(group.entry, "constituency by its people", 0.9) if group else None

    def _ruled(self, mention: str, name: str, kind: str, span: Span, ruling: Ruling) -> None:
        """Say whom a mention stands for by decision of a person; nothing where the words name nobody."""
        if ruling.nobody:
            return
        same_name = named(ruling.label) == named(name)
        own = (span, kind) if same_name else (None, "")
        node = ruling.entry or self._corpus_actor(ruling.label, own[1], own[0], forum.ConfirmedActor)
        self._resolve(mention, name, span, node, _Reason("review", 1.0))
        decision = self.draft.mint.space.decision(ruling.decision.identity)
        self.draft.say(self.draft.mint.resolution(mention), forum.decidedBy, decision)

    def _corpus_actor(self, name: str, kind: str, span: Span | None, state: str = forum.UnresolvedActor) -> str:
        """Describe the actor of the corpus that a name stands for.

        An acronym stands for the words that expand it. A name that many bodies bear stands for one of this document, or of the State beside it.

        Args:
            span: where the name stands; None where it does not stand in the document.
        """
        draft, label = self.draft, self.context.expansion(name) or name
        base, home = parted(label, self.authority)
        if span and not home and is_common(base):
            home = state_beside(draft.report.document.text, span, self.authority)
        label = f"{base}, {home.label}" if home else label
        alone = span is not None and home is None and is_common(label)
        node = draft.mint.actor(label) if alone else draft.mint.space.actor(label)
        draft.node(node, f"{label} (in {draft.mint.name})" if alone else label, state, CLASSES.get(kind, forum.Actor))
        draft.say(node, forum.name, text(label))
        if kind in CLASSES:
            draft.say(node, forum.actorKind, concept("actor-kind", kind))
        return node

    def _resolve(self, mention: str, name: str, span: Span, node: str, reason: Match | _Reason | None) -> None:
        draft, why = self.draft, reason or _UNKNOWN
        resolution = draft.mint.resolution(mention)
        draft.node(resolution, f"Whom “{name}” stands for", forum.Resolution)
        draft.say(resolution, forum.resolves, mention)
        draft.say(resolution, forum.denotesActor, node)
        draft.say(resolution, forum.method, text(why.method))
        draft.say(resolution, forum.score, decimal(why.score))
        draft.say(resolution, forum.evidence, draft.words(span.of(draft.report.document.text)))
        draft.ground(resolution, span, _RULE)
        draft.say(mention, forum.denotes, node)
        self.denoted[mention] = node
        self._known.setdefault(folded(name), node)

    def forum(self, mention: str, session: str, fact: Fact, told: Session) -> None:
        """Say which forum a session is part of, and which edition of it, where the year is told by its name or by the date of the session."""
        found = _YEAR.search(fact.value)
        name = " ".join(_YEAR.sub(" ", fact.value).split()).strip(" ,-:()") or fact.value
        match = look_up(self.authority, name, kinds=FORUMS, context=self.context)
        node, label, key = (match.entry.node, match.entry.label, match.entry.key) if match else self._corpus_forum(name)
        if mention not in self.denoted:
            self._resolve(mention, fact.value, fact.span, node, match)
        year = found[0] if found else told.date.value[:4] if told.date else ""
        if year:
            self._edition(session, node, label, key, year)

    def _corpus_forum(self, name: str) -> tuple[str, str, str]:
        node = self.draft.mint.space.forum(name)
        self.draft.node(node, name, forum.Forum)
        self.draft.say(node, forum.name, text(name))
        return node, name, node.rpartition("/")[2].rstrip(">")

    def _edition(self, session: str, node: str, label: str, key: str, year: str) -> None:
        try:
            value = date(year)
        except ValueError:
            return
        edition = self.draft.mint.space.edition(key, year)
        self.draft.node(edition, f"{label} {year}", forum.Edition)
        self.draft.say(edition, forum.year, value)
        self.draft.say(edition, forum.partOf, node)
        self.draft.say(session, forum.partOf, edition)

    def body(self, words: str) -> str:
        """Return the actor that words beside an actor stand for, as a person decided or as they are known; empty when that is not known."""
        ruling = self.draft.brief.rulings.get(named(words))
        if ruling:
            own = "" if ruling.nobody else self._corpus_actor(ruling.label, "", None, forum.ConfirmedActor)
            return ruling.entry or own
        expansion = self._elsewhere(words)
        for name in filter(None, (words, self.context.expansion(words), expansion.words if expansion else "")):
            match = None if folded(name) in self._known else look_up(self.authority, name, context=self.context)
            if match or folded(name) in self._known:
                return match.entry.node if match else self._known[folded(name)]
        return self._corpus_actor(expansion.words, "", None) if expansion else ""

    def addressees(self, words: str) -> tuple[str, ...]:
        """Return the actors that the words for an addressee name: all of them one name, or several with "and" between.

        Words beside a name are no name: the ECOSOC President is not ECOSOC.
        """
        parts = _AND.split(words)
        found: dict[str, None] = {}
        first = 0
        while first < len(parts):
            last, actor = self._longest(parts, first)
            if actor:
                found[actor] = None
            first = last
        return tuple(found)

    def _longest(self, parts: list[str], first: int) -> tuple[int, str]:
        """Return the actor of the most parts from the first on that are a name together, and the part after them; names have "and" in them too."""
        for last in range(len(parts), first, -2):
            actor = self.body("".join(parts[first:last]))
            if actor:
                return last + 1, actor
        return first + 2, ""


def possible_names(words: str) -> Iterator[str]:
    """Return every stretch of words that may be one name, where several stand with "and" between.

    >>> list(possible_names("Kenya and UN DESA"))
    ['Kenya', 'Kenya and UN DESA', 'UN DESA']
    """
    parts = _AND.split(words)
    if len(parts) > _MANY:
        yield words
        return
    for first in range(0, len(parts), 2):
        for last in range(first + 1, len(parts) + 1, 2):
            yield "".join(parts[first:last])


def is_shared(triple: Triple, document: str) -> bool:
    """Tell whether a triple joins nodes of the corpus alone, so that other documents may say it as well.

    Args:
        document: what the document is called in IRIs.
    """
    own = f"/{document}"
    return own not in triple[0] and not (triple[2][0] == "<" and own in triple[2])


def resolve_all(resolver: Resolver, stated: Stated) -> None:
    """Resolve every actor, forum, post and addressee of a document."""
    draft, told = resolver.draft, dict(stated.sessions)
    for mention, actor in stated.participants.mentions.items():
        resolver.actor(mention, actor)
    for node, session, fact in stated.forums:
        resolver.forum(node, session, fact, told[session])
    for node, post in stated.participants.posts.items():
        body = resolver.body(post.body) if post.body else ""
        if body:
            draft.say(node, forum.postBody, body)
