"""Answers of the server as values, and how they leave: compressed where the client takes it, with a validator, never with credentials."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.graph.served.negotiation import takes_gzip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from forumgraph.graph.served.endpoint import Refusal

WORTH_COMPRESSING = 1000
"""Bytes from which on a body is compressed."""

_LEVEL = 5
_COMPRESSIBLE = ("text/", "application/json", "application/xml", "image/svg+xml", "application/javascript")
_ALWAYS = (
    ("access-control-allow-origin", "*"),
    ("access-control-expose-headers", "ETag, Link, Retry-After"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
)
_RETRY = "5"


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asks.

    Attributes:
        path: as sent, percent-encoded.
        query: the part after `?`.
        headers: by lower-case name; repeated ones joined by commas.
        origin: absolute address of the site, without a slash at its end.
        client: address of who asks.
    """

    method: str
    path: str
    query: bytes
    headers: Mapping[str, str]
    origin: str
    client: str = "-"

    @property
    def accept(self) -> str | None:
        """What media types the client takes."""
        return self.headers.get("accept")


@dataclass(frozen=True, slots=True)
class Response:
    """What it gets.

    Attributes:
        file: sent instead of the body, piece by piece.
        digest: of the body, for the validator; empty where there is to be none.
        compressed: the body in gzip, where it is kept.
    """

    status: int
    media_type: str = ""
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    file: Path | None = None
    size: int = 0
    digest: str = ""
    compressed: bytes = field(default=b"", repr=False)


def digest(body: bytes) -> str:
    """Return what tells one body from another."""
    return hashlib.sha256(body).hexdigest()[:32]


def content(media_type: str, body: bytes, *headers: tuple[str, str]) -> Response:
    """Return an answer that depends on what the client accepts."""
    return Response(200, media_type, body, (("vary", "Accept, Accept-Encoding"), *headers), digest=digest(body))


def words(status: int, text: str, *headers: tuple[str, str]) -> Response:
    """Return a message to a person."""
    return Response(status, "text/plain; charset=utf-8", f"{text}\n".encode("utf-8", "replace"), headers)


def refused(refusal: Refusal) -> Response:
    """Return why a request is not answered; with 503, when to come back."""
    extra = {503: ("retry-after", _RETRY), 405: ("allow", ", ".join(refusal.methods)), 406: ("vary", "Accept")}
    return words(refusal.status, str(refusal), *([extra[refusal.status]] if refusal.status in extra else []))


def see_other(location: str) -> Response:
    """Return the way to a form of a resource (303), as a reference relative to it."""
    return Response(303, headers=(("location", location), ("vary", "Accept")))


def moved(location: str, request: Request) -> Response:
    """Return the way to where a resource is for good (308), with what the client asked behind `?`."""
    query = request.query.decode("latin-1")
    return Response(308, headers=(("location", f"{location}?{query}" if query else location),))


def preflight() -> Response:
    """Answer a browser that asks whether a page of another origin may ask (Fetch Standard, section 3.2)."""
    allowed = (
        ("access-control-allow-methods", "GET, HEAD, POST, OPTIONS"),
        ("access-control-allow-headers", "Accept, Content-Type, If-None-Match"),
        ("access-control-max-age", "86400"),
    )
    return Response(204, headers=(*allowed, ("allow", "GET, HEAD, POST, OPTIONS")))


def compressible(media_type: str) -> bool:
    """Tell whether gzip makes it smaller."""
    kind = media_type.partition(";")[0]
    return kind.startswith(_COMPRESSIBLE) or kind.endswith(("+json", "+xml", "/turtle", "-triples", "-quads", "/trig"))


def compress(body: bytes) -> bytes:
    """Return a body in gzip, without a time, so that the same body gives the same bytes."""
    return gzip.compress(body, _LEVEL, mtime=0)


def finished(response: Response, request: Request) -> Response:
    """Return what is sent: 304 where the client has it, compressed where it takes that, with all headers."""
    headers = [*_ALWAYS, *response.headers]
    gzipped = _wants_gzip(response, request)
    if response.digest:
        tag = f'"{response.digest}{"-gz" if gzipped else ""}"'
        headers += [("etag", tag), ("cache-control", "no-cache")]
        if _has(request.headers.get("if-none-match", ""), tag):
            return Response(304, headers=tuple(headers))
    if response.media_type:
        headers.append(("content-type", response.media_type))
    body = response.body
    if gzipped:
        body = response.compressed or compress(body)
        headers.append(("content-encoding", "gzip"))
    size = response.size if response.file else len(body)
    if response.status != 204:
        headers.append(("content-length", str(size)))
    return Response(response.status, body=body, headers=tuple(headers), file=response.file, size=size)


def _wants_gzip(response: Response, request: Request) -> bool:
    return (
        response.file is None
        and len(response.body) >= WORTH_COMPRESSING
        and compressible(response.media_type)
        and takes_gzip(request.headers.get("accept-encoding"))
    )


def _has(given: str, tag: str) -> bool:
    """Compare validators weakly (RFC 9110, section 13.1.2)."""
    return any(each.strip().removeprefix("W/") in {tag, "*"} for each in given.split(",")) if given else False
