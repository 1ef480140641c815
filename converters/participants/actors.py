"""Who took part in a session: organisers, speakers and all the others, with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.cast import Cast
from forumgraph.converters.participants.drafts import NOT_ACTORS
from forumgraph.converters.participants.grammar import grammar
from forumgraph.converters.participants.identities import identified
from forumgraph.converters.participants.people import presiding
from forumgraph.converters.participants.roles import OF_BODIES, Claim
from forumgraph.converters.participants.rosters import Roster
from forumgraph.converters.participants.settling import settled
from forumgraph.converters.participants.statements import statements
from forumgraph.converters.words import acronyms
from forumgraph.converters.words.gazetteer import city
from forumgraph.converters.words.line import line
from forumgraph.converters.words.trie import fold, tokens
from forumgraph.findings import finding
from forumgraph.model import BlockKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.line import Line
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Block, Document, Finding, Participation

_EARLY = 6
"""Blocks at the beginning of a session, where a phrase like "organised by" is about the session itself."""
_MOST_FINDINGS = 20
_UNREAD = frozenset({BlockKind.NOTE})


def participations(
    document: Document, blocks: Sequence[Block], lexicon: Lexicon, names: Names
) -> tuple[tuple[Participation, ...], tuple[Finding, ...]]:
    """Read who took part in a session and in which role.

    An actor needs words that give it a role: a label, a phrase ("organised by"), a verb of speech, a list under a heading. A body that is only
    talked about is no actor. Words that may name an actor and leave doubt become findings (`REP012`).

    Args:
        document: the blocks' document; acronyms that it defines anywhere hold for the session.
        blocks: of the session, in the order of the document.
        lexicon: of the language of the text.
        names: of the authority file.
    """
    words = grammar(lexicon)
    made: list[tuple[Block, Claim]] = []
    doubts: list[tuple[Block, Mention]] = []
    told = [block for block in blocks if block.kind not in _UNREAD]
    lines = [line(document.text, b.span, names, acronyms.find(b.text, b.span.start)) for b in told]
    roster = Roster()
    early = {id(block) for block in blocks[:_EARLY]}
    for block, read in zip(told, lines, strict=True):
        made.extend((block, claim) for claim in _claims(roster, read, words, block, early=id(block) in early))
        doubts.extend((block, mention) for mention in roster.doubts)
        roster.doubts.clear()
    roster.finish()
    made.extend((blocks[-1], claim) for claim in roster.claims)
    cast = Cast(acronyms.of_document(document.text))
    clear = settled(made)
    for block, claim in zip((b for b, _ in clear), identified([c for _, c in clear], lines, words), strict=True):
        if _is_clear(claim, words):
            cast.add(claim)
        elif claim.rule != "role.verb":
            doubts.append((block, claim.mention))
    return cast.participations(), tuple(_findings(document, doubts))


def _claims(roster: Roster, made: Line, words: Grammar, block: Block, *, early: bool) -> Iterator[Claim]:
    listed = roster.read(made, words, block)
    yield from (told for claim in roster.claims for told in presiding(made, words, claim))
    roster.claims.clear()
    if not listed and block.kind is not BlockKind.PAGE_HEADER:
        yield from statements(made, words, early=early)


def _is_clear(claim: Claim, words: Grammar) -> bool:
    """Tell whether a claim may be published: its actor is an actor, and more than capitals says so where that is needed."""
    actor = claim.mention.actor
    if actor.kind in NOT_ACTORS or (actor.kind == "constituency" and actor.name.islower()):
        return False
    if not claim.mention.key and (actor.name.split(" ")[0] in words.function or _is_bare(claim, words)):
        return False
    if claim.mention.sure or actor.kind == "person":
        return True
    return claim.role in OF_BODIES and actor.kind == "organization"


def _is_bare(claim: Claim, words: Grammar) -> bool:
    """Tell whether a name is nothing but a word for bodies ("the Centre", which was named before) or meetings, or the city where a meeting was."""
    actor = claim.mention.actor
    named = tokens(actor.name)
    occasion = words.phrases["occasions"].longest(named, 0)
    if occasion is not None and occasion[0] == len(named):
        return True
    if claim.role == "host" and claim.rule == "role.verb" and city(actor.name):
        return True
    return claim.role in OF_BODIES and not actor.acronym and words.has("bodies", fold(actor.name))


def _findings(document: Document, doubts: Sequence[tuple[Block, Mention]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for block, mention in doubts:
        name = mention.actor.name
        if name in seen or len(seen) == _MOST_FINDINGS:
            continue
        seen.add(name)
        place = Place(document.source.name, block.page, block.line, mention.actor.span, name)
        yield finding("REP012", f'not clear whether "{name[:80]}" took part, and as what', place)
