"""Frozen values as JSON and back: dataclasses of words, numbers, other dataclasses and tuples of one kind. Reading runs nothing that the file says."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Any], Any]
    """Makes a value of what JSON gives."""

T = TypeVar("T")


def pack(value: object) -> bytes:
    """Write a value so that `unpack` reads it, given its class."""
    return json.dumps(_flat(value), ensure_ascii=False, separators=(",", ":")).encode()


def _flat(value: object) -> object:
    if isinstance(value, tuple):
        return [_flat(each) for each in value]
    if not is_dataclass(value):
        return value
    return [_flat(getattr(value, each.name)) for each in fields(value)]


def unpack(kind: type[T], data: bytes) -> T:
    """Read a value.

    Args:
        kind: its class, whose fields are annotated with classes that can be imported where it is defined.

    Raises:
        ValueError: if it is not what `pack` writes.
    """
    try:
        annotation: Any = kind
        found: T = _reader(annotation)(json.loads(data))
    except (TypeError, KeyError) as error:
        raise ValueError(f"this is no {kind.__name__}: {error}") from error
    return found


@lru_cache(maxsize=100)
def _reader(kind: Any) -> Reader:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return _of_dataclass(kind, [_reader(hints[each.name]) for each in fields(kind)])
    parts = [each for each in get_args(kind) if each not in {NoneType, ...}]
    if not parts:
        return _same
    (inner,) = map(_reader, parts)
    if get_origin(kind) is tuple:
        return lambda rows: tuple(map(inner, rows))
    return lambda row: None if row is None else inner(row)


def _same(value: Any) -> Any:
    return value


def _of_dataclass(kind: Any, readers: list[Reader]) -> Reader:
    def read(row: list[Any]) -> Any:
        return kind(*[each(value) for each, value in zip(readers, row, strict=True)])

    return read
