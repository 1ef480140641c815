"""What stands above a page for the program that makes its site: `---`, `title: ...`, `date: ...`, `---`, and what of it is part of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from forumgraph.converters.readers.assemble import Piece
from forumgraph.converters.words.headings import kind_of
from forumgraph.converters.words.lexicon import everywhere, lexicons
from forumgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_FENCED = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\n((?:[^\n]{0,2000}\n){0,200}?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)"
)
_BARE = re.compile(r"\ufeff?()((?:[A-Za-z][A-Za-z_-]{1,30}:[ \t][^\n]{0,2000}\n){2,40})(?=\n|\Z)")
"""Keys without a fence, as copies of sites have them: unlike labels that people write, they begin with a small letter, or one is only of sites."""
_KEY = re.compile(r"([\w][\w -]{0,40}?)[ \t]?[:=](?:[ \t]+(.*)|)")
_MORE = re.compile(r"(?:[ \t]+|(?=-[ \t]))(-[ \t]+)?(\S.*)")
"""A line that goes on with the value above it, which may be one of a list."""
_INNER = re.compile(r"[a-z][\w-]{0,30}:[ \t]+(.*)")
"""A key inside a list: "- name: Ana Reis"."""
_NO_WORDS = re.compile(r"(?:[\W_]*|[ \t]*#.*|\[\[?[\w.]{1,60}\]?\])")
"""A line between the entries that holds nothing: a bracket, a comment, the name of a table."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUOTES = " \t\"'"
_LOW = 3
"""Level from which on a heading is none of a page."""
_SAME = 60
"""Characters by which a summary is known that the text begins with as well."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries above a page, with their lines.

    Attributes:
        entries: line, key and value of each.
        rest: the text with the lines of the entries blank.
    """

    entries: tuple[tuple[int, str, str], ...]
    rest: str

    @property
    def values(self) -> dict[str, str]:
        """The values by their keys without capitals."""
        return {key.casefold(): value for _, key, value in self.entries}

    @property
    def title(self) -> str:
        """What the page is called; empty if it is not told."""
        keys = everywhere("pages", "key_title") if self.entries else ()
        return next((value for key in keys if (value := self.values.get(key, ""))), "")

    @property
    def published(self) -> str:
        """The ISO day of publication; the date of a page that tells of no event is that, too."""
        keys = (
            (*everywhere("pages", "key_published"), *(() if self._dates_event else ("date",))) if self.entries else ()
        )
        return next((day[0] for key in keys if (day := _DAY.match(self.values.get(key, "")))), "")

    @property
    def _dates_event(self) -> bool:
        """Tell whether the date is that of an event: other keys tell of one, and none of them gives its day."""
        others = [key for key in self.values if _tells(key) and key != "date"]
        return bool(others) and not any(_name(key) in everywhere("labels", "date") for key in others)

    def around(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Return the pieces of a text with its title as heading above it, then the labels of an event, and all else as notes at its end."""
        body = list(pieces)
        if not self.entries:
            return body
        told = " ".join(piece.text for piece in body[:3])
        own = bool(body) and (_folded(body[0].text) == _folded(self.title) or _is_title(body))
        above: list[Piece] = []
        notes: list[Piece] = []
        for line, key, value in self.entries:
            name = key.casefold()
            if not value:
                continue
            if value == self.title and name in everywhere("pages", "key_title") and not own:
                above.insert(0, Piece(BlockKind.HEADING, value, 1, line=line))
            elif name in everywhere("pages", "key_summary") and _folded(value)[:_SAME] not in _folded(told):
                above.append(Piece(BlockKind.PARAGRAPH, value, line=line))
            elif _tells(name) and (name != "date" or self._dates_event or not _DAY.match(value)):
                above.append(Piece(BlockKind.PARAGRAPH, f"{_name(key).capitalize()}: {value}", line=line))
            else:
                notes.append(Piece(BlockKind.NOTE, f"{key}: {value}", line=line))
        below = [_lower(piece) for piece in body] if above and above[0].kind is BlockKind.HEADING else body
        return [*above, *below, *notes]


def of(text: str) -> FrontMatter:
    r"""Take the front matter off a text, whose lines end with `\n`; a rule at the top is none.

    >>> found = of("---\ntitle: Ice\n---\nAll met.")
    >>> found.title, found.rest
    ('Ice', '\n\n\nAll met.')
    """
    found = _FENCED.match(text) or _BARE.match(text)
    if found is None or not _is_data(found[2].strip("\n").split("\n")):
        return FrontMatter((), text)
    entries = tuple(_entries(found[2].rstrip("\n").split("\n"), 2 if found[1] else 1))
    keys = {key.casefold(): key for _, key, _ in entries}
    made = all(key[0].islower() for key in keys.values()) or not keys.keys().isdisjoint(
        everywhere("pages", "key_of_site")
    )
    if not (found[1] or (made and not keys.keys().isdisjoint(everywhere("pages", "key_title")))):
        return FrontMatter((), text)
    return FrontMatter(entries, "\n" * found[0].count("\n") + text[found.end() :])


def _is_data(lines: Sequence[str]) -> bool:
    """Tell whether lines are keys and what belongs to them, and no words between two rules."""
    forms = (_KEY, _MORE, _NO_WORDS)
    return _KEY.fullmatch(lines[0]) is not None and all(any(form.fullmatch(line) for form in forms) for line in lines)


def _entries(lines: Sequence[str], number: int) -> list[tuple[int, str, str]]:
    entries: list[tuple[int, str, str]] = []
    for at, line in enumerate(lines, number):
        if entry := _KEY.fullmatch(line):
            entries.append((at, entry[1], _listed((entry[2] or "").strip(_QUOTES))))
        elif entries and (more := _MORE.fullmatch(line)):
            inner = _INNER.fullmatch(more[2])
            joint = (" ", ", ", "; ")[bool(more[1]) + bool(inner)]
            begun, key, value = entries[-1]
            words = (inner[1] if inner else more[2]).strip(_QUOTES)
            entries[-1] = begun, key, f"{value}{joint}{words}" if value.strip(">|-") else words
    return entries


def _listed(value: str) -> str:
    """Return a value without the brackets and quotes of a list: `["UN DESA", "GTF"]`."""
    listed = value[:1] == "[" and value[-1:] == "]"
    return ", ".join(part.strip(_QUOTES) for part in value[1:-1].split(",")) if listed else value


def _is_title(body: Sequence[Piece]) -> bool:
    """Tell whether a text prints its own title: a high heading, above all others and no "Recommendations", or a line in bold that ends no sentence."""
    first = body[0]
    if first.kind is BlockKind.HEADING:
        return (
            first.level < _LOW
            and not _is_day(first.text)
            and not any(kind_of(first.text, lexicon) for lexicon in lexicons().values())
            and all(piece.kind is not BlockKind.HEADING or piece.level > first.level for piece in body[1:])
        )
    bold = sum(end - start for start, end in first.bold) >= len("".join(first.text.split()))
    return bold and first.kind is BlockKind.PARAGRAPH and first.text.rstrip()[-1:] not in ".:;,"


def _is_day(words: str) -> bool:
    """Tell whether a heading is nothing but a day, as above the notes of one: "Sunday 25 September 2022"."""
    named = {name for lexicon in lexicons().values() for name in (*lexicon.months, *_weekdays(lexicon))}
    said = [word.strip(".,") for word in words.lower().split()]
    return any(map(str.isdigit, said)) and all(word.isdigit() or word in named for word in said)


def _weekdays(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(day for days in lexicon.table("dates.weekdays").values() for day in days)


def _lower(piece: Piece) -> Piece:
    return replace(piece, level=min(piece.level + 1, 6)) if piece.kind is BlockKind.HEADING else piece


def _folded(words: str) -> str:
    return " ".join(words.strip(" #*").casefold().split())


def _name(key: str) -> str:
    """Return a key as people write it: "event_date" is "event date"."""
    return key.casefold().replace("_", " ")


def _tells(key: str) -> bool:
    """Tell whether a key is a label that reports have: "location", "speakers"."""
    return _name(key) in _labels()


@cache
def _labels() -> frozenset[str]:
    rows = ("date", "time", "venue", "city", "mode", "part_of", "organizers", "people")
    return frozenset(phrase for row in rows for phrase in everywhere("labels", row)) - frozenset(
        everywhere("pages", "key_aside")
    )
