"""Values of the controlled lists that catalogues of open data use, with what portals must know of them: class and name.

EU Vocabularies (data themes, languages, file types, planned availability, access rights) and ADMS (types of publishers and of licences), as DCAT-AP 3.0.1
asks for in its section on controlled vocabularies. A catalogue that names them with their class and name can be checked without fetching the lists.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import RDF_TYPE, Triple, iri, text
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

EU = "http://publications.europa.eu/resource/authority/"
ADMS = "http://purl.org/adms/"
IANA = "https://www.iana.org/assignments/"

_SKOS, _DCTERMS = PREFIXES["skos"], PREFIXES["dcterms"]

LANGUAGES: Mapping[str, tuple[str, str]] = {
    "ar": ("ARA", "Arabic"),
    "de": ("DEU", "German"),
    "en": ("ENG", "English"),
    "es": ("SPA", "Spanish"),
    "fr": ("FRA", "French"),
    "it": ("ITA", "Italian"),
    "pt": ("POR", "Portuguese"),
    "ru": ("RUS", "Russian"),
    "zh": ("ZHO", "Chinese"),
}
"""From language tags to codes and names of the EU's list of languages."""

THEMES: Mapping[str, str] = {
    "AGRI": "Agriculture, fisheries, forestry and food",
    "ECON": "Economy and finance",
    "EDUC": "Education, culture and sport",
    "ENER": "Energy",
    "ENVI": "Environment",
    "GOVE": "Government and public sector",
    "HEAL": "Health",
    "INTR": "International issues",
    "JUST": "Justice, legal system and public safety",
    "OP_DATPRO": "Provisional data",
    "REGI": "Regions and cities",
    "SOCI": "Population and society",
    "TECH": "Science and technology",
    "TRAN": "Transport",
}
"""The EU's data themes."""

PUBLISHERS: Mapping[str, str] = {
    "Academia-ScientificOrganisation": "Academia or scientific organisation",
    "Company": "Company",
    "IndustryConsortium": "Industry consortium",
    "LocalAuthority": "Local authority",
    "NationalAuthority": "National authority",
    "NonGovernmentalOrganisation": "Non-governmental organisation",
    "NonProfitOrganisation": "Non-profit organisation",
    "PrivateIndividual(s)": "Private individual or individuals",
    "RegionalAuthority": "Regional authority",
    "StandardisationBody": "Standardisation body",
    "SupraNationalAuthority": "Supra-national authority",
}
"""ADMS types of publishers."""

_LICENCES = (
    ("-nc", "NonCommercialUseOnly", "Non-commercial use only"),
    ("-nd", "NoDerivativeWork", "No derivative work"),
    ("-sa", "ViralEffect-ShareAlike", "Share-alike"),
    ("licenses/by", "Attribution", "Attribution"),
    ("publicdomain/", "PublicDomain", "Public domain"),
    ("", "UnknownIPR", "Unknown rights"),
)
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/(.+)")

_LISTS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "access-right": (EU, f"{_DCTERMS}RightsStatement", {"PUBLIC": "Public"}),
    "data-theme": (EU, f"{_SKOS}Concept", THEMES),
    "file-type": (EU, f"{_DCTERMS}MediaTypeOrExtent", {}),
    "language": (EU, f"{_DCTERMS}LinguisticSystem", dict(LANGUAGES.values())),
    "licencetype": (ADMS, f"{_SKOS}Concept", {code: name for _, code, name in _LICENCES}),
    "media-types": (IANA, f"{_DCTERMS}MediaType", {}),
    "planned-availability": (EU, f"{_SKOS}Concept", {"STABLE": "Stable"}),
    "publishertype": (ADMS, f"{_SKOS}Concept", PUBLISHERS),
}
"""From the name of a list in IRIs to where it is, the class of its values, and their names, where these differ from their codes."""

TAXONOMY = iri(f"{EU}data-theme")
"""The list of data themes itself."""


def told(of: str, code: str) -> list[Triple]:
    """Return what is to be said of a value of a list; its node comes first."""
    space, kind, names = _LISTS[of]
    node = iri(f"{space}{of}/{code}")
    name = text(names.get(code) or code.replace("_", " "), "en")
    return [(node, RDF_TYPE, iri(kind)), (node, iri(f"{_SKOS}prefLabel"), name)]


def licence_code(licence: str) -> str:
    """Return the code of the type of a licence; the type of one that is not of Creative Commons is unknown.

    >>> licence_code("https://creativecommons.org/licenses/by-sa/4.0/")
    'ViralEffect-ShareAlike'
    """
    match = _CREATIVE_COMMONS.fullmatch(licence)
    return next(code for mark, code, _ in _LICENCES if not mark or (match and mark in match[1]))
