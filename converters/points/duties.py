"""What a sentence says must be: verbs of duty, and whether they ask for something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare
from forumgraph.converters.points.demands import strengths
from forumgraph.converters.points.tasks import behind_article
from forumgraph.converters.points.voices import verbs
from forumgraph.converters.words.phrases import begins, first

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.model import Fact

_ASKING = frozenset({"must", "should", "judgement"})
_PLACE = 3
_NOUN = 3
"""Words of a noun with its article and an adjective."""
_RELATIVE = 9
"""Words in which a clause is looked for that describes a noun: "the form that support should take"."""


def asked(sentence: str, lexicon: Lexicon) -> Fact | None:
    """Return the first verb by which a sentence asks for something."""
    return next((force for force in strengths(sentence, lexicon) if asks_for(sentence, force, lexicon)), None)


def asks_for(sentence: str, force: Fact, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty asks for something: "it is vital to share ice", and not "ice is vital to the coast"."""
    if force.value != "judgement":
        before = sentence[: force.span.start].rstrip().lower()
        relative = before.endswith(tuple(f" {word}" for word in lexicon.phrases("reports", "relative_subjects")))
        clause = before.endswith(tuple(f" {word}" for word in lexicon.phrases("cues", "that")))
        whole = clause and begins(force.span.of(sentence), lexicon.phrases("cues", "nobody")) is not None
        relative = relative and not whole
        joined = before.endswith(tuple(f" {word}" for word in lexicon.phrases("cues", "conjunction")))
        deed = joined and force.span.of(sentence).lower() in lexicon.phrases("reports", "deeds")
        near = " ".join(before.split()[-_PLACE:])
        place = first(near, lexicon.phrases("reports", "places_of_need")) is not None
        aside = relative or place or _describes(before, lexicon)
        return force.value in _ASKING and not aside and not deed
    said = force.span.of(sentence).lower()
    rest = sentence[force.span.end :].lstrip()
    mark = begins(rest, lexicon.phrases("reports", "deed_marks"))
    whom = rest[mark.end() :].lstrip() if mark is not None else ""
    if begins(whom, lexicon.phrases("kinds", "determiners")) is not None and len(whom.split()) <= _NOUN:
        return False
    return (
        said.startswith(lexicon.phrases("reports", "it"))
        or begins(rest, lexicon.phrases("reports", "that")) is not None
        or is_infinitive(rest, lexicon)
    )


def declares(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence says by itself what must be, and not that somebody asked for it or that something must be noted.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [declares(f"It {must}.", lexicons()["en"]) for must in ("should be sold", "is important to sell ice", "should be noted")]
    [True, True, False]
    """
    sentence = bare(sentence, lexicon)
    force = asked(sentence, lexicon)
    if force is None or first(sentence, lexicon.phrases("reports", "soon")) is not None:
        return False
    said, rest = force.span.of(sentence), sentence[force.span.end :].lstrip()
    before = sentence[: force.span.start]
    if before.rstrip().endswith(tuple(f" {that}" for that in lexicon.phrases("reports", "clause_begins"))):
        return False
    by_itself = force.value == "judgement" or begins(said, lexicon.phrases("reports", "declares")) is not None
    return by_itself and len(rest.split()) > 1 and begins(rest, lexicon.phrases("reports", "remarks")) is None


def is_infinitive(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words begin with a verb in the infinitive, in languages whose endings tell it: "es clave *publicar*"."""
    endings = lexicon.phrases("headings.marks", "infinitive_endings")
    return any(word.lower().endswith(endings) for word in behind_article(words, lexicon).split()[:1])


def _describes(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a verb of duty stands in a clause that describes a noun: "the form that support *should* take"."""
    words = re.split(r"\s|(?<=['’])", before.replace("’", "'"))[-_RELATIVE:]
    that = max((i for i, word in enumerate(words) if word in lexicon.phrases("cues", "that")), default=0)
    if that < 2 or len(words) - that < 2 or words[that - 1].endswith(","):
        return False
    articles = (*lexicon.phrases("cues", "articles"), *lexicon.phrases("kinds", "articles"))
    noun = words[max(that - _NOUN, 0) : that]
    content = any(word in lexicon.phrases("reports", "content_nouns") for word in noun)
    content = content or first(noun[-1], verbs(lexicon)) is not None
    return not content and any(word in articles for word in noun[:-1])
