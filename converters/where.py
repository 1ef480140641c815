"""Where a session was, and how people met: venue, city, country, mode."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters import modes, places
from forumgraph.converters.labels import gaps
from forumgraph.converters.phrases import trimmed
from forumgraph.findings import finding
from forumgraph.model import Fact, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forumgraph.converters.places import PlaceMention

    from forumgraph.converters.lexicon import Lexicon
    from forumgraph.converters.names import Names
    from forumgraph.converters.when import Witness
    from forumgraph.model import Place

_MARKS = " \t,.;()–—-|*"
_LONGEST_VENUE = 25


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a session, and what is odd about it."""

    venue: Fact | None = None
    city: Fact | None = None
    country: Fact | None = None
    mode: Fact | None = None
    findings: tuple[Finding, ...] = ()


def find(
    labelled: Sequence[Witness],
    witnesses: Sequence[Witness],
    lexicon: Lexicon,
    names: Names,
    place: Callable[[Span], Place],
) -> Where:
    """Return the place of a session.

    Args:
        labelled: values of lines such as "Venue: ...", whose words are a place even if no rule knows them.
        witnesses: other words that tell of the meeting, the most trusted first.
    """
    told = [(w, m) for w in (*labelled, *witnesses) for m in places.find(w.words, names, lexicon, w.offset)]
    venues = [
        *(v for w in labelled if (v := _whole(w, told, lexicon)) is not None),
        *(_fact(w, m) for w, m in told if m.kind == "venue"),
    ]
    city, country = _first(told, "city"), _first(told, "country")
    return Where(
        venues[0] if venues else None, city, country, mode(labelled, witnesses, lexicon), _twice(venues, place)
    )


def mode(labelled: Sequence[Witness], witnesses: Sequence[Witness], lexicon: Lexicon) -> Fact | None:
    """Return how people met, where the words say so; a meeting that is said to be both is hybrid."""
    lines = [fact for w in labelled if (fact := modes.of_place(w.words, lexicon, w.offset)) is not None]
    found = [*lines, *(fact for w in witnesses for fact in modes.find(w.words, lexicon, w.offset))]
    chosen = next((fact for fact in found if fact.value == "hybrid"), found[0] if found else None)
    return replace(chosen, rule=f"mode/{chosen.rule}") if chosen is not None else None


def _whole(witness: Witness, told: Sequence[tuple[Witness, PlaceMention]], lexicon: Lexicon) -> Fact | None:
    """Return what a venue line says besides city and country, if it is not the internet."""
    mentions = [m for w, m in told if w is witness]
    span = Span(witness.offset, witness.offset + len(witness.words))
    known = next((m for m in mentions if m.kind == "venue"), None)
    if known is not None:
        return _fact(witness, known)
    rest = gaps([m.span for m in mentions], span)
    if not rest:
        return None
    cut = trimmed(witness.words, rest[0].start - witness.offset, rest[0].end - witness.offset, marks=_MARKS)
    words = cut.of(witness.words)
    if (
        len(words) < 4
        or len(words.split()) > _LONGEST_VENUE
        or modes.of_place(words, lexicon)
        or not any(c.isupper() or c.isdigit() for c in words)
    ):
        return None
    return Fact(words, Span(cut.start + witness.offset, cut.end + witness.offset), "venue/label")


def _first(told: Sequence[tuple[Witness, PlaceMention]], kind: str) -> Fact | None:
    return next((_fact(witness, mention) for witness, mention in told if mention.kind == kind), None)


def _fact(witness: Witness, mention: PlaceMention) -> Fact:
    return Fact(mention.value, mention.span, f"{mention.kind}/{witness.name}")


def _twice(venues: Sequence[Fact], place: Callable[[Span], Place]) -> tuple[Finding, ...]:
    for other in venues[1:]:
        first, said = venues[0].value.lower(), other.value.lower()
        if said not in first and first not in said:
            return (
                finding(
                    "REP007", f"the venue is “{venues[0].value}” elsewhere, and “{other.value}” here", place(other.span)
                ),
            )
    return ()
