"""What a sentence tells of a meeting itself, and not of what was said there: by whom and where it was held, earlier meetings, pictures, papers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.points.voices import is_finite, somebody, verbs
from forumgraph.converters.words import sdgs
from forumgraph.converters.words.phrases import Row, begins, every, first, pattern

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_SUBJECT, _NOUN = 14, 5
"""Words before a verb in which its subject is looked for, and letters of a noun at least: shorter ones are pronouns."""
_YEAR = re.compile(r"[A-Z][^\W\d_]{1,8}\s(?:(?P<month>[^\W\d_]{3,12})\s)?(?:19|20)\d\d,\s")
"""A year, or a month and a year, at the beginning: the day of a meeting is told with its day."""
_LETTER = re.compile(r"[^\W\d_]{2}")
_COUNTED = re.compile(r"\s?\d{1,3}\s?[:.–—-]\s")


def names_only_goals(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether nothing is said but which goals were dealt with: "addressed SDGs 5 and 11".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [names_only_goals(words, lexicons()["en"]) for words in ("The event addressed SDGs 5 and 11.", "SDG 11 lacks data.")]
    [True, False]
    """
    goals = sdgs.find(sentence, lexicon)
    if not goals:
        return False
    rest = sentence[: goals[0].span.start] + " " + sentence[goals[-1].span.end :]
    idle = (*lexicon.phrases("cues", "issue"), *lexicon.phrases("reports", "passive_said"))
    nouns = (*lexicon.phrases("roles.context", "occasions"), *lexicon.phrases("sdgs", "names"))
    words = pattern(tuple(dict.fromkeys((*idle, *nouns, *lexicon.words)))).sub("", rest)
    return not _LETTER.search(words)


@lru_cache(maxsize=512)
def tells_of_meeting(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says when, where or by whom the meeting was held, or what is to come."""
    return bool(_tellings(sentence, lexicon))


@lru_cache(maxsize=16)
def _cues(lexicon: Lexicon) -> Row:
    return Row((*lexicon.phrases("cues", "of_meeting"), *lexicon.phrases("cues", "aims")))


def _tellings(sentence: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """Return the words that tell of a meeting; "aimed to" does so only where a meeting is named before it."""
    always, aims = lexicon.phrases("cues", "of_meeting"), lexicon.phrases("cues", "aims")
    return [
        match
        for match in every(sentence, _cues(lexicon))
        if begins(match[0], aims) is None or begins(match[0], always) is not None or _is_aim(match, lexicon)
    ]


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
    before = sentence[: told[0].start()]
    telling = (m for m in every(before, verbs(lexicon)) if is_finite(m, lexicon))
    if any(somebody(before, m.start(), lexicon) and not _is_enclosed(m, told[0], lexicon) for m in telling):
        return before
    rest = sentence[told[-1].end() :]
    if len(told) == 1 and _is_by_the_way(told[0], lexicon) and first(rest, verbs(lexicon)) is not None:
        return before + rest
    polite = begins(told[0][0], lexicon.phrases("reports", "courtesies")) is not None
    if polite and len(told) == 1 and (shared := _goes_on(sentence[: told[0].start()], rest, lexicon)):
        return shared
    cues = (*lexicon.phrases("cues", "issue"), *lexicon.phrases("cues", "recommendation"))
    said = first(rest, cues)
    clause = re.split(r"[,;]\s", rest[: said.start()])[-1] if said is not None else ""
    left_out = bool(lexicon.phrases("reports", "pronouns_left_out")) and said is not None and not clause.strip()
    speaks = left_out or (
        first(clause, lexicon.phrases("cues", "reporting")) is not None
        and begins(clause, lexicon.phrases("reports", "clause_relatives")) is None
    )
    return rest if speaks and "," in rest else ""


def _is_enclosed(verb: re.Match[str], told: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a verb stands in an aside between commas: "the first day, *focused on* ice, was opened by"."""
    before = told.string[: told.start()].rstrip()
    passive = begins(told[0], lexicon.phrases("cues", "be_forms")) is not None
    return passive and before.endswith(",") and before[: verb.start()].rstrip().endswith(",")


def _is_by_the_way(told: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a meeting is only described by who held it: "scholars at a seminar *organized by* X warned"."""
    last = "".join(told.string[: told.start()].split()[-1:]).lower()
    modifier = begins(told[0], lexicon.phrases("reports", "modifiers")) is not None
    return modifier and last not in lexicon.phrases("cues", "be_forms") and bool(last)


def _goes_on(subject: str, rest: str, lexicon: Lexicon) -> str:
    """Return subject and second verb of "the chair thanked the panel *and urged* towns to", empty without a second verb."""
    cues = (
        *lexicon.phrases("cues", "recommendation"),
        *lexicon.phrases("cues", "ask_to"),
        *lexicon.phrases("cues", "issue"),
    )
    conjunctions = (f" {word}" for word in lexicon.phrases("cues", "conjunction"))
    joints = (",", *conjunctions, *(f", {word}" for word in lexicon.phrases("reports", "who")))
    saying = (*joints, *(f" {word}" for word in lexicon.phrases("reports", "by_doing")))
    for cue in every(rest, cues):
        before = rest[: cue.start()].rstrip().lower()
        joined = before.endswith(saying if begins(cue[0], lexicon.phrases("cues", "issue")) is not None else joints)
        if joined and somebody(subject, len(subject), lexicon):
            return subject + rest[cue.start() :]
    return ""


def is_long_past(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence is about an earlier meeting: "last year they recommended", "they asked for a fund, which was set up a year later"."""
    begun = begins(sentence, lexicon.phrases("cues", "long_past_begins")) is not None
    dated = _YEAR.match(sentence)
    begun = begun or (dated is not None and (not dated["month"] or dated["month"].lower() in lexicon.months))
    return begun or first(sentence, lexicon.phrases("cues", "long_past")) is not None


def is_caption(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words stand below a picture."""
    figure = begins(words, lexicon.phrases("reports", "figures"))
    if figure is not None and _COUNTED.match(words[figure.end() :]) is not None:
        return True
    return "©" in words or first(words.replace("/", " "), lexicon.phrases("reports", "captions")) is not None


def goes_on_about_paper(sentence: str, before: str, lexicon: Lexicon) -> bool:
    """Tell whether "it" says something, where the sentence before began with a paper: "Une étude montre ... *Elle* recommande ..."."""
    if begins(sentence, lexicon.phrases("cues", "things")) is None:
        return False
    subject = " ".join(before.split()[1:2])
    return begins(subject, lexicon.phrases("cues", "documents")) is not None
