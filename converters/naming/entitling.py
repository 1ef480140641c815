"""The title that a label gives: "Title: Boats for all", "Side event: Boats for all"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.forums.categories import particular
from forumgraph.converters.readers.replies import without_reply
from forumgraph.converters.structure.boilerplate import is_boilerplate, is_date_line, phrases_of, trim
from forumgraph.converters.words.headings import bare
from forumgraph.converters.words.labels import Label, values
from forumgraph.converters.words.phrases import begins, first
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon

LONGEST = 60
"""Words of a title."""
_ONLY_TYPE = re.compile(r"[\s*#]{0,3}\d{0,3}[\s*]{0,3}[:–—-]")
"""What stands between the type of a session and its title: " 2: "."""


def labelled(text: str, labels: Sequence[Label], lexicon: Lexicon, first_prose: int) -> tuple[Fact, Block] | None:
    """Return the title that a label gives; below the first prose "Meeting:" may as well lead to other things."""
    types = phrases_of(lexicon, "session_types")
    for label in values(labels, "title"):
        late = label.value.start > first_prose and begins(label.block.text.lstrip("* "), types) is not None
        if label.block.kind is not BlockKind.ROW and (late or is_typed(label, lexicon)):
            continue
        words = without_reply(label.words)
        span = Span(label.value.end - len(words), label.value.end)
        named = bare(label.block.text[: label.value.start - label.block.span.start]) in surely(lexicon)
        if 2 <= len(words.split()) <= LONGEST and (
            named or not (is_boilerplate(words, lexicon) or is_date_line(words, lexicon))
        ):
            return Fact((cut := trim(text, span, lexicon)).of(text), cut, "title/label"), label.block
    return None


def breaks_off(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line ends with a small word that ends no title: "Wells for the", and not "Wells for all"."""
    last = words.rsplit(maxsplit=1)[-1].lower().strip(",:")
    return last in lexicon.words and last not in lexicon.phrases("titles", "last")


@lru_cache(maxsize=16)
def surely(lexicon: Lexicon) -> frozenset[str]:
    """Return the labels before titles that are no words for meetings: "Title:"."""
    return frozenset(
        p for p in lexicon.phrases("labels", "title") if first(p, phrases_of(lexicon, "session_types")) is None
    )


def is_typed(label: Label, lexicon: Lexicon) -> bool:
    """Tell whether a label says of what particular kind the meeting was, and is of the title itself: "Side event: Water for all"."""
    words = label.block.text.lstrip("* ")
    typed = begins(words, particular(lexicon))
    return typed is not None and _ONLY_TYPE.match(words, typed.end()) is not None
