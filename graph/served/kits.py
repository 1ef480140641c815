"""Kits: a publication with the files and commands that the bulk loader of a store wants. For a first load; later editions are pushed."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from forumgraph.errors import InvalidUsage, PublicationFailed
from forumgraph.graph.asked.quadfile import opened
from forumgraph.graph.served.pushrecord import NAME, Record
from forumgraph.graph.served.stores import PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from forumgraph.graph.asked.quadfile import Quads

DATA = "forumgraph.nq"
README = "README.txt"

STEPS = "steps.txt"
"""In the folder of each kit: what is to be done with it. All else in it goes into the kit as it is, but for places in curly brackets."""

_PLACES: Mapping[str, str] = {"DATASET": "forumgraph", "repositories/ID": "repositories/forumgraph"}
"""What URLs of stores leave open, and the files of a kit decide."""

_CREDENTIALS: Mapping[str, str] = {
    "fuseki": " --user forumgraph",
    "qlever": "\n                 (with FORUMGRAPH_TOKEN=A-TOKEN-OF-YOURS in the environment)",
    "virtuoso": " --user dba",
}


def write(store: str, publication: Path, folder: Path) -> tuple[str, ...]:
    """Write the kit of a store and return the names of its files.

    Args:
        store: one of `stores.KNOWN`.

    Raises:
        InvalidUsage: if the folder is inside the publication.
        PublicationFailed: if the publication cannot be read or the kit not be written.
    """
    if folder.resolve().is_relative_to(publication.resolve()):
        raise InvalidUsage("a kit does not go into a publication", remedy="Choose another folder with -o")
    with opened(publication) as quads:
        kit = files("forumgraph.graph").joinpath("assets", "kits", store)
        texts = {
            each.name: each.read_text(encoding="utf-8") for each in sorted(kit.iterdir(), key=lambda each: each.name)
        }
        texts[README] = _readme(store, texts.pop(STEPS))
        place = str(folder.resolve()).replace("'", "''")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / DATA).open("wb") as file:
                file.writelines(_data(quads))
            for name, text in texts.items():
                filled = text.replace("{folder}", place).replace("{base}", quads.base)
                (folder / name).write_text(filled, encoding="utf-8", newline="\n")
        except OSError as error:
            raise PublicationFailed(
                f"{folder} cannot be written: {error.strerror}", remedy="Choose another folder with -o"
            ) from error
    return (DATA, *texts)


def _data(quads: Quads) -> Iterator[bytes]:
    """Give the quads, and the record of them: so that a later push sends only what changed since."""
    yield from map(quads.quads, quads.graphs)
    record = Record({name: graph.digest for name, graph in quads.graphs.items()})
    about = quads.base + NAME
    for line in record.triples(about).splitlines():
        yield line.removesuffix(b" .") + f" <{about}> .\n".encode()


def _readme(store: str, steps: str) -> str:
    profile = PROFILES[store]
    url = profile.url
    for place, name in _PLACES.items():
        url = url.replace(place, name)
    return f"""\
A publication of forumgraph for {profile.title}

{DATA} holds all graphs, and the record by which a later push knows what is here.
Load it once, into a store that has nothing of it yet, in this folder:

{steps}
Ask it at        {url}{profile.query}
Later editions   forumgraph push PUBLICATION {url} --store {store}{_CREDENTIALS.get(store, "")}
"""
