"""A line of text as actors are read from it: its tokens, and the names in it that must not be taken apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumgraph.converters.words.trie import Token, tokens
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forumgraph.converters.words.names import NameMention, Names
    from forumgraph.model import Definition


@dataclass(frozen=True, slots=True)
class Atom:
    """A name that is whole: one of the authority file, or one whose acronym the text defines, with its bracket.

    Attributes:
        first, end: indexes of tokens, half open.
        key, kind: of the known name; empty of others.
        name: span of the name without its acronym.
        acronym: as the text gives it beside the name, or where the name is nothing but an acronym.
    """

    first: int
    end: int
    name: Span
    key: str = ""
    kind: str = ""
    acronym: str = ""
    expansion: Span | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of an enumeration, as token indexes, half open.

    Attributes:
        joint: what stands before it: nothing, `,`, `;`, `and`, `-` or `(`.
        article: whether a definite article stood before it.
    """

    first: int
    end: int
    joint: str = ""
    article: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block, with the atoms by the token they begin at."""

    text: str
    """The whole text of the document; tokens have offsets into it."""
    words: Sequence[Token]
    atoms: dict[int, Atom]

    def span(self, first: int, end: int) -> Span:
        """Return where some tokens stand."""
        return Span(self.words[first].start, self.words[end - 1].end)

    def gap(self, index: int) -> str:
        """Return what parts a token from the one before."""
        return self.text[self.words[index - 1].end : self.words[index].start] if index else ""

    def parted(self, index: int) -> bool:
        """Tell whether a dash with spaces, and not a hyphen, stands before a token."""
        gap = self.gap(index)
        return len(gap) > 1 and gap[:1] == " " and any(c in "-\u2013\u2014" for c in gap)

    def behind(self, index: int) -> Line:
        """Return the rest of the line from a token on."""
        later = ((i - index, a) for i, a in self.atoms.items() if i >= index)
        atoms = {i: replace(a, first=i, end=a.end - index) for i, a in later}
        return replace(self, words=self.words[index:], atoms=atoms)

    def owns(self, index: int) -> bool:
        """Tell whether a token is followed by an apostrophe and s, as in "Mayor's Office"."""
        after = self.words[index + 1] if index + 1 < len(self.words) else None
        return after is not None and after.fold == "s" and self.gap(index + 1) in {"'", "’"}

    def is_name(self, index: int) -> bool:
        """Tell whether a token begins with a capital, or an atom stands there."""
        return index < len(self.words) and (index in self.atoms or self.words[index].text[0].isupper())

    def at(self, offset: int) -> int:
        """Return the index of the first token that does not begin before an offset."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.words[middle].start < offset else (low, middle)
        return low


def line(text: str, span: Span, names: Names, definitions: Iterable[Definition]) -> Line:
    """Make the line of a stretch of a document's text.

    Args:
        text: the whole text of the document.
        span: the stretch.
        names: of the authority file.
        definitions: the acronyms that the text of the stretch defines.
    """
    made = Line(text, tokens(span.of(text), span.start), {})
    known = names.among(text, made.words)
    for given in definitions:
        definition = _widened(given, known)
        inside = [m for m in known if m.span.within(definition.expansion) or m.span.within(definition.span)]
        whole = next((m for m in inside if m.span in {definition.expansion, definition.span}), None)
        first, last = sorted((definition.expansion, definition.span))
        key, kind = (whole.key, whole.kind) if whole else ("", "")
        atom = Atom(0, 0, definition.expansion, key, kind, definition.acronym, definition.expansion)
        _put(made, first.start, last.end, atom)
    taken = [Span(made.words[a.first].start, made.words[a.end - 1].end) for a in made.atoms.values()]
    at = 0
    for mention in known:
        while at < len(taken) and taken[at].end <= mention.span.start:
            at += 1
        if at == len(taken) or not taken[at].overlaps(mention.span):
            acronym = mention.words if mention.acronym else ""
            _put(
                made, mention.span.start, mention.span.end, Atom(0, 0, mention.span, mention.key, mention.kind, acronym)
            )
    _join_brackets(made)
    return made


def _widened(definition: Definition, known: Iterable[NameMention]) -> Definition:
    """Give a definition all words of a known name that ends where it ends: "United Nations" may be left out of the letters."""
    end = definition.expansion.end
    wider = next((m for m in known if m.span.end == end and m.span.start < definition.expansion.start), None)
    return replace(definition, expansion=wider.span, words=wider.words) if wider else definition


def _put(made: Line, start: int, end: int, atom: Atom) -> None:
    first = made.at(start)
    last = made.at(end)
    while last < len(made.words) and made.words[last].text in ')”’"»' and atom.expansion:
        last += 1
    if last > first:
        made.atoms[first] = Atom(first, last, atom.name, atom.key, atom.kind, atom.acronym, atom.expansion)


def _join_brackets(made: Line) -> None:
    """Join "Known Name (KN)" where both are known as one, though the letters may not show it."""
    for first, atom in sorted(made.atoms.items()):
        inner = made.atoms.get(atom.end + 1)
        if (
            inner is None
            or made.words[atom.end].text != "("
            or inner.key != atom.key
            or not inner.acronym
            or atom.acronym
        ):
            continue
        if inner.end < len(made.words) and made.words[inner.end].text == ")":
            del made.atoms[inner.first]
            made.atoms[first] = Atom(first, inner.end + 1, atom.name, atom.key, atom.kind, inner.acronym, atom.name)
