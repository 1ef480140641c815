"""Whether words that have the stems of a label are meant by it: whether they are forms of its word, name an office or somebody, or only tell a time.

Stems put unlike words together ("accountant", "accountability"). "The Minister of Health" is no statement on health, the Hill Women Choir none on women, and
what has not been done "since the pandemic" is not about the pandemic.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SINCE = re.compile(
    r"\b(?:since|before|depuis|avant|desde|antes) (?:(?:de|the|la|le|les|el|los|las) ){0,2}(?:l['’])?$", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?=[CcDdMmSs])(?i:minist(?:er|ers|ry|ries)|secretar(?:y|ies)(?:-general)?|departments?|commissioners?|directorate|directors?(?:-general)?"
    r"|minist(?:re|res|ère|ères)|secrétaires?|secrétariat|département|direct(?:eur|rice)|(?<!the )(?<!new )direction"
    r"|ministr[oa]s?|ministerios?|secretari[oa]s?|secretaría|departamento|dirección|director(?:a|es)?|consejer(?:o|a|ía))"
    r" (?i:of|for|general|of state|d['’]état|d['’]|de l['’]|de|du|des|del|à l['’]|à|aux?|délégué|déléguée)(?![^\W_])"
    r"(?: ?(?i:of|for|the|and|state|de|du|des|la|le|les|del|los|las|el|et|y|e|à|aux?)(?![^\W_])| ?(?i:[ld]['’])| ?[A-ZÀ-Ý][^\W_]*(?![^\W_]),?){0,10} ?$"
)
"""An office and what stands between it and its field: "the Minister of State for "."""
_OFFICER = re.compile(r" (?:Minist(?:er|ry)|Secretar(?:y|iat)|Department|Commissioner|Directorate|Office)\b")
"""An office behind its field: "Health Minister"."""
_COMPARED = re.compile(
    r"\b([^\W_]{4,})[^\W_]* .*\b(?:as|comme|como) (?:(?:they|we|you|it|one|ils|elles|nous|on|se|s['’]) ?)?(?:already |déjà |ya )?\1[^\W_]*"
    r"(?: [^\W_]+){0,3}(?: [ld]['’])? ?$",
    re.IGNORECASE,
)
"""What is done, and that it is done "as" with what follows: "fund participation as they fund "."""
_BEFORE = 80
"""Characters before a word that are looked at."""
_NAME_BEFORE = re.compile(
    r"[^\W_]['’)]?,? (?!(?:the|a|an|our|le|la|les|el|los|las|un|une|una)\b)[A-ZÀ-Ý][^\W_]*[^\W_] (?:(?:of|for|de|des|du|del|pour|para)(?: l(?:a|os|as|es))? |d['’])?$"
)
"""A word with a capital that does not begin a sentence, before a word."""
_NAME_BEHIND = re.compile(r" [A-ZÀ-Ý](?:[^\W_]|[. ])")
_PERSON_BEHIND = re.compile(r" [A-ZÀ-Ý][a-zà-ÿ]+(?: (?:de|del|la|von|van|al|el|ben|bin)){0,2} [A-ZÀ-Ý][a-zà-ÿ]+")
"""A first and a last name: what stands before them is their title."""
_WORD = re.compile(r"[^\W_]+")
_FEW = 3
"""Words that make no headline."""
_ENDING = 3
"""Letters in which two forms of one word may differ at their ends; long words in a third of theirs."""
_SHORT = 5
"""Letters of a word from which no other may differ but by what stands behind it: "sida" is no form of "sidi"."""
_INFLECTIONS = tuple(
    frozenset(row.split(" "))
    for row in (
        " s es e x a as",
        "o a os as",
        "y ies",
        "l le les ux",
        "f fs ve ves",
        "er ère ers ères",
        "ón ones",
        "án anes",
        "és eses",
    )
)
"""What number and gender leave behind what two forms of a word have in common, in the three languages."""
_TAIL = 2
"""Letters that the shorter of two long words may have for itself: "decentralized", "decentralization", but "representative", "representation"."""


def is_meant(text: str, start: int, end: int) -> bool:
    """Tell whether one word of a text can be about what it says: no part of a name, no title before one, and no time.

    >>> is_meant("Women walk.", 0, 5), is_meant("At noon we heard the Hill Women Choir.", 26, 31), is_meant("Closed since the pandemic.", 17, 25)
    (True, False, False)
    >>> is_meant("Habló el gobernador Juan de la Vega.", 9, 19)
    False
    """
    before = text[max(0, start - _BEFORE) : start]
    return not (_SINCE.search(before) or _is_in_name(text, before, start, end))


def _is_in_name(text: str, before: str, start: int, end: int) -> bool:
    """Tell whether a word is part of a proper name, or a title before one; an acronym stays what it is: "the VLR Declaration"."""
    if text[start:end].isupper():
        return False
    named = text[start].isupper() and (_NAME_BEHIND.match(text, end) or _NAME_BEFORE.search(before))
    return bool(named or _PERSON_BEHIND.match(text, end)) and not _is_headline(text)


@lru_cache(maxsize=1)
def _is_headline(text: str) -> bool:
    """Tell whether most words of a text have a capital, so that capitals tell of no names; it is asked for each word of the same text."""
    words = [match.group() for match in _WORD.finditer(text)]
    return len(words) > _FEW and 2 * sum(word[0].isupper() for word in words) > len(words)


def is_office(text: str, start: int, end: int) -> bool:
    """Tell whether words are the field of an office.

    >>> is_office("the Minister of State for Health", 26, 32), is_office("Ministers and women", 14, 19)
    (True, False)
    """
    return bool(_OFFICER.match(text, end) or _OFFICE.search(text[max(0, start - _BEFORE) : start]))


def is_compared(text: str, start: int) -> bool:
    """Tell whether words are only what something is compared with: the verb before them is told a second time.

    >>> text = "Governments should fund participation as they fund roads and bridges."
    >>> is_compared(text, text.index("roads")), is_compared("They fund roads as they must.", 10)
    (True, False)
    """
    return bool(_COMPARED.search(text[max(0, start - _BEFORE) : start]))


def same_word(one: str, other: str) -> bool:
    """Tell whether two words of one stem are forms of one word.

    Args:
        other: in lower case.

    >>> same_word("municipalities", "municipality"), same_word("decentralized", "decentralization"), same_word("accounting", "accountability")
    (True, True, False)
    """
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    same = _shared(one.casefold(), other)
    if shorter <= _SHORT:
        return same == shorter and longer - same <= _ENDING
    return longer - same <= _ENDING or (3 * same >= 2 * longer and shorter - same <= _TAIL)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    for at, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return at
    return min(len(one), len(other))


def same_form(one: str, other: str) -> bool:
    """Tell whether two words of one stem are one word but for number and gender.

    Args:
        other: in lower case.

    >>> same_form("Cities", "city"), same_form("evident", "evidence"), same_form("territoriaux", "territorial"), same_form("ganando", "ganado")
    (True, False, True, False)
    """
    word = one.casefold()
    same = _shared(word, other)
    endings = {word[same:], other[same:]}
    return any(endings <= row for row in _INFLECTIONS)
