"""Who a lone surname or a post stands for, as another place of the same text says: "Ms. Doe" is the "Jane Doe" of the heading."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.participants.mentions import mentions
from forumgraph.converters.participants.posts import honorific, looks_like_person
from forumgraph.converters.participants.segments import names_from
from forumgraph.converters.words.trie import folded, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.participants.mentions import Mention
    from forumgraph.converters.participants.roles import Claim
    from forumgraph.converters.words.line import Line
    from forumgraph.model import Post, Span

_NAMES = 3
"""Words that may stand before a surname."""
_PARTS = 4
"""Parts of what is said of a person that are read here."""
_BACK = 8
"""Tokens that may stand between a name and the post behind it."""
_SAID = 7
"""Tokens that may tell more of a post before the comma and the name of its holder."""
_CLOSED = frozenset(",.;:)”»")


def identified(claims: Sequence[Claim], lines: Sequence[Line], grammar: Grammar) -> list[Claim]:
    """Return claims with whole names in place of lone surnames and of posts, where the lines tell of just one such person."""
    actors = [c.mention.actor for c in claims if c.mention.actor.kind == "person" or _is_plain(c)]
    whole = {folded(actor.name): (actor.name, actor.span) for actor in actors}
    lone = {name for name in whole if _is_lone(name) and not any(other.endswith(f" {name}") for other in whole)}
    plain = {folded(c.mention.actor.name) for c in claims if _is_plain(c)}
    named = _full_names(lines, grammar, lone, plain) if lone else {}
    for name in lone - named.keys():
        named[name] = [value for other, value in whole.items() if other.startswith(f"{name} ")]
    told = [line for line in lines if line.words]
    claims = [_named_behind(c, told, grammar) if c.mention.actor.kind == "post" else c for c in claims]
    held = _holders(lines, grammar) if any(_is_post(claim) for claim in claims) else []
    return [_with_holder(c, held) if _is_post(c) else _with_name(c, named) for c in claims]


def _named_behind(claim: Claim, lines: Sequence[Line], grammar: Grammar) -> Claim:
    """Name the holder of a post whose name stands between commas behind what is said of the post: "the adviser of the project, Jane Doe, said"."""
    actor = claim.mention.actor
    place = bisect_left(lines, actor.span.end, key=lambda one: one.words[-1].end)
    line = lines[place]
    first = line.at(actor.span.end)
    comma = next((i for i in range(first, min(first + _SAID, len(line.words))) if _ends(line, grammar, i)), 0)
    if not comma or line.words[comma].text != ",":
        return claim
    found, after = names_from(line, grammar, comma + 1, 1)
    closed = all(word.text in _CLOSED for word in line.words[after : after + 1])
    read = mentions(line, grammar, found) if closed else []
    if len(read) != 1 or read[0].actor.kind != "person":
        return claim
    holder = replace(read[0].actor, posts=(*actor.posts, *read[0].actor.posts))
    bodies = (*claim.mention.affiliations, *read[0].affiliations)
    return replace(claim, mention=replace(claim.mention, actor=holder, sure=True, affiliations=bodies))


def _ends(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether words that tell more of a post end at a token: at a mark, or where somebody does something."""
    return not line.words[index].text.isalnum() or any(grammar.verbs.at(line.words, index))


def _is_post(claim: Claim) -> bool:
    actor = claim.mention.actor
    return actor.kind == "post" and len(actor.posts) == 1 and (claim.mention.sure or not actor.posts[0].body)


def _is_plain(claim: Claim) -> bool:
    """Tell whether nothing but a capital tells of who did something: "Soraya chaired", "Roe said"."""
    return claim.rule == "role.verb" and not claim.mention.sure and " " not in claim.mention.actor.name


def _is_lone(name: str) -> bool:
    return len(name) > 1 and len(tokens(name)) == 1


def _with_name(claim: Claim, named: Mapping[str, Sequence[tuple[str, Span]]]) -> Claim:
    actor, plain = claim.mention.actor, _is_plain(claim)
    spans = list(named.get(folded(actor.name), ())) if plain or actor.kind == "person" else []
    if len({folded(name) for name, _ in spans}) != 1:
        return claim
    name, span = spans[0]
    known = replace(actor, name=name, span=span, kind="person", rule="actor.person")
    rule = "role.deed" if plain and claim.role == "speaker" else claim.rule
    return replace(claim, mention=replace(claim.mention, actor=known), rule=rule)


def _full_names(
    lines: Sequence[Line], grammar: Grammar, surnames: set[str], plain: set[str]
) -> dict[str, list[tuple[str, Span]]]:
    """Return where surnames stand behind other words of a name; of those of whom only a capital tells, where something is said of the person."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for line in lines:
        for index, word in enumerate(line.words):
            if word.fold in surnames and word.text[0].isupper() and index not in line.atoms:
                first = index
                while first > max(0, index - _NAMES) and _is_forename(line, grammar, first - 1):
                    first -= 1
                told = word.fold not in plain or _is_told_of(line, index + 1)
                end = index + 1 + (first == index and _is_honoured(line, grammar, index))
                if end - first > 1 and told and looks_like_person(line, grammar, first, end):
                    span = line.span(first, end)
                    found.setdefault(word.fold, []).append((span.of(line.text), span))
    return found


def _is_honoured(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether two words stand behind an honorific, and no third one, so that a surname may be the first: "Mr. Li Junhua"."""
    led = any(honorific(line, grammar, i) == first for i in range(max(0, first - _NAMES), first))
    return led and line.is_name(first + 1) and not line.is_name(first + 2)


def _is_told_of(line: Line, end: int) -> bool:
    """Tell whether a comma or bracket stands behind a name."""
    return any(word.text in {",", "("} for word in line.words[end : end + 1])


def _is_forename(line: Line, grammar: Grammar, index: int) -> bool:
    word = line.words[index]
    rows = ("titles", "modifiers", "bodies", "events", "generic", "honorifics")
    plain = len(word.text) > 1 and word.text.isalpha() and word.text[0].isupper() and index not in line.atoms
    return plain and word.fold not in grammar.function and not any(grammar.has(row, word.fold) for row in rows)


def _with_holder(claim: Claim, held: Sequence[Mention]) -> Claim:
    post = claim.mention.actor.posts[0]
    found = [m for m in held if any(_same(post, other) for other in m.actor.posts)]
    if len({folded(m.actor.name) for m in found}) != 1:
        return claim
    return replace(claim, mention=found[0])


def _holders(lines: Sequence[Line], grammar: Grammar) -> list[Mention]:
    """Return the persons of whom the lines say that they hold a post."""
    return [
        mention
        for line in lines
        for first, _, _ in grammar.phrases["titles"].find(line.words)
        for mention in _persons_at(
            line, grammar, first - (first > 0 and grammar.has("definite", line.words[first - 1].fold))
        )
    ]


def _persons_at(line: Line, grammar: Grammar, title: int) -> Iterator[Mention]:
    """Yield the first person read from the title, or from a name before it."""
    owner = title
    while owner and line.is_name(owner - 1):
        owner -= 1
    for begin in dict.fromkeys((owner, title, *range(max(0, title - _BACK), title))):
        if begin != title and not (line.is_name(begin) and not (begin and line.is_name(begin - 1))):
            continue
        found, _ = names_from(line, grammar, begin, _PARTS)
        read = mentions(line, grammar, found) if found else []
        if begin == title and not read:
            continue
        person = next((m for m in read[:1] if m.actor.kind == "person" and m.actor.posts), None)
        if person:
            yield person
            return


def _same(post: Post, held: Post) -> bool:
    """Tell whether two posts are one; a post without body may be that of any."""
    bodies = _bodies(held.body)
    return folded(post.title) == folded(held.title) and (
        not post.body or any(body in bodies or _begins(body, bodies) for body in _bodies(post.body))
    )


def _begins(body: str, whole: Iterable[str]) -> bool:
    """Tell whether a body is named in short: "the Special Committee" that is the "Special Committee on Rivers" elsewhere."""
    return len(body.split()) > 1 and any(name.startswith(f"{body} ") for name in whole)


def _bodies(body: str) -> set[str]:
    """Return a body's name, the acronym in brackets behind it, and its initials."""
    initials = "".join(word[0] for word in body.split() if word[0].isupper())
    return {folded(part) for part in (*body.replace(")", "(").split("("), initials[1:] and initials)} - {""}
