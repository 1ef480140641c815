"""What a document tells of its names: the short ones, where nothing else could be meant."""

from __future__ import annotations

import pytest

from forumgraph.graph.authority import authority
from forumgraph.graph.context import Context


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
