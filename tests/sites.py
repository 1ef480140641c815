"""A site of the sample documents and of a report that was written to break out of pages; built once a run."""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from paths import DOCUMENTS

from forumgraph.build import build
from forumgraph.config import Config, Project

SUFFIXES = {".txt", ".md", ".html", ".docx", ".pdf"}
HOSTILE = """Report of the side event <script>alert(1)</script> & "friends"

3 July 2023, 10:00-11:30, New York
Organised by: Society for </script><img src=x onerror=alert(2)> Words; UN DESA
Moderator: Ms. Ana "O'Neill" <b>Duarte</b>

Issues discussed

1. Pages that print <script>alert('3')</script> as it is cannot be trusted
2. Attributes like " onmouseover="alert(4) leave their quotes
3. [A link](javascript:alert(5)) is a link to trouble

Recommendations

1. Publishers should escape </title><script>alert(6)</script> once, and only once, &amp; test it
2. Governments must publish javascript:alert(7) as words
"""
KINDS = "actor authority demand document edition issue question recommendation scheme sdg session theme".split()
"""Folders of the site: each has pages of one kind."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@lru_cache(maxsize=1)
def site() -> Path:
    """Build the site and return its folder."""
    root = Path(tempfile.mkdtemp(prefix="site-"))
    documents = root / "documents"
    documents.mkdir()
    for path in sorted(DOCUMENTS.iterdir()):
        if path.suffix in SUFFIXES:
            shutil.copy(path, documents / path.name)
    (documents / 'hostile <img src=x> & "report".txt').write_text(HOSTILE, encoding="utf-8")
    project = Project(homepage="https://example.org/meetings/", issued="2026-03-31", contact="mailto:data@example.org")
    build([documents], root / "publication", Config(project), jobs=2)
    return root / "publication"


@lru_cache(maxsize=1)
def pages() -> dict[str, Page]:
    """Read every page of the site, by path."""
    folder = site()
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


class Page(HTMLParser):
    """A page that is read strictly: a tag that is closed in the wrong order is a problem."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.open: list[str] = []
        self.problems: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.marks: dict[str, str] = {}
        self.words = ""
        self._marking: list[tuple[int, str]] = []
        self.feed(text)
        self.close()
        self.problems += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        name = values.get("id") or values.get("data-rest-of", "")
        if tag == "mark" or (tag == "span" and name.startswith("char=")):
            self._marking.append((len(self.open), name))
            self.marks.setdefault(name, "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()} closes something else")
        if self._marking and self._marking[-1][0] == len(self.open):
            self._marking.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        for name in dict.fromkeys(name for _, name in self._marking):
            self.marks[name] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [values for name, values in self.elements if name == tag]
