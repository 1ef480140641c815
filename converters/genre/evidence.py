"""How a document speaks: of what happened, of what is to come, to those who are asked to come, to an audience."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, wordnumbers
from forumgraph.converters.genre import pasts
from forumgraph.converters.genre.genres import covers_months, genre, is_diary, is_list_of_news
from forumgraph.converters.genre.openings import first_sentences, is_announced, is_dated, is_held
from forumgraph.converters.structure.outline import prepare
from forumgraph.converters.words.headings import POINTS, kind_of
from forumgraph.converters.words.lexicon import alternation, joined
from forumgraph.converters.words.phrases import Row, begins, count, every, first, pattern
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_EDGE = " \t.:*_#|–—-"
_HIGHEST = 12
_ELSE = frozenset({"publication", "deadline"})
_PROSE, _LEAST = 10, 3
"""Words of a sentence, and the items of a list, at least."""
_ADDRESS = 14
"""Words up to which a line may do nothing but address an audience."""
_TITLED = 21
"""Words from which on a line is no title."""
_BLANKS = (
    (re.compile(r"\[[^\W\d_a-zà-ÿ][^\]\da-zà-ÿ]{2,40}\]"), 3),
    (re.compile(r"(?<![.…_])(?:…{2,400}+|[.…_]{6,400}+)(?!\s{0,3}\d)"), 5),
    (re.compile(r"\(\d{1,2}\)(?:\n|\Z)"), 8),
)
"""Places to be filled in, and how many of them make a form: "[DATE]", "......", "Place: (4)"; dots before the number of a page are none."""
_TOLD = 8
"""Verbs of the past from which on places that look as if they were to be filled in are abbreviations of names: "[UNEP]"."""
_FAR = 40
_LABEL = 4
"""Labels such as "with" are words of any text."""
_PEOPLE = ("moderator", "panellist", "participant", "speaker")
_TAIL = 0.4
"""Share of the words behind the last hour of a list, from which on the list is one part of a document that tells more."""
_KEPT = frozenset({"issues", "recommendations", "messages", "discussion"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a document speaks: what it says of itself, and how often it tells of the past and of what is to come.

    Attributes:
        words: how many it has.
        past: verbs that tell of the past.
        telling: verbs of the present in which minutes tell what was said.
        future: words that tell of what is to come, outside of its points.
        ahead: verbs of its running text that tell of what is to come by their form alone.
        register: words that ask to come.
        outcome: words for what a meeting leads to: "key messages".
        clock: lines that begin with an hour, where they are no small part of it.
        minutes: whether a line at its top calls it minutes or the like.
        dated: whether such a paper gives a day with its year.
        record: whether it names a dated meeting at its top and has two kinds of headings of points, or of lists of who was there and who was not,
            though it may tell nothing in sentences.
        pointed: whether it has headings of points.
        noted: whether it is nothing but lines: a meeting and a day, and items most of which say what is lacking or wanted.
        attended: whether it lists who was there and who was not, as minutes do.
        meeting: whether its beginning names a kind of meeting, or a body and a day; a licence "states" and "agrees" as well.
        held: whether one of its first sentences says that a meeting took place on a day, and it is no list of many.
        bound: whether sentences that tell of the past do so of a meeting, one of each dozen at least.
        opening: whether its first sentences name a kind of meeting and a day.
        announced: whether its first sentence on a meeting says what will be.
        speech: whether it addresses those who hear it: "Ladies and gentlemen, allow me to ...".
        blank: whether it leaves places to be filled in, as forms and models do: "held on [DATE] in [PLACE]".
        declares: whether those who met speak themselves at its beginning: "We, the mayors of ...", "... adopted the following declaration".
        met: whether the words with which they do so say that they met, at what kind of meeting, and the beginning gives a day.
        genre: that of other papers that tell of the past, empty if there is none.
    """

    words: int
    past: int
    telling: int
    future: int
    ahead: int
    register: int
    outcome: int
    clock: int
    minutes: bool
    dated: bool
    record: bool
    pointed: bool
    noted: bool
    attended: bool
    meeting: bool
    held: bool
    bound: bool
    opening: bool
    announced: bool
    speech: bool
    blank: bool
    declares: bool
    met: bool
    genre: str


def weigh(blocks: Sequence[Block], lexicon: Lexicon) -> Evidence:
    """Return how a document speaks."""
    rows = lexicon.table("kinds")
    text = "\n".join(block.text for block in blocks if block.kind is not BlockKind.PAGE_HEADER)
    prepared = prepare(blocks, lexicon)
    unpointed = _unpointed(prepared, lexicon)
    top = blocks[:_HIGHEST]
    headed = [kind_of(b.text, lexicon) for b in prepared if b.kind is BlockKind.HEADING]
    attended = (people := _attending(blocks, lexicon)) > 1
    minutes = _is_called_minutes(top, lexicon)
    dated = _is_dated(top, lexicon)
    meeting = _speaks_of_a_meeting(top, lexicon)
    pointed = not POINTS.isdisjoint(headed)
    kept = len(set(headed) & _KEPT) > 1 or (people and pointed)
    declared = _declared(top, lexicon)
    listed = is_list_of_news(blocks, lexicon)
    verbs = pasts.spans(text, lexicon)
    opening = is_dated(top, types_of(lexicon), lexicon)
    return Evidence(
        words=len(text.split()),
        past=len(verbs),
        telling=count(text, rows.get("telling", ())),
        future=sum(count(unpointed, rows.get(row, ())) for row in ("future", "ahead")),
        ahead=sum(pasts.ahead(block.text, lexicon) for block in blocks if block.kind is BlockKind.PARAGRAPH),
        register=count(unpointed, rows.get("register", ())),
        outcome=count(text, rows.get("outcome", ())),
        clock=_hours(blocks, lexicon, reported=minutes),
        minutes=minutes,
        dated=minutes and _is_dated(blocks, lexicon),
        record=dated and bool(attended or minutes or (kept and meeting)),
        pointed=pointed,
        noted=opening and _are_notes(blocks, lexicon),
        attended=attended,
        meeting=meeting,
        held=not listed and is_held(top, types_of(lexicon), lexicon),
        bound=pasts.are_of_meetings(text, verbs, _gatherings(lexicon), lexicon),
        opening=opening,
        announced=is_announced(top, types_of(lexicon), lexicon),
        speech=_is_speech(blocks, lexicon) or (not minutes and _takes_floor(top, lexicon)),
        blank=len(verbs) < _TOLD and any(sum(1 for _ in shape.finditer(text)) >= least for shape, least in _BLANKS),
        declares=bool(declared),
        met=_says_that_they_met(declared, top, lexicon),
        genre=genre(text, blocks, lexicon)
        or ("list" if listed else "")
        or ("diary" if not minutes and is_diary(blocks, len(verbs), lexicon) else "")
        or ("period" if covers_months(top, types_of(lexicon), lexicon) else ""),
    )


def _are_notes(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a text has no sentences, and most of its items say what is lacking or wanted: "ice missing on all piers"."""
    items = [b.text for b in blocks if b.kind is BlockKind.ITEM]
    loose = any(b.kind is BlockKind.PARAGRAPH and len(b.text.split()) > _PROSE for b in blocks)
    said = sum(first(words, lexicon.phrases("kinds", "noted")) is not None for words in items)
    asking = any(words.rstrip().endswith("?") for words in items)
    return _LEAST <= len(items) < 2 * said and not (loose or asking)


@lru_cache(maxsize=16)
def types_of(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for kinds of meetings."""
    return Row(phrase for phrases in lexicon.table("session_types").values() for phrase in phrases)


@lru_cache(maxsize=16)
def _gatherings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for kinds of meetings, and those for what is held though it is no kind of them: "ceremony"."""
    return Row((*types_of(lexicon), *lexicon.phrases("kinds", "gatherings")))


def _unpointed(prepared: Sequence[Block], lexicon: Lexicon) -> str:
    """Return the text but for its points: what was agreed to be done is still to come, and "donors are invited to pay" invites nobody to a meeting."""
    points = said = False
    telling: list[str] = []
    for block in prepared:
        if block.kind is BlockKind.HEADING:
            points = said and kind_of(block.text, lexicon) in POINTS
        said = said or block.kind is not BlockKind.HEADING
        if not points:
            telling.append(block.text)
    return "\n".join(telling)


def _speaks_of_a_meeting(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether the beginning names a kind of meeting, people that only meetings have, or a body that meets and a day."""
    text = "\n".join(block.text for block in blocks)
    if first(text, _of_meetings(lexicon)) is not None:
        return True
    if first(text, lexicon.phrases("kinds", "meeting_bodies")) is None:
        return False
    return any(m.is_day or m.start.startswith("--") or m.problem for m in dates.find(text, lexicon))


@lru_cache(maxsize=16)
def _of_meetings(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for kinds of meetings, for what is done to them, and for people that only they have."""
    rows = joined(lexicon, ("cues", "held"), ("kinds", "meets"), ("kinds", "attending"))
    people = (phrase for role in _PEOPLE for phrase in lexicon.phrases("roles.labels", role) if len(phrase) > _LABEL)
    return Row((*types_of(lexicon), *rows, *people))


def _declared(blocks: Sequence[Block], lexicon: Lexicon) -> list[str]:
    """Return the paragraphs in which those who met speak themselves, or are said in one of the first sentences to have declared what follows."""
    adopts, declares = lexicon.phrases("kinds", "adopts"), lexicon.phrases("kinds", "declares")
    return [words for words in first_sentences(blocks) if first(words, adopts) is not None] + [
        block.text for block in blocks if begins(block.text, declares) is not None
    ]


def _says_that_they_met(declared: Sequence[str], blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether one of the paragraphs names a kind of meeting and says that it was held, and a day is given."""
    held = (*lexicon.phrases("kinds", "held"), *lexicon.phrases("kinds", "meets"))
    told = (words for words in declared if first(words, held) is not None or pasts.count(words, lexicon))
    met = any(first(words, types_of(lexicon)) is not None for words in told)
    return met and _is_dated(blocks, lexicon)


def _is_speech(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a text is spoken to an audience: lines that do nothing but address it, and a speaker who says "I would like to"."""
    address = lexicon.phrases("kinds", "address")
    lines = [b.text for b in blocks if len(b.text.split()) <= _ADDRESS and b.text.rstrip()[-1:] in {",", ":", "!"}]
    addressing = sum(begins(line, address) is not None for line in lines)
    return addressing > 0 and any(first(b.text, lexicon.phrases("kinds", "speaks")) is not None for b in blocks)


def _takes_floor(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether somebody begins to speak by thanking the chair; minutes may quote it."""
    thanks = lexicon.phrases("kinds", "takes_floor")
    return any(begins(block.text, thanks) is not None for block in blocks)


def _is_called_minutes(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a short line at the top calls the paper minutes or the like; sentences tell of those of others."""
    named = lexicon.phrases("kinds", "minutes")
    most = ((b.text, _PROSE if b.text.rstrip().endswith(".") else _TITLED) for b in blocks)
    lines = [text for text, words in most if len(text.split()) < words or begins(text, named) is not None]
    plain = [pattern(lexicon.phrases("kinds", "not_title")).sub("", line) for line in lines]
    return any(not pasts.word_before(line, match.start()).isdigit() for line in plain for match in every(line, named))


def _is_dated(blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Tell whether a day is given, with its year or its weekday."""
    told = (m for b in blocks[:_FAR] for m in dates.find(b.text, lexicon) if m.rule not in _ELSE)
    return any(m.is_day or (m.start and m.weekday) or m.problem == "ambiguous" for m in told)


def _hours(blocks: Sequence[Block], lexicon: Lexicon, *, reported: bool) -> int:
    """Count the lines that begin with an hour.

    None where most of the text stands behind them, as in notes that open with the day's agenda, or before them, as in minutes with the agenda at
    their end.
    """
    clock = _clock(lexicon)
    at = [i for i, b in enumerate(blocks) if clock.match(b.text) or (b.marker and clock.match(f"{b.marker} {b.text}"))]
    if not at:
        return 0
    sizes = [len(block.text.split()) for block in blocks]
    much = max(_TAIL * sum(sizes), 2 * sum(sizes[at[0] : at[-1] + 1]))
    return 0 if sum(sizes[at[-1] + 1 :]) > much or (reported and sum(sizes[: at[0]]) > much) else len(at)


@lru_cache(maxsize=16)
def _clock(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the beginning of a line of a timetable: "9:30", "10h -", "10 a.m. -", "9 to 10h"."""
    half = alternation((*lexicon.phrases("times", "am"), *lexicon.phrases("times", "pm")), glued=True)
    until = alternation(lexicon.phrases("dates", "until"))
    hour = rf"\d{{1,2}}(?:[:.]\d\d\b|\s?[hH](?:\d\d)?\b|\s?{half})"
    return re.compile(rf"\W{{0,3}}(?:{hour}|\d{{1,2}}\s?(?:[-–—]|{until})\s?{hour})")


def _attending(blocks: Sequence[Block], lexicon: Lexicon) -> int:
    """Count the different lines or labels for those who were there, who were asked to come, and who were not."""
    labels = {wordnumbers.plain(b.text[:_FAR].partition(":")[0].strip(_EDGE).replace("’", "'")) for b in blocks}
    return len(labels & _attendance(lexicon))


@lru_cache(maxsize=16)
def _attendance(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(wordnumbers.plain, lexicon.phrases("kinds", "attendance")))
