"""The answers of a publication: the same whether its store is in memory or on disk, and nothing left behind."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import reports

from forumgraph import asking
from forumgraph.graph.asked import questions
from forumgraph.graph.asked.questions import answer_all, open_asked
from forumgraph.graph.asked.store import DUMP, open_dump
from forumgraph.graph.described.publication import Staging
from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.written.layers import layers
from forumgraph.pool import Outcome
from forumgraph.queries import catalogue


@pytest.fixture
def staging(tmp_path):
    made = Staging(tmp_path)
    made.write(DUMP, whole(SYNTAXES["nquads"], layers(reports.report("a.txt"), BASE).graphs, BASE))
    return made


def in_this_process(work, tasks, _limits, **_options):
    return [Outcome(task, result) for task, result in zip(tasks, work(tasks, lambda _index: None), strict=True)]


@pytest.mark.parametrize(
    ("held", "names"), [(0, ["meetings", "unused-sentences"]), (questions.HELD, list(catalogue()))]
)
def test_a_store_for_each_question_gives_the_answers_of_one_for_all_and_the_dump_is_read_once(
    staging, tmp_path, monkeypatch, held, names
):
    monkeypatch.setattr(questions, "HELD", held)
    aside = tmp_path / "aside"
    aside.mkdir()
    (aside / "whole").touch()

    def told(*, large):
        tasks = [asking.Asked(staging.folder, name, aside, large) for name in names]
        return [row[:2] for row in asking.answer_all(tasks, lambda _index: None)]

    together = told(large=False)
    assert told(large=True) == together
    monkeypatch.setattr(questions.Spool, "fill", lambda *_: pytest.fail("the dump was read again"))
    assert told(large=True) == together
    assert sum(len(as_csv.splitlines()) > 1 for as_csv, _ in together) > len(names) / 5


@pytest.mark.parametrize("size", [0, asking.LARGE])
def test_questions_leave_nothing_but_answers(staging, monkeypatch, size):
    monkeypatch.setattr("forumgraph.pool.run", in_this_process)
    with asking.Answers(staging.folder, size) as answers:
        answers.ask()
        lost, seconds = answers.result()
    assert lost == ()
    assert seconds > 0
    assert {path.name for path in staging.folder.iterdir()} == {"data", "answers"}
    assert {f"answers/{path.name}" for path in (staging.folder / "answers").iterdir()} == answers.staging.files.keys()


@pytest.mark.parametrize("at_once", [1, 50_000, 2**25])
def test_a_dump_that_is_still_being_written_is_waited_for(staging, tmp_path, monkeypatch, at_once):
    monkeypatch.setattr("forumgraph.graph.asked.questions._AT_ONCE", at_once)
    dump, marker = staging.folder / DUMP, tmp_path / "whole"
    data, expected = dump.read_bytes(), open_asked(staging.folder)
    dump.unlink()
    with ThreadPoolExecutor(1) as threads:
        opened = threads.submit(open_asked, staging.folder, marker)
        with dump.open("wb", buffering=0) as file:
            for place in range(0, len(data), len(data) // 3):
                file.write(data[place : place + len(data) // 3])
                assert not opened.done()
                time.sleep(0.1)
        marker.touch()
        assert set(opened.result()) == set(expected)
    assert len(data) > 2 * 50_000


def test_all_questions_find_in_what_is_loaded_for_them_what_they_find_in_the_whole_dump(staging):
    loaded, whole_dump = open_asked(staging.folder), open_dump(staging.folder)
    assert 0 < len(loaded) < len(whole_dump)
    assert list(answer_all(loaded)) == list(answer_all(whole_dump))


def test_of_a_document_that_a_person_decided_on_everything_is_loaded(staging):
    dump = staging.folder / DUMP
    stated = next(line for line in dump.read_text("utf-8").splitlines() if "/graph/stated/" in line)
    decision = f"<urn:x:one> <urn:x:two> <urn:x:three> {stated.split()[-2].replace('/stated/', '/review/')} .\n"
    with dump.open("a", encoding="utf-8") as file:
        file.write(decision)
    assert set(open_asked(staging.folder)) == set(open_dump(staging.folder))
