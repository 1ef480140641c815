"""Lines above a text that are not its title: quotations, places, offices, authors, the organisation whose page it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.geography import placelines
from forumgraph.converters.structure.boilerplate import phrases_of
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Block

_SAYING = re.compile(r"[“\"«‘].{8,300}[.!?…][”\"»’]|[“\"«‘].{8,300}[”\"»’][.!?]")
_BARRED = re.compile(r"\s[|·•]\s.*\s[|·•]\s")
"""Bars between several parts of a line, as between forum, day and room."""
_PARTS = re.compile(r"\s?[|·•]\s|\s/\s")
_PLACED = frozenset({"city", "country", "venue", "noise", "date", "online"})
_MARKS = " \t.,;:*_#|–—-"
_AUTHOR = 6
"""Words of a line that names an author."""
_NEAR = 18
"""Blocks in which the organisation whose page it is is spoken of."""


def is_saying(words: str) -> bool:
    """Tell whether a line is a quotation that ends as a sentence does: somebody is quoted above the text."""
    return _SAYING.fullmatch(words.strip()) is not None


def is_owner(block: Block, blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a line is the name of the organisation whose page this is: it ends as such names do, and the text speaks of it."""
    words = block.text.strip(_MARKS).split()
    named = len(words) > 1 and all(word[0].isupper() or word.lower() in lexicon.words for word in words)
    if not named or words[-1].lower() not in lexicon.phrases("posts", "bodies"):
        return False
    typed = begins(words[-1], phrases_of(lexicon, "session_types")) is not None
    told = " ".join(words)
    return not typed and any(told in other.text for other in blocks[:_NEAR] if other.span.start > block.span.start)


def is_byline(words: str) -> bool:
    """Tell whether a line names the author of what follows: "By Ana Brand"."""
    return _byline().match(words) is not None and len(words.split()) <= _AUTHOR


def is_aside(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line gives only a place ("Amman, Jordan"), an office ("Deputy Secretary-General"), an author ("By Ana Brand") or where it is filed."""
    plain = words.strip(_MARKS).lower()
    if (
        is_byline(words)
        or is_filed(words)
        or plain in (*lexicon.phrases("posts", "titles"), *lexicon.phrases("posts", "place_titles"))
    ):
        return True
    kinds = {part.kind for part in placelines.parts(words, lexicon)}
    told = "date" in kinds and not kinds.isdisjoint({"city", "venue", "online"})
    typed = begins(words, phrases_of(lexicon, "session_types"))
    where = (*lexicon.phrases("places", "at"), *lexicon.phrases("places", "in"))
    if told and (_BARRED.search(words) or (typed and begins(words[typed.end() :].lstrip(), where))):
        return True
    return _are_of_place(kinds)


def is_placed(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line gives only a place, and perhaps a day."""
    return _are_of_place({part.kind for part in placelines.parts(words, lexicon)})


def _are_of_place(kinds: set[str]) -> bool:
    return kinds <= _PLACED and not kinds.isdisjoint({"city", "country"})


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    """Return who wrote a text, or under what a web log files it: "By Ana Brand", "Ana in ECOSOC, HLPF"."""
    by, filed = alternation(everywhere("kinds", "byline")), alternation(everywhere("kinds", "filed"))
    return re.compile(rf"{by}:?\s[A-ZÀ-Ý]|[A-ZÀ-Ý][a-zà-ÿ]+ {filed} [A-Z]\w+,")


def is_filed(words: str) -> bool:
    """Tell whether a line of a page says in parts who wrote the text of a day or where it is filed: "31 May 2021 / in News / by admin"."""
    parts = [part.strip() for part in _PARTS.split(words)]
    return len(parts) > 1 and any(_filed().match(part) for part in parts)


@lru_cache(maxsize=1)
def _filed() -> re.Pattern[str]:
    """Return the pattern of a part that names who wrote a text, or the part of a site: "by admin", "in News", "News, Africa"."""
    by, inside = alternation(everywhere("kinds", "byline")), alternation(everywhere("kinds", "filed"))
    return re.compile(rf"{by}:?\s\w+(?:\s\w+)?\Z|(?:{inside}\s)?{alternation(everywhere('kinds', 'chrome'))}(?:,|\Z)")


def is_letterhead(block: Block, names: Names, lexicon: Lexicon) -> bool:
    """Tell whether a line is nothing but known organisations, and perhaps their city."""
    told = sum(m.span.end - m.span.start for m in names.find(block.text) if m.kind != "forum")
    placed = (p for p in placelines.parts(block.text, lexicon) if told and p.kind in {"city", "country"})
    return (told + sum(p.end - p.start for p in placed)) * 10 >= len(block.text.strip(_MARKS)) * 8
