"""Roles that a sentence tells before or behind the name: "Moderating the panel was Jane Doe", "Chairing the session, Jane Doe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.listings import enumerated
from forumgraph.converters.participants.phrasings import cover
from forumgraph.converters.participants.roles import PERSONAL, Claim
from forumgraph.converters.words.stops import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line

_OBJECT = 12
"""Tokens between "moderating" and the name."""
_OPENS = 2
"""Words that may stand before "moderating" in its sentence: "Also", "And"."""
_NAME = 6
_PERSONS = frozenset({"person", "post"})


def fronted(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read sentences that begin with what somebody does, and name the person behind "was" or a comma."""
    for first, end, role in grammar.fronted.find(line.words):
        start = sentence_start(line, first)
        if first - start > _OPENS or any(line.is_name(i) for i in range(start + 1, first)):
            continue
        stop = min(end + _OBJECT, sentence_end(line, first))
        at = next(
            (i for i in range(end, stop) if line.words[i].text == "," or grammar.has("be", line.words[i].fold)), 0
        )
        if not at:
            continue
        apart = line.words[at].text == ","
        found = enumerated(line, grammar, at + 1)[0]
        near = found and found[0].span.start - line.words[at].end < _NAME * 2
        for mention in found[: 1 if apart else None] if near else ():
            if mention.actor.kind in _PERSONS and (mention.sure or mention.actor.kind == "person"):
                yield Claim(mention, role, cover(line, first, mention), "role.fronted")


def backing(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read those who share what a State says: "Kenya, supported by Peru and Fiji, proposed", "Supported by Peru, Kenya asked"."""
    for first, end, _ in grammar.phrases["backed"].find(line.words):
        start = sentence_start(line, first)
        if start < first and not _is_aside(line, grammar, first):
            continue
        found, after = enumerated(line, grammar, end)
        stop = sentence_end(line, first)
        spoken = any(role in {"speaker", PERSONAL} for _, _, role in grammar.verbs.find(line.words[after:stop]))
        closed = next((i for i in range(after, min(after + _NAME, stop)) if line.words[i].text == ","), stop)
        if closed == stop or (closed > after and line.words[after - 1].text != ","):
            continue
        together = start < first and any(grammar.verbs.at(line.words, closed + 1))
        if spoken and all(_is_party(m) or (together and m.actor.kind == "person") for m in found):
            for mention in found:
                yield Claim(mention, "speaker", cover(line, first, mention), "role.backing")


def companions(line: Line, grammar: Grammar, end: int) -> tuple[list[Mention], int]:
    """Return the persons who do with the subject what a verb tells, and the index behind them: "presented, together with Jane Doe, the tool".

    Without a comma before it a single word like "with" may tell to whom somebody spoke.
    """
    at = end + (end < len(line.words) and line.words[end].text == ",")
    phrase = grammar.phrases["beside"].longest(line.words, at) if at < len(line.words) else None
    if phrase is None or (at == end and phrase[0] - at == 1):
        return [], end
    found, after = enumerated(line, grammar, phrase[0])
    model = after < len(line.words) and grammar.has("as", line.words[after].fold)
    persons = [m for m in found if m.actor.kind == "person" and (m.sure or " " in m.actor.name) and not model]
    near = range(after, min(after + _NAME, len(line.words)))
    closed = next((i for i in near if not line.words[i].text.islower()), after)
    after = closed + 1 if near and line.words[closed].text == "," else after
    return (persons, after) if len(persons) == len(found) else ([], end)


def _is_aside(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether words that begin at a token stand behind a name: ", supported by", ", and supported by"."""
    comma = first - 1 - grammar.has("ands", line.words[first - 1].fold)
    before = line.words[comma - 1] if comma > 0 and line.words[comma].text == "," else None
    return before is not None and (line.is_name(comma - 1) or grammar.has("ands", before.fold))


def _is_party(mention: Mention) -> bool:
    return mention.actor.kind in {"government", "constituency"} or bool(mention.key)
