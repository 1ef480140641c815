"""Values that a person gives: a field of a session, a theme. Checked before anything is made, so that the row with the mistake can be named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from forumgraph.graph.decided.quoting import locate
from forumgraph.graph.described.tables import known_labels
from forumgraph.graph.rdf import terms
from forumgraph.graph.rdf.identifiers import concept
from forumgraph.graph.stated.decisions import Malformed, spaced
from forumgraph.model import Fact, Span
from forumgraph.ontology import PREFIXES, THEME
from forumgraph.ontology import text as ontology_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.graph.stated.decisions import Decision
    from forumgraph.graph.stated.mapping import Stated
    from forumgraph.model import Session

_SCHEMES = {"type": "session-type", "mode": "mode"}
RULE = "review"


def correction(decision: Decision) -> tuple[str, str]:
    """Return the field a decision corrects or judges, and its value; empty where it is about no field.

    >>> from forumgraph.graph.stated.decisions import parse
    >>> row = {"kind": "finding", "document": "a", "about": "REP005", "decision": "correct", "value": "date = 2017-07-10"}
    >>> correction(parse(row))
    ('date', '2017-07-10')
    """
    if decision.kind == "field":
        return decision.about, spaced(decision.value)
    if decision.kind == "finding" and decision.verdict == "correct":
        name, _, value = decision.value.partition("=")
        return name.strip(), spaced(value)
    return "", ""


def token(name: str, value: str, language: str = "") -> str:
    """Return the token of a field's value.

    Raises:
        ValueError: if the field cannot have it.

    >>> token("start_time", "09:30")
    '"09:30:00"^^<http://www.w3.org/2001/XMLSchema#time>'
    """
    if name in {"date", "end_date"}:
        return terms.date(value)
    if name in {"start_time", "end_time"}:
        return terms.time(value)
    if name in _SCHEMES:
        node = concept(_SCHEMES[name], value)
        if node not in known_labels():
            raise ValueError(f"not in the scheme {_SCHEMES[name]}: {value!r}")
        return node
    if not value:
        raise ValueError("no words")
    return terms.text(value) if name == "timezone" else terms.text(value, language)


def check(decision: Decision) -> None:
    """Check the value of a decision.

    Raises:
        Malformed: if there can be no such value; the message says what is expected.
    """
    name, value = correction(decision)
    if name and decision.verdict == "correct":
        try:
            token(name, value)
        except ValueError as error:
            raise Malformed(f"{name} cannot be {value!r}: {error}") from error
    if decision.kind == "theme" and not theme_of(decision.value if decision.verdict == "add" else decision.about):
        raise Malformed(f"{decision.value or decision.about!r} is no theme: give its name or its IRI")


def plain(decision: Decision) -> Decision:
    """Return a decision that was checked, with the IRI of its theme in the place of the name that a person wrote."""
    if decision.kind != "theme":
        return decision
    if decision.verdict == "add":
        return replace(decision, value=theme_of(decision.value))
    return replace(decision, about=theme_of(decision.about))


@lru_cache(maxsize=1)
def _themes() -> Mapping[str, str]:
    labels = {f"{PREFIXES['skos']}prefLabel", f"{PREFIXES['skos']}altLabel"}
    found: dict[str, set[str]] = {}
    for quad in parse(ontology_text("themes"), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and quad.predicate.value in labels:
            found.setdefault(quad.object.value.casefold(), set()).add(quad.subject.value)
    return {label: min(themes) for label, themes in found.items() if len(themes) == 1}


def theme_of(words: str) -> str:
    """Return the IRI of a theme that is given by it, by its key, with `theme:` or without, or by one of its names; empty where there is none.

    >>> theme_of("theme:water") == theme_of("https://w3id.org/forumgraph/theme/water")
    True
    """
    if words.startswith("theme:"):
        words = THEME + words.removeprefix("theme:")
    if words.startswith(("http://", "https://")):
        known = not words.startswith(THEME) or f"<{words}>" in known_labels()
        return words if known and terms.may_be_iri(words) else ""
    key = THEME + spaced(words).casefold()
    return _themes().get(spaced(words).casefold(), "") or (key if f"<{key}>" in known_labels() else "")


def session_at(sessions: Iterable[tuple[str, Session]], span: Span | None) -> tuple[str, Session] | None:
    """Return the session that tells of a stretch of text: the one around it, else the last before it; without a stretch, the only one."""
    told = list(sessions)
    if span is None:
        return told[0] if len(told) == 1 else None
    around = [each for each in told if span.within(each[1].span)]
    before = [each for each in told if each[1].span.start <= span.start]
    found = around or before[-1:] or told[:1]
    return found[0] if found else None


def revise(stated: Stated, corrected: Mapping[tuple[str, str], Fact | None]) -> Stated:
    """Return what a document states with corrected fields in place of those read, so that what is derived follows the correction.

    Args:
        corrected: by session and field; None where what was read was rejected.
    """
    if not corrected:
        return stated
    fields: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for (node, name), fact in corrected.items():
        fields[node][name] = fact
    return replace(
        stated, sessions=tuple((node, replace(session, **fields[node])) for node, session in stated.sessions)
    )


def corrected(stated: Stated, decisions: Iterable[Decision]) -> Mapping[tuple[str, str], Fact | None]:
    """Return what decisions put in the place of fields that were read: by session and field; None where nothing takes the place."""
    found: dict[tuple[str, str], Fact | None] = {}
    for decision in decisions:
        name, value = correction(decision)
        at = place_of(stated, decision) if name and decision.verdict in {"correct", "reject"} else None
        if at:
            node, session, span = at
            words = span or grounds(session, name)
            found[node, name] = Fact(value, words, RULE) if decision.verdict == "correct" else None
    return found


def place_of(stated: Stated, decision: Decision) -> tuple[str, Session, Span | None] | None:
    """Return the session that a decision about a field means, and its words; None where the words are gone or the session is not clear."""
    span = locate(stated.draft.report.document.text, decision.quote) if decision.quote else None
    if decision.quote and span is None:
        return None
    found = session_at(stated.sessions, span)
    return (*found, span) if found else None


def grounds(session: Session, name: str) -> Span:
    """Return the words that a correction rests on where it quotes none: those that were read, else the title or date of the session."""
    fact: Fact | None = getattr(session, name) or session.title or session.date
    return fact.span if fact else Span(session.span.start, min(session.span.end, session.span.start + 1))
