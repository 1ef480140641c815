"""Pages of the web as the reader gives them to tests."""

from __future__ import annotations

from forumgraph.converters.readers import html
from forumgraph.model import Block, BlockKind, Document, Source


def read(page: str | bytes) -> Document:
    data = page if isinstance(page, bytes) else page.encode()
    return html.read(data, Source("a.html", "text/html", "0" * 64, len(data)))


def words(page: str | bytes) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(page).blocks]


def markers(page: str) -> list[tuple[str, int]]:
    return [(block.marker, block.level) for block in read(page).blocks if block.kind is BlockKind.ITEM]


def only(page: str) -> Block:
    (block,) = read(page).blocks
    return block
