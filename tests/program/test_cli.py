"""The command line as its users meet it: every example of every help text runs, every exit status is the one that is promised."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from paths import ROOT, TESTS
from rdflib import Graph, Namespace

from forumgraph.cli import main

COMMANDS = sorted(main.commands)
RESULTS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
SAMPLES = len(list((ROOT / "documents").iterdir()))
NOT_RUN_HERE = {
    "serve": "graph/served/test_served_files.py",  # runs until it is stopped
    "push": "graph/served/test_push.py",  # needs a store
}


def run(*words):
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def examples(command):
    """The examples of a command; of the whole program where it has no name."""
    epilog = (main.commands[command] if command else main).epilog or ""
    return [line.strip() for line in epilog.splitlines() if line.strip().startswith("forumgraph ")]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder as a user has it: documents, a publication, the questions, two more reports."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / "documents", folder / "documents")
    shutil.copytree(ROOT / "queries", folder / "queries")
    shutil.copy(ROOT / "documents" / "2018-07-08-mgos-preparatory-meeting.docx", folder / "report.docx")
    shutil.copy(ROOT / "documents" / "2024-07-07-notes-mgos.txt", folder / "notes.txt")
    built = run("build", folder / "documents", "-o", folder / "publication")
    assert built.exit_code == 0, built.output
    shutil.copytree(folder / "publication", folder / "publication-2025")
    (folder / "unbis.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<http://example.org/1> a skos:Concept ; skos:prefLabel "national reviews"@en .\n',
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_text_ends_with_examples(command):
    assert len(examples(command)) >= 1
    shown = run(*filter(None, [command]), "--help").output
    assert shown.rstrip().endswith(examples(command)[-1])


def test_the_list_of_commands_says_of_each_what_it_does_in_one_line_of_a_narrow_screen():
    told = run("--help").output.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert sorted(line.split()[0] for line in told) == COMMANDS
    assert all(line.endswith(".") and not line.endswith("...") and len(line) < 80 for line in told)


@pytest.mark.parametrize("example", [line for command in ["", *COMMANDS] for line in examples(command)])
def test_every_example_runs(example, workplace, monkeypatch):
    command = shlex.split(example)[1]
    if command in NOT_RUN_HERE:
        assert (TESTS / NOT_RUN_HERE[command]).is_file()
        return
    monkeypatch.chdir(workplace)
    Path("forumgraph.toml").unlink(missing_ok=True)
    done = run(*shlex.split(example)[1:])
    Path("forumgraph.toml").unlink(missing_ok=True)
    assert done.exit_code in {0, 1}, done.output
    assert done.exit_code == 0 or "--fail-on warning" in example


def test_the_build_says_where_how_much_and_whether_the_shapes_hold(workplace):
    done = run("build", workplace / "documents", "-o", workplace / "publication")
    assert re.search(
        rf"{SAMPLES} documents, \d+ sessions, \d+ actors, \d+ issues, \d+ recommendations, \d+ demands?, \d+ triples",
        done.output,
    )
    assert "The shapes hold." in done.output


def test_json_summaries_and_findings_parse(workplace):
    done = run("build", workplace / "documents", "-o", workplace / "publication", "--json", "--quiet")
    assert json.loads(done.stdout)["documents"] == SAMPLES
    checked = run("check", workplace / "documents", "--format", "json")
    assert {row["code"] for row in json.loads(checked.stdout)} >= {"REP001"}


def test_findings_name_files_by_the_paths_that_were_given(workplace, monkeypatch):
    monkeypatch.chdir(workplace)
    Path("odd").mkdir()
    Path("odd/empty.txt").write_bytes(b"")
    Path("odd/away.txt").symlink_to("nowhere")
    assert {each.split(" ")[0] for each in run("check", "odd").stdout.splitlines() if each[0] != " "} == {
        "odd/empty.txt",
        "odd/away.txt",
    }
    assert "file=odd/empty.txt," in run("check", "odd", "--format", "github").stdout


def test_one_document_converts_to_an_object_and_several_to_a_list(workplace):
    one = run("convert", workplace / "report.docx")
    assert json.loads(one.stdout)["sessions"][0]["date"] == "2018-07-08"
    assert len(json.loads(run("convert", workplace / "report.docx", workplace / "notes.txt").stdout)) == 2


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
def test_a_document_converts_to_each_syntax(workplace, form):
    import pyoxigraph

    formats = {"turtle": "TURTLE", "trig": "TRIG", "nquads": "N_QUADS", "jsonld": "JSON_LD"}
    done = run("convert", workplace / "report.docx", "--to", form)
    quads = list(pyoxigraph.parse(done.stdout, format=getattr(pyoxigraph.RdfFormat, formats[form])))
    assert len(quads) > 100


def test_an_answer_without_rows_says_what_narrowed_it(workplace):
    where = ("-p", workplace / "publication")
    assert "    --asked: who is asked, or a part of the name (unless given: UN system)\n" in run("ask").stdout
    assert run("ask", "asked-of", "--asked", "the moon", *where).stderr.endswith(
        "Nothing was found with --asked 'the moon'; give another value\n"
    )
    assert "Nothing was found" not in run("ask", "meetings", *where).stderr


def test_answers_come_in_four_forms(workplace):
    where = ("-p", workplace / "publication")
    graph = Graph().parse(data=run("ask", "meetings", *where, "--format", "turtle").stdout, format="turtle")
    rows = json.loads(run("ask", "meetings", *where, "--format", "json").stdout)
    assert len(rows) >= SAMPLES
    assert len(set(graph.subjects(RESULTS["index"]))) == len(rows)
    assert {str(each) for each in graph.objects(None, RESULTS.value)} - {""} == {
        word for row in rows for word in row.values() if word
    }
    assert run("ask", "meetings", *where, "--format", "csv").stdout.splitlines()[0].startswith("date,meeting")
    assert "----" in run("ask", "meetings", *where).stdout


def test_a_parameter_narrows_the_answer(workplace):
    rows = json.loads(
        run("ask", "recommendations-by-sdg", "--goal", "16", "-p", workplace / "publication", "--format", "json").stdout
    )
    assert rows
    assert all(row["sdg"].split(".")[0] == "16" for row in rows)


BAD = [
    (["build", "EMPTY.txt", "-o", "out"], 3, "DOC001"),
    (["build", "JUNK.txt", "-o", "out"], 3, "DOC002"),
    (["build", "BROKEN.docx", "-o", "out"], 3, "DOC005"),
    (["build", "EMPTY.txt", "report.docx", "-o", "out2"], 1, "DOC001"),
    (["build", "nothing-here.txt", "-o", "out"], 3, "DOC012"),
    (["build", "report.docx", "-o", "file-in-the-way"], 2, "is a file"),
    (["build", "report.docx", "-o", "documents"], 4, "not a publication"),
    (["build", "report.docx", "-o", "/"], 4, "cannot be exchanged as a whole"),
    (["build", "report.docx"], 2, "--output"),
    (["build", "report.docx", "-o", "out", "--config", "wrong.toml"], 2, "wrong.toml:2"),
    (["convert", "EMPTY.txt"], 3, "DOC001"),
    (["ask", "no-such-question"], 2, "there is no question"),
    (["ask", "meetings", "-p", "documents"], 4, "is no publication"),
    (["ask", "meetings", "--colour", "red", "-p", "publication"], 2, "no parameter colour"),
    (["ask", "meetings", "stray", "-p", "publication"], 2, "not expected"),
    (["query", "update.rq", "-p", "publication"], 2, "not allowed"),
    (["query", "broken.rq", "-p", "publication"], 2, "does not parse"),
    (["query", "nothing.rq", "-p", "publication"], 0, "Nothing was found"),
    (["diff", "publication", "documents"], 4, "is missing"),
    (["explain", "XYZ999"], 2, "no finding"),
    (["check", "documents", "--fail-on", "info"], 1, "REP001"),
    (["check", "documents"], 0, "sentences used"),
]


@pytest.mark.parametrize(("words", "status", "told"), BAD, ids=[" ".join(row[0]) for row in BAD])
def test_exit_statuses_and_messages(words, status, told, workplace, monkeypatch):
    monkeypatch.chdir(workplace)
    Path("EMPTY.txt").write_bytes(b"")
    Path("JUNK.txt").write_bytes(bytes(range(256)) * 40)
    Path("BROKEN.docx").write_bytes(Path("report.docx").read_bytes()[:9000])
    Path("file-in-the-way").write_text("here", encoding="utf-8")
    Path("wrong.toml").write_text('[project]\nbase = "no IRI"\n', encoding="utf-8")
    Path("update.rq").write_text("DELETE WHERE { ?s ?p ?o }", encoding="utf-8")
    Path("nothing.rq").write_text("SELECT ?s { ?s <urn:no> ?o }", encoding="utf-8")
    Path("broken.rq").write_text("SELECT WHERE", encoding="utf-8")
    done = run(*words)
    assert done.exit_code == status, done.output
    assert told in done.output
    assert "Traceback" not in done.output


def test_a_name_with_spaces_and_letters_of_all_scripts_is_read(tmp_path):
    odd = tmp_path / "Bericht – Überblick 会议 №1.txt"
    odd.write_text((ROOT / "documents" / "2024-07-07-notes-mgos.txt").read_text(encoding="utf-8"), encoding="utf-8")
    done = run("build", odd, "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_one_bad_document_does_not_stop_the_others(workplace, tmp_path):
    shutil.copytree(workplace / "documents", tmp_path / "in")
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "large.txt").write_bytes(b"words and words\n" * 3_300_000)
    done = run("build", tmp_path / "in", "-o", tmp_path / "out", "--json", "--max-size", 40_000_000)
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert told["documents"] == SAMPLES
    assert {row["code"] for row in told["findings"] if row["severity"] == "violation"} == {"DOC001", "DOC006"}


def test_help_does_not_load_what_is_heavy():
    code = "import sys, forumgraph.cli; print(sorted({m.split('.')[0] for m in sys.modules} & {'rdflib', 'pyoxigraph', 'pyshacl', 'lxml', 'docx', 'owlrl', 'jinja2'}))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_explain_lists_every_code_and_tells_one():
    assert "REP004" in run("explain").output
    assert "What to do:" in run("explain", "rep004").output


def test_init_writes_a_configuration_that_builds_and_does_not_overwrite(workplace, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("init").exit_code == 0
    assert run("init").exit_code == 2
    assert run("build", workplace / "notes.txt", "-o", "out").exit_code == 0


def test_a_second_build_with_nothing_changed_says_so_and_writes_nothing(workplace):
    def written():
        found = (workplace / "publication", *(workplace / "publication").rglob("*"))
        return {(path, path.stat().st_ino, path.stat().st_mtime_ns) for path in found}

    before = written()
    done = run("build", workplace / "documents", "-o", workplace / "publication")
    assert "Nothing has changed" in done.output
    assert written() == before


def test_a_query_that_does_not_parse_is_told_in_one_short_line(workplace):
    (workplace / "bad.rq").write_text("SELECT * WHERE { ?s ?p", encoding="utf-8")
    done = CliRunner().invoke(main, ["query", str(workplace / "bad.rq"), "-p", str(workplace / "publication")])
    assert done.exit_code == 2
    assert done.stderr.startswith("forumgraph: the query does not parse: error at 1:")
    assert len(done.stderr.splitlines()) == 1
    assert len(done.stderr) < 300


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_ends_all_processes_in_one_line(tmp_path):
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"Meeting {number}\n" + "It was said that water is scarce.\n" * 3000)
    words = [sys.executable, "-m", "forumgraph", "build", str(tmp_path), "-o", str(tmp_path / "out" / "publication")]
    running = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=ROOT)
    while not (tmp_path / "out" / ".publication.lock").exists():
        time.sleep(0.05)
    time.sleep(0.5)  # the process that workers are forked from is being made
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate(timeout=60)[1]
    assert (running.returncode, told) == (130, "\nforumgraph: interrupted; what was published is as it was\n")
    assert not (tmp_path / "out" / "publication").exists()
