"""Where the lines of a plain text were broken by a program and not by its author."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.readers.markers import split_marker

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

_NARROWEST, _WIDEST = 40, 132
_TERMINAL = ".!?:;"
_LONG = 60
_FULL = 88
"""Hundredths of the width from which on a line is full in a proportional font."""
_TOP = 2
"""Lines that may be a title, however long."""
_TITLE = 100
"""Characters of a title that may have been broken where a line of the text is not yet full."""
_HIGHEST = 40
"""Lines among which the title of a text is."""
_UNTIL = re.compile(r"\d ?[–—-]$")
_OPENERS = "\"'(“‘«"
_CUT = re.compile(r"[.!?][”»\"]? [A-ZÀ-Ý][\w’'-]{0,24}(?: [\w’'-]{1,24})?$")
"""One or two words of a new sentence at the end of a line."""
_CLOSERS = "\"')]’”»*"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped.

    Attributes:
        columns: the width at which lines were broken; 0 when every line is as its author ended it.
    """

    columns: int

    @classmethod
    def of(cls, lines: Sequence[str]) -> Wrapping:
        """Judge by the lines of a whole text, blank ones included.

        A program breaks a line where the next word would not fit: the width is the number for which that is true of most lines. Broken lines
        mostly go on with a small letter, which lines that an author ended do not.

        >>> Wrapping.of(["The participants asked for access to the data,", "and for more time to read it."]).columns
        46
        >>> Wrapping.of(["Date: 9 July 2017", "Venue: New York"]).columns
        0
        """
        lengths = [len(line) for line in lines if line.strip()]
        if sum(n for n in lengths if n > _WIDEST + 10) * 5 > sum(lengths):
            return cls(0)
        pairs = list(_pairs(lines))
        columns = _likeliest(pairs, lengths)
        full = [(a, b) for a, b in pairs if cls(columns).fills(a, b)]
        running = sum(not terminated(a) and begins_small(b) for a, b in full)
        likely = running * 4 >= len(full) or len(full) * 4 >= len(pairs) * 3
        return cls(columns) if running and likely else cls(0)

    def fills(self, line: str, following: str) -> bool:
        """Tell whether the first word of the following line did not fit on this one."""
        return 0 < self.columns < len(line) + 1 + len(following.split(None, 1)[0])

    def nearly_fills(self, line: str) -> bool:
        """Tell whether a line is long enough to have been broken by a hand or a proportional font."""
        return self.columns > 0 and len(line) * 10 >= self.columns * 7

    def goes_on(self, line: str, following: str, *, first: bool) -> bool:
        """Tell whether a line goes on with a capital or a figure below: "the Ministry of / Health", "28- / 31 March".

        In a proportional font no two lines have just as many letters; a `first` line may be a title.
        """
        full = len(line) * 100 >= self.columns * _FULL and not terminated(line)
        long = terminated(following) or len(following) * 2 > self.columns
        return _UNTIL.search(line) is not None or (self.columns > 0 and full and long and not first)

    def breaks_title(self, words: str) -> bool:
        """Tell whether words are short, begin with a capital and do not end as a sentence, though the text has lines that were broken."""
        return self.columns > 0 and len(words) < _TITLE and words.strip()[:1].isupper() and not terminated(words)

    def runs_on(self, line: str, following: str) -> bool:
        """Tell whether a line was broken in the middle of a sentence."""
        return not terminated(line) and (self.fills(line, following) or self.nearly_fills(line))


def broken(lines: Sequence[str], function_words: Container[str]) -> frozenset[int]:
    """Return the numbers (from 0) of lines that go on a long one above, in a text whose paragraphs were wrapped at different widths.

    A line goes on if it begins with a small letter; with a capital only if its first word begins no sentence, and either the line
    above ends with a function word or a sentence that has only begun, or the line below goes on as well.

    >>> long = "It was organised by a desk for the boats of the coast, in partnership with the Commonwealth"
    >>> sorted(broken(["Ice", "", "Oslo", "", long, f"Local Forum and others. {long}", "and more."], {"the"}))
    [5, 6]
    """
    found: set[int] = set()
    closed = False
    seen = sum(1 for line in lines if line.strip())
    for number in range(len(lines) - 1, 0, -1):
        above, line = lines[number - 1].rstrip(), lines[number].strip()
        seen -= bool(line)
        closed = terminated(line) or (closed and bool(line))
        if not line or len(above) < _LONG or terminated(above) or split_marker(line)[0]:
            continue
        first = re.split(r"[^\w’'-]", line, maxsplit=1)[0].lower()
        last = re.split(r"[^\w’'-]", above)[-1].lower()
        goes_on = last in function_words or number + 1 in found or _CUT.search(above) is not None
        if begins_small(line) or (closed and seen > _TOP and first not in function_words and goes_on):
            found.add(number)
    return frozenset(found)


def told_again(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of lines at the top that go on the one above, because the two stand elsewhere in the text in one: a broken title.

    Two lines of a list that is printed twice do not.

    >>> sorted(told_again(["Forum of Small", "Harbours", "Oslo", "", "The Forum of Small Harbours was held in Oslo."]))
    [1]
    """
    whole = [" ".join(line.split()) for line in lines]
    flat, pairs = " ".join(line for line in whole if line), Counter(pairwise(whole))
    return frozenset(
        number
        for number, (above, line) in enumerate(pairwise(whole[:_HIGHEST]), 1)
        if above
        and line
        and not terminated(above)
        and len(line) < _TITLE
        and flat.count(f"{above} {line}") > pairs[above, line]
    )


def begins_small(line: str) -> bool:
    """Tell whether a line begins with a small letter, perhaps after a quotation mark or bracket.

    >>> begins_small("“leave no one behind”;"), begins_small("“Leave")
    (True, False)
    """
    return line.lstrip().lstrip(_OPENERS)[:1].islower()


def terminated(line: str) -> bool:
    """Tell whether a line ends like a sentence, a lead-in or an item.

    >>> terminated("as was said.)"), terminated("as was said")
    (True, False)
    """
    return line.rstrip().rstrip(_CLOSERS)[-1:] in _TERMINAL


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield the neighbouring lines of which the second begins no item."""
    return ((a, b) for a, b in pairwise(lines) if a.strip() and b.strip() and not split_marker(b)[0])


def _likeliest(pairs: Sequence[tuple[str, str]], lengths: Sequence[int]) -> int:
    """Return the width that explains most line ends and is passed by fewest lines."""
    score = [0] * (_WIDEST + 2)
    for line, following in pairs:
        fit, need = len(line), len(line) + 1 + len(following.split(None, 1)[0])
        if fit <= _WIDEST:
            score[fit] += 2 if following.lstrip()[0].islower() else 1
            score[min(need, _WIDEST + 1)] -= 2 if following.lstrip()[0].islower() else 1
    over = [0] * (_WIDEST + 2)
    for length in lengths:
        over[min(length, _WIDEST + 1)] += 1
    best, columns, running, longer = 0, 0, 0, len(lengths)
    for width in range(_WIDEST + 1):
        running, longer = running + score[width], longer - over[width]
        if width >= _NARROWEST and running - 3 * longer > best:
            best, columns = running - 3 * longer, width
    return columns
