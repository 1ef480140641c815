"""The rules for hosts that read `_redirects` and `_headers`: what they say, as their documentation tells how they are read."""

from __future__ import annotations

import re

import webservers
from webservers import DOCUMENT, FORMS, PROJECT, RESOURCES, file_of

from forumgraph.config import Project
from forumgraph.graph.rdf.addresses import INSIDE, PAGED
from forumgraph.graph.served.apache import OFFERED
from forumgraph.graph.served.hosting import rules
from forumgraph.graph.served.negotiation import PAGES
from forumgraph.graph.shown.mediatypes import media_type


def followed(text, path):
    """Return status and way of the first line whose source is like a path; None where there is none."""
    for line in text.splitlines():
        source, target, status = line.split()
        match = re.fullmatch(re.sub(r":([a-z]+)", r"(?P<\1>[^/]+)", source), path)
        if match:
            return int(status), re.sub(r":([a-z]+)", r"{\1}", target).format(**match.groupdict())
    return None


def test_redirects_never_lead_back_to_themselves():
    text = file_of(PROJECT, "_redirects")
    for path in (*(f"/{stem}{end}" for stem in RESOURCES for end in ("", ".html", ".ttl")), "/", "/index.html"):
        assert followed(text, path) is None, path
    for line in text.splitlines():
        path = re.sub(r":[a-z]+", "x", line.split()[0])
        status, way = followed(text, path)
        assert status == 302, "the one that all of these hosts take"
        assert followed(text, way.partition("#")[0]) is None, path


def test_redirects_tell_of_every_kind_of_node_without_a_page():
    text = file_of(PROJECT, "_redirects")
    for part in (*INSIDE, "forum"):
        assert followed(text, f"/{part}/{DOCUMENT}/x") == (302, f"/document/{DOCUMENT}.html")
    assert followed(text, "/scheme/role/chair") == (302, "/scheme/role.html#chair")
    assert len(text.splitlines()) < 100, "Cloudflare Pages takes so many lines with placeholders"


def test_headers_give_every_file_one_type():
    text = file_of(PROJECT, "_headers")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.strip()]
    with webservers.folder() as other:
        files = webservers.publication(other)
    for path in files:
        types = [
            line.partition(": ")[2]
            for source, *lines in blocks
            if re.fullmatch(re.escape(source).replace(r"\*", ".*"), f"/{path}")
            for line in lines
            if line.startswith("  Content-Type")
        ]
        assert types in ([], [media_type(path)]), path
    assert "/*\n  Access-Control-Allow-Origin: *" in text


def test_rules_name_every_kind_of_iri():
    files = dict(rules(Project()))
    for name in (".htaccess", "hosting/w3id.htaccess.txt", "hosting/nginx.conf.txt"):
        assert all(part in files[name] for part in INSIDE), name
    assert all(kind in files["hosting/w3id.htaccess.txt"] for kind in PAGED)
    assert files["hosting/site.htaccess.txt"] == files[".htaccess"]
    assert {form.ending for form in OFFERED} == set(FORMS) <= {form.ending for form in PAGES.values()}


def test_where_a_publication_is_comes_from_the_configuration():
    assert "https://www.example.org/published/$1." in file_of(PROJECT, "hosting/w3id.htaccess.txt")
    assert "https://example.org/publication/$1." in file_of(Project(), "hosting/w3id.htaccess.txt")
