"""A document with each passage marked by what it became and the rule that did it: what `forumgraph convert --explain` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.model import Document, Report, Session, Span


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    became: str
    rule: str


def explain(report: Report) -> str:
    """Return the text of a report, block by block, with a line below each for every passage in it that became something.

    Such a line has the words, what they became, and the rule in brackets. A block of which nothing was used says so, with the reason where it
    is known. The first line tells the kind of the document, the language, and the share of sentences that were used.
    """
    count = sum(bool(sentence.used_by) for sentence in report.sentences)
    told = f"{report.kind.value} [{report.rule}], language {report.language or 'unknown'}, {len(report.sessions)} session(s)"
    lines = [f"{report.document.source.name}: {told}, {count} of {len(report.sentences)} sentences used", ""]
    marks = sorted(
        (mark for session in report.sessions for mark in _marks(session)), key=lambda mark: (mark.span, mark.became)
    )
    for block in report.document.blocks:
        marker = f"{block.marker} " if block.marker else ""
        lines.append(f"{block.kind.value:<12}| {marker}{block.text}")
        inside = [mark for mark in marks if mark.span.start < block.span.end and block.span.start < mark.span.end]
        lines += [f"{'':<12}|   ^ {_words(report.document, mark)} = {mark.became} [{mark.rule}]" for mark in inside]
        lines += [] if inside else [f"{'':<12}|   - unused{_reason(report, block.span)}"]
    lines += [
        "",
        *(f"{f.where}: {f.code} {f.severity.value} {f.message}" for f in (*report.document.findings, *report.findings)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _marks(session: Session) -> Iterator[_Mark]:
    for name, fact in session.facts().items():
        yield _Mark(fact.span, f"{name} {fact.value!r}" if name != "title" else "title", fact.rule)
    for fact in session.part_of:
        yield _Mark(fact.span, "part of", fact.rule)
    for fact in session.sdgs:
        yield _Mark(fact.span, f"SDG {fact.value}", fact.rule)
    for part in session.participations:
        yield _Mark(part.span, f"{part.role} {part.actor.name!r} ({part.actor.kind})", part.rule)
    for issue in session.issues:
        yield _Mark(issue.span, f"issue {issue.number}".rstrip(), issue.rule)
    for asked in session.recommendations:
        name = "demand" if asked.derived else f"recommendation {asked.number}".rstrip()
        yield _Mark(asked.span, f"{name} ({asked.strength.value})" if asked.strength else name, asked.rule)


def _words(document: Document, mark: _Mark) -> str:
    words = mark.span.of(document.text).replace("\n", " / ")
    return f"“{words}”" if len(words) <= 60 else f"“{words[:40]} … {words[-16:]}”"


def _reason(report: Report, span: Span) -> str:
    reasons = {sentence.reason for sentence in report.sentences if sentence.reason and sentence.span.within(span)}
    return f" ({', '.join(sorted(reasons))})" if reasons else ""
