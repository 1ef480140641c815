"""What printers put at the edges of pages: numbers, running heads, the symbols and job numbers of official papers."""

from __future__ import annotations

import re
from functools import cache

from forumgraph.converters.words.lexicon import alternation, everywhere, of_all

_DIGITS = re.compile(r"\d+")
_JOB_NUMBER = re.compile(
    r"(?:\d{1,4}\s?/\s?\d{1,4}\s+)?(?:[A-Z]{1,4}[.-])?\d{2}-\d{5}(?:\s?\([A-Z]\))?(?:\s+\d{6})?(?:\s+\d{1,4}(?:\s?/\s?\d{1,4})?)?"
)
"""The number of a printer's job at the foot of official papers, with or without that of the page."""
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?|(?:file|https?)://\S{1,500}", re.IGNORECASE
)
_SYMBOL = re.compile(r"[a-z]{1,6}(?:/[\w.#()-]{1,20}){0,5}/[\w.()-]{0,10}#[\w.#()-]{0,10}")


def head_key(text: str) -> str:
    """Return what two running heads have in common when only their page number differs.

    >>> head_key("Report, page 3") == head_key("Report, page 12")
    True
    """
    return _DIGITS.sub("#", text).casefold().strip()


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number.

    >>> is_page_number("- 3 -"), is_page_number("Page 3 of 10"), is_page_number("2030 Agenda")
    (True, True, False)
    >>> is_page_number("22-04417 (E) 2/12")
    True
    """
    return _page_number().fullmatch(text) is not None or _JOB_NUMBER.fullmatch(text) is not None


def is_symbol(head: str) -> bool:
    """Tell whether a running head, as `head_key` gives it, is nothing but the symbol of an official paper.

    >>> is_symbol(head_key("E/CN.5/2022/7")), is_symbol(head_key("and/or"))
    (True, False)
    """
    return _SYMBOL.fullmatch(head) is not None


def is_print_mark(text: str) -> bool:
    """Tell whether a running head was put there by the browser that printed the page: the day it was printed, its address.

    >>> is_print_mark("11/22/26, 8:09 PM"), is_print_mark("https://example.org/ice"), is_print_mark("9 July 2019")
    (True, True, False)
    """
    return _PRINTED.fullmatch(text.strip()) is not None


@cache
def page_words() -> frozenset[str]:
    """Return the words of running feet in all languages: "page", "of"."""
    return of_all("pages", "page") | of_all("pages", "of")


@cache
def _page_number() -> re.Pattern[str]:
    page, of = (alternation(everywhere("pages", row), open_end=True) for row in ("page", "of"))
    return re.compile(rf"[^\w\n]{{0,4}}(?:{page}\.? ?)?\d{{1,4}}(?: ?(?:{of}|/|\|) ?\d{{1,4}})?[^\w\n]{{0,4}}")
