"""The rows of what joins statements of different documents: the words of both stand in their own documents, so they are brought along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.described.tables import rows
from forumgraph.graph.rdf.terms import text
from forumgraph.ontology import forum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.linked.statements import Statement
    from forumgraph.graph.rdf.terms import Triple

TABLES = ("links", "follow-ups")
_ENDS = frozenset(f"<{each}>" for each in (forum.linkFrom, forum.linkTo, forum.followsUp, forum.passage))


def words_of(triples: Sequence[Triple], known: Mapping[str, Statement], files: Mapping[str, str]) -> list[Triple]:
    """Return what the tables tell of the statements that one part of the derived layer of the corpus joins.

    Args:
        known: statements by their nodes.
        files: what each document is called, by its identifier.
    """
    ends = dict.fromkeys(value for _, predicate, value in triples if predicate in _ENDS)
    return list(dict.fromkeys(_words((known[end] for end in ends if end in known), files)))


def link_rows(triples: Sequence[Triple], words: Sequence[Triple]) -> dict[str, str]:
    """Return the lines of the two tables for one part of the derived layer of the corpus.

    Args:
        words: what `words_of` gives for it.
    """
    return rows([*triples, *words], TABLES)


def _words(statements: Iterable[Statement], files: Mapping[str, str]) -> Iterator[Triple]:
    """Say of statements what the tables tell of them: their words, and the file in which they stand."""
    for each in statements:
        document, words = f"<urn:document:{each.document}>", text(each.sentence, each.language)
        yield document, f"<{forum.fileName}>", text(files.get(each.document, ""))
        if each.state:
            yield each.node, f"<{forum.exact}>", words
            yield each.node, f"<{forum.inDocument}>", document
        else:
            yield each.node, f"<{forum.text}>", words
            yield each.node, f"<{forum.passage}>", document
            yield document, f"<{forum.inDocument}>", document
