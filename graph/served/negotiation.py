"""Content negotiation: which of the forms on offer a client likes best (RFC 9110, section 12.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RANGE = re.compile(r"([\w!#$&^.+-]+|\*)/([\w!#$&^.+-]+|\*)")
_QUALITY = re.compile(r"[qQ]=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")
_MOST_RANGES = 100


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a result, a graph or a page.

    Attributes:
        name: of the syntax.
        media_type: as it is answered.
        also: other media types that ask for it.
        ending: of a file name.
    """

    name: str
    media_type: str
    ending: str
    also: tuple[str, ...] = ()


def _table(*forms: Form) -> Mapping[str, Form]:
    return {form.name: form for form in forms}


RESULTS = _table(
    Form("json", "application/sparql-results+json", "srj", ("application/json",)),
    Form("xml", "application/sparql-results+xml", "srx", ("application/xml", "text/xml")),
    Form("csv", "text/csv", "csv"),
    Form("tsv", "text/tab-separated-values", "tsv"),
)
"""Of SELECT and ASK, in the order of our own preference."""

GRAPHS = _table(
    Form("turtle", "text/turtle", "ttl", ("application/x-turtle",)),
    Form("ntriples", "application/n-triples", "nt", ("text/plain",)),
    Form("jsonld", "application/ld+json", "jsonld", ("application/json",)),
    Form("trig", "application/trig", "trig", ("application/x-trig",)),
    Form("rdfxml", "application/rdf+xml", "rdf"),
)
"""Of CONSTRUCT and DESCRIBE, in the order of our own preference."""

PAGES = _table(Form("html", "text/html", "html", ("application/xhtml+xml",)), *GRAPHS.values())
"""Of a resource."""

SERVICE = _table(*GRAPHS.values(), PAGES["html"])
"""Of the description of the endpoint: a page only for those who ask for it."""


def choose(accept: str | None, forms: Mapping[str, Form]) -> Form | None:
    """Return the form a client likes best, of equals the first; None where it likes none.

    Args:
        accept: value of the header; None or empty where it was not sent, which means anything.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", RESULTS).name
    'xml'
    >>> choose("image/png", RESULTS) is None
    True
    """
    if not accept or not accept.strip():
        return next(iter(forms.values()))
    wishes = ranges(accept)
    best, liked = None, 0.0
    for form in forms.values():
        quality = max(_quality(wishes, form.media_type), *(wishes.get(each, 0.0) for each in form.also), 0.0)
        if quality > liked:
            best, liked = form, quality
    return best


def ranges(accept: str) -> dict[str, float]:
    """Read the media ranges of a header with their qualities; what is malformed is passed over.

    >>> ranges("text/html, */*;q=0.1, nonsense")
    {'text/html': 1.0, '*/*': 0.1}
    """
    found: dict[str, float] = {}
    for part in accept.split(",")[:_MOST_RANGES]:
        name, *parameters = (each.strip() for each in part.split(";"))
        if _RANGE.fullmatch(name):
            found[name.lower()] = _parameter(parameters)
    return found


def _parameter(parameters: Sequence[str]) -> float:
    for each in parameters:
        match = _QUALITY.fullmatch(each)
        if match:
            return float(match[1])
    return 1.0


def _quality(wishes: Mapping[str, float], media_type: str) -> float:
    """Return how much a media type is liked: the most specific range decides."""
    whole = f"{media_type.partition('/')[0]}/*"
    return next((wishes[each] for each in (media_type, whole, "*/*") if each in wishes), 0.0)


def takes_gzip(accept_encoding: str | None) -> bool:
    """Tell whether a client takes gzip.

    >>> takes_gzip("br, gzip;q=0.5"), takes_gzip("gzip;q=0"), takes_gzip(None)
    (True, False, False)
    """
    codings: dict[str, float] = {}
    for part in (accept_encoding or "").split(",")[:_MOST_RANGES]:
        name, *parameters = (each.strip() for each in part.split(";"))
        codings[name.lower()] = _parameter(parameters)
    return codings.get("gzip", codings.get("x-gzip", codings.get("*", 0.0))) > 0
