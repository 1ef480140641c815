"""How well reports were read when that was last measured: the figures that came with this forumgraph, on test reports written for it."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

FILE = "scores.toml"


@dataclass(frozen=True, slots=True)
class Field:
    """How one field was read over all documents of a set, in percent, rounded down; None where there was nothing to count."""

    name: str
    precision: int | None
    recall: int | None
    f1: int | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One set of test reports.

    Attributes:
        digest: of its documents and of what people read from them.
    """

    name: str
    documents: int
    digest: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures.

    Attributes:
        date: ISO date of the measurement.
        converters: digest of the converters that were measured.
    """

    date: str
    converters: str
    sets: tuple[Measured, ...]

    @property
    def current(self) -> bool:
        """Whether the converters are those that were measured."""
        return self.converters == converters_digest()


@lru_cache(maxsize=1)
def scores() -> Scores | None:
    """Return the figures that came with this forumgraph; None where there are none."""
    file = files("forumgraph.graph").joinpath(FILE)
    if not file.is_file():
        return None
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    sets = tuple(_measured(name, row) for name, row in table.items() if isinstance(row, dict))
    return Scores(str(table["date"]), table["converters"], sets)


def _measured(name: str, row: Mapping[str, Any]) -> Measured:
    fields = tuple(
        Field(field, *(shares.get(key) for key in ("precision", "recall", "f1")))
        for field, shares in row["fields"].items()
    )
    return Measured(name, row["documents"], row["digest"], fields)


@lru_cache(maxsize=1)
def converters_digest() -> str:
    """Return a digest of the converters: of the names and bytes of their files."""
    total = hashlib.sha256()
    for name, entry in sorted(_sources(files("forumgraph.converters"))):
        total.update(name.encode() + b"\0" + hashlib.sha256(entry.read_bytes()).digest())
    return total.hexdigest()[:16]


def _sources(folder: Traversable, within: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = within + entry.name
        if entry.is_dir():
            yield from _sources(entry, f"{name}/")
        elif name.endswith((".py", ".toml")):
            yield name, entry


def written(date: str, sets: Mapping[str, Mapping[str, Any]]) -> str:
    """Return figures as the file that `scores` reads.

    Args:
        date: ISO date of the measurement.
        sets: by name: `documents`, `digest`, and `fields` with `precision`, `recall` and `f1` in percent by name; None is left out.
    """
    lines = [
        "# How the test reports were read, in percent, rounded down. Written by `python tests/test_corpus.py`; the report card of a publication shows it.",
        f'date = {date}\nconverters = "{converters_digest()}"',
    ]
    for name, row in sets.items():
        lines.append(f'\n[{name}]\ndocuments = {row["documents"]}\ndigest = "{row["digest"]}"\n\n[{name}.fields]')
        for field, shares in row["fields"].items():
            told = ", ".join(f"{key} = {value}" for key, value in shares.items() if value is not None)
            lines.append(f'"{field}" = {{ {told} }}')
    return "\n".join(lines) + "\n"
