"""Ways to cut a part of a line that names more than one place: "UN Headquarters in New York", "Palais des Congrès de Lomé"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import alternation, everywhere
from forumgraph.converters.words.phrases import begins
from forumgraph.converters.words.placewords import cues, kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

    Cut = tuple[str, int, int]
    """The kind of a place with its offsets in the words."""

_COUNTRY = 4
"""Words of the name of a country, and one."""
_CODE = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,6}\s")


def cut(words: str, whole: str, lexicon: Lexicon) -> Sequence[Cut]:
    """Return the places that words name, with the words themselves as one part where no cut fits.

    Args:
        whole: what the words are as one part.
    """
    meeting = _meeting_behind(words, whole)
    if meeting:
        front = words[:meeting]
        return [*cut(front, kind(front), lexicon), ("other", meeting + 1, len(words))]
    for way in (_slashed, _postal, _at, _inside, _led, _capital, _of_city, _city_behind, _city_and_country):
        found = way(words, whole)
        if found:
            return found
    return _city_before(words, whole, lexicon) or [(whole, 0, len(words))]


def _meeting_behind(words: str, whole: str) -> int:
    """Return where a venue ends before the meeting that was opened in it: "Teatro Sucre *el Foro Andino*"; 0 if none follows."""
    found = _article_and_meeting().search(words) if whole in {"venue", "body"} else None
    named = found is not None and found[1][0].isupper() and found[2][0].isupper()
    return found.end(1) if found is not None and named else 0


@lru_cache(maxsize=1)
def _article_and_meeting() -> re.Pattern[str]:
    """Return the pattern of an article and a word for meetings, behind a word of a name: in "Hôtel de la Conférence" it is of the name."""
    article, meeting = alternation(everywhere("kinds", "articles")), alternation(everywhere("parents", "words"))
    return re.compile(rf"(?<!\w)(\w{{1,30}})\s{article}(?:\s|(?<=['’]))({meeting})")


def _slashed(words: str, whole: str) -> Sequence[Cut]:
    """Cut "Bonn/Germany"."""
    del whole
    at = words.find("/")
    city, country = words[:at].rstrip(), words[at + 1 :].lstrip()
    told = at > 0 and gazetteer.city(city) and gazetteer.country(country)
    return [("city", 0, len(city)), ("country", len(words) - len(country), len(words))] if told else []


def _postal(words: str, whole: str) -> Sequence[Cut]:
    """Cut "1220 Vienna", where a code of the post stands before the city."""
    del whole
    code = _CODE.match(words)
    told = code is not None and gazetteer.city(words[code.end() :])
    return [("noise", 0, code.end() - 1), ("city", code.end(), len(words))] if code and told else []


def _at(words: str, whole: str) -> Sequence[Cut]:
    """Cut "Ice Society at the Palace of Culture" and "Bonn at the Palace of Culture", where only what follows "at" is a venue."""
    for match in _at_words().finditer(words) if whole in {"venue", "body"} else ():
        before, after = kind(words[: match.start()]), words[match.end() :]
        if before == "city" or (before == "other" and whole == "venue" and cues().venue.search(after)):
            ways = (_inside, _of_city, _city_behind)
            found = next((cuts for way in ways if (cuts := way(after, kind(after)))), [("venue", 0, len(after))])
            rest = [(named, first + match.end(), last + match.end()) for named, first, last in found]
            return [(before, 0, match.start()), *rest]
    return []


@lru_cache(maxsize=1)
def _at_words() -> re.Pattern[str]:
    return re.compile(rf"\s{alternation(everywhere('places', 'at'))}(?:\s|(?<=['’]))")


def _inside(words: str, whole: str) -> Sequence[Cut]:
    """Cut "UN Headquarters in New York"."""
    del whole
    for inside in cues().inside.finditer(words):
        named = kind(words[inside.end() :])
        people = _people().search(words[: inside.start()]) is not None
        if named in {"city", "country"} and not people:
            return [(kind(words[: inside.start()]), 0, inside.start()), (named, inside.end(), len(words))]
    return []


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    """Return the pattern of words before "in" by which people and bodies are there, and no meeting: "who works"."""
    return re.compile(rf"{alternation(everywhere('places', 'of_people'))}\Z")


def _led(words: str, whole: str) -> Sequence[Cut]:
    """Cut "en Corée du Sud", "au Sénégal", "en Quito"."""
    del whole
    led = _before_country().match(words)
    named = kind(words[led.end() :]) if led else ""
    inside = named == "country" or (named == "city" and words[0].islower())
    return [(named, led.end(), len(words))] if led and inside else []


def _capital(words: str, whole: str) -> Sequence[Cut]:
    """Cut "capital of Finland"."""
    del whole
    capital = cues().capital.match(words)
    named = capital is not None and gazetteer.country(words[capital.end() :])
    return [("country", capital.end(), len(words))] if capital and named else []


def _of_city(words: str, whole: str) -> Sequence[Cut]:
    """Cut "Palais des Congrès de Lomé", in languages that join a venue and its city so."""
    for joint in cues().of.finditer(words) if whole in {"venue", "body"} else ():
        before = words[: joint.start()]
        if gazetteer.city(words[joint.end() :]) and (cues().venue.search(before) or cues().body.search(before)):
            return [(whole, 0, joint.start()), ("city", joint.end(), len(words))]
    return []


def _city_behind(words: str, whole: str) -> Sequence[Cut]:
    """Cut "UNHQ New York", "International Conference Center Geneva", "Palais des Nations Geneva Switzerland"."""
    if whole != "venue":
        return []
    ends = (" ".join(words.split(" ")[-count:]) for count in range(1, _COUNTRY))
    country = next((end for end in ends if end != words and gazetteer.country(end)), "")
    place = words[: len(words) - len(country)].rstrip()
    city = gazetteer.city_at_end(place)
    before = place[: len(place) - len(city)].rstrip()
    marks = (*cues().venue.finditer(before), *cues().body.finditer(before)) if city else ()
    told = any(mark.end() == len(before) and mark[0].lower() not in everywhere("places", "rooms") for mark in marks)
    if not told and not (country and city and before):
        return []
    cuts = [("venue", 0, len(before)), ("city", len(place) - len(city), len(place))]
    return [*cuts, ("country", len(words) - len(country), len(words))] if country else cuts


def _city_and_country(words: str, whole: str) -> Sequence[Cut]:
    """Cut "Bonn Germany"."""
    del whole
    city = gazetteer.city_at_start(words)
    told = city and gazetteer.country(words[len(city) :])
    return [("city", 0, len(city)), ("country", len(city) + 1, len(words))] if told else []


def _city_before(words: str, whole: str, lexicon: Lexicon) -> Sequence[Cut]:
    """Cut "New York Side event"."""
    city = gazetteer.city_at_start(words) if whole == "other" else ""
    told = city and begins(words[len(city) + 1 :], lexicon.phrases("places", "after"))
    return [("city", 0, len(city)), ("other", len(city) + 1, len(words))] if told else []


@lru_cache(maxsize=1)
def _before_country() -> re.Pattern[str]:
    return re.compile(rf"{alternation(everywhere('places', 'in'))}\s")
