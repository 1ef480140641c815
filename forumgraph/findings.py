"""The catalogue of findings: every code, what it means, and what to do about it (`forumgraph explain CODE`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forumgraph.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        title: what happened, in a few words.
        meaning: why it matters, in a sentence or two.
        help: what to do about it.
    """

    severity: Severity
    title: str
    meaning: str
    help: str


_V, _W, _I = Severity.VIOLATION, Severity.WARNING, Severity.INFO

CODES: Mapping[str, Code] = {
    # DOC: reading a file
    "DOC001": Code(
        _V, "empty file", "The file has no bytes, or no words.", "Remove it, or replace it by the real report."
    ),
    "DOC002": Code(
        _V,
        "unknown kind of file",
        "The content is none of the formats that are read.",
        "Save it as .docx, .pdf, .html, .md or .txt; if it is called so, it is damaged, and has to be saved again.",
    ),
    "DOC003": Code(_V, "encrypted file", "The file asks for a password.", "Save a copy without a password."),
    "DOC004": Code(
        _V,
        "no text in the pages",
        "The pages are pictures, as a scanner makes them.",
        "Run a text recognition over it first, for example ocrmypdf.",
    ),
    "DOC005": Code(
        _V,
        "damaged file",
        "The file is damaged or cut short: it breaks the rules of its own format.",
        "Open it in the program it comes from and save it again.",
    ),
    "DOC006": Code(
        _V,
        "file too large",
        "The file or its text is over the limit.",
        "Split it, or raise the limit with --max-size or --max-text.",
    ),
    "DOC007": Code(
        _W,
        "encoding guessed",
        "The text is not UTF-8 and has no byte-order mark, so its encoding was guessed.",
        "Save it as UTF-8.",
    ),
    "DOC008": Code(
        _W,
        "invisible characters removed",
        "Control, bidirectional or unpaired surrogate characters were taken out.",
        "Look at the place in the source.",
    ),
    "DOC009": Code(
        _I,
        "words left out on purpose",
        "Deleted, hidden or commented words are not published.",
        "Accept or reject the changes in the source.",
    ),
    "DOC010": Code(
        _I,
        "name and content disagree",
        "The file's ending names another format than its content; the content was believed.",
        "Rename the file.",
    ),
    "DOC011": Code(
        _V,
        "limit of time or memory reached",
        "Reading this document took more than it may.",
        "Simplify the file, or raise --max-seconds or --max-memory.",
    ),
    "DOC012": Code(
        _V,
        "file cannot be opened",
        "It is missing, is not a regular file, leads outside its folder, or may not be read.",
        "Check the path and the permissions.",
    ),
    "DOC013": Code(
        _V,
        "needs LibreOffice",
        "This old format is read through LibreOffice, which is not installed.",
        "Install LibreOffice, or save the file as .docx.",
    ),
    "DOC014": Code(
        _V,
        "document type declarations refused",
        "The file declares XML entities, which reports never need and attacks do.",
        "Save it again in an office program.",
    ),
    "DOC015": Code(
        _V,
        "two documents of one name",
        "Two given files have the same path below their folders.",
        "Rename one of them.",
    ),
    "DOC016": Code(
        _V,
        "reading failed",
        "The reader met something it did not expect.",
        "Please report it with the file, if it may be shared.",
    ),
    "DOC017": Code(
        _I,
        "attachments not read",
        "A message carries other files; only its own words were read.",
        "Save the attachments and give them as documents of their own.",
    ),
    # REP: what a document says
    "REP001": Code(
        _I,
        "not a report",
        "The document is an agenda, an invitation or something else, so no session was taken from it.",
        "Nothing, if that is so.",
    ),
    "REP002": Code(
        _W,
        "no session found",
        "The document looks like a report, but says of no meeting what could be kept.",
        "Give the report a title and a date line.",
    ),
    "REP003": Code(
        _W,
        "no date",
        "The session has no date that the text supports.",
        "Write the date of the meeting near the title.",
    ),
    "REP004": Code(_W, "impossible date", "A date cannot be, so it was not used.", "Correct the date in the source."),
    "REP005": Code(
        _W,
        "contradicting dates",
        "The document gives the session different dates, or a weekday that does not fit.",
        "Correct the source, or decide in the review.",
    ),
    "REP006": Code(
        _W,
        "ambiguous date",
        "A date can be read as day-month or month-day, so it was not used.",
        "Write the month as a word.",
    ),
    "REP007": Code(
        _I,
        "place given twice",
        "The document names the place of the session in different ways; the first was kept.",
        "Check which one is right.",
    ),
    "REP008": Code(
        _I,
        "numbering is not steady",
        "A list skips or repeats numbers; they were kept as printed.",
        "Nothing, if the source is so.",
    ),
    "REP009": Code(
        _W,
        "language not recognised",
        "The text is in none of the languages for which there are cues, so it was left untagged.",
        "Add a language table, or ignore this.",
    ),
    "REP010": Code(_I, "time in an unusual notation", "A time was read from an unusual spelling.", "Check it."),
    "REP011": Code(
        _I,
        "possible items left aside",
        "A list or sentence may hold issues or recommendations, but no rule is sure.",
        "Decide in the review.",
    ),
    "REP012": Code(
        _I,
        "unclear actor",
        "Words may name an actor, but it is not clear whom.",
        "Decide in the review, or add a name to the authority file.",
    ),
    "REP013": Code(
        _I, "publication date not used", "A date is that of the publication and not of the meeting.", "Nothing."
    ),
    "REP014": Code(
        _I, "relative date", "A date is told relative to another day.", "Check the date it was resolved to."
    ),
    "REP015": Code(
        _W,
        "little of the document was used",
        "Most sentences became nothing.",
        "Look at the coverage of the document.",
    ),
    "REP016": Code(
        _W,
        "end before beginning",
        "A time or date ends before it begins, so the end was not used.",
        "Correct the source.",
    ),
    # DEC: decisions of a review
    "DEC001": Code(
        _W,
        "words of a decision are gone",
        "A decision was about words that the document does not have any more, so it was not applied.",
        "Look at the document, and decide anew, write the name of the document that is meant, or remove the row.",
    ),
    "DEC002": Code(
        _W,
        "decisions contradict each other",
        "Several decisions about one thing differ, so none of them was applied.",
        "Agree on one and remove the others.",
    ),
    "DEC003": Code(
        _W,
        "decision not understood",
        "A row of a review says something that cannot be done, so it was left aside.",
        "Correct the row; docs/review.md lists what can be decided.",
    ),
    "DEC004": Code(
        _I,
        "decision follows a renamed document",
        "A decision names a document that is not there; another one has its bytes, or alone has its words, and the decision was applied to that one.",
        "Nothing; the next review has the new name.",
    ),
    # SHP: a graph against the shapes
    "SHP001": Code(
        _V,
        "shape broken",
        "A statement breaks a rule of the shapes, so its document is not published.",
        "See the message; correct the source or report the rule.",
    ),
    "SHP002": Code(_W, "shape advises", "A statement goes against an advice of the shapes.", "See the message."),
    # PUB: the publication
    "PUB001": Code(
        _V,
        "dump differs from the text",
        "A published file does not hold what was to be published.",
        "Please report it.",
    ),
    "PUB002": Code(
        _W,
        "question not answered",
        "A question of the catalogue took too long over these documents, so its answer is not in the publication.",
        "Ask it with parameters: `forumgraph ask NAME --PARAMETER VALUE`.",
    ),
}


def finding(code: str, message: str, where: Place, *, severity: Severity | None = None, help: str = "") -> Finding:  # noqa: A002 - the word users see
    """Make a finding of the catalogue.

    Args:
        code: a key of `CODES`.
        message: one sentence without a full stop, for this case.
        where: file, page or line.
        severity: only where it differs from the catalogue's.
        help: only where the catalogue's advice can be made more exact.

    Raises:
        KeyError: if the code is not in the catalogue.

    >>> finding("DOC001", "no bytes", Place("a.txt")).severity.value
    'violation'
    """
    row = CODES[code]
    return Finding(code, severity or row.severity, message, where, help or row.help)
