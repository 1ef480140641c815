"""What a sentence tells of a meeting itself, and not of what was said there: by whom and where it was held, and earlier meetings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.points.sayings import is_finite, verbs
from forumgraph.converters.points.voices import somebody
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, ends, every, first

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_SUBJECT, _NOUN = 14, 5
"""Words before a verb in which its subject is looked for, and letters of a noun at least: shorter ones are pronouns."""
_YEAR = re.compile(r"[A-Z][^\W\d_]{1,8}\s(?:(?P<month>[^\W\d_]{3,12})\s)?(?:19|20)\d\d,\s")
"""A year, or a month and a year, at the beginning: the day of a meeting is told with its day."""
_WORD = re.compile(r"\w+")
_SOON = 8
"""Words before "will be held" that say what, and behind it in which the day is given."""
_SAYING = (("cues", "issue"), ("cues", "recommendation"))
_JOINTS = (("cues", "conjunction"), ("reports", "who"), ("reports", "by_doing"))
"""Rows of words behind which a second verb of the same subject follows."""


@lru_cache(maxsize=512)
def tells_of_meeting(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says when, where or by whom the meeting was held, or what is to come."""
    return bool(_tellings(sentence, lexicon))


def _tellings(sentence: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """Return the words that tell of a meeting; "aimed to" does so only where a meeting is named before it."""
    aims = lexicon.phrases("cues", "aims")
    return [
        match
        for match in every(sentence, joined(lexicon, ("cues", "of_meeting"), ("cues", "aims")))
        if (begins(match[0], aims) is None or _is_aim(match, lexicon)) and not _is_by_the_way(match, lexicon)
    ]


def _is_by_the_way(told: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is only added who held what people spoke at: "*Scholars* at a seminar *organized by* X warned"."""
    before, be = told.string[: told.start()], lexicon.phrases("cues", "be_forms")
    by = begins(told[0], be) is None and not ends(before, be) and ends(told[0], lexicon.phrases("cues", "by"))
    said = first(told.string, lexicon.phrases("cues", "reporting")) if by else None
    return said is not None and said.end() <= told.start()


def _is_aim(cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is a meeting that has an aim: "The workshop, held in Rome, *aimed to*"."""
    subject = " ".join(cue.string[: cue.start()].split()[-_SUBJECT:])
    occasions = lexicon.phrases("roles.context", "occasions")
    named = first(subject, tuple(word for word in occasions if len(word) >= _NOUN))
    return named is not None or begins(cue.string, tuple(word for word in occasions if len(word) < _NOUN)) is not None


def beyond_meeting(sentence: str, lexicon: Lexicon) -> str:
    """Return the part of a sentence in which somebody speaks after it has told of the meeting ("At an event held by X, mayors noted ...")."""
    told = _tellings(sentence, lexicon)
    if not told:
        return sentence
    before, rest = sentence[: told[0].start()], sentence[told[-1].end() :]
    calls = every(before, lexicon.phrases("cues", "recommendation"))
    telling = (m for m in (*every(before, verbs(lexicon)), *calls) if is_finite(m, lexicon))
    if any(somebody(before, m.start(), lexicon) for m in telling):
        return before
    polite = len(told) == 1 and begins(told[0][0], lexicon.phrases("reports", "courtesies")) is not None
    if polite and (shared := _second_verb(rest, lexicon)):
        return before + shared
    ends_of = [*(match.start() for match in told[1:]), len(sentence)]
    pieces = (sentence[match.end() : end] for match, end in zip(told, ends_of, strict=True))
    return next((piece for piece in pieces if _is_told(piece, lexicon)), "")


def _is_told(piece: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody speaks behind a comma in a part of a sentence."""
    said = first(piece, joined(lexicon, *_SAYING))
    clause = re.split(r"[,;]\s", piece[: said.start()])[-1] if said is not None else ""
    return "," in piece and bool(clause) and somebody(clause, len(clause), lexicon)


def _second_verb(rest: str, lexicon: Lexicon) -> str:
    """Return words from the second verb of "the chair thanked the panel *and urged* towns to", empty without a second verb."""
    joints = joined(lexicon, *_JOINTS)
    for verb in every(rest, joined(lexicon, *_SAYING, ("cues", "ask_to"))):
        before = rest[: verb.start()].rstrip()
        if before.endswith(",") or ends(before, joints):
            return rest[verb.start() :]
    return ""


def is_long_past(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence is about an earlier meeting: "last year they recommended", "they asked for a fund, which was set up a year later"."""
    begun = begins(sentence, lexicon.phrases("cues", "long_past_begins")) is not None
    dated = _YEAR.match(sentence)
    begun = begun or (dated is not None and (not dated["month"] or dated["month"].lower() in lexicon.months))
    return begun or first(sentence, lexicon.phrases("cues", "long_past")) is not None


def announces(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an item says what is to come on a day, and asks nobody for it: "Inputs are due by 3 May", "A workshop will be held in June"."""
    told = first(words, lexicon.phrases("reports", "announced"))
    after = _WORD.findall(words[told.end() :].lower()) if told is not None else ()
    early = told is not None and len(words[: told.start()].split()) <= _SOON
    dated = early and any(word.isdigit() or word in lexicon.months for word in after[:_SOON])
    return dated and first(words, joined(lexicon, ("cues", "recommendation"), ("tones", "must"))) is None


def goes_on_about_paper(sentence: str, before: str, lexicon: Lexicon) -> bool:
    """Tell whether "it" says something, where the sentence before began with a paper: "Une étude montre ... *Elle* recommande ..."."""
    paper = begins(" ".join(before.split()[1:2]), lexicon.phrases("reports", "papers"))
    return paper is not None and begins(sentence, lexicon.phrases("cues", "things")) is not None
