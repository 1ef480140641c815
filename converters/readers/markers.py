"""Printed list markers: `1.`, `(a)`, `iv)`, `1.2.3`, and every bullet glyph."""

from __future__ import annotations

import re

from forumgraph.converters.words.languages import months

BULLET = "•"
"""What every bullet glyph becomes."""

_GLYPHS = "•‣⁃◦∙●○■□▪▫►▶▸▹➢➤➔❖◆◇♦❑❒☐☑☒✓✔✗✦✧\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf071\uf0a8\uf02d"  # noqa: RUF001 - these glyphs are the data
"""Glyphs that are nothing but bullets, so that a word may be glued to them (the last are Word's Symbol and Wingdings fonts)."""
_SPACED = "·-‐\u2011‒–—−*+→⇒★»›"  # noqa: RUF001 - these glyphs are the data
"""Glyphs that are bullets when a space follows."""
_LETTERS = "o§Øüvq¨"
"""What Wingdings and Courier bullets become when the font is lost; bullets only before a tab or a wide gap, or as the next pattern says."""

_BULLETS = re.compile(
    rf"(?:[{_GLYPHS}][\ufe0e\ufe0f]?[ \t\xa0]*|[{re.escape(_SPACED)}][ \t\xa0]+|>>[ \t\xa0]+|-(?=[^\W\d_a-z])|[{_LETTERS}](?:\t|[ \xa0]{{2}})[ \t\xa0]*"
    rf"|[o§Ø][ \xa0](?=[^\W\d_a-z]))"
)
_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
_NUMBERED = re.compile(
    r"(?P<marker>"
    r"\((?:\d{1,3}|[a-zA-Z]|" + _ROMAN + r"|" + _ROMAN.upper() + r")\)"  # (1) (a) (iv)
    r"|\d{1,3}(?:\.\d{1,2}){1,4}[.)]?"  # 1.2 1.2.3.
    r"|\d{1,3}\.?\([a-z]{1,3}\)"  # 89(a)
    r"|\d{1,3}(?:\.-|[.)°º])|\d{1,2}-"  # 1. 1) 1.- 1° 1-
    r"|\d{1,2}[a-z][.)]"  # 1a.
    r"|(?:[a-zA-Z]|" + _ROMAN + r"|" + _ROMAN.upper() + r")[.)]"  # a) A. iv)
    r")(?P<gap>[ \t\xa0]*)(?P<rest>.*)",
    re.DOTALL,
)
_NAME = re.compile(
    r"(?:(?:[A-Z]\.[- ]?)+[^\W\d_a-z]"  # A. B. Smith
    r"|[^\W\d_a-z][^\W\d_]+(?:[- ][^\W\d_a-z][^\W\d_]+){0,3}(?:\(|, [^\W\d_a-z]| \())"  # A. Smith (UNDP); A. Smith, Mayor
)
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[- ][^\W\d_a-z][^\W\d_]+){0,2}$")
_MISTER = "M."
"""A title of persons before it is the thirteenth letter of a list."""
_SECTION_LETTERS = frozenset("ABCDEFGHIVX")
_ACRONYM = re.compile(r"(?![IVXL]+\b|[AP]M\b)[A-Z]{2,12}s?(?=[ ,])")
"""An acronym that a typed number may stand before without a space: "7.ICTs have"."""
_WORD = re.compile(r"[^\W\d_]+")
_HALF_DAY = re.compile(r"[ap]\.?m\b|h\b|hrs?\b|uhr\b|[-–]", re.IGNORECASE)


def split_marker(text: str) -> tuple[str, str]:
    """Split a line into its printed list marker and the rest.

    What only looks like a marker is left alone: names (`A. Smith, Mayor`), times (`9.30 Opening`), decimals (`1.5 billion`), dates
    (`9. July 2017`), years and abbreviations (`U.S. delegates`).

    Returns:
        the marker as printed, or `•` for every bullet glyph, and the text after it; an empty marker and the unchanged text where there is none.

    >>> split_marker("(iv) Access to the review"), split_marker("▪ Access"), split_marker("140 side events"), split_marker("7.ICTs pay")
    (('(iv)', 'Access to the review'), ('•', 'Access'), ('', '140 side events'), ('7.', 'ICTs pay'))
    """
    line = text.lstrip()
    if len(line.rstrip()) == 1 and line[0] in _GLYPHS + _SPACED:
        return BULLET, ""
    if bullet := _BULLETS.match(line):
        rest = line[bullet.end() :]
        return (BULLET, rest) if _worded(rest) else ("", text)
    found = _NUMBERED.match(line)
    if found is None:
        return "", text
    marker, gap, rest = found["marker"], found["gap"], found["rest"]
    if not rest.strip():
        return (marker, "") if _alone(marker) else ("", text)
    return (marker, rest) if _separated(marker, gap, rest) and _meant(marker, rest) else ("", text)


def _worded(rest: str) -> bool:
    """Tell whether a letter or digit stands in the first stretch of `rest`; `* * *` is a rule and not an item."""
    return any(c.isalnum() for c in rest[:40])


def _alone(marker: str) -> bool:
    """Tell whether a marker may stand on a line of its own."""
    return marker[0] in "(•" or marker[-1] in ".)"


def _separated(marker: str, gap: str, rest: str) -> bool:
    """Tell whether the marker is set off from the words; `1.The`, `a)The` and `(a)The` are typed too."""
    if gap:
        return True
    if marker[-1] == ")":
        return rest[0].isalpha()
    return (
        marker[0].isdigit()
        and marker[-1] == "."
        and marker.count(".") == 1
        and rest[0].isupper()
        and (rest[1:2].islower() or _ACRONYM.match(rest) is not None)
    )


def _meant(marker: str, rest: str) -> bool:
    """Tell whether what has the form of a marker is one, by what follows."""
    if marker == _MISTER:
        return False
    if marker.strip("(.)").isalpha():
        return not rest[0].isdigit() and not (marker[-1] == "." and marker[0].isupper() and _is_name(marker, rest))
    if marker.count(".") > 1 or ("." in marker and marker[-1].isdigit()):
        return _is_outline_number(marker, rest)
    if marker[-1] == "-" and "." not in marker:
        return rest[0].isupper() and not _is_date(rest)
    return not (marker[-1] == "." and _is_date(rest))


def _is_name(initial: str, rest: str) -> bool:
    if _NAME.match(rest):
        return True
    return initial[:-1] not in _SECTION_LETTERS and len(initial) == 2 and _CAPITALISED.match(rest) is not None


def _is_outline_number(marker: str, rest: str) -> bool:
    """Tell `1.2 Access` from the time `9.30 Opening` and the decimal `1.5 billion`."""
    parts = marker.strip(".)").split(".")
    if any(len(part) > 1 and part[0] == "0" for part in parts[:-1]) or parts[-1] == "00":
        return False
    if len(parts) == 2 and len(parts[1]) == 2 and 7 <= int(parts[0]) <= 24 and int(parts[1]) % 5 == 0:
        return False
    closed = marker[-1] in ".)"
    return (closed or not rest[0].islower()) and not rest[0].isdigit() and _HALF_DAY.match(rest) is None


def _is_date(rest: str) -> bool:
    """Tell the date `9. July 2017` from an item that begins with the name of a month."""
    word = _WORD.match(rest)
    if word is None or word[0].casefold() not in months():
        return False
    after = rest[word.end() :].lstrip(" ,.")
    return not after or after[0].isdigit()
