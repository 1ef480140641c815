"""What earlier runs made, in a folder beside the publication: a document whose file did not change is not even opened.

A file is taken for unchanged when its size, its time of change and its inode are those of the last run. What a document became is kept under a key
made of its bytes, its name, the code and the configuration; so a changed rule makes everything again, and a file that only moved in time nothing.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from forumgraph import shards
from forumgraph.graph.names.expansions import Shortened

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

_FORMAT = 3
_INDEX = "index.json"
_ENGINES = (
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "pyoxigraph",
    "pypdfium2",
    "python-docx",
    "shacl",
    "snowballstemmer",
    "charset-normalizer",
)
_PARTS = ("converters", "graph", "ontology", "queries", "shapes")
_COARSE, _FINE = 2_000_000_000, 20_000_000


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return a digest of all code and data of the package and of the versions of the libraries that read and check."""
    sum_ = hashlib.sha256()
    root = files("forumgraph")
    for folder in (root, *(files(f"forumgraph.{part}") for part in _PARTS)):
        for name, entry in sorted(_sources(folder)):
            sum_.update(name.encode() + b"\0" + entry.read_bytes() + b"\0")
    for library in _ENGINES:
        sum_.update(f"{library} {_version(library)}\0".encode())
    return sum_.hexdigest()


def _sources(folder: Traversable, within: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = within + entry.name
        if entry.is_dir():
            yield from _sources(entry, f"{name}/")
        elif name.endswith((".py", ".ttl", ".toml", ".rq")):
            yield name, entry


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the parts of documents are kept.

    Attributes:
        folder: of the cache.
        digest: of code and configuration; part of every key.
    """

    folder: Path
    digest: str

    def path(self, name: str, sha256: str, decisions: str = "") -> Path:
        """Return where the shard of a document is or will be.

        Args:
            decisions: a digest of what people decided about it; empty where they decided nothing.
        """
        parts = (self.digest, sha256, name, *([decisions] if decisions else []))
        key = hashlib.sha256("\0".join(parts).encode()).hexdigest()
        return self.folder / "shards" / key[:2] / key

    def find(self, path: Path) -> shards.Shard | None:
        """Return a shard; None where it is not there, or not whole."""
        try:
            return shards.read(path)
        except (OSError, shards.Torn):
            return None


@dataclass(slots=True)
class Cache:
    """The folder beside one publication.

    Attributes:
        names: of the actors each document names (`identifiers.named`), from its name, with the digest of the bytes and of the code that found them.
        shortened: what each document tells of its acronyms, as long as its names are known.
        stamps: from a document's name to size, time of change in nanoseconds, inode and the SHA-256 of the bytes.
        summary: what the last run told, and of which publication; empty when there was none.
    """

    shelf: Shelf
    stamps: dict[str, tuple[int, int, int, str]] = field(default_factory=dict)
    summary: Mapping[str, Any] = field(default_factory=dict)
    names: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    shortened: dict[str, Shortened] = field(default_factory=dict)

    def names_of(self, name: str, sha256: str) -> list[str] | None:
        """Return the names in a document, as far as they are known."""
        of, names = self.names.get(name, ("", []))
        return names if of == f"{sha256} {self.shelf.digest}" else None

    def names_before(self, name: str) -> tuple[str, list[str]] | None:
        """Return the names in a document as it was last read, with the digest of its bytes then."""
        of, names = self.names.get(name, ("", []))
        sha256, _, code = of.partition(" ")
        return (sha256, names) if code == self.shelf.digest else None

    def note_names(self, name: str, sha256: str, names: Iterable[str], shortened: Shortened) -> None:
        """Remember the names in a document, and what it tells of its acronyms."""
        self.names[name] = (f"{sha256} {self.shelf.digest}", sorted(names))
        self.shortened[name] = shortened

    def known(self, name: str, stat: os.stat_result) -> str:
        """Return the SHA-256 of a file that did not change since it was last read; empty if it may have."""
        size, changed, inode, sha256 = self.stamps.get(name, (-1, -1, -1, ""))
        return sha256 if (size, changed, inode) == (stat.st_size, stat.st_mtime_ns, stat.st_ino) else ""

    def note(self, name: str, stat: os.stat_result, sha256: str) -> None:
        """Remember a file, unless it changed so short ago that a further change could have the same time."""
        window = _FINE if stat.st_mtime_ns % 1_000_000_000 else _COARSE
        if time.time_ns() - stat.st_mtime_ns > window:
            self.stamps[name] = (stat.st_size, stat.st_mtime_ns, stat.st_ino, sha256)

    def save(self, names: Iterable[str], kept: Iterable[Path], summary: Mapping[str, Any]) -> None:
        """Write the index of this run, and remove what it did not use."""
        wanted = set(names)
        index = {
            "format": _FORMAT,
            "stamps": {name: stamp for name, stamp in sorted(self.stamps.items()) if name in wanted},
            "summary": summary,
            "names": {name: found for name, found in sorted(self.names.items()) if name in wanted},
            "shortened": {
                name: (told.defined, told.initials) for name, told in sorted(self.shortened.items()) if name in wanted
            },
        }
        aside = self.shelf.folder / f"{_INDEX}.new"
        aside.write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
        aside.replace(self.shelf.folder / _INDEX)
        used = set(kept)
        for path in (self.shelf.folder / "shards").glob("*/*"):
            if path not in used:
                path.unlink()


def open_cache(publication: Path, digest: str) -> Cache:
    """Open the cache of a publication, a new one where there is none or it cannot be understood.

    Raises:
        OSError: if the folder cannot be made.
    """
    folder = publication.with_name(f".{publication.name}.cache")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    try:
        return _reopened(folder, digest, json.loads((folder / _INDEX).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Cache(Shelf(folder, digest))
    except (ValueError, KeyError, TypeError, AttributeError):
        shutil.rmtree(folder / "shards", ignore_errors=True)
        return Cache(Shelf(folder, digest))


def _reopened(folder: Path, digest: str, index: Mapping[str, Any]) -> Cache:
    if index["format"] != _FORMAT:
        return Cache(Shelf(folder, digest))
    stamps = {
        str(name): (int(size), int(changed), int(inode), str(sha256))
        for name, (size, changed, inode, sha256) in index["stamps"].items()
    }
    names = {str(name): (str(of), [str(each) for each in found]) for name, (of, found) in index["names"].items()}
    shortened = {str(name): Shortened(*map(_pairs, told)) for name, told in index["shortened"].items()}
    return Cache(Shelf(folder, digest), stamps, dict(index["summary"]), names, shortened)


def _pairs(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(short), str(words)) for short, words in rows)
