"""The exchange of editions: whatever happens, a reader finds one whole edition."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import textwrap

import pytest
from reviews import contents

from forumgraph.errors import PublicationFailed
from forumgraph.graph.described import publication
from forumgraph.graph.described.publication import MANIFEST, intact, is_publication, locked, staged


def publish(target, words, error=None, names=("data/a.txt",)):
    with locked(target), staged(target) as staging:
        for name in names:
            staging.write(name, words)
        if error:
            raise error
        return staging.seal()


def beside(target):
    return sorted(each.name for each in target.parent.iterdir())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "publication"


def test_a_second_edition_takes_the_place_of_the_first(target):
    publish(target, "one")
    publish(target, "two")
    assert (target / "data/a.txt").read_text() == "two"
    assert beside(target) == [".publication.lock", "publication"]


def test_without_an_exchange_by_the_system_two_renames_do_it(target, monkeypatch):
    monkeypatch.setattr(publication, "_swapped", lambda _one, _other: False)
    publish(target, "one")
    publish(target, "two")
    assert (target / "data/a.txt").read_text() == "two"
    assert beside(target) == [".publication.lock", "publication"]


def test_the_manifest_tells_size_and_digest_of_every_file(target):
    publish(target, "one")
    files = json.loads((target / MANIFEST).read_bytes())["files"]
    assert files == {"data/a.txt": {"bytes": 3, "sha256": hashlib.sha256(b"one").hexdigest()}}


def test_an_error_while_writing_leaves_the_old_edition(target):
    publish(target, "one")
    before = contents(target)
    with pytest.raises(ZeroDivisionError):
        publish(target, "two", ZeroDivisionError())
    assert contents(target) == before
    assert beside(target) == [".publication.lock", "publication"]


def test_a_full_disk_leaves_the_old_edition_and_says_so(target):
    publish(target, "one")
    before = contents(target)
    with pytest.raises(PublicationFailed, match="No space left") as caught:
        publish(target, "two", OSError(28, "No space left on device"))
    assert "Make room" in caught.value.remedy
    assert contents(target) == before


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from forumgraph.graph.described import publication
    target = Path(sys.argv[1])
    if sys.argv[2] == "between":
        publication._swapped = lambda one, other: False
        rename = Path.rename
        def kill(self, other):
            rename(self, other)
            if self == target:
                os.kill(os.getpid(), signal.SIGKILL)
        Path.rename = kill
    with publication.locked(target), publication.staged(target) as staging:
        staging.write("data/a.txt", "two")
        if sys.argv[2] == "writing":
            os.kill(os.getpid(), signal.SIGKILL)
        staging.seal()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("moment", ["writing", "between"])
def test_a_run_that_is_killed_leaves_the_old_edition_and_the_next_clears_up(target, moment):
    publish(target, "one")
    before = contents(target)
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(KILLED), str(target), moment], check=False)
    assert ended.returncode == -signal.SIGKILL
    if moment == "writing":
        assert contents(target) == before
    with locked(target):
        assert contents(target) == before
        assert beside(target) == [".publication.lock", "publication"]


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_a_second_run_at_the_same_time_is_refused(target):
    with locked(target), pytest.raises(PublicationFailed, match="another run"), locked(target):
        pass


def test_a_folder_of_somebody_else_is_never_touched(target):
    target.mkdir()
    (target / "thesis.docx").write_text("years of work")
    with pytest.raises(PublicationFailed, match="not a publication"), locked(target):
        pass
    assert contents(target) == {"thesis.docx": b"years of work"}


@pytest.mark.parametrize("words", ["{}", "[]", "not json", '{"format": "x"}'])
def test_a_manifest_of_something_else_makes_no_publication(target, words):
    target.mkdir()
    (target / MANIFEST).write_text(words)
    assert not is_publication(target)
    with pytest.raises(PublicationFailed), locked(target):
        pass


def test_an_empty_folder_may_be_used(target):
    target.mkdir()
    publish(target, "one")
    assert is_publication(target)


def test_a_file_in_its_place_is_refused(target):
    target.write_text("x")
    with pytest.raises(PublicationFailed, match="not a folder"), locked(target):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_place_that_may_not_be_written_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(PublicationFailed, match="cannot be written"), locked(tmp_path / "publication"):
        pass
    tmp_path.chmod(0o700)


def test_a_place_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PublicationFailed, match="cannot be written"), locked(tmp_path / "file/publication"):
        pass


def test_a_publication_is_intact_until_a_file_changes_in_size_is_gone_or_added(target):
    manifest = publish(target, "one")
    assert intact(target, manifest)
    assert not intact(target, "0" * 64)
    (target / "more.txt").write_text("x")
    assert not intact(target, manifest)
    (target / "more.txt").unlink()
    (target / "data/a.txt").write_text("more")
    assert not intact(target, manifest)
    (target / "data/a.txt").unlink()
    assert not intact(target, manifest)


def test_no_file_is_written_twice(target):
    with pytest.raises(PublicationFailed, match="File exists"):
        publish(target, "one", names=("a.txt", "a.txt"))
    assert not target.exists()
