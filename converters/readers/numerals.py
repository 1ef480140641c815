"""Numbers as lists print them: `17`, `q`, `xvii`; one table for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
          (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 4999


def roman(value: int) -> str:
    """Write a number in small roman numerals; in digits where Romans had none.

    >>> roman(1994), roman(0)
    ('mcmxciv', '0')
    """
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    digits = ""
    for size, letters in _ROMAN:
        digits += letters * (value // size)
        value %= size
    return digits


def repeated_letter(value: int) -> str:
    """Write a number as Word does: after `z` come `aa` and `bb` (ECMA-376 part 1, section 17.18.59, lowerLetter).

    >>> [repeated_letter(n) for n in (1, 26, 27, 28)]
    ['a', 'z', 'aa', 'bb']
    """
    if not 0 < value <= 26 * 30:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def counted_letter(value: int) -> str:
    """Write a number as browsers and ODF do: after `z` come `aa` and `ab` (CSS Counter Styles 3, section 6.2).

    >>> [counted_letter(n) for n in (1, 26, 27, 28)]
    ['a', 'z', 'aa', 'ab']
    """
    letters = ""
    rest = value
    while rest > 0:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters or str(value)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


NUMERALS: Mapping[str, Callable[[int], str]] = {
    # Word (ECMA-376 part 1, section 17.18.59)
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": repeated_letter,
    "upperLetter": lambda value: repeated_letter(value).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda value: roman(value).upper(),
    "ordinal": _ordinal,
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
    # HTML (section 4.4.5) and ODF (part 3, section 20.321)
    "1": str,
    "a": counted_letter,
    "A": lambda value: counted_letter(value).upper(),
    "i": roman,
    "I": lambda value: roman(value).upper(),
    "": lambda _: "",
}
"""How a number is printed, by the name that a format gives to the way of printing."""


def numeral(value: int, style: str) -> str:
    """Print a number in a style of `NUMERALS`; a style that is not there prints digits.

    >>> numeral(89, "decimal"), numeral(4, "upperRoman"), numeral(4, "klingon")
    ('89', 'IV', '4')
    """
    return NUMERALS.get(style, str)(value)


def integer(text: str, default: int = 0) -> int:
    """Read a whole number of ordinary size; what is none counts as `default`.

    >>> integer("-3"), integer("three"), integer("9" * 20, 1)
    (-3, 0, 1)
    """
    digits = text.strip()
    plain = digits.removeprefix("-")
    return int(digits) if plain.isascii() and plain.isdigit() and len(plain) < 9 else default
