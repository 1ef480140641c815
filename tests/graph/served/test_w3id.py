"""The redirects for w3id.org, as a real server answers by them."""

from __future__ import annotations

import pytest
import webservers
from preferences import BROWSER, PREFERENCES
from webservers import PROJECT, RESOURCES, file_of

from forumgraph.config import Project
from forumgraph.graph.rdf.addresses import INSIDE
from forumgraph.graph.served.hosting import rules


@pytest.fixture(scope="module")
def apache():
    with webservers.folder() as root, webservers.start("apache2")(root) as client:
        yield client


@pytest.mark.slow
@pytest.mark.parametrize("accept", [accept for accept, form in PREFERENCES.items() if form])
def test_the_redirects_for_w3id_lead_to_the_publication(apache, accept):
    for stem in RESOURCES:
        answer = apache.get(f"/w3id/{stem}", accept)
        wanted = f"https://www.example.org/published/{stem}.{PREFERENCES[accept]}"
        assert (answer.status, answer.headers["location"]) == (303, wanted)
        assert answer.varies == ["accept"]
        assert answer.headers["access-control-allow-origin"] == "*"


W3ID = {
    ("", None): "",
    ("dataset", None): "data.html",
    ("dataset", "text/turtle"): "catalog.ttl",
    ("dataset/csv-sessions-csv", "application/ld+json"): "catalog.jsonld",
    ("publisher", "text/turtle"): "catalog.ttl",
    ("graph/stated/a-txt-012345", None): "data.html",
    ("scheme/role/chair", None): "scheme/role.html#chair",
    ("authority/", None): "authority.html",
    ("forum/a-txt-012345/summit-012345", "text/turtle"): "document/a-txt-012345.ttl",
    ("forum/hlpf", "text/turtle"): "forum/hlpf.ttl",
    ("session/a-txt-012345/89abcdef", "image/png"): "session/a-txt-012345/89abcdef.html",
    **{(f"{part}/a-txt-012345/x-1", "text/turtle"): "document/a-txt-012345.ttl" for part in sorted(INSIDE)},
}
"""What is below the base, what a client takes, and where it is sent."""


@pytest.mark.slow
def test_w3id_does_not_send_on_what_no_iri_is_called(apache):
    assert [apache.get(f"/w3id/{path}").status for path in ("nothing", "admin/x", "graphs")] == [404] * 3


TERMS = {
    ("ontology", None): "ontology.html",
    ("ontology", "text/turtle"): "ontology.ttl",
    ("ontology", "application/ld+json;q=0.9, text/html;q=0.8"): "ontology.jsonld",
    ("ontology/0.1.0", "text/turtle"): "ontology.ttl",
    ("ontology/list/x", None): "ontology.html",
    ("shapes", None): "shapes.html",
    ("shapes", "text/turtle"): "shapes.ttl",
    ("authority/un", "application/n-triples"): "authority/un",
    ("authority/", None): "authority.html",
    ("authority/relationship/a-memberOf-b", None): "authority.html",
    ("authority/relationship/a-memberOf-b", "text/turtle"): "authority.ttl",
    ("theme/governance", BROWSER): "theme/governance",
    ("scheme/role", None): "scheme/role.html",
    ("scheme/role", "text/turtle"): "schemes.ttl",
    ("scheme/follow-up-state/met", "text/turtle"): "follow-ups-scheme.ttl",
    ("sdg-mapping/water-6.2", None): "schemes.html",
    ("sdg-mapping/water-6.2", "text/turtle"): "sdg-mapping.ttl",
    ("agent/developers", None): "ontology.html",
    ("software/0.1.0", "text/turtle"): "about.html",
    ("scheme/role/chair", None): "scheme/role.html#chair",
}
"""What forumgraph itself names."""


SENT = {(folder, *asked): page for folder, table in (("w3id", W3ID), ("terms", TERMS)) for asked, page in table.items()}


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "path", "accept"), SENT)
def test_what_is_named_there_is_sent_on_from_w3id(apache, folder, path, accept):
    answer = apache.get(f"/{folder}/{path}", accept)
    wanted = f"https://www.example.org/published/{SENT[folder, path, accept]}"
    assert (answer.status, answer.headers["location"]) == (303, wanted)


def test_rules_for_the_terms_come_only_with_a_publication_below_them():
    name = "hosting/w3id-forumgraph.htaccess.txt"
    assert name in dict(rules(Project()))
    assert name not in dict(rules(PROJECT))


def test_w3id_is_told_what_the_identifiers_are_for_and_whom_to_ask():
    project = Project(base="https://w3id.org/meetings-of-ours/", contact="mailto:data@example.org")
    text = file_of(project, "hosting/w3id.README.md")
    assert all(each in text for each in (project.base, project.title, "data@example.org", "example.org/publication/"))
    assert "(whom to ask)" in file_of(Project(), "hosting/w3id.README.md")
