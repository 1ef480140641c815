"""What a document is for: to report of a meeting, or something else. Only reports have sessions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.genre.evidence import types_of, weigh
from forumgraph.converters.words.lexicon import everywhere
from forumgraph.converters.words.phrases import begins, every, first, pattern
from forumgraph.model import Block, BlockKind, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from forumgraph.converters.genre.evidence import Evidence
    from forumgraph.converters.words.lexicon import Lexicon

_SEPARATOR = re.compile(r"[:|(]\s?|\s[-–—]\s")
_LABELLED = re.compile(r"[^\W\d_]{3,12}\s?:\s?\d")
"""A label before figures, such as that of the hours of a meeting."""
_EDGE = " \t.:*_#|–—-"
_TITLE_LENGTH = 320
_CLEARLY = 3
"""Verbs of the past from which on a text clearly tells of it, one less where it says that a meeting took place."""
_MUCH = 2
"""How many verbs of what is to come one of the past outweighs where little else says that a meeting was held."""
_FOLLOWING = 2
"""What minutes that tell nothing in the past may say of what is to come."""
_BRIEF = 300
"""Words below which a text that speaks of "key messages" is an account; every longer one speaks of outcomes."""
_SHORT = 400
"""Words below which two verbs of the past are an account of a meeting."""
_ADVISED = 6
_NAMING = ("invitation_title", "agenda_title", "other_title")
_RUNNING = frozenset({BlockKind.PAGE_HEADER})
_TITLING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PAGE_HEADER})


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a document, and what decided."""

    kind: DocumentKind
    rule: str


def decide(blocks: Sequence[Block], lexicon: Lexicon) -> Kind:
    """Tell what a document is for.

    The title has the first word, unless the text speaks clearly of another time: a "programme" that tells what was said is a report, a "summary"
    of what will be said is none.
    """
    top = _top(blocks)
    seen = weigh(blocks, lexicon)
    at_once = _by_manner(top, seen, lexicon)
    if at_once is not None:
        return at_once
    told = _is_told(seen)
    heads = {_without(block.text, lexicon.phrases("kinds", "not_title")) for block in blocks if block.kind in _RUNNING}
    by_title = _by_title(top, heads if told else (), seen, lexicon, told=told and seen.past >= _CLEARLY)
    if by_title is not None:
        return by_title
    return _by_text(replace(seen, meeting=seen.meeting and _is_of_a_meeting(seen)), told=told)


def _by_manner(top: str, seen: Evidence, lexicon: Lexicon) -> Kind | None:
    """Decide by who speaks and to whom: a speech, a note to journalists, those who met, a form, a paper of another genre."""
    reported = first(top, lexicon.phrases("kinds", "report_title")) is not None
    if seen.speech:
        return Kind(DocumentKind.OTHER, "kind/speech")
    if seen.advice and seen.past < _ADVISED:
        return Kind(DocumentKind.INVITATION, "kind/advisory")
    if seen.blank or (seen.declares and not (seen.met or reported or (seen.held and seen.outcome))):
        return Kind(DocumentKind.OTHER, "kind/declaration" if seen.declares else "kind/form")
    if seen.met:
        return Kind(DocumentKind.REPORT, "kind/declared")
    pointed = seen.points > 1 and seen.past >= _CLEARLY
    called = reported and seen.genre != "list"
    if seen.other or (seen.genre and not (called or seen.held or seen.record or seen.minutes or pointed)):
        return Kind(DocumentKind.OTHER, f"kind/{seen.genre}")
    return None


def _is_told(seen: Evidence) -> bool:
    """Tell whether a text speaks of the past, and more so the less it says that a meeting was held."""
    sure = seen.held or (seen.bound and seen.opening and not seen.announced)
    ahead = (1 if sure else 2 + seen.announced) * (seen.future + seen.register)
    return seen.past >= max(_CLEARLY - seen.held, ahead) and not seen.before


def _is_of_a_meeting(seen: Evidence) -> bool:
    """Tell whether what is told happened at a meeting; essays, lives and pages of projects tell of the past and name meetings as well."""
    few = seen.ahead <= _MUCH * max(1, seen.past)
    told = seen.held or few + seen.bound + seen.opening > 1
    pointed = seen.outcome > 0 and (seen.points > 1 or seen.words < _BRIEF)
    return told or pointed or seen.record or seen.attended or seen.minutes


def _by_title(top: str, heads: Container[str], seen: Evidence, lexicon: Lexicon, *, told: bool) -> Kind | None:
    """Decide by the lines of the title; running heads (`heads`) may be those of a form that was filled in."""
    rows = lexicon.table("kinds")
    top = _without(top, rows.get("not_title", ()))
    says = {"report_title": first(top, rows.get("report_title", ()))}
    says |= {row: _naming(top, rows.get(row, ()), lexicon) for row in _NAMING}
    before = {row: (match.start(), -match.end()) for row, match in says.items() if match}
    leading = min(before, key=lambda row: before[row], default="")
    asking = any(_is_named(line, rows.get("never_report", ())) for line in top.splitlines() if line not in heads)
    if leading == "other_title" and (asking or not (told and (seen.outcome or seen.held))):
        return Kind(
            DocumentKind.INVITATION if seen.register and not told and not asking else DocumentKind.OTHER,
            "kind/title-other",
        )
    if leading == "invitation_title" and not told:
        return Kind(DocumentKind.INVITATION, "kind/title-invitation")
    agenda = says["agenda_title"]
    section = agenda is not None and (_is_section(top, agenda) or _is_called_report(top, lexicon))
    telling = told and (seen.outcome or seen.past > 3 * max(1, seen.clock)) and not _is_draft(top, heads, lexicon)
    if leading == "agenda_title" and not (
        telling or (section and (told or (seen.held and seen.past > 1) or _tells_results(seen)))
    ):
        return Kind(DocumentKind.AGENDA, "kind/title-agenda")
    sure = seen.dated or seen.attended or seen.points > 1 or seen.past + seen.telling + (seen.points > 0) > 1
    if seen.minutes and not sure and not _is_timetable(seen):
        return Kind(DocumentKind.OTHER, "kind/about-minutes")
    if "report_title" in before and _tells_of_a_meeting(seen) and _looks_back(top, seen, lexicon, told=told):
        return Kind(DocumentKind.REPORT, "kind/title-report")
    return None


def _tells_of_a_meeting(seen: Evidence) -> bool:
    """Tell whether a paper names a meeting at its beginning or lists who was there: diaries and release notes are called notes and reports, too."""
    listed = seen.minutes and seen.points > 1
    return seen.meeting or seen.opening or seen.held or seen.record or seen.attended or listed


def _looks_back(top: str, seen: Evidence, lexicon: Lexicon, *, told: bool) -> bool:
    """Tell whether a paper that is called a report says what was: more than what is to come, and in more than a timetable."""
    called = seen.past > 1 and seen.points and _is_called_report(top, lexicon)
    opened = seen.opening and begins(top, lexicon.phrases("kinds", "report_title"))
    telling = seen.past or opened or seen.outcome or seen.points or seen.record or seen.telling > 1
    row = _is_timetable(seen) and not (seen.held and (told or seen.minutes)) and not (seen.record and seen.points > 1)
    return bool((seen.past >= seen.future + seen.register or called) and telling and not row)


def _tells_results(seen: Evidence) -> bool:
    """Tell whether a paper on a meeting of a day has headings of points, and says nothing of what is to come."""
    return bool(seen.points and seen.opening and (seen.past or seen.record)) and not seen.future + seen.register


def _without(text: str, phrases: tuple[str, ...]) -> str:
    """Blank out phrases, so that all else stays where it is: the "2030 Agenda" is no agenda, the "World Food Programme" no programme."""
    return pattern(phrases).sub(lambda match: "." * len(match[0]), text)


def _naming(top: str, phrases: tuple[str, ...], lexicon: Lexicon) -> re.Match[str] | None:
    """Return the first phrase that says what the paper is; "Workshop on the housing *strategy*" says what a meeting was about."""
    types, sure = types_of(lexicon), lexicon.phrases("kinds", "never_report")
    for match in every(top, phrases):
        before = _SEPARATOR.split(top[top.rfind("\n", 0, match.start()) + 1 : match.start()])[-1]
        typed = first(before, types)
        last = before.split()[-1] if before.split() else ""
        common = last.lower().strip("’'") in lexicon.words or last.lower() in lexicon.phrases("kinds", "owners")
        if match[0].lower() not in sure and (common or _is_told_of(before, match[0], lexicon)):
            continue
        about = typed is not None and first(before, lexicon.phrases("kinds", "about"), typed.end()) is not None
        if not about or match[0].lower() in sure:
            return match
    return None


def _is_told_of(before: str, name: str, lexicon: Lexicon) -> bool:
    """Tell whether a headline tells of a paper: "Delegates adopt the Oslo Declaration", "Mayors call for seats"."""
    words = [word.lower() for word in before.split()]
    starting = name.lower() in lexicon.phrases("kinds", "at_start")
    if starting and not set(words) <= set(lexicon.phrases("kinds", "before_start")):
        return True
    return not set(words[1:]).isdisjoint(lexicon.phrases("kinds", "acts"))


def _is_section(top: str, match: re.Match[str]) -> bool:
    """Tell whether a phrase is a line of its own below other lines: a heading of the paper, and not its name."""
    line = top[top.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
    return line.strip(_EDGE).lower() == match[0].lower() and bool(top[: match.start()].strip(f"{_EDGE}\n"))


def _is_draft(top: str, heads: Container[str], lexicon: Lexicon) -> bool:
    """Tell whether the first line calls the paper the agenda of a meeting to come: what it tells of the past is that of meetings before."""
    line = next((line for line in top.splitlines() if line not in heads), "")
    ahead = begins(line.strip(_EDGE), lexicon.phrases("kinds", "agenda_ahead")) is not None
    return ahead and first(line, lexicon.phrases("kinds", "report_title")) is None


def _is_called_report(top: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is nothing but what a report is called: "Meeting report"."""
    named = lexicon.phrases("kinds", "report_title")
    lines = [line.strip(_EDGE) for line in top.splitlines() if len(line.split()) <= _CLEARLY]
    return any(match.end() == len(line) for line in lines for match in every(line, named))


def _is_named(line: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a line of the title begins or ends with what the paper is: "Call for inputs: ...", "Land rights - concept note"."""
    found = list(every(line.strip(_EDGE), phrases))
    return bool(found) and (found[0].start() == 0 or found[-1].end() == len(line.strip(_EDGE)))


def _by_text(seen: Evidence, *, told: bool) -> Kind:
    ahead = seen.future + 2 * seen.register
    if seen.register and ahead >= seen.past:
        return Kind(DocumentKind.INVITATION, "kind/register")
    if _is_timetable(seen):
        return Kind(DocumentKind.AGENDA, "kind/timetable")
    listed = seen.attended and seen.record and not seen.register and seen.future <= seen.past + _FOLLOWING
    if not listed and (
        seen.before
        or ahead > seen.past
        or (seen.future >= 2 and not told)
        or (seen.announced and not (seen.held or seen.bound))
    ):
        return Kind(DocumentKind.INVITATION if seen.register else DocumentKind.OTHER, "kind/future")
    headed = (seen.points or seen.attended or seen.record) and (seen.past or seen.record)
    if listed or (seen.meeting and headed and ahead <= seen.past):
        return Kind(DocumentKind.REPORT, "kind/points")
    if seen.meeting and (
        told or (seen.held and seen.past >= max(1, ahead)) or (seen.past >= 2 and (seen.outcome or seen.words < _SHORT))
    ):
        return Kind(DocumentKind.REPORT, "kind/past")
    return Kind(DocumentKind.OTHER, "kind/none")


def _is_timetable(seen: Evidence) -> bool:
    return seen.clock >= 3 and seen.past < seen.clock and seen.past < 12


def _top(blocks: Sequence[Block]) -> str:
    """Return the words of the title region: headings and short lines before the first long paragraph."""
    words = ""
    for block in blocks[:12]:
        if (block.kind is BlockKind.PARAGRAPH and len(block.text.split()) > 30) or len(words) > _TITLE_LENGTH:
            break
        said = block.kind is BlockKind.PARAGRAPH and block.text.rstrip().endswith(".") and len(block.text.split()) > 9
        if block.kind in _TITLING and len(block.text) < 250 and not said and not _LABELLED.match(block.text):
            label, _, value = block.text.partition(":")
            words += (value.strip() if label.strip().lower() in everywhere("labels", "title") else block.text) + "\n"
    return words
