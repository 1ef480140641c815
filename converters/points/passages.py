"""Points told in a paragraph: sentence by sentence, with what a speaker goes on to say, and lines such as "Action: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare
from forumgraph.converters.points import occasions, prose, series
from forumgraph.converters.points.collecting import Point
from forumgraph.converters.points.demands import asked, asks, declares
from forumgraph.converters.points.tasks import is_planned, is_task, is_wanted, label, names_action
from forumgraph.converters.points.voices import closing, is_same_speaker, names_speaker
from forumgraph.converters.words import enumerations, sentences
from forumgraph.converters.words.headings import demand_begins
from forumgraph.converters.words.phrases import begins, first
from forumgraph.model import BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_OPENING = '“«"'
_SPEAKER_IN_CAPITALS = re.compile(r"(?:[A-ZÀ-Ý][A-ZÀ-Ý.’'-]{1,30}\s){1,4}?(?:[A-ZÀ-Ý][A-ZÀ-Ý’'-]{1,30})(?:,|\s\()")
"""A speaker as press releases print one, "ANA LOPES, Mayor of Valongo, said ...": the paragraph is hers to its end."""
_POINTS = frozenset({"issues", "recommendations"})
_SHORTEST, _LABELLED = 5, 2
"""Words of a sentence, and of what follows a label."""
_HEADLINE = 14
_BEGINNING = 120


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands.

    Attributes:
        found: whether the section has lists of points, so that its paragraphs are only remarks.
        topic: whether the heading above is a point itself.
        counts: what a line above announces of the points that words count ("First, ..."); empty without.
        spoken: where the words end that tell who says all of the paragraph, "Ana Lopes (UCLG): "; 0 without.
        under_way: whether points of the session stand before it, so that what must be is said there and is no background.
    """

    section: Section
    found: bool = False
    topic: bool = False
    counts: str = ""
    spoken: int = 0
    under_way: bool = False


def told(block: Block, place: Place, lexicon: Lexicon) -> tuple[Point, ...]:
    """Return the points of a paragraph in reading order; a headline without its full stop has none."""
    if _is_headline(block, place, lexicon):
        return ()
    return tuple(_labelled(block.text, block.span.start, lexicon)) or tuple(_told(block, place, lexicon))


def _labelled(words: str, start: int, lexicon: Lexicon) -> Iterator[Point]:
    """Return what follows the label that words begin with: one point, or several that semicolons part.

    Args:
        start: where the words begin in the document.
    """
    named = label(words, lexicon)
    if named is None or len(words[named.end :].split()) < _LABELLED:
        return
    rest, who = words[named.end :], named.who
    to = Fact(who.of(words), _moved(who, start), "addressee/label") if who is not None else None
    for part in enumerations.parted(rest, lexicon) or (Span(0, len(rest)),):
        kind = by_itself(part.of(rest), named.kind, lexicon)
        yield Point(kind, _moved(part, start + named.end), part.of(rest), "label", named.number, to)


def _moved(span: Span, start: int) -> Span:
    return Span(start + span.start, start + span.end)


def _is_headline(block: Block, place: Place, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph is one short line outside lists and sections of points that ends without a mark."""
    loose = not place.section.kind and not place.section.under and block.kind is BlockKind.PARAGRAPH
    loose = loose and begins(block.text, lexicon.phrases("reports", "noted_decisions")) is None
    return loose and len(block.text.split()) <= _HEADLINE and block.text.rstrip()[-1:].isalnum()


def by_itself(words: str, kind: str, lexicon: Lexicon) -> str:
    """Decide on a part of mixed messages: one that asks is a recommendation."""
    if kind != "messages":
        return kind
    if is_wanted(words, lexicon):
        return "recommendations"
    asking = asks(words, lexicon) or is_task(words, lexicon)
    return prose.kind_of(words, lexicon) or ("recommendations" if asking else "issues")


def asks_by_itself(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence of an item says what must be: "Openness. *It is important to publish prices.*"."""
    said = [span.of(words) for span in sentences.split(words)]
    told = prose.kind_of(said[0], lexicon) == "issues" if said else True
    return not told and any(declares(each, lexicon) for each in said)


def are_tasks(items: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether nearly all items of a list are tasks or name an action, and some are tasks for sure."""
    sure = [each for each in items if is_task(each, lexicon) or prose.kind_of(each, lexicon) == "recommendations"]
    named = [each for each in items if each not in sure and names_action(each, lexicon)]
    return 4 * len(sure) >= len(items) and 3 * (len(sure) + len(named)) >= 2 * len(items)


def _told(block: Block, place: Place, lexicon: Lexicon) -> Iterator[Point]:
    spans = sentences.split(block.text)
    quoted = sentences.inside_quotations(block.text, spans)
    alone = _SPEAKER_IN_CAPITALS.match(block.text) is not None
    speaking, waiting, counts = False, list[Point](), place.counts
    for i, span in enumerate(spans):
        words, at = span.of(block.text), _moved(span, block.span.start)
        start, counts = series.counted(words, counts, lexicon)
        if quoted[i] or words[0] in _OPENING:
            same = is_same_speaker(words, lexicon)
            yield from waiting if speaking and same else ()
            waiting = waiting if speaking and not same else []
            continue
        said = Span(at.start + start, at.end), words[start:]
        members = (_counted(*said, counts, lexicon),) if start else tuple(_members(words, at, place, lexicon))
        paper = i > 0 and occasions.goes_on_about_paper(words, spans[i - 1].of(block.text), lexicon)
        own = "" if members or paper else _kind_of_sentence(words, place, lexicon, 0 if i else place.spoken)
        if own or members:
            same = is_same_speaker(words, lexicon) if speaking else closing(words, lexicon) > 0
            yield from waiting if same else ()
            yield from members
            if own and not (place.topic and own == "issues"):
                yield Point(own, at, words, "sentence/cue")
            speaking, waiting = True, []
        elif not _goes_on(words, lexicon):
            speaking, waiting = False, []
        elif not speaking and place.under_way and declares(words, lexicon):
            yield _unasked(at, words, lexicon)
        elif not speaking:
            of_event = first(words[:_BEGINNING], lexicon.phrases("reports", "not_discussed")) is not None
            waiting = [] if of_event else [_unasked(at, words, lexicon)]
        else:
            next_ = _unasked(at, words, lexicon)
            joined = not waiting and begins(words, lexicon.phrases("reports", "goes_on")) is not None
            if next_.kind == "recommendations" or joined:
                yield next_
            else:
                waiting = [*waiting, next_]
    yield from waiting if alone else ()


def _counted(at: Span, words: str, kind: str, lexicon: Lexicon) -> Point:
    return Point(by_itself(words, kind, lexicon), at, words, "sentence/counted")


def _unasked(at: Span, words: str, lexicon: Lexicon) -> Point:
    """Make a point of a sentence that only its neighbours say is somebody's."""
    return Point(_by_duty(words, lexicon), at, words, "sentence/goes-on")


def _by_duty(words: str, lexicon: Lexicon) -> str:
    return "recommendations" if asked(bare(words, lexicon), lexicon) is not None else "issues"


def _members(words: str, at: Span, place: Place, lexicon: Lexicon) -> Iterator[Point]:
    yield from (labelled := tuple(_labelled(words, at.start, lexicon)))
    kind, members = ("", ()) if labelled else series.inline(words, place.section.kind or place.section.under, lexicon)
    if not labelled and not members and place.section.kind in _POINTS:
        kind, members = place.section.kind, enumerations.parted(words, lexicon)
    for member in members:
        span = Span(at.start + member.start, at.start + member.end)
        own = by_itself(member.of(words), kind, lexicon)
        yield Point(own, span, member.of(words), "sentence/inline", series.enumerator(words, member.start))


def _goes_on(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence without a verb of saying may still be what the last speaker said."""
    plain = words.rstrip()
    return (
        len(words.split()) >= _SHORTEST
        and not plain.endswith(("?", ":"))
        and words[:1].isupper()
        and not occasions.tells_of_meeting(words, lexicon)
        and not names_speaker(words, lexicon)
    )


def _kind_of_sentence(words: str, place: Place, lexicon: Lexicon, start: int) -> str:
    """Return the kind of a sentence of a paragraph; what is said begins at `start`, behind the name of its speaker."""
    own, kind, heading = prose.kind_of(words, lexicon), place.section.kind, place.section.heading
    if place.spoken and not own and not words.rstrip().endswith(("?", ":")):
        return _by_duty(words, lexicon) if len(words[start:].split()) >= _SHORTEST - 1 else ""
    idle = len(words.split()) < _SHORTEST or words.rstrip().endswith(":") or occasions.tells_of_meeting(words, lexicon)
    if own or place.found or idle:
        return own
    asking = kind in {"recommendations", "messages"} and asks(words, lexicon)
    told = demand_begins(lexicon).match(words) or is_task(words, lexicon) or is_planned(words, lexicon)
    if asking or (told and kind == "recommendations"):
        return "recommendations"
    telling = heading is not None and first(heading.text, lexicon.phrases("cues", "telling_headings")) is not None
    return "issues" if kind == "issues" or (kind == "messages" and telling) else ""
