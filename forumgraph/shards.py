"""What one document became, as one file: a line of JSON and named stretches of bytes, checked when they are read."""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Torn(ValueError):
    """The file is not what was written: made by another version, cut short, or changed."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One document's part of a publication.

    Attributes:
        record: small facts, of plain JSON types.
        sections: bytes by name.
    """

    record: Mapping[str, Any]
    sections: Mapping[str, bytes]


def write(path: Path, shard: Shard) -> None:
    """Write a shard, whole or not at all."""
    table = [[name, len(data), zlib.crc32(data)] for name, data in shard.sections.items()]
    head = json.dumps({"record": shard.record, "sections": table}, ensure_ascii=False, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with aside.open("wb") as file:
        file.write(b"%d\n" % len(head) + head)
        file.writelines(shard.sections.values())
    aside.replace(path)


def read(path: Path) -> Shard:
    """Read a shard.

    Raises:
        OSError: if there is none.
        Torn: if it is not what was written.
    """
    data = path.read_bytes()
    try:
        first = data.index(b"\n") + 1
        place = first + int(data[: first - 1])
        head = json.loads(data[first:place])
        sections = {}
        for name, length, checksum in head["sections"]:
            sections[name] = data[place : place + length]
            if len(sections[name]) != length or zlib.crc32(sections[name]) != checksum:
                raise Torn(str(path))
            place += length
        return Shard(head["record"], sections)
    except (ValueError, KeyError, TypeError) as error:
        raise Torn(str(path)) from error
