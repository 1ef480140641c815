from __future__ import annotations

import json
import posixpath
import re
from html import unescape
from urllib.parse import unquote

import pytest
from sites import KINDS, pages, site

from forumgraph.graph.rdf.identifiers import BASE
from forumgraph.graph.rdf.siblings import TYPES
from forumgraph.graph.shown.searching import fold

REQUESTED = ("stylesheet", "icon", "preload", "modulepreload", "manifest")


def resolved(page, target):
    """The path of a file of the site and the fragment that a relative link leads to."""
    path, _, fragment = target.partition("#")
    path = path.partition("?")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page, fragment


def links(page):
    for _, values in pages()[page].elements:
        for name in ("href", "src", "action"):
            if name in values:
                yield values[name]


def test_there_is_a_page_of_each_kind():
    kinds = {path.split("/")[0] for path in pages() if "/" in path}
    assert kinds >= set(KINDS)
    single = """index sessions actors recommendations issues demands themes goals forums documents questions search sparql
        about data ontology shapes schemes authority""".split()
    assert {f"{name}.html" for name in single} <= set(pages())


def test_every_page_is_well_formed_and_names_things_once():
    for path, page in pages().items():
        assert page.problems == [], path
        assert len(page.ids) == len(set(page.ids)), (
            path,
            sorted({each for each in page.ids if page.ids.count(each) > 1}),
        )
        assert page.text.startswith("<!doctype html>"), path


def test_every_page_has_language_title_main_and_a_way_past_the_navigation():
    for path, page in pages().items():
        assert page.all("html")[0]["lang"] == "en", path
        assert re.search(r"<title>[^<]+</title>", page.text), path
        assert [each["id"] for each in page.all("main")] == ["_content"], path
        assert page.all("a")[0] == {"class": "skip", "href": "#_content"}, path
        assert len(page.all("h1")) == 1, path


def test_no_link_inside_the_site_is_dead():
    files = {path.relative_to(site()).as_posix() for path in site().rglob("*") if path.is_file()}
    dead = set()
    for path in pages():
        for target in links(path):
            if re.match(r"(https?|mailto|data):", target):
                continue
            file, fragment = resolved(path, target)
            if file not in files or (fragment and file in pages() and fragment not in pages()[file].ids):
                dead.add((path, target))
    assert not dead, sorted(dead)[:10]


def test_no_page_asks_another_host_for_anything_or_runs_what_is_written_in_it():
    for path, page in pages().items():
        requested = [
            each.get("src", "")
            for tag in ("script", "img", "iframe", "audio", "video", "source")
            for each in page.all(tag)
        ]
        requested += [each["href"] for each in page.all("link") if set(each["rel"].split()) & set(REQUESTED)]
        assert not [each for each in requested if "//" in each], path
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", path
        assert not [
            values for _, values in page.elements if any(name.startswith("on") or name == "style" for name in values)
        ], path
        assert not page.all("style"), path
        policy = [each["content"] for each in page.all("meta") if each.get("http-equiv") == "Content-Security-Policy"]
        assert len(policy) == 1, path
        assert "default-src 'none'" in policy[0], path
        assert "unsafe-inline" not in policy[0], path


def test_links_lead_only_to_pages_and_mail():
    for path in pages():
        for target in links(path):
            assert re.match(r"https?://|mailto:|[a-z0-9_.#/-]", target, re.IGNORECASE), (path, target)
            assert not target.lower().startswith(("javascript:", "data:", "//", "/")), (path, target)


def test_every_resource_has_its_data_beside_it_and_says_so():
    described = 0
    for path, page in pages().items():
        cited = [each["href"] for each in page.all("link") if each["rel"] == "cite-as"]
        if not cited or path == "index.html":
            continue
        described += 1
        for ending, kind in TYPES.items():
            alternates = [
                each["href"] for each in page.all("link") if each["rel"] == "alternate" and each["type"] == kind
            ]
            assert len(alternates) == 1, path
            file, _ = resolved(path, alternates[0])
            assert file == f"{path.removesuffix('.html')}.{ending}"
            assert cited[0] in (site() / f"{path.removesuffix('.html')}.nt").read_text(encoding="utf-8"), path
        rels = {each["rel"] for each in page.all("link")}
        assert {"cite-as", "describedby", "license", "type", "alternate"} <= rels, path
    assert described > 200


def test_the_words_of_each_passage_are_marked_exactly():
    import pyoxigraph

    checked = 0
    for quad in pyoxigraph.parse(path=str(site() / "data/forumgraph.nq"), format=pyoxigraph.RdfFormat.N_QUADS):
        if quad.predicate.value.endswith("#exact"):
            document, _, fragment = quad.subject.value.partition("#")
            page = pages()[f"{document.removeprefix(BASE)}.html"]
            assert page.marks[fragment] == quad.object.value
            assert fragment in page.ids
            checked += 1
    assert checked > 200


def test_what_was_not_used_is_not_marked_as_if_it_were():
    unused = 0
    for path, page in pages().items():
        if path.startswith("document/"):
            unused += page.text.count('<span class="unused" id="char=')
            assert not re.search(r'<span class="unused"[^>]*><mark[^>]*>[^<]*</mark></span>', page.text), path
    assert unused > 20


def test_the_words_around_a_quotation_are_whole():
    seen = 0
    for path, page in pages().items():
        for before, after in re.findall(
            r'<span class="around">([^<]*)</span><a.*?</a>(?:<span class="around">([^<]*)</span>)?', page.text
        ):
            text = (site() / "texts" / f"{path.split('/')[1]}.txt").read_text(encoding="utf-8")
            for words in (unescape(before).removeprefix("…").strip(), unescape(after).removesuffix("…").strip()):
                assert not words or re.search(rf"(?<!\S){re.escape(words)}(?!\S)", text), (path, words)
                seen += bool(words)
    assert seen > 50


def test_the_whole_text_of_a_document_is_on_its_page():
    for path, page in pages().items():
        if path.startswith("document/"):
            text = (site() / "texts" / f"{path[9:-5]}.txt").read_text(encoding="utf-8")
            shown = "".join(page.words.split())
            assert all("".join(line.split()) in shown for line in text.split("\n")), path


def test_each_statement_leads_to_its_words_in_one_step():
    for path in pages():
        if path.split("/")[0] in {"issue", "recommendation", "demand"}:
            assert any("/document/" in target and "#char=" in target for target in links(path)), path
    for path in ("recommendations.html", "issues.html", "demands.html"):
        items = pages()[path].text.count('<p class="words">')
        assert pages()[path].text.count('class="source"') == items > 0


def test_rows_of_answers_lead_to_the_sentences_they_are_about():
    page = pages()["question/asked-of.html"]
    rows = page.text.count('<tr role="row"><td')
    assert len(re.findall(r'data-of="request"><a href="\.\./recommendation/', page.text)) == rows > 3
    assert len(re.findall(r'data-of="source"><a href="\.\./document/', page.text)) == rows


def test_what_a_hostile_report_says_is_shown_as_words():
    for path, page in pages().items():
        assert not page.all("img"), path
        assert not page.all("b"), path
        assert "<script>alert" not in page.text, path
        assert "&amp;lt;" not in page.text, path
        assert "&amp;amp;amp;" not in page.text, path
    assert (
        "Publishers should escape </title><script>alert(6)</script> once, and only once, &amp; test it"
        in pages()["recommendations.html"].words
    )


def test_markup_for_search_engines_is_json_that_cannot_leave_its_element():
    found = 0
    for path, page in pages().items():
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL):
            value = json.loads(text)
            assert value["@context"] == "https://schema.org/", path
            assert value["name"], path
            assert "<" not in text, path
            found += 1
    assert found > 200
    home = json.loads(re.search(r'ld\+json">(.*?)</script>', pages()["index.html"].text)[1])
    assert home["@type"] == "Dataset"
    assert 50 <= len(home["description"]) <= 5000
    assert home["distribution"][0]["contentUrl"].startswith("https://example.org/meetings/data/")


def test_file_names_are_plain():
    for path in site().rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9._-]+", path.name), path


@pytest.mark.parametrize("name", ["index.html", "sessions.html", "search.html", "about.html"])
def test_pages_work_below_any_folder(name):
    assert not [target for target in links(name) if target.startswith("/")]


def test_words_that_became_the_same_in_several_sessions_have_one_note():
    page = next(page for path, page in pages().items() if path.startswith("document/2021-07-08-stakeholder-days"))
    notes = re.findall(r"<li>(<a class=\"to\".*?)</li>", page.text)
    assert len(notes) == len({re.sub(r" href=\"[^#][^\"]*\"", "", each) for each in notes})
    assert any(re.search(r">part of</a>, <a [^>]*>2</a>, <a [^>]*>3</a> <code>", each) for each in notes)


def test_entries_of_the_authority_file_come_by_their_names():
    index = pages()["authority.html"].text.partition('<p class="index">')[2].partition("</p>")[0]
    names = [fold(unescape(each)) for each in re.findall(r">([^<]+)</a>", index)]
    assert len(names) > 300
    assert names == sorted(names)
