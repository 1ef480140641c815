"""Lines of lists and notes that say themselves what they are: labels ("Action: ...") and tasks ("Share the notes", "Abrir los muelles")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.genre import pasts
from forumgraph.converters.words.lexicon import joined
from forumgraph.converters.words.phrases import begins, first
from forumgraph.model import Span

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon

ARTICLES = (("cues", "articles"), ("kinds", "articles"))
"""Rows of articles."""
DEEDS = (("reports", "deeds"), ("reports", "deeds_or_things"))
"""Rows of verbs of doing: of such for sure, and of such that may be nouns."""
_NAME = r"[A-ZÀ-Ý][\w.’'&/-]{0,30}"
_LABEL = re.compile(
    r"(?:/\s)?([^\W\d_]{2,20}(?:[’' -][^\W\d_]{1,20}){0,3}?)\s?(?:(?:n[°o]\.?\s?|#\s?)?(\d[\d./-]{0,8}|[A-Z]))?\s?(?:\(([^()]{2,60})\)\s?)?(?::|(?<=\s)[–—-](?=\s[^\d\W]))\s+(?=\S)"
)
LABELS = (("label_asked", "recommendations"), ("label_issue", "issues"), ("label_message", "messages"))
_SHORTEST = 5
"""Words of a sentence after a label that a dash ends."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word before a colon that says what follows: "Recommendation 3: ", "Action (Secretariat): "."""

    kind: str
    number: str
    end: int
    who: Span | None = None


def label(words: str, lexicon: Lexicon) -> Label | None:
    """Return the label that words begin with.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> label("Decision 27/1: ice is bought together.", lexicons()["en"])
    Label(kind='recommendations', number='27/1', end=15, who=None)
    """
    found = _LABEL.match(words)
    if found is None or (":" not in found[0] and len(words[found.end() :].split()) < _SHORTEST):
        return None
    name = found[1].lower().replace("’", "'")
    kinds = (kind for row, kind in LABELS if name in lexicon.phrases("reports", row))
    who = Span(*found.span(3)) if found[3] else None
    return next((Label(kind, found[2] or "", found.end(), who) for kind in kinds), None)


def is_task(text: str, lexicon: Lexicon) -> bool:
    """Tell whether an item gives somebody something to do: "Send the minutes to all", "Secretariat to send the minutes".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [is_task(words, lexicons()["en"]) for words in ("Secretariat to share notes", "Share notes", "Access to notes", "Support for all")]
    [True, True, False, False]
    """
    negated = begins(text, lexicon.phrases("reports", "negations"))
    text = text[negated.end() :].lstrip() if negated is not None else text
    return _begins_infinitive(text, lexicon) or _is_deed(text, lexicon) or names_doer(text, lexicon)


def _begins_infinitive(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an item begins with a verb in the infinitive, where its ending tells it, and something to do: "Abrir los muelles"."""
    head, _, rest = words.partition(" ")
    verb = head.lower().endswith(lexicon.phrases("headings.marks", "infinitive_endings"))
    return verb and rest[:1].islower() and begins(rest, lexicon.phrases("reports", "not_after_deeds")) is None


def names_action(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an item begins with the noun of something done or to be done: "Creation of a fund".

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [names_action(words, lexicons()["en"]) for words in ("Creation of a fund", "Access to funds")]
    [True, False]
    """
    head, _, rest = words.partition(" ")
    ends = head.lower().endswith(lexicon.phrases("headings.marks", "action_endings"))
    return ends and begins(rest, joined(lexicon, ("reports", "origin"), ("reports", "parts"))) is not None


def names_doer(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a note says who is to do something: "Secretariat to send the minutes"."""
    doer = _doer(lexicon).match(text)
    if doer is None or begins(text, joined(lexicon, *DEEDS)) is not None:
        return False
    rest = text[doer.end() :]
    return begins(rest, lexicon.phrases("reports", "deeds")) is not None or _is_deed(rest, lexicon)


def _is_deed(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with a verb of doing; one that may be a noun, too, is a verb before "the" or "all"."""
    clear = begins(words, lexicon.phrases("reports", "deeds"))
    deed = clear or begins(words, lexicon.phrases("reports", "deeds_or_things"))
    if deed is None:
        return False
    after = "".join(words[deed.end() :].lower().split()[:1])
    row, wanted = ("not_after_verbs", False) if clear is not None else ("determiners", True)
    return (after in lexicon.phrases("reports", row)) is wanted


def is_wanted(words: str, lexicon: Lexicon) -> bool:
    """Tell whether an item names what is wanted: "The need for ice", "A call to share it"."""
    wanted = lexicon.phrases("reports", "wanted_items")
    return (begins(words, wanted) or begins(behind_article(words, lexicon), wanted)) is not None


def is_planned(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says what somebody is going to do, which below "Next steps" is what was agreed on."""
    said = first(sentence, lexicon.phrases("reports", "not_planned"))
    will = first(sentence, lexicon.phrases("reports", "wills")) is not None
    return said is None and (will or pasts.ahead(sentence, lexicon) > 0)


def behind_article(words: str, lexicon: Lexicon) -> str:
    """Return words without the article they begin with."""
    article = begins(words, joined(lexicon, *ARTICLES))
    return words[article.end() :].lstrip() if article is not None else words


@lru_cache(maxsize=16)
def _doer(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of who has to do something in a list of what is to be done: "Secretariat and Chair to "."""
    joints, marks = (
        "|".join(map(re.escape, lexicon.phrases(table, row))) or "(?!)"
        for table, row in (("addressees", "joints"), ("reports", "deed_marks"))
    )
    return re.compile(rf"{_NAME}(?:,?\s(?:(?:{joints})\s)?{_NAME}){{0,5}}\s(?:{marks})\s")
