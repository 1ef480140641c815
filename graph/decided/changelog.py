"""Differences between two publications written down: in words for people, and as RDF."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from forumgraph.graph.decided.changes import CLASSES
from forumgraph.graph.decided.tombstones import REPLACED
from forumgraph.graph.described.tables import known_labels
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.rdf.terms import LABEL, RDF_TYPE, plain
from forumgraph.graph.stated.draft import shortened
from forumgraph.ontology import PREFIXES, forum, text

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
_IRI = re.compile(r"https?://[^/ ]+/(?P<path>[^ ]+)")
_DIGEST = re.compile(r"[0-9a-f]{8,}")
_BY_DECISION = frozenset({forum.acceptedBy, forum.correctedBy, forum.rejectedBy})
_WEIGHED = frozenset({LABEL[1:-1], forum.score})


def in_words(changes: Sequence[Change]) -> str:
    """Return differences by document, session and class, and how many there are.

    Not told are what only goes by another name because its document does, what a decision that is told says again, and that links between statements
    weigh a little more or less because of others.
    """
    lines: list[str] = []
    moved, told = _moved(changes), [each for each in changes if not _is_told_elsewhere(each)]
    for document, of_document in groupby([each for each in told if each not in moved], key=lambda each: each.document):
        lines.append(document or "(in no single document)")
        for session, of_session in groupby(of_document, key=lambda each: each.session):
            lines += [f"  {session}"] if session else []
            ordered = sorted(of_session, key=lambda each: list(CLASSES).index(each.kind))
            for kind, of_kind in groupby(ordered, key=lambda each: each.kind):
                lines.append(f"    {CLASSES[kind]}")
                lines += [f"      {_line(each, changes)}" for each in of_kind]
    counts = Counter(each.verb for each in told if each not in moved)
    lines.append(", ".join(f"{counts[verb]} {verb}" for verb in _VERBS if counts[verb]) or "nothing differs")
    return "".join(f"{line}\n" for line in lines)


def _moved(changes: Sequence[Change]) -> frozenset[Change]:
    """Return what vanished and appeared in the same words, in one document or in the one that took its place, and new documents that took one."""
    called = {each.node: each.document for each in changes if each.kind == forum.Document}
    before = {called.get(each.successor): each.document for each in changes if each.node in called and each.successor}
    gone: defaultdict[tuple[str, ...], list[Change]] = defaultdict(list)
    for each in changes:
        if each.verb == "vanished":
            gone[each.document, each.kind, each.quote or each.label].append(each)
    found = [each for each in changes if each.verb == "appeared" and each.node in called and each.document in before]
    for each in changes:
        same = gone[before.get(each.document, each.document), each.kind, each.quote or each.label]
        if each.verb == "appeared" and same:
            found += [each, same.pop()]
    return frozenset(found)


def _is_told_elsewhere(change: Change) -> bool:
    property_ = change.property[1:-1]
    return property_ in _BY_DECISION or (change.kind == forum.StatementLink and property_ in _WEIGHED)


def _line(change: Change, changes: Sequence[Change]) -> str:
    words = f"“{shortened(change.quote, _WIDEST)}”" if change.quote else _IRI.sub(_called, change.label)
    if change.verb == "changed":
        name = _known().get(change.property) or plain(change.property).rpartition("#")[2].rpartition("/")[2]
        values = [
            ", ".join(shortened(_value(each), _WIDEST) for each in side) for side in (change.before, change.after)
        ]
        words = f"{words}: {name} {values[0] or '(nothing)'} → {values[1] or '(nothing)'}"
    if change.successor:
        words = f"{words} → {_named(change.successor, changes)}"
    return f"{_MARKS[change.verb]} {words}"


def _value(token: str) -> str:
    return _IRI.sub(_called, plain(token)) if terms.is_iri(token) else plain(token)


def _called(iri: re.Match[str]) -> str:
    """Return what people call a thing: its label where it is a term, else the end of its name, but for a digest."""
    last = iri["path"].rpartition("/")[2].rpartition("#")[2]
    return _known().get(f"<{iri.group()}>") or ("…" if _DIGEST.fullmatch(last) else last)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """Return the labels of all terms, by their tokens."""
    terms_ = {
        str(quad.subject): str(quad.object)
        for quad in parse(text("forum"), format=RdfFormat.TURTLE)
        if str(quad.predicate) == LABEL
    }
    return {term: plain(label) for term, label in {**known_labels(), **terms_}.items()}


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
