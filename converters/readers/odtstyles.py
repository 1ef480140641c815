"""The styles of an OpenDocument text, and the numbers its lists print (ODF 1.3 part 3, sections 16 and 19.880)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.converters.readers.archive import attribute
from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.numerals import integer, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from forumgraph.converters.readers.archive import Element

DEPTH = 10
_PARTS = ("font-face-decls", "styles", "automatic-styles")


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    bold: bool | None
    hidden: bool
    list_style: str


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list style prints its numbers; `style` as in `NUMERALS`, and empty for levels that print nothing."""

    style: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    bullet: bool = False


@dataclass(slots=True)
class Counting:
    """The state of one list: last numbers and list numbers by level; None before the first."""

    last: list[int | None] = field(default_factory=lambda: [None] * DEPTH)
    lists: list[int] = field(default_factory=lambda: [-1] * DEPTH)

    def count(self, depth: int, levels: Mapping[int, Level], start: int | None, new_list: Callable[[], int]) -> str:
        """Count an item and return its marker, which is empty where nothing is printed."""
        level = levels.get(depth, Level())
        last = self.last[depth]
        if last is None:
            self.lists[depth] = new_list()
        follows = level.start if last is None else last + 1
        self.last[depth] = follows if start is None else start
        self.last[depth + 1 :] = [None] * (DEPTH - depth - 1)
        if level.bullet:
            return BULLET
        return self._printed(depth, levels, level) if level.style else ""

    def _printed(self, depth: int, levels: Mapping[int, Level], level: Level) -> str:
        first = max(depth - level.shown + 1, 0)
        parts = (self._number(n, levels.get(n, Level())) for n in range(first, depth + 1))
        return (level.before + ".".join(part for part in parts if part) + level.after).strip()

    def _number(self, depth: int, level: Level) -> str:
        last = self.last[depth]
        return numeral(level.start if last is None else last, level.style)


class OdtStyles:
    """The styles of `styles.xml` and `content.xml` together; an unknown name is a style without properties."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._lists: dict[str, Mapping[int, Level]] = {}
        self.outline: Mapping[int, Level] = {}
        for part in (part for root in roots if root is not None for part in root if part.tag in _PARTS):
            for style in part:
                self._take(style)

    def _take(self, style: Element) -> None:
        name, kind = attribute(style, "name"), style.tag
        if kind == "style":
            words = style.find("text-properties")
            self._styles[attribute(style, "family"), name] = _Style(
                attribute(style, "display-name") or name,
                attribute(style, "parent-style-name"),
                _is_bold(attribute(words, "font-weight")),
                attribute(words, "display") == "none",
                attribute(style, "list-style-name"),
            )
        elif kind == "list-style":
            self._lists[name] = _levels(style)
        elif kind == "outline-style":
            self.outline = _levels(style)

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].parent

    def is_bold(self, family: str, name: str, *, default: bool) -> bool:
        """Tell whether a style of a family (`paragraph`, `text`) is bold."""
        answers = (style.bold for style in self._chain(family, name))
        return next((answer for answer in answers if answer is not None), default)

    def is_hidden(self, family: str, name: str) -> bool:
        """Tell whether text of a style is not printed."""
        return any(style.hidden for style in self._chain(family, name))

    def is_title(self, name: str) -> bool:
        """Tell whether a paragraph style is Title or made from it."""
        return any(style.name == "Title" for style in self._chain("paragraph", name))

    def levels(self, list_style: str, paragraph_style: str) -> Mapping[int, Level]:
        """Return the levels of a list style, which may be named by the paragraph's style instead."""
        if list_style in self._lists:
            return self._lists[list_style]
        named = (style.list_style for style in self._chain("paragraph", paragraph_style))
        return next((self._lists[name] for name in named if name in self._lists), {})


def _is_bold(weight: str) -> bool | None:
    return (weight == "bold" or weight in {"600", "700", "800", "900"}) if weight else None


def _levels(style: Element) -> Mapping[int, Level]:
    return {integer(attribute(level, "level"), 1) - 1: _level(level) for level in style}


def _level(level: Element) -> Level:
    if level.tag in {"list-level-style-bullet", "list-level-style-image"}:
        return Level(bullet=True)
    style = attribute(level, "num-format")
    if style in {"a", "A"} and attribute(level, "num-letter-sync") == "true":
        style = {"a": "lowerLetter", "A": "upperLetter"}[style]
    return Level(
        style,
        attribute(level, "num-prefix"),
        attribute(level, "num-suffix"),
        integer(attribute(level, "start-value"), 1),
        integer(attribute(level, "display-levels"), 1),
    )
