"""Points told in a paragraph: sentence by sentence, with what a speaker goes on to say, and lines such as "Action: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare
from forumgraph.converters.points import occasions, prose, series
from forumgraph.converters.points.addressees import addressed
from forumgraph.converters.points.demands import asks
from forumgraph.converters.points.duties import asked, declares
from forumgraph.converters.points.tasks import is_planned, is_task, is_wanted, label, names_action, names_doer
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
_SHORTEST, _STATEMENT, _LABELLED = 5, 4, 2
_HEAD = 9
_CAPTION, _HEADLINE = 60, 14
_BEGINNING = 120
LEAD_IN = "lead-in"


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of a paragraph that became a point; one of kind `lead-in` only introduces a list.

    Attributes:
        kind: `issues`, `recommendations` or `lead-in`.
        span: in the document.
        to: to whom the words before it address it.
    """

    kind: str
    span: Span
    words: str
    rule: str
    number: str = ""
    to: Fact | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands.

    Attributes:
        leads_list: whether its last sentence introduces a list that was read.
        found: whether the section has lists of points, so that its paragraphs are only remarks.
        topic: whether the heading above is a point itself.
        counts: what the line above says of the points that words count in it ("First, ..."); empty without.
        spoken: the words it begins with that tell who says all of it, "Ana Lopes (UCLG):"; empty without.
        under_way: whether points of the session stand before it, so that what must be is said there and is no background.
    """

    section: Section
    leads_list: bool = False
    found: bool = False
    topic: bool = False
    counts: str = ""
    spoken: str = ""
    under_way: bool = False


def told(block: Block, place: Place, lexicon: Lexicon) -> tuple[Told, ...]:
    """Return the points of a paragraph in reading order; a caption and a headline without its full stop have none."""
    if _is_aside(block, place, lexicon):
        return ()
    labelled = tuple(_labelled(block.text, block.span.start, lexicon))
    return labelled or _addressed(block, place, lexicon) or tuple(_told(block, place, lexicon))


def _labelled(words: str, start: int, lexicon: Lexicon) -> Iterator[Told]:
    """Return what follows the label that words begin with: one point, or several that semicolons part.

    Args:
        start: where the words begin in the document.
    """
    named = label(words, lexicon)
    if named is None or len(words[named.end :].split()) < _LABELLED:
        return
    to = None
    if named.who is not None:
        to = Fact(named.who.of(words), _moved(named.who, start), "addressee/label")
    rest = words[named.end :]
    for part in enumerations.parted(rest, lexicon) or (Span(0, len(rest)),):
        kind = by_itself(part.of(rest), named.kind, lexicon)
        asked_of = to if kind == "recommendations" else None
        yield Told(kind, _moved(part, start + named.end), part.of(rest), "label", named.number, asked_of)


def _moved(span: Span, start: int) -> Span:
    return Span(start + span.start, start + span.end)


def _is_aside(block: Block, place: Place, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph is a caption, or one short line outside lists and sections of points that ends without a mark."""
    length = len(block.text.split())
    if length <= _CAPTION and occasions.is_caption(block.text, lexicon):
        return True
    loose = not place.section.kind and not place.section.under and block.kind is BlockKind.PARAGRAPH
    return loose and length <= _HEADLINE and block.text.rstrip()[-1:].isalnum() and label(block.text, lexicon) is None


def _addressed(block: Block, place: Place, lexicon: Lexicon) -> tuple[Told, ...]:
    """Return what follows "To Member States:", which is asked of them."""
    head = block.text[: block.text.find(":") + 1]
    words = block.text[len(head) :].lstrip()
    if not head or len(head.split()) > _HEAD or begins(head, lexicon.phrases("reports", "address_to")) is None:
        return ()
    to = addressed(head, lexicon, block.span.start)
    asking = place.section.kind == "recommendations" or asks(words, lexicon) or is_task(words, lexicon)
    if to is None or to.rule != "addressee/heading" or not asking or len(words.split()) < _SHORTEST:
        return ()
    after = Span(block.span.end - len(words), block.span.end)
    return (Told("recommendations", after, words, "addressed", to=to),)


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


def _told(block: Block, place: Place, lexicon: Lexicon) -> Iterator[Told]:
    spans = sentences.split(block.text)
    quoted = sentences.inside_quotations(block.text, spans)
    alone = _SPEAKER_IN_CAPITALS.match(block.text) is not None
    speaking, waiting = False, list[Told]()
    counted = {i: (kind, at) for i, kind, at in series.counting(block.text, spans, place.counts, lexicon)}
    for i, span in enumerate(spans):
        if i in counted:
            yield _counted(block, *counted[i], lexicon)
            speaking, waiting = False, []
            continue
        words, at = span.of(block.text), _moved(span, block.span.start)
        if quoted[i] or words[0] in _OPENING:
            yield from waiting if speaking and is_same_speaker(words, lexicon) else ()
            waiting = waiting if speaking and not is_same_speaker(words, lexicon) else []
            continue
        if place.leads_list and i == len(spans) - 1:
            yield Told(LEAD_IN, at, words, LEAD_IN)
            continue
        members = tuple(_members(words, at, place, lexicon))
        paper = i > 0 and occasions.goes_on_about_paper(words, spans[i - 1].of(block.text), lexicon)
        own = "" if members or paper else _kind_of_sentence(words, place, lexicon)
        if own or members:
            same = is_same_speaker(words, lexicon) if speaking else closing(words, lexicon) > 0
            yield from waiting if same else ()
            yield from members
            if own and not (place.topic and own == "issues"):
                yield Told(own, at, words, "sentence/cue")
            speaking, waiting = True, []
        elif paper or not _goes_on(words, lexicon):
            speaking, waiting = False, []
        elif not speaking and place.under_way and declares(words, lexicon):
            yield _unasked(at, words, lexicon)
        elif not speaking:
            of_event = first(words[:_BEGINNING], lexicon.phrases("reports", "not_discussed")) is not None
            waiting = [] if of_event else [_unasked(at, words, lexicon)]
        else:
            more, waiting = _after_speech(words, _unasked(at, words, lexicon), waiting, lexicon)
            yield from more
    yield from waiting if alone else ()


def _counted(block: Block, kind: str, span: Span, lexicon: Lexicon) -> Told:
    words = span.of(block.text)
    return Told(by_itself(words, kind, lexicon), _moved(span, block.span.start), words, "sentence/counted")


def _after_speech(words: str, next_: Told, waiting: list[Told], lexicon: Lexicon) -> tuple[Sequence[Told], list[Told]]:
    """Return which sentences after a spoken one are the speaker's too, and which wait for one that says so."""
    if is_same_speaker(words, lexicon) and waiting:
        return waiting, []
    joined = not waiting and begins(words, lexicon.phrases("reports", "goes_on")) is not None
    if next_.kind == "recommendations" or (joined and not occasions.names_only_goals(words, lexicon)):
        return (next_,), waiting
    return (), [*waiting, next_]


def _said(words: str, lexicon: Lexicon) -> str:
    """Return the kind of a sentence of somebody whose name stands at the beginning of the paragraph; empty for what is no statement."""
    idle = len(words.split()) < _STATEMENT or words.rstrip().endswith(("?", ":"))
    return "" if idle else _by_duty(words, lexicon)


def _by_duty(words: str, lexicon: Lexicon) -> str:
    return "recommendations" if asked(bare(words, lexicon), lexicon) is not None else "issues"


def _unasked(at: Span, words: str, lexicon: Lexicon) -> Told:
    """Make a point of a sentence that only its neighbours say is somebody's."""
    return Told(_by_duty(words, lexicon), at, words, "sentence/goes-on")


def _members(words: str, at: Span, place: Place, lexicon: Lexicon) -> Iterator[Told]:
    yield from (labelled := tuple(_labelled(words, at.start, lexicon)))
    kind, members = ("", ()) if labelled else series.inline(words, place.section.kind or place.section.under, lexicon)
    if not labelled and not members and place.section.kind in _POINTS:
        kind, members = place.section.kind, enumerations.parted(words, lexicon)
    for member in members:
        span = Span(at.start + member.start, at.start + member.end)
        own = by_itself(member.of(words), kind, lexicon)
        yield Told(own, span, member.of(words), "sentence/inline", series.enumerator(words, member.start))


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


def _kind_of_sentence(words: str, place: Place, lexicon: Lexicon) -> str:
    own, kind = prose.kind_of(words, lexicon), place.section.kind
    own = own or ("recommendations" if names_doer(words, lexicon) else "")
    if place.spoken:
        own = own or _said(words.removeprefix(place.spoken).lstrip(), lexicon)
    idle = len(words.split()) < _SHORTEST or words.rstrip().endswith(":") or occasions.tells_of_meeting(words, lexicon)
    if own or place.found or idle:
        return "recommendations" if own and kind == "recommendations" and asks(words, lexicon) else own
    if kind == "recommendations":
        told = asks(words, lexicon) or is_task(words, lexicon) or demand_begins(lexicon).match(words)
        return "recommendations" if told or is_planned(words, lexicon) else ""
    if kind == "issues":
        return "issues"
    if kind != "messages":
        return ""
    if asks(words, lexicon):
        return "recommendations"
    heading = place.section.heading.text.lower() if place.section.heading is not None else ""
    return "issues" if first(heading, lexicon.phrases("cues", "telling_headings")) else ""
