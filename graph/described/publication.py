"""The publication folder: written aside, synced, then exchanged in one step, so that readers see the old edition or the new one and nothing between.

A lock keeps a second run out. What a killed run left behind is cleared away by the next one. A folder that forumgraph did not make is never touched.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from forumgraph.errors import PublicationFailed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO

MANIFEST = "manifest.json"
_FORMAT = "https://w3id.org/forumgraph/publication/1"
_AT_FDCWD, _EXCHANGE, _SWAP = -100, 2, 2


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the publication as it was written."""

    bytes: int
    sha256: str


class Sink:
    """A file of the publication while it is written: counts and digests what passes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sum = hashlib.sha256()
        self._count = 0

    def write(self, data: bytes) -> None:
        """Append bytes."""
        self._file.write(data)
        self._sum.update(data)
        self._count += len(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def written(self) -> Written:
        """What was written so far."""
        return Written(self._count, self._sum.hexdigest())


@dataclass(slots=True)
class Staging:
    """A new edition on its way.

    Attributes:
        folder: where it is written.
        files: what was written, by path with forward slashes.
    """

    folder: Path
    files: dict[str, Written] = field(default_factory=dict)

    @contextmanager
    def open(self, name: str) -> Iterator[Sink]:
        """Open a new file below the folder; it is noted when it is closed."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with Sink(path.open("xb")) as sink:
            yield sink
        self.files[name] = sink.written

    def write(self, name: str, data: bytes | str) -> None:
        """Write a whole file; text in UTF-8."""
        with self.open(name) as sink:
            sink.write(data.encode() if isinstance(data, str) else data)

    def seal(self) -> str:
        """Write the manifest, which makes the folder a publication, and return its digest."""
        rows = {name: {"bytes": file.bytes, "sha256": file.sha256} for name, file in sorted(self.files.items())}
        self.write(MANIFEST, json.dumps({"format": _FORMAT, "files": rows}, ensure_ascii=False, indent=1) + "\n")
        return self.files[MANIFEST].sha256


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Keep other runs away from a publication and its cache, and clear away what a killed run left.

    Raises:
        PublicationFailed: if another run is at work, the place cannot be written, or holds something that is no publication.
    """
    if not target.name:
        raise PublicationFailed(f"{target} cannot be exchanged as a whole", remedy="Choose a folder in it with -o")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(_beside(target, "lock"), os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise _failed(target, error) from error
    try:
        _lock(handle, target)
        _restore(target)
        _check(target)
        yield
    finally:
        os.close(handle)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{ending}")


def _lock(handle: int, target: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415 - POSIX only

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PublicationFailed(
            f"{target} is being written by another run", remedy="Wait until it has ended, or choose another folder"
        ) from error


def _restore(target: Path) -> None:
    """Finish or undo what a killed run began; the lock is held, so nobody else is at it."""
    old = _beside(target, "old")
    try:
        if old.exists() and not target.exists():
            old.rename(target)
        for leftover in (old, _beside(target, "new")):
            if leftover.exists():
                shutil.rmtree(leftover)
    except OSError as error:
        raise _failed(target, error) from error


def _check(target: Path) -> None:
    if not target.exists() and not target.is_symlink():
        return
    if not target.is_dir():
        raise PublicationFailed(f"{target} is not a folder", remedy="Choose another place with -o")
    if any(target.iterdir()) and not is_publication(target):
        raise PublicationFailed(
            f"{target} holds files that are not a publication of forumgraph",
            remedy="Choose an empty or new folder with -o",
        )


def is_publication(folder: Path) -> bool:
    """Tell whether forumgraph made a folder: its manifest says so."""
    try:
        return bool(json.loads((folder / MANIFEST).read_bytes()).get("format") == _FORMAT)
    except (OSError, ValueError, AttributeError):
        return False


def intact(folder: Path, manifest: str) -> bool:
    """Tell whether a publication is the one with that digest of the manifest, and all its files are there in their sizes."""
    try:
        data = (folder / MANIFEST).read_bytes()
        if hashlib.sha256(data).hexdigest() != manifest:
            return False
        files: Mapping[str, Mapping[str, int]] = json.loads(data)["files"]
        present = sum(len(names) for _, _, names in os.walk(folder))
        return present == len(files) + 1 and all(
            (folder / name).stat().st_size == row["bytes"] for name, row in files.items()
        )
    except (OSError, ValueError, KeyError):
        return False


@contextmanager
def staged(target: Path) -> Iterator[Staging]:
    """Give a folder aside to write a new edition into; when the block ends well, it takes the place of the old one. Needs the lock.

    Raises:
        PublicationFailed: if something cannot be written; the old edition is as it was.
    """
    folder = _beside(target, "new")
    try:
        folder.mkdir()
        staging = Staging(folder)
        yield staging
        if MANIFEST not in staging.files:
            staging.seal()
        _sync_all(folder)
        _exchange(folder, target)
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sync_all(folder: Path) -> None:
    """Wait until all files of a folder are on the disk: in one call where the system has one (Linux syncfs), else one by one."""
    if sys.platform == "linux":
        handle = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None).syncfs(handle) == 0:
                return
        except (OSError, AttributeError):
            pass
        finally:
            os.close(handle)
    for path, _, names in os.walk(folder):
        for name in names:
            _sync(os.path.join(path, name))  # noqa: PTH118 - os.walk gives strings
        _sync(path)


def _sync(path: Path | str) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(new: Path, target: Path) -> None:
    """Put the new folder in the place of the old one, in one step where the system can; else in two that the next run can finish."""
    if not target.exists():
        new.rename(target)
    elif not _swapped(new, target):
        old = _beside(target, "old")
        target.rename(old)
        new.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    _sync(target.parent)


def _swapped(one: Path, other: Path) -> bool:
    """Exchange two names (Linux renameat2, macOS renamex_np); False where the system or the file system cannot."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
    except (OSError, AttributeError, TypeError):
        return False


def _failed(target: Path, error: OSError) -> PublicationFailed:
    remedies = {
        errno.ENOSPC: "Make room on the disk and run again; the old edition is as it was",
        errno.EACCES: "Choose a folder you may write to with -o",
        errno.EPERM: "Choose a folder you may write to with -o",
        errno.EROFS: "Choose a folder you may write to with -o",
    }
    remedy = remedies.get(error.errno or 0, "Choose another folder with -o")
    return PublicationFailed(f"{target} cannot be written: {error.strerror or error}", remedy=remedy)
