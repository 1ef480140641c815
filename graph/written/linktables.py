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


def link_rows(triples: Sequence[Triple], ends: Iterable[Statement], files: Mapping[str, str]) -> dict[str, str]:
    """Return the lines of the two tables for one part of the derived layer of the corpus.

    Args:
        ends: the statements that it joins.
        files: what each of their documents is called, by its identifier.
    """
    return rows([*triples, *dict.fromkeys(_words(ends, files))], TABLES)


def _words(statements: Iterable[Statement], files: Mapping[str, str]) -> Iterator[Triple]:
    """Say of statements what the tables tell of them: their words, and the file in which they stand."""
    for each in statements:
        document, words = f"<urn:document:{each.document}>", text(each.sentence, each.language)
        yield document, f"<{forum.fileName}>", text(files[each.document])
        if each.state:
            yield each.node, f"<{forum.exact}>", words
            yield each.node, f"<{forum.inDocument}>", document
        else:
            yield each.node, f"<{forum.text}>", words
            yield each.node, f"<{forum.passage}>", document
            yield document, f"<{forum.inDocument}>", document
