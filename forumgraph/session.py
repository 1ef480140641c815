"""What is told of a meeting: who took part, what was discussed, what was asked for, each with the words it was read from."""

from dataclasses import dataclass, fields

from forumgraph.document import Span


@dataclass(frozen=True, slots=True)
class Fact:
    """One value, the words it was read from, and the rule that read it.

    Attributes:
        value: normalised (`2017-07-09`, `18:00`, `online`), or the words themselves for names and titles.
    """

    value: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Post:
    """An office somebody holds: "Mayor" of "Valongo", "President" of "FCM".

    Attributes:
        title: the office, in the source's words ("Mayor", "Deputy Secretary General").
        body: the organisation or place the office belongs to, in the source's words; empty when not said.
    """

    title: str
    body: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, as this document names it.

    Attributes:
        name: in the source's words. Of a person whose name is not given, the words that stand for them ("the Mayor of Valongo", without article).
        kind: a notation of the actor-kind scheme: `organization`, `constituency`, `government`, `person`, `post`.
        acronym: only when the source gives it.
        expansion: span of the words that expand the acronym, when the source gives them.
        posts: offices the source says the actor holds.
        span: first place where the document names the actor.
    """

    name: str
    kind: str
    span: Span
    rule: str
    acronym: str = ""
    expansion: Span | None = None
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor in a session: in which role, and for whom.

    Attributes:
        role: the main role, a notation of the role scheme (`organizer`, `partner`, `moderator`, `speaker` ...).
        also_roles: further roles in the same session, sorted.
        on_behalf_of: names in the source's words.
    """

    actor: Actor
    role: str
    span: Span
    rule: str
    also_roles: tuple[str, ...] = ()
    on_behalf_of: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A point that was discussed.

    Attributes:
        number: as printed, without punctuation (`17`, `89(a)`); empty when there is none.
        heading: the words of the heading the point stands under; empty when there is none.
        raised_by: names in the source's words, where the document says who raised it.
    """

    text: str
    span: Span
    rule: str
    number: str = ""
    heading: str = ""
    raised_by: tuple[Fact, ...] = ()
    sdgs: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Something that was asked for.

    Attributes:
        strength: a notation of the strength scheme (`must`, `should`, `invites`, `judgement`, `forecast`), with the verb it was read from.
        addressee: who is asked, in the source's words.
        derived: true of a demand that was found inside an issue; it is published in the layer for derived things, beside the issue.
    """

    text: str
    span: Span
    rule: str
    number: str = ""
    heading: str = ""
    strength: Fact | None = None
    addressee: Fact | None = None
    made_by: tuple[Fact, ...] = ()
    sdgs: tuple[Fact, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting, as one document tells it. A field the text does not give is None or empty.

    Attributes:
        span: the part of the document that tells of it.
        date: ISO 8601 with the precision of the source: `2017`, `2017-07` or `2017-07-09`.
        start_time: local, `HH:MM`.
        timezone: in the source's words (`CET`, `EDT`, `UTC+2`, `New York time`).
        mode: `in-person`, `online` or `hybrid`.
        part_of: forums, editions or larger meetings the session belongs to, in the source's words.
        sdgs: goals and targets named in the session's text: `16`, `16.7`.
    """

    span: Span
    title: Fact | None = None
    type: Fact | None = None
    date: Fact | None = None
    end_date: Fact | None = None
    start_time: Fact | None = None
    end_time: Fact | None = None
    timezone: Fact | None = None
    venue: Fact | None = None
    city: Fact | None = None
    country: Fact | None = None
    mode: Fact | None = None
    part_of: tuple[Fact, ...] = ()
    participations: tuple[Participation, ...] = ()
    issues: tuple[Issue, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    sdgs: tuple[Fact, ...] = ()

    def facts(self) -> dict[str, Fact]:
        """Return the fields of which a session has one value, those that the text gives, by name and in order.

        >>> Session(Span(0, 9), city=Fact("Oslo", Span(0, 4), "city/sentence")).facts()["city"].value
        'Oslo'
        """
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if isinstance(value, Fact)}
