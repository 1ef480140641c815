"""Which files are to be read: what was given, folders opened up, in an order that depends on names alone."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.graph.rdf.identifiers import document_id
from forumgraph.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.model import Finding


@dataclass(frozen=True, slots=True, order=True)
class Given:
    """One file to be read.

    Attributes:
        name: path below the folder given, with forward slashes, in NFC; of a file given by itself, its name.
    """

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Inputs:
    """All files to be read, sorted by name, and what was found wrong with others."""

    files: tuple[Given, ...]
    findings: tuple[Finding, ...]


def discover(paths: Iterable[Path]) -> Inputs:
    """Open folders up and leave out what cannot be read; of two files of one name the first by path is kept.

    Hidden files and folders, and the lock files of office programs, are passed over in silence. A link is followed as far as it stays in the folder.
    """
    files: dict[str, Given] = {}
    findings: list[Finding] = []
    found = sorted(
        {each for path in paths for each in _below(path, findings)},
        key=lambda given: (given.name, os.fspath(given.path)),
    )
    for given in found:
        first = files.setdefault(document_id(given.name), given)
        if first is not given and first.path.resolve() != given.path.resolve():
            findings.append(
                finding("DOC015", f"{given.path} has the same name as {first.path}, which was kept", Place(given.name))
            )
    return Inputs(
        tuple(sorted(files.values())),
        tuple(sorted(findings, key=lambda each: (each.where.source, each.code, each.message))),
    )


def _below(path: Path, findings: list[Finding]) -> Iterator[Given]:
    if not path.is_dir():
        yield from _file(path, _name(path.name), None, findings)
        return
    root = path.resolve()
    for folder, folders, names in os.walk(path, onerror=lambda error: findings.append(_unopened(error, path))):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")):
                file = Path(folder) / name
                yield from _file(file, _name(file.relative_to(path).as_posix()), root, findings)


def _name(name: str) -> str:
    """Return a name that can be written: in NFC, and with a replacement for bytes that are no characters."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _unopened(error: OSError, path: Path) -> Finding:
    name = Path(error.filename or path).name
    return finding("DOC012", f"the folder cannot be opened: {error.strerror}", Place(_name(name)))


def _file(path: Path, name: str, root: Path | None, findings: list[Finding]) -> Iterator[Given]:
    try:
        kind = path.stat().st_mode
        inside = root is None or path.resolve().is_relative_to(root)
    except OSError as error:
        findings.append(finding("DOC012", f"the file cannot be opened: {error.strerror}", Place(name)))
        return
    if not inside:
        findings.append(finding("DOC012", "the link leads outside the folder", Place(name)))
    elif not stat.S_ISREG(kind):
        findings.append(finding("DOC012", "it is not a regular file", Place(name)))
    else:
        yield Given(name, path)
