"""Openings, days and groups: which of them are sessions of their own."""

from __future__ import annotations

from sessionfields import NAMES, report

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import markdown
from forumgraph.model import Source


def test_the_opening_is_a_session_where_it_has_a_day_and_hours() -> None:
    top = "# Report of the Coast Days\n\nOslo, 8-9 July 2021\n\n"
    two = "## I. Opening{}\n\nSpeakers noted that ice is dear.\n\n## II. Nets for boats (9 July, 11:00-12:30 EDT)\n\nSpeakers noted that nets are lost."
    found = report(top + two.format(" (8 July, 9:00-10:30 EDT)")).sessions
    told = [(s.title and s.title.value, s.date and s.date.value, s.start_time and s.start_time.value) for s in found]
    assert told[-2:] == [("Opening", "2021-07-08", "09:00"), ("Nets for boats", "2021-07-09", "11:00")]
    assert len(report(top + two.format(" (9:00)")).sessions) == 1


def test_days_far_apart_begin_meetings_of_one_name_and_days_of_one_meeting_do_not() -> None:
    log = "# Pier group weekly call notes\n\n## 2025-01-28\n\n- Towns should repair the pier\n- The lamp has been broken since the summer\n\n## {}\n\n- Towns should own the nets\n- Ice has been dear since the summer"
    found = report(log.format("2025-02-04")).sessions[-2:]
    assert [(s.title and s.title.value, s.date and s.date.value) for s in found] == [
        ("Pier group weekly call notes", "2025-01-28"),
        ("Pier group weekly call notes", "2025-02-04"),
    ]
    assert not any(s.part_of for s in found)
    assert len(report(log.format("2025-01-29")).sessions) == 1


def test_groups_of_one_session_are_no_sessions_unless_somebody_presided() -> None:
    top = "# Report of the Coast Forum\n\nThe forum was held in Oslo on 9 July 2019.\n\n"
    two = "## Breakout group 1: Ice\n\n{}Participants noted that ice is dear.\n\n## Breakout group 2: Nets\n\nParticipants noted that nets are lost."
    (found,) = report(top + two.format("")).sessions
    assert len(found.issues) > 1
    assert len(report(top + two.format("Moderator: Ana Reis\n\n")).sessions) > 1


def test_the_meeting_of_a_french_report_is_named_without_its_article() -> None:
    part = "## Session {} : {}\n\nTom Low a indiqué que la glace est trop chère.\n\n"
    text = "# Rapport de l'atelier sur la glace\n\nDakar, 10 mars 2021\n\n" + part.format(1, "Le froid")
    data = (text + part.format(2, "Les quais")).encode()
    found = convert(markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))), NAMES).sessions
    assert [[name.value for name in s.part_of] for s in found[-2:]] == [["atelier sur la glace"]] * 2
