"""Which edition of a forum is meant: the year, number and small words around its name, in the words of all languages, for names mix them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.names import NameMention
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = 80
"""Characters before a forum that may say how the session belongs to it."""
_ARTICLES = 48
_WORD_START = re.compile(r"\s|^")
_NUMBERED = re.compile(r"(?<![\w-])(?<![A-Z]\s)([A-Z]{3,6})[ -]?\d{2,4}(?![\w-])")
_NAME = re.compile(r"\s(?=[A-Z])")
"""An acronym with its number: "CSW62", "HLPF2019"."""
_YEAR = r"(?:19|20)\d\d"


def with_year(words: str, span: Span, offset: int) -> Span:
    """Return a forum's mention with the year or ordinal that says which edition is meant."""
    start, end = span.start - offset, span.end - offset
    after = year_after().match(words, end) or _sitting().match(words, end)
    near = max(0, start - NEAR)
    before = year_before().search(words[near:start]) or _sitting_before().search(words[near:start].rstrip())
    ordinal = _ordinal_before().search(words[near:start].rstrip())
    if ordinal and not before:
        start = near + ordinal.start()
    return Span((near + before.start() if before else start) + offset, (after.end() if after else end) + offset)


def numbered(words: str, offset: int, known: Sequence[NameMention]) -> list[NameMention]:
    """Return the forums that an acronym with its number or year names and no table knows: "CSW62", "HLPF2019"; known ones are left out."""
    found: list[NameMention] = []
    for match in _NUMBERED.finditer(words):
        span = Span(match.start() + offset, match.end() + offset)
        named = match[1].lower() in everywhere("parents", "words") and not any(m.span.overlaps(span) for m in known)
        part = _NAME.match(words, match.end())
        named = named and (part is None or _part().match(words, part.end()) is not None)
        found += [NameMention(span, "", "forum", match[0])] if named else []
    return found


def is_acronym(words: str, at: int) -> bool:
    """Tell whether an acronym with its number or year stands in a text: "COP28", "HLPF 2019"."""
    return _NUMBERED.match(words, at) is not None


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of what a forum's name stands before if it is in the forum: "WUF11 *Networking Event*", but not "COP27 Presidency"."""
    return re.compile(alternation(everywhere("parents", "follow")))


def without_article(before: str) -> str:
    """Take articles and words like "ongoing" and "2019 edition of" from the end of what stands before a name.

    >>> without_article("on the margins of the ongoing")
    'on the margins of'
    """
    before = before.rstrip() + " "
    at = max(0, len(before) - _ARTICLES)
    article = next((m for m in _WORD_START.finditer(before, at) if articles().fullmatch(before, m.end())), None)
    return (before[: article.end()] if article else before).rstrip()


def befores(before: str) -> tuple[str, ...]:
    """Return what stands before a forum in all the ways in which its year, article, owner or edition can be left out."""
    before = before[-NEAR:]
    year = year_before().search(before)
    before = (before[: year.start()] if year else before).rstrip()
    ordinal = _ordinal_before().search(before)
    before = (before[: ordinal.start()] if ordinal else before).rstrip()
    sitting = _sitting_before().search(before)
    if sitting is not None:
        return before[: sitting.start()].rstrip(), without_article(before[: sitting.start()])
    counted = _counted_before().search(before)
    owner = _owner().search(before)
    return (
        before,
        without_article(before),
        *((without_article(before[: owner.start()]),) if owner else ()),
        *((before[: counted.start()].rstrip(), without_article(before[: counted.start()])) if counted else ()),
    )


@cache
def articles() -> re.Pattern[str]:
    """Return the pattern of articles and of what may stand with them: "the ongoing", "la 3e édition du"."""
    edition = rf"(?:{_YEAR}|\w{{2,12}}|\d{{1,3}}\w\w)\s{alternation(everywhere('parents', 'edition_of'))}"
    return re.compile(rf"(?:(?:{alternation(everywhere('parents', 'articles'))}|{edition})\s?)+")


@cache
def year_after() -> re.Pattern[str]:
    """Return the pattern of a year behind a name: " 2019", " (HLPF) of 2019", " '19"."""
    of = alternation(everywhere("parents", "year_of"))
    return re.compile(
        rf"(?:\s?\([A-Za-z]{{2,8}}(?:\s{_YEAR})?\))?,?(?:\s{of}(?=\s\d))?\s?(?:{_YEAR}|[’']\d\d)\b(?!\s?[-–/]\d)"
    )


@cache
def year_before() -> re.Pattern[str]:
    """Return the pattern of a year or number at the end of what stands before a name: "2019 ", "40th session of the "."""
    sitting = alternation(everywhere("parents", "session_of"))
    return re.compile(rf"(?:\b{_YEAR}\s|\b\d{{1,3}}{_marks()}\s(?:{sitting}\s)?)$")


@cache
def _ordinal_before() -> re.Pattern[str]:
    """Return the pattern of which edition is meant, or whose, at the end of what stands before a name: "the *Tenth*", "IV", "67th session of the *UN*"."""
    words = alternation((*everywhere("ordinals", "first"), *everywhere("ordinals", "higher")))
    owners = alternation(everywhere("parents", "owners"))
    numbered = rf"(?:\b(?:[A-Za-z]{{3,12}}-)?{words}|(?<![\w-])[IVXL]{{1,7}}|\b\d{{1,3}}{_marks()})"
    return re.compile(rf"(?<!\S)(?:{numbered}(?:\s{owners})?|{owners})$")


def is_counted(words: str) -> bool:
    """Tell whether a line says which edition of a meeting is meant, as the name of a body does not.

    >>> is_counted("Week of Ice 2021"), is_counted("Ninth Ice Forum"), is_counted("Commission on Ice")
    (True, True, False)
    """
    first = words.split(" ", 1)[0]
    return re.search(rf"\b{_YEAR}\b", words) is not None or _ordinal_before().fullmatch(first) is not None


@cache
def _marks() -> str:
    return alternation(everywhere("parents", "ordinal_marks"), glued=True)


@cache
def counted() -> re.Pattern[str]:
    """Return the pattern of words that count an edition: "third meeting of the", "40th session of the", "tercera reunión del"."""
    firsts = alternation((*everywhere("ordinals", "first"), *everywhere("ordinals", "higher")))
    sitting = alternation(everywhere("parents", "sitting"))
    of = alternation(everywhere("parents", "edition_joins"))
    number = rf"(?=[a-z])(?:{firsts}\s|[a-zà-ÿ]{{3,12}}-)?{firsts}|\d{{1,3}}{_marks()}(?=\s[a-zà-ÿ])"
    return re.compile(rf"(?:{number})\s(?:(?P<sat>{sitting})|[^\W\d_]{{2,20}})(?:\s{of})?(?:\s|(?<=['’]))")


@cache
def _counted_before() -> re.Pattern[str]:
    """Return the pattern of words before a forum that count its edition: "third meeting of the", "2019 session of"."""
    firsts = alternation(everywhere("ordinals", "first"))
    of = alternation(everywhere("parents", "edition_joins"))
    return re.compile(rf"(?:{firsts}|\b{_YEAR})\s[^\W\d_]{{2,20}}(?:\s{of})?$")


@cache
def _sitting_before() -> re.Pattern[str]:
    """Return the pattern of words before a forum that count its own sessions: "second session of the"; these are no sessions inside it."""
    words = alternation((*everywhere("ordinals", "first"), *everywhere("ordinals", "higher")))
    session, of = (alternation(everywhere("parents", row)) for row in ("sitting", "edition_joins"))
    return re.compile(
        rf"(?:\b\d{{1,3}}{_marks()}|(?:\b[A-Za-z]{{3,12}}-)?{words})(?:\s[a-zé]{{4,12}})?\s{session}\s{of}$"
    )


@cache
def _sitting() -> re.Pattern[str]:
    """Return the pattern of the session of a body behind its name: "at its fortieth session", ", 40th session"."""
    words = alternation((*everywhere("ordinals", "first"), *everywhere("ordinals", "higher")))
    lead, session = (alternation(everywhere("parents", row)) for row in ("at_its", "sitting"))
    return re.compile(rf",?\s(?:{lead}\s)?(?:\d{{1,3}}{_marks()}|(?:[A-Za-z]{{3,12}}-)?{words})\s{session}")


@cache
def _owner() -> re.Pattern[str]:
    """Return the pattern of whose a forum is: "the *Economic and Social Council's* Youth Forum"."""
    small = "|".join(map(re.escape, everywhere("parents", "of_names")))
    ends = "|".join(map(re.escape, everywhere("parents", "possessive"))).replace("'", "['’]")
    return re.compile(rf"(?:[A-ZÀ-Ý][\w-]{{0,20}}(?:\s(?:{small}))?\s){{0,8}}[A-ZÀ-Ý][\w-]{{1,20}}(?:{ends})$")
