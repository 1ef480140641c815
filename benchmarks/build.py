"""How fast a build is, where the time goes, how memory grows, and the ratios to simpler ways, all in one run.

`python benchmarks/build.py [N ...]` builds N made-up reports for each N (10, 100 and 1,000 unless told otherwise), twice unchanged and once with one changed document.
Beside each it measures converting and writing alone: reading, extraction, derivation, inference and the four dumps as text, in one process, with no validation,
re-reading, compression, tables, links between documents, answers or pages. The plain way reads and converts the same reports, then uses rdflib for the graph, owlrl for
inference and one pySHACL run over the whole: what a script of forty lines would do. It runs on `--plain` documents (100 unless told otherwise).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import reports


def children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(command: list[str]) -> tuple[float, float, float, str]:
    """Run a command; return seconds on the clock, seconds of processor, peak memory in MiB of its largest process, and its output."""
    with tempfile.NamedTemporaryFile("r") as peak:
        start, before = time.perf_counter(), children_seconds()
        program = "import resource,subprocess,sys;r=subprocess.run(sys.argv[2:]);open(sys.argv[1],'w').write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss));sys.exit(r.returncode)"
        out = subprocess.run(
            [sys.executable, "-c", program, peak.name, *command], check=True, capture_output=True, text=True
        ).stdout
        return time.perf_counter() - start, children_seconds() - before, int(peak.read()) / 1024, out


def build(folder: Path, count: int) -> dict[str, float]:
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
        "--json",
    ]
    clock, _, peak, out = measured(command)
    again, _, _, _ = measured(command)
    _, floor, _, _ = measured([sys.executable, "-c", FLOOR, str(folder / "in"), str(folder / "floor")])
    (folder / "in" / "report-000000.txt").write_text(reports.report(count + 1), encoding="utf-8")
    one, _, _, _ = measured(command)
    told = json.loads(out)
    return {
        "clock": clock,
        "cpu": sum(told["stages"].values()),
        "peak": peak,
        "triples": told["triples"],
        "floor": floor,
        "again": again,
        "one": one,
        **{f"stage {name}": seconds for name, seconds in told["stages"].items()},
    }


FLOOR = """
import sys
from pathlib import Path
from forumgraph.config import Config
from forumgraph.graph.dumps import chunks
from forumgraph.graph.layers import layers
from forumgraph.making import Names, convert, known_names, read
names, base = Names(known_names()), Config().project.base
files = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    for syntax, text in chunks(layers(convert(read(path, path.name), names), base, check=False).graphs, base).items():
        files.setdefault(syntax, open(f"{sys.argv[2]}.{syntax}", "w", encoding="utf-8")).write(text)
"""

PLAIN = """
import sys, time
from pathlib import Path
import owlrl, pyshacl, rdflib
from forumgraph import ontology, shapes
from forumgraph.converters import convert
from forumgraph.converters.names import Names
from forumgraph.converters.reading import read
from forumgraph.graph.authority import known_names
from forumgraph.graph.mapping import state
names, data = Names(known_names()), rdflib.Dataset()
start = time.process_time()
for path in sorted(Path(sys.argv[1]).iterdir()):
    report = convert(read(path, path.name), names)
    triples = state(report).triples
    data.parse(data="".join(f"{s} {p} {o} <urn:{path.stem}> .\\n" for s, p, o in triples), format="nquads")
converted = time.process_time() - start
whole = rdflib.Graph()
for s, p, o, _ in data.quads():
    whole.add((s, p, o))
closed = whole + ontology.graph("forum", "alignments")
owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
pyshacl.validate(whole, shacl_graph=rdflib.Graph().parse(data=shapes.text(), format="turtle"), advanced=True)
data.serialize(sys.argv[2], format="trig")
print(converted)
"""


def show(count: int, row: dict[str, float]) -> None:
    stages = {name[6:]: seconds for name, seconds in row.items() if name.startswith("stage ")}
    print(
        f"\n{count} documents, {row['triples']:,.0f} triples: {row['clock']:.1f} s on the clock ({count / row['clock']:.1f} documents/s), "
        f"{row['cpu']:.1f} s of processor ({1000 * row['cpu'] / count:.1f} ms a document), peak of the main process {row['peak']:.0f} MiB"
    )
    print("  ms a document: " + ", ".join(f"{name} {1000 * seconds / count:.1f}" for name, seconds in stages.items()))
    print(
        f"  converting and writing alone: {row['floor']:.1f} s of processor; the build without pages takes {(row['cpu'] - stages.get('site', 0)) / row['floor']:.1f} times that, "
        f"with pages {row['cpu'] / row['floor']:.1f} times"
    )
    print(f"  nothing changed: {row['again']:.2f} s; one document changed: {row['one']:.1f} s on the clock", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[10, 100, 1000])
    parser.add_argument("--plain", type=int, default=100, help="documents for the plain way; 0 leaves it out")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}", flush=True)
    for count in options.counts:
        with tempfile.TemporaryDirectory() as folder:
            show(count, build(Path(folder), count))
    if options.plain:
        compare(options.plain)


def compare(count: int) -> None:
    """Measure the plain way and a build on the same documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports.write(folder / "in", count)
        clock, cpu, peak, out = measured([sys.executable, "-c", PLAIN, str(folder / "in"), str(folder / "plain.trig")])
        ours = build(folder / "ours", count)
    print(
        f"\nthe plain way, {count} documents: {cpu:.1f} s of processor, of which reading and converting {float(out):.1f} s, {clock:.1f} s on the clock, peak {peak:.0f} MiB"
    )
    alike = ours["cpu"] - ours["stage site"] - ours["stage answer"]
    print(
        f"  forumgraph on the same: {alike:.1f} s of processor without answers and pages, ratio {cpu / alike:.0f}; with them {ours['cpu']:.1f} s, ratio {cpu / ours['cpu']:.0f}"
    )


if __name__ == "__main__":
    main()
