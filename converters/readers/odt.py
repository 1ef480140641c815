"""OpenDocument texts (.odt): ODF 1.3 part 3, with the numbers its lists and headings print.

Tracked deletions, comments, hidden text, tables of contents and page numbers are out. Where there is a paragraph in the style Title,
headings stand one level below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.readers.archive import Archive, attribute
from forumgraph.converters.readers.assemble import assemble
from forumgraph.converters.readers.flow import TITLE, At, Flow
from forumgraph.converters.readers.numerals import integer
from forumgraph.converters.readers.odtstyles import DEPTH, Counting, OdtStyles
from forumgraph.converters.readers.runs import Runs
from forumgraph.errors import UnreadableSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.converters.readers.archive import Element
    from forumgraph.converters.readers.runs import Line
    from forumgraph.model import Document, Source

_CONTAINERS = frozenset(
    "section bibliography index-body frame text-box g custom-shape rect ellipse list-header header footer".split()
)
_SILENT = frozenset(
    "page-number page-count note-citation ruby-text bookmark-ref-format title desc number annotation-end tracked-changes".split()
)
_DRAWN = frozenset("frame g custom-shape rect ellipse line connector polygon path".split())
_HIDDEN = frozenset({"hidden-text", "hidden-paragraph"})


def read(data: bytes, source: Source) -> Document:
    """Read an OpenDocument text.

    Raises:
        UnreadableSource: as `forumgraph.converters.readers.archive` tells; `DOC002` if the container holds another kind of document.
    """
    archive = Archive(data)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableSource("DOC003", "the file is encrypted", remedy="Save a copy without a password")
    content = archive.xml("content.xml")
    body = content.find("body/text")
    if body is None:
        raise UnreadableSource(
            "DOC002", "the file is an office file, but no text document", remedy="Save it as .docx, .pdf or .txt"
        )
    reader = _Reader(content, archive.optional_xml("styles.xml"), body)
    meta = archive.optional_xml("meta.xml")
    title = (meta.findtext("meta/title") or "") if meta is not None else ""
    return assemble(source, reader.flow.pieces, findings=reader.flow.findings(source.name), title=title)


@dataclass(slots=True)
class _Item:
    """A list item whose first paragraph may still be to come."""

    style: str
    counting: Counting
    depth: int
    start: int | None
    printed: bool = False
    number: int = -1


class _Reader:
    """Walks the body once and tells the flow what is there."""

    def __init__(self, content: Element, styles: Element | None, body: Element) -> None:
        self.flow = Flow()
        self._styles = OdtStyles(styles, content)
        self._by_style: dict[str, Counting] = {}
        self._by_name: dict[str, Counting] = {}
        self._outline = Counting()
        self._boxes: list[Element] = []
        self._notes: list[Element] = []
        pages = [] if styles is None else list(styles.iter("master-page"))
        self._running(pages, "header")
        self._blocks(body, None)
        for note in self._notes:
            self.flow.note(self._lines_below(note))
        self._running(pages, "footer")

    def _running(self, pages: list[Element], kind: str) -> None:
        for part in (part for page in pages for part in page if str(part.tag).startswith(kind)):
            self.flow.page_header(self._lines_below(part))

    def _lines_below(self, element: Element) -> list[Line]:
        lines = [line for paragraph in element.iter("p", "h") for line in self._lines(paragraph)]
        self._boxes.clear()  # their paragraphs were among those
        return lines

    def _blocks(self, container: Element, item: _Item | None) -> None:
        for block in container:
            name = block.tag
            if name in {"p", "h"}:
                self._paragraph(block, item)
            elif name == "list":
                self._list(block, item)
            elif name == "table":
                self._table(block)
            elif name == "tracked-changes":
                self.flow.left_out["deleted words"] += sum(1 for _ in block.iter("deletion"))
            elif name == "section" and attribute(block, "display") == "none":
                self.flow.left_out["hidden words"] += 1
            elif name in _CONTAINERS:
                self._blocks(block, item)

    def _paragraph(self, paragraph: Element, item: _Item | None) -> None:
        style = attribute(paragraph, "style-name")
        if self._styles.is_hidden("paragraph", style):
            self.flow.left_out["hidden words"] += 1
            return
        lines = self._lines(paragraph)
        at = At(0, attribute(paragraph, "id"))
        is_title = self._styles.is_title(style)
        if paragraph.tag == "h" or is_title:
            self._heading(paragraph, lines, item, at, is_title=is_title)
        elif item is None:
            self.flow.paragraph(lines, at)
        elif not item.printed:
            marker = self._marker(item, style)
            if marker:
                self.flow.item(lines, marker, item.number, item.depth, at)
            else:
                self.flow.paragraph(lines, at)
        else:
            self.flow.continued(lines, item.number, item.depth, at)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box, None)

    def _heading(self, heading: Element, lines: list[Line], item: _Item | None, at: At, *, is_title: bool) -> None:
        depth = min(max(integer(attribute(heading, "outline-level"), 1), 1), DEPTH)
        marker = ""
        if item is not None and not item.printed:
            marker = self._marker(item, attribute(heading, "style-name"))
        elif item is None and heading.tag == "h" and attribute(heading, "is-list-header") != "true":
            marker = self._outline.count(depth - 1, self._styles.outline, None, self.flow.new_list)
        self.flow.heading(lines, TITLE if is_title else depth, at, marker)

    def _marker(self, item: _Item, paragraph_style: str) -> str:
        item.printed = True
        levels = self._styles.levels(item.style, paragraph_style)
        marker = item.counting.count(item.depth, levels, item.start, self.flow.new_list)
        item.number = item.counting.lists[item.depth]
        return marker

    def _list(self, found: Element, outer: _Item | None) -> None:
        """Read a list, which inherits style and counting from the list it stands in (ODF 1.3 part 3, section 5.3.1)."""
        style = attribute(found, "style-name") or (outer.style if outer else "")
        depth = min(outer.depth + 1, DEPTH - 1) if outer else 0
        counting = outer.counting if outer else self._counting(found, style)
        for entry in found:
            if entry.tag == "list-item":
                start = integer(attribute(entry, "start-value"), -1)
                self._blocks(entry, _Item(style, counting, depth, start if start >= 0 else None))
            elif entry.tag == "list-header":
                self._blocks(entry, _Item(style, counting, depth, None, printed=True, number=counting.lists[depth]))

    def _counting(self, found: Element, style: str) -> Counting:
        """Begin a list, or go on with an earlier one (section 19.780, 19.781)."""
        earlier = self._by_name.get(attribute(found, "continue-list"))
        if earlier is None and attribute(found, "continue-numbering") == "true":
            earlier = self._by_style.get(style)
        counting = earlier or Counting()
        self._by_style[style] = counting
        if name := attribute(found, "id"):
            self._by_name[name] = counting
        return counting

    def _table(self, table: Element) -> None:
        for row in (each for each in table.iter("table-row") if next(each.iterancestors("table")) is table):
            self.flow.begin_row()
            for cell in row:
                if cell.tag in {"table-cell", "covered-table-cell"}:
                    self.flow.begin_cell()
                    self._blocks(cell, None)
                    self.flow.end_cell()
            self.flow.end_row()

    def _lines(self, paragraph: Element) -> list[Line]:
        runs = Runs()
        style = attribute(paragraph, "style-name")
        self._inline(paragraph, runs, bold=self._styles.is_bold("paragraph", style, default=False))
        return runs.take()

    def _inline(self, element: Element, runs: Runs, *, bold: bool) -> None:
        runs.add(_collapsed(element.text), bold=bold)
        for part in element:
            self._part(part, runs, bold=bold)
            runs.add(_collapsed(part.tail), bold=bold)

    def _part(self, part: Element, runs: Runs, *, bold: bool) -> None:
        name = part.tag
        style = attribute(part, "style-name")
        if name in _SPACES:
            runs.add(_SPACES[name] * min(max(integer(attribute(part, "c"), 1), 1), 100), bold=bold)
        elif name == "note":
            self._notes += part.iterchildren("note-body")
        elif name == "annotation":
            self.flow.left_out["comments"] += 1
        elif name in _HIDDEN or (name == "span" and self._styles.is_hidden("text", style)):
            self.flow.left_out["hidden words"] += 1
        elif name in _DRAWN:
            self._boxes.append(part)
        elif name not in _SILENT:
            self._inline(part, runs, bold=self._styles.is_bold("text", style, default=bold) if name == "span" else bold)


_SPACES: Mapping[str, str] = {"s": " ", "tab": "\t", "line-break": "\n"}


def _collapsed(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""
