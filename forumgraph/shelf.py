"""The files of a publication as they are served: those its manifest lists and no others, so that no path leads out of it."""

from __future__ import annotations

import json
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from forumgraph.errors import PublicationFailed
from forumgraph.graph.described.publication import MANIFEST, is_publication
from forumgraph.graph.shown.mediatypes import media_type
from forumgraph.responses import Response, compress, compressible, digest
from forumgraph.signposts import Signposts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WHOLE = 2 * 2**20
"""Bytes up to which a file is kept in memory; larger ones are sent piece by piece."""

_ROOM = 64 * 2**20


@dataclass(frozen=True, slots=True)
class _Kept:
    stamp: tuple[int, int]
    response: Response


class Shelf:
    """Files of one publication, the small ones kept in memory once they were asked for.

    Raises:
        PublicationFailed: if the folder is no publication.
    """

    def __init__(self, folder: Path) -> None:
        if not is_publication(folder):
            raise PublicationFailed(
                f"{folder} is no publication", remedy="Make one with `forumgraph build DOCUMENTS -o PUBLICATION`"
            )
        files: Mapping[str, Mapping[str, str]] = json.loads((folder / MANIFEST).read_bytes())["files"]
        self.folder = folder.resolve()
        self._root = f"{self.folder}{os.sep}"
        self.digests = {name: str(row["sha256"])[:32] for name, row in files.items() if _safe(name)}
        self.digests[MANIFEST] = ""
        self._signposts = Signposts(self.folder, self.digests)
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._taken = 0
        self._lock = threading.Lock()

    def __contains__(self, name: str) -> bool:
        return name in self.digests

    def get(self, name: str, *, gzip: bool) -> Response | None:
        """Return a file; None where the publication has none of that name.

        Args:
            name: path with forward slashes.
            gzip: whether the compressed file beside a large one may be sent for it.
        """
        if name not in self.digests:
            return None
        try:
            found = os.stat(f"{self._root}{name}")  # noqa: PTH116 - a path object costs more than the call
        except OSError:
            return None
        stamp = (found.st_mtime_ns, found.st_size)
        kept = self._kept.get(name)
        if kept and kept.stamp == stamp:
            return kept.response
        path = (self.folder / name).resolve()
        if not path.is_file() or not path.is_relative_to(self.folder):
            return None
        if found.st_size > WHOLE:
            return self._large(name, path, found.st_size, gzip=gzip)
        return self._keep(name, path, stamp)

    def _large(self, name: str, path: Path, size: int, *, gzip: bool) -> Response:
        beside = path.with_name(f"{path.name}.gz")
        headers = (("vary", "Accept-Encoding"), *self._signposts.of(name, b""))
        if gzip and f"{name}.gz" in self.digests and beside.is_file():
            tag = f"{self.digests[name]}-gz" if self.digests[name] else ""
            headers = (*headers, ("content-encoding", "gzip"))
            return Response(200, media_type(name), headers=headers, file=beside, size=beside.stat().st_size, digest=tag)
        return Response(200, media_type(name), headers=headers, file=path, size=size, digest=self.digests[name])

    def _keep(self, name: str, path: Path, stamp: tuple[int, int]) -> Response | None:
        try:
            body = path.read_bytes()
        except OSError:
            return None
        kind = media_type(name)
        response = Response(
            200,
            kind,
            body,
            (("vary", "Accept-Encoding"), *self._signposts.of(name, body)),
            digest=digest(body),
            compressed=compress(body) if compressible(kind) else b"",
        )
        with self._lock:
            old = self._kept.pop(name, None)
            self._taken += _weight(response) - (_weight(old.response) if old else 0)
            self._kept[name] = _Kept(stamp, response)
            while self._taken > _ROOM:
                self._taken -= _weight(self._kept.popitem(last=False)[1].response)
        return response


def _weight(response: Response) -> int:
    return len(response.body) + len(response.compressed) + 500


def _safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts and "\\" not in name and "\0" not in name
