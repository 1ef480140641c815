"""What was given and by whom, whom a panel was made of: sentences that begin with the act or the group, with other words before the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.drafts import NOT_ACTORS
from forumgraph.converters.participants.listings import enumerated
from forumgraph.converters.participants.phrasings import cover
from forumgraph.converters.participants.roles import OF_BODIES, Claim
from forumgraph.converters.words.stops import sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line
    from forumgraph.converters.words.trie import Trie

_BEGINNING = 4
"""Tokens before the noun of an act or group, as in "the first panel"."""
_BETWEEN = 14
"""Tokens between the noun and the words that tell who."""
_FAR = 60
"""The same where "and" stands before these words: "the delegation was led by Jane Doe, ..., and included"."""
_SHORT = 2
_NEAR = 3
"""Tokens between the verb and the first of several organisers."""
_PERSONS = frozenset({"person", "post"})


def acts(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Read "The welcome and introductory remarks were delivered by Jane Doe" and "The experts from the regions were Jane Doe, ...; and ..."."""
    for first, end, _ in grammar.phrases["given"].find(line.words):
        if end - first >= _SHORT:
            yield from _named(line, grammar, grammar.acts, first, end)
    for first, end, _ in grammar.phrases["featuring"].find(line.words):
        yield from _featured(line, grammar, first, end)
    for colon in (i for i, word in enumerate(line.words) if word.text == ":"):
        yield from _featured(line, grammar, colon, colon + 1)
    for first, end, _ in grammar.phrases["consists"].find(line.words):
        yield from _named(line, grammar, grammar.groups, first, end)


def _featured(line: Line, grammar: Grammar, first: int, end: int) -> Iterator[Claim]:
    """Read "There was a panel discussion, featuring Jane Doe" and "Several speakers took the floor: Jane Doe (ICLEI), John Roe and Ann Poe".

    The last group counts that the sentence names before the word, the first one before a colon, behind which several persons stand.
    """
    groups = [role for _, _, role in grammar.groups.find(line.words[sentence_start(line, first) : first])]
    colon = line.words[first].text == ":"
    role = groups[0 if colon else -1] if groups else ""
    found = enumerated(line, grammar, end)[0] if role and not (colon and role in OF_BODIES) else []
    people = all(m.actor.kind == "person" for m in found)
    if colon and not (people and len(found) >= _SHORT and any(m.sure for m in found)):
        return
    for mention in found:
        if mention.actor.kind in _PERSONS and (mention.sure or people):
            yield Claim(mention, role, cover(line, first, mention), "role.act")


def _named(line: Line, grammar: Grammar, nouns: Trie[str], first: int, end: int) -> Iterator[Claim]:
    """Return the persons behind a verb whose sentence begins with one of the nouns."""
    start = sentence_start(line, first)
    begins = (m for i in range(start, min(start + _BEGINNING, first)) if (m := nouns.longest(line.words, i)))
    near = (m for i in range(max(start, first - _BEGINNING), first) if (m := nouns.longest(line.words, i, first)))
    noun = next(begins, None) or next((m for m in near if m[0] == first), None)
    if noun is None:
        return
    before = [w.text for w in line.words[noun[0] : first]]
    aside = before[-1:] == [","] and "," in before[:-1]
    joined = aside or (first > 0 and grammar.has("ands", line.words[first - 1].fold))
    if not noun[0] <= first < noun[0] + (_FAR if joined else _BETWEEN):
        return
    if not joined and any(grammar.verbs.find(line.words[noun[0] : first])):
        return
    bodies = noun[1] in OF_BODIES
    theirs = grammar.has("articles", line.words[start].fold) and not grammar.has("definite", line.words[start].fold)
    between = (grammar.phrases["occasions"].longest(line.words, i, first) for i in range(noun[0], first))
    if bodies and (theirs or not (noun[0] == first or any(between))):
        return  # "Its partners are": somebody's partners at all times.
    found = enumerated(line, grammar, end)[0]
    if bodies and found and line.at(found[0].span.start) - end > _NEAR:
        return
    clear = any(m.sure for m in found) or all(m.actor.kind == "person" for m in found)
    for mention in found:
        sure = mention.sure or (clear and mention.actor.kind == "person")
        if sure and mention.actor.kind not in NOT_ACTORS and (bodies or mention.actor.kind in _PERSONS):
            yield Claim(mention, noun[1], cover(line, start, mention), "role.act")
