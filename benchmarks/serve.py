"""Requests per second and latency of `forumgraph serve`, beside oxigraph's own server on the same data in the same run.

    python benchmarks/serve.py PUBLICATION [--oxigraph PATH/TO/oxigraph] [--seconds 5] [--clients 32] [--rounds 3]

The load comes from another process, over kept connections, and shares the processors with the server. Rounds alternate between the servers, so that
whatever else runs on the machine meets both. The binary is in the wheel `oxigraph` of PyPI: `pip install oxigraph` into an environment of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote
from urllib.request import urlopen

from pyoxigraph import RdfFormat, parse

from forumgraph.queries import question

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTION = "asked-of"
NUMBER, COUNT = b"NNNNNNNNN", count()
JSON, TURTLE = "application/sparql-results+json", "text/turtle"


async def client(port: int, request: bytes, until: float, times: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(request.replace(NUMBER, b"%09d" % next(COUNT), 1))
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if b" 200 " not in head[:14]:
            raise SystemExit(head.decode())
        if b"transfer-encoding: chunked" in head:
            await reader.readuntil(b"0\r\n\r\n")
        else:
            await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
        times.append(time.perf_counter() - began)
    writer.close()


async def load(port: int, path: str, accept: str, clients: int, seconds: float) -> dict[str, float]:
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: {accept}\r\n\r\n".encode()
    times: list[float] = []
    until = time.perf_counter() + seconds
    await asyncio.gather(*(client(port, request, until, times) for _ in range(clients)))
    times.sort()
    return {"rate": len(times) / seconds, "p50": times[len(times) // 2], "p99": times[int(len(times) * 0.99)]}


def measured(port: int, path: str, accept: str, clients: int, seconds: float) -> dict[str, float]:
    """Put the load on from a process of its own."""
    command = [sys.executable, __file__, "--load", json.dumps([port, path, accept, clients, seconds])]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@contextmanager
def started(command: list[str], port: int) -> Iterator[int]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} ended with status {process.returncode}")
            try:
                urlopen(f"http://127.0.0.1:{port}/", timeout=60).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def paths(publication: Path) -> list[tuple[str, str, str, str]]:
    """Return what is asked of ours and of oxigraph: a page, a resource in Turtle, a question of the catalogue."""
    about = sorted(publication.glob("session/*/*.ttl"))
    name = about[0].relative_to(publication).with_suffix("").as_posix()
    said = parse(path=str(publication / "catalog.ttl"), format=RdfFormat.TURTLE)
    base = next(quad.object.value for quad in said if quad.predicate.value.endswith("void#uriSpace"))
    asked = quote(question(QUESTION).text)
    described = quote(f"CONSTRUCT {{ <{base}{name}> ?p ?o }} WHERE {{ <{base}{name}> ?p ?o }}")
    return [
        ("page of a session", "ours", f"/{name}.html", "text/html"),
        ("resource in Turtle, a file", "ours", f"/{name}.ttl", TURTLE),
        ("resource in Turtle, by query", "ours", f"/sparql?query={described}", TURTLE),
        ("resource in Turtle, by query", "oxigraph", f"/query?query={described}", TURTLE),
        (f"question {QUESTION}", "ours", f"/sparql?query={asked}", JSON),
        (f"question {QUESTION}", "oxigraph", f"/query?query={asked}", JSON),
        (f"question {QUESTION}, never the same", "ours", f"/sparql?query=%23{NUMBER.decode()}%0A{asked}", JSON),
        (f"question {QUESTION}, never the same", "oxigraph", f"/query?query=%23{NUMBER.decode()}%0A{asked}", JSON),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("publication", type=Path)
    parser.add_argument("--oxigraph", help="the binary; left out, only ours is measured")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    ours, theirs = free_port(), free_port()
    serve = [sys.executable, "-m", "forumgraph", "serve", str(chosen.publication), "--port", str(ours), "--quiet"]
    rows = [row for row in paths(chosen.publication) if chosen.oxigraph or row[1] == "ours"]
    figures = {row[:2]: [] for row in rows}
    with tempfile.TemporaryDirectory() as store, started(serve, ours):
        if chosen.oxigraph:
            dump = str(chosen.publication / "data" / "forumgraph.nq")
            subprocess.run([chosen.oxigraph, "load", "-l", store, "-f", dump], check=True, capture_output=True)
        other = [chosen.oxigraph, "serve-read-only", "-l", store, "-b", f"127.0.0.1:{theirs}", "--union-default-graph"]
        with started(other if chosen.oxigraph else ["sleep", "100000"], theirs if chosen.oxigraph else ours):
            for _ in range(chosen.rounds):
                for what, whose, path, accept in rows:
                    port = ours if whose == "ours" else theirs
                    figures[what, whose].append(measured(port, path, accept, chosen.clients, chosen.seconds))
    print(
        f"| {chosen.clients} clients, {chosen.rounds} rounds of {chosen.seconds:g} s, medians | server | requests/s | p50 | p99 |"
    )
    print("|---|---|---|---|---|")
    for (what, whose), rounds in figures.items():
        rate, p50, p99 = (median(each[key] for each in rounds) for key in ("rate", "p50", "p99"))
        print(f"| {what} | {whose} | {rate:.0f} | {p50 * 1000:.1f} ms | {p99 * 1000:.1f} ms |")


if __name__ == "__main__":
    if "--load" in sys.argv:
        print(json.dumps(asyncio.run(load(*json.loads(sys.argv[-1])))))
    else:
        main()
