"""Values of the controlled lists that catalogues of open data use, with what portals must know of them: class and name.

EU Vocabularies (data themes, languages, file types, planned availability, access rights) and ADMS (types of publishers and of licences), as DCAT-AP 3.0.1
asks for in its section on controlled vocabularies. A catalogue that names them with their class and name can be checked without fetching the lists.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.terms import RDF_TYPE, Triple, iri, text
from forumgraph.ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EU = "http://publications.europa.eu/resource/authority/"
ADMS = "http://purl.org/adms/"
IANA = "https://www.iana.org/assignments/media-types/"

_SKOS, _DCTERMS = PREFIXES["skos"], PREFIXES["dcterms"]

LANGUAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
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
)
"""From language tags to codes and names of the EU's list of languages."""

THEMES: Mapping[str, str] = MappingProxyType(
    {
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
)
"""The EU's data themes."""

PUBLISHERS: Mapping[str, str] = MappingProxyType(
    {
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
)
"""ADMS types of publishers."""

_LICENCES = (
    ("-nc", "NonCommercialUseOnly", "Non-commercial use only"),
    ("-nd", "NoDerivativeWork", "No derivative work"),
    ("-sa", "ViralEffect-ShareAlike", "Share-alike"),
    ("licenses/by", "Attribution", "Attribution"),
    ("publicdomain/", "PublicDomain", "Public domain"),
)
_UNKNOWN = ("UnknownIPR", "Unknown rights")
_CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org/(.+)")


def _value(node: str, kind: str, name: str, naming: str = f"{_SKOS}prefLabel") -> Iterator[Triple]:
    yield node, RDF_TYPE, iri(kind)
    yield node, iri(naming), text(name, "en")


def language(tag: str) -> tuple[str, list[Triple]]:
    """Return the node of a language and what is to be said of it; nothing where the list is not known to have it."""
    code, name = LANGUAGES.get(tag.split("-", maxsplit=1)[0], ("", ""))
    node = iri(f"{EU}language/{code}") if code else ""
    return node, list(_value(node, f"{_DCTERMS}LinguisticSystem", name)) if code else []


def theme(code: str) -> tuple[str, list[Triple]]:
    """Return the node of a data theme and what is to be said of it."""
    node = iri(f"{EU}data-theme/{code}")
    return node, list(_value(node, f"{_SKOS}Concept", THEMES[code]))


def taxonomy() -> tuple[str, list[Triple]]:
    """Return the node of the list of data themes and what is to be said of it."""
    node = iri(f"{EU}data-theme")
    return node, list(_value(node, f"{_SKOS}ConceptScheme", "Data theme", f"{_DCTERMS}title"))


def publisher_type(code: str) -> tuple[str, list[Triple]]:
    """Return the node of a type of publishers and what is to be said of it."""
    node = iri(f"{ADMS}publishertype/{code}")
    return node, list(_value(node, f"{_SKOS}Concept", PUBLISHERS[code]))


def licence_type(licence: str) -> tuple[str, list[Triple]]:
    """Return the node of the type of a licence and what is to be said of it; the type of a licence that is not of Creative Commons is unknown.

    >>> licence_type("https://creativecommons.org/licenses/by-sa/4.0/")[0]
    '<http://purl.org/adms/licencetype/ViralEffect-ShareAlike>'
    """
    match = _CREATIVE_COMMONS.fullmatch(licence)
    path = match[1] if match else ""
    code, name = next(((code, name) for mark, code, name in _LICENCES if mark in path), _UNKNOWN)
    node = iri(f"{ADMS}licencetype/{code}")
    return node, list(_value(node, f"{_SKOS}Concept", name))


def file_type(code: str) -> tuple[str, list[Triple]]:
    """Return the node of a file type and what is to be said of it."""
    node = iri(f"{EU}file-type/{code}")
    return node, list(_value(node, f"{_DCTERMS}MediaTypeOrExtent", code.replace("_", " ")))


def media_type(name: str) -> tuple[str, list[Triple]]:
    """Return the node of an IANA media type and what is to be said of it."""
    node = iri(f"{IANA}{name}")
    return node, list(_value(node, f"{_DCTERMS}MediaType", name))


def stable() -> tuple[str, list[Triple]]:
    """Return the node of the availability of what is meant to stay, and what is to be said of it."""
    node = iri(f"{EU}planned-availability/STABLE")
    return node, list(_value(node, f"{_SKOS}Concept", "Stable"))


def public() -> tuple[str, list[Triple]]:
    """Return the node of the access right of what everybody may get, and what is to be said of it."""
    node = iri(f"{EU}access-right/PUBLIC")
    return node, list(_value(node, f"{_DCTERMS}RightsStatement", "Public"))
