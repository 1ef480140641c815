"""What a person decided: one row of a review as plain data, checked, with what makes two rows the same and two rows a contradiction.

A decision knows its place by document and words, never by offsets or by the number of a row; so it survives when the document or the sheet changes.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING

from forumgraph.findings import finding
from forumgraph.graph.rdf.identifiers import named
from forumgraph.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.model import Finding

FIELDS = (
    "kind",
    "document",
    "quote",
    "about",
    "other_document",
    "other_quote",
    "decision",
    "value",
    "reason",
    "reviewer",
    "date",
)
"""Columns of a sheet that make a decision; the others are there for the person who reads it."""

SESSION_FIELDS = (
    *("title", "type", "date", "end_date", "start_time", "end_time"),
    *("timezone", "venue", "city", "country", "mode"),
)
"""Fields of a session that can be corrected."""

POINTS = ("issue", "recommendation")
PAIRED = ("pair", "followup", "meeting")
"""Kinds that are about words of two documents."""

LONGEST_QUOTE = 1000
"""Longer words are cut in a sheet, because cells have limits; words that long are found by their beginning."""

_TARGET = re.compile(r"(?:[1-9]|1[0-7])(?:\.(?:[0-9]{1,2}|[a-d]))?")
_NAMED_TARGET = re.compile(r"^(?:SDG|goal|target) ?", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+/(?:statementlink|followup|meetingmatch)/[a-z0-9./-]+")
_DIGEST = re.compile(r"[0-9a-f]{12,64}")
_NONE, _ONE, _MAY = 0, 1, 2
_VERDICTS: Mapping[str, Mapping[str, int]] = {
    "actor": {"accept": _NONE, "reject": _NONE, "correct": _ONE, "merge": _ONE, "split": _ONE},
    "field": {"accept": _NONE, "reject": _NONE, "correct": _ONE},
    "finding": {"accept": _NONE, "reject": _NONE, "correct": _ONE},
    "followup": {"accept": _NONE, "reject": _NONE},
    "item": {"accept": _MAY, "reject": _NONE, "correct": _ONE, "split": _ONE, "add": _ONE},
    "meeting": {"accept": _NONE, "reject": _NONE},
    "pair": {"accept": _NONE, "reject": _NONE, "merge": _NONE},
    "target": {"accept": _NONE, "reject": _NONE},
    "theme": {"accept": _NONE, "reject": _NONE, "add": _ONE},
}
"""For each kind of thing, what can be decided and whether that needs a value."""


CHOICES: Mapping[str, tuple[str, ...]] = {kind: tuple(told) for kind, told in _VERDICTS.items()}
"""For each kind of thing, what can be decided."""


class Malformed(ValueError):
    """A row says something that cannot be done; the message says what."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What a person decided about one thing.

    Attributes:
        kind: `actor`, `field`, `finding`, `followup`, `item`, `meeting`, `pair`, `target` or `theme`.
        document: name of the document, as `Source.name` gives it.
        quote: exact words of the document.
        about: of an actor its name, of a field its name in `Session`, of a finding its code, of a theme its IRI, of a target its notation, of a pair, meeting or follow-up the
            IRI of the link; else empty.
        verdict: `accept`, `reject`, `correct`, `merge`, `split` or `add`.
        date: as given.
        file: where it was read; two rows that differ in nothing else are one decision.
        row: from 1, the row of the headings.
        sha256: the first digits of that of the document, where the sheet has them; `other_sha256` is that of the other one.
        renamed: whether a document has another name now than the sheet says.
    """

    kind: str
    document: str
    quote: str
    about: str
    other_document: str
    other_quote: str
    verdict: str
    value: str
    reason: str
    reviewer: str
    date: str
    file: str = field(default="", compare=False)
    row: int = field(default=0, compare=False)
    sha256: str = field(default="", compare=False)
    other_sha256: str = field(default="", compare=False)
    renamed: bool = field(default=False, compare=False)

    @property
    def identity(self) -> str:
        """A digest of all that was decided, and not of where it was read; a name is the same in every document."""
        fields = list(astuple(self)[: len(FIELDS)])
        if self.kind == "actor" and self.verdict != "split":
            fields[1] = fields[2] = ""
        return _digest(*fields)

    @property
    def key(self) -> str:
        """What a review calls the row."""
        others = {"other_document": self.other_document, "other_quote": self.other_quote}
        return row_key(self.kind, self.document, self.quote, self.about, **others)

    @property
    def thing(self) -> tuple[str, ...]:
        """What was decided about: two different decisions of one thing contradict each other."""
        quote = spaced(self.quote)
        if self.kind == "actor":
            return self.kind, named(self.about), *((self.document, quote) if self.verdict == "split" else ())
        if self.kind in PAIRED:
            return self.kind, *sorted(
                (f"{self.document}\0{quote}", f"{self.other_document}\0{spaced(self.other_quote)}")
            )
        about = self.value if self.verdict == "add" and self.kind == "theme" else self.about
        return self.kind, self.document, quote, about

    def place(self) -> Place:
        """Return where the row is."""
        return Place(self.file, line=self.row, words=self.quote[:200])


def spaced(words: str) -> str:
    """Return words with single spaces, as they are compared."""
    return " ".join(words.split())


def same(words: str, quote: str) -> bool:
    """Tell whether words are those that a row quotes."""
    whole, part = spaced(words), spaced(quote)
    return whole == part or (len(part) > LONGEST_QUOTE // 2 and whole.startswith(part))


def row_key(
    kind: str, document: str, quote: str, about: str = "", *, other_document: str = "", other_quote: str = ""
) -> str:
    """Return what a row is known by, from one review to the next; that of an actor depends on the name alone.

    >>> row_key("item", "a.txt", "We  need") == row_key("item", "a.txt", "We need")
    True
    """
    if kind == "actor":
        document, quote, about = "", "", named(about)
    digest = _digest(kind, document, spaced(quote), about, other_document, spaced(other_quote))
    return f"{kind}-{digest[:10]}"


def notation(about: str) -> str:
    """Return the notation of a goal or target, as a sheet names it.

    >>> notation("SDG 16.10"), notation("target 16.7"), notation("5")
    ('16.10', '16.7', '5')
    """
    return _NAMED_TARGET.sub("", about)


def _digest(*words: object) -> str:
    return hashlib.sha256("\0".join(map(str, words)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def parse(row: Mapping[str, str], file: str = "", number: int = 0) -> Decision | None:
    """Read a row of a sheet.

    Returns:
        None where nothing was decided.

    Raises:
        Malformed: if what was decided cannot be done.

    >>> parse({"kind": "actor", "document": "a.txt", "quote": "HTN", "about": "HTN", "decision": "Merge", "value": "lamg"}).verdict
    'merge'
    """
    values = {name: str(row.get(name, "")).strip() for name in FIELDS}
    verdict = values.pop("decision").lower()
    if not verdict:
        if values["value"]:
            raise Malformed("there is a value but no decision")
        return None
    kind = values.pop("kind").lower()
    if kind == "target":
        values["about"] = notation(values["about"])
    if kind == "item" and values["value"].lower() in POINTS:
        values["value"] = values["value"].lower()
    digests = (str(row.get(name, "")).strip().lower() for name in ("sha256", "other_sha256"))
    one, other = (words if _DIGEST.fullmatch(words) else "" for words in digests)
    decision = Decision(
        kind, verdict=verdict, file=file, row=number, sha256=one, other_sha256=other, renamed=False, **values
    )
    _check(decision)
    return decision


def _check(decision: Decision) -> None:
    verdicts = _VERDICTS.get(decision.kind)
    if verdicts is None:
        raise Malformed(f"{decision.kind or 'nothing'!r} is none of the kinds {', '.join(_VERDICTS)}")
    need = verdicts.get(decision.verdict)
    if need is None:
        raise Malformed(
            f"of a row of kind {decision.kind} one can decide {', '.join(verdicts)}, not {decision.verdict!r}"
        )
    if need == _ONE and not decision.value:
        raise Malformed(f"{decision.verdict} needs a value")
    if need == _NONE and decision.value:
        raise Malformed(f"{decision.verdict} takes no value; to give one, decide correct")
    for name in ("document", *(("quote",) if decision.kind not in {"field", "finding"} else ())):
        if not getattr(decision, name):
            raise Malformed(f"the column {name} is empty")
    if any("\ud800" <= char <= "\udfff" or (char < " " and char not in "\t\r\n") for char in "".join(_words(decision))):
        raise Malformed("there are characters that cannot be written")
    _check_topic(decision)


def _words(decision: Decision) -> tuple[str, ...]:
    return tuple(str(each) for each in astuple(decision)[: len(FIELDS)])


def _check_topic(decision: Decision) -> None:
    kind, about, value = decision.kind, decision.about, decision.value
    if kind in {"actor", "finding"} and not about:
        raise Malformed("the column about is empty")
    if kind in PAIRED:
        _check_pair(decision)
    if kind == "target" and not _TARGET.fullmatch(about):
        raise Malformed(f"{about!r} is no goal or target, such as 16.7")
    if kind == "theme" and decision.verdict != "add" and not about:
        raise Malformed("the column about is empty")
    if kind == "item" and decision.verdict in {"accept", "add", "correct"} and value and value not in POINTS:
        raise Malformed(f"the value of an item is {' or '.join(POINTS)}, not {value!r}")
    if kind == "item" and decision.verdict == "split" and not all(spaced(part) for part in value.split("|")):
        raise Malformed("the parts of an item are exact words with | between them")
    if kind == "field" and about not in SESSION_FIELDS:
        raise Malformed(f"{about!r} is no field of a session; they are {', '.join(SESSION_FIELDS)}")
    if kind == "finding" and decision.verdict == "correct" and value.partition("=")[0].strip() not in SESSION_FIELDS:
        raise Malformed(f"a finding is corrected by FIELD=VALUE; the fields are {', '.join(SESSION_FIELDS)}")


def _check_pair(decision: Decision) -> None:
    kind, about, merged = decision.kind, decision.about, decision.verdict == "merge"
    if not (decision.other_document and decision.other_quote):
        raise Malformed(f"a {kind} needs other_document and other_quote")
    if merged and decision.document == decision.other_document:
        raise Malformed("a pair that is merged is of two documents")
    if not merged and not _LINK.fullmatch(about):
        raise Malformed(f"{about!r} is not the IRI of a link, which `forumgraph review` writes into the column about")


def settle(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """Keep each decision once, and none of those that contradict each other.

    Returns:
        The decisions sorted, and a finding (`DEC002`) for each contradiction.
    """
    things: dict[tuple[str, ...], dict[tuple[str, str], Decision]] = defaultdict(dict)
    for decision in sorted(decisions, key=lambda each: (each, each.file, each.row)):
        things[decision.thing].setdefault((decision.verdict, decision.value), decision)
    kept, found = [], []
    for _, choices in sorted(things.items()):
        first, *others = choices.values()
        if others:
            found.append(_contradiction(first, others))
        else:
            kept.append(first)
    return tuple(sorted(kept)), tuple(found)


def _contradiction(first: Decision, others: Iterable[Decision]) -> Finding:
    rest = ", ".join(f"{each.verdict} {each.value}".strip() + f" ({each.file}:{each.row})" for each in others)
    said = f"{first.verdict} {first.value}".strip()
    return finding("DEC002", f"the decision {said} is contradicted by {rest}", first.place())
