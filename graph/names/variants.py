"""One form for the ways in which a name is written: "UN" for "United Nations", the spelling of two continents, plurals, ampersands, prepositions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SMALL = frozenset(
    """a an and at by for from in of on s the to with au aux d de des du en et l la le les par pour sur
    del e el las los para por y""".split()
)
"""Words that make no difference between names; "s" is what stays of "women's"."""

_PAIRS: Mapping[tuple[str, str], str] = {
    ("united", "nation"): "un",
    ("nation", "uny"): "un",
    ("nation", "unie"): "un",
    ("nacione", "unida"): "un",
    ("co", "operation"): "cooperation",
    ("task", "force"): "taskforce",
}
"""Two words, as they are left by `_plain`, that are written as one too."""

_SPELLINGS: Mapping[str, str] = {
    "centre": "center",
    "labour": "labor",
    "mg": "major group",
    "nongovernmental": "non governmental",
    "onu": "un",
    "organisation": "organization",
    "programme": "program",
    "statistical": "statistic",
}
_ORDINAL = r"(?:st|nd|rd|th|e|ème|a|ª|º|\.ª|\.º)"
_SESSION = re.compile(
    rf"^(?:the )?\d{{1,3}}(?:{_ORDINAL}? (?:session|sesión|período de sesiones) (?:of|de la|del|de l[’']|de) ?(?:the )?|{_ORDINAL} )"
    r"|,? (?:at|during) (?:its|the) \d{1,3}(?:st|nd|rd|th) session$",
    re.IGNORECASE,
)
"""What tells the number of a session; a number alone is part of a name ("350 Kenya")."""
_GROUPS = (("major", "group"), ("stakeholder", "group"))
_ENOUGH = 4
"""Words that must be left where "UN" is left away: "UN University" is not any university."""


def without_session(name: str) -> str:
    """Return the name of a body without the number of its session.

    >>> without_session("74th UN General Assembly"), without_session("Commission on the Status of Women at its 62nd session")
    ('UN General Assembly', 'Commission on the Status of Women')
    >>> without_session("62 session of the Commission on the Status of Women"), without_session("350 Kenya")
    ('Commission on the Status of Women', '350 Kenya')
    """
    return _SESSION.sub("", name, count=1)


def canonical(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words by which variants of one name are equal; empty where too little is left to know it by.

    Args:
        words: of a name, as `authority.folded` gives them.

    >>> canonical(("organisation", "for", "economic", "co", "operation", "and", "development"))
    ('organization', 'economic', 'cooperation', 'development')
    >>> canonical(("major", "group", "of", "farmers")) == canonical(("farmer", "s", "major", "group"))
    True
    """
    left: list[str] = []
    for word in words:
        if word in _SMALL:
            continue
        plain = _plain(word)
        joined = _PAIRS.get((left[-1], plain)) if left else None
        if joined:
            left[-1] = joined
        else:
            left.extend(plain.split())
    rest = [word for word in left if word != "un"]
    if len(rest) >= _ENOUGH:
        left = rest
    for pair in _GROUPS:
        if set(pair) <= set(left):
            left = [*(word for word in left if word not in pair), *pair]
    return tuple(left) if len(left) > 1 else ()


def _plain(word: str) -> str:
    """Return a word in the singular and in one spelling."""
    if len(word) > 3 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return _SPELLINGS.get(word, word)
