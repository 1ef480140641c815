"""The gold of names in context (`tests/gold/mentions.txt`): read, resolved as a build does it, and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from paths import TESTS

from forumgraph.converters.words import acronyms
from forumgraph.graph.linked.deriving import derive
from forumgraph.graph.rdf.terms import plain
from forumgraph.graph.stated.mapping import state
from forumgraph.model import (
    Actor,
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Fact,
    Participation,
    Report,
    Session,
    Source,
    Span,
)
from forumgraph.ontology import AUTHORITY, forum

GOLD = TESTS / "gold"
FILES = ("mentions", "mentions-held", "mentions-second", "mentions-forum", "mentions-forum-again")
"""What the rules were written with, and what was written after them, by one person and by a second one."""
_MARKED = re.compile(r"\[([^\]]+)\]\(((?:[^()]|\([^()]*\))+)\)")
_BRACKET = re.compile(r" \(([^()]+)\)")


@dataclass(frozen=True)
class Mention:
    """A name where it stands: whom it stands for by the gold (`body`, without `~`), and what it was resolved to (the node)."""

    words: str
    body: str
    known: bool
    node: str

    @property
    def key(self) -> str:
        """Key of the entry it was resolved to; empty where it is none of the authority file."""
        return self.node[1:-1].removeprefix(AUTHORITY) if self.node.startswith(f"<{AUTHORITY}") else ""


@cache
def mentions(gold: str) -> tuple[Mention, ...]:
    """Resolve every document of a file of the gold."""
    lines = (GOLD / f"{gold}.txt").read_text(encoding="utf-8").splitlines()
    told = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(each for number, line in enumerate(told) for each in _resolved(f"{gold}/{number}.txt", *line))


def _resolved(name: str, language: str, marked: str) -> list[Mention]:
    text, found = _plain(marked)
    stated = state(_report(name, text, language, found))
    denoted = {s: o for s, p, o in derive(stated) if plain(p) == forum.denotes}
    mint, told = stated.draft.mint, []
    for span, body in found:
        words = span.of(text)
        name = _name(words)[0]
        called = stated.participants.namesakes.told(name, Span(span.start, span.start + len(name)))
        node = mint.forum(words) if body.startswith("forum:") else mint.mention(called)
        key = body.removeprefix("forum:")
        told.append(Mention(words, key.removeprefix("~"), not key.startswith("~"), denoted[node]))
    return told


def _plain(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    """Return the words without their marks, and what was marked."""
    text, found, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        found.append((Span(len(text), len(text) + len(match[1])), match[2]))
        text, last = text + match[1], match.end()
    return text + marked[last:], found


def _name(words: str) -> tuple[str, str]:
    """Part a name from an acronym in brackets behind it, as the converters do."""
    bracket = _BRACKET.search(words)
    return (words[: bracket.start()], bracket[1]) if bracket else (words, "")


def _report(name: str, text: str, language: str, found: list[tuple[Span, str]]) -> Report:
    whole = Span(0, len(text))
    actors, forums = [], []
    for span, body in found:
        words, acronym = _name(span.of(text))
        if body.startswith("forum:"):
            forums.append(Fact(words, span, "test"))
            continue
        after = _BRACKET.match(text, span.end)
        acronym = acronym or (after[1] if after and acronyms.is_acronym(after[1]) else "")
        actor = Actor(words, "organization", Span(span.start, span.start + len(words)), "test", acronym)
        actors.append(Participation(actor, "speaker", span, "test"))
    session = Session(whole, part_of=tuple(forums), participations=tuple(actors))
    document = Document(
        Source(name, "text/plain", "0" * 64, len(text), "utf-8"),
        text,
        (Block(BlockKind.PARAGRAPH, text, whole, line=1),),
    )
    return Report(document, DocumentKind.REPORT, "test", language, (session,), definitions=acronyms.find(text))


@dataclass(frozen=True)
class Measured:
    """How many names were told to be of the authority file, how many of these are right, and how many there are; with the words of what is wrong."""

    told: int
    right: int
    wanted: int
    wrong: list[tuple[str, str, str]]
    missed: list[tuple[str, str]]


def measure(gold: str) -> Measured:
    """Compare what was resolved with the gold."""
    told = [each for each in mentions(gold) if each.key]
    right = [each for each in told if each.known and each.key == each.body]
    wanted = [each for each in mentions(gold) if each.known]
    wrong = [(each.words, each.body, each.key) for each in told if each not in right]
    missed = [(each.words, each.body) for each in wanted if not each.key]
    return Measured(len(told), len(right), len(wanted), wrong, missed)
