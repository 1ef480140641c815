"""Runs of text, bold or not, on their way to becoming lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Line:
    """Text between two line breaks, with its bold stretches (half open, in `text`)."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()

    @property
    def all_bold(self) -> bool:
        """Whether there are words and every one of them is bold."""
        plain = list(self.text)
        for start, end in self.bold:
            plain[start:end] = " " * (end - start)
        return bool(self.text.strip()) and not "".join(plain).strip()

    def without(self, length: int) -> Self:
        """Return the line without its first `length` characters.

        >>> Line("1) Access", ((0, 9),)).without(3)
        Line(text='Access', bold=((0, 6),))
        """
        bold = tuple((max(start - length, 0), end - length) for start, end in self.bold if end > length)
        return replace(self, text=self.text[length:], bold=bold)

    def after(self, number: str) -> Self:
        """Return the line with a number and a space before it; one before bold words is bold as well."""
        length = len(number) + 1
        bold = tuple((start and start + length, end + length) for start, end in self.bold)
        return replace(self, text=f"{number} {self.text}", bold=bold)


class Runs:
    r"""Collects runs of one paragraph; a line feed in a run is a line break.

    >>> runs = Runs()
    >>> runs.add("Date: ", bold=True)
    >>> runs.add("2 February 2022\nNew York")
    >>> runs.take()
    [Line(text='Date: 2 February 2022', bold=((0, 6),)), Line(text='New York', bold=())]
    """

    def __init__(self) -> None:
        self._parts: list[tuple[str, bool]] = []

    def __bool__(self) -> bool:
        return any(not text.isspace() for text, _ in self._parts)

    def add(self, text: str, *, bold: bool = False) -> None:
        """Append a run."""
        if text:
            self._parts.append((text, bold))

    def take(self) -> list[Line]:
        """Return the lines that have words, and begin anew."""
        lines: list[Line] = []
        texts: list[str] = []
        bold: list[tuple[int, int]] = []
        at = 0
        for run, is_bold in self._parts:
            for number, text in enumerate(run.split("\n")):
                if number:
                    lines.append(Line("".join(texts), tuple(bold)))
                    texts, bold, at = [], [], 0
                if is_bold and text:
                    bold.append((at, at + len(text)))
                texts.append(text)
                at += len(text)
        lines.append(Line("".join(texts), tuple(bold)))
        self._parts.clear()
        return [line for line in lines if line.text.strip()]


def joined(lines: Iterable[Line], separator: str = " ") -> Line:
    """Make one line of several."""
    texts: list[str] = []
    bold: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        bold += [(start + at, end + at) for start, end in line.bold]
        texts.append(line.text)
        at += len(line.text) + len(separator)
    return Line(separator.join(texts), tuple(bold))


def rewrapped(lines: Sequence[Line]) -> list[Line]:
    """Undo the line breaks inside sentences, so that what is left are whole lines.

    A break is inside a sentence when the next line begins with a small letter (which `a) ...` does not) and the line before it does not
    end one.

    >>> [line.text for line in rewrapped([Line("Report on the"), Line("spotlight session"), Line("2 February 2022")])]
    ['Report on the spotlight session', '2 February 2022']
    """
    groups: list[list[Line]] = []
    for line in lines:
        words = line.text.strip()
        if groups and words[0].islower() and words[1:2].isalpha() and not groups[-1][-1].text.rstrip().endswith(_ENDS):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [joined(group) for group in groups]


_ENDS = (".", "!", "?", ":", ";", "…")
