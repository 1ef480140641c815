"""The only mint of IRIs: whatever is named in the data gets its name here.

A name is made of checked ASCII slugs and of digests of words, never of a stranger's string and never of a position, so that it stays the same when
its neighbours change. Slugs are lower case and digests hexadecimal: no two names differ by case or by Unicode form alone, and each can be a file name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

from forumgraph.graph.rdf.terms import iri

BASE = "https://w3id.org/forumgraph/data/"
AUTHORITY = "https://w3id.org/forumgraph/authority/"
SCHEME = "https://w3id.org/forumgraph/scheme/"
SDG = "http://metadata.un.org/sdg/"

CORPUS = "corpus"
"""What stands in the place of a document in the graphs of what joins documents; no document is called so, because their names end with a digest."""

LAYERS = ("stated", "derived", "inferred", "review")
"""Of every document, in the order they are written."""

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SDG = re.compile(r"\d{1,2}(?:\.[0-9a-z]{1,2})?")
_LONGEST_SLUG = 60
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})


def slug(words: str) -> str:
    """Return lower-case ASCII letters, digits and single hyphens; never empty, at most 60 characters.

    >>> slug("Côte d'Ivoire: Report (final).docx")
    'cote-d-ivoire-report-final-docx'
    >>> slug("报告")
    'x'
    """
    letters = unicodedata.normalize("NFKD", words.casefold()).translate(_LETTERS).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", letters.lower())[:_LONGEST_SLUG].strip("-") or "x"


def digest(words: str, length: int) -> str:
    """Return the first hexadecimal digits of the SHA-256 of words, which are compared in NFC and without regard to spacing."""
    normal = " ".join(unicodedata.normalize("NFC", words).split())
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def document_id(name: str) -> str:
    """Return what a document is called in IRIs and file names.

    >>> document_id("2017/MGoS.txt")
    '2017-mgos-txt-4cd7e0'
    """
    return f"{slug(name)}-{digest(name, 6)}"


def named(words: str) -> str:
    """Return the slug of a name with a digest of its case-folded words: equal for spellings that differ in case alone."""
    return f"{slug(words)}-{digest(words.casefold(), 6)}"


@dataclass(frozen=True, slots=True)
class Namespace:
    """IRIs that belong to no single document, under one base.

    Attributes:
        base: absolute IRI that ends with a slash.
    """

    base: str = BASE

    def graph(self, name: str) -> str:
        """Return the graph of one kind: `authority`, `metadata`, `ontology`, `schemes`."""
        return iri(f"{self.base}graph/{name}")

    def layer(self, layer: str, document: str) -> str:
        """Return the graph of one layer of a document."""
        return iri(f"{self.base}graph/{layer}/{document}")

    def actor(self, name: str) -> str:
        """Return the actor that a name stands for which no authority file knows."""
        return iri(f"{self.base}actor/{named(name)}")

    def forum(self, name: str) -> str:
        """Return the forum that a name stands for which no authority file knows."""
        return iri(f"{self.base}forum/{named(name)}")

    def edition(self, forum: str, year: str) -> str:
        """Return one year's edition of a forum that is given by its key."""
        return iri(f"{self.base}edition/{slug(forum)}/{int(year):04d}")

    def decision(self, identity: str) -> str:
        """Return a decision that is given by a digest of all it says."""
        return iri(f"{self.base}decision/{slug(identity)}")

    def reviewer(self, name: str) -> str:
        """Return who decided."""
        return iri(f"{self.base}reviewer/{named(name or 'unnamed')}")

    def statement_link(self, document: str, one: str, other: str) -> str:
        """Return the link of two points, the first of which is in a document."""
        return iri(f"{self.base}statementlink/{document}/{digest(f'{one} {other}', 10)}")

    def follow_up(self, document: str, passage: str, point: str) -> str:
        """Return what a passage of a document tells of an earlier point."""
        return iri(f"{self.base}followup/{document}/{digest(f'{passage} {point}', 10)}")

    def meeting_match(self, document: str, one: str, other: str) -> str:
        """Return the match of two sessions, the first of which is in a document."""
        return iri(f"{self.base}meetingmatch/{document}/{digest(f'{one} {other}', 10)}")

    def anonymous(self, file: str, label: str) -> str:
        """Return a name for a blank node of an ontology file, which is given by its canonical label."""
        return iri(f"{self.base}genid/{slug(file)}/{slug(label)}")


@dataclass(slots=True)
class Mint:
    """IRIs of one document. Names that would be equal get `-2`, `-3` in the order of the text.

    Attributes:
        name: of the document, as `Source.name` gives it.
        id: what the document is called in IRIs and file names.
    """

    name: str
    space: Namespace = field(default_factory=Namespace)
    id: str = field(init=False)
    _document: str = field(init=False)
    _given: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.id = document_id(self.name)
        self._document = iri(f"{self.space.base}document/{self.id}")

    def document(self) -> str:
        """Return the document itself."""
        return self._document

    def passage(self, start: int, end: int) -> str:
        """Return a stretch of the document's text (RFC 5147 fragment, code points, half open)."""
        return f"{self.document()[:-1]}#char={start},{end}>"

    def session(self, words: str) -> str:
        """Return the session with that title, or with those words."""
        return self._once("session", digest(words.casefold(), 8))

    def statement(self, kind: str, words: str) -> str:
        """Return an `issue`, `recommendation` or `demand` made of those words."""
        return self._once(kind, digest(words.casefold(), 10))

    def mention(self, name: str) -> str:
        """Return the actor as this document names it; equal for names that differ in case alone."""
        return self._under("mention", named(name))

    def actor(self, name: str) -> str:
        """Return the actor of this document alone that a name stands for which many bear."""
        return self._under("actor", named(name))

    def known_mention(self, key: str) -> str:
        """Return the actor whose name has a key, which `named` gives."""
        return iri(self._under("mention", key)[1:-1])

    def forum(self, name: str) -> str:
        """Return the forum as this document names it."""
        return self._under("forum", named(name))

    def post(self, title: str, body: str) -> str:
        """Return an office as this document names it."""
        return self._under("post", named(f"{title} {body}".strip()))

    def participation(self, session: str, actor: str, role: str) -> str:
        """Return an actor's part in a session."""
        return self._under("participation", digest(f"{session} {actor} {role}", 10))

    def reading(self, session: str, field_name: str, words: str = "") -> str:
        """Return the reading of one field of a session; words tell several readings of one field apart."""
        last = session.rsplit("/", 1)[-1].rstrip(">")
        return self._under("reading", f"{last}-{slug(field_name)}" + (f"-{digest(words, 6)}" if words else ""))

    def resolution(self, mention: str) -> str:
        """Return what became of a mention when it was looked up."""
        return self._under("resolution", digest(mention, 10))

    def theme_link(self, point: str, theme: str) -> str:
        """Return the link of a point to a theme."""
        return self._under("themelink", digest(f"{point} {theme}", 10))

    def sdg_suggestion(self, point: str, target: str) -> str:
        """Return the suggestion that a point serves a target."""
        return self._under("sdgsuggestion", digest(f"{point} {target}", 10))

    def target(self, identity: str) -> str:
        """Return the words of this document that a decision is about."""
        return self._under("target", slug(identity))

    def layer(self, layer: str) -> str:
        """Return the graph of one layer."""
        return self.space.layer(layer, self.id)

    def _under(self, kind: str, last: str) -> str:
        """Name what ends with a slug or a digest; the base was checked with the name of the document."""
        return f"<{self.space.base}{kind}/{self.id}/{last}>"

    def _once(self, kind: str, last: str) -> str:
        name = self._under(kind, last)
        count = self._given[name] = self._given.get(name, 0) + 1
        return name if count == 1 else f"{name[:-1]}-{count}>"


def concept(scheme: str, notation: str) -> str:
    """Return a concept of a controlled scheme: `role`, `session-type`, `mode`, `strength`, `actor-kind`, `document-kind`.

    >>> concept("role", "co-organizer")
    '<https://w3id.org/forumgraph/scheme/role/co-organizer>'
    """
    return iri(f"{SCHEME}{scheme}/{slug(notation)}")


def sdg(notation: str) -> str:
    """Return the concept of a Sustainable Development Goal or target in the UN's own scheme.

    Raises:
        ValueError: if it is the notation of neither.

    >>> sdg("16.7")
    '<http://metadata.un.org/sdg/16.7>'
    """
    if not _SDG.fullmatch(notation):
        raise ValueError(f"not a goal or target: {notation!r}")
    return iri(SDG + notation)
