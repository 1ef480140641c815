"""Sessions of made-up texts, field by field."""

from __future__ import annotations

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.converters.words.names import Names
from forumgraph.model import Document, KnownName, Report, Source

ENGLISH = lexicons()["en"]


NAMES = Names(
    [
        KnownName("hlpf", ("High-level Political Forum",), ("HLPF",), "forum"),
        KnownName("partnership", ("ECOSOC Partnership Forum",), (), "forum"),
        KnownName("desa", ("Department of Economic and Social Affairs",), ("UN DESA", "DESA")),
    ]
)


END = "\n\nParticipants discussed the price of ice. They urged towns to own the piers.\n\n## Recommendations\n\n- Towns should own piers"


def report(text: str, published: str = "") -> Report:
    data = (text + END).encode()
    document = markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data)))
    return convert(Document(document.source, document.text, document.blocks, published=published), NAMES)


def fields(text: str) -> dict[str, str]:
    (session,) = report(text).sessions
    return {name: fact.value for name, fact in session.facts().items()}


def part_of(text: str) -> list[str]:
    return [fact.value for fact in report(text).sessions[0].part_of]
