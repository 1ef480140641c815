"""What of a title is not its own: the kind of paper, the date after it, quotation marks around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.calendar import dates, times
from forumgraph.converters.structure import editions
from forumgraph.converters.words import gazetteer
from forumgraph.converters.words.headings import NUMBERING, bare
from forumgraph.converters.words.lexicon import joined, lexicons
from forumgraph.converters.words.phrases import Row, begins, every, first, trimmed
from forumgraph.model import Fact, Span

if TYPE_CHECKING:
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_WORDS = re.compile(r"\w+")
_QUOTED = re.compile(r"[“«\"]\s?([^“”«»\"]{8,300}?)\s?[”»\"]")
_BRACKET = re.compile(r"\[([^\[\]]{3,40})\]\s*(?=\S)")
_COUNTED = re.compile(r"[^\W\d_]\s\d{1,2}\s?[:–—|-]")
"""A number that counts the session, which is of its title: "Summary of workshop 3: ..."."""
_ASIDE = re.compile(r"\s?\(([^()]{3,60})\)(?=[:.]?\s)")
_ZONE = 4
"""Letters of a zone of time beside hours, at most."""
_KICKER = 5
_FEWEST = 6
"""Letters that a title must keep when what is not its own is cut off."""
_LEAD = 40
"""Characters in which a day stands before a title."""
_LEADING = re.compile(r"\s?[:–—|-]\s")
_PREFIX = re.compile(r"[^:–—|]{3,60}?(?::|\s[–—|-])\s+")
_TAIL = re.compile(r"\s\(([^()]{3,40})\)$")
_SUFFIX = re.compile(r"(?::|\s[–—|-])\s[^:–—|]{3,60}$")
_SEPARATORS = frozenset({",", "(", "–", "—", "-", "|", "["})
_GOING_ON = frozenset({":", "–", "—", "-"})
_CLOSING = frozenset('”»"')
_PLACE = re.compile(r"(?:,\s|\s[–—-]\s|\s?\()([^,()–—|]{2,40})$")
_MARKS = " \t.,;:*_#|–—-"


def of_meeting(title: Fact, lexicon: Lexicon) -> Fact:
    """Return the name of the meeting in the title of its report: "Report of the *Regional Forum*"."""
    report = begins(title.value, lexicon.phrases("kinds", "report_title"))
    start = report.end() if report else 0
    while report and (word := _WORDS.search(title.value, start)) and word[0].lower() in lexicon.words:
        start = word.end() + (title.value[word.end() : word.end() + 1] in {"'", "’"})
    span = trimmed(title.value, start, len(title.value), marks=_MARKS)
    plain = title.span.end - title.span.start == len(title.value)
    if not report or not plain or span.start >= span.end:
        return title
    return Fact(span.of(title.value), Span(title.span.start + span.start, title.span.start + span.end), title.rule)


def is_publication(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a short title is that of a paper and not of a meeting: its last word says so ("Stakeholder *Bulletin*")."""
    last = list(every(words.rstrip(_MARKS), lexicon.phrases("kinds", "paper_title")))[-1:]
    return bool(last) and last[0].end() == len(words.rstrip(_MARKS)) and ":" not in words


def is_boilerplate(words: str, lexicon: Lexicon, names: Names | None = None) -> bool:
    """Tell whether a line says only what kind of paper or meeting it is: "Summary report", "Side event", "HLPF 2018: report of the workshop"."""
    known = names.find(words) if names else ()
    for mention in (*known, *editions.numbered(words, 0, known)):
        if mention.kind == "forum":
            words = (
                words[: mention.span.start] + " " * (mention.span.end - mention.span.start) + words[mention.span.end :]
            )
    rest = bare(words)
    phrases, plain = _idle(lexicon)
    for match in sorted(every(rest, phrases), key=lambda m: -m.start()):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    left = [word for word in _WORDS.findall(rest) if word not in plain and len(word) > 2 and not word.isdigit()]
    return not left


@lru_cache(maxsize=16)
def _idle(lexicon: Lexicon) -> tuple[Row, frozenset[str]]:
    """Return the phrases for papers and meetings, and the words beside them that say nothing."""
    types = phrases_of(lexicon, "session_types")
    parts = (*types, *lexicon.phrases("parents", "follow"))
    phrases = (*_papers(lexicon), *parts, *(f"{phrase}s" for phrase in parts))
    numbers = joined(lexicon, ("ordinals", "first"), ("ordinals", "higher"), ("ordinals", "tens"))
    return Row(phrases), lexicon.words.union(numbers)


def _papers(lexicon: Lexicon) -> tuple[str, ...]:
    """Return what papers about meetings are called."""
    return joined(lexicon, ("kinds", "report_title"), ("titles", "papers"))


def undated(words: str, lexicon: Lexicon) -> str:
    """Return words without the dates in them, as long as before: "Summary report, 9-13 July" is a summary report and nothing else."""
    for mention in dates.find(words, lexicon):
        words = words[: mention.span.start] + " " * (mention.span.end - mention.span.start) + words[mention.span.end :]
    return words


def is_kicker(words: str) -> bool:
    """Tell whether a short line with a date begins with a kind of paper, in whatever language: "Daily report for 12 October 2016"."""
    return any(
        begins(words, (*lexicon.phrases("kinds", "daily_title"), *lexicon.phrases("kinds", "report_title")))
        and dates.find(words, lexicon)
        and len(undated(words, lexicon).split()) <= _KICKER
        for lexicon in lexicons().values()
    )


def trim(text: str, span: Span, lexicon: Lexicon, names: Names | None = None, *, numbered: bool = False) -> Span:
    """Take from a title what is not its own: quotation marks around it, "Summary report:" before it, a date after it.

    Args:
        numbered: whether what stands before a colon counts the session ("Session 2: ...") and stays.
    """
    if numbered:
        span = Span(span.start + _numbered(span.of(text), lexicon), span.end)
    words = span.of(text)
    bracket = _BRACKET.match(words)
    if bracket and is_boilerplate(bracket[1], lexicon):
        span = Span(span.start + bracket.end(), span.end)
        words = span.of(text)
    quoted = None if numbered else _quoted(words, span, lexicon, names)
    if quoted is not None:
        return Span(span.start + quoted.start(1), span.start + quoted.end(1))
    span = span if numbered else _named(text, span, lexicon)
    span = _without_paper(text, span, lexicon)
    span = _without_time(text, span, lexicon)
    cut = trimmed(text, span.start, span.end, marks=_MARKS)
    if whole := _QUOTED.fullmatch(cut.of(text)):
        return Span(cut.start + whole.start(1), cut.start + whole.end(1))
    opened = cut.of(text).count("(") > cut.of(text).count(")")
    return trimmed(text, cut.start, cut.end, marks=_MARKS + "([") if opened else cut


def _numbered(words: str, lexicon: Lexicon) -> int:
    """Return where the title of a session begins behind the number of its heading, or the hours it took: "10:00-11:30 Boats for all"."""
    hours = next((m.span for m in times.find(words, lexicon) if m.span.start == 0), None)
    if hours is not None and len(words[hours.end :].split()) > 1:
        return len(words) - len(words[hours.end :].lstrip(_MARKS + "()[]"))
    number = NUMBERING.match(words) if hours is None else None
    return number.end() if number else 0


def without_hours(words: str, lexicon: Lexicon) -> str:
    """Take days and hours in brackets out of the middle of a title: "Session 2 (10:00-11:30): Boats for all"."""
    for bracket in _ASIDE.finditer(words):
        told = [m.span for m in dates.find(bracket[1], lexicon)] + [m.span for m in times.find(bracket[1], lexicon)]
        rest = sum(c.isalpha() for c in bracket[1]) - sum(c.isalpha() for s in told for c in s.of(bracket[1]))
        if told and rest <= _ZONE:
            return words[: bracket.start()] + words[bracket.end() :]
    return words


def _quoted(words: str, span: Span, lexicon: Lexicon, names: Names | None) -> re.Match[str] | None:
    """Find a title in quotation marks, with nothing of its own around it."""
    found = _QUOTED.search(words)
    if found is None or len(found[1].split()) < 2 or _COUNTED.search(words[: found.start()]):
        return None
    opens = found.start() == 0 or first(words, lexicon.phrases("kinds", "report_title"))
    return (
        found if opens and _says_nothing(words[: found.start()], words[found.end() :], span, lexicon, names) else None
    )


def _paper(words: str, lexicon: Lexicon) -> int:
    """Return where a title begins behind what the paper is called: "Summary report: ..."."""
    prefix = _PREFIX.match(words)
    own = (
        prefix is not None
        and not _COUNTED.search(prefix[0])
        and not is_date_line(words[prefix.end() :], lexicon)
        and len(words) - prefix.end() > _FEWEST
        and is_boilerplate(prefix[0], lexicon)
        and first(prefix[0], _papers(lexicon)) is not None
    )
    return prefix.end() if prefix is not None and own else 0


def _named(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Take the day and what the paper is called from before the name of a meeting: "3 May: *Ice workshop*", "Report of the *Ice Workshop*"."""
    words = span.of(text)
    days = dates.find(words[:_LEAD], lexicon)
    lead = _LEADING.match(words, days[0].span.end) if days and days[0].span.start == 0 else None
    span = Span(span.start + lead.end(), span.end) if lead else span
    span = Span(span.start + _paper(span.of(text), lexicon), span.end)
    return Span(span.start + _of_paper(span.of(text), lexicon), span.end)


def _without_paper(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Take what the paper or the way of meeting is called from the end of a title: "Ice Forum *(virtual)*", "Ice Forum: *summary by the Co-Chairs*"."""
    for _ in range(2):
        words = span.of(text)
        bracket = _TAIL.search(words)
        if bracket and bracket.start() > _FEWEST and _is_aside(bracket[1], lexicon):
            span = Span(span.start, span.start + bracket.start())
            words = span.of(text)
        suffix = _SUFFIX.search(words)
        if suffix is None or suffix.start() <= _FEWEST:
            return span
        said = suffix[0].lstrip(" :–—|-")
        paper = begins(said, _papers(lexicon))
        by = paper is not None and begins(said[paper.end() :].lstrip(), lexicon.phrases("titles", "by")) is not None
        plain = is_boilerplate(said, lexicon) and first(said, (*_papers(lexicon), *_particular(lexicon))) is not None
        if not by and not plain:
            return span
        span = Span(span.start, span.start + suffix.start())
    return span


def _is_aside(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words in a bracket say only how people met, or what the paper is."""
    modes = (*lexicon.phrases("modes", "online_place"), *lexicon.phrases("modes", "hybrid"))
    modes = (*modes, *lexicon.phrases("modes", "in-person"), *lexicon.phrases("modes", "online"))
    way = begins(words, modes)
    paper = is_boilerplate(words, lexicon) and first(words, _papers(lexicon)) is not None
    return paper or (way is not None and way.end() == len(words))


@lru_cache(maxsize=16)
def _particular(lexicon: Lexicon) -> Row:
    """Return the words for parts of forums that say what something was in them: "side event"."""
    return Row((*lexicon.phrases("session_types", "side-event"), *lexicon.phrases("parents", "follow")))


def _of_paper(words: str, lexicon: Lexicon) -> int:
    """Return where the name of a meeting begins behind "Report of the"; words without capitals are no name ("Report of the fifth session")."""
    end = 0
    while (paper := begins(words[end:], _papers(lexicon))) is not None:
        end += paper.end() + (words[end + paper.end() : end + paper.end() + 1] == " ")
    joints = lexicon.phrases("titles", "joints")
    joint = begins(words[end:], (*joints, *lexicon.phrases("kinds", "articles"))) if end else None
    start = end + joint.end() if joint else end
    start += words[start : start + 1] == " "
    name = words[start:]
    led = joint is not None or words[:end].rstrip().lower().endswith(tuple(f" {word}" for word in joints))
    led = led or (end > 0 and begins(name, phrases_of(lexicon, "session_types")) is not None)
    typed = any(name[m.start()].isupper() for m in every(name, phrases_of(lexicon, "session_types")))
    return start if led and typed and not name[:1].islower() and len(name.split()) > 1 else 0


def _without_time(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Take date, time and a place after it from the end of a title, if a comma, dash or bracket parts them."""
    words = span.of(text)
    mentions = sorted([m.span for m in dates.find(words, lexicon)] + [m.span for m in times.find(words, lexicon)])
    for i, mention in enumerate(mentions):
        before = words[: mention.start].rstrip(" ")
        told = mentions[i:]
        rest = "".join(
            c for k, c in enumerate(words) if k >= mention.start and not any(s.start <= k < s.end for s in told)
        )
        daily = first(before, lexicon.phrases("kinds", "daily_title")) is not None
        parted = before[-1:] in _SEPARATORS | _CLOSING or (before[-1:] == ":" and not daily and not rest.strip())
        behind = words[told[-1].end :].lstrip(" )]")
        goes_on = behind[:1] in _GOING_ON and len(behind.split()) > 1
        if parted and not goes_on and len(before.split()) > 1 and len(_WORDS.findall(rest)) <= 4:
            return Span(span.start, span.start + len(_without_place(before.rstrip(" ,:(–—-|["))))
    return span


def _without_place(words: str) -> str:
    """Take the place before the date from the end of a title: "Workshop on ice *(Bonn*", "Workshop on ice *- Bonn, Germany*"."""
    for _ in range(2):
        place = _PLACE.search(words)
        if place is None or not (gazetteer.city(place[1]) or gazetteer.country(place[1])):
            return words
        if len(words[: place.start()].split()) <= 1:
            return words
        words = words[: place.start()].rstrip(" ,(–—-|")
    return words


def _says_nothing(before: str, after: str, span: Span, lexicon: Lexicon, names: Names | None) -> bool:
    rest = f"{before} {after}"
    told = [mention.span for mention in dates.find(rest, lexicon)]
    told += [mention.span for mention in (names.find(rest) if names else ()) if mention.kind == "forum"]
    for mention in told:
        rest = rest[: mention.start] + "." * (mention.end - mention.start) + rest[mention.end :]
    return is_boilerplate(rest, lexicon) or not _WORDS.search(before + after) or span.start == span.end


def is_date_line(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is mostly a date or time, or one with a place."""
    mentions = [m.span for m in dates.find(words, lexicon)] + [m.span for m in times.find(words, lexicon)]
    told = sum(span.end - span.start for span in mentions)
    rest = len(words) - told
    return bool(mentions) and (told * 2 > len(words.strip()) or (rest < 30 and words.count(",") > 1))


@lru_cache(maxsize=64)
def phrases_of(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    """Return all phrases of a table."""
    return Row(phrase for phrases in lexicon.table(name).values() for phrase in phrases)
