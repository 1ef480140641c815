"""How much of what a person finds in reports does forumgraph find, and how much of what it finds is so?

    python benchmarks/score.py FOLDER [--show] [--json]

FOLDER holds documents and, beside each, `<name>.gold.json`: what a careful person read from it (tests/corpus/README.md tells the rules).
Sessions are aligned by title and text; each field is then counted over all documents together (micro precision, recall and F1).
Gold sessions, actors and points marked `optional`, and fields listed in `optional_fields`, count neither way.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumgraph import build
from forumgraph.config import Config
from forumgraph.converters.account.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Record = dict[str, Any]
    Likeness = Callable[[Record, Record], float]

EXACT = ("type", "date", "end_date", "start_time", "end_time", "timezone", "mode")
LOOSE = ("venue", "city", "country")
FIELDS = (
    *("kind of document", "session", "title", *EXACT, *LOOSE, "part_of", "actors", "role", "actor kind"),
    *("issues", "recommendations", "points", "number", "sdgs"),
)
SUMMARY = ("session", "title", "date", "actors", "role", "issues", "recommendations", "points")
GOLD = ".gold.json"


@dataclass
class Count:
    """Right, invented and missed values of one field."""

    right: int = 0
    invented: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        self.right += other.right
        self.invented += other.invented
        self.missed += other.missed

    @property
    def shares(self) -> tuple[float | None, float | None, float | None]:
        """Precision, recall and F1; None where there is nothing to divide by."""
        said, there = self.right + len(self.invented), self.right + len(self.missed)
        precision, recall = self.right / said if said else None, self.right / there if there else None
        return precision, recall, 2 * self.right / (said + there) if said + there else None


Counts = defaultdict[str, Count]


def words(text: str) -> list[str]:
    """Return the words as they are compared: without case, accents, punctuation and a first article.

    >>> words("The Mayor of Peñalolén,")
    ['mayor', 'of', 'penalolen']
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    found = re.findall(r"\w+", plain.casefold())
    return found[1:] if len(found) > 1 and found[0] in {"the", "le", "la", "les", "l", "el", "los", "las"} else found


def likeness(one: str, other: str) -> float:
    """Tell how alike two texts are, from 0 to 1, by the words they share in order."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def name_likeness(one: str, other: str) -> float:
    """The same by letters, so that a misspelt name is nearly the name."""
    return SequenceMatcher(None, " ".join(words(one)), " ".join(words(other)), autojunk=False).ratio()


def same_text(one: str, other: str) -> float:
    return likeness(one, other) if likeness(one, other) >= 0.8 else 0.0


def same_point(gold: Record, found: Record) -> float:
    return same_text(gold["text"], found["text"])


def same_title(one: str, other: str) -> float:
    return best if (best := max(likeness(one, other), name_likeness(one, other))) >= 0.9 else 0.0


def same_place(one: str, other: str) -> float:
    """Containment, or four fifths in common."""
    a, b = f" {' '.join(words(one))} ", f" {' '.join(words(other))} "
    return 1.0 if a in b or b in a else same_text(one, other)


def same_actor(gold: Record, found: Record) -> float:
    names, said = ({" ".join(words(a.get(key) or "")) for key in ("name", "acronym")} - {""} for a in (gold, found))
    if names & said:
        return 1.0
    best = name_likeness(gold["name"], found["name"])
    return best if best >= 0.85 else 0.0


def pairs(gold: Sequence[Record], found: Sequence[Record], alike: Likeness) -> list[tuple[int, int]]:
    """Pair each gold value with at most one found value, the most alike first."""
    ranked = sorted(
        ((alike(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda r: (-r[0], r[1], r[2]),
    )
    taken: dict[int, int] = {}
    for score, i, j in ranked:
        if score > 0 and i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


def compare(
    gold: Sequence[Record], found: Sequence[Record], alike: Likeness, name: str
) -> tuple[Count, list[tuple[Record, Record]]]:
    """Count one list against another; `name` is the key whose value tells a reader what it is."""
    matched = pairs(gold, found, alike)
    count = Count(sum(not gold[i].get("optional") for i, _ in matched))
    count.missed = [str(g[name]) for i, g in enumerate(gold) if i not in dict(matched) and not g.get("optional")]
    count.invented = [str(f[name]) for j, f in enumerate(found) if j not in dict(matched).values()]
    return count, [(gold[i], found[j]) for i, j in matched if not gold[i].get("optional")]


def value(gold: str, found: str, alike: Callable[[str, str], float]) -> Count:
    """Count one value that may be missing on either side."""
    if gold and found and alike(gold, found):
        return Count(1)
    return Count(0, [f"{found}  (not: {gold or 'nothing'})"] if found else [], [gold] if gold else [])


def equal(one: str, other: str) -> float:
    return float(one.casefold() == other.casefold())


def same_number(one: str, other: str) -> float:
    """Compare printed numbers; item (a) of paragraph 8 may be called 8(a)."""
    return equal(one.strip("()."), other.strip("().").rpartition("(")[2])


def points(session: Record) -> list[Record]:
    return [*session.get("issues", ()), *session.get("recommendations", ())]


def closeness(gold: Record, found: Record) -> float:
    """Tell how likely two sessions are the same one."""
    said, there = points(found), points(gold)
    shared = len(pairs(there, said, same_point)) / max(len(there), 1)
    title = likeness(gold.get("title", ""), found.get("title", ""))
    return title + shared + 0.1 * (bool(gold.get("date")) and gold.get("date") == found.get("date"))


def score_session(gold: Record, found: Record) -> Counts:
    """Count the fields of one session; either record may be empty."""
    counts: Counts = defaultdict(Count)
    unsure = set(gold.get("optional_fields", ()))
    for names, alike in ((("title",), same_title), (EXACT, equal), (LOOSE, same_place)):
        for name in names:
            if name not in unsure:
                counts[name].add(value(gold.get(name) or "", found.get(name) or "", alike))
    if "part_of" not in unsure:
        wrap = [[{"name": name} for name in side.get("part_of", ())] for side in (gold, found)]
        counts["part_of"], _ = compare(wrap[0], wrap[1], lambda g, f: same_place(g["name"], f["name"]), "name")
    counts["actors"], matched = compare(gold.get("actors", ()), found.get("actors", ()), same_actor, "name")
    for real, said in matched:
        role = said["role"] if said.get("role") in real.get("also_roles", ()) else real["role"]
        for name, key, wanted in (("role", "role", role), ("actor kind", "kind", real["kind"])):
            count = value(wanted, said.get(key) or "", equal)
            counts[name].add(Count(count.right, [f"{real['name']}: {x}" for x in count.invented], count.missed))
    for name in ("issues", "recommendations"):
        counts[name], matched = compare(gold.get(name, ()), found.get(name, ()), same_point, "text")
        for real, said in matched:
            counts["number"].add(value(real.get("number", ""), said.get("number") or "", same_number))
    counts["points"], _ = compare(points(gold), points(found), same_point, "text")
    wanted, given = set(gold.get("sdgs", ())), set(found.get("sdgs", ()))
    counts["sdgs"] = Count(len(wanted & given), sorted(given - wanted), sorted(wanted - given))
    return counts


def score_document(gold: Record, found: Record) -> Counts:
    """Count everything in one document, with the sessions aligned first."""
    counts: Counts = defaultdict(Count)
    counts["kind of document"].add(value(gold["kind"], found.get("kind") or "", equal))
    real, said = gold["sessions"], found.get("sessions", [])
    threshold = 0.0 if len(real) == len(said) == 1 else 0.4
    matched = dict(pairs(real, said, lambda g, f: closeness(g, f) + 0.001 if closeness(g, f) >= threshold else 0.0))
    for i, session in enumerate(real):
        if session.get("optional"):
            continue
        other = said[matched[i]] if i in matched else {}
        counts["session"].add(Count(1) if i in matched else Count(0, [], [session.get("title", "")]))
        merge(counts, score_session(session, other))
    for j, session in enumerate(said):
        if j not in matched.values():
            counts["session"].add(Count(0, [session.get("title") or "(no title)"]))
            merge(counts, score_session({}, session))
    return counts


def merge(into: Counts, more: Counts) -> None:
    for name, count in more.items():
        into[name].add(count)


def score(folder: Path) -> dict[str, tuple[Record, Counts]]:
    """Return, for each document of a folder that has a gold file, the gold record and the counts."""
    golds = {path.name.removesuffix(GOLD): path for path in sorted(folder.glob(f"*{GOLD}"))}
    documents = [p for p in sorted(folder.iterdir()) if p.stem in golds and not p.name.endswith(GOLD)]
    outcomes = build.convert(documents, Config())
    found = {Path(o.name).name: record(o.report) if o.report else {} for o in outcomes}
    scores: dict[str, tuple[Record, Counts]] = {}
    for path in documents:
        gold: Record = json.loads(golds[path.stem].read_text(encoding="utf-8"))
        scores[path.name] = (gold, score_document(gold, found.get(path.name, {})))
    return scores


def grouped(scores: dict[str, tuple[Record, Counts]], key: Callable[[str, Record], str]) -> dict[str, Counts]:
    groups: defaultdict[str, Counts] = defaultdict(lambda: defaultdict(Count))
    for name, (gold, counts) in scores.items():
        merge(groups[key(name, gold)], counts)
    return dict(sorted(groups.items()))


def percent(part: float | None) -> str:
    return "-" if part is None else f"{part:.2f}"


def show_fields(counts: Counts) -> None:
    print(f"{'field':18}{'precision':>10}{'recall':>8}{'F1':>6}{'right':>7}{'invented':>10}{'missed':>8}")
    for name in FIELDS:
        c = counts[name]
        precision, recall, f1 = (percent(share) for share in c.shares)
        print(f"{name:18}{precision:>10}{recall:>8}{f1:>6}{c.right:>7}{len(c.invented):>10}{len(c.missed):>8}")


def show_groups(what: str, groups: dict[str, Counts]) -> None:
    print(f"\n{'F1 by ' + what:24}" + "".join(f"{name:>16}" for name in SUMMARY))
    for group, counts in groups.items():
        print(f"{group:24}" + "".join(f"{percent(counts[name].shares[2]):>16}" for name in SUMMARY))


def show_items(scores: dict[str, tuple[Record, Counts]]) -> None:
    for name, (_, counts) in scores.items():
        print(f"\n{name}")
        for row in (row for row in FIELDS if row != "points"):
            for text in counts[row].missed:
                print(f"  - {row}: {text}")
            for text in counts[row].invented:
                print(f"  + {row}: {text}")


def as_json(scores: dict[str, tuple[Record, Counts]]) -> str:
    tables = grouped(scores, lambda *_: "all") | {name: counts for name, (_, counts) in scores.items()}
    return json.dumps({name: {row: vars(counts[row]) for row in FIELDS} for name, counts in tables.items()}, indent=1)


def main() -> int:
    parser = argparse.ArgumentParser(description="Score what forumgraph reads from the documents of a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was missed (-) and invented (+)")
    parser.add_argument("--json", action="store_true", help="print counts and items as JSON")
    options = parser.parse_args()
    folder = Path(options.folder)
    for own in (folder / "score.py", folder.parent / "score.py"):
        if own.is_file():
            print(f"{folder} comes with its own scores: use {own}", file=sys.stderr)
            return 2
    scores = score(folder)
    if not scores:
        print(f"{folder}: no document with a {GOLD} file beside it", file=sys.stderr)
        return 3
    if options.json:
        print(as_json(scores))
        return 0
    print(f"{len(scores)} documents of {folder}\n")
    show_fields(grouped(scores, lambda *_: "all")["all"])
    show_groups("layout", grouped(scores, lambda _, gold: gold.get("layout", "?")))
    show_groups("format", grouped(scores, lambda name, _: Path(name).suffix))
    if options.show:
        show_items(scores)
    return 0


if __name__ == "__main__":
    sys.exit(main())
