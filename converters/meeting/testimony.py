"""The words of a document that may tell of the meeting itself, sorted by how far they can be trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.genre import evidence
from forumgraph.converters.geography import placelines
from forumgraph.converters.meeting import stamps
from forumgraph.converters.structure.boilerplate import is_boilerplate
from forumgraph.converters.structure.witness import Witness, of_this
from forumgraph.converters.words import labels, sentences
from forumgraph.converters.words.headings import POINTS, bare, kind_of
from forumgraph.converters.words.lexicon import alternation
from forumgraph.converters.words.phrases import begins, every, first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.labels import Label
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Fact

_FIRST, _PARAGRAPHS, _SENTENCES = 40, 6, 12
_NEWS = 2
"""First sentences in which news say "today"."""
_SHORT, _HIGH, _TITLES = 30, 4, 6
_PLACED = 9
"""Words of a first sentence that only gives place and day ("Bogotá, 22 de marzo de 2022."), which may be those of the text."""
_PASSING = 140
"""Characters after "during the" in which a meeting and its day are named."""
_PROSE = 10
"""Words from which on a paragraph with a full stop is prose."""
_LABELLED = re.compile(r"\w{2,12}:\s")


@dataclass(frozen=True, slots=True)
class Testimony:
    """What may tell when, where and what a session was.

    Attributes:
        labels: labelled lines before the first points.
        lines: short lines around the title that hold more than a date.
        sentences: sentences of the first paragraphs that say that the meeting was held.
        bare: lines that hold a date alone, which may be that of the publication.
        heads: running heads.
        opening: all sentences of the first paragraph.
        second: those of the second, where the first is one sentence, as in news.
        later: sentences further down that say on which day this meeting was held.
    """

    labels: tuple[Label, ...]
    title: tuple[Witness, ...]
    lines: tuple[Witness, ...]
    sentences: tuple[Witness, ...]
    bare: tuple[Witness, ...]
    heads: tuple[Witness, ...]
    opening: tuple[Witness, ...]
    second: tuple[Witness, ...]
    later: tuple[Witness, ...] = ()

    def labelled(self, *fields: str) -> tuple[Witness, ...]:
        """Return the values of labelled lines for any of the fields."""
        return tuple(Witness("label", x.words, x.value.start) for x in self.labels if x.fields & set(fields))

    def sent(self) -> Witness | None:
        """Return the day of a mail: the value of "Date:" beside a sender and a subject, which is not that of a meeting."""
        told = {field for label in self.labels for field in label.fields}
        day = next((x for x in self.labels if "day_sent" in x.fields), None)
        mailed = day is not None and {"sender", "subject"} <= told
        return Witness("label", day.words, day.value.start) if mailed and day is not None else None

    def ranked(self) -> tuple[Witness, ...]:
        """Return all but the labelled lines, the most trusted first."""
        return (*self.title, *self.lines, *self.sentences, *self.bare, *self.heads, *self.later)


def gather(
    prepared: Sequence[Block],
    heads: Sequence[Block],
    title: Fact | None,
    title_blocks: Sequence[Block],
    lexicon: Lexicon,
) -> Testimony:
    """Return the testimony of a session's blocks.

    Args:
        prepared: its blocks, from the top.
        heads: running heads of the document.
        title_blocks: the blocks that the title was made of.
    """
    prepared = _without_agenda(prepared, lexicon)
    top = _top(prepared, lexicon)
    found = labels.find(top, lexicon)
    used = {block.span for block in (*(label.block for label in found), *title_blocks)}
    first_prose = next((b.span for b in top if b.span not in used and not _is_line(b, lexicon)), None)
    above = [b for b in top if first_prose is None or b.span.start < first_prose.start]
    short = [b for b in above if b.span not in used and _is_line(b, lexicon)]
    bare = [b for b in short if _is_bare_date(b.text, lexicon)]
    near = [b for b in short if b not in bare]
    standing = "line" if found or (bare and _is_beside_day(prepared, near, lexicon)) else "issued"
    signed = stamps.signed(top, lexicon)
    paragraphs = [b for b in prepared[:_FIRST] if _is_told(b, lexicon) and b.span not in used and b not in short]
    told = [b for b in takewhile(lambda b: b.kind is not BlockKind.ITEM, prepared) if b in paragraphs]
    opening = tuple(_sentences(told[:1]))
    return Testimony(
        labels=found,
        title=_all("title", title_blocks) or ((Witness("title", title.value, title.span.start),) if title else ()),
        lines=_all("near-title", near),
        sentences=tuple(sorted(_held(paragraphs, signed, lexicon), key=lambda witness: not witness.sure)),
        bare=tuple(
            Witness("issued" if b.span.start in signed else standing, b.text, b.span.start, sure=False) for b in bare
        ),
        heads=tuple(Witness("page-header", b.text, b.span.start, sure=False) for b in heads),
        opening=opening,
        second=tuple(_sentences(told[1:2])) if len(opening) == 1 else (),
        later=(*_later(paragraphs, lexicon), *_during(paragraphs, lexicon)),
    )


def _all(name: str, blocks: Sequence[Block]) -> tuple[Witness, ...]:
    return tuple(Witness(name, block.text, block.span.start) for block in blocks)


def _is_told(block: Block, lexicon: Lexicon) -> bool:
    """Tell whether a block is running text: a paragraph, or a numbered one that says that a meeting was held ("1. The board held its ...")."""
    numbered = block.kind is BlockKind.ITEM and block.marker[:1].isdigit() and len(block.text.split()) > _PROSE
    held = numbered and first(block.text, lexicon.phrases("kinds", "held")) is not None
    return block.kind is BlockKind.PARAGRAPH or (held and bool(dates.find(block.text, lexicon)))


def _without_agenda(prepared: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Leave out what stands under an agenda: its times and titles are those of parts."""
    kept: list[Block] = []
    inside = False
    for block in prepared[: _FIRST * 2]:
        if block.kind is BlockKind.HEADING:
            inside = kind_of(block.text, lexicon) == "agenda" and not labels.is_alone(block, lexicon, "mode")
        if not inside:
            kept.append(block)
    return kept


def _top(prepared: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """Return the blocks before the first section of points, as far as labelled lines and lines near the title go."""
    top: list[Block] = []
    for block, after in zip_longest(prepared[:_FIRST], prepared[1:_FIRST]):
        known = kind_of(block.text, lexicon) if block.kind is BlockKind.HEADING else ""
        named = begins(bare(block.text), lexicon.phrases("kinds", "report_title")) is not None
        told = len(top) < _HIGH and (named or (after is not None and bool(labels.find((after,), lexicon))))
        if top and known in POINTS and not told and not is_boilerplate(block.text, lexicon):
            break
        top.append(block)
    return top


def _is_line(block: Block, lexicon: Lexicon) -> bool:
    words = block.text.split()
    if block.kind is BlockKind.ITEM or len(words) > (2 * _SHORT if block.text.isupper() else _SHORT):
        return False
    text = block.text.rstrip()
    if block.kind is not BlockKind.PARAGRAPH or not text.endswith(".") or len(words) < _PROSE:
        return True
    shortened = _shortened(lexicon).search(text) is not None and len(list(sentences.split(text))) == 1
    return shortened and first(text, lexicon.phrases("cues", "held")) is None


def _is_bare_date(text: str, lexicon: Lexicon) -> bool:
    labelled = _LABELLED.match(text)
    text = text[labelled.end() :] if labelled else stamps.SYMBOL.sub("", text, count=1)
    mentions = dates.find(text, lexicon)
    if not mentions:
        return False
    if _stamp(lexicon).fullmatch(text.strip()):
        return True
    if times.find(text, lexicon):
        return False
    return len(text) - sum(m.span.end - m.span.start for m in mentions) < 4


@lru_cache(maxsize=16)
def _shortened(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the full stop that only shortens: "5:30 p.m.", "17 h."."""
    return re.compile(rf"\d\s?{alternation(lexicon.phrases('times', 'shortened'), glued=True)}\Z")


@lru_cache(maxsize=16)
def _stamp(lexicon: Lexicon) -> re.Pattern[str]:
    """Return a day and an hour in figures and nothing else, as machines stamp pages: "30/10/2021 - 12:10 h"."""
    unit = alternation(
        (p for row in ("am", "pm", "hours", "shortened") for p in lexicon.phrases("times", row)), glued=True
    )
    return re.compile(
        rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},?\s(?:[-–|]\s)?\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?{unit})?"
    )


def _is_beside_day(prepared: Sequence[Block], near: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a day alone on its line may be the meeting's.

    Above news, which have no points, name no day or place in another line (`near`) and do not say that they are a report, it is the day of issue.
    """
    reports = (*lexicon.phrases("kinds", "report_title"), *lexicon.phrases("kinds", "daily_title"))
    return (
        any(dates.find(b.text, lexicon) or times.find(b.text, lexicon) or _is_place(b.text, lexicon) for b in near)
        or any(first(b.text, reports) is not None for b in prepared[:_TITLES])
        or any(b.kind is BlockKind.HEADING and kind_of(b.text, lexicon) in POINTS for b in prepared)
    )


def _is_place(text: str, lexicon: Lexicon) -> bool:
    return any(part.kind in {"city", "country", "venue", "online"} for part in placelines.parts(text, lexicon))


def _held(paragraphs: Sequence[Block], signed: frozenset[int], lexicon: Lexicon) -> Iterator[Witness]:
    """Go through the sentences that say that the meeting was held, or that begin with a date ("8 July 2021, 9:00. Moderated by ...")."""
    cues = lexicon.table("cues").get("held", ())
    paragraphs = paragraphs[:_PARAGRAPHS]
    for number, witness in enumerate(_sentences(paragraphs)):
        length = len(witness.words.split())
        held = first(witness.words, cues) is not None
        alone = number == 0 and length <= _PLACED and not held and dates.find(witness.words, lexicon)
        if alone or (number < _NEWS and _is_bare_date(witness.words, lexicon)):
            yield replace(witness, name="issued" if witness.offset in signed else "line", sure=False)
            continue
        opens = number < _NEWS and length < _SHORT and _opens_with_time(witness.words, lexicon)
        opens = opens or (number < _SENTENCES and length < _SHORT and _names_a_paper(witness.words, lexicon))
        here = of_this(witness, lexicon)
        news = number < _NEWS and _is_news_of_the_day(here.words, lexicon)
        if number < _SENTENCES and (opens or news or first(here.words, cues) is not None):
            yield replace(witness, name="near-title") if opens else here


def _names_a_paper(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line below the first paragraph is the title of a report with its day: "Report of the meeting of 3 May 2019"."""
    begun = begins(words, lexicon.phrases("kinds", "report_title")) is not None
    return begun and any(mention.is_day for mention in dates.find(words, lexicon))


def _is_news_of_the_day(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence tells what was done "today" or on a weekday: "Delegates to the forum today urged", "ministers on Monday said"."""
    told = first(words, lexicon.phrases("kinds", "past")) is not None
    days = ("relative-today", "relative-yesterday", "relative-near", "relative-weekday")
    return told and any(mention.rule.startswith(days) for mention in dates.find(words, lexicon))


def _later(paragraphs: Sequence[Block], lexicon: Lexicon) -> Iterator[Witness]:
    """Go through later sentences that say of this meeting ("The workshop ...", "It ...") on which day it was held."""
    known, held = lexicon.phrases("kinds", "this_meeting"), lexicon.phrases("kinds", "held")
    for number, witness in enumerate(_sentences(paragraphs)):
        early = number < _SENTENCES and witness.offset < paragraphs[min(_PARAGRAPHS, len(paragraphs)) - 1].span.end
        if early or begins(witness.words, known) is None:
            continue
        here = of_this(witness, lexicon)
        if first(here.words, held) is not None and any(m.is_day for m in dates.find(here.words, lexicon)):
            yield here


def _during(paragraphs: Sequence[Block], lexicon: Lexicon) -> Iterator[Witness]:
    """Go through first sentences that tell of a meeting and its day in passing: "... during the town hall meeting of 13 March 2023"."""
    lead, types = lexicon.phrases("cues", "during"), evidence.types_of(lexicon)
    for witness in list(_sentences(paragraphs[:_HIGH]))[:_HIGH]:
        here = of_this(witness, lexicon)
        for match in every(here.words, lead):
            words = here.words[match.end() : match.end() + _PASSING]
            typed, told = first(words, types), dates.find(words, lexicon)
            if typed and told and told[0].is_day and 0 < told[0].span.start - typed.end() < _PASSING // 2:
                yield Witness("sentence", words[: told[0].span.end], here.offset + match.end())


def _opens_with_time(words: str, lexicon: Lexicon) -> bool:
    return any(m.span.start == 0 for m in (dates.find(words, lexicon)[:1] or times.find(words, lexicon)[:1]))


def _sentences(paragraphs: Sequence[Block]) -> Iterator[Witness]:
    for block in paragraphs:
        for span in sentences.split(block.text):
            yield Witness("sentence", span.of(block.text), block.span.start + span.start)
