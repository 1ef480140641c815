"""Old Word files (`.doc`): LibreOffice makes them `.docx`, where it is installed, and the Word reader does the rest."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from forumgraph.converters.readers import word
from forumgraph.errors import UnreadableSource
from forumgraph.findings import CODES

if TYPE_CHECKING:
    from forumgraph.model import Document, Source

_PROGRAMS = ("soffice", "libreoffice")
_QUIETLY = ("--headless", "--norestore", "--convert-to", "docx")
_SECONDS = 50.0
"""Under the 60 seconds a document may take, so that the reason can still be told."""


def read(data: bytes, source: Source) -> Document:
    """Read an old Word file.

    Raises:
        UnreadableSource: `DOC013` without LibreOffice, `DOC011` when it takes too long, `DOC005` when it makes nothing of the file; what the
            Word reader raises.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableSource(
            "DOC013", "it is an old Word file, and LibreOffice is not installed", remedy=CODES["DOC013"].help
        )
    with tempfile.TemporaryDirectory(prefix="forumgraph-") as folder:
        return word.read(_converted(program, data, Path(folder)), source)


def _converted(program: str, data: bytes, folder: Path) -> bytes:
    """Convert in a folder of its own, with a profile of its own, so that neither an open office nor macros are touched."""
    given, made = folder / "source.doc", folder / "source.docx"
    given.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, *_QUIETLY, "--outdir", str(folder), str(given)]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource("DOC011", "LibreOffice takes too long over it", remedy=CODES["DOC011"].help) from error
    if not made.exists():
        raise UnreadableSource("DOC005", "LibreOffice makes nothing of it", remedy=CODES["DOC005"].help)
    return made.read_bytes()
