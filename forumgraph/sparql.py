"""The endpoint: a query goes to the crew, its answer comes back whole, or the reason why there is none."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from forumgraph.graph.served import endpoint
from forumgraph.graph.served.endpoint import Refusal
from forumgraph.graph.served.endpointdescription import service, written
from forumgraph.graph.served.negotiation import GRAPHS, RESULTS, SERVICE, Form, choose
from forumgraph.responses import Request, Response, content, see_other

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, MutableMapping
    from typing import Any

    from forumgraph.graph.served.endpointcrew import Task
    from forumgraph.graph.served.endpointworker import Reply
    from forumgraph.served import Served

_SOON = 0.1
_PAGES = ("query.html", "sparql.html", "editor.html")


async def sparql(
    served: Served, request: Request, body: bytes, receive: Callable[[], Awaitable[MutableMapping[str, Any]]]
) -> Response:
    """Answer a request to the endpoint (SPARQL 1.1 Protocol).

    Raises:
        Refusal: if it is malformed or not allowed, has no form the client takes, or went beyond a limit.
    """
    question = endpoint.read(request.method, request.query, request.headers.get("content-type", ""), body)
    if question is None:
        return _described(served, request)
    form = acceptable(request, GRAPHS if question.gives_graph else RESULTS)
    known = served.answers.get(question, form.name)
    if known:
        return known
    task = served.strangers.ask(question, form.name)
    reply = await _patiently(task, receive)
    if reply.status != 200:
        raise Refusal(reply.status, reply.body.decode("utf-8", "replace"))
    response = content(_with_charset(form.media_type), reply.body)
    served.answers.put(question, form.name, response)
    return response


def acceptable(request: Request, forms: Mapping[str, Form]) -> Form:
    """Return the form a client likes best.

    Raises:
        Refusal: if it likes none.
    """
    form = choose(request.accept, forms)
    if form is None:
        offered = ", ".join(each.media_type for each in forms.values())
        raise Refusal(406, "there is no such form of the answer", remedy=f"There are {offered}")
    return form


def _described(served: Served, request: Request) -> Response:
    form = acceptable(request, SERVICE)
    if form.name == "html":
        page = next((each for each in _PAGES if each in served.shelf), None)
        if page:
            return see_other(page)
        form = GRAPHS["turtle"]
    triples = service(f"{request.origin}/sparql", served.base, served.graphs)
    return content(_with_charset(form.media_type), written(triples, form.name))


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


async def _patiently(task: Task, receive: Callable[[], Awaitable[MutableMapping[str, Any]]]) -> Reply:
    """Wait for a reply; when the client leaves before, its query is ended."""
    future = asyncio.wrap_future(task.future)
    await asyncio.wait({future}, timeout=_SOON)
    if future.done():
        return future.result()
    leaving = asyncio.ensure_future(_left(receive))
    leaving.add_done_callback(lambda _: setattr(task, "gone", True))
    try:
        return await future
    finally:
        task.gone = True  # also when this request is ended because the server stops
        leaving.cancel()


async def _left(receive: Callable[[], Awaitable[MutableMapping[str, Any]]]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
