"""Actors finished from their drafts: name, kind, acronym and posts, and whether more than capitals speaks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.model import Actor

if TYPE_CHECKING:
    from forumgraph.converters.participants.drafts import Draft
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.posts import Office
    from forumgraph.converters.words.line import Line
    from forumgraph.model import Post


def actor_of(line: Line, draft: Draft) -> Actor:
    """Make the value of a draft."""
    posts: tuple[Post, ...] = tuple(held.post(line, place) for held, place in draft.offices)
    name = draft.name.of(line.text)
    acronym = draft.atom.acronym if draft.atom else ""
    if draft.key and not (draft.atom and draft.atom.expansion) and not looks_like_acronym(acronym):
        acronym = ""
    if not acronym and draft.kind in {"organization", "constituency"} and looks_like_acronym(name):
        acronym = name
    rule = f"actor.{'known' if draft.key else draft.kind}"
    return Actor(name, draft.kind, draft.name, rule, acronym, draft.atom.expansion if draft.atom else None, posts)


def looks_like_acronym(name: str) -> bool:
    """Tell whether a name is nothing but capitals, for the most part: "UNDP", "UN DESA"."""
    return len(name) <= 15 and all(len(w) > 1 and sum(c.isupper() for c in w) * 2 >= len(w) for w in name.split())


def is_sure(line: Line, grammar: Grammar, draft: Draft, actor: Actor) -> bool:
    """Tell whether more than capitals speaks for the reading: the holder of a post without body could be anybody."""
    if draft.kind == "post":
        fields = any(_has_field(line, grammar, held) for held, _ in draft.offices)
        owned = any(_is_somebodys(line, held) for held, _ in draft.offices)
        return not owned and (fields or any(post.body for post in actor.posts))
    return draft.sure or bool(draft.offices or draft.bodies)


def _is_somebodys(line: Line, held: Office) -> bool:
    """Tell whether a post stands without capitals behind its owner: who "ICLEI's director" is, the text has told or does not care."""
    first = held.title[0]
    return first > 1 and line.words[first].text.islower() and line.owns(first - 2)


def _has_field(line: Line, grammar: Grammar, held: Office) -> bool:
    """Tell whether a title says what the post is for: there is one "Minister for Climate" and "directora de Agua", but many a "Director"."""
    first, end = held.title
    if line.is_name(first) and any(line.words[i].text.islower() for i in range(first + 1, end - 1)):
        return True
    link = next((i for i in range(first, end) if grammar.has("links", line.words[i].fold)), end)
    named = [line.words[i].fold for i in range(link + 1, end) if line.is_name(i)]
    return bool(named) and not any(grammar.has("generic", fold) for fold in named)
