"""Pages in any encoding, torn, endless or hostile."""

from __future__ import annotations

import time

import pytest
from htmlpages import read, words
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.errors import UnreadableSource


@pytest.mark.parametrize(
    ("data", "encoding", "codes"),
    [
        ("<p>Günther".encode(), "utf-8", []),
        ("<meta charset=iso-8859-1><p>Günther".encode(), "utf-8", []),
        (
            '<meta http-equiv=x content="text/html; charset=iso-8859-2"><p>Günther'.encode("iso-8859-2"),
            "iso-8859-2",
            [],
        ),
        ("<meta charset=utf-8><p>Günther".encode("cp1252"), "windows-1252", ["DOC007"]),
        ("<p>Günther".encode("utf-16"), "utf-16-le", []),
        ('<?xml version="1.0" encoding="utf-8"?><html><p>Günther</p></html>'.encode(), "utf-8", []),
    ],
)
def test_the_encoding_is_that_of_the_bytes(data: bytes, encoding: str, codes: list[str]) -> None:
    document = read(data)
    assert document.text == "Günther"
    assert document.source.encoding == encoding
    assert [finding.code for finding in document.findings] == codes


def test_entities_are_characters_and_never_files() -> None:
    assert words('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>R&eacute;union &#8211; a&amp;b &x;</p>')[
        -1
    ][1].startswith("Réunion – a&b")
    assert "root:" not in read('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;').text


def test_deep_nesting_is_read_and_endless_nesting_refused() -> None:
    assert words("<div>" * 1500 + "deep" + "</div>" * 1500 + "<p>after") == [
        ("paragraph", "deep"),
        ("paragraph", "after"),
    ]
    with pytest.raises(UnreadableSource) as caught:
        read("<div>" * 100_000 + "deep")
    assert caught.value.code == "DOC005"


@pytest.mark.parametrize(
    "unit",
    ["<p>a", "<br>", "<b>a</b>", "<td>", "<li>a", "a<sup>1</sup>", "<tr><td>a", "<!--", "&amp;", "<p hidden>a</p>"],
)
def test_long_repetitive_pages_are_read_in_linear_time(unit: str) -> None:
    begun = time.process_time()
    read(unit * (100_000 // len(unit)))
    assert time.process_time() - begun < 5


@given(
    st.lists(
        st.sampled_from(
            "<p> <li> <ol> </ol> <ul> </ul> <table> <tr> <td> </td> </table> <h2> </h2> <b> </b> <br> a 1) <nav> </nav> <p/hidden>".split()
        )
    )
)
def test_any_soup_of_tags_is_a_document(soup: list[str]) -> None:
    document = read("".join(soup))
    assert all(block.span.of(document.text) == block.text for block in document.blocks)
