"""What became of each sentence of a document: used by which rules, or unused and, where known, why; and all of it for people to read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from forumgraph.converters.words import sentences
from forumgraph.model import Block, BlockKind, Sentence, Session, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forumgraph.model import Document, Report


def cover(document: Document, sessions: Iterable[Session], reasons: Sequence[tuple[Span, str]]) -> tuple[Sentence, ...]:
    """Return every sentence of a document; a heading, an item and a row of a table count as one each.

    Args:
        reasons: stretches that were left on purpose, and why; the first that a sentence begins in counts.
    """
    marks = sorted(used(sessions))
    starts = [span.start for span, _ in marks]
    longest = max((span.end - span.start for span, _ in marks), default=0)
    said = sorted(reasons)
    reach = list(accumulate((span.end for span, _ in said), max))
    return tuple(
        _sentence(span, marks[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)], said, reach)
        for block in document.blocks
        for span in _sentences(block)
    )


def used(sessions: Iterable[Session]) -> Iterator[tuple[Span, str]]:
    """Go through the passages that became something, and the rules that used them."""
    for session in sessions:
        for fact in (*session.facts().values(), *session.part_of, *session.sdgs):
            yield fact.span, fact.rule
        for part in session.participations:
            yield part.span, part.rule
            yield from ((actor.span, actor.rule) for actor in (part.actor, *part.on_behalf_of))
        yield from ((issue.span, issue.rule) for issue in session.issues)
        yield from ((asked.span, asked.rule) for asked in session.recommendations)


def share(sentences_: Sequence[Sentence]) -> float:
    """Return the share of sentences that were used, 0 to 1; 0 of an empty document."""
    return sum(bool(s.used_by) for s in sentences_) / len(sentences_) if sentences_ else 0.0


def _sentence(
    span: Span, near: Sequence[tuple[Span, str]], reasons: Sequence[tuple[Span, str]], reach: Sequence[int]
) -> Sentence:
    rules = sorted({rule for mark, rule in near if mark.overlaps(span)})
    return Sentence(span, tuple(rules), "" if rules else _reason(span, reasons, reach))


def _reason(span: Span, reasons: Sequence[tuple[Span, str]], reach: Sequence[int]) -> str:
    """Return the reason that begins last before a sentence and overlaps it; `reach` tells where the reasons up to each of them end."""
    for i in range(bisect_right(reasons, (Span(span.start, max(span.start, 2**60)), "")) - 1, -1, -1):
        if reasons[i][0].overlaps(span):
            return reasons[i][1]
        if reach[i] <= span.start:
            break
    return ""


def _sentences(block: Block) -> Iterable[Span]:
    whole = block.kind in {BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW, BlockKind.PAGE_HEADER}
    return (block.span,) if whole else sentences.split(block.text, block.span.start)


def explain(report: Report) -> str:
    """Return the text of a report, block by block, with a line below each for every passage in it that became something.

    Such a line has the words, what they became, and the rule in brackets. A block of which nothing was used says so, with the reason where it
    is known. The first line tells the kind of the document, the language, and the share of sentences that were used.
    """
    count = sum(bool(sentence.used_by) for sentence in report.sentences)
    told = f"{report.kind.value} [{report.rule}], language {report.language or 'unknown'}, {len(report.sessions)} session(s)"
    lines = [f"{report.document.source.name}: {told}, {count} of {len(report.sentences)} sentences used", ""]
    marks = sorted(mark for session in report.sessions for mark in _marks(session))
    for block in report.document.blocks:
        marker = f"{block.marker} " if block.marker else ""
        lines.append(f"{block.kind.value:<12}| {marker}{block.text}")
        inside = [mark for mark in marks if mark[0].start < block.span.end and block.span.start < mark[0].end]
        lines += [f"{'':<12}|   ^ {_words(report.document, span)} = {became} [{rule}]" for span, became, rule in inside]
        lines += [] if inside else [f"{'':<12}|   - unused{_why(report, block.span)}"]
    lines += [
        "",
        *(f"{f.where}: {f.code} {f.severity.value} {f.message}" for f in (*report.document.findings, *report.findings)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _marks(session: Session) -> Iterator[tuple[Span, str, str]]:
    """Go through the passages of a session: where, what they became, and by which rule."""
    for name, fact in session.facts().items():
        yield fact.span, f"{name} {fact.value!r}" if name != "title" else "title", fact.rule
    yield from ((fact.span, "part of", fact.rule) for fact in session.part_of)
    yield from ((fact.span, f"SDG {fact.value}", fact.rule) for fact in session.sdgs)
    for part in session.participations:
        yield part.span, f"{part.role} {part.actor.name!r} ({part.actor.kind})", part.rule
    yield from ((issue.span, f"issue {issue.number}".rstrip(), issue.rule) for issue in session.issues)
    for asked in session.recommendations:
        name = "demand" if asked.derived else f"recommendation {asked.number}".rstrip()
        yield asked.span, f"{name} ({asked.strength.value})" if asked.strength else name, asked.rule


def _words(document: Document, span: Span) -> str:
    words = span.of(document.text).replace("\n", " / ")
    return f"“{words}”" if len(words) <= 60 else f"“{words[:40]} … {words[-16:]}”"


def _why(report: Report, span: Span) -> str:
    reasons = {sentence.reason for sentence in report.sentences if sentence.reason and sentence.span.within(span)}
    return f" ({', '.join(sorted(reasons))})" if reasons else ""
