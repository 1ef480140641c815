"""The controlled schemes and the scheme of themes: one concept per notation, a sound hierarchy, phrases that say one thing."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from itertools import combinations

import pytest
from ontologies import edges, graph, has_cycle, local, term
from paths import SHARED
from rdflib import RDF, RDFS, SKOS, Literal, URIRef

from forumgraph.ontology import PREFIXES, SCHEME, THEME

VOCABULARIES = SHARED / "vocabularies"
"""Facts to check against; beside the project, where they are there at all."""

LANGUAGES = ["en", "es", "fr"]
DATA = ("authority", "countries", "followup", "schemes", "themes")

NOTATIONS = {
    "role": "chair co-organizer convener discussant host moderator opening organizer panellist participant partner rapporteur speaker sponsor",
    "session-type": "briefing conference consultation dialogue expert-group-meeting forum meeting plenary preparatory-meeting roundtable session"
    " side-event spotlight-session training webinar workshop",
    "mode": "hybrid in-person online",
    "strength": "forecast invites judgement must should",
    "actor-kind": "constituency government organization person post",
    "follow-up-state": "done not-done promised under-way",
    "document-kind": "agenda invitation other report",
}

GENERIC = set(
    """action actions aid church communication cooperation cooperative country data day development event forum goal group meeting member model nation
    partner partnership people plan policy process programme project report resource service session share society state system time value work year
    donnée eau gens pays personne plan projet rapport travail valeur temps année agua datos informe obra persona país plan proyecto tiempo trabajo valor
    participation participación governance gouvernance gobernanza planet people territory""".split()
)


@pytest.mark.parametrize("scheme", sorted(NOTATIONS))
def test_a_scheme_has_one_concept_per_notation(scheme: str) -> None:
    g, head = graph("schemes", "followup"), URIRef(SCHEME + scheme)
    concepts = list(g.subjects(SKOS.inScheme, head))
    assert sorted(str(g.value(c, SKOS.notation)) for c in concepts) == NOTATIONS[scheme].split()
    for concept in concepts:
        (notation,) = g.objects(concept, SKOS.notation)
        assert notation == Literal(str(notation)), "a notation is a plain string"
        assert str(concept) == f"{SCHEME}{scheme}/{notation}"
        assert (concept, SKOS.topConceptOf, head) in g
        assert (head, SKOS.hasTopConcept, concept) in g
        assert (concept, RDF.type, term(scheme.title().replace("-", ""))) in g


def test_every_role_leads_to_its_direct_property_and_every_such_property_has_a_role() -> None:
    direct = dict(graph("schemes").subject_objects(term("directProperty")))
    assert {local(role) for role in direct} == set(NOTATIONS["role"].split())
    assert set(direct.values()) == set(graph("forum").subjects(RDFS.subPropertyOf, term("hasActor")))
    assert len(set(direct.values())) == len(direct)


@pytest.mark.parametrize("name", ["followup", "schemes", "themes"])
def test_concepts_have_one_preferred_label_in_each_language(name: str) -> None:
    g = graph(name)
    for concept in g.subjects(RDF.type, SKOS.Concept):
        assert (
            sorted(str(w.language) for w in g.objects(concept, SKOS.prefLabel) if isinstance(w, Literal)) == LANGUAGES
        ), concept
        assert str(g.value(concept, RDFS.label)) in {str(w) for w in g.objects(concept, SKOS.prefLabel)}
        assert g.value(concept, SKOS.definition)


@pytest.mark.parametrize("name", DATA)
def test_no_label_is_empty_or_untrimmed(name: str) -> None:
    words = [w for w in graph(name).objects() if isinstance(w, Literal)]
    assert words
    assert [w for w in words if not w.strip() or str(w) != " ".join(str(w).split())] == []


@pytest.mark.parametrize("name", DATA)
def test_no_label_is_both_preferred_and_alternative(name: str) -> None:
    g = graph(name)
    assert set(g.subject_objects(SKOS.prefLabel)) & set(g.subject_objects(SKOS.altLabel)) == set()


@pytest.mark.parametrize(
    ("there", "back"), [(SKOS.broader, SKOS.narrower), (SKOS.topConceptOf, SKOS.hasTopConcept)], ids=local
)
def test_the_hierarchy_can_be_walked_both_ways(there: URIRef, back: URIRef) -> None:
    for name in ("followup", "schemes", "themes"):
        assert {(o, s) for s, o in graph(name).subject_objects(there)} == set(graph(name).subject_objects(back))


def test_the_hierarchy_of_themes_is_shallow_and_has_no_orphan() -> None:
    g, head = graph("themes"), URIRef(THEME)
    broader = edges(g, SKOS.broader)
    assert not has_cycle(broader)
    for concept in g.subjects(RDF.type, SKOS.Concept):
        above = list(g.transitive_objects(concept, SKOS.broader))
        assert len(above) <= 3, concept
        assert (above[-1], SKOS.topConceptOf, head) in g, concept
        assert len(broader.get(URIRef(str(concept)), ())) <= 1
        assert ((concept, SKOS.topConceptOf, head) in g) != bool(broader.get(URIRef(str(concept))))


def test_no_phrase_leads_to_two_themes() -> None:
    owners = defaultdict(set)
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for concept, words in graph("themes").subject_objects(predicate):
            assert isinstance(words, Literal)
            owners[str(words).casefold(), words.language].add(concept)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


@pytest.mark.parametrize("name", DATA)
def test_words_are_one_kind_of_label_of_their_concept(name: str) -> None:
    g = graph(name)
    kinds = [set(g.subject_objects(kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
    assert kinds[0]
    assert [one & other for one, other in combinations(kinds, 2)] == [set()] * 3, "SKOS, S13"


def test_no_generic_word_is_a_phrase_of_its_own() -> None:
    phrases = {str(w).casefold() for p in (SKOS.prefLabel, SKOS.altLabel) for w in graph("themes").objects(None, p)}
    leads = {str(w).casefold() for w in graph("themes").objects(None, SKOS.hiddenLabel)}
    assert leads & GENERIC == {"data", "partnership"}, "which say enough as words that only lead to a theme"
    assert phrases & (GENERIC | {f"{word}s" for word in GENERIC}) == set()


def test_themes_are_linked_only_to_unbis_and_eurovoc_and_never_twice_exactly() -> None:
    g = graph("themes")
    links = [(p, o) for p in (SKOS.exactMatch, SKOS.closeMatch) for o in g.objects(None, p)]
    assert all(str(o).startswith((PREFIXES["unbis"], PREFIXES["eurovoc"])) for _, o in links)
    assert max(Counter(o for p, o in links if p == SKOS.exactMatch).values()) == 1
    assert set(g.subject_objects(SKOS.exactMatch)) & set(g.subject_objects(SKOS.closeMatch)) == set()


@pytest.mark.skipif(not VOCABULARIES.exists(), reason="the vocabularies to check against are not beside the project")
def test_every_concept_a_theme_is_linked_to_exists_and_exact_ones_have_its_name() -> None:
    names = defaultdict(set)
    with (VOCABULARIES / "concept-labels.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            for iri in f"{row['unbis']} {row['eurovoc']}".split():
                names[iri].add(row["label"].casefold())
    g = graph("themes")
    assert [o for p in (SKOS.exactMatch, SKOS.closeMatch) for o in g.objects(None, p) if str(o) not in names] == []
    for theme, concept in g.subject_objects(SKOS.exactMatch):
        ours = {str(w).casefold() for p in (SKOS.prefLabel, SKOS.altLabel) for w in g.objects(theme, p)}
        assert names[str(concept)] & ours, (theme, names[str(concept)])


def test_no_cue_tells_two_states_and_every_state_has_cues_in_each_language() -> None:
    g, owners = graph("followup"), defaultdict(set)
    for concept, words in g.subject_objects(SKOS.hiddenLabel):
        assert isinstance(words, Literal)
        owners[str(words).casefold(), words.language].add(concept)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}
    cued = {(concept, language) for (_, language), concepts in owners.items() for concept in concepts}
    assert cued == {(c, language) for c in g.subjects(RDF.type, SKOS.Concept) for language in LANGUAGES}


def test_mappings_begin_with_themes_and_every_theme_but_the_widest_serves_a_target() -> None:
    g = graph("sdglinks")
    themes = set(graph("themes").subjects(RDF.type, term("Theme")))
    served = set(g.objects(None, term("fromTheme")))
    assert served <= themes
    assert {local(theme) for theme in themes - served} == {"social-development"}
    assert len(list(g.subjects(RDF.type, term("SdgMapping")))) >= 80


def test_the_name_of_a_mapping_is_its_theme_and_its_target() -> None:
    g = graph("sdglinks")
    for row in g.subjects(RDF.type, term("SdgMapping")):
        theme, target = g.value(row, term("fromTheme")), g.value(row, term("toTarget"))
        assert local(row) == f"{local(theme)}-{local(target)}"


def test_the_targets_that_the_united_nations_leave_without_a_subject_are_served() -> None:
    served = {local(target) for target in graph("sdglinks").objects(None, term("toTarget"))}
    assert {"16.6", "16.7", "16.10", "17.14", "17.16", "17.17", "17.18", "17.19", "11.3", "11.a", "11.b"} <= served
    assert {"5.5", "10.2", "4.7"} <= served


@pytest.mark.skipif(not VOCABULARIES.exists(), reason="the vocabularies to check against are not beside the project")
def test_every_target_that_a_mapping_leads_to_exists() -> None:
    kos = (VOCABULARIES / "sdg-kos-goals-targets-indicators.ttl").read_text("utf-8")
    known = set(re.findall(r"^sdg:(\S+) a sdgo:Target", kos, re.MULTILINE))
    assert {local(target) for target in graph("sdglinks").objects(None, term("toTarget"))} <= known
