"""Pages of PDF files for tests: made with flowing text, or with words at places."""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from forumgraph.converters.readers import pdf
from forumgraph.model import Document, Source

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
TITLE = ParagraphStyle(
    "title", parent=BODY, fontName="Helvetica-Bold", fontSize=18, leading=22, alignment=TA_CENTER, spaceAfter=10
)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=8)
LONG = "The participants asked for access to the data of the review and for more time to read it before the ministerial declaration is negotiated. "
OTHER = "Speakers of the second part told how small towns write reviews with the help of their residents and what they learned from doing so. "


def made(story: list[Any], *, columns: int = 1, head: str = "", encrypt: Any = None) -> bytes:
    buffer = io.BytesIO()

    def edges(canvas: Canvas, template: Any) -> None:
        canvas.setFont("Helvetica", 8)
        if head:
            canvas.drawString(60, 805, head)
            canvas.drawRightString(535, 30, f"Page {template.page}")

    width = (595 - 120 - 20 * (columns - 1)) / columns
    frames = [Frame(60 + n * (width + 20), 60, width, 722, leftPadding=0, rightPadding=0) for n in range(columns)]
    template = BaseDocTemplate(
        buffer,
        pagesize=A4,
        pageTemplates=[PageTemplate("p", frames, onPage=edges)],
        encrypt=encrypt,
        title="Metadata title",
    )
    template.build(story)
    return buffer.getvalue()


def read(data: bytes) -> Document:
    document = pdf.read(data, Source("a.pdf", "application/pdf", "0" * 64, len(data)))
    assert all(block.span.of(document.text) == block.text for block in document.blocks)
    return document


def body(text: str) -> Paragraph:
    return Paragraph(text, BODY)


def shown(data: bytes) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.marker, b.text) for b in read(data).blocks]


def drawn(*lines: tuple[float, float, str], size: float = 10) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFont("Helvetica", size)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.save()
    return buffer.getvalue()
