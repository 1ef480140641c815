"""Pages of questions: what their cells show."""

from __future__ import annotations

from forumgraph.config import Project
from forumgraph.graph.addresses import Addresses
from forumgraph.graph.answerpages import answer_pages
from forumgraph.graph.pages import Frame

BASE = Project().base
HERE, GONE = (f"{BASE}session/a-txt-012345/{name}" for name in ("89abcdef", "00000000"))


def page(folder, *rows, known=()):
    (folder / "answers").mkdir()
    (folder / "answers/coverage.csv").write_text("\r\n".join(["document,used", *rows]) + "\r\n", encoding="utf-8")
    return dict(answer_pages(Frame(Project()), folder, Addresses(BASE), known))["question/coverage.html"]


def test_an_iri_leads_to_its_page_where_there_is_one_and_stays_an_iri_elsewhere(tmp_path):
    text = page(tmp_path, f"{HERE},1", f"{GONE},2", known={"session/a-txt-012345/89abcdef.html"})
    assert '<a href="../session/a-txt-012345/89abcdef.html">89abcdef</a>' in text
    assert "00000000.html" not in text
    assert f"<span>{GONE}</span>" in text or f"<td>{GONE}</td>" in text


def test_numbers_are_figures_and_years_are_words(tmp_path):
    text = page(tmp_path, "one,12", "two,2017")
    assert '<td class="figure">12</td>' in text
    assert "<td>2017</td>" in text


def test_a_question_without_an_answer_has_a_page_too(tmp_path):
    files = dict(answer_pages(Frame(Project()), tmp_path, Addresses(BASE), ()))
    assert "question/coverage.html" in files
