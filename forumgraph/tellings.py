"""In which other documents the meetings of each document are told, so that its pages can say so."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from forumgraph import parcels, shards
from forumgraph.graph.linked.retellings import first_tellings, retold
from forumgraph.graph.linked.sessions import Meeting
from forumgraph.graph.rdf.addresses import Addresses
from forumgraph.graph.rdf.identifiers import Namespace
from forumgraph.graph.shown.exhibits import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def tellings(parts: Sequence[Path], base: str) -> list[Mapping[str, tuple[Link, ...]]]:
    """Return, for each document, those of its sessions that other documents tell of too, by token, with these in the order of documents.

    Args:
        parts: shards that are to be published, in the order of their documents.
        base: absolute IRI that ends with a slash.

    Raises:
        OSError: if one of them is not there.
        shards.Torn: if one of them is not whole.
    """
    addresses, refused = Addresses(base), set[str]()
    documents: dict[str, Link] = {}
    meetings: list[tuple[Meeting, ...]] = []
    for part in parts:
        shard = shards.read(part, {"meetings"})
        document = shard.record["id"]
        documents[document] = Link(shard.record["coverage"][0], addresses.page(f"{base}document/{document}"))
        meetings.append(parcels.unpack(tuple[Meeting, ...], shard.sections["meetings"]))
        refused.update(shard.record["refused"])
    firsts = first_tellings(retold(chain.from_iterable(meetings), refused, Namespace(base)))
    together: defaultdict[str, list[Meeting]] = defaultdict(list)
    for each in chain.from_iterable(meetings):
        together[firsts.get(each.node, each).node].append(each)
    return [
        {
            each.node: tuple(documents[other.document] for other in others if other is not each)
            for each in own
            if len(others := together[firsts.get(each.node, each).node]) > 1
        }
        for own in meetings
    ]
