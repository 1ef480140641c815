"""What a sentence asks for: calls, needs somebody speaks of, wishes, and what a body agreed to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.points.addressees import asks_somebody
from forumgraph.converters.points.demands import is_infinitive
from forumgraph.converters.points.sayings import asks_question, by_paper, is_earlier, is_finite, verbs
from forumgraph.converters.points.voices import somebody
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, ends, every, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.words.lexicon import Lexicon

_ENDS = " .,;:!”»\"'"
_REACH = 8
"""Words between a verb of saying and the need that somebody speaks of, or what is said to be so."""
_CLAUSE = 12
"""Words of a clause in which it is looked for what is so."""


def reports_call(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports that somebody called for something, spoke of a need, or agreed on what is to be done.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [reports_call(f"They {said} ice.", lexicons()["en"]) for said in ("called for", "stressed the need for", "sold")]
    [True, True, False]
    """
    noted = begins(sentence, lexicon.phrases("reports", "noted_decisions")) is not None
    return noted or _calls(sentence, lexicon) or _needs(sentence, lexicon) or _decides(sentence, lexicon)


def _calls(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports a call: "they urged", "she stressed the need", "they asked the government to"."""
    idle = [match.span() for match in every(sentence, lexicon.phrases("cues", "asks_nothing"))]
    calls = (*every(sentence, lexicon.phrases("cues", "recommendation")), *_plans(sentence, lexicon))
    calls = tuple(m for m in calls if not any(start < m.end() and m.start() < end for start, end in idle))
    call = next((m for m in calls if _is_call(m, lexicon)), None)
    if call is not None and somebody(sentence, call.start() or _main_verb(sentence, lexicon), lexicon):
        return True
    whom = asks_somebody(sentence, lexicon)
    if whom is None or idle or not somebody(sentence, whom.start, lexicon):
        return False
    asking = [*every(sentence[: whom.start], lexicon.phrases("cues", "ask_to"))][-1:]
    return all(_is_told(m, lexicon) and not asks_question(m, lexicon) for m in asking)


def _is_told(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a verb reports what was said at the meeting by people."""
    return is_finite(verb, lexicon) and not is_earlier(verb, lexicon) and not by_paper(verb, lexicon)


def _plans(sentence: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Go through verbs that propose something where an infinitive follows: "planteó *crear* un fondo"."""
    for verb in every(sentence, lexicon.phrases("reports", "plans")):
        if is_infinitive(sentence[verb.end() :].lstrip(), lexicon):
            yield verb


def _main_verb(sentence: str, lexicon: Lexicon) -> int:
    """Return where the verb of saying begins behind the clause that a sentence begins with: "Calling for ice, Ana Lopes *noted* ..."; else 0."""
    behind = sentence.find(", ")
    said = (m.start() for m in every(sentence, verbs(lexicon)) if m.start() > behind > 0 and is_finite(m, lexicon))
    return next(said, 0)


def _is_call(call: re.Match[str], lexicon: Lexicon) -> bool:
    if not _is_told(call, lexicon) or _only_holds(call, lexicon) or asks_question(call, lexicon):
        return False
    if begins(call[0], lexicon.phrases("reports", "participles")) is None:
        return True
    before = call.string[: call.start()].rstrip()
    joint = not before or before.endswith(",") or ends(before, lexicon.phrases("reports", "before_asking"))
    return joint and bool(call.string[call.end() :].strip(_ENDS))


def _only_holds(call: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether it is said that something is so: "suggested that ice *is* dear", and not "suggested that it be sold"."""
    if begins(call[0], lexicon.phrases("reports", "unsure_calls")) is None:
        return False
    clause = " ".join(re.split(r"[,;:]\s", call.string[call.end() :])[0].split()[:_CLAUSE])
    is_so = first(clause, lexicon.phrases("reports", "indicative"))
    wanted = first(clause, joined(lexicon, ("cues", "must"), ("cues", "should")))
    if is_so is None or wanted is not None or _is_to_be(clause, lexicon):
        return False
    if first(clause[: is_so.start()], lexicon.phrases("cues", "bare_forms")) is not None:
        return False
    return 0 < len(clause[: is_so.start()].split()) <= _REACH


def _needs(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody speaks of a need: "cited many gains, together with the need to", and not only discusses it."""
    need = first(sentence, lexicon.phrases("reports", "needs"))
    before = sentence[: need.start()] if need is not None else ""
    said = [m for m in every(before, verbs(lexicon)) if is_finite(m, lexicon)]
    if not said or is_of_mind(before, lexicon) or len(before[said[-1].end() :].split()) > _REACH:
        return False
    talk = begins(before[said[-1].start() :], lexicon.phrases("reports", "talk")) is not None
    return not talk and (said[-1].start() == 0 or somebody(sentence, said[-1].start(), lexicon))


def is_of_mind(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a need is only known or talked about: "a growing recognition of *the need*"."""
    head, _, last = before.rstrip().rpartition(" ")
    behind = head if last.lower() in lexicon.phrases("cues", "articles") else before
    return ends(behind, lexicon.phrases("reports", "not_needs"))


def _decides(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a body agreed on something, which is then to be done."""
    agreed, deciders = first(sentence, lexicon.phrases("reports", "agreed")), lexicon.phrases("reports", "deciders")
    if agreed is None or is_earlier(agreed, lexicon):
        return False
    will = first(sentence[agreed.end() :], lexicon.phrases("reports", "wills"))
    charged = will is not None and first(will.string[: will.start()], deciders) is not None
    return charged or ends(sentence[: agreed.start()], deciders)


def wishes(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether somebody wants something by a verb in the subjunctive: "insisted that tenants be registered"."""
    verb = first(sentence, lexicon.phrases("cues", "mandative"))
    if verb is None or first(sentence, lexicon.phrases("cues", "asks_nothing")) is not None:
        return False
    return _is_to_be(re.split(r"[,;:]\s", sentence[verb.end() :])[0], lexicon)


def _is_to_be(clause: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause has a verb in the subjunctive that no other verb governs: "tenants *be* registered", but not "can be registered"."""
    idle = [match.span() for match in every(clause, lexicon.phrases("cues", "no_subjunctive"))]
    bare = every(clause, lexicon.phrases("cues", "bare_forms"))
    return any(not any(start <= match.start() < end for start, end in idle) for match in bare)
