"""The tables of a publication as values: what is a row, and which paths through the graph lead to its cells."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graph.rdf.terms import LABEL, plain
from forumgraph.graph.stated.participants import CLASSES
from forumgraph.ontology import forum

RDFS_LABEL = plain(LABEL)

SEPARATOR = "; "
"""Between the values of a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        path: predicates from the node of the row to the value; `^` before one follows it backwards. Empty for the node itself.
        key: whether only the last part of the value's IRI is written: the notation of a concept.
        type: `string`, `iri`, `integer`, `number`, `date` (as precise as the source), `time`, `moment` (in UTC) or `language`.
        many: whether a cell may hold several values, which `SEPARATOR` parts.
    """

    name: str
    about: str
    path: tuple[str, ...] = ()
    key: bool = False
    type: str = "string"
    many: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file.

    Attributes:
        classes: a row is a node of one of them, with a passage where the table is grounded.
        grounded: whether a row has a passage of its own; a document is one, and links of statements have those of the two statements.
    """

    name: str
    title: str
    classes: tuple[str, ...]
    columns: tuple[Column, ...]
    grounded: bool = True

    @property
    def path(self) -> str:
        """Where it is in the publication."""
        return f"csv/{self.name}.csv"

    @property
    def head(self) -> str:
        """The first line."""
        return f"{','.join(column.name for column in self.columns)}\r\n"


_DOCUMENT = Column("document", "file it was read from", (forum.passage, forum.inDocument, forum.fileName))
_GROUNDS = (
    Column("quote", "words it was read from", (forum.passage, forum.exact)),
    Column("passage", "IRI of these words in the text", (forum.passage,), type="iri", many=True),
)


def _of_session(link: str) -> tuple[Column, Column]:
    return (
        Column("session", "IRI of the session", (f"^{link}",), type="iri"),
        Column("session_title", "title of the session", (f"^{link}", forum.title)),
    )


_POINT = (
    _DOCUMENT,
    Column("number", "as printed", (forum.number,)),
    Column("heading", "words of the heading above it", (forum.headingText,)),
    Column("text", "the words", (forum.text,)),
    Column("sdgs", "goals and targets it names", (forum.hasSdg,), key=True, many=True),
    Column("themes", "themes of its words", (forum.hasTheme, RDFS_LABEL), many=True),
)
_REQUEST = (
    Column("strength", "how firmly it is put", (forum.strength,), key=True),
    Column("addressee", "who is asked, in the words of the source", (forum.addressee,), many=True),
    Column("addressed_to", "who that is", (forum.addressedTo, RDFS_LABEL), many=True),
    Column("made_by", "who asks, in the words of the source", (forum.madeBy, forum.name), many=True),
)


def _table(
    name: str,
    title: str,
    classes: tuple[str, ...],
    key: str,
    *columns: Column,
    about: str = "IRI",
    grounded: bool = True,
) -> Table:
    """Return a table whose rows begin with their IRI, and end with the words they were read from."""
    first = Column(key, about, type="iri")
    return Table(name, title, classes, (first, *columns, *(_GROUNDS if grounded else ())), grounded)


TABLES: tuple[Table, ...] = (
    _table(
        "documents",
        "Documents",
        (forum.Document,),
        "document",
        Column("file", "path below the folder given", (forum.fileName,)),
        Column("kind", "what it is for", (forum.documentKind,), key=True),
        Column("media_type", "by content", (forum.mediaType,)),
        Column("language", "of its text", (forum.language,), type="language"),
        Column("sha256", "of its bytes", (forum.sha256,)),
        Column("sentences", "how many it has", (forum.sentenceCount,), type="integer"),
        Column("used", "how many of them something was read from", (forum.usedSentenceCount,), type="integer"),
        grounded=False,
    ),
    _table(
        "sessions",
        "Sessions",
        (forum.Session,),
        "session",
        _DOCUMENT,
        Column("title", "in the words of the source", (forum.title,)),
        Column("type", "sort of meeting", (forum.sessionType,), key=True),
        Column("date", "local day, as precise as the source", (forum.date,), type="date"),
        Column("end_date", "last local day", (forum.endDate,), type="date"),
        Column("start_time", "local", (forum.startTime,), type="time"),
        Column("end_time", "local", (forum.endTime,), type="time"),
        Column("timezone", "in the words of the source", (forum.timeZone,)),
        Column("starts_at", "in UTC, where the zone is known", (forum.startsAt,), type="moment"),
        Column("ends_at", "in UTC, where the zone is known", (forum.endsAt,), type="moment"),
        Column("venue", "in the words of the source", (forum.venue,)),
        Column("city", "in the words of the source", (forum.city,)),
        Column("country", "in the words of the source", (forum.country,)),
        Column("mode", "how participants came together", (forum.mode,), key=True),
        Column("part_of", "forums and editions", (forum.partOf, RDFS_LABEL), many=True),
        Column("sdgs", "goals and targets it names", (forum.hasSdg,), key=True, many=True),
    ),
    _table(
        "actors",
        "Actors as the documents name them",
        (forum.Actor, *CLASSES.values()),
        "mention",
        _DOCUMENT,
        Column("name", "in the words of the source", (forum.name,)),
        Column("acronym", "where the source gives it", (forum.acronym,)),
        Column("kind", "sort of actor", (forum.actorKind,), key=True),
        Column("posts", "offices the source says it holds", (forum.holdsPost, RDFS_LABEL), many=True),
        Column("actor", "IRI of who that is", (forum.denotes,), type="iri"),
        Column("actor_label", "who that is", (forum.denotes, RDFS_LABEL)),
        Column("method", "how that was found", ("^" + forum.resolves, forum.method)),
        about="IRI of the actor in this document",
    ),
    _table(
        "participations",
        "Who took part in what, and as what",
        (forum.Participation,),
        "participation",
        *_of_session(forum.hasParticipation),
        _DOCUMENT,
        Column("name", "of the actor, in the words of the source", (forum.participant, forum.name)),
        Column("actor", "IRI of who that is", (forum.participant, forum.denotes), type="iri"),
        Column("actor_label", "who that is", (forum.participant, forum.denotes, RDFS_LABEL)),
        Column("role", "main role", (forum.role,), key=True),
        Column("also_roles", "further roles", (forum.alsoRole,), key=True, many=True),
        Column("on_behalf_of", "for whom, in the words of the source", (forum.onBehalfOf, forum.name), many=True),
    ),
    _table(
        "issues",
        "Issues",
        (forum.Issue,),
        "issue",
        *_of_session(forum.hasIssue),
        *_POINT,
        Column("raised_by", "who brought it up, in the words of the source", (forum.raisedBy, forum.name), many=True),
    ),
    _table(
        "recommendations",
        "Recommendations",
        (forum.Recommendation,),
        "recommendation",
        *_of_session(forum.hasRecommendation),
        *_POINT,
        *_REQUEST,
    ),
    _table(
        "demands",
        "Demands found in issues",
        (forum.Demand,),
        "demand",
        Column("issue", "IRI of the issue", (forum.demandedIn,), type="iri"),
        *_of_session(forum.hasDemand),
        *_POINT,
        *_REQUEST,
    ),
    _table(
        "readings",
        "Fields of sessions as they were read",
        (forum.Reading,),
        "reading",
        *_of_session(forum.hasReading),
        _DOCUMENT,
        Column("field", "IRI of the property", (forum.readsField,), type="iri"),
        Column("as_stated", "exact words", (forum.asStated,)),
        Column("value", "what they were read as", (forum.value,)),
        Column("rule", "that read them", (forum.rule,)),
    ),
    _table(
        "themes",
        "Themes of issues, recommendations and demands",
        (forum.ThemeLink,),
        "link",
        _DOCUMENT,
        Column("point", "IRI of the issue, recommendation or demand", (forum.linkOf,), type="iri"),
        Column("text", "its words", (forum.linkOf, forum.text)),
        Column("theme", "IRI", (forum.theme,), type="iri"),
        Column("theme_label", "name of the theme", (forum.theme, RDFS_LABEL)),
        Column("score", "from 0 to 1", (forum.score,), type="number"),
    ),
    _table(
        "links",
        "Statements that belong together",
        (forum.StatementLink,),
        "link",
        Column("kind", "answers, repeats, narrows or relatedTo", (forum.linkKind,), key=True),
        Column("point", "IRI of the later statement, or of the one that answers", (forum.linkFrom,), type="iri"),
        Column("point_document", "file it was read from", (forum.linkFrom, *_DOCUMENT.path)),
        Column("point_text", "its words", (forum.linkFrom, forum.text)),
        Column("other", "IRI of the earlier statement, or of the one that is answered", (forum.linkTo,), type="iri"),
        Column("other_document", "file it was read from", (forum.linkTo, *_DOCUMENT.path)),
        Column("other_text", "its words", (forum.linkTo, forum.text)),
        Column("score", "from 0 to 1", (forum.score,), type="number"),
        Column("method", "how it was found", (forum.method,)),
        Column("shared_words", "words that speak for it", (forum.sharedWords,)),
        grounded=False,
    ),
    _table(
        "follow-ups",
        "What later documents tell of earlier statements",
        (forum.FollowUp,),
        "follow_up",
        _DOCUMENT,
        Column("state", "what became of it", (forum.followUpState,), key=True),
        Column("cue", "words that say so", (forum.cueWords,)),
        Column("point", "IRI of the earlier statement", (forum.followsUp,), type="iri"),
        Column("point_document", "file it was read from", (forum.followsUp, *_DOCUMENT.path)),
        Column("point_text", "its words", (forum.followsUp, forum.text)),
        Column("score", "from 0 to 1", (forum.score,), type="number"),
        Column("method", "how it was found", (forum.method,)),
        Column("shared_words", "words of both", (forum.sharedWords,)),
    ),
)
"""In the order in which they are listed; adding one is adding a value."""
