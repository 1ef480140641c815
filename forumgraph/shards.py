"""What one document became, as one file: a line of JSON and named stretches of bytes, checked when they are read."""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


_LONGEST = 20
"""Digits of the length of the record, and the end of the line."""


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


def read(path: Path, only: Collection[str] | None = None) -> Shard:
    """Read a shard.

    Args:
        only: names of the sections that are wanted; all where it is not given.

    Raises:
        OSError: if there is none.
        Torn: if it is not what was written, as far as it was read.
    """
    with path.open("rb") as file:
        try:
            head = json.loads(file.read(int(file.readline(_LONGEST))))
            sections = {}
            for name, length, checksum in head["sections"]:
                if only is not None and name not in only:
                    file.seek(length, os.SEEK_CUR)
                    continue
                sections[name] = file.read(length)
                if len(sections[name]) != length or zlib.crc32(sections[name]) != checksum:
                    raise Torn(str(path))
            return Shard(head["record"], sections)
        except (ValueError, KeyError, TypeError) as error:
            raise Torn(str(path)) from error
