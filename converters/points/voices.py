"""Who says something in a sentence that reports speech."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.converters.participants.insertions import bare
from forumgraph.converters.points.sayings import VERBS, asks_question, is_finite, verbs
from forumgraph.converters.points.tasks import behind_article
from forumgraph.converters.words.lexicon import joined, of_all
from forumgraph.converters.words.phrases import begins, ends, every, first, trimmed
from forumgraph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names

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
_TAIL = 280
_CLAUSE = 2
"""Words in lower case before a dash at least, where it follows a statement and no dateline."""
_HEAD = 3
"""Words at the beginning of a name that tell whether it is a paper's or a body's."""
_PEOPLE = (("cues", "honorifics"), ("cues", "reporting"))
"""Rows of titles and of words for people who speak."""
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
    impersonal = lexicon.phrases("cues", "impersonal")
    return (
        first(before, lexicon.phrases("cues", "reporting")) is not None
        or begins(before, lexicon.phrases("cues", "honorifics")) is not None
        or _begins_acronym(before, lexicon)
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
    clause, conjunctions = re.split(r"[,;:]\s", before)[-1], lexicon.phrases("cues", "conjunction")
    joint = begins(clause, conjunctions)
    opens = begins(clause[joint.end() + 1 :] if joint else clause, lexicon.phrases("reports", "openers"))
    if opens is not None and first(clause, verbs(lexicon)) is None:
        return True
    verb = first(before, verbs(lexicon)) if ends(before, conjunctions) else None
    return verb is not None and _is_left_out(before[: verb.start()], lexicon)


@lru_cache(maxsize=512)
def closing(sentence: str, lexicon: Lexicon) -> int:
    """Return where the words begin that say at its end who said a sentence: "..., she added", "..., stressed Ana Lopes of UCLG"; 0 without.

    >>> from forumgraph.converters.words.lexicon import lexicons
    >>> closing("Ice was dear, said Ana Lopes.", lexicons()["en"]), closing("Ice was dear, as they said.", lexicons()["en"])
    (12, 0)
    """
    start = max(0, len(sentence) - _TAIL)
    for comma in _COMMA.finditer(sentence, start):
        verb = first(sentence, joined(lexicon, *VERBS), comma.end())
        if _is_of_dateline(sentence, comma):
            continue
        by = begins(sentence[comma.end() :], lexicon.phrases("reports", "according"))
        if by is not None or (verb is not None and _attributes(sentence, comma.end(), verb, lexicon)):
            return comma.start()
    return 0


def _is_of_dateline(sentence: str, comma: re.Match[str]) -> bool:
    """Tell whether a comma or dash stands in "ROME, 6 May 2014 — ", before which nothing is said."""
    dashed = comma[0][0] == "—" or _DASH.search(sentence, comma.end(), comma.end() + _DATE) is not None
    return dashed and len(_LOWER_CASE.findall(sentence, 0, comma.start())) < _CLAUSE


def _attributes(sentence: str, start: int, verb: re.Match[str], lexicon: Lexicon) -> bool:
    subject, after = sentence[start : verb.start()], sentence[verb.end() :].strip(' ,.”»"')
    if asks_question(verb, lexicon):
        return False
    if not subject.strip():
        return _is_subject(after, lexicon)
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


def _is_subject(words: str, lexicon: Lexicon) -> bool:
    """Tell whether the words behind a verb of saying begin with its subject: ", said *Ana Lopes*", and not ", said the council should pay".

    Nothing needs to follow where pronouns are left out: ", agregó".
    """
    if not words:
        return bool(lexicon.phrases("reports", "pronouns_left_out"))
    duty = first(_COMMA.split(words)[0], joined(lexicon, ("cues", "must"), ("cues", "should")))
    rest = behind_article(words, lexicon)
    return duty is None and (rest[:1].isupper() or begins(rest, joined(lexicon, *_PEOPLE)) is not None)


def opening(sentence: str, lexicon: Lexicon) -> int:
    """Return where a sentence goes on after "According to Ms. Lopes, " or "For Ana Lopes, mayor of Valongo, "; 0 if it does not begin so."""
    for row, never in (("according", "papers"), ("for_somebody", "deciders")):
        by = begins(sentence, lexicon.phrases("reports", row))
        end = sentence.find(", ", by.end()) if by is not None else 0
        if by is None or not 0 < end <= _TAIL:
            continue
        who = sentence[by.end() : end].strip()
        known = row == "according" and first(who, lexicon.phrases("cues", "reporting")) is not None
        head = " ".join(who.split()[:_HEAD])
        if (known or _FULL_NAME.match(who)) and first(head, lexicon.phrases("reports", never)) is None:
            return end + 2
    return 0


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
    calls = joined(lexicon, *VERBS, ("cues", "recommendation"))
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
    before = joined(lexicon, *_PEOPLE)
    titles = [match.end() for match in every(part[start:end], before)]
    span = trimmed(part, start + (titles[-1] if titles else 0), end, marks=" .,")
    words = span.of(part).split()
    body = bool(words) and words[-1].isupper() and not words[0].isupper()
    plain = len(words) > 1 and words[0][:1].isupper() and words[0].lower() not in lexicon.words and not body
    return span if plain else None
