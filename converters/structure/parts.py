"""One document, several sessions: where each session's own part begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.structure import daylines, forms, partbodies, ranks
from forumgraph.converters.structure.outline import BOLD, CAPITALS, PLAIN
from forumgraph.converters.words.headings import POINTS, bare, kind_of
from forumgraph.converters.words.phrases import begins, pattern
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Span

_ORDINAL = r"(?:\d{1,3}(?:\.\d{1,2})?[A-Za-z]?|[IVXivx]{1,5}|[A-H])(?![\w'’])"
_NUMBER = re.compile(r"(?:(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+")
_BEFORE = r"(?:[A-ZÀ-Ý][\w'’&-]{1,20}\s){0,3}"
"""Words before what is counted: "*Leaders* Dialogue 2"."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_QUOTED = re.compile(r"[“«\"][^“”«»\"]{6,200}[”»\"]")
_SEPARATED = re.compile(r"\D{12,}(?:\s[–—|-]|\s?\()\s?")
"""A title before its day, and what parts them: "Boats for all – 3 May"."""
_SHORTEST = 12
_LINE = 120
_TOP = 10


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks of one session, its heading first.

    Attributes:
        day: the heading above it that gives nothing but the day; None without one.
    """

    blocks: tuple[Block, ...]
    day: Block | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of several sessions, and the blocks that belong to none of them.

    Attributes:
        repeated: blocks of a summary that tells of the sessions, under their headings, before they are told.
    """

    outer: tuple[Block, ...]
    inner: tuple[Part, ...]
    repeated: tuple[Block, ...] = ()


def mark(blocks: Iterable[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return the blocks with lines such as "Session 2: Financing" made headings, whatever their make."""
    blocks = forms.entitled(blocks, lexicon)
    flat = sum(block.kind is BlockKind.HEADING for block in blocks) < 2
    timed = frozenset(b.span for i, b in enumerate(blocks) if _is_timed_title(blocks, i, lexicon, flat=flat))
    levels = dict.fromkeys(timed if len(timed) > 1 else (), BOLD) | dict.fromkeys(
        daylines.of_days(blocks, lexicon), CAPITALS
    )
    levels = {b.span: PLAIN for b in blocks if b.kind is BlockKind.PARAGRAPH and _begins_session(b, lexicon)} | levels
    return tuple(
        replace(block, kind=BlockKind.HEADING, level=levels[block.span], marker="", list=-1)
        if block.span in levels and block.kind is not BlockKind.HEADING
        else block
        for block in blocks
    )


def _begins_session(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a line counts or names a session, or says that it is the first or the last: "Session 2: Ice", "Opening session"."""
    return _is_line(block) and (
        is_numbered(block.text, lexicon)
        or partbodies.opens_or_closes(_behind_hours(block.text, lexicon), lexicon)
        or (block.all_bold and _named(lexicon).match(block.text) is not None)
    )


def is_numbered(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading counts a session: "Session 2: ...", "Side event III", "Second session".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> is_numbered("Session II (Financing)", lexicons()["en"]), is_numbered("Sessions 1 to 3 were", lexicons()["en"])
    (True, False)
    """
    return _numbered(lexicon).match(_behind_hours(words, lexicon)) is not None


def _behind_hours(words: str, lexicon: Lexicon) -> str:
    """Return what stands behind the hours that words begin with: "10:00 - 11:30 Panel 1: Ice"."""
    hours = next(iter(times.find(words, lexicon)), None) if words[:1].isdigit() else None
    return words[hours.span.end :].lstrip(" |:–—-") if hours is not None and hours.span.start == 0 else words


def split(blocks: Sequence[Block], title: Collection[Block], lexicon: Lexicon) -> Parts:
    """Divide prepared blocks among sessions; without two sessions that have text of their own, all blocks are outer."""
    headings = [(i, b) for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING]
    counted = [i for i, b in headings if is_numbered(b.text, lexicon) and (b not in title or len(title) == 1)]
    starts = partbodies.without_groups(blocks, counted, lexicon)
    daily = daylines.are_daily(blocks[:_TOP], lexicon)
    alone = len(title) == 1 and not daily
    dated = [(i, b) for i, b in headings if b not in title or (alone and dates.find(b.text, lexicon))]
    headings = [(i, b) for i, b in headings if b not in title]
    undated = [(i, b) for i, b in headings if not daylines.counts_day(b.text, lexicon)]
    if starts and daily:
        starts = sorted(
            {
                *starts,
                *(
                    i
                    for i in partbodies.presided(blocks, undated, lexicon, daily=True)
                    if blocks[i].level == blocks[starts[0]].level
                ),
            }
        )
    if len(partbodies.with_text(blocks, starts)) < 2 and starts == counted:
        entitled = [(i, b) for i, b in enumerate(blocks) if b in [*title][1:] and _is_quoted(b.text)]
        starts = _dated(blocks, dated, lexicon) or partbodies.presided(blocks, undated, lexicon, daily=daily)
        starts = _with_named(blocks, starts, headings, lexicon)
        starts = starts or _dated(
            blocks, [*entitled, *((i, b) for i, b in headings if entitled and _is_quoted(b.text))], lexicon
        )
    starts = partbodies.with_text(blocks, starts or daylines.apart(headings, lexicon))
    if len(starts) < 2:
        return Parts(tuple(blocks), ())
    return _divided(*daylines.below(ranks.raised(blocks, starts), starts, lexicon), lexicon)


def _with_named(
    blocks: Sequence[Block], starts: list[int], headings: Sequence[tuple[int, Block]], lexicon: Lexicon
) -> list[int]:
    """Return the starts with the headings of their make that name a session: "Panel: Ice for all boats"."""
    level = blocks[starts[0]].level if starts else 0
    return sorted({*starts, *(i for i, b in headings if b.level == level and _named(lexicon).match(b.text))})


def _divided(blocks: Sequence[Block], starts: list[int], lexicon: Lexicon) -> Parts:
    inner: list[Part] = []
    days = daylines.above(blocks, starts[0], lexicon)
    outer = list(blocks[: starts[0]])
    known: set[str] = set()
    for start, stop in zip(starts, [*starts[1:], len(blocks)], strict=True):
        end = _end(blocks, start, stop, known if inner else None, lexicon)
        known |= {kind_of(b.text, lexicon) for b in blocks[start:end] if _ranks(b, blocks[start].level)}
        day = next((blocks[i] for i in reversed(days) if i < start and start not in days), None)
        inner.append(Part(tuple(blocks[start:end]), day))
        outer += blocks[end:stop]
    summed = _summaries(inner)
    if len(inner) - len(summed) < 2:
        return Parts(tuple(blocks), ())
    told = tuple(part for part in inner if part not in summed)
    return Parts(tuple(outer), told, tuple(block for part in summed for block in part.blocks))


def _summaries(inner: Sequence[Part]) -> list[Part]:
    """Return the parts that only sum up another one, which has the same heading and much more to tell."""
    told = [(part, bare(part.blocks[0].text), sum(len(block.text) for block in part.blocks)) for part in inner]
    longest: dict[str, int] = {}
    for _, heading, length in told:
        longest[heading] = max(length, longest.get(heading, 0))
    return [part for part, heading, length in told if length * 2 < longest[heading]]


def _end(blocks: Sequence[Block], start: int, stop: int, known: set[str] | None, lexicon: Lexicon) -> int:
    """Return where a part ends: before a heading of its rank that none of the parts before has inside, or that closes the whole meeting."""
    level = blocks[start].level
    last = stop == len(blocks)
    for i in range(start + 1, stop):
        block = blocks[i]
        if block.kind is not BlockKind.HEADING or block.level > level:
            continue
        if daylines.is_day(block.text, lexicon) or _is_of_whole(block.text, lexicon):
            return i
        if begins(block.text.lower(), lexicon.phrases("ordinals", "outer")) and len(block.text.split()) < 6:
            return i
        kind = kind_of(block.text, lexicon)
        if block.level < level or (last and kind and known is not None and kind not in known):
            return i
    return stop


def _ranks(block: Block, level: int) -> bool:
    """Tell whether a block is a heading that may end what one of a level has begun."""
    return block.kind is BlockKind.HEADING and block.level <= level


def _is_of_whole(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading says that what follows is of the whole meeting: "General recommendations"."""
    said = not set(_LETTERS.findall(words.lower())).isdisjoint(lexicon.phrases("headings.marks", "qualifiers"))
    return said and kind_of(words, lexicon) in POINTS


def _dated(blocks: Sequence[Block], headings: Sequence[tuple[int, Block]], lexicon: Lexicon) -> list[int]:
    """Return the headings that have a date or a time of day beside them, if they are of one make."""
    own = [(i, b) for i, b in headings if _is_own(b.text, lexicon) and not daylines.counts_day(b.text, lexicon)]
    found = [i for i, _ in own if _has_time(blocks, i, lexicon)]
    levels = {blocks[i].level for i in found}
    for level in sorted(levels):
        same = [i for i in found if blocks[i].level == level]
        single = [i for i in same if not any(mention.end for mention in dates.find(blocks[i].text, lexicon))]
        if len(same) >= 2:
            return single if len(single) >= 2 else same
    return []


def _is_quoted(words: str) -> bool:
    """Tell whether a line is nothing but a title in quotation marks."""
    found = _QUOTED.match(words)
    return found is not None and not words[found.end() :].strip()


def _is_timed_title(blocks: Sequence[Block], at: int, lexicon: Lexicon, *, flat: bool) -> bool:
    """Tell whether a line is a title and its day or hours: "**Boats for all** (3 May, 10:00-11:30)", "**10:00 | Boats**", "1. “Boats” (3 May)".

    In a text without headings it needs no bold words: "Boats for all – 3 May".
    """
    block, words = blocks[at], blocks[at].text
    if _is_quoted(words):
        return _has_time(blocks, at, lexicon)
    told = _days_and_hours(words, lexicon) if _is_line(block) else []
    if block.all_bold:
        return any(span.start == 0 and len(words) - span.end >= _SHORTEST for span in told)
    quoted = _QUOTED.match(words)
    if flat and not block.bold and quoted is None and told and block.kind is BlockKind.PARAGRAPH:
        return _SEPARATED.fullmatch(words, 0, min(told).start) is not None and not words[max(told).end :].strip(" )")
    bold = block.bold[0] if len(block.bold) == 1 and block.kind is BlockKind.PARAGRAPH else block.span
    end = quoted.end() if quoted is not None else bold.end - bold.start if bold.start == block.span.start else 0
    behind = [span for span in told if span.start >= end]
    letters = sum(c.isalpha() for c in words[end:]) - sum(c.isalpha() for span in behind for c in span.of(words))
    return bool(behind) and letters <= _SHORTEST <= end


def _has_time(blocks: Sequence[Block], at: int, lexicon: Lexicon) -> bool:
    words, after = blocks[at].text, next(iter(blocks[at + 1 : at + 2]), None)
    if own := dates.find(words, lexicon) or times.find(words, lexicon):
        rest = sum(c.isalpha() for c in words) - sum(c.isalpha() for m in own for c in m.span.of(words))
        return rest >= _SHORTEST or _QUOTED.match(words) is not None or daylines.is_timed(words, lexicon)
    if after is None or after.kind is BlockKind.ITEM:
        return False
    top = after.text[:_LINE]
    told = _days_and_hours(top, lexicon)
    short = len(after.text.split()) <= 25 and not after.text.rstrip().endswith(".")
    return bool(told) and (short or min(told).start == 0)


def _is_own(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading is none of those that stand inside of sessions; that of a part is one of a session where it has a day and hours."""
    kind = kind_of(words, lexicon)
    return not kind or (kind == "parts" and daylines.is_timed(words, lexicon))


def _days_and_hours(words: str, lexicon: Lexicon) -> list[Span]:
    return [m.span for m in dates.find(words, lexicon)] + [m.span for m in times.find(words, lexicon)]


def _is_line(block: Block) -> bool:
    words = block.text.split()
    return 2 <= len(words) <= 30 and block.text.rstrip()[-1:] not in ".;," and "\n" not in block.text


@lru_cache(maxsize=16)
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    kinds = pattern(lexicon.phrases("ordinals", "numbered")).pattern
    return re.compile(rf"(?:{_NUMBER.pattern})?(?i:{kinds})\s?:\s\S")


@lru_cache(maxsize=16)
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    kinds, words, firsts, day = (
        pattern(lexicon.phrases("ordinals", row)).pattern for row in ("numbered", "words", "first", "day")
    )
    suffixes = "|".join(lexicon.phrases("dates", "ordinals")) or "(?!)"
    return re.compile(
        rf"(?:{_NUMBER.pattern})?(?:(?i:{day})\s(?:\d|(?i:{words}))\s?[,:–—-]\s?)?"
        rf"(?:{_BEFORE}(?i:{kinds})\s+(?:n[o°º]?\.?\s?)?#?(?:{_ORDINAL}|(?i:{words}))\s?(?:$|[:.(–—|]|-\s|\s[A-Z“\"«¿])"
        rf"|(?i:{firsts})\s+(?i:{kinds})\s?(?:$|[:.(–—|]|-\s)|\d{{1,2}}(?:{suffixes})\s(?i:{kinds})\s?(?:[:(–—|]|-\s))"
    )
