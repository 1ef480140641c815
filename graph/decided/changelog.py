"""Differences between two publications written down: in words for people, and as RDF."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from forumgraph.graph.decided.changes import CLASSES
from forumgraph.graph.decided.tombstones import REPLACED
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, plain
from forumgraph.graph.stated.draft import shortened
from forumgraph.ontology import PREFIXES, forum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.decided.changes import Change
    from forumgraph.graph.rdf.terms import Triple

FORMS: Mapping[str, str] = {"turtle": "turtle", "json": "jsonld"}
"""From the name of a form to the syntax it is written in."""

_VERBS = {"appeared": forum.Addition, "vanished": forum.Removal, "changed": forum.Revision}
_MARKS = {"appeared": "+", "vanished": "-", "changed": "~"}
_INVALIDATED = f"<{PREFIXES['prov']}invalidatedAtTime>"
_WIDEST = 160


def in_words(changes: Sequence[Change]) -> str:
    """Return differences by document, session and class, and how many there are."""
    lines: list[str] = []
    for document, of_document in groupby(changes, key=lambda each: each.document):
        lines.append(document or "(in no single document)")
        for session, of_session in groupby(of_document, key=lambda each: each.session):
            lines += [f"  {session}"] if session else []
            ordered = sorted(of_session, key=lambda each: list(CLASSES).index(each.kind))
            for kind, of_kind in groupby(ordered, key=lambda each: each.kind):
                lines.append(f"    {CLASSES[kind]}")
                lines += [f"      {_line(each, changes)}" for each in of_kind]
    counts = Counter(each.verb for each in changes)
    lines.append(", ".join(f"{counts[verb]} {verb}" for verb in _VERBS if counts[verb]) or "nothing differs")
    return "".join(f"{line}\n" for line in lines)


def _line(change: Change, changes: Sequence[Change]) -> str:
    words = f"“{shortened(change.quote, _WIDEST)}”" if change.quote else change.label
    if change.verb == "changed":
        name = plain(change.property).rpartition("#")[2].rpartition("/")[2]
        values = [
            ", ".join(shortened(_value(each), _WIDEST) for each in side) for side in (change.before, change.after)
        ]
        words = f"{words}: {name} {values[0] or '(nothing)'} → {values[1] or '(nothing)'}"
    if change.successor:
        words = f"{words} → {_named(change.successor, changes)}"
    return f"{_MARKS[change.verb]} {words}"


def _value(token: str) -> str:
    return plain(token).rpartition("/")[2] if terms.is_iri(token) else plain(token)


def _named(node: str, changes: Sequence[Change]) -> str:
    found = next((each for each in changes if each.node == node), None)
    return f"“{shortened(found.quote or found.label, _WIDEST)}”" if found else node[1:-1]


def as_rdf(changes: Sequence[Change], form: str, base: str, date: str = "") -> str:
    """Write differences as RDF.

    Args:
        form: a key of `FORMS`.
        base: absolute IRI that ends with a slash.
        date: ISO date from which on what vanished is not valid; not told where it is empty.

    Raises:
        ValueError: if it is no date.
    """
    triples = sorted({triple for change in changes for triple in _triples(change, base, date)})
    return whole(SYNTAXES[FORMS[form]], [(f"<{base}graph/changes>", triples)], base)


def _triples(change: Change, base: str, date: str) -> Iterator[Triple]:
    said = "\0".join((change.verb, change.node, change.property, *change.before, "", *change.after))
    node = terms.iri(f"{base}change/{hashlib.sha256(said.encode()).hexdigest()[:16]}")
    yield node, RDF_TYPE, terms.iri(_VERBS[change.verb])
    yield node, RDF_TYPE, terms.iri(forum.Change)
    yield node, LABEL, terms.text(f"{change.verb}: {shortened(change.quote or change.label)}")
    yield node, f"<{forum.changeOf}>", change.node
    if change.verb == "vanished":
        if change.successor:
            yield change.node, REPLACED, change.successor
        if date:
            yield change.node, _INVALIDATED, terms.date_time(f"{date}T00:00:00Z")
    if change.property:
        yield node, f"<{forum.changedProperty}>", change.property
        for predicate, values in ((forum.oldValue, change.before), (forum.newValue, change.after)):
            for value in values:
                yield node, f"<{predicate}>", terms.text(plain(value)) if terms.is_iri(value) else value
