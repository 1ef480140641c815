"""Who took part, as the document names them: actors, their posts, and their parts in sessions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, parse

from forumgraph.graph.names.namesakes import Namesakes
from forumgraph.graph.rdf.identifiers import concept, named
from forumgraph.graph.rdf.terms import text
from forumgraph.model import Actor
from forumgraph.ontology import forum
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.graph.stated.draft import Draft
    from forumgraph.model import Fact, Participation, Post

CLASSES: Mapping[str, str] = {
    "organization": forum.Body,
    "constituency": forum.Constituency,
    "government": forum.Government,
    "person": forum.Person,
    "post": forum.PostHolder,
}
"""From the kind of an actor to its class."""


@lru_cache(maxsize=1)
def direct_properties() -> Mapping[str, str]:
    """Return, for the node of each role, the property that says in one step what a participation says in two; `schemes.ttl` has them."""
    quads = parse(ontology_text("schemes"), format=RdfFormat.TURTLE)
    return {
        str(quad.subject): quad.object.value
        for quad in quads
        if quad.predicate.value == forum.directProperty and isinstance(quad.object, NamedNode)
    }


class Participants:
    """The actors of one document: each is described once, however often it is named; those that two States call alike are two.

    Attributes:
        mentions: from the name of an actor's node to the actor as it was first named.
        posts: from the name of a post's node to the body as stated.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.namesakes = Namesakes(draft.report)
        self.mentions: dict[str, Actor | Fact] = {}
        self.posts: dict[str, Post] = {}

    def participation(self, session: str, title: str, part: Participation) -> None:
        """Say that an actor took part in a session."""
        draft, actor = self.draft, self.actor(part.actor)
        name = draft.mint.participation(session, actor, part.role)
        draft.node(name, f"{part.actor.name}, {part.role}, {title}", forum.Participation)
        draft.say(session, forum.hasParticipation, name)
        draft.say(name, forum.participant, actor)
        draft.say(name, forum.role, concept("role", part.role))
        for role in part.also_roles:
            draft.say(name, forum.alsoRole, concept("role", role))
        for other in part.on_behalf_of:
            if (for_whom := self.actor(other)) != actor:
                draft.say(name, forum.onBehalfOf, for_whom)
        for role in (part.role, *part.also_roles):
            direct = direct_properties().get(concept("role", role))
            if direct:
                draft.say(session, direct, actor)
        draft.ground(name, part.span, part.rule)

    def actor(self, actor: Actor) -> str:
        """Return the node of an actor; what a later naming adds (a post, an acronym) is added."""
        draft, told = self.draft, self.namesakes.told(actor.name, actor.span)
        name = draft.mint.mention(told)
        if name not in self.mentions:
            self.mentions[name] = actor
            draft.node(name, told, CLASSES.get(actor.kind, forum.Actor))
            draft.say(name, forum.name, draft.words(actor.name))
            if actor.kind in CLASSES:
                draft.say(name, forum.actorKind, concept("actor-kind", actor.kind))
            draft.ground(name, actor.span, actor.rule)
        if actor.acronym:
            draft.say(name, forum.acronym, text(actor.acronym))
        if actor.expansion:
            draft.say(name, forum.expansion, draft.passage(actor.expansion))
        for post in actor.posts:
            draft.say(name, forum.holdsPost, self.post(post))
        return name

    def named(self, fact: Fact) -> str:
        """Return the node of an actor of whom only the name is known: who raised a point, or made a recommendation."""
        draft, told = self.draft, self.namesakes.told(fact.value, fact.span)
        name = draft.mint.mention(told)
        if name not in self.mentions:
            self.mentions[name] = fact
            draft.node(name, told, forum.Actor)
            draft.say(name, forum.name, draft.words(fact.value))
            draft.ground(name, fact.span, fact.rule)
        return name

    def called(self, key: str) -> list[str]:
        """Return the nodes of the actors whose name has a key (`identifiers.named`), with its State or without."""
        names = {node: each.name if isinstance(each, Actor) else each.value for node, each in self.mentions.items()}
        return [
            node for node, name in names.items() if node == self.draft.mint.known_mention(key) or named(name) == key
        ]

    def post(self, post: Post) -> str:
        """Return the node of an office."""
        draft, name = self.draft, self.draft.mint.post(post.title, post.body)
        if name not in self.posts:
            self.posts[name] = post
            draft.node(name, f"{post.title}, {post.body}" if post.body else post.title, forum.Post)
            draft.say(name, forum.postTitle, draft.words(post.title))
            if post.body:
                draft.say(name, forum.postIn, draft.words(post.body))
            draft.ground(name, post.span, "post")
        return name
