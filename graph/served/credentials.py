"""Who we are to a store: Basic (RFC 7617), Digest (RFC 7616) and Bearer (RFC 6750). No secret is in a `repr`, an error or a log."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forumgraph.errors import InvalidUsage, PublicationFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

METHODS = ("basic", "digest", "bearer")
PASSWORD, TOKEN = "FORUMGRAPH_PASSWORD", "FORUMGRAPH_TOKEN"
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}
_DIGEST = re.compile(r"\bdigest\s+", re.IGNORECASE)
_FIELD = re.compile(r'([\w-]{1,40})\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_SHORTEST_SECRET = 3


@dataclass(slots=True)
class Credentials:
    """What a store is told, and what it asked for last.

    Attributes:
        method: one of `METHODS`; empty for nobody.
        secret: password or token.
    """

    method: str = ""
    user: str = ""
    secret: str = field(default="", repr=False)
    _challenge: Mapping[str, str] = field(default_factory=dict, repr=False)
    _count: int = 0

    def header(self, method: str, target: str) -> str:
        """Return the value of `Authorization` for a request; empty where none can be given (yet)."""
        if self.method == "basic":
            return "Basic " + _encoded(f"{self.user}:{self.secret}")
        if self.method == "bearer":
            return f"Bearer {self.secret}"
        return self._digest(method, target) if self._challenge else ""

    @property
    def waits(self) -> bool:
        """Whether the store has to ask before anything can be told."""
        return self.method == "digest" and not self._challenge

    def challenged(self, headers: Sequence[str]) -> bool:
        """Take the `WWW-Authenticate` of an answer 401; tell whether trying again makes sense.

        Raises:
            PublicationFailed: if Digest is wanted and the store does not offer it, or not in a way that is known.
        """
        if self.method != "digest":
            return False
        known = [found for header in headers for found in _challenges(header)]
        usable = next((found for found in known if _algorithm(found)[0] in _HASHES and "nonce" in found), None)
        if usable is None:
            raise PublicationFailed(
                "the store does not offer Digest authentication", remedy="Choose another --auth: basic or bearer"
            )
        stale = usable.get("stale", "").casefold() == "true"
        fresh = not self._challenge or stale or self._count > 1
        self._challenge, self._count = usable, 0
        return fresh

    def forget(self) -> None:
        """Wait for the next challenge."""
        self._challenge = {}

    def _digest(self, method: str, target: str) -> str:
        asked = self._challenge
        name, session = _algorithm(asked)
        self._count += 1
        count, own = f"{self._count:08x}", secrets.token_hex(16)

        def hashed(*parts: str) -> str:
            return _HASHES[name](":".join(parts).encode()).hexdigest()

        identity = hashed(self.user, asked.get("realm", ""), self.secret)
        identity = hashed(identity, asked["nonce"], own) if session else identity
        request = hashed(method, target)
        quality = "auth" in re.split(r"[\s,]+", asked.get("qop", ""))
        middle = (count, own, "auth") if quality else ()
        told = {"username": self.user, "realm": asked.get("realm", ""), "nonce": asked["nonce"], "uri": target}
        told["response"] = hashed(identity, asked["nonce"], *middle, request)
        told.update({"opaque": asked["opaque"]} if "opaque" in asked else {})
        quoted = [f'{key}="{_quoted(value)}"' for key, value in told.items()]
        bare = [f"algorithm={asked['algorithm']}"] if "algorithm" in asked else []
        bare += [f"qop=auth, nc={count}"] if quality else []
        bare += [f'cnonce="{own}"'] if quality or session else []
        return "Digest " + ", ".join((*quoted, *bare))

    def scrub(self, words: str) -> str:
        """Take every form of the secret out of words that somebody else wrote."""
        if len(self.secret) < _SHORTEST_SECRET:
            return words if not self.secret else ""
        for form in (self.secret, _encoded(f"{self.user}:{self.secret}"), _encoded(self.secret)):
            words = words.replace(form, "***")
        return words


def _encoded(words: str) -> str:
    return base64.b64encode(words.encode()).decode()


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')


def _algorithm(challenge: Mapping[str, str]) -> tuple[str, bool]:
    name = challenge.get("algorithm", "MD5").upper()
    return name.removesuffix("-SESS"), name.endswith("-SESS")


def _challenges(header: str) -> list[dict[str, str]]:
    """Return the Digest challenges of a header, which may hold others as well."""
    found = []
    for part in _DIGEST.split(header[:4000])[1:]:
        fields: dict[str, str] = {}
        for key, quoted, bare in _FIELD.findall(part):
            fields.setdefault(key.casefold(), re.sub(r"\\(.)", r"\1", quoted) or bare)
        found.append(fields)
    return found


def credentials(
    environment: Mapping[str, str], method: str, user: str, default: str, ask: Callable[[str], str] | None
) -> Credentials:
    """Collect credentials: the secret comes from the environment, else from whoever sits at the terminal.

    Args:
        method: one of `METHODS`; empty for what fits.
        default: what the store asks for where a user is named.
        ask: prompts for a secret without showing it; None where nobody is there to answer.

    Raises:
        InvalidUsage: if something is missing or cannot be sent.
    """
    if not method:
        token = default == "bearer" or not user
        method = ("bearer" if environment.get(TOKEN) else "") if token else default
    if not method:
        return Credentials()
    if method != "bearer" and (not user or ":" in user or not user.isprintable()):
        raise InvalidUsage(f"{method} authentication needs a user without a colon", remedy="Give --user NAME")
    variable = TOKEN if method == "bearer" else PASSWORD
    secret = environment.get(variable, "") or (ask("Token" if method == "bearer" else "Password") if ask else "")
    if not secret or not secret.isprintable() or (method == "bearer" and (not secret.isascii() or " " in secret)):
        raise InvalidUsage("the password or token is missing or cannot be sent", remedy=f"Set {variable}")
    return Credentials(method, user, secret)
