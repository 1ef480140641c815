"""The engine that answers queries in the browser: oxigraph as npm ships it, made into one classic script, with the dump beside it in the same way.

Pages that are opened from a folder may load neither modules nor binary files. Without the files of oxigraph a site is complete, and says that it has
no engine.
"""

from __future__ import annotations

import base64
import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from forumgraph.graph.syntaxes import STEM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

ENGINE, DUMP = "assets/engine.js", "assets/dump.js"
LARGEST = 32 * 2**20
"""Bytes of a compressed dump from which on it is not made into a script: a browser could not hold what is in it."""

_GLUE, _BINARY = "web.js", "web_bg.wasm"
_EXPORTED = re.compile(r"^export (?=(?:async )?(?:class|function|const|let|var)\b)", re.MULTILINE)
_EXPORTS = re.compile(r"^export \{[^}]*\};?$", re.MULTILINE)


def has_engine() -> bool:
    """Tell whether oxigraph was fetched (`make web`); its 4 MB do not come with forumgraph."""
    folder = _vendor()
    return all(folder.joinpath(name).is_file() for name in (_GLUE, _BINARY))


def engine_files(publication: Path) -> Iterator[tuple[str, str]]:
    """Yield the scripts with their texts; none where the engine is not there or the dump is too large for a browser.

    Args:
        publication: the folder in which the compressed N-Quads are.
    """
    dump = publication / f"{STEM}.nq.gz"
    if not has_engine() or dump.stat().st_size > LARGEST:
        return
    folder = _vendor()
    glue = classic(folder.joinpath(_GLUE).read_text(encoding="utf-8"))
    wasm = base64.b64encode(folder.joinpath(_BINARY).read_bytes()).decode()
    yield ENGINE, f"window.forumgraphEngine = {json.dumps({'glue': glue, 'wasm': wasm})};\n"
    data = base64.b64encode(dump.read_bytes()).decode()
    yield DUMP, f"window.forumgraphDump = {json.dumps(data)};\n"


def classic(module: str) -> str:
    r"""Return a module as a classic script: what it exported is global.

    >>> classic('export class Store {}\nconst u = import.meta.url;\nexport { a, b as default };\n')
    'class Store {}\nconst u = "";\n\n'
    """
    return _EXPORTS.sub("", _EXPORTED.sub("", module)).replace("import.meta.url", '""')


def _vendor() -> Traversable:
    return files("forumgraph.graph").joinpath("assets", "vendor")
