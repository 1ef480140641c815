"""Every question has the answer that a person judged right, from two engines, whether or not the default graph is the union of the others.

`python tests/expect.py` writes the expected answers anew and prints what changes.
"""

from __future__ import annotations

import csv

import pytest
from answers import EXPECTED, ROOT, build_here, by_oxigraph, by_rdflib, comparable, dataset, publication, readable

from forumgraph.graph.asked.questions import answer
from forumgraph.graph.asked.store import open_dump
from forumgraph.queries import catalogue, question

NAMES = sorted(catalogue())


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return publication(tmp_path_factory.mktemp("answers"))


@pytest.fixture(scope="module")
def answers(published):
    return by_oxigraph(published)


@pytest.fixture(scope="module")
def answers_without_union(published):
    return by_oxigraph(published, union=False)


def expected(name):
    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][1:]


def test_there_are_at_least_thirty_questions_and_each_has_an_expected_answer():
    assert len(NAMES) >= 30
    assert [path.stem for path in sorted(EXPECTED.glob("*.csv"))] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_question_has_the_expected_answer(answers, name):
    assert readable(answers[name]) == (EXPECTED / f"{name}.csv").read_text("utf-8"), "run python tests/expect.py"


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_does_not_depend_on_the_default_graph(answers, answers_without_union, name):
    assert answers_without_union[name] == answers[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_question_has_an_answer_on_the_samples(name):
    assert expected(name)


@pytest.mark.slow
@pytest.mark.parametrize("union", [True, False], ids=["union", "no union"])
def test_rdflib_gives_the_same_answers(published, answers, union):
    graphs = dataset(published, union=union)
    told = {name: comparable(by_rdflib(graphs, question(name))) for name in NAMES}
    assert [name for name in NAMES if told[name] != comparable(answers[name].rows)] == []


REPORT = """# {title}

{day} July 2023, 10:00-11:30, {venue}

Organised by the Local Authorities Major Group (LAMG).

## Issues discussed

1. Small towns lack money for water.

## Recommendations

1. Governments should publish their budgets.
"""


@pytest.mark.parametrize(
    ("other", "row"),
    [
        ({"day": "13"}, ("date", "a.md", "2023-07-12", "b.md", "2023-07-13", "Towns and water")),
        (
            {"title": "Water for small towns"},
            ("name", "a.md", "Towns and water", "b.md", "Water for small towns", "2023-07-12"),
        ),
        (
            {"venue": "Conference Room 7, New York"},
            ("venue", "a.md", "Conference Room 4", "b.md", "Conference Room 7", "Towns and water"),
        ),
        ({}, None),
    ],
)
def test_two_reports_of_one_meeting_that_differ_are_told_with_what_each_says(tmp_path, other, row):
    told = {"title": "Towns and water", "day": "12", "venue": "Conference Room 4, New York"}
    for name, fields in (("a.md", told), ("b.md", told | other)):
        (tmp_path / name).write_text(REPORT.format(**fields), encoding="utf-8")
    build_here([tmp_path / "a.md", tmp_path / "b.md"], tmp_path / "publication")
    rows = answer(open_dump(tmp_path / "publication"), question("contradictions")).rows
    assert [tuple(each) for each in rows] == ([row] if row else [])


def test_a_meeting_beside_the_several_of_a_programme_is_no_other_name_for_one_of_them(tmp_path):
    told = REPORT.replace("Local Authorities Major Group (LAMG)", "UN DESA").replace("2023", "2021")
    (tmp_path / "a.md").write_text(told.format(title="Towns and water", day="8", venue="New York"), encoding="utf-8")
    days = ROOT / "documents" / "2021-07-08-stakeholder-days.docx"
    build_here([days, tmp_path / "a.md"], tmp_path / "publication")
    store = open_dump(tmp_path / "publication")
    assert len({row[1] for row in answer(store, question("meetings")).rows if row[0] == "2021-07-08"}) == 3
    assert not answer(store, question("contradictions")).rows


def test_the_organisers_are_told_only_of_what_nobody_is_named_for(tmp_path):
    said = "The Women's Major Group said that data of water utilities are hidden from towns."
    asked = "Governments should give rural towns clean water taps and pumps."
    for year in (2022, 2023):
        text = f"Report of the workshop on water, 3 May {year}, Nairobi\n\nOrganizers: UN-Habitat\nParticipants: Women's Major Group\n"
        (tmp_path / f"{year}.txt").write_text(
            f"{text}\nDiscussion\n\n{said}\n\nRecommendations\n\n- {asked}\n", "utf-8"
        )
    build_here([tmp_path / "2022.txt", tmp_path / "2023.txt"], tmp_path / "publication")
    rows = answer(open_dump(tmp_path / "publication"), question("first-to-ask")).rows
    assert sorted(row[3] for row in rows) == ["UN-Habitat", "Women's Major Group"]
