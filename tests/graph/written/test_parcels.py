"""Frozen values come back from JSON as they were, and what is something else is refused."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph import parcels
from forumgraph.graph.shown.cards import Cards, DocumentCard, MentionCard
from forumgraph.graph.shown.exhibits import Link, PartCard, PointCard, SessionCard

LINKS = st.builds(Link, st.text(max_size=8), st.text(max_size=8), st.text(max_size=2))
MANY_LINKS = st.lists(LINKS, max_size=2).map(tuple)
WORDS = st.text(max_size=8)
PARTS = st.builds(PartCard, LINKS, WORDS, st.lists(WORDS, max_size=2).map(tuple))


def several(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


@given(
    st.builds(
        Cards,
        st.builds(DocumentCard),
        several(st.builds(SessionCard, parts=several(PARTS), part_of=MANY_LINKS, sdgs=MANY_LINKS, document=LINKS)),
        several(st.builds(PointCard, strength=st.none() | LINKS, session=LINKS, to=MANY_LINKS)),
        several(st.builds(MentionCard, actor=LINKS, document=LINKS)),
        MANY_LINKS,
    )
)
def test_the_cards_of_a_document_come_back_as_they_were(cards):
    assert parcels.unpack(Cards, parcels.pack(cards)) == cards


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    number: int | None


@pytest.mark.parametrize("data", [b"", b"[1,2", b"7", b'["a"]', b'["a",1,2]', b"{}"])
def test_what_is_no_such_value_is_refused(data):
    with pytest.raises(ValueError, match=r".+"):
        parcels.unpack(Place, data)


def test_nothing_but_the_values_is_written():
    assert parcels.pack(Place("Valongo", None)) == b'["Valongo",null]'
    assert parcels.unpack(Place, b'["Valongo",null]') == Place("Valongo", None)
