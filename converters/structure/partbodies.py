"""What stands below the headings of sessions: words of its own, and who presided. Without words, a heading is a line of an agenda or of contents."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.words.headings import kind_of
from forumgraph.converters.words.phrases import Row, begins, first, pattern
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_SENTENCE, _SOME = 6, 4
"""Words of a block that says something, and of an item that does beside others."""
_NEAR = 3
"""Blocks below a heading among which it is told who presided."""
_TITLE = 5
"""Words of a heading that is the title of a session of the day, though it speaks of issues."""
_TOP = 250
"""Characters of running text in which that is told, or which session it was."""
_LABELS, _TOLD = ("roles.labels",), ("roles", "roles.verbs")
_PRESIDING = ("chair", "moderator")


def with_text(blocks: Sequence[Block], starts: Sequence[int]) -> list[int]:
    """Return the starts that have running text or a list before the next one; a table of contents has not."""
    stops = [*starts[1:], len(blocks)]
    return [start for start, stop in zip(starts, stops, strict=False) if _has_text(blocks[start + 1 : stop])]


def without_groups(blocks: Sequence[Block], starts: Sequence[int], lexicon: Lexicon) -> list[int]:
    """Return the starts but for groups of one session ("Table 2: Ice"), unless one of them has hours or somebody who presided."""
    groups = [start for start in starts if _is_group(blocks[start].text, lexicon)]
    stops = dict(zip(starts, [*starts[1:], len(blocks)], strict=False))
    own = any(_meets(blocks[start : stops[start]], lexicon) for start in groups)
    return list(starts) if own else [start for start in starts if start not in groups]


def _is_group(words: str, lexicon: Lexicon) -> bool:
    named = begins(words, lexicon.phrases("ordinals", "groups"))
    return named is not None and not words[named.end() :].lstrip()[:1].islower()


def _meets(body: Sequence[Block], lexicon: Lexicon) -> bool:
    timed = any(times.find(block.text, lexicon) or dates.find(block.text, lexicon) for block in body[:2])
    return timed or _tells_of_session(body[1:], lexicon)


def says_something(block: Block) -> bool:
    """Tell whether a block has as many words as a sentence."""
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and len(block.text.split()) >= _SENTENCE


def presided(
    blocks: Sequence[Block], headings: Sequence[tuple[int, Block]], lexicon: Lexicon, *, daily: bool
) -> list[int]:
    """Return the headings of one make below which somebody chairs or moderates the session, and those of their make between them.

    Args:
        blocks: of the document, prepared.
        headings: those that may begin a session, and their places.
        lexicon: of its language.
        daily: whether the document tells of one day: any word for who presided or discussed will then do.
    """
    stops = [*(i for i, _ in headings[1:]), len(blocks)]
    own = [
        (i, stop)
        for (i, block), stop in zip(headings, stops, strict=False)
        if _may_begin(block, lexicon)
        or (len(block.text.split()) >= _TITLE if daily else _says_which(blocks[i + 1 : stop], lexicon))
    ]
    tells = _tells_who if daily else _tells_of_session
    told = [i for i, stop in own if tells(blocks[i + 1 : stop], lexicon)]
    levels = Counter(blocks[i].level for i in told)
    level = max(levels, key=lambda rank: levels[rank], default=0)
    told = [i for i in told if blocks[i].level == level]
    if daily or len(told) < 2:
        return told if len(told) > 1 else []
    between = with_text(blocks, [i for i, _ in own if blocks[i].level == level and told[0] <= i <= told[-1]])
    return between if len(told) * 2 >= len(between) else []


def opens_or_closes(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is nothing but "Opening session" or "Closing ceremony"."""
    return " " in words.strip() and words.strip(" :.*").lower() in lexicon.phrases("ordinals", "outer")


def _may_begin(block: Block, lexicon: Lexicon) -> bool:
    return not kind_of(block.text, lexicon) or opens_or_closes(block.text, lexicon)


def _tells_who(body: Sequence[Block], lexicon: Lexicon) -> bool:
    prose = [block.text for block in body if block.kind is BlockKind.PARAGRAPH and says_something(block)][:2]
    return any(first(w, lexicon.phrases("cues", "presided")) is not None or tells_who_held(w, lexicon) for w in prose)


def _tells_of_session(body: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether the first lines name who presided ("Moderator: Ana Reis"), or the first words say it, or which session it was."""
    for block in body[:_NEAR]:
        label = begins(block.text, _phrases(lexicon, _LABELS, _PRESIDING))
        if label is not None and block.text[label.end() :].lstrip()[:1] == ":":
            return True
        if block.kind is BlockKind.PARAGRAPH and says_something(block):
            top = block.text[:_TOP]
            presides = first(top, _phrases(lexicon, _TOLD, _PRESIDING)) is not None
            named = first(top, lexicon.phrases("ordinals", "numbered")) is not None
            return (presides and named) or _counting(lexicon).match(top) is not None
    return False


def _says_which(body: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether the first words below a heading count the session: below "Next steps", too, the third may be told."""
    first_words = body[0].text if body and body[0].kind is BlockKind.PARAGRAPH else ""
    counted = _counting(lexicon).match(first_words)
    return counted is not None and begins(counted["which"], lexicon.phrases("ordinals", "this")) is None


def tells_who_held(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with the session that they are of, and say who held it or presided: "This panel was organized by Oslo"."""
    held = _phrases(lexicon, _TOLD, (*_PRESIDING, "organizer"))
    return _counting(lexicon).match(words) is not None and first(words[:_TOP], held) is not None


@lru_cache(maxsize=48)
def _phrases(lexicon: Lexicon, tables: tuple[str, ...], roles: tuple[str, ...]) -> Row:
    return Row(phrase for table in tables for role in roles for phrase in lexicon.phrases(table, role))


@lru_cache(maxsize=16)
def _counting(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the beginning of a text that says which session it was: "The second session", "In this panel"."""
    which = pattern((*lexicon.phrases("ordinals", "first"), *lexicon.phrases("ordinals", "this"))).pattern
    kinds = pattern(lexicon.phrases("ordinals", "numbered")).pattern
    return re.compile(rf"(?:[\w’']{{1,10}}\s){{0,3}}(?P<which>(?i:{which}))\s(?:[\w-]{{1,20}}\s)?(?i:{kinds})")


def _has_text(body: Sequence[Block]) -> bool:
    """Tell whether one block has a sentence, or several items have some words."""
    listed = sum(block.kind is BlockKind.ITEM and len(block.text.split()) >= _SOME for block in body)
    return listed > 1 or any(says_something(block) for block in body)
