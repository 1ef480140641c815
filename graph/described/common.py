"""The graphs that belong to no document: the ontology with its alignments, the schemes, the authority file, and what the data set says of itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize

from forumgraph.graph.checked.rules import Rules, compile_rules
from forumgraph.graph.described.catalog import metadata
from forumgraph.graph.described.counts import kinds
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Quad

    from forumgraph.config import Project
    from forumgraph.graph.rdf.syntaxes import Graphs
    from forumgraph.graph.rdf.terms import Triple

FILES: Mapping[str, tuple[str, ...]] = {
    "authority": ("authority", "countries"),
    "ontology": ("forum", "alignments"),
    "schemes": ("followup", "schemes", "sdglinks", "themes"),
}
"""From a graph to the files of the ontology folder that it holds."""

_BLANK = "_:"


@lru_cache(maxsize=16)
def triples(file: str, space: Namespace) -> tuple[Triple, ...]:
    """Return a file of the ontology folder as sorted triples; a blank node gets an IRI made of its canonical label (RDFC-1.0).

    Raises:
        SyntaxError: if it is not Turtle.
    """
    told = _ntriples(parse(ontology_text(file), format=RdfFormat.TURTLE))
    if _BLANK in told:
        dataset = Dataset(parse(told, format=RdfFormat.N_TRIPLES))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        told = _ntriples(dataset)

    def token(term: str) -> str:
        return space.anonymous(file, term.removeprefix(_BLANK)) if term.startswith(_BLANK) else term

    rows = (line.removesuffix(" .").split(" ", 2) for line in told.split("\n") if line)
    return tuple(sorted({(token(s), p, token(o)) for s, p, o in rows}))


def _ntriples(quads: Iterable[Quad]) -> str:
    return (serialize(quads, format=RdfFormat.N_TRIPLES) or b"").decode()


def common_graphs(project: Project, issued: str = "", stones: Sequence[Triple] = ()) -> Graphs:
    """Return the common graphs of a publication, in the order in which they are written.

    Args:
        stones: tombstones of names that earlier editions had; their graph is left out where there are none.
    """
    space = Namespace(project.base)
    files = {
        name: sorted({triple for file in parts for triple in triples(file, space)}) for name, parts in FILES.items()
    }
    files["metadata"] = metadata(project, issued)
    if stones:
        files["tombstones"] = list(stones)
    return [(space.graph(name), rows) for name, rows in sorted(files.items())]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Compile the ontology with its alignments, once per process."""
    return compile_rules(triple for file in FILES["ontology"] for triple in triples(file, Namespace()))


@lru_cache(maxsize=1)
def background() -> frozenset[Triple]:
    """Return what the schemes and the authority file say, so that it need not be concluded again."""
    return frozenset(
        triple for name in ("authority", "schemes") for file in FILES[name] for triple in triples(file, Namespace())
    )


@lru_cache(maxsize=1)
def background_kinds() -> Mapping[str, tuple[str, ...]]:
    """Return the classes of what is in the schemes and the authority file."""
    return kinds(background())
