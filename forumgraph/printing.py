"""Findings and answers as text: for people, for programs, for GitHub annotations and for SARIF viewers."""

from __future__ import annotations

import json
import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING

from forumgraph import __version__
from forumgraph.findings import CODES
from forumgraph.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from forumgraph.build import BuildSummary
    from forumgraph.model import Finding, Report
    from forumgraph.queries import Parameter, Query

_LONGEST_QUOTE = 100
_WIDEST_CELL = 48
_NO_MEETING = frozenset({"REP001", "REP002", "REP009"})
_NAMED = 5
_GITHUB = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def text(findings: Iterable[Finding]) -> str:
    """Return `path:line CODE severity message`, the words of the source and the remedy, as compilers do."""
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.where} {finding.code} {finding.severity} {finding.message}")
        if finding.where.words:
            lines.append(f"    | {_shortened(finding.where.words, _LONGEST_QUOTE)}")
        if finding.help:
            lines.append(f"    help: {finding.help.rstrip('.')}.")
    return "".join(f"{line}\n" for line in lines)


def row(finding: Finding) -> dict[str, object]:
    """Return one finding as the fields that JSON and CSV files carry."""
    where = finding.where
    span = {"start": where.span.start, "end": where.span.end} if where.span else {}
    fields: dict[str, object] = {
        "source": where.source,
        "page": where.page or None,
        "line": where.line or None,
        **span,
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "words": where.words or None,
        "help": finding.help or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def as_json(findings: Iterable[Finding]) -> str:
    """Return a JSON list."""
    return json.dumps([row(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"


def github(findings: Iterable[Finding]) -> str:
    """Return workflow commands that GitHub shows beside the lines of a change."""
    return "".join(
        f"::{_GITHUB[finding.severity]} file={_property(finding.where.source)},line={finding.where.line or 1},title={finding.code}::"
        f"{_message(finding.message)}\n"
        for finding in findings
    )


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Iterable[Finding]) -> str:
    """Return a SARIF 2.1.0 log (OASIS, section 3.13)."""
    rows = list(findings)
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].title},
            "fullDescription": {"text": CODES[code].meaning},
            "help": {"text": CODES[code].help},
        }
        for code in sorted({finding.code for finding in rows})
    ]
    driver = {
        "name": "forumgraph",
        "version": __version__,
        "informationUri": "https://w3id.org/forumgraph",
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "results": [_sarif_result(finding) for finding in rows],
        "columnKind": "unicodeCodePoints",
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _sarif_result(finding: Finding) -> dict[str, object]:
    from urllib.parse import quote  # noqa: PLC0415 - only SARIF needs it

    place: dict[str, object] = {"artifactLocation": {"uri": quote(finding.where.source)}}
    if finding.where.line:
        place["region"] = {"startLine": finding.where.line}
    return {
        "ruleId": finding.code,
        "level": _SARIF[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: Mapping[str, Callable[[Iterable[Finding]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, width: int = _WIDEST_CELL) -> str:
    """Return a table for a terminal; words wider than `width` go on in the next line, none is cut.

    >>> print(table(("who", "what"), [("LAMG", "speaks in the meeting")], width=12), end="")
    who   what
    ----  -----------
    LAMG  speaks in
          the meeting
    """
    cells = [[textwrap.wrap(cell, width) or [""] for cell in row_] for row_ in rows]
    widths = [
        max([len(column), *(len(line) for row_ in cells for line in row_[index])])
        for index, column in enumerate(columns)
    ]
    lines = [columns, ["-" * size for size in widths]]
    for row_ in cells:
        lines.extend(zip_longest(*row_, fillvalue=""))
    return "".join(
        "  ".join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )


def _shortened(words: str, longest: int) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def summary(built: BuildSummary) -> str:
    """Return what a build made, in plain words."""
    if built.published is None:
        return "Nothing was published: no document could be read and holds to the shapes (see the findings). A publication that was there is as it was.\n"
    counts = ", ".join(
        f"{number} {noun if number != 1 else noun.removesuffix('s')}" for noun, number in counted(built).items()
    )
    verdict = (
        "The shapes hold."
        if built.conforms
        else "Some statements break a shape; their documents are left out (see the findings)."
    )
    state = (
        "Nothing has changed; the publication is as it was." if built.unchanged else f"Published in {built.published}."
    )
    return f"{state}\n{counts}.\n{_untold(built)}{verdict}\n"


def _untold(built: BuildSummary) -> str:
    """Tell in which documents no meeting was found, so that nobody looks for what they say in vain."""
    found = {each.where.source: each.code for each in built.findings if each.code in _NO_MEETING}
    if not found:
        return ""
    named = [f"{name} ({code})" for name, code in sorted(found.items())]
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"No meeting was found in {', '.join(named[:_NAMED])}{more}; `forumgraph explain CODE` tells why.\n"


def counted(built: BuildSummary) -> dict[str, int]:
    """Return the figures of a build, in the order in which they are told."""
    names = ("documents", "sessions", "actors", "issues", "recommendations", "demands", "triples")
    return {name: int(getattr(built, name)) for name in names}


def summary_json(built: BuildSummary) -> str:
    """Return the same as JSON, with the seconds of processor time each stage took."""
    fields = counted(built) | {
        "conforms": built.conforms,
        "unchanged": built.unchanged,
        "published": str(built.published) if built.published else None,
        "stages": dict(built.stages),
    }
    return (
        json.dumps(fields | {"findings": [row(finding) for finding in built.findings]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def records(reports: Sequence[Report]) -> str:
    """Return reports as JSON: one as an object, several as a list."""
    from forumgraph.converters.account.record import record  # noqa: PLC0415 - questions and findings are printed without it

    data = [record(report) for report in reports]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1) + "\n"


def coverage(report: Report) -> str:
    """Return one line that tells how much of a document was used."""
    used = sum(1 for sentence in report.sentences if sentence.used_by)
    return f"{report.document.source.name}: {report.kind}, {used} of {len(report.sentences)} sentences used\n"


def questions(catalogue: Mapping[str, Iterable[Query]]) -> str:
    """Return the questions there are by what they are about, each with its parameters."""
    lines: list[str] = []
    for about, queries in catalogue.items():
        lines.append(f"{about.upper()}\n")
        for query in queries:
            lines.append(f"{query.name}\n    {query.summary}")
            lines.extend(f"    {each.option}: {each.help}{_unless_given(each)}" for each in query.parameters)
        lines.append("")
    return "\n".join(lines)


def _unless_given(parameter: Parameter) -> str:
    return f" (unless given: {parameter.default})" if parameter.default else ""


def nothing(query: Query, values: Mapping[str, str]) -> str:
    """Return what to tell of an answer without rows: what was asked for, since a default may have narrowed it."""
    asked = {each.option: values.get(each.name, each.default) for each in query.parameters}
    narrowed = ", ".join(f"{option} {value!r}" for option, value in asked.items() if value)
    return f"Nothing was found with {narrowed}; give another value" if narrowed else "Nothing was found"
