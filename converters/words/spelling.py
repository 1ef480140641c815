"""How words that a pattern has matched are spelt in the tables."""

from __future__ import annotations

_SPELT = str.maketrans("\u2019\u2010\u2011\u0130\u0131\u017f", "'--iis")


def plain(words: str) -> str:
    """Return words in small letters, with straight apostrophes and plain hyphens.

    Letters that match another one only where case does not matter, as the Turkish i without a dot does, become that one.

    >>> plain("Side\u2011event"), plain("cha\u0131r")
    ('side-event', 'chair')
    """
    return words.translate(_SPELT).lower()
