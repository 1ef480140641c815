"""The page that tells where things are names every file, once, in the part of its folder, and tests stand in folders of the same names."""

import re
from collections import Counter

import pytest
from paths import ROOT, TESTS

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PARTS = ("converters", "graph", "forumgraph")
FOLDERS = [
    *PARTS,
    *(f"{part}/{path.parent.name}" for part in PARTS[:2] for path in (ROOT / part).glob("*/__init__.py")),
]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_page_names_each_file_once_in_the_part_of_its_folder(folder: str) -> None:
    part = re.split(r"\n##+ ", PAGE.split(f"# `{folder}/`")[1])[0]
    named = Counter(re.findall(r"`([a-z][a-z0-9_]*)`", part))
    files = {path.stem for path in (ROOT / folder).glob("*.py") if not path.stem.startswith("__")}
    assert set(named) == files
    assert [name for name, times in named.items() if times > 1] == []


def test_the_page_has_no_part_for_a_folder_that_is_not_there() -> None:
    assert sorted(re.findall(r"\n##+ `([a-z/]+)/`", PAGE)) == sorted(FOLDERS)


@pytest.mark.parametrize("part", PARTS[:2])
def test_tests_of_a_folder_stand_in_a_folder_of_its_name(part: str) -> None:
    assert {f"{part}/{path.parent.name}" for path in (TESTS / part).rglob("test_*.py")} <= set(FOLDERS)
    assert list((TESTS / part).glob("*.py")) == []
