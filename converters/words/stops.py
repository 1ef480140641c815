"""Where the sentences of a line begin and end, as far as can be told without a dictionary of abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumgraph.converters.words.lexicon import of_all

if TYPE_CHECKING:
    from forumgraph.converters.words.line import Line

REACH = 60
"""Tokens before a verb in which its subject is looked for."""
_FARTHEST = 4 * REACH

_LONGEST_NAME = 6
"""Tokens of a known name before a point: "Viet Nam." is no abbreviation."""
_CLOSES = {"“": "”", "«": "»"}
_SHORT = 3


def sentence_start(line: Line, index: int) -> int:
    """Return the index of the first token of the sentence a token stands in; what an abbreviation ends is not told apart."""
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        if line.words[at].text in "!?;:\n" or (line.words[at].text == "." and is_stop(line, at)):
            return at + 1
    return max(0, index - _FARTHEST)


def sentence_end(line: Line, index: int) -> int:
    """Return the index of the mark that ends the sentence a token stands in."""
    for at in range(index, min(len(line.words), index + _FARTHEST)):
        if line.words[at].text in "!?;\n" or (line.words[at].text == "." and is_stop(line, at)):
            return at
    return min(len(line.words), index + _FARTHEST)


def quotations(line: Line) -> frozenset[int]:
    """Return the indexes of the tokens between quotation marks: who acts there acts in what somebody else says."""
    inside: set[int] = set()
    opened = -1
    for index, word in enumerate(line.words):
        if word.text in _CLOSES and opened < 0:
            opened = index
        elif opened >= 0 and word.text == _CLOSES[line.words[opened].text]:
            inside.update(range(opened + 1, index))
            opened = -1
    return frozenset(inside)


def is_stop(line: Line, index: int) -> bool:
    """Tell whether a point ends a sentence: not after "H.E." or "Ms."."""
    if index + 1 == len(line.words):
        return True
    before = line.words[index - 1].text if index else ""
    if before.isdigit() and not line.gap(index + 1) and line.words[index + 1].text.isdigit():
        return False
    if any(i in line.atoms and line.atoms[i].end == index for i in range(max(0, index - _LONGEST_NAME), index)):
        return not line.words[index + 1].text[0].islower()
    if not before.isalpha():
        return not line.words[index + 1].text[0].islower()
    capital = before[0].isupper() and not before.isupper()
    titled = before[0].isupper() and before.lower() in of_all("names", "shortened")
    short = len(before) <= 1 or titled or (capital and len(before) <= _SHORT)
    return not short and line.gap(index + 1) != "" and not line.words[index + 1].text[0].islower()
