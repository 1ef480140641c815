"""Documents that tell of one meeting: which sessions are counted once, and which only look alike."""

from __future__ import annotations

import re

import pytest
from reviews import contents, light, report

from forumgraph.build import build
from forumgraph.config import Config
from forumgraph.graph.checked import validation
from forumgraph.graph.linked.retellings import first_tellings, match_node, retold, told_again
from forumgraph.graph.linked.sessions import Leader, Meeting
from forumgraph.graph.linked.stems import content
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.ontology import forum

SPACE = Namespace("https://example.org/")
TITLE = "Consultation on water and small harbour towns"


def meeting(document, title=TITLE, date="2021-07-07", **more):
    node = f"<{SPACE.base}session/{document}/1>"
    return Meeting(node, document, title, date, stems=tuple(stem for stem, _ in content(title, "en")), **more)


def joined(*meetings):
    return [(each.later.document, each.earlier.document) for each in retold(meetings)]


def test_equal_titles_on_one_day_are_one_meeting_and_the_reasons_are_told():
    (found,) = retold([meeting("b", city="oakford"), meeting("a", city="oakford")])
    assert (found.later.document, found.earlier.document) == ("b", "a")
    assert (found.method, found.score) == ("title, date and city", 0.85)
    assert found.shared == f"{TITLE}; 2021-07-07; oakford"


@pytest.mark.parametrize(
    "other",
    [
        meeting("b", date="2021-07-08"),
        meeting("b", city="renford"),
        meeting("b", country="<urn:ruritania>"),
        meeting("b", editions=("<urn:edition/2022>",)),
        meeting("b", title="Consultation on peace"),
        meeting("b", hours=("14:00:00", "16:00:00")),
        meeting("b", date=""),
        meeting("a"),
    ],
    ids=["day", "city", "country", "edition", "title", "hours", "no day", "own document"],
)
def test_what_contradicts_it_leaves_two_meetings_apart(other):
    first = meeting(
        "a", hours=("10:00:00", "12:00:00"), city="oakford", country="<urn:laputa>", editions=("<urn:edition/2021>",)
    )
    assert joined(first, other) == []


def test_the_same_hours_speak_for_one_meeting():
    hours = ("10:00:00", "11:30:00")
    (found,) = retold([meeting("a", hours=hours), meeting("b", hours=hours, date="2021-07-08")])
    assert (found.method, found.score) == ("title and hours", 0.65)


def test_numbers_tell_sessions_apart():
    assert (
        joined(meeting("a", "Session 3: water for harbour towns"), meeting("b", "Session 4: water for harbour towns"))
        == []
    )


def test_short_titles_need_the_place_or_the_edition():
    assert joined(meeting("a", "Opening session"), meeting("b", "Opening session")) == []
    edition = ("<urn:edition/hlpf/2021>",)
    assert joined(meeting("a", "Opening session", editions=edition), meeting("b", "Opening session", editions=edition))


def test_titles_that_are_only_alike_need_the_day_and_the_place():
    other = "Online consultation on water and small harbour towns"
    assert joined(meeting("a"), meeting("b", other)) == []
    assert joined(meeting("a", city="oakford"), meeting("b", other, city="oakford")) == [("b", "a")]


def test_days_of_one_meeting_overlap_and_a_month_holds_its_days():
    assert joined(meeting("a", end="2021-07-09"), meeting("b", date="2021-07-08")) == [("b", "a")]
    assert joined(meeting("a", city="oakford"), meeting("b", date="2021-07", city="oakford")) == [("a", "b")]
    assert joined(meeting("a"), meeting("b", date="2021-07")) == []


def test_two_sessions_of_one_document_are_never_joined_by_a_third():
    one = meeting("a", city="oakford")
    other = Meeting(one.node.replace("1>", "2>"), "a", TITLE, "2021-07-07", city="oakford", stems=one.stems)
    assert len(retold([one, other, meeting("b", city="oakford")])) == 1


def test_all_that_tell_of_one_meeting_are_counted_with_the_first():
    rows = [meeting(name, city="oakford") for name in "dbca"]
    firsts = first_tellings(retold(rows))
    assert {node.split("/")[-2] for node in firsts} == {"b", "c", "d"}
    assert {each.document for each in firsts.values()} == {"a"}
    assert retold(rows) == retold(rows[::-1])


def test_what_is_said_holds_the_shapes_and_what_a_person_rejected_is_not_said():
    rows = [meeting("a", city="oakford"), meeting("b", city="oakford"), meeting("c", city="oakford")]
    parts = list(told_again(rows, SPACE))
    for part in parts:
        assert not validation.blocking(validation.validate(part))
    said = [triple for part in parts for triple in part]
    assert sum(p == f"<{forum.toldFirstAs}>" for _, p, _ in said) == 2
    assert not any("sameAs" in p for _, p, _ in said)
    links = retold(rows)
    refused = {match_node(SPACE, each) for each in links}
    left = [triple for part in told_again(rows, SPACE, refused) for triple in part]
    assert {s for s, p, _ in left if p == f"<{forum.matchFrom}>"}.isdisjoint(refused)


def test_sessions_are_compared_with_those_alone_that_share_a_rare_word_and_the_day(monkeypatch):
    compared = []
    monkeypatch.setattr("forumgraph.graph.linked.retellings._match", lambda *pair: compared.append(pair))
    rows = [meeting(f"d{n}", f"Talk on matter{n % 97} theme{n % 89} place{n % 83}") for n in range(2000)]
    assert retold(rows) == []
    assert 0 < len(compared) < 100_000, "two millions are all pairs"
    compared.clear()
    dates = [f"{2001 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(2000)]
    assert retold([*(meeting(f"d{n}", date=date) for n, date in enumerate(dates)), meeting("e", date="2021-07")]) == []
    assert 0 < len(compared) < 100_000, "meetings that come again under one title"


def test_lists_of_sessions_and_their_pages_say_in_which_other_documents_a_meeting_is_told(tmp_path, monkeypatch):
    light(monkeypatch)
    for name in ("one.md", "two.md"):
        report(tmp_path / "documents", name, TITLE)
    report(tmp_path / "documents", "three.md", "Forum on peace and justice in mountain towns")
    build([tmp_path / "documents"], tmp_path / "publication", Config())
    also = r'also told in <a href="{}document/[a-z]+-md-[0-9a-f]+\.html" dir="auto">([a-z]+\.md)</a></p>'
    text = (tmp_path / "publication/sessions.html").read_text(encoding="utf-8")
    assert sorted(re.findall(also.format(""), text)) == ["one.md", "two.md"]
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "publication/session").rglob("*.html")]
    told = {
        (name, other)
        for page in pages
        for name in re.findall(r"Source: <a [^>]*>([a-z]+\.md)</a>", page)
        for other in re.findall(also.format(r"(?:\.\./)+"), page) or [""]
    }
    assert told == {("one.md", "two.md"), ("two.md", "one.md"), ("three.md", "")}


def test_when_one_of_two_documents_goes_the_page_of_the_session_says_no_more_that_it_is_told_there(
    tmp_path, monkeypatch
):
    light(monkeypatch)
    for name in ("one.md", "two.md"):
        report(tmp_path / "documents", name, TITLE)
    for target in ("publication", "publication", "fresh"):
        build([tmp_path / "documents"], tmp_path / target, Config())
        pages = [path.read_text(encoding="utf-8") for path in (tmp_path / target / "session").rglob("*.html")]
        both = (tmp_path / "documents/two.md").exists()
        assert sum("also told in" in page for page in pages) == (2 if both else 0)
        (tmp_path / "documents/two.md").unlink(missing_ok=True)
    for part in ("document", "session"):
        made = contents(tmp_path / "fresh" / part)
        assert made
        assert made.items() <= contents(tmp_path / "publication" / part).items(), "and pages about what is gone"


def test_documents_may_be_two_days_apart_where_a_long_title_and_the_place_are_the_same():
    first = meeting("a", city="oakford")
    assert len(first.stems) >= 5
    (near,) = retold([first, meeting("b", date="2021-07-09", city="oakford")])
    assert (near.method, near.score) == ("title and city", 0.65)
    assert joined(first, meeting("b", date="2021-07-10", city="oakford")) == []
    assert joined(first, meeting("b", date="2021-07-09")) == []


ANA, OMAR = (
    Leader(f"<urn:{name}>", f"<{role}>", name, person=True)
    for name, role in (("Ana Reis", forum.addressedBy), ("Omar Diallo", forum.moderatedBy))
)
NETWORK, COUNCIL = (Leader(f"<urn:{name}>", f"<{forum.organizedBy}>", name) for name in ("network", "council"))
HEADLINE = "Mayors want cheaper pumps"


def led(document, title, *leaders, **more):
    return meeting(document, title, leaders=leaders, **{"city": "oakford", **more})


def test_a_headline_of_its_own_is_matched_with_the_minutes_by_who_led_the_meeting():
    (found,) = retold([led("b", HEADLINE, ANA, NETWORK), led("a", TITLE, ANA, NETWORK, OMAR)])
    assert (found.method, found.score) == ("date, city and leaders", 0.6)
    assert found.shared == "2021-07-07; oakford; Ana Reis, network"


def test_news_without_a_title_are_matched_too_and_have_none_in_common():
    assert joined(led("b", "", ANA, NETWORK), led("a", TITLE, ANA, NETWORK)) == [("b", "a")]
    assert joined(led("b", "", ANA), led("a", "")) == []


@pytest.mark.parametrize(
    "other",
    [
        led("b", HEADLINE, NETWORK, COUNCIL),
        led("b", HEADLINE, ANA),
        led("b", HEADLINE, ANA, NETWORK, date="2021-07-08"),
        led("b", HEADLINE, ANA, NETWORK, city=""),
        led("b", HEADLINE, ANA, NETWORK, alone=False),
        led("b", HEADLINE, Leader(ANA.actor, OMAR.role, ANA.name, person=True), Leader(NETWORK.actor, "<urn:x>", "n")),
        led("b", HEADLINE, ANA, OMAR, *(Leader(f"<urn:{n}>", "<urn:x>", str(n)) for n in range(8))),
    ],
    ids=["nobody but bodies", "one alone", "day", "no city", "one of several", "other parts", "few of many"],
)
def test_too_little_who_led_two_meetings_leaves_them_apart(other):
    first = led("a", TITLE, ANA, NETWORK, COUNCIL, *(Leader(f"<urn:x{n}>", "<urn:x>", str(n)) for n in range(8)))
    assert joined(first, other) == []


def test_titles_that_resemble_each_other_need_only_one_who_led_both():
    other = "Consultation on water: harbour mayors want more"
    assert joined(led("a", TITLE), led("b", other)) == []
    assert joined(led("a", TITLE, ANA), led("b", other, ANA)) == [("b", "a")]
    assert joined(led("a", TITLE, ANA), led("b", HEADLINE, ANA)) == []


def test_however_much_speaks_for_one_meeting_the_score_is_at_most_one_and_what_is_said_holds_the_shapes():
    third = Leader("<urn:Eva Moe>", f"<{forum.openedBy}>", "Eva Moe", person=True)
    more = {"editions": ("<urn:edition/2021>",), "hours": ("10:00:00", "12:00:00")}
    rows = [
        led(name, title, ANA, OMAR, third, **more)
        for name, title in (("a", "Harbour consultation"), ("b", "Consultation of harbours"))
    ]
    (found,) = retold(rows)
    assert (found.method, found.score) == ("date, city, hours, edition and leaders", 1)
    (part,) = told_again(rows, SPACE)
    assert not validation.blocking(validation.validate(part))
