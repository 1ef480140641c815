"""The words of one Word paragraph: what is printed, and nothing that was deleted, hidden or is machinery."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.converters.readers.archive import attribute
from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.runs import Runs
from forumgraph.converters.readers.wordstyles import switched, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.converters.readers.archive import Element
    from forumgraph.converters.readers.wordstyles import Styles

_PLAIN: Mapping[str, str] = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
ALTERNATIVES = frozenset({"AlternateContent", "Choice", "Fallback"})
_TRANSPARENT = ALTERNATIVES.union(
    "ins moveTo hyperlink fldSimple smartTag customXml sdt sdtContent bdo dir ruby rubyBase".split()
)
_OUT: Mapping[str, str] = {"del": "deleted words", "commentReference": "comments"}
_SYMBOLS: Mapping[str, str] = {
    "F0E0": "→",
    "F0DF": "←",
    "F0FE": "☒",
    "F0FC": "✓",
    "F0A8": "☐",
    "F06F": "☐",
    "F0B0": "°",
    "F0B3": "≥",
    "F0A3": "≤",
    "F0B1": "±",
}
"""The symbols of Wingdings and Symbol that reports use beside bullets."""
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})


@dataclass(slots=True)
class Gathered:
    """What a paragraph refers to, and what was left out of it.

    Attributes:
        runs: the words so far; a paragraph whose mark is deleted leaves them to the next one.
        boxes: text boxes (`w:txbxContent`) anchored in the paragraph.
        notes: kind (`footnote` or `endnote`) and identifier of the notes referred to.
        left_out: how often words of each kind were left out.
    """

    runs: Runs = field(default_factory=Runs)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


class WordText:
    """Reads the content of paragraphs into a `Gathered`."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[list[str]] = []
        self._bold = self._hidden = False

    def gather(self, paragraph: Element, style: str, into: Gathered) -> None:
        """Add the words of `paragraph`, whose style is `style`."""
        self._fields.clear()
        self._bold = bool(self._styles.switched(style, "b"))
        self._hidden = bool(self._styles.switched(style, "vanish"))
        self._children(paragraph, into)

    def _children(self, parent: Element, into: Gathered) -> None:
        for child in parent:
            name = child.tag
            if name == "r":
                self._run(child, into)
            elif name == "fldSimple" and _is_page_field(attribute(child, "instr")):
                continue
            elif name in _OUT:
                into.left_out[_OUT[name]] += bool(_words(child))
            elif name == "sdt" and child.find("sdtPr/showingPlcHdr") is not None:
                continue
            elif name in _TRANSPARENT:
                self._children(child, into)
            elif name in {"oMath", "oMathPara"}:
                into.runs.add("".join(part.text or "" for part in child.iter("t")))

    def _run(self, run: Element, into: Gathered) -> None:
        properties = run.find("rPr")
        style = value(properties, "rStyle")
        if self._answer(properties, style, "vanish", self._hidden):
            into.left_out["hidden words"] += bool(_words(run))
            return
        bold = self._answer(properties, style, "b", self._bold)
        for child in run:
            self._content(child, into, bold=bold)

    def _answer(self, properties: Element | None, style: str, name: str, default: bool) -> bool:
        own = switched(properties, name)
        if own is None and style:
            own = self._styles.switched(style, name)
        return default if own is None else own

    def _content(self, child: Element, into: Gathered, *, bold: bool) -> None:
        name = child.tag
        if name == "t":
            if not self._in_machinery():
                into.runs.add((child.text or "").replace("\n", " "), bold=bold)
        elif name in _PLAIN:
            into.runs.add(_PLAIN[name], bold=bold)
        elif name == "sym":
            into.runs.add(_symbol(child, first=not into.runs), bold=bold)
        elif name in {"fldChar", "instrText"}:
            self._field(child, name)
        else:
            self._reference(child, name, into, bold=bold)

    def _reference(self, child: Element, name: str, into: Gathered, *, bold: bool) -> None:
        """Take up what stands elsewhere: notes, comments, text boxes."""
        if name in {"footnoteReference", "endnoteReference"}:
            into.notes.append((name.removesuffix("Reference"), attribute(child, "id")))
        elif name in _OUT:
            into.left_out[_OUT[name]] += 1
        elif name in {"drawing", "pict", "object"}:
            # boxes inside boxes come when the outer box is read
            inner = {box for outer in child.iter("txbxContent") for box in outer.iterdescendants("txbxContent")}
            into.boxes += [box for box in child.iter("txbxContent") if box not in inner]
        elif name in ALTERNATIVES:
            for part in child:
                self._content(part, into, bold=bold)

    def _field(self, child: Element, name: str) -> None:
        """Follow fields (section 17.16.18): begin, instruction, separate, result, end."""
        kind = attribute(child, "fldCharType")
        if name == "instrText":
            if self._fields:
                self._fields[-1][1] += child.text or ""
        elif kind == "begin":
            self._fields.append(["instruction", ""])
        elif self._fields and kind == "separate":
            self._fields[-1][0] = "result"
        elif self._fields and kind == "end":
            self._fields.pop()

    def _in_machinery(self) -> bool:
        """Tell whether we are in the instruction of a field, or in a page number."""
        return any(stage == "instruction" or _is_page_field(words) for stage, words in self._fields)


def _is_page_field(instruction: str) -> bool:
    name = instruction.strip().partition(" ")[0]
    return name.upper() in _PAGE_FIELDS


def _words(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter("t", "delText")).strip()


def _symbol(symbol: Element, *, first: bool) -> str:
    """Return a symbol as text; one of a symbol font is a bullet at the beginning of a paragraph and nothing elsewhere."""
    code = attribute(symbol, "char").upper()
    if code in _SYMBOLS and not first:
        return _SYMBOLS[code]
    point = int(code, 16) if len(code) == 4 and set(code) <= set("0123456789ABCDEF") else 0
    if 0xE000 <= point <= 0xF8FF or not point:
        return f"{BULLET} " if first else ""
    return chr(point)
