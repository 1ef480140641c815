"""Files of the publication, and every IRI of its data: 303 to the form that the client likes best (Cool URIs for the Semantic Web, section 4.2)."""

from __future__ import annotations

import asyncio
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from forumgraph.graph.rdf.addresses import INDEXES, Addresses, up
from forumgraph.graph.served.endpoint import Refusal
from forumgraph.graph.served.endpointdescription import about, known, page
from forumgraph.graph.served.negotiation import PAGES, Form, choose, takes_gzip
from forumgraph.graph.shown.mediatypes import media_type
from forumgraph.responses import Request, Response, content, moved, see_other

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumgraph.graph.served.endpoint import Question
    from forumgraph.served import Served

_NAME = re.compile(r"[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*")
_ENDINGS: Mapping[str, Form] = {form.ending: form for form in PAGES.values()}
_FRONT = ("index.html", "README.txt")


async def resource(served: Served, request: Request) -> Response:
    """Answer a request for a file or an IRI.

    Raises:
        Refusal: 404 if there is nothing of that name, 406 if no form of it is liked.
    """
    name = unquote(request.path[1:], errors="replace")
    file = served.shelf.get(name, gzip=takes_gzip(request.headers.get("accept-encoding")))
    if file:
        return file
    if not name or name.endswith("/"):
        return _front(served, name)
    if f"{name}/index.html" in served.shelf:
        return moved(f"{posixpath.basename(name)}/", request)
    if not _NAME.fullmatch(name):
        raise _missing()
    stem, _, ending = name.rpartition(".")
    if stem and ending in _ENDINGS and await _is_known(served, stem):
        return await _described(served, stem, _ENDINGS[ending])
    return see_other(await _way(served, request, name))


def _front(served: Served, folder: str) -> Response:
    for each in _FRONT:
        file = served.shelf.get(folder + each, gzip=False)
        if file:
            return file
    page = dict(INDEXES).get(folder, f"{folder.rstrip('/')}.html")
    if folder and page in served.shelf:
        return see_other(f"../{posixpath.basename(page)}")
    raise _missing()


def _missing() -> Refusal:
    return Refusal(404, "there is nothing of that name")


async def _way(served: Served, request: Request, name: str) -> str:
    """Return where the liked form of a resource is, as a reference relative to it: a file of the site, else what the data say."""
    beside = {form.name: f"{name}.{form.ending}" for form in PAGES.values() if f"{name}.{form.ending}" in served.shelf}
    told = Addresses(served.base).page(served.iri(name))
    if "html" not in beside and told.partition("#")[0] in served.shelf:
        beside["html"] = told
    form = choose(request.accept, PAGES)
    if form and form.name in beside:
        return _relative(beside[form.name], name)
    if form and await _is_known(served, name):
        return _relative(f"{name}.{form.ending}", name)
    if not beside and not await _is_known(served, name):
        raise _missing()
    form = choose(request.accept, {each: PAGES[each] for each in beside}) if beside else None
    if form is None:
        raise Refusal(
            406, "there is no such form", remedy=f"There are {', '.join(each.media_type for each in PAGES.values())}"
        )
    return _relative(beside[form.name], name)


def _relative(target: str, name: str) -> str:
    path, hash_, fragment = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(name) or ".") + hash_ + fragment


async def _is_known(served: Served, name: str) -> bool:
    return b"true" in await _ask(served, known(served.iri(name)), "csv")


async def _described(served: Served, name: str, form: Form) -> Response:
    """Write what the data say of an IRI that the site has no file for."""
    iri = served.iri(name)
    if form.name != "html":
        body = await _ask(served, about(iri), form.name)
        return content(media_type(f"x.{form.ending}"), body)
    triples = await _ask(served, about(iri), "ntriples")
    return content(media_type("x.html"), page(iri, triples, served.base, up(f"{name}.html")).encode())


async def _ask(served: Served, question: Question, syntax: str) -> bytes:
    reply = await asyncio.wrap_future(served.own.ask(question, syntax).future)
    if reply.status != 200:
        raise Refusal(reply.status, reply.body.decode("utf-8", "replace"))
    return reply.body
