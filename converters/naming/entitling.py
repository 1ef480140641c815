"""What can be a title: what a label gives ("Title: Boats for all", "Side event: Boats for all"), and lines at the top."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.forums import larger
from forumgraph.converters.forums.categories import particular
from forumgraph.converters.naming import asides, headlines, leadings
from forumgraph.converters.readers.replies import without_reply
from forumgraph.converters.structure.boilerplate import (
    is_boilerplate,
    is_date_line,
    is_kicker,
    phrases_of,
    trim,
    undated,
)
from forumgraph.converters.structure.outline import forum_named
from forumgraph.converters.words.headings import bare, in_capitals, kind_of
from forumgraph.converters.words.labels import Label, values
from forumgraph.converters.words.phrases import begins, every, first
from forumgraph.model import Block, BlockKind, Fact, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

LONGEST = 60
"""Words of a title."""
_ADDRESS = re.compile(r"https?:|www\.|@|\.org\b|^#")
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


def may_be_title(block: Block, labels: Sequence[Label], lexicon: Lexicon, names: Names) -> bool:
    """Tell whether a heading or line is one that can be a title: no label, date, place, letterhead, section or running text."""
    words = block.text
    if (
        block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH}
        or block.marker
        or not 2 <= len(words.split()) <= LONGEST
        or _ADDRESS.search(words)
        or lexicon.words.issuperset(words.lower().split())
        or headlines.is_none(words, lexicon)
    ):
        return False
    headed = block.kind is BlockKind.HEADING
    if any(
        (label.block.span == block.span or label.value.overlaps(block.span))
        and not ("title" in label.fields and (headed or is_typed(label, lexicon)))
        for label in labels
    ):
        return False
    if block.kind is BlockKind.PARAGRAPH and (is_prose(block) or words.rstrip()[-1:] in ".:;"):
        return block.text.rstrip().endswith(":") and _is_first_half(block, words, lexicon)
    own = trim(words, Span(0, len(words)), lexicon, names).of(words)
    opens = is_boilerplate(undated(words, lexicon), lexicon, names) or (own != words and is_boilerplate(own, lexicon))
    opens = opens and not breaks_off(words, lexicon)
    section = kind_of(words, lexicon) and block.level > 1 and not _reports_meeting(words, lexicon)
    if is_date_line(words, lexicon) or opens or section:
        return False
    plain = bare(words) in lexicon.phrases("kinds", "letterhead") or is_kicker(words)
    plain = plain or larger.is_kicker(words, lexicon)
    aside = asides.is_aside(words, lexicon) and not headlines.is_dated(words, lexicon)
    return not (
        plain
        or aside
        or _known_section(words, lexicon)
        or forum_named(block, names) is not None
        or asides.is_letterhead(block, names, lexicon)
    )


def _reports_meeting(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line says of which meeting a paper is the report, and is no section of it: "Proceedings of the Second Ice Dialogue"."""
    report = begins(words, lexicon.phrases("kinds", "report_title"))
    types = phrases_of(lexicon, "session_types")
    return report is not None and any(
        words[m.start()].isupper() for m in every(words, types) if m.start() > report.end()
    )


def _known_section(words: str, lexicon: Lexicon) -> bool:
    return any(bare(words) in phrases for phrases in lexicon.table("headings").values())


def is_prose(block: Block) -> bool:
    """Tell whether a block is running text and no line of a title."""
    if block.kind is not BlockKind.PARAGRAPH or in_capitals(block.text):
        return False
    end, length = block.text.rstrip()[-1:], len(block.text.split())
    return length > 30 or (end == "." and length > 9) or (end == "!" and length > leadings.SENTENCE)


def _is_first_half(block: Block, words: str, lexicon: Lexicon) -> bool:
    """Tell whether a short line that ends with a colon may be the first half of a title: it is no label, as "Side events:", and leads no list."""
    return (
        len(words.split()) > 2
        and not kind_of(words, lexicon)
        and not _known_section(words, lexicon)
        and not block.marker
        and not (
            words.rstrip(" :*").endswith(lexicon.phrases("cues", "plural_ends")) and is_boilerplate(words, lexicon)
        )
    )
