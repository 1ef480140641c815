"""Numbered paragraphs of official reports, and prose among headings of a programme."""

from __future__ import annotations

from points import asked, issues


def test_a_numbered_paragraph_that_only_says_who_was_there_is_no_point() -> None:
    text = (
        "1. The round table was chaired by Ana Reis. The panel comprised Jo Lund and Li Wei.\n\n"
        "2. Participants expressed concern that ice is dear. Many speakers regretted the delay.\n\n"
        "3. Others pointed out that piers are old. Towns called for a fund.\n"
    )
    assert issues(text) == [
        "Participants expressed concern that ice is dear.",
        "Many speakers regretted the delay.",
        "Others pointed out that piers are old.",
    ]


def test_prose_below_a_heading_of_a_programme_is_no_agenda() -> None:
    text = "## 1. Coast programme\n\nTowns stressed that the programme needs ice.\n\n- Opening\n- Lunch\n\n## 2. Ice\n\nSpeakers noted that ice is dear.\n"
    assert {found for _, found in asked(text)} | {*issues(text)} == {
        "Towns stressed that the programme needs ice.",
        "Speakers noted that ice is dear.",
    }


def test_paragraphs_are_counted_through_chapters_of_several_ranks() -> None:
    text = (
        "I. Opening\n\n1. The dialogue was opened by Ana Reis in the harbour hall of Oslo on Monday. It brought together many crews.\n\n"
        "2. Jo Lund and Li Wei made opening statements on boats, ice, nets and old piers.\n\n"
        "II. Discussions\n\nA. Ice\n\n3. Speakers noted that ice had been dear all summer. Others regretted that boats came home empty.\n\n"
        "B. Nets\n\n4. Crews observed that nets were lost in storms all along the coast. They regretted the loss of time.\n\n"
        "5. One participant said that old nets were not taken back by those who sell them.\n"
    )
    assert "Others regretted that boats came home empty." in issues(text)
    assert not any(words.startswith(("The dialogue", "Jo Lund")) for words in issues(text))
