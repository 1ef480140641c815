"""The title of a session that no line gives: what a sentence calls the meeting, or the forum that the first line names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums import larger
from forumgraph.converters.forums.categories import particular
from forumgraph.converters.naming import entitling
from forumgraph.converters.structure.boilerplate import is_boilerplate, is_date_line, phrases_of, trim, undated
from forumgraph.converters.structure.outline import forum_named
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, every, first, trimmed
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_COMMA = re.compile(r"[,;.(]\s|[,;.]$")
_MARKS = " \t.,;:*_#|–—-"
_HIGHEST_LINES = 6
_NAMED = 4
_LONGEST = 25
_STAMP = 8
"""Words of a line above a title."""
_STOP = re.compile(r"[,;:.]\s")
_OPENING = 2
_EARLY, _HEADLINE = 6, 4
"""Characters before a forum that a line is about, and words of a headline."""
_ASIDE = re.compile(r",\s(?=\w)")
_DATELINE = 40
"""Characters before the day with which a sentence begins."""
_LEAD = re.compile(r"(?:\s\([^()]{2,30}\))?\s?[,–—-]{1,2}\s")


def of_sentence(opening: Sequence[Witness], lexicon: Lexicon) -> Fact | None:
    """Return the words by which a sentence names the meeting that was held, where there is no title: "held *a workshop on data* in Bonn"."""
    for witness in opening[:_OPENING]:
        for held in every(witness.words, lexicon.phrases("cues", "held_object")):
            stop = first(witness.words, lexicon.phrases("cues", "held_end"), held.end())
            end = min(
                [m.span.start for m in dates.find(witness.words, lexicon) if m.span.start > held.end()]
                + [len(witness.words)]
                + ([stop.start()] if stop else [])
            )
            cut = _COMMA.search(witness.words, held.end())
            span = trimmed(witness.words, held.end(), min(end, cut.start() if cut else end), marks=_MARKS)
            span = _without_last(witness.words, span, lexicon)
            words = span.of(witness.words)
            if 2 <= len(words.split()) <= 30 and _names(words, lexicon):
                return Fact(words, Span(span.start + witness.offset, span.end + witness.offset), "title/sentence")
    return None


def of_subject(opening: Sequence[Witness], lexicon: Lexicon) -> Fact | None:
    """Return the name of the meeting that one of the first sentences is about: "*The third workshop on ice* took place in Bonn"."""
    return next((fact for w in opening[:_OPENING] if (fact := _subject(w, lexicon)) is not None), None)


def _subject(witness: Witness, lexicon: Lexicon) -> Fact | None:
    """Return what a sentence says was held; a bare "The meeting" names nothing."""
    held = first(witness.words, lexicon.phrases("cues", "held_subject"))
    if held is None:
        return None
    start = _past_day(witness.words[: held.start()], lexicon)
    while (article := begins(witness.words[start:], lexicon.phrases("kinds", "articles"))) is not None:
        start += article.end()
        start += witness.words[start : start + 1] == " "
    words = witness.words[start : held.start()].rstrip(" ,")
    aside = _ASIDE.search(words)
    told = (
        aside is not None
        and begins(words[aside.end() :], joined(lexicon, ("places", "held"), ("kinds", "held"))) is not None
    )
    words = words[: aside.start()] if aside is not None and told else words
    plain = len(words.split()) < _NAMED or len(words.split()) > _LONGEST or _has_clause(words, lexicon)
    plain = plain or first(words, lexicon.phrases("kinds", "attendance")) is not None
    if plain or not words[:1].isalnum() or not _names(words, lexicon):
        return None
    return Fact(words, Span(witness.offset + start, witness.offset + start + len(words)), "title/subject")


def _names(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a kind of meeting and say more than how it was: "very successful panel event" has no name and no matter."""
    typed = list(every(words, phrases_of(lexicon, "session_types")))
    return bool(typed) and not (words.islower() and typed[-1].end() == len(words))


def _past_day(words: str, lexicon: Lexicon) -> int:
    """Return where a sentence begins behind the day, or place and day, of a meeting: "On 3 May, ", "LIMA, 3 May – "."""
    days = [m.span.end for m in dates.find(words, lexicon) if m.span.start <= _DATELINE]
    lead = _LEAD.match(words, days[-1]) if days else None
    return lead.end() if lead else 0


def of_news(headline: Fact, opening: Sequence[Witness], lexicon: Lexicon, names: Names) -> Fact | None:
    """Return the name of a meeting that the first sentences tell of, where the line above them is a headline: a sentence without the name of one."""
    if headline.rule == "title/label" or not _is_sentence(headline.value, lexicon, names):
        return None
    return next(
        (
            f
            for f in (of_subject(opening, lexicon), of_joined(opening, lexicon, names))
            if f and _is_name(f.value, lexicon, names)
        ),
        None,
    )


def _is_name(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell a proper name from a description: "Third Forum on Ice", and not "workshop for teachers"."""
    typed = any(words[m.start()].isupper() for m in every(words, phrases_of(lexicon, "session_types")))
    return typed or any(m.kind == "forum" for m in names.find(words))


def _is_sentence(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a line is a headline: most of its words have small letters, and it begins with no forum and names no kind of meeting."""
    parts = [word for word in words.split() if word[:1].isalpha() and word.lower() not in lexicon.words]
    small = sum(word[0].islower() for word in parts)
    forum = any(m.kind == "forum" and m.span.start <= _EARLY for m in names.find(words))
    known = [m.span for m in names.find(words)]
    types = every(words, phrases_of(lexicon, "session_types"))
    typed = any(not any(span.start <= m.start() < span.end for span in known) for m in types)
    return len(parts) >= _HEADLINE and small * 2 >= len(parts) and not forum and not typed


def of_joined(opening: Sequence[Witness], lexicon: Lexicon, names: Names) -> Fact | None:
    """Return the capitalised name of the meeting at which people were, by one of the first sentences: "attended the *Regional Workshop on Ice*"."""
    for witness in opening[:_OPENING]:
        if first(witness.words, lexicon.phrases("cues", "held")) is None:
            continue
        inner = first(witness.words, particular(lexicon))
        for cue in every(witness.words, lexicon.phrases("cues", "joined")):
            if inner is not None and inner.start() < cue.start():
                break
            span = larger.run(witness.words, cue.end(), lexicon)
            words = span.of(witness.words) if span else ""
            typed = any(words[m.start()].isupper() for m in every(words, phrases_of(lexicon, "session_types")))
            known = any(m.kind == "forum" for m in names.find(words))
            if span and (known or (typed and len(words.split()) >= _NAMED)):
                return Fact(words, Span(witness.offset + span.start, witness.offset + span.end), "title/joined")
    return None


def _has_clause(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a verb are more than the name of a meeting."""
    return _STOP.search(words) is not None or first(words, lexicon.phrases("cues", "clause")) is not None


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


def _without_last(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Take function words from an end ("a workshop *on* 9 July")."""
    words = span.of(text).split()
    while words and entitling.breaks_off(words[-1], lexicon):
        span = trimmed(text, span.start, span.end - len(words.pop()))
    return span
