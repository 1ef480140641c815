"""The list numbers Word prints, which stand nowhere in its files (ECMA-376 part 1, section 17.9).

A paragraph names a numbering instance (`w:num`), itself or through its styles; the instance names an abstract numbering, and may override
levels of it. Instances of one abstract numbering count on together, unless an instance starts a level anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from forumgraph.converters.readers.archive import attribute
from forumgraph.converters.readers.markers import BULLET
from forumgraph.converters.readers.numerals import integer, numeral
from forumgraph.converters.readers.wordstyles import switched, value

if TYPE_CHECKING:
    from forumgraph.converters.readers.archive import Element
    from forumgraph.converters.readers.wordstyles import Styles

LEVELS: Final = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Label:
    """What Word prints before a paragraph.

    Attributes:
        marker: `89.`, `(a)`, `•` for every bullet.
        level: from 0.
        key: the abstract numbering; paragraphs of one key count together.
        restarts: whether the numbers of the level began again.
        numbered: false for bullets.
        indent: of the text, in twentieths of a point.
    """

    marker: str
    level: int
    key: str
    restarts: bool
    numbered: bool
    indent: int


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int
    restart_after: int
    plain_digits: bool
    indent: int
    paragraph_style: str


@dataclass(slots=True)
class _Counters:
    """The state of one abstract numbering: the last number of each level (None before the first), and which instances were used at which level."""

    last: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    used: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """Counts the numbered paragraphs of one file; ask it for every paragraph, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        for found in () if root is None else root.iterfind("abstractNum"):
            self._abstract[attribute(found, "abstractNumId")] = found
        for found in () if root is None else root.iterfind("num"):
            self._instances[attribute(found, "numId")] = found
        self._levels: dict[str, list[_Level]] = {}
        self._counters: dict[str, _Counters] = {}

    def label(self, properties: Element | None, style: str) -> Label | None:
        """Count a paragraph and return its label, or None where Word prints none.

        Args:
            properties: its `w:pPr`.
            style: identifier of its style.
        """
        instance, level = self._place(properties, style)
        if instance not in self._instances:
            return None
        levels = self._levels_of(instance)
        key = self._abstract_of(instance)
        counters = self._counters.setdefault(key, _Counters())
        restarts = self._count(counters, instance, level, levels)
        spec = levels[level]
        numbered = spec.style != "bullet"
        marker = _printed(levels, level, counters) if numbered else BULLET if spec.text else ""
        indent = _indent(properties, spec.indent)
        return Label(marker, level, key, restarts, numbered, indent) if marker else None

    def _place(self, properties: Element | None, style: str) -> tuple[str, int]:
        """Return numbering instance and level: the paragraph's own, else those of its styles (sections 17.3.1.19, 17.9.23)."""
        own = value(properties, "numPr/numId")
        own_level = value(properties, "numPr/ilvl")
        if own:
            return own, _clamped(own_level)
        for identifier, found in self._styles.chain(style):
            instance = value(found.paragraph, "numPr/numId")
            if instance:
                level = own_level or self._linked_level(instance, style, identifier) or self._style_level(style)
                return instance, _clamped(level)
        return "", 0

    def _linked_level(self, instance: str, style: str, ancestor: str) -> str:
        """Return the level that names the style as its own, if there is one."""
        if instance not in self._instances:
            return ""
        linked = [level.paragraph_style for level in self._levels_of(instance)]
        return next((str(linked.index(name)) for name in (style, ancestor) if name in linked), "")

    def _style_level(self, style: str) -> str:
        found = (value(each.paragraph, "numPr/ilvl") for _, each in self._styles.chain(style))
        return next((level for level in found if level), "")

    def _abstract_of(self, instance: str) -> str:
        """Return the abstract numbering of an instance, through a numbering style where it is one (section 17.9.21)."""
        key = value(self._instances[instance], "abstractNumId")
        for _ in range(LEVELS):
            link = value(self._abstract.get(key), "numStyleLink")
            styled = next((each.paragraph for _, each in self._styles.chain(link)), None) if link else None
            further = self._instances.get(value(styled, "numPr/numId"))
            if further is None:
                break
            key = value(further, "abstractNumId")
        return key

    def _levels_of(self, instance: str) -> list[_Level]:
        if instance not in self._levels:
            specs = _specs(self._abstract.get(self._abstract_of(instance)))
            for number, override in _overrides(self._instances[instance]).items():
                if (own := override.find("lvl")) is not None:
                    specs[number] = own
            self._levels[instance] = [_level(specs.get(number)) for number in range(LEVELS)]
        return self._levels[instance]

    def _count(self, counters: _Counters, instance: str, level: int, levels: list[_Level]) -> bool:
        """Advance the counters and tell whether the numbering began again."""
        anew = self._start_anew(counters, instance, level)
        last = counters.last[level]
        counters.last[level] = levels[level].start if last is None else last + 1
        for higher in range(level):
            if counters.last[higher] is None:
                counters.last[higher] = levels[higher].start
        for deeper in range(level + 1, LEVELS):
            restart = levels[deeper].restart_after
            if restart < 0 or level < restart:
                counters.last[deeper] = None
        return anew or last is None

    def _start_anew(self, counters: _Counters, instance: str, level: int) -> bool:
        """Apply the start override of an instance, once, when that level of it is first used (section 17.9.26)."""
        if (instance, level) in counters.used:
            return False
        counters.used.add((instance, level))
        override = _overrides(self._instances[instance]).get(level)
        start = value(override, "startOverride")
        if not start and (override is None or override.find("lvl") is None):
            return False
        counters.last[level] = integer(start, 1) - 1 if start else None
        counters.last[level + 1 :] = [None] * (LEVELS - level - 1)
        return True


def _specs(abstract: Element | None) -> dict[int, Element]:
    found = () if abstract is None else abstract.iterfind("lvl")
    return {_clamped(attribute(level, "ilvl")): level for level in found}


def _overrides(instance: Element) -> dict[int, Element]:
    return {_clamped(attribute(found, "ilvl")): found for found in instance.iterfind("lvlOverride")}


def _level(spec: Element | None) -> _Level:
    """Read a level; one that is not there prints nothing."""
    if spec is None:
        return _Level("none", "", 1, -1, plain_digits=False, indent=0, paragraph_style="")
    picture = spec.find("lvlPicBulletId") is not None
    return _Level(
        style=value(spec, "numFmt") or "decimal",
        text=value(spec, "lvlText").strip() or (BULLET if picture else ""),
        start=integer(value(spec, "start"), 0),
        restart_after=integer(value(spec, "lvlRestart"), -1),
        plain_digits=switched(spec, "isLgl") is True,
        indent=_indent(spec.find("pPr"), 0),
        paragraph_style=value(spec, "pStyle"),
    )


def _printed(levels: list[_Level], level: int, counters: _Counters) -> str:
    """Fill the numbers into the level's text (section 17.9.11); with `isLgl` all of them in digits (section 17.9.4)."""

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        last = counters.last[place]
        style = "decimal" if levels[level].plain_digits else levels[place].style
        return "" if last is None or place > level else numeral(last, style)

    return _PLACE.sub(number, levels[level].text)


def _indent(properties: Element | None, default: int) -> int:
    found = None if properties is None else properties.find("ind")
    text = attribute(found, "start") or attribute(found, "left")
    return integer(text, default)


def _clamped(level: str) -> int:
    return min(max(integer(level, 0), 0), LEVELS - 1)
