"""The lines of a plain text: pages, indents, and what a line alone can tell of itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.readers.assemble import without_residue
from forumgraph.converters.readers.markers import split_marker
from forumgraph.converters.readers.pagemarks import head_key, is_page_number, is_symbol
from forumgraph.converters.words.headings import ACRONYMS
from forumgraph.converters.words.lexicon import everywhere
from forumgraph.converters.words.phrases import begins

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_QUOTE = re.compile(r"^[ \t]{0,8}(?:>[ \t]?){1,8}", re.MULTILINE)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_WORDS = re.compile(r"\w+")
_RULE = re.compile(r"[ \t]*(?:([=\-~_*#+–—]) ?(?:\1 ?){2,})[-–—]?[ \t]*")
_SPACED = re.compile(r"\S(?: {0,2}\S){0,200}")
_LONGEST_CELL = 60
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")
_LABEL = re.compile(r"(?:\*\*)?[^\W\d_][\w'’/&()-]{0,30}(?: [\w'’/&()-]{1,30}){0,4} ?:(?:\*\*)?(?=\s|$)")
_BORDER = re.compile(r"[ \t]*[|+][ \t:|+=-]*-[ \t:|+=-]*|[ \t:]*-{3,}[ \t:|-]*\|[ \t:|-]*")

_FIELDS = ("date", "time", "venue", "city", "mode", "organizers", "people", "part_of")
_LONGEST_MARKER = 7
_INDENT = "    "
"""What a further line of an item is put behind."""
_HIGHEST_HEAD = 3
"""Lines that a running head has at most."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line.

    Attributes:
        text: without trailing spaces, tabs as they are.
        number: from 1.
        page: from 1 where the text has form feeds; else 0.
        turns: whether it is the first line of a page but the first.
        head: whether it is a running head.
    """

    text: str
    number: int
    page: int = 0
    turns: bool = False
    head: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing can be seen."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """Columns before the first word, a tab going to the next multiple of four."""
        wide = self.text.expandtabs(4)
        return len(wide) - len(wide.lstrip())

    @property
    def is_rule(self) -> bool:
        """Whether the line is drawn and not written."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def is_border(self) -> bool:
        """Whether the line only separates the rows of a table."""
        return _BORDER.fullmatch(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether the line begins like `Date:`."""
        return _LABEL.match(self.text.strip()) is not None

    @property
    def is_field(self) -> bool:
        """Whether the line tells where or when, "Venue: Hotel Atlas", and is no title with a colon in it."""
        label = self.text.strip().partition(":")[0].strip().lower()
        return self.is_label and any(label in everywhere("labels", row) for row in _FIELDS)

    @property
    def is_person(self) -> bool:
        """Whether the line begins with an honorific and a name, as those of a list of persons do: "Ms. Pier, Special Envoy"."""
        words = self.text.lstrip()
        title = begins(words, everywhere("posts", "honorifics"))
        return title is not None and words[title.end() :].lstrip(" .")[:1].isupper()

    def ends_with(self, function_words: Container[str]) -> bool:
        """Tell whether something has to follow the line: it ends with a comma or a word such as "by"."""
        return self.text.endswith(",") or self.text.rsplit(maxsplit=1)[-1] in function_words

    def heading(self) -> tuple[int, str]:
        """Return level and words of a `## Heading`; 0 for any other line."""
        found = _ATX.fullmatch(self.text)
        return (len(found[1]), found[2].rstrip("# \t")) if found else (0, "")

    def marker(self) -> tuple[str, str]:
        """Return marker and words, also where the marker is inside bold marks."""
        text = self.text.strip()
        if not text.startswith("**"):
            return split_marker(text)
        marker, rest = split_marker(text[2:])
        if not marker:
            return "", self.text
        return marker, rest[2:].lstrip() if rest.startswith("**") else f"**{rest}"

    def cells(self) -> tuple[str, ...]:
        """Return the cells of a line that may be a table row; none when it is not."""
        text = self.text.strip()
        mark = "\t" if "\t" in text else "|" if "|" in text else ""
        if not mark or self._is_item():
            return ()
        inner = text.strip("|") if mark == "|" else text
        cells = tuple(" ".join(cell.split()) for cell in inner.split(mark))
        if mark == "\t":
            cells = tuple(cell for cell in cells if cell)
        labelled = len(cells) == 2 and cells[0].endswith(":")
        return () if len(cells) < 2 or labelled or not any(cells) else cells

    def _is_item(self) -> bool:
        """Tell whether a line is an item and no row, though it has the mark of a column: "• Jane Doe | ICLEI"."""
        marker, rest = self.marker()
        return bool(marker) and rest.lstrip()[:1] not in {"|", ""}

    def spaced(self) -> tuple[tuple[int, str], ...]:
        """Return the cells that wide gaps part, each with where it begins: "Jane Doe      ICLEI"; none where one is long or begins small."""
        if "   " not in self.text.strip() or self._is_item():
            return ()
        cells = tuple((found.start(), found[0]) for found in _SPACED.finditer(self.text))
        short = all(len(cell) <= _LONGEST_CELL and not cell[0].islower() for _, cell in cells)
        return cells if len(cells) > 1 and short and not cells[0][1].endswith(":") else ()


def lines_of(text: str) -> tuple[TextLine, ...]:
    """Cut a text into lines; running heads come once, page numbers and the blank lines at page edges not at all.

    Markers that stand one below the other above their items, as they do in text taken from a PDF, are put before them.
    """
    pages = list(_paged(_unquoted(_INVISIBLE.sub("", without_residue(text)))))
    if len(pages) == 1:
        return tuple(_hung(pages[0]))
    recurring, seen = _recurring(pages), set[str]()
    return tuple(line for page in pages for line in _peeled(page, recurring, seen))


def _unquoted(text: str) -> str:
    """Take the marks of a quoted message from a text all of whose lines have them."""
    if not text.lstrip().startswith(">"):
        return text
    written = [line for line in text.split("\n") if line.strip()]
    return _QUOTE.sub("", text) if all(line.lstrip().startswith(">") for line in written) else text


def _paged(text: str) -> Iterator[list[TextLine]]:
    number = 1
    several = "\f" in text
    for page, part in enumerate(text.split("\f"), 1):
        texts = _LINE_END.split(part)
        yield [TextLine(words.rstrip(), number + at, page * several) for at, words in enumerate(texts)]
        number += len(texts) - 1


def _recurring(pages: Sequence[Sequence[TextLine]]) -> frozenset[str]:
    """Return what stands at the edges of at least three pages and of more than half of all, or of two if it is the symbol of a paper or all begin alike."""
    edges = [
        [head_key(line.text) for side in (page, page[::-1]) for line in islice(filter(_has_words, side), _HIGHEST_HEAD)]
        for page in pages
    ]
    counts = Counter(key for keys in edges for key in set(keys))
    fewest = 2 if len({tuple(keys[:1]) for keys in edges if keys}) == 1 else 3
    return frozenset(
        key
        for key, count in counts.items()
        if (count >= fewest and count * 2 > len(pages)) or (count > 1 and is_symbol(key.strip()))
    )


def _peeled(page: Sequence[TextLine], recurring: frozenset[str], seen: set[str]) -> Iterator[TextLine]:
    """Yield the running heads of a page that were not seen before, then the lines between them; the first is marked where the page turns."""

    def is_edge(line: TextLine) -> bool:
        return not _has_words(line) or head_key(line.text) in recurring

    start = _end_of(page, 0, is_edge)
    stop = len(page) - _end_of(page[start:][::-1], 0, is_edge)
    for line in filter(_has_words, (*page[:start], *page[stop:])):
        if head_key(line.text) not in seen:
            seen.add(head_key(line.text))
            yield replace(line, head=True)
    for at, line in enumerate(_hung(page[start:stop])):
        yield replace(line, turns=True) if at == 0 and line.page > 1 else line


def _has_words(line: TextLine) -> bool:
    """Tell whether a line is neither blank nor the number of a page."""
    return not line.blank and not is_page_number(line.text.strip())


def _hung(lines: Sequence[TextLine]) -> list[TextLine]:
    """Put markers that stand alone, one below the other, before as many items below them; where these cannot be told apart, nothing is done."""
    hung: list[TextLine] = []
    at = 0
    while at < len(lines):
        end = _end_of(lines, at, _is_marker)
        start = end + (end < len(lines) and lines[end].blank)
        stop = _end_of(lines, start, _is_unmarked) if end > at else start
        sure = end - at > 1 or (start > end and (at == 0 or lines[at - 1].blank))
        begins = _beginnings(lines[start:stop], end - at) if sure else []
        if begins:
            marked = {start + n: line.text.strip() for n, line in zip(begins, lines[at:end], strict=True)}
            hung += [
                replace(lines[n], text=f"{marked.get(n, _INDENT)} {lines[n].text.lstrip()}") for n in range(start, stop)
            ]
        else:
            hung += lines[at : max(end, at + 1)]
        at = stop if begins else max(end, at + 1)
    return hung


def _end_of(lines: Sequence[TextLine], start: int, fits: Callable[[TextLine], bool]) -> int:
    """Return where the lines that fit end, from `start` on."""
    return next((n for n in range(start, len(lines)) if not fits(lines[n])), len(lines))


def _is_unmarked(line: TextLine) -> bool:
    return not line.blank and not split_marker(line.text)[0]


def _is_marker(line: TextLine) -> bool:
    """Tell whether a line is nothing but the marker of an item."""
    marker, rest = split_marker(line.text) if 0 < len(line.text.strip()) <= _LONGEST_MARKER else ("", "")
    return bool(marker) and not rest.strip()


def _beginnings(lines: Sequence[TextLine], items: int) -> list[int]:
    """Return the numbers of the lines that begin an item, if there are as many: behind the end of a sentence, or else with a capital."""
    if items < 2:
        return [0] if lines and items else []
    after_end = [n for n, line in enumerate(lines) if n == 0 or lines[n - 1].text.rstrip()[-1:] in ".;!?"]
    capitals = [n for n, line in enumerate(lines) if n == 0 or line.text.lstrip()[:1].isupper()]
    return next((found for found in (after_end, capitals) if len(found) == items), [])


def rows_of(lines: Sequence[TextLine]) -> Mapping[int, str]:
    """Return the table rows by line number, cells separated by ` | `; a row has a neighbour of as many cells, or is framed by bars."""
    cells = [(line, line.cells()) for line in lines if not line.is_border]
    rows: dict[int, str] = {}
    for at, (line, own) in enumerate(cells):
        text = line.text.strip()
        beside = [len(other) for _, other in cells[max(at - 1, 0) : at] + cells[at + 1 : at + 2]]
        if own and (len(own) in beside or (len(text) > 4 and text[0] == text[-1] == "|")):
            rows[line.number] = " | ".join(own)
    return rows | _aligned([line for line, own in cells if not own and not line.blank])


def _aligned(lines: Sequence[TextLine]) -> dict[int, str]:
    """Return the rows whose cells begin where those of the next line do, by line number."""
    cells = [line.spaced() for line in lines]
    rows: dict[int, str] = {}
    for at, (own, other) in enumerate(pairwise(cells)):
        if own and [start for start, _ in own[1:]] == [start for start, _ in other[1:]] and len(own) == len(other):
            rows |= {lines[n].number: " | ".join(cell for _, cell in cells[n]) for n in (at, at + 1)}
    return rows


def is_capital(text: str) -> bool:
    """Tell whether a line is written in capitals (the small letter of "SDGs" does not count), and has a word that is no acronym."""
    return ACRONYMS.sub("", text).isupper() and any(len(word) > 4 and word.isalpha() for word in _WORDS.findall(text))
