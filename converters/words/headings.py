"""What a heading is about: the kind of section it opens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import alternation, lexicons
from forumgraph.converters.words.phrases import begins
from forumgraph.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forumgraph.converters.words.lexicon import Lexicon

NUMBERING = re.compile(
    r"(?:\d{1,2}/\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivxIVX]{1,5}|[A-Za-z])[.):]\s*|[ivxIVX]{1,5}\s+[-–—]\s+)"
)
_EDGE = " \t:.;–—-*_#|«»“”\"'’!?¿"
_BRACKET = re.compile(r"(?<=\w)\s?\([^()]{2,120}\)\s?:?$")
"""A remark behind a heading: "Action points (for all)"."""
_PLURAL = re.compile(r"(?<=[^\W\d_]{3})(?<![s'’])s$")
_LONGEST, _SHORT = 18, 5
ACRONYMS = re.compile(r"(?<=[A-Z]{2})s\b")
"""The letter that makes a plural of an acronym: "SDGs"."""
_BARED = 2
"""Which wording of a heading is the one without participles."""
_SAID = frozenset({"issues", "recommendations", "messages"})

# A word of one of these kinds may stand with others of the kind "messages": there each item is looked at for itself.
POINTS = frozenset({"issues", "discussion", "parts", "recommendations", "messages"})


@lru_cache(maxsize=1024)
def bare(words: str) -> str:
    """Return a heading without its number and punctuation, in lower case.

    >>> bare("IV. KEY RECOMMENDATIONS:")
    'key recommendations'
    """
    words = _BRACKET.sub("", words.strip(_EDGE)) if words[:1] != "(" else words.strip(_EDGE)
    numbering = NUMBERING.match(words)
    return (words[numbering.end() :] if numbering else words).strip(_EDGE).replace("’", "'").lower()


def kind_of(words: str, lexicon: Lexicon) -> str:
    """Return the row of the table `headings` that a heading belongs to, empty if none.

    A heading is known by all its words; or by a phrase of several words at its beginning or end; or by one word, if it ends a heading of up
    to three words or begins one that goes on with a function word ("Recommendations for Member States").

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> kind_of("3. Policy recommendations", lexicons()["en"])
    'recommendations'
    """
    heading = bare(words)
    return _kind(heading, lexicon) or _kind(_unprompted(heading, lexicon), lexicon)


def _unprompted(heading: str, lexicon: Lexicon) -> str:
    """Return a heading without the words by which a form asks for it: "please list the main issues discussed"."""
    prompt = begins(heading, lexicon.phrases("headings.marks", "prompts"))
    return _article(lexicon).sub("", heading[prompt.end() :].lstrip()) if prompt is not None else heading


@lru_cache(maxsize=4096)
def _kind(heading: str, lexicon: Lexicon) -> str:
    table = _table(lexicon)
    if heading in table:
        return table[heading]
    words = _without_articles(heading, lexicon).split()
    if not 1 <= len(words) <= _LONGEST // 2:
        return ""
    wordings = _wordings(words, lexicon)
    whole = (_of_whole(" ".join(each), lexicon) for each in wordings)
    duty = words[0] in lexicon.phrases("cues", "heading_asks") and _is_of_duty(" ".join(words), lexicon)
    parts = (_mixed([table[part] for part in _parts(each, lexicon) if part in table]) for each in wordings)
    return _sure(whole) or ("recommendations" if duty else "") or _sure(parts)


def _sure(kinds: Iterable[str]) -> str:
    """Return the first kind of the wordings of a heading; without its participles it can only be one of points ("Participants identified")."""
    found = next(((i, kind) for i, kind in enumerate(kinds) if kind), (0, ""))
    return found[1] if found[0] < _BARED or found[1] in _SAID else ""


def _wordings(words: list[str], lexicon: Lexicon) -> tuple[list[str], ...]:
    """Return a heading as it is, without adjectives that say nothing of what a section is, and without participles, too: "*Key* gaps *identified*"."""
    plain = [word for word in words if word not in lexicon.phrases("headings.marks", "qualifiers")]
    return words, plain, [word for word in plain if word not in lexicon.phrases("headings.marks", "participles")]


def _without_articles(heading: str, lexicon: Lexicon) -> str:
    """Take out the articles that a heading may have or not: "the way forward"."""
    return _article(lexicon).sub("", heading)


def _of_whole(heading: str, lexicon: Lexicon) -> str:
    return _table(lexicon).get(heading) or _joined(heading, lexicon)


@lru_cache(maxsize=16)
def _article(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{alternation(lexicon.phrases('headings.marks', 'articles_left_out'))} (?=\w)")


def _is_of_duty(heading: str, lexicon: Lexicon) -> bool:
    """Tell whether a heading such as "What cities should do" or "What cities will do" is about what is to be done."""
    done = any(heading.endswith(f" {phrase}") for phrase in lexicon.phrases("cues", "heading_does"))
    return done or not _duties(lexicon).isdisjoint(heading.split())


def _joined(heading: str, lexicon: Lexicon) -> str:
    """Return the kind of a heading that is nothing but known headings, joined by words like "and", or one in another number."""
    joints = sorted(lexicon.phrases("cues", "conjunction"), key=len, reverse=True)
    pieces = re.split(rf",?\s(?:&|{'|'.join(map(re.escape, joints))})\s|,\s", heading)
    whole = _folded(lexicon).get(fold(heading), "") if " " in heading else ""
    kinds = [_table(lexicon).get(piece) or _folded(lexicon).get(fold(piece), "") for piece in pieces]
    if whole or len(kinds) < 2 or not all(kinds):
        return whole
    return _mixed(kinds)


def fold(heading: str) -> str:
    """Return words without the endings of the plural, by which headings are compared.

    >>> fold("ways forward"), fold("acuerdos"), fold("recomendaciones") == fold("recomendación")
    ('way forward', 'acuerdo', True)
    """
    return " ".join(_PLURAL.sub("", _singular(word)) for word in heading.split())


def _singular(word: str) -> str:
    """Undo a change of the stem in the plural, as in "recomendaciones", whatever the language."""
    plural = next((ending for ending in _stems() if word.endswith(ending)), "")
    return word.removesuffix(plural) + _stems()[plural] if plural else word


@lru_cache(maxsize=1)
def _stems() -> Mapping[str, str]:
    rows = [lexicon.table("headings.plurals") for lexicon in lexicons().values()]
    return {ending: singular for row in rows for singular, endings in row.items() for ending in endings}


@lru_cache(maxsize=16)
def _folded(lexicon: Lexicon) -> dict[str, str]:
    table: dict[str, str] = {}
    for phrase, kind in _table(lexicon).items():
        table.setdefault(fold(phrase), kind)
    return table


@lru_cache(maxsize=16)
def _duties(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((*lexicon.phrases("cues", "must"), *lexicon.phrases("cues", "should")))


def _parts(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return beginnings and ends that may name the section, the longest first."""
    found: list[str] = []
    for length in range(len(words) - 1, 0, -1):
        begin, end = " ".join(words[:length]), " ".join(words[-length:])
        follows = words[length] in lexicon.words or words[length] == "&"
        if follows or (length > 1 and words[length].isalpha() and length * 2 >= len(words)):
            found.append(begin)
        before = words[-length - 1]
        joined = before == "&" or before in lexicon.phrases("cues", "conjunction")
        if joined or (before not in lexicon.words and (length > 1 or len(words) <= 3)):
            found.append(end)
    return found


def _mixed(kinds: list[str]) -> str:
    if not kinds:
        return ""
    first = kinds[0]
    return "messages" if first in POINTS and {"issues", "recommendations"} <= set(kinds) else first


@lru_cache(maxsize=16)
def _table(lexicon: Lexicon) -> dict[str, str]:
    return {phrase: kind for kind, phrases in lexicon.table("headings").items() for phrase in phrases}


def looks_like_heading(block: Block, lexicon: Lexicon, *, top: bool = False) -> bool:
    """Tell whether a paragraph or numbered line stands for a heading: bold, in capitals, or nothing but a known heading.

    A question in bold is one at the top of a document only; further down it is asked of somebody.
    """
    words = block.text.split()
    if not 1 <= len(words) <= _LONGEST:
        return False
    item = block.kind is BlockKind.ITEM
    if block.kind is not BlockKind.PARAGRAPH and not (item and block.marker != "•" and block.level == 0):
        return False
    if _known_whole(block.text, lexicon):
        return True
    if item:  # what is announced behind a number is a point
        return in_capitals(block.text) and block.text.rstrip()[-1] not in ".;!,:"
    ends_as_sentence = block.text.rstrip()[-1:] in ".;!," and len(words) > 4
    bold = block.all_bold and (top or not block.text.endswith("?"))
    return not ends_as_sentence and (bold or in_capitals(block.text))


@lru_cache(maxsize=16)
def demand_begins(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of the beginning of an item that asks: an infinitive, or a word of duty among the first words.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> [bool(demand_begins(lexicons()["es"]).match(x)) for x in ("Que se abran los muelles", "Entregar los muelles", "El precio")]
    [True, True, False]
    """
    verbs = alternation(lexicon.phrases("headings.marks", "infinitives"))
    endings = "|".join(lexicon.phrases("headings.marks", "infinitive_endings")) or "(?!)"
    duty = alternation(lexicon.phrases("headings.marks", "duty"))
    return re.compile(rf"{verbs}\s|[A-ZÀ-Ý][^\W\d_]{{1,20}}(?:{endings})\s|(?:[\w'’-]{{1,25}}\s){{1,8}}?{duty}")


def in_capitals(text: str) -> bool:
    """Tell whether a line is written in capitals (an acronym alone is not; the small letter of its plural does not count).

    >>> in_capitals("KEY POINTS"), in_capitals("RESCUING THE SDGs"), in_capitals("UN DESA")
    (True, True, False)
    """
    if not text.replace("s", "").isupper():
        return False
    plain = ACRONYMS.sub("", text)
    return plain.isupper() and sum(map(str.isalpha, plain)) > 7 and all(c.isupper() for c in plain if c.isalpha())


@lru_cache(maxsize=1024)
def _known_whole(text: str, lexicon: Lexicon) -> bool:
    heading = _unprompted(bare(text), lexicon)
    if not heading or len(heading.split()) > 7 or not text.strip()[:1].strip("(*_#«“\"'").isalnum():
        return False
    known = _table(lexicon)
    if heading in known or _joined(heading, lexicon) in POINTS:
        return text.strip()[0].isupper() or text.strip()[0].isdigit() or text.rstrip().endswith(":")
    capital = text.strip()[0].isupper() or text.strip()[0].isdigit()
    if not capital or kind_of(text, lexicon) not in POINTS:
        return False
    return (text.rstrip().endswith(":") and len(heading.split()) <= _SHORT) or _addresses(text, heading, lexicon)


def _addresses(text: str, heading: str, lexicon: Lexicon) -> bool:
    """Tell whether a line without a mark at its end is a known heading and whom or what it is for: "Recommendations for the summit"."""
    known = begins(heading, lexicon.phrases("headings", "recommendations")) or begins(
        heading, lexicon.phrases("headings", "messages")
    )
    rest = heading[known.end() :].lstrip() if known is not None else ""
    return (
        bool(rest) and begins(rest, lexicon.phrases("headings.marks", "heads_to")) is not None and text[-1:].isalnum()
    )
