"""Posts have a title and a body; a second hat is a second post of the same actor."""

import pytest

from forumgraph.converters.participants.grammar import grammar
from forumgraph.converters.participants.mentions import Mention, mentions
from forumgraph.converters.participants.segments import parts
from forumgraph.converters.words import acronyms
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.line import line
from forumgraph.converters.words.names import Names
from forumgraph.model import KnownName, Span

NAMES = Names(
    [
        KnownName("fcm", ("Federation of Canadian Municipalities",), ("FCM",)),
        KnownName("uclg", ("United Cities and Local Governments",), ("UCLG",)),
        KnownName("desa", ("UN DESA",)),
        KnownName("ecosoc", ("Economic and Social Council",), ("ECOSOC",)),
        KnownName("ke", ("Kenya",), (), "country"),
        KnownName("pt", ("Portugal",), (), "country"),
        KnownName("un", ("United Nations",), ("UN",)),
    ]
)


def read(text: str, language: str = "en") -> list[Mention]:
    words = grammar(lexicons()[language])
    made = line(text, Span(0, len(text)), NAMES, acronyms.find(text))
    found = mentions(made, words, parts(made, words, 0, len(made.words)), single=True)
    assert all(m.actor.span.of(text) == m.actor.name for m in found)
    return found


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Mayor of Valongo", [("Mayor", "Valongo")]),
        ("Mayor of Valongo, Portugal", [("Mayor", "Valongo, Portugal")]),
        ("Mayor of Strathroy-Caradoc and President of FCM", [("Mayor", "Strathroy-Caradoc"), ("President", "FCM")]),
        (
            "Deputy Minister for Territorial Policy of the Basque Government",
            [("Deputy Minister for Territorial Policy", "Basque Government")],
        ),
        (
            "Director of Open Government, Ministry of Territorial Policy",
            [("Director of Open Government", "Ministry of Territorial Policy")],
        ),
        (
            "Director General of Public Governance, Ministry of Finance, Basque Government",
            [("Director General of Public Governance", "Ministry of Finance, Basque Government")],
        ),
        (
            "Minister of Economy, Trade and Industry of Kenya",
            [("Minister of Economy, Trade and Industry", "Kenya")],
        ),
        ("UCLG Secretary General", [("Secretary General", "UCLG")]),
        ("Permanent Representative of Kenya to the United Nations", [("Permanent Representative", "Kenya")]),
        ("Chief Technology Officer, City of Paris", [("Chief Technology Officer", "City of Paris")]),
        ("Professor of Law at the University of Oslo", [("Professor of Law", "University of Oslo")]),
    ],
)
def test_an_unnamed_holder_is_known_by_the_post(text: str, posts: list[tuple[str, str]]) -> None:
    (mention,) = read(text)
    assert mention.actor.kind == "post"
    assert mention.actor.name == text
    assert [(p.title, p.body) for p in mention.actor.posts] == posts


@pytest.mark.parametrize(
    ("text", "name", "posts", "affiliations"),
    [
        ("Ms. Jane Doe, Director, UN DESA", "Jane Doe", [("Director", "UN DESA")], ["UN DESA"]),
        ("Jane Doe - Programme Officer, UCLG", "Jane Doe", [("Programme Officer", "UCLG")], ["UCLG"]),
        ("Jane Doe (UCLG)", "Jane Doe", [], ["UCLG"]),
        ("Jane Doe of UCLG", "Jane Doe", [], ["UCLG"]),
        (
            "H.E. Mr. Juan de la Cruz, Permanent Representative of Kenya to the UN",
            "Juan de la Cruz",
            [("Permanent Representative", "Kenya")],
            ["Kenya"],
        ),
        ("Mayor Ada Colau", "Ada Colau", [("Mayor", "")], []),
        ("Dr. Anna Maria Silva, Mayor of Lisbon, Portugal", "Anna Maria Silva", [("Mayor", "Lisbon, Portugal")], []),
        ("Mr. Li WEI, Chair", "Li WEI", [("Chair", "")], []),
        ("ECOSOC President, H.E. Ms. Ana Silva", "Ana Silva", [("President", "ECOSOC")], ["ECOSOC"]),
        ("Prof. Jane O’Brien, Friends Forever", "Jane O’Brien", [], ["Friends Forever"]),
        ("Jane Doe, policy officer, UCLG", "Jane Doe", [("policy officer", "UCLG")], ["UCLG"]),
    ],
)
def test_a_person_has_a_name_without_honorifics(
    text: str, name: str, posts: list[tuple[str, str]], affiliations: list[str]
) -> None:
    (mention,) = read(text)
    assert (mention.actor.kind, mention.actor.name) == ("person", name)
    assert [(p.title, p.body) for p in mention.actor.posts] == posts
    assert [a.name for a in mention.affiliations] == affiliations


@pytest.mark.parametrize(
    ("language", "text", "kind", "posts"),
    [
        ("fr", "Mme Anne Dupont, directrice de UCLG", "person", [("directrice", "UCLG")]),
        ("fr", "Maire de Dakar", "post", [("Maire", "Dakar")]),
        (
            "fr",
            "Représentant permanent du Kenya auprès des Nations Unies",
            "post",
            [("Représentant permanent", "Kenya")],
        ),
        (
            "fr",
            "Jean Hugo, ministre déléguée chargée de la ville",
            "person",
            [("ministre déléguée chargée de la ville", "")],
        ),
        ("es", "Sra. Ana Pérez, alcaldesa de Bogotá", "person", [("alcaldesa", "Bogotá")]),
        ("es", "Alcalde de Sevilla y Presidente de UCLG", "post", [("Alcalde", "Sevilla"), ("Presidente", "UCLG")]),
        (
            "es",
            "Directora de Gobierno Abierto, Ministerio de Política Territorial",
            "post",
            [("Directora de Gobierno Abierto", "Ministerio de Política Territorial")],
        ),
    ],
)
def test_posts_are_read_in_french_and_spanish(
    language: str, text: str, kind: str, posts: list[tuple[str, str]]
) -> None:
    (mention,) = read(text, language)
    assert mention.actor.kind == kind
    assert [(p.title, p.body) for p in mention.actor.posts] == posts


@pytest.mark.parametrize("text", ["Director", "Senior Officer", "Member States"])
def test_a_post_of_no_body_is_nobody_for_sure(text: str) -> None:
    assert not any(m.sure for m in read(text))


def test_posts_quote_the_text() -> None:
    text = "Mayor of Strathroy-Caradoc and President of FCM"
    (mention,) = read(text)
    assert [p.span.of(text) for p in mention.actor.posts] == ["Mayor of Strathroy-Caradoc", "President of FCM"]


def test_a_surname_with_a_particle_behind_a_post_is_of_the_name() -> None:
    (found,) = read("diputado Diego del Valle", "es")
    assert (found.actor.kind, found.actor.name) == ("person", "Diego del Valle")
