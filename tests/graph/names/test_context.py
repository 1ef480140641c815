"""What a document tells of its names: the short ones, where nothing else could be meant."""

from __future__ import annotations

import pytest

from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.context import Context
from forumgraph.graph.names.lookup import look_up


def short(text: str, name: str) -> str:
    found = Context(text).short_for(name, authority())
    return found.key if found else ""


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("The Economic and Social Council met. The Council adopted it.", "Council", "ecosoc"),
        ("ECOSOC met. The Council adopted it.", "The Council", "ecosoc"),
        ("ECOSOC met with the Human Rights Council. The Council adopted it.", "Council", ""),
        ("ECOSOC met at Oakford City Council. The Council paid.", "Council", ""),
        ("ECOSOC met the Council of Ministers. The Council replied.", "Council", ""),
        ("Le Conseil économique et social s'est réuni. Le Conseil a répondu.", "Conseil", "ecosoc"),
        ("Le Conseil économique et social a vu le Conseil municipal. Le Conseil a répondu.", "Conseil", ""),
        ("El Consejo Económico y Social se reunió. El Consejo respondió.", "Consejo", "ecosoc"),
        ("The town has a council. The Council met.", "Council", ""),
        ("ECOSOC met. It took counsel with the council.", "council", ""),
        ("The Economic and Social Council met.", "Economic Council", ""),
    ],
)
def test_a_short_name_stands_for_the_one_body_that_the_document_names(text: str, name: str, key: str) -> None:
    assert short(text, name) == key


def test_a_long_run_of_letters_costs_no_more_than_its_length() -> None:
    assert short("ECOSOC met. " + "A" * 200_000 + " The Council met.", "Council") == "ecosoc"


@pytest.mark.parametrize(
    ("name", "beside", "key"),
    [
        ("ATO", "", "arab-towns-organization"),
        ("ATO", "Asia Transfer Office", ""),
        ("ATO", "Arab Towns Organisation", "arab-towns-organization"),
        ("PAGE", "", ""),
        ("PAGE", "Partnership for Action on Green Economy", "page"),
        ("PAGE", "Paper Archive of Green Ends", ""),
    ],
)
def test_initials_of_another_name_of_the_document_tell_what_an_acronym_may_stand_for(name, beside, key):
    initials = {"".join(word[0] for word in beside.split() if word[0].isupper()): beside} if beside else {}
    found = look_up(authority(), name, context=Context(f"{beside} met {name}.", initials=initials))
    assert (found.entry.key if found else "") == key


@pytest.mark.parametrize(
    ("name", "key"), [("UN DESA/DISD", "disd"), ("NGO MG", "ngo-mg"), ("Women's MG", "women-mg"), ("UN Women/DISD", "")]
)
def test_a_part_stands_behind_a_stroke_after_its_body_and_a_major_group_may_be_cut_to_its_initials(name, key):
    found = look_up(authority(), name)
    assert (found.entry.key if found else "") == key
