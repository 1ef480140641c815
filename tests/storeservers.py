"""Stores to push to: one of our own that remembers what it was asked, and real ones that are started on loopback and stopped."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

BASE = "https://example.org/data/graph/"
USER, SECRET = "librarian", "s3cret-of-the-house"


def publication(folder, graphs):
    """Write a small publication; graphs are lines of N-Triples by name."""
    lines = [
        f"{line.removesuffix(' .')} <{BASE}{name}> .\n" for name in sorted(graphs) for line in graphs[name].splitlines()
    ]
    dump = "".join(lines).encode()
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data/forumgraph.nq").write_bytes(dump)
    files = {"data/forumgraph.nq": {"bytes": len(dump), "sha256": hashlib.sha256(dump).hexdigest()}}
    sealed = {"format": "https://w3id.org/forumgraph/publication/1", "files": files}
    (folder / "manifest.json").write_text(json.dumps(sealed), encoding="utf-8")
    return folder


class Store(ThreadingHTTPServer):
    """A Graph Store in memory.

    Attributes:
        auth: what it asks for: nothing, `basic`, `digest` or `bearer`.
        asked: method and target of every request that it let in.
        headers: of every request, let in or not.
        breaks_at: number of the write that it breaks off.
        answers: what it answers to everything, where it is given: status, headers, body.
    """

    def __init__(self, auth=""):
        super().__init__(("127.0.0.1", 0), Handler)
        self.auth = auth
        self.graphs = {}
        self.asked, self.headers = [], []
        self.breaks_at, self.answers = 0, None
        self.nonce, self.uses, self.most_uses = 0, 0, 10**6

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/store"

    def writes(self):
        return [one for one in self.asked if one[0] != "GET"]

    def sent(self):
        """Names of the graphs that were put or deleted, without the record."""
        names = [(method, parse_qs(urlsplit(target).query)["graph"][0]) for method, target in self.writes()]
        return [(method, name.removeprefix(BASE)) for method, name in names if name != f"{BASE}push-record"]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        store = self.server
        store.headers.append(dict(self.headers))
        if store.answers:
            self._answer(*store.answers)
        elif not self._let_in():
            kind = {"digest": f'Digest realm="a \\"house\\"", nonce="n{store.nonce}", opaque="o", qop="auth,auth-int"'}
            self._answer(401, {"WWW-Authenticate": kind.get(store.auth, f'{store.auth.title()} realm="house"')}, b"")
        else:
            store.asked.append((self.command, self.path))
            if store.breaks_at and len(store.writes()) == store.breaks_at:
                store.breaks_at = 0
                self._answer(500, {}, f"no room left for {self.headers.get('Authorization')}".encode())
            else:
                self._act(body)

    do_PUT = do_DELETE = do_POST = do_GET  # noqa: N815 - the names are http.server's

    def _act(self, body):
        graphs = self.server.graphs
        name = parse_qs(urlsplit(self.path).query).get("graph", [""])[0]
        if self.command == "PUT":
            graphs[name] = body
            self._answer(204, {}, b"")
        elif self.command == "POST":
            for line in body.decode().splitlines():
                triple, graph = re.fullmatch(r"(.*) <([^ ]*)> \.", line).groups()
                graphs[graph] = graphs.get(graph, b"") + f"{triple} .\n".encode()
            self._answer(204, {}, b"")
        elif name not in graphs:
            self._answer(404, {}, b"")
        else:
            found = graphs.pop(name) if self.command == "DELETE" else graphs[name]
            self._answer(200, {"Content-Type": "text/turtle"}, found)

    def _answer(self, status, headers, body):
        self.send_response(status)
        for key, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def _let_in(self):
        told = self.headers.get("Authorization", "")
        if self.server.auth == "basic":
            return told == "Basic bGlicmFyaWFuOnMzY3JldC1vZi10aGUtaG91c2U="
        if self.server.auth == "bearer":
            return told == f"Bearer {SECRET}"
        return not self.server.auth or self._digest(told)

    def _digest(self, told):
        """Check as RFC 7616, section 3.4, says; a nonce is worn out after some uses."""
        store = self.server
        fields = {
            key: quoted or bare for key, quoted, bare in re.findall(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^,]*))', told)
        }
        md5 = lambda words: hashlib.md5(words.encode()).hexdigest()  # noqa: E731, S324 - the algorithm of the protocol
        one, two = md5(f'{USER}:a "house":{SECRET}'), md5(f"{self.command}:{self.path}")
        nonce = f"n{store.nonce}"
        right = md5(f"{one}:{nonce}:{fields.get('nc')}:{fields.get('cnonce')}:auth:{two}")
        good = (
            fields.get("response") == right and fields["nc"] == f"{store.uses + 1:08x}" and fields["uri"] == self.path
        )
        store.uses += good
        if not good or store.uses > store.most_uses:
            store.nonce, store.uses = store.nonce + 1, 0
            return False
        return True


@contextmanager
def store(auth=""):
    """Run a store of our own."""
    server = Store(auth)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def started(command, port, folder):
    """Run a server until the block ends."""
    log = folder / "server.out"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        _wait(process, port, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process, port, log):
    for _ in range(600):
        assert process.poll() is None, log.read_text(errors="replace")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise AssertionError(log.read_text(errors="replace"))


def oxigraph_program():
    """Return the program of the PyPI package `oxigraph`, which is beside the interpreter."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def oxigraph(folder, *options):
    """Run Oxigraph on a database of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    command = [oxigraph_program(), "serve", "--location", str(folder / "database"), "--bind", f"127.0.0.1:{port}"]
    return started([*command, *options], port, folder)


VIRTUOSO = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {allowed}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
"""
VIRTUOSO_PASSWORD = "dba"  # noqa: S105 - of every new database, on loopback, for the time of a test


@contextmanager
def virtuoso(folder, allowed="."):
    """Run Virtuoso on a database of its own; give its address and the port of isql."""
    folder.mkdir(parents=True, exist_ok=True)
    port, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=sql, http=port, allowed=allowed), encoding="utf-8")
    command = ["virtuoso-t", "+foreground", "+wait", "+configfile", "virtuoso.ini"]
    with started(command, port, folder) as url:
        yield url, sql


def ask(url, query):
    """Return the rows of a query in the order they came, as plain text."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname, parts.port, timeout=120)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
    connection.request("POST", parts.path, urlencode({"query": query}), headers)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    assert response.status == 200, f"{query}\n{body[:500]}"
    found = json.loads(body)
    columns = found["head"]["vars"]
    return [
        tuple(row[name]["value"] if name in row else "" for name in columns) for row in found["results"]["bindings"]
    ]
