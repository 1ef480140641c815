"""A recommendation answers an issue of its own session, with the reason, or it does not."""

from __future__ import annotations

import pytest

from forumgraph.converters import convert
from forumgraph.converters.readers.reading import read
from forumgraph.graph.checked.validation import validate
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.linked.replies import _THEN
from forumgraph.graph.rdf.terms import plain
from forumgraph.graph.stated.mapping import state
from forumgraph.making import names
from forumgraph.ontology import forum

REPORT = """# Towns and rooms

Side event, 12 July 2023, 10:00-11:30, New York

## Issues discussed

1. The ramp of the northern entrance is closed at night.
2. Voluntary local reviews are hardly read.
3. Seats were few.
4. Young people were photographed at the opening, and the picture hangs in the hall where visitors wait for their passes in the morning.
5. Shadow reports are still not collected anywhere.

## Recommendations

1. The secretariat should keep the ramp of the northern entrance open.
2. Governments should attach voluntary local reviews to their own.
3. Donors should fund travel.
4. Every delegation should have a place for young people who vote for the first time in their district.
5. UN DESA should list shadow reports next to the review of the same country.
"""


@pytest.fixture(scope="module")
def layers(tmp_path_factory):
    path = tmp_path_factory.mktemp("replies") / "a.md"
    path.write_text(REPORT, encoding="utf-8")
    stated = state(convert(read(path, "a.md"), names()))
    return stated.triples, derive(stated)


def values(triples, predicate, subject=None):
    return [o for s, p, o in triples if plain(p) == predicate and subject in {None, s}]


def links(triples):
    return [s for s, p, o in triples if plain(p) == forum.linkKind and plain(o) == forum.answers]


def test_an_answer_rests_on_rare_words_or_on_a_theme_of_two_words_with_some_more_likeness(layers):
    stated, triples = layers
    words = {node: plain(values(stated, forum.text, node)[0])[:20] for node, p, _ in stated if plain(p) == forum.text}
    told = {
        (
            words[values(triples, forum.linkFrom, node)[0]],
            words[values(triples, forum.linkTo, node)[0]],
            plain(values(triples, forum.method, node)[0]),
        )
        for node in links(triples)
    }
    assert told == {
        ("The secretariat shou", "The ramp of the nort", "shared stems"),
        ("Governments should a", "Voluntary local revi", "shared stems"),
        ("UN DESA should list ", "Shadow reports are s", "shared theme"),
    }


def test_every_answer_has_a_link_and_the_layers_conform(layers):
    stated, triples = layers
    said = {(s, o) for s, p, o in triples if plain(p) == forum.answers}
    ends = {(values(triples, forum.linkFrom, n)[0], values(triples, forum.linkTo, n)[0]) for n in links(triples)}
    assert ends == said
    assert len(said) == 3
    assert validate([*stated, *triples]) == ()


def answers(tmp_path, text: str, name: str = "a.txt") -> set[tuple[str, str, str]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    stated = state(convert(read(path, name), names()))
    triples = derive(stated)
    words = {
        node: plain(values(stated.triples, forum.text, node)[0])
        for node in {s for s, _, _ in stated.triples}
        if values(stated.triples, forum.text, node)
    }
    return {
        (
            words[values(triples, forum.linkFrom, node)[0]],
            words[values(triples, forum.linkTo, node)[0]],
            plain(values(triples, forum.method, node)[0]),
        )
        for node in links(triples)
    }


PROSE = """Report of the regional meeting on water, Oakford, 12 July 2023

The meeting opened at 10:00. Participants warned that young people leave the valley and that no school of the valley teaches irrigation.
{then} they called on the ministry to open a school of irrigation in the valley.

The Mayor of Brae stressed that young people need a place in the council of the valley.
"""


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("To this end,", 1),
        ("To address this,", 1),
        ("Later that day", 0),
        ("In the afternoon", 0),
    ],
)
def test_in_running_text_only_what_the_document_says_is_an_answer(tmp_path, then, expected):
    told = answers(tmp_path, PROSE.format(then=then))
    assert len(told) == expected, told
    assert {method for _, _, method in told} <= {"said in the document"}


@pytest.mark.parametrize(
    ("language", "words", "cue"),
    [
        ("en", ". To remedy this, boats should", "To remedy this"),
        ("fr", ". Pour y remédier, les bateaux devraient", "Pour y remédier"),
        ("fr", ". C'est pourquoi les bateaux devraient", "C'est pourquoi"),
        ("es", ".\n- Por ello, los barcos deben", "Por ello"),
        ("en", ". Recommendation: boats should", "Recommendation"),
        ("es", ". Propuesta: los barcos deben", "Propuesta"),
        ("en", ". In response, boats should", "In response"),
        ("en", ". In response to this, boats should", "In response to this"),
        ("en", ". In response to a question, boats should", ""),
        ("fr", ". En réponse à une question, les bateaux devraient", ""),
        ("es", ". En respuesta a una pregunta, los barcos deben", ""),
        ("en", ". Response times should", ""),
        ("en", ". Boats should", ""),
        ("fr", ". Réponse des bateaux", ""),
    ],
)
def test_beginnings_that_tell_an_answer(language, words, cue):
    found = _THEN[language].match(words)
    assert (found.group().strip(" .\n-:,") if found else "") == cue
