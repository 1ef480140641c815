"""Check graphs against the shapes, in batches of documents, and tell a person where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph import findings as catalogue
from forumgraph import shapes
from forumgraph.graph import engines
from forumgraph.graph.engines import Result
from forumgraph.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forumgraph.graph.terms import Triple

__all__ = ["Result", "blocking", "findings", "ntriples", "validate", "validate_all"]

BATCH = 200
"""Documents checked together: the cost of a call is shared, and memory does not hold the corpus."""
CODES = {Severity.VIOLATION: "SHP001", Severity.WARNING: "SHP002", Severity.INFO: "SHP002"}


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
        engine: a key of `forumgraph.graph.engines.ENGINES`.

    Returns:
        The results, sorted; none where every shape holds.

    Raises:
        InvalidUsage: if there is no such engine, or if the text is not N-Triples.
    """
    data = triples if isinstance(triples, str) else ntriples(triples)
    return tuple(engines.check(engine, shapes.text())(data)) if data else ()


def validate_all(
    documents: Mapping[str, Iterable[Triple] | str], engine: str = "shacl", batch: int = BATCH
) -> dict[str, tuple[Result, ...]]:
    """Check many documents, a batch at a time, and give every result back to the documents it concerns.

    Documents of one batch are checked as one graph. That is safe because they share only nodes (actors of the corpus, editions, authority entries)
    whose shapes do not count values.

    Args:
        documents: from what the caller calls a document to its triples, encoded or as N-Triples.
        engine: a key of `forumgraph.graph.engines.ENGINES`.
        batch: how many documents are checked together.

    Returns:
        One entry per document, in the order given.

    Raises:
        InvalidUsage: as `validate`.
    """
    names = list(documents)
    checked: dict[str, tuple[Result, ...]] = {}
    for first in range(0, len(names), batch):
        texts = {name: _text(documents[name]) for name in names[first : first + batch]}
        checked |= _shared_out(validate("".join(texts.values()), engine), texts)
    return checked


def _text(document: Iterable[Triple] | str) -> str:
    return document if isinstance(document, str) else ntriples(document)


def _shared_out(results: Iterable[Result], texts: Mapping[str, str]) -> dict[str, tuple[Result, ...]]:
    shares: dict[str, list[Result]] = {name: [] for name in texts}
    for result in results:
        for name in _owners(result.focus, texts):
            shares[name].append(result)
    return {name: tuple(share) for name, share in shares.items()}


def _owners(focus: str, texts: Mapping[str, str]) -> Sequence[str]:
    """Find the documents that say something of a node; else those that name it; else all of the batch, so that no result is lost."""
    subjects = [name for name, text in texts.items() if text.startswith(f"{focus} ") or f"\n{focus} " in text]
    return subjects or [name for name, text in texts.items() if f" {focus} .\n" in text] or list(texts)


def blocking(results: Iterable[Result]) -> bool:
    """Tell whether a graph may not be published: a violation blocks, a warning does not."""
    return any(result.severity is Severity.VIOLATION for result in results)


def findings(results: Iterable[Result], places: Mapping[str, Place], source: str = "") -> tuple[Finding, ...]:
    """Say what the shapes found in terms of the source.

    Args:
        results: of one document.
        places: from the IRI of an item (without angle brackets) to where the source speaks of it.
        source: the document's name, for nodes that have no place of their own.
    """
    return tuple(_finding(result, places, source) for result in results)


def _finding(result: Result, places: Mapping[str, Place], source: str) -> Finding:
    iri = result.focus.strip("<>")
    where = places.get(iri) or places.get(result.value.strip("<>")) or Place(source)
    message = ", ".join(_message(result, iri))
    return catalogue.finding(CODES[result.severity], message, where, severity=result.severity)


def _message(result: Result, iri: str) -> Iterator[str]:
    yield result.message.rstrip(".")
    if result.value and len(result.value) <= 80 and result.value != result.focus:
        yield f"which {result.value} does not follow"
    yield f"in {iri} (shape {result.shape.rpartition('#')[2].strip('<>')})"
