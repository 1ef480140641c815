"""Roles that stand beside a name: "Jane Doe, our moderator, asked", "moderator Jane Doe asked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.listings import is_by
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.roles import Claim, claimed
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.words.stops import REACH, sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.words.line import Line

_ROLES = frozenset({"moderator", "panellist", "discussant", "rapporteur", "speaker", "chair"})
"""Roles whose words, beside a name, tell of the session."""
_NAME = 8
"""Tokens a name may have before "the moderator"."""
_PARTS = 12
"""Parts of an enumeration to read at most, of which the first is the person and the others tell of it."""


def appositions(line: Line, grammar: Grammar) -> Iterator[Claim]:
    """Return the persons beside whose names a role stands."""
    for first, end, role in grammar.labels.find(line.words):
        title = grammar.phrases["titles"].longest(line.words, first)
        if role not in _ROLES or is_by(line, grammar, end - 1) or end >= len(line.words) or line.words[end].text == ":":
            continue
        if title is None or title[0] <= end:
            lower = line.words[first].text.islower()
            yield from _bracketed(line, grammar, first, end, role) if lower and line.words[end].text == "(" else ()
            aside = lower and line.words[end].text in ",."
            found = (_before(line, grammar, first) if aside else []) or _after(line, grammar, first, end)
            told = [m for m in found if role != "chair" or not _is_of_body(line, grammar, first, m)]
            yield from claimed(line, first, told, role, "role.apposition")


def _is_of_body(line: Line, grammar: Grammar, first: int, mention: Mention) -> bool:
    """Tell whether a chair is one of a body and not of the session: "UCLG Chair Jane Doe", "Jane Doe, Chair of the Rivers Board"."""
    before = line.words[first - 1] if first else None
    owned = before is not None and (line.is_name(first - 1) or before.text in {",", "(", "-"})
    session = before is not None and any(grammar.has(row, before.fold) for row in ("occasions", "articles"))
    place = grammar.phrases["place_titles"].longest(line.words, first)
    return place is not None or (owned and not session) or any(post.body for post in mention.actor.posts)


def _bracketed(line: Line, grammar: Grammar, first: int, opener: int, role: str) -> Iterator[Claim]:
    """Read "the discussants (Mr. Doe and Ms. Roe)"."""
    found, after = names_from(line, grammar, opener + 1)
    read = mentions(line, grammar, found) if [w.text for w in line.words[after : after + 1]] == [")"] else []
    if len(_persons(read)) == len(read):
        yield from claimed(line, first, read, role, "role.apposition")


def _before(line: Line, grammar: Grammar, first: int) -> Sequence[Mention]:
    """Read "Jane Doe, the moderator,"."""
    comma = first - 1
    while comma > 0 and any(grammar.has(row, line.words[comma].fold) for row in ("articles", "as")):
        comma -= 1
    if comma < 1 or line.words[comma].text != ",":
        return _as(line, grammar, first - 1) if first and grammar.has("as", line.words[first - 1].fold) else ()
    for begin in range(max(sentence_start(line, comma), comma - _NAME), comma):
        found = names_from(line, grammar, begin, _PARTS)[0] if line.is_name(begin) else []
        if found and found[0].end == comma:
            return _persons(mentions(line, grammar, found[:1]))
    return ()


def _as(line: Line, grammar: Grammar, end: int) -> Sequence[Mention]:
    """Read "with Jane Doe as moderator" and "with Jane Doe of ICLEI and Luis Roe as panellists", up to "as"."""
    near = range(end - 1, max(sentence_start(line, end), end - REACH) - 1, -1)
    begin = next((i for i in near if grammar.has("company", line.words[i].fold)), end)
    found, after = names_from(line, grammar, begin + 1) if begin < end else ([], end)
    return _persons(mentions(line, grammar, found)) if found and after == end else ()


def _after(line: Line, grammar: Grammar, first: int, end: int) -> Sequence[Mention]:
    """Read "moderator Jane Doe" and "the moderator, Jane Doe,", where the name stands in running text."""
    whole = grammar.phrases["weak"].longest(line.words, first)
    person = whole is None or whole[0] != end
    definite = first > 0 and grammar.has("definite", line.words[first - 1].fold)
    name = end + (line.words[end].text == "," and definite and person)
    listed = first > 0 and line.words[first - 1].text in ",;|(" and line.is_name(first)
    several = name == end and grammar.ends("plural", line.words[end - 1].fold)
    if listed or several or not line.is_name(name) or line.parted(end):
        return ()
    found, after = names_from(line, grammar, name, _PARTS)
    if name == end and found and found[0].end == name + 1:
        found, after = names_from(line, grammar, first, _PARTS)
    told = line.words[first].text.islower() or (person and first == sentence_start(line, first))
    rest = line.words[after : after + 2]
    aside = len(rest) == 2 and rest[0].text == "," and (rest[1].text.islower() or told)
    running = rest != [] and rest[0].text.islower()
    read = mentions(line, grammar, found, single=True) if running or aside else []
    return _persons(read) if len(read) == 1 else ()


def _persons(read: Sequence[Mention]) -> Sequence[Mention]:
    return [m for m in read if m.actor.kind == "person"]
