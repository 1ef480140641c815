"""What a sentence asks for: calls, needs somebody speaks of, wishes, and what a body agreed to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.points.addressees import asks_somebody
from forumgraph.converters.points.duties import is_infinitive
from forumgraph.converters.points.voices import is_finite, somebody, verbs
from forumgraph.converters.words.phrases import begins, every, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

_ENDS = " .,;:!”»\"'"
_REACH = 8
"""Words between a verb of saying and the need that somebody speaks of."""
_PLACE, _PAPER = 3, 12
_ENDING = 3
"""Letters by which participles are alike."""
_INSERTED = 40
"""Characters before a verb in which "had" is looked for: "had at its first meeting agreed"."""


def reports_call(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports that somebody called for something, spoke of a need, or agreed on what is to be done.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [reports_call(f"They {said} ice.", lexicons()["en"]) for said in ("called for", "stressed the need for", "sold")]
    [True, True, False]
    """
    return _calls(sentence, lexicon) or _needs(sentence, lexicon) or _decides(sentence, lexicon)


def _calls(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports a call: "they urged", "she stressed the need", "they asked the government to"."""
    calls = (*every(sentence, lexicon.phrases("cues", "recommendation")), *_plans(sentence, lexicon))
    idle = [match.span() for match in every(sentence, lexicon.phrases("cues", "asks_nothing"))]
    asked = (m for m in calls if not any(start < m.end() and m.start() < end for start, end in idle))
    call = next((m for m in asked if _is_call(m, lexicon) and not _of_audience(m, lexicon)), None)
    if call is not None and somebody(sentence, call.start() or _main_verb(sentence, lexicon), lexicon):
        return True
    if call is not None and (_commits(call, lexicon) or _is_told(call, lexicon)):
        return True
    whom = asks_somebody(sentence, lexicon)
    asking = list(every(sentence[: whom.start], lexicon.phrases("cues", "ask_to"))) if whom is not None else []
    if (
        whom is None
        or idle
        or any(is_earlier(m, lexicon) or _by_paper(m, lexicon) or not is_finite(m, lexicon) for m in asking[-1:])
    ):
        return False
    return somebody(sentence, whom.start, lexicon)


def _plans(sentence: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Go through verbs that propose something where an infinitive follows: "planteó *crear* un fondo"."""
    for verb in every(sentence, lexicon.phrases("reports", "plans")):
        if is_infinitive(sentence[verb.end() :].lstrip(), lexicon):
            yield verb


def _commits(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether those who promise something can be people whom no table knows: "*The ports* committed to"."""
    if begins(call[0], lexicon.phrases("reports", "commits")) is None:
        return False
    subject = call.string[: call.start()].strip()
    things = (first(subject, lexicon.phrases("reports", row)) for row in ("papers", "relatives"))
    short = 0 < len(subject.split()) <= _PLACE and subject[:1].isupper()
    known = subject.lower() in lexicon.phrases("cues", "nobody")
    return short and not known and "," not in subject and all(thing is None for thing in things)


def _is_told(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether those who are asked stand before the verb: "*Banks* are urged to"."""
    passive = begins(call[0], lexicon.phrases("cues", "be_forms")) is not None
    return passive and bool(call.string[: call.start()].strip())


def _of_audience(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether those in the room "were asked to" do something, which was part of the meeting."""
    last = "".join(call[0].lower().split()[:1])
    before = call.string[: call.start()].rstrip().lower()
    return last in lexicon.phrases("cues", "be_forms") and before.endswith(lexicon.phrases("addressees", "audience"))


def _main_verb(sentence: str, lexicon: Lexicon) -> int:
    """Return where the verb of saying begins behind the clause that a sentence begins with: "Calling for ice, Ana Lopes *noted* ..."; else 0."""
    behind = sentence.find(", ")
    verb = next((m for m in every(sentence, verbs(lexicon)) if m.start() > behind and is_finite(m, lexicon)), None)
    return verb.start() if verb is not None and behind > 0 else 0


def _is_call(call: re.Match[str], lexicon: Lexicon) -> bool:
    if is_earlier(call, lexicon) or not is_finite(call, lexicon) or _by_paper(call, lexicon):
        return False
    if begins(call.string[call.end() :].lstrip(), lexicon.phrases("reports", "by_whom")) is not None:
        return False
    if _only_holds(call, lexicon):
        return False
    loose = begins(call[0], lexicon.phrases("reports", "participles")) is not None
    if loose and not call.string[call.end() :].strip(_ENDS):
        return False
    before = call.string[: call.start()].rstrip()
    if loose and before.endswith(",") and _is_in_series(re.split(r",\s|\s[–—-]\s", before[:-1])[-1], call, lexicon):
        return False
    joints = (",", *(f" {word}" for word in lexicon.phrases("reports", "before_asking")))
    return not (loose and call.start()) or before.endswith(joints)


def _is_in_series(before: str, call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a participle is one of several of what is done: "youth lead, driving change, *demanding* answers"."""
    alike = call[0].split()[0][-_ENDING:].lower()
    return before.split(" ", 1)[0].lower().endswith(alike) and begins(before, verbs(lexicon)) is None


def _only_holds(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is said that something is so: "suggested that ice *is* dear", and not "suggested that it be sold"."""
    if begins(call[0], lexicon.phrases("reports", "unsure_calls")) is None:
        return False
    clause = " ".join(re.split(r"[,;:]\s", call.string[call.end() :])[0].split()[:_PAPER])
    duty = first(clause, (*lexicon.phrases("cues", "must"), *lexicon.phrases("cues", "should")))
    is_so = first(clause, lexicon.phrases("reports", "indicative"))
    return is_so is not None and duty is None and 0 < len(clause[: is_so.start()].split()) <= _REACH


def _by_paper(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is a paper that asks: "a resolution, which calls on states"."""
    before = call.string[: call.start()].rstrip()
    which = before.lower().endswith(tuple(f" {word}" for word in lexicon.phrases("reports", "relatives")))
    paper = _last(before, lexicon.phrases("reports", "papers"))
    if which:
        return paper > 0
    if 0 < paper == len(before) and first(before, lexicon.phrases("cues", "reporting")) is None:
        return True
    said = [match.end() for match in every(before, lexicon.phrases("reports", "that"))]
    if not said or len(before[said[-1] : paper].split()) > _PAPER:
        return False
    return paper > max(said[-1], _last(before, lexicon.phrases("cues", "reporting")))


def is_of_paper(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether the word before a verb is a paper, "The 2030 *Agenda* recognizes", or the sentence begins with one: "A *study* from Rome finds"."""
    before = verb.string[: verb.start()].rstrip()
    if 0 < _last(before, lexicon.phrases("reports", "papers")) == len(before):
        return True
    words = before.split()
    article = words[:1] and words[0].lower() in lexicon.phrases("kinds", "articles")
    return (
        bool(article)
        and begins(" ".join(words[1:]), lexicon.phrases("reports", "papers")) is not None
        and first(" ".join(words[:_PLACE]), lexicon.phrases("cues", "reporting")) is None
    )


def _last(words: str, phrases: tuple[str, ...]) -> int:
    """Return where the last of the phrases ends, 0 without."""
    return max((match.end() for match in every(words, phrases)), default=0)


def _needs(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody speaks of a need: "cited many gains, together with the need to", and not only discusses it."""
    need = first(sentence, lexicon.phrases("reports", "needs"))
    if need is None:
        return False
    before = sentence[: need.start()]
    said = [m for m in every(before, verbs(lexicon)) if is_finite(m, lexicon) and not is_earlier(m, lexicon)]
    if is_of_mind(before, lexicon):
        return False
    if not said or begins(before[said[-1].start() :], lexicon.phrases("reports", "talk")) is not None:
        return False
    if len(before[said[-1].end() :].split()) > _REACH:
        return False
    return said[-1].start() == 0 or somebody(sentence, said[-1].start(), lexicon)


def is_of_mind(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a need is only known or talked about: "a growing recognition of *the need*"."""
    words = before.rstrip().lower()
    head, _, last = words.rpartition(" ")
    return (head if last in lexicon.phrases("cues", "articles") else words).endswith(
        lexicon.phrases("reports", "not_needs")
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
            return is_finite(agreed, lexicon) and not is_earlier(agreed, lexicon)
    return False


def _is_charged(clause: str, lexicon: Lexicon) -> bool:
    """Tell whether those who agreed gave a body something to do: "agreed that *the Bureau will* draft a plan"."""
    will = first(clause, lexicon.phrases("reports", "wills"))
    joined = (
        f" {word} {that} "
        for word in lexicon.phrases("cues", "conjunction")
        for that in lexicon.phrases("reports", "clause_begins")
    )
    if will is not None and any(words in clause[: will.start()].lower() for words in joined):
        return True
    return will is not None and first(clause[: will.start()], lexicon.phrases("reports", "deciders")) is not None


def wishes(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody wants something by a verb in the subjunctive: "insisted that tenants be registered"."""
    verb = first(sentence, lexicon.phrases("cues", "mandative"))
    nothing = first(sentence, lexicon.phrases("cues", "asks_nothing"))
    if verb is None or nothing is not None or not somebody(sentence, verb.start(), lexicon):
        return False
    clause = re.split(r"[,;:]\s", sentence[verb.end() :])[0]
    idle = [match.span() for match in every(clause, lexicon.phrases("cues", "no_subjunctive"))]
    bare = every(clause, lexicon.phrases("cues", "bare_forms"))
    return any(not any(start <= match.start() < end for start, end in idle) for match in bare)


def is_earlier(cue: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether somebody "had recommended" it: that was at another meeting."""
    before = cue.string[max(0, cue.start() - _INSERTED) : cue.start()].rstrip().lower()
    had = [match.end() for match in every(before, lexicon.phrases("cues", "earlier"))]
    between = before[had[-1] :].lstrip() if had else ","
    return not between or ("," not in between and begins(between, lexicon.phrases("reports", "when")) is not None)
