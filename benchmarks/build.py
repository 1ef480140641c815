"""How fast a build is, where the time goes, how time and memory grow, and the ratios to simpler ways, all in one run.

`python benchmarks/build.py [N ...]` builds N made-up reports for each N (10, 100 and 1,000 unless told otherwise; `--large` adds 10,000), then again with nothing
changed, then with one changed document. Seconds of processor are those of all processes, the starting of Python included; memory is that of the largest process.

Beside each it measures converting and writing alone: reading, extraction, derivation, inference and the four dumps as text, in one process, with no validation,
re-reading, compression, tables, links between documents, answers or pages. The plain way reads and converts the same reports into an rdflib graph, has pySHACL
check the whole once with inference by owlrl, and writes four dumps: what a script of forty lines would do, without the triples that were inferred. It runs on `--plain` documents (100 unless told otherwise; 0 leaves it out).
"""

from __future__ import annotations

import argparse
import atexit
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
import reports

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG_AGO = 1_000_000_000
"""When the reports were written, in seconds: a file that was changed this moment is not taken for unchanged."""

WATCH = """
import ctypes, json, os, resource, subprocess, sys, time
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
start = time.perf_counter()
code = subprocess.run(sys.argv[2:]).returncode
clock = time.perf_counter() - start
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump({"clock": clock, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}, file)
sys.exit(code)
"""
"""Runs a command, and waits for all that it leaves: workers outlive it by a moment (PR_SET_CHILD_SUBREAPER)."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took.

    Attributes:
        clock: seconds on the clock.
        cpu: seconds of processor, of all its processes.
        peak: memory of its largest process, in MiB.
        out: what it printed.
    """

    clock: float
    cpu: float
    peak: float
    out: str


@lru_cache(maxsize=1)
def environment() -> Mapping[str, str]:
    """Return the environment of all that is measured: modules are compiled beforehand, as they are where a package is installed."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    found = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found["PYTHONPYCACHEPREFIX"] = folder.name
    for needed in ("forumgraph.build, forumgraph.ready, forumgraph.cli", "pyshacl, owlrl, rdflib"):
        subprocess.run([sys.executable, "-c", f"import {needed}"], check=True, env=found)
    return found


def measured(*command: str) -> Run:
    """Run a Python command line."""
    with tempfile.NamedTemporaryFile("r") as told:
        done = subprocess.run(
            [sys.executable, "-c", WATCH, told.name, sys.executable, *command],
            check=True,
            capture_output=True,
            text=True,
            env=environment(),
        )
        return Run(**json.load(told), out=done.stdout)


@dataclass(frozen=True, slots=True)
class Measured:
    """What builds of some documents took.

    Attributes:
        floor: converting and writing alone.
        whole: the first build; then `nothing` and `one` changed.
    """

    count: int
    floor: Run
    whole: Run
    nothing: Run
    one: Run

    @property
    def told(self) -> Mapping[str, float]:
        """What the first build told of itself."""
        found: Mapping[str, float] = json.loads(self.whole.out)
        return found

    @property
    def stages(self) -> Mapping[str, float]:
        """Seconds of processor by stage."""
        found: Mapping[str, float] = json.loads(self.whole.out)["stages"]
        return found

    @property
    def without_pages(self) -> float:
        """Seconds of processor of the first build but for its pages."""
        return self.whole.cpu - self.stages["site"]


def written(folder: Path, count: int) -> Path:
    """Write the reports, as if they had been there for long."""
    reports.write(folder, count)
    for path in folder.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def build(folder: Path, count: int) -> Measured:
    """Build `count` reports, and build them again."""
    documents = written(folder / "in", count)
    command = ("-m", "forumgraph", "build", str(documents), "-o", str(folder / "out"), "--quiet", "--json")
    whole, nothing = measured(*command), measured(*command)
    floor = measured("-c", FLOOR, str(documents), str(folder / "floor"))
    changed = documents / "report-000000.txt"
    changed.write_text(reports.report(count + 1), encoding="utf-8")
    os.utime(changed, (LONG_AGO + 1, LONG_AGO + 1))
    return Measured(count, floor, whole, nothing, measured(*command))


FLOOR = """
import gc, sys
from pathlib import Path
from forumgraph import pool
from forumgraph.config import Config
from forumgraph.graph.written.dumps import chunks
from forumgraph.graph.written.layers import layers
from forumgraph.making import Names, convert, known_names, read
gc.set_threshold(*pool.GARBAGE)  # as in every process of a build
names, base = Names(known_names()), Config().project.base
files = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    for syntax, text in chunks(layers(convert(read(path, path.name), names), base, check=False).graphs, base).items():
        files.setdefault(syntax, open(f"{sys.argv[2]}.{syntax}", "w", encoding="utf-8")).write(text)
"""

PLAIN = """
import sys, time
from pathlib import Path
import pyshacl, rdflib
from forumgraph import ontology, shapes
from forumgraph.config import Config
from forumgraph.graph.written.layers import layers
from forumgraph.making import Names, convert, known_names, read
names, base, data, whole = Names(known_names()), Config().project.base, rdflib.Dataset(), rdflib.Graph()
for path in sorted(Path(sys.argv[1]).iterdir()):
    for graph, triples in layers(convert(read(path, path.name), names), base, check=False).graphs:
        if "/inferred/" not in graph:
            data.parse(data="".join(f"{s} {p} {o} {graph} .\\n" for s, p, o in triples), format="nquads")
            whole.parse(data="".join(f"{s} {p} {o} .\\n" for s, p, o in triples), format="nt")
converted = time.process_time()
rules = rdflib.Graph().parse(data=shapes.text(), format="turtle")
pyshacl.validate(whole, shacl_graph=rules, ont_graph=ontology.graph("forum", "alignments"), inference="owlrl", advanced=True)
checked = time.process_time()
for form in ("nquads", "trig", "turtle", "json-ld"):
    (whole if form == "turtle" else data).serialize(f"{sys.argv[2]}.{form}", format=form)
print(converted, checked - converted, time.process_time() - checked)
"""


def show(row: Measured) -> None:
    """Print what builds of some documents took."""
    count, whole, stages = row.count, row.whole, row.stages
    print(
        f"\n{count:,} documents, {row.told['triples']:,} triples: {whole.clock:.1f} s on the clock ({count / whole.clock:.1f} documents/s), "
        f"{whole.cpu:.1f} s of processor ({1000 * whole.cpu / count:.0f} ms a document), largest process {whole.peak:.0f} MiB"
    )
    total = sum(stages.values())
    shares = (f"{name} {1000 * each / count:.1f} ms ({each / total:.0%})" for name, each in stages.items())
    print(f"  a document: {', '.join(shares)}; starting {whole.cpu - total:.1f} s")
    print(
        f"  converting and writing alone: {row.floor.cpu:.1f} s of processor; the build without pages takes {row.without_pages / row.floor.cpu:.1f} times that, "
        f"with pages {whole.cpu / row.floor.cpu:.1f} times"
    )
    for what, run in (("nothing changed", row.nothing), ("one document changed", row.one)):
        print(f"  {what}: {run.clock:.1f} s on the clock, {run.cpu:.1f} s of processor", flush=True)


def grown(rows: list[Measured]) -> None:
    """Print how all that grows, as the table of `docs/performance.md`."""
    print(
        "\n| documents | triples | on the clock | documents/s | processor a document | largest process | nothing changed | one changed | × converting and writing |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        cells = (
            f"{row.count:,}",
            f"{row.told['triples']:,}",
            f"{row.whole.clock:.1f} s",
            f"{row.count / row.whole.clock:.1f}",
            f"{1000 * row.whole.cpu / row.count:.0f} ms",
            f"{row.whole.peak:.0f} MiB",
            f"{row.nothing.clock:.1f} s",
            f"{row.one.clock:.1f} s",
            f"{row.without_pages / row.floor.cpu:.1f} (with pages {row.whole.cpu / row.floor.cpu:.1f})",
        )
        print(f"| {' | '.join(cells)} |", flush=True)


def compare(count: int, folder: Path) -> None:
    """Measure the plain way and a build on the same documents."""
    documents = written(folder / "in", count)
    plain = measured("-c", PLAIN, str(documents), str(folder / "plain.trig"))
    ours = build(folder / "ours", count)
    same, data = ours.floor.cpu + ours.stages["validate"], ours.without_pages - ours.stages["answer"]
    for what, seconds in (
        ("the same work (converting, inference, shapes, four dumps)", same),
        ("and compressing, re-reading, tables, links between documents", data),
        ("and answers and pages", ours.whole.cpu),
    ):
        print(f"  forumgraph, {what}: {seconds:.1f} s, {plain.cpu / seconds:.0f} times less", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[10, 100, 1000])
    parser.add_argument("--large", action="store_true", help="10,000 documents as well: over an hour, 33 GB of disk")
    parser.add_argument("--plain", type=int, default=100, help="documents for the plain way; 0 leaves it out")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}", flush=True)
    rows = []
    for count in [*options.counts, *([10_000] if options.large else [])]:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(build(Path(folder), count))
        show(rows[-1])
    grown(rows)
    if options.plain:
        with tempfile.TemporaryDirectory() as folder:
            compare(options.plain, Path(folder))


if __name__ == "__main__":
    main()
