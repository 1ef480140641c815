"""Mail: the subject is the title, the body the text, the date never the meeting's."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from forumgraph.converters.readers import mail
from forumgraph.errors import UnreadableSource
from forumgraph.model import BlockKind, Document, Source

if TYPE_CHECKING:
    from collections.abc import Callable

BODY = "Dear all,\n\nthe meeting discussed:\n\n1. Access to data\n2. Time\n\n> What was discussed?\n"


def message(change: Callable[[EmailMessage], None] | None = None, **headers: str) -> bytes:
    made = EmailMessage()
    made["Subject"] = "Report of the preparatory meeting"
    made["Date"] = "Sun, 09 Jul 2017 23:30:00 -0400"
    for name, value in headers.items():
        del made[name]
        made[name] = value
    made.set_content(BODY)
    if change:
        change(made)
    return bytes(made)


def read(data: bytes) -> Document:
    return mail.read(data, Source("a.eml", "message/rfc822", "0" * 64, len(data)))


def test_the_subject_is_a_heading_and_the_title() -> None:
    document = read(message())
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.blocks[0].text == document.title == "Report of the preparatory meeting"


def test_marks_of_replies_are_not_part_of_the_title() -> None:
    assert read(message(Subject="Fwd: RE: Notes on 2030")).title == "Notes on 2030"
    assert read(message(Subject="Regional forum: notes")).title == "Regional forum: notes"


def test_the_date_is_the_senders_day() -> None:
    assert read(message()).published == "2017-07-09"
    assert read(message(Date="yesterday")).published == ""


def test_lists_of_the_body_are_items_and_quoted_lines_stay() -> None:
    blocks = read(message()).blocks
    assert [(b.marker, b.text) for b in blocks if b.kind is BlockKind.ITEM] == [
        ("1.", "Access to data"),
        ("2.", "Time"),
    ]
    assert any("What was discussed?" in block.text for block in blocks)


def test_the_plain_body_goes_before_the_html_one() -> None:
    document = read(message(lambda made: made.add_alternative("<p>other words</p>", subtype="html")))
    assert "other words" not in document.text
    assert "Access to data" in document.text


def test_an_html_body_is_read_as_a_page_in_the_messages_encoding() -> None:
    def change(made: EmailMessage) -> None:
        made.set_content("<ol start=4><li>Área</ol><script>x</script>", subtype="html", charset="iso-8859-1")

    (_, item) = read(message(change)).blocks
    assert (item.marker, item.text) == ("4.", "Área")


def test_attachments_are_named_and_not_read() -> None:
    def change(made: EmailMessage) -> None:
        made.add_attachment(b"secret words", maintype="text", subtype="plain", filename="report.txt")

    document = read(message(change))
    assert "secret words" not in document.text
    assert [(f.code, "report.txt" in f.message) for f in document.findings] == [("DOC017", True)]


def test_wrapped_lines_of_flowed_text_are_joined() -> None:
    def change(made: EmailMessage) -> None:
        made.set_content("The forum was opened by the \nMayor of Valongo.\n")
        made.set_param("format", "flowed")

    assert read(message(change)).blocks[1].text == "The forum was opened by the Mayor of Valongo."


def test_a_charset_that_is_not_true_is_not_believed() -> None:
    data = b"Subject: a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nG\xfcnther\r\n"
    document = read(data)
    assert document.blocks[1].text == "Günther"
    assert [f.code for f in document.findings] == ["DOC007"]


def test_thousands_of_nested_parts_are_refused() -> None:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    with pytest.raises(UnreadableSource) as caught:
        read(b"Subject: deep\r\n" + head)
    assert caught.value.code == "DOC005"


def test_lines_that_tell_whose_message_is_passed_on_are_left_out() -> None:
    passed = "See below.\n\n-------- Original Message --------\nSubject: Report\nFrom: Ana <ana@faro.example>\nDate: 3 May 2021\n\nBoats were counted.\n"
    document = read(message(lambda made: made.set_content(passed)))
    assert [block.text for block in document.blocks][1:] == ["See below.", "Boats were counted."]
