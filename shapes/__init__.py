"""The shapes a graph must have before it is published: one Turtle file per class, all of them one shapes graph."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

NAMESPACE = "https://w3id.org/forumgraph/shapes#"


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """List the files of shapes, without suffix, sorted.

    >>> "session" in names()
    True
    """
    return tuple(
        sorted(entry.name.removesuffix(".ttl") for entry in files(__name__).iterdir() if entry.name.endswith(".ttl"))
    )


@lru_cache(maxsize=64)
def text(name: str = "") -> str:
    """Return the shapes in Turtle (SHACL Core, and SHACL-SPARQL where words are compared).

    Args:
        name: one of `names()`; else all of them, joined.

    Raises:
        FileNotFoundError: if there is no such file of shapes.
    """
    chosen = (name,) if name else names()
    return "\n".join(files(__name__).joinpath(f"{each}.ttl").read_text(encoding="utf-8") for each in chosen)
