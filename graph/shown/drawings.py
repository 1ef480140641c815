"""Charts as SVG, drawn when the site is made: no script draws them, and the same figures give the same lines. Each has its figures as a table too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.graph.shown.exhibits import Link

_WIDTH = 860
_SHADES = ("a", "b", "c")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, and the figures in it."""

    svg: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[Link | str | int, ...], ...]


def _text(x: float, y: float, words: str, *, anchor: str = "start", soft: bool = False) -> Markup:
    kind = Markup(' class="soft"') if soft else Markup("")
    return Markup('<text x="{}" y="{}" text-anchor="{}"{}>{}</text>').format(_n(x), _n(y), anchor, kind, words)


def _n(value: float) -> str:
    """Write a coordinate: one digit after the point at most, so that the bytes are the same everywhere.

    >>> _n(3.0), _n(2.345)
    ('3', '2.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def _svg(height: float, name: str, parts: Iterable[Markup]) -> Markup:
    return Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, _n(height), name, Markup("").join(parts)
    )


def _shortened(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: length - 1].rstrip()}…"


def bars(name: str, rows: Sequence[tuple[str, Sequence[int]]], series: Sequence[str]) -> Drawing:
    """Draw up to three series of upright bars, one group a row.

    Args:
        rows: labels in order, with a number for each series.
    """
    top, height, bottom = 40, 180, 28
    most = max((value for _, values in rows for value in values), default=0) or 1
    step = _WIDTH / max(len(rows), 1)
    wide = min(step * 0.78 / len(series), 34)
    every = -(-len(rows) * 46 // _WIDTH)
    parts = [_legend(series)] if len(series) > 1 else []
    for index, (label, values) in enumerate(rows):
        left = index * step + (step - wide * len(series)) / 2
        parts += [
            _bar(left + n * wide, wide, value, most=most, shade=n, frame=(top, height))
            for n, value in enumerate(values)
            if value
        ]
        if index % every == 0:
            parts.append(_text(index * step + step / 2, top + height + 20, label, anchor="middle", soft=True))
    parts.append(Markup('<path class="rule" d="M0 {0}H{1}"/>').format(top + height, _WIDTH))
    table: tuple[tuple[str | int, ...], ...] = tuple((label, *values) for label, values in rows)
    return Drawing(_svg(top + height + bottom, name, parts), (" ", *series), table)


def _bar(x: float, wide: float, value: int, *, most: int, shade: int, frame: tuple[int, int]) -> Markup:
    top, height = frame
    high = max(height * value / most, 1.5)
    y = top + height - high
    rect = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        _SHADES[shade], _n(x + 1), _n(y), _n(wide - 2), _n(high)
    )
    return rect + (_text(x + wide / 2, y - 5, str(value), anchor="middle", soft=True) if wide >= 14 else "")


def _legend(series: Sequence[str]) -> Markup:
    found, x = Markup(""), 0.0
    for index, name in enumerate(series):
        found += Markup('<rect class="{}" x="{}" y="2" width="12" height="12"/>').format(_SHADES[index], _n(x))
        found += _text(x + 18, 13, name)
        x += 40 + 7.5 * len(name)
    return found


def dots(name: str, rows: Sequence[tuple[Link, Sequence[int]]], columns: Sequence[str]) -> Drawing:
    """Draw a grid of discs whose areas are the numbers: rows by columns."""
    left, line, top = 270, 34, 14
    step = (_WIDTH - left) / max(len(columns), 1)
    most = max((value for _, values in rows for value in values), default=0) or 1
    largest = min(line * 0.46, step * 0.46)
    parts = []
    for index, (link, values) in enumerate(rows):
        y = top + index * line + line / 2
        parts.append(_text(0, y + 4, _shortened(link.label, 36)))
        parts.append(Markup('<path class="rule" d="M{} {}H{}"/>').format(left, _n(y), _WIDTH))
        for column, value in enumerate(values):
            if value:
                disc = Markup('<circle class="a" cx="{}" cy="{}" r="{}"><title>{}</title></circle>')
                radius = max(largest * (value / most) ** 0.5, 2)
                words = f"{link.label}, {columns[column]}: {value}"
                parts.append(disc.format(_n(left + column * step + step / 2), _n(y), _n(radius), words))
    low = top + len(rows) * line + 18
    every = max(-(-len(columns) * 42 // (_WIDTH - left)), 1)
    parts += [
        _text(left + index * step + step / 2, low, label, anchor="middle", soft=True)
        for index, label in enumerate(columns)
        if index % every == 0
    ]
    return Drawing(_svg(low + 10, name, parts), (" ", *columns), tuple((link, *values) for link, values in rows))


def arcs(name: str, links: Sequence[tuple[Link, Link, int]]) -> Drawing:
    """Draw pairs as arcs between names that stand under each other."""
    names = list(dict.fromkeys(link for one, other, _ in links for link in (one, other)))
    names.sort(key=lambda link: (-sum(count for *pair, count in links if link in pair), link.label))
    line, left, top = 30, 440, 8
    place = {link: top + index * line + line / 2 for index, link in enumerate(names)}
    most = max((count for *_, count in links), default=1)
    parts = [_text(left - 16, place[link] + 4, _shortened(link.label, 58), anchor="end") for link in names]
    for one, other, count in links:
        y, below = sorted((place[one], place[other]))
        reach = min((below - y) / 2, _WIDTH - left - 20)
        arc = Markup('<path class="arc" stroke-width="{}" d="M{} {}A{} {} 0 0 1 {} {}"><title>{}</title></path>')
        words = f"{one.label} and {other.label}: {count}"
        width = _n(1.2 + 3.8 * (count - 1) / max(most - 1, 1))
        parts.append(arc.format(width, left, _n(y), _n(reach), _n((below - y) / 2), left, _n(below), words))
    parts += [Markup('<circle class="a" cx="{}" cy="{}" r="3.5"/>').format(left, _n(place[link])) for link in names]
    height = top + len(names) * line + 8
    return Drawing(_svg(height, name, parts), ("One", "Other", "Sessions"), tuple(links))


def across(name: str, rows: Sequence[tuple[str, Sequence[int]]], series: Sequence[str]) -> Drawing:
    """Draw up to three series of lying bars, one group a row, with their numbers.

    Args:
        rows: labels in order, with a number for each series.
    """
    thick, left = 16, 330
    line, top = thick * len(series) + 12, 28 if len(series) > 1 else 4
    most = max((value for _, values in rows for value in values), default=0) or 1
    parts = [_legend(series)] if len(series) > 1 else []
    for index, (label, values) in enumerate(rows):
        y = top + index * line + 5
        parts.append(_text(left - 12, y + thick * len(values) / 2 + 5, _shortened(label, 44), anchor="end"))
        for n, value in enumerate(values):
            wide = (_WIDTH - left - 60) * value / most
            rect = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>')
            parts.append(rect.format(_SHADES[n], left, y + n * thick, _n(max(wide, 1)), thick - (len(values) > 1)))
            parts.append(_text(left + wide + 8, y + n * thick + 13, str(value), soft=True))
    table: tuple[tuple[str | int, ...], ...] = tuple((label, *values) for label, values in rows)
    return Drawing(_svg(top + len(rows) * line + 6, name, parts), (" ", *series), table)
