"""Questions of the catalogue, put to a publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.errors import InvalidQuery
from forumgraph.graph.store import Answer, run
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

    from forumgraph.queries import Query


def answer(store: Store, query: Query, values: Mapping[str, str] | None = None, *, union: bool = True) -> Answer:
    """Answer one question of the catalogue.

    Raises:
        InvalidQuery: if a parameter is unknown, or the columns are not those the header promises.
    """
    result = run(store, query.bound(values or {}), union=union)
    if not result.turtle and result.columns != query.columns:
        raise InvalidQuery(
            f"the question {query.name} gives {', '.join(result.columns)}, its header says {', '.join(query.columns)}",
            remedy="Correct the header",
        )
    return result


def answer_all(store: Store) -> Iterator[tuple[Query, Answer]]:
    """Answer every question with its defaults, in the order of their names."""
    for query in catalogue().values():
        yield query, answer(store, query)
