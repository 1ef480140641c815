"""What is asked, how strongly, and of whom."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.headings import NUMBERING
from forumgraph.converters.words.phrases import begins, every, first, trimmed
from forumgraph.converters.words.spelling import plain
from forumgraph.model import Fact, Issue, Recommendation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.converters.words.lexicon import Lexicon

STRENGTHS = ("must", "should", "invites", "judgement", "forecast")
"""Rows of the table `cues`, and notations of the scheme of strengths."""

_BREAK = re.compile(r"[.;:!?](?:\s|$)|,\s|\s[–—-]\s|\(")
_ACRONYM = re.compile(r"(?:^|\s)[A-Z][A-Z&-]+s?(?:-[A-Z][a-z]+)?$")
_HYPHENS = frozenset({"-", "‑"})
_LONGEST_ADDRESSEE = 12
_WITH_ADJECTIVES = 4
"""Words of a noun with the adjectives that follow it, in languages that put them there."""
_BEGINNING = 160
_BETWEEN = 6
"""Characters between a verb of duty and what is only to be said: "should *also* be noted"."""
_OPENING = 200
"""Characters in which a clause, its opening and its verb of duty are looked for."""
_MARKS = " \t,.;:“”\"'()"


def strength(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Return how strongly a text asks for something: the first verb of the table, the longer one where two begin together.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> strength("Cities should be heard.", lexicons()["en"]).value
    'should'
    """
    return next(strengths(text, lexicon, offset), None)


def strengths(text: str, lexicon: Lexicon, offset: int = 0) -> Iterator[Fact]:
    """Go through all verbs by which a text asks for something, as `strength` returns the first."""
    table = _strengths(lexicon)
    excluded = [match.span() for match in every(text, lexicon.phrases("cues", "asks_nothing"))]
    remarked = [match.start() for match in every(text, lexicon.phrases("reports", "remarked"))]
    for match in every(text, _forces(lexicon)):
        row = table[plain(match[0])]
        idle = text[match.start() - 1 : match.start()] in _HYPHENS
        idle = idle or any(start <= match.start() < end for start, end in excluded)
        idle = idle or any(0 <= start - match.start() <= len(match[0]) + _BETWEEN for start in remarked)
        if not idle and not (row == "invites" and _is_idle(text, match, lexicon)):
            yield Fact(row, Span(match.start() + offset, match.end() + offset), "strength/verb")


def _is_idle(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody "is invited", but not to do anything: "young people are invited as guests"."""
    before = text[: match.start()].rsplit(None, 1)[-1:]
    passive = bool(before) and before[0].lower() in lexicon.phrases("cues", "be_forms")
    return passive and begins(text[match.end() :].lstrip(), lexicon.phrases("cues", "duty_to")) is None


def asks(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text asks for something."""
    return strength(text, lexicon) is not None


def addressee(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Return who is asked: "called on *Member States* to ...", or the subject of an active verb of duty.

    Only those who can act are asked: governments, cities, donors ... (table `addressees`), or a body named by an acronym. Nobody is asked by a
    passive ("Data should be published").

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> addressee("Speakers urged local governments to publish data.", lexicons()["en"]).value
    'local governments'
    >>> addressee("Digital platforms must be built.", lexicons()["en"])
    """
    for match in every(text, lexicon.phrases("cues", "ask_to")):
        if begins(text[match.end() :].lstrip(), lexicon.phrases("cues", "by")) is not None:
            continue
        clause = match[0].lower().endswith(tuple(f" {that}" for that in lexicon.phrases("cues", "that")))
        span = _up_to(text, match.end(), lexicon.phrases("cues", "ask_verb" if clause else "ask_end"), lexicon)
        if span is not None:
            return Fact(span.of(text), Span(span.start + offset, span.end + offset), "addressee/object")
    start, verbs = _after_report(text, lexicon), lexicon.phrases("cues", "ask_verb")
    span = _up_to(text, start, verbs, lexicon) or _up_to(text, _after_opening(text, start, lexicon), verbs, lexicon)
    span = span or _in_charge(text, lexicon)
    return Fact(span.of(text), Span(span.start + offset, span.end + offset), "addressee/subject") if span else None


def addressed(words: str, lexicon: Lexicon, offset: int = 0, *, alone: bool = False) -> Fact | None:
    """Return to whom a heading, a lead-in or the words before a colon address what follows: "To *Member States*:", "Recommendations for *donors*".

    Args:
        alone: whether a name of somebody may stand alone, as in the heading "Donors".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> addressed("Recommendations to local governments:", lexicons()["en"]).value
    'local governments'
    """
    start = numbered.end() if (numbered := NUMBERING.match(words)) is not None else 0
    head = trimmed(words, start, len(words), marks=_MARKS)
    to = begins(head.of(words), lexicon.phrases("reports", "address_to"))
    if to is not None:
        head = trimmed(words, head.start + to.end(), head.end, marks=_MARKS)
    article = begins(head.of(words) + " ", lexicon.phrases("cues", "articles"))
    if article is not None:
        head = trimmed(words, head.start + article.end(), head.end, marks=_MARKS)
    short = 1 <= len(head.of(words).split()) <= (_LONGEST_ADDRESSEE if to is not None else _WITH_ADJECTIVES)
    nobody = alone and to is None and head.of(words).lower() in lexicon.phrases("addressees", "not_asked")
    clauses = (*lexicon.phrases("addressees", "clauses"), *_told_or_asked(lexicon))
    plain = not nobody and not _BREAK.search(head.of(words)) and first(head.of(words), clauses) is None
    named = head.of(words).lower() if head.of(words).isupper() and " " in head.of(words) else head.of(words)
    if (to is not None or alone or words.rstrip().endswith(":")) and short and plain and _can_act(named, lexicon):
        return Fact(head.of(words), Span(head.start + offset, head.end + offset), "addressee/heading")
    return addressee(words, lexicon, offset) if not alone or words.rstrip().endswith(":") else None


def derived(issues: Iterable[Issue], lexicon: Lexicon) -> tuple[Recommendation, ...]:
    """Return the demands among issues: each that asks for something, beside the issue that it stays."""
    return tuple(
        Recommendation(
            issue.text,
            issue.span,
            "demand/in-issue",
            number=issue.number,
            heading=issue.heading,
            strength=force,
            addressee=addressee(issue.text, lexicon, issue.span.start),
            made_by=issue.raised_by,
            sdgs=issue.sdgs,
            derived=True,
        )
        for issue in issues
        if (force := strength(issue.text, lexicon, issue.span.start)) is not None and _is_demand(force, issue, lexicon)
    )


def _is_demand(force: Fact, issue: Issue, lexicon: Lexicon) -> bool:
    """Tell whether a point asks: "we call on states" does, "young people are invited to speak" tells what happens."""
    words = Span(force.span.start - issue.span.start, force.span.end - issue.span.start).of(issue.text)
    return force.value != "invites" or begins(words, lexicon.phrases("cues", "calls")) is not None


def _up_to(text: str, start: int, ends: tuple[str, ...], lexicon: Lexicon) -> Span | None:
    """Return the words from `start` to the next of `ends`, if they can be somebody."""
    stop = first(text, ends, start)
    while stop is not None and text[start : stop.start()].lower().endswith(_joined(lexicon)):
        stop = first(text, ends, stop.end())
    if stop is None:
        return None
    span = trimmed(text, start, stop.start(), marks=_MARKS)
    article = begins(span.of(text) + " ", lexicon.phrases("cues", "articles"))
    if article is not None and span.start + article.end() < span.end:
        span = trimmed(text, span.start + article.end(), span.end, marks=_MARKS)
    words = span.of(text)
    if (
        not 1 <= len(words.split()) <= _LONGEST_ADDRESSEE
        or _BREAK.search(words)
        or '"' in words
        or first(words, lexicon.phrases("addressees", "clauses")) is not None
        or words.split()[0].lower() in _nobody(lexicon)
    ):
        return None
    passive = _is_passive(text[stop.end() :].lstrip(), lexicon)
    return span if not passive and first(words, _told_or_asked(lexicon)) is None and _can_act(words, lexicon) else None


def _can_act(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the head of a phrase, the words before its first "of" or "in", is somebody."""
    ends = first(words, lexicon.phrases("addressees", "head_ends"))
    head = words[: ends.start()].rstrip(_MARKS) if ends is not None and ends.start() > 0 else words
    if any(
        not _is_joined(head[: article.start()], lexicon)
        for article in every(head, lexicon.phrases("kinds", "articles"))
    ):
        return False
    found = list(every(head, lexicon.phrases("addressees", "nouns")))
    before_adjectives = lexicon.phrases("posts", "endings") and len(head.split()) <= _WITH_ADJECTIVES
    if found and found[0].start() == 0 and before_adjectives:
        return True
    return (bool(found) and found[-1].end() == len(head)) or _ACRONYM.search(head) is not None


def _is_joined(before: str, lexicon: Lexicon) -> bool:
    """Tell whether an article may follow in the naming of somebody: at its beginning, or where one more is named."""
    words = before.replace(",", " ,").split()
    return not words or words[-1] == "," or words[-1].lower() in lexicon.phrases("addressees", "joints")


def _in_charge(text: str, lexicon: Lexicon) -> Span | None:
    """Return who is to act in an item such as "Member States to recognise rights"."""
    deed = begins(text, (*lexicon.phrases("reports", "deeds"), *lexicon.phrases("reports", "deeds_or_things")))
    plain = text[:1].isupper() and deed is None
    span = _up_to(text, 0, lexicon.phrases("addressees", "infinitive"), lexicon) if plain else None
    return span if span is not None and len(span.of(text).split()) <= _WITH_ADJECTIVES + 2 else None


def asks_somebody(text: str, lexicon: Lexicon) -> Span | None:
    """Return whom a sentence reports to have been asked to act: "they asked *the government* to pay"; none of those in the room."""
    asked = addressee(text, lexicon)
    if asked is None or asked.rule != "addressee/object":
        return None
    here = asked.value.lower().split()[-1] in lexicon.phrases("addressees", "not_asked")
    return None if here else asked.span


def _is_passive(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty goes on with "be" and a participle: something is to happen to them, and not to be done by them."""
    be = begins(rest, lexicon.phrases("addressees", "not_agents"))
    words = rest[be.end() :].split()[:2] if be is not None else []
    ends = lexicon.phrases("addressees", "participle_ends")
    return any(word.strip(".,;").lower().endswith(ends) for word in words)


def _after_report(text: str, lexicon: Lexicon) -> int:
    """Return where the clause begins that follows "... stressed that"."""
    that = first(text[:_BEGINNING], lexicon.phrases("reports", "clause_begins"))
    return that.end() + 1 if that is not None and text[that.end() : that.end() + 1] == " " else 0


def _after_opening(text: str, start: int, lexicon: Lexicon) -> int:
    """Return where the clause begins behind "In this regard, "; the end of the text where nothing of that kind opens it, or more than one comma does."""
    if begins(text[start:], lexicon.phrases("addressees", "openings")) is None:
        return len(text)
    opening, comma, clause = text[start : start + _OPENING].partition(", ")
    verb = first(clause, lexicon.phrases("cues", "ask_verb"))
    alone = verb is not None and "," not in clause[: verb.start()]
    return start + len(opening) + len(comma) if alone else len(text)


@lru_cache(maxsize=16)
def _strengths(lexicon: Lexicon) -> dict[str, str]:
    return {phrase: row for row in reversed(STRENGTHS) for phrase in lexicon.phrases("cues", row)}


@lru_cache(maxsize=16)
def _forces(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(_strengths(lexicon))


@lru_cache(maxsize=16)
def _told_or_asked(lexicon: Lexicon) -> tuple[str, ...]:
    return (*_forces(lexicon), *lexicon.phrases("cues", "issue"))


@lru_cache(maxsize=16)
def _joined(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words behind which one more is named, as a stretch of text ends with them."""
    return tuple(f" {joint} " for joint in lexicon.phrases("addressees", "joints"))


@lru_cache(maxsize=16)
def _nobody(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.phrases("cues", "nobody"))
