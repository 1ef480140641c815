"""The configuration: what is wrong is named with its key and its line."""

from __future__ import annotations

import re
import tomllib

import pytest

from forumgraph.config import Config, Project, issued, load, parse, template
from forumgraph.errors import InvalidUsage
from forumgraph.model import Limits


def written(tmp_path, words):
    path = tmp_path / "forumgraph.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_the_template_says_the_defaults():
    assert parse(tomllib.loads(template())) == Config()


def test_the_template_with_every_comment_taken_away_is_valid_too():
    whole = re.sub(r"(?m)^# (\w+ = )", r"\1", template())
    project = parse(tomllib.loads(whole)).project
    assert (project.contact, project.issued) == ("mailto:data@example.org", "2026-03-31")


def test_keys_that_are_left_out_keep_their_defaults(tmp_path):
    config = load(written(tmp_path, '[project]\ntitle = "Réunions"\n[limits]\nseconds = 5\n'))
    assert config == Config(Project(title="Réunions"), Limits(seconds=5.0))


def test_a_base_ends_with_a_slash():
    assert parse({"project": {"base": "https://example.org/x"}}).project.base == "https://example.org/x/"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ('[project]\ntitel = "x"\n', r"forumgraph\.toml:2 project\.titel: unknown key"),
        (
            '\n[project]\nbase = "not an address"\n',
            r":3 project\.base: 'not an address' is not an absolute http or https IRI without",
        ),
        ('[project]\nbase = "https://example.org/a b/"\n', r":2 project\.base"),
        ('[project]\nbase = "https://example.org/x#y"\n', r":2 project\.base"),
        ('[project]\nhomepage = "https://example.org/%7Ex/"\n', r":2 project\.homepage: .* without"),
        ('[project]\nbox = "10 50 20 40"\n', r":2 project\.box: .* no part of the Earth"),
        ('[project]\nbox = "999 0 20 40"\n', r":2 project\.box: .* no part of the Earth"),
        ('[project]\ntitle = ""\n', r":2 project\.title: is not a text with words"),
        ("[project]\ntitle = 5\n", r":2 project\.title"),
        ('[project]\nkeywords = "one"\n', r":2 project\.keywords: is not a list of words"),
        ("[project]\nkeywords = [1]\n", r":2 project\.keywords"),
        ('[project]\nissued = "31.3.2026"\n', r":2 project\.issued"),
        ('[project]\nissued = "2026-02-30"\n', r":2 project\.issued"),
        ('[project]\ncontact = "javascript:alert(1)"\n', r":2 project\.contact"),
        ('[project]\n[limits]\nsize = "big"\n', r":3 limits\.size: 'big' is not a whole number of bytes"),
        ("[limits]\nmemory = 1.5\n", r":2 limits\.memory"),
        ("[limits]\nseconds = 0\n", r":2 limits\.seconds"),
        ("[limits]\nseconds = true\n", r":2 limits\.seconds"),
        ("limits = 3\n", r":1 limits: is not a table"),
        ("[output]\n", r":1 output: unknown table"),
        ("[project\n", r"forumgraph\.toml: .*line 1"),
    ],
)
def test_what_is_wrong_is_named_with_its_key_and_line(tmp_path, words, message):
    with pytest.raises(InvalidUsage, match=message) as caught:
        load(written(tmp_path, words))
    assert caught.value.remedy


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InvalidUsage, match=r"nowhere\.toml: No such file"):
        load(tmp_path / "nowhere.toml")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "forumgraph.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidUsage):
        load(path)


def test_the_date_is_that_of_the_configuration_then_of_the_environment_then_none(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert issued(Config()) == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert issued(Config()) == "1970-01-02"
    assert issued(Config(Project(issued="2026-03-31"))) == "2026-03-31"


@pytest.mark.parametrize("bad", ["yesterday", "1e99", "9" * 30])
def test_an_epoch_that_is_none_is_refused(monkeypatch, bad):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", bad)
    with pytest.raises(InvalidUsage, match="SOURCE_DATE_EPOCH"):
        issued(Config())
