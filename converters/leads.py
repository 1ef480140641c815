"""What a sentence before a list says the list is: issues, recommendations, or no points at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters import sentences
from forumgraph.converters.headings import kind_of as kind_of_heading
from forumgraph.converters.phrases import count, every, first
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from forumgraph.converters.lexicon import Lexicon

_LONGEST_PLAIN = 25
_LONGEST_LINE = 10
_DASH = re.compile(r"\s[–—-]\s")
NOT_POINTS = "not-points"


def kind_of(lead: Block | None, lexicon: Lexicon) -> str:
    """Return `issues`, `recommendations`, `not-points`, or empty where the words before a list say nothing of it.

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
    cues = lexicon.table("cues")
    if first(words, cues.get("never_points_lead", ())) is not None:
        return NOT_POINTS
    found: list[tuple[int, int, str]] = []
    for row, kind in (
        ("issue_lead", "issues"),
        ("recommendation_lead", "recommendations"),
        ("not_items_lead", NOT_POINTS),
    ):
        for match in every(words, cues.get(row, ())):
            by = (
                kind == NOT_POINTS
                and first(words[max(0, match.start() - 8) : match.start()], cues.get("by", ())) is not None
            )
            if not by:
                found.append((match.end(), match.end() - match.start(), kind))
    return max(found)[2] if found else ""
