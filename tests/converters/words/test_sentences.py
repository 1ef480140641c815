import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumgraph.converters.words.sentences import inside_quotations, split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        (
            "Para. 89 of res. 70/1, cf. Art. 5, was read. It holds.",
            ["Para. 89 of res. 70/1, cf. Art. 5, was read.", "It holds."],
        ),
        (
            "H.E. Ms. Ann Ray and Dr. J. Smith met Mr. Lee. They agreed.",
            ["H.E. Ms. Ann Ray and Dr. J. Smith met Mr. Lee.", "They agreed."],
        ),
        (
            "The U.S. Government spoke. It is in the U.S. The end.",
            ["The U.S. Government spoke.", "It is in the U.S.", "The end."],
        ),
        ("Tous sont venus. « La glace », a dit Luc.", ["Tous sont venus.", "« La glace », a dit Luc."]),
        (
            "They were urged to act. ”There is room”, she said.",
            ["They were urged to act.", "”There is room”, she said."],
        ),
        ("It closed at 5 p.m. The chair left.", ["It closed at 5 p.m.", "The chair left."]),
        ("E.g. Kenya, i.e. Nairobi, and St. Lucia. Done.", ["E.g. Kenya, i.e. Nairobi, and St. Lucia.", "Done."]),
        ("See no. 5 and No. 6. He said no. They left.", ["See no. 5 and No. 6.", "He said no.", "They left."]),
        ("It was 2017. 140 side events took place.", ["It was 2017.", "140 side events took place."]),
        ("The govt. and others met. ok no capital", ["The govt. and others met. ok no capital"]),
        ("On Sept. 9 we met.", ["On Sept. 9 we met."]),
        ("1. The first point. 2. The second", ["1. The first point.", "2. The second"]),
        ("Wait... Now (he said so.) Then", ["Wait...", "Now (he said so.)", "Then"]),
        ("It ended.12 The next.", ["It ended.12", "The next."]),
        ("no stop\nnext block", ["no stop", "next block"]),
        ("M. Dupont a parlé. Voir par. 89.", ["M. Dupont a parlé.", "Voir par. 89."]),
        ("El Sr. Pérez habló. ¿Qué hacer? Véase párr. 5.", ["El Sr. Pérez habló.", "¿Qué hacer?", "Véase párr. 5."]),
        ("Target 16.7 is vital. See www.un.org for more.", ["Target 16.7 is vital.", "See www.un.org for more."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split(text)] == sentences


def test_offsets_are_into_the_document() -> None:
    assert [(span.start, span.end) for span in split(" One. Two.", 10)] == [(11, 15), (16, 20)]


WORDS = st.sampled_from(
    ["We", "met", "no", "Mr", "U.S", "5", ".", ". ", "! ", " ", "\n", "(", '"', "…", "\u2028", "\x85", "\t"]
)


@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map("".join)))
def test_sentences_cover_every_character_but_white_space_and_never_overlap(text: str) -> None:
    end = 0
    for span in split(text):
        assert not text[end : span.start].strip()
        assert span.of(text).strip() == span.of(text) != ""
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("unit", ["A. ", "a.", ".", " ", "Mr. A ", "1. ", "We met. "])
def test_long_repetitive_lines_take_time_in_proportion(unit: str) -> None:
    start = time.process_time()
    split((unit * 60_000)[:60_000])
    assert time.process_time() - start < 2


def test_a_quotation_is_open_until_its_mark() -> None:
    text = "She said: “Ice is dear. Nets are old.” Boats wait."
    assert inside_quotations(text, split(text)) == [False, True, False]
