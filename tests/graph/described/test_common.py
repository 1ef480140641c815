"""Files of the ontology folder as triples."""

import pytest

from forumgraph.graph.described import common
from forumgraph.graph.rdf.identifiers import Namespace


def test_blank_nodes_get_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blank node is an IRI that depends on what is said of it, and words that look like one stay as they are."""
    turtle = '<urn:a> <urn:b> [ <urn:c> "_:d and\u2028e" ] . <urn:a> <urn:b> <urn:f> .'
    monkeypatch.setattr(common, "ontology_text", lambda _: turtle)
    common.triples.cache_clear()
    try:
        told = common.triples("own", Namespace())
    finally:
        common.triples.cache_clear()
    node = "<https://w3id.org/forumgraph/data/genid/own/c14n0>"
    assert told == (
        (node, "<urn:c>", '"_:d and\u2028e"'),
        ("<urn:a>", "<urn:b>", node),
        ("<urn:a>", "<urn:b>", "<urn:f>"),
    )
