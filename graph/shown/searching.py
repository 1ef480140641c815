"""The index of the search page: words and where they stand, in small scripts that a page can load without a server, each only when it is needed.

A script calls `forumgraph(name, value)`. `words-ab` has the words that begin with "ab", each with pairs of an entry's number and its weight;
`entries-3` has titles, paths and kinds of entries. `assets/search.js` folds words in the same way as `fold` does.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from forumgraph.graph.shown.pages import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forumgraph.graph.shown.corpus import Corpus

CHUNK = 400
"""How many entries one file has."""

_WORD = re.compile(r"[^\W_]+")
_TITLE, _BODY = 3, 1
_LONGEST = 160


class Entry(NamedTuple):
    """Something that can be found."""

    kind: str
    title: str
    page: str
    about: str
    words: str


def fold(text: str) -> list[str]:
    """Return the words of a text without case and accents.

    >>> fold("Côte d'Ivoire, SDG 16.7")
    ['cote', 'd', 'ivoire', 'sdg', '16', '7']
    """
    letters = text.casefold()
    if not letters.isascii():
        letters = "".join(each for each in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(each))
    return _WORD.findall(letters)


def entries(corpus: Corpus) -> Iterator[Entry]:
    """Yield what can be found, in the order in which equals are shown."""
    for session in corpus.sessions:
        actors = " ".join(part.name for part in session.parts)
        wholes = " ".join(each.label for each in session.part_of)
        about = ", ".join(each for each in (day(session.date), session.where) if each)
        yield Entry("session", session.title, session.page, about, f"{session.kind} {about} {actors} {wholes}")
    for actor in corpus.actors.values():
        names = " ".join(dict.fromkeys(mention.name for mention in actor.mentions))
        yield Entry("actor", actor.link.label, actor.link.page, "", names)
    for subject in corpus.themes.values():
        yield Entry("theme", subject.link.label, subject.link.page, "", "")
    for goal in corpus.goals.values():
        yield Entry("goal", goal.link.label, goal.link.page, "", "SDG")
    for point in corpus.points:
        about = ", ".join(each for each in (point.session.label, day(point.date)) if each)
        subjects = " ".join(each.label for each in (*point.to, *point.by, *point.themes, *point.sdgs))
        yield Entry(point.kind, point.text, point.page, about, f"{subjects} {point.session.label} {point.date[:4]}")
    for document in corpus.documents:
        yield Entry("source", document.file, document.page, document.kind, "")


def index(found: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield the files of the index with their texts."""
    words: dict[str, dict[int, int]] = defaultdict(dict)
    rows: list[list[str]] = []
    for number, entry in enumerate(found):
        for weight, text in ((_BODY, entry.words), (_TITLE, entry.title)):
            for word in fold(text):
                words[word][number] = weight
        title = entry.title if len(entry.title) <= _LONGEST else f"{entry.title[:_LONGEST]}…"
        rows.append([title, entry.page, entry.kind, entry.about])
    shards: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for word in sorted(words):
        shards[_shard(word)][word] = [each for pair in words[word].items() for each in pair]
    for name, shard in shards.items():
        yield f"search/words-{name}.js", _script(f"words-{name}", shard)
    for start in range(0, len(rows), CHUNK):
        name = f"entries-{start // CHUNK}"
        yield f"search/{name}.js", _script(name, rows[start : start + CHUNK])
    yield "search/shards.js", _script("shards", {"total": len(rows), "chunk": CHUNK, "names": sorted(shards)})


def _shard(word: str) -> str:
    """Return the file of a word: its first two letters where they are plain, else one for all others."""
    name = word[:2]
    return name if name.isascii() and len(name) == 2 else "other"


def _script(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return f"forumgraph({json.dumps(name)},{text});\n"
