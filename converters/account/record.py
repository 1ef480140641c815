"""The JSON of one document: what `forumgraph convert --to json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forumgraph.model import Fact, Finding, Issue, Participation, Recommendation, Report, Sentence, Session


def record(report: Report) -> dict[str, Any]:
    """Return a report as plain data for `json.dumps`; a field that the text does not give is left out.

    Offsets count code points of the normalised text. Demands found inside issues stand apart, under `derived`.
    """
    text = report.document.text
    demands = [asked for session in report.sessions for asked in session.recommendations if asked.derived]
    findings = (*report.document.findings, *report.findings)
    return _given(
        source=report.document.source.name,
        sha256=report.document.source.sha256,
        kind=report.kind.value,
        language=report.language,
    ) | {
        "sessions": [_session(session) for session in report.sessions],
        "derived": {"demands": [_recommendation(asked) for asked in demands]},
        "unused": [_unused(sentence, text) for sentence in report.sentences if not sentence.used_by],
        "findings": [_finding(finding) for finding in dict.fromkeys(findings)],
    }


def _session(session: Session) -> dict[str, Any]:
    single = {name: fact.value for name, fact in session.facts().items()}
    return single | {
        "part_of": [fact.value for fact in session.part_of],
        "actors": [_actor(part) for part in session.participations],
        "issues": [_issue(issue) for issue in session.issues],
        "recommendations": [_recommendation(asked) for asked in session.recommendations if not asked.derived],
        "sdgs": list(dict.fromkeys(fact.value for fact in session.sdgs)),
    }


def _actor(part: Participation) -> dict[str, Any]:
    actor = part.actor
    return _given(
        name=actor.name,
        acronym=actor.acronym,
        kind=actor.kind,
        role=part.role,
        also_roles=list(part.also_roles),
        on_behalf_of=[other.name for other in part.on_behalf_of],
    )


def _issue(issue: Issue) -> dict[str, Any]:
    return _given(text=issue.text, number=issue.number, raised_by=_values(issue.raised_by)) | {
        "start": issue.span.start,
        "end": issue.span.end,
    }


def _recommendation(asked: Recommendation) -> dict[str, Any]:
    return _given(
        text=asked.text,
        number=asked.number,
        strength=asked.strength.value if asked.strength else "",
        addressee=asked.addressee.value if asked.addressee else "",
        made_by=_values(asked.made_by),
    ) | {"start": asked.span.start, "end": asked.span.end}


def _unused(sentence: Sentence, text: str) -> dict[str, Any]:
    return (
        _given(text=sentence.span.of(text))
        | {"start": sentence.span.start, "end": sentence.span.end}
        | _given(reason=sentence.reason)
    )


def _finding(finding: Finding) -> dict[str, Any]:
    where = finding.where
    place = _given(page=where.page, line=where.line, words=where.words)
    return (
        {"code": finding.code, "severity": finding.severity.value, "message": finding.message, "where": str(where)}
        | place
        | _given(help=finding.help)
    )


def _values(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.value for fact in facts]


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
