"""The title of a session: the words at the top that are no letterhead, no date and no "Summary report"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters import asides, headlines
from forumgraph.converters.boilerplate import is_boilerplate, is_date_line, is_kicker, phrases_of, trim, undated
from forumgraph.converters.categories import GENERAL
from forumgraph.converters.headings import bare, in_capitals, kind_of
from forumgraph.converters.labels import Label, values
from forumgraph.converters.outline import CAPITALS, forum_named
from forumgraph.converters.parts import is_numbered
from forumgraph.converters.phrases import begins, first, trimmed
from forumgraph.converters.replies import without_reply
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.converters.lexicon import Lexicon
    from forumgraph.converters.names import Names

_ADDRESS = re.compile(r"https?:|www\.|@|\.org\b|^#")
_MARKS = " \t.,;:*_#|–—-"
_HIGHEST_LINES = 6
_LONGEST = 60
_SHORT = 4
_PAIR = 2


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
    named = _labelled(text, labels, lexicon)
    if named is not None:
        return named
    first_prose = next((b.span.start for b in blocks if _is_prose(b)), len(text))
    near = (block for block in blocks[:25] if block.span.start < first_prose)
    above = [block for block in near if _may_be_title(block, labels, lexicon, names)]
    early = [block for block in above if block.kind is BlockKind.HEADING or _is_printed_large(block, lexicon)]
    lines = [block for block in above if block.kind is BlockKind.PARAGRAPH]
    if early and not _is_late(blocks, early[0]):
        leading = _passed_over(blocks, early[0], lexicon) or _telling(early, lexicon)
        leading = _reporting(leading, lines, lexicon) or leading
        run = _joined(blocks, leading, labels, lexicon, names)
        return Titled(
            _fact(text, run, lexicon, names, "title/headings" if len(run) > 1 else "title/heading"), tuple(run)
        )
    lines = [b for b in lines if not asides.is_saying(b.text) and not asides.is_owner(b, blocks, lexicon)]
    if lines:
        whole = _lines(blocks, _behind_paper(blocks, lines, lexicon) or lines[0], lexicon)
        return Titled(_fact(text, whole, lexicon, names, "title/line"), tuple(whole))
    plain = [b for b in blocks[:5] if b.kind is BlockKind.HEADING and _names_meeting(b.text, lexicon, names)]
    return Titled(_fact(text, plain[:1], lexicon, names, "title/plain") if plain else None, tuple(plain[:1]))


def _is_printed_large(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph in capitals, too long for a heading, says what meeting it was."""
    return in_capitals(block.text) and first(block.text, phrases_of(lexicon, "session_types")) is not None


def _names_meeting(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a line that says only what meeting it was can stand as title where there is no better ("Report of the consultation")."""
    return (
        len(words.split()) > 2
        and (first(words, phrases_of(lexicon, "session_types")) is not None or _reports_of_forum(words, lexicon, names))
        and not is_date_line(words, lexicon)
    )


def _reports_of_forum(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell "HLPF 2019 highlights" from "Summary"."""
    reports = first(words, lexicon.phrases("kinds", "report_title")) is not None
    return reports and any(m.kind == "forum" for m in names.find(words))


def _telling(headings: Sequence[Block], lexicon: Lexicon) -> Block:
    """Return the first heading, unless it is short and one after it says what meeting it was: the first is a letterhead or a series."""
    types = phrases_of(lexicon, "session_types")
    reports = lexicon.phrases("kinds", "report_title")
    if _is_body(headings[0].text, lexicon):
        near = (b for b in headings[1:3] if begins(b.text, reports) and first(b.text, types))
        told = next(near, None)
        if told is not None:
            return told
    if _ends_as_body(headings[0].text, lexicon):
        near = (b for b in headings[1:3] if first(b.text, types) and not _ends_as_body(b.text, lexicon))
        return next(near, headings[0])
    if _is_body(headings[0].text, lexicon):
        return headings[0]
    if (told := _reported(headings, lexicon)) is not None:
        return told
    if len(headings[0].text.split()) > _SHORT or first(headings[0].text, types) is not None:
        return headings[0]
    near = (
        block
        for block in headings[1:4]
        if block.level != headings[0].level and begins(block.text, types) and not is_numbered(block.text, lexicon)
    )
    return next(near, headings[0])


def _reported(headings: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the heading below that of a larger meeting which says that this is the report of something in it: "Synthesis of workshop 3"."""
    reports = lexicon.phrases("kinds", "report_title")
    inner = tuple(p for kind, row in lexicon.table("session_types").items() if kind not in GENERAL for p in row)
    above = set(headings[0].text.lower().split())
    if above.isdisjoint(lexicon.phrases("parents", "words")) or first(headings[0].text, (*inner, *reports)) is not None:
        return None
    return next((b for b in headings[1:3] if begins(b.text, reports) and first(b.text, inner) is not None), None)


def _reporting(leading: Block, lines: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the line below the name of a body that says what is reported: "Report of the Committee on its fifth session"."""
    if not _is_body(leading.text, lexicon) or begins(leading.text, lexicon.phrases("kinds", "report_title")):
        return None
    types, reports = phrases_of(lexicon, "session_types"), lexicon.phrases("kinds", "report_title")
    return next((b for b in lines if b.span > leading.span and begins(b.text, reports) and first(b.text, types)), None)


def _is_body(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading is the name of a body that met, by one of its first words ("NGO Committee on ...", "Department of ...")."""
    units = frozenset(lexicon.phrases("posts", "units"))
    return any(word.lower() in units for word in words.split()[:4]) and ":" not in words


def _ends_as_body(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading ends in a word for bodies which is none for meetings: "PACIFIC ISLANDS FORUM SECRETARIAT"."""
    last = words.rsplit(maxsplit=1)[-1].lower().strip(" .,:")
    bodies = (*lexicon.phrases("posts", "units"), *lexicon.phrases("posts", "bodies"))
    return last in bodies and last not in phrases_of(lexicon, "session_types")


def _passed_over(blocks: Sequence[Block], heading: Block, lexicon: Lexicon) -> Block | None:
    """Return a higher heading before one that turns out to be a section beside others: "Daily highlights: 12 July" has no better title."""
    headings = [b for b in blocks if b.kind is BlockKind.HEADING]
    beside = [
        b for b in headings if b.level == heading.level and b.span != heading.span and not kind_of(b.text, lexicon)
    ]
    higher = [b for b in headings if b.span < heading.span and b.level < heading.level and len(b.text.split()) > 1]
    marked = [b for b in higher if b.level < CAPITALS and bare(b.text) not in lexicon.phrases("kinds", "letterhead")]
    return marked[0] if marked and beside else None


def _labelled(text: str, labels: Sequence[Label], lexicon: Lexicon) -> Titled | None:
    for label in values(labels, "title"):
        if label.block.kind is not BlockKind.ROW and begins(
            label.block.text.lstrip("* "), phrases_of(lexicon, "session_types")
        ):
            continue
        words = without_reply(label.words)
        span = Span(label.value.end - len(words), label.value.end)
        if (
            2 <= len(words.split()) <= _LONGEST
            and not is_boilerplate(words, lexicon)
            and not is_date_line(words, lexicon)
        ):
            return Titled(Fact((cut := trim(text, span, lexicon)).of(text), cut, "title/label"), (label.block,))
    return None


def _may_be_title(block: Block, labels: Sequence[Label], lexicon: Lexicon, names: Names) -> bool:
    words = block.text
    if (
        block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH}
        or not 2 <= len(words.split()) <= _LONGEST
        or _ADDRESS.search(words)
        or headlines.is_none(words, lexicon)
    ):
        return False
    headed = block.kind is BlockKind.HEADING
    if any(
        (label.block.span == block.span or label.value.overlaps(block.span))
        and not (headed and "title" in label.fields)
        for label in labels
    ):
        return False
    if block.kind is BlockKind.PARAGRAPH and (_is_prose(block) or words.rstrip()[-1:] in ".:;"):
        return block.text.rstrip().endswith(":") and _is_first_half(block, words, lexicon)
    opens = is_boilerplate(undated(words, lexicon), lexicon, names) and words.split()[-1].lower() not in lexicon.words
    if is_date_line(words, lexicon) or opens or (kind_of(words, lexicon) and block.level > 1):
        return False
    if bare(words) in lexicon.phrases("kinds", "letterhead") or is_kicker(words) or asides.is_aside(words, lexicon):
        return False
    return (
        not _known_section(words, lexicon)
        and forum_named(block, names) is None
        and not asides.is_letterhead(block, names, lexicon)
    )


def _known_section(words: str, lexicon: Lexicon) -> bool:
    return any(bare(words) in phrases for phrases in lexicon.table("headings").values())


def _is_prose(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or in_capitals(block.text):
        return False
    return len(block.text.split()) > 30 or (block.text.rstrip().endswith(".") and len(block.text.split()) > 9)


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
        unfinished = run[-1].text.rstrip().endswith(":") or run[-1].text.split()[-1].lower() in lexicon.words
        halves = unfinished and in_capitals(run[-1].text) == in_capitals(block.text)
        same = block.kind is BlockKind.HEADING and (block.level == first.level or halves)
        if not same or not (_may_be_title(block, labels, lexicon, names) or _goes_on(run[-1], block, lexicon)):
            break
        run.append(block)
    return run


def _is_first_half(block: Block, words: str, lexicon: Lexicon) -> bool:
    """Tell whether a short line that ends with a colon may be the first half of a title: it is no label and leads no list."""
    return (
        len(words.split()) > 2
        and not kind_of(words, lexicon)
        and not _known_section(words, lexicon)
        and not block.marker
    )


def _behind_paper(blocks: Sequence[Block], lines: Sequence[Block], lexicon: Lexicon) -> Block | None:
    """Return the line below the kind of paper, where the one above it says nothing of a meeting: "Network of Islands / Workshop report / *Training on*"."""
    types = phrases_of(lexicon, "session_types")
    if len(lines) < _PAIR or first(lines[0].text, types) is not None or first(lines[1].text, types) is None:
        return None
    between = [b for b in blocks if lines[0].span < b.span < lines[1].span]
    reports = lexicon.phrases("kinds", "report_title")
    paper = any(first(b.text, reports) is not None and is_boilerplate(b.text, lexicon) for b in between)
    return lines[1] if paper else None


def _lines(blocks: Sequence[Block], first_line: Block, lexicon: Lexicon) -> list[Block]:
    """Return a title of plain lines: a line goes on in the next where it ends in the middle, or where the next begins with a small letter."""
    run = [first_line]
    start = next(i for i, block in enumerate(blocks) if block.span == first_line.span)
    for block in blocks[start + 1 : start + _HIGHEST_LINES]:
        small = block.text[:1].islower() and ":" not in block.text
        if (
            block.kind is not BlockKind.PARAGRAPH
            or _is_prose(block)
            or not (small or _goes_on(run[-1], block, lexicon))
            or not headlines.is_continued(block.text, lexicon)
        ):
            break
        run.append(block)
    return run


def _goes_on(before: Block, block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a line that is too short or too plain for a title of its own ends one."""
    last = before.text.split()[-1].lower().strip(",:")
    return (last in lexicon.words or before.text.rstrip().endswith((",", ":", "-", "–"))) and not is_date_line(
        block.text, lexicon
    )


def _fact(text: str, run: Iterable[Block], lexicon: Lexicon, names: Names, rule: str) -> Fact:
    parts = list(run)
    whole = trimmed(text, parts[0].span.start, parts[-1].span.end, marks=_MARKS)
    span = trim(text, headlines.without_site(whole.of(text), whole), lexicon, names)
    return Fact(" ".join(span.of(text).split()), span, rule)
