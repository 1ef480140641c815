"""The one place where documents are made: readers yield pieces, `assemble` makes their text and offsets.

So the offsets are right by construction: for every block of every document, `block.span.of(document.text) == block.text`.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.readers.pagemarks import head_key, is_page_number
from forumgraph.converters.words.lexicon import of_all
from forumgraph.findings import finding
from forumgraph.model import Block, BlockKind, Document, Finding, Place, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as a reader found it, before its text is normalised and has a place.

    Attributes:
        text: as the format gives it; an item's without its marker, a row's with ` | ` between the cells.
        bold: half open stretches in `text`.

    The other attributes mean what they mean in `forumgraph.model.Block`.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""
    list: int = -1
    bold: tuple[tuple[int, int], ...] = ()
    page: int = 0
    line: int = 0
    handle: str = ""


_CONTROL = "\x00-\x08\x0e-\x1d\x7f-\x84\x86-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NOT_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
_REPORTED = re.compile(f"[{_CONTROL}{_BIDI}{_NOT_CHARACTERS}]+|(?<=[\u0300-\u036f]{{30}})[\u0300-\u036f]+")
"""What is taken out and reported; accents heaped beyond 30 (UAX 15, section 13, stream-safe text) are not writing."""
_RESIDUE = re.compile(
    r"\[bookmark: ?[^\]\n]{0,80}\]|\[(?:image|picture|cid): ?[^\]\n]{0,120}\]"
    r'|\bHYPERLINK (?:\\l )?"[^"\n]{0,400}"(?: \\[a-z] "[^"\n]{0,400}")?'
    r"|Error! (?:Reference source|Bookmark) not (?:found|defined)\.|\\\* ?MERGEFORMAT\b"
)
"""What word processors and their text exports leave behind."""
_UNSEEN = re.compile("[\x1f\xad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffc]+")
_HYPHENS = re.compile("[\x1e\u2010\u2011]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_EDITED = re.compile(r"[\[\\\u0300-\u036f\u2010\u2011\ufb00-\ufb06\ufe00-\ufe0f\ufffc]")
"""Printable characters that an edit may concern."""
_CELLS = " | "
_SPACE_RUN = re.compile(r"[^\S ]\s*| \s+")


_EDITS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str] | str]] = (
    (_RESIDUE, ""),
    (_UNSEEN, ""),
    (_REPORTED, ""),
    (_HYPHENS, "-"),
    (_LIGATURES, lambda found: unicodedata.normalize("NFKC", found[0])),
)


def assemble(
    source: Source, pieces: Iterable[Piece], *, findings: Iterable[Finding] = (), title: str = "", published: str = ""
) -> Document:
    """Make a document of what a reader found.

    Normalises every text (NFC; all spaces and line ends to one space; soft hyphens, zero-width characters and word-processor residue out;
    control, bidirectional and unpaired surrogate characters out, with a finding `DOC008`; hyphens of every width to `-`; ligatures to letters), keeps
    running heads once, drops page numbers at page edges and pieces that have no words, and joins the rest with line feeds. An item stands in the
    text as `marker words`; its block covers the words.

    >>> document = assemble(Source("a.txt", "text/plain", "", 9), [Piece(BlockKind.ITEM, "Access\u00a0to  data", marker="1.")])
    >>> document.text, document.blocks[0].span
    ('1. Access to data', Span(start=3, end=17))
    """
    removed: list[Finding] = []
    cleaned = [piece for given in pieces if (piece := _clean(given, source, removed)).text]
    blocks: list[Block] = []
    lines: list[str] = []
    at = 0
    for piece in _with_whole_names(_with_heads_once(cleaned)):
        prefix = f"{piece.marker} " if piece.marker and piece.kind is BlockKind.ITEM else ""
        blocks.append(_block(piece, at + len(prefix)))
        lines.append(prefix + piece.text)
        at += len(prefix) + len(piece.text) + 1
    return Document(source, "\n".join(lines), tuple(blocks), (*findings, *_summary(removed)), clean(title), published)


def clean(text: str) -> str:
    """Normalise a text as `assemble` does.

    >>> clean(" [bookmark: _GoBack]UN\u00a0DESA ")
    'UN DESA'
    """
    return _edited(text).strip(" ")


def without_residue(text: str) -> str:
    """Take out what word processors leave behind, and nothing else, so that a reader of lines sees how a line really begins.

    >>> without_residue("[bookmark: _GoBack]1. Access")
    '1. Access'
    """
    return _RESIDUE.sub("", text)


def _block(piece: Piece, start: int) -> Block:
    bold = tuple(Span(start + a, start + b) for a, b in piece.bold)
    span = Span(start, start + len(piece.text))
    marker = piece.marker if piece.kind is BlockKind.ITEM else ""
    return Block(
        piece.kind, piece.text, span, piece.level, marker, piece.list, bold, piece.page, piece.line, piece.handle
    )


def _clean(piece: Piece, source: Source, removed: list[Finding]) -> Piece:
    text = clean(piece.text)
    if text != piece.text and _REPORTED.search(piece.text):
        place = Place(source.name, piece.page, piece.line)
        removed.append(finding("DOC008", "characters that cannot be seen were taken out", place))
    return replace(piece, text=text, marker=clean(piece.marker), bold=_moved(piece.bold, piece.text, text))


def _edited(text: str) -> str:
    if not _is_plain(text):
        for pattern, new in _EDITS:
            text = pattern.sub(new, text)
        text = _SPACE_RUN.sub(" ", unicodedata.normalize("NFC", text))
    return text


def _moved(bold: Sequence[tuple[int, int]], text: str, cleaned: str) -> tuple[tuple[int, int], ...]:
    """Return where bold stretches are once `text` is cleaned, as one where only spaces part them: told by the letters before them."""
    if not bold:
        return ()
    cuts = sorted({offset for stretch in bold for offset in stretch})
    lengths = (len(_edited(text[a:b]).replace(" ", "")) for a, b in itertools.pairwise([0, *cuts]))
    before = dict(zip(cuts, itertools.accumulate(lengths), strict=True))
    letters = [at for at, c in enumerate(cleaned) if c != " "]
    merged: list[tuple[int, int]] = []
    for start, end in sorted((before[a], min(before[b], len(letters))) for a, b in bold):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple((letters[start], letters[end - 1] + 1) for start, end in merged)


def _is_plain(text: str) -> bool:
    """Tell, of most texts, that no edit can change them."""
    if not text.isprintable() or "  " in text or _EDITED.search(text) is not None:
        return False
    return unicodedata.is_normalized("NFC", text) and "HYPERLINK" not in text and "Error!" not in text


def _summary(removed: Sequence[Finding]) -> tuple[Finding, ...]:
    """Tell of removed characters once, at the first place."""
    if not removed:
        return ()
    places = "1 place" if len(removed) == 1 else f"{len(removed)} places"
    return (replace(removed[0], message=f"{removed[0].message} in {places}"),)


def _with_whole_names(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put forenames and surnames together that have columns of their own, so that names stand in the text as people say them."""
    halves: tuple[int, bool] | None = None
    for piece in pieces:
        cells = piece.text.split(_CELLS) if piece.kind is BlockKind.ROW else []
        halves = (_halves(cells) or halves) if cells else None
        yield _with_whole_name(piece, cells, *halves) if halves and len(cells) > halves[0] + 1 else piece


def _with_whole_name(piece: Piece, cells: Sequence[str], column: int, turned: bool) -> Piece:
    name = cells[column : column + 2]
    whole = " ".join(half for half in (reversed(name) if turned else name) if half)
    text = _CELLS.join([*cells[:column], whole, *cells[column + 2 :]])
    return replace(piece, text=text, bold=((0, len(text)),) if piece.bold == ((0, len(piece.text)),) else ())


def _halves(cells: Sequence[str]) -> tuple[int, bool] | None:
    """Return the column of the first half of the names if these cells are the head of such a table, and whether that is the surname."""
    named, forenames, surnames = (of_all("posts", row) for row in ("names", "given_names", "family_names"))
    heads = [cell.casefold().strip(" .:*") for cell in cells]
    for column, (one, other) in enumerate(itertools.pairwise(heads)):
        if {one, other} <= named | forenames | surnames and {one, other} & (forenames | surnames):
            return column, one in surnames or other in forenames
    return None


def _with_heads_once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Keep each running head once, and no page number among them."""
    seen: set[str] = set()
    for piece in pieces:
        key = head_key(piece.text) if piece.kind is BlockKind.PAGE_HEADER else ""
        if key not in seen and not (key and is_page_number(piece.text)):
            yield piece
        seen |= {key} - {""}
