"""What a document is for: to report of a meeting, or something else. Only reports have sessions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.genre.evidence import weigh
from forumgraph.converters.words.phrases import every, first, pattern
from forumgraph.model import Block, BlockKind, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.genre.evidence import Evidence
    from forumgraph.converters.words.lexicon import Lexicon

_SEPARATOR = re.compile(r"[:|(]\s?|\s[-–—]\s")
_LABELLED = re.compile(r"[^\W\d_]{3,12}\s?:\s?\d")
"""A label before figures, such as that of the hours of a meeting."""
_EDGE = " \t.:*_#|–—-"
_HIGHEST = 12
"""Blocks among which the title stands."""
_LONG, _SENTENCE = 30, 9
"""Words of a paragraph that ends the title, and of a sentence that is no line of it."""
_TITLING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})
_TOLD = 3
"""Verbs of the past from which on a text clearly tells of it, one less where it says that a meeting took place."""
_SOME = 2
"""Verbs of the past that are an account where the beginning says that there was a meeting, one less likewise."""
_FEW = 2
"""Hours of a list that is no timetable yet, and verbs that tell of what is to come for each one that tells of the past."""
_BRIEF = 300
"""Words below which a text that speaks of "key messages" is an account; every longer one speaks of outcomes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a document, and what decided."""

    kind: DocumentKind
    rule: str


def decide(blocks: Sequence[Block], lexicon: Lexicon) -> Kind:
    """Tell what a document is for.

    Who speaks has the first word, then the title, unless the text speaks clearly of another time: a "programme" that tells what was said is a
    report, a "summary" of what will be said is none.
    """
    seen = weigh(blocks, lexicon)
    told = _is_told(seen)
    return _by_manner(seen) or _by_title(_top(blocks, lexicon), seen, lexicon, told=told) or _by_text(seen, told=told)


def _by_manner(seen: Evidence) -> Kind | None:
    """Decide by who speaks and to whom: a speech, a form, those who met, a paper of another genre."""
    if seen.speech:
        return Kind(DocumentKind.OTHER, "kind/speech")
    if seen.blank:
        return Kind(DocumentKind.OTHER, "kind/form")
    if seen.met:
        return Kind(DocumentKind.REPORT, "kind/declared")
    if seen.declares and not seen.record:
        return Kind(DocumentKind.OTHER, "kind/declaration")
    return Kind(DocumentKind.OTHER, f"kind/{seen.genre}") if seen.genre else None


def _is_told(seen: Evidence) -> bool:
    """Tell whether a text speaks of the past, and more so the less it says that a meeting was held."""
    sure = seen.held or (seen.bound and not seen.announced)
    ahead = (1 if sure else 2 + seen.announced) * (seen.future + seen.register)
    return seen.past >= max(_TOLD - seen.held, ahead)


def _by_title(top: str, seen: Evidence, lexicon: Lexicon, *, told: bool) -> Kind | None:
    """Decide by the lines of the title."""
    rows = lexicon.table("kinds")
    report = first(top, rows.get("report_title", ()))
    says = {row: _naming(top, row, lexicon) for row in ("invitation_title", "agenda_title", "other_title")}
    agenda = says["agenda_title"]
    before = [(match.start(), -match.end(), row) for row, match in {"": report, **says}.items() if match]
    leading = min(before, default=(0, 0, ""))[2]
    asking = any(_is_named(line, rows.get("never_report", ())) for line in top.splitlines())
    telling = told and seen.past + 2 * seen.held > _TOLD + 1
    if leading == "other_title" and (asking or not telling):
        inviting = seen.register and not told
        return Kind(DocumentKind.INVITATION if inviting else DocumentKind.OTHER, "kind/title-other")
    if leading == "invitation_title" and not told:
        return Kind(DocumentKind.INVITATION, "kind/title-invitation")
    inside = agenda is not None and _is_section(top, agenda) and (seen.record or seen.past > 1)
    if leading == "agenda_title" and (asking or not (telling or inside)):
        return Kind(DocumentKind.AGENDA, "kind/title-agenda")
    if seen.minutes and not (seen.dated or seen.past + seen.telling > 1):
        return Kind(DocumentKind.OTHER, "kind/about-minutes")
    if report and seen.meeting and _looks_back(seen):
        return Kind(DocumentKind.REPORT, "kind/title-report")
    return None


def _looks_back(seen: Evidence) -> bool:
    """Tell whether a paper that is called a report says what was: more than what is to come."""
    telling = seen.past or seen.opening or seen.record or seen.telling
    return bool(telling) and seen.past >= seen.future + seen.register


def _naming(top: str, row: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the first phrase of a row that says what the paper is; some are believed wherever they stand."""
    sure = lexicon.phrases("kinds", "never_report")
    for match in every(top, lexicon.phrases("kinds", row)):
        line = top[top.rfind("\n", 0, match.start()) + 1 : match.start()]
        if match[0].lower() in sure or not _is_told_of(_SEPARATOR.split(line)[-1], match[0].lower(), lexicon):
            return match
    return None


def _is_told_of(before: str, name: str, lexicon: Lexicon) -> bool:
    """Tell whether a headline speaks of a paper: "Delegates adopt the Oslo Declaration", "Workshop on the housing strategy", "our strategy"."""
    rows = lexicon.table("kinds")
    words = before.lower().split()
    if not words:
        return False
    owned = words[-1].strip("’'") in lexicon.words or words[-1] in rows.get("owners", ())
    return owned or name in rows.get("at_start", ()) or not set(words[1:]).isdisjoint(rows.get("acts", ()))


def _is_section(top: str, match: re.Match[str]) -> bool:
    """Tell whether a phrase is a line of its own below other lines: a heading of the paper, and not its name."""
    line = top[top.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
    return line.strip(_EDGE).lower() == match[0].lower() and bool(top[: match.start()].strip(f"{_EDGE}\n"))


def _is_named(line: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a line of the title begins or ends with what the paper is: "Call for inputs: ...", "Land rights - concept note"."""
    line = line.strip(_EDGE)
    return any(match.start() == 0 or match.end() == len(line) for match in every(line, phrases))


def _by_text(seen: Evidence, *, told: bool) -> Kind:
    meeting = seen.meeting and _is_of_a_meeting(seen)
    ahead = seen.future + seen.register > seen.past or (seen.future > 1 and not told)
    listed = seen.attended and seen.record
    if seen.register and not told:
        return Kind(DocumentKind.INVITATION, "kind/register")
    if _is_timetable(seen):
        return Kind(DocumentKind.AGENDA, "kind/timetable")
    if not listed and (ahead or (seen.announced and not (seen.held or seen.bound))):
        return Kind(DocumentKind.INVITATION if seen.register else DocumentKind.OTHER, "kind/future")
    if listed or (meeting and (seen.record or (seen.pointed and seen.past))):
        return Kind(DocumentKind.REPORT, "kind/points")
    past = meeting and seen.past >= _SOME - seen.held
    if past or seen.noted or (seen.opening and seen.telling > 1 and seen.telling + seen.past >= _TOLD):
        return Kind(DocumentKind.REPORT, "kind/past" if past else "kind/notes")
    return Kind(DocumentKind.OTHER, "kind/none")


def _is_of_a_meeting(seen: Evidence) -> bool:
    """Tell whether what is told happened at a meeting; essays, lives and pages of projects tell of the past and name meetings as well."""
    few = seen.ahead <= _FEW * max(1, seen.past)
    return seen.held or few + seen.bound + seen.opening > 1 or (seen.outcome > 0 and seen.words < _BRIEF)


def _is_timetable(seen: Evidence) -> bool:
    return seen.clock > max(_FEW, seen.past)


def _top(blocks: Sequence[Block], lexicon: Lexicon) -> str:
    """Return the title region, headings and short lines before the first long paragraph, but for what only looks like the name of a paper.

    The "2030 Agenda" is no agenda, the "World Food Programme" no programme.
    """
    lines: list[str] = []
    for block in blocks[:_HIGHEST]:
        words = len(block.text.split()) if block.kind is BlockKind.PARAGRAPH else 0
        if words > _LONG:
            break
        said = words > _SENTENCE and block.text.rstrip().endswith(".")
        if block.kind in _TITLING and not said and not _LABELLED.match(block.text):
            lines.append(f"{block.text}\n")
    other = pattern(lexicon.phrases("kinds", "not_title"))
    return other.sub(lambda match: "." * len(match[0]), "".join(lines))
