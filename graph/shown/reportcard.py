"""The pages about the publication itself: what was checked and what was not, what of each document was used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forumgraph.graph.described.fairness import BROKEN, COUNTED, HOLDS, UNMEASURED, Check, data_checks, ontology_checks
from forumgraph.graph.described.scores import scores
from forumgraph.graph.shown import datapage, querypage, signposting
from forumgraph.graph.shown.exhibits import Link
from forumgraph.graph.shown.vocabularies import known
from forumgraph.queries import catalogue

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from forumgraph.config import Project
    from forumgraph.graph.described.counts import Counts
    from forumgraph.graph.described.publication import Written
    from forumgraph.graph.described.scores import Measured
    from forumgraph.graph.shown.corpus import Corpus
    from forumgraph.graph.shown.pages import Frame

_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Card:
    """What this build measured.

    Attributes:
        findings: rows, as `findings.json` has them.
        counts: of all graphs together, each triple counted once.
    """

    corpus: Corpus
    findings: Sequence[Mapping[str, Any]]
    counts: Counts

    def groups(self, project: Project, files: Mapping[str, Written]) -> list[tuple[str, str, Sequence[Check]]]:
        """Return what was checked: a heading, what it means, and the checks.

        Args:
            files: the data of the publication, by path.
        """
        return [
            ("Documents", "Checked with this build, for every document.", self.checks(files)),
            (
                "Data",
                "What makes data findable, accessible, interoperable and reusable, as far as this build can tell.",
                list(data_checks(project, self.counts, files)),
            ),
            ("Ontology", "The vocabulary of the data, checked with this build.", list(ontology_checks(known()))),
            ("On the web", "What only the web server and the world can show.", UNMEASURED),
        ]

    def checks(self, files: Collection[str]) -> list[Check]:
        """Return what was checked of the documents.

        Args:
            files: paths of what was written.
        """
        corpus = self.corpus
        shapes = [row for row in self.findings if row["code"] == "SHP001" and row["severity"] == "violation"]
        reread = [row for row in self.findings if row["code"] == "PUB001"]
        sentences = sum(each.sentences for each in corpus.documents)
        used = sum(each.used for each in corpus.documents)
        share = f"{used:,} of {sentences:,}" + (f", {100 * used / sentences:.0f} %" if sentences else "")
        documents = f"{len(corpus.documents):,} published"
        answers = sum(f"answers/{name}.csv" in files for name in catalogue())
        rows = [
            ("Every published document's graph was held against the shapes", HOLDS, documents),
            (
                "No document was kept back because of the shapes",
                BROKEN if shapes else HOLDS,
                f"{len(shapes)} violations",
            ),
            ("The written files were read back and every literal and quotation compared", HOLDS, documents),
            (
                "No document was kept back because what was written differs from what was meant",
                BROKEN if reread else HOLDS,
                "",
            ),
            (
                "Every question of the catalogue was answered from the published dump",
                HOLDS if answers == len(catalogue()) else BROKEN,
                f"{answers} of {len(catalogue())}",
            ),
            ("Sentences that something was read from", COUNTED, share),
            ("Triples in all graphs, each counted once", COUNTED, f"{self.counts.triples:,}"),
        ]
        return [Check(*row) for row in rows]


def card_pages(frame: Frame, card: Card, files: Mapping[str, Written], *, engine: bool) -> Iterator[tuple[str, str]]:
    """Yield these pages with their texts.

    Args:
        files: the data of the publication, by path.
        engine: whether the site has the engine that answers queries in the browser.
    """
    yield "about.html", _about(frame, card, files)
    yield datapage.PAGE, datapage.data_page(frame, files)
    yield signposting.FILE, signposting.linkset(frame.project, [*files, "ro-crate-metadata.json"])
    yield querypage.PAGE, querypage.query_page(frame, card.corpus, engine=engine)
    yield "search.html", frame.render("search.html", "search.html", "Search")


def _about(frame: Frame, card: Card, files: Mapping[str, Written]) -> str:
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
    project, found = frame.project, scores()
    year = f" ({frame.issued[:4]})" if frame.issued else ""
    return frame.render(
        "about.html",
        "about.html",
        "About and report card",
        groups=card.groups(project, files),
        scores=found,
        scored=_scored(found.sets if found else ()),
        coverage=coverage[:_SHOWN],
        findings=findings,
        more=len(card.findings) if len(card.findings) > _SHOWN else 0,
        citation=f"{project.publisher}{year}. {project.title}. {project.homepage or project.base + 'dataset'}",
    )


def _scored(sets: Sequence[Measured]) -> list[list[str | int]]:
    """Return a row a field: its name, and for each set how much of what was said is right and how much of what is there was found."""
    names = dict.fromkeys(field.name for each in sets for field in each.fields)
    told = {(each.name, field.name): (field.precision, field.recall) for each in sets for field in each.fields}
    return [
        [
            name,
            *("" if share is None else share for each in sets for share in told.get((each.name, name), (None, None))),
        ]
        for name in names
    ]
