"""Front matter: keys above the text of a page, in Markdown and plain text."""

from __future__ import annotations

import pytest

from forumgraph.converters.readers import markdown, plain
from forumgraph.model import BlockKind, Document, Source


def read(text: str) -> Document:
    return markdown.read(text.encode(), Source("a.md", "text/markdown", "0" * 64, len(text)))


def told(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if block.kind is not BlockKind.NOTE]


def noted(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if block.kind is BlockKind.NOTE]


def test_front_matter_becomes_lines_a_title_and_only_a_publication_date() -> None:
    document = read(
        '---\ntitle: "A readout"\ndate: 2022-02-02\npublished: 2022-02-10T09:00\norganisers:\n  - UN DESA\n  - GTF\n---\nwords'
    )
    assert (document.title, document.published) == ("A readout", "2022-02-10")
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("heading", "A readout"),
        ("paragraph", "Date: 2022-02-02"),
        ("paragraph", "Organisers: UN DESA, GTF"),
        ("paragraph", "words"),
        ("note", "published: 2022-02-10T09:00"),
    ]
    assert document.blocks[3].line == 9


def test_the_date_of_a_page_that_tells_of_no_event_is_its_publication() -> None:
    document = read("---\nlayout: post\ndate: 2022-02-02T10:11:12.1Z\n---\nwords")
    assert document.published == "2022-02-02"
    assert [b.text for b in document.blocks if b.kind is not BlockKind.NOTE] == ["words"]


def test_the_title_above_a_page_is_told_once_and_its_headings_stand_below_it() -> None:
    page = read("---\ntitle: Ice Day\n---\n# Talks\n\nwords\n\n# Tar\n\nwords")
    assert [(b.text, b.level) for b in page.blocks[:2]] == [("Ice Day", 1), ("Talks", 2)]
    assert [b.text for b in read("---\ntitle: Ice Day\n---\n# Ice Day\n\nwords").blocks][:2] == ["Ice Day", "words"]


def test_a_heading_that_is_a_day_is_no_title_of_the_page() -> None:
    page = read("---\ntitle: Talks on ice\n---\n## Sunday 25 September 2022\n\n### Ideas\n\nwords")
    assert [b.text for b in page.blocks[:2]] == ["Talks on ice", "Sunday 25 September 2022"]


def test_a_summary_above_a_page_is_told_unless_the_text_begins_with_it() -> None:
    page = "---\ntitle: Ice Day\nabstract: >\n  All met on\n  the ice.\n---\n"
    assert [b.text for b in read(page + "Words.").blocks] == ["Ice Day", "All met on the ice.", "Words."]
    assert read(page + "All met on the ice.").blocks[-1].kind is BlockKind.NOTE


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert told("---\n\nwords\n\n---\nmore") == ["words", "more"]


def test_words_between_two_rules_are_no_front_matter_although_they_begin_with_labels() -> None:
    page = "---\nTitle: Ice Day\nDate: 12 March 2021\n\nAnna Berg asked for ice.\n\n---\n\nAll met."
    assert [words for words in told(page) if "ice." in words] == ["Anna Berg asked for ice."]
    assert not noted(page)


def test_front_matter_may_hold_comments_brackets_tables_and_folded_values() -> None:
    page = "---\ntitle: Ice Day\n# made by hand\ntags: [\n  ice,\n]\n---\nAll met."
    assert told(page) == ["Ice Day", "All met."]
    assert len(noted(page)) == 1


def test_a_low_heading_at_the_top_is_not_the_title_of_its_page() -> None:
    assert told("---\ntitle: Ice Day\n---\n### Press desk\n\nAll met.") == ["Ice Day", "Press desk", "All met."]


def test_a_section_at_the_top_is_not_the_title_a_page_prints_itself() -> None:
    assert told("---\ntitle: Ice Day\n---\n## Recommendations\n\nSell ice.") == [
        "Ice Day",
        "Recommendations",
        "Sell ice.",
    ]


def test_keys_inside_lists_are_left_out_and_lists_in_brackets_are_opened() -> None:
    page = """---
speakers:
  - name: Ana Reis
    org: Ice Union
  - name: Tom Low
organizers: ["UN DESA", 'Ice Union']
---
All met."""
    assert told(page) == ["Speakers: Ana Reis, Ice Union; Tom Low", "Organizers: UN DESA, Ice Union", "All met."]


def test_the_day_of_an_event_outdoes_the_date_of_its_page() -> None:
    page = "---\ndate: 2021-03-20\nevent_date: 2021-03-12\nvenue: Oslo\n---\nAll met."
    assert told(page) == ["Event date: 2021-03-12", "Venue: Oslo", "All met."]
    assert read(page).published == "2021-03-20"


def test_small_keys_without_a_fence_are_front_matter_and_labels_that_people_write_are_none() -> None:
    data = b"title: Ice Day\nvenue: Oslo\nslug: ice\n\nAll met."
    source = Source("a.txt", "text/plain", "0" * 64, len(data))
    copy, report = plain.read(data, source), plain.read(data.replace(b"slug: ice", b"Chair: Ana Reis"), source)
    assert [block.text for block in copy.blocks] == ["Ice Day", "Venue: Oslo", "All met.", "slug: ice"]
    assert "Chair: Ana Reis" in [block.text for block in report.blocks]


@pytest.mark.parametrize(("key", "first"), [("Slug", "Ice Day"), ("Chair", "Title: Ice Day")])
def test_keys_with_capitals_are_front_matter_where_one_is_only_of_sites(key: str, first: str) -> None:
    data = f"Title: Ice Day\nDate: 2019-07-09 15:50\n{key}: ice\n\nAll met.".encode()
    found = markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data)))
    assert found.blocks[0].text == first
    assert found.published == ("2019-07-09" if key == "Slug" else "")
