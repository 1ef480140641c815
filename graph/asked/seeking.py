"""Words looked for in a large file, of which a few megabytes are in memory at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WINDOW = 4 * 2**20


def lines_with(path: Path, words: bytes) -> Iterator[bytes]:
    """Yield the lines of a file that have words in them, without their line feeds; all others cost next to nothing.

    Args:
        words: at least one byte, none of them a line feed.

    Raises:
        OSError: if the file cannot be read.
    """
    with path.open("rb") as file:
        while window := file.read(_WINDOW):
            window += file.readline()
            found = window.find(words)
            while found >= 0:
                end = window.find(b"\n", found)
                end = end if end >= 0 else len(window)
                yield window[window.rfind(b"\n", 0, found) + 1 : end]
                found = window.find(words, end)
