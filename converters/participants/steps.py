"""How far a name goes on in running text: over "of the", initials, particles and adjectives, up to words that no name has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.participants.bodies import is_cut
from forumgraph.converters.participants.posts import courtesy, honorific, looks_like_person

if TYPE_CHECKING:
    from forumgraph.converters.participants.grammar import Grammar
    from forumgraph.converters.words.line import Atom, Line

_KNOWN = 12
"""Tokens of a known name, at most."""
_OF_BODY = 3
"""Words between the head of a body and its name: "du ministère de l'Eau"."""
_FORENAME = 5
"""Letters of months that are names of persons, too: "Jan", "May", "April"."""


def step(line: Line, grammar: Grammar, first: int, at: int) -> int:
    """Return the index after the words that go on with the name begun at `first`, or `at` if it ends here."""
    if at in line.atoms:
        return line.atoms[at].end
    word = line.words[at]
    title = courtesy(line, grammar, at)
    if title and (word.text[0].isupper() or at == first) and line.is_name(_past_point(line, title)):
        return _past_point(line, title)
    if word.text[0].isupper():
        return _capital(line, grammar, first, at)
    if at > first and line.gap(at) == "-" and word.text.isalpha():
        return at + 1
    if not word.text.isalpha() or word.fold == "s":
        return _mark(line, grammar, first, at)
    return _small(line, grammar, first, at)


def _mark(line: Line, grammar: Grammar, first: int, at: int) -> int:
    """Go over what is no word: "UN DESA/DSDG", "Group of 77", "Women's Major Group"."""
    word = line.words[at]
    if word.text == "/" and at > first:
        goes_on = line.is_name(at + 1) and not line.gap(at) and not line.gap(at + 1)
    elif word.fold == "s":
        owned = line.gap(at)[-1:] in {"'", "’"} and at + 1 < len(line.words)
        if owned and grammar.has("agents_of", line.words[at + 1].fold) and _known(line, first, at):
            return at + 2  # "Fiji's delegate"
        held = grammar.phrases["titles"].longest(line.words, at + 1) if owned else None
        unit = _past_unit(line, grammar, at + 1) if grammar.phrases["titles"].longest(line.words, first) else 0
        if owned and unit:
            return unit  # "Director of UNDP's regional office"
        goes_on = owned and (line.is_name(at + 1) or held is not None) and not line.gap(at + 1).strip()
    else:
        plan = at > first and len(word.text) == 4 and grammar.has("events", line.words[at - 1].fold)
        goes_on = word.text.isdigit() and at > first and (len(word.text) < 4 or plan)
    return at + goes_on


def _past_unit(line: Line, grammar: Grammar, first: int) -> int:
    """Return the index after a unit of a body that is named without capitals: "regional office", "adaptation unit"; else 0."""
    for at in range(first, min(first + _OF_BODY, len(line.words))):
        word = line.words[at]
        unit = any(grammar.has(row, word.fold) for row in ("bodies", "units"))
        if unit and (word.text.islower() or at > first):
            return at + 1
        if not (word.text.islower() and word.text.isalpha()) or word.fold in grammar.function:
            return 0
    return 0


def _known(line: Line, first: int, end: int) -> Atom | None:
    """Return the known name that ends before a token."""
    atoms = (line.atoms[i] for i in range(max(first, end - _KNOWN), end) if i in line.atoms)
    return next((atom for atom in atoms if atom.end == end), None)


def _capital(line: Line, grammar: Grammar, first: int, at: int) -> int:
    word = line.words[at]
    bloc = grammar.phrases["blocs"].longest(line.words, at) if at == first else None
    if bloc:
        return bloc[0]
    if _is_initial(line, at):
        return at + 2 if line.is_name(at + 2) else at + 1
    if word.fold in grammar.function and not grammar.has("particles", word.fold) and not word.text.isupper():
        return at + (at > first and line.words[at - 1].text[0].isupper() and not grammar.has("definite", word.fold))
    ends = at > first and grammar.has("calendar", word.fold) and not _is_forename(line, grammar, at)
    return at if ends else at + 1


def _is_forename(line: Line, grammar: Grammar, at: int) -> bool:
    """Tell whether a word that may be a month begins a name: "Deputy Director Jan Roe"."""
    if at + 1 >= len(line.words) or len(line.words[at].text) > _FORENAME:
        return False
    following = line.words[at + 1]
    if line.gap(at + 1) == "-" or (not grammar.capitalised and following.text in ",."):
        return line.is_name(at - 1)
    plain = following.text.isalpha() and following.text[0].isupper() and line.gap(at) == line.gap(at + 1) == " "
    return plain and not grammar.has("calendar", following.fold)


def _small(line: Line, grammar: Grammar, first: int, at: int) -> int:
    """Read words without capitals inside a name: "of the", "de la", and posts and bodies that begin it."""
    fold = line.words[at].fold
    tail = (
        (_tail(line, grammar, at) or _bridge(line, grammar, at) or _seat(line, grammar, first, at)) if at > first else 0
    )
    if tail:
        return tail
    helps = grammar.has("adverbs", fold) and line.words[at].text.isascii()
    if at > first and grammar.has("connectors", fold) and not (helps or grammar.has("ands", fold)):
        return _connected(line, grammar, first, at)
    if at > first and grammar.has("origins", fold) and _has_name(line, grammar, first, at):
        body = without_articles(line, grammar, at + 1, len(line.words))[0]
        return body if line.is_name(body) else at
    if at > first and line.is_name(at - 1) and (following := _past_particles(line, grammar, at)) > at:
        return following
    if all(_is_small(line, grammar, i) for i in range(_past_owner(line, first, at), at)):
        rows = ("titles", "bodies", "shared")
        heads = [found[0] for row in rows if (found := grammar.phrases[row].longest(line.words, at))]
        following = max([at + grammar.has("modifiers", fold), *heads])
        if following > at:
            return following
    more = 2 if grammar.has("ands", fold) and _are_adjectives(line, grammar, at) else _adjective(line, grammar, at)
    return at + (at > first and more)


def _are_adjectives(line: Line, grammar: Grammar, joint: int) -> bool:
    """Tell whether adjectives without capitals stand on both sides of "and": "recherche économique | et sociale"."""
    both = line.words[joint - 1 : joint + 2 : 2]
    ends = all(w.text.islower() and w.fold.endswith(grammar.endings) and w.fold not in grammar.function for w in both)
    return not grammar.capitalised and len(both) > 1 and ends


def _past_owner(line: Line, first: int, at: int) -> int:
    """Return the index after the owner that a name begins with: after "UNDP's" in "UNDP's regional director Jane Doe"."""
    owners = (i for i in range(at - 1, first, -1) if line.words[i].fold == "s" and line.owns(i - 1))
    return next(owners, first - 1) + 1


def _bridge(line: Line, grammar: Grammar, at: int) -> int:
    """Return the index of the name behind "in charge of" and its like; else 0."""
    bridge = grammar.phrases["bridges"].longest(line.words, at)
    name = without_articles(line, grammar, bridge[0], len(line.words))[0] if bridge else 0
    return name if bridge and line.is_name(name) else 0


def _seat(line: Line, grammar: Grammar, first: int, at: int) -> int:
    """Return the index after the country whose unit is named: "UN Country Team in The Gambia", "Ministry of Health in Kenya"; else 0."""
    unit = any(line.is_name(i) and grammar.has("units", line.words[i].fold) for i in range(first, at))
    if not grammar.has("within", line.words[at].fold) or not (
        unit or grammar.phrases["titles"].longest(line.words, first)
    ):
        return 0
    place = line.atoms.get(without_articles(line, grammar, at + 1, len(line.words))[0]) or line.atoms.get(at + 1)
    return place.end if place and place.kind == "country" else 0


def _tail(line: Line, grammar: Grammar, at: int) -> int:
    """Return the index after small words that end a name: "Women with disabilities", "ECOSOC president", "UN agencies"; else 0."""
    owner = line.words[at - 1].text
    known = grammar.capitalised and _known(line, 0, at) is not None
    if known and grammar.has("attenders", line.words[at].fold):
        return at + 1
    title = grammar.phrases["titles"].longest(line.words, at) if grammar.capitalised else None
    comma = title is not None and [w.text for w in line.words[title[0] : title[0] + 1]] == [","]
    apposed = (
        title is not None and comma and line.is_name(title[0] + 1) and line.is_name(title[0] + 2)
    )  # "the Oceania director, Jane Doe"
    row = "titles" if known or apposed or grammar.has("bodies", line.words[at - 1].fold) else "place_titles"
    acronym = owner.isupper() and len(owner) > 1
    office = grammar.phrases[row].longest(line.words, at) if acronym or row == "titles" else None
    office = office if office and (acronym or apposed or line.is_name(office[0])) else None
    tail = grammar.phrases["tails"].longest(line.words, at) or office
    return tail[0] if tail else 0


def _adjective(line: Line, grammar: Grammar, at: int) -> bool:
    """Tell whether a word without capital goes on with a name where names are written so: "Commission économique", "Grand groupe"."""
    if grammar.capitalised:
        return line.words[at - 1].text.isupper() and grammar.has("of_acronyms", line.words[at].fold)
    fold = line.words[at].fold
    if grammar.ends("acting", line.words[at].text) or grammar.verbs.longest(line.words, at):
        return False
    ends = fold.endswith(grammar.endings) and fold not in grammar.function and line.words[at].text.isalpha()
    if grammar.has("modifiers", fold) and at + 1 < len(line.words):
        ends = ends or line.words[at + 1].fold.endswith(grammar.endings)
    return ends or bool(grammar.phrases["bodies"].longest(line.words, at))


def _has_name(line: Line, grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a name has the form of a person's, so that "from the Farmers Union" tells of the person."""
    return looks_like_person(line, grammar, honorific(line, grammar, first), end, least=1 + (end - first < 3))


def _past_particles(line: Line, grammar: Grammar, at: int) -> int:
    """Go over "de la" where a name follows."""
    following = at
    while following < min(at + 3, len(line.words)) and grammar.has("particles", line.words[following].fold):
        following += 1
    conjunction = following > at and grammar.has("ands", line.words[at].fold)
    return following if line.is_name(following) and not conjunction else at


def _is_small(line: Line, grammar: Grammar, index: int) -> bool:
    fold = line.words[index].fold
    return grammar.has("modifiers", fold) or grammar.has("titles", fold) or grammar.has("portfolios", fold)


def _connected(line: Line, grammar: Grammar, first: int, at: int) -> int:
    """Go over connecting words where a name follows them."""
    before = _known(line, first, at)
    titled = any(grammar.phrases["titles"].longest(line.words, i, at) for i in range(first, at))
    through = not grammar.capitalised and grammar.phrases["under"].longest(line.words, at)
    if through or (grammar.has("located", line.words[at].fold) and not titled):
        return at
    following = at
    while following < min(at + 3, len(line.words)) and grammar.has("connectors", line.words[following].fold):
        following += 1
    if before is not None and before.key and before.first == first:
        body = line.atoms.get(following)
        within = body is not None and body.key and body.kind == before.kind == "organization"
        return (
            following
            if is_cut(line, grammar, before) or (within and grammar.has("belonging", line.words[at].fold))
            else at
        )
    following = _past_edition(line, grammar, following)
    if line.is_name(following) and not (
        following < len(line.words) and grammar.has("calendar", line.words[following].fold)
    ):
        return following
    role = not grammar.capitalised and grammar.following.longest(line.words, at)
    if following < len(line.words) and _begins_body(line, grammar, first, at) and not (grammar.capitalised or role):
        word, apart = line.words[following], line.is_name(at - 1) and not grammar.has("bodies", line.words[at - 1].fold)
        if apart and not grammar.has("genitive", line.words[at].fold):
            return at  # "thanked the Fundación Eva | for lending the room"
        return following + 1 if word.text.isalpha() and word.fold not in grammar.function else at
    head = _past_unit(line, grammar, following)
    name = head or following
    while head and name < min(head + _OF_BODY, len(line.words)) and grammar.has("connectors", line.words[name].fold):
        name += 1
    whole = head and (name > head or line.is_name(head - 1)) and line.is_name(name)
    return head if whole else at


def _past_edition(line: Line, grammar: Grammar, at: int) -> int:
    """Go over "73rd session of the" in "President of the 73rd session of the General Assembly", and "2030" in "on the 2030 Agenda"."""
    if at + 2 >= len(line.words) or not line.words[at].text[0].isdigit():
        return at
    if line.is_name(at + 1):
        return at + 1
    occasion = next((i for i in (at + 1, at + 2) if grammar.has("occasions", line.words[i].fold)), 0)
    following = occasion + 1
    while following < min(occasion + 4, len(line.words)) and grammar.has("connectors", line.words[following].fold):
        following += 1
    return following if occasion and following > occasion + 1 and line.is_name(following) else at


def _begins_body(line: Line, grammar: Grammar, first: int, at: int) -> bool:
    bodies = grammar.phrases["bodies"]
    return line.is_name(first) and any(bodies.longest(line.words, i) for i in range(first, min(at, first + 4)))


def _past_point(line: Line, index: int) -> int:
    return index + 1 if index < len(line.words) and line.words[index].text == "." else index


def without_articles(line: Line, grammar: Grammar, index: int, end: int) -> tuple[int, bool]:
    """Return the index after the articles at a token, and whether one of them was definite, as "the" and "her" are."""
    article = False
    while index < end - 1 and index not in line.atoms and _is_article(line, grammar, index):
        article = article or any(grammar.has(row, line.words[index].fold) for row in ("definite", "owners"))
        index += 1
    return index, article


def _is_article(line: Line, grammar: Grammar, index: int) -> bool:
    """Tell whether a word is an article, or a day before one: "On 3 May the"; one with a capital inside a sentence belongs to the name ("El Salvador")."""
    if grammar.has("calendar", line.words[index].fold):
        return any(grammar.has("articles", w.fold) and w.text.islower() for w in line.words[index + 1 : index + 2])
    if not grammar.has("articles", line.words[index].fold) or _is_initial(line, index):
        return False
    begins = not index or line.words[index - 1].text in '.:;!?|—«“"' or line.parted(index)
    return line.words[index].text.islower() or begins


def _is_initial(line: Line, index: int) -> bool:
    return (
        len(line.words[index].text) == 1
        and line.words[index + 1 : index + 2] != []
        and line.words[index + 1].text == "."
    )
