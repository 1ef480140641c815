"""A small publication made by hand, and real web servers for it on this machine: Apache and nginx as Debian has them, with the rules that are generated."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from storeservers import free_port, started

from forumgraph.config import Project
from forumgraph.graph.rdf.syntaxes import STEM, SYNTAXES
from forumgraph.graph.served.hosting import NAMESPACE, rules

PROJECT = Project(base="https://data.example.org/meetings/", homepage="https://www.example.org/published")
DOCUMENT = "a-txt-012345"
FORMS = ("html", "ttl", "nt", "jsonld")
RESOURCES = f"document/{DOCUMENT} session/{DOCUMENT}/89abcdef forum/hlpf authority/un sdg/16.7 actor/x".split()
PAGES = ("index", "data", "sessions", "authority", "themes", "schemes", "scheme/role", "question/coverage")
MODULES = Path("/usr/lib/apache2/modules")
LOADED = "mpm_event authz_core rewrite headers mime dir alias negotiation autoindex".split()


def publication(folder):
    """Write the files that rules are about, and the rules."""
    names = [
        f"{stem}.{form}" for stem in (*RESOURCES, "catalog") for form in FORMS if (stem, form) != ("catalog", "html")
    ]
    names += [f"{stem}.html" for stem in PAGES]
    names += ["ontology.html", "ontology.ttl", "csv/sessions.csv", "feed.xml", "sitemap.xml", "linkset.json"]
    names += "csv/csv-metadata.json ro-crate-metadata.json .well-known/void README.txt assets/site.css assets/query.js".split()
    names += [f"{STEM}.{syntax.ending}" for syntax in SYNTAXES.values()]
    files = {name: name.encode() for name in names}
    files |= {f"{name}.gz": gzip.compress(name.encode(), mtime=0) for name in names if name.startswith("data/")}
    files |= {name: text.encode() for name, text in rules(PROJECT)}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return files


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def way(self):
        """Where it leads, without scheme and host."""
        location = self.headers.get("location", "")
        return location.split("/", 3)[3] if "://" in location else location.removeprefix("/")

    @property
    def varies(self):
        return sorted(each.strip().lower() for each in self.headers.get("vary", "").split(",") if each.strip())


class Client:
    """Asks one server, over one connection."""

    def __init__(self, port):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def get(self, path, accept=None, method="GET"):
        self._connection.putrequest(method, path, skip_accept_encoding=True)
        if accept is not None:
            self._connection.putheader("Accept", accept)
        self._connection.endheaders()
        answer = self._connection.getresponse()
        headers = {}
        for name, value in answer.getheaders():
            headers[name.lower()] = f"{headers[name.lower()]}, {value}" if name.lower() in headers else value
        return Answer(answer.status, headers, answer.read())

    def close(self):
        self._connection.close()


@contextlib.contextmanager
def folder():
    """A folder that a server which gives up root may read; those of pytest are closed to it."""
    found = Path(tempfile.mkdtemp(prefix="webserver-"))
    found.chmod(0o755)
    try:
        yield found
    finally:
        shutil.rmtree(found)


@contextlib.contextmanager
def running(command, port, root):
    """Start a server, give a client, and stop it."""
    with started(command, port, root):
        client = Client(port)
        yield client
        client.close()


def copied(source):
    """Return what writes a publication that was built, in the place of `publication`."""

    def write(folder):
        shutil.copytree(source, folder)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("hosting/*")}

    return write


@contextlib.contextmanager
def apache(root, write=publication):
    """Apache with the site at `/` and at `/below/`, and the folders for w3id.org at `/w3id/` and `/terms/`; its own settings are as unhelpful as they may be."""
    port = free_port()
    files = write(root / "site")
    terms = file_of(replace(PROJECT, base=f"{NAMESPACE}data/"), "hosting/w3id-forumgraph.htaccess.txt")
    for name, text in (("w3id", files["hosting/w3id.htaccess.txt"]), ("terms", terms.encode())):
        (root / name).mkdir()
        (root / name / ".htaccess").write_bytes(text)
    loaded = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in LOADED)
    config = f"""ServerRoot {root}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {root}/pid
ErrorLog /dev/stderr
{loaded}
User www-data
Group www-data
TypesConfig /dev/null
AddEncoding x-gzip .gz
AddType application/x-wrong .ttl
DocumentRoot {root}/site
Alias /below/ {root}/site/
Alias /w3id/ {root}/w3id/
Alias /terms/ {root}/terms/
<Directory {root}>
Options Indexes MultiViews FollowSymLinks
AllowOverride FileInfo Indexes Options=Indexes,MultiViews
Require all granted
</Directory>
"""
    (root / "apache.conf").write_text(config)
    with running(["apache2", "-f", str(root / "apache.conf"), "-DFOREGROUND"], port, root) as client:
        yield client


@contextlib.contextmanager
def nginx(root, write=publication):
    """The nginx of the machine with the rules for it, on another port and folder, and at `/below/` as its first lines say."""
    port = free_port()
    files = write(root / "site")
    text = files["hosting/nginx.conf.txt"].decode()
    below = re.search(r"#\n((?:#     .*\n)+)", text)[1].replace("#     ", "")
    below = re.sub(r"/[a-z]+/(?= \{|;)", "/below/", below).replace("/run/publication.sock", f"{root}/sock")
    told = text.replace(
        "root /srv/publication;",
        f"listen 127.0.0.1:{port};\n    listen unix:{root}/sock;\n    root {root}/site;\n{below}",
    )
    config = f"""daemon off;
pid {root}/pid;
error_log stderr;
events {{}}
http {{
access_log off;
client_body_temp_path {root}/t1;
proxy_temp_path {root}/t2;
fastcgi_temp_path {root}/t3;
uwsgi_temp_path {root}/t4;
scgi_temp_path {root}/t5;
{told}
}}
"""
    (root / "nginx.conf").write_text(config)
    with running(["nginx", "-c", str(root / "nginx.conf"), "-e", "stderr"], port, root) as client:
        yield client


def start(name):
    """What starts a server; where it is not installed, the test is passed over."""
    if not shutil.which(name) or (name == "apache2" and not MODULES.is_dir()):
        pytest.skip(f"{name} is not installed")
    return {"apache2": apache, "nginx": nginx}[name]


def file_of(project, name):
    return dict(rules(project))[name]
