"""Words are looked for in large files a window at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumgraph.graph.asked import seeking
from forumgraph.graph.asked.seeking import lines_with

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=[1, 7, 64])
def _narrow(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeking, "_WINDOW", request.param)


@pytest.mark.usefixtures("_narrow")
@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"harbour\n",
        b"harbour",
        b"no\nthe harbour, and the harbour again\nno\n\nharbour towns\nno",
        b"a line that is much longer than a window and ends with harbour\nshort\n",
    ],
)
def test_a_line_is_found_once_wherever_windows_end(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "lines"
    path.write_bytes(text)
    assert list(lines_with(path, b"harbour")) == [line for line in text.split(b"\n") if b"harbour" in line]


@settings(deadline=None)
@given(st.text(alphabet="ab\n", max_size=40), st.text(alphabet="ab", min_size=1, max_size=3), st.integers(1, 9))
def test_what_is_found_does_not_depend_on_the_window(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: str, window: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "lines"
    path.write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seeking, "_WINDOW", window)
        found = list(lines_with(path, words.encode()))
    assert found == [line.encode() for line in text.split("\n") if words in line]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(lines_with(tmp_path / "none", b"harbour"))
