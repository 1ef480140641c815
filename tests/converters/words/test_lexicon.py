import re
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from forumgraph.converters.calendar import hourwords
from forumgraph.converters.forums import categories
from forumgraph.converters.naming import headlines
from forumgraph.converters.points import demands
from forumgraph.converters.structure.witness import Witness
from forumgraph.converters.words import enumerations, labels
from forumgraph.converters.words.lexicon import alternation, lexicons, parse, rows_of
from forumgraph.model import Block, BlockKind, Span

WORDS = Path(labels.__file__).parent


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_every_language_names_each_month_and_weekday(code: str) -> None:
    lexicon = lexicons()[code]
    assert set(lexicon.months.values()) == set(range(1, 13))
    assert set(lexicon.weekdays.values()) == set(range(1, 8))
    assert len(lexicon.words) > 50


def test_the_languages_have_the_same_rows_in_the_tables_of_this_grammar() -> None:
    for table in ("dates", "times", "modes", "places", "sdgs", "sentences"):
        rows = {code: set(lexicon.table(table)) for code, lexicon in lexicons().items()}
        optional = {"numeric"}
        assert rows["fr"] - optional == rows["es"] - optional == rows["en"] - optional, table


def test_no_phrase_is_empty_or_padded() -> None:
    for lexicon in lexicons().values():
        for name, table in lexicon.tables.items():
            for key, phrases in table.items():
                assert all(phrase.strip() == phrase and phrase for phrase in phrases), (lexicon.code, name, key)


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_no_phrase_is_written_twice_in_a_row(code: str) -> None:
    document = tomllib.loads((WORDS / f"{code}.toml").read_text(encoding="utf-8"))
    rows = {
        f"{name}.{key}": row
        for name, table in document.items()
        if isinstance(table, dict)
        for key, row in table.items()
    }
    lists = {name: row for name, row in rows.items() if isinstance(row, list)}
    assert len(lists) > 100
    assert [name for name, row in lists.items() if len(set(row)) != len(row)] == []


def test_lexicons_are_made_once_and_cannot_be_changed() -> None:
    assert lexicons() is lexicons()
    table = lexicons()["en"].table("dates")
    assert isinstance(table, Mapping)
    with pytest.raises(TypeError):
        table["of"] = ()


def test_an_unknown_table_is_empty() -> None:
    assert dict(lexicons()["en"].table("no such table")) == {}
    assert lexicons()["en"].phrases("dates", "no such row") == ()


def test_a_table_inside_a_table_is_named_with_a_dot() -> None:
    lexicon = parse("xx", '[roles]\nchair = "chaired by"\n[roles.deep]\nmore = ["a", "b"]\n')
    assert lexicon.table("roles")["chair"] == ("chaired by",)
    assert lexicon.table("roles.deep")["more"] == ("a", "b")


@pytest.mark.parametrize(
    "text", ["a = 'b'\n", '[a]\nb = "\\u00e9"\n', '[a]\nb = [["c"], ["d"]]\n', "[a]\nb = 5 # no word\n"]
)
def test_rows_that_are_no_plain_words_are_read_as_toml(text: str) -> None:
    assert rows_of(text) == tomllib.loads(text)


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_rows_of_words_are_what_toml_makes_of_them(code: str) -> None:
    text = (WORDS / f"{code}.toml").read_text(encoding="utf-8")
    told: dict[str, Any] = {}
    for name, rows in rows_of(text).items():
        table = told
        for part in name.split("."):
            table = table.setdefault(part, {})
        table.update(rows)
    assert told == tomllib.loads(text)


def test_a_row_that_is_no_list_of_phrases_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"roles\.chair"):
        parse("xx", "[roles]\nchair = 5\n")


@pytest.mark.parametrize(
    ("phrases", "text", "matched"),
    [
        (["to", "to the"], "go to the house", "to the"),
        (["may"], "mayor", None),
        (["p.m."], "at 5 p.m. sharp", "p.m."),
        (["l'an dernier"], "L’an  dernier", "L’an  dernier"),
        (["a.b"], "aXb", None),
        ([], "anything", None),
    ],
)
def test_an_alternation_matches_whole_phrases_the_longest_first(
    phrases: list[str], text: str, matched: str | None
) -> None:
    found = re.search(alternation(phrases), text)
    assert (found[0] if found else None) == matched


def test_glued_phrases_may_follow_a_figure_and_open_ends_may_be_followed() -> None:
    assert re.search(alternation(["pm"], glued=True), "6pm")
    assert not re.search(alternation(["pm"]), "6pm")
    assert re.match(alternation(["sdg"], open_end=True), "sdg16")


def test_letters_that_only_case_makes_alike_are_read_as_those_of_the_tables() -> None:
    english = lexicons()["en"]
    asked = demands.strength("Nets \u017fhould be mended.", english)
    kind = categories.find([Witness("title", "S\u0131de event on ice", 0)], (), (), (), english)
    label = labels.find([Block(BlockKind.PARAGRAPH, "T\u0131me: 10:00", Span(0, 11))], english)
    assert asked is not None
    assert asked.value == "should"
    assert kind is not None
    assert kind.value == "side-event"
    assert [each.words for each in label] == ["10:00"]
    assert [hour for _, _, hour in hourwords.find("at s\u0131x o'clock", english)] == ["06:00"]


def test_labels_without_a_colon_below_one_are_its_value() -> None:
    lines = [("Where:", 0), ("Date and time", 7), ("Date/Time\uff1a9 July", 21)]
    blocks = [Block(BlockKind.PARAGRAPH, text, Span(at, at + len(text))) for text, at in lines]
    assert [each.words for each in labels.find(blocks, lexicons()["en"])] == ["Date and time", "9 July"]


def test_lines_that_are_one_long_word_are_searched_in_linear_time() -> None:
    english, word = lexicons()["en"], "a" * 60_000
    began = time.process_time()
    assert not headlines.is_none(f"Side event {word}", english)
    assert not enumerations.is_link(f"{word} {'@' * 60_000}")
    assert time.process_time() - began < 5
