"""Templates of what is not for people: questions put to a store, rules for web servers. Nothing that they print is escaped."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Return the templates, compiled once in a process."""
    return Environment(  # noqa: S701 - none of these is HTML
        loader=PackageLoader("forumgraph.graph", "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def filled(name: str, **values: object) -> str:
    """Return what a template says.

    Args:
        name: of its file.
        values: what it asks for.
    """
    return templates().get_template(name).render(values)
