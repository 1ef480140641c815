"""The styles of a Word file: what a paragraph or run gets without saying so itself (ECMA-376 part 1, section 17.7)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.converters.readers.archive import attribute
from forumgraph.converters.readers.numerals import integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.converters.readers.archive import Element

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|título|kop|rubrik|nagłówek|заголовок) ?([1-9])", re.IGNORECASE
)
_TITLES = frozenset({"title", "titel", "titre", "título", "titolo", "rubrik"})
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|index)(?: (?:heading|[1-9]))?", re.IGNORECASE)
_BODY_TEXT = 9
_USUAL_SIZE = 20
_OFF = frozenset({"0", "false", "off", "none"})


def level_of_name(name: str) -> int:
    """Return the level of a heading style by its name, or 0.

    >>> level_of_name("Heading 2"), level_of_name("Titre 1"), level_of_name("Normal")
    (2, 1, 0)
    """
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else 0


def is_name_of_title(name: str) -> bool:
    """Tell whether a style is for titles of documents by its name."""
    return name.lower() in _TITLES


def switched(properties: Element | None, name: str) -> bool | None:
    """Return an on-off property (section 17.17.4), or None where nothing is said."""
    found = None if properties is None else properties.find(name)
    return None if found is None else attribute(found, "val") not in _OFF


def value(properties: Element | None, path: str) -> str:
    """Return the `w:val` of a descendant, or an empty string."""
    found = None if properties is None else properties.find(path)
    return attribute(found, "val")


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with its own properties and the identifier of the style it is based on."""

    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


class Styles:
    """The styles of one file, asked by identifier; an unknown identifier is a style without properties."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        defaults = None if root is None else root.find("docDefaults/rPrDefault/rPr")
        self._size = _size(defaults) or _USUAL_SIZE
        for style in () if root is None else root.iterfind("style"):
            identifier, kind = attribute(style, "styleId"), attribute(style, "type") or "paragraph"
            self._styles[identifier] = Style(
                value(style, "name"), value(style, "basedOn"), style.find("pPr"), style.find("rPr")
            )
            if attribute(style, "default") not in {"", *_OFF}:
                self._defaults[kind] = identifier

    def paragraph_style(self, properties: Element | None) -> str:
        """Return the identifier of a paragraph's style, which is the default style where it names none."""
        return value(properties, "pStyle") or self._defaults.get("paragraph", "")

    def chain(self, identifier: str) -> Iterator[tuple[str, Style]]:
        """Yield a style and those it is based on; each once, even where they go round in a circle."""
        seen: set[str] = set()
        while identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            yield identifier, self._styles[identifier]
            identifier = self._styles[identifier].based_on

    def switched(self, identifier: str, name: str) -> bool | None:
        """Return an on-off run property as a style and its ancestors give it."""
        answers = (switched(style.run, name) for _, style in self.chain(identifier))
        return next((answer for answer in answers if answer is not None), None)

    def letters(self, paragraph: Element, style: str) -> Counter[int]:
        """Count the letters of a paragraph of a style by their size in half points (section 17.3.2.38)."""
        counted = Counter[int]()
        for run in paragraph.iter("r"):
            if letters := sum(len(words.text or "") for words in run.iterfind("t")):
                counted[self._size_of(run.find("rPr"), style)] += letters
        return counted

    def _size_of(self, properties: Element | None, style: str) -> int:
        styles = [each for name in (value(properties, "rStyle"), style) for _, each in self.chain(name)]
        return next(filter(None, (_size(properties), *(_size(each.run) for each in styles))), self._size)

    def is_title(self, identifier: str) -> bool:
        """Tell whether a style is Word's Title or made from it."""
        return any(is_name_of_title(style.name) for _, style in self.chain(identifier))

    def is_contents(self, identifier: str) -> bool:
        """Tell whether a style is for tables of contents, which repeat what stands elsewhere."""
        return any(_CONTENTS.fullmatch(style.name) for _, style in self.chain(identifier))

    def heading_level(self, properties: Element | None, identifier: str) -> int:
        """Return the level of a heading from 1, or 0 where a paragraph is none.

        A paragraph is a heading by its own outline level, by the name of its style or of one that style is based on, or by their outline
        level (section 17.3.1.20; 9 says body text).
        """
        own = value(properties, "outlineLvl")
        if own:
            return _level(own)
        for _, style in self.chain(identifier):
            if level := level_of_name(style.name):
                return level
            if outline := value(style.paragraph, "outlineLvl"):
                return _level(outline)
        return 0


def _level(outline: str) -> int:
    level = integer(outline, _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else 0


def _size(properties: Element | None) -> int:
    return max(integer(value(properties, "sz")), 0)
