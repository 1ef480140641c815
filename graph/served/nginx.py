"""What rules for nginx are made of: an IRI leads to the form its client likes best by 303, qualities and wildcards weighed (RFC 9110, section 12.5.1).

nginx compares no numbers. Qualities are written as digits, and a regular expression on two of them tells which is greater: it finds the first digit in which
they differ. So the forms are compared one after another, each with the best so far.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.graph.served.apache import OFFERED, VAGUE
from forumgraph.graph.shown import signposting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forumgraph.config import Project
    from forumgraph.graph.served.negotiation import Form

SOCKET = "unix:/run/publication.sock"
BELOW = "/publication"

_GROUP = re.compile(r"\((?!\?)")
_NAMED = "[a-z0-9.-]+"
"""What is in paths of pages; nothing else of an address, which nginx knows decoded, comes into a header."""

_QUALITIES = (
    (r"\s*(?:;(?!\s*q=)[^,;]*)*;\s*q=0(?:\.0{0,3})?\s*(?:[,;]|$)", "0000"),
    (r"\s*(?:;(?!\s*q=)[^,;]*)*;\s*q=0\.(?<decimals>\d{1,3})\s*(?:[,;]|$)", "0${decimals}000"),
    (r"\s*(?:[,;]|$)", "1000"),
)
"""What may stand behind a media range, and its quality: a figure before the point and at least three behind it, without the point."""

GREATER = r"~^(\d*)(?:" + "|".join(rf"{digit}\d*,\1[0-{digit - 1}]" for digit in range(1, 10)) + ")"
"""Matches two qualities with a comma between them of which the first is greater."""


def weights(form: Form) -> Iterator[tuple[str, str]]:
    """Yield regular expressions on the header `Accept` with the quality that they tell of a form; the first that matches holds."""
    kind = form.media_type.partition("/")[0]
    for media in (form.media_type, *form.also, f"{kind}/*", "*/*"):
        for behind, quality in _QUALITIES:
            yield rf"(?:^|,)\s*{re.escape(media)}{behind}", quality


def contest() -> Iterator[tuple[str, str, str]]:
    """Yield the ending of each form but the first, what the best before it is called, and what the better of the two is called."""
    best = OFFERED[0].ending
    for form in OFFERED[1:]:
        name = f"{best}_{form.ending}"
        yield form.ending, best, name
        best = name


def signs(project: Project) -> Iterator[str]:
    """Yield which addresses have which links in their header."""
    every = ", ".join(signposting.header(each) for each in signposting.everywhere(project))
    yield f"default '{every}';"
    yield f"\"~^/+(?:index\\.html)?$\" '{every}, {signposting.header(signposting.SET)}';"
    endings = "|".join(form.ending for form in OFFERED[1:])
    for folders, home in (("", "../"), (f"{_NAMED}/", "../../")):
        for kinds, namespace in signposting.spaces(project.base):
            rows = signposting.page_signs(f"{namespace}$local", "$last", home)
            told = ", ".join([every, *(signposting.header(each) for each in rows)])
            yield f"\"~^/(?<local>(?:{kinds})/{folders}(?<last>{_NAMED}))\\.html$\" '{told}';"
        told = signposting.header(signposting.describes("$last"))
        yield f"\"~^/(?:{signposting.KINDS})/{folders}(?<last>{_NAMED})\\.(?:{endings})$\" '{every}, {told}';"


def vague() -> Iterator[tuple[str, str, str]]:
    """Yield what forumgraph itself names and has no files of its own, with names for the groups of its patterns."""
    for pattern, page, data in VAGUE:
        named = pattern
        for name in ("one", "other"):
            named = _GROUP.sub(f"(?<{name}>", named, count=1)
        yield named, page.replace("$1", "$one").replace("$2", "$other"), data
