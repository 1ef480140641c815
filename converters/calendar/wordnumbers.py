"""Days and years written in words, as minutes write them: "doce de mayo de dos mil veintiuno", "l'an deux mille vingt et un, le douze mai"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.converters.words.lexicon import Lexicon

_MILLENNIUM = 2000


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Return words in small letters, without accents, with a space for every hyphen and gap.

    >>> plain("Dos Mil  veintidós"), plain("vingt-et-un")
    ('dos mil veintidos', 'vingt et un')
    """
    decomposed = unicodedata.normalize("NFKD", words.lower().replace("-", " ").replace("\u0131", "i"))
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


@lru_cache(maxsize=16)
def days(lexicon: Lexicon) -> Mapping[str, int]:
    """Return the numbers of days as the language says them, 1 to 31; none if it writes them in figures.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> days(lexicons()["fr"])["vingt et un"]
    21
    """
    return {plain(word): day for day, word in enumerate(lexicon.phrases("dates", "numbers"), 1)}


@lru_cache(maxsize=16)
def years(lexicon: Lexicon) -> Mapping[str, int]:
    """Return the years of this millennium as the language says them.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> years(lexicons()["es"])["dos mil veintiuno"]
    2021
    """
    units = [("", 0), *((word, year) for year, word in enumerate(lexicon.phrases("dates", "year_numbers"), 1))]
    thousands = lexicon.phrases("dates", "millennium")
    return {plain(f"{lead} {unit}"): _MILLENNIUM + year for lead in thousands for unit, year in units}


@lru_cache(maxsize=16)
def phrases(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ways to write days and years of several words, with and without accents and hyphens."""
    accented = (*lexicon.phrases("dates", "numbers"), *lexicon.phrases("dates", "year_numbers"))
    spelt = {plain(word): word.replace("-", " ") for word in accented}
    told = [name for name in (*days(lexicon), *years(lexicon)) if " " in name]
    found = dict.fromkeys(told)
    for name in told:
        lead = next((t for t in lexicon.phrases("dates", "millennium") if name.startswith(f"{t} ")), "")
        unit = name.removeprefix(f"{lead} ") if lead else name
        for form in {unit, spelt.get(unit, unit)}:
            whole = f"{lead} {form}".strip()
            found |= dict.fromkeys((whole, whole.replace(" ", "-"), f"{lead} {form.replace(' ', '-')}".strip()))
    return tuple(found)
