"""Doubts about actors that other places of the same session settle: a plain name is a body where another place says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.roles import OF_BODIES
from forumgraph.converters.words.acronyms import is_acronym
from forumgraph.converters.words.trie import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.participants.roles import Claim
    from forumgraph.model import Block

_BODIES = frozenset({"organization", "constituency", "government"})


def settled(made: Sequence[tuple[Block, Claim]]) -> list[tuple[Block, Claim]]:
    """Return claims with what the other claims tell of their actors.

    A name that nothing but its capitals tells of is a body where it organises, and a body everywhere where it is one somewhere; the bodies for
    which persons act are bodies, too.
    """
    claims = [(block, replace(claim, mention=_organising(claim))) for block, claim in made]
    bodies = {key for _, claim in claims for key in _bodies(claim)}
    return [(block, replace(claim, mention=_known(claim.mention, bodies))) for block, claim in claims]


def _organising(claim: Claim) -> Mention:
    """Take a plain name with the form of a person's as a body where it has a role that bodies have."""
    mention = claim.mention
    named = mention.actor.name.split()
    acronym = len(named) > 1 and not mention.actor.posts and is_acronym(named[0]) and not named[-1].isupper()
    plain = not mention.sure or acronym
    if claim.role in OF_BODIES and mention.actor.kind == "person" and plain:
        return replace(mention, actor=replace(mention.actor, kind="organization", rule="actor.organization"), sure=True)
    return mention


def _bodies(claim: Claim) -> list[str]:
    mention = claim.mention
    actors = [*(other.actor for other in claim.behalf), *mention.affiliations]
    if mention.actor.kind in _BODIES and (mention.sure or claim.role in OF_BODIES):
        actors.append(mention.actor)
    return [folded(actor.name) for actor in actors]


def _known(mention: Mention, bodies: set[str]) -> Mention:
    if mention.sure or folded(mention.actor.name) not in bodies:
        return mention
    kind = "organization" if mention.actor.kind == "person" else mention.actor.kind
    return replace(mention, actor=replace(mention.actor, kind=kind), sure=True)
