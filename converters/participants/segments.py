"""Enumerations taken apart: "the Ministry of Economy, Trade and Industry, UNDP and the Mayor of Valongo" has three parts."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.between import past_told
from forumgraph.converters.participants.descriptors import begins_person, descriptor, past_titled, small_post
from forumgraph.converters.participants.joints import rejoined
from forumgraph.converters.participants.posts import courtesy, honorific, looks_like_person
from forumgraph.converters.participants.steps import step, without_articles
from forumgraph.converters.words.line import Segment

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line

_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 30
_LONGEST_LIST = 400
_LONGEST_NAME = 60
_KIND = 3
_FEW = 6


def names_from(line: Line, grammar: Grammar, first: int, most: int = _LONGEST_LIST) -> tuple[list[Segment], int]:
    """Read the enumeration of names that begins at a token of running text; it ends where the words are no names any more.

    Args:
        line: the words.
        grammar: of their language.
        first: index of the token.
        most: parts to read at most, where only the first ones are asked for.

    Returns:
        The parts and the index after the last of them.
    """
    found: list[Segment] = []
    at, joint, after = first, "", first
    while len(found) < most and not (found and grammar.following.longest(line.words, at)):
        segment = _name(line, grammar, at, joint) or small_post(line, grammar, at, joint)
        if segment is None or (joint == "," and _is_cut_short(line, segment)):
            segment = descriptor(line, grammar, at, joint, found) or segment
        if segment is None:
            break
        if joint == "," and _is_of_person(line, grammar, at, found):
            segment = replace(segment, joint="(")
        found.append(segment)
        after = segment.end
        inner = _bracket(line, after)
        if inner and _is_title_behind(line, grammar, inner):
            found.pop()
            at, joint = inner.end + 1, segment.joint
            continue
        if inner:
            found.append(inner)
            after = inner.end + 1
        after = past_told(line, grammar, segment, _past_behalf(line, grammar, after))
        joint, at = _joint(line, grammar, after)
        joint = "and" if joint == "," and _is_again(line, grammar, first, at) else joint
        if not joint:
            break
    return rejoined(line, grammar, found), after


def _is_again(line: Line, grammar: Grammar, first: int, index: int) -> bool:
    """Tell whether the link of a list is said again before somebody else: "en présence du Préfet, de Mme Doe et du Maire"."""
    of = index + 1 < len(line.words) and grammar.has("genitive", line.words[index].fold)
    linked = of and any(grammar.has("genitive", word.fold) for word in line.words[max(0, first - 1) : first + 1])
    titled = linked and grammar.phrases["titles"].longest(line.words, index + 1) is not None
    return titled or (linked and _is_link_again(line, grammar, index))


def _is_of_person(line: Line, grammar: Grammar, index: int, found: list[Segment]) -> bool:
    """Tell whether "of" tells whose a person is, and does not go on with the "of" of a list: "Ana Doe, de Agua Viva, y Luis Roe"."""
    of = index < len(line.words) and grammar.has("genitive", line.words[index].fold)
    if not of or not looks_like_person(line, grammar, found[-1].first, found[-1].end):
        return False
    before = found[0].first - 1 - found[0].article
    return before < 0 or not grammar.has("links", line.words[before].fold)


def _is_cut_short(line: Line, segment: Segment) -> bool:
    """Tell whether a part without capitals goes on with a word that no name has: "former Prime Minister | in exile"."""
    goes_on = segment.end < len(line.words) and line.words[segment.end].text.islower()
    return goes_on and line.words[segment.first].text.islower()


def _is_title_behind(line: Line, grammar: Grammar, inner: Segment) -> bool:
    """Tell whether a body with its acronym is but where a post is held: "the Rivers Committee (RC) Chair"."""
    title = inner.end + 1
    held = line.is_name(title) and bool(grammar.phrases["titles"].longest(line.words, title))
    return held and inner.end == inner.first + 1 and line.words[inner.first].text.isupper()


def parts(line: Line, grammar: Grammar, first: int, end: int) -> list[Segment]:
    """Take a stretch apart that is known to be an enumeration, as after a label; whatever stands between the marks is a part."""
    found: list[Segment] = []
    at, joint = first, ""
    while at < end:
        at, article = without_articles(line, grammar, at, end)
        stop = at
        while stop < end and not _ends(line, grammar, stop, stop > at):
            stop = line.atoms[stop].end if stop in line.atoms else stop + 1
        stop = _before_other(line, grammar, at, min(stop, end))
        if stop > at:
            last = stop - (stop == end and stop > at + 1 and line.words[stop - 1].text in '.!”"»')
            found.append(Segment(at, last, joint, article))
        inner = _bracket(line, stop)
        if inner and inner.end < end:
            found.append(inner)
            stop = inner.end + 1
        joint, at = _separator(line, grammar, at, stop)
    return rejoined(line, grammar, found)


def _before_other(line: Line, grammar: Grammar, first: int, end: int) -> int:
    """Return where the next person begins when no mark parts two: "Mme Anne Doe M. Jean Roe", "Anne DOE Jean ROE"."""
    words = line.words
    shouted = [
        i for i in range(first, end) if len(words[i].text) > 1 and words[i].text.isalpha() and words[i].text.isupper()
    ]
    for surname, other in itertools.pairwise(shouted):
        name = surname + 1
        titled = grammar.phrases["titles"].longest(words, name)
        whole = looks_like_person(line, grammar, first, name) and looks_like_person(line, grammar, name, other, least=1)
        if whole and not titled:
            return name
    start = honorific(line, grammar, first)
    titles = (i for i in range(start + 2, end - 1) if start > first and courtesy(line, grammar, i))
    return next((i for i in titles if looks_like_person(line, grammar, start, i)), end)


def _separator(line: Line, grammar: Grammar, at: int, stop: int) -> tuple[str, int]:
    """Read what parts two parts; always goes on by a token at least, counted from `at`."""
    joint, following = _joint(line, grammar, stop)
    if joint or stop >= len(line.words):
        return joint, max(following, at + 1)
    if line.parted(stop) and stop > at:
        return "-", stop
    if line.words[stop].text == "—":
        return "-", stop + 1
    if _is_slash(line, stop):
        return ";", stop + 1
    return "", stop + int(stop == at or line.words[stop].text in "()[]*\n")


def _is_slash(line: Line, index: int) -> bool:
    """Tell whether a stroke with spaces around it parts two names: "ICLEI / UCLG"."""
    inside = 0 < index < len(line.words) - 1 and line.words[index].text == "/"
    return inside and line.gap(index) == line.gap(index + 1) == " "


def _ends(line: Line, grammar: Grammar, index: int, after: bool) -> bool:
    if index in line.atoms:
        return after and line.parted(index)
    text = line.words[index].text
    if text == "&" and index + 1 < len(line.words) and not (line.gap(index) or line.gap(index + 1)):
        return False
    return (
        text in ",;()[]|—*\n"
        or _is_slash(line, index)
        or (after and line.parted(index))
        or bool(grammar.phrases["ands"].longest(line.words, index))
    )


def _joint(line: Line, grammar: Grammar, index: int) -> tuple[str, int]:
    """Read what joins two parts; of ", and" the "and"."""
    joint, at = "", index
    while at < len(line.words) and line.words[at].text in ",;|" and at - index < 3:
        joint, at = ";" if {";", "|"} & {joint, line.words[at].text} else ",", at + 1
    at += joint == ";" and _is_link_again(line, grammar, at)
    if at < len(line.words) and (conjunction := grammar.phrases["ands"].longest(line.words, at)):
        at = conjunction[0]
        at += at < len(line.words) and grammar.has("agents", line.words[at].fold)
        at = _past_aside(line, at)
        at += _is_link_again(line, grammar, at)
        at = _past_preface(line, grammar, _past_companions(line, grammar, at))
        return joint if joint == ";" else "and", at
    return joint, at


def _is_link_again(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether "of" or "to" is said again: "en présence de Mme Doe et de M. Luc Roe", "reunió a Ana Doe y al alcalde Luis Roe"."""
    inside = index + 1 < len(line.words)
    if inside and grammar.has("recipients", line.words[index].fold):
        return True
    again = inside and grammar.has("genitive", line.words[index].fold)
    return again and (bool(courtesy(line, grammar, index + 1)) or begins_person(line, grammar, index + 1))


def _past_aside(line: Line, index: int) -> int:
    """Go over ", by video," behind "and", before the next name."""
    near = range(index + 1, min(index + _FEW, len(line.words)))
    closing = next((i for i in near if not line.words[i].text.islower()), index)
    return (
        closing + 1
        if line.words[index : index + 1] and line.words[index].text == line.words[closing].text == ","
        else index
    )


def _past_companions(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "its partners, namely" in "UNDP and its partners, namely ICLEI", and "her colleague" before a name."""
    called = False
    for at in range(index, min(index + _FEW, len(line.words) - 1)):
        word = line.words[at]
        kind = grammar.has("agents_of", word.fold) or grammar.are_several("titles", word.fold)
        called = called or (word.text.islower() and kind)
        if (word.text == ":" and called) or (word.text.islower() and kind and line.is_name(at + 1)):
            return at + 1
        example = grammar.phrases["examples"].longest(line.words, at) if at > index else None
        if example and line.is_name(_past_article(line, grammar, example[0])):
            return example[0]
        if not (word.text.islower() or word.text == "," or called):
            break
    return index


def _past_preface(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "representatives of" and "los delegados de" behind "and", where a name follows."""
    preface = grammar.phrases["prefaces"].longest(line.words, index)
    at = _past_article(line, grammar, index)
    rows = ["".join(r for r in ("agents_of", "genitive") if grammar.has(r, w.fold)) for w in line.words[at : at + 2]]
    if not preface and rows == ["agents_of", "genitive"] and grammar.ends("plural", line.words[at].fold):
        preface = (at + 2, "")
    return preface[0] if preface and line.is_name(_past_article(line, grammar, preface[0])) else index


def _past_article(line: Line, grammar: Grammar, index: int) -> int:
    return without_articles(line, grammar, index, len(line.words))[0]


def _bracket(line: Line, index: int) -> Segment | None:
    """Read what stands in brackets."""
    closing = _BRACKETS.get(line.words[index].text) if index < len(line.words) else None
    if closing is None:
        return None
    for end in range(index + 1, min(len(line.words), index + _LONGEST_BRACKET)):
        if line.words[end].text == closing:
            return Segment(index + 1, end, "(") if end > index + 1 else None
    return None


def _name(line: Line, grammar: Grammar, index: int, joint: str) -> Segment | None:
    """Read one name of running text."""
    first, article = without_articles(line, grammar, _past_courtesy(line, grammar, index), len(line.words))
    first = _past_kind(line, grammar, first)
    at, named = first, False
    while at < min(len(line.words), first + _LONGEST_NAME) and not (at > first and line.parted(at)):
        following = step(line, grammar, first, at)
        if following == at:
            break
        named = named or line.is_name(at)
        at = following
    titled = past_titled(line, grammar, first, at)
    named, at = named or titled > 0, max(at, titled)
    return Segment(first, at, joint, article) if named and at > first else None


def _past_courtesy(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "Madame" in "Madame la Ministre" and "Monsieur le Maire de Renca"."""
    title = courtesy(line, grammar, index) if index < len(line.words) else 0
    if not title or title + 1 >= len(line.words) or not grammar.has("definite", line.words[title].fold):
        return index
    return title if grammar.phrases["titles"].longest(line.words, title + 1) else index


def _past_kind(line: Line, grammar: Grammar, first: int) -> int:
    """Go over words that say what a body is: "the NGO Slow Rivers", "the world organization United Cities and Local Governments"."""
    at = first
    named = line.is_name(first + 1) and first + 1 < len(line.words) and line.gap(first + 1) == " "
    if named and grammar.has("kinds_of_bodies", line.words[first].fold):
        return first + (not _is_kind(line, grammar, first + 1))
    while grammar.capitalised and at < min(first + _KIND, len(line.words)) and line.words[at].text.islower():
        body = grammar.has("bodies", line.words[at].fold)
        at += 1
        if body:
            return at if at in line.atoms else first
    return first


def _is_kind(line: Line, grammar: Grammar, index: int) -> bool:
    rows = ("bodies", "events", "generic", "titles", "portfolios")
    group = grammar.phrases["constituencies"].longest(line.words, index)
    return group is not None or any(grammar.has(row, line.words[index].fold) for row in rows)


def _past_behalf(line: Line, grammar: Grammar, index: int) -> int:
    """Go over "representing the President" inside an enumeration."""
    behalf = grammar.phrases["behalf"].longest(line.words, index) if index < len(line.words) else None
    name = _name(line, grammar, behalf[0], "") if behalf else None
    return name.end if name else index
