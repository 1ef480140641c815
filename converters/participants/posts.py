"""Posts: "Deputy Minister for Territorial Policy of the Basque Government" is a title and the body it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import looks_like_body
from forumgraph.converters.words.gazetteer import city, city_at_start
from forumgraph.model import Post, Span

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Line, Segment

_HONORIFICS = 5
"""Honorifics before one name, at most: "H.E. Mr. Prof. Dr."."""
_NO_NAMES = ("bodies", "portfolios", "generic", "events", "governments")
Stretch = tuple[int, int]
"""Token indexes, half open."""


@dataclass(frozen=True, slots=True)
class Office:
    """A post as token indexes.

    Attributes:
        title: the office ("Deputy Minister for Territorial Policy").
        body: what it belongs to ("Basque Government").
        person: who holds it, when the title stands before a name ("Mayor Ada Colau").
    """

    title: Stretch
    body: Stretch | None = None
    person: Stretch | None = None

    def post(self, line: Line, body: Span | None = None) -> Post:
        """Make the value; `body` is one that was found outside of the words of the office."""
        title = line.span(*self.title)
        place = body or (line.span(*self.body) if self.body else None)
        start, end = min(title.start, place.start if place else title.start), max(title.end, place.end if place else 0)
        return Post(title.of(line.text), place.of(line.text) if place else "", Span(start, end))


def office(line: Line, grammar: Grammar, segment: Segment) -> Office | None:
    """Read a part of an enumeration as a post.

    The body is what follows "of" where the title is one of a place or a whole body (mayor, president); after other titles, what follows may be a
    field of work ("Minister of Environment", "Director of Open Government"), so there it must look like a body.
    """
    first, end = segment.first, segment.end
    if not grammar.capitalised and _is_unit(line, grammar, first):
        return None
    before = line.atoms.get(first)
    own = (before.first, before.end) if before and before.end < end else _acronym_before(line, grammar, first, end)
    start = own[1] + (own[1] < end and line.owns(own[1] - 1)) if own else first
    whole = grammar.phrases["titles"].longest(line.words, start, end) if start < end else None
    links = [
        i
        for i in range(max(start + 1, whole[0] if whole else 0), end)
        if grammar.has("links", line.words[i].fold) and not _inside(line, i, start)
    ]
    group = links[0] if links else end
    title = _title(line, grammar, start, group)
    if title is None or (own and title[0] != start and not grammar.capitalised):
        return None
    stop = _past_adjectives(line, grammar, _past_modifiers(line, grammar, title[1], group), group)
    if links and links[0] == stop + 1 and looks_like_person(line, grammar, stop, end):  # "diputado Diego del Valle"
        group, links = end, []
    person = _person(line, grammar, (start, stop), group, owned=own is not None) if stop < group else None
    if person:
        body = (_without_articles(line, grammar, links[0] + 1, end), end) if links else None
        return Office((start, stop), body if body and body[0] < end else own, person)
    name = _behind_body(line, grammar, stop, end) if not (links or own) else end
    if name < end:
        return Office((start, stop), (stop, name), (name, end))
    if any(i in line.atoms for i in range(stop, group)):
        return None
    body = own or _body(line, grammar, (start, stop) if stop < group else title, links, end)
    return Office((start, end if body is None or body is own else _title_end(line, grammar, body, links)), body)


def _behind_body(line: Line, grammar: Grammar, first: int, end: int) -> int:
    """Return where a name begins behind a title and a body without a link between: "Country Director UNDP Jane Doe", "Chair Water Board John Roe"; else the end."""
    if not grammar.capitalised or first >= end:
        return end
    known = [line.atoms[first].end] if first in line.atoms else []
    ends = (i + 1 for i in range(first, end) if line.is_name(i) and grammar.has("bodies", line.words[i].fold))
    named = (i for i in (*known, *ends) if i < end and looks_like_person(line, grammar, i, end))
    return next((i for i in named if not city_at_start(line.span(i, end).of(line.text))), end)


def _is_unit(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether a word is one for a unit; "secretaria" is none, though "secretaría" is."""
    word = line.words[index]
    return grammar.has("units", word.fold) and word.text.lower() not in grammar.affixes["titles"]


def _acronym_before(line: Line, grammar: Grammar, first: int, end: int) -> Stretch | None:
    """Return an acronym that stands before a title: "IOE President", "USCIB Deputy Director"."""
    word, at = line.words[first].text, _past_modifiers(line, grammar, first + 1, end)
    shouted = at < end and line.words[at].text.isupper() and len(line.words[at].text) > 3
    title = grammar.phrases["titles"].longest(line.words, first + 1, end) or (
        grammar.phrases["titles"].longest(line.words, at, end) if at < end else None
    )
    acronym = 1 < len(word) < 12 and word.isalnum() and sum(c.isupper() for c in word) * 2 > len(word)
    known = grammar.phrases["titles"].longest(line.words, first) or grammar.phrases["honorifics"].longest(
        line.words, first
    )
    return (first, first + 1) if acronym and title and not known and not shouted else None


def _qualifies(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a title is but an adjective of a body: "Executive Bureau"."""
    one = end - first == 1 and end < len(line.words) and grammar.has("modifiers", line.words[first].fold)
    return one and line.is_name(end) and grammar.phrases["bodies"].longest(line.words, end) is not None


def _names_kind(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a title is but the first word of a kind or an event: "Member States", "Expert Group Meeting"."""
    place = grammar.phrases["place_titles"].longest(line.words, first)
    if not grammar.capitalised or end - first > 1 or end >= len(line.words) or (place and place[0] == end):
        return False
    following = line.words[end].fold
    plain = line.is_name(end) and end not in line.atoms and not grammar.has("titles", following)
    return plain and any(grammar.has(row, following) for row in ("generic", "bodies", "events"))


def _inside(line: Line, index: int, first: int) -> bool:
    return any(i in line.atoms and line.atoms[i].end > index for i in range(max(first, index - 16), index))


def _title(line: Line, grammar: Grammar, first: int, end: int) -> Stretch | None:
    """Return the last title in a group of words."""
    found: Stretch | None = None
    at = first
    while at < min(end, first + 8):
        match = grammar.phrases["titles"].longest(line.words, at, end) if at not in line.atoms else None
        if match and (line.owns(match[0] - 1) or _is_no_title(line, grammar, first, (at, match[0]), end)):
            match = None
        found = (at, match[0]) if match else found
        at = match[0] if match else at + 1
    return found


def _is_no_title(line: Line, grammar: Grammar, first: int, title: Stretch, end: int) -> bool:
    """Tell whether a title is but an adjective of a body, the first word of a kind, or the surname of a person: "Paul King", "Ana Dean"."""
    at = title[0]
    if _qualifies(line, grammar, *title) or _names_kind(line, grammar, *title):
        return True
    named = grammar.has("surnames", line.words[at].fold) and first < at == end - 1
    modified = any(grammar.has("modifiers", w.fold) or w.text.isupper() for w in line.words[first:at])
    return named and not modified and looks_like_person(line, grammar, first, end)


def _past_modifiers(line: Line, grammar: Grammar, index: int, end: int) -> int:
    while index < end and grammar.has("modifiers", line.words[index].fold):
        index += 1
    return index


def _past_adjectives(line: Line, grammar: Grammar, index: int, end: int) -> int:
    """Go over adjectives behind a title, before a name: "el ministro chileno Luis Doe", "la ministre sénégalaise Anne Doe"."""
    at = next((i for i in range(index, end) if not line.words[i].text.islower()), end)
    adjectives = not grammar.capitalised and all(w.fold.endswith(grammar.endings) for w in line.words[index:at])
    return at if adjectives and at < end else index


def _person(line: Line, grammar: Grammar, title: Stretch, end: int, *, owned: bool) -> Stretch | None:
    """Return the name that follows a title: "Mayor Ada Colau"; other words there belong to the title."""
    place = grammar.phrases["place_titles"].longest(line.words, title[0])
    presides = grammar.phrases["presiders"].longest(line.words, title[0])
    whole = owned or any(found is not None and found[0] == title[1] for found in (place, presides))
    name = honorific(line, grammar, title[1])
    if title[1] < name < end:
        return name, end
    return (title[1], end) if looks_like_person(line, grammar, name, end, least=1 if whole else 2) else None


def _title_end(line: Line, grammar: Grammar, body: Stretch, links: list[int]) -> int:
    """Return where a title ends: at the link before its body."""
    return next(i for i in links if not any(_plain(line, grammar, k) for k in range(i, body[0])))


def _plain(line: Line, grammar: Grammar, index: int) -> bool:
    fold = line.words[index].fold
    return not (grammar.has("links", fold) or grammar.has("articles", fold) or grammar.has("definite", fold))


def _body(line: Line, grammar: Grammar, title: Stretch, links: list[int], end: int) -> Stretch | None:
    place = grammar.phrases["place_titles"].longest(line.words, title[0])
    for number, link in enumerate(links):
        start = _without_articles(line, grammar, link + 1, end)
        following = links[number + 1] if number + 1 < len(links) else end
        if start >= end or start in links:
            continue
        if place and number == 0 and grammar.has("belonging", line.words[link].fold) and line.is_name(start):
            cut = next((i for i in links if i > start and grammar.has("representing", line.words[i].fold)), end)
            return start, cut
        if looks_like_body(line, grammar, start, following, end):
            return start, end
    return None


def _without_articles(line: Line, grammar: Grammar, index: int, end: int) -> int:
    """Go over articles; one with a capital belongs to the name: "concejala de La Paz"."""
    while index < end and index not in line.atoms and grammar.has("articles", line.words[index].text):
        index += 1
    return index


def looks_like_person(line: Line, grammar: Grammar, first: int, end: int, least: int = 2) -> bool:
    """Tell whether words have the form of a person's name: two to six words with capitals, none of which makes a body, a post or a place."""
    names, past = 0, first
    for index in range(first, end):
        word = line.words[index]
        inner = first < index < end - 1
        elided = index < end - 1 and line.gap(index + 1)[:1] in {"'", "’"}
        initial = len(word.text) == 1 and word.text.isupper() and not elided
        if index < past or word.text == "." or (inner and not initial and grammar.has("particles", word.fold)):
            continue
        if word.text == "," and inner and line.span(first, index).of(line.text).isupper():
            past = honorific(line, grammar, index + 1)
            continue
        if index > first and line.gap(index) == "-" and word.text.isalpha():
            names += grammar.has("particles", line.words[index - 1].fold)
            continue
        if not _name_word(line, grammar, index):
            return False
        names += 1
    only = line.words[first:end]
    short = (len(only) == 1 and only[0].text.isupper()) or all(len(word.text) == 1 for word in only)
    formed = least <= names <= 7 and end > first and line.words[first].text != "." and not short
    return formed and not (names > 1 and _is_no_person(line, grammar, first, end))


def _is_no_person(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether words with the form of a name are a place, the end of a title or holders of one: "Lake Turkana", "Général Adjoint", "Ward Administrators"."""
    land = grammar.has("lands", line.words[first].fold)
    title = all(grammar.has("modifiers", line.words[i].fold) for i in range(first, end))
    title = title or grammar.are_several("titles", line.words[end - 1].fold)
    return land or title or bool(city(line.span(first, end).of(line.text)))


def _name_word(line: Line, grammar: Grammar, index: int) -> bool:
    word = line.words[index]
    known = index in line.atoms and not _is_forename(line, grammar, index)
    plain = word.text[0].isupper() and word.text.isalpha()
    if known or not plain or (word.text.isupper() and len(word.text) == 2):
        return False
    mixed = not word.text.isupper() and not word.text[1:].islower() and len(word.text) > 1
    if mixed and not word.text.startswith(grammar.affixes["prefixes"]):
        return False
    letters = len(word.text)
    if (letters > 1 and grammar.has("honorifics", word.fold)) or (letters > 5 and grammar.has("calendar", word.fold)):
        return False
    initial = letters == 1 and any(w.text == "." for w in line.words[index + 1 : index + 2])
    small = not initial and word.fold in grammar.function
    return not (small or any(grammar.has(row, word.fold) for row in _NO_NAMES))


def _is_forename(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether the name of a country is a forename: "Jordan Doe", "Mauricio Doe"."""
    if index + 1 >= len(line.words) or not grammar.has("forenames", line.words[index].fold):
        return False
    following = line.words[index + 1].text
    return line.gap(index + 1) == " " and following.isalpha() and following.istitle() and index + 1 not in line.atoms


def is_person(line: Line, grammar: Grammar, segment: Segment) -> bool:
    """Tell whether a part has an honorific or the form of a person's name."""
    name = honorific(line, grammar, segment.first)
    return segment.first < name < segment.end or looks_like_person(line, grammar, segment.first, segment.end)


def honorific(line: Line, grammar: Grammar, index: int) -> int:
    """Return the index after the honorifics that stand at an index: "H.E. Mr."."""
    for _ in range(_HONORIFICS):
        if index >= len(line.words) or not line.words[index].text[0].isupper() or index in line.atoms:
            return index
        match = courtesy(line, grammar, index)
        if not match or not line.is_name(_past_points(line, match)):
            return index
        index = _past_points(line, match)
    return index


def courtesy(line: Line, grammar: Grammar, index: int) -> int:
    """Return where the honorific at an index ends, else 0; "HE" is one, and "He" is none."""
    match = grammar.phrases["honorifics"].longest(line.words, index)
    word = line.words[index]
    pronoun = match is not None and word.fold in grammar.function and match[0] == index + 1 and not word.text.isupper()
    return match[0] if match and not pronoun else 0


def _past_points(line: Line, index: int) -> int:
    while index < len(line.words) and line.words[index].text in ".,":
        index += 1
    return index
