"""Names that are like a name: entries of the authority file a person may have meant, and other names of the corpus. Only ever offered, never believed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import folded, initials, is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.graph.names.authority import Authority

LIKE = 0.45
"""From which likeness on an entry is offered: "Grupo Principal de ONG" and "NGO Major Group" are below, "Women's Major Group" and "Women Major Group" above."""

NEAR = 0.6
"""From which likeness on two names of the corpus are listed together."""

_SHORT = 0.7
"""Likeness of an acronym and a name with its initials."""

_FEW = 2
"""Initials that tell nothing."""

_COMMON = 200


@dataclass(slots=True)
class Names:
    """Names by their groups of three letters, so that only names that share some are compared.

    Attributes:
        grams: the groups of each name.
        holders: names by group.
        short: acronyms and names by their initials.
    """

    grams: dict[str, frozenset[str]] = field(default_factory=dict)
    holders: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    short: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str) -> None:
        """Add a name; one that is there already changes nothing."""
        if name in self.grams:
            return
        self.grams[name] = trigrams(name)
        for gram in sorted(self.grams[name]):
            self.holders[gram].append(name)
        self.short[_shortened(name)].append(name)

    def like(self, name: str, least: float) -> list[tuple[float, str]]:
        """Return names with their likeness, the best first: Dice coefficient of their groups, or an acronym and a name with its initials; the name itself is left out."""
        own = trigrams(name)
        shared: Counter[str] = Counter()
        for gram in own:
            holders = self.holders.get(gram, ())
            if len(holders) <= _COMMON:
                shared.update(holders)
        likely = (other for other in shared if other != name)
        scores = {other: 2 * len(own & self.grams[other]) / (len(own) + len(self.grams[other])) for other in likely}
        key = _shortened(name)
        for other in self.short.get(key, ()) if len(key) > _FEW else ():
            if is_acronym(other) != is_acronym(name):
                scores[other] = max(scores.get(other, 0.0), _SHORT)
        found = ((score, other) for other, score in scores.items() if score >= least)
        return sorted(found, key=lambda each: (-each[0], each[1]))


def _shortened(name: str) -> str:
    return name.upper() if is_acronym(name) else initials(name)


def trigrams(name: str) -> frozenset[str]:
    """Return the groups of three letters of the folded words of a name, with a mark at the ends of words.

    >>> sorted(trigrams("Ona"))
    [' on', 'na ', 'ona']
    """
    return frozenset(f" {word} "[start : start + 3] for word in folded(name) for start in range(len(f" {word} ") - 2))


class Candidates:
    """Entries of the authority file by their names."""

    def __init__(self, known: Authority) -> None:
        self.known = known
        self.names = Names()
        self.entries: dict[str, set[str]] = defaultdict(set)
        self.labels = {entry.key: entry.label for entry in known.entries}
        for entry in known.entries:
            for name in entry.names:
                self.names.add(name)
                self.entries[name].add(entry.key)

    def of(self, name: str, acronym: str = "") -> list[tuple[str, str, float]]:
        """Return key, label and likeness of at most three entries, the best first; those of the acronym come with 0.9."""
        best: dict[str, float] = {}
        for short in (acronym, *name.split()):
            best.update(
                dict.fromkeys((entry.key for entry in self.known.of_acronym(short)), 0.9 if short == acronym else 0.5)
            )
        for score, other in self.names.like(name, LIKE):
            for key in self.entries[other]:
                best[key] = max(best.get(key, 0.0), score)
        ranked = sorted(best.items(), key=lambda each: (-each[1], each[0]))
        return [(key, self.labels[key], score) for key, score in ranked[:3]]


def clusters(names: Iterable[str]) -> Mapping[str, str]:
    """Return for each name the first name, by the alphabet, of those that are near it, near one that is near it, and so on.

    >>> found = clusters(["Harbour Towns Network", "Harbor Towns Network", "Elena Ruiz"])
    >>> found["Harbour Towns Network"], found["Elena Ruiz"]
    ('Harbor Towns Network', 'Elena Ruiz')
    """
    index = Names()
    for name in sorted(set(names)):
        index.add(name)
    first = {name: name for name in index.grams}
    for name in index.grams:
        for _, other in index.like(name, NEAR):
            one, two = sorted((_root(first, name), _root(first, other)))
            first[two] = one
    return {name: _root(first, name) for name in first}


def _root(first: Mapping[str, str], name: str) -> str:
    while first[name] != name:
        name = first[name]
    return name


def near(names: Names, name: str) -> Iterator[str]:
    """Return at most three names of the corpus that are near a name."""
    return (other for _, other in names.like(name, NEAR)[:3])
