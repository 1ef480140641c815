"""Words that put a session into a larger meeting: "on the margins of the 2019 HLPF", "as part of the World Week of Wells"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.forums import larger
from forumgraph.converters.forums.categories import particular
from forumgraph.converters.structure import editions
from forumgraph.converters.structure.boilerplate import phrases_of
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.lexicon import everywhere
from forumgraph.converters.words.phrases import begins, first, pattern
from forumgraph.converters.words.placewords import cues
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import NameMention, Names

_NEAR = 60
"""Characters before a forum in which a meeting is named, or said to be held."""
_LONGEST = 300
"""Characters of a clause in which it may be said that something is to come."""
_COMMA = 14
"""Characters before a forum in which the comma stands that parts its phrase: ", during the "."""
_FIRST_WORDS = 30
"""Characters with which a sentence begins: "During the 2019"."""
_TOKEN = re.compile(r"[\w’'-]+")
_CLAUSE = re.compile(r"[.;!?]\s")


def find(words: str, offset: int, printed: Sequence[str], lexicon: Lexicon, names: Names) -> Iterator[Fact]:
    """Go through the larger meetings, known or not, that a sentence or line puts a session into.

    Args:
        offset: where `words` begin in the document.
        printed: lines of the title and near it; a name that is printed alone in one of them is as long as there.
    """
    known = names.find(words, offset)
    forums = [m for m in (*known, *editions.numbered(words, offset, known)) if m.kind == "forum"]
    of_another = first(words, lexicon.phrases("parents", "of_another"))
    end = of_another.start() if of_another else len(words)
    for mention in forums:
        if mention.span.start - offset < end and _is_led(words, mention, offset, lexicon):
            span = editions.with_year(words, mention.span, offset)
            yield Fact(words[span.start - offset : span.end - offset], span, "part-of/phrase")
    taken = [m.span for m in known if m.kind == "forum"]
    there = lexicon.phrases("parents", "there")
    for match in (*_leads(words, end, lexicon.phrases("parents", "lead")), *_leads(words, end, there)):
        named = _capitalised(words, match, lexicon, names)
        plain = match.re is pattern(there)
        if named is None or (plain and not _is_there(words, match.start(), named.of(words), lexicon)):
            continue
        lengths = (len(line) for line in printed if words.startswith(line, named.start))
        named = Span(named.start, max(named.end, named.start + max(lengths, default=0)))
        place = Span(named.start + offset, named.end + offset)
        bare = named.of(words).lower() in lexicon.phrases("parents", "words") and not named.of(words).isupper()
        beside = _is_beside(match, lexicon)
        meets = beside or not _is_body(named.of(words), lexicon)
        if not bare and not any(span.overlaps(place) for span in taken) and meets:
            yield Fact(named.of(words), place, "part-of/capitals")


def _leads(words: str, end: int, phrases: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Go through the phrases that lead to a larger meeting, also those that begin inside of another: "held *in the framework of*"."""
    row = pattern(phrases)
    match = row.search(words, 0, end)
    while match is not None:
        yield match
        match = row.search(words, match.start() + 1, end)


def _is_body(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name may as well be that of a body: "Economic Commission for Africa", but not "tenth session of the Commission on Ice"."""
    told = set(name.lower().split()) & set(lexicon.phrases("parents", "words"))
    return told <= set(lexicon.phrases("parents", "bodies")) and not any(c.isdigit() for c in name)


def _capitalised(words: str, lead: re.Match[str], lexicon: Lexicon, names: Names) -> Span | None:
    """Return the name of a meeting that no table knows, after words that lead to it."""
    before = words[: lead.end()]
    if lead[0].lower() in lexicon.phrases("parents", "known_only"):
        return None
    if is_of_another(words[: lead.start()], lexicon):
        return None
    weak = lead[0].lower() in lexicon.phrases("parents", "weak_lead")
    if weak and (_is_loose(before, lexicon) or not _tells(words, lexicon)):
        return None
    named = larger.capitalised(words, lead.end(), lexicon)
    if named is not None and lead[0].lower() in lexicon.phrases("parents", "at_lead") and _is_venue(named.of(words)):
        return None
    plain = named is None and _is_beside(lead, lexicon) and first(lead[0], phrases_of(lexicon, "session_types")) is None
    return _beside(words, lead, lexicon, names) if plain else named


def _is_venue(name: str) -> bool:
    """Tell whether a name with a word for meetings is that of a venue: "held at the *Congress Centre*"."""
    return cues().venue.search(name) is not None or cues().body.search(name) is not None


def _is_beside(lead: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether words lead to nothing but meetings: "on the margins of"."""
    rows = lexicon.table("parents")
    return first(lead[0], rows.get("beside", ())) is not None and lead[0].lower() not in rows.get("of_organizers", ())


def _beside(words: str, lead: re.Match[str], lexicon: Lexicon, names: Names) -> Span | None:
    """Return what a session was beside, which is a meeting whatever it is called, and no place or body: "on the margins of *Africities*"."""
    span = larger.run(words, lead.end(), lexicon)
    name = span.of(words) if span else ""
    known = any(m.kind != "forum" and len(m.words) == len(name) for m in names.find(name))
    placed = gazetteer.city(name) or gazetteer.country(name) or name.lower() in lexicon.phrases("places", "no_cities")
    return None if known or placed else span


def _is_led(words: str, mention: NameMention, offset: int, lexicon: Lexicon) -> bool:
    start, end = mention.span.start - offset, mention.span.end - offset
    befores = editions.befores(words[:start])
    if any(ends_with(before, lexicon.phrases("parents", "not_before")) for before in befores):
        return False
    after = editions.year_after().match(words, end)
    if begins(words[after.end() if after else end :].lstrip(" :,-–—|"), lexicon.phrases("parents", "follow")):
        return True
    edition = words[editions.with_year(words, mention.span, offset).start - offset : end]
    at = any(ends_with(before, lexicon.phrases("parents", "there")) for before in befores)
    if _opens(befores, words[end:], lexicon) or (at and _is_there(words, start, edition, lexicon)):
        return True
    led = [before for before in befores if ends_with(before, lexicon.phrases("parents", "lead"))]
    parted = not words[end:].strip(" .)") and "," in words[max(0, start - _COMMA) : start]
    sure = (parted and _tells(words[:start], lexicon)) or any(not _is_loose(before, lexicon) for before in led)
    return bool(led) and sure and not _is_ahead(words[:start], lexicon)


def _is_there(words: str, start: int, name: str, lexicon: Lexicon) -> bool:
    """Tell whether a forum behind "at" is a numbered one, of which a clause says that something was held: "convened a panel at *COP28*"."""
    before = words[:start]
    held = (*lexicon.phrases("places", "held"), *lexicon.phrases("kinds", "held"), *particular(lexicon))
    counted = editions.is_counted(name) and first(before, held) is not None
    numbered = counted or (editions.is_acronym(words, start) and _tells(words, lexicon))
    return numbered and first(before[-_NEAR:], lexicon.phrases("places", "of_another")) is None


def _opens(befores: Sequence[str], after: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins with the forum at which a meeting of a particular kind was held: "*At the* 2019 HLPF, towns organized a side event"."""
    at = lexicon.phrases("parents", "opens")
    opens = any(before.lower().replace("’", "'") in at for before in befores)
    return (
        opens
        and first(after, (*particular(lexicon), *lexicon.phrases("parents", "follow"))) is not None
        and first(after, lexicon.phrases("kinds", "held")) is not None
    )


def names_meeting(words: str, lexicon: Lexicon, names: Names) -> bool:
    """Tell whether words end with the name of a forum or of another large meeting, which is not only prepared: "took part in the *Third Ice Week*"."""
    at, start = max(0, len(words) - editions.NEAR), len(words)
    for token in reversed(list(_TOKEN.finditer(words, at))):
        if token[0][0].isupper() or token[0][0].isdigit():
            start = token.start()
        elif token[0] not in everywhere("parents", "of_names"):
            break
    name = words[start:]
    told = {word.rstrip("0123456789").lower() for word in _TOKEN.findall(name) if word[0].isupper()}
    named = not told.isdisjoint(lexicon.phrases("parents", "words")) and not _is_body(name, lexicon)
    forum = any(m.kind == "forum" and m.span.end == len(words) for m in names.find(words))
    return (named or forum) and not is_of_another(words[:start], lexicon)


def is_of_another(before: str, lexicon: Lexicon) -> bool:
    """Tell whether words before a lead or a forum speak of what is to come, or of another meeting: "It followed a workshop held *during the*"."""
    others = lexicon.phrases("parents", "not_before")
    return _is_ahead(before, lexicon) or any(ends_with(plain, others) for plain in (before, *editions.befores(before)))


def _is_ahead(before: str, lexicon: Lexicon) -> bool:
    """Tell whether the clause says what will be: "The results *will be* presented during the"."""
    clause = _CLAUSE.split(before[-_LONGEST:])[-1]
    return first(clause, lexicon.phrases("parents", "ahead")) is not None


def _is_loose(before: str, lexicon: Lexicon) -> bool:
    """Tell whether words end with a lead such as "during", and neither a meeting nor that it was held stands near: "take part during the"."""
    weak = lexicon.phrases("parents", "weak_lead")
    if not ends_with(before, weak) or ends_with(
        before, tuple(p for p in lexicon.phrases("parents", "lead") if p not in weak)
    ):
        return False
    return len(before) > _FIRST_WORDS and not _tells(before[-_NEAR:], lexicon)


def _tells(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words name a kind of meeting, or say that one was held."""
    return first(words, _telling(lexicon)) is not None


@lru_cache(maxsize=16)
def _telling(lexicon: Lexicon) -> tuple[str, ...]:
    told = (
        *phrases_of(lexicon, "session_types"),
        *lexicon.phrases("places", "held"),
        *lexicon.phrases("kinds", "held"),
    )
    return (*told, *(f"{phrase}s" for phrase in told))


def ends_with(words: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether words end with one of several phrases, whole words of them."""
    tail = words.lower().replace("’", "'").rstrip(' “"«(')
    return any(tail.endswith(phrase) and not tail[: -len(phrase)][-1:].isalnum() for phrase in phrases)
