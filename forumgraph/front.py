"""How clients reach the server: below which address, and how often. What a request says of its host is never taken for an address."""

from __future__ import annotations

import ipaddress
import math
import re
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from forumgraph.errors import InvalidUsage

if TYPE_CHECKING:
    from collections.abc import Callable

_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]{1,255}(?::\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?|https?://\[[0-9A-Fa-f:.]{2,45}\](?::\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?"
)
_MOST_CLIENTS = 10_000
_BURST = 5.0
"""Seconds for which a client may save up what it does not ask."""

_NETWORK = 64
"""Bits of an IPv6 address that belong to one client."""


@dataclass(frozen=True, slots=True)
class Front:
    """What is between the server and its clients.

    Attributes:
        address: absolute address below which clients find the server, without a slash at its end; empty for the one it listens on.
        rate: how many requests a second one client may make to what is computed; 0 for any number.
        forwarded: whether a proxy adds the address of the client to `X-Forwarded-For`.
    """

    address: str = ""
    rate: float = 0.0
    forwarded: bool = False

    @property
    def path(self) -> str:
        """The path of the address, without a slash at its end."""
        return urlsplit(self.address).path

    def within(self, path: str) -> str:
        """Return a path as the server knows it, whether or not a proxy took that of the address away; empty for the address without its slash.

        >>> Front("https://example.org/meetings").within("/meetings/sparql"), Front().within("/sparql")
        ('/sparql', '/sparql')
        """
        head = self.path
        return path.removeprefix(head) if head and f"{path}/".startswith(f"{head}/") else path

    def client(self, peer: str, forwarded: str) -> str:
        """Return the address of a client.

        Args:
            peer: at the other end of the connection.
            forwarded: value of `X-Forwarded-For`; only its last entry is of the proxy.
        """
        last = forwarded.rpartition(",")[2].strip()
        return last if self.forwarded and "%" not in last and _known(last) else peer


def front(address: str, rate: float, *, forwarded: bool) -> Front:
    """Return how clients reach the server.

    Raises:
        InvalidUsage: if the address is none.
    """
    if address and not _ADDRESS.fullmatch(address):
        raise InvalidUsage(f"{address} is no address of a server", remedy="Give one like https://example.org/meetings/")
    return Front(address.rstrip("/"), rate, forwarded)


def _known(address: str) -> bool:
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return False
    return True


class Throttle:
    """Lets each client make so many requests a second, and a few at once after a pause.

    Args:
        rate: requests a second.
        now: gives seconds that never go back.
    """

    def __init__(self, rate: float, now: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._most = max(1.0, rate * _BURST)
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Take one request from what a client may make; return 0, or in how many whole seconds it may ask again."""
        now, key = self._now(), _network(client)
        left, seen = self._left.pop(key, (self._most, now))
        left = min(self._most, left + (now - seen) * self._rate)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        while len(self._left) > _MOST_CLIENTS:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - left) / self._rate))


def _network(client: str) -> str:
    """Return what stands for a client: its address, of IPv6 the network, of which one client has all addresses."""
    if ":" not in client or not _known(client):
        return client
    address = ipaddress.IPv6Address(client.partition("%")[0])
    return str(address.ipv4_mapped or ipaddress.ip_network((address, _NETWORK), strict=False))
