"""What a session is part of: "side event of the HLPF 2021", a forum as a heading or running head, a labelled line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.forums import frames, larger
from forumgraph.converters.structure import editions
from forumgraph.converters.structure.boilerplate import is_boilerplate, undated
from forumgraph.converters.structure.editions import articles, with_year, without_article
from forumgraph.converters.words.labels import Label, values
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins, pattern, trimmed
from forumgraph.model import Block, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import NameMention, Names

_SHORTENED = re.compile(r"\s\(([A-Z][\w -]{1,11})\)")
"""The same meeting in short behind its name: "Climate Change Conference (*COP27*)"."""
_TOLD = frozenset({"part-of/phrase", "part-of/capitals", "part-of/above"})
"""Rules that read what sentences tell."""
_DASHES = frozenset("–—-|")
_BEFORE = _DASHES | {"("}
"""Marks between a title and the forum it was in: "Coordination meeting – HLPF 2023", "Town hall with the Secretary-General (CSW67)"."""
_PARTING = frozenset(":,;|/(–—-") | {""}
_TOKEN = re.compile(r"[\w’'-]+")


def find(
    sentences: Sequence[tuple[str, int]],
    title: Iterable[Witness],
    lines: Iterable[Witness],
    labels: Sequence[Label],
    heads: Sequence[Fact],
    *,
    lexicon: Lexicon,
    names: Names,
    inner: bool = False,
    beside: bool = False,
) -> tuple[Fact, ...]:
    """Return what a session is part of, each once, in the source's words with the year.

    Args:
        sentences: words and offset of the title and of the sentences that tell of the meeting itself.
        title: lines of the title.
        lines: short lines near the title, and running heads.
        heads: forums that stand alone as headings or running heads.
        inner: whether the type of the session says that it was inside a larger meeting, so that a line with the name of one is that.
        beside: whether it says that it was at a larger meeting, so that the only forum that is spoken of is that.
    """
    title, lines = list(title), list(lines)
    facts = [*_labelled(labels, lexicon, names), *heads, *(f for w in title for f in _in_title(w, lexicon, names))]
    printed = [line.words.strip(" *#.:") for line in (*title, *lines)]
    shortened: set[str] = set()
    for words, offset in sentences:
        told = list(frames.find(words, offset, printed, lexicon, names))
        shortened.update(
            m[1].replace(" ", "") for fact in told if (m := _SHORTENED.match(words, fact.span.end - offset))
        )
        facts += told
    facts += _of_lines(title, lines, lexicon, names)
    if inner and not facts:
        facts += [larger.whole(w, "part-of/name") for w in lines if larger.is_named(w, lexicon)]
    if beside and not facts:
        facts += _only(sentences, lexicon, names)
    facts += larger.above(title, lines, lexicon) or larger.over(title, lines, lexicon)
    facts = [fact for fact in facts if fact.value.replace(" ", "") not in shortened]
    return once(
        (fact for fact in facts if not any(_is_own(fact, line, lexicon, names) for line in title if line.words)), names
    )


def _only(sentences: Iterable[tuple[str, int]], lexicon: Lexicon, names: Names) -> list[Fact]:
    """Return the one forum that sentences speak of, where none says that the session was in it: "The *HLPF* opened on Monday. A side event ..."."""
    told: dict[str, Fact] = {}
    for words, offset in sentences:
        known = names.find(words, offset)
        for mention in (*known, *editions.numbered(words, offset, known)):
            short = words[: mention.span.start - offset].endswith("(") and not mention.key
            if mention.kind == "forum" and not short:
                span = with_year(words, mention.span, offset)
                of_another = frames.is_of_another(words[: mention.span.start - offset], lexicon)
                fact = Fact(words_of(words, span, offset), span, "part-of/only")
                told.setdefault("" if of_another else mention.key or mention.words, fact)
    return list(told.values()) if len(told) == 1 and "" not in told else []


def _of_lines(title: Sequence[Witness], lines: Sequence[Witness], lexicon: Lexicon, names: Names) -> Iterator[Fact]:
    """Go through the forums that lines near the title name alone, or with what something was in them."""
    for line in lines:
        yield from _in_kicker(line, lexicon, names)
    for line in (*title, *lines):
        yield from list(_opening(line, lexicon, names)) or larger.of_kicker(line, lexicon)


def _in_kicker(line: Witness, lexicon: Lexicon, names: Names) -> Iterator[Fact]:
    """Go through the forums in a line that says only what something was in them: "Official side event – HLPF 2019"."""
    known = names.find(line.words, line.offset)
    forums = [m for m in (*known, *editions.numbered(line.words, line.offset, known)) if m.kind == "forum"]
    told = (
        forums
        and larger.parts(lexicon).search(line.words)
        and is_boilerplate(undated(line.words, lexicon), lexicon, names)
    )
    for mention in forums if told else ():
        span = with_year(line.words, mention.span, line.offset)
        yield Fact(words_of(line.words, span, line.offset), span, "part-of/kicker")


def _is_own(fact: Fact, title: Witness, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a sentence means the meeting of the title itself: "During the World Forum", below "Report of the tenth World Forum"."""
    if fact.rule not in _TOLD:
        return False
    words, said = _telling(title.words, lexicon), _telling(fact.value, lexicon)
    called = {
        name
        for m in names.find(fact.value)
        if m.kind == "forum"
        for n in names.find(title.words)
        if n.key == m.key
        for name in _telling(n.words, lexicon)
    }
    meets = called or not words.isdisjoint(lexicon.phrases("parents", "words"))
    return bool(words) and bool(meets) and words <= said | called


def _telling(words: str, lexicon: Lexicon) -> set[str]:
    """Return the words of a name without its edition, small words, and words such as "report"."""
    plain = pattern(_papers(lexicon)).sub(" ", words.lower())
    edition = {
        *everywhere("ordinals", "first"),
        *everywhere("ordinals", "higher"),
        *everywhere("parents", "sitting"),
        *everywhere("parents", "of_names"),
    }
    found = {word for word in _TOKEN.findall(plain) if not word[0].isdigit()}
    return found - edition - lexicon.words


@lru_cache(maxsize=16)
def _papers(lexicon: Lexicon) -> tuple[str, ...]:
    daily = lexicon.phrases("kinds", "daily_title")
    return tuple(phrase for phrase in lexicon.phrases("kinds", "report_title") if phrase not in daily)


def _in_title(line: Witness, lexicon: Lexicon, names: Names) -> Iterator[Fact]:
    """Go through forums after "at" or "of", in a title that says what kind of meeting it was or has their number: "Side events at HLPF 2019"."""
    known = names.find(line.words, line.offset)
    for mention in (*known, *editions.numbered(line.words, line.offset, known)):
        span = with_year(line.words, mention.span, line.offset)
        before = line.words[: span.start - line.offset]
        typed = list(larger.parts(lexicon).finditer(before))
        mark = "" if _TOKEN.search(line.words[span.end - line.offset :]) else before.rstrip()[-1:]
        ends = mark in _BEFORE
        typed = list(_types_of_any(lexicon).finditer(before)) if mark in _DASHES and not typed else typed
        there = editions.is_acronym(line.words, span.start - line.offset)
        there = there and frames.ends_with(before, lexicon.phrases("parents", "there"))
        led = typed and (ends or _leads(before, before[typed[-1].end() :], lexicon))
        if mention.kind == "forum" and (there or led):
            yield Fact(words_of(line.words, span, line.offset), span, "part-of/title")


def _leads(before: str, between: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a forum say that the meeting was there: they end with "at", or are "of" right after the type of meeting."""
    at = lexicon.phrases("parents", "title_lead")
    plain = between.strip().lower().replace("’", "'")
    return (
        frames.ends_with(before, at)
        or frames.ends_with(without_article(before), at)
        or plain in lexicon.phrases("parents", "title_of")
    )


@lru_cache(maxsize=16)
def _types_of_any(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of all types of meetings."""
    return re.compile(alternation(p for row in lexicon.table("session_types").values() for p in row))


def _opening(line: Witness, lexicon: Lexicon, names: Names) -> Iterator[Fact]:
    """Go through forums that a line begins with, if only names and figures follow: "High-level Political Forum, New York"."""
    known = names.find(line.words, line.offset)
    for mention in (*known, *editions.numbered(line.words, line.offset, known)):
        if mention.kind != "forum":
            continue
        span = with_year(line.words, mention.span, line.offset)
        before = line.words[: span.start - line.offset]
        rest = [word for word in _TOKEN.findall(line.words[span.end - line.offset :]) if word[0].isalnum()]
        rest = [word for word in rest if word.lower() not in _idle(lexicon)]
        if not _is_parted(line.words[span.end - line.offset :], lexicon):
            continue
        if not articles().sub("", before).strip(" *#") and all(word[0].isupper() or word[0].isdigit() for word in rest):
            yield Fact(words_of(line.words, span, line.offset), span, "part-of/line")


@lru_cache(maxsize=16)
def _idle(lexicon: Lexicon) -> frozenset[str]:
    """Return the words beside a forum that say nothing of it: small ones, and how people met."""
    ways = (*lexicon.phrases("modes", "online_place"), *lexicon.phrases("modes", "hybrid"))
    return lexicon.words.union(ways)


def is_itself(words: str, mention: NameMention, offset: int, lexicon: Lexicon) -> bool:
    """Tell whether the forum that a title begins with is the meeting itself: "5th Youth Forum on Housing", not "Youth Forum: side event"."""
    start, end = mention.span.start - offset, mention.span.end - offset
    return (
        len(words[:start].split()) <= 1 and words[end:].strip()[:1].isalpha() and not _is_parted(words[end:], lexicon)
    )


def is_subject(words: str, mention: NameMention, offset: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says that a forum itself was held: "The *World Ice Forum* opened on Wednesday"."""
    before, after = words[: mention.span.start - offset], words[mention.span.end - offset :]
    held = begins(re.sub(r"^\s\([^()]{2,12}\)", "", after).lstrip(), lexicon.phrases("cues", "held_subject"))
    opens = len(before.split()) <= 1 or without_article(before).rstrip().endswith(",")
    return mention.kind == "forum" and opens and held is not None


def _is_parted(after: str, lexicon: Lexicon) -> bool:
    """Tell whether what follows a forum in a title is the title of something in it; the "Youth Forum on Housing" is itself the meeting."""
    return after[:3].strip()[:1] in _PARTING or pattern(_kinds(lexicon)).search(after) is not None


@lru_cache(maxsize=16)
def _kinds(lexicon: Lexicon) -> tuple[str, ...]:
    return (
        *larger.inside(lexicon),
        *lexicon.phrases("kinds", "report_title"),
        *lexicon.phrases("kinds", "daily_title"),
    )


def _labelled(labels: Sequence[Label], lexicon: Lexicon, names: Names) -> Iterator[Fact]:
    for label in (*values(labels, "part_of"), *values(labels, "type")):
        found = [m for m in names.find(label.words, label.value.start) if m.kind == "forum"]
        if found and not ("part_of" in label.fields and larger.is_whole(label.words, lexicon)):
            span = with_year(label.words, found[0].span, label.value.start)
            yield Fact(words_of(label.words, span, label.value.start), span, "part-of/label")
        elif "part_of" in label.fields and larger.is_whole(label.words, lexicon):
            yield Fact(label.words, label.value, "part-of/label")


def words_of(words: str, span: Span, offset: int) -> str:
    """Return what a span of the document quotes, from a line of it that begins at `offset`."""
    return words[span.start - offset : span.end - offset]


def heading_fact(block: Block, span: Span) -> Fact:
    """Return the fact that a heading or running head names the forum."""
    inside = trimmed(block.text, span.start, span.end, marks=" *#.:,")
    return Fact(
        inside.of(block.text), Span(block.span.start + inside.start, block.span.start + inside.end), "part-of/heading"
    )


def once(facts: Iterable[Fact], names: Names) -> tuple[Fact, ...]:
    """Return each forum once, by the longest of its names ("HLPF" and "High-level Political Forum" are one)."""
    kept: list[tuple[Fact, str]] = []
    for fact in _distinct(facts):
        value = fact.value.lower()
        key = next((m.key for m in names.find(fact.value) if m.kind == "forum"), "")
        same = [one for one in kept if value in one[0].value.lower() or (key and key == one[1])]
        if not fact.value or any(len(one[0].value) >= len(value) for one in same):
            continue
        kept = [one for one in kept if one not in same and one[0].value.lower() not in value] + [(fact, key)]
    return tuple(fact for fact, _ in kept)


def _distinct(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Return the first fact of each value, in order."""
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.value, fact)
    return first.values()
