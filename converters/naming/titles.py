"""The title of a session: the words at the top that are no letterhead, no date and no "Summary report"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.forums import larger
from forumgraph.converters.forums.categories import GENERAL, INNER
from forumgraph.converters.naming import asides, entitling, headlines, leadings
from forumgraph.converters.structure.boilerplate import (
    is_boilerplate,
    is_date_line,
    phrases_of,
    trim,
)
from forumgraph.converters.words.headings import bare, in_capitals
from forumgraph.converters.words.lexicon import alternation, joined
from forumgraph.converters.words.phrases import begins, first, trimmed
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.converters.words.labels import Label
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_MARKS = " \t.,;:*_#|–—-"
_LABEL = re.compile(r"([^\W\d_][^:]{2,30}):\s")
_THEME = re.compile(r"[“\"«][^“”«»\"]{8,200}[”\"»]")
_HIGHEST_LINES = 6
_PAIR = 2
_HEADLINE, _SHORT = 8, 4
"""Words that a headline has more of, and those of a heading below it."""
_TOLD = 300
"""Characters of the first prose, which speaks of what the title says."""
_ORDINALS = (("ordinals", "first"), ("ordinals", "higher"))
_LEAST = 12
"""Characters of a title before those who made the meeting."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the blocks it was made of, which are no headings of sections."""

    fact: Fact | None
    blocks: tuple[Block, ...]


def find(text: str, blocks: Sequence[Block], labels: Sequence[Label], lexicon: Lexicon, names: Names) -> Titled:
    """Return the title of a document or of one session of it.

    In order of trust: a line labelled as title; headings and bold lines at the top, joined when they follow each other; the first short line.

    Args:
        text: of the whole document.
        blocks: prepared blocks, from the top.
        labels: the labelled lines among them.
    """
    first_prose = next((b.span.start for b in blocks if entitling.is_prose(b)), len(text))
    named = entitling.labelled(text, labels, lexicon, first_prose)
    if named is not None:
        return Titled(named[0], (named[1],))
    near = (block for block in blocks[:25] if block.span.start < first_prose)
    above = leadings.below_symbol(
        [b for b in near if entitling.may_be_title(b, labels, lexicon, names)], blocks, lexicon
    )
    early = [block for block in above if block.kind is BlockKind.HEADING or _is_printed_large(block, lexicon)]
    lines = [block for block in above if block.kind is BlockKind.PARAGRAPH]
    if early and not _is_late(blocks, early[0]) and not _is_below_title(early[0], lines, lexicon):
        leading = leadings.passed_over(blocks, early[0], lexicon) or leadings.telling(early, lexicon)
        leading = leadings.reporting(leading, lines, lexicon) or leading
        run = _joined(blocks, leading, labels, lexicon, names)
        return Titled(
            _fact(text, run, lexicon, names, "title/headings" if len(run) > 1 else "title/heading"), tuple(run)
        )
    lines = [b for b in lines if not asides.is_saying(b.text) and not asides.is_owner(b, blocks, lexicon)]
    if lines:
        whole = _lines(blocks, leadings.below(lines, blocks, text[first_prose:][:_TOLD], lexicon), lexicon, names)
        return Titled(_fact(text, whole, lexicon, names, "title/line"), tuple(whole))
    plain = [b for b in blocks[:5] if _is_plain(b, first_prose, lexicon) and _names_meeting(b.text, lexicon, names)]
    plain = plain or [b for b in blocks[:2] if b.span.start < first_prose and larger.is_kicker(b.text, lexicon)]
    plain = plain or [b for b in leadings.of_news(blocks, lexicon) if _may_be_news(b, labels, lexicon, names)]
    return Titled(_fact(text, plain[:1], lexicon, names, "title/plain") if plain else None, tuple(plain[:1]))


def _may_be_news(block: Block, labels: Sequence[Label], lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a line may be a headline, which may be a sentence with its full stop."""
    return block.text.rstrip().endswith(".") or entitling.may_be_title(block, labels, lexicon, names)


def _is_below_title(heading: Block, lines: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether the first heading is one of the text: a line above it says what meeting it was, or is a headline, and the heading is no such."""
    types = phrases_of(lexicon, "session_types")
    above = [b for b in lines if b.span < heading.span]
    news = bool(above) and len(above[0].text.split()) > _HEADLINE and len(heading.text.split()) <= _SHORT
    plain = first(heading.text, types) is None
    return plain and (news or any(begins(b.text, types) is not None for b in above))


def _is_printed_large(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph in capitals, too long for a heading, says what meeting it was."""
    return in_capitals(block.text) and first(block.text, phrases_of(lexicon, "session_types")) is not None


def _is_plain(block: Block, first_prose: int, lexicon: Lexicon) -> bool:
    """Tell whether a block is a heading, or a line above all prose that begins as reports do: "Report of the meeting before the HLPF"."""
    line = block.kind is BlockKind.PARAGRAPH and block.span.start < first_prose
    said = (*lexicon.phrases("kinds", "report_title"), *_meetings(lexicon))
    report = begins(block.text, said) is not None
    return block.kind is BlockKind.HEADING or (line and report and block.text.rstrip()[-1:] not in ".:;")


@lru_cache(maxsize=16)
def _meetings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for meetings of a particular kind, which need no larger one."""
    rows = lexicon.table("session_types").items()
    return tuple(p for kind, row in rows if kind not in GENERAL | INNER for p in row)


def _names_meeting(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a line that says only what meeting it was can stand as title where there is no better ("Report of the consultation")."""
    inner = begins(words, tuple(p for kind in INNER for p in lexicon.phrases("session_types", kind)))
    return (
        len(words.split()) > (2 if inner is not None or _papers_only(words, lexicon) else 1)
        and (first(words, phrases_of(lexicon, "session_types")) is not None or _reports_of_forum(words, lexicon, names))
        and not is_date_line(words, lexicon)
    )


def _papers_only(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line has a word for papers: "Meeting report"."""
    return first(words, (*lexicon.phrases("kinds", "report_title"), *lexicon.phrases("titles", "papers"))) is not None


def _reports_of_forum(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell "HLPF 2019 highlights" from "Summary"."""
    reports = first(words, lexicon.phrases("kinds", "report_title")) is not None
    return reports and any(m.kind == "forum" for m in names.find(words))


def _is_late(blocks: Sequence[Block], heading: Block) -> bool:
    """Tell whether much was said before the heading: it is then a heading inside the text and no title."""
    return sum(len(block.text) for block in blocks if block.span.start < heading.span.start) > 900


def _joined(
    blocks: Sequence[Block], first: Block, labels: Sequence[Label], lexicon: Lexicon, names: Names
) -> list[Block]:
    """Return the heading and those of its make that follow it at once; a title is often broken over several bold lines."""
    start = next(i for i, block in enumerate(blocks) if block.span == first.span)
    above = blocks[start - 1] if start else None
    asks = above is not None and above.kind is BlockKind.PARAGRAPH and above.all_bold and above.text.endswith("?")
    category = above is not None and above.level == first.level and 0 < above.line == first.line - 1 and above.all_bold
    run = [above, first] if above is not None and (asks or category) else [first]
    for block in blocks[start + 1 : start + _HIGHEST_LINES]:
        unfinished = run[-1].text.rstrip().endswith(":") or entitling.breaks_off(run[-1].text, lexicon)
        goes_on = in_capitals(block.text) and block.text.split()[0].lower() in lexicon.words
        halves = (unfinished or goes_on) and in_capitals(run[-1].text) == in_capitals(block.text)
        sitting = leadings.is_body(run[-1].text, lexicon) and _is_sitting(block.text, lexicon)
        below = len(run) == 1 and (sitting or _is_theme(block))
        typed = len(run) == 1 and _is_typed_line(first, block, blocks, lexicon)
        subtitle = typed or (block.level != first.level and _is_subtitle(block, blocks, lexicon))
        level = min(block.level, 1)
        if below or (subtitle and entitling.may_be_title(replace(block, level=level), labels, lexicon, names)):
            run.append(block)
            continue
        same = block.kind is BlockKind.HEADING and (block.level == first.level or halves)
        if not same or not (entitling.may_be_title(block, labels, lexicon, names) or _goes_on(run[-1], block, lexicon)):
            break
        run.append(block)
    return run


def _is_subtitle(block: Block, blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a heading is the only one of its make that stands above a line of day or place: it is of the title above it, as on covers."""
    above = [
        b
        for b, after in pairwise(blocks)
        if (b.kind, b.level) == (BlockKind.HEADING, block.level)
        and (is_date_line(after.text, lexicon) or asides.is_placed(after.text, lexicon))
    ]
    return above == [block]


def _is_typed_line(title: Block, block: Block, blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a line between a heading and the day says what kind of meeting it was, which the heading does not: it is the subtitle."""
    types = phrases_of(lexicon, "session_types")
    after = next((b.text for before, b in pairwise(blocks) if before is block), "")
    typed = first(title.text, types) is None and begins(block.text, types) is not None
    typed = typed and block.kind is BlockKind.PARAGRAPH
    return typed and (is_date_line(after, lexicon) or asides.is_placed(after, lexicon))


def _is_theme(block: Block) -> bool:
    """Tell whether a line below a title is wholly in quotation marks: it is what the meeting was about."""
    return _THEME.fullmatch(block.text.strip(" *#")) is not None and block.kind in {
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
    }


def _lines(blocks: Sequence[Block], first_line: Block, lexicon: Lexicon, names: Names) -> list[Block]:
    """Return a title of plain lines: a line goes on in the next where it ends in the middle, or where the next begins with a small letter."""
    run = [first_line]
    start = next(i for i, block in enumerate(blocks) if block.span == first_line.span)
    for block in blocks[start + 1 : start + _HIGHEST_LINES]:
        small = (block.text[:1].islower() and ":" not in block.text) or (len(run) == 1 and _is_theme(block))
        if (
            block.kind is not BlockKind.PARAGRAPH
            or entitling.is_prose(block)
            or not (small or _goes_on(run[-1], block, lexicon))
            or asides.is_byline(block.text)
            or asides.is_filed(block.text)
            or not headlines.is_continued(block.text, lexicon, names)
        ):
            break
        run.append(block)
    return run


def _goes_on(before: Block, block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a line that is too short or too plain for a title of its own ends one."""
    types = phrases_of(lexicon, "session_types")
    report = begins(before.text, lexicon.phrases("kinds", "report_title")) is not None
    if (
        report
        and first(before.text, types) is None
        and first(block.text, types) is not None
        and len(before.text.split()) > _PAIR
    ):
        return not is_date_line(block.text, lexicon)
    open_end = entitling.breaks_off(before.text, lexicon) or before.text.rstrip().endswith((",", ":", "-", "–"))
    return open_end and not is_date_line(block.text, lexicon)


def _is_sitting(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line only counts the meetings of a body: "Meeting No. 12", "Fifth session"."""
    types = (*phrases_of(lexicon, "session_types"), *lexicon.phrases("kinds", "report_title"))
    typed = first(words, types) is not None
    counted = any(c.isdigit() for c in words) or first(words, joined(lexicon, *_ORDINALS)) is not None
    return typed and counted and is_boilerplate(words, lexicon) and not is_date_line(words, lexicon)


def _fact(text: str, run: Iterable[Block], lexicon: Lexicon, names: Names, rule: str) -> Fact:
    parts = list(run)
    whole = trimmed(text, parts[0].span.start, parts[-1].span.end, marks=_MARKS)
    label = _LABEL.match(whole.of(text))
    if label is not None and bare(label[1]) in entitling.surely(lexicon):
        whole = trimmed(text, whole.start + label.end(), whole.end, marks=_MARKS)
    makers = _makers(lexicon).search(whole.of(text), _LEAST)
    whole = Span(whole.start, whole.start + makers.start()) if makers else whole
    span = trim(text, headlines.without_site(whole.of(text), whole), lexicon, names)
    return Fact(" ".join(span.of(text).split()), span, rule)


@lru_cache(maxsize=16)
def _makers(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what begins the makers of a meeting at the end of its title: "Boats for all, *organized by* the Port"."""
    return re.compile(rf"\s?[,(–—-]\s?{alternation(p for p in lexicon.phrases('labels', 'organizers') if ' ' in p)}")
