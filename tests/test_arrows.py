"""The folder list is the architecture: imports run one way."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from paths import ROOT

PARTS = ("converters", "graph", "ontology", "queries", "shapes")
MAY = {
    "converters": {"converters", "model", "errors", "findings", "zones"},
    "graph": {"graph", "ontology", "queries", "shapes", "model", "errors", "findings", "config", "zones"},
    "ontology": {"ontology", "errors"},
    "queries": {"queries", "errors"},
    "shapes": {"shapes", "errors"},
}
RDF = {"rdflib", "pyoxigraph", "pyshacl", "shacl", "owlrl"}
FILES = sorted(path for part in PARTS for path in (ROOT / part).rglob("*.py"))
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ORDER = {part: re.findall(rf"\n### `{part}/([a-z]+)/`", PAGE) for part in ("converters", "graph")}
"""The folders of a part as the page on the architecture names them: each knows those before it."""


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield from (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module == "forumgraph"
                else {node.module}
            )


def part_of(path):
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_run_one_way(path):
    part = part_of(path)
    for name in imported(path):
        top, _, rest = name.partition(".")
        assert top not in PARTS, f"{path} imports {name} by its bare name"
        if top == "forumgraph":
            assert rest.split(".")[0] in MAY[part] or rest == "__version__", f"{path} imports {name}"
        if part == "converters":
            assert top not in RDF, f"{path} imports {name}: converters know nothing of RDF"


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.parent.name in ORDER.get(part_of(path), ())],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_a_folder_knows_only_those_before_it(path):
    part, own = part_of(path), path.parent.name
    known = ORDER[part][: ORDER[part].index(own) + 1]
    for name in imported(path):
        if name.startswith(f"forumgraph.{part}"):
            assert name.split(".")[2] in known, f"{path} imports {name}: {own} knows only {known}"


def test_only_the_command_line_prints_or_exits():
    for path in [*FILES, *(ROOT / "forumgraph").glob("*.py")]:
        if path.name == "cli.py" or path.name.startswith("commands"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "exit", "sys.exit", "click.echo"}, f"{path}:{node.lineno} calls {called}"


def test_folders_are_flat_and_listed_in_the_project_file():
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    with_init = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert set(listed["package-dir"].values()) | {"forumgraph"} == with_init
    folders = {path.parent.relative_to(ROOT) for part in PARTS for path in (ROOT / part).rglob("*.py")}
    assert {folder.as_posix() for folder in folders} == {
        name.removeprefix("forumgraph.").replace(".", "/") for name in listed["packages"] if name != "forumgraph"
    }
    for part in PARTS:
        inner = {folder.name for folder in folders if len(folder.parts) > 1 and folder.parts[0] == part}
        assert inner == set(ORDER.get(part, ()))
        assert all(len(folder.parts) < 3 for folder in folders)
        assert (ROOT / "forumgraph" / part).is_symlink()


def test_there_are_files_to_look_at():
    assert len(FILES) > 30
