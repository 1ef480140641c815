"""What a sentence before a list says the list is: issues, recommendations, or no points at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.points import prose
from forumgraph.converters.points.tasks import LABELS
from forumgraph.converters.words import sentences
from forumgraph.converters.words.headings import kind_of as kind_of_heading
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, ends, every, first

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Block

_LONGEST_LINE = 10
_DASH = re.compile(r"\s[–—-]\s")
NOT_POINTS = "not-points"
_NAMED = frozenset({"recommendations", "messages"})
_SAID = _NAMED | {"issues"}
_ROWS = (
    ("issue_lead", "issues"),
    ("recommendation_lead", "recommendations"),
    ("message_lead", "messages"),
    ("not_items_lead", NOT_POINTS),
)


def kind_of(lead: Block | None, lexicon: Lexicon) -> str:
    """Return `issues`, `recommendations`, `messages` (of both kinds), `not-points`, or empty where the words before a list say nothing of it.

    Of several cues the last one counts, for it is next to the list: "the speakers highlighted the following challenges:".
    A sentence that ends with a full stop leads a list only if it names points.
    """
    words = last_sentence(lead) if lead is not None else ""
    named = first(words, joined(lexicon, ("cues", "point_nouns"), ("cues", "following"))) is not None
    open_ = words.rstrip().endswith((":", ";", ",", "–", "-", "…")) or ends(words, lexicon.phrases("cues", "duty_to"))
    leading = named or open_
    return _of_heading(words, lexicon) or _of_label(words, lexicon) or (of_words(words, lexicon) if leading else "")


def _of_label(words: str, lexicon: Lexicon) -> str:
    """Return what a line of notes says that is nothing but a label: "agreed"."""
    plain = words.strip(" .:*").lower()
    return next((kind for row, kind in LABELS if plain in lexicon.phrases("reports", row)), "")


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
    kind = kind_of_heading(head, lexicon) if head != words and len(words.split()) <= _LONGEST_LINE else ""
    return kind if kind in _SAID else ""


def last_sentence(lead: Block) -> str:
    """Return the sentence next to the list."""
    spans = sentences.split(lead.text)
    return spans[-1].of(lead.text) if spans else lead.text


def of_words(words: str, lexicon: Lexicon) -> str:
    """Return what the last cue of a lead-in says the members of its list are; empty if it does not say.

    A verb of discussion may only say how points came about that are named before it: "the conclusions *were highlighted*".
    """
    cues = lexicon.table("cues")
    never = first(words, cues.get("never_points_lead", ()))
    if never is not None:
        return NOT_POINTS
    found: list[tuple[int, int, str]] = []
    for row, kind in _ROWS:
        for match in every(words, cues.get(row, ())):
            near = words[max(0, match.start() - 8) : match.start()]
            if kind != NOT_POINTS or first(near, cues.get("by", ())) is None:
                found.append((match.end(), match.end() - match.start(), kind))
    end, length, kind = max(found, default=(0, 0, ""))
    duties = joined(lexicon, ("cues", "must"), ("cues", "should"))
    nouns = (cue for cue in found if cue[2] in _NAMED and begins(words[cue[0] - cue[1] :], duties) is None)
    noun, _, named = max(nouns, default=(0, 0, ""))
    helping = joined(lexicon, ("cues", "be_forms"), ("reports", "indicative"))
    came_about = kind == "issues" and all(word in helping for word in words[noun : end - length].lower().split())
    return named if named and came_about else kind
