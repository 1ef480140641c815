"""What a query may not be, decided before it is parsed: too long, too deep, an update, or one that reaches outside.

The SPARQL parser needs seconds for 200 nested brackets and follows `SERVICE`, so both are refused by a scan that skips comments, IRIs, strings and
names exactly as the grammar of SPARQL 1.1 (section 19.8) writes them: whoever skips more than the parser does can be made to overlook a keyword.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from forumgraph.errors import InvalidQuery

LONGEST = 64_000
DEEPEST = 60

_TOKEN = re.compile(
    r"""\#[^\n\r]*                             # a comment ends at either
      | <[^<>"{}|^`\\\x00-\x20]*>             # an IRI; may hold no-break spaces
      | \"{3}(?:[^"\\]|\\.|"(?!""))*+(?:\"{3}|(?P<unclosed1>))      # long strings; one that is not closed is found once
      | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|(?P<unclosed2>))
      | "(?:[^"\\\n\r]|\\.)*+(?:"|(?P<unclosed3>))
      | '(?:[^'\\\n\r]|\\.)*+(?:'|(?P<unclosed4>))
      | @[A-Za-z-]+                            # a language
      | [?$]\w+                                # a variable
      | (?P<prefix>[\w.-]{0,100}):(?:[\w.:%-]|\\.)*   # a prefixed name, which may hold an escaped hash
      | (?P<word>\w+)
      | (?P<open>[({\[]|<<) | (?P<close>[)}\]]|>>)
      | (?P<unary>!)(?!=)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORBIDDEN = re.compile("SERVICE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|INSERT|DELETE|WITH|USING|FROM")
_CALLING = re.compile("SERVICE")
_FORMS = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be said of a query without parsing it.

    Attributes:
        form: `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty where none of them is there.
        names_graphs: whether it chooses its data set by `FROM`.
    """

    form: str
    names_graphs: bool


def check(text: str, *, may_name_graphs: bool = False) -> Outline:
    """Refuse a query that must not run.

    Args:
        may_name_graphs: whether `FROM` is allowed, as it is where the graphs asked are those of the store alone.

    Raises:
        InvalidQuery: says what is refused and why.

    >>> check("SELECT ?service { ?service ?p 'SERVICE' } # LOAD")
    Outline(form='SELECT', names_graphs=False)
    """
    if len(text) > LONGEST:
        raise InvalidQuery(f"the query has {len(text)} characters, {LONGEST} are allowed", remedy="Shorten it")
    depth, form, names_graphs = 0, "", False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind in {"word", "prefix"}:
            word = match[kind].upper()
            _refuse(kind, word, may_name_graphs=may_name_graphs)
            names_graphs = names_graphs or (kind == "word" and "FROM" in word)
            form = form or (word if kind == "word" and word in _FORMS else "")
        elif kind.startswith("unclosed"):
            raise InvalidQuery("a string of the query is not closed", remedy="Close it")
        depth += 1 if kind in {"open", "unary"} else -1 if kind == "close" else 0
        if depth > DEEPEST:
            raise InvalidQuery(f"the query is nested more than {DEEPEST} deep", remedy="Flatten it")
    return Outline(form, names_graphs)


def _refuse(kind: str, word: str, *, may_name_graphs: bool) -> None:
    """Refuse a keyword wherever it is in a word: the parser takes `1SERVICE<...>`, and `SERVICE:a` where `:` is a prefix, for the keyword too."""
    match = (_FORBIDDEN if kind == "word" else _CALLING).search(word)
    found = match[0] if match else ""
    if found and not (found == "FROM" and may_name_graphs):
        raise InvalidQuery(f"{found} is not allowed in a query", remedy="Queries only read, and only what is published")
