"""Points told in sentences: what was discussed, and what was asked for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare, unmodified, unquoted
from forumgraph.converters.points import unnamed
from forumgraph.converters.points.appeals import is_of_mind, reports_call, wishes
from forumgraph.converters.points.demands import asked
from forumgraph.converters.points.occasions import beyond_meeting, is_long_past
from forumgraph.converters.points.sayings import is_earlier, is_finite, is_of_paper, is_said, sayings, tellings, verbs
from forumgraph.converters.points.tasks import behind_article
from forumgraph.converters.points.voices import closing, opening, somebody
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import Row, begins, every, first

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

_QUOTES = '"“«‘„'
_OPEN = ' "“«'
_SHORTEST, _LONGEST = 4, 130
_GREETED = 4
_SUBJECT = 7
"""Words in which the first verb of a sentence about what is to come is looked for."""
_PEOPLE = (("addressees", "nouns"), ("cues", "honorifics"), ("cues", "greeted"))
"""Rows of words for those who are welcomed."""
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]{1,30}(?<![’']s)\s[A-ZÀ-Ý]")
"""Somebody's name right after a verb of greeting."""


@lru_cache(maxsize=512)
def kind_of(sentence: str, lexicon: Lexicon) -> str:
    """Return `recommendations` or `issues` of a sentence that reports what somebody said, else empty.

    A sentence asks if it reports a call ("urged", "stressed the need") or reports that something must, should or is vital to be; it tells of an
    issue if it reports that somebody raised, noted or discussed something. Sentences about the meeting itself, about what is to come,
    questions, and sentences in which nobody speaks are neither.
    """
    length = len(sentence.rstrip(_OPEN).split())
    idle = sentence.rstrip().endswith(("?", ":")) or sentence[0] in _QUOTES
    nothing = begins(sentence, lexicon.phrases("reports", "nothing")) is not None
    nothing = nothing and begins(sentence, lexicon.phrases("cues", "attributed")) is None
    if idle or nothing or not _SHORTEST <= length <= _LONGEST:
        return ""
    past = is_long_past(sentence, lexicon)
    sentence = unmodified(beyond_meeting(unquoted(bare(sentence, lexicon), lexicon), lexicon), lexicon)
    if reports_call(sentence, lexicon):
        return "" if past else "recommendations"
    if wishes(sentence, lexicon):
        return "recommendations"
    return unnamed.kind_of(sentence, lexicon) or _attributed(sentence, lexicon) or _governed(sentence, lexicon)


def _attributed(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence that names its speaker before or after what was said, and not by a verb that governs it."""
    start, end = opening(sentence, lexicon), closing(sentence, lexicon)
    if not start and not end and begins(sentence, lexicon.phrases("cues", "attributed")) is None:
        return ""
    return "recommendations" if asked(sentence[start : end or None], lexicon) is not None else "issues"


def _governed(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence by its verb of saying: what must be asks where it stands in what somebody said."""
    said, force = _said(sentence, lexicon), asked(sentence, lexicon)
    asking = force is not None and _is_reported(sentence, force.span.start, said, lexicon)
    return "recommendations" if asking else "issues" if said is not None else ""


def _said(sentence: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the words by which a sentence reports that somebody raised or noted something."""
    nothing = [m.span() for m in every(sentence, lexicon.phrases("cues", "says_nothing"))]
    will = first(" ".join(sentence.split()[:_SUBJECT]), lexicon.phrases("reports", "wills"))
    if will is not None and first(sentence[: will.start()], verbs(lexicon)) is None:
        return None
    for match in every(sentence, _tellings(lexicon)):
        idle = any(start <= match.start() < end for start, end in nothing) or not is_finite(match, lexicon)
        if idle or is_earlier(match, lexicon) or is_of_paper(match, lexicon) or _greets(match, lexicon):
            continue
        if somebody(sentence, match.start(), lexicon) or is_said(match, lexicon):
            return match
    told = tellings(sentence, lexicon)
    return next((m for m in told if is_finite(m, lexicon) and somebody(sentence, m.start(), lexicon)), None)


@lru_cache(maxsize=16)
def _tellings(lexicon: Lexicon) -> tuple[str, ...]:
    return Row((*joined(lexicon, ("cues", "issue"), ("cues", "welcomes")), *sayings(lexicon)))


def _greets(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is people who are welcomed, and not a plan or a gain."""
    if begins(verb[0], lexicon.phrases("cues", "welcomes")) is None:
        return False
    words = behind_article(verb.string[verb.end() :].lstrip(), lexicon)
    people = first(" ".join(words.split()[:_GREETED]), joined(lexicon, *_PEOPLE))
    return people is not None or _NAME.match(words) is not None


def _is_reported(sentence: str, force: int, said: re.Match[str] | None, lexicon: Lexicon) -> bool:
    """Tell whether what must be stands in what somebody said, and not in what was only talked about ("discussed how ice should be sold")."""
    if is_of_mind(sentence[:force], lexicon):
        return False
    saying = [*every(sentence[:force], verbs(lexicon))]
    if saying and begins(saying[-1][0], lexicon.phrases("reports", "talk")) is not None:
        return False
    if said is not None and said.start() < force:
        return True
    verb = first(sentence, lexicon.phrases("cues", "says"))
    return verb is not None and verb.start() < force and somebody(sentence, verb.start(), lexicon)
