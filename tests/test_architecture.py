"""The page that tells where things are names every file, once."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["converters", "graph", "forumgraph"])
def test_the_page_names_each_file_once_in_the_part_of_its_folder(folder: str) -> None:
    part = PAGE.split(f"## `{folder}/`")[1].split("\n## ")[0]
    named = Counter(re.findall(r"`([a-z][a-z0-9_]*)`", part))
    files = {path.stem for path in (ROOT / folder).glob("*.py") if not path.stem.startswith("__")}
    assert set(named) == files
    assert [name for name, times in named.items() if times > 1] == []
