"""Which entry of the authority file a name stands for: what its document says goes first, then what all the world knows.

A name is looked up whole. Likeness is no reason; two entries of one name are none either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import folded, is_acronym
from forumgraph.graph.names.commonnames import delegating, state_spoken_for
from forumgraph.graph.names.context import Context
from forumgraph.graph.names.variants import without_session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.graph.names.authority import Authority, Entry

ACTORS = frozenset({"organization", "constituency", "government", "country"})
"""Kinds of entries that act."""

FORUMS = frozenset({"forum"})
"""Kinds of entries that meetings are part of."""

_BRACKET = re.compile(r"([^()]{3,200}?) ?\(([^\W\d_][\w&./-]{1,14})\)")
_BONDS = re.compile(r",? (?:of|de|du|de la|del|des) (?:the )?|, ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry of the authority file, and why it is the one.

    Attributes:
        method: what decided, in words: `name`, `acronym`, `variant of a name`, `definition in the document` ...
        score: from 0 to 1.
    """

    entry: Entry
    method: str
    score: float


def look_up(
    authority: Authority, name: str, acronym: str = "", kinds: frozenset[str] = ACTORS, context: Context | None = None
) -> Match | None:
    """Return the one entry that a name stands for; None when there is none, or more than one.

    What the document says of its own acronyms goes before what all the world knows; where another of its names has the same initials, an acronym stands for none. An acronym beside a name counts only when the name shares
    more than half of its words with the entry's, because acronyms are shared by many.

    Args:
        context: what the document tells of its names.
    """
    here = context or Context()
    bracket = _BRACKET.fullmatch(name) if name.endswith(")") else None
    if bracket:
        name, acronym = bracket[1], acronym or bracket[2]
    if words := here.expansion(name):
        found = _by_name(authority, words, name, kinds)
        return Match(found.entry, "definition in the document", found.score) if found else None
    found = (
        _by_name(authority, name, acronym, kinds)
        or _in_context(authority, name, kinds, here)
        or _with_more(authority, name, kinds)
    )
    return None if found and _is_of_another(authority, name, found, here) else found


def _is_of_another(authority: Authority, name: str, found: Match, here: Context) -> bool:
    """Tell whether an acronym is made of the initials of another name of the document: there it may be short for that one."""
    other = here.initials.get(name.upper()) if found.method == "acronym" else None
    known = _by_name(authority, other, "", ACTORS | FORUMS) if other and other != name else None
    return bool(other) and other != name and (known is None or known.entry is not found.entry)


def _by_name(authority: Authority, name: str, acronym: str, kinds: frozenset[str]) -> Match | None:
    """Look up a name as it is, then as an acronym, then as a variant, then by the acronym beside it.

    An acronym with its own mixture of capitals goes first: "CoNGO" is not the Congo.
    """
    named = authority.of_name(name)
    written = (entry for entry in authority.of_acronym(name) if name in entry.acronyms and entry not in named)
    beside = (entry for entry in authority.of_acronym(acronym) if _alike(name, entry))
    return (
        _only(() if name.isupper() else written, kinds, "acronym", 0.9)
        or _only(named, kinds, "name", 1.0)
        or _only(authority.of_acronym(name), kinds, "acronym", 0.9)
        or _only(authority.of_variant(name), kinds, "variant of a name", 0.9)
        or _only(beside, kinds, "acronym in context", 0.8)
        or _only(authority.unsought.get(name, ()), kinds, "name as written", 0.9)
    )


def _with_more(authority: Authority, name: str, kinds: frozenset[str]) -> Match | None:
    """Look up a name that has the number of a session with it, or "UN" before an acronym: "74th UN General Assembly", "UN ECOSOC"."""
    plain = without_session(name)
    acronym = plain.removeprefix("UN ")
    if plain == name and (acronym == name or not authority.of_acronym(acronym)):
        return None
    found = _by_name(authority, plain, "", kinds) or _by_name(authority, acronym, "", kinds)
    return Match(found.entry, "variant of a name", 0.9) if found else None


def _in_context(authority: Authority, name: str, kinds: frozenset[str], here: Context) -> Match | None:
    """Look up a name that only its document explains."""
    named = (entry for entry in authority.of_acronym(name) if here.names(entry))
    initial = _by_name(authority, here.initials.get(name.upper(), ""), "", kinds) if is_acronym(name) else None
    state = state_spoken_for(name, authority) or delegating(name, authority)
    short = here.short_for(name, authority)
    return (
        _only(named, kinds, "acronym in context", 0.85)
        or _only((initial.entry,) if initial else (), kinds, "acronym in context", 0.8)
        or _of_its_body(authority, name, kinds)
        or _only((state,) if state else (), kinds, "who speaks for it", 0.9)
        or _only((short,) if short else (), kinds, "short for a name in the document", 0.7)
    )


def _of_its_body(authority: Authority, name: str, kinds: frozenset[str]) -> Match | None:
    """Look up a name that stands with the body of which it is a part: "Division for Sustainable Development of UN DESA", "UN DESA/DISD"."""
    cut = name.partition("/")
    pairs = [(name[: bond.start()], name[bond.end() :]) for bond in _BONDS.finditer(name)]
    for first, second in (*pairs, (cut[2], cut[0])):
        part, whole = _by_name(authority, first, "", kinds), _by_name(authority, second, "", kinds)
        if part and whole and whole.entry.node in part.entry.within:
            return Match(part.entry, "name and the body it is of", 0.95)
    return None


def _only(entries: Iterable[Entry], kinds: frozenset[str], method: str, score: float) -> Match | None:
    fitting = [entry for entry in entries if entry.kind in kinds or (kinds is ACTORS and entry.acts)]
    return Match(fitting[0], method, score) if len(fitting) == 1 else None


def _alike(name: str, entry: Entry) -> bool:
    words = set(folded(name))
    return any(2 * len(words & set(folded(each))) > max(len(words), len(folded(each))) for each in entry.names)
