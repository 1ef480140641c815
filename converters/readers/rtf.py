"""Rich Text Format (.rtf), version 1.9.1: list numbers are in the file, as the program that wrote it printed them.

Tracked deletions, hidden text, comments, field instructions and page numbers are out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.converters.readers.assemble import assemble
from forumgraph.converters.readers.flow import TITLE, Flow
from forumgraph.converters.readers.markers import BULLET, split_marker
from forumgraph.converters.readers.rtfwords import (
    CHARSETS,
    ENDS,
    NAMED,
    OPEN,
    PAGES,
    PROPERTIES,
    RESTORED,
    SILENT,
    TEXT,
    TOKEN,
    State,
    code_page,
)
from forumgraph.converters.readers.runs import Line, Runs, joined
from forumgraph.converters.readers.wordstyles import is_name_of_title, level_of_name
from forumgraph.errors import UnreadableSource

if TYPE_CHECKING:
    import re

    from forumgraph.converters.readers.assemble import Piece
    from forumgraph.model import Document, Source

_TWIPS = 20
_LONGEST_MARKER = 40


def read(data: bytes, source: Source) -> Document:
    """Read a Rich Text file.

    Raises:
        UnreadableSource: `DOC005` if it does not begin as one, or ends before its groups do.
    """
    text = data.lstrip().decode("latin-1")
    if not text.startswith("{\\rtf"):
        raise UnreadableSource(
            "DOC005", "the file does not begin as Rich Text", remedy="Save it again in a word processor"
        )
    reader = _Reader()
    if not reader.take(text):
        raise UnreadableSource(
            "DOC005", "the file ends in the middle", remedy="Open it in a word processor and save it again"
        )
    return assemble(source, reader.pieces(), findings=reader.flow.findings(source.name), title=reader.title)


class _Reader:
    """Takes the tokens one after the other; groups are a stack, so that no depth of nesting matters."""

    def __init__(self) -> None:
        self.title = ""
        self.flow, self._heads = Flow(), Flow()
        self._state = State("text", Runs())
        self._stack: list[State] = []
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0
        self._starred = False
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, str] = {}
        self._marker = ""
        self._instruction = ""
        self._row_open = self._cell_open = False
        self._later: dict[str, list[list[Line]]] = {"note": [], "foot": [], "box": []}

    def take(self, text: str) -> bool:
        """Read a whole file and tell whether all its groups ended; what follows the outermost group is not text."""
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            assert found is not None
            at = found.end()
            if found["word"] == "bin":
                at += max(int(found["value"] or 0), 0)
            elif found["brace"] == "}" and len(self._stack) <= 1:
                self._end_paragraph()
                self._end_row()
                return True
            else:
                self._token(found)
        return False

    def pieces(self) -> list[Piece]:
        """Return heads, text, notes and feet."""
        for note in self._later["note"]:
            self.flow.note(note)
        for foot in self._later["foot"]:
            self.flow.page_header(foot)
        return [*self._heads.pieces, *self.flow.pieces]

    def _token(self, found: re.Match[str]) -> None:
        if found["byte"]:
            if self._skip:
                self._skip -= 1
            else:
                self._bytes.append(int(found["byte"], 16))
            return
        self._decode_bytes()
        if found["words"]:
            words = found["words"]
            skipped = min(self._skip, len(words))
            self._skip -= skipped
            self._add(words[skipped:])
        elif found["brace"]:
            self._skip = 0
            self._group(found["brace"])
        elif found["sign"]:
            self._sign(found["sign"])
        elif found["word"]:
            self._word(found["word"], int(found["value"]) if found["value"] else None)

    def _group(self, brace: str) -> None:
        if brace == "{":
            self._stack.append(self._state)
            self._state = replace(self._state)
            return
        inner, self._state = self._state, self._stack.pop()
        if inner.runs is not self._state.runs:
            self._finished(inner)
        elif inner.role == "styles" and (words := joined(inner.runs.take()).text):
            self._styles[inner.style] = words.strip(" ;")
        self._starred = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in ENDS:
            self._end_paragraph()
        elif sign in TEXT:
            self._add(TEXT[sign])

    def _word(self, word: str, value: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in NAMED or word in SILENT or (starred and word not in OPEN):
            self._destination(word)
        elif word == "fldrslt" and self._instruction.split()[:1] in (["PAGE"], ["NUMPAGES"], ["SECTIONPAGES"]):
            self._state.role, self._state.runs = "silent", Runs()
        elif word in PROPERTIES or word in RESTORED:
            self._state.set(word, 1 if value is None else value)
        elif word == "u" and value is not None:
            self._character(value % 0x10000)
        elif word in TEXT:
            self._add(TEXT[word])
        elif self._state.role == "text":
            self._structure(word)
        elif word in ENDS:
            self._add("\n")
        if word in {"ansicpg", "fcharset", *PAGES}:
            self._encoding(word, value or 0)

    def _destination(self, word: str) -> None:
        if self._state.role == "silent":
            return
        self._state.role = NAMED.get(word, "silent")
        if self._state.role == "instruction":
            self._instruction = ""
        self._state.runs = Runs()

    def _structure(self, word: str) -> None:
        """Follow paragraphs and tables of the text itself."""
        if word in ENDS:
            self._end_paragraph()
        elif word == "cell":
            self._state.in_table = 1
            self._end_paragraph()
            self._open_cell()
            self.flow.end_cell()
            self._cell_open = False
        elif word == "row":
            self._end_row()

    def _encoding(self, word: str, value: int) -> None:
        if word == "fcharset":
            if value in CHARSETS:
                self._fonts[self._state.font] = CHARSETS[value]
        else:
            self._page = code_page(value) if word == "ansicpg" else PAGES[word]

    def _character(self, point: int) -> None:
        """Add a UTF-16 code unit; characters beyond the first plane come in two."""
        self._skip = min(max(self._state.substitutes, 0), 8)
        if 0xD800 <= point < 0xDC00:
            self._high = point
            return
        if 0xDC00 <= point < 0xE000 and self._high:
            point = 0x10000 + (self._high - 0xD800) * 0x400 + point - 0xDC00
        self._high = 0
        self._add(chr(point))

    def _decode_bytes(self) -> None:
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._add(data.decode(self._fonts.get(self._state.font, self._page), "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if not text or state.role == "silent":
            return
        if (state.hidden or state.deleted) and state.role in {"text", "note", "box", "head", "foot"}:
            self.flow.left_out["deleted words" if state.deleted else "hidden words"] += bool(text.strip())
            return
        state.runs.add(text, bold=bool(state.bold))

    def _finished(self, inner: State) -> None:
        """Use what a destination collected."""
        lines = inner.runs.take()
        words = joined(lines).text
        if inner.role == "marker":
            self._marker = words[:_LONGEST_MARKER]
        elif inner.role == "instruction":
            self._instruction = words
        elif inner.role == "title":
            self.title = words
        elif inner.role == "head":
            self._heads.page_header(lines)
        elif inner.role in self._later:
            self._later[inner.role].append(lines)
        elif inner.role == "comment":
            self.flow.left_out["comments"] += 1

    def _end_paragraph(self) -> None:
        """Tell the flow what the paragraph at hand is."""
        if self._state.role != "text":
            return
        lines, marker = self._state.runs.take(), self._marker
        self._marker = ""
        if self._state.in_table:
            self._open_cell()
        elif self._row_open:
            self._end_row()
        name = self._styles.get(self._state.style, "")
        level = _outline(self._state) or level_of_name(name)
        if level or is_name_of_title(name):
            number = _marker(marker) if marker.strip() else ""
            self.flow.heading(lines, TITLE if is_name_of_title(name) else level, number=number)
        elif lines and marker.strip():
            self.flow.typed(_marker(marker), joined(lines), indent=self._state.indent / _TWIPS)
        else:
            self.flow.paragraph(lines, indent=self._state.indent / _TWIPS)
        for box in self._later["box"]:
            self.flow.paragraph(box)
        self._later["box"].clear()

    def _open_cell(self) -> None:
        if not self._row_open:
            self.flow.begin_row()
            self._row_open = True
        if not self._cell_open:
            self.flow.begin_cell()
            self._cell_open = True

    def _end_row(self) -> None:
        if self._cell_open:
            self.flow.end_cell()
        if self._row_open:
            self.flow.end_row()
        self._row_open = self._cell_open = False


def _marker(printed: str) -> str:
    """Return the marker a list text prints; signs that are no letters or digits are bullets."""
    marker, _ = split_marker(f"{printed.strip()}\tX")
    if marker:
        return marker
    return printed.strip() if any(c.isalnum() for c in printed) else BULLET


def _outline(state: State) -> int:
    return state.outline + 1 if 0 <= state.outline < 9 else 0
