"""Blocks become sections: headings of any make, what stands under them, and what kind of section each is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from forumgraph.converters.structure import partbodies
from forumgraph.converters.words.headings import POINTS, bare, in_capitals, kind_of, looks_like_heading
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.phrases import trimmed
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

CAPITALS, BOLD, PLAIN = 7, 8, 9
"""Levels of headings that the format does not mark as such, below the six that it does."""

_OUTLINE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_ROMAN = re.compile(r"[IVX]{1,5}[.)]")
_CHAPTER = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]")
_FIGURE = re.compile(r"\d{1,2}[.)]")
_TITLE, _NAME, _SERIES = 10, 4, 2
"""Words of a line that counts on with known headings, of the name of a topic of notes, and how many of these there are at least."""

_RUN_IN = re.compile(r"([^:.|]{3,90})[:.]\s+(?=\S)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[^\W\d_]{1,4}\b")
_PREFACES = frozenset({"background", "objectives"})
_LABELS = frozenset({"boilerplate", "speakers", "participants", "organizers"})
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next heading.

    Attributes:
        heading: None for what stands before the first heading.
        kind: row of the lexicon's table `headings`; empty if the heading is none that is known.
        under: kind of the nearest section around this one that has a kind; empty if there is none.
        level: 1 (highest) to 9; 0 before the first heading.
    """

    heading: Block | None
    kind: str
    under: str
    level: int
    body: tuple[Block, ...]


def prepare(blocks: Iterable[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return the blocks of the running text, with every heading marked as one.

    Paragraphs and numbered lines that look like headings become headings (levels 7 to 9), "Recommendations: the text" becomes a heading and a
    paragraph. Running heads and notes are left out.
    """
    return _prepared(tuple(blocks), lexicon)


@lru_cache(maxsize=1)  # what tells that a text is a report is what its sections are read from
def _prepared(given: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    marked = tuple(
        part
        for before, block, after in zip((None, *given), given, (*given[1:], None), strict=False)
        for part in _marked(
            block,
            lexicon,
            listed=_is_in_list(before, block) or _is_in_list(after, block),
            top=before is None or before.kind is BlockKind.PAGE_HEADER,
        )
    )
    named = _named_by_one(_chaptered(_outlined(_counted(_taken_up(_beside_prefaces(marked, lexicon), lexicon)))))
    return _sunk(named, lexicon)


def _taken_up(marked: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Make headings, of the rank of "Agenda", of the lines that repeat what stands below it: minutes take up their items one by one."""
    level, listed, again = 0, set[str](), dict[Span, int]()
    for block in marked:
        if block.kind is BlockKind.HEADING and kind_of(block.text, lexicon) == "agenda":
            level = block.level
        elif level and block.kind in {BlockKind.HEADING, BlockKind.ITEM} and len(block.text.split()) <= _TITLE:
            if (name := bare(block.text)) in listed:
                again[block.span] = level
            elif not again:
                listed.add(name)
    again = again if len(again) > 1 else {}
    return tuple(replace(b, kind=BlockKind.HEADING, level=again[b.span]) if b.span in again else b for b in marked)


def _beside_prefaces(marked: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Make headings of the short lines between prose behind a preface whose heading is such a line: what they head is none of it."""
    headed, among = False, list[Block]()
    for before, block, after in zip((None, *marked), marked, (*marked[1:], None), strict=False):
        heads = headed and _is_prose(before) and _may_head(block) and _is_prose(after)
        among.append(replace(block, kind=BlockKind.HEADING, level=PLAIN) if heads else block)
        if block.kind is BlockKind.HEADING:
            headed = block.level == PLAIN and not block.marker and kind_of(block.text, lexicon) in _PREFACES
    return tuple(among)


def _is_prose(block: Block | None) -> bool:
    prose = block is not None and block.kind is BlockKind.PARAGRAPH and partbodies.says_something(block)
    return prose and block is not None and block.text.rstrip().endswith(".")


def _may_head(block: Block) -> bool:
    short = block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= _TITLE
    return short and block.text[:1].isupper() and block.text.rstrip()[-1:] not in ".;,:"


def _sunk(marked: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Put headings below one of points that has nothing of its own, as where all are in bold alike: "Recommendations", "To cities", "To States"."""
    above, told = 0, False
    sunk: list[Block] = []
    for block, after in zip_longest(marked, marked[1:]):
        lower = False
        if block.kind is not BlockKind.HEADING:
            told = True
        elif (kind := kind_of(block.text, lexicon)) or block.level < above:
            alone = after is not None and after.kind is BlockKind.HEADING and after.level == block.level
            above = block.level if told and alone and kind in POINTS else 0
        else:
            lower = block.level == above
        sunk.append(replace(block, level=above + 1) if lower else block)
    return tuple(sunk)


def _outlined(marked: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make headings of short lines with numbers of an outline that stand alone above something: "3.1 To governments"."""
    around = zip((None, *marked), marked, (*marked[1:], None), strict=False)
    return tuple(
        replace(block, kind=BlockKind.HEADING, level=PLAIN + block.marker.strip(".").count("."), marker="", list=-1)
        if _is_numbered_name(block, _OUTLINE_NUMBER)
        and (after is not None and after.kind is not BlockKind.HEADING)
        and not (_is_counted_on(before) or _is_counted_on(after))
        else block
        for before, block, after in around
    )


def _chaptered(marked: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make headings of short lines with Roman numbers that stand alone, from "I." on, and of those with capital letters between them."""
    around = [*zip((None, *marked), marked, (*marked[1:], None), strict=False)]
    alone = {block.span: block for before, block, after in around if _stands_alone(before, block, after, _CHAPTER)}
    chapters = [
        block
        for block in marked
        if (block.kind is BlockKind.HEADING or block.span in alone) and _ROMAN.fullmatch(block.marker)
    ]
    if [block.marker.strip(".)") for block in chapters[:2]] != ["I", "II"]:
        return marked
    return tuple(
        replace(block, kind=BlockKind.HEADING, level=PLAIN + (block not in chapters))
        if block.span in alone and block.span >= chapters[0].span
        else block
        for block in marked
    )


def _named_by_one(marked: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make headings of the names of a few words that stand alone and count up from one, as in notes: "1) Water", "2) Mines"."""
    around = zip((None, *marked), marked, (*marked[1:], None), strict=False)
    alone = [block for before, block, after in around if _stands_alone(before, block, after, _FIGURE)]
    count_up = [block.marker.strip(".)") for block in alone] == [str(i + 1) for i in range(len(alone))]
    if len(alone) < _SERIES or not count_up or any(len(block.text.split()) > _NAME for block in alone):
        return marked
    return tuple(replace(b, kind=BlockKind.HEADING, level=PLAIN) if b in alone else b for b in marked)


def _stands_alone(before: Block | None, block: Block, after: Block | None, number: re.Pattern[str]) -> bool:
    named = after is not None and _is_numbered_name(block, number)
    return named and not (_is_in_list(before, block) or _is_in_list(after, block))


def _is_numbered_name(block: Block, number: re.Pattern[str]) -> bool:
    begun = block.kind is BlockKind.ITEM and number.fullmatch(block.marker) is not None and block.text[:1].isupper()
    return begun and len(block.text.split()) <= _TITLE and block.text.rstrip()[-1:] not in ".;,:"


def _is_counted_on(other: Block | None) -> bool:
    """Tell whether a line has a number of an outline as well, so that the two are members of one list."""
    return other is not None and other.kind is BlockKind.ITEM and _OUTLINE_NUMBER.fullmatch(other.marker) is not None


def _counted(marked: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make headings of the short lines that count on with known ones: "1. Issues", "2. Way ahead", "3. Closing of the day"."""
    numbered = Counter(b.list for b in marked if b.kind is BlockKind.HEADING and b.marker and b.list >= 0)
    around = zip((None, *marked), marked, (*marked[1:], None), strict=False)
    return tuple(
        replace(block, kind=BlockKind.HEADING, level=PLAIN)
        if block.kind is BlockKind.ITEM
        and block.level == 0
        and numbered[block.list] > 1
        and len(block.text.split()) <= _TITLE
        and block.text.rstrip()[-1:] not in ".;,"
        and not (_is_in_list(before, block) or _is_in_list(after, block))
        else block
        for before, block, after in around
    )


def outline(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Section, ...]:
    """Return the sections of prepared blocks, in order. Levels need not be a tree: a heading closes all of its own level and below."""
    sections: list[Section] = []
    around: list[tuple[int, str]] = []
    heading, body = None, list[Block]()
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            body.append(block)
            continue
        sections.append(_section(heading, body, around, lexicon))
        if heading is not None:
            around.append((heading.level, sections[-1].kind))
        while around and around[-1][0] >= block.level:
            around.pop()
        heading, body = block, []
    sections.append(_section(heading, body, around, lexicon))
    return tuple(section for section in sections if section.heading is not None or section.body)


def forum_named(block: Block, names: Names) -> Span | None:
    """Return the span of a heading that says nothing but the name of a forum (and its year): what follows is part of it, not under it."""
    found = [mention for mention in names.find(block.text, block.span.start) if mention.kind == "forum"]
    if not found:
        return None
    rest = block.text
    for mention in sorted(found, key=lambda m: m.span, reverse=True):
        rest = rest[: mention.span.start - block.span.start] + " " + rest[mention.span.end - block.span.start :]
    left = [word for word in _NOT_WORDS.sub(" ", _YEAR.sub(" ", rest)).lower().split() if word not in _beside_forum()]
    return trimmed(block.text, 0, len(block.text), marks=" .:*#") if not left else None


def _section(heading: Block | None, body: list[Block], around: list[tuple[int, str]], lexicon: Lexicon) -> Section:
    kind = kind_of(heading.text, lexicon) if heading is not None else ""
    under = next((known for _, known in reversed(around) if known), "")
    return Section(heading, kind, under, heading.level if heading is not None else 0, tuple(body))


def _is_in_list(other: Block | None, block: Block) -> bool:
    """Tell whether an item stands right beside another of its list: it is then no numbered heading."""
    if other is None or not other.kind is block.kind is BlockKind.ITEM:
        return False
    return (other.list, other.level, in_capitals(other.text)) == (block.list, block.level, in_capitals(block.text))


def _marked(block: Block, lexicon: Lexicon, *, listed: bool, top: bool) -> Iterator[Block]:
    if block.kind in {BlockKind.PAGE_HEADER, BlockKind.NOTE}:
        return
    if block.kind is not BlockKind.HEADING and not listed and looks_like_heading(block, lexicon, top=top):
        level = BOLD if block.all_bold else CAPITALS if in_capitals(block.text) else PLAIN
        yield replace(block, kind=BlockKind.HEADING, level=level)
    elif (cut := _run_in(block, lexicon)) is not None:
        yield _piece(block, 0, cut.end(1), kind=BlockKind.HEADING, level=PLAIN)
        yield _piece(block, cut.end(), len(block.text), kind=BlockKind.PARAGRAPH, level=0)
    else:
        yield block


def _run_in(block: Block, lexicon: Lexicon) -> re.Match[str] | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    cut = _RUN_IN.match(block.text)
    if cut is None or not cut[1].strip()[:1].isupper():
        return None
    if ":" in cut[0] and partbodies.tells_who_held(block.text[cut.end() :], lexicon):
        return cut
    if len(cut[1].split()) > 6:
        return None
    bold = any(b.start <= block.span.start + 2 and b.end >= block.span.start + cut.end(1) - 1 for b in block.bold)
    kind = kind_of(cut[1], lexicon)
    labelled = any(bare(cut[1]) in phrases for phrases in lexicon.table("labels").values())
    if not kind or labelled or kind in _LABELS or (cut[0].rstrip().endswith(".") and not bold):
        return None
    return (
        cut
        if bold or (kind in POINTS and bare(cut[1]) in lexicon.phrases("headings", kind)) or kind == "background"
        else None
    )


def _piece(block: Block, start: int, end: int, *, kind: BlockKind, level: int) -> Block:
    span = Span(block.span.start + start, block.span.start + end)
    return replace(block, kind=kind, level=level, text=block.text[start:end], span=span, bold=(), marker="", list=-1)


@cache
def _beside_forum() -> frozenset[str]:
    """Return what may stand beside the name of a forum in a heading that says nothing else, in whatever language."""
    return frozenset(
        word for lexicon in lexicons().values() for word in lexicon.phrases("headings.marks", "beside_forum")
    )
