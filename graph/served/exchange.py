"""What is asked of a Graph Store (SPARQL 1.1 Graph Store HTTP Protocol, section 5), as values: so they can be shown without being sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from forumgraph.errors import InvalidUsage

if TYPE_CHECKING:
    from forumgraph.graph.served.stores import Profile

TURTLE = "text/turtle"
N_QUADS = "application/n-quads"
_BLAZEGRAPH_QUADS = "text/x-nquads"


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request.

    Attributes:
        target: path and query.
        media: type of the body; empty where there is none.
        absent: whether the answer 404 is as good as a success.
    """

    method: str
    target: str
    media: str = ""
    body: bytes = b""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store is.

    Attributes:
        secure: whether it is reached over TLS.
        path: as it was given.
    """

    secure: bool
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = 443 if self.secure else 80
        return f"http{'s' if self.secure else ''}://{host}" + (f":{self.port}" if self.port != default else "")

    @property
    def local(self) -> bool:
        """Whether what is sent stays on this machine."""
        return self.host in {"localhost", "::1"} or self.host.startswith("127.")


def address(url: str) -> Address:
    """Read the URL of a store. It is never repeated in an error, for it may hold what should not be seen.

    Raises:
        InvalidUsage: if it is not plain `http` or `https`, or holds a user, a password, a query or a fragment.

    >>> address("http://localhost:7878/").origin
    'http://localhost:7878'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InvalidUsage("the URL of the store cannot be read", remedy="Give http://HOST:PORT/PATH") from None
    if "@" in parts.netloc:
        raise InvalidUsage(
            "the URL of the store holds a user or a password",
            remedy="Leave it out; give --user, and the password in FORUMGRAPH_PASSWORD",
        )
    if parts.query or parts.fragment:
        raise InvalidUsage(
            "the URL of the store has a query or a fragment",
            remedy="Leave it out; a token goes into FORUMGRAPH_TOKEN",
        )
    if parts.scheme not in {"http", "https"} or not host or not url.isascii() or not url.isprintable() or " " in url:
        raise InvalidUsage("the URL of the store is no http or https URL", remedy="Give http://HOST:PORT/PATH")
    secure = parts.scheme == "https"
    return Address(secure, host, port or (443 if secure else 80), parts.path)


@dataclass(frozen=True, slots=True)
class GraphStore:
    """The requests that a store at an address wants."""

    profile: Profile
    path: str

    def read(self, graph: str) -> Request:
        """Ask for the triples of a graph."""
        if self.profile.protocol == "blazegraph":
            return self._to({"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"}, "GET")
        return self._to({"graph": graph}, "GET", absent=True)

    def replace(self, graph: str, triples: bytes) -> tuple[Request, ...]:
        """Put triples in the place of whatever a graph holds."""
        if self.profile.protocol == "blazegraph":
            return (*self.delete(graph), self._to({"context-uri": graph}, "POST", TURTLE, triples))
        return (self._to({"graph": graph}, "PUT", TURTLE, triples),)

    def delete(self, graph: str) -> tuple[Request, ...]:
        """Take a graph away; it may be gone already."""
        if self.profile.protocol == "blazegraph":
            return (self._to({"c": f"<{graph}>"}, "DELETE", absent=True),)
        return (self._to({"graph": graph}, "DELETE", absent=True),)

    def add(self, quads: bytes) -> Request:
        """Add quads to whatever is there."""
        assert self.profile.quads is not None
        media = _BLAZEGRAPH_QUADS if self.profile.protocol == "blazegraph" else N_QUADS
        return Request("POST", self.path.rstrip("/") + self.profile.quads, media, quads)

    def _to(
        self, query: dict[str, str], method: str, media: str = "", body: bytes = b"", *, absent: bool = False
    ) -> Request:
        place = self.path.rstrip("/") + self.profile.graphs if self.profile.graphs else self.path or "/"
        return Request(method, f"{place}?{urlencode(query)}", media, body, absent)
