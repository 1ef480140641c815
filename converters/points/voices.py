"""Who says something in a sentence that reports speech."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare
from forumgraph.converters.points.sayings import sayings
from forumgraph.converters.words.lexicon import joined, of_all
from forumgraph.converters.words.phrases import Row, begins, every, first, trimmed
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

_VERBS = (("cues", "issue"), ("cues", "says"), ("reports", "closing"))
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]{2,12}\s")
_APPOSITION = re.compile(
    r"(?:[A-ZÀ-Ý][\w.’'-]{1,30}\s){0,4}[A-ZÀ-Ý][\w’'-]{1,30}(?:\s\([^()]{2,80}\))?,\s[^.;]{3,200},\s(?:\w{1,20}\s)?"
)
"""A name and what it is, before a verb: "Nadia Oumar, treasurer of Nouadhibou, "."""
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w.’'-]{1,30}\s){1,3}[A-ZÀ-Ý][\w’'-]{1,30}$")
_PERSON = re.compile(r"(?:[A-ZÀ-Ý][\w.’'-]{1,30}\s){1,3}[A-ZÀ-Ý][\w’'-]{1,30}(?:,|\s\()")
_DASH = re.compile(r"\s(?:[—–-]|--)\s")
_DATE = 40
_LOWER_CASE = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_COMMA = re.compile(r"[,”»\"’—]\s")
_LAST_WORD = re.compile(r"([\w’'-]{1,20})[\s“\"«]{0,3}\Z")
_TAIL = 280
_CLAUSE = 2
"""Words in lower case before a dash at least, where it follows a statement and no dateline."""
_SUBJECT, _AFTER = 8, 3
"""Words of a subject before the verb of a closing "she said", and of what may follow that verb."""


@lru_cache(maxsize=16)
def _capitalised(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a name at the end of words: "and the Union of Towns ", "GTF, "."""
    ands, small = _words(lexicon.phrases("counts", "and")), _words(lexicon.phrases("reports", "parts"))
    return re.compile(
        rf"(?:^|[,;]\s|\s{ands}\s)(?:[A-Z][\w.’'-]*\s(?:{small}\s)?){{1,8}}\(?$|\b[A-Z]{{2,}}\)?,?\s$|(?<!^)(?:[A-Z][\w’'-]+\s){{1,4}}$"
    )


@lru_cache(maxsize=16)
def _somebody(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a name of several words, then a comma, a bracket, the verb, or where the person is from."""
    before, origin = _words(lexicon.phrases("reports", "by")), _words(lexicon.phrases("reports", "origin"))
    inside = _words(sorted(of_all("posts", "particles")))
    return re.compile(
        rf"(?:^|^[A-Z][a-z]{{2,12}}\s[a-z-]{{3,14}}\s|[,”»\"]\s{{1,2}}|\s{before}\s)(?P<name>(?:[A-ZÀ-Ý][\w.’'-]{{0,30}}\s(?:{inside}\s){{0,2}}){{1,4}}[A-ZÀ-Ý][\w’'-]{{1,30}})(?=,|\s\(|\s?$|\s{origin}\s)"
    )


def _words(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})"


def somebody(sentence: str, at: int, lexicon: Lexicon) -> bool:
    """Tell whether somebody is named before the verb of saying at `at`, or it is said impersonally ("it was noted")."""
    before = sentence[:at]
    if first(before, lexicon.phrases("cues", "reporting")) is not None or begins(
        before, lexicon.phrases("cues", "honorifics")
    ):
        return True
    impersonal = lexicon.phrases("cues", "impersonal")
    return (
        _begins_acronym(before, lexicon)
        or _capitalised(lexicon).search(before[-90:]) is not None
        or _APPOSITION.fullmatch(before) is not None
        or begins(sentence, impersonal) is not None
        or begins(sentence[at:], impersonal) is not None
        or _is_left_out(before, lexicon)
    )


def _begins_acronym(words: str, lexicon: Lexicon) -> bool:
    article = begins(words, lexicon.phrases("cues", "articles")) if words[:1].isupper() else None
    return _ACRONYM.match(words, article.end() + 1 if article is not None else 0) is not None


def _is_left_out(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins with its verb, or with words that a comma ends, in a language that leaves pronouns out."""
    if not lexicon.phrases("reports", "pronouns_left_out"):
        return False
    if not before.strip() or before.endswith(", "):
        return True
    clause = re.split(r"[,;:]\s", before)[-1]
    joint = begins(clause, lexicon.phrases("cues", "conjunction"))
    opens = begins(clause[joint.end() + 1 :] if joint else clause, lexicon.phrases("reports", "openers"))
    if opens is not None and first(clause, verbs(lexicon)) is None:
        return True
    joined_ = before.endswith(tuple(f" {word} " for word in lexicon.phrases("cues", "conjunction")))
    verb = first(before, verbs(lexicon)) if joined_ else None
    return verb is not None and _is_left_out(before[: verb.start()], lexicon)


def is_finite(verb: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a word is a verb and no participle before a noun: not in "the proposed fund", "as suggested"."""
    before = _LAST_WORD.search(verb.string[max(0, verb.start() - 24) : verb.start()])
    glued = verb.string[verb.start() - 1 : verb.start()] in {"-", "‑"}
    if before is None or glued:
        return not glued
    word = before[1].lower()
    going_on = verb[0].split()[0].lower().endswith("ing") and word in lexicon.phrases("reports", "be_ing")
    return going_on or word not in lexicon.phrases("reports", "before_participles")


@lru_cache(maxsize=16)
def verbs(lexicon: Lexicon) -> tuple[str, ...]:
    """Return all verbs by which something is reported."""
    return Row((*joined(lexicon, *_VERBS), *sayings(lexicon)))


@lru_cache(maxsize=512)
def closing(sentence: str, lexicon: Lexicon) -> int:
    """Return where the words begin that say at its end who said a sentence: "..., she added", "..., stressed Ana Lopes of UCLG"; 0 without.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> closing("Ice was dear, said Ana Lopes.", lexicons()["en"]), closing("Ice was dear, as they said.", lexicons()["en"])
    (12, 0)
    """
    start = max(0, len(sentence) - _TAIL)
    for comma in _COMMA.finditer(sentence, start):
        verb = first(sentence, joined(lexicon, *_VERBS), comma.end())
        if _is_of_dateline(sentence, comma):
            continue
        by = begins(sentence[comma.end() :], lexicon.phrases("reports", "according"))
        if by is not None and _is_person(sentence[comma.end() + by.end() :], lexicon):
            return comma.start()
        if verb is not None and _attributes(sentence, comma.end(), verb, lexicon):
            return comma.start()
    return 0


def _is_of_dateline(sentence: str, comma: re.Match[str]) -> bool:
    """Tell whether a comma or dash stands in "ROME, 6 May 2014 — ", before which nothing is said."""
    dashed = comma[0][0] == "—" or _DASH.search(sentence, comma.end(), comma.end() + _DATE) is not None
    return dashed and len(_LOWER_CASE.findall(sentence, 0, comma.start())) < _CLAUSE


def _is_person(words: str, lexicon: Lexicon) -> bool:
    """Tell whether what follows "according to" is somebody, and no paper or relative pronoun."""
    relative = begins(words.lstrip(), lexicon.phrases("reports", "relatives"))
    return relative is None and first(words, lexicon.phrases("reports", "papers")) is None


def _attributes(sentence: str, start: int, verb: re.Match[str], lexicon: Lexicon) -> bool:
    subject, after = sentence[start : verb.start()], sentence[verb.end() :].strip(' ,.”»"')
    if not subject.strip():
        return _inverted(verb[0], after, lexicon)
    pronoun = begins(subject, lexicon.phrases("reports", "pronouns"))
    at_once = begins(after, lexicon.phrases("reports", "after_closing")) is not None
    at_once = at_once or begins(verb[0], lexicon.phrases("cues", "tells")) is not None
    if len(subject.split()) > _SUBJECT or not (at_once or len(after.split()) <= (_AFTER if pronoun else 0)):
        return False
    named = subject[:1].isupper() or begins(subject, lexicon.phrases("cues", "honorifics")) is not None
    if "," in subject and not named:
        return False
    known = pronoun or first(subject, lexicon.phrases("cues", "reporting"))
    return (named or known is not None) and first(subject, lexicon.phrases("reports", "relatives")) is None


def _inverted(verb: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether the subject of a verb of saying follows it: ", said Ana Lopes"; or is left out where that is usual: ", agregó"."""
    if not after and lexicon.phrases("reports", "pronouns_left_out"):
        return True
    if first(verb.replace("-", " "), lexicon.phrases("reports", "pronouns")) is not None:
        return not after or begins(after, lexicon.phrases("reports", "after_closing")) is not None
    when = begins(after, lexicon.phrases("reports", "before_subject"))
    after = after[when.end() :].lstrip(" ,") if when is not None else after
    follows = begins(after, lexicon.phrases("cues", "honorifics")) or begins(
        after, lexicon.phrases("cues", "reporting")
    )
    article = begins(after, lexicon.phrases("cues", "articles"))
    rest = after[article.end() :].lstrip() if article is not None else after
    if _tells_of_duty(after, lexicon) or begins(after, lexicon.phrases("addressees", "audience")) is not None:
        return False
    named = rest[:1].isupper() or begins(rest, lexicon.phrases("cues", "reporting")) is not None
    return follows is not None or (named and bool(rest))


def _tells_of_duty(after: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause follows a verb of saying, and nobody's name: ", said the council should pay"."""
    duty = first(_COMMA.split(after)[0], (*lexicon.phrases("cues", "must"), *lexicon.phrases("cues", "should")))
    return duty is not None and duty.start() > 0


def opening(sentence: str, lexicon: Lexicon) -> int:
    """Return where a sentence goes on after "According to Ms. Lopes, " or "For Ana Lopes, mayor of Valongo, "; 0 if it does not begin so."""
    by = begins(sentence, lexicon.phrases("reports", "according"))
    if by is not None:
        end = sentence.find(", ", by.end())
        who = sentence[by.end() : end].strip() if 0 < end <= _TAIL else ""
        known = first(who, lexicon.phrases("cues", "reporting")) or begins(who, lexicon.phrases("cues", "honorifics"))
        head = (
            who[: known.end()]
            if known is not None and begins(who[known.end() :].lstrip(), lexicon.phrases("reports", "origin"))
            else who
        )
        paper = first(head, lexicon.phrases("reports", "papers")) is not None
        named = _FULL_NAME.match(who) is not None or (" " in by[0] and who[:1].isupper() and " by" in by[0].lower())
        return end + 2 if who and not paper and (known is not None or named) else 0
    view = begins(sentence, lexicon.phrases("reports", "for_somebody"))
    end = sentence.find(", ", view.end()) if view is not None else -1
    if view is None or not 0 < end <= _TAIL:
        return 0
    who = sentence[view.end() : end].strip()
    group = first(who, lexicon.phrases("reports", "deciders")) is not None
    return end + 2 if _FULL_NAME.match(who) is not None and not group else 0


def names_speaker(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins with a person: "Ms. Lopes ...", "Ana Lopes, UCLG, ..."; it is then not what the speaker before says."""
    return begins(sentence, lexicon.phrases("cues", "honorifics")) is not None or _PERSON.match(sentence) is not None


def is_same_speaker(sentence: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence names its speaker by a pronoun: "She added that ...", "..., he said."."""
    pronouns = lexicon.phrases("reports", "pronouns")
    if begins(sentence, pronouns) is not None or begins(bare(sentence, lexicon), pronouns) is not None:
        return True
    end = closing(sentence, lexicon)
    return end > 0 and begins(sentence[end:].lstrip(' ,”»"’—'), pronouns) is not None


def speaker(sentence: str, names: Names, lexicon: Lexicon) -> Span | None:
    """Return the name of who says a sentence: before its first verb of saying, or after the one that closes it; None where no name stands.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> from forumgraph.converters.words.names import Names
    >>> text = "In closing, Ms. Ana Lopes, mayor of Valongo, urged towns to share ice."
    >>> speaker(text, Names([]), lexicons()["en"]).of(text)
    'Ana Lopes'
    """
    end = closing(sentence, lexicon)
    if end:
        return _named(sentence, end, len(sentence), names, lexicon)
    calls = joined(lexicon, *_VERBS, ("cues", "recommendation"))
    verb = next((m for m in every(sentence, calls) if is_finite(m, lexicon)), None)
    return _named(sentence, 0, verb.start(), names, lexicon) if verb is not None else None


def _named(sentence: str, start: int, end: int, names: Names, lexicon: Lexicon) -> Span | None:
    part = sentence[start:end]
    for found in _somebody(lexicon).finditer(part):
        span = _person(part, found.start("name"), found.end("name"), lexicon)
        if span is not None:
            return Span(start + span.start, start + span.end)
    for mention in names.find(part):
        before = part[: mention.span.start].rpartition(", ")[2].lstrip(' ,”»"').lower().rstrip()
        alone = not before or before in lexicon.phrases("reports", "speaks_for")
        glued = part[: mention.span.start][-1:] in {"/", "-"}
        if alone and not glued and not part[mention.span.end :].strip(" ,"):
            return Span(start + mention.span.start, start + mention.span.end)
    return None


def _person(part: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Return the name of a person without titles and offices before it; None if nothing is left that can be one."""
    before = joined(lexicon, ("cues", "honorifics"), ("cues", "reporting"))
    titles = [match.end() for match in every(part[start:end], before)]
    span = trimmed(part, start + (titles[-1] if titles else 0), end, marks=" .,")
    words = span.of(part).split()
    body = bool(words) and words[-1].isupper() and not words[0].isupper()
    plain = len(words) > 1 and words[0][:1].isupper() and words[0].lower() not in lexicon.words and not body
    return (
        span
        if plain and not (part[start:end].isupper() and begins(words[0], lexicon.phrases("cues", "articles")))
        else None
    )
