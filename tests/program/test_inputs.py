"""What of the files and folders that are given is read, and what is named instead."""

from __future__ import annotations

import os

import pytest
from reviews import report, three_reports

from forumgraph.inputs import discover


@pytest.fixture
def folder(tmp_path):
    return three_reports(tmp_path / "documents")


def test_hidden_and_lock_files_are_passed_over(folder):
    for name in (".hidden.txt", "~$2021.docx", ".git/a.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    found = discover([folder])
    assert [given.name for given in found.files] == ["2019/Réunion à Valongo.md", "2021.md", "2022.txt"]
    assert found.findings == ()


def test_links_stay_in_the_folder_and_odd_files_are_named(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "2021.md")
    (folder / "nowhere.txt").symlink_to(folder / "gone")
    os.mkfifo(folder / "pipe.txt")
    found = discover([folder])
    assert {(each.where.source, each.code) for each in found.findings} == {
        (name, "DOC012") for name in ("out.txt", "nowhere.txt", "pipe.txt")
    }
    assert "in.txt" in {given.name for given in found.files}


def test_two_files_of_one_name_are_one_document_and_a_finding(folder, tmp_path):
    other = report(tmp_path / "more", "2021.md", "Another")
    one, two = discover([folder, other]), discover([other, folder])
    assert one == two
    assert [each.code for each in one.findings] == ["DOC015"]
    assert [given.path for given in one.files if given.name == "2021.md"] == [folder / "2021.md"]


def test_a_file_given_twice_is_read_once(folder):
    assert discover([folder, folder / "2021.md"]).findings == ()
    assert len(discover([folder, folder / "2021.md"]).files) == 3
