"""A publication of the sample documents in real stores, pushed and loaded in bulk: every question has the same rows everywhere.

rdflib and pyoxigraph are compared in test_answers. The kits of stores that are not here are only looked at.
"""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from answers import by_oxigraph, comparable, publication
from click.testing import CliRunner
from rdflib import Graph
from storeservers import VIRTUOSO_PASSWORD, ask, free_port, oxigraph, oxigraph_program, started, virtuoso

from forumgraph.cli import main
from forumgraph.graph.served.stores import KNOWN
from forumgraph.queries import catalogue

EXCEPTIONS: dict[tuple[str, str], str] = {}
"""Questions by store and name that have other rows there, each with the reason why that is right."""

needs_oxigraph = pytest.mark.skipif(not oxigraph_program(), reason="the program oxigraph is not installed (PyPI)")
needs_virtuoso = pytest.mark.skipif(
    not shutil.which("virtuoso-t"), reason="virtuoso-t is not installed (Debian: virtuoso-opensource-7-bin)"
)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return publication(tmp_path_factory.mktemp("stores"))


@pytest.fixture(scope="module")
def answers(published):
    return by_oxigraph(published)


def run(*words, **environment):
    done = CliRunner(env=environment).invoke(main, [str(word) for word in words], catch_exceptions=False)
    assert VIRTUOSO_PASSWORD not in done.output.replace("dba < load", "")
    return done


def push_twice(published, url, *options, **environment):
    first = run("push", published, url, *options, **environment)
    assert first.exit_code == 0, first.output
    assert " 0 unchanged, 0 deleted" in first.output
    second = run("push", published, url, *options, **environment)
    assert second.output.startswith("0 graphs sent (0 triples), "), second.output


def others(store, url, answers):
    """Return the questions that have other rows at an endpoint."""
    found = {}
    for name, query in catalogue().items():
        rows, expected = ask(url, query.text), list(answers[name].rows)
        ordered = [row[0] for row in rows] == [row[0] for row in expected]
        if comparable(rows) != comparable(expected) or not ordered:
            found[name] = rows
    assert {(store, name) for name in found} == {key for key in EXCEPTIONS if key[0] == store}, found


@needs_oxigraph
@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--union-default-graph"]], ids=["no union", "union"])
def test_oxigraph_gives_the_same_answers(published, answers, tmp_path, options):
    with oxigraph(tmp_path, *options) as url:
        push_twice(published, url, "--store", "oxigraph")
        others("oxigraph", f"{url}/query", answers)
        run("push", published, url, "--store", "oxigraph", "--all")
        others("oxigraph", f"{url}/query", answers)


@needs_virtuoso
@pytest.mark.slow
def test_virtuoso_gives_the_same_answers(published, answers, tmp_path):
    with virtuoso(tmp_path) as (url, _):
        known = {"FORUMGRAPH_PASSWORD": VIRTUOSO_PASSWORD}
        push_twice(published, url, "--store", "virtuoso", "--user", "dba", **known)
        others("virtuoso", f"{url}/sparql", answers)
        wrong = run("push", published, url, "--store", "virtuoso", "--user", "dba", FORUMGRAPH_PASSWORD="other")  # noqa: S106 - a wrong one
        assert wrong.exit_code == 4


@needs_oxigraph
@pytest.mark.slow
def test_the_kit_for_oxigraph_does_what_it_says_and_takes_later_editions(published, answers, tmp_path):
    """Follow the README as a person would: every line of it that is a command, and the push it tells of."""
    kit, port = tmp_path / "kit", free_port()
    run("kit", "oxigraph", published, "-o", kit)
    readme = (kit / "README.txt").read_text("utf-8").replace("localhost:7878", f"127.0.0.1:{port}")
    *loading, serving = [line.split()[1:] for line in readme.splitlines() if line.startswith("oxigraph ")]
    assert [words[0] for words in loading] == ["load", "optimize"]
    for words in loading:
        subprocess.run([oxigraph_program(), *words], check=True, capture_output=True, cwd=kit)
    with started([oxigraph_program(), *serving], port, kit) as url:
        assert run("push", published, url, "--store", "oxigraph").output.startswith("0 graphs sent")
        assert not run("push", published, url, "--store", "oxigraph", "--all").output.startswith("0 graphs sent")
        others("oxigraph", f"{url}/query", answers)


def test_no_web_page_may_write_into_a_store_that_takes_updates(kits):
    steps = (kits / "oxigraph/README.txt").read_text("utf-8").splitlines()
    assert [line for line in steps if line.startswith("oxigraph serve ")]
    assert not [line for line in steps if line.startswith("oxigraph serve ") and "--cors" in line]


def test_a_kit_leaves_no_place_in_its_addresses_open_that_it_decides_itself(kits):
    for store in ("fuseki", "graphdb", "rdf4j"):
        readme = (kits / store / "README.txt").read_text("utf-8")
        assert "DATASET" not in readme
        assert "repositories/ID" not in readme
    assert "--user dba" in (kits / "virtuoso/README.txt").read_text("utf-8")


@needs_virtuoso
@pytest.mark.slow
def test_the_kit_for_virtuoso_loads_and_a_push_has_nothing_to_add(published, answers, tmp_path):
    kit = tmp_path / "kit's"
    run("kit", "virtuoso", published, "-o", kit)
    with virtuoso(tmp_path / "server", allowed=str(kit)) as (url, sql):
        with (kit / "load.isql").open("rb") as script:
            words = ["isql-vt", f"127.0.0.1:{sql}", "dba", VIRTUOSO_PASSWORD]
            done = subprocess.run(words, stdin=script, capture_output=True, check=True, text=True)
        assert "rows. --" in done.stdout.lower(), done.stdout + done.stderr
        known = {"FORUMGRAPH_PASSWORD": VIRTUOSO_PASSWORD}
        pushed = run("push", published, url, "--store", "virtuoso", "--user", "dba", **known)
        assert pushed.output.startswith("0 graphs sent"), pushed.output + done.stdout + done.stderr
        others("virtuoso", f"{url}/sparql", answers)


@pytest.fixture(scope="module")
def kits(published, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kits")
    for store in KNOWN:
        done = run("kit", store, published, "-o", folder / store)
        assert done.exit_code == 0, done.output
    return folder


def test_there_is_a_kit_for_every_store_and_its_files_are_read(kits):
    for store in KNOWN:
        names = {path.name for path in (kits / store).iterdir()}
        assert {"forumgraph.nq", "README.txt"} <= names
        readme = (kits / store / "README.txt").read_text("utf-8")
        assert f"--store {store}" in readme
        assert all(name in readme for name in names - {"README.txt"})
    assert len(Graph().parse(kits / "fuseki/fuseki.ttl")) > 10
    assert len(Graph().parse(kits / "graphdb/repository.ttl")) > 5
    assert f"ld_dir ('{kits}/virtuoso'" in (kits / "virtuoso/load.isql").read_text("utf-8")
    assert json.loads((kits / "neptune/load.json").read_text("utf-8"))["format"] == "nquads"


def test_the_quads_of_a_kit_are_those_of_the_publication_and_the_record(kits, published):
    quads = (published / "data/forumgraph.nq").read_bytes()
    kit = (kits / "qlever/forumgraph.nq").read_bytes()
    rest = [line for line in kit.splitlines() if b"/graph/push-record> ." in line]
    assert sorted(kit.splitlines()) == sorted([*quads.splitlines(), *rest])
    assert rest


def test_a_kit_is_not_written_into_a_publication(published):
    assert run("kit", "qlever", published, "-o", published / "kit").exit_code == 2
