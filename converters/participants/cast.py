"""The cast of a session: claims about the same actor become one participation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.roles import PRECEDENCE
from forumgraph.converters.words.acronyms import is_acronym
from forumgraph.converters.words.trie import folded
from forumgraph.model import Actor, Participation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.participants.roles import Claim
    from forumgraph.model import Definition, Post

_SPOKE = frozenset({"role.verb", "role.voice", "role.owned", "role.backing", "roster.bullet"})
_SHORT = 3
_RANK = {role: number for number, role in enumerate(PRECEDENCE)}


class Cast:
    """Actors of a session, by who they are: the key of the known name, else the words of the name.

    Args:
        definitions: acronyms that the document defines, by acronym; so "LAMG" and "Local Authorities Major Group" are one.
    """

    def __init__(self, definitions: Iterable[Definition]) -> None:
        proper = (d for d in reversed(tuple(definitions)) if d.acronym not in d.words.split())
        self._definitions: Mapping[str, Definition] = {d.acronym: d for d in proper}
        self._members: dict[str, list[Claim]] = {}

    def add(self, claim: Claim) -> None:
        """Add what one place says."""
        self._members.setdefault(self._key(claim.mention), []).append(claim)

    def _key(self, mention: Mention) -> str:
        actor = mention.actor
        if mention.key:
            return f"known {mention.key}"
        name = folded(actor.name)
        if actor.kind == "person":
            family, _, given = actor.name.partition(", ")
            return f"person {folded(f'{given} {family}')}"
        definition = self._definitions.get(actor.name)
        return f"named {folded(definition.words) if definition else name}"

    def _join_surnames(self) -> None:
        """Join "Ms. Doe" with the one person of that surname, if there is just one."""
        persons = [key.removeprefix("person ") for key in self._members if key.startswith("person ")]
        for name in sorted(persons, key=len):
            others = [other for other in persons if other != name and f"person {other}" in self._members]
            ends = [other for other in others if other.endswith(f" {name}")]
            holds = [other for other in others if f" {name} " in f" {other} " and len(name) > _SHORT]
            holds = holds or [other for other in others if _abbreviates(name, other)]
            whole = ends or holds
            if len(whole) == 1:
                self._members[f"person {whole[0]}"] += self._members.pop(f"person {name}")

    def _join_short_names(self) -> None:
        """Join "the Bar Society" with the one body whose whole name ends so: "Foo Bar Society"."""
        bodies = {
            key: folded(c[0].mention.actor.name) for key, c in self._members.items() if not key.startswith("person ")
        }
        for key in [k for k in bodies if k.startswith("named ") and " " in bodies[k]]:
            whole = [
                other for other, name in bodies.items() if name.endswith(f" {bodies[key]}") and other in self._members
            ]
            if (
                len(whole) == 1
                and self._members[key][0].mention.actor.kind == self._members[whole[0]][0].mention.actor.kind
            ):
                self._members[whole[0]] += self._members.pop(key)

    def _join_posts(self) -> None:
        """Join "the Mayor of Bogotá" with the one person who is said to hold that post."""
        holders: dict[tuple[str, str], set[str]] = {}
        for key, claims in self._members.items():
            for actor in (claim.mention.actor for claim in claims):
                for post in actor.posts if actor.kind == "person" else ():
                    holders.setdefault(_office(post), set()).add(key)
        for key, claims in list(self._members.items()):
            actor = claims[0].mention.actor
            if actor.kind != "post" or not all(post.body for post in actor.posts):
                continue
            held = set[str]().union(*(holders.get(_office(post), set()) for post in actor.posts))
            if len(held) == 1:
                self._members[next(iter(held))] += self._members.pop(key)

    def participations(self) -> tuple[Participation, ...]:
        """Return one participation for each actor, in the order of the text."""
        self._join_short_names()
        self._join_surnames()
        self._join_posts()
        made = [self._participation(claims) for claims in self._members.values()]
        return tuple(sorted(made, key=lambda p: (p.span, p.actor.name)))

    def _participation(self, claims: list[Claim]) -> Participation:
        ranked = sorted(claims, key=lambda c: (_rank(c), c.span))
        main = ranked[0]
        others = tuple(sorted({claim.role for claim in claims} - {main.role}))
        behalf = {
            folded(a.name): a for c in reversed(ranked) for a in (*(m.actor for m in c.behalf), *c.mention.affiliations)
        }
        actor = self._actor([claim.mention.actor for claim in sorted(claims, key=lambda c: c.mention.span)])
        own = {folded(name) for c in claims for a in (actor, c.mention.actor) for name in (a.name, a.acronym) if name}
        bodies = (self._expanded(a) for name, a in behalf.items() if name not in own)
        represented = tuple(sorted((a for a in bodies if folded(a.name) not in own), key=lambda a: a.span))
        return Participation(actor, main.role, main.span, main.rule, others, represented)

    def _actor(self, named: list[Actor]) -> Actor:
        """Make one actor of its mentions: the first one that says most, with the posts of all."""
        best = next((a for a in named if a.expansion), None) or max(
            named, key=lambda a: (not is_acronym(a.name), "," not in a.name, _length(a))
        )
        if best.kind == "post":
            best = next((a for a in named if a.kind == "person"), best)
        posts = {(folded(p.title), folded(p.body)): p for a in reversed(named) for p in a.posts}
        kept = [p for p in posts.values() if p.body or not any(p.title == o.title and o.body for o in posts.values())]
        acronym = best.acronym or next((a.acronym for a in named if a.acronym), "")
        whole = self._expanded(replace(best, acronym=acronym))
        return replace(whole, posts=tuple(sorted(kept, key=lambda p: p.span)) if best.kind == "person" else best.posts)

    def _expanded(self, actor: Actor) -> Actor:
        """Give an actor that is named by an acronym the name that the document gives for it."""
        definition = self._definitions.get(actor.name)
        if definition and not actor.expansion:
            return replace(
                actor,
                name=definition.words,
                span=definition.expansion,
                acronym=definition.acronym,
                expansion=definition.expansion,
            )
        given = next((d for d in self._definitions.values() if folded(d.words) == folded(actor.name)), None)
        if given and not actor.acronym:
            return replace(actor, acronym=given.acronym, expansion=given.expansion)
        return actor


def _office(post: Post) -> tuple[str, str]:
    """Return what two mentions of a post share: the first word of the title, and the body without the place around it."""
    return folded(post.title).split(" ", 1)[0], folded(post.body.split(",", 1)[0])


def _rank(claim: Claim) -> int:
    """Rank a role; that somebody spoke says less than a role that the document names, and that somebody did something says least."""
    if claim.rule == "role.deed":
        return _RANK["participant"] * 2 + 1
    spoke = claim.role == "speaker" and claim.rule in _SPOKE
    return _RANK["participant"] * 2 - 1 if spoke else _RANK.get(claim.role, 0) * 2


def _length(actor: Actor) -> int:
    return len(actor.name) if actor.kind == "person" else 0


def _abbreviates(name: str, other: str) -> bool:
    """Tell whether a name leaves words of another out, or begins with its initial: "María Jervis", "M. Jervis" and "María Paz Jervis"."""
    short, whole = name.split(), other.split()
    initial = len(name.partition(" ")[0]) == 1 and other.startswith(name[:1])
    if not 1 < len(short) < len(whole) + initial or not (initial or short[0] == whole[0]):
        return False
    rest = iter(whole[1:])
    return all(word in rest for word in short[1:])
