"""Names of countries and cities, from `places.toml`: to recognise a name, not to complete what a text says."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import everywhere, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 8


def country(name: str) -> str:
    """Return the ISO 3166-1 alpha-3 code of a member or observer state of the United Nations, empty if the name is none.

    >>> country("the Gambia"), country("Alemania"), country("Republic of Palau"), country("Montevideo")
    ('GMB', 'DEU', 'PLW', '')
    """
    key = _key(name)
    found = _table("countries").get(key, "")
    state = "" if found else next((start for start in _states() if key.startswith(start)), "")
    return found or (_table("countries").get(_key(key.removeprefix(state)), "") if state else "")


def is_formal(name: str) -> bool:
    """Tell whether a country is named as States name themselves on letterheads: "République du Sénégal"."""
    return any(_key(name).startswith(start) for start in _states())


def city(name: str) -> str:
    """Return the code of the country in which a city of the table lies, empty if the name is none; names of one word need their capitals.

    >>> city("Nueva York"), city("nice"), city("Abidjan-Plateau")
    ('USA', '', 'CIV')
    """
    if not (name[:1].isupper() or " " in name):
        return ""
    town, _, quarter = name.partition("-")
    return _table("cities").get(_key(name)) or (
        _table("cities").get(_key(town), "") if quarter[:1].isupper() and quarter.isalpha() else ""
    )


@lru_cache(maxsize=1024)
def city_at_start(words: str) -> str:
    """Return the longest name of a city that the words begin with, empty if there is none.

    >>> city_at_start("New York City last July")
    'New York City'
    """
    parts = words.split(" ")[:_LONGEST]
    names = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((name for name in names if city(name)), "")


@lru_cache(maxsize=1024)
def city_at_end(words: str) -> str:
    """Return the longest name of a city that the words end with, empty if there is none."""
    parts = words.split(" ")[-_LONGEST:]
    names = (" ".join(parts[place:]) for place in range(len(parts)))
    return next((name for name in names if city(name)), "")


@cache
def _table(name: str) -> Mapping[str, str]:
    """Return names to country codes; where a name stands twice the first row has it."""
    rows = rows_of(resources.files("forumgraph.converters.words").joinpath("places.toml").read_text("utf-8"))[name]
    return MappingProxyType({_key(one): code for code in sorted(rows, reverse=True) for one in rows[code]})


@cache
def _states() -> tuple[str, ...]:
    """Return what may stand before the short name of a country, the longest first: "republic of "."""
    plain = (
        "".join(c for c in unicodedata.normalize("NFD", p) if not unicodedata.combining(c))
        for p in everywhere("places", "state_of")
    )
    return tuple(sorted((p if p.endswith("'") else f"{p} " for p in plain), key=len, reverse=True))


@cache
def _articles() -> tuple[str, ...]:
    """Return the articles before names of places in all languages, with the space that follows all but elided ones."""
    return tuple(word if word.endswith("'") else f"{word} " for word in everywhere("places", "article"))


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").strip()
    folded = plain.casefold()
    for article in _articles():
        if folded.startswith(article) and len(folded) > len(article) + 3:
            return folded.removeprefix(article)
    # "US" is a country, "us" is not.
    return folded if len(folded) > 3 or plain.isupper() or not plain.isascii() or plain[:1].isupper() else f"-{folded}"
