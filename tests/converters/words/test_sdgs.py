import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.words import sdgs
from forumgraph.converters.words.lexicon import lexicons

EN = lexicons()["en"]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "SDG 16", "16"),
        ("en", "SDG16 and SDG-5", "16 5"),
        ("en", "SDGs 4, 5 and 13", "4 5 13"),
        ("en", "SDG 5 and SDG 10", "5 10"),
        ("en", "SDGs 6/7/11", "6 7 11"),
        ("en", "Goal 11", "11"),
        ("en", "Goals 1-3", "1 2 3"),
        ("en", "SDGs 1 to 4", "1 2 3 4"),
        ("en", "Goals 5, 10, and 16.", "5 10 16"),
        ("en", "Sustainable Development Goal 5", "5"),
        ("en", "target 16.7", "16.7"),
        ("en", "SDG target 16.b", "16.b"),
        ("en", "targets 16.6 and 16.7", "16.6 16.7"),
        ("en", "SDG 16.7", "16.7"),
        ("en", "target 17.19", "17.19"),
        ("en", "SDG 5, 16 countries said", "5"),
        ("en", "Goal 3, 2020", "3"),
        ("fr", "ODD 11, objectif 5 et cible 16.7", "11 5 16.7"),
        ("fr", "les ODD 4, 5 et 13", "4 5 13"),
        ("es", "ODS 5 y meta 16.7, objetivos 4 y 5", "5 16.7 4 5"),
    ],
)
def test_goals_and_targets_named_by_number_are_found(code: str, text: str, values: str) -> None:
    assert [fact.value for fact in sdgs.find(text, lexicons()[code])] == values.split()


@pytest.mark.parametrize(
    "text",
    [
        "goal 2 of the project",
        "Goal 2 of the project",
        "indicator 16.7.1",
        "SDG 16.7.1",
        "SDG 18",
        "SDG 100",
        "target 5",
        "target 17.20",
        "target 1.f",
        "target 16.7% of it",
        "SDGs",
        "our goals 3 and 4",
        "SDG 0",
    ],
)
def test_other_numbers_are_no_goals(text: str) -> None:
    assert sdgs.find(text, EN) == ()


def test_the_first_number_is_quoted_with_its_word_and_the_others_alone() -> None:
    text = "On SDGs 4, 5 and 13"
    assert [fact.span.of(text) for fact in sdgs.find(text, EN)] == ["SDGs 4", "5", "13"]
    assert [fact.span.start for fact in sdgs.find(text, EN, 10)] == [13, 21, 27]


@given(
    st.integers(1, 17),
    st.sampled_from(["SDG ", "SDG", "Goal ", "Sustainable Development Goal "]),
    st.sampled_from(["", ".", " is", ")"]),
)
def test_every_goal_is_found_however_it_is_named(number: int, name: str, after: str) -> None:
    assert [fact.value for fact in sdgs.find(f"On {name}{number}{after}", EN)] == [str(number)]


WORDS = st.sampled_from([*"SDG SDGs Goal target ODS 1 5 16 17 18 16.7 16.b , / - and to % . n° #".split()])


@given(
    st.one_of(
        st.text(max_size=60), st.lists(WORDS, max_size=20).map(" ".join), st.lists(WORDS, max_size=20).map("".join)
    ),
    st.sampled_from(["en", "fr", "es"]),
)
def test_any_text_gives_real_goals_and_spans_that_hold_a_figure(text: str, code: str) -> None:
    for fact in sdgs.find(text, lexicons()[code]):
        assert 1 <= int(fact.value.partition(".")[0]) <= 17
        assert any(map(str.isdigit, fact.span.of(text)))


@pytest.mark.parametrize("unit", ["SDG ", "SDG 1, ", "SDG 1-", "1, ", "Goals 1 and ", "target 16.7 "])
def test_long_repetitive_lines_take_time_in_proportion(unit: str) -> None:
    start = time.process_time()
    sdgs.find((unit * 60_000)[:60_000], EN)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("SDGs 4 (schools), 5 (equality), and 17 (partnerships)", ["4", "5", "17"]),
        ("four other Goals (SDGs): 6 on clean water, 7 on energy, and 9 on roads.", ["6", "7"]),
        ("Related SDGs: 3, 7", ["3", "7"]),
    ],
)
def test_goals_of_a_list_may_be_explained_between_them(text: str, goals: list[str]) -> None:
    assert [fact.value for fact in sdgs.find(text, lexicons()["en"])][: len(goals)] == goals
