"""The server as an ASGI application: pages and resources, the SPARQL endpoint, reconciliation. Nothing here writes.

A bare application and no framework: the protocol wants every doubled field and media type looked at by ourselves, so that a framework would carry
little but its own cost (measured: a third of the requests per second).
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from typing import TYPE_CHECKING, Any

from forumgraph.front import Front, Throttle
from forumgraph.graph.served import endpoint
from forumgraph.graph.served.endpoint import Refusal
from forumgraph.reconciling import preview, reconcile, suggest
from forumgraph.resources import resource
from forumgraph.responses import Request, Response, finished, moved, preflight, refused, words
from forumgraph.sparql import sparql

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, MutableMapping

    from forumgraph.served import Current, Served

    Scope = MutableMapping[str, Any]
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    Route = Callable[[Served, Request, bytes, Receive], Awaitable[Response]]

_BODY_SECONDS = 10.0
_PIECE = 256 * 1024
_PIECE_SECONDS = 60.0
_OFFLOAD = 512 * 1024
_LONGEST_LOGGED = 200
_ROUTES: Mapping[str, Route] = {
    "/sparql": sparql,
    "/reconcile": reconcile,
    "/reconcile/": reconcile,
    "/reconcile/preview": preview,
    "/reconcile/suggest/entity": suggest,
    "/reconcile/suggest/type": suggest,
}
_READ = ("GET", "HEAD", "OPTIONS")


class Application:
    """Answers requests from one publication.

    Args:
        current: what is served.
        log: gets one line a request: client, method, path, status, bytes, milliseconds. Never the query or a header: they may hold secrets.
        front: how clients reach the server.
    """

    def __init__(self, current: Current, log: Callable[[str], None], front: Front | None = None) -> None:
        self._current = current
        self._log = log
        self._front = front or Front()
        self._throttle = Throttle(self._front.rate) if self._front.rate else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3.0)."""
        if scope["type"] != "http":
            return
        began = time.perf_counter()
        request = _request(scope, self._front)
        response = await self._answered(request, receive)
        if len(response.body) > _OFFLOAD:
            done = await asyncio.to_thread(finished, response, request)
        else:
            done = finished(response, request)
        with contextlib.suppress(OSError, TimeoutError):
            await _send(done, send, head=request.method == "HEAD")
        spent = (time.perf_counter() - began) * 1000
        self._log(f"{request.client} {_printable(request)} {done.status} {done.size or len(done.body)} {spent:.0f}ms")

    async def _answered(self, request: Request, receive: Receive) -> Response:
        try:
            return await self._routed(request, receive)
        except Refusal as refusal:
            return refused(refusal)
        except Exception as error:  # noqa: BLE001 - one request never ends the server
            self._log(f"- {_printable(request)} failed: {type(error).__name__}")
            return words(500, "something went wrong here")

    async def _routed(self, request: Request, receive: Receive) -> Response:
        if request.method == "OPTIONS":
            return preflight()
        if not request.path and self._front.path:
            return moved(f"{self._front.address}/", request)
        if not request.path.startswith("/"):
            raise Refusal(400, "the path does not begin with a slash")
        served, route = self._current.get(), _ROUTES.get(request.path)
        if route:
            seconds = self._throttle.wait(request.client) if self._throttle else 0
            if seconds:
                return words(429, "you ask too often", ("retry-after", str(seconds)))
            return await route(served, request, await _body(request, receive), receive)
        if request.method not in _READ:
            raise Refusal(405, f"{_word(request.method)} is not taken here", remedy="Use GET or HEAD", methods=_READ)
        return await resource(served, request)


def _request(scope: Scope, front: Front) -> Request:
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    path = front.within((scope.get("raw_path") or scope["path"].encode()).decode("latin-1"))
    client = front.client((scope.get("client") or ("-",))[0], headers.get("x-forwarded-for", ""))
    origin = front.address or _listening(scope)
    return Request(scope["method"], path, scope["query_string"], headers, origin, client)


def _listening(scope: Scope) -> str:
    """Return the address that a connection came in on."""
    host, port = scope.get("server") or ("localhost", 80)
    return f"{scope.get('scheme', 'http')}://{f'[{host}]' if ':' in host else host}:{port}"


async def _body(request: Request, receive: Receive) -> bytes:
    """Read the body of a POST, which is small and comes soon."""
    if request.method != "POST":
        return b""
    parts: list[bytes] = []
    size, more = 0, True
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Refusal(400, "the request was broken off")
                parts.append(message.get("body", b""))
                size, more = size + len(parts[-1]), message.get("more_body", False)
                if size > endpoint.LARGEST:
                    raise Refusal(413, f"the request has more than {endpoint.LARGEST} bytes", remedy="Shorten it")
    except TimeoutError as error:
        raise Refusal(408, "the request came too slowly") from error
    return b"".join(parts)


async def _send(response: Response, send: Send, *, head: bool) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    if response.file is None or head:
        await send({"type": "http.response.body", "body": b"" if head else response.body})
        return
    with response.file.open("rb") as file:
        left = response.size
        while left and (piece := await asyncio.to_thread(file.read, min(_PIECE, left))):
            left -= len(piece)
            async with asyncio.timeout(_PIECE_SECONDS):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _printable(request: Request) -> str:
    """Return method and path for the log; of an absolute address, which may hold a password, nothing."""
    path = request.path if request.path.startswith("/") else "-"
    return f"{_word(request.method)} {_word(path)}"


def _word(text: str) -> str:
    return re.sub(r"[^\x21-\x7e]", "?", text[:_LONGEST_LOGGED])
