"""The marks with which mail programs begin the subject of an answer: "Re: Fwd: Minutes"."""

from __future__ import annotations

import re
from functools import lru_cache

from forumgraph.converters.lexicon import alternation, everywhere


def without_reply(subject: str) -> str:
    """Return a subject without them.

    >>> without_reply("RE: Fwd: Minutes of the board")
    'Minutes of the board'
    """
    return _replies().sub("", subject, count=1)


@lru_cache(maxsize=1)
def _replies() -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{0,3}}{alternation(everywhere('mail', 'reply'))}\s{{0,3}}:){{1,9}}\s{{0,3}}")
