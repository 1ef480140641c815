"""Word files (.docx): ECMA-376 WordprocessingML, transitional and strict.

The words are those Word prints: automatic numbers and tracked insertions are in; deletions, hidden text, comments, field instructions, tables of
contents and page numbers are out. Headings carry their automatic number in their text. Where there is a paragraph in the style Title,
headings stand one level below it.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

from forumgraph.converters.readers.archive import Archive, attribute
from forumgraph.converters.readers.assemble import assemble
from forumgraph.converters.readers.flow import TITLE, At, Flow
from forumgraph.converters.readers.numbering import Numbering
from forumgraph.converters.readers.wordlists import WordLists
from forumgraph.converters.readers.wordstyles import Styles, value
from forumgraph.converters.readers.wordtext import ALTERNATIVES, Gathered, WordText
from forumgraph.errors import UnreadableSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.converters.readers.archive import Element
    from forumgraph.converters.readers.runs import Line
    from forumgraph.model import Document, Source

_LARGER = 1.05
"""From this many times the size of the text, a line is a heading."""
_LONGEST_HEADING = 200
"""Letters of it."""
_CONTAINERS = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag", *ALTERNATIVES})


def read(data: bytes, source: Source) -> Document:
    """Read a Word file.

    Raises:
        UnreadableSource: as `forumgraph.converters.readers.archive` tells; `DOC002` if the container holds another kind of document.
    """
    package = _Package(Archive(data))
    body = package.root.find("body")
    if package.root.tag != "document" or body is None:
        raise UnreadableSource(
            "DOC002", "the file is an office file, but no text document", remedy="Save it as .docx, .pdf or .txt"
        )
    reader = _Reader(package, body)
    return assemble(source, reader.flow.pieces, findings=reader.flow.findings(source.name), title=package.title())


class _Package:
    """The parts of a file and how they refer to each other (ECMA-376 part 2, section 6.5)."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        top = self._relations("")
        self._main = next((target for kind, target in top.values() if kind == "officeDocument"), "word/document.xml")
        self._properties = next((target for kind, target in top.values() if kind == "core-properties"), "")
        self._related = self._relations(self._main)
        self.root = archive.xml(self._main)

    def part(self, kind: str) -> Element | None:
        """Return the part that the main part is related to in this way (`styles`, `numbering` ...), if there is one."""
        target = next((target for found, target in self._related.values() if found == kind), "")
        return self._archive.optional_xml(target)

    def referred(self, identifier: str) -> Element | None:
        """Return the part of a relation's identifier, if there is one."""
        _, target = self._related.get(identifier, ("", ""))
        return self._archive.optional_xml(target)

    def title(self) -> str:
        """Return the title in the file's own metadata."""
        found = self._archive.optional_xml(self._properties)
        return "" if found is None else found.findtext("title") or ""

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return kind and target of each relation inside the package."""
        folder, name = posixpath.split(part)
        root = self._archive.optional_xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            found.get("Id", ""): (found.get("Type", "").rpartition("/")[2], _target(folder, found.get("Target", "")))
            for found in (() if root is None else root)
            if found.get("TargetMode") != "External"
        }


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


class _Reader:
    """Walks the body once and tells the flow what is there."""

    def __init__(self, package: _Package, body: Element) -> None:
        self.flow = Flow()
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._lists = WordLists(self.flow)
        self._text = WordText(self._styles)
        self._gathered = Gathered(left_out=self.flow.left_out)
        self._larger = _larger(body, self._styles)
        self._running(body, "headerReference")
        self._blocks(body)
        self._notes()
        self._running(body, "footerReference")

    def _blocks(self, container: Element) -> None:
        for child in container:
            name = child.tag
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name == "sdt":
                self._control(child)
            elif name in _CONTAINERS:
                self._blocks(child)
            elif name == "altChunk":
                self.flow.left_out["words of an embedded file"] += 1

    def _control(self, control: Element) -> None:
        """Read a content control, unless it holds a table of contents or asks to be filled in."""
        gallery = value(control, "sdtPr/docPartObj/docPartGallery")
        if gallery != "Table of Contents" and control.find("sdtPr/showingPlcHdr") is None:
            self._blocks(control)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find("pPr")
        style = self._styles.paragraph_style(properties)
        if self._styles.is_contents(style):
            return
        self._text.gather(paragraph, style, self._gathered)
        mark = None if properties is None else properties.find("rPr")
        if mark is not None and mark.find("del") is not None:
            return  # the paragraph goes on in the next one
        lines = self._gathered.runs.take()
        if lines or mark is None or mark.find("vanish") is None:
            at, larger = At(0, attribute(paragraph, "paraId")), self._larger.get(paragraph, 0)
            self._print(lines, properties, style, at, larger)
        boxes, self._gathered.boxes = self._gathered.boxes, []
        for box in boxes:
            self._blocks(box)

    def _print(self, lines: list[Line], properties: Element | None, style: str, at: At, larger: int) -> None:
        label = self._numbering.label(properties, style)
        level = self._styles.heading_level(properties, style) or larger
        if level or self._styles.is_title(style):
            marker = label.marker if label is not None else ""
            self.flow.heading(lines, TITLE if self._styles.is_title(style) else level, at, marker)
        elif label is None:
            self.flow.paragraph(lines, at)
        elif lines:
            number, depth = self._lists.place(label)
            self.flow.item(lines, label.marker, number, depth, at)

    def _table(self, table: Element) -> None:
        for row in _inside(table, "tr"):
            if row.find("trPr/del") is not None:
                self.flow.left_out["deleted words"] += 1
                continue
            self.flow.begin_row()
            for cell in _inside(row, "tc"):
                self.flow.begin_cell()
                if not _goes_on_from_above(cell):
                    self._blocks(cell)
                self.flow.end_cell()
            self.flow.end_row()

    def _notes(self) -> None:
        """Add the notes that were referred to, in the order of their marks."""
        for kind in ("footnote", "endnote"):
            wanted = [identifier for found, identifier in self._gathered.notes if found == kind]
            root = self._package.part(f"{kind}s") if wanted else None
            notes = {attribute(note, "id"): note for note in (() if root is None else root)}
            for note in (notes[identifier] for identifier in wanted if identifier in notes):
                self.flow.note([line for lines in self._paragraphs(note) for line in lines])

    def _running(self, body: Element, kind: str) -> None:
        """Add the running heads or feet of all sections; `assemble` keeps equal ones once."""
        references = body.iter(kind)
        for identifier in dict.fromkeys(attribute(found, "id") for found in references):
            root = self._package.referred(identifier)
            for lines in self._paragraphs(root):
                self.flow.page_header(lines)

    def _paragraphs(self, root: Element | None) -> Iterable[list[Line]]:
        for paragraph in () if root is None else root.iter("p"):
            gathered = Gathered(left_out=self.flow.left_out)
            self._text.gather(paragraph, self._styles.paragraph_style(paragraph.find("pPr")), gathered)
            yield gathered.runs.take()


def _larger(body: Element, styles: Styles) -> dict[Element, int]:
    """Return the lines set larger than the text, with their ranks, in a file whose headings have no styles."""
    letters: dict[Element, Counter[int]] = {}
    for paragraph in body.iterfind("p"):
        properties = paragraph.find("pPr")
        style = styles.paragraph_style(properties)
        if styles.heading_level(properties, style):
            return {}
        if not styles.is_title(style):
            letters[paragraph] = styles.letters(paragraph, style)
    whole = sum(letters.values(), Counter[int]())
    usual = max(whole, key=lambda size: whole[size], default=0)
    found = {
        paragraph: min(sizes)
        for paragraph, sizes in letters.items()
        if sizes and min(sizes) >= usual * _LARGER and sizes.total() <= _LONGEST_HEADING
    }
    ranks = {size: rank for rank, size in enumerate(sorted(set(found.values()), reverse=True), 1)}
    return {paragraph: ranks[size] for paragraph, size in found.items()}


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield rows of a table or cells of a row, also those in content controls and insertions."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag == "sdt" or child.tag in _CONTAINERS:
            yield from _inside(child, name)


def _goes_on_from_above(cell: Element) -> bool:
    """Tell whether a cell is the lower part of a merged one (section 17.4.84: without a value, it goes on)."""
    merged = cell.find("tcPr/vMerge")
    return merged is not None and attribute(merged, "val") in {"", "continue"}
