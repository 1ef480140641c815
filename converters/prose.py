"""Points told in sentences: what was discussed, and what was asked for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters import unnamed
from forumgraph.converters.demands import asks_somebody, strength
from forumgraph.converters.phrases import begins, every, first
from forumgraph.converters.voices import bare, closing, is_finite, opening, somebody, verbs

if TYPE_CHECKING:
    from forumgraph.converters.lexicon import Lexicon
    from forumgraph.model import Fact

_ASKING = frozenset({"must", "should", "judgement"})
_QUOTES = '"“«‘„'
_SHORTEST, _LONGEST = 5, 130
_RELATIVE = re.compile(r"(?:who|which|that|qui|que|quien|quienes)\b")
_COUNTED = re.compile(r"\s?\d{1,3}\s?[:.–—-]\s")
_JOINTS = (",", ", who", ", qui", ", quien")
_REACH = 8
"""Words between a verb of saying and the need that somebody speaks of."""


@lru_cache(maxsize=512)
def kind_of(sentence: str, lexicon: Lexicon) -> str:
    """Return `recommendations` or `issues` of a sentence that reports what somebody said, else empty.

    A sentence asks if it reports a call ("urged", "stressed the need") or reports that something must, should or is vital to be; it tells of an
    issue if it reports that somebody raised, noted or discussed something. Sentences about the meeting itself, about what is to come,
    questions, and sentences in which nobody speaks are neither.
    """
    length = len(sentence.split())
    if not _SHORTEST <= length <= _LONGEST or sentence.rstrip().endswith(("?", ":")) or sentence[0] in _QUOTES:
        return ""
    if is_caption(sentence, lexicon):
        return ""
    head, _, rest = sentence.partition(", ")
    if (
        begins(rest if len(head.split()) < _SHORTEST else sentence, lexicon.phrases("reports", "there_itself"))
        is not None
    ):
        return "issues"
    past = _long_past(sentence, lexicon)
    sentence = _beyond_meeting(bare(sentence, lexicon), lexicon)
    if _calls(sentence, lexicon) or _needs(sentence, lexicon) or _decides(sentence, lexicon):
        return "" if past else "recommendations"
    if _wishes(sentence, lexicon):
        return "recommendations"
    return unnamed.kind_of(sentence, lexicon) or _attributed(sentence, lexicon) or _said_kind(sentence, lexicon)


def _said_kind(sentence: str, lexicon: Lexicon) -> str:
    said = _said(sentence, lexicon)
    force = strength(sentence, lexicon)
    asked = (
        force is not None
        and _asks(sentence, force, lexicon)
        and _is_reported(sentence, force.span.start, said, lexicon)
    )
    return "recommendations" if asked else "issues" if said is not None else ""


def _attributed(sentence: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence that names its speaker before or after what was said, and not by a verb that governs it."""
    if begins(sentence, lexicon.phrases("cues", "attributed")) is not None:
        return "issues"
    start, end = opening(sentence, lexicon), closing(sentence, lexicon) or len(sentence)
    if not start and end == len(sentence):
        return ""
    force = strength(sentence[start:end], lexicon)
    return "recommendations" if force is not None and _asks(sentence[start:end], force, lexicon) else "issues"


def _asks(sentence: str, force: Fact, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty asks for something: "it is vital to share ice", and not "ice is vital to the coast"."""
    if force.value != "judgement":
        before = sentence[: force.span.start].rstrip().lower()
        relative = before.endswith(tuple(f" {word}" for word in lexicon.phrases("reports", "relative_subjects")))
        joined = before.endswith(tuple(f" {word}" for word in lexicon.phrases("cues", "conjunction")))
        deed = joined and force.span.of(sentence).lower() in lexicon.phrases("reports", "deeds")
        return force.value in _ASKING and not relative and not deed
    said = force.span.of(sentence).lower()
    rest = sentence[force.span.end :].lstrip()
    return (
        said.startswith(lexicon.phrases("reports", "it"))
        or begins(rest, lexicon.phrases("reports", "that")) is not None
    )


def _decides(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a body agreed on something, which is then to be done."""
    for agreed in every(sentence, lexicon.phrases("reports", "agreed")):
        subject = sentence[: agreed.start()].rstrip().lower()
        last = subject.endswith(tuple(f" {word}" for word in lexicon.phrases("reports", "deciders")))
        joined = subject.endswith(tuple(f" {word}" for word in lexicon.phrases("cues", "conjunction")))
        early = begins(sentence, lexicon.phrases("cues", "articles")) is not None and first(
            " ".join(subject.split()[1:3]), lexicon.phrases("reports", "deciders")
        )
        if last or (joined and early) or _is_charged(sentence[agreed.end() :], lexicon):
            return is_finite(agreed, lexicon) and not _is_earlier(agreed, lexicon)
    return False


def _is_charged(clause: str, lexicon: Lexicon) -> bool:
    """Tell whether those who agreed gave a body something to do: "agreed that *the Bureau will* draft a plan"."""
    will = first(clause, lexicon.phrases("reports", "wills"))
    return will is not None and first(clause[: will.start()], lexicon.phrases("reports", "deciders")) is not None


def _calls(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports a call: "they urged", "she stressed the need", "they asked the government to"."""
    calls = every(sentence, lexicon.phrases("cues", "recommendation"))
    call = next((m for m in calls if _is_call(m, lexicon)), None)
    if call is not None and somebody(sentence, call.start() or _main_verb(sentence, lexicon), lexicon):
        return first(sentence, lexicon.phrases("cues", "asks_nothing")) is None
    asked = asks_somebody(sentence, lexicon)
    asking = list(every(sentence[: asked.start], lexicon.phrases("cues", "ask_to"))) if asked is not None else []
    if asked is None or any(
        _is_earlier(m, lexicon) or _by_paper(m, lexicon) or not is_finite(m, lexicon) for m in asking[-1:]
    ):
        return False
    return somebody(sentence, asked.start, lexicon)


def _main_verb(sentence: str, lexicon: Lexicon) -> int:
    """Return where the verb of saying begins behind the clause that a sentence begins with: "Calling for ice, Ana Lopes *noted* ..."; else 0."""
    behind = sentence.find(", ")
    verb = next((m for m in every(sentence, verbs(lexicon)) if m.start() > behind and is_finite(m, lexicon)), None)
    return verb.start() if verb is not None and behind > 0 else 0


def _is_of_mind(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a need is only known or talked about: "a growing recognition of *the need*"."""
    words = before.rstrip().lower()
    head, _, last = words.rpartition(" ")
    return (head if last in lexicon.phrases("cues", "articles") else words).endswith(
        lexicon.phrases("reports", "not_needs")
    )


def _needs(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody speaks of a need: "cited many gains, together with the need to", and not only discusses it."""
    need = first(sentence, lexicon.phrases("reports", "needs"))
    if need is None:
        return False
    before = sentence[: need.start()]
    said = [m for m in every(before, verbs(lexicon)) if is_finite(m, lexicon) and not _is_earlier(m, lexicon)]
    if _is_of_mind(before, lexicon):
        return False
    if not said or begins(before[said[-1].start() :], lexicon.phrases("reports", "talk")) is not None:
        return False
    if len(before[said[-1].end() :].split()) > _REACH:
        return False
    return said[-1].start() == 0 or somebody(sentence, said[-1].start(), lexicon)


def _is_call(call: re.Match[str], lexicon: Lexicon) -> bool:
    if _is_earlier(call, lexicon) or not is_finite(call, lexicon) or _by_paper(call, lexicon):
        return False
    loose = begins(call[0], lexicon.phrases("reports", "participles")) is not None
    return not (loose and call.start()) or call.string[: call.start()].rstrip().endswith(
        (",", " and", " by", " while", " et", " y", " is", " are", " was", " were")
    )


def _by_paper(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is a paper that asks: "a resolution, which calls on states"."""
    before = call.string[: call.start()].rstrip()
    which = before.lower().endswith(tuple(f" {word}" for word in lexicon.phrases("reports", "relatives")))
    paper = _last(before, lexicon.phrases("reports", "papers"))
    if which:
        return paper > 0
    said = [match.end() for match in every(before, lexicon.phrases("reports", "that"))]
    return bool(said) and paper > max(said[-1], _last(before, lexicon.phrases("cues", "reporting")))


def _last(words: str, phrases: tuple[str, ...]) -> int:
    """Return where the last of the phrases ends, 0 without."""
    return max((match.end() for match in every(words, phrases)), default=0)


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
    if verb is None or nothing is not None or not somebody(sentence, verb.start(), lexicon):
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
        if not idle and is_finite(match, lexicon) and somebody(sentence, match.start(), lexicon):
            return match
    return None


def _is_earlier(cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody "had recommended" it: that was at another meeting."""
    before = cue.string[max(0, cue.start() - 20) : cue.start()].rstrip().lower()
    return any(before == had or before.endswith(f" {had}") for had in lexicon.phrases("cues", "earlier"))


def _beyond_meeting(sentence: str, lexicon: Lexicon) -> str:
    """Return the part of a sentence in which somebody speaks after it has told of the meeting ("At an event held by X, mayors noted ...")."""
    told = list(every(sentence, lexicon.phrases("cues", "of_meeting")))
    if not told:
        return sentence
    before = sentence[: told[0].start()]
    if any(is_finite(m, lexicon) and somebody(before, m.start(), lexicon) for m in every(before, verbs(lexicon))):
        return before
    rest = sentence[told[-1].end() :]
    if len(told) == 1 and _is_by_the_way(told[0], lexicon) and first(rest, verbs(lexicon)) is not None:
        return before + rest
    polite = begins(told[0][0], lexicon.phrases("reports", "courtesies")) is not None
    if polite and (shared := _goes_on(sentence[: told[0].start()], rest, lexicon)):
        return shared
    cues = (*lexicon.phrases("cues", "issue"), *lexicon.phrases("cues", "recommendation"))
    said = first(rest, cues)
    clause = re.split(r"[,;]\s", rest[: said.start()])[-1] if said is not None else ""
    left_out = bool(lexicon.phrases("reports", "pronouns_left_out")) and said is not None and not clause.strip()
    speaks = left_out or (
        first(clause, lexicon.phrases("cues", "reporting")) is not None and _RELATIVE.match(clause) is None
    )
    return rest if speaks and "," in rest else ""


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
    joints = (*(f" {word}" for word in lexicon.phrases("cues", "conjunction")), *_JOINTS)
    for cue in every(rest, cues):
        if rest[: cue.start()].rstrip().lower().endswith(joints) and somebody(subject, len(subject), lexicon):
            return subject + rest[cue.start() :]
    return ""


def is_caption(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words stand below a picture."""
    figure = begins(words, lexicon.phrases("reports", "figures"))
    if figure is not None and _COUNTED.match(words[figure.end() :]) is not None:
        return True
    return "©" in words or first(words.replace("/", " "), lexicon.phrases("reports", "captions")) is not None


@lru_cache(maxsize=512)
def tells_of_meeting(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says when, where or by whom the meeting was held, or what is to come."""
    rows = lexicon.table("cues")
    return first(sentence, rows.get("of_meeting", ())) is not None


def _is_reported(sentence: str, force: int, said: re.Match[str] | None, lexicon: Lexicon) -> bool:
    """Tell whether what must be stands in what somebody said, and not in what was only talked about ("discussed how ice should be sold")."""
    if _is_of_mind(sentence[:force], lexicon):
        return False
    saying = [m for m in every(sentence[:force], verbs(lexicon)) if is_finite(m, lexicon)]
    if saying and begins(saying[-1][0], lexicon.phrases("reports", "talk")) is not None:
        return False
    if said is not None and said.start() < force:
        return True
    verb = first(sentence, lexicon.phrases("cues", "says"))
    return verb is not None and verb.start() < force and somebody(sentence, verb.start(), lexicon)
