"""Roles that stand beside a name: "Jane Doe, our moderator, asked", "moderator Jane Doe asked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.listings import is_by
from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.roles import Claim
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.words.stops import REACH, sentence_start
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        if title is not None and title[0] > end:
            continue
        if line.words[end].text == "(" and line.words[first].text.islower():
            yield from _bracketed(line, grammar, first, end, role)
            continue
        lower = line.words[first].text.islower()
        ends = line.words[end].text in ",."
        found = _before(line, grammar, first) if lower and ends else []
        for mention in found or _after(line, grammar, first, end):
            if not (role == "chair" and _is_of_body(line, grammar, first, mention)):
                start, stop = line.words[first].start, line.words[end - 1].end
                cover = Span(min(start, mention.span.start), max(stop, mention.span.end))
                yield Claim(mention, role, cover, "role.apposition")


def _is_of_body(line: Line, grammar: Grammar, first: int, mention: Mention) -> bool:
    """Tell whether a chair is one of a body and not of the session: "UCLG Chair Jane Doe", "Jane Doe, Chair of the Rivers Board"."""
    before = line.words[first - 1] if first else None
    inside = (
        before is not None
        and (line.is_name(first - 1) or before.text in {",", "(", "-"})
        and not (grammar.has("occasions", before.fold) or grammar.has("articles", before.fold) or before.text == ".")
    )
    place = grammar.phrases["place_titles"].longest(line.words, first)
    belongs = any(not _is_country(line, actor.span) for actor in mention.affiliations)
    return place is not None or inside or belongs or any(post.body for post in mention.actor.posts)


def _is_country(line: Line, name: Span) -> bool:
    atom = line.atoms.get(line.at(name.start))
    return atom is not None and atom.kind == "country" and atom.name == name


def _bracketed(line: Line, grammar: Grammar, first: int, opener: int, role: str) -> Iterator[Claim]:
    """Read "the discussants (Mr. Doe and Ms. Roe)"."""
    found, after = names_from(line, grammar, opener + 1)
    if after >= len(line.words) or line.words[after].text != ")":
        return
    read = mentions(line, grammar, found)
    if all(m.actor.kind == "person" for m in read):
        for mention in read:
            yield Claim(mention, role, line.span(first, after), "role.apposition")


def _before(line: Line, grammar: Grammar, first: int) -> list[Mention]:
    """Read "Jane Doe, the moderator,"."""
    at = first
    while at and (grammar.has("articles", line.words[at - 1].fold) or grammar.has("as", line.words[at - 1].fold)):
        at -= 1
    comma = at - 1
    if comma < 1 or line.words[comma].text != ",":
        return _as(line, grammar, at) if at < first and grammar.has("as", line.words[at].fold) else []
    for begin in range(max(sentence_start(line, comma), comma - _NAME), comma):
        found, after = names_from(line, grammar, begin, _PARTS) if line.is_name(begin) else ([], begin)
        if found and (after == comma or found[0].end == comma):
            return _persons(mentions(line, grammar, found[:1]))
    return []


def _as(line: Line, grammar: Grammar, end: int) -> list[Mention]:
    """Read "with Jane Doe as moderator" and "with Jane Doe of ICLEI and Luis Roe as panellists", up to "as"."""
    near = range(end - 1, max(sentence_start(line, end), end - REACH) - 1, -1)
    begin = next((i for i in near if grammar.has("company", line.words[i].fold)), end)
    found, after = names_from(line, grammar, begin + 1) if begin < end else ([], end)
    return _persons(mentions(line, grammar, found)) if found and after == end else []


def _after(line: Line, grammar: Grammar, first: int, end: int) -> list[Mention]:
    """Read "moderator Jane Doe" and "the moderator, Jane Doe,", where the name stands in running text."""
    whole = grammar.phrases["weak"].longest(line.words, first)
    person = whole is None or whole[0] != end
    definite = first > 0 and grammar.has("definite", line.words[first - 1].fold)
    apart = line.words[end].text == "," and definite and person
    name = end + apart
    listed = first > 0 and line.words[first - 1].text in ",;|(" and line.is_name(first)
    several = name == end and grammar.ends("plural", line.words[end - 1].fold)
    if listed or several or not line.is_name(name) or line.parted(end):
        return []
    found, after = names_from(line, grammar, name, _PARTS)
    if name == end and found and found[0].end == name + 1:
        found, after = names_from(line, grammar, first, _PARTS)
    rest = line.words[after : after + 2]
    told = line.words[first].text.islower() or (person and first == sentence_start(line, first))
    aside = len(rest) == 2 and rest[0].text == "," and (rest[1].text.islower() or apart or told)
    running = rest != [] and (rest[0].text.islower() or line.parted(after))
    read = mentions(line, grammar, found, single=True) if running or aside else []
    return _persons(read) if len(read) == 1 else []


def _persons(read: list[Mention]) -> list[Mention]:
    return [m for m in read if m.actor.kind == "person"]
