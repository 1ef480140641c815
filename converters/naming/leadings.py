"""Which of the headings at the top of a document is the title: below letterheads and series, above sections."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.forums.categories import particular
from forumgraph.converters.structure.boilerplate import is_boilerplate, is_date_line, phrases_of, undated
from forumgraph.converters.structure.outline import CAPITALS
from forumgraph.converters.structure.parts import is_numbered
from forumgraph.converters.words.headings import bare, kind_of
from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import begins, first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_SHORT = 4
_GAP = 2
"""Lines between one that breaks off and the next that is left."""
_MASTHEAD = 8
"""Blocks in which the symbol of a paper may stand."""
SENTENCE = 14
"""Words of a headline that is a sentence."""
_TOLD = 300
"""Characters of prose, which speaks of what the headline says."""
_STOP = re.compile(r"[.;]\s")
_MOTTO = 6
"""Words of the motto of a site."""
_SYMBOL = re.compile(r"(?<!\S)[A-Z]{1,8}(?:/[A-Z0-9.]{1,10}){0,4}/\d[\w.]{0,9}\s*\Z")
_WORD = re.compile(r"\w{3,40}")


def telling(headings: Sequence[Block], lexicon: Lexicon) -> Block:
    """Return the first heading, unless it is a letterhead or a series and one after it says what meeting it was, or is printed larger."""
    types = phrases_of(lexicon, "session_types")
    told = _below_body(headings, lexicon) or _reported(headings, lexicon)
    if told is not None or first(headings[0].text, types) is not None:
        return told or headings[0]
    if (told := _larger(headings, lexicon)) is not None or len(headings[0].text.split()) > _SHORT:
        return told or headings[0]
    near = (
        block
        for block in headings[1:4]
        if block.level != headings[0].level and begins(block.text, types) and not is_numbered(block.text, lexicon)
    )
    return next(near, headings[0])


def _below_body(headings: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the title where the first heading is the name of a body, which it may be itself."""
    types, reports = phrases_of(lexicon, "session_types"), lexicon.phrases("kinds", "report_title")
    below = [b for b in headings[1:3] if first(b.text, types)]
    body = is_body(headings[0].text, lexicon)
    if body and (told := next((b for b in below if begins(b.text, reports)), None)) is not None:
        return told
    if _ends_as_body(headings[0].text, lexicon):
        told = next((b for b in below if not _ends_as_body(b.text, lexicon)), None)
        return told or _larger(headings, lexicon) or headings[0]
    return (_larger(headings, lexicon) or headings[0]) if body else None


def _larger(headings: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the heading near the first one that is printed larger, as titles are below the makers of a paper, or says of what it is the report."""
    near = [b for b in headings[1:_SHORT] if b.page == headings[0].page and b.level < headings[0].level]
    types, reports = phrases_of(lexicon, "session_types"), lexicon.phrases("kinds", "report_title")
    told = (b for b in near if begins(b.text, reports) and first(b.text, types))
    return next(told, min(near, key=lambda b: b.level, default=None))


def _reported(headings: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the heading below that of a larger meeting which says that this is the report of something in it: "Synthesis of workshop 3"."""
    reports = lexicon.phrases("kinds", "report_title")
    inner = particular(lexicon)
    above = set(headings[0].text.lower().split())
    if above.isdisjoint(lexicon.phrases("parents", "words")) or first(headings[0].text, (*inner, *reports)) is not None:
        return None
    return next((b for b in headings[1:3] if begins(b.text, reports) and first(b.text, inner) is not None), None)


def reporting(leading: Block, lines: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the line below the name of a body that says what is reported: "Report of the Committee on its fifth session"."""
    if not is_body(leading.text, lexicon) or begins(leading.text, lexicon.phrases("kinds", "report_title")):
        return None
    types, reports = phrases_of(lexicon, "session_types"), lexicon.phrases("kinds", "report_title")
    return next((b for b in lines if b.span > leading.span and begins(b.text, reports) and first(b.text, types)), None)


def is_body(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading is the name of a body that met, by one of its first words ("NGO Committee on ...", "Department of ...")."""
    units = frozenset(lexicon.phrases("posts", "units"))
    return any(word.lower() in units for word in words.split()[:4]) and ":" not in words


def is_letterhead(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is the name of a body, or of an association: "International Federation of Well Diggers"."""
    units = frozenset(lexicon.phrases("titles", "bodies"))
    return is_body(words, lexicon) or (any(word.lower() in units for word in words.split()[:4]) and ":" not in words)


def below_symbol(lines: Sequence[Block], blocks: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Leave out mastheads, where something stands below: what is above the symbol of a paper, or breaks off where its other lines were left out."""
    broken = [b.span for b, after in pairwise(blocks) if b.text.endswith(",") and after.line - b.line > _GAP]
    lines = [b for b in lines if b.span not in broken] or lines
    lines = [b for b in lines if not is_series(b.text, lexicon)] or lines
    told = ((b, _SYMBOL.search(b.text)) for b in blocks[:_MASTHEAD])
    symbols = [b.span for b, symbol in told if symbol is not None and (b in lines[:1] or not symbol.start())]
    return [b for b in lines if not symbols or b.span > symbols[-1]] or list(lines)


def is_series(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a short line counts the papers of a series, and no meetings: "Learning note #27", "Cuadernos del agua, n.º 8"."""
    counted = _numbered(lexicon).search(words) if len(words.split()) <= _MASTHEAD + 1 else None
    led = begins(words, lexicon.phrases("kinds", "series_lead")) is not None
    return counted is not None and (led or first(words, phrases_of(lexicon, "session_types")) is None)


@lru_cache(maxsize=16)
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the number with which the name of a series ends."""
    marks = (
        *lexicon.phrases("kinds", "number"),
        *lexicon.phrases("kinds", "volume"),
        *lexicon.phrases("kinds", "series"),
    )
    return re.compile(rf"\w\W{{1,6}}(?:#|{alternation(marks)})\s?\d{{1,3}}\W*\Z")


def below(lines: Sequence[Block], blocks: Sequence[Block], prose: str, lexicon: Lexicon) -> Block:
    """Return the first line, or the one below it that says what meeting it was.

    Above it may stand a body ("Office for the North / *Expert meeting on ice*", "Ministry of Ice / *Committee on piers*"), a line and the kind of paper
    ("Network of Islands / Workshop report / *Training on*"), words of which the text says nothing, such as the motto of a site, or the way to
    the page, which ends with its title.

    Args:
        prose: the beginning of the text.
    """
    types = phrases_of(lexicon, "session_types")
    reports = lexicon.phrases("kinds", "report_title")
    told = _named_again(lines, lexicon)
    if told is not None or first(lines[0].text, types) is not None:
        return told or lines[0]
    if (told := _below_mottos(lines, prose, lexicon)) is not None:
        return told
    near = [b for b in lines[1:3] if first(b.text, (*types, *(f"{phrase}s" for phrase in types))) is not None]
    if not near:
        far = (b for b in lines[3:_MASTHEAD] if begins(b.text, reports) and first(b.text, types) is not None)
        inner = lines[1] if all(is_body(b.text, lexicon) for b in lines[:2]) and len(lines) > 1 else lines[0]
        return next(far, _above_day(lines, blocks, lexicon) or inner)
    if is_letterhead(lines[0].text, lexicon):
        return next((b for b in near if not is_body(b.text, lexicon)), lines[0])
    between = (b for b in blocks if lines[0].span < b.span < lines[1].span)
    paper = any(first(b.text, reports) is not None and is_boilerplate(b.text, lexicon) for b in between)
    return near[0] if paper and near[0] is lines[1] else lines[0]


def _above_day(lines: Sequence[Block], blocks: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the line between the name of a body and the day: "Pier Association / *Ice for all* / 3 May 2019"."""
    dated = (
        any(before is lines[1] and is_date_line(b.text, lexicon) for before, b in pairwise(blocks))
        if lines[1:]
        else False
    )
    return (
        lines[1]
        if dated and is_letterhead(lines[0].text, lexicon) and not is_letterhead(lines[1].text, lexicon)
        else None
    )


def _named_again(lines: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the line below that says of what meeting this is the report, or that the first one ends with."""
    reports = lexicon.phrases("kinds", "report_title")
    under = lines[1].text if len(lines) > 1 and not begins(lines[0].text, reports) else ""
    named = begins(under, reports) and first(under, phrases_of(lexicon, "session_types"))
    if named and not is_boilerplate(undated(under, lexicon), lexicon):
        return lines[1]
    return next((b for b in lines[1:_SHORT] if len(b.text.split()) >= _SHORT and b.text in lines[0].text), None)


def _below_mottos(lines: Sequence[Block], prose: str, lexicon: Lexicon) -> Block | None:
    """Return the line that says what the text tells of, below short ones of which it says nothing."""
    for block in lines[:_MASTHEAD]:
        told = _told(block, prose, lexicon)
        if told or len(block.text.split()) > _MOTTO:
            return block if block is not lines[0] and len(told) >= _SHORT else None
    return None


def of_news(blocks: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Return the headline that is a sentence with its full stop, or stands below the caption of a picture and the day; the text goes on from it."""
    at = 2 if len(blocks) > 1 and is_date_line(blocks[1].text, lexicon) else 0
    if len(blocks) < at + 2 or any(b.kind is not BlockKind.PARAGRAPH for b in blocks[: at + 2]):
        return []
    words, prose = blocks[at].text, blocks[at + 1].text
    short = len(words.split()) <= SENTENCE and _STOP.search(words) is None
    told = len(_told(blocks[at], prose[:_TOLD], lexicon)) >= _SHORT and len(prose.split()) > SENTENCE
    held = not at and first(words, lexicon.phrases("kinds", "held")) is not None
    return [blocks[at]] if short and told and not held else []


def _told(line: Block, prose: str, lexicon: Lexicon) -> set[str]:
    """Return the words of a line, without small ones, that a text begins with."""
    return (set(_WORD.findall(line.text.lower())) & set(_WORD.findall(prose.lower()))) - lexicon.words


def _ends_as_body(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading ends in a word for bodies which is none for meetings: "PACIFIC ISLANDS FORUM SECRETARIAT"."""
    last = words.rsplit(maxsplit=1)[-1].lower().strip(" .,:")
    bodies = (*lexicon.phrases("posts", "units"), *lexicon.phrases("posts", "bodies"))
    return last in bodies and last not in phrases_of(lexicon, "session_types")


def passed_over(blocks: Sequence[Block], heading: Block, lexicon: Lexicon) -> Block | None:
    """Return a higher heading before one that turns out to be a section beside others: "Daily highlights: 12 July" has no better title."""
    headings = [b for b in blocks if b.kind is BlockKind.HEADING]
    beside = [
        b for b in headings if b.level == heading.level and b.span != heading.span and not kind_of(b.text, lexicon)
    ]
    higher = [b for b in headings if b.span < heading.span and b.level < heading.level and len(b.text.split()) > 1]
    higher = [b for b in higher if bare(b.text) not in lexicon.phrases("kinds", "letterhead")]
    marked = [b for b in higher if b.level < CAPITALS and not _ends_as_body(b.text, lexicon)]
    return marked[0] if marked and beside else None
