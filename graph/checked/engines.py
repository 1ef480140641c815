"""SHACL engines: each is one value in `ENGINES`, and all of them tell the same `Result`s.

The fast engine (`shacl`, in Rust) checks a batch of documents while pySHACL reads one; pySHACL is the reference and the way out. Neither is given
anything it could fetch: they receive text and graphs, never names of files, and neither imports, rules nor scripts are run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from forumgraph.errors import InvalidUsage
from forumgraph.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Check = Callable[[str], list["Result"]]
    """N-Triples in, sorted results out."""


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One broken constraint (SHACL, section 3.6.2). Terms are written as in N-Triples.

    Attributes:
        focus: the node that breaks it.
        path: in SPARQL's notation for property paths; empty where the constraint is on the node itself.
        component: local name of the constraint component, for example `MinCountConstraintComponent`.
        shape: the shape the constraint belongs to.
        value: the value that breaks it; empty where there is none.
        message: in the words of the shape; the engine's own where the shape has none.
    """

    focus: str
    path: str
    component: str
    shape: str
    value: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to check graphs.

    Attributes:
        name: what `--engine` calls it.
        summary: for the help text.
        compile: shapes in Turtle to a check that can be used again and again; raises `InvalidUsage` on shapes it cannot compile.
    """

    name: str
    summary: str
    compile: Callable[[str], Check]


@lru_cache(maxsize=8)
def check(engine: str, shapes: str) -> Check:
    """Compile shapes once per process.

    Args:
        engine: a key of `ENGINES`.
        shapes: a shapes graph in Turtle.

    Raises:
        InvalidUsage: if there is no such engine, or if it cannot compile the shapes.

    >>> shapes = '''@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
    ... :Named a sh:NodeShape ; sh:targetClass :Cat ; sh:property :Named-name .
    ... :Named-name sh:path :name ; sh:minCount 1 ; sh:message "A cat has a name" .'''
    >>> check("shacl", shapes)("<urn:tom> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Cat> .")[0].message
    'A cat has a name'
    """
    if engine not in ENGINES:
        raise InvalidUsage(f"unknown SHACL engine {engine!r}", remedy=f"Choose one of {', '.join(ENGINES)}")
    return ENGINES[engine].compile(shapes)


def compile_fast(shapes: str) -> Check:
    """Compile shapes for the engine in Rust."""
    import shacl  # noqa: PLC0415 - a process that uses one engine does not load the other

    try:
        compiled = shacl.Shapes.from_turtle(shapes)
    except ValueError as error:
        raise InvalidUsage(f"the shapes cannot be compiled: {error}") from error

    def run(data: str) -> list[Result]:
        try:
            report = compiled.validate_text(data, "ntriples")
        except ValueError as error:
            raise InvalidUsage(f"the graph cannot be checked: {error}") from error
        return sorted(_fast_result(each) for each in report.results)

    return run


def _fast_result(found: Any) -> Result:
    return Result(
        focus=found.focus_node,
        path=found.path or "",
        component=found.component,
        shape=found.source_shape or found.root_shape or "",
        value=found.value or "",
        severity=severity(found.severity),
        message=min(found.messages, default=found.message or ""),
    )


def severity(name: str) -> Severity:
    """Read the local name or the IRI of a severity; one that SHACL does not define blocks, to be on the safe side."""
    local = name.rpartition("#")[2].lower()
    return Severity(local) if local in set(Severity) else Severity.VIOLATION


def compile_reference(shapes: str) -> Check:
    """Compile shapes for pySHACL."""
    from forumgraph.graph.checked import pyshaclengine  # noqa: PLC0415 - it takes longer to load than most documents take to build

    return pyshaclengine.compile_shapes(shapes)


ENGINES: Mapping[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine("shacl", "fast, in Rust; the one to use", compile_fast),
        Engine("pyshacl", "the reference, about a hundred times slower", compile_reference),
    )
}
