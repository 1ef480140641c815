"""Days that pages give of themselves, and days that sentences give without a year."""

from __future__ import annotations

import pytest
from sessionfields import fields

from forumgraph.converters.calendar import dates
from forumgraph.converters.words.lexicon import lexicons


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# Ice forum: looking back\n\nMay 9, 2019\n\nBy Ida Holm, editor\n\nThe forum brought towns together. Delegates discussed ice.", None),
        ("# Ice forum: looking back\n\ndate: 2019-05-09T00:14:52.032Z\n\nThe forum brought towns together. Delegates discussed ice.", None),
        ("ICE/FOR.3/5 PORT/2019/2 9 May 2019\n\n# Third ice forum\n\nBonn, 2 and 3 May 2019\n\nSummary by the chair\n\nDelegates discussed ice.", "2019-05-02"),
        ("# Report of the ice forum\n\nMay 9, 2019\n\nThe forum brought towns together. Delegates discussed ice.", "2019-05-09"),
        ("# Report of the ice forum\n\nTown Office ICE/FOR.3/5 9 May 2019\n\nThe forum was held in Bonn on 3 May 2019. Delegates discussed ice.", "2019-05-03"),
        ("# Report of the ice forum\n\nDate 2019/05/09     Hour 11:40:16\n\nThe forum was held in Bonn on 3, May 2019. Delegates discussed ice.", "2019-05-03"),
        ("# Ice forum ends\n\nThe port joined the town to hold a forum on ice from 2-3 May 2019. Delegates discussed ice and noted its cost.", "2019-05-02"),
    ],
)  # fmt: skip
def test_the_day_beside_a_writer_a_machines_hour_or_a_symbol_is_that_of_issue(text: str, day: str | None) -> None:
    assert fields(text).get("date") == day


def test_the_hour_at_which_a_page_was_posted_is_no_hour_of_the_meeting() -> None:
    text = "# Ice forum ends\n\nPosted May 9, 2019 10:10 am\n\nThe ice forum was held in Bonn on 3 May 2019. Delegates discussed ice."
    assert fields(text)["date"] == "2019-05-03"
    assert "start_time" not in fields(text)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on July 9 in Rome", "--07-09"),
        ("from Jan. 24-26 in Rome", "--01-24"),
        ("May 9 at the port", "--05-09"),
        ("In July 9 towns met", ""),
        ("Issue 4 - Thursday, 9 July", "--07-09"),
        ("In May 2 of them left", ""),
        ("on 13/2/21", "2021-02-13"),
        ("on 13/2/98", "1998-02-13"),
        ("PORT/13/2/21", ""),
    ],
)
def test_days_stand_before_small_words_and_with_years_in_two_figures(words: str, day: str) -> None:
    assert next((mention.start for mention in dates.find(words, lexicons()["en"])), "") == day
