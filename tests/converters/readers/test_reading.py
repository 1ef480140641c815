"""The front door: every file is a document or one clear reason."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

from forumgraph.converters.readers import media, plain, reading
from forumgraph.errors import UnreadableSource
from forumgraph.model import Document, Limits, Source


def refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableSource) as caught:
        reading.read(path, path.name, limits or Limits())
    assert caught.value.remedy
    return caught.value.code


def written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    data = "Réunion à Genève".encode()
    document = reading.read(written(tmp_path, data), "folder/re\u0301union.txt")
    assert document.source == Source(
        "folder/réunion.txt", media.PLAIN, hashlib.sha256(data).hexdigest(), len(data), "utf-8"
    )


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "DOC001"),
        (b" \n\t ", "a.txt", "DOC001"),
        ("\u200b\u00a0".encode(), "a.txt", "DOC001"),
        (bytes(range(256)) * 4, "a.txt", "DOC002"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9, "a.docx", "DOC003"),
        (b"%PDF-1.7 and nothing more", "a.pdf", "DOC005"),
        (b"PK\x03\x04 torn word/document.xml", "a.docx", "DOC005"),
    ],
)
def test_bad_content_is_refused_with_its_code(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    assert refused(written(tmp_path, data, name)) == code


def test_limits_hold_for_bytes_and_for_text(tmp_path: Path) -> None:
    path = written(tmp_path, b"words " * 100)
    assert refused(path, Limits(size=599)) == "DOC006"
    assert refused(path, Limits(text=500)) == "DOC006"
    assert reading.read(path, "a.txt", Limits(size=600, text=600)).text


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
def test_a_text_over_the_limit_is_refused_before_it_is_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_checked", lambda *_: pytest.fail("it was read"))
    with pytest.raises(UnreadableSource, match="500 characters") as caught:
        reading.read_bytes(b"words \r\n" * 200, name, Limits(text=500))
    assert caught.value.code == "DOC006"
    assert "--max-text" in caught.value.remedy


def test_spaces_do_not_make_a_text_too_large() -> None:
    assert reading.read_bytes(b"words" + b" " * 900 + b"\n\nand more", "notes.txt", Limits(text=100)).text


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    assert refused(fifo) == refused(tmp_path) == refused(tmp_path / "missing") == refused(Path(os.devnull)) == "DOC012"
    assert refused(tmp_path / "a\0b") == "DOC012"


def test_a_name_that_promises_another_format_is_reported_and_the_content_believed(tmp_path: Path) -> None:
    document = reading.read(written(tmp_path, b"words of a report", "a.pdf"), "a.pdf")
    assert document.source.media_type == media.PLAIN
    assert [f.code for f in document.findings] == ["DOC010"]
    assert reading.read(written(tmp_path, b"words of a report"), "a.txt").findings == ()


def test_whatever_a_reader_raises_becomes_one_kind_of_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes, source: Source) -> Document:
        raise KeyError(data, source)

    monkeypatch.setattr(plain, "read", broken)
    with pytest.raises(UnreadableSource, match="KeyError") as caught:
        reading.read_bytes(b"words", "a.txt")
    assert caught.value.code == "DOC016"


def test_every_reader_of_the_table_exists() -> None:
    for entry in reading.READERS.values():
        module, _, function = entry.partition(":")
        assert callable(getattr(import_module(module), function))
    assert set(media.SUFFIXES.values()) == set(reading.READERS)


def test_an_old_word_file_without_libreoffice_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableSource) as caught:
        reading.read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "a.doc")
    assert caught.value.code == "DOC013"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_word_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    page = written(
        tmp_path, b"<html><body><h1>Report</h1><ol><li>Access to data<li>More time</ol></body></html>", "old.html"
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = reading.read(tmp_path / "old.doc", "old.doc")
    assert document.source.media_type == media.DOC
    assert [b.text for b in document.blocks] == ["Report", "Access to data", "More time"]
