"""The points of a session: issues that were discussed and recommendations that were made, by the layout they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forumgraph.converters.points import leads, occasions, passages, prose, series, tablepoints, topics
from forumgraph.converters.points.addressees import addressed
from forumgraph.converters.points.collecting import Collector, Point, Points, derived
from forumgraph.converters.points.tasks import is_task, is_wanted, label, names_action
from forumgraph.converters.words import enumerations, sentences
from forumgraph.converters.words.headings import bare, kind_of
from forumgraph.converters.words.phrases import first
from forumgraph.findings import finding
from forumgraph.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from forumgraph.converters.points.passages import Told
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
_PART = re.compile(r"[^\W\d_]{3,15}\s(?:\d{1,2}|[A-Z])\s?[:.–-]\s(?:\S{1,30}\s?){1,6}(?<![.;])")
"""A part of a meeting by its number: "Group 2: Fisheries"."""
_NEVER = frozenset({"links", "times", "figures"})
_SHORT_PARAGRAPH, _LONG_PARAGRAPH = 60, 25
_SENTENCES, _LONG_ITEM = 3, 100
_ENDS = ".!?…”»"
_LOOSE = frozenset({"list/notes", "list/discussion"})
"""Rules by which a list holds points only because nothing says that it holds something else."""


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
        for section in sections:
            if section.heading is not None and section in headed:
                kind = passages.by_itself(section.heading.text, section.under, self.lexicon)
                kind = "recommendations" if kind == "recommendations" else "issues"
                self.collector.add(Point(kind, section.heading.span, section.heading.text, "heading/topic"), section)
            self._section(section, rough=rough, topic=section in headed)
        self.points.issues.sort(key=lambda issue: issue.span)
        self.points.recommendations.sort(key=lambda asked: asked.span)
        self.points.recommendations += derived(self.points.issues, self.lexicon)
        return self.points

    def _section(self, section: Section, *, rough: bool, topic: bool) -> None:
        kind = section.kind or section.under
        if section.heading is not None:
            self.points.reasons.append((section.heading.span, "heading"))
        lists = enumerations.find(section.body)
        taken = {block.span for listed in lists for block in listed.blocks}
        if kind in _EXCLUDED and not self._is_speaker_list(section, lists):
            self.points.reasons += [(block.span, kind) for block in section.body]
            for block in self._beside(section, kind):
                self._paragraph(block, passages.Place(section, found=True))
            return
        self._told(tablepoints.told(section, self.lexicon), section)
        accepted = [listed for listed in lists if self._list(listed, section, rough=rough)]
        lead_ins = {
            listed.lead.span for listed in lists if listed.lead is not None and leads.kind_of(listed.lead, self.lexicon)
        }
        texts = [b for b in section.body if b.kind is BlockKind.PARAGRAPH and b.span not in taken]
        if self._are_items(texts, section, found=bool(accepted)):
            for block in (each for each in texts if not self._is_aside(each)):
                self._whole(block, section)
            return
        counts = series.below(section.body, self.lexicon)
        for block in texts:
            place = passages.Place(
                section,
                leads_list=block.span in lead_ins,
                found=bool(accepted),
                topic=topic,
                counts=counts.get(block.span, ""),
                under_way=bool(self.points.issues or self.points.recommendations),
            )
            self._paragraph(block, place)

    def _whole(self, block: Block, section: Section) -> None:
        """Keep a paragraph as one point, or as those that semicolons part."""
        number = enumerations.number((block,))
        for part in enumerations.parted(block.text, self.lexicon) or (Span(0, len(block.text)),):
            place = Span(block.span.start + part.start, block.span.start + part.end)
            self.collector.add(Point(section.kind, place, part.of(block.text), "section/paragraph", number), section)

    def _beside(self, section: Section, kind: str) -> list[Block]:
        """Return the blocks that go on with the account below a list of people, or below a line such as "Share this"."""
        if kind in _PEOPLE:
            return [block for block in section.body if block.kind in _TEXTS]
        heading = section.heading
        if heading is None or bare(heading.text) not in self.lexicon.phrases("reports", "passing"):
            return []
        return [b for b in section.body if b.kind is BlockKind.PARAGRAPH and len(b.text.split()) >= _LONG_PARAGRAPH]

    def _is_speaker_list(self, section: Section, lists: Sequence[Enumeration]) -> bool:
        said = [self.collector.is_spoken(block.text) for listed in lists for block in listed.blocks]
        return section.kind == "speakers" and bool(said) and all(said)

    def _are_items(self, texts: Sequence[Block], section: Section, *, found: bool) -> bool:
        """Tell whether the paragraphs of a section of issues or recommendations stand one for each: a list whose marks were lost."""
        texts = [block for block in texts if not self._is_aside(block)]
        if found or section.kind not in {"issues", "recommendations"} or len(texts) < 2:
            return False
        return all(
            len(b.text.split()) <= _SHORT_PARAGRAPH and not b.text.rstrip().endswith(":") for b in texts
        ) and all(len(sentences.split(b.text)) <= 2 and len(b.text.split()) > 2 for b in texts)

    def _is_aside(self, block: Block) -> bool:
        """Tell whether a paragraph among points is only about the paper or the next meeting."""
        part = _PART.fullmatch(block.text) is not None
        return part or enumerations.is_link(block.text) or occasions.tells_of_meeting(block.text, self.lexicon)

    def _list(self, listed: Enumeration, section: Section, *, rough: bool) -> bool:
        kind, rule = self._kind_of_list(listed, section, rough=rough)
        whole = Span(listed.blocks[0].span.start, listed.blocks[-1].span.end)
        if not kind:
            self.points.reasons += [(block.span, rule) for block in listed.blocks]
            if rule == "possible-points" and len(listed.blocks) > 1:
                self.points.findings.append(
                    finding(
                        "REP011", f"a list of {len(listed.blocks)} is no list of points for sure", self.place(whole)
                    )
                )
                for block in listed.blocks:
                    self._item(block, section)
            return False
        if not enumerations.is_steady(listed.blocks):
            self.points.findings.append(finding("REP008", "the numbers of a list skip or repeat", self.place(whole)))
        self._entries(listed, kind, rule, section)
        return True

    def _item(self, block: Block, section: Section) -> bool:
        """Read an item as a paragraph is read, by what its sentences say; tell whether that gave points."""
        told = passages.told(block, passages.Place(section, found=True), self.lexicon)
        self._told(told, section, enumerations.number((block,)))
        return bool(told)

    def _entries(self, listed: Enumeration, kind: str, rule: str, section: Section) -> None:
        below, level = "", -1
        lead = leads.kind_of(listed.lead, self.lexicon)
        asked = addressed(listed.lead.text, self.lexicon, listed.lead.span.start) if listed.lead is not None else None
        to = asked
        tasks = rule in _LOOSE and passages.are_tasks([each.text for each in listed.blocks], self.lexicon)
        for entry, block in zip(enumerations.entries(listed, self.lexicon), listed.blocks, strict=True):
            if block.level <= level:
                below, level, to = "", -1, asked
            if entry.leads:
                to = addressed(entry.words, self.lexicon, entry.span.start) or asked
                level = block.level
                said = leads.of_words(entry.words, self.lexicon) or kind_of(entry.words, self.lexicon)
                messages = first(entry.words, self.lexicon.phrases("cues", "message_lead")) is not None
                said = "" if said == "issues" and messages and kind == "recommendations" else said
                below, level = said or below, block.level if said else level
                continue
            if entry.detail or not entry.words or below == leads.NOT_POINTS or below in _EXCLUDED:
                continue
            own = below if below in {"issues", "recommendations"} else kind
            if (rule in _LOOSE and self._is_prose(entry) and self._item(block, section)) or self._labelled(
                block, section
            ):
                continue
            own = self._kind_of_item(entry.words, own, rule, loose=rule in _LOOSE and own == kind, led=lead == "issues")
            own = "recommendations" if tasks and names_action(entry.words, self.lexicon) else own
            if not own:
                continue
            self.collector.add(Point(own, entry.span, entry.words, rule, entry.number, to=to), section)

    def _kind_of_item(self, words: str, own: str, rule: str, *, loose: bool, led: bool) -> str:
        """Return what an item of a list is, empty if it only tells of the meeting.

        Args:
            loose: whether the list holds points only because nothing says that it holds something else.
            led: whether the words before the list call it one of issues.
        """
        task = is_task(words, self.lexicon)
        if rule in _LOOSE and not task and occasions.tells_of_meeting(words, self.lexicon):
            return ""
        if rule in _LOOSE and own == "issues" and task:
            return "recommendations"
        spoken = own == "issues" and not led and self.collector.is_spoken(words)
        if own == "recommendations" and not task and prose.kind_of(words, self.lexicon) == "issues":
            return passages.by_itself(words, "messages", self.lexicon)
        if loose and (is_wanted(words, self.lexicon) or passages.asks_by_itself(words, self.lexicon)):
            return "recommendations"
        called = loose and prose.kind_of(words, self.lexicon) == "recommendations"
        return passages.by_itself(words, "messages" if spoken or called else own, self.lexicon)

    def _labelled(self, block: Block, section: Section) -> bool:
        """Read an item that says what it is: "Recommendation 2: ..."."""
        return label(block.text, self.lexicon) is not None and self._item(block, section)

    def _is_prose(self, entry: Entry) -> bool:
        """Tell whether an item is a numbered paragraph or a long one, whose sentences are points each for itself."""
        words = entry.words
        if not entry.number and len(words.split()) <= _LONG_ITEM:
            return False
        said = [span.of(words) for span in sentences.split(words)]
        kinds = {kind for each in said if (kind := prose.kind_of(each, self.lexicon))}
        return len(kinds) > 1 or (len(said) >= _SENTENCES and len(words.split()) > _SHORT_PARAGRAPH and bool(kinds))

    def _kind_of_list(self, listed: Enumeration, section: Section, *, rough: bool) -> tuple[str, str]:
        """Return the kind of a list's points and the rule; an empty kind and the reason if it holds none."""
        shape = enumerations.shape(listed, self.lexicon)
        lead = leads.kind_of(listed.lead, self.lexicon) or self._of_heading(listed, section)
        people = shape == "names" and enumerations.are_people(listed, self.lexicon)
        remark = listed.lead is not None and not listed.lead.text.rstrip().endswith(":")
        if lead == leads.NOT_POINTS and remark and section.kind in {"issues", "recommendations"}:
            lead = ""
        lead = section.kind if lead == "messages" and section.kind == "recommendations" else lead
        if shape in _NEVER or lead == leads.NOT_POINTS or people:
            return "", lead if lead == leads.NOT_POINTS else shape
        if lead:
            return lead, "list/lead"
        kind = section.kind or section.under
        if kind in {"issues", "recommendations"} or (kind == "messages" and shape != "names"):
            return kind, f"list/{kind}"
        told = (
            leads.guess(leads.last_sentence(listed.lead), self.lexicon) if listed.lead is not None and not shape else ""
        )
        if told:
            return told, "list/lead"
        return ("", shape) if shape else self._unlabelled(listed, kind, rough=rough)

    def _of_heading(self, listed: Enumeration, section: Section) -> str:
        """Return what an unknown heading that ends with a colon says of the list at once below it: "**We call on governments to:**"."""
        heading = section.heading
        leading = heading is not None and not section.kind and heading.text.rstrip().endswith(":")
        return leads.of_words(heading.text, self.lexicon) if heading and leading and listed.lead is None else ""

    def _unlabelled(self, listed: Enumeration, kind: str, *, rough: bool) -> tuple[str, str]:
        """Decide on a list that neither a heading nor a lead-in calls one of points."""
        if kind in {"discussion", "parts"}:
            return "issues", "list/discussion"
        return ("issues", "list/notes") if rough and enumerations.are_statements(listed) else ("", "possible-points")

    def _paragraph(self, block: Block, place: passages.Place) -> None:
        spoken = block.text.rstrip()[-1:] in _ENDS and self.collector.is_spoken(block.text)
        place = replace(place, spoken=block.text[: block.text.find(":") + 1] if spoken else "")
        self._told(passages.told(block, place, self.lexicon), place.section, enumerations.number((block,)))

    def _told(self, told: Iterable[Told], section: Section, number: str = "") -> None:
        for each in told:
            if each.kind == passages.LEAD_IN:
                self.points.reasons.append((each.span, passages.LEAD_IN))
            else:
                self.collector.add(
                    Point(each.kind, each.span, each.words, each.rule, each.number or number, to=each.to), section
                )
