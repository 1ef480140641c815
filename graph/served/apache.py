"""What rules for Apache 2.4 are made of: an IRI leads to the form its client likes best by 303, qualities and wildcards weighed (RFC 9110, section 12.5.1).

mod_rewrite compares words and not numbers; qualities without their last noughts compare alike either way, from `0` over `0.05` to `1`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from forumgraph.graph.rdf.addresses import INSIDE
from forumgraph.graph.rdf.siblings import TYPES as SIBLINGS
from forumgraph.graph.served.negotiation import PAGES
from forumgraph.graph.shown import signposting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project

OFFERED = tuple(form for form in PAGES.values() if form.ending == "html" or form.ending in SIBLINGS)
"""The forms in which a site has its resources, the first where a client does not care."""

PARTS = "|".join(sorted(INSIDE))
"""Kinds of nodes that are told on the page of their document."""

KINDS = "|".join(each for each in signposting.KINDS.split("|") if each != "forum")
"""Kinds of resources with pages of their own; `forum` is both."""

DESCRIBED = "(?:dataset|activity)(?:/.*)?|catalog|contact|publisher"
"""What the catalogue tells of."""

UNTOLD = "decision|graph|reviewer"
"""Kinds of nodes that only the data tell of."""

VAGUE = (
    (r"authority/relationship/.+", "authority.html", "authority.ttl"),
    (r"authority/(country-[a-z]+)", "authority.html#$1", "countries.ttl"),
    (r"authority/([A-Za-z0-9-]+)", "authority.html#$1", "authority.ttl"),
    (r"scheme/(follow-up-state)/([a-z0-9.-]+)", "scheme/$1.html#$2", "follow-ups-scheme.ttl"),
    (r"scheme/(follow-up-state)", "scheme/$1.html", "follow-ups-scheme.ttl"),
    (r"scheme/([a-z0-9-]+)/([a-z0-9.-]+)", "scheme/$1.html#$2", "schemes.ttl"),
    (r"scheme/([a-z0-9-]+)", "scheme/$1.html", "schemes.ttl"),
    (r"sdg-mapping/.+", "schemes.html", "sdg-mapping.ttl"),
    (r"(?:agent|ontology)/.+", "ontology.html", "ontology.ttl"),
    (r"software/.+", "about.html", ""),
)
"""What forumgraph itself names and has no files of its own: a pattern, the page that tells of it, and the Turtle that does, where there is one."""


def ranges() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield patterns of media ranges that ask for forms, and the endings of these; a later one says it more exactly."""
    yield r"\*/\*", tuple(form.ending for form in OFFERED)
    for kind in ("application", "text"):
        yield rf"{kind}/\*", tuple(form.ending for form in OFFERED if form.media_type.startswith(f"{kind}/"))
    for form in OFFERED:
        yield from ((re.escape(media), (form.ending,)) for media in (*form.also, form.media_type))


def links(project: Project) -> Iterator[tuple[str, str]]:
    """Yield what headers say things are and where more is told of them (FAIR Signposting), each with the variable on which that depends."""
    for each in signposting.everywhere(project):
        yield signposting.header(replace(each, href=each.href.replace("%", "%%"))), ""
    for number, (_, namespace) in enumerate(signposting.spaces(project.base)):
        iri = f"{namespace.replace('%', '%%')}%{{LOCAL_{number}}}e"
        cite, *others = signposting.page_signs(iri, "%{LAST}e", "%{BASE}e")
        yield signposting.header(cite), f"LOCAL_{number}"
        if not number:
            yield from ((signposting.header(each), "LAST") for each in others)
    yield signposting.header(signposting.describes("%{PAGE}e")), "PAGE"
