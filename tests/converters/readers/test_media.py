"""Kinds of files, by content."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.readers import media
from forumgraph.converters.readers.media import promised, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(*names: str, first: tuple[str, bytes] = ("x", b"")) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(*first)
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.4\n...", media.PDF),
        (b"\n\n%PDF-1.4", media.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), media.DOCX),
        (zipped("[Content_Types].xml", "word/document.xml")[:120], media.DOCX),
        (zipped("content.xml", first=("mimetype", media.ODT.encode())), media.ODT),
        (zipped("xl/workbook.xml"), media.UNKNOWN),
        (OLE + "WordDocument".encode("utf-16-le"), media.DOC),
        (OLE + "EncryptedPackage".encode("utf-16-le"), media.ENCRYPTED),
        (OLE, media.UNKNOWN),
        (b"{\\rtf1\\ansi words}", media.RTF),
        (b"<!DOCTYPE html><p>words", media.HTML),
        (b"\xef\xbb\xbf<html><body>words", media.HTML),
        ("<html>words".encode("utf-16"), media.HTML),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="x">', media.HTML),
        (b"<p>one</p><p>two</p>", media.HTML),
        (b"<angle> is no tag", media.PLAIN),
        (b"From: a@b.org\r\nTo: c@d.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nwords", media.MAIL),
        (b"Date: 9 July 2017\nVenue: New York\n\nwords", media.PLAIN),
        (b"From: the chair\nTo: all\nSubject: minutes\nDate: 9 July\n\nwords", media.PLAIN),
        (b"# Report\n\n**Date:** 9 July\n", media.MARKDOWN),
        (b"Report\n======\n\nwords", media.PLAIN),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), media.UNKNOWN),
        (bytes(range(256)) * 8, media.UNKNOWN),
        ("Les réunions".encode("cp1252"), media.PLAIN),
        ("Les réunions".encode("utf-16-le"), media.PLAIN),
        (b"word\x07 one stray control character", media.PLAIN),
    ],
)
def test_content_decides(data: bytes, expected: str) -> None:
    assert sniff(data, "report") == expected


def test_the_name_only_decides_between_markdown_and_text() -> None:
    assert sniff(b"# Report\n\n**bold**", "a.txt") == media.PLAIN
    assert sniff(b"words", "a.MD") == media.MARKDOWN
    assert sniff(b"%PDF-1.4", "a.md") == media.PDF
    assert sniff(b"From: a\nDate: b\n\nwords", "a.eml") == media.MAIL


def test_a_name_promises_a_format_by_its_ending() -> None:
    assert promised("folder.pdf/Report.DOCX") == media.DOCX
    assert promised("report") == promised("report.xyz") == ""


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.eml", "a"]))
def test_any_bytes_have_a_kind(data: bytes, name: str) -> None:
    assert sniff(data, name) in {
        getattr(media, kind) for kind in "PLAIN MARKDOWN HTML PDF DOCX ODT RTF MAIL DOC ENCRYPTED UNKNOWN".split()
    }
