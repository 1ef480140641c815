"""What is offered where a name is not in the authority file: entries and names that are like it."""

from __future__ import annotations

from forumgraph.graph.names.authority import authority
from forumgraph.graph.names.candidates import Candidates, clusters


def test_candidates_are_entries_with_names_like_it():
    found = Candidates(authority()).of("Women Major Group")
    assert found[0][0] == "women-mg"
    assert Candidates(authority()).of("Zyx") == []
    assert clusters([]) == {}


def test_an_acronym_is_near_the_names_with_its_initials():
    found = clusters(["RBYA", "River Basin Youth Alliance", "River Basins Youth Alliance", "RBA"])
    assert len({found["RBYA"], found["River Basin Youth Alliance"], found["River Basins Youth Alliance"]}) == 1
    assert found["RBA"] == "RBA"
