"""What a query may not be, decided before it is parsed: too long, too deep, an update, or one that reaches outside.

The SPARQL parser needs seconds for 200 nested brackets and follows `SERVICE`, so both are refused by a scan that skips comments, IRIs and strings.
"""

from __future__ import annotations

import re

from forumgraph.errors import InvalidQuery

LONGEST = 64_000
DEEPEST = 60

_TOKEN = re.compile(
    r"""\#[^\n]*                                # a comment
      | <[^<>"{}|^`\\\s]*>                     # an IRI
      | \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}      # long strings
      | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
      | [?$]\w+                                # a variable
      | \w*:[\w.%-]*                           # a prefixed name
      | (?P<word>\w+)
      | (?P<open>[({\[]) | (?P<close>[)}\]])
      | (?P<unary>!)
    """,
    re.VERBOSE | re.DOTALL,
)
_FORBIDDEN = frozenset("SERVICE LOAD CLEAR DROP CREATE ADD MOVE COPY INSERT DELETE WITH USING".split())
_OUTSIDE = frozenset(("FROM",))


def check(text: str, *, may_name_graphs: bool = False) -> None:
    """Refuse a query that must not run.

    Args:
        may_name_graphs: whether `FROM` is allowed, as it is where the graphs asked are those of the store alone.

    Raises:
        InvalidQuery: says what is refused and why.

    >>> check("SELECT ?service { ?service ?p 'SERVICE' } # LOAD")
    """
    if len(text) > LONGEST:
        raise InvalidQuery(f"the query has {len(text)} characters, {LONGEST} are allowed", remedy="Shorten it")
    refused = _FORBIDDEN if may_name_graphs else _FORBIDDEN | _OUTSIDE
    depth = 0
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word and word.upper() in refused:
            raise InvalidQuery(
                f"{word.upper()} is not allowed in a query", remedy="Queries only read, and only what is published"
            )
        depth += 1 if match["open"] or match["unary"] else -1 if match["close"] else 0
        if depth > DEEPEST:
            raise InvalidQuery(f"the query is nested more than {DEEPEST} deep", remedy="Flatten it")
