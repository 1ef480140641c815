"""From a document to a report: the language, the kind, the sessions, the coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.account import coverage
from forumgraph.converters.genre import kinds
from forumgraph.converters.meeting import sessions
from forumgraph.converters.structure import surroundings
from forumgraph.converters.words import acronyms, languages
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.findings import finding
from forumgraph.model import BlockKind, DocumentKind, Finding, Place, Report

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Document

_LITTLE = 0.15
_FEW = 8


def convert(document: Document, names: Names) -> Report:
    """Return what a document says; total: any document gives a report, and what is not understood gives findings.

    A document that is no report, or whose language has no table, gives no sessions. Every span quotes `document.text`.
    """
    running = "\n".join(block.text for block in document.blocks if block.kind is not BlockKind.PAGE_HEADER)
    language = languages.detect(running)
    lexicon = lexicons().get(language)
    return _unread(document, language) if lexicon is None else _read(document, language, lexicon, names)


def _read(document: Document, language: str, lexicon: Lexicon, names: Names) -> Report:
    around = surroundings.part(document.blocks, lexicon)
    decided = kinds.decide(around.account, lexicon)
    if decided.kind is not DocumentKind.REPORT:
        sentences = coverage.cover(document, (), [(block.span, decided.kind.value) for block in document.blocks])
        odd = finding(
            "REP001",
            f"the document is of the kind “{decided.kind.value}”, so no session was taken from it",
            _whole(document),
        )
        return Report(document, decided.kind, decided.rule, language, (), sentences, (odd,))
    told = sessions.tell(document, around, lexicon, names)
    sentences = coverage.cover(document, told.sessions, told.reasons)
    findings: list[Finding] = list(told.findings)
    if not told.sessions:
        findings.append(finding("REP002", "no session was found in what looks like a report", _whole(document)))
    elif len(sentences) >= _FEW and (share := coverage.share(sentences)) < _LITTLE:
        findings.append(finding("REP015", f"{share:.0%} of {len(sentences)} sentences were used", _whole(document)))
    return Report(
        document,
        decided.kind,
        decided.rule,
        language,
        told.sessions,
        sentences,
        tuple(findings),
        acronyms.of_document(document.text),
    )


def _unread(document: Document, language: str) -> Report:
    said = f"there are no words for the language “{language}”" if language else "the language was not recognised"
    sentences = coverage.cover(document, (), ())
    odd = finding("REP009", f"{said}, so nothing was taken from the document", _whole(document))
    return Report(document, DocumentKind.OTHER, "kind/language", language, (), sentences, (odd,))


def _whole(document: Document) -> Place:
    return Place(document.source.name)
