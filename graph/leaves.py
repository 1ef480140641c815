"""The many small files of a site while a new edition is written: one that did not change is linked to the old edition, so that its time stays as it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.publication import Written

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(slots=True)
class Leaves:
    """Files below a folder, not synced one by one: whoever seals the edition syncs them together.

    Attributes:
        folder: where the new edition is written.
        old: the edition before, where there is one.
        files: what was written, by path with forward slashes.
    """

    folder: Path
    old: Path
    files: dict[str, Written] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)

    def write(self, name: str, text: str | bytes) -> None:
        """Write a whole file; text in UTF-8.

        Raises:
            OSError: if it cannot be written.
        """
        data = text.encode() if isinstance(text, str) else text
        path = self.folder / name
        parent = name.rpartition("/")[0]
        if parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        if not _linked(self.old / name, path, data):
            path.write_bytes(data)
        self.files[name] = Written(len(data), hashlib.sha256(data).hexdigest())


def _linked(old: Path, new: Path, data: bytes) -> bool:
    """Take a file of the old edition over where it has just these bytes and the file system has links."""
    try:
        if old.is_symlink() or old.stat().st_size != len(data) or old.read_bytes() != data:
            return False
        new.hardlink_to(old)
    except OSError:
        return False
    return True
