"""The folder list is the architecture: imports run one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("converters", "graph", "ontology", "queries", "shapes")
MAY = {
    "converters": {"converters", "model", "errors", "findings", "zones"},
    "graph": {"graph", "ontology", "queries", "shapes", "model", "errors", "findings", "config", "zones"},
    "ontology": {"ontology", "errors"},
    "queries": {"queries", "errors"},
    "shapes": {"shapes", "errors"},
}
RDF = {"rdflib", "pyoxigraph", "pyshacl", "shacl", "owlrl"}
FILES = sorted(path for part in PARTS for path in (ROOT / part).glob("*.py"))


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_imports_run_one_way(path):
    part = path.parent.name
    for name in imported(path):
        top, _, rest = name.partition(".")
        assert top not in PARTS, f"{path} imports {name} by its bare name"
        if top == "forumgraph":
            assert rest.split(".")[0] in MAY[part] or rest == "__version__", f"{path} imports {name}"
        if part == "converters":
            assert top not in RDF, f"{path} imports {name}: converters know nothing of RDF"


def test_only_the_command_line_prints_or_exits():
    for path in [*FILES, *(ROOT / "forumgraph").glob("*.py")]:
        if path.name == "cli.py" or path.name.startswith("commands"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "exit", "sys.exit", "click.echo"}, f"{path}:{node.lineno} calls {called}"


def test_folders_are_flat_and_listed_in_the_project_file():
    import tomllib

    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    with_init = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert set(listed["package-dir"].values()) | {"forumgraph"} == with_init
    for part in PARTS:
        inner = [
            path
            for path in (ROOT / part).iterdir()
            if path.is_dir() and path.name not in {"__pycache__", "templates", "assets"}
        ]
        assert inner == []
        assert (ROOT / "forumgraph" / part).is_symlink()


def test_there_are_files_to_look_at():
    assert len(FILES) > 30
