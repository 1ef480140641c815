"""A connection to a store: one host, no redirects, limits of time, and errors of one line in which no secret is."""

from __future__ import annotations

import http.client
import ssl
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from forumgraph import __version__
from forumgraph.errors import PublicationFailed

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from forumgraph.graph.served.credentials import Credentials
    from forumgraph.graph.served.exchange import Address, Request

_ACCEPT = "text/turtle, application/n-triples;q=0.9"
_LARGEST = 64 * 2**20
_TRIES = 4
_LONGEST_WAIT = 30.0
_BUSY = frozenset((429, 503))
_WORDS = 200
_REMEDIES = {
    401: "Check --user and --auth, and FORUMGRAPH_PASSWORD or FORUMGRAPH_TOKEN",
    403: "Give the account the right to write graphs",
    404: "Check the URL and --store",
    405: "Check the URL and --store: writing graphs is not possible there",
    413: "Raise the limit on request bodies of the store",
    503: "Try again later; what has arrived is not sent again",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a store answered."""

    status: int
    media: str
    body: bytes


class Connection:
    """A connection that is kept open, and opened again when the store closes it; to be used in a `with` block."""

    def __init__(self, address: Address, credentials: Credentials, seconds: float) -> None:
        if address.secure:
            context = ssl.create_default_context()
            self._http: http.client.HTTPConnection = http.client.HTTPSConnection(
                address.host, address.port, timeout=seconds, context=context
            )
        else:
            self._http = http.client.HTTPConnection(address.host, address.port, timeout=seconds)
        self._address = address
        self._credentials = credentials

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def send(self, request: Request) -> Reply:
        """Send a request; once more where the store asked who we are, was busy, or had closed the connection.

        Raises:
            PublicationFailed: if it cannot be reached, or answers anything but a success.
        """
        if request.body and self._credentials.waits:
            self._once(request.method, request.target, "", b"", probe=True)
        for left in reversed(range(_TRIES)):
            reply = self._tried(request, last=not left)
            if reply is not None:
                return reply
        raise self._refused(401, "")

    def _tried(self, request: Request, *, last: bool) -> Reply | None:
        """Send a request; None where it is to be sent again."""
        try:
            status, headers, body = self._once(request.method, request.target, request.media, request.body)
        except (http.client.HTTPException, OSError) as error:
            self._http.close()
            self._credentials.forget()
            if last or not isinstance(error, ConnectionError | http.client.BadStatusLine):
                raise self._unreachable(error) from None
            return None
        if 200 <= status < 300 or (status == 404 and request.absent):
            return Reply(status, headers.get_content_type(), body if status < 300 else b"")
        if not last and status in _BUSY:
            time.sleep(_wait(headers.get("Retry-After", "")))
            return None
        if status == 401 and self._credentials.challenged(headers.get_all("WWW-Authenticate", [])) and not last:
            return None
        if 300 <= status < 400:
            raise self._moved(status, headers.get("Location", ""))
        asked = ", ".join(value.split(" ", 1)[0] for value in headers.get_all("WWW-Authenticate", []))
        words = "" if headers.get_content_subtype() == "html" else body.decode(errors="replace")
        raise self._refused(status, f"it asks for {asked}" if asked else words)

    def _once(
        self, method: str, target: str, media: str, body: bytes, *, probe: bool = False
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Send a request as it is; a probe is a GET that only learns how the store wants to be told who we are."""
        headers = {"Accept": _ACCEPT if method == "GET" else "*/*", "User-Agent": f"forumgraph/{__version__}"}
        told = self._credentials.header(method, target)
        headers.update({"Authorization": told} if told else {}, **({"Content-Type": media} if media else {}))
        self._http.request("GET" if probe else method, target, body=body or None, headers=headers)
        with self._http.getresponse() as response:
            found = response.read(_LARGEST)
            return response.status, response.headers, found

    def _refused(self, status: int, words: str) -> PublicationFailed:
        said = " ".join(self._credentials.scrub(words).split())
        shown = "".join(char for char in said if char.isprintable())[:_WORDS]
        reason = http.client.responses.get(status, "")
        text = f"{self._address.origin} answered {status} {reason}".rstrip() + (f": {shown}" if shown else "")
        return PublicationFailed(text.rstrip("."), remedy=_REMEDIES.get(status, "See what the log of the store says"))

    def _moved(self, status: int, location: str) -> PublicationFailed:
        try:
            parts = urlsplit(location)
            where = f"{parts.scheme}://{parts.hostname}{parts.path}" if parts.hostname else parts.path
        except ValueError:
            where = ""
        where = self._credentials.scrub("".join(char for char in where if char.isprintable()))[:_WORDS]
        return PublicationFailed(
            f"{self._address.origin} answered {status} and points to {where or 'another place'}",
            remedy="Redirects are not followed, so that credentials stay with the host they are meant for; give that URL",
        )

    def _unreachable(self, error: Exception) -> PublicationFailed:
        timed = isinstance(error, TimeoutError)
        words = "no answer in time" if timed else getattr(error, "strerror", None) or type(error).__name__
        return PublicationFailed(
            f"{self._address.origin} cannot be reached: {words}",
            remedy="Raise --max-seconds, and push again: what has arrived is not sent again"
            if timed
            else "Check that the store runs and the URL is right, and push again",
        )


def _wait(after: str) -> float:
    return min(float(after), _LONGEST_WAIT) if after.isdecimal() else 1.0
