"""Encodings: what bytes make certain, and what has to be guessed and is said so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.readers.encoding import decode

FRENCH = "La réunion a été organisée à Genève par l’« Association » – déjà, où çà."
SPANISH = "Los gobiernos deberían proteger a las niñas: ¿cómo?"


# UTF-16 that begins with NUL has the bytes of the mark of UTF-32 (The Unicode Standard, section 23.8).
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"])
)
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    read, _, findings = decode(text.encode(encoding), "a.txt")
    assert (read, findings) == (text, ())


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_utf_8_is_read_without_a_finding(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "a.txt") == (text, "utf-8", ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), "a.txt") == (FRENCH, encoding, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(FRENCH, "windows-1252"), (SPANISH, "windows-1252"), (FRENCH, "mac_roman"), (SPANISH, "cp850")],
)
def test_western_encodings_are_guessed_right_and_reported(text: str, encoding: str) -> None:
    read, named, findings = decode(
        text.encode("cp1252" if encoding == "windows-1252" else encoding, "replace"), "a.txt"
    )
    assert (read.replace("?", "")[:40], named) == (text.replace("?", "")[:40], encoding)
    assert [(f.code, f.where.source) for f in findings] == [("DOC007", "a.txt")]


def test_cyrillic_text_is_not_read_as_western() -> None:
    text = "Участники обсудили доступ к данным и координацию между столицами и Нью-Йорком."
    assert decode(text.encode("cp1251"), "a.txt")[0] == text


def test_a_pasted_windows_byte_does_not_spoil_utf_8() -> None:
    data = FRENCH.encode() + b" caf\xe9 \x93quoted\x94"
    text, encoding, findings = decode(data, "a.txt")
    assert (text, encoding, len(findings)) == (FRENCH + " café “quoted”", "utf-8", 1)


def test_a_torn_utf_16_file_is_read_and_reported() -> None:
    text, _, findings = decode("words".encode("utf-16") + b"x", "a.txt")
    assert text.startswith("words")
    assert findings[0].code == "DOC007"


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    text, encoding, _ = decode(data, "a.txt")
    assert encoding
    assert len(text) <= len(data)
