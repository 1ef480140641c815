from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re

import pytest
from paths import ROOT
from pyoxigraph import RdfFormat, Store
from reviews import ASKED, publish, report, row, sheet

from forumgraph.config import Project
from forumgraph.graph.asked.store import open_dump
from forumgraph.graph.decided.reviewed import show
from forumgraph.graph.shown.corpus import Corpus
from forumgraph.graph.shown.enginefiles import BINARY, COMPUTING, DATA, ENDPOINT, ENGINE, LARGEST, SHOWN, engine_files
from forumgraph.graph.shown.pages import Frame
from forumgraph.graph.shown.querypage import query_page
from forumgraph.queries import catalogue

pytestmark = pytest.mark.usefixtures("light")

VENDOR = ROOT / "graph/assets/vendor"
FETCHED = ROOT / ".web/node_modules"


@pytest.fixture
def target(tmp_path):
    report(tmp_path / "documents", "one.md")
    publish(tmp_path / "documents", tmp_path / "publication")
    return tmp_path / "publication"


def quads(text):
    store = Store()
    store.load(text, format=RdfFormat.TRIG)
    return {str(quad) for quad in store}


def script(files, name):
    """The bytes that a script of a page opened from a folder brings."""
    return base64.b64decode(re.fullmatch(r'self\.\w+ = "([\w+/=]+)";\n', files[name])[1])


def test_a_page_from_a_folder_gets_the_same_bytes_as_one_from_the_web(target):
    files = dict(engine_files(target))
    assert script(files, "assets/wasm.js") == files[BINARY]
    assert script(files, "assets/dump.js") == (target / DATA).read_bytes()
    assert f'self.forumgraphData = "{DATA}";' in files[ENGINE]
    assert {ENDPOINT, COMPUTING} <= files.keys()


def test_the_glue_of_the_engine_is_a_classic_script(target):
    engine = dict(engine_files(target))[ENGINE]
    assert not re.search(r"^\s*(?:export|import)\b", engine, re.MULTILINE)
    assert "import.meta" not in engine
    assert "class Store" in engine


def test_what_people_rejected_is_not_in_what_browsers_load(target, tmp_path):
    assert SHOWN not in dict(engine_files(target))
    publish(tmp_path / "documents", target, sheet(tmp_path / "review.csv", row("item", "reject", ASKED)))
    files = dict(engine_files(target))
    assert f'self.forumgraphData = "{SHOWN}";' in files[ENGINE]
    loaded = gzip.decompress(files[SHOWN])
    assert script(files, "assets/dump.js") == files[SHOWN]
    assert quads(loaded) == {str(quad) for quad in show(open_dump(target))}
    assert quads(loaded) != quads((target / "data/forumgraph.trig").read_bytes())
    assert dict(engine_files(target)) == files


def test_a_dump_that_no_browser_holds_is_not_given_to_one(target, monkeypatch):
    monkeypatch.setattr("forumgraph.graph.shown.enginefiles.LARGEST", (target / DATA).stat().st_size - 1)
    assert dict(engine_files(target)) == {}
    assert LARGEST > 2**20


def test_what_others_made_is_small_licensed_and_of_the_versions_that_are_locked():
    sizes = {path.name: path.stat().st_size for path in VENDOR.iterdir() if path.is_file()}
    assert max(sizes.values()) < 2 * 10**6, sizes
    lock = json.loads((VENDOR / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = json.loads((VENDOR / "package.json").read_text(encoding="utf-8"))
    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert lock[f"node_modules/{name}"]["version"] == version
    licences = (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")
    carried = [(path, each) for path, each in lock.items() if path and not each.get("dev")]
    assert len(carried) > 10
    for path, each in carried:
        assert f"## {path.removeprefix('node_modules/')} {each['version']}: {each['license']}\n" in licences
        assert each["integrity"].startswith("sha512-")


@pytest.mark.skipif(not FETCHED.is_dir(), reason="needs what npm fetches: make web")
def test_the_engine_is_byte_for_byte_what_npm_has():
    wasm = gzip.decompress((VENDOR / "oxigraph.wasm.gz").read_bytes())
    fetched = (FETCHED / "oxigraph/web_bg.wasm").read_bytes()
    assert hashlib.sha256(wasm).digest() == hashlib.sha256(fetched).digest()
    assert (VENDOR / "oxigraph.js").read_bytes() == (FETCHED / "oxigraph/web.js").read_bytes()


def test_without_the_engine_the_page_has_its_questions_and_no_form(target, monkeypatch):
    monkeypatch.setattr("forumgraph.graph.shown.enginefiles.has_engine", lambda: False)
    assert dict(engine_files(target)) == {}
    page = query_page(Frame(Project()), Corpus(), engine=False)
    assert "<form" not in page
    assert "<script" not in page
    assert "forumgraph query FILE" in page
    for query in catalogue().values():
        assert f'<details id="{query.name}"' in page
