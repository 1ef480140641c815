"""PDF files that are torn, locked, or pictures of pages."""

from __future__ import annotations

import io

import pytest
from pdfpages import LONG, body, made, read
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from forumgraph.errors import UnreadableSource
from forumgraph.model import Severity


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    assert caught.value.remedy
    return caught.value.code


def scanned(text: str = "") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.drawInlineImage(Image.new("RGB", (60, 80), "grey"), 0, 0, 595, 842)
    canvas.drawString(60, 30, "3")
    canvas.showPage()
    if text:
        canvas.drawString(60, 700, text)
    canvas.save()
    return buffer.getvalue()


def test_files_that_cannot_be_read_say_why() -> None:
    assert refused(made([body(LONG)], encrypt=StandardEncryption("secret"))) == "DOC003"
    assert refused(scanned()) == "DOC004"
    assert refused(b"%PDF-1.7 torn") == "DOC005"
    assert refused(made([body(LONG)])[:200]) == "DOC005"


def test_a_single_scanned_page_is_reported_and_the_others_are_read() -> None:
    document = read(scanned("Words that can be read and understood"))
    assert document.text.endswith("Words that can be read and understood")
    assert [(f.code, f.severity, f.where.page) for f in document.findings] == [("DOC004", Severity.WARNING, 1)]


def test_a_torn_file_never_ends_in_another_error() -> None:
    data = made([body(LONG * 3)], head="Forum")
    for cut in range(0, len(data), 97):
        torn = data[:cut] + b"\xff" + data[cut + 1 :]
        try:
            read(torn)
        except UnreadableSource:
            continue
