"""HTML pages: HTML Living Standard, as browsers print it, without anything around the page's own text.

Nothing is fetched and no script is run. Navigation, the site's header, footers, asides, forms and hidden elements are out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from forumgraph.converters.readers.assemble import assemble
from forumgraph.converters.readers.flow import NOWHERE, At, Flow
from forumgraph.converters.readers.htmlpage import covered, is_concealed, is_machinery, is_notes, page, style_of
from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.numerals import integer, numeral
from forumgraph.converters.readers.runs import Runs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.converters.readers.archive import Element
    from forumgraph.converters.readers.assemble import Piece
    from forumgraph.model import Document, Finding, Source

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
_TITLING: Mapping[str, int] = {"td": 0, "summary": 6}
"""Levels of what is no heading whatever stands around it, and of what opens a part of the page that can be folded (HTML, section 4.11.2)."""
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CONTENT = frozenset({"article", "main", "section"})
_STYLES: Mapping[str, str] = {
        "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I",
        "decimal-leading-zero": "decimalZero", "decimal": "1", "none": "", "disc": "", "circle": "", "square": "",
    }  # fmt: skip
"""CSS list styles as the types of HTML (CSS Lists 3; HTML, section 15.3.6); the empty one prints no number."""
_BOLD_FROM = 600
_LAST_LINE = 65_535
"""The parser counts no further."""


def read(data: bytes, source: Source) -> Document:
    """Read an HTML page in any encoding.

    Raises:
        UnreadableSource: `DOC005` if its elements are nested deeper than 2048 levels.
    """
    found = page(data, source.name)
    pieces, findings = _pieces(found.main, source.name)
    return assemble(
        replace(source, encoding=found.encoding),
        pieces,
        findings=(*found.findings, *findings),
        title=found.title,
        published=found.published,
    )


def pieces_of(data: bytes, name: str) -> tuple[list[Piece], tuple[Finding, ...]]:
    """Return the pieces of a page, and findings; see `read` for the errors.

    >>> [(p.marker, p.text) for p in pieces_of(b"<ol start=4><li>Access<li>Time</ol>", "a.html")[0]]
    [('4.', 'Access'), ('5.', 'Time')]
    """
    found = page(data, name)
    pieces, findings = _pieces(found.main, name)
    return pieces, (*found.findings, *findings)


def _pieces(main: Element | None, name: str) -> tuple[list[Piece], tuple[Finding, ...]]:
    if main is None:
        return [], ()
    reader = _Reader()
    reader.walk(main)
    return reader.flow.pieces, reader.flow.findings(name)


@dataclass(frozen=True, slots=True)
class _State:
    """What an element passes on to what is in it."""

    bold: bool = False
    keeps_lines: bool = False
    heading: int = 0
    is_note: bool = False
    in_content: bool = False
    at: At = NOWHERE


@dataclass(slots=True)
class _List:
    """A list that is being read, and its current item."""

    style: str
    number: int
    level: int
    next: int = 1
    step: int = 1
    marker: str = ""
    in_item: bool = False


class _Reader:
    """Walks the tree without recursion; blocks end where a block element begins or ends."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._runs = Runs()
        self._states = [_State()]
        self._lists: list[_List | None] = []
        self._covered: dict[Element, int] = {}

    def walk(self, main: Element) -> None:
        """Read all that is in `main`."""
        skipped: Element | None = None
        self._states.append(_State(in_content=main.tag != "body"))
        walker = etree.iterwalk(main, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                if element is not skipped:
                    self._end(element)
                skipped = None
                if element is not main:
                    self._words(element.tail)
            elif self._is_out(element):
                skipped = element
                walker.skip_subtree()
            else:
                self._start(element)
        self._flush()

    def _is_out(self, element: Element) -> bool:
        if is_machinery(element, inside_content=self._states[-1].in_content):
            return True
        if is_concealed(element):
            self.flow.left_out["hidden or deleted words"] += any(text.strip() for text in element.itertext())
            return True
        return False

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        self._states.append(self._state(element))
        if tag == "br":
            self._runs.add("\n")
        elif tag in _LISTS:
            self._begin_list(element)
        elif tag == "li":
            self._begin_item(element)
        elif tag == "table":
            self._covered.update(covered(element))
        elif tag == "tr":
            self.flow.begin_row(self._states[-1].at)
        elif _is_cell(element):
            for _ in range(self._covered.pop(element, 0)):
                self.flow.begin_cell()
                self.flow.end_cell()
            self.flow.begin_cell()
            self._lists.append(None)
        self._words(element.text)

    def _end(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        self._states.pop()
        current = self._lists[-1] if self._lists else None
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li" and current:
            current.in_item, current.marker = False, ""
        elif tag == "tr":
            self.flow.end_row()
        elif _is_cell(element):
            self._lists.pop()
            self.flow.end_cell()

    def _state(self, element: Element) -> _State:
        outer = self._states[-1]
        tag, style = str(element.tag), style_of(element)
        block = tag in _BLOCKS
        line = _line(element)
        return _State(
            bold=_weight(tag, style, outer.bold),
            keeps_lines=outer.keeps_lines or tag == "pre" or "white-space:pre" in style,
            heading=_HEADINGS.get(tag, _titled(element, outer.heading)),
            is_note=outer.is_note or is_notes(element),
            in_content=outer.in_content or tag in _CONTENT,
            at=At(line, element.get("id", "")) if block else outer.at,
        )

    def _words(self, text: str | None) -> None:
        if text:
            state = self._states[-1]
            self._runs.add(text if state.keeps_lines else text.replace("\n", " ").replace("\r", " "), bold=state.bold)

    def _flush(self) -> None:
        """End the block at hand and tell the flow what it is."""
        lines = self._runs.take()
        if not lines:
            return
        state = self._states[-1]
        current = self._lists[-1] if self._lists else None
        marker = current.marker if current else ""
        if current:
            current.marker = ""
        if state.is_note:
            self.flow.note(lines, state.at)
        elif state.heading:
            self.flow.heading(lines, state.heading, state.at, marker)
        elif current is None or not current.in_item:
            self.flow.paragraph(lines, state.at)
        elif marker:
            self.flow.item(lines, marker, current.number, current.level, state.at)
        else:
            self.flow.continued(lines, current.number, current.level, state.at)

    def _begin_list(self, element: Element) -> None:
        """Open a list with the start, order and style that its attributes give (HTML, section 4.4.5)."""
        inner = 0
        for outer in reversed(self._lists):
            if outer is None:
                break
            inner += 1
        opened = _List(_list_style(element), self.flow.new_list(), inner)
        if "reversed" in element.attrib:
            opened.step = -1
            opened.next = sum(child.tag == "li" for child in element)
        opened.next = integer(element.get("start", ""), opened.next)
        self._lists.append(opened)

    def _begin_item(self, element: Element) -> None:
        current = self._lists[-1] if self._lists else None
        if current is None:
            return
        value = integer(element.get("value", ""), current.next)
        style = element.get("type", "") if element.get("type", "") in {"1", "a", "A", "i", "I"} else current.style
        current.next = value + current.step
        current.marker = f"{numeral(value, style)}." if style else BULLET
        current.in_item = True


def _titled(element: Element, outer: int) -> int:
    """Return the heading level of what is no heading element: word processors write titles as paragraphs of a class."""
    if element.tag in _TITLING:
        return _TITLING[element.tag]
    return 1 if element.tag == "p" and element.get("class", "").lower() in {"title", "msotitle"} else outer


def _line(element: Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) and line < _LAST_LINE else 0


def _is_cell(element: Element) -> bool:
    parent = element.getparent()
    return element.tag in {"td", "th"} and parent is not None and parent.tag == "tr"


def _list_style(element: Element) -> str:
    """Return the way the items are numbered; empty for bullets and for lists without marks."""
    declared = style_of(element)
    for name, style in _STYLES.items():
        if f"list-style-type:{name}" in declared or f"list-style:{name}" in declared:
            return style
    if element.tag != "ol":
        return ""
    kind = element.get("type", "1")
    return kind if kind in {"1", "a", "A", "i", "I"} else "1"


def _weight(tag: str, style: str, outer: bool) -> bool:
    """Tell whether an element is bold (CSS Fonts 4, section 2.2: from 600 on)."""
    _, found, rest = style.partition("font-weight:")
    if found:
        weight = rest.partition(";")[0].removesuffix("!important")
        return weight.startswith("bold") or (
            weight.isascii() and weight.isdigit() and len(weight) < 5 and int(weight) >= _BOLD_FROM
        )
    return outer or tag in {"b", "strong", "th"}
