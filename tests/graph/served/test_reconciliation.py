"""The authority file as OpenRefine asks it."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers import running, write

from forumgraph.errors import InvalidQuery
from forumgraph.graph.served.endpointcrew import Bounds
from forumgraph.graph.served.reconciliation import MOST_QUERIES, Register
from forumgraph.ontology import AUTHORITY, FORUM, text

REGISTER = Register("\n".join(text(name) for name in ("authority", "countries")))

MATCHES = {
    "Local Authorities Major Group": "lamg",
    "local authorities major group": "lamg",
    "the Local Authorities Major-Group": "lamg",
    "LAMG": "lamg",
    "lamg": "lamg",
    "Local Authorities Major Group (LAMG)": "lamg",
    "France": "country-fra",
    "CARE": "care-international",
}


@pytest.mark.parametrize("name", MATCHES)
def test_the_same_name_or_acronym_is_a_match(name):
    best, *others = REGISTER.candidates(name)
    assert (best["id"], best["score"], best["match"]) == (MATCHES[name], 100, True)
    assert not any(each["match"] for each in others)


@pytest.mark.parametrize("name", ["Local Authority Major Groups", "United Cities and Local Goverments"])
def test_a_name_that_is_only_alike_is_offered_and_not_matched(name):
    best = REGISTER.candidates(name)[0]
    assert best["id"] in {"lamg", "uclg"}
    assert 80 < best["score"] < 100
    assert best["match"] is False


@pytest.mark.parametrize("name", ["", "   ", "zzzzzz qqqqq", "()", "报告"])
def test_a_name_like_none_has_no_candidates(name):
    assert REGISTER.candidates(name) == []


def test_two_entries_of_the_same_name_are_no_match():
    turtle = "".join(
        f'<{AUTHORITY}{key}> a <{FORUM}Body> ; <http://www.w3.org/2004/02/skos/core#prefLabel> "The Forum of Cities"@en .\n'
        for key in ("one", "two")
    )
    found = Register(turtle).candidates("Forum of Cities")
    assert [(each["id"], each["score"], each["match"]) for each in found] == [("one", 100, False), ("two", 100, False)]


def test_features_say_what_the_score_is_made_of():
    best = REGISTER.candidates("LAMG")[0]
    assert {each["id"]: each["value"] for each in best["features"]}["acronym"] is True


@pytest.mark.parametrize("given_type", ["Place", f"{FORUM}Place", {"id": "Place", "name": "Place"}, ["Place"]])
def test_candidates_can_be_restricted_to_a_type(given_type):
    answer = REGISTER.batch(json.dumps({"q": {"query": "Lao", "type": given_type}}))
    assert answer["q"]["result"]
    assert all("Place" in {each["id"] for each in row["type"]} for row in answer["q"]["result"])


def test_a_limit_is_kept():
    assert len(REGISTER.batch('{"q": {"query": "United Nations", "limit": 2}}')["q"]["result"]) == 2


@pytest.mark.parametrize(
    "batch",
    [
        "",
        "[]",
        "1",
        '{"q": 1}',
        '{"q": {}}',
        '{"q": {"query": 1}}',
        '{"q": {"query": "a", "limit": 0}}',
        "[" * 100000,
        json.dumps({str(n): {"query": "a"} for n in range(MOST_QUERIES + 1)}),
    ],
    ids=range(9),
)
def test_a_batch_that_is_none_is_refused(batch):
    with pytest.raises(InvalidQuery):
        REGISTER.batch(batch)


@given(st.text(max_size=400))
def test_any_name_has_candidates_in_order_or_none(name):
    scores = [each["score"] for each in REGISTER.candidates(name)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < each <= 100 for each in scores)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with running(write(tmp_path_factory.mktemp("served") / "publication"), Bounds(workers=1)) as found:
        yield found


def test_the_manifest_says_what_the_api_asks_for(site):
    answer = site.get("/reconcile", Origin="http://127.0.0.1:3333")
    manifest = json.loads(answer.body)
    assert "0.2" in manifest["versions"]
    assert (manifest["identifierSpace"], manifest["schemaSpace"]) == (AUTHORITY, FORUM)
    assert "Meetings of ours" in manifest["name"]
    assert answer.headers["access-control-allow-origin"] == "*"
    seen = site.get(manifest["view"]["url"].replace("{{id}}", "lamg").removeprefix(f"http://127.0.0.1:{site.port}"))
    assert (seen.status, seen.headers["location"]) == (303, "lamg.html")


def test_a_batch_is_answered_by_post_and_by_get(site):
    batch = json.dumps({"q0": {"query": "LAMG", "limit": 1}, "q1": {"query": "France", "type": "Place"}})
    for answer in (site.form("/reconcile", queries=batch), site.get(f"/reconcile?{urlencode({'queries': batch})}")):
        assert answer.type == "application/json"
        ids = {key: value["result"][0]["id"] for key, value in json.loads(answer.body).items()}
        assert ids == {"q0": "lamg", "q1": "country-fra"}


API = {
    "manifest": {
        "versions": list,
        "name": str,
        "identifierSpace": str,
        "schemaSpace": str,
        "view": dict,
        "defaultTypes": list,
        "batchSize": int,
        "preview": dict,
        "suggest": dict,
    },
    "view": {"url": str},
    "preview": {"url": str, "width": int, "height": int},
    "service": {"service_url": str, "service_path": str},
    "candidate": {"id": str, "name": str, "type": list, "score": float, "features": list, "match": bool},
    "type": {"id": str, "name": str},
    "suggested": {"id": str, "name": str},
}
"""What the parts of the Reconciliation Service API 0.2 are made of, as far as they are offered."""


def fits(value, part):
    assert {name: type(value[name]) for name in API[part]} == API[part]


def test_everything_offered_has_the_form_of_the_api(site):
    manifest = json.loads(site.get("/reconcile").body)
    fits(manifest, "manifest")
    fits(manifest["view"], "view")
    fits(manifest["preview"], "preview")
    assert {"entity", "type"} == manifest["suggest"].keys(), (
        "properties and further data are not offered, and not announced"
    )
    for service in manifest["suggest"].values():
        fits(service, "service")
    queries = {"q0": {"query": "local authorities"}, "q1": {"query": "Nobody at all is called so"}}
    answers = json.loads(site.form("/reconcile", queries=json.dumps(queries)).body)
    assert answers.keys() == queries.keys()
    assert answers["q1"] == {"result": []}
    for candidate in answers["q0"]["result"]:
        fits(candidate, "candidate")
        assert 0 <= candidate["score"] <= 100
        for kind in candidate["type"]:
            fits(kind, "type")


def test_suggestions_go_on_where_a_cursor_says(site):
    ask = "/reconcile/suggest/entity?prefix=united"
    first, later = (json.loads(site.get(f"{ask}{more}").body)["result"] for more in ("", "&cursor=2"))
    assert first[2:] == later[: len(first) - 2]
    for each in first:
        fits(each, "suggested")
    assert site.get(f"{ask}&cursor=-1").status == 400


def test_names_are_suggested_while_they_are_typed(site):
    result = json.loads(site.get("/reconcile/suggest/entity?prefix=local+auth").body)["result"]
    assert "lamg" in {each["id"] for each in result}
    assert json.loads(site.get("/reconcile/suggest/entity").body) == {"result": []}


def test_types_are_suggested_while_they_are_typed(site):
    result = json.loads(site.get("/reconcile/suggest/type?prefix=fo").body)["result"]
    assert result == [{"id": "Forum", "name": "Forum"}]
    assert json.loads(site.get("/reconcile/suggest/type").body) == {"result": []}


def test_an_entry_can_be_looked_at_before_it_is_chosen(site):
    manifest = json.loads(site.get("/reconcile").body)
    address = manifest["preview"]["url"].removeprefix(f"http://127.0.0.1:{site.port}")
    page = site.get(address.replace("{{id}}", "lamg"))
    assert (page.status, page.type) == (200, "text/html")
    assert "Local Authorities Major Group" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert site.get("/reconcile/preview?id=%3Cscript%3E").status == 404
    assert site.get("/reconcile/preview").status == 404
    for what in ("entity", "type"):
        service = manifest["suggest"][what]
        assert site.get(f"{service['service_path']}?prefix=lo").status == 200


def test_what_is_malformed_is_refused(site):
    assert site.form("/reconcile", queries="{").status == 400
    assert site.form("/reconcile", other="x").status == 400
    assert site.ask("POST", "/reconcile", b"{}", Content_Type="application/json").status == 415
    assert site.ask("DELETE", "/reconcile").status == 405
    assert (
        site.ask("POST", "/reconcile", b"queries=%ff", Content_Type="application/x-www-form-urlencoded").status == 400
    )
