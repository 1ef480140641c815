"""Kits: a publication with the files and commands that the bulk loader of a store wants. For a first load; later editions are pushed."""

from __future__ import annotations

import json
from types import MappingProxyType
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

_FUSEKI = """\
# Apache Jena Fuseki: the data set of the kit; patterns outside GRAPH see the union of all graphs.
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>

[] a fuseki:Server ;
    fuseki:passwd "passwd" ;
    fuseki:auth "basic" .

<#service> a fuseki:Service ;
    fuseki:name "forumgraph" ;
    fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
    fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ; fuseki:allowedUsers "forumgraph" ] ;
    fuseki:dataset <#dataset> .

<#dataset> a tdb2:DatasetTDB2 ;
    tdb2:location "database" ;
    tdb2:unionDefaultGraph true .
"""
_GRAPHDB = """\
# GraphDB: a repository without inference; what follows from the data is in the data.
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
@prefix graphdb: <http://www.ontotext.com/config/graphdb#> .

<#forumgraph> a rep:Repository ;
    rep:repositoryID "forumgraph" ;
    rdfs:label "forumgraph" ;
    rep:repositoryImpl [
        rep:repositoryType "graphdb:SailRepository" ;
        sr:sailImpl [
            sail:sailType "graphdb:Sail" ;
            graphdb:ruleset "empty" ;
            graphdb:disable-sameAs "true" ;
            graphdb:enable-context-index "true" ;
        ]
    ] .
"""
_QLEVER = """\
[data]
NAME        = forumgraph
DESCRIPTION = Reports of meetings as a knowledge graph
FORMAT      = nq

[index]
INPUT_FILES     = forumgraph.nq
CAT_INPUT_FILES = cat ${INPUT_FILES}
SETTINGS_JSON   = { "num-triples-per-batch": 1000000 }

[server]
PORT               = 7001
HOST_NAME          = localhost
MEMORY_FOR_QUERIES = 2G
TIMEOUT            = 30s

[runtime]
SYSTEM = docker
IMAGE  = docker.io/adfreiburg/qlever:latest
"""
_VIRTUOSO = """\
-- isql: loads the quads; each goes into the graph it names.
ld_dir ('{folder}', 'forumgraph.nq', '{base}');
rdf_loader_run ();
checkpoint;
SELECT ll_file, ll_state, ll_error FROM DB.DBA.LOAD_LIST WHERE ll_file LIKE '%forumgraph.nq';
"""
_BLAZEGRAPH = """\
com.bigdata.journal.AbstractJournal.file=blazegraph.jnl
com.bigdata.journal.AbstractJournal.bufferMode=DiskRW
com.bigdata.rdf.store.AbstractTripleStore.quads=true
com.bigdata.rdf.store.AbstractTripleStore.statementIdentifiers=false
com.bigdata.rdf.store.AbstractTripleStore.textIndex=false
com.bigdata.rdf.store.AbstractTripleStore.axiomsClass=com.bigdata.rdf.axioms.NoAxioms
com.bigdata.rdf.sail.truthMaintenance=false
"""
_NEPTUNE = {
    "source": "s3://BUCKET/forumgraph.nq",
    "format": "nquads",
    "iamRoleArn": "arn:aws:iam::ACCOUNT:role/ROLE",
    "region": "REGION",
    "mode": "NEW",
    "failOnError": "TRUE",
    "parallelism": "MEDIUM",
}

FILES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "fuseki": {"fuseki.ttl": _FUSEKI},
        "graphdb": {"repository.ttl": _GRAPHDB},
        "rdf4j": {"console.txt": "create native\nopen forumgraph\nload forumgraph.nq\nexit\n"},
        "virtuoso": {"load.isql": _VIRTUOSO},
        "qlever": {"Qleverfile": _QLEVER},
        "oxigraph": {},
        "blazegraph": {"quads.properties": _BLAZEGRAPH},
        "neptune": {"load.json": json.dumps(_NEPTUNE, indent=1) + "\n"},
    }
)
"""What goes into the kit of each store beside the quads and the README; `{folder}` and `{base}` are filled in for Virtuoso."""

_STEPS: Mapping[str, str] = MappingProxyType(
    {
        "fuseki": """\
tdb2.tdbloader --loc database forumgraph.nq
echo 'forumgraph: A-PASSWORD-OF-YOURS' > passwd
fuseki-server --config fuseki.ttl""",
        "graphdb": "importrdf preload --force --config-file repository.ttl forumgraph.nq",
        "rdf4j": """\
console.sh -s http://localhost:8080/rdf4j-server
(then the lines of console.txt; `create native` asks for an ID: forumgraph, and for indexes: spoc,posc,cspo)""",
        "virtuoso": """\
(the folder of this file has to be in DirsAllowed of virtuoso.ini, and readable by the server)
isql-vt localhost:1111 dba < load.isql
(asks for the password of dba; state 2 and no error in the last line means loaded)""",
        "qlever": """\
(Qleverfile is read from this folder)
pip install qlever
qlever index
qlever start --access-token A-TOKEN-OF-YOURS""",
        "oxigraph": """\
oxigraph load --location database --file forumgraph.nq
oxigraph optimize --location database
oxigraph serve --location database --bind localhost:7878 --union-default-graph
(takes updates from everybody who reaches it; serve-read-only --cors in its place takes none,
no later push either, and questions from web pages)""",
        "blazegraph": """\
java -cp blazegraph.jar com.bigdata.rdf.store.DataLoader -namespace kb quads.properties forumgraph.nq
java -server -Xmx4g -Dbigdata.propertyFile=quads.properties -jar blazegraph.jar""",
        "neptune": """\
(fill in BUCKET, ACCOUNT, ROLE and REGION in load.json)
aws s3 cp forumgraph.nq s3://BUCKET/forumgraph.nq
curl -X POST -H 'Content-Type: application/json' https://HOST:8182/loader -d @load.json""",
    }
)


_PLACES: Mapping[str, str] = MappingProxyType({"DATASET": "forumgraph", "repositories/ID": "repositories/forumgraph"})
"""What URLs of stores leave open, and the files of a kit decide."""

_CREDENTIALS: Mapping[str, str] = MappingProxyType(
    {
        "fuseki": " --user forumgraph",
        "qlever": "\n                 (with FORUMGRAPH_TOKEN=A-TOKEN-OF-YOURS in the environment)",
        "virtuoso": " --user dba",
    }
)


def write(store: str, publication: Path, folder: Path) -> tuple[str, ...]:
    """Write the kit of a store and return the names of its files.

    Raises:
        InvalidUsage: if there is no kit for that store, or the folder is inside the publication.
        PublicationFailed: if the publication cannot be read or the kit not be written.
    """
    if store not in FILES:
        raise InvalidUsage(f"there is no kit for {store}", remedy=f"There are: {', '.join(FILES)}")
    if folder.resolve().is_relative_to(publication.resolve()):
        raise InvalidUsage("a kit does not go into a publication", remedy="Choose another folder with -o")
    with opened(publication) as quads:
        texts = {**_filled(store, folder, quads), README: _readme(store)}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / DATA).open("wb") as file:
                file.writelines(_data(quads))
            for name, text in texts.items():
                (folder / name).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise PublicationFailed(
                f"{folder} cannot be written: {error.strerror}", remedy="Choose another folder with -o"
            ) from error
    return (DATA, *texts)


def _filled(store: str, folder: Path, quads: Quads) -> dict[str, str]:
    texts = dict(FILES[store])
    if store == "virtuoso":
        place = str(folder.resolve()).replace("'", "''")
        texts = {name: text.format(folder=place, base=quads.base) for name, text in texts.items()}
    return texts


def _data(quads: Quads) -> Iterator[bytes]:
    """Give the quads, and the record of them: so that a later push sends only what changed since."""
    yield from map(quads.quads, quads.graphs)
    record = Record({name: graph.digest for name, graph in quads.graphs.items()})
    about = quads.base + NAME
    for line in record.triples(about).splitlines():
        yield line.removesuffix(b" .") + f" <{about}> .\n".encode()


def _readme(store: str) -> str:
    profile = PROFILES[store]
    url = profile.url
    for place, name in _PLACES.items():
        url = url.replace(place, name)
    return f"""\
A publication of forumgraph for {profile.title}

{DATA} holds all graphs, and the record by which a later push knows what is here.
Load it once, into a store that has nothing of it yet, in this folder:

{_STEPS[store]}

Ask it at        {url}{profile.query}
Later editions   forumgraph push PUBLICATION {url} --store {store}{_CREDENTIALS.get(store, "")}
"""
