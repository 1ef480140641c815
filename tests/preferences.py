"""What clients say in `Accept`: headers of real ones, and those that a server has to read with care."""

from __future__ import annotations

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
JENA = "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3"
RDFLIB = "application/rdf+xml;q=0.9, text/turtle, application/n-triples, */*;q=0.1"
PREFERENCES = {
    None: "html",
    "": "html",
    "*/*": "html",
    BROWSER: "html",
    JENA: "ttl",
    RDFLIB: "ttl",
    "text/turtle": "ttl",
    "TEXT/Turtle": "ttl",
    "text/turtle;charset=utf-8": "ttl",
    "text/turtle ; q=0.9 , text/html ; q=0.8": "ttl",
    "text/html;q=0.1, text/turtle": "ttl",
    "text/html;q=0.4,text/turtle;q=0.5": "ttl",
    "text/html;q=0.5,text/turtle;q=0.4": "html",
    "text/html;q=0.5,text/turtle;q=0.50": "html",
    "text/turtle;charset=utf-8;q=0.2, application/ld+json;q=0.3": "jsonld",
    "text/turtle;q=0, application/n-triples;q=0.1": "nt",
    "text/turtle;q=0.0, */*": "html",
    "text/html;q=0, application/ld+json;q=0.2": "jsonld",
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"': "jsonld",
    "application/json": "jsonld",
    "application/x-turtle": "ttl",
    "text/plain": "nt",
    "text/*": "html",
    "application/xhtml+xml": "html",
    "text/turtle;q=0.05": "ttl",
    "application/turtle-of-others": None,
    "image/png": None,
    "text/turtle;q=0": None,
    "*/*;q=0": None,
}
"""What clients say, and the form that every server with rules sends them to; None is 406."""
