"""The many small files of a site while a new edition is written: one that did not change is linked to the old edition, so that its time stays as it was."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from stat import S_ISREG
from typing import TYPE_CHECKING

from forumgraph.graph.described.publication import Written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Leaf:
    """A small file as it was written.

    Attributes:
        time: of its last change, in nanoseconds.
    """

    bytes: int
    sha256: str
    time: int


@dataclass(slots=True)
class Leaves:
    """Files below a folder, not synced one by one: whoever seals the edition syncs them together.

    Attributes:
        folder: where the new edition is written.
        old: the edition before, where there is one.
        leaves: what was written, by path with forward slashes.
    """

    folder: Path
    old: Path
    leaves: dict[str, Leaf] = field(default_factory=dict)
    _folders: dict[str, bool] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, Written]:
        """What was written, as the manifest tells it."""
        return {name: Written(each.bytes, each.sha256) for name, each in self.leaves.items()}

    def write(self, name: str, text: str | bytes) -> None:
        """Write a whole file; text in UTF-8.

        Raises:
            OSError: if it cannot be written.
        """
        data = text.encode() if isinstance(text, str) else text
        path = f"{self.folder}/{name}"
        before = f"{self.old}/{name}" if self._prepared(name) else ""
        time = (_linked(before, path, data) if before else 0) or _written(path, data)
        self.leaves[name] = Leaf(len(data), hashlib.sha256(data).hexdigest(), time)

    def _prepared(self, name: str) -> bool:
        """Make the folder of a file, and tell whether the old edition has it."""
        parent = name.rpartition("/")[0]
        known = self._folders.get(parent)
        if known is None:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            known = self._folders[parent] = (self.old / parent).is_dir()
        return known

    def take(self, leaves: Mapping[str, Leaf]) -> bool:
        """Take files of the edition before over as they are, without reading them; none of them where one changed or there are no links."""
        if not all(_unchanged(f"{self.old}/{name}", leaf) for name, leaf in leaves.items()):
            return False
        done: list[str] = []
        try:
            for name in leaves:
                self._prepared(name)
                os.link(f"{self.old}/{name}", f"{self.folder}/{name}")
                done.append(name)
        except OSError:
            for name in done:
                (self.folder / name).unlink()
            return False
        self.leaves.update(leaves)
        return True


def _unchanged(path: str, leaf: Leaf) -> bool:
    """Tell whether a file has the size and the time it had when it was written."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return S_ISREG(found.st_mode) and (found.st_size, found.st_mtime_ns) == (leaf.bytes, leaf.time)


def _written(path: str, data: bytes) -> int:
    """Write a file, and return the time of that. One that is there is removed before: the old edition may have it too."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags, 0o666)
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108 - as above
        handle = os.open(path, flags, 0o666)
    with open(handle, "wb", buffering=0) as file:  # noqa: PTH123 - a handle
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
        return os.fstat(handle).st_mtime_ns


def _linked(old: str, new: str, data: bytes) -> int:
    """Take a file of the old edition over where it has just these bytes and the file system has links; return its time, or 0."""
    try:
        found = os.lstat(old)
        if not S_ISREG(found.st_mode) or found.st_size != len(data):
            return 0
        with open(old, "rb", buffering=0) as file:  # noqa: PTH123 - a path object costs more than the call
            if file.readall() != data:
                return 0
        os.link(old, new)
    except OSError:
        return 0
    return found.st_mtime_ns
