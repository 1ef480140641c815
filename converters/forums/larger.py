"""Names of larger meetings that no table knows, by their capitals and by words such as "forum", in sentences and in lines above a title."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates
from forumgraph.converters.forums.categories import INNER, particular
from forumgraph.converters.structure import editions
from forumgraph.converters.structure.editions import articles
from forumgraph.converters.structure.witness import Witness
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins, trimmed
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_TOKEN = re.compile(r"[\w’'-]+")
_NEAR, _CITY, _YEAR = 200, 40, 4
"""Characters in which a name and its day or city stand, those of the name of a city, and those of a year."""
_STOP = re.compile(r"[.,;:)]")
_LEAST = 3
"""Letters of a small word that is of a name."""
PARTS = frozenset({"side-event", "spotlight-session", "session", "plenary", "roundtable", "workshop"})
"""Types of meetings that a forum is named before if they are of it: "HLPF side event", but not "HLPF consultations"."""
_FIRST_PART = re.compile(r"\s?[,;|·•(]\s?|\s[–—-]\s")
_LINE = 12
"""Words of a line that names a larger meeting."""


def is_whole(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words are the name of a larger meeting and no more: "Regional Forum on Sustainable Development 2023"."""
    named = capitalised(f" {words}", 0, lexicon)
    return named is not None and named.end - 1 >= len(words.rstrip(" .)")) - 1


def is_kicker(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line says only in what larger meeting something was: "Partnership Forum side event"."""
    return bool(of_kicker(Witness("line", words, 0), lexicon))


def of_kicker(line: Witness, lexicon: Lexicon) -> list[Fact]:
    """Return the larger meeting before what the session was in it, in a line that says no more: "*Partnership Forum* side event"."""
    inner = next((m for m in _inner(lexicon).finditer(line.words) if not line.words[m.end() :].strip(" *.:")), None)
    name = line.words[: inner.start()].strip(" *:,") if inner else ""
    start = line.words.find(name)
    named = bool(name) and len(name.split()) > 1 and is_whole(name, lexicon)
    return [Fact(name, Span(line.offset + start, line.offset + start + len(name)), "part-of/kicker")] if named else []


@lru_cache(maxsize=16)
def _inner(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(alternation(p for kind in INNER for p in lexicon.phrases("session_types", kind)))


def is_named(line: Witness, lexicon: Lexicon) -> bool:
    """Tell whether a line near the title is the name of a larger meeting, known or not: "NGO CSW67 Forum"."""
    return 1 < len(line.words.split()) <= _LINE and is_whole(line.words, lexicon)


def capitalised(words: str, at: int, lexicon: Lexicon) -> Span | None:
    """Return the capitalised words from `at` on, if they say that they are a meeting, or which session of a body: "fortieth session of the Council"."""
    span = run(words, at, lexicon)
    said = _TOKEN.findall(words, span.start, span.end) if span else ()
    if span is None or any(w.rstrip("0123456789").lower() in lexicon.phrases("parents", "words") for w in said):
        return span
    edition = editions.counted().match(words, _past_article(words, at))
    return Span(edition.start(), span.end) if edition and edition["sat"] else None


def _past_article(words: str, at: int) -> int:
    article = articles().match(words, at + 1) if words[at : at + 1] == " " else None
    return article.end() if article else at + 1


def run(words: str, at: int, lexicon: Lexicon) -> Span | None:
    """Return the capitalised words from `at` on, with the small words between them, up to a day or a place."""
    start = _past_article(words, at)
    edition = editions.counted().match(words, start)
    start = edition.end() if edition else start
    end = last = start
    limit = _limit(words, start, lexicon)
    for token in _TOKEN.finditer(words, start, limit):
        if words[last : token.start()].strip(" (/") or token.start() - start > 120:
            break
        if token[0][0].isupper() or token[0][0].isdigit() or _is_elided_noun(token[0], lexicon):
            end = token.end()
        elif not _is_small(token[0]):
            if not _goes_on(token[0], lexicon):
                break
            end = token.end()
        last = token.end()
    if words.count("(", start, end) > words.count(")", start, end) and words[end : end + 1] == ")":
        end += 1
    whole = end > start and (words[start].isupper() or words[start].isdigit())
    return trimmed(words, start, end, marks=" ,.;:") if whole else None


def _limit(words: str, start: int, lexicon: Lexicon) -> int:
    """Return where a name ends at the latest: before the day, and before the city after "in"."""
    near = words[start : start + _NEAR]
    days = [start + mention.span.start for mention in dates.find(near, lexicon) if len(mention.start) > _YEAR]
    joints = (start + match.end() for match in _places(lexicon).finditer(near))
    cities = [at for at in joints if gazetteer.city_at_start(_STOP.split(words[at : at + _CITY])[0])]
    return min((*days, *cities), default=len(words))


@lru_cache(maxsize=16)
def _places(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s{alternation(lexicon.phrases('places', 'in'))}\s(?=[A-ZÀ-Ý])")


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a small word may be of a name, as in French and Spanish: "Assemblée *générale* des *ports*"."""
    if len(word) < _LEAST or not lexicon.phrases("parents", "small_names") or word.lower() in lexicon.words:
        return False
    return not word.endswith(lexicon.phrases("parents", "small_names"))


def _is_elided_noun(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun with its article is of a name: "Conseil des droits de *l'homme*"."""
    return _is_elided(word) and _goes_on(word[2:], lexicon)


def _is_elided(word: str) -> bool:
    return word[:2].replace("’", "'") in everywhere("parents", "elided")


def _is_small(word: str) -> bool:
    """Tell whether a small word stands inside names: "of", "de", "l'eau"."""
    return _is_elided(word) or word in everywhere("parents", "of_names")


def above(title: Sequence[Witness], lines: Sequence[Witness], lexicon: Lexicon) -> list[Fact]:
    """Return the lines above the title that name an edition of a larger meeting, known or not: "Ice Week 2021"."""
    top = min((w.offset for w in title), default=0)
    above = [w for w in lines if w.offset < top and is_named(w, lexicon) and editions.is_counted(w.words)]
    return [whole(w, "part-of/above") for w in above if not parts(lexicon).search(w.words)]


def over(title: Sequence[Witness], lines: Sequence[Witness], lexicon: Lexicon) -> list[Fact]:
    """Return the larger meeting that a line above the title of a part gives with its day: "*Ice Forum*, Oslo, 3-5 May" above "Session 2: Boats"."""
    if not any(begins(w.words, inside(lexicon)) for w in title):
        return []
    top = min(w.offset for w in title)
    firsts = [(w, _FIRST_PART.split(w.words, 1)[0]) for w in lines if w.offset < top]
    return [
        Fact(name, Span(w.offset, w.offset + len(name)), "part-of/over")
        for w, name in firsts
        if is_whole(name, lexicon) and any(m.is_day for m in dates.find(w.words[len(name) :], lexicon))
    ]


def whole(line: Witness, rule: str) -> Fact:
    """Return a line as the name of a larger meeting."""
    words = line.words.rstrip(" ,;")
    return Fact(words, Span(line.offset, line.offset + len(words)), rule)


@lru_cache(maxsize=16)
def inside(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words for meetings that may be parts of larger ones."""
    return tuple(p for kind in sorted(PARTS) for p in lexicon.phrases("session_types", kind))


@lru_cache(maxsize=16)
def parts(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of particular types of meetings, in the plural as well."""
    told = particular(lexicon)
    return re.compile(alternation([*told, *(f"{phrase}s" for phrase in told)]))
