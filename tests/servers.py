"""A small publication made by hand, and a real server for it on a free port of this machine."""

from __future__ import annotations

import http.client
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from pyoxigraph import RdfFormat, parse

from forumgraph.graph.described.publication import Staging
from forumgraph.ontology import text
from forumgraph.served import Current
from forumgraph.serving import listen, server
from forumgraph.web import Application

BASE = "https://data.example.org/meetings/"
GRAPHS = [f"{BASE}graph/{name}" for name in ("one", "two", "authority")]
SESSION = f"{BASE}session/a-txt-012345/89abcdef"
POST = f"{BASE}post/a-txt-012345/mayor-aaaaaa"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
CATALOG = f"""<{BASE}dataset> <http://rdfs.org/ns/void#uriSpace> "{BASE}" ; <http://purl.org/dc/terms/title> "Meetings of ours"@en ."""


def quads():
    one, two, authority = GRAPHS
    yield f'<{SESSION}> {LABEL} "Session <one> & two"@en <{one}> .'
    yield f'<{SESSION}> <https://w3id.org/forumgraph/ontology#date> "2017-07-09"^^<http://www.w3.org/2001/XMLSchema#date> <{one}> .'
    yield f'<{POST}> {LABEL} "Mayor" <{two}> .'
    yield f"<{POST}> <https://w3id.org/forumgraph/ontology#postBody> <{SESSION}> <{two}> ."
    for name in ("authority", "countries"):
        for quad in parse(text(name), format=RdfFormat.TURTLE):
            yield f"{quad.triple} <{authority}> ."


def write(folder, **more):
    """Write the publication into an empty folder; `more` are further files of it."""
    folder.mkdir(exist_ok=True)
    staging = Staging(folder)
    files = {
        "data/forumgraph.nq": "\n".join(dict.fromkeys(quads())) + "\n",
        "catalog.ttl": CATALOG,
        "index.html": "<!doctype html><title>Meetings of ours</title>" + "<p>words and words</p>" * 100,
        "session/a-txt-012345/89abcdef.html": "<!doctype html><title>The page of the session</title>",
        "session/a-txt-012345/89abcdef.ttl": f'<{SESSION}> {LABEL} "The file of the session" .\n',
        "sessions.html": "<!doctype html><title>All sessions</title>",
        "help/index.html": "<!doctype html><title>Help</title>",
        **more,
    }
    for name, content in files.items():
        staging.write(name, content)
    staging.seal()
    return folder


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def type(self):
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass
class Running:
    port: int
    current: Current
    log: list[str] = field(default_factory=list)

    def ask(self, method, path, body=None, timeout=30, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def query(self, text, accept="application/sparql-results+json", **fields):
        return self.get(f"/sparql?{urlencode({'query': text, **fields}, doseq=True)}", Accept=accept)

    def form(self, path="/sparql", **fields):
        body = urlencode(fields, doseq=True).encode()
        return self.ask("POST", path, body, Content_Type="application/x-www-form-urlencoded")


@contextmanager
def running(publication, bounds, front=None):
    """Start a server in a thread, and stop it."""
    with listen("127.0.0.1", 0) as listening:
        current = Current(publication, bounds)
        found = Running(listening.getsockname()[1], current)
        serving = server(Application(current, found.log.append, front))
        thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield found
        finally:
            serving.should_exit = True
            thread.join(20)
            current.close()
            assert not thread.is_alive()
