"""What a build tells of itself, and what it keeps of that for the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forumgraph.model import Finding, Place, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did.

    Attributes:
        documents: that are published.
        actors: that names in the documents stand for, each counted once.
        triples: of all graphs together, each counted once.
        conforms: whether every document that could be read holds to the shapes.
        published: the folder; None where no document could be published, and the folder was left as it was.
        unchanged: whether nothing had changed, so that nothing was written.
        made: how many documents were read and converted, and not taken from an earlier run.
        stages: seconds of processor time by stage (`read`, `convert`, `map`, `infer`, `validate`, `write`), over all processes.
    """

    documents: int = 0
    sessions: int = 0
    actors: int = 0
    issues: int = 0
    recommendations: int = 0
    demands: int = 0
    triples: int = 0
    findings: tuple[Finding, ...] = ()
    conforms: bool = True
    published: Path | None = None
    unchanged: bool = False
    made: int = 0
    stages: Mapping[str, float] = field(default_factory=dict)


def finding_of(fields: Mapping[str, Any]) -> Finding:
    """Read a finding back from the row that `forumgraph.printing.row` made of it."""
    span = Span(fields.get("start", 0), fields["end"]) if "end" in fields else None
    where = Place(fields["source"], fields.get("page", 0), fields.get("line", 0), span, fields.get("words", ""))
    return Finding(fields["code"], Severity(fields["severity"]), fields["message"], where, fields.get("help", ""))
