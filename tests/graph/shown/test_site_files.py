from __future__ import annotations

import hashlib
import json
import re
import shutil
import xml.etree.ElementTree as ET

import pyoxigraph
import pytest
from sites import pages, site

from forumgraph.build import build
from forumgraph.config import Config, Project
from forumgraph.graph.described.publication import MANIFEST
from forumgraph.graph.shown.mediatypes import media_type
from forumgraph.graph.written.leaves import Leaves

PROJECT = Project(homepage="https://example.org/meetings/", issued="2026-03-31", contact="mailto:data@example.org")
CRATE_WORDS = set(
    "about author conformsTo contentSize datePublished description encodingFormat hasPart identifier keywords license name publisher url version".split()
)
"""What we use of the terms of RO-Crate 1.1."""

FORMATS = {
    "ttl": pyoxigraph.RdfFormat.TURTLE,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
}


def manifest(folder):
    return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]


def again(name, *, documents="documents", site_too=True):
    """Publish once more from the parts that were made, into another folder."""
    first = site()
    target = first.with_name(name)
    shutil.copytree(first.with_name(".publication.cache"), first.with_name(f".{name}.cache"), dirs_exist_ok=True)
    build([first.with_name(documents)], target, Config(PROJECT), site=site_too, jobs=1)
    return target


def test_the_manifest_tells_every_file_and_its_digest():
    rows = manifest(site())
    files = {path.relative_to(site()).as_posix(): path for path in site().rglob("*") if path.is_file()}
    assert set(files) == {*rows, MANIFEST}
    for name, row in rows.items():
        assert hashlib.sha256(files[name].read_bytes()).hexdigest() == row["sha256"], name


def test_the_figures_beside_the_dumps_are_those_of_the_pages():
    told = re.search(r"(\d+) sessions, (\d+) actors", (site() / "README.txt").read_text(encoding="utf-8"))
    assert told is not None
    pages_of = [(site() / f"{name}.html").read_text(encoding="utf-8") for name in ("sessions", "actors")]
    shown = [
        len(set(re.findall(rf'href="((?:authority|{kind})/[^"/]+\.html)"', text)))
        for kind, text in zip(("session/[^/]+", "actor"), pages_of, strict=True)
    ]
    assert [int(each) for each in told.groups()] == shown


def test_a_publication_without_a_site_has_no_pages():
    bare = again("bare", site_too=False)
    assert not list(bare.rglob("*.html"))
    assert (bare / "data/forumgraph.nq").is_file()


def test_the_files_beside_a_page_say_the_same():
    for path in sorted(pages()):
        if not path.startswith(("issue/", "theme/", "edition/")):
            continue
        stem = site() / path.removesuffix(".html")
        sets = []
        for ending, form in FORMATS.items():
            data = stem.with_name(f"{stem.name}.{ending}").read_bytes()
            sets.append(
                {
                    (str(quad.subject), str(quad.predicate), str(quad.object))
                    for quad in pyoxigraph.parse(data, format=form)
                }
            )
        assert sets[0] == sets[1] == sets[2] != set(), path


def test_the_map_of_the_site_lists_every_page():
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.parse(site() / "sitemap.xml").getroot()  # noqa: S314 - we wrote it
    listed = {row.findtext(f"{space}loc") for row in root.iter(f"{space}url")}
    assert listed == {f"https://example.org/meetings/{path}" for path in pages()}
    assert {row.findtext(f"{space}lastmod") for row in root.iter(f"{space}url")} == {"2026-03-31"}
    assert "Sitemap: https://example.org/meetings/sitemap.xml" in (site() / "robots.txt").read_text()


def test_the_feed_is_atom_with_the_latest_session_first():
    atom = "{http://www.w3.org/2005/Atom}"
    root = ET.parse(site() / "feed.xml").getroot()  # noqa: S314 - we wrote it
    entries = root.findall(f"{atom}entry")
    dates = [entry.findtext(f"{atom}updated") for entry in entries]
    assert len(entries) > 5
    assert dates == sorted(dates, reverse=True)
    assert len({entry.findtext(f"{atom}id") for entry in entries}) == len(entries)
    assert root.findtext(f"{atom}id")
    assert root.findtext(f"{atom}updated") == "2026-03-31T00:00:00Z"


def test_the_crate_names_files_that_are_there():
    graph = {row["@id"]: row for row in json.loads((site() / "ro-crate-metadata.json").read_text())["@graph"]}
    root = graph["./"]
    assert {"name", "description", "datePublished", "license", "hasPart"} <= set(root)
    assert root["hasPart"]
    for part in root["hasPart"]:
        row = graph[part["@id"]]
        assert (site() / row["@id"]).stat().st_size == int(row["contentSize"])
        assert row["encodingFormat"] == media_type(row["@id"]).partition(";")[0]
    assert graph[root["author"]["@id"]]["@type"] == "Organization"


def test_the_crate_uses_no_word_that_its_context_does_not_have():
    crate = json.loads((site() / "ro-crate-metadata.json").read_text())
    ours = crate["@context"][1]
    used = {key for row in crate["@graph"] for key in row if not key.startswith("@")}
    assert used - ours.keys() <= CRATE_WORDS


def test_the_description_at_the_well_known_place_leads_to_the_catalogue():
    quads = list(pyoxigraph.parse((site() / ".well-known/void").read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    assert {quad.subject.value for quad in quads} == {
        f"https://example.org/meetings/{name}.ttl" for name in ("catalog", "void")
    }
    assert "https://w3id.org/forumgraph/data/dataset" in {getattr(quad.object, "value", "") for quad in quads}


def test_pages_that_did_not_change_keep_their_time(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "a").mkdir(parents=True)
    (old / "a/same.html").write_text("as it was")
    (old / "a/other.html").write_text("as it was")
    leaves = Leaves(new, old)
    leaves.write("a/same.html", "as it was")
    leaves.write("a/other.html", "as it is!")
    assert (new / "a/same.html").samefile(old / "a/same.html")
    assert (old / "a/other.html").read_text() == "as it was"
    assert (new / "a/other.html").read_text() == "as it is!"


def test_pages_that_were_made_before_are_taken_over_all_or_none(tmp_path):
    old, new, other = tmp_path / "old", tmp_path / "new", tmp_path / "other"
    made = Leaves(old, tmp_path / "nothing")
    made.write("a/one.html", "one")
    made.write("b/two.html", "two")
    assert Leaves(new, old).take(made.leaves)
    assert (new / "b/two.html").read_text() == "two"
    (old / "b/two.html").unlink()
    (old / "b/two.html").write_text("owt")
    leaves = Leaves(other, old)
    assert not leaves.take(made.leaves)
    assert leaves.files == {}
    assert not other.exists()


def test_a_page_that_is_in_the_way_leaves_nothing_behind(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    made = Leaves(old, tmp_path / "nothing")
    made.write("a/one.html", "one")
    made.write("b/two.html", "two")
    (new / "b").mkdir(parents=True)
    (new / "b/two.html").write_text("here")
    assert not Leaves(new, old).take(made.leaves)
    assert [path.name for path in new.rglob("*.html")] == ["two.html"]
    assert (new / "b/two.html").read_text() == "here"


def test_a_page_that_is_written_twice_leaves_the_old_edition_as_it_was(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    Leaves(old, tmp_path / "nothing").write("a.html", "one")
    leaves = Leaves(new, old)
    leaves.write("a.html", "one")
    leaves.write("a.html", "two")
    assert ((old / "a.html").read_text(), (new / "a.html").read_text()) == ("one", "two")


@pytest.mark.parametrize(
    "name", ["ontology", "alignments", "schemes", "themes-scheme", "authority", "countries", "shapes"]
)
def test_vocabularies_are_there_as_turtle(name):
    assert list(pyoxigraph.parse((site() / f"{name}.ttl").read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))


def test_every_term_of_the_ontology_has_a_place_on_its_page():
    terms = {
        quad.subject.value
        for quad in pyoxigraph.parse((site() / "ontology.ttl").read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
        if quad.predicate.value.endswith("isDefinedBy")
    }
    assert {term.partition("#")[2] for term in terms} <= set(pages()["ontology.html"].ids)
    assert len(terms) > 100
