"""What the query page carries: oxigraph as npm ships it, the editor, the published dump, and a service worker that is an endpoint without a server.

Pages that are opened from a folder may load neither modules nor binary files: for them engine and dump are scripts too. On the web the same files are
fetched as they are. `make web` builds what is not written here; a site without it is complete, and says that it has no engine.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from forumgraph.graph.decided.reviewed import has_decisions, shown_trig
from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.syntaxes import STEM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

ENGINE, BINARY, EDITOR = "assets/engine.js", "assets/oxigraph.wasm.gz", "assets/editor.js"
ENDPOINT, COMPUTING = "sparql-worker.js", "sparql-endpoint.js"
"""In the folder of the site, because a service worker answers only for the folder it is in (Service Workers, section 4.1); and what pages load that compute for it."""
DATA = f"{STEM}.trig.gz"
"""The dump that browsers load: of those with graphs the one that is smallest, both compressed and not."""
SHOWN = "assets/shown.trig.gz"
"""What they load in its place where people have taken something out of view."""
LARGEST = 8 * 2**20
"""Bytes of a compressed dump from which on no browser gets it. 5 MB are some 840,000 quads, which take Chromium 14 s and 0.7 GB
(`benchmarks/querypage.py --quads 800000`); an engine in WebAssembly may have 4 GB."""

_GLUE, _WASM, _EDITOR, _LICENCES = "oxigraph.js", "oxigraph.wasm.gz", "editor.js", "LICENSES.txt"
_EXPORTED = re.compile(r"^export (?=(?:async )?(?:class|function|const|let|var)\b)", re.MULTILINE)
_EXPORTS = re.compile(r"^export \{[^}]*\};?$", re.MULTILINE)


def has_engine() -> bool:
    """Tell whether oxigraph is there."""
    return all(_vendor().joinpath(name).is_file() for name in (_GLUE, _WASM))


def has_editor() -> bool:
    """Tell whether the editor is there; without it queries are written in a plain field."""
    return _vendor().joinpath(_EDITOR).is_file()


def engine_digest() -> str:
    """Return a digest of all that these files are made of, besides the dump."""
    total = hashlib.sha256()
    for folder in (_vendor(), _workers()):
        for entry in sorted(folder.iterdir(), key=lambda each: each.name):
            if entry.is_file():
                total.update(entry.name.encode() + b"\0" + hashlib.sha256(entry.read_bytes()).digest())
    return total.hexdigest()


def engine_files(publication: Path) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files with their contents; none where the engine is not there or the dump is too large for a browser.

    Args:
        publication: the folder in which the compressed dump is.
    """
    dump = publication / DATA
    if not has_engine() or dump.stat().st_size > LARGEST:
        return
    vendor, workers = _vendor(), _workers()
    data, loaded = DATA, dump.read_bytes()
    if has_decisions(publication):
        data, loaded = SHOWN, gzip.compress(shown_trig(publication, BASE).encode(), compresslevel=6, mtime=0)
        yield SHOWN, loaded
    glue = classic(vendor.joinpath(_GLUE).read_text(encoding="utf-8"))
    answering = workers.joinpath("answering.js").read_text(encoding="utf-8")
    wasm = vendor.joinpath(_WASM).read_bytes()
    yield ENGINE, f'self.forumgraphData = "{data}";\nself.forumgraphEngine = function () {{\n{glue}\n{answering}}};\n'
    yield BINARY, wasm
    yield "assets/wasm.js", _script("forumgraphWasm", wasm)
    yield "assets/dump.js", _script("forumgraphDump", loaded)
    for name in (ENDPOINT, COMPUTING):
        yield name, workers.joinpath(name).read_text(encoding="utf-8")
    if has_editor():
        yield EDITOR, vendor.joinpath(_EDITOR).read_text(encoding="utf-8")
    if vendor.joinpath(_LICENCES).is_file():
        yield "assets/licences.txt", vendor.joinpath(_LICENCES).read_text(encoding="utf-8")


def classic(module: str) -> str:
    r"""Return a module as a classic script: what it exported is global.

    >>> classic('export class Store {}\nconst u = import.meta.url;\nexport { a, b as default };\n')
    'class Store {}\nconst u = "";\n\n'
    """
    return _EXPORTS.sub("", _EXPORTED.sub("", module)).replace("import.meta.url", '""')


def _script(name: str, data: bytes) -> str:
    return f'self.{name} = "{base64.b64encode(data).decode()}";\n'


def _vendor() -> Traversable:
    return files("forumgraph.graph").joinpath("assets", "vendor")


def _workers() -> Traversable:
    return files("forumgraph.graph").joinpath("assets", "workers")
