"""Speaker bullets: "Jane Doe (ICLEI): sentence" names who spoke, and the sentence itself is for others to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.entries import is_text
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.roles import Claim
from forumgraph.converters.participants.segments import names_from, parts
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line
    from forumgraph.converters.words.trie import Token
    from forumgraph.model import Block

_FEW_WORDS = 4
_LONGEST = 16
"""Tokens before the colon."""


def bullet(line: Line, grammar: Grammar, block: Block, *, first: bool) -> Claim | None:
    """Read the speaker with whom a block begins.

    Args:
        line: the words of the block.
        grammar: of their language.
        block: an item or a paragraph; others have none.
        first: whether the block is among the first, where a paragraph with a colon may be a title.
    """
    if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or not any(w.text == ":" for w in line.words):
        return None
    found, after = names_from(line, grammar, 0)
    colon = next((i for i in range(min(len(line.words), _LONGEST)) if line.words[i].text == ":"), after)
    if after < colon and not is_text(line, grammar, 0, colon):
        found, after = parts(line, grammar, 0, colon), colon
    if not found or after >= len(line.words) - _FEW_WORDS or line.words[after].text != ":":
        return None
    read = mentions(line, grammar, found, single=True)
    rest = line.words[after + 1 : after + 1 + _FEW_WORDS]
    told = line.words[1:after] if block.kind is BlockKind.PARAGRAPH and first else None
    if told is not None and not any(w.text in "(," for w in told):
        return None
    spoken = len(read) == 1 and (_speaks(line, read[0]) or _tells_of(grammar, read[0], rest))
    return Claim(read[0], "speaker", read[0].span, "roster.bullet") if spoken and _is_told(rest) else None


def _is_told(rest: Sequence[Token]) -> bool:
    return any(w.text.islower() for w in rest)


def _tells_of(grammar: Grammar, mention: Mention, rest: Sequence[Token]) -> bool:
    """Tell whether what follows a name speaks of a person: "Jane Doe: She heads the office and asked"."""
    whole = mention.actor.kind == "person" and " " in mention.actor.name
    return whole and rest != [] and grammar.has("third", rest[0].fold)


def _speaks(line: Line, mention: Mention) -> bool:
    actor = mention.actor
    if actor.kind in {"person", "post"}:
        return mention.sure
    whole = (bool(mention.key) and actor.kind == "organization") or (mention.sure and actor.kind == "constituency")
    return whole and (bool(actor.acronym) or " " in actor.name) and line.words[0].start <= mention.span.start
