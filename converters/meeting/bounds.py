"""When a meeting was opened and closed, from the sentences of minutes that say so: "The meeting rose at 12.55 p.m."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import times
from forumgraph.converters.words import sentences
from forumgraph.converters.words.phrases import first
from forumgraph.model import BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.meeting.when import When
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_NEAR = 40
"""Characters between the words and the time."""
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW})


def filled(time: When, blocks: Sequence[Block], lexicon: Lexicon) -> When:
    """Add the hours of opening and closing to the time of a session of one day that has none."""
    if time.end_date is not None or (time.start_time is not None and time.end_time is not None):
        return time
    opened = next(_told(blocks, "opened", lexicon), None)
    closed = next(_told(tuple(reversed(blocks)), "closed", lexicon), None)
    start = time.start_time
    if start is not None and closed is not None and start.span.overlaps(closed.span):
        start = None
    start = start or opened
    ends = closed is not None and (start is None or start.value < closed.value)
    return replace(time, start_time=start, end_time=closed if ends and time.end_time is None else time.end_time)


def _told(blocks: Sequence[Block], row: str, lexicon: Lexicon) -> Iterator[Fact]:
    """Go through the times beside the words of a row of `[times]`, in sentences that give one time."""
    cues = lexicon.phrases("times", row)
    for block in blocks:
        if block.kind not in _TOLD or first(block.text, cues) is None:
            continue
        for span in sentences.split(block.text):
            words = span.of(block.text)
            cue, found = first(words, cues), times.find(words, lexicon)
            if cue is None or len(found) != 1 or found[0].end:
                continue
            at = found[0].span
            if -_NEAR <= at.start - cue.end() <= _NEAR or -_NEAR <= cue.start() - at.end <= _NEAR:
                offset = block.span.start + span.start
                yield Fact(found[0].start, Span(at.start + offset, at.end + offset), f"time/{row}")
