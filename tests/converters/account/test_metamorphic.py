"""The same report in other clothes says the same: other widths, formats, glyphs, capitals and running heads."""

from __future__ import annotations

import html as markup
import io
import re
import textwrap
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document as Word
from paths import TESTS
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import ListFlowable, ListItem, Paragraph, SimpleDocTemplate

from forumgraph.converters.account.record import record
from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import html, markdown, pdf, plain, word
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from forumgraph.model import Document

LAYOUTS = TESTS / "layouts"
NAMES = Names([KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum")])
REPORTS = tuple(
    LAYOUTS / name
    for name in (
        "headed-bullets.md",
        "messages.md",
        "web-readout.md",
        "side-events-bundle.md",
        "desa-webinar.md",
        "acta.md",
        "news-readout.md",
    )
)
FIELDS = ("title", "type", "date", "end_date", "start_time", "end_time", "timezone", "venue", "city", "country", "mode")


def said(document: Document) -> dict[str, Any]:
    """Return what a document says, without offsets and in plain spaces."""
    made = record(convert(document, NAMES))
    sessions = [
        {
            **{name: " ".join(str(s[name]).split()) for name in FIELDS if name in s},
            "part_of": s["part_of"],
            "issues": [(p.get("number", ""), p["text"]) for p in s["issues"]],
            "recommendations": [(p.get("number", ""), p["text"]) for p in s["recommendations"]],
            "sdgs": s["sdgs"],
            "actors": sorted((a["name"], a["role"]) for a in s["actors"]),
        }
        for s in made["sessions"]
    ]
    return {"kind": made["kind"], "sessions": sessions}


def unnumbered(told: dict[str, Any]) -> dict[str, Any]:
    """Leave the numbers out: lists of one style go on counting in Word."""
    points = ("issues", "recommendations")
    return told | {
        "sessions": [s | {name: [words for _, words in s[name]] for name in points} for s in told["sessions"]]
    }


def read(data: bytes, name: str, reader: Callable[[bytes, Source], Document]) -> dict[str, Any]:
    return said(reader(data, Source(name, "", "0" * 64, len(data))))


def parts(text: str) -> Iterable[tuple[str, str]]:
    """Go through the paragraphs of plain Markdown as kind and words: `h1`, `h2`, `li`, `p`."""
    for block in re.split(r"\n\s*\n", text):
        for piece in re.split(r"\n(?=- |\d+\. |\*\*)", block.strip()):
            found = re.match(r"(#{1,3}|-|\d+\.)\s+", piece)
            kind = (
                "p" if not found else f"h{len(found[1])}" if found[1][0] == "#" else "li" if found[1] == "-" else "ol"
            )
            yield kind, piece[found.end() :] if found else piece


def as_html(text: str) -> bytes:
    lines: list[str] = []
    for kind, words in parts(text):
        inner = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", markup.escape(" ".join(words.split()), quote=False))
        tag = {"li": "li", "ol": "li"}.get(kind, kind)
        around = {"li": "ul", "ol": "ol"}.get(kind, "")
        if around and lines and lines[-1] == f"</{around}>":
            lines.pop()
        elif around:
            lines.append(f"<{around}>")
        lines.append(f"<{tag}>{inner}</{tag}>")
        lines += [f"</{around}>"] if around else []
    return ("<html><body>" + "\n".join(lines) + "</body></html>").encode()


def as_word(text: str) -> bytes:
    document = Word()
    for kind, words in parts(text):
        style = {"li": "List Bullet", "ol": "List Number"}.get(
            kind, f"Heading {kind[1:]}" if kind[0] == "h" else "Normal"
        )
        paragraph = document.add_paragraph(style=style)
        for number, run in enumerate(" ".join(words.split()).split("**")):
            paragraph.add_run(run).bold = True if number % 2 else None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(text: str) -> bytes:
    styles = getSampleStyleSheet()
    styles["BodyText"].spaceBefore = 10
    story: list[Any] = []
    items: list[Any] = []
    open_kind = ""
    for kind, words in [*parts(text), ("", "")]:
        inner = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", markup.escape(" ".join(words.split()), quote=False))
        if items and kind != open_kind:
            story.append(
                ListFlowable(
                    items,
                    bulletType="bullet" if open_kind == "li" else "1",
                    bulletFormat=None if open_kind == "li" else "%s.",
                )
            )
            items = []
        open_kind = kind
        if kind in {"li", "ol"}:
            items.append(ListItem(Paragraph(inner, styles["Normal"])))
        elif kind:
            style = {"h1": "Title", "h2": "Heading2", "h3": "Heading3"}.get(kind, "BodyText")
            story.append(Paragraph(inner, styles[style]))
    out = io.BytesIO()
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


def as_text(text: str, width: int) -> bytes:
    lines: list[str] = []
    before = ""
    for kind, words in parts(text):
        plain_words = " ".join(words.replace("**", "").split())
        if kind in {"li", "ol"}:
            lines += [""] * (before not in {"li", "ol"})
            lines += textwrap.wrap(
                plain_words, width, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
            )
        else:
            lines += ["", *textwrap.wrap(plain_words, width, break_on_hyphens=False)]
        before = kind
    return "\n".join(lines).encode()


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name)
def test_html_says_what_markdown_says(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read(as_html(text), "a.html", html.read) == read(text.encode(), "a.md", markdown.read)


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name)
def test_word_says_what_markdown_says(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unnumbered(read(as_word(text), "a.docx", word.read)) == unnumbered(
        read(text.encode(), "a.md", markdown.read)
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name)
def test_pdf_says_what_markdown_says(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read(as_pdf(text), "a.pdf", pdf.read) == read(text.encode(), "a.md", markdown.read)


@pytest.mark.parametrize("width", [66, 72, 96, 120])
@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.name)
def test_a_text_says_the_same_at_any_width(path: Path, width: int) -> None:
    text = path.read_text("utf-8")
    assert read(as_text(text, width), "a.txt", plain.read) == read(as_text(text, 10_000), "a.txt", plain.read)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "Participants noted that ice is dear. ",
        "- Towns should own piers\n",
        "Session 2: Ice\n\nSpeakers noted that ice is dear today.\n\n",
        "(a) nets; (b) ice; ",
        "Organised by the Sea Desk, the Ice Desk and ",
        "9 July 2019, 10:00-11:00, Oslo, ",
        "of the High-level Political Forum ",
    ],
)
def test_time_grows_with_the_length_of_a_text_and_no_faster(unit: str) -> None:
    top = "# Report of the workshop\n\nThe workshop was held on 9 July 2019.\n\n"

    def seconds(size: int) -> float:
        data = (top + unit * (size // len(unit))).encode()
        document = markdown.read(data, Source("a.md", "", "0" * 64, len(data)))
        began = time.process_time()
        convert(document, NAMES)
        return time.process_time() - began

    seconds(2_000)
    small, large = min(seconds(10_000) for _ in range(3)), min(seconds(40_000) for _ in range(2))
    assert large < 12 * max(small, 0.01)


def test_the_reports_of_this_test_hold_every_kind_of_block() -> None:
    kinds = Counter(kind for path in REPORTS for kind, _ in parts(path.read_text("utf-8")))
    assert {"h1", "h2", "li", "ol", "p"} <= set(kinds)
