"""The files that say what a publication is: its catalogue in several syntaxes, VoID partitions, the questions as examples, the tables, the endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.graph.described import csvmetadata, examples, partitions
from forumgraph.graph.described.catalog import SERVICE, catalogue
from forumgraph.graph.described.catalog import STEM_OF_FILES as CATALOG
from forumgraph.graph.rdf.siblings import siblings
from forumgraph.graph.rdf.syntaxes import SYNTAXES, whole
from forumgraph.graph.served import endpointdescription

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forumgraph.config import Project
    from forumgraph.graph.described.counts import Counts
    from forumgraph.graph.described.publication import Written


def descriptions(
    project: Project, issued: str, counts: Counts, files: Mapping[str, Written]
) -> Iterator[tuple[str, str]]:
    """Yield these files with their texts.

    Args:
        issued: ISO date; empty when it is not to be told.
        counts: of the union of the graphs.
        files: what was written, by path.
    """
    yield from siblings(CATALOG, catalogue(project, issued, counts, files), project.base)
    yield partitions.FILE, partitions.partitions(project.base, counts)
    yield examples.FILE, examples.all_examples(project)
    yield csvmetadata.FILE, csvmetadata.table_group(project, issued)
    if project.endpoint:
        told = endpointdescription.announced(project.endpoint, project.base)
        yield SERVICE, whole(SYNTAXES["turtle"], [("", sorted(told))], project.base)
