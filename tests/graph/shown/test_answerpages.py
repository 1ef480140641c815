"""Pages of questions: what their cells show."""

from __future__ import annotations

import pytest

from forumgraph.config import Project
from forumgraph.graph.rdf.addresses import Addresses
from forumgraph.graph.shown.answerpages import answer_pages
from forumgraph.graph.shown.cards import DocumentCard
from forumgraph.graph.shown.corpus import Corpus, SubjectFile
from forumgraph.graph.shown.exhibits import Link, PointCard, SessionCard
from forumgraph.graph.shown.pages import Frame
from forumgraph.graph.shown.rowlinks import RowLinks

BASE = Project().base
HERE, GONE = (f"{BASE}session/a-txt-012345/{name}" for name in ("89abcdef", "00000000"))


def page(folder, *rows, known=()):
    (folder / "answers").mkdir()
    (folder / "answers/coverage.csv").write_text("\r\n".join(["document,used", *rows]) + "\r\n", encoding="utf-8")
    links = RowLinks(Corpus(), Addresses(BASE), known)
    return dict(answer_pages(Frame(Project()), folder, links))["question/coverage.html"]


def test_an_iri_leads_to_its_page_where_there_is_one_and_stays_an_iri_elsewhere(tmp_path):
    text = page(tmp_path, f"{HERE},1", f"{GONE},2", known={"session/a-txt-012345/89abcdef.html"})
    assert '<a href="../session/a-txt-012345/89abcdef.html" dir="auto">89abcdef</a>' in text
    assert "00000000.html" not in text
    assert f">{GONE}</td>" in text


def test_numbers_are_figures_and_years_are_words(tmp_path):
    text = page(tmp_path, "one,12", "two,2017")
    assert 'class="figure">12</td>' in text
    assert 'data-of="used">2017</td>' in text


def test_a_question_without_an_answer_has_a_page_too(tmp_path):
    files = dict(answer_pages(Frame(Project()), tmp_path, RowLinks(Corpus(), Addresses(BASE), ())))
    assert "question/coverage.html" in files


def point(number, words, file="one.md", kind="issue", meeting=""):
    source = f"document/{file.replace('.', '-')}.html#char=0,5"
    return PointCard(f"{kind}/{number}.html", source, kind, words, "fr", "", "", Link(meeting), None, (), (), (), ())


def session(number, title, date, document=""):
    return SessionCard(f"session/{number}.html", title, "", "", date, "", (), (), (), 0, 0, 0, Link("", document), ())


@pytest.fixture
def links():
    """Two documents that share a sentence, and sessions of one title."""
    corpus = Corpus(
        documents=[DocumentCard(f"document/{each}-md.html", f"{each}.md", "", "", 0, 0, 0) for each in ("one", "two")],
        points=[
            point(1, "Only here"),
            point(2, "In both"),
            point(3, "In both", "two.md", meeting="Forum"),
            point(4, "We need it"),
            point(4, "We need it", kind="demand"),
        ],
        sessions=[
            session(1, "Briefing", "2017-07-09"),
            session(2, "Briefing", "2018-07-08"),
            session(3, "Forum", "2019"),
            session(4, "Retreat", "2020-07-08", "document/one-md.html"),
            session(5, "Retreat", "2020-07-08", "document/two-md.html"),
        ],
    )
    theme = Link("water", "theme/water.html")
    corpus.themes[theme.page] = SubjectFile(theme)
    known = {f"{kind}/{n}.html" for kind in ("issue", "session") for n in range(1, 6)}
    return RowLinks(corpus, Addresses(BASE), known | {"document/one-md.html", "document/two-md.html", theme.page})


@pytest.mark.parametrize(
    ("row", "pages"),
    [
        ({"words": "Only here"}, ["issue/1.html"]),
        ({"words": "In both"}, [""]),
        ({"words": "In both", "source": "two.md"}, ["issue/3.html", "document/two-md.html"]),
        ({"second_meeting": "Forum", "second_words": "In both"}, ["session/3.html", "issue/3.html"]),
        ({"issue": "We need it"}, ["issue/4.html"]),
        ({"meeting": "Briefing"}, [""]),
        ({"date": "2018-07-08", "meeting": "Briefing"}, ["", "session/2.html"]),
        ({"date": "2020-07-08", "meeting": "Retreat"}, ["", ""]),
        ({"meeting": "Retreat", "source": "two.md"}, ["session/5.html", "document/two-md.html"]),
        ({"first_source": "one.md"}, ["document/one-md.html"]),
        ({"first_meeting": "Forum"}, ["session/3.html"]),
        ({"theme": "water", "words": "water"}, ["theme/water.html", ""]),
        ({"source": "three.md"}, [""]),
    ],
)
def test_what_a_row_names_leads_to_its_page_where_it_is_unmistakable(links, row, pages):
    assert [getattr(each, "page", "") for each in links.cells(list(row), list(row.values()))] == pages


def test_words_of_a_statement_keep_their_language(links):
    assert links.cells(["words"], ["Only here"])[0].language == "fr"
