"""The lists of a section: which items belong together, their printed numbers, and what their shape says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from forumgraph.converters.words.phrases import begins, every, first, trimmed
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_LINK = re.compile(r"https?://|www\.|\S@\S{1,200}\.\w|doi\.org")
_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.hH]\d{2}\b")
_HOUR = re.compile(r"\W{0,3}\d{1,2}\s?")
_PERCENT = re.compile(r"\d\s?%|:\s?\d[\d.,]{0,9}$")
"""A share, or a number behind a label at the end."""
_CONTENTS = re.compile(r"\.{4,}|…{2,}|\s\d{1,3}\s?[−–-]\s?\d{1,3}(?:\s\d{1,3}(?:[−–-]\d{1,3})?)?\s*$")
"""Entries of a table of contents: leaders, or paragraphs and pages at the end."""
_WORD = re.compile(r"[^\W\d_]{3,12}")
_PERSON = re.compile(
    r"(?:[A-ZÀ-Ý][\w.’'-]{0,30}\s){1,3}[A-ZÀ-Ý][\w’'-]{1,30}(?:,|\s[–—-])\s((?:[^,:;]|,(?!\s[a-zà-ÿ])){3,140})$"
)
"""A name and what follows it, if that is no sentence: "Ana Lopes, mayor of Valongo"."""
_YEAR = re.compile(r"\b20\d\d\b")
_EVENT, _FIGURES, _LONGEST_LINE = 30, 12, 60
"""Words of an announcement of an event and, one more, of a result at most."""
_PUNCTUATION = " \t.,;:"
_SENTENCE = 5
_LISTED = 4
"""Ends of the parts of a list of three members."""
_HEAD = 3
"""Words behind a name in which a post is looked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list.

    Attributes:
        span: the words without marker and without a closing semicolon, comma or "; and".
        number: as printed, joined with the numbers of the items around it (`89(a)`); empty for bullets.
        leads: whether the item only introduces the items below it.
        detail: whether it only adds a few words to the item above it.
    """

    span: Span
    words: str
    number: str
    leads: bool = False
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list, and the paragraph just before it."""

    blocks: tuple[Block, ...]
    lead: Block | None


def find(body: Sequence[Block]) -> tuple[Enumeration, ...]:
    """Return the lists of a section. A numbering that starts again is another list; a line between two items is in neither."""
    lists: list[Enumeration] = []
    lead: Block | None = None
    current: list[Block] = []
    first_lead: Block | None = None
    for block in body:
        if block.kind is not BlockKind.ITEM:
            lead = block if block.kind is BlockKind.PARAGRAPH else None
            continue
        if current and not _belongs(current, block, lead):
            lists.append(Enumeration(tuple(current), first_lead))
            current = []
        if not current:
            first_lead = lead
        current.append(block)
        lead = None
    if current:
        lists.append(Enumeration(tuple(current), first_lead))
    return tuple(sorted([*lists, *_of_lines(body)], key=lambda listed: listed.blocks[0].span))


def _of_lines(body: Sequence[Block]) -> Iterator[Enumeration]:
    """Go through the lists whose members are lines without a marker that semicolons end, below a line that a colon ends."""
    lead: Block | None = None
    lines: list[Block] = []
    for block in body:
        plain = block.kind is BlockKind.PARAGRAPH
        text = block.text.rstrip()
        if plain and lead is not None and len(text.split()) <= _LONGEST_LINE:
            lines.append(block)
            if _goes_on(text):
                continue
            if len(lines) > 1:
                yield Enumeration(tuple(lines), lead)
        lead, lines = (block, []) if plain and text.endswith(":") else (None, [])


def _goes_on(line: str) -> bool:
    """Tell whether a member of a list is not the last: a semicolon ends it, or one and a short word."""
    head, _, tail = line.rpartition(";")
    return bool(head) and len(tail.split()) <= 1 and len(tail) < _SENTENCE


def entries(enumeration: Enumeration, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Return the items of a list with their numbers.

    Every item is an entry of its own. One that has items below it and ends with a colon only leads them; items of a few words below one that
    is complete without them are details of it.
    """
    return tuple(_entries(enumeration.blocks, lexicon))


def _entries(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Entry]:
    above: list[Block] = []
    constant = _constant_number(blocks)
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        while above and above[-1].level >= block.level:
            above.pop()
        parent = above[-1] if above else None
        leads = after is not None and after.level > block.level and block.text.rstrip().endswith(":")
        span = closed(block.text, lexicon)
        detail = parent is not None and not parent.text.rstrip().endswith(":") and len(block.text.split()) < _SENTENCE
        place = Span(block.span.start + span.start, block.span.start + span.end)
        yield Entry(place, span.of(block.text), "" if constant else number([*above, block]), leads=leads, detail=detail)
        above.append(block)


def closed(text: str, lexicon: Lexicon) -> Span:
    """Return an item's words without the semicolon, comma or "; and" that joins it to the next.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> closed("access to data; and", lexicons()["en"]).of("access to data; and")
    'access to data'
    """
    span = trimmed(text, 0, len(text), marks=" ;,")
    for word in lexicon.phrases("cues", "conjunction"):
        before = text[span.start : span.end]
        if before.lower().endswith((f"; {word}", f", {word}", f";{word}")):
            return trimmed(text, span.start, span.end - len(word), marks=" ;,")
    return span


def parted(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the parts of a line that is a list with semicolons; none if it is a sentence.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [span.of("no ice; few nets; and old boats.") for span in parted("no ice; few nets; and old boats.", lexicons()["en"])]
    ['no ice', 'few nets', 'old boats.']
    """
    cuts = [-1, *(i for i, mark in enumerate(text) if mark == ";" and text[i + 1 : i + 2] == " "), len(text)]
    if len(cuts) < _LISTED or ": " in text or ". " in text:
        return ()
    found: list[Span] = []
    for before, after in pairwise(cuts):
        span = trimmed(text, before + 1, after, marks=" ,")
        joint = begins(span.of(text), tuple(f"{word} " for word in lexicon.phrases("cues", "conjunction")))
        found.append(Span(span.start + joint.end(), span.end) if joint is not None else span)
    return tuple(found) if all(1 < len(span.of(text).split()) <= _EVENT for span in found) else ()


def number(chain: Sequence[Block]) -> str:
    """Return the printed number of an item within those around it, outermost first.

    >>> [number([Block(BlockKind.ITEM, "", Span(0, 0), marker=m)]) for m in ("17.", "(a)", "•")]
    ['17', 'a', '']
    """
    told = ""
    for block in chain:
        plain = block.marker.strip("().:- \t")
        if not plain or not plain[0].isalnum():
            told = ""
        elif told and plain.startswith(told):
            told = plain
        else:
            told += f"({plain})" if told else plain
    return told


def _belongs(current: Sequence[Block], block: Block, remark: Block | None) -> bool:
    """Tell whether an item goes on with the list; after a remark between, only if its numbering does."""
    if block.list != current[-1].list and block.level == 0:
        return False
    if remark is None:
        return True
    return block.marker != "•" and _figure(block) > 1 and not remark.text.rstrip().endswith((":", ";"))


def _constant_number(blocks: Sequence[Block]) -> bool:
    """Tell whether all top items are numbered "1.": an automatic numbering that was lost."""
    top = [block.marker for block in blocks if block.level == 0]
    return len(top) > 1 and len(set(top)) == 1 and top[0][:1] == "1"


def _figure(block: Block) -> int:
    plain = block.marker.strip("(). ")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else 0


def is_steady(blocks: Sequence[Block]) -> bool:
    """Tell whether the figures of the top items count up by one, or are all "1."."""
    figures = [n for block in blocks if block.level == 0 and (n := _figure(block))]
    return len(figures) < 2 or len(set(figures)) == 1 or figures == list(range(figures[0], figures[0] + len(figures)))


def shape(enumeration: Enumeration, lexicon: Lexicon) -> str:
    """Return what most items look like: `links`, `times`, `figures`, `contents`, `dates`, `questions`, `names`, or empty for points.

    A list of names is one of short items whose words all have capitals; posts ("Mayor of Valongo") are names too.
    """
    texts = [block.text for block in enumeration.blocks]
    tests = (
        ("links", lambda t: _LINK.search(t) is not None),
        ("times", lambda t: _is_time(t, lexicon)),
        ("figures", lambda t: len(t.split()) < _FIGURES and _counts(t, lexicon)),
        ("contents", lambda t: _CONTENTS.search(t) is not None),
        ("dates", lambda t: _is_dated(t, lexicon)),
        ("questions", lambda t: t.rstrip().endswith("?")),
        ("names", lambda t: is_name(t, lexicon)),
    )
    return next((name for name, test in tests if sum(map(test, texts)) * 2 > len(texts)), "")


def _is_time(text: str, lexicon: Lexicon) -> bool:
    """Tell whether an item begins with a time of day, "10:30", "3 pm", or is one with a label: "Start: 10:30"."""
    label, _, rest = text.rpartition(": ")
    text = rest if label and len(label.split()) <= _LISTED + 1 else text
    halves = (*lexicon.phrases("times", "am"), *lexicon.phrases("times", "pm"))
    hour = _HOUR.match(text)
    return _CLOCK.match(text) is not None or (hour is not None and begins(text[hour.end() :], halves) is not None)


def _counts(text: str, lexicon: Lexicon) -> bool:
    """Tell whether an item gives a share or a number of votes."""
    units = every(text, lexicon.phrases("cues", "units_of_polls"))
    return _PERCENT.search(text) is not None or any(text[: unit.start()].rstrip()[-1:].isdigit() for unit in units)


def _is_dated(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a short item names a month and a year: an event that is to come or has been."""
    month = next((word for word in _WORD.findall(text.lower()) if word in lexicon.months), "")
    return bool(month) and _YEAR.search(text) is not None and len(text.split()) <= _EVENT


def is_link(text: str) -> bool:
    """Tell whether a line holds an address of the web or of mail."""
    return _LINK.search(text) is not None


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Tell whether an item is a name: no full stop, all its words with capitals but for function words.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> is_name("Ms. Ana Lopes, Mayor of Valongo", lexicons()["en"]), is_name("Access to data", lexicons()["en"])
    (True, False)
    """
    words = [word.strip(_PUNCTUATION + "()“”\"'–-") for word in text.split()]
    small = (*lexicon.phrases("cues", "small_in_names"), *lexicon.phrases("posts", "particles"))
    words = [word for word in words if word and word.lower() not in lexicon.words and word.lower() not in small]
    if has_post(text, lexicon):
        return True
    titled = is_titled(text, lexicon)
    if len(words) > (18 if titled else 10) or (text.rstrip().endswith((";", ".")) and len(words) > 4 and not titled):
        return False
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and capitals * (10 if not titled else 15) >= len(words) * 9


def is_titled(text: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with a title of address or office: "Ms.", "H.E.", "Mayor"."""
    return begins(text, lexicon.phrases("cues", "honorifics")) is not None


def has_post(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is somebody's name and post: "Ana Lopes, Mayor of Valongo."."""
    person = _PERSON.match(text)
    head = " ".join(person[1].split()[:_HEAD]) if person is not None else ""
    return first(head, lexicon.phrases("posts", "titles")) is not None


def are_people(enumeration: Enumeration, lexicon: Lexicon) -> bool:
    """Tell whether most items begin with a title of address or office, or with a name and a post."""
    people = [block for block in enumeration.blocks if is_titled(block.text, lexicon) or has_post(block.text, lexicon)]
    return len(people) * 2 > len(enumeration.blocks)


def are_statements(enumeration: Enumeration) -> bool:
    """Tell whether the items of an unlabelled list say something: most have at least four words, and not all words have capitals."""
    said = [block.text.split() for block in enumeration.blocks]
    telling = [words for words in said if len(words) > 3 and any(word[0].islower() for word in words[1:])]
    return len(telling) * 2 > len(said)
