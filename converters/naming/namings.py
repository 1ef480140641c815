"""What sentences call the meeting they tell of, and the forum that the first line names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums import larger
from forumgraph.converters.forums.categories import particular
from forumgraph.converters.naming.traits import breaks_off
from forumgraph.converters.structure.boilerplate import is_boilerplate, is_date_line, phrases_of, trim, undated
from forumgraph.converters.structure.outline import forum_named
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import Row, begins, every, first, trimmed
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_QUOTE = re.compile(r",?:?\s?[“\"«‘']\s?([^“”«»\"]{6,250}?)\s?[,.]?[”\"»’'](?=[\s.,;:)]|$)")
_NEAR = 60
"""Characters between the kind of a meeting and the word that its name follows."""
_COMMA = re.compile(r"[,;.(]\s|[,;.]$")
_ASIDE = re.compile(r",\s(?=\w)")
_MARKS = " \t.,;:*_#|–—-"
_OPENING = 2
"""Sentences with which a text begins."""
_WORDS = range(2, 31)
"""How many words a name has."""
_HIGHEST_LINES, _STAMP = 6, 8
"""Lines above a forum, and words of such a line."""
_DATELINE = 40
"""Characters before the day with which a sentence begins."""
_LEAD = re.compile(r"(?:\s\([^()]{2,30}\))?\s?[,–—-]{1,2}\s")


def of_sentences(opening: Sequence[Witness], told: Sequence[Witness], lexicon: Lexicon) -> Iterator[Fact]:
    """Go through the names that sentences give: what was entitled so, what somebody held, what took place, what people took part in.

    Args:
        opening: the first sentences.
        told: those that tell of the meeting.
    """
    early = opening[:_OPENING]
    ways = (
        ("title/entitled", _entitled, (*early, *told)),
        ("title/sentence", _objects, early),
        ("title/subject", _subjects, early),
        ("title/joined", _joined, early),
    )
    for rule, way, witnesses in ways:
        for witness in witnesses:
            for span in way(witness.words, lexicon):
                words = span.of(witness.words)
                if len(words.split()) in _WORDS and (way is _entitled or _is_name(words, lexicon)):
                    yield Fact(words, Span(span.start + witness.offset, span.end + witness.offset), rule)


def _entitled(words: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find names in quotation marks, or behind a word that says so: "the town hall “A seat for all”", "an event entitled *Wells for All*"."""
    held = first(words, joined(lexicon, ("cues", "held"), ("kinds", "held"))) is not None
    for typed in every(words, _occasions(lexicon)):
        cue = first(words, lexicon.phrases("cues", "entitled"), typed.end())
        called = cue is not None and cue.start() - typed.end() <= _NEAR
        end = cue.end() if cue is not None and called else typed.end()
        quoted = _QUOTE.match(words, end) if called or held else None
        span = Span(*quoted.span(1)) if quoted else larger.run(words, end, lexicon) if called else None
        if span is not None:
            yield span


def _objects(words: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find what somebody held: "held *a workshop on data* in Bonn"."""
    for held in every(words, lexicon.phrases("cues", "held_object")):
        stops = (first(words, lexicon.phrases("cues", "held_end"), held.end()), _COMMA.search(words, held.end()))
        ends = [stop.start() for stop in stops if stop is not None]
        ends += [mention.span.start for mention in dates.find(words, lexicon) if mention.span.start > held.end()]
        span = trimmed(words, held.end(), min(ends, default=len(words)), marks=_MARKS)
        while breaks_off(span.of(words), lexicon):
            span = trimmed(words, span.start, span.end - len(span.of(words).split()[-1]))
        yield span


def _subjects(words: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find what a sentence is about that says that something was held: "*The third workshop on ice* took place in Bonn"."""
    held = first(words, lexicon.phrases("cues", "held_subject"))
    if held is None:
        return
    start = _past_day(words[: held.start()], lexicon)
    while (article := begins(words[start:], lexicon.phrases("kinds", "articles"))) is not None:
        start += article.end() + (words[start + article.end() :][:1] == " ")
    aside = _ASIDE.search(words, start, held.start())
    told = joined(lexicon, ("places", "held"), ("kinds", "held"))
    end = aside.start() if aside is not None and begins(words[aside.end() :], told) else held.start()
    span = trimmed(words, start, end, marks=" ,")
    if words[start : start + 1].isalnum() and not _COMMA.search(span.of(words)):
        yield span


def _joined(words: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find the capitalised name of what people took part in: "attended the *Regional Workshop on Ice*"."""
    inner = first(words, particular(lexicon))
    if first(words, lexicon.phrases("cues", "held")) is None:
        return
    for cue in every(words, lexicon.phrases("cues", "joined")):
        span = larger.run(words, cue.end(), lexicon) if inner is None or cue.start() < inner.start() else None
        if span is not None:
            yield span


def _is_name(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a kind of meeting and say more than how it was: "very successful panel event" has no name and no matter."""
    typed = list(every(words, phrases_of(lexicon, "session_types")))
    return bool(typed) and not (words.islower() and typed[-1].end() == len(words))


def _past_day(words: str, lexicon: Lexicon) -> int:
    """Return where a sentence begins behind the day, or place and day, of a meeting: "On 3 May, ", "LIMA, 3 May – "."""
    days = [m.span.end for m in dates.find(words, lexicon) if m.span.start <= _DATELINE]
    lead = _LEAD.match(words, days[-1]) if days else None
    return lead.end() if lead else 0


@lru_cache(maxsize=16)
def _occasions(lexicon: Lexicon) -> Row:
    """Return the words for meetings, and for what people do at them."""
    return Row((*phrases_of(lexicon, "session_types"), *lexicon.phrases("titles", "occasions")))


def of_forum(blocks: Sequence[Block], lexicon: Lexicon, names: Names) -> Fact | None:
    """Return the first line if it names a forum and says nothing else: where nothing else is a title, the forum is what is reported on."""
    for block in blocks[:_HIGHEST_LINES]:
        named = forum_named(block, names)
        plain = is_boilerplate(undated(block.text, lexicon), lexicon, names)
        if is_date_line(block.text, lexicon):
            continue
        if block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or not (named or plain):
            if _is_stamp(block):
                continue
            return None
        if named is not None or any(m.kind == "forum" for m in names.find(block.text)):
            whole = trimmed(block.text, 0, len(block.text), marks=_MARKS)
            inside = trim(block.text, whole, lexicon, names)
            inside = inside if inside.start < inside.end else whole
            span = Span(block.span.start + inside.start, block.span.start + inside.end)
            return Fact(inside.of(block.text), span, "title/forum")
    return None


def _is_stamp(block: Block) -> bool:
    """Tell whether a line holds only what stands above a title: a word, symbols, "Distr. LIMITED", "ORIGINAL: SPANISH"."""
    words = block.text.split()
    capitals = any(word.isupper() for word in words) and block.text.rstrip()[-1:] not in ".!?"
    return (len(words) == 1 and block.kind is BlockKind.PARAGRAPH) or (capitals and len(words) <= _STAMP)
