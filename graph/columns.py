"""The tables of a publication as values: what is a row, and which paths through the graph lead to its cells."""

from __future__ import annotations

from dataclasses import dataclass

from forumgraph.graph.participants import CLASSES
from forumgraph.graph.terms import LABEL, plain
from forumgraph.ontology import forum

RDFS_LABEL = plain(LABEL)


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        path: predicates from the node of the row to the value; `^` before one follows it backwards. Empty for the node itself.
        key: whether only the last part of the value's IRI is written: the notation of a concept.
        type: in Table Schema.
    """

    name: str
    about: str
    path: tuple[str, ...] = ()
    key: bool = False
    type: str = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file.

    Attributes:
        classes: a row is a node of one of them that has a passage, or is a document.
    """

    name: str
    title: str
    classes: tuple[str, ...]
    columns: tuple[Column, ...]

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
    Column("passage", "IRI of these words in the text", (forum.passage,)),
)


def _of_session(link: str) -> tuple[Column, Column]:
    return (
        Column("session", "IRI of the session", (f"^{link}",)),
        Column("session_title", "title of the session", (f"^{link}", forum.title)),
    )


_POINT = (
    _DOCUMENT,
    Column("number", "as printed", (forum.number,)),
    Column("heading", "words of the heading above it", (forum.headingText,)),
    Column("text", "the words", (forum.text,)),
    Column("sdgs", "goals and targets it names", (forum.hasSdg,), key=True),
    Column("themes", "themes of its words", (forum.hasTheme, RDFS_LABEL)),
)
_REQUEST = (
    Column("strength", "how firmly it is put", (forum.strength,), key=True),
    Column("addressee", "who is asked, in the words of the source", (forum.addressee,)),
    Column("addressed_to", "who that is", (forum.addressedTo, RDFS_LABEL)),
    Column("made_by", "who asks, in the words of the source", (forum.madeBy, forum.name)),
)

TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        "Documents",
        (forum.Document,),
        (
            Column("document", "IRI"),
            Column("file", "path below the folder given", (forum.fileName,)),
            Column("kind", "what it is for", (forum.documentKind,), key=True),
            Column("media_type", "by content", (forum.mediaType,)),
            Column("language", "of its text", (forum.language,)),
            Column("sha256", "of its bytes", (forum.sha256,)),
            Column("sentences", "how many it has", (forum.sentenceCount,), type="integer"),
            Column("used", "how many of them something was read from", (forum.usedSentenceCount,), type="integer"),
        ),
    ),
    Table(
        "sessions",
        "Sessions",
        (forum.Session,),
        (
            Column("session", "IRI"),
            _DOCUMENT,
            Column("title", "in the words of the source", (forum.title,)),
            Column("type", "sort of meeting", (forum.sessionType,), key=True),
            Column("date", "local day, as precise as the source", (forum.date,)),
            Column("end_date", "last local day", (forum.endDate,)),
            Column("start_time", "local", (forum.startTime,)),
            Column("end_time", "local", (forum.endTime,)),
            Column("timezone", "in the words of the source", (forum.timeZone,)),
            Column("starts_at", "in UTC, where the zone is known", (forum.startsAt,)),
            Column("ends_at", "in UTC, where the zone is known", (forum.endsAt,)),
            Column("venue", "in the words of the source", (forum.venue,)),
            Column("city", "in the words of the source", (forum.city,)),
            Column("country", "in the words of the source", (forum.country,)),
            Column("mode", "how participants came together", (forum.mode,), key=True),
            Column("part_of", "forums and editions", (forum.partOf, RDFS_LABEL)),
            Column("sdgs", "goals and targets it names", (forum.hasSdg,), key=True),
            *_GROUNDS,
        ),
    ),
    Table(
        "actors",
        "Actors as the documents name them",
        (forum.Actor, *CLASSES.values()),
        (
            Column("mention", "IRI of the actor in this document"),
            _DOCUMENT,
            Column("name", "in the words of the source", (forum.name,)),
            Column("acronym", "where the source gives it", (forum.acronym,)),
            Column("kind", "sort of actor", (forum.actorKind,), key=True),
            Column("posts", "offices the source says it holds", (forum.holdsPost, RDFS_LABEL)),
            Column("actor", "IRI of who that is", (forum.denotes,)),
            Column("actor_label", "who that is", (forum.denotes, RDFS_LABEL)),
            Column("method", "how that was found", ("^" + forum.resolves, forum.method)),
            *_GROUNDS,
        ),
    ),
    Table(
        "participations",
        "Who took part in what, and as what",
        (forum.Participation,),
        (
            Column("participation", "IRI"),
            *_of_session(forum.hasParticipation),
            _DOCUMENT,
            Column("name", "of the actor, in the words of the source", (forum.participant, forum.name)),
            Column("actor", "IRI of who that is", (forum.participant, forum.denotes)),
            Column("actor_label", "who that is", (forum.participant, forum.denotes, RDFS_LABEL)),
            Column("role", "main role", (forum.role,), key=True),
            Column("also_roles", "further roles", (forum.alsoRole,), key=True),
            Column("on_behalf_of", "for whom, in the words of the source", (forum.onBehalfOf, forum.name)),
            *_GROUNDS,
        ),
    ),
    Table(
        "issues",
        "Issues",
        (forum.Issue,),
        (
            Column("issue", "IRI"),
            *_of_session(forum.hasIssue),
            *_POINT,
            Column("raised_by", "who brought it up, in the words of the source", (forum.raisedBy, forum.name)),
            *_GROUNDS,
        ),
    ),
    Table(
        "recommendations",
        "Recommendations",
        (forum.Recommendation,),
        (Column("recommendation", "IRI"), *_of_session(forum.hasRecommendation), *_POINT, *_REQUEST, *_GROUNDS),
    ),
    Table(
        "demands",
        "Demands found in issues",
        (forum.Demand,),
        (
            Column("demand", "IRI"),
            Column("issue", "IRI of the issue", (forum.demandedIn,)),
            *_of_session(forum.hasDemand),
            *_POINT,
            *_REQUEST,
            *_GROUNDS,
        ),
    ),
    Table(
        "readings",
        "Fields of sessions as they were read",
        (forum.Reading,),
        (
            Column("reading", "IRI"),
            *_of_session(forum.hasReading),
            _DOCUMENT,
            Column("field", "IRI of the property", (forum.readsField,)),
            Column("as_stated", "exact words", (forum.asStated,)),
            Column("value", "what they were read as", (forum.value,)),
            Column("rule", "that read them", (forum.rule,)),
            *_GROUNDS,
        ),
    ),
    Table(
        "themes",
        "Themes of issues, recommendations and demands",
        (forum.ThemeLink,),
        (
            Column("link", "IRI"),
            _DOCUMENT,
            Column("point", "IRI of the issue, recommendation or demand", (forum.linkOf,)),
            Column("text", "its words", (forum.linkOf, forum.text)),
            Column("theme", "IRI", (forum.theme,)),
            Column("theme_label", "name of the theme", (forum.theme, RDFS_LABEL)),
            Column("score", "from 0 to 1", (forum.score,), type="number"),
            *_GROUNDS,
        ),
    ),
)
"""In the order in which they are listed; adding one is adding a value."""
