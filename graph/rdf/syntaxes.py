"""How quads are written: N-Quads, TriG, Turtle and JSON-LD, from the same tokens and without a library in between.

All four take the escapes of canonical N-Triples as they are (RDF 1.1 Turtle, section 6.4; RFC 8259, section 7), so a literal has the same characters
in each. A document is written apart from the others: a dump is a head, the chunks of its documents, and a foot. There are no blank nodes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import RDF_TYPE, XSD, Triple
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    Graphs = Sequence[tuple[str, Sequence[Triple]]]
    """Graphs by their token, each with its triples in sorted order."""

STEM = "data/forumgraph"
"""Where dumps are in a publication, without their ending."""

_KNOWN = 20_000
_DATATYPE = f'"^^<{XSD}'
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_NEXT = " ;\n    "
_RELATIVE = re.compile(r"[a-z][a-z0-9-]*/[a-z0-9][A-Za-z0-9/_.#=,-]*")


@dataclass(frozen=True, slots=True)
class Syntax:
    """One way to write quads.

    Attributes:
        name: what `--to` calls it.
        ending: of files.
        media_type: IANA media type.
        title: for people.
        file_type: in the file-type list of the Publications Office of the EU.
        graphs: whether it tells graphs apart; one that does not holds the union of all.
        head: what a file begins with, given the base IRI.
        chunk: writes graphs, given the base IRI.
        joint: stands between chunks.
        foot: what a file ends with.
    """

    name: str
    ending: str
    media_type: str
    title: str
    file_type: str
    graphs: bool
    head: Callable[[str], str]
    chunk: Callable[[Graphs, str], str]
    joint: str = ""
    foot: str = ""


def whole(syntax: Syntax, graphs: Graphs, base: str) -> str:
    r"""Write a complete file.

    >>> whole(SYNTAXES["nquads"], [("<urn:g>", [("<urn:a>", "<urn:b>", '"c"')])], "urn:")
    '<urn:a> <urn:b> "c" <urn:g> .\n'
    """
    return syntax.head(base) + syntax.chunk(graphs if syntax.graphs else [("", union(graphs))], base) + syntax.foot


def union(graphs: Graphs) -> list[Triple]:
    """Return the triples of all graphs, each once, sorted."""
    return list(dict.fromkeys(sorted(chain.from_iterable(triples for _, triples in graphs))))


def _nquads(graphs: Graphs, _base: str) -> str:
    return "".join([f"{s} {p} {o} {graph} .\n" for graph, triples in graphs for s, p, o in triples])


def turtle_head(base: str, used: Collection[str] = PREFIXES) -> str:
    """Write what a file of Turtle or TriG begins with.

    Args:
        used: the prefixes that the file uses.
    """
    told = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items() if prefix in used]
    return f"@base <{base}> .\n{''.join(told)}\n"


def _turtle(graphs: Graphs, base: str) -> str:
    return "".join(blocks(triples, base) for _, triples in graphs)


def _trig(graphs: Graphs, base: str) -> str:
    return "".join(named(graph, blocks(triples, base), base) for graph, triples in graphs)


def named(graph: str, written: str, base: str) -> str:
    """Write a graph of TriG around the blocks of its subjects."""
    return f"{_shorts(base)[graph]} {{\n{written}}}\n\n"


def blocks(triples: Iterable[Triple], base: str) -> str:
    """Write sorted triples in Turtle, those of each subject together, its classes first."""
    out: list[str] = []
    short, prefixed = _shorts(base), _prefixed
    for subject, group in groupby(triples, key=itemgetter(0)):
        classes, rest, last = [], [], ""
        for _, p, o in group:
            value = short[o] if o[0] == "<" else o if o[-1] != ">" else _typed(o)
            if p == RDF_TYPE:
                classes.append(value)
            elif p == last:
                rest.append(f", {value}")
            else:
                rest.append(f"{_NEXT}{prefixed(p)} {value}")
                last = p
        told = "".join([f"{_NEXT}a {', '.join(classes)}", *rest] if classes else rest)
        out.append(f"{short[subject]} {told.removeprefix(_NEXT)} .\n\n")
    return "".join(out)


class _Shorts(dict[str, str]):
    """IRIs as they are written under a base, each made once; forgotten when they are many."""

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, token: str) -> str:
        if len(self) >= _KNOWN:
            self.clear()
        found = self[token] = self._write(token)
        return found


@lru_cache(maxsize=4)
def _shorts(base: str) -> _Shorts:
    """Return IRIs as Turtle writes them."""
    return _Shorts(lambda token: _short(token, base))


@lru_cache(maxsize=4)
def _ids(base: str) -> _Shorts:
    """Return IRIs as JSON-LD writes them."""
    shorts = _shorts(base)
    return _Shorts(lambda token: f'"{shorts[token].strip("<>")}"')


def _short(token: str, base: str) -> str:
    """Write an IRI relative to the base, or with a prefix, where that is shorter and safe."""
    if token.startswith(f"<{base}"):
        rest = token[len(base) + 1 : -1]
        return f"<{rest}>" if _RELATIVE.fullmatch(rest) else token
    return _prefixed(token)


@lru_cache(maxsize=20_000)
def _typed(token: str) -> str:
    """Write a literal with the prefix of its datatype."""
    datatype = token.rfind(_DATATYPE)
    return f'{token[:datatype]}"^^xsd:{token[datatype + len(_DATATYPE) : -1]}' if datatype > 0 else token


@lru_cache(maxsize=20_000)
def _prefixed(token: str) -> str:
    iri = token[1:-1]
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return token


def _jsonld_head(base: str) -> str:
    context = json.dumps({"@base": base, **PREFIXES}, ensure_ascii=False, indent=1)
    return f'{{"@context": {context},\n"@graph": [\n'


def plain_jsonld(body: str, base: str, used: Collection[str]) -> str:
    """Write nodes that belong to no graph as a file of JSON-LD.

    Args:
        body: the nodes, as `nodes_jsonld` writes them.
        base: absolute IRI that ends with a slash.
        used: the prefixes that they use.
    """
    context = _context(base, frozenset(used))
    return f'{{"@context": {context},\n"@graph": [\n{body}\n]}}\n'


def _jsonld(graphs: Graphs, base: str) -> str:
    return ",\n".join(
        f'{{"@id":{_ids(base)[graph]},"@graph":[\n{nodes_jsonld(triples, base)}]}}' for graph, triples in graphs
    )


@lru_cache(maxsize=1_000)
def _context(base: str, used: frozenset[str]) -> str:
    told = {prefix: iri for prefix, iri in PREFIXES.items() if prefix in used}
    return json.dumps({"@base": base, **told}, ensure_ascii=False, indent=1)


def nodes_jsonld(triples: Iterable[Triple], base: str) -> str:
    """Write sorted triples in JSON-LD, a node for each subject, without what stands around them."""
    out: list[str] = []
    ids = _ids(base)
    for subject, group in groupby(triples, key=itemgetter(0)):
        members, last = [], ""
        for _, p, o in group:
            if p == RDF_TYPE:
                name, value = '"@type"', _name(o)
            else:
                name, value = _name(p), f'{{"@id":{ids[o]}}}' if o[0] == "<" else _literal(o)
            members.append(f",{value}" if p == last else f"],{name}:[{value}")
            last = p
        out.append(f'{{"@id":{ids[subject]}{"".join(members)[1:]}]}}')
    return ",\n".join(out)


@lru_cache(maxsize=20_000)
def _name(token: str) -> str:
    """Write the name of a member, of a class or of a datatype."""
    return f'"{_prefixed(token).strip("<>")}"'


def _literal(token: str) -> str:
    if token[-1] == '"':
        return f'{{"@value":{token}}}'
    end = token.rindex('"') + 1
    words, rest = token[:end], token[end:]
    if rest[0] == "@":
        return f'{{"@value":{words},"@language":"{rest[1:]}"}}'
    return f'{{"@value":{words},"@type":{_name(rest[2:])}}}'


SYNTAXES: Mapping[str, Syntax] = {
    syntax.name: syntax
    for syntax in (
        Syntax(
            "nquads",
            "nq",
            "application/n-quads",
            "N-Quads",
            "RDF_N_QUADS",
            graphs=True,
            head=lambda _: "",
            chunk=_nquads,
        ),
        Syntax("trig", "trig", "application/trig", "TriG", "RDF_TRIG", graphs=True, head=turtle_head, chunk=_trig),
        Syntax(
            "turtle",
            "ttl",
            "text/turtle",
            "Turtle, the union of all graphs",
            "RDF_TURTLE",
            graphs=False,
            head=turtle_head,
            chunk=_turtle,
        ),
        Syntax(
            "jsonld",
            "jsonld",
            "application/ld+json",
            "JSON-LD",
            "JSON_LD",
            graphs=True,
            head=_jsonld_head,
            chunk=_jsonld,
            joint=",\n",
            foot="\n]}\n",
        ),
    )
}
"""By name, in the order in which files are listed."""
