"""Lines that name a field and give its value."""

from __future__ import annotations

import pytest

from forumgraph.converters.readers import plain
from forumgraph.converters.words import labels
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import Source


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Date: 9 July 2017 Time: 10:00", ["9 July 2017", "10:00"]),
        ("Title: Nets for the SDGs: who mends them?", ["Nets for the SDGs: who mends them?"]),
        ("Date/Time/Location: 9 July 2017, 10:00, Ohrid", ["9 July 2017, 10:00, Ohrid"]),
    ],
)
def test_a_line_may_hold_several_labels_but_none_that_goes_on_with_a_sentence(line: str, values: list[str]) -> None:
    source = Source("a.txt", "text/plain", "0" * 64, len(line))
    found = labels.find(plain.read(f"{line}\n".encode(), source).blocks, lexicons()["en"])
    assert [label.words for label in found] == values
