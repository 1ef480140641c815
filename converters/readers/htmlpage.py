"""What an HTML page is before its blocks are read: its encoding, its main part, its metadata, and what of it is not its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from forumgraph.converters.readers.encoding import decode
from forumgraph.converters.readers.sitefurniture import is_caption, is_furniture
from forumgraph.errors import UnreadableSource

if TYPE_CHECKING:
    from forumgraph.converters.readers.archive import Element
    from forumgraph.model import Finding

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_PUBLISHED = frozenset(
    "article:published_time datepublished date dc.date dc.date.issued dcterms.date dcterms.issued citation_publication_date".split()
)
_ENOUGH = 200
_NAME, _WIDEST = 15, 50
"""Words of a cell that names several rows, at most, and the most rows or columns that a cell is read over."""
_MACHINERY = frozenset(
    "script style template noscript head iframe object embed canvas audio video svg select textarea button input datalist rp rt nav aside footer".split()
)
_ROLES_OUT = frozenset("navigation banner contentinfo complementary search".split())
_NOTE_ROLES = frozenset({"doc-endnotes", "doc-footnote", "doc-endnote"})
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡a-z])[\])]?\s*")
_CONCEALED = re.compile(r"display:none|visibility:hidden|mso-hide:all")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        main: the element whose text is the page's own.
        title: of the metadata.
        published: ISO date of the metadata; else empty.
    """

    main: Element | None
    encoding: str
    findings: tuple[Finding, ...]
    title: str = ""
    published: str = ""


def page(data: bytes, name: str) -> Page:
    """Parse the bytes of a page.

    Raises:
        UnreadableSource: `DOC005` if its elements are nested deeper than 2048 levels.
    """
    text, encoding, findings = _decoded(data, name)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        root: Element | None = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableSource(
            "DOC005", "the elements of the page are nested too deeply", remedy="Save it as plain text"
        )
    if root is None:
        return Page(None, encoding, findings)
    _tabled(root)
    title = root.findtext(".//title") or ""
    return Page(_main(root), encoding, findings, title, _published(root))


def _tabled(root: Element) -> None:
    """Make rows of terms and what describes them (HTML, section 4.4.9): a description list is a table in all but name."""
    for term in list(root.iter("dt")):
        before, described = term.getprevious(), list(takewhile(lambda after: after.tag == "dd", term.itersiblings()))
        if described and (before is None or before.tag != "dt"):
            row = etree.Element("tr")
            row.sourceline = term.sourceline
            term.addprevious(row)
            etree.SubElement(row, "td").append(term)
            etree.SubElement(row, "td").extend(described)


def _decoded(data: bytes, name: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Decode, believing what the page says of itself only where its bytes do not tell better."""
    text, encoding, findings = decode(data, name)
    declared = _CHARSET.search(data, 0, _HEAD)
    if findings and declared:
        stated = declared[1].decode("ascii", "replace")
        try:
            return data.decode(stated), stated.lower(), ()
        except (LookupError, UnicodeError):
            pass
    return text, encoding, findings


def _main(root: Element) -> Element:
    """Choose `main`, else the one `article`, where it holds a good part of the text; else the body."""
    body = next(root.iter("body"), root)
    articles = list(root.iter("article"))
    candidates = [*root.iter("main"), *root.iterfind(".//*[@role='main']"), *(articles if len(articles) == 1 else [])]
    whole = _length(body) if candidates else 0
    return next((found for found in candidates if _length(found) >= min(_ENOUGH, whole // 3) > 0), body)


def _length(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _published(root: Element) -> str:
    for meta in root.iter("meta"):
        names = (meta.get(key, "").lower() for key in ("property", "name", "itemprop"))
        if not _PUBLISHED.isdisjoint(names) and (day := _day(meta.get("content", ""))):
            return day
    stated = (time for time in root.iter("time") if "pubdate" in time.attrib or time.get("itemprop") == "datePublished")
    return next((day for time in stated if (day := _day(time.get("datetime", "")))), "")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""


def style_of(element: Element) -> str:
    """Return the `style` attribute in small letters without spaces."""
    style = element.get("style")
    return "".join(style.lower().split()) if style else ""


def is_machinery(element: Element, *, inside_content: bool) -> bool:
    """Tell whether an element is no text of the page: scripts, navigation, the site's own header and furniture, marks of notes."""
    if element.get("role", "") in _ROLES_OUT or (element.tag == "header" and not inside_content):
        return True
    if element.tag in _MACHINERY:
        return element.get("role", "") not in _NOTE_ROLES
    if is_furniture(element):
        return True
    return (
        element.tag == "sup"
        and element.find(".//a") is not None
        and _NOTE_MARK.fullmatch("".join(map(str, element.itertext()))) is not None
    )


def is_concealed(element: Element) -> bool:
    """Tell whether an element is deleted, or hidden from readers."""
    if element.tag == "del" or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return "style" in element.attrib and _CONCEALED.search(style_of(element)) is not None


def is_notes(element: Element) -> bool:
    """Tell whether an element holds footnotes or endnotes, or what stands below a picture."""
    return (
        element.get("role", "") in _NOTE_ROLES
        or element.get("class", "") in {"footnotes", "endnotes"}
        or is_caption(element)
        or ("style" in element.attrib and "mso-element:footnote" in style_of(element))
    )


def covered(table: Element) -> dict[Element, int]:
    """Return how many cells right before a cell a short cell of a row above covers, where one does: it is the name of several rows."""
    found: dict[Element, int] = {}
    for part in (table, *table.iterchildren("thead", "tbody", "tfoot")):
        left: list[int] = []
        for row in part.iterchildren("tr"):
            at = 0
            for cell in row.iterchildren("td", "th"):
                before = at
                while at < len(left) and left[at]:
                    at += 1
                if at > before:
                    found[cell] = min(at - before, _WIDEST)
                width, depth = (_span(cell, name) for name in ("colspan", "rowspan"))
                words = len(" ".join(map(str, cell.itertext())).split()) if depth > 1 else 0
                left[at : at + width] = [depth if 0 < words <= _NAME else 1] * width
                at += width
            left = [max(rows - 1, 0) for rows in left]
            while left and not left[-1]:
                left.pop()
    return found


def _span(cell: Element, name: str) -> int:
    """Return over how many rows or columns a cell goes, within reason."""
    told = cell.get(name, "1").strip()
    return min(int(told), _WIDEST) if told.isascii() and told.isdigit() and int(told) else 1
