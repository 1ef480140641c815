"""The reconciliation service over HTTP."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from forumgraph.errors import InvalidQuery
from forumgraph.graph.served.endpoint import Refusal
from forumgraph.responses import Request, Response, content

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from forumgraph.served import Served

_FORM = "application/x-www-form-urlencoded"
_POLICY = ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")


async def reconcile(
    served: Served, request: Request, body: bytes, _receive: Callable[[], Awaitable[MutableMapping[str, Any]]]
) -> Response:
    """Give the manifest, or answer a batch of queries sent as the field `queries`.

    Raises:
        Refusal: if the request is malformed.
    """
    fields = _fields(request, body)
    register = await asyncio.to_thread(served.register)
    if "queries" not in fields:
        if request.method == "POST":
            raise Refusal(400, "the field `queries` is missing", remedy="Send it as a form")
        return _json(register.manifest(request.origin, served.title))
    try:
        return _json(await asyncio.to_thread(register.batch, fields["queries"]))
    except InvalidQuery as error:
        raise Refusal(400, error.message, remedy=error.remedy) from error


async def suggest(
    served: Served, request: Request, body: bytes, _receive: Callable[[], Awaitable[MutableMapping[str, Any]]]
) -> Response:
    """Give the entries or the types whose names begin as the field `prefix` does.

    Raises:
        Refusal: if the request is malformed.
    """
    fields = _fields(request, body)
    register = await asyncio.to_thread(served.register)
    find = register.types if request.path.endswith("/type") else register.suggest
    cursor = fields.get("cursor", "0")
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 7):
        raise Refusal(400, "the field `cursor` is no whole number", remedy="Leave it out")
    return _json(await asyncio.to_thread(find, fields.get("prefix", ""), int(cursor)))


async def preview(
    served: Served, request: Request, body: bytes, _receive: Callable[[], Awaitable[MutableMapping[str, Any]]]
) -> Response:
    """Give a small page about the entry that the field `id` names.

    Raises:
        Refusal: if the request is malformed, or there is no such entry.
    """
    fields = _fields(request, body)
    register = await asyncio.to_thread(served.register)
    page = await asyncio.to_thread(register.preview, fields.get("id", ""))
    if not page:
        raise Refusal(404, "there is no entry of that name")
    return content("text/html; charset=utf-8", page.encode(), _POLICY)


def _fields(request: Request, body: bytes) -> dict[str, str]:
    if request.method not in {"GET", "HEAD", "POST"}:
        raise Refusal(405, f"{request.method} is not taken", remedy="Use GET or POST")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and kind != _FORM:
        raise Refusal(415, "only forms are taken", remedy=f"Send {_FORM}")
    try:
        data = (body if request.method == "POST" else request.query).decode()
        return {name: values[-1] for name, values in parse_qs(data, errors="strict", max_num_fields=100).items()}
    except ValueError as error:
        raise Refusal(400, "the fields of the request cannot be read", remedy="Encode them as UTF-8 forms") from error


def _json(value: dict[str, Any]) -> Response:
    return content("application/json", json.dumps(value, ensure_ascii=False).encode())
