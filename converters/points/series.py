"""Points that stand in a row: a list inside a sentence, "the session addressed: a; b; and c", and those that words count, "First, ..."."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.points import leads
from forumgraph.converters.points.occasions import tells_of_meeting
from forumgraph.converters.words.enumerations import closed
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, count, ends, first, trimmed
from forumgraph.model import Span

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_ENUMERATOR = re.compile(r"(?:^|\s)\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s")
_LETTER = re.compile(r"(?:^|\W)\(?([a-h]|[ivx]{1,4}|\d{1,2})\)\s{0,2}$")
_MARKS = " \t,;.:"
_DASHES = frozenset("–—-")
_DASH = re.compile(r"\s[–—-]\s")
_NUMBERED = re.compile(r"(?:[^\W\d]+\s){0,3}\d{1,2}(?:\.[\da-d]{1,2})?")
"""A goal or target by its number ("SDGs 3", "5", "target 16.7"): named, and nothing said of it."""
_GROUP = re.compile(r"[^\W\d_]{3,15}\s(?:\d{1,2}|[A-Z])\b[^.;:]{0,80}:")
"""What a group is called, with its number: "Group 2 - Fisheries:"."""
_OF_GROUPS = frozenset({"messages", "discussion"})
_KINDS = frozenset({"issues", "recommendations", "messages"})
_FARTHEST, _SHORTEST, _LONGEST = 400, 12, 12
_FEWEST = 3
"""Words of a point that a word counts."""


def inline(sentence: str, section: str, lexicon: Lexicon) -> tuple[str, tuple[Span, ...]]:
    """Return the kind and the members of a list inside a sentence: "the session addressed: a; b; and c".

    The kind is `messages` where each member has to say what it is: "the conclusions were: a; b".
    Members are parted by semicolons or by "(a)", "(ii)"; by commas only where the words before the colon count points ("four topics:"), and rightly.
    """
    before, start = _before(sentence, lexicon)
    if not start or start > _FARTHEST or len(sentence) - start < _SHORTEST:
        return "", ()
    kind = leads.of_words(before, lexicon) or _counted(before, section, lexicon) or leads.open_clause(before, lexicon)
    kind = kind or ("messages" if _names_group(before, section, lexicon) else "")
    kind = "issues" if kind == "recommendations" and _are_subjects(before, lexicon) else kind
    members = _members(sentence, start, before, lexicon) if kind in _KINDS else ()
    named = all(_NUMBERED.fullmatch(member.of(sentence)) for member in members)
    return (kind, members) if len(members) > 1 and not named else ("", ())


def _names_group(before: str, section: str, lexicon: Lexicon) -> bool:
    """Tell whether the words before a colon are the name of a group that reports: "Group 2 - Fisheries:"."""
    known = section in _OF_GROUPS or begins(before, lexicon.phrases("reports", "groups")) is not None
    return known and _GROUP.fullmatch(before) is not None


def _before(sentence: str, lexicon: Lexicon) -> tuple[str, int]:
    """Return the words before the colon, or before a dash or a verb that stands for one, and where the list begins."""
    at = sentence.find(": ")
    if at >= 0:
        return sentence[: at + 1], at + 2
    dash = _DASH.search(sentence)
    if dash is not None and sentence.count(";", dash.end()) > 1:
        return sentence[: dash.start()], dash.end()
    verbs = joined(lexicon, ("cues", "issue_lead"), ("cues", "recommendation"))
    verb = first(sentence[: sentence.find("; ")], verbs)
    return (verb.string[: verb.end()], verb.end()) if verb is not None and sentence.count("; ") > 1 else ("", 0)


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
    elif ";" in rest:
        cuts = [(0, 0), *(m.span() for m in re.finditer(";", rest)), (len(rest), len(rest))]
    elif "," in rest and count(before, lexicon.phrases("cues", "point_nouns")) and ". " not in rest:
        return _by_commas(rest, start, before, lexicon)
    else:
        return ()
    spans = (_member(rest, left[1], right[0], lexicon) for left, right in pairwise(cuts))
    return tuple(Span(s.start + start, s.end + start) for s in spans if s.end - s.start > 2)


def _member(rest: str, start: int, end: int, lexicon: Lexicon) -> Span:
    span = trimmed(rest, start, end, marks=_MARKS)
    joint = begins(span.of(rest), lexicon.phrases("cues", "conjunction"))
    span = trimmed(rest, span.start + joint.end(), span.end, marks=_MARKS) if joint is not None else span
    if ends(span.of(rest), lexicon.phrases("cues", "conjunction")):
        span = trimmed(rest, span.start, rest.rindex(" ", span.start, span.end), marks=_MARKS)
    cut = closed(span.of(rest), lexicon)
    return Span(span.start + cut.start, span.start + cut.end)


def _by_commas(rest: str, start: int, before: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the members that commas part, if they are as many as the words before them say."""
    end = len(rest.rstrip(" ."))
    ands = "|".join(map(re.escape, lexicon.phrases("counts", "and"))) or "(?!)"
    commas = re.finditer(rf",\s(?!(?:{ands})\s)", rest[:end])
    joints = [*re.compile(rf",?\s(?:{ands})\s").finditer(rest, rest.rfind(",", 0, end), end)]
    last = joints[:1] if joints and joints[0][0].startswith(",") else joints[-1:]
    cuts = [(0, 0), *(m.span() for m in (*commas, *last)), (end, end)]
    spans = [trimmed(rest, a[1], b[0], marks=_MARKS) for a, b in pairwise(cuts)]
    short = all(1 <= len(span.of(rest).split()) <= _LONGEST for span in spans)
    if not short or len(spans) != _count(before, lexicon) or spans[0].of(rest)[:1] in _DASHES:
        return ()
    return tuple(Span(span.start + start, span.end + start) for span in spans)


def _count(before: str, lexicon: Lexicon) -> int:
    """Return how many members the words before a list say it has, 0 if they do not count."""
    numbers = ((int(row), first(before, words)) for row, words in lexicon.table("counts").items() if row.isdigit())
    return next((number for number, said in numbers if said is not None), 0)


def announced(words: str, lexicon: Lexicon) -> str:
    """Return what words that a colon ends say the points after them are; empty if they announce none.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [announced(words, lexicons()["en"]) for words in ("Three takeaways emerged:", "She made two points:", "It was late.")]
    ['messages', 'messages', '']
    """
    if not words.rstrip().endswith(":"):
        return ""
    kind = leads.of_words(words, lexicon)
    return kind if kind in _KINDS else "messages" if count(words, lexicon.phrases("cues", "point_nouns")) else ""


def counted(sentence: str, kind: str, lexicon: Lexicon) -> tuple[int, str]:
    """Return where a sentence goes on after a lead-in and the word that counts it, "First, ", and what the points are.

    Args:
        sentence: that may begin with their lead-in: "Two points emerged: First, ...".
        kind: what a lead-in before the sentence announces; empty without.
    """
    lead = sentence[: sentence.find(":") + 1]
    own = announced(lead, lexicon)
    start = len(lead) + 1 if own and len(lead) < len(sentence) else 0
    kind = own or kind
    number = begins(sentence[start:], lexicon.phrases("cues", "counting")) if kind else None
    rest = sentence[start + number.end() :] if number is not None else ""
    words = rest[1:].lstrip()
    idle = first(words, lexicon.phrases("cues", "says_nothing")) is not None or tells_of_meeting(words, lexicon)
    if not rest.startswith((",", ":")) or idle or len(words.split()) < _FEWEST:
        return 0, kind
    return len(sentence) - len(words), kind
