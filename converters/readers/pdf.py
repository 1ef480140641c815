"""PDF: words with their place and font, made into lines, columns, paragraphs, items, rows and headings.

PDFium decodes the file; where a line, a column or a paragraph ends is decided here (`glyphs`, `columns`, `paragraphs`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from forumgraph.converters.readers import columns, paragraphs, ruledtables, rulings
from forumgraph.converters.readers.assemble import Piece, assemble
from forumgraph.converters.readers.glyphs import Fragment, fragments, with_dots
from forumgraph.converters.readers.pagemarks import is_print_mark
from forumgraph.errors import UnreadableSource
from forumgraph.findings import CODES, finding
from forumgraph.model import BlockKind, Document, Finding, Place, Severity, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""
_FEW_LETTERS = 15
"""A page of pictures with fewer letters than this has no text layer worth the name (a scanner's stamp)."""


@dataclass(frozen=True, slots=True)
class _Page:
    """Height, words and drawn lines of a page, and whether it is only a picture."""

    height: float
    words: Sequence[Fragment]
    rules: rulings.Rules
    pictured: bool


def read(data: bytes, source: Source) -> Document:
    """Read a PDF.

    Raises:
        UnreadableSource: `DOC003` when it asks for a password, `DOC004` when its pages are pictures, `DOC005` when PDFium cannot open it.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "DOC003" if getattr(error, "err_code", 0) == _PASSWORD else "DOC005"
        raise UnreadableSource(code, CODES[code].meaning.rstrip(".").lower(), remedy=CODES[code].help) from error
    try:
        return _document(pdf, source)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource("DOC005", "a page of it cannot be opened", remedy=CODES["DOC005"].help) from error
    finally:
        pdf.close()


def _document(pdf: Any, source: Source) -> Document:
    pages = list(_pages(pdf))
    pictured = [number for number, page in enumerate(pages, 1) if page.pictured]
    if not pages or not any(_letters(page.words) for page in pages) or len(pictured) == len(pages):
        raise UnreadableSource(
            "DOC004", "the pages are pictures without text" if pages else "it has no pages", remedy=CODES["DOC004"].help
        )
    grids = [rulings.grids(page.rules) for page in pages]
    tabled = [ruledtables.in_tables(page.words, each, page.height) for page, each in zip(pages, grids, strict=True)]
    kept, heads = columns.without_heads(
        [
            (page.height, [word for word in page.words if id(word) not in inside])
            for page, inside in zip(pages, tabled, strict=True)
        ]
    )
    gutters = columns.gutters(kept)
    for page, words, inside in zip(pages, kept, tabled, strict=True):
        words += [word for word in page.words if id(word) in inside]
    lines = [
        line for words, drawn in zip(kept, grids, strict=True) for line in ruledtables.laid_out(words, drawn, gutters)
    ]
    headers = [
        Piece(BlockKind.PAGE_HEADER, head.text, bold=tuple(head.bold), page=head.page)
        for head in heads
        if not is_print_mark(head.text)
    ]
    title = str(pdf.get_metadata_dict().get("Title", ""))
    return assemble(source, [*headers, *paragraphs.pieces_of(lines)], findings=_unread(pictured, source), title=title)


def _pages(pdf: Any) -> Iterator[_Page]:
    """Yield the pages; a turned page is read as it is seen."""
    for number in range(1, len(pdf) + 1):
        page = pdf[number - 1]
        if page.get_rotation():
            page.set_rotation(0)
        textpage = page.get_textpage()
        rules = rulings.rules_of(page)
        words = with_dots(fragments(textpage, number, rules), rules)
        pictured = _letters(words) < _FEW_LETTERS and _has_picture(page)
        yield _Page(page.get_height(), words, rules, pictured)
        textpage.close()
        page.close()


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _letters(words: Sequence[Fragment]) -> int:
    return sum(c.isalnum() for fragment in words for c in fragment.text)


def _unread(pictured: Sequence[int], source: Source) -> tuple[Finding, ...]:
    """Tell of single pages that are pictures, so that nothing is left out silently."""
    return tuple(
        finding(
            "DOC004", f"page {number} is a picture without text", Place(source.name, number), severity=Severity.WARNING
        )
        for number in pictured
    )
