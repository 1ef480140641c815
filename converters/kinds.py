"""What a document is for: to report of a meeting, or something else. Only reports have sessions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters import dates, sentences
from forumgraph.converters.headings import POINTS, kind_of
from forumgraph.converters.lexicon import alternation
from forumgraph.converters.outline import outline, prepare
from forumgraph.converters.phrases import begins, count, every, first, pattern
from forumgraph.model import Block, BlockKind, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.lexicon import Lexicon

_SEPARATOR = re.compile(r"[:|(]\s?|\s[-–—]\s")
_EDGE = " \t.:*_#|–—-"
_INTENDED = frozenset({"objectives", "questions", "agenda"})
_TITLE_LENGTH = 320
_HIGHEST = 12
_FULL = 10
"""Characters of a date that gives the day."""
_ELSE = frozenset({"publication", "deadline"})
_SAID = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_OPENING = 3
_PROSE = 10
_ADVISED = 6
_ADDRESS = 14
"""Words up to which a line may do nothing but address an audience."""
_SHORT = 4
"""Labels such as "with" are words of any text."""
_PEOPLE = ("moderator", "panellist", "participant", "speaker")
_NAMING = ("invitation_title", "agenda_title", "other_title")
_TAIL = 0.4
"""Share of the words behind the last hour of a list, from which on the list is one part of a document that tells more."""
_KEPT = frozenset({"issues", "recommendations", "messages", "discussion"})
_TITLING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PAGE_HEADER})


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often a document speaks like a report, an agenda or an invitation.

    Attributes:
        points: headings of issues, recommendations and the like.
        before: whether it has sections of what is intended, and tells of the past in its background alone.
        record: whether it names a dated meeting at its top and has two kinds of such headings, or of lists of who was there and who was not,
            though it may tell nothing in sentences.
        attended: whether it lists who was there and who was not, as minutes do.
        meeting: whether its beginning names a kind of meeting, or a day; a licence "states" and "agrees" as well.
        held: whether one of its first sentences says that a meeting took place on a day.
        advice: whether it tells journalists what will be when and where, in lines labelled so.
        speech: whether it addresses those who hear it: "Ladies and gentlemen, allow me to ...".
    """

    past: int
    future: int
    register: int
    outcome: int
    clock: int
    agenda: int
    words: int
    points: int
    before: bool
    record: bool
    meeting: bool
    held: bool = False
    speech: bool = False
    advice: bool = False
    attended: bool = False


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
    seen = _evidence(blocks, lexicon)
    if seen.speech:
        return Kind(DocumentKind.OTHER, "kind/speech")
    if seen.advice and seen.past < _ADVISED:
        return Kind(DocumentKind.INVITATION, "kind/advisory")
    ahead = seen.future + seen.register
    told = seen.past >= 3 and (seen.past > 2 * ahead or (seen.held and seen.past >= ahead)) and not seen.before
    by_title = _by_title(top, seen, lexicon, told=told)
    return by_title if by_title is not None else _by_text(seen, told=told)


def _by_title(top: str, seen: Evidence, lexicon: Lexicon, *, told: bool) -> Kind | None:
    rows = lexicon.table("kinds")
    top = _without(top, rows.get("not_title", ()))
    says = {"report_title": first(top, rows.get("report_title", ()))}
    says |= {row: _naming(top, rows.get(row, ()), lexicon) for row in _NAMING}
    before = {row: (match.start(), -match.end()) for row, match in says.items() if match}
    leading = min(before, key=lambda row: before[row], default="")
    asking = any(_is_named(line, rows.get("never_report", ())) for line in top.splitlines())
    if leading == "other_title" and (asking or not (told and (seen.outcome or seen.held))):
        return Kind(DocumentKind.INVITATION if seen.register and not told else DocumentKind.OTHER, "kind/title-other")
    if leading == "invitation_title" and not told:
        return Kind(DocumentKind.INVITATION, "kind/title-invitation")
    if leading == "agenda_title" and not (told and (seen.outcome or seen.past > 3 * max(1, seen.clock))):
        return Kind(DocumentKind.AGENDA, "kind/title-agenda")
    if (
        "report_title" in before
        and seen.past >= seen.future + seen.register
        and (seen.past or seen.outcome or seen.points or seen.record)
        and not _is_timetable(seen)
    ):
        return Kind(DocumentKind.REPORT, "kind/title-report")
    return None


def _without(text: str, phrases: tuple[str, ...]) -> str:
    """Blank out phrases, so that all else stays where it is: the "2030 Agenda" is no agenda, the "World Food Programme" no programme."""
    return pattern(phrases).sub(lambda match: "." * len(match[0]), text)


def _naming(top: str, phrases: tuple[str, ...], lexicon: Lexicon) -> re.Match[str] | None:
    """Return the first phrase that says what the paper is; "Workshop on the housing *strategy*" says what a meeting was about."""
    types, sure = _types(lexicon), lexicon.phrases("kinds", "never_report")
    for match in every(top, phrases):
        before = _SEPARATOR.split(top[top.rfind("\n", 0, match.start()) + 1 : match.start()])[-1]
        typed = first(before, types)
        last = before.split()[-1] if before.split() else ""
        common = last.lower().strip("’'") in lexicon.words or last.lower() in lexicon.phrases("kinds", "owners")
        if common and match[0].lower() not in sure:
            continue
        about = typed is not None and first(before, lexicon.phrases("kinds", "about"), typed.end()) is not None
        if not about or match[0].lower() in sure:
            return match
    return None


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
    if seen.before or ahead > seen.past or (seen.future >= 2 and not told):
        return Kind(DocumentKind.INVITATION if seen.register else DocumentKind.OTHER, "kind/future")
    if seen.meeting and (seen.points or seen.attended) and ahead <= seen.past and (seen.past or seen.record):
        return Kind(DocumentKind.REPORT, "kind/points")
    if seen.meeting and (
        told or (seen.held and seen.past >= max(1, ahead)) or (seen.past >= 2 and (seen.outcome or seen.words < 400))
    ):
        return Kind(DocumentKind.REPORT, "kind/past")
    return Kind(DocumentKind.OTHER, "kind/none")


def _is_timetable(seen: Evidence) -> bool:
    return seen.clock >= 3 and seen.past < seen.clock + seen.agenda // 2 and seen.past < 12


def _is_before(blocks: Sequence[Block], past: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a document has sections of what is intended, and speaks of the past only in its background."""
    sections = [(section.kind or section.under, section) for section in outline(prepare(blocks, lexicon), lexicon)]
    if _INTENDED.isdisjoint(kind for kind, _ in sections) or all(kind != "background" for kind, _ in sections):
        return False
    telling = [section for kind, section in sections if kind not in {"background", "boilerplate"}]
    return all(count(block.text, past) == 0 for section in telling for block in section.body)


def _speaks_of_a_meeting(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether the beginning names a kind of meeting, people that only meetings have, or a day."""
    text = "\n".join(block.text for block in blocks)
    people: tuple[str, ...] = lexicon.phrases("kinds", "attending")
    people += tuple(
        phrase for role in _PEOPLE for phrase in lexicon.phrases("roles.labels", role) if len(phrase) > _SHORT
    )
    if first(text, (*_types(lexicon), *lexicon.phrases("cues", "held"), *people)) is not None:
        return True
    return any(len(m.start) == _FULL or m.start.startswith("--") or m.problem for m in dates.find(text, lexicon))


def _types(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(phrase for phrases in lexicon.table("session_types").values() for phrase in phrases)


def _is_held(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether one of the first sentences says that a meeting took place on a day: "A meeting of the group was held on 3 May 2019"."""
    prose = [b.text for b in blocks if b.kind in _SAID and len(b.text.split()) >= _PROSE][:_OPENING]
    said = [span.of(text) for text in prose for span in sentences.split(text)][:_OPENING]
    held, types = lexicon.phrases("kinds", "held"), _types(lexicon)
    telling = [words for words in said if first(words, held) is not None and first(words, types) is not None]
    lines = [b.text for b in blocks if len(b.text.split()) < _PROSE] if telling else []
    days = (m for words in (*telling, *lines) for m in dates.find(words, lexicon) if m.rule not in _ELSE)
    news = lexicon.phrases("kinds", "news_day")
    return any(len(m.start) == _FULL or m.start.startswith("--") for m in days) or any(
        first(words, news) is not None for words in telling
    )


def _is_speech(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a text is spoken to an audience: lines that do nothing but address it, and a speaker who says "I would like to"."""
    address = lexicon.phrases("kinds", "address")
    lines = [b.text for b in blocks if len(b.text.split()) <= _ADDRESS and b.text.rstrip()[-1:] in {",", ":", "!"}]
    addressing = sum(begins(line, address) is not None for line in lines)
    return addressing > 0 and any(first(b.text, lexicon.phrases("kinds", "speaks")) is not None for b in blocks)


def _is_dated_meeting(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    text = "\n".join(block.text for block in blocks)
    return (
        any(len(m.start) == _FULL and m.rule not in _ELSE for m in dates.find(text, lexicon))
        and first(text, _types(lexicon)) is not None
    )


def _top(blocks: Sequence[Block]) -> str:
    """Return the words of the title region: headings and short lines before the first long paragraph."""
    words = ""
    for block in blocks[:12]:
        if (block.kind is BlockKind.PARAGRAPH and len(block.text.split()) > 30) or len(words) > _TITLE_LENGTH:
            break
        said = block.kind is BlockKind.PARAGRAPH and block.text.rstrip().endswith(".") and len(block.text.split()) > 9
        if block.kind in _TITLING and len(block.text) < 250 and not said:
            words += block.text + "\n"
    return words


def _evidence(blocks: Sequence[Block], lexicon: Lexicon) -> Evidence:
    rows = lexicon.table("kinds")
    text = "\n".join(block.text for block in blocks if block.kind is not BlockKind.PAGE_HEADER)

    def seen(row: str) -> int:
        return count(text, rows.get(row, ()))

    headed = [kind_of(b.text, lexicon) for b in prepare(blocks, lexicon) if b.kind is BlockKind.HEADING]
    points = sum(kind in POINTS for kind in headed)
    attended = _is_attended(blocks, lexicon)
    record = (attended or len(set(headed) & _KEPT) > 1) and _is_dated_meeting(blocks[:_HIGHEST], lexicon)
    before = points == 0 and _is_before(blocks, rows.get("past", ()), lexicon)
    advice = frozenset(rows.get("advice", ()))
    said = (_past(text, lexicon), seen("future"), seen("register"), seen("outcome"))
    return Evidence(
        *(*said, _hours(blocks, lexicon), seen("agenda_words"), len(text.split()), points, before, record),
        meeting=_speaks_of_a_meeting(blocks[:_HIGHEST], lexicon),
        held=_is_held(blocks[:_HIGHEST], lexicon),
        speech=_is_speech(blocks, lexicon),
        advice=len({block.text.partition(":")[0].strip(_EDGE).lower() for block in blocks} & advice) > 2,
        attended=attended,
    )


def _hours(blocks: Sequence[Block], lexicon: Lexicon) -> int:
    """Count the lines that begin with an hour; none where most of the text stands behind them, as in notes that open with the day's agenda."""
    clock = _clock(lexicon)
    at = [i for i, b in enumerate(blocks) if clock.match(b.text) or (b.marker and clock.match(f"{b.marker} {b.text}"))]
    sizes = [len(block.text.split()) for block in blocks]
    behind = sum(sizes[at[-1] + 1 :]) if at else 0
    return 0 if at and behind > max(_TAIL * sum(sizes), 2 * sum(sizes[at[0] : at[-1] + 1])) else len(at)


@lru_cache(maxsize=16)
def _clock(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the beginning of a line of a timetable: "9:30", "10 a.m. -", "9 to 10"."""
    half = alternation((*lexicon.phrases("times", "am"), *lexicon.phrases("times", "pm")), glued=True)
    until = alternation(lexicon.phrases("dates", "until"))
    return re.compile(
        rf"\W{{0,3}}\d{{1,2}}(?:[:.hH]\d{{2}})?\s?(?:{half})?\s?(?:[-–—:|]|{until})|\W{{0,3}}\d{{1,2}}[:.h]\d{{2}}\b"
    )


def _is_attended(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether lines or their labels name two of those who were there, who were asked to come, and who were not."""
    rows = lexicon.phrases("kinds", "attendance")
    named = {block.text.partition(":")[0].strip(_EDGE).replace("’", "'").lower() for block in blocks}
    return len(named & set(rows)) > 1


def _past(text: str, lexicon: Lexicon) -> int:
    """Count the verbs that tell of the past; "organized by" may be said of what is to come, "was organized by" not."""
    told, other = lexicon.phrases("kinds", "past"), lexicon.phrases("kinds", "not_past")
    return sum(1 for match in every(text, (*told, *other)) if match[0].lower() not in other)
