"""How long it takes from the opening of the query page to its first answer, in headless Chromium with an empty profile.

    python benchmarks/querypage.py [--quads 50000] [--rounds 3]

Builds a publication of made-up reports with at least so many quads, and opens its query page from the folder and over HTTP from a host that only has
files. The clock is the browser's own, and begins with the navigation; the button is pressed as soon as the page can be used. The last row is the
first answer of the service worker, and one that comes after it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "tests"))

import reports
from browser import Browser
from querypages import hosted, opened_and_answered

ROOT = Path(__file__).parents[1]
FETCHED = """
const done = arguments[1], began = performance.now();
fetch("sparql?query=" + encodeURIComponent(arguments[0])).then((reply) => reply.json()).then((found) => {
  done([performance.now() - began, found.results.bindings[0].n.value]);
}, (error) => done([0, String(error)]));
"""
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
REGISTERED = "navigator.serviceWorker.controller !== null"


def publication(folder: Path, quads: int) -> tuple[Path, int]:
    """Build with more and more reports until there are so many quads."""
    count = max(quads // 4000, 1)
    while True:
        reports.write(folder / "in", count)
        command = [
            sys.executable,
            "-m",
            "forumgraph",
            "build",
            str(folder / "in"),
            "-o",
            str(folder / "out"),
            "--quiet",
        ]
        subprocess.run(command, check=True, cwd=ROOT)
        with (folder / "out/data/forumgraph.nq").open("rb") as file:
            found = sum(1 for _ in file)
        if found >= quads:
            return folder / "out", found
        count = count * quads // found + 1


def opened(url: str) -> tuple[float, str]:
    """Return milliseconds to the first answer in a browser that has seen nothing, and what the page says then."""
    with Browser() as browser:
        found: Any = opened_and_answered(browser, url)
        return found[0], found[1]


def endpoint(url: str) -> tuple[float, float]:
    """Return milliseconds of the service worker's first answer, and of its second."""
    with Browser() as browser:
        browser.open(url)
        browser.until(REGISTERED)
        return browser.wait(FETCHED, COUNT)[0], browser.wait(FETCHED, COUNT)[0]


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, quads = publication(Path(place), wanted.quads)
        size = (folder / "data/forumgraph.trig.gz").stat().st_size
        print(f"{quads:,} quads, {size / 1024:,.0f} KiB compressed")
        with hosted(folder) as address:
            for name, url in (
                ("from a folder", f"{folder.as_uri()}/sparql.html"),
                ("over HTTP", f"{address}sparql.html"),
            ):
                times = [opened(url) for _ in range(wanted.rounds)]
                print(f"{name}: {median(each for each, _ in times) / 1000:.2f} s to the first answer ({times[-1][1]})")
            first, second = zip(*(endpoint(f"{address}sparql.html") for _ in range(wanted.rounds)), strict=True)
            print(
                f"service worker: {median(first) / 1000:.2f} s to its first answer, then {median(second) / 1000:.2f} s"
            )


if __name__ == "__main__":
    main()
