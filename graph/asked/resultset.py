"""A table of answers as RDF, in the W3C's vocabulary of result sets, which rdflib and Jena read back into a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEAD = """@prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> .
[] a rs:ResultSet ;
"""


def turtle(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows in their order as Turtle.

    Args:
        rows: of terms as N-Triples writes them; an unbound variable is empty.

    >>> print(turtle(["year"], [['"2023"']]))
    @prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> .
    [] a rs:ResultSet ;
      rs:resultVariable "year" ;
      rs:solution [ rs:index 1 ; rs:binding [ rs:variable "year" ; rs:value "2023" ] ] .
    <BLANKLINE>
    """
    names = ", ".join(f'"{name}"' for name in columns)
    solutions = (
        f" ;\n  rs:solution [ rs:index {number} ; rs:binding {_bindings(columns, row)} ]"
        for number, row in enumerate(rows, start=1)
    )
    return f"{_HEAD}  rs:resultVariable {names}{''.join(solutions)} .\n"


def boolean(value: str) -> str:
    """Write the answer to an ASK, `true` or `false`, as Turtle."""
    return f"{_HEAD}  rs:boolean {value} .\n"


def _bindings(columns: Sequence[str], row: Sequence[str]) -> str:
    bound = ((name, term) for name, term in zip(columns, row, strict=True) if term)
    return ", ".join(f'[ rs:variable "{name}" ; rs:value {term} ]' for name, term in bound)
