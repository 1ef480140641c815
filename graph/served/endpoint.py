"""The SPARQL 1.1 Protocol, reading only: what a request asks, or why it is refused before anything runs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from forumgraph.errors import ForumgraphError, InvalidQuery
from forumgraph.graph.asked.guard import LONGEST, Outline, check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
LARGEST = 128 * 1024
"""Bytes of the body of a request."""

_FORM, _DIRECT, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_MOST_FIELDS = 1000
_READS_ONLY = "updates are not taken: this endpoint only reads"


class Refusal(ForumgraphError):
    """A request that is not answered.

    Attributes:
        status: of HTTP; 400 malformed, 403 an update, 404, 405, 406, 413 too large, 415, 503 for lack of time or room.
        methods: with 405, those that are taken.
    """

    def __init__(self, status: int, message: str, *, remedy: str = "", methods: Sequence[str] = METHODS) -> None:
        super().__init__(message, remedy=remedy)
        self.status = status
        self.methods = methods


@dataclass(frozen=True, slots=True)
class Question:
    """One query with its data set.

    Attributes:
        form: `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`.
        default_graphs: IRIs given by `default-graph-uri`.
        named_graphs: IRIs given by `named-graph-uri`.
        union: whether neither the request nor the query chooses a data set, so that the default graph is the union of all.
    """

    text: str
    form: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    union: bool = True

    @property
    def gives_graph(self) -> bool:
        """Whether the answer is a graph and not rows."""
        return self.form in {"CONSTRUCT", "DESCRIBE"}


def read(method: str, query: bytes, content_type: str, body: bytes) -> Question | None:
    """Read a request to the endpoint (SPARQL 1.1 Protocol, section 2.1); None where it asks for the service description.

    Args:
        query: the part of the address after `?`.
        content_type: value of the header; empty where it was not sent.

    Raises:
        Refusal: if it is malformed, too long, an update, or a query that must not run.

    >>> read("GET", b"query=ASK%20%7B%7D", "", b"").form
    'ASK'
    """
    if method in {"GET", "HEAD"}:
        return _in_address(query)
    if method != "POST":
        raise Refusal(405, f"{method} is not taken", remedy=f"Use {', '.join(METHODS)}")
    fields = _fields(query)
    _read_body(fields, content_type, body)
    _refuse_updates(fields)
    return _question(fields)


@lru_cache(maxsize=128)
def _in_address(query: bytes) -> Question | None:
    fields = _fields(query)
    _refuse_updates(fields)
    return _question(fields) if {"query", "default-graph-uri", "named-graph-uri"} & set(fields) else None


def _refuse_updates(fields: Mapping[str, Sequence[str]]) -> None:
    if "update" in fields:
        raise Refusal(403, _READS_ONLY)


def _read_body(fields: dict[str, list[str]], content_type: str, body: bytes) -> None:
    media_type, charset = _content_type(content_type)
    if media_type == _UPDATE:
        raise Refusal(403, _READS_ONLY)
    if media_type not in {_FORM, _DIRECT}:
        raise Refusal(
            415, f"a body of type {media_type or 'unknown'} is not taken", remedy=f"Send {_DIRECT} or {_FORM}"
        )
    if charset not in {"", "utf-8", "utf8"}:
        raise Refusal(415, f"a body in {charset} is not taken", remedy="Send UTF-8")
    if media_type == _DIRECT:
        fields["query"].append(_text(body))
        return
    for name, values in _fields(body).items():
        fields[name].extend(values)


def _content_type(value: str) -> tuple[str, str]:
    """Return media type and charset in lower case."""
    media_type, *parameters = (each.strip().lower() for each in value.split(";"))
    charset = next((each.removeprefix("charset=") for each in parameters if each.startswith("charset=")), "")
    return media_type, charset.strip('"')


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Refusal(400, "the request is not UTF-8", remedy="Send UTF-8") from error


def _fields(data: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    try:
        pairs = parse_qsl(_text(data), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise Refusal(400, "the fields of the request cannot be read", remedy="Encode them as UTF-8 forms") from error
    for name, value in pairs:
        found[name].append(value)
    return found


def _question(fields: Mapping[str, Sequence[str]]) -> Question:
    texts = fields.get("query", ())
    if len(texts) != 1 or not texts[0].strip():
        raise Refusal(400, "a request needs one query, and only one", remedy="Give the field `query` once")
    if len(texts[0]) > LONGEST:
        raise Refusal(413, f"the query has {len(texts[0])} characters, {LONGEST} are allowed", remedy="Shorten it")
    default, named = (_graphs(fields.get(f"{kind}-graph-uri", ())) for kind in ("default", "named"))
    try:
        outline = _outline(texts[0])
    except InvalidQuery as error:
        raise Refusal(400, error.message, remedy=error.remedy) from error
    if not outline.form:
        raise Refusal(400, "this is no query", remedy="Send a SELECT, ASK, CONSTRUCT or DESCRIBE")
    chosen = bool(default or named or outline.names_graphs)
    return Question(texts[0], outline.form, default, named, union=not chosen)


@lru_cache(maxsize=256)
def _outline(text: str) -> Outline:
    return check(text, may_name_graphs=True)


def _graphs(values: Sequence[str]) -> tuple[str, ...]:
    for value in values:
        try:
            NamedNode(value)
        except ValueError as error:
            raise Refusal(400, "a graph is not named by an absolute IRI", remedy="Correct it") from error
    return tuple(dict.fromkeys(values))
