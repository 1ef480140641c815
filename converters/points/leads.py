"""What a sentence before a list says the list is: issues, recommendations, or no points at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from forumgraph.converters.points import prose
from forumgraph.converters.points.addressees import asks_somebody
from forumgraph.converters.words import sentences
from forumgraph.converters.words.headings import kind_of as kind_of_heading
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, count, every, first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

_LONGEST_PLAIN = 25
_LONGEST_LINE = 10
_ADJACENT = 16
_DASH = re.compile(r"\s[–—-]\s")
_OVERLAP = 10
"""Letters that a cue which names points may share with the verb after it: "recommendations *emerged* from the discussion"."""
_HELPING = 30
"""Letters of the words that may stand between the two: "*have been* highlighted"."""
NOT_POINTS = "not-points"
_NAMED = frozenset({"recommendations", "messages"})
_SAID = _NAMED | {"issues"}
_DUTIES = (("cues", "must"), ("cues", "should"))
"""Verbs of duty, which name nothing."""
_ROWS = (
    ("issue_lead", "issues"),
    ("recommendation_lead", "recommendations"),
    ("message_lead", "messages"),
    ("not_items_lead", NOT_POINTS),
)


def kind_of(lead: Block | None, lexicon: Lexicon) -> str:
    """Return `issues`, `recommendations`, `messages` (of both kinds), `not-points`, or empty where the words before a list say nothing of it.

    Of several cues the last one counts, for it is next to the list: "the speakers highlighted the following challenges:".
    A sentence that ends with a full stop leads a list only if it is short and counts or names points.
    """
    if lead is None or lead.kind is not BlockKind.PARAGRAPH:
        return ""
    words = last_sentence(lead)
    if named := _of_heading(words, lexicon):
        return named
    if not words.rstrip().endswith((":", ";", ",", "–", "-", "…")):
        says = count(words, lexicon.phrases("cues", "point_nouns")) or first(
            words, lexicon.phrases("cues", "following")
        )
        if len(words.split()) > _LONGEST_PLAIN or not says:
            return ""
    return of_words(words, lexicon)


def guess(words: str, lexicon: Lexicon) -> str:
    """Return what a lead-in without a cue may say of its list: by what it names, or by what somebody does in it."""
    if not words.rstrip().endswith(":"):
        return ""
    return open_clause(words, lexicon) or _named(words, lexicon) or prose.kind_of(f"{words.rstrip(' :')}.", lexicon)


def open_clause(words: str, lexicon: Lexicon) -> str:
    """Return `messages` of words that leave the clause of what was said open: "She said, inter alia, that:"; empty of others."""
    last = words.rstrip(" :").rsplit(" ", 1)[-1].lower()
    return "messages" if last in lexicon.phrases("reports", "clause_begins") and words.rstrip().endswith(":") else ""


def _named(words: str, lexicon: Lexicon) -> str:
    """Return what the subject of a lead-in is: "Some of the main *gaps* are:", "Among the *solutions* put forward:"."""
    verb = first(words, joined(lexicon, ("reports", "equals"), ("reports", "includes"), ("reports", "indicative")))
    named = (words[: verb.start()] if verb is not None else words).split()
    idle = (*lexicon.words, *lexicon.phrases("cues", "by"))
    start = next((i for i, word in enumerate(named) if word.lower() not in idle), 0)
    kind = kind_of_heading(" ".join(named[start:]), lexicon) if len(named) <= _LONGEST_LINE else ""
    return kind if kind in _SAID else ""


def _of_heading(words: str, lexicon: Lexicon) -> str:
    """Return what a short line that begins with a known heading says: "Next steps – after the forum"."""
    head = _DASH.split(words)[0]
    if head == words or len(words.split()) > _LONGEST_LINE or words.rstrip()[-1:] in ".;,":
        return ""
    kind = kind_of_heading(head, lexicon)
    return kind if kind in {"issues", "recommendations"} else ""


def last_sentence(lead: Block) -> str:
    """Return the sentence next to the list."""
    spans = sentences.split(lead.text)
    return spans[-1].of(lead.text) if spans else lead.text


def of_words(words: str, lexicon: Lexicon) -> str:
    """Return what a lead-in says the members of its list are; empty if it does not say."""
    return last_cue(words, lexicon)[1]


def first_cue(words: str, lexicon: Lexicon) -> tuple[int, str]:
    """Return where the first cue ends, with those that follow it at once ("stressed the need for"), and what the last of them says."""
    end, kind = last_cue(words, lexicon)
    for at in range(len(words)):
        found, said = last_cue(words[:at], lexicon) if words[at : at + 1] in " ," else (0, "")
        if found and found < end:
            near, more = last_cue(words[: found + _ADJACENT], lexicon)
            return (near, more) if near > found else (found, said)
    return end, kind


def last_cue(words: str, lexicon: Lexicon) -> tuple[int, str]:
    """Return where the last cue of a lead-in ends, and what it says the members of the list are; 0 and empty without a cue."""
    cues = lexicon.table("cues")
    never = first(words, cues.get("never_points_lead", ()))
    if never is not None:
        return never.end(), NOT_POINTS
    found: list[tuple[int, int, str]] = []
    nouns: list[int] = []
    for row, kind in _ROWS:
        for match in every(words, cues.get(row, ())):
            near = words[max(0, match.start() - 8) : match.start()]
            if kind != NOT_POINTS or first(near, cues.get("by", ())) is None:
                found.append((match.end(), match.end() - match.start(), kind))
            if kind in _NAMED and begins(match[0], joined(lexicon, *_DUTIES)) is None:
                nouns.append(match.end())
    if nouns and words.rstrip().endswith(":"):
        nouns.sort()
        found = [
            each for each in found if each[2] != "issues" or not _tells_of(words, nouns, each[0] - each[1], lexicon)
        ]
    end, _, kind = max(found, default=(0, 0, ""))
    if not kind and (asked := asks_somebody(words, lexicon)) is not None:
        return asked.end, "recommendations"
    return end, kind


def _tells_of(words: str, nouns: Sequence[int], verb: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of discussion only says how points came about that are named before it: "the conclusions *were highlighted*"."""
    at = bisect_right(nouns, verb + _OVERLAP)
    between = words[nouns[at - 1] : min(verb, nouns[at - 1] + _HELPING + 1)].lower() if at else ""
    helping = {*lexicon.phrases("cues", "be_forms"), *lexicon.phrases("reports", "indicative")}
    return at > 0 and len(between) <= _HELPING and helping.issuperset(between.split())
