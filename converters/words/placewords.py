"""The words of places: which part of a line is a city, a country, a venue, a body, an address or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, everywhere

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĆČĐĒĞĪİŁŃŌŚŠŞŪŻŽ]"
NAME = rf"(?:St\.|D\.C\.|{_CAPITAL}(?:[\w'’&/-]|\.(?=\w)){{0,30}})"
"""One word of a name, as a regular expression."""
_POSTAL = re.compile(r"\s0\d\Z")
"""The number of a district, as in "Colombo 03"."""
_NOISE = re.compile(r"(?:[A-Z]{2}\s)?\d{4,6}(?:-\d{4})?|NY|N\.Y\.|DC|D\.C\.|CA|MA")


@dataclass(frozen=True, slots=True)
class Cues:
    """The words that mark a venue."""

    venue: re.Pattern[str]
    body: re.Pattern[str]
    online: re.Pattern[str]
    inside: re.Pattern[str]
    of: re.Pattern[str]
    capital: re.Pattern[str]
    address: re.Pattern[str]


@lru_cache(maxsize=16)
def cues() -> Cues:
    """Return the venue words of all languages: place lines mix them."""

    def every(table: str, row: str) -> str:
        return alternation(everywhere(table, row))

    return Cues(
        venue=re.compile(every("places", "venue")),
        body=re.compile(every("places", "venue_or_body")),
        online=re.compile(alternation((*everywhere("modes", "online_place"), *everywhere("modes", "hybrid")))),
        inside=re.compile(rf"\s(?:{every('places', 'in')})\s(?=\S)"),
        of=re.compile(rf"\s{every('places', 'of')}(?:\s|(?<=['’]))(?=\S)"),
        capital=re.compile(rf"{every('places', 'capital')}(?:\s|(?<=['’]))"),
        address=re.compile(
            rf"\d{{1,5}}(?:\s[\w.'’]{{1,25}}){{1,4}}\s{every('places', 'address')}\.?"
            rf"|(?:\d{{1,4}},?\s)?{every('places', 'address_before')}(?:\s[\w.'’-]{{1,25}}){{1,6}}"
        ),
    )


@lru_cache(maxsize=4096)
def kind(words: str) -> str:
    """Return what a part is by its words alone; a question is no place, whatever words it has ("Rebuilding or building anew?").

    >>> kind("Bonn"), kind("Germany"), kind("Conference Room 4"), kind("Office of the Mayor")
    ('city', 'country', 'venue', 'body')
    """
    if gazetteer.city(_POSTAL.sub("", words)):
        return "city"
    if gazetteer.country(words):
        return "country"
    if _NOISE.fullmatch(words):
        return "noise"
    if cues().online.fullmatch(words):
        return "online"
    if not words.endswith("?") and (cues().venue.search(words) or is_address(words)):
        return "venue"
    return "body" if cues().body.search(words) else "other"


def is_address(words: str) -> bool:
    """Tell whether words are a number and a street.

    >>> is_address("221 East 52nd Street"), is_address("52 people on the street")
    (True, False)
    """
    return cues().address.fullmatch(words) is not None and words[:1].isalnum() and is_name_like(words)


def is_name_like(words: str) -> bool:
    """Tell whether most words of an address have capitals or figures."""
    return sum(word[0].islower() for word in words.split()[1:]) <= len(words.split()) // 3


def is_name(words: str) -> bool:
    """Tell the name of a place from a clause: all its words have capitals or figures, join, or mark venues.

    >>> is_name("Palais des Nations"), is_name("It was held at the Palais des Nations")
    (True, False)
    """
    rest = cues().venue.sub(" ", cues().body.sub(" ", words))
    return all(not word[0].islower() or word in _joining() for word in re.findall(r"[\w'’]+", rest))


@lru_cache(maxsize=1)
def _joining() -> frozenset[str]:
    phrases = (*everywhere("places", "join"), *everywhere("places", "at"))
    return frozenset(word for phrase in phrases for word in phrase.split(" "))
