"""Word files that are torn, hostile or large: refused as what they are, or read in time."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from wordfiles import abstract, instance, level, paragraph, relation, word_file

from forumgraph.converters.readers import word
from forumgraph.errors import UnreadableSource
from forumgraph.model import Document, Source


def read(data: bytes) -> Document:
    return word.read(data, Source("a.docx", "", "0" * 64, len(data)))


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    return caught.value.code


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


def test_a_torn_file_is_damaged() -> None:
    data = word_file(paragraph("Text"))
    assert refused(data[: len(data) // 2]) == "DOC005"
    assert refused(b"PK\x03\x04") == "DOC005"
    assert refused(b"") == "DOC005"


def test_a_damaged_member_is_damaged() -> None:
    data = bytearray(word_file(paragraph("words " * 400)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.getinfo("word/document.xml").header_offset + 80
    data[at : at + 20] = bytes(20)
    assert refused(bytes(data)) == "DOC005"


def test_a_document_that_is_missing_or_not_well_formed_is_damaged() -> None:
    assert refused(zipped(other_xml=b"<a/>")) == "DOC005"
    assert refused(zipped(word__document_xml=b"<w:document>")) == "DOC005"


def test_another_kind_of_document_is_refused_as_such() -> None:
    assert refused(zipped(word__document_xml=b"<workbook/>")) == "DOC002"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_declaration_is_refused_in_every_encoding(encoding: str) -> None:
    mark = "" if encoding == "utf-8" else "\ufeff"
    xml = f'{mark}<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
    assert refused(zipped(word__document_xml=xml.encode(encoding))) == "DOC014"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = zipped(word__document_xml=b" " * (40 * 2**20))
    begun = time.process_time()
    assert refused(data) == "DOC006"
    assert time.process_time() - begun < 1


def test_elements_nested_without_end_are_refused() -> None:
    deep = "<w:ins>" * 5000 + "</w:ins>" * 5000
    assert refused(word_file(deep)) == "DOC005"
    nested = word_file("<w:sdt><w:sdtContent>" * 100 + paragraph("deep") + "</w:sdtContent></w:sdt>" * 100)
    assert [block.text for block in read(nested).blocks] == ["deep"]


def test_parts_outside_of_the_file_are_never_looked_for() -> None:
    data = word_file(paragraph("Text"), styles="")
    stream = io.BytesIO()
    outside = relation("h", "styles", "file:///etc/passwd").replace("/>", ' TargetMode="External"/>') + relation(
        "n", "numbering", "../../../etc/passwd"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name,
                content.replace(b"</Relationships>", outside.encode() + b"</Relationships>")
                if "document.xml.rels" in name
                else content,
            )
    assert [b.text for b in read(stream.getvalue()).blocks] == ["Text"]


def test_ten_thousand_paragraphs_are_read_in_seconds() -> None:
    data = word_file(
        paragraph("some words", num=1) * 10_000, numbering=abstract(0, level(0, "decimal", "%1.")) + instance(1, 0)
    )
    begun = time.process_time()
    assert len(read(data).blocks) == 10_000
    assert time.process_time() - begun < 10
