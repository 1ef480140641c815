"""The words that actors are made of, in one language, ready to be looked up (tables `[posts]` and `[roles]` of the language files)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import lexicons, of_all
from forumgraph.converters.words.trie import Trie, Words, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.trie import Token

_OF_ALL_LANGUAGES = ("forenames", "bodies", "governments", "constituencies", "particles", "shared")
"""Rows that are joined over all languages: an English report names the Ville de Paris, too."""

_NONE: frozenset[str] = frozenset()
_ADVERB = 5
"""Letters that an adverb has at least beside its ending, about."""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """What the words of a language do in the name of an actor.

    Attributes:
        words: rows of single words, folded: `bodies`, `modifiers`, `portfolios`, `connectors` ...
        phrases: rows of phrases: `honorifics`, `titles`, `ands`, `behalf` ...
        function: function words of the language.
        labels, following, verbs: role phrases by where the actor stands: after a colon, after the phrase, before the verb.
        parted: roles by the participles of phrases like "opened by", between whose words a place or day may stand.
        acts, gifts, groups: nouns by role, of what is said ("opening remarks"), what is thanked for ("hospitality") and who is counted up ("panel").
        affixes: endings and beginnings of words, by what they tell: `plural`, `adjective`, `acting` ...; titles with their accents.
        capitalised: whether names of bodies are written with capitals throughout, as in English.
    """

    code: str
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Trie[str]]
    function: frozenset[str]
    labels: Trie[str]
    following: Trie[str]
    verbs: Trie[str]
    acts: Trie[str]
    gifts: Trie[str]
    groups: Trie[str]
    parted: Mapping[str, str]
    endings: tuple[str, ...]
    affixes: Mapping[str, tuple[str, ...]]

    @property
    def capitalised(self) -> bool:
        """Whether adjectives in names have capitals."""
        return not self.endings

    def ends(self, row: str, word: str) -> bool:
        """Tell whether a word has one of the endings of a row of [names]."""
        return word.endswith(self.affixes.get(row, ()))

    def is_adverb(self, word: Token) -> bool:
        """Tell whether a word without capitals is an adverb: one of the row, or by its ending ("eloquently"), and no body ("gouvernement")."""
        formed = len(word.text) > _ADVERB and word.text.islower() and self.ends("adverbial", word.text)
        body = any(self.has(row, word.fold) for row in ("bodies", "units", "governments"))
        return self.has("adverbs", word.fold) or (formed and not body)

    def are_several(self, row: str, word: str) -> bool:
        """Tell whether a (folded) word is the plural of a word of a row of [posts]."""
        endings = self.affixes.get("plural", ())
        return any(word.endswith(end) and self.has(row, word.removesuffix(end)) for end in endings)

    def has(self, row: str, word: str) -> bool:
        """Tell whether a row of [posts] has a (folded) word."""
        return word in self.words.get(row, _NONE)

    def places(self, row: str, words: Sequence[Token]) -> Iterator[int]:
        """Yield the indexes of the words that a row of [posts] has; lines with none of them, which are most, are not gone through."""
        told = self.words.get(row, _NONE)
        if not isinstance(words, Words) or not told.isdisjoint(words.folds):
            yield from (index for index, word in enumerate(words) if word.fold in told)


@cache
def grammar(lexicon: Lexicon) -> Grammar:
    """Compile the tables of a language, once."""
    rows = {**lexicon.table("roles.context"), **lexicon.table("posts")}
    for name in _OF_ALL_LANGUAGES:
        rows[name] = tuple(w for other in lexicons().values() for w in other.phrases("posts", name))
    return Grammar(
        code=lexicon.code,
        words={**{name: _words(row) for name, row in rows.items()}, **_calendar(lexicon)},
        phrases={name: _trie(_contracted(lexicon, row)) for name, row in rows.items()},
        function=_words(lexicon.words),
        labels=_by_role(_all_contracted(lexicon, "roles.labels")),
        following=_by_role(
            _all_contracted(lexicon, "roles"),
            _composed(lexicon, "acts", "given"),
            _composed(lexicon, "groups", "consists"),
            _composed(lexicon, "led", "leads"),
        ),
        verbs=_by_role(_plain(lexicon.table("roles.verbs")), _given(lexicon)),
        acts=_by_role(_plain(lexicon.table("roles.acts"))),
        gifts=_by_role(_plain(lexicon.table("roles.gifts"))),
        groups=_by_role(_plain(lexicon.table("roles.groups"))),
        parted=_parted(lexicon),
        endings=lexicon.phrases("posts", "endings"),
        affixes={
            **lexicon.table("names"),
            "prefixes": tuple(sorted(of_all("names", "prefixes"))),
            "titles": lexicon.phrases("posts", "titles"),
        },
    )


def _calendar(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    return {"months": _words(lexicon.months), "calendar": _words((*lexicon.months, *lexicon.weekdays))}


def _words(row: Iterable[str]) -> frozenset[str]:
    return frozenset(words[0].fold for phrase in row if len(words := tokens(phrase)) == 1)


def _trie(row: Iterable[str]) -> Trie[str]:
    trie = Trie[str]()
    for phrase in row:
        trie.add(phrase, fold(phrase))
    return trie


def _contracted(lexicon: Lexicon, row: Iterable[str]) -> Iterable[str]:
    """Return phrases with all forms that their last word takes before an article: "avec l'appui de" and "avec l'appui du"."""
    forms = {words[0]: words for group in lexicon.phrases("names", "contracted") if (words := group.split())}
    for phrase in row:
        lead, _, last = phrase.rpartition(" ")
        yield from (f"{lead} {form}" for form in forms[last]) if lead and last in forms else (phrase,)


def _all_contracted(lexicon: Lexicon, table: str) -> Iterator[tuple[list[Token], str]]:
    return _plain({role: tuple(_contracted(lexicon, row)) for role, row in lexicon.table(table).items()})


def _plain(table: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[list[Token], str]]:
    """Go through the phrases of roles, as words."""
    return ((tokens(phrase), role) for role, row in table.items() for phrase in row)


def _composed(lexicon: Lexicon, nouns: str, row: str) -> Iterator[tuple[list[Token], str]]:
    """Join each noun of a role with each phrase of a row: "opening remarks" "were made by"."""
    phrases = [tokens(phrase) for phrase in lexicon.phrases("roles.context", row)]
    return ((noun + phrase, role) for noun, role in _plain(lexicon.table(f"roles.{nouns}")) for phrase in phrases)


def _given(lexicon: Lexicon) -> Iterator[tuple[list[Token], str]]:
    """Join each verb of giving with each noun of a role: "delivered" "the opening remarks"."""
    verbs = [tokens(verb) for verb in lexicon.phrases("roles.context", "gives")]
    return ((verb + noun, role) for noun, role in _plain(lexicon.table("roles.acts")) for verb in verbs)


def _parted(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the role of each participle that stands alone before an agent: "opened" of "opened by"."""
    agents = _words(lexicon.phrases("roles.context", "passive"))
    pairs = _plain(lexicon.table("roles"))
    return {words[0].fold: fold(role) for words, role in pairs if len(words) == 2 and words[1].fold in agents}


def _by_role(*phrases: Iterable[tuple[list[Token], str]]) -> Trie[str]:
    trie = Trie[str]()
    for words, role in chain.from_iterable(phrases):
        trie.put(words, fold(role))
    return trie
