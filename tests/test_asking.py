"""The answers of a publication: the same whether its store is in memory or on disk, and nothing left behind."""

from __future__ import annotations

import pytest
import reports

from forumgraph import asking
from forumgraph.graph.identifiers import BASE
from forumgraph.graph.layers import layers
from forumgraph.graph.publication import Staging
from forumgraph.graph.questions import answer_all, open_asked
from forumgraph.graph.store import DUMP, open_dump
from forumgraph.graph.syntaxes import SYNTAXES, whole
from forumgraph.pool import Outcome


@pytest.fixture
def staging(tmp_path):
    made = Staging(tmp_path)
    made.write(DUMP, whole(SYNTAXES["nquads"], layers(reports.report("a.txt"), BASE).graphs, BASE))
    return made


def in_this_process(work, tasks, _limits, **_options):
    return [Outcome(task, result) for task, result in zip(tasks, work(tasks, lambda _index: None), strict=True)]


def test_a_store_on_disk_gives_the_answers_of_one_in_memory_and_is_loaded_once(staging, tmp_path, monkeypatch):
    tasks = [asking.Asked(staging.folder, name, tmp_path / "aside") for name in ("meetings", "actors-most-present")]
    (tmp_path / "aside").mkdir()

    def told():
        return [row[:2] for row in asking.answer_all(tasks, lambda _index: None)]

    in_memory = told()
    monkeypatch.setattr(asking, "LARGE", 0)
    assert told() == in_memory
    monkeypatch.setattr(asking, "open_asked", lambda *_: pytest.fail("the dump was loaded again"))
    assert told() == in_memory
    assert len(in_memory[0][0].splitlines()) > 1


def test_questions_leave_nothing_but_answers(staging, monkeypatch):
    monkeypatch.setattr(asking, "LARGE", 0)
    monkeypatch.setattr("forumgraph.pool.run", in_this_process)
    lost, seconds = asking.answered(staging)
    assert lost == ()
    assert seconds > 0
    assert {path.name for path in staging.folder.iterdir()} == {"data", "answers"}
    assert {f"answers/{path.name}" for path in (staging.folder / "answers").iterdir()} == staging.files.keys() - {DUMP}


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
