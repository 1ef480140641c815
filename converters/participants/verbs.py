"""The verbs of a line that tell what actors did: those of the tables, and those that only their form tells ("Ms. Doe unpacked the figures")."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from forumgraph.converters.participants.roles import PERSONAL
from forumgraph.converters.words.stops import quotations
from forumgraph.converters.words.trie import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line

DEED = "deed"
"""What is told by a verb that only its form tells; whoever did something at a meeting is taken as one who spoke."""
_SHORTEST = 4
_BEFORE = 3
"""Tokens before a verb among which its auxiliary and adverbs stand."""


class Verb(NamedTuple):
    """A verb between two tokens.

    Attributes:
        told: what the tables tell of its subject: a role, that only persons speak so, or nothing but that something was done.
    """

    first: int
    end: int
    told: str

    @property
    def role(self) -> str:
        """The role that it gives."""
        return "speaker" if self.told in {PERSONAL, DEED} else self.told


def verbs(line: Line, grammar: Grammar) -> list[Verb]:
    """Return the verbs of a line in the order of the text, without those between quotation marks."""
    quoted = quotations(line)
    known = list(grammar.verbs.find(line.words))
    inside = {i for first, end, _ in known for i in range(first, end)}
    found = sorted([*known, *((i, i + 1, DEED) for i in _deeds(line, grammar) if i not in inside)])
    return [Verb(*verb) for verb in found if verb[0] not in quoted]


def following(line: Line, grammar: Grammar) -> Iterable[tuple[int, int, str]]:
    """Return the phrases of a line behind which actors stand; adverbs may stand inside: "were *also* delivered by"."""
    whole = list(grammar.following.find(line.words))
    inside = set(grammar.places("inserted", line.words))
    if not inside:
        return whole
    kept = [i for i in range(len(line.words)) if i not in inside]
    bare = grammar.following.find(Words(line.words[i] for i in kept))
    split = (
        (kept[first], kept[end - 1] + 1, role)
        for first, end, role in bare
        if kept[end - 1] - kept[first] >= end - first
    )
    return sorted([*whole, *split], key=itemgetter(0))


def _deeds(line: Line, grammar: Grammar) -> Iterator[int]:
    """Yield the words that have the form of a finite verb and stand where the verb of a name would: "M. Doe a retracé", "la Sra. Doe desgranó"."""
    finite, participles = grammar.affixes.get("deeds", ()), grammar.affixes.get("participles", ())
    endings = (*finite, *participles)
    for index, word in enumerate(line.words[1:], 1):
        irregular = grammar.has("did", word.fold)
        if not (irregular or (len(word.text) >= _SHORTEST and word.text.endswith(endings))) or not word.text.islower():
            continue
        hyphened = line.gap(index)[:1] == "-"
        if hyphened or any(grammar.has(row, word.fold) for row in ("not_deeds", "meets")):
            continue
        at, helped = index, False
        while at > max(0, index - _BEFORE) and grammar.is_adverb(line.words[at - 1]):
            at -= 1
            helped = helped or grammar.has("auxiliaries", line.words[at].fold)
        before = line.words[at - 1].text
        behind_name = at > 0 and (before in {",", ")", "."} or before[0].isupper())
        if behind_name and (helped or word.text.endswith(finite) or not word.text.endswith(participles)):
            yield index


def is_finite(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether a word has the form of a finite verb, in a language whose verbs show it: "explicó", "dijo"."""
    word = line.words[index]
    formed = grammar.ends("acting", word.text.lower()) or grammar.has("did", word.fold)
    return formed and bool(grammar.affixes.get("acting"))


def is_of_one(line: Line, grammar: Grammar, first: int) -> bool:
    """Tell whether the form of a verb is that of one who acts: "dijo" and not "dijeron", "a rappelé" and not "ont rappelé"."""
    many = grammar.affixes.get("of_many", ())
    before = range(first - 1, max(0, first - _BEFORE) - 1, -1)
    helper = next((line.words[i] for i in before if grammar.has("auxiliaries", line.words[i].fold)), None)
    helps = helper and all(grammar.is_adverb(w) for w in line.words[line.at(helper.end) : first])
    told = helper if helps else line.words[first] if is_finite(line, grammar, first) else None
    return bool(many) and told is not None and not told.text.endswith(many)
