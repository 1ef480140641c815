"""The main job, whole: files in, a publication out, the same bytes whatever the order, and nothing done twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from reviews import contents, in_this_process, report, three_reports

from forumgraph import making
from forumgraph.build import build as build_all
from forumgraph.build import convert
from forumgraph.config import Config, Project
from forumgraph.errors import NothingReadable, PublicationFailed
from forumgraph.graph.rdf.syntaxes import SYNTAXES
from forumgraph.pool import Outcome

build = partial(build_all, site=False)


def codes(summary):
    return {(finding.where.source, finding.code) for finding in summary.findings}


@pytest.fixture
def real_workers():
    return True


@pytest.fixture(autouse=True)
def _one_process(request, monkeypatch):
    """Work in this process and do not wait for the disk, but where a test wants the real thing."""
    monkeypatch.setattr("forumgraph.graph.described.publication._sync_all", lambda _folder: None)
    if "real_workers" not in request.fixturenames:
        monkeypatch.setattr("forumgraph.pool.run", in_this_process)


@pytest.fixture
def folder(tmp_path):
    return three_reports(tmp_path / "documents")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "publication"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the three reports once; most tests begin with a copy of that."""
    root = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("forumgraph.pool.run", in_this_process)
        build([three_reports(root / "documents")], root / "publication", Config())
    return root


@pytest.fixture
def published(built, folder, target):
    """The folder of reports with its publication and its cache."""
    for name in ("publication", ".publication.cache"):
        shutil.copytree(built / name, folder.parent / name)
    return target


@pytest.mark.usefixtures("real_workers")
def test_a_folder_of_reports_becomes_a_publication(folder, target):
    summary = build([folder], target, Config(), jobs=2)
    assert (summary.documents, summary.conforms, summary.unchanged, summary.made) == (3, True, False, 3)
    assert summary.published == target
    assert min(summary.sessions, summary.issues, summary.recommendations) >= 3
    files = contents(target)
    for syntax in SYNTAXES.values():
        assert f"data/forumgraph.{syntax.ending}" in files
        assert f"data/forumgraph.{syntax.ending}.gz" in files
    assert len([name for name in files if name.startswith("texts/")]) == 3
    assert len([name for name in files if name.startswith("coverage/")]) == 3
    named = "README.txt catalog.ttl coverage.csv findings.csv findings.json csv/datapackage.json csv/issues.csv"
    assert set(named.split()) <= files.keys()
    assert [name for name in files if name.startswith("answers/")]
    assert set(json.loads(files["manifest.json"])["files"]) == files.keys() - {"manifest.json"}
    assert {"read", "convert", "map", "infer", "validate", "write"} <= summary.stages.keys()


def test_a_second_run_opens_no_document_and_leaves_the_bytes(folder, target, monkeypatch):
    first = build([folder], target, Config())
    before, inode = contents(target), target.stat().st_ino
    monkeypatch.setattr("forumgraph.build.pool.run", lambda *_arguments, **_options: pytest.fail("a worker was asked"))
    second = build([folder], target, Config())
    assert second.unchanged
    assert (contents(target), target.stat().st_ino) == (before, inode)
    assert replace(second, unchanged=False, made=3, stages=first.stages) == first


def test_one_changed_document_costs_one_document(folder, published):
    report(folder, "2021.md", "Towns and rivers", date="8 July 2021", topic="rivers")
    summary = build([folder], published, Config())
    assert (summary.made, summary.documents, summary.unchanged) == (1, 3, False)
    assert "Towns and rivers" in (published / "csv/sessions.csv").read_text(encoding="utf-8")


def test_a_file_that_was_only_touched_costs_nothing(folder, published):
    before = contents(published)
    os.utime(folder / "2021.md")
    summary = build([folder], published, Config())
    assert (summary.made, summary.unchanged) == (0, True)
    assert contents(published) == before


def test_another_title_is_another_publication_of_the_same_documents(folder, published):
    summary = build([folder], published, Config(Project(title="Our meetings")))
    assert (summary.made, summary.unchanged) == (0, False)
    assert "Our meetings" in (published / "catalog.ttl").read_text(encoding="utf-8")


def test_a_publication_that_was_tampered_with_is_written_again(folder, published):
    before = contents(published)
    (published / "csv/issues.csv").write_text("nothing")
    summary = build([folder], published, Config())
    assert (summary.unchanged, summary.made) == (False, 0)
    assert contents(published) == before


def test_the_bytes_do_not_depend_on_the_order_the_cache_the_jobs_or_the_hash_seed(folder, target, tmp_path):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    build_all(files, target, Config())
    before = contents(target)
    other = tmp_path / "other"
    code = "import sys; from pathlib import Path; from forumgraph.build import build; from forumgraph.config import Config; build(map(Path, sys.argv[2:]), Path(sys.argv[1]), Config(), jobs=2)"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", code, str(other), *map(str, reversed(files))], check=True, env=environment)
    assert contents(other) == before


@pytest.mark.usefixtures("real_workers")
def test_a_document_that_cannot_be_read_costs_itself_alone(folder, target):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "junk.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and nothing more")
    summary = build([folder], target, Config(), jobs=2)
    assert summary.documents == 3
    assert ("empty.txt", "DOC001") in codes(summary)
    names = {"empty.txt", "junk.txt", "broken.docx"}
    assert {name for name, _ in codes(summary)} >= names
    assert {row["source"] for row in json.loads((target / "findings.json").read_bytes())} >= names


def test_documents_that_cannot_be_read_are_not_tried_again(folder, target):
    (folder / "empty.txt").write_bytes(b"")
    os.utime(folder / "empty.txt", ns=(1_500_000_000_123_456_789,) * 2)
    first = build([folder], target, Config())
    second = build([folder], target, Config())
    assert second.unchanged
    assert second.findings == first.findings


def test_a_document_that_breaks_a_shape_is_left_out_and_named(folder, target, monkeypatch):
    shapes = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix forum: <https://w3id.org/forumgraph/ontology#> .
        <urn:s#NotOnline> a sh:NodeShape ; sh:targetClass forum:Session ; sh:property <urn:s#title> .
        <urn:s#title> sh:path forum:title ; sh:pattern "^Towns and" ; sh:message "Not online" ."""
    monkeypatch.setattr("forumgraph.shapes.text", lambda: shapes)
    summary = build([folder], target, Config())
    assert (summary.documents, summary.conforms) == (2, False)
    (broken,) = [finding for finding in summary.findings if finding.code == "SHP001"]
    assert broken.where.source == "2022.txt"
    assert broken.where.line > 0
    assert "Towns online" not in (target / "data/forumgraph.nq").read_text(encoding="utf-8")


def test_a_worker_that_is_lost_costs_one_document(folder, target, monkeypatch):
    def lossy(work, tasks, limits, **options):
        for outcome in in_this_process(work, tasks, limits, **options):
            late = work is making.make_all and outcome.task.name == "2021.md"
            yield Outcome(outcome.task, None, "time") if late else outcome

    monkeypatch.setattr("forumgraph.build.pool.run", lossy)
    summary = build([folder], target, Config())
    assert summary.documents == 2
    assert ("2021.md", "DOC011") in codes(summary)


def test_nothing_to_read_leaves_the_publication(published, tmp_path):
    before = contents(published)
    (tmp_path / "nothing").mkdir()
    with pytest.raises(NothingReadable, match="no document"):
        build([tmp_path / "nothing"], published, Config())
    assert contents(published) == before


def test_nothing_readable_leaves_the_publication_and_says_why(published, tmp_path):
    before = contents(published)
    (tmp_path / "empty.txt").write_bytes(b"")
    summary = build([tmp_path / "empty.txt", tmp_path / "missing.txt"], published, Config())
    assert summary.published is None
    assert codes(summary) == {("empty.txt", "DOC001"), ("missing.txt", "DOC012")}
    assert contents(published) == before


def test_an_output_that_is_no_publication_is_refused_before_anything_is_read(folder, tmp_path):
    with pytest.raises(PublicationFailed, match="not a publication"):
        build([folder], tmp_path / "documents", Config())


def test_sources_leave_no_time_in_the_publication(folder, published, tmp_path):
    for path in folder.rglob("*.*"):
        os.utime(path)
    other = tmp_path / "other"
    build([folder], other, Config())
    assert contents(other) == contents(published)


@pytest.mark.usefixtures("real_workers")
def test_convert_gives_reports_in_the_order_of_names_and_findings(folder):
    (folder / "empty.txt").write_bytes(b"")
    outcomes = list(convert([folder], Config(), jobs=2, validate=True))
    assert [outcome.name for outcome in outcomes] == ["2019/Réunion à Valongo.md", "2021.md", "2022.txt", "empty.txt"]
    assert [outcome.report is not None for outcome in outcomes] == [True, True, True, False]
    assert outcomes[-1].findings[0].code == "DOC001"


def test_an_unexpected_error_is_a_finding_and_not_a_traceback(folder, target, monkeypatch):
    def convert_badly(document, _names):
        if document.source.name == "2021.md":
            raise RecursionError("too deep")
        return original(document, _names)

    original = making.convert
    monkeypatch.setattr(making, "convert", convert_badly)
    summary = build([folder], target, Config())
    assert summary.documents == 2
    assert ("2021.md", "DOC016") in codes(summary)


def test_every_row_of_the_coverage_is_true(published):
    for path in sorted((published / "coverage").iterdir()):
        told = json.loads(path.read_bytes())
        text = (published / "texts" / f"{told['document']}.txt").read_bytes().decode()
        assert told["sentences"] == len(told["list"]) > 5
        for row in told["list"]:
            assert text[row["start"] : row["end"]] == row["text"]
            assert ("used_by" in row) != ("reason" in row)


def test_progress_is_told(folder, target):
    told = []
    build([folder], target, Config(), progress=lambda stage, done, total: told.append((stage, done, total)))
    assert ("documents", 3, 3) in told
    assert told[-1] == ("publication", 3, 3)


def test_the_folder_may_be_given_relative_to_where_one_is(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert build([Path("documents")], Path("publication"), Config()).documents == 3
    assert build([folder], tmp_path / "publication", Config()).unchanged
