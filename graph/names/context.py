"""What a document tells of the names in it: which body an acronym stands for here, and which one is meant by "the Council"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import folded, initials, is_acronym

if TYPE_CHECKING:
    from forumgraph.graph.names.authority import Authority, Entry
    from forumgraph.model import Report

_QUALIFYING = frozenset(
    """of for on de des du d administration communal communale departemental directivo ejecutivo executif general generale municipal municipale nacional
    national nationale provincial regional regionale""".split()
)
"""Words that make another body of one when they stand behind: Conseil municipal, Council of Ministers."""

_FEW = 2
"""Initials that tell nothing."""
_NO_NAME = frozenset(
    "the this that our its their your each every no new le la les el los las ce cette son leur".split()
)


@dataclass(slots=True)
class Context:
    """The names of one document.

    Attributes:
        text: of the document.
        defined: for each acronym in capitals, the words by which the document expands it.
        initials: names of its actors by their initials, of three and more.
    """

    text: str = ""
    defined: dict[str, str] = field(default_factory=dict)
    initials: dict[str, str] = field(default_factory=dict)
    _folded: str = ""
    _short: dict[str, Entry | None] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> Context:
        """Read the names of a document: its definitions, and acronyms that stand beside the names of its actors."""
        defined = {each.acronym.upper(): each.words for each in reversed(report.definitions)}
        short: dict[str, str] = {}
        for session in report.sessions:
            for part in session.participations:
                for actor in (part.actor, *part.on_behalf_of):
                    if actor.acronym and actor.name != actor.acronym:
                        defined.setdefault(actor.acronym.upper(), actor.name)
                    short.setdefault(initials(actor.name), actor.name)
        return cls(report.document.text, defined, {key: name for key, name in short.items() if len(key) > _FEW})

    def expansion(self, name: str) -> str:
        """Return the words that a name stands for, where it is an acronym that the document expands; else nothing."""
        return self.defined.get(name.upper(), "") if is_acronym(name) else ""

    def names(self, entry: Entry) -> bool:
        """Tell whether the document has one of the names of an entry in full."""
        if not self._folded:
            self._folded = f" {' '.join(folded(self.text))} "
        return any(f" {' '.join(folded(name))} " in self._folded for name in entry.names)

    def _abbreviates(self, entry: Entry, known: Authority) -> bool:
        """Tell whether the document has an acronym that is of an entry alone."""
        alone = (
            each for each in entry.acronyms if len(known.of_acronym(each)) == 1 and each.upper() not in self.defined
        )
        return any(re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", self.text) for each in alone)

    def short_for(self, name: str, known: Authority) -> Entry | None:
        """Return the one body of the authority file that the document names and that is called by this word for short.

        Nothing where several are named, or another body of that kind: "Oakford City Council".
        """
        if name not in self._short:
            self._short[name] = self._called(name, known)
        return self._short[name]

    def _called(self, name: str, known: Authority) -> Entry | None:
        words = folded(name)
        if len(words) != 1 or not name.rsplit(maxsplit=1)[-1][:1].isupper():
            return None
        called = [entry for entry in known.called(words[0]) if self.names(entry) or self._abbreviates(entry, known)]
        if len(called) != 1:
            return None
        return None if self._names_another(name.rsplit(maxsplit=1)[-1], called[0]) else called[0]

    def _names_another(self, word: str, entry: Entry) -> bool:
        """Tell whether the document has the word with words around it that make it another body than the entry."""
        known = {pair for each in entry.names for pair in pairwise(folded(each))}
        (head,) = folded(word)
        for found in re.finditer(
            rf"(?<![\w'’-])(?:([^\W\d_][\w'’-]{{0,40}})\s)?{re.escape(word)}\b(?:\s([\w]{{1,40}}))?", self.text
        ):
            before, after = (folded(each)[-1:] if each else () for each in found.groups())
            if before and found[1][0].isupper() and before[0] not in _NO_NAME and (before[0], head) not in known:
                return True
            if after and after[0] in _QUALIFYING and (head, after[0]) not in known:
                return True
        return False
