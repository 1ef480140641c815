"""Lines around a text that are none of it: navigation of a web page, captions, symbols of documents, mastheads of press releases."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.words.headings import kind_of
from forumgraph.converters.words.lexicon import alternation, everywhere, of_all
from forumgraph.converters.words.phrases import begins, first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_SYMBOL = re.compile(
    r"(?:Distr\.:?\s?)?(?:[A-Z][A-Za-z]{0,9}(?:/[A-Z0-9][\w.()-]{0,15}){1,6}\*?|\d\d-\d{5}(?:\s?\([EFSCRA]\))?)"
)
"""Symbols and job numbers of the United Nations: "E/HLPF/2019/7", "19-00283 (E)"."""
_FOOT = re.compile(rf"\d{{1,3}}/\d{{1,3}}\s{{1,3}}{_SYMBOL.pattern}|{_SYMBOL.pattern}\s{{1,3}}\d{{1,3}}/\d{{1,3}}")
"""The foot of their pages: "3/14 E/HLPF/2019/7"."""
_TEXT = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})
_HIGHEST = 12
"""Blocks among which the first line of a document of the United Nations is."""
_BELOW = 5
_LONGEST = 24
_NOTE = 60
_PICTURED = 3
_ENTRY = 5
"""Words of a line of a menu, at most."""
_ENTRIES = 3
_STEP = re.compile(r"\s[>»›/|]\s")  # noqa: RUF001 - as pages print it
_EDGE = " \t.:*_#|–—-»>•"


def is_furniture(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a line is no part of what is told: "Skip to main content", "Photo: ...", "E/HLPF/2019/7", "Share this page"."""
    words = block.text.strip()
    if block.kind in _TEXT and ((":" in words and _caption().search(words)) or _is_note(words)):
        return True
    if block.kind not in _TEXT or len(words.split()) > _LONGEST:
        return False
    if any(shape.fullmatch(words) for shape in (_SYMBOL, _FOOT, *_mastheads())):
        return True
    if _is_path(words):
        return True
    plain = _plain(words)
    begun = begins(plain, lexicon.phrases("kinds", "chrome_begin"))
    return begun is not None or plain in of_all("kinds", "chrome")


def _is_path(words: str) -> bool:
    """Tell whether a line shows where a page is on its site: "Home > News > Forum on water"."""
    steps = _STEP.split(words)
    return len(steps) > 1 and _plain(steps[0]) in everywhere("kinds", "menu")


def _is_note(words: str) -> bool:
    """Tell whether a line is about the page or the paper: "This document has not been formally edited", in whatever language."""
    return len(words.split()) <= _NOTE and first(words, _notes()) is not None


@lru_cache(maxsize=1)
def _notes() -> tuple[str, ...]:
    return everywhere("kinds", "chrome_inside")


@lru_cache(maxsize=1)
def _caption() -> re.Pattern[str]:
    """Return the end of a caption: "... - Photo: United Nations"."""
    return re.compile(rf"[-–—(\s]{alternation(everywhere('kinds', 'caption'))}\s?:\s?[^.]{{2,60}}\)?\.?$")


@lru_cache(maxsize=1)
def _mastheads() -> tuple[re.Pattern[str], ...]:
    """Return lines that papers begin with, which count what was issued before.

    Sittings in press releases ("Youth Forum, 3rd & 4th Meetings (AM & PM)"); the masthead of a bulletin ("Vol. 33 No. 71 ... Friday, 12 July 2019"); the
    first line of a document of the United Nations, which names its day of issue ("Distr. GENERAL ... 2 May 1997 Original: ENGLISH").
    """
    half = alternation(everywhere("kinds", "sittings"))
    joint = rf"(?:&|{alternation(everywhere('kinds', 'sitting_joints'))})"
    volume = alternation(everywhere("kinds", "volume"), glued=True, open_end=True)
    number = alternation(everywhere("kinds", "number"), open_end=True)
    return (
        re.compile(
            rf".{{3,80}}\({half}(?:,?\s?{joint}\s?{half})?\)|.{{3,80}}\s[-–—]\s{half}(?:\s{joint}\s\S{{4,12}})?"
        ),
        re.compile(rf"{volume}\s?\d{{1,3}},?\s{{1,3}}{number}\s?\d.{{0,160}}"),
        re.compile(rf".{{0,60}}{alternation(everywhere('kinds', 'distribution'))}\.?\s?:?.{{0,200}}"),
    )


def around(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return the lines that are no part of the text, with the short line above a caption, which is of the picture as well.

    A heading such as "Latest news" below the text stays: it says that what follows is none of it.
    """
    told = next((i for i, b in enumerate(blocks) if len(b.text.split()) > _ENTRY and b.text.endswith(".")), len(blocks))
    closing = {
        b.span for b in blocks[told:] if b.kind is BlockKind.HEADING and kind_of(b.text, lexicon) == "boilerplate"
    }
    found = [block for block in blocks if block.span not in closing and is_furniture(block, lexicon)]
    captions = {block.span for block in found if _caption().search(block.text)}
    above = [
        block
        for block, after in pairwise(blocks)
        if after.span in captions and block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= _PICTURED
    ]
    return tuple(dict.fromkeys((*found, *above, *_menus(blocks), *_issued(blocks, lexicon))))


def _menus(blocks: Sequence[Block]) -> Iterator[Block]:
    """Go through the lines of menus: short ones in a row, most of which many sites have; and through those above one at the top of a page."""
    known = of_all("kinds", "menu") | of_all("kinds", "chrome")
    told = [block for block in blocks if block.kind is not BlockKind.PAGE_HEADER]
    for short, run in groupby(enumerate(told), key=lambda numbered: _is_entry(numbered[1], known)):
        entries = [at for at, block in run if short and _plain(block.text) in known]
        if len(entries) >= _ENTRIES and entries[-1] - entries[0] < 2 * len(entries):
            top = all(_is_entry(block, known) for block in told[: entries[0]])
            yield from told[0 if top else entries[0] : entries[-1] + 1]


def _is_entry(block: Block, known: frozenset[str]) -> bool:
    """Tell whether a line may be one of a menu."""
    if block.kind not in _TEXT or len(block.text.split()) > _ENTRY:
        return False
    return block.kind is not BlockKind.HEADING or _plain(block.text) in known


def _plain(words: str) -> str:
    return words.strip(_EDGE).lower().replace("’", "'")


def _issued(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Block]:
    """Go through the lines around "Distr.", which give whose paper it is, its symbol, its day of issue and its languages."""
    distribution = _mastheads()[-1]
    for place, block in enumerate(blocks[:_HIGHEST]):
        if block.kind not in _TEXT or distribution.fullmatch(block.text.strip()) is None:
            continue
        yield from (above for above in blocks[:place] if _is_head(above.text.strip(), lexicon))
        for below in blocks[place + 1 : place + 1 + _BELOW]:
            if not _is_of_issue(below.text.strip(), lexicon):
                break
            yield below
        return


def _is_head(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line has nothing but a symbol and names of a letterhead: "E/2019/7 United Nations Economic and Social Council"."""
    pieces = [piece for piece in words.split() if not _SYMBOL.fullmatch(piece)]
    rest = " ".join(pieces).lower().strip(_EDGE)
    while found := begins(rest, lexicon.phrases("kinds", "letterhead")):
        rest = rest[found.end() :].strip(_EDGE)
    return not rest


def _is_of_issue(words: str, lexicon: Lexicon) -> bool:
    symbol = _SYMBOL.match(words)
    rest = words[symbol.end() :].strip(_EDGE) if symbol else words.strip(_EDGE)
    begun = begins(rest.lower(), lexicon.phrases("kinds", "chrome_begin")) is not None
    if not rest or begun or rest.lower() in everywhere("kinds", "restriction"):
        return True
    told = dates.find(rest, lexicon)
    return len(told) == 1 and told[0].span.end - told[0].span.start >= len(rest) - 1
