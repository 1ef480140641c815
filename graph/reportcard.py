"""The pages about the publication itself: what was checked and what was not, what of each document was used, what can be taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forumgraph.graph import querypage, signposting
from forumgraph.graph.exhibits import Link
from forumgraph.graph.syntaxes import SYNTAXES
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forumgraph.graph.corpus import Corpus
    from forumgraph.graph.pages import Frame
    from forumgraph.graph.publication import Written

_SHOWN = 500
_FOLDERS = {
    "data": "all graphs",
    "csv": "tables",
    "answers": "answers",
}
_ENDINGS = {
    **{syntax.ending: syntax.title for syntax in SYNTAXES.values()},
    "csv": "table",
    "json": "JSON",
}


@dataclass(frozen=True, slots=True)
class Card:
    """What this build measured.

    Attributes:
        findings: rows, as `findings.json` has them.
        triples: of all graphs together, each counted once.
    """

    corpus: Corpus
    findings: Sequence[Mapping[str, Any]]
    triples: int

    def checks(self) -> list[tuple[str, str, str]]:
        """Return what was checked: words, `held`, `broken`, `open` for not measured, or `count`; and a figure."""
        corpus = self.corpus
        shapes = [row for row in self.findings if row["code"] == "SHP001" and row["severity"] == "violation"]
        reread = [row for row in self.findings if row["code"] == "PUB001"]
        sentences = sum(each.sentences for each in corpus.documents)
        used = sum(each.used for each in corpus.documents)
        share = f"{used:,} of {sentences:,}" + (f", {100 * used / sentences:.0f} %" if sentences else "")
        documents = f"{len(corpus.documents):,} published"
        return [
            ("Every published document's graph was held against the shapes", "held", documents),
            (
                "No document was kept back because of the shapes",
                "broken" if shapes else "held",
                f"{len(shapes)} violations",
            ),
            ("The written files were read back and every literal and quotation compared", "held", documents),
            (
                "No document was kept back because what was written differs from what was meant",
                "broken" if reread else "held",
                "",
            ),
            ("Questions of the catalogue answered from the published dump", "held", str(len(catalogue()))),
            ("Sentences that something was read from", "count", share),
            ("Triples in all graphs, each counted once", "count", f"{self.triples:,}"),
            ("How right the extraction is, on reports that people annotated", "open", ""),
            ("FAIR checks of the ontology and the data", "open", ""),
            ("How this publication behaves on its web server", "open", ""),
        ]


def card_pages(frame: Frame, card: Card, files: Mapping[str, Written], *, engine: bool) -> Iterator[tuple[str, str]]:
    """Yield these pages with their texts.

    Args:
        files: the data of the publication, by path.
        engine: whether the site has the engine that answers queries in the browser.
    """
    yield "about.html", _about(frame, card)
    yield "data.html", _data(frame, files)
    yield signposting.FILE, signposting.linkset(frame.project, [*files, "ro-crate-metadata.json"])
    yield querypage.PAGE, querypage.query_page(frame, engine=engine)
    yield "search.html", frame.render("search.html", "search.html", "Search")


def _about(frame: Frame, card: Card) -> str:
    pages = {each.file: each.page for each in card.corpus.documents}
    coverage = [
        (
            Link(each.file, each.page),
            each.kind,
            each.language,
            each.sentences,
            each.used,
            f"{100 * each.used / each.sentences:.0f} %" if each.sentences else "",
        )
        for each in card.corpus.documents
    ]
    findings = [
        (
            Link(row["source"], pages.get(row["source"], "")),
            row["severity"],
            row["code"],
            row["message"],
            row.get("help", ""),
        )
        for row in card.findings[:_SHOWN]
    ]
    project = frame.project
    year = f" ({frame.issued[:4]})" if frame.issued else ""
    return frame.render(
        "about.html",
        "about.html",
        "About and report card",
        checks=card.checks(),
        coverage=coverage[:_SHOWN],
        findings=findings,
        more=len(card.findings) if len(card.findings) > _SHOWN else 0,
        citation=f"{project.publisher}{year}. {project.title}. {project.homepage or project.base + 'dataset'}",
    )


def _data(frame: Frame, files: Mapping[str, Written]) -> str:
    rows = []
    for name, file in sorted(files.items()):
        folder, _, last = name.rpartition("/")
        if folder in _FOLDERS or not folder:
            ending = last.removesuffix(".gz").rpartition(".")[2]
            what = ", ".join(each for each in (_FOLDERS.get(folder, ""), _ENDINGS.get(ending, "")) if each)
            rows.append(
                (
                    Link(name, name),
                    what + (", compressed" if name.endswith(".gz") else ""),
                    file.bytes,
                    file.sha256[:16] + "…",
                )
            )
    return frame.render("data.html", "data.html", "Data", rows=rows)
