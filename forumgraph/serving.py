"""A publication served over HTTP until the process is told to end."""

from __future__ import annotations

import signal
import socket
import threading
from typing import TYPE_CHECKING, Any, Self, cast

import uvicorn

from forumgraph.errors import InvalidUsage
from forumgraph.served import Current
from forumgraph.web import Application

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from forumgraph.front import Front
    from forumgraph.graph.served.endpointcrew import Bounds

_CONNECTIONS = 1000
_HEADERS = 256 * 1024
_IDLE_TICKS = 150
_KEEP_ALIVE = 15
_GRACE = 3
_STUCK = 30_000
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Server(uvicorn.Server):
    """A server that also closes connections on which nothing is asked, whether they are new or in the middle of their headers."""

    _silent: frozenset[tuple[int, int]] = frozenset()

    async def on_tick(self, counter: int) -> bool:
        """Look after the connections every 15 seconds; a tick is a tenth of one."""
        if counter % _IDLE_TICKS == 0:
            connections = cast("Iterable[Any]", self.server_state.connections)
            silent = {(id(each), id(each.cycle)): each.transport for each in connections if _silent(each)}
            for key in self._silent & silent.keys():
                silent[key].close()
            self._silent = frozenset(silent)
        return await super().on_tick(counter)


def _silent(connection: Any) -> bool:
    return connection.cycle is None or connection.cycle.response_complete


def server(application: Application) -> Server:
    """Return a server that is not started yet."""
    return Server(
        uvicorn.Config(
            application,
            lifespan="off",
            access_log=False,
            log_config=None,
            log_level="critical",
            server_header=False,
            proxy_headers=False,  # whom to believe is said by `front`
            ws="none",
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=_KEEP_ALIVE,
            timeout_graceful_shutdown=_GRACE,
            h11_max_incomplete_event_size=_HEADERS,
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Args:
        port: 0 for any that is free.

    Raises:
        InvalidUsage: if the address is not ours or taken.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        found = socket.socket(family, kind, protocol)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # a client that takes nothing is dropped
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _STUCK)
        found.bind(address)
        found.listen(512)
    except (OSError, UnicodeError) as error:
        raise InvalidUsage(
            f"{host}:{port} cannot be listened on: {getattr(error, 'strerror', None) or error}",
            remedy="Choose another --host or --port",
        ) from error
    return found


def serve(
    publication: Path,
    bounds: Bounds,
    *,
    host: str,
    port: int,
    log: Callable[[str], None],
    tell: Callable[[str], None],
    front: Front | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT; then end what is under way, the workers and the snapshot.

    Args:
        log: gets a line a request.
        tell: gets the address, once it can be asked.
        front: how clients reach the server.

    Raises:
        InvalidUsage: if the address cannot be listened on.
        PublicationFailed: if the folder is no publication or cannot be read.
    """
    with listen(host, port) as listening, _Signals() as signals:
        current = Current(publication, bounds)
        try:
            serving = signals.server = server(Application(current, log, front))
            address, bound = listening.getsockname()[:2]
            tell(f"http://{f'[{address}]' if ':' in address else address}:{bound}/")
            serving.run(sockets=[listening])
        finally:
            current.close()


class _Ended(BaseException):
    """The wish to end, before there is a server that could be told."""


class _Signals:
    """Lets SIGTERM and SIGINT end in status 0: the server handles them while it runs, and sends them once more when it has ended.

    Attributes:
        server: to be told; None as long as the publication is being opened.
    """

    server: Server | None = None

    def __enter__(self) -> Self:
        main = threading.current_thread() is threading.main_thread()
        self._before = {each: signal.signal(each, self._told) for each in _SIGNALS} if main else {}
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        for each, handler in self._before.items():
            signal.signal(each, handler)
        return kind is _Ended

    def _told(self, _number: int, _frame: object) -> None:
        if self.server is None:
            raise _Ended
        self.server.should_exit = True
