"""The package as it is installed elsewhere: built, put into an empty environment, run, and compared with the tree."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile

import pytest
from paths import ROOT

PARTS = ("converters", "graph", "ontology", "queries", "shapes")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def tracked():
    """Return the files that belong into the wheel, by the names they have there."""
    out = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "--", "forumgraph", *PARTS], check=True, capture_output=True, text=True
    ).stdout
    names = [name for name in out.splitlines() if not (ROOT / name).is_symlink()]
    return {name if name.startswith("forumgraph/") else f"forumgraph/{name}" for name in names}


@pytest.mark.slow
def test_the_wheel_holds_just_the_tracked_files(wheel):
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert inside == tracked()


@pytest.mark.slow
def test_the_wheel_runs_in_an_empty_environment(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True, cwd=tmp_path
    )
    command = tmp_path / "env" / "bin" / "forumgraph"
    assert (
        "Usage" in subprocess.run([command, "--help"], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    )
    report = ROOT / "documents" / "2022-02-02-local-partnerships-spotlight.md"
    told = subprocess.run([command, "convert", report], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert '"2022-02-02"' in told
    built = subprocess.run(
        [command, "build", ROOT / "documents", "-o", tmp_path / "out"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    ).stdout
    assert "The shapes hold." in built
