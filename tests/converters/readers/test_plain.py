"""Plain text as it really comes."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from forumgraph.converters.readers import plain
from forumgraph.model import Block, BlockKind, Document, Source


def read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data)))


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.marker, b.text) for b in read(text).blocks]


def texts(text: str) -> list[str]:
    return [b.text for b in read(text).blocks]


def kept(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [(b.kind, b.text, b.marker, b.level, b.list) for b in blocks]


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300) | st.text("ab -*1.()\n\t\f|#=:AB", max_size=200))
def test_any_text_is_read_and_every_block_quotes_it(text: str) -> None:
    document = read(text)
    assert all(block.span.of(document.text) == block.text for block in document.blocks)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    read(data)


@settings(deadline=None)
@given(st.text("ab .\n", max_size=120))
def test_no_word_is_lost_or_made_up(text: str) -> None:
    assert "".join(read(text).text.split()) == "".join(text.split())


WORDS = st.sampled_from(
    "access to data for all governments the review in New York and people of Valongo digital platform is needed 2030 16.7 SDG".split()
)
SENTENCE = (
    st.lists(WORDS, min_size=20, max_size=60)
    .filter(lambda words: len(set(words)) > 6)  # one word over and over shows no width: lines end alike by chance
    .map(lambda words: "Participants " + " ".join(words) + ".")
)


def laid_out(paragraphs: list[str], items: list[str], width: int) -> str:
    filled = [textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs]
    numbered = [
        textwrap.fill(item, width, initial_indent=f"{n}. ", subsequent_indent="   ", break_on_hyphens=False)
        for n, item in enumerate(items, 1)
    ]
    return "\n\n".join([*filled, "\n".join(numbered)])


@settings(deadline=None)
@given(
    st.lists(SENTENCE, min_size=2, max_size=5),
    st.lists(SENTENCE, min_size=1, max_size=4),
    st.sampled_from([60, 66, 72, 78, 100]),
)
def test_wrapping_changes_no_block(paragraphs: list[str], items: list[str], width: int) -> None:
    lines = laid_out(paragraphs, items, width).splitlines()
    assume(any(line[:1].islower() for line in lines))  # where each line goes on with a name, nothing tells of a width
    assert kept(read(laid_out(paragraphs, items, width)).blocks) == kept(
        read(laid_out(paragraphs, items, 100_000)).blocks
    )


REPORT = """Report of the preparatory meeting

Date: 9 July 2017
Venue: Church Center, New York
Organisers: UN DESA and the HLPF Coordination Mechanism

{intro}

1. {one}
2. {two}

140 side events

{lead}

1. {two}
2. {one}
   (a) {sub}
   (b) {two}
3. {sub}

- {one}
- {sub}
"""


@pytest.mark.parametrize("width", [60, 65, 72, 76, 80, 90, 99])
def test_a_whole_report_gives_the_same_blocks_at_any_width(width: int) -> None:
    words = {
        "intro": "The gathering was organised by the Division together with the Coordination Mechanism - a body of Major Groups - and it spoke of SDG 16. The President of ECOSOC joined the opening and around 200 people came to the Church Center to get ready.",
        "one": "We need a better coordination mechanism between the capitals and New York – and more time for those who prepare a review in 2030. It was said often",
        "two": "Governments should invite stakeholders before the first draft of a review is written, at least 3. This was agreed by everybody who had come",
        "lead": "The participants disused how the groups work with one another and with governments, with Austria and with Jamaica, and deliberated;",
        "sub": "Small organisations cannot pay for travel and visas although the follow-up and review of the Goals depends on what they know",
    }
    plain_text = REPORT.format(**words)
    wrapped = "\n".join(
        textwrap.fill(
            line,
            width,
            subsequent_indent=" " * (len(line) - len(line.lstrip()) + hang(line)),
            break_on_hyphens=False,
            replace_whitespace=False,
        )
        for line in plain_text.split("\n")
    )
    assert max(map(len, wrapped.split("\n"))) <= width
    assert kept(read(wrapped).blocks) == kept(read(plain_text).blocks)
    assert [b.list for b in read(plain_text).blocks if b.kind is BlockKind.ITEM] == [0, 0, 1, 1, 2, 2, 1, 3, 3]


def hang(line: str) -> int:
    start = line.strip()[:2]
    return {"1.": 3, "2.": 3, "3.": 3, "(a": 4, "(b": 4, "- ": 2}.get(start, 0)


def test_a_list_that_restarts_is_a_new_list_and_the_line_between_belongs_to_neither() -> None:
    blocks = read(
        "Lead:\n\n1. One\n2. Two\n3. Three\n\n140 side events\n\nThey deliberated;\n\n1. Eins\n2. Zwei"
    ).blocks
    assert [(b.kind.value, b.list) for b in blocks] == [
        ("paragraph", -1),
        *[("item", 0)] * 3,
        *[("paragraph", -1)] * 2,
        *[("item", 1)] * 2,
    ]


def test_a_line_without_the_hanging_indent_is_not_swallowed_even_without_a_blank_line() -> None:
    assert texts("1. One thing\n2. Two things\n140 side events\n1. Eins") == [
        "One thing",
        "Two things",
        "140 side events",
        "Eins",
    ]


def test_a_list_goes_on_after_a_remark_when_its_numbers_do() -> None:
    blocks = read("1. One thing.\n2. Two things.\n\nA remark.\n\n3. Three things.\n4. Four things.").blocks
    assert [b.list for b in blocks] == [0, 0, -1, 0, 0]


def test_levels_follow_the_indent() -> None:
    blocks = read("1. One\n   - a\n   - b\n     * deeper\n2. Two\n   - c").blocks
    assert [(b.level, b.list) for b in blocks] == [(0, 0), (1, 1), (1, 1), (2, 2), (0, 0), (1, 3)]


def test_levels_follow_the_kind_of_marker_where_there_is_no_indent() -> None:
    assert [b.level for b in read("89. One\n(a) x\n(b) y\n90. Two").blocks] == [0, 1, 1, 0]


def test_a_paragraph_of_an_item_is_its_own_block_but_does_not_end_the_list() -> None:
    blocks = read("- one\n\n  more on one\n\n- two").blocks
    assert [(b.kind.value, b.list) for b in blocks] == [("item", 0), ("paragraph", -1), ("item", 0)]


def test_a_hyphen_at_a_line_end_belongs_to_the_line_or_to_the_word() -> None:
    text = "The participants spoke at length about the follow-up and imple-\nmentation of the Agenda, and they asked for a true follow-\nup of the pre-\nHLPF meetings and for inter-\nnational attention from the multi-\nstakeholder bodies."
    (only,) = texts(text)
    assert "implementation" in only
    assert "true follow-up" in only
    assert "pre-HLPF" in only
    assert "international" in only
    assert "multi-stakeholder" in only


def test_a_line_that_ends_with_the_first_word_of_a_sentence_goes_on() -> None:
    text = (
        "Minutes of the boat desk\n\nPlace: Oslo\n\n"
        "Ida Berg told the meeting that the old pier which was promised holds six boats and no more than that. Joachim\n"
        "Vik answered that the only free pier is the one at the mill.\n"
    )
    assert len(texts(text)) == 3


def test_an_item_goes_on_in_a_line_that_begins_with_a_quotation_mark() -> None:
    text = (
        "- Many members agreed that the coming meeting of the boats could use the old words of the charter\n"
        "“leave no boat behind”;\n- The others said that the charter is old and that the boats of the coast have gone on\nfor long\n"
    )
    assert texts(text)[0].endswith("“leave no boat behind”;")


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a ",
        "1. ",
        "- ",
        "**",
        "** a",
        "|",
        "\t",
        "=",
        "a-\n",
        "A: ",
        "a\n",
        "1.\n",
        "\f",
        "a b\n\n",
        "#",
        "[bookmark: ",
    ],
)
def test_long_repetitive_texts_are_read_in_linear_time(unit: str) -> None:
    read(unit * (60_000 // len(unit)))


def test_lines_that_each_begin_with_a_person_are_a_list_however_long() -> None:
    persons = (
        "H.E. Mr. Ode Harbour, Permanent Representative of the Islands to the UN\n"
        "Ms. Ines Pier, Special Envoy for the Deep Water of the Sea, Kingdom of the Coast and of the Dunes\n"
    )
    prose = "Mr. Harbour thanked all who had come from the islands and the coast, and was followed by\nMs. Pier, who spoke on the sea and on the boats, and who said that there is nothing to\nfear.\n"
    assert [text for _, _, text in shown("Speakers:\n" + persons)][1:] == persons.splitlines()
    assert len(shown(prose)) == 1
