"""The mint: names that are safe, do not move, and do not collide."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.graph.rdf.identifiers import Mint, Namespace, document_id, sdg, slug

SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@given(st.text(max_size=300))
def test_a_slug_is_safe_in_an_address_and_as_a_file_name(words):
    made = slug(words)
    assert SAFE.fullmatch(made)
    assert len(made) <= 60


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_names_in_two_unicode_forms_are_one_name(name):
    assert document_id(unicodedata.normalize("NFC", name)) == document_id(unicodedata.normalize("NFD", name))


def test_names_that_differ_in_case_or_folder_alone_differ_in_more_than_case():
    made = {
        document_id(name).lower()
        for name in ("Report.txt", "report.txt", "a/report.txt", "a-report.txt", "a report.txt", "報告.txt", "文書.txt")
    }
    assert len(made) == 7


def test_statements_do_not_move_when_one_is_put_before_them():
    one, two = Mint("a.txt"), Mint("a.txt")
    two.statement("issue", "Something new")
    assert one.statement("issue", "We need more time") == two.statement("issue", "We need more time")


def test_the_same_words_twice_are_two_statements():
    mint = Mint("a.txt")
    first, second = mint.statement("issue", "More time"), mint.statement("issue", "more  time")
    assert second == f"{first[:-1]}-2>"


def test_statements_of_two_documents_differ():
    assert Mint("a.txt").statement("issue", "x") != Mint("b.txt").statement("issue", "x")


def test_a_mention_is_one_whatever_its_case():
    mint = Mint("a.txt")
    assert mint.mention("Harbour Towns Network") == mint.mention("harbour towns  network")
    assert mint.mention("Harbour Towns Network") != mint.mention("Harbour-Towns Network")


def test_all_names_are_below_the_base():
    space = Namespace("https://example.org/x/")
    mint = Mint("a.txt", space)
    made = [
        mint.document(),
        mint.passage(0, 4),
        mint.session("T"),
        mint.post("Mayor", "Valongo"),
        mint.layer("stated"),
        space.actor("A"),
        space.edition("hlpf", "2017"),
    ]
    assert all(each.startswith("<https://example.org/x/") for each in made)
    assert mint.passage(0, 4) == f"{mint.document()[:-1]}#char=0,4>"
    assert space.edition("hlpf", "2017") == "<https://example.org/x/edition/hlpf/2017>"


@pytest.mark.parametrize("bad", ["", "sixteen", "16.7.1", "C160701", "16/7", "16>"])
def test_what_is_no_goal_or_target_gets_no_name(bad):
    with pytest.raises(ValueError, match="not a goal or target"):
        sdg(bad)
