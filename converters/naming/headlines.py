"""Lines at the top of a document that are no titles of sessions, and what outdoes the headline of news."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums import larger
from forumgraph.converters.forums.categories import GENERAL
from forumgraph.converters.structure.boilerplate import is_boilerplate, phrases_of, undated
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins, first, pattern
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.structure.witness import Witness
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_LINKS = re.compile(r"\[\w[^\[\]]{1,20}\][^\[\]]{0,12}\[\w[^\[\]]{1,20}\]|\w\s[>»]\s[^>»]{2,80}\s[>»]\s\w")
"""Links of a page: "[Next] . [Previous]", "Home > News > 2019"."""
_SYMBOL = re.compile(r"\b[A-Z]{1,6}(?:/[A-Z0-9][\w.()-]{0,14}){2,8}")
"""The symbol of a United Nations document: "E/HLPF/2019/3/Add.3"."""
_LABEL = re.compile(r"([^\W\d_][^:]{2,30}?)\s?:\s")
_LISTED = 3
"""Names of people that make a list of them."""
_STOP = re.compile(r"[^\W\d_]{4}\.\s+[A-ZÀ-Ý][a-zà-ÿ]")
_SENTENCES = 12
"""Words from which on a line with a full stop inside is running text."""
_NUMBERED = re.compile(r"\d{1,2}\.\s+(?=[^\W\d_])")
_COUNTED = 4
"""Words that only count a session are fewer: "Side event 2"."""
_QUOTE = re.compile(r",?:?\s?[“\"«‘']\s?([^“”«»\"]{6,250}?)\s?[,.]?[”\"»’'](?=[\s.,;:)]|$)")
_STEP = re.compile(r"\s[>»/]\s")
_BAR = re.compile(r"\s[|·•]\s")
_TITLE = 4
"""Words of a title before its day."""
_MASTHEAD = frozenset({"forum", "session"})
"""Types whose words stand in mastheads as well: "A daily report of the Forum, 12 July"."""
_SITE = re.compile(r"\s\|\s[^|]{2,60}$")
_NEAR = 60
_OPENING = 2
_PAIR = 2
"""Words of a title that says only what kind of meeting it was: "International meeting"."""
_EARLY = 6
"""Characters before the forum that a line is about: "2019 "."""


def is_none(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line at the top cannot be a title: links, a symbol of a document, people, running text, a point of an agenda, a part of a site.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> is_none("United Nations E/HLPF/2019/3/Add.3", lexicons()["en"]), is_none("News in 2020", lexicons()["en"])
    (True, True)
    """
    if _LINKS.search(words) or _is_trail(words, lexicon):
        return True
    if len(words.split()) > _SENTENCES and (_STOP.search(words) or _is_told(words, lexicon)):
        return True
    letterhead = pattern(lexicon.phrases("kinds", "letterhead"))
    rest = _SYMBOL.sub("", words)
    if rest != words and not letterhead.sub("", undated(rest, lexicon)).strip(" ,.:*"):
        return True
    led = _LABEL.match(words)
    if led is not None and led[1].lower() in lexicon.phrases("kinds", "attendance"):
        return True
    people = [part.strip() for part in words.split(",")]
    named = (
        all(_name().fullmatch(part) for part in people) and first(words, phrases_of(lexicon, "session_types")) is None
    )
    return (len(people) >= _LISTED and named) or _NUMBERED.match(words) is not None or _is_of_site(words, lexicon)


def is_of_paper(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a running head calls the paper, and no meeting: "Port report – World Ice Forum"."""
    paper = first(words, lexicon.phrases("kinds", "report_title"))
    return paper is not None and first(words, phrases_of(lexicon, "session_types")) is None


def _is_told(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a long line begins with the day and says that a meeting was held: a sentence that is broken over lines."""
    days = dates.find(words[:_NEAR], lexicon)
    return bool(days) and days[0].span.start <= _EARLY and first(words, lexicon.phrases("kinds", "held")) is not None


def _is_trail(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is the way to a page of a site: "Home > News"."""
    steps = _STEP.split(words.lower())
    return len(steps) > 1 and len(steps[-1].split()) < _TITLE and steps[0].strip() in lexicon.phrases("kinds", "chrome")


def _is_of_site(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line names a part of a web site and perhaps a year: "News in 2020"."""
    plain = [word for word in re.findall(r"\w+", words.lower()) if word not in lexicon.words and not word.isdigit()]
    return len(plain) == 1 and plain[0] in lexicon.phrases("kinds", "chrome")


def is_dated(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line of day and place begins with a title: "Regional workshop on ice 3-5 May 2019, Bonn", "Town hall with youth | 3 May"."""
    days = dates.find(words, lexicon)
    head = _BAR.split(words[: days[0].span.start] if days else words)[0]
    types = tuple(p for kind, row in lexicon.table("session_types").items() if kind not in _MASTHEAD for p in row)
    typed = first(head, types)
    where = (*lexicon.phrases("places", "at"), *lexicon.phrases("places", "in"))
    placed = typed is not None and begins(head[typed.end() :].lstrip(), where) is not None
    return typed is not None and not placed and len(head.split()) >= _TITLE and not is_boilerplate(head, lexicon)


def is_continued(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a line may go on with the title above it, and does not say on what occasion the meeting was, or who organised it."""
    plain = words.lstrip(" (*")
    if plain.rstrip(" *.:").lower() in everywhere("kinds", "chrome") or any(
        m.kind == "forum" and m.span.start <= _EARLY for m in names.find(words)
    ):
        return False
    rows = (*lexicon.phrases("parents", "lead"), *_organised(lexicon))
    return begins(plain, rows) is None


@lru_cache(maxsize=16)
def _organised(lexicon: Lexicon) -> tuple[str, ...]:
    return (*lexicon.phrases("labels", "organizers"), *lexicon.phrases("labels", "people"))


def without_site(words: str, span: Span) -> Span:
    """Take the name of the site, or what its pages print there, from the end of a title: "Recap of the town hall *| UCLG*", "... *story highlights*".

    Behind nothing but a number stands the title: "Webinar 2 | Boats for all".
    """
    site = _SITE.search(words) or _printed().search(words)
    plain = len(words) == span.end - span.start
    kept = words[: site.start()].rstrip() if site else ""
    last = kept.rpartition(" / ")[2]
    counted = len(last.split()) < _COUNTED and last[-1:].isdigit()
    return Span(span.start, span.start + len(kept)) if plain and len(kept.split()) > 1 and not counted else span


@cache
def _printed() -> re.Pattern[str]:
    """Return the pattern of furniture of several words at the end of a line."""
    return re.compile(rf"\s{alternation(p for p in everywhere('kinds', 'chrome') if ' ' in p)}\Z")


def outdone(title: Fact | None, told: Sequence[Witness], lexicon: Lexicon, names: Names) -> Fact | None:
    """Return what one of the sentences says the meeting was entitled, where the title is a headline or the name of a report.

    A title that names a forum or what kind of meeting it was stays, unless it begins as reports do ("Report on the side event").
    """
    if title is None or _stands(title, lexicon, names):
        return None
    return named(told, lexicon)


def named(told: Sequence[Witness], lexicon: Lexicon, *, titled: bool = True) -> Fact | None:
    """Return what a sentence that tells of a meeting has as its name, in quotation marks or behind "entitled": "held the town hall “A seat for all”".

    Without such a word only the first sentences are believed, and the first that says that something was held.

    Args:
        titled: whether a line is the title as well, so that sentences have to say that a meeting was held.
    """
    held = (*lexicon.phrases("cues", "held"), *lexicon.phrases("kinds", "held"))
    for place, witness in enumerate(told):
        was = first(witness.words, held) is not None
        for typed in _types(lexicon).finditer(witness.words):
            near = typed.end() + _NEAR
            cue = _entitled(lexicon).search(witness.words, typed.end(), near)
            span = _named_at(witness.words, cue.end() if cue else typed.end(), lexicon, bare=cue is not None)
            if (
                span is not None
                and (was or (cue is not None and not titled))
                and (cue is not None or place <= _OPENING)
            ):
                start = span.start + witness.offset
                return Fact(span.of(witness.words), Span(start, span.end + witness.offset), "title/entitled")
    return None


def _named_at(words: str, at: int, lexicon: Lexicon, *, bare: bool) -> Span | None:
    """Return the name in quotation marks that follows, or where it is said to be one, the capitalised words: "entitled *Wells for All*, which"."""
    quoted = _QUOTE.match(words, at)
    if quoted is not None:
        return Span(*quoted.span(1)) if len(quoted[1].split()) > 1 else None
    span = larger.run(words, at, lexicon) if bare else None
    return span if span is not None and len(span.of(words).split()) > _PAIR else None


def _stands(title: Fact, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a title is that of a meeting beyond doubt."""
    if title.rule == "title/label":
        return True
    report = begins(title.value, lexicon.phrases("kinds", "report_title")) is not None
    general = tuple(p for kind, row in lexicon.table("session_types").items() if kind in GENERAL for p in row)
    told = pattern(lexicon.phrases("kinds", "not_type")).sub("", title.value)
    typed = first(told, general) is not None or any(m.kind == "forum" for m in names.find(title.value))
    quoted = title.value[:1] in '“«"'
    return quoted or (typed and not report and len(title.value.split()) > _PAIR)


@cache
def _name() -> re.Pattern[str]:
    """Return the pattern of the names of people: two to four words, with small ones between them."""
    particle = alternation(everywhere("posts", "particles"))
    return re.compile(rf"[A-ZÀ-Ý][\w'’-]{{1,20}}(?:\s(?:{particle}|[A-ZÀ-Ý]\.?|[A-ZÀ-Ý][\w'’-]{{1,20}})){{1,3}}")


@lru_cache(maxsize=16)
def _types(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternation(phrases_of(lexicon, "session_types")))


@lru_cache(maxsize=16)
def _entitled(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternation(lexicon.phrases("cues", "entitled")))
