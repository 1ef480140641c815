"""The language of a text, by the share of its function words, or by its script; undetermined when not certain."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import lexicons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.converters.words.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000
"""Characters that are looked at: a third from the beginning, the middle and the end each."""

_SURELY = 3
"""How many times as many words of its own a language has in a text that is surely not in the language next to it."""
_OF_NOTES = 4
"""Different words of its own by which a language is known that we have tables for, where few are left, as in notes: "need: data on water"."""
_WHOLE = 5
"""Letters from which on the name of a month or day is no abbreviation."""
_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
_ANY_SCRIPT = re.compile("[\u0370-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def detect(text: str) -> str:
    """Return the BCP 47 tag of the language most of a text is in, empty when undetermined.

    Eight words are usually enough. Texts in other scripts get the tag of the script's most common language among those of the United Nations.

    >>> detect("The participants discussed the follow-up of the meeting and agreed on it")
    'en'
    >>> detect("lorem 2017")
    ''
    """
    sample = _sample(text)
    return _by_script(sample) or _by_words([word.lower() for word in _WORD.findall(sample)])


def _sample(text: str) -> str:
    if len(text) <= _ENOUGH:
        return text
    third, middle = _ENOUGH // 3, len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _by_script(sample: str) -> str:
    if _ANY_SCRIPT.search(sample) is None:
        return ""
    letters = sum(map(str.isalpha, sample))
    for tag, script in _SCRIPTS.items():
        count = len(script.findall(sample))
        if count >= 4 and count > (letters / 2 if tag not in {"ja", "zh"} else letters / 8):
            return tag
    return ""


def _by_words(words: list[str]) -> str:
    """Weigh each function word by how few languages have it, those without cue phrases together as one.

    The best language must lead clearly and cover a fair share of the words.
    """
    tables, weights = _tables()
    known = Counter(word for word in words if word in weights)
    scores = {
        tag: sum(weights[word] * times for word, times in known.items() if word in own) for tag, own in tables.items()
    }
    (best, score), (other, second) = sorted(scores.items(), key=lambda row: (-row[1], row[0]))[:2]
    distinct = len({word for word in known if word in tables[best]})
    ours = best in lexicons() and other not in lexicons()
    leads = score >= 1.35 * second or _is_of_two(known, tables[best], tables[other], ours=ours)
    enough = distinct >= 2 and score >= 0.08 * len(words) + 0.6
    brief = best in lexicons() and distinct >= _OF_NOTES and score >= max(0.05 * len(words) + 0.6, 1.5 * second)
    return best if len(words) >= 4 and ((enough and leads) or brief) else ""


def _is_of_two(known: Mapping[str, int], best: frozenset[str], other: frozenset[str], *, ours: bool) -> bool:
    """Tell whether a text is surely in the first of two languages that share many words: by the words that only one of the two has.

    One is enough where the other language, which has no table (`ours`), has none.
    """
    own = sum(times for word, times in known.items() if word in best and word not in other)
    against = sum(times for word, times in known.items() if word in other and word not in best)
    return own >= _SURELY * max(1, against) or (ours and own > against == 0)


@cache
def _tables() -> tuple[Mapping[str, frozenset[str]], Mapping[str, float]]:
    tables = {
        code: frozenset(word for word in _words(lexicon) if word.isalpha()) for code, lexicon in lexicons().items()
    }
    foreign, months = _foreign()["words"], _foreign()["months"]
    tables |= {
        code: frozenset((*words, *months.get(code, ()))) for code, words in foreign.items() if code not in tables
    }
    shared = Counter(word for code in lexicons() for word in tables[code])
    shared.update({word for code, words in tables.items() if code not in lexicons() for word in words})
    return MappingProxyType(tables), MappingProxyType({word: 1 / shared[word] for word in sorted(shared)})


def _words(lexicon: Lexicon) -> Iterator[str]:
    """Go through the words that tell a language: its function words, and the names of its months and days."""
    yield from lexicon.words
    yield from (name for name in (*lexicon.months, *lexicon.weekdays) if len(name) >= _WHOLE)


@cache
def months() -> frozenset[str]:
    """Return the names of months in all languages that there are words for."""
    foreign = (names for code, names in _foreign()["months"].items() if code not in lexicons())
    return frozenset(
        month for names in (*(lexicon.months for lexicon in lexicons().values()), *foreign) for month in names
    )


@cache
def _foreign() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(resources.files("forumgraph.converters.words").joinpath("languages.toml").read_text("utf-8"))
