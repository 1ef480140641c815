"""What mail programs put before a message: the marks of an answer ("Re: Fwd: Minutes"), and whose message is passed on."""

from __future__ import annotations

import re
from functools import lru_cache

from forumgraph.converters.words.lexicon import alternation, everywhere

_FORWARDED = re.compile(r"-{3,20} ?[^\W\d_][^-\n]{2,60}[^\W\d_] ?-{3,20}")
"""A line between dashes: "-------- Forwarded Message --------"."""
_FIELD = re.compile(r"\*{0,2}[^\W\d_][\w '’-]{0,20}\s?:")


def without_reply(subject: str) -> str:
    """Return a subject without them.

    >>> without_reply("RE: Fwd: Minutes of the board")
    'Minutes of the board'
    """
    return _replies().sub("", subject, count=1)


def without_forwarding(text: str) -> str:
    r"""Return the text of a message without the lines that tell whose message is passed on in it.

    >>> without_forwarding("See below.\n\n---- Forwarded message ----\nFrom: Ana <ana@faro.example>\nDate: 3 May\n\nReport")
    'See below.\n\n\nReport'
    """
    kept: list[str] = []
    inside = False
    for line in text.splitlines(keepends=True):
        plain = line.strip("> \t\r\n")
        inside = (inside and _FIELD.match(plain) is not None) or _FORWARDED.fullmatch(plain) is not None
        if not inside:
            kept.append(line)
    return "".join(kept)


@lru_cache(maxsize=1)
def _replies() -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{0,3}}{alternation(everywhere('mail', 'reply'))}\s{{0,3}}:){{1,9}}\s{{0,3}}")
