"""From files to a publication: read, convert, map, derive, infer, validate in workers; lay together, answer, describe and exchange here."""

from __future__ import annotations

import gc
import hashlib
import json
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from forumgraph import pool, shards
from forumgraph.burial import Burial
from forumgraph.cache import Cache, code_digest, open_cache
from forumgraph.config import issued
from forumgraph.converting import Outcome, convert, lost, readable
from forumgraph.desk import Desk
from forumgraph.edition import Edition, Wanted, place_of
from forumgraph.errors import PublicationFailed
from forumgraph.graph.described.publication import intact, locked
from forumgraph.graph.linked.thesauri import brought
from forumgraph.graph.rdf.identifiers import document_id
from forumgraph.making import Made, Task, digest, failed, make_all
from forumgraph.model import Severity
from forumgraph.printing import row
from forumgraph.site import design_digest
from forumgraph.summary import BuildSummary, finding_of
from forumgraph.verdicts import gather

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from forumgraph.config import Config
    from forumgraph.inputs import Given, Inputs
    from forumgraph.model import Finding

    Progress = Callable[[str, int, int], None]
    """Told the stage, how much of it is done, and how much there is."""

__all__ = ["BuildSummary", "Outcome", "build", "convert"]

_BATCH = 8


def build(
    documents: Iterable[Path],
    publication: Path,
    config: Config,
    *,
    engine: str = "shacl",
    jobs: int | None = None,
    site: bool = True,
    thesauri: Sequence[Path] = (),
    decisions: Iterable[Path] = (),
    progress: Progress | None = None,
) -> BuildSummary:
    """Publish documents.

    Args:
        documents: files and folders.
        publication: the folder to write; exchanged as a whole when all is well.
        engine: a key of `forumgraph.graph.checked.engines.ENGINES`.
        jobs: how many processes; one a processor where it is not given.
        site: whether the publication gets its web pages.
        thesauri: SKOS files in which themes are looked for beside the own scheme.
        decisions: sheets of a review, and folders of them.

    Raises:
        NothingReadable: if there is no file at all among what was given; the publication is left as it was.
        PublicationFailed: if the folder cannot be written, is in use, or is no publication.
        InvalidUsage: if `SOURCE_DATE_EPOCH` is no number, or a thesaurus or sheet cannot be read.
    """
    files = tuple(each.resolve() for each in thesauri)
    brought(files)
    inputs = readable(documents)
    decided = gather(decisions)
    target = publication.resolve()
    with locked(target), _unhurried():
        work = _Build(
            inputs, target, config, engine=engine, jobs=jobs or 0, site=site, thesauri=files, progress=progress
        )
        work.desk = Desk(work.cache, *decided)
        return work.run()


class _Build:
    def __init__(
        self,
        inputs: Inputs,
        target: Path,
        config: Config,
        *,
        engine: str,
        jobs: int,
        site: bool,
        thesauri: tuple[Path, ...],
        progress: Progress | None,
    ) -> None:
        self.inputs = inputs
        self.target = target
        self.config = config
        self.engine = engine
        self.jobs = jobs
        self.site = site
        self.thesauri = thesauri
        self.progress = progress or (lambda _stage, _done, _total: None)
        self.issued = issued(config)
        self.seconds: dict[str, float] = defaultdict(float)
        self.fresh: set[str] = set()
        self.at: dict[str, Path] = {}
        self.cache = self.open()
        self.desk = Desk(self.cache)

    def open(self) -> Cache:
        parts = [code_digest(), self.config.project.base, self.engine, json.dumps(asdict(self.config.limits))]
        parts += [each.digest for each in brought(self.thesauri)]
        try:
            return open_cache(self.target, hashlib.sha256("\0".join(parts).encode()).hexdigest())
        except OSError as error:
            raise PublicationFailed(
                f"the cache beside {self.target} cannot be written: {error.strerror}",
                remedy="Choose another folder with -o",
            ) from error

    def run(self) -> BuildSummary:
        digests = self.known()
        if len(digests) == len(self.inputs.files):
            unchanged = self.unchanged(digests)
            if unchanged:
                return unchanged
        digests, lost = self.make(digests)
        unchanged = None if lost else self.unchanged(digests)
        return unchanged or self.publish(digests, lost)

    def known(self) -> dict[str, str]:
        """Return the digests of the files that did not change since the last run."""
        known = {}
        for given in self.inputs.files:
            try:
                sha256 = self.cache.known(given.name, given.path.stat())
            except OSError:
                continue
            if sha256:
                known[given.name] = sha256
        return known

    def unchanged(self, digests: Mapping[str, str]) -> BuildSummary | None:
        """Return what the last run told, where it published just this and its publication is still there."""
        last = self.cache.summary
        if last.get("key") != self.key(digests) or not intact(self.target, str(last.get("manifest", ""))):
            return None
        told = dict(last["told"])
        findings = tuple(finding_of(each) for each in last["findings"])
        return BuildSummary(
            **told, findings=findings, published=self.target, unchanged=True, made=len(self.fresh), stages=self.seconds
        )

    def key(self, digests: Mapping[str, str]) -> str:
        """Return a digest of all that a publication depends on."""
        parts = [self.cache.shelf.digest, json.dumps(asdict(self.config.project), sort_keys=True), self.issued]
        parts.append(design_digest() if self.site else "no site")
        parts += [f"{name}\0{sha256}" for name, sha256 in sorted(digests.items())]
        parts += [json.dumps(row(each), sort_keys=True) for each in self.inputs.findings]
        parts += self.desk.key()
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def make(self, known: Mapping[str, str]) -> tuple[dict[str, str], list[Finding]]:
        """Make the documents that are not there yet; return the digests of all that have a part, and findings about those that have none.

        Those in which an acronym stands that only others expand, or that have another name than what was decided about them says, are made again once
        all have been read.
        """
        self.desk = self.desk.informed(known)
        self.desk = self.desk.following(known, self.desk.places(known))
        digests, lost = self.made_of(self.inputs.files, known)
        self.desk = self.desk.informed(digests).following(digests, self.at)
        moved = {name for name, place in self.desk.places(digests).items() if place != self.at.get(name)}
        files = [given for given in self.inputs.files if given.name in moved]
        again, more = self.made_of(files, {name: digests[name] for name in moved})
        return {name: sha256 for name, sha256 in digests.items() if name not in moved} | again, [*lost, *more]

    def made_of(self, files: Sequence[Given], known: Mapping[str, str]) -> tuple[dict[str, str], list[Finding]]:
        """Make those of the files that have no part as it is wanted."""
        digests = self.desk.held(known)
        self.at |= self.desk.places(digests)
        pending = [given for given in files if given.name not in digests]
        stats = {given.name: stat for given in pending if (stat := _stat(given)) is not None}
        tasks = [self.task(given) for given in pending]
        lost: list[Finding] = []
        outcomes = pool.run(make_all, tasks, self.config.limits, jobs=self.jobs, batch=_BATCH)
        for number, outcome in enumerate(outcomes, start=1):
            made = outcome.result or self.gave_up(outcome.task, outcome.reason)
            self.note(outcome.task, made)
            lost.extend(made.findings)
            if made.sha256:
                digests[made.name] = made.sha256
                if made.name in stats:
                    self.cache.note(made.name, stats[made.name], made.sha256)
            self.progress("documents", number, len(tasks))
        return digests, lost

    def note(self, task: Task, made: Made) -> None:
        """Remember what it took to make a document, whom it names, and where its part is."""
        for stage, seconds in made.seconds.items():
            self.seconds[stage] += seconds
        if "convert" in made.seconds or "read" in made.seconds:
            self.fresh.add(made.name)
        if made.names is not None:
            self.cache.note_names(made.name, made.sha256, made.names, made.shortened)
        if made.sha256:
            names = task.names[1] if made.names is None and task.names else made.names or ()
            self.at[made.name] = self.cache.shelf.path(made.name, made.sha256, task.brief.of(names).digest)

    def task(self, given: Given) -> Task:
        base, limits = self.config.project.base, self.config.limits
        brief, names = self.desk.decided.brief(given.name), self.cache.names_before(given.name)
        brief = replace(brief, expansions=brief.of(names[1] if names else ()).expansions)
        shelf, engine = self.cache.shelf, self.engine
        return Task(
            given.path, given.name, shelf, limits, base, engine, brief=brief, names=names, thesauri=self.thesauri
        )

    def gave_up(self, task: Task, reason: str) -> Made:
        """Remember that a document cannot be made, so that the next run does not wait for it again."""
        odd = lost(task.name, reason)
        try:
            sha256 = digest(task.path)
            shards.write(self.cache.shelf.path(task.name, sha256, task.brief.of(()).digest), failed([odd]))
        except OSError:
            return Made(task.name, "", findings=(odd,))
        return Made(task.name, sha256, names=())

    def publish(self, digests: Mapping[str, str], lost: Sequence[Finding]) -> BuildSummary:
        start = time.thread_time()
        paths = self.desk.places(digests)
        burial = Burial(self.target, self.config.project.base)
        parts, found = self.parts(paths, burial)
        rows = [*(row(each) for each in (*self.inputs.findings, *lost)), *found]
        if not parts:
            findings = tuple(finding_of(each) for each in sorted(rows, key=place_of))
            return BuildSummary(
                findings=findings, conforms=_conform(findings), made=len(self.fresh), stages=self.seconds
            )
        self.seconds["write"] += time.thread_time() - start
        edition = Edition(self.target, self.config, self.issued, self.cache.shelf, self.seconds, self.progress)
        counts, manifest = edition.write(parts, rows, burial, Wanted(self.jobs, self.site, self.thesauri))
        start = time.thread_time()
        findings = tuple(finding_of(each) for each in rows)
        told: dict[str, Any] = {"conforms": _conform(findings), **counts}
        remembered = {} if lost else {"key": self.key(digests), "manifest": manifest, "findings": rows, "told": told}
        self.cache.save(paths, [*paths.values(), *edition.kept], remembered)
        self.seconds["write"] += time.thread_time() - start
        return BuildSummary(**told, findings=findings, published=self.target, made=len(self.fresh), stages=self.seconds)

    def parts(self, paths: Mapping[str, Path], burial: Burial) -> tuple[list[Path], list[dict[str, object]]]:
        """Return the parts of the documents that are published, in the order of their names, and the findings about all as rows."""
        parts: list[Path] = []
        rows: list[dict[str, object]] = []
        troubles: list[list[str]] = []
        for name in sorted(paths, key=document_id):
            shard = shards.read(paths[name], {"minted"})
            rows += shard.record["findings"]
            troubles += shard.record.get("troubles", ())
            if shard.record["published"]:
                parts.append(paths[name])
                burial.note(paths[name], shard)
        return parts, [*rows, *(row(each) for each in self.desk.troubles(paths.keys(), troubles))]


@contextmanager
def _unhurried() -> Iterator[None]:
    """Look for cycles less often."""
    before = gc.get_threshold()
    gc.set_threshold(*pool.GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _conform(findings: Iterable[Finding]) -> bool:
    return not any(each.code in {"SHP001", "PUB001"} and each.severity is Severity.VIOLATION for each in findings)


def _stat(given: Given) -> os.stat_result | None:
    try:
        return given.path.stat()
    except OSError:
        return None
