"""What was made before is taken over, and whatever changed, came or went, the edition is the one that is made with nothing to take over, byte by byte."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import pytest
from reviews import ASKED, contents, in_this_process, light, report, row, sheet

from forumgraph import drawing
from forumgraph.build import build
from forumgraph.config import Config, Project
from forumgraph.graph.linked.linking import layers_of
from forumgraph.graph.shown.documentpages import document_pages
from forumgraph.pool import Outcome

HOMEPAGE = Config(Project(homepage="https://example.org/reports/"))


def quick(monkeypatch):
    """Build in this process, without what is the same in every publication."""
    light(monkeypatch)
    monkeypatch.setattr("forumgraph.graph.described.publication._sync_all", lambda _folder: None)
    monkeypatch.setattr("forumgraph.site.vocabulary_pages", lambda *_of: iter(()))
    monkeypatch.setattr("forumgraph.site.assets", lambda: iter(()))


@pytest.fixture
def whole_builds():
    return True


@pytest.fixture(autouse=True)
def _quick(request, monkeypatch):
    if "whole_builds" not in request.fixturenames:
        quick(monkeypatch)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build three reports once; the second and the third repeat what the first asks for."""
    root = tmp_path_factory.mktemp("built")
    documents = root / "documents"
    report(documents, "one.md")
    report(documents, "two.md", "Towns and rivers", date="7 July 2021", topic="rivers")
    report(documents, "three.md", "Towns online", date="5 July 2022", topic="digital technologies")
    with pytest.MonkeyPatch.context() as patch:
        quick(patch)
        build([documents], root / "publication", Config())
    return root


@pytest.fixture
def root(built, tmp_path):
    """A copy of the documents, their publication and the cache beside it."""
    for name in ("documents", "publication", ".publication.cache"):
        shutil.copytree(built / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def drawn(monkeypatch):
    """The names of the documents whose pages are made."""
    names = []

    def draw(frame, document, nodes):
        names.append(document.file)
        return document_pages(frame, document, nodes)

    monkeypatch.setattr(drawing, "document_pages", draw)
    return names


def without_cache(root):
    """Put a copy of the publication aside, with no cache beside it, and return it."""
    shutil.copytree(root / "publication", root / "other")
    return root / "other"


def changed(documents):
    report(documents, "two.md", "Towns and lakes", date="7 July 2021", topic="lakes")
    os.utime(documents / "two.md", ns=(1_600_000_000_000_000_000, 1_600_000_000_000_000_000))


def came(documents):
    report(documents, "four.md", "Towns and harbours", date="3 July 2023", topic="rivers")


def came_first(documents):
    report(documents, "zero.md", "Towns and wells", date="3 July 2015", topic="water")


def went(documents):
    (documents / "one.md").unlink()


def renamed(documents):
    (documents / "one.md").rename(documents / "2019.md")


def all_at_once(documents):
    changed(documents)
    came_first(documents)
    went(documents)


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (changed, ["two.md"]),
        pytest.param(came, ["four.md"], marks=pytest.mark.slow),
        (came_first, ["zero.md"]),
        (went, []),
        pytest.param(renamed, ["2019.md"], marks=pytest.mark.slow),
        (all_at_once, ["two.md", "zero.md"]),
    ],
)
def test_whatever_changes_only_that_is_drawn_and_the_edition_is_that_made_of_nothing(root, drawn, change, made):
    other = without_cache(root)
    change(root / "documents")
    build([root / "documents"], root / "publication", Config())
    assert sorted(drawn) == made
    build([root / "documents"], other, Config())
    assert contents(root / "publication") == contents(other)


@pytest.mark.parametrize("change", [came, pytest.param(came_first, marks=pytest.mark.slow)])
def test_where_nothing_vanished_it_is_the_edition_of_a_folder_that_was_never_published(root, change):
    change(root / "documents")
    build([root / "documents"], root / "publication", Config())
    build([root / "documents"], root / "new", Config())
    assert contents(root / "publication") == contents(root / "new")


def test_another_configuration_draws_all_pages_again(root, drawn):
    other = without_cache(root)
    build([root / "documents"], root / "publication", HOMEPAGE)
    assert len(drawn) == 3
    build([root / "documents"], other, HOMEPAGE)
    assert contents(root / "publication") == contents(other)
    assert b"https://example.org/reports/" in (other / "index.html").read_bytes()


def test_other_limits_of_time_change_no_byte(root):
    before = contents(root / "publication")
    build([root / "documents"], root / "publication", Config(limits=replace(Config().limits, seconds=99.0)))
    assert contents(root / "publication") == before


def test_a_decision_draws_the_document_it_is_about(root, drawn):
    other = without_cache(root)
    decisions = [sheet(root / "review.csv", row("item", "reject", ASKED))]
    build([root / "documents"], root / "publication", Config(), decisions=decisions)
    assert drawn == ["one.md"]
    build([root / "documents"], other, Config(), decisions=decisions)
    assert contents(root / "publication") == contents(other)
    assert b"graph/review/" in (other / "data/forumgraph.nq").read_bytes()
    build([root / "documents"], root / "publication", Config())
    build([root / "documents"], other, Config())
    assert contents(root / "publication") == contents(other)


def test_a_page_that_somebody_changed_is_made_again(root, drawn):
    pages = sorted((root / "publication/session").rglob("*.html"))
    pages[0].write_text("something else", encoding="utf-8")
    came(root / "documents")
    build([root / "documents"], root / "publication", Config())
    assert len(drawn) == 2
    build([root / "documents"], root / "new", Config())
    assert contents(root / "publication") == contents(root / "new")


def test_pages_are_linked_to_those_of_the_edition_before_and_keep_their_time(root):
    path = next(iter(sorted((root / "publication/session").rglob("*.html"))))
    before = path.stat()
    came(root / "documents")
    build([root / "documents"], root / "publication", Config())
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_pages_are_made_where_files_cannot_be_linked(root, drawn, monkeypatch):
    def refuse(*_names):
        raise OSError("no links here")

    came(root / "documents")
    with monkeypatch.context() as patch:
        patch.setattr("os.link", refuse)
        build([root / "documents"], root / "publication", Config())
    assert len(drawn) == 4
    build([root / "documents"], root / "new", Config())
    assert contents(root / "publication") == contents(root / "new")


def test_links_that_stay_as_they_are_are_not_written_again(root, monkeypatch):
    written = []
    monkeypatch.setattr("forumgraph.joining.layers_of", lambda *of: written.append(of) or layers_of(*of))
    build([root / "documents"], root / "publication", HOMEPAGE)
    assert written == []
    came(root / "documents")
    build([root / "documents"], root / "publication", HOMEPAGE)
    assert len(written) in {1, 2, 3}


def test_a_run_that_ends_early_leaves_the_edition_before_and_nothing_beside_it(root, monkeypatch):
    before = contents(root / "publication")
    came(root / "documents")

    def lossy(work, tasks, limits, **options):
        if work is drawing.draw_all:
            return [Outcome(task, None, "crash") for task in tasks]
        return in_this_process(work, tasks, limits, **options)

    monkeypatch.setattr("forumgraph.pool.run", lossy)
    with pytest.raises(Exception, match="could not be made"):
        build([root / "documents"], root / "publication", Config())
    assert contents(root / "publication") == before
    assert not (root / ".publication.new").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("root", "whole_builds")
def test_one_change_after_the_other_gives_the_whole_edition_that_is_made_of_nothing(tmp_path):
    documents = tmp_path / "documents"
    shutil.rmtree(tmp_path / "publication")
    build([documents], tmp_path / "publication", Config())
    for change in (came, changed, renamed, came_first, lambda each: (each / "two.md").unlink()):
        other = without_cache(tmp_path)
        change(documents)
        build([documents], tmp_path / "publication", Config())
        build([documents], other, Config(), jobs=1)
        assert contents(tmp_path / "publication") == contents(other)
        shutil.rmtree(other)
        shutil.rmtree(tmp_path / ".other.cache")
