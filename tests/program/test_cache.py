"""The cache: what did not change is known without reading, and what is torn is made again."""

from __future__ import annotations

import os

import pytest

from forumgraph import shards
from forumgraph.cache import code_digest, open_cache
from forumgraph.shards import Shard, Torn

LONG_AGO = 1_500_000_000_123_456_789


@pytest.fixture
def target(tmp_path):
    return tmp_path / "publication"


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("words")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


def test_a_file_is_known_until_its_size_time_or_inode_changes(target, document):
    cache = open_cache(target, "d")
    assert cache.known("a.txt", document.stat()) == ""
    cache.note("a.txt", document.stat(), "f" * 64)
    assert cache.known("a.txt", document.stat()) == "f" * 64
    assert cache.known("b.txt", document.stat()) == ""
    os.utime(document, ns=(LONG_AGO, LONG_AGO + 1))
    assert cache.known("a.txt", document.stat()) == ""


def test_a_file_with_the_same_time_and_size_in_another_place_is_not_taken_for_it(target, document):
    cache = open_cache(target, "d")
    cache.note("a.txt", document.stat(), "f" * 64)
    other = document.with_name("other.txt")
    other.write_text("other")
    os.utime(other, ns=(LONG_AGO, LONG_AGO))
    document.unlink()
    assert cache.known("a.txt", other.stat()) == ""


def test_a_file_changed_this_moment_is_not_noted(target, document):
    cache = open_cache(target, "d")
    os.utime(document)
    cache.note("a.txt", document.stat(), "f" * 64)
    assert cache.known("a.txt", document.stat()) == ""


def test_the_index_is_there_in_the_next_run_and_forgets_what_is_gone(target, document):
    cache = open_cache(target, "d")
    cache.note("a.txt", document.stat(), "f" * 64)
    cache.note("gone.txt", document.stat(), "e" * 64)
    kept, left = cache.shelf.path("a.txt", "f" * 64), cache.shelf.path("gone.txt", "e" * 64)
    for path in (kept, left):
        shards.write(path, Shard({}, {}))
    cache.save(["a.txt"], [kept], {"key": "k"})
    again = open_cache(target, "d")
    assert again.known("a.txt", document.stat()) == "f" * 64
    assert again.known("gone.txt", document.stat()) == ""
    assert again.summary == {"key": "k"}
    assert (kept.exists(), left.exists()) == (True, False)


@pytest.mark.parametrize(
    "words", ["", "{}", "[]", '{"format": 0}', '{"format": 1, "stamps": {"a": [1]}, "summary": {}}', "\x00"]
)
def test_an_index_that_cannot_be_understood_is_a_new_one(target, words):
    folder = open_cache(target, "d").shelf.folder
    (folder / "index.json").write_text(words)
    assert open_cache(target, "d").stamps == {}


def test_a_part_is_kept_apart_for_other_bytes_names_and_code(target):
    one, two = open_cache(target, "d").shelf, open_cache(target, "e").shelf
    assert len({one.path("a", "1"), one.path("a", "2"), one.path("b", "1"), two.path("a", "1")}) == 4


def test_a_shard_gives_back_what_was_written(tmp_path):
    shard = Shard({"id": "é", "n": 1}, {"text": "é\n".encode(), "empty": b"", "more": bytes(range(256))})
    shards.write(tmp_path / "x/y", shard)
    assert shards.read(tmp_path / "x/y") == shard


@pytest.mark.parametrize("cut", [0, 1, 5, 40, -1])
def test_a_shard_that_is_cut_short_is_torn(tmp_path, cut):
    path = tmp_path / "s"
    shards.write(path, Shard({"a": 1}, {"text": b"words of a document"}))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(Torn):
        shards.read(path)
    assert open_cache(tmp_path / "publication", "d").shelf.find(path) is None


def test_a_shard_in_which_a_byte_changed_is_torn(tmp_path):
    path = tmp_path / "s"
    shards.write(path, Shard({"a": 1}, {"text": b"words of a document"}))
    path.write_bytes(path.read_bytes().replace(b"document", b"Document"))
    with pytest.raises(Torn):
        shards.read(path)


def test_of_a_shard_only_what_is_wanted_is_read_and_checked(tmp_path):
    path = tmp_path / "x"
    shards.write(path, Shard({"a": 1}, {"text": b"words of a document", "names": b"one two"}))
    assert shards.read(path, {"names"}) == Shard({"a": 1}, {"names": b"one two"})
    path.write_bytes(path.read_bytes().replace(b"words", b"birds"))
    assert shards.read(path, {"names"}).sections == {"names": b"one two"}
    with pytest.raises(Torn):
        shards.read(path, {"text"})


def test_the_code_has_one_digest():
    assert code_digest() == code_digest()
    assert len(code_digest()) == 64
