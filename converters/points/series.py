"""Points that stand in a row in prose: a list inside a sentence, "the session addressed: a; b; and c", and those that words count, "First, ..."."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.points import leads
from forumgraph.converters.points.occasions import tells_of_meeting
from forumgraph.converters.words.enumerations import closed, is_name
from forumgraph.converters.words.phrases import begins, count, every, first, trimmed
from forumgraph.model import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_ENUMERATOR = re.compile(r"(?:^|\s)\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s")
_LETTER = re.compile(r"(?:^|\W)\(?([a-h]|[ivx]{1,4}|\d{1,2})\)\s{0,2}$")
_MARKS = " \t,;.:"
_DASHES = frozenset("–—-")
_DASH = re.compile(r"\s[–—-]\s")
_NUMBERED = re.compile(r"(?:[^\W\d]+\s){0,3}\d{1,2}(?:\.[\da-d]{1,2})?")
"""A goal or target by its number ("SDGs 3", "5", "target 16.7"): named, and nothing said of it."""
_KINDS = frozenset({"issues", "recommendations"})
_ANNOUNCED = frozenset({*_KINDS, "messages"})
_COUNTING = (",", ":")
_FEWEST = 3
"""Words of a point."""
_FARTHEST, _SHORTEST = 400, 12


def inline(sentence: str, section: str, lexicon: Lexicon) -> tuple[str, tuple[Span, ...]]:
    """Return the kind and the members of a list inside a sentence: "the session addressed: a; b; and c".

    The kind is `messages` where each member has to say what it is: "the conclusions were: a; b".
    Members are parted by semicolons or by "(a)", "(ii)"; by commas only where the words before the colon name points ("four topics:") and, if they
    are counted, the count is right. Two semicolons make a list without a colon, too: "the panel discussed a; b; and c".
    """
    before, start = _before(sentence)
    if not start or start > _FARTHEST or len(sentence) - start < _SHORTEST:
        return _unmarked(sentence, lexicon)
    kind = leads.of_words(before, lexicon) or _counted(before, section, lexicon) or leads.open_clause(before, lexicon)
    kind = "issues" if kind == "recommendations" and _are_subjects(before, lexicon) else kind
    if kind not in _KINDS and kind != "messages":
        return "", ()
    members = _members(sentence, start, before, lexicon)
    if all(_NUMBERED.fullmatch(member.of(sentence)) for member in members):
        return "", ()
    return (kind, members) if len(members) > 1 else ("", ())


def _before(sentence: str) -> tuple[str, int]:
    """Return the words before the colon, or before a dash that stands for one, and where the list begins."""
    at = sentence.find(": ")
    if at >= 0:
        return sentence[: at + 1], at + 2
    dash = _DASH.search(sentence)
    return (
        (sentence[: dash.start()], dash.end()) if dash is not None and sentence.count(";", dash.end()) > 1 else ("", 0)
    )


def _unmarked(sentence: str, lexicon: Lexicon) -> tuple[str, tuple[Span, ...]]:
    """Return the members of a list that follows its verb at once."""
    if sentence.count("; ") < 2 or ": " in sentence or sentence.index("; ") > _FARTHEST:
        return "", ()
    start, kind = leads.first_cue(sentence[: sentence.index("; ")], lexicon)
    if kind not in _KINDS:
        return "", ()
    members = _members(sentence, start, sentence[:start], lexicon)
    if any(tells_of_meeting(member.of(sentence), lexicon) for member in members):
        return "", ()
    names = sum(is_name(member.of(sentence), lexicon) for member in members)
    return (kind, members) if len(members) > 2 and names * 2 <= len(members) else ("", ())


def _counted(before: str, section: str, lexicon: Lexicon) -> str:
    """Return the kind of a list whose lead-in only names points ("three obstacles:"): that of the section, or issues in the account of a meeting."""
    if not count(before, lexicon.phrases("cues", "point_nouns")):
        return ""
    if section not in {"", "discussion", "parts", "messages"}:
        return section
    who = first(before, lexicon.phrases("cues", "reporting"))
    return "issues" if who is not None and not tells_of_meeting(before, lexicon) else ""


def _are_subjects(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a lead-in counts what was talked about, and nobody asks: "the talk focused on five topics and related proposals:"."""
    talk = first(before, lexicon.phrases("reports", "talk"))
    if talk is None or not count(before[talk.end() :], lexicon.phrases("cues", "point_nouns")):
        return False
    return first(before[talk.end() :], lexicon.phrases("cues", "recommendation")) is None


def enumerator(sentence: str, start: int) -> str:
    """Return the letter or figure in brackets that a member of a list inside a sentence stands after, empty if there is none.

    >>> enumerator("It addressed: (a) ice; (b) nets", 18)
    'a'
    """
    found = _LETTER.search(sentence[max(0, start - 8) : start])
    return found[1] if found else ""


def _members(sentence: str, start: int, before: str, lexicon: Lexicon) -> tuple[Span, ...]:
    rest = sentence[start:]
    marks = [m.span() for m in _ENUMERATOR.finditer(rest)]
    if len(marks) > 1 and marks[0][0] <= 1:
        cuts = [*marks, (len(rest), len(rest))]
    elif rest.count(";") > 0:
        cuts = [(0, 0), *(m.span() for m in re.finditer(";", rest)), (len(rest), len(rest))]
    elif rest.count(",") > 0 and count(before, lexicon.phrases("cues", "point_nouns")) and ". " not in rest:
        return _by_commas(rest, start, before, lexicon)
    else:
        return ()
    spans = (_member(rest, left[1], right[0], lexicon) for left, right in pairwise(cuts))
    return tuple(Span(s.start + start, s.end + start) for s in spans if s.end - s.start > 2)


def _member(rest: str, start: int, end: int, lexicon: Lexicon) -> Span:
    span = trimmed(rest, start, end, marks=_MARKS)
    for word in lexicon.phrases("cues", "conjunction"):
        if rest[span.start : span.end].lower().startswith(word + " "):
            span = trimmed(rest, span.start + len(word), span.end, marks=_MARKS)
        if rest[span.start : span.end].lower().endswith(" " + word):
            span = trimmed(rest, span.start, span.end - len(word), marks=_MARKS)
    cut = closed(span.of(rest), lexicon)
    return Span(span.start + cut.start, span.start + cut.end)


def _by_commas(rest: str, start: int, before: str, lexicon: Lexicon) -> tuple[Span, ...]:
    end = len(rest.rstrip(" ."))
    ands = "|".join(map(re.escape, lexicon.phrases("counts", "and"))) or "(?!)"
    joint = re.compile(rf",?\s(?:{ands})\s")
    last = list(joint.finditer(rest, rest.rfind(",", 0, end) if rest.count(",") else 0, end))
    cuts = [
        (0, 0),
        *(m.span() for m in re.finditer(rf",\s(?!(?:{ands})\s)", rest[:end])),
        *([(last[0] if last[0][0].startswith(",") else last[-1]).span()] if last else []),
        (end, end),
    ]
    spans = [trimmed(rest, a[1], b[0], marks=_MARKS) for a, b in pairwise(cuts)]
    counted = _counted_members(before, lexicon)
    if (
        not 2 <= len(spans) <= 12
        or any(not 1 <= len(s.of(rest).split()) <= 12 for s in spans)
        or not (counted or _names_several(before, lexicon))
        or spans[0].of(rest)[:1] in _DASHES
        or (counted and counted != len(spans))
    ):
        return ()
    return tuple(Span(s.start + start, s.end + start) for s in spans) if counted or len(spans) > 2 else ()


def _names_several(before: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before a list name points in the plural; what follows "the second theme:" is its title."""
    ends = lexicon.phrases("cues", "plural_ends")
    return any(noun[0].lower().endswith(ends) for noun in every(before, lexicon.phrases("cues", "point_nouns")))


def _counted_members(before: str, lexicon: Lexicon) -> int:
    """Return how many members the words before a list say it has, 0 if they do not count."""
    numbers = {word: int(row) for row, words in lexicon.table("counts").items() if row.isdigit() for word in words}
    return next((n for word, n in numbers.items() if re.search(rf"\b{word}\b", before, re.IGNORECASE)), 0)


def announced(words: str, lexicon: Lexicon) -> str:
    """Return what words that a colon ends say the points after them are; empty if they announce none.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [announced(words, lexicons()["en"]) for words in ("Three takeaways emerged:", "She made two points:", "It was late.")]
    ['messages', 'messages', '']
    """
    if not words.rstrip().endswith(":"):
        return ""
    kind = leads.of_words(words, lexicon)
    if not kind and count(words, lexicon.phrases("cues", "point_nouns")):
        return "messages"
    return kind if kind in _ANNOUNCED else ""


def counted(words: str, lexicon: Lexicon) -> int:
    """Return where a sentence goes on after the word that counts it, "First, ", 0 if none does."""
    number = begins(words, lexicon.phrases("cues", "counting"))
    after = words[number.end() :].lstrip() if number is not None else ""
    rest = after[1:].lstrip()
    if not after.startswith(_COUNTING) or len(rest.split()) < _FEWEST:
        return 0
    idle = first(rest, lexicon.phrases("cues", "says_nothing")) is not None
    return 0 if idle or tells_of_meeting(rest, lexicon) else len(words) - len(rest)


def below(blocks: Sequence[Block], lexicon: Lexicon) -> dict[Span, str]:
    """Return what a line above announces of the paragraphs that begin with a word that counts."""
    found: dict[Span, str] = {}
    kind = ""
    for block in blocks:
        if kind and counted(block.text, lexicon):
            found[block.span] = kind
        else:
            kind = announced(leads.last_sentence(block), lexicon) if block.kind is BlockKind.PARAGRAPH else ""
    return found


def counting(text: str, sentences: Sequence[Span], lead: str, lexicon: Lexicon) -> Iterator[tuple[int, str, Span]]:
    """Yield which sentences of a paragraph are such points, what the lead-in calls them, and their words without the one that counts.

    Args:
        text: the paragraph.
        sentences: where its sentences are in it.
        lead: what a line above the paragraph announces; empty without.
    """
    for number, span in enumerate(sentences):
        words = span.of(text)
        colon = words.find(": ")
        start = 0
        if colon > 0 and (own := announced(words[: colon + 1], lexicon)) and counted(words[colon + 2 :], lexicon):
            lead, start = own, colon + 2
        elif own := announced(words, lexicon):
            lead = own
        at = counted(words[start:], lexicon) if lead else 0
        if at:
            yield number, lead, Span(span.start + start + at, span.end)
