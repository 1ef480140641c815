"""Check a document's graph against the shapes, and tell a person where to look.

One document is checked at a time: the shapes are compiled once, a call costs next to nothing beside reading the triples, and documents cannot
disturb each other. (Batches were measured: eight documents together gain nothing, two hundred together cost three times as much each, because
the engine joins the words of all of them.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph import findings as catalogue
from forumgraph import shapes
from forumgraph.graph.checked import engines
from forumgraph.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forumgraph.graph.checked.engines import Result
    from forumgraph.graph.rdf.terms import Triple

CODES: Mapping[Severity, str] = {Severity.VIOLATION: "SHP001", Severity.WARNING: "SHP002", Severity.INFO: "SHP002"}
_LONGEST_VALUE = 80


def ntriples(triples: Iterable[Triple]) -> str:
    r"""Write encoded triples as N-Triples.

    >>> ntriples([("<urn:a>", "<urn:b>", '"c"@en')])
    '<urn:a> <urn:b> "c"@en .\n'
    """
    return "".join([f"{s} {p} {o} .\n" for s, p, o in triples])


def validate(triples: Iterable[Triple] | str, engine: str = "shacl") -> tuple[Result, ...]:
    """Check one graph against every shape.

    Args:
        triples: encoded triples, or N-Triples. Of a document: what it states and what was derived from it, together.
        engine: a key of `forumgraph.graph.checked.engines.ENGINES`.

    Returns:
        The results, sorted; none where every shape holds.

    Raises:
        InvalidUsage: if there is no such engine, or if the text is not N-Triples.

    >>> [r.shape for r in validate([("<urn:x>", "<http://www.w3.org/2004/02/skos/core#prefLabel>", '"x"@en')])]
    ['<https://w3id.org/forumgraph/shapes#label>']
    """
    data = triples if isinstance(triples, str) else ntriples(triples)
    return tuple(engines.check(engine, shapes.text())(data))


def blocking(results: Iterable[Result]) -> bool:
    """Tell whether a graph may not be published: a violation blocks, a warning does not."""
    return any(result.severity is Severity.VIOLATION for result in results)


def findings(results: Iterable[Result], places: Mapping[str, Place], source: str = "") -> tuple[Finding, ...]:
    """Say what the shapes found in terms of the source.

    Args:
        results: of one document.
        places: from the IRI of a node (without angle brackets) to where the source speaks of it.
        source: the document's name, for nodes that have no place of their own.
    """
    return tuple(_finding(result, places, source) for result in results)


def _finding(result: Result, places: Mapping[str, Place], source: str) -> Finding:
    nodes = (result.focus.strip("<>"), result.value.strip("<>"))
    where = next((places[node] for node in nodes if node in places), Place(source))
    return catalogue.finding(CODES[result.severity], "; ".join(_message(result)), where, severity=result.severity)


def _message(result: Result) -> Iterator[str]:
    yield result.message.rstrip(".")
    if result.value and len(result.value) <= _LONGEST_VALUE:
        yield f"here it is {result.value}"
    yield f"see {result.focus}, {result.shape.replace(f'<{shapes.NAMESPACE}', 'shape:').rstrip('>')}"
