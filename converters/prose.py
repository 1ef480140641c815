"""Points told in sentences: what was discussed, and what was asked for."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters import leads
from forumgraph.converters.demands import asks_somebody, strength
from forumgraph.converters.enumerations import closed
from forumgraph.converters.phrases import begins, count, every, first, trimmed
from forumgraph.model import Span

if TYPE_CHECKING:
    from forumgraph.converters.lexicon import Lexicon

_ASKING = frozenset({"must", "should", "judgement"})
_QUOTES = '"“«‘„'
_SHORTEST, _LONGEST = 5, 130
_CAPITALISED = re.compile(
    r"(?:^|[,;]\s|\sand\s)(?:[A-Z][\w.’'-]*\s(?:(?:of|for|the|de|and)\s)?){1,8}\(?$|\b[A-Z]{2,}\)?,?\s$|(?<!^)(?:[A-Z][\w’'-]+\s){1,4}$"
)
_APPOSITION = re.compile(
    r"(?:[A-ZÀ-Ý][\w.’'-]{1,30}\s){0,4}[A-ZÀ-Ý][\w’'-]{1,30}(?:\s\([^()]{2,80}\))?,\s[^.;]{3,200},\s(?:\w{1,20}\s)?"
)
"""A name and what it is, before a verb: "Nadia Oumar, treasurer of Nouadhibou, "."""
_ENUMERATOR = re.compile(r"(?:^|\s)\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s")
_LETTER = re.compile(r"(?:^|\W)\(?([a-h]|[ivx]{1,4}|\d{1,2})\)\s{0,2}$")
_AND = re.compile(r",?\s(?:and|et|y|e)\s")
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
}
_RELATIVE = re.compile(r"(?:who|which|that|qui|que|quien|quienes)\b")
_MARKS = " \t,;.:"


def kind_of(sentence: str, lexicon: Lexicon) -> str:
    """Return `recommendations` or `issues` of a sentence that reports what somebody said, else empty.

    A sentence asks if it reports a call ("urged", "stressed the need") or reports that something must, should or is vital to be; it tells of an
    issue if it reports that somebody raised, noted or discussed something. Sentences about the meeting itself, about what is to come,
    questions, and sentences in which nobody speaks are neither.
    """
    length = len(sentence.split())
    if not _SHORTEST <= length <= _LONGEST or sentence.rstrip().endswith(("?", ":")) or sentence[0] in _QUOTES:
        return ""
    sentence = _beyond_meeting(sentence, lexicon)
    if _calls(sentence, lexicon):
        return "" if _long_past(sentence, lexicon) else "recommendations"
    if _wishes(sentence, lexicon):
        return "recommendations"
    if begins(sentence, lexicon.phrases("cues", "attributed")) is not None:
        return "issues"
    said = _said(sentence, lexicon)
    force = strength(sentence, lexicon)
    asked = force is not None and force.value in _ASKING and _is_reported(sentence, force.span, said, lexicon)
    return "recommendations" if asked else "issues" if said is not None else ""


def _calls(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports a call: "they urged", "she stressed the need", "they asked the government to"."""
    calls = every(sentence, lexicon.phrases("cues", "recommendation"))
    call = next((m for m in calls if not _is_earlier(m, lexicon)), None)
    if call is not None:
        nothing = first(sentence, lexicon.phrases("cues", "asks_nothing"))
        return nothing is None and _somebody(sentence, call.start(), lexicon)
    asked = asks_somebody(sentence, lexicon)
    return asked is not None and _somebody(sentence, asked.start, lexicon) and not _was_earlier(sentence, lexicon)


def _long_past(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence is about an earlier meeting: "last year they recommended", "they asked for a fund, which was set up a year later"."""
    begun = begins(sentence, lexicon.phrases("cues", "long_past_begins")) is not None
    return begun or first(sentence, lexicon.phrases("cues", "long_past")) is not None


def goes_on_about_paper(sentence: str, before: str, lexicon: Lexicon) -> bool:
    """Tell whether "it" says something, where the sentence before began with a paper: "Une étude montre ... *Elle* recommande ..."."""
    if begins(sentence, lexicon.phrases("cues", "things")) is None:
        return False
    subject = " ".join(before.split()[1:2])
    return begins(subject, lexicon.phrases("cues", "documents")) is not None


def _wishes(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody wants something by a verb in the subjunctive: "insisted that tenants be registered"."""
    verb = first(sentence, lexicon.phrases("cues", "mandative"))
    nothing = first(sentence, lexicon.phrases("cues", "asks_nothing"))
    if verb is None or nothing is not None or not _somebody(sentence, verb.start(), lexicon):
        return False
    clause = re.split(r"[,;:]\s", sentence[verb.end() :])[0]
    idle = [match.span() for match in every(clause, lexicon.phrases("cues", "no_subjunctive"))]
    bare = every(clause, lexicon.phrases("cues", "bare_forms"))
    return any(not any(start <= match.start() < end for start, end in idle) for match in bare)


def _said(sentence: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the words by which a sentence reports that somebody raised or noted something."""
    nothing = [m.span() for m in every(sentence, lexicon.phrases("cues", "says_nothing"))]
    for match in every(sentence, lexicon.phrases("cues", "issue")):
        idle = any(start <= match.start() < end for start, end in nothing) or _is_earlier(match, lexicon)
        if not idle and _somebody(sentence, match.start(), lexicon):
            return match
    return None


def _is_earlier(cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody "had recommended" it: that was at another meeting."""
    before = cue.string[max(0, cue.start() - 20) : cue.start()].rstrip().lower()
    return any(before == had or before.endswith(f" {had}") for had in lexicon.phrases("cues", "earlier"))


def _was_earlier(sentence: str, lexicon: Lexicon) -> bool:
    return any(_is_earlier(cue, lexicon) for cue in every(sentence, lexicon.phrases("cues", "ask_to")))


def _beyond_meeting(sentence: str, lexicon: Lexicon) -> str:
    """Return the part of a sentence in which somebody speaks after it has told of the meeting ("At an event held by X, mayors noted ...")."""
    told = list(every(sentence, lexicon.phrases("cues", "of_meeting")))
    if not told:
        return sentence
    rest = sentence[told[-1].end() :]
    cues = (*lexicon.phrases("cues", "issue"), *lexicon.phrases("cues", "recommendation"))
    said = first(rest, cues)
    clause = re.split(r"[,;]\s", rest[: said.start()])[-1] if said is not None else ""
    speaks = first(clause, lexicon.phrases("cues", "reporting")) is not None and _RELATIVE.match(clause) is None
    return rest if speaks and "," in rest else ""


def tells_of_meeting(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says when, where or by whom the meeting was held, or what is to come."""
    rows = lexicon.table("cues")
    return first(sentence, rows.get("of_meeting", ())) is not None


def inline(sentence: str, section: str, lexicon: Lexicon) -> tuple[str, tuple[Span, ...]]:
    """Return the kind and the members of a list inside a sentence: "the session addressed: a; b; and c".

    Members are parted by semicolons or by "(a)", "(ii)"; by commas only where the words before the colon name points ("four topics:") and, if they
    are counted, the count is right.
    """
    at = sentence.find(": ")
    if at < 0 or at > 400 or len(sentence) - at < 12:
        return "", ()
    before = sentence[: at + 1]
    kind = leads.of_words(before, lexicon) or _counted(before, section, lexicon)
    if kind not in {"issues", "recommendations"}:
        return "", ()
    members = _members(sentence, at + 2, before, lexicon)
    return (kind, members) if len(members) > 1 else ("", ())


def _counted(before: str, section: str, lexicon: Lexicon) -> str:
    """Return the kind of a list whose lead-in only names points ("three obstacles:"): that of the section, or issues in the account of a meeting."""
    if not count(before, lexicon.phrases("cues", "point_nouns")):
        return ""
    if section not in {"", "discussion", "parts", "messages"}:
        return section
    who = first(before, lexicon.phrases("cues", "reporting"))
    return "issues" if who is not None and not tells_of_meeting(before, lexicon) else ""


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
        return _by_commas(rest, start, before)
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


def _by_commas(rest: str, start: int, before: str) -> tuple[Span, ...]:
    end = len(rest.rstrip(" ."))
    last = list(_AND.finditer(rest, rest.rfind(",", 0, end) if rest.count(",") else 0, end))
    cuts = [
        (0, 0),
        *(m.span() for m in re.finditer(r",\s(?!and\s|et\s|y\s)", rest[:end])),
        *([last[-1].span()] if last else []),
        (end, end),
    ]
    spans = [trimmed(rest, a[1], b[0], marks=_MARKS) for a, b in pairwise(cuts)]
    counted = next((n for word, n in _COUNTS.items() if re.search(rf"\b{word}\b", before, re.IGNORECASE)), 0)
    if (
        not 2 <= len(spans) <= 12
        or any(not 1 <= len(s.of(rest).split()) <= 12 for s in spans)
        or (counted and counted != len(spans))
    ):
        return ()
    return tuple(Span(s.start + start, s.end + start) for s in spans) if counted or len(spans) > 2 else ()


def _somebody(sentence: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is named before a verb of saying, or it is said impersonally ("it was noted")."""
    before = sentence[:at]
    if first(before, lexicon.phrases("cues", "reporting")) is not None or begins(
        before, lexicon.phrases("cues", "honorifics")
    ):
        return True
    return (
        _CAPITALISED.search(before[-90:]) is not None
        or _APPOSITION.fullmatch(before) is not None
        or begins(sentence, lexicon.phrases("cues", "impersonal")) is not None
        or begins(sentence[at:], lexicon.phrases("cues", "impersonal")) is not None
    )


def _is_reported(sentence: str, force: Span, said: re.Match[str] | None, lexicon: Lexicon) -> bool:
    if said is not None and said.start() < force.start:
        return True
    verb = first(sentence, lexicon.phrases("cues", "says"))
    return verb is not None and verb.start() < force.start and _somebody(sentence, verb.start(), lexicon)
