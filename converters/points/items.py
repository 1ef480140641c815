"""The points of a session: issues that were discussed and recommendations that were made, by the layout they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.points import leads, notes, occasions, passages, prose, series, tablepoints, topics
from forumgraph.converters.points.addressees import addressed
from forumgraph.converters.points.collecting import Collector, Point, Points, derived
from forumgraph.converters.points.tasks import is_task, is_wanted, label, names_action
from forumgraph.converters.words import enumerations, sentences
from forumgraph.converters.words.headings import bare, kind_of
from forumgraph.findings import finding
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from forumgraph.converters.structure.outline import Section
    from forumgraph.converters.words.enumerations import Entry, Enumeration
    from forumgraph.converters.words.lexicon import Lexicon
    from forumgraph.converters.words.names import Names
    from forumgraph.model import Place

_EXCLUDED = frozenset(
    {"agenda", "background", "objectives", "questions", "speakers", "participants", "organizers", "boilerplate"}
)
_PEOPLE = frozenset({"speakers", "participants", "organizers"})
"""Sections of names, which often run on into the account of the meeting."""
_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_LABELLED = frozenset({"issues", "discussion", "messages"})
_DISCUSSED = frozenset({"discussion", "parts"})
_POINTS = frozenset({"issues", "recommendations"})
_MESSAGES = _POINTS | {"messages"}
_PART = re.compile(r"[^\W\d_]{3,15}\s(?:\d{1,2}|[A-Z])\s?[:.–-]\s(?:\S{1,30}\s?){1,6}(?<![.;])")
"""A part of a meeting by its number: "Group 2: Fisheries"."""
_QUOTATION = re.compile(r"\s?(?:“[^“”]+”|«[^«»]+»|\"[^\"]+\")[.,;]?\s?")
_SAID = re.compile(r"\A[^:]{3,110}:|[.;]\s?\Z")
"""An item of a discussion that begins with its speaker, or ends as a sentence does."""
_ENDS = ".!?…”»"
_NEVER = frozenset({"links", "times", "figures"})
_SHORT_PARAGRAPH = 60
_NOTES = "list/notes"
"""The rule by which a list holds points only because nothing says that it holds something else."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the sections of one session."""

    lexicon: Lexicon
    names: Names
    place: Callable[[Span], Place]
    points: Points = field(default_factory=Points)

    @property
    def collector(self) -> Collector:
        """What keeps the points."""
        return Collector(self.lexicon, self.names, self.points)

    def read(self, sections: Sequence[Section]) -> Points:
        """Return the points of the sections, with the demands among the issues as derived recommendations."""
        rough = not any(section.kind in _LABELLED for section in sections)
        headed = topics.find(sections, self.lexicon)
        noted = {note.block.span: note for note in notes.spoken(sections, self.lexicon)}
        for section in sections:
            if section.heading is not None and section in headed:
                number, span = topics.numbered(section.heading)
                words = section.heading.text[span.start - section.heading.span.start :]
                kind = passages.by_itself(words, section.under, self.lexicon)
                self.collector.add(Point(kind, span, words, "heading/topic", number), section)
            said = noted | {note.block.span: note for note in notes.answers(section, self.lexicon)}
            self._section(section, said, rough=rough, topic=section in headed and section.under != "messages")
        self.points.issues.sort(key=lambda issue: issue.span)
        self.points.recommendations.sort(key=lambda asked: asked.span)
        self.points.recommendations += derived(self.points.issues, self.lexicon)
        return self.points

    def _section(self, section: Section, noted: Mapping[Span, notes.Note], *, rough: bool, topic: bool) -> None:
        kind = section.kind or section.under
        if section.heading is not None:
            self.points.reasons.append((section.heading.span, "heading"))
        said = [b for b in section.body if b.span in noted and (kind == "questions" or kind not in _EXCLUDED)]
        self._told((noted[block.span].point(self.lexicon) for block in said), section)
        if kind in _PEOPLE or kind not in _EXCLUDED:
            self._told(tablepoints.told(section, self.lexicon), section)
        if kind in _EXCLUDED:
            self.points.reasons += [(block.span, kind) for block in section.body]
            for block in self._beside(section, kind):
                if block not in said:
                    self._passage(block, passages.Place(section, found=True))
            return
        lists = enumerations.find(section.body)
        found = sum(self._list(listed, section, rough=rough) for listed in lists) > 0
        leading = {listed.lead.span for listed in lists if listed.lead is not None and self._only_leads(listed.lead)}
        self.points.reasons += [(span, "lead-in") for span in leading]
        taken = leading | {block.span for block in said} | {block.span for listed in lists for block in listed.blocks}
        texts = [b for b in section.body if b.kind is BlockKind.PARAGRAPH and b.span not in taken]
        if not found and section.kind in _POINTS and self._are_items(texts):
            for b in (each for each in texts if not self._is_aside(each)):
                self.collector.add(
                    Point(section.kind, b.span, b.text, "section/paragraph", enumerations.number((b,))), section
                )
            return
        counts = ""
        for block in texts:
            under_way = bool(self.points.issues or self.points.recommendations)
            place = passages.Place(section, found=found, topic=topic, counts=counts, under_way=under_way)
            self._passage(block, place)
            counted = counts if series.counted(block.text, counts, self.lexicon)[0] else ""
            counts = counted or series.announced(leads.last_sentence(block), self.lexicon)

    def _only_leads(self, lead: Block) -> bool:
        """Tell whether the words before a list are one sentence that says what the list is, and no point."""
        return len(sentences.split(lead.text)) < 2 and bool(leads.kind_of(lead, self.lexicon))

    def _beside(self, section: Section, kind: str) -> list[Block]:
        """Return the blocks that go on with the account below a list of people, below a line such as "Share this", or as prose below an agenda."""
        heading = section.heading
        passing = heading is not None and bare(heading.text) in self.lexicon.phrases("reports", "passing")
        whole = _TEXTS if kind in _PEOPLE or passing else {BlockKind.PARAGRAPH} if section.kind == "agenda" else set()
        return [b for b in section.body if b.kind in _TEXTS and (b.kind in whole or label(b.text, self.lexicon))]

    def _are_items(self, texts: Sequence[Block]) -> bool:
        """Tell whether the paragraphs of a section of issues or recommendations stand one for each: a list whose marks were lost."""
        plain = [block.text for block in texts if not self._is_aside(block)]
        return len(plain) > 1 and all(
            2 < len(text.split()) <= _SHORT_PARAGRAPH
            and not text.rstrip().endswith(":")
            and len(sentences.split(text)) <= 2
            for text in plain
        )

    def _is_aside(self, block: Block) -> bool:
        """Tell whether a paragraph among points is only about the paper or the next meeting."""
        part = _PART.fullmatch(block.text) is not None
        return part or enumerations.is_link(block.text) or occasions.tells_of_meeting(block.text, self.lexicon)

    def _list(self, listed: Enumeration, section: Section, *, rough: bool) -> bool:
        """Read a list, and tell whether it is one of points; of one that may be, each item is read as a paragraph is."""
        kind, rule = self._kind_of_list(listed, section, rough=rough)
        place = self.place(Span(listed.blocks[0].span.start, listed.blocks[-1].span.end))
        if kind:
            if not enumerations.is_steady(listed.blocks):
                self.points.findings.append(finding("REP008", "the numbers of a list skip or repeat", place))
            self._entries(listed, kind, rule, section)
            return True
        self.points.reasons += [(block.span, rule) for block in listed.blocks]
        if rule == "possible-points" and len(listed.blocks) > 1:
            what = f"a list of {len(listed.blocks)} is no list of points for sure"
            self.points.findings.append(finding("REP011", what, place))
            for block in listed.blocks:
                self._passage(block, passages.Place(section, found=True))
        return False

    def _passage(self, block: Block, place: passages.Place) -> bool:
        """Keep what the sentences of a paragraph or item say; tell whether that gave points."""
        said = self.collector.spoken(block.text) if block.text.rstrip()[-1:] in _ENDS else None
        told = passages.told(block, replace(place, spoken=said.end() if said is not None else 0), self.lexicon)
        self._told(told, place.section, enumerations.number((block,)))
        return bool(told)

    def _told(self, told: Iterable[Point], section: Section, number: str = "") -> None:
        for point in told:
            self.collector.add(point if point.number else replace(point, number=number), section)

    def _entries(self, listed: Enumeration, kind: str, rule: str, section: Section) -> None:
        below, level = "", -1
        asked = addressed(listed.lead.text, self.lexicon, listed.lead.span.start) if listed.lead is not None else None
        to, place = asked, passages.Place(section, found=True)
        tasks = rule == _NOTES and passages.are_tasks([each.text for each in listed.blocks], self.lexicon)
        read = [*zip(enumerations.entries(listed, self.lexicon), listed.blocks, strict=True)]
        told = rule == _NOTES and _are_paragraphs([entry for entry, _ in read])
        for entry, block in read:
            if block.level <= level:
                below, level, to = "", -1, asked
            if entry.leads:
                to = addressed(entry.words, self.lexicon, entry.span.start) or asked
                said = leads.of_words(entry.words, self.lexicon) or kind_of(entry.words, self.lexicon)
                below, level = said or below, block.level
                self._passage(block, place)
                continue
            asking = entry.words.endswith("?") and (kind == "messages" or rule == _NOTES)
            if entry.detail or asking or below == leads.NOT_POINTS or below in _EXCLUDED:
                continue
            whole = told or label(block.text, self.lexicon) is not None or (rule == _NOTES and self._is_prose(entry))
            if (whole and self._passage(block, place)) or told:
                continue
            own = self._kind_of_item(entry.words, below if below in _POINTS else kind, loose=rule == _NOTES)
            own = "recommendations" if tasks and names_action(entry.words, self.lexicon) else own
            if own:
                self.collector.add(Point(own, entry.span, entry.words, rule, entry.number, to), section)

    def _kind_of_item(self, words: str, own: str, *, loose: bool) -> str:
        """Return what an item of a list is, empty if it only tells of the meeting.

        Args:
            own: what the list is.
            loose: whether the list holds points only because nothing says that it holds something else.
        """
        task, wanted = is_task(words, self.lexicon), is_wanted(words, self.lexicon)
        if own == "recommendations" and not task and prose.kind_of(words, self.lexicon) == "issues":
            return "recommendations" if wanted else "issues"
        if own == "recommendations" and not (task or wanted) and occasions.announces(words, self.lexicon):
            return ""
        if not loose:
            return passages.by_itself(words, own, self.lexicon)
        if not task and occasions.tells_of_meeting(words, self.lexicon):
            return ""
        asked = task or wanted or prose.kind_of(words, self.lexicon) == "recommendations"
        asked = asked or passages.asks_by_itself(words, self.lexicon)
        return "recommendations" if asked else passages.by_itself(words, own, self.lexicon)

    def _is_prose(self, entry: Entry) -> bool:
        """Tell whether an item is a numbered paragraph whose sentences are points each for itself."""
        said = [span.of(entry.words) for span in sentences.split(entry.words)] if entry.number else []
        kinds = [kind for each in said if (kind := prose.kind_of(each, self.lexicon))]
        return len(said) > 1 and bool(kinds) and (len(set(kinds)) > 1 or len(said) > 2)

    def _kind_of_list(self, listed: Enumeration, section: Section, *, rough: bool) -> tuple[str, str]:
        """Return the kind of a list's points and the rule; an empty kind and the reason if it holds none."""
        lead, shape = leads.kind_of(listed.lead, self.lexicon), enumerations.shape(listed, self.lexicon)
        people = shape == "names" and enumerations.are_people(listed, self.lexicon)
        if lead == leads.NOT_POINTS or shape in _NEVER or people:
            return "", lead if lead == leads.NOT_POINTS else shape
        if lead:
            asked = lead == "messages" and section.kind == "recommendations"
            return section.kind if asked else lead, "list/lead"
        if len(listed.blocks) > 1 and all(_QUOTATION.fullmatch(block.text) for block in listed.blocks):
            return "", "quotations"
        kind = section.kind or section.under
        if kind in _MESSAGES and not (kind == "messages" and self._are_minutes(listed)):
            return kind, f"list/{kind}"
        return ("", shape) if shape else self._guess(listed, kind, rough=rough)

    def _are_minutes(self, listed: Enumeration) -> bool:
        """Tell whether numbered paragraphs give an account of a meeting: the first of several says when or by whom it was held."""
        begin, numbered = listed.blocks[0], enumerations.number(listed.blocks[:1])
        return len(listed.blocks) > 1 and bool(numbered) and occasions.tells_of_meeting(begin.text, self.lexicon)

    def _guess(self, listed: Enumeration, kind: str, *, rough: bool) -> tuple[str, str]:
        """Decide on a list that neither a heading nor a cue in its lead-in calls one of points."""
        if listed.lead is not None and (told := leads.guess(leads.last_sentence(listed.lead), self.lexicon)):
            return told, "list/lead"
        minuted = kind in _DISCUSSED | {"messages"} and all(
            block.level or _SAID.search(block.text) for block in listed.blocks
        )
        among = len(listed.blocks) > 1 or any(point.rule == _NOTES for point in self.points.issues)
        notes = minuted or ((rough or kind in _DISCUSSED) and among and enumerations.are_statements(listed))
        return ("messages" if kind == "messages" else "issues", _NOTES) if notes else ("", "possible-points")


def _are_paragraphs(entries: Sequence[Entry]) -> bool:
    """Tell whether a list is made of the numbered paragraphs of a report, more than half of which have several sentences."""
    several = sum(len(sentences.split(entry.words)) > 1 for entry in entries)
    return all(entry.number for entry in entries) and several * 2 > len(entries) > 1
