"""What the README shows is what the commands say."""

import csv
import re

from paths import ROOT, TESTS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_answer_in_the_readme_is_the_answer() -> None:
    with (TESTS / "queries" / "asked-of.csv").open(encoding="utf-8", newline="") as file:
        expected = [(row["date"], row["strength"], row["source"]) for row in csv.DictReader(file)]
    shown = README.split("$ forumgraph ask asked-of\n")[1].split("```")[0]
    assert re.findall(r"(?m)^(\d{4}-\d\d-\d\d)  .*  (\w+)\s+(\S+)$", shown) == expected
