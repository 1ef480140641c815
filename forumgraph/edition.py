"""A new edition of a publication: the parts of its documents laid together, questions answered and pages drawn, at the same time as far as they can be."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from forumgraph import assembly
from forumgraph.aside import Aside
from forumgraph.asking import Answers
from forumgraph.drawing import draw, tasks
from forumgraph.graph.described.publication import staged
from forumgraph.graph.linked.thesauri import brought
from forumgraph.graph.shown.pages import Frame
from forumgraph.joining import Workshop
from forumgraph.printing import row
from forumgraph.site import Site, design_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
    from pathlib import Path

    from forumgraph.burial import Burial
    from forumgraph.cache import Shelf
    from forumgraph.config import Config
    from forumgraph.drawing import Pages
    from forumgraph.graph.described.publication import Staging

_TOLD = ("documents", "sessions", "issues", "recommendations", "demands")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an edition is to be.

    Attributes:
        jobs: how many processes; 0 for one a processor.
        site: whether it gets web pages.
        thesauri: SKOS files that were brought along.
    """

    jobs: int = 0
    site: bool = True
    thesauri: tuple[Path, ...] = ()


@dataclass(slots=True)
class Edition:
    """An edition to be written.

    Attributes:
        target: the folder of the publication; it has the edition before until the new one is whole.
        issued: ISO date; empty when it is not to be told.
        seconds: of processor time by stage, to be added to.
        progress: told the stage, how much of it is done, and how much there is.
        kept: files of the cache that it was made of, beside the parts of documents.
    """

    target: Path
    config: Config
    issued: str
    shelf: Shelf
    seconds: MutableMapping[str, float]
    progress: Callable[[str, int, int], None]
    kept: list[Path] = field(default_factory=list)

    def write(
        self, parts: Sequence[Path], rows: list[dict[str, object]], burial: Burial, wanted: Wanted
    ) -> tuple[dict[str, int], str]:
        """Write it; return what is in it, and the digest of its manifest.

        Args:
            parts: shards that are to be published, in the order of their documents.
            rows: findings; questions that were not answered join them.
            burial: of the edition before.

        Raises:
            PublicationFailed: if something cannot be written; the edition before is as it was.
        """
        workshop = Workshop(self.shelf, self.config.limits, wanted.jobs)
        project, thesauri = self.config.project, brought(wanted.thesauri)
        size = sum(part.stat().st_size for part in parts)
        with (
            staged(self.target) as staging,
            self._drawing(staging, parts, workshop, site=wanted.site) as drawing,
            Answers(staging.folder, size) as answers,
        ):
            self.progress("publication", 0, 3)
            with self._timed("write"):
                stones = burial.stones(self.issued)
                found = assembly.assemble(
                    staging, parts, project, self.issued, workshop, ask=answers.give, thesauri=thesauri, stones=stones
                )
            self.kept += found.kept
            self.seconds["write"] += found.seconds
            self.progress("publication", 1, 3)
            answers.ask()
            site = self._drawn(staging, found, drawing) if wanted.site else None
            unanswered, self.seconds["answer"] = answers.result()
            staging.files.update(answers.staging.files)
            self.progress("publication", 2, 3)
            rows += [row(each) for each in unanswered]
            rows.sort(key=place_of)
            manifest = self._finished(staging, found, rows, site)
        self.progress("publication", 3, 3)
        return _counted(found), manifest

    def _drawing(self, staging: Staging, parts: Sequence[Path], workshop: Workshop, *, site: bool) -> Aside[Pages]:
        """Begin with the pages of documents; there are none where there is to be no site."""
        folders, frame = (staging.folder, self.target), Frame(self.config.project, self.issued)
        found = tasks(parts, self.shelf, folders, frame, design=design_digest()) if site else []
        self.kept += [each.pages for each in found]
        return Aside(partial(draw, found, workshop))

    def _drawn(self, staging: Staging, found: assembly.Assembled, drawing: Aside[Pages]) -> Site:
        """Wait for the pages of documents, and write those about all of them."""
        pages = drawing.result()
        self.seconds["site"] += pages.seconds
        with self._timed("site"):
            site = Site(self.config, self.issued, (staging.folder, self.target), found, pages)
            site.draw()
        return site

    def _finished(
        self, staging: Staging, found: assembly.Assembled, rows: Sequence[Mapping[str, Any]], site: Site | None
    ) -> str:
        """Write what depends on all other files, and return the digest of the manifest."""
        with self._timed("write"):
            assembly.listed(staging, rows)
            assembly.described(staging, found, self.config.project, self.issued)
        if site:
            with self._timed("site"):
                site.finish(staging, rows)
        with self._timed("write"):
            return staging.seal()

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        start = time.thread_time()
        yield
        self.seconds[stage] += time.thread_time() - start


def place_of(fields: Mapping[str, Any]) -> tuple[object, ...]:
    """Return by what findings are sorted, given as rows."""
    return (fields["source"], fields.get("start", 0), fields.get("line", 0), fields["code"], fields["message"])


def _counted(found: assembly.Assembled) -> dict[str, int]:
    counts = {name: found.counts[name] for name in _TOLD}
    return counts | {"actors": len(found.actors), "triples": found.graph.triples}
