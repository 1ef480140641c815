"""Of whom something is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.points.demands import STRENGTHS
from forumgraph.converters.points.tasks import DEEDS
from forumgraph.converters.words.headings import NUMBERING
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, ends, every, first, trimmed
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_BREAK = re.compile(r"[.;:!?](?:\s|$)|\s[–—-]\s|\(")
_LISTED = re.compile(r",\s+")
_ACRONYM = re.compile(r"(?:^|\s)[A-Z][A-Z&-]+s?(?:-[A-Z][a-z]+)?$")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST, _LONGEST_LIST = 12, 24
"""Words of those who are asked: of one or two, and of a list."""
_WITH_ADJECTIVES = 4
"""Words of a noun with the adjectives that follow it, in languages that put them there."""
_BEGINNING = 160
_OPENING = 200
"""Characters in which a clause, its opening and its verb of duty are looked for."""
_MARKS = " \t,.;:“”\"'()"
_GOING_ON = (("addressees", "head_ends"), ("addressees", "clauses"), ("cues", "conjunction"))
"""Rows of words with which more is said of a subject."""
_TOLD_OR_ASKED = (*(("cues", strength) for strength in STRENGTHS), ("cues", "issue"))
"""Rows of verbs by which something is said."""


def addressee(text: str, lexicon: Lexicon, offset: int = 0) -> Fact | None:
    """Return who is asked: "called on *Member States* to ...", the subject of an active verb of duty, or of what "is vital".

    Only those who can act are asked: governments, cities, donors ... (table `addressees`), or a body named by an acronym. Nobody is asked by a
    passive ("Data should be published").

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> addressee("Speakers urged local governments to publish data.", lexicons()["en"]).value
    'local governments'
    >>> addressee("Digital platforms must be built.", lexicons()["en"])
    """
    ways = ((_object, "object"), (_subject, "subject"), (_of_clause, "clause"))
    found = ((span, rule) for way, rule in ways if (span := way(text, lexicon)) is not None)
    asked = ((span.of(text), Span(span.start + offset, span.end + offset), f"addressee/{rule}") for span, rule in found)
    return next((Fact(*fact) for fact in asked), None)


def _object(text: str, lexicon: Lexicon) -> Span | None:
    """Return whom a verb asks: "urged *States* to"."""
    for match in every(text, lexicon.phrases("cues", "ask_to")):
        clause = ends(match[0], lexicon.phrases("cues", "that"))
        span = _up_to(text, match.end(), lexicon.phrases("cues", "ask_verb" if clause else "ask_end"), lexicon)
        if span is not None:
            return span
    return None


def _subject(text: str, lexicon: Lexicon) -> Span | None:
    """Return who must, should or is urged to act, at the beginning or behind "stressed that" or "In this regard, ": "*States* should"."""
    that = first(text[:_BEGINNING], lexicon.phrases("reports", "clause_begins"))
    start, verbs = that.end() if that is not None else 0, lexicon.phrases("cues", "ask_verb")
    span = _up_to(text, start, verbs, lexicon)
    if span is None and begins(text[start:].lstrip(), lexicon.phrases("addressees", "openings")) is not None:
        comma = text.find(", ", start, start + _OPENING)
        span = _up_to(text, comma + 1, verbs, lexicon) if comma > 0 else None
    return span or _in_charge(text, lexicon)


def _of_clause(text: str, lexicon: Lexicon) -> Span | None:
    """Return who is to act in what is called for: "a need for *States* to", "it is vital that *States* adopt", "un appel aux *États*"."""
    for row, behind in (("asked_of", ("cues", "ask_end")), ("asked_for", ("addressees", "infinitive"))):
        for match in every(text, lexicon.phrases("addressees", row)):
            at, stops = match.end(), lexicon.phrases(*behind)
            span = _up_to(text, at, stops, lexicon) or _before_infinitive(text, at, lexicon)
            if span is not None:
                return span
    said = (_noun_at(text, match.end(), lexicon) for match in every(text, lexicon.phrases("addressees", "asked_that")))
    return next((span for span in said if span is not None), None)


def _before_infinitive(text: str, start: int, lexicon: Lexicon) -> Span | None:
    """Return those who stand before a verb in the infinitive, in languages whose endings tell it: "demandamos a *los gobiernos* publicar"."""
    endings = lexicon.phrases("headings.marks", "infinitive_endings")
    for word in list(_WORD.finditer(text, start))[1 : _LONGEST + 1] if endings else ():
        if word[0].lower().endswith(endings):
            return _somebody(text, Span(start, word.start()), lexicon)
    return None


def _noun_at(text: str, start: int, lexicon: Lexicon) -> Span | None:
    """Return the subject of a clause that ends with a noun for somebody, and its adjectives; None where more of it follows, or it is acted upon."""
    noun = first(text, lexicon.phrases("addressees", "nouns"), start)
    end = noun.end() if noun is not None else len(text)
    while (adjective := _WORD.match(text, end + 1)) is not None and _is_adjective(adjective[0], lexicon):
        end = adjective.end()
    rest = text[end:].lstrip()
    going_on = begins(rest, joined(lexicon, *_GOING_ON)) is not None or _describes(text[start:end], rest, lexicon)
    return None if going_on or not rest[:1].islower() else _somebody(text, Span(start, end), lexicon, rest)


def _describes(noun: str, rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun only describes the next one, in languages that put them side by side: "open *government* commitments"."""
    plural = lexicon.phrases("addressees", "plural_ends")
    alone = begins(noun.lstrip(), lexicon.phrases("cues", "articles")) is None and not noun.endswith(plural)
    return alone and rest.partition(" ")[0].endswith(plural)


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word behind a noun belongs to it, in languages that put adjectives there."""
    ending = len(word) > _WITH_ADJECTIVES and word.endswith(lexicon.phrases("addressees", "adjective_ends"))
    return ending or word in lexicon.phrases("addressees", "adjectives")


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
    head = _without_article(words, head, lexicon)
    name, leads = head.of(words), words.rstrip().endswith(":")
    short = 1 <= len(name.split()) <= (_LONGEST if to is not None else _WITH_ADJECTIVES)
    thing = first(name, lexicon.phrases("addressees", "things_too")) is not None
    nobody = alone and to is None and (thing or name.lower() in lexicon.phrases("addressees", "not_asked"))
    clause = first(name, joined(lexicon, ("addressees", "clauses"), *_TOLD_OR_ASKED)) is not None
    parts = _LISTED.split(name.lower() if name.isupper() and " " in name else name)
    told = (to is not None or alone or leads) and short and not nobody and not clause
    if told and _can_all_act(parts, lexicon):
        return Fact(name, Span(head.start + offset, head.end + offset), "addressee/heading")
    return addressee(words, lexicon, offset) if not alone or leads else None


def asks_somebody(text: str, lexicon: Lexicon) -> Span | None:
    """Return whom a sentence reports to have been asked to act: "they asked *the government* to pay"; none of those in the room."""
    span = _object(text, lexicon)
    here = span is not None and span.of(text).lower().split()[-1] in lexicon.phrases("addressees", "not_asked")
    return None if here else span


def _up_to(text: str, start: int, stops: tuple[str, ...], lexicon: Lexicon) -> Span | None:
    """Return the words from `start` to the next of `stops`, if they can be somebody."""
    joints = lexicon.phrases("addressees", "joints")
    stop = first(text, stops, start)
    while stop is not None and ends(text[start : stop.start()], joints):
        stop = first(text, stops, stop.end())
    if stop is None:
        return None
    return _somebody(text, Span(start, stop.start()), lexicon, text[stop.end() :].lstrip())


def _somebody(text: str, place: Span, lexicon: Lexicon, rest: str = "") -> Span | None:
    """Return a place without its article and asides, if its words can be somebody, or several in a list.

    Args:
        rest: what follows the verb, where one follows.
    """
    span = _without_article(text, trimmed(text, place.start, place.end, marks=_MARKS), lexicon)
    parts = _LISTED.split(span.of(text))
    words = span.of(text)
    if not 1 <= len(words.split()) <= (_LONGEST_LIST if len(parts) > 1 else _LONGEST) or _BREAK.search(words):
        return None
    clauses = lexicon.phrases("addressees", "clauses")
    if '"' in words or any(_uncapitalized(match[0]) in clauses for match in every(words, clauses)):
        return None
    if _uncapitalized(words.split()[0]) in lexicon.phrases("cues", "nobody") or _is_passive(rest, lexicon):
        return None
    return span if first(words, joined(lexicon, *_TOLD_OR_ASKED)) is None and _can_all_act(parts, lexicon) else None


def _uncapitalized(word: str) -> str:
    """Return a word in small letters, unless it is a name in capitals: "Who", but "WHO"."""
    return word if len(word) > 1 and word.isupper() else word.lower()


def _without_article(text: str, span: Span, lexicon: Lexicon) -> Span:
    article = begins(span.of(text) + " ", lexicon.phrases("cues", "articles"))
    return trimmed(text, span.start + article.end(), span.end, marks=_MARKS) if article is not None else span


def _can_all_act(parts: list[str], lexicon: Lexicon) -> bool:
    """Tell whether each part of a list is somebody, and the last is joined to the others: "States, donors and the press"."""
    if len(parts) == 1:
        return _can_act(parts[0], lexicon)
    conjunction = lexicon.phrases("cues", "conjunction")
    if first(parts[-1], conjunction) is None:
        return False
    bare = [part[match.end() :].lstrip() if (match := begins(part, conjunction)) else part for part in parts]
    return all(_can_act(_without_article(part, Span(0, len(part)), lexicon).of(part), lexicon) for part in bare)


def _can_act(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the head of a phrase, the words before its first "of" or "in", is somebody."""
    behind = first(words, lexicon.phrases("addressees", "head_ends"))
    head = words[: behind.start()].rstrip(_MARKS) if behind is not None and behind.start() > 0 else words
    articles, joints = every(head, lexicon.phrases("kinds", "articles")), lexicon.phrases("addressees", "joints")
    if any(article.start() and not ends(head[: article.start()], joints) for article in articles):
        return False
    found = [noun.span() for noun in every(head, lexicon.phrases("addressees", "nouns"))]
    adjectives = bool(lexicon.phrases("posts", "endings")) and len(head.split()) <= _WITH_ADJECTIVES
    named = bool(found) and ((adjectives and found[0][0] == 0) or found[-1][1] == len(head))
    return named or _ACRONYM.search(head) is not None


def _in_charge(text: str, lexicon: Lexicon) -> Span | None:
    """Return who is to act in an item such as "Member States to recognise rights"."""
    plain = text[:1].isupper() and begins(text, joined(lexicon, *DEEDS)) is None
    span = _up_to(text, 0, lexicon.phrases("addressees", "infinitive"), lexicon) if plain else None
    return span if span is not None and len(span.of(text).split()) <= _WITH_ADJECTIVES + 2 else None


def _is_passive(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty goes on with "be" and a participle: something is to happen to them, and not to be done by them."""
    be = begins(rest, lexicon.phrases("addressees", "not_agents"))
    words = rest[be.end() :].split()[:2] if be is not None else []
    participle = lexicon.phrases("addressees", "participle_ends")
    return any(word.strip(".,;").lower().endswith(participle) for word in words)
