"""Verbs that tell of the past by their form, and papers that tell of one person or of months."""

from __future__ import annotations

import pytest

from forumgraph.converters.genre import pasts
from forumgraph.converters.genre.kinds import decide
from forumgraph.converters.readers import markdown
from forumgraph.converters.words.languages import detect
from forumgraph.converters.words.lexicon import lexicons
from forumgraph.model import DocumentKind, Source


def kind(text: str) -> DocumentKind:
    data = text.encode()
    blocks = markdown.read(data, Source("a.md", "text/markdown", "0" * 64, len(data))).blocks
    return decide(blocks, lexicons()[detect(text)]).kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The talks were recently held in Oslo.", 1),
        ("Talks held in Oslo every May.", 0),
        ("The talks of the ports\nshaped the plan.", 1),
        ("Participants then mapped quays; participants interested in quays may write.", 1),
        ("The day shaped the plan.", 1),
        ("The plan was shaped by two ports, and has shaped the law.", 0),
        ("They need the plan.", 0),
    ],
)
def test_what_stands_around_a_verb_tells_whether_it_is_of_the_past(text: str, told: int) -> None:
    assert pasts.count(text, lexicons()["en"]) == told


@pytest.mark.parametrize(
    "text",
    [
        "# Day two at the forum\n\nThe forum took place in Oslo on 3 May 2021. I lost my badge, found my friends and took my coat. I shall sleep.",
        "# My first forum\n\nThe forum of ports took place in Oslo on 3 May 2021 and brought together 300 towns. It was my best week, and all discussed noise.",
        "# Mon premier forum\n\nLe forum des ports a eu lieu à Metz le 3 mai 2021 et a réuni 300 villes. Je garde mes souvenirs de la ville et de ses quais. On y a débattu du bruit dans les rues.",
        "# Activities of the port network\n\nJanuary - September 2021\n\nThe forum of ports took place in Oslo on 3 May 2021. Mayors discussed noise.",
        "# Forum of ports\n\nThe network told the press today that a forum is to be held in Oslo on 3 May 2031. “It is due to open with a film,” Ida Berg said. She added that it was needed, and recalled the noise.",
    ],
)
def test_papers_of_one_person_or_of_months_or_of_what_will_be_are_no_reports(text: str) -> None:
    assert kind(text) is DocumentKind.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "# The forum\n\nThe forum of ports took place in Oslo on 3 May 2021.\n\nIda Berg (Ports): I think I know my quays and I want a wall.\n\n“I know my quays and I want my wall”, said Ola Dahl.",
        "# Online consultation on quays, January - March 2021\n\nParticipants discussed noise. They stressed cost.",
        "# Part I of the forum\n\nThe forum took place in Oslo on 3 May 2021. Part I was on ice. I learned that quays are loud. Mayors stressed cost and noted noise.",
    ],
)
def test_reports_quote_persons_and_may_last_for_months(text: str) -> None:
    assert kind(text) is DocumentKind.REPORT


def test_sessions_may_be_called_by_questions() -> None:
    heads = ("Who wants ice?", "Who pays for it?", "Who makes it?")
    told = [f"## Session {n}: {head}\n\nSpeakers noted cost." for n, head in enumerate(heads, 1)]
    assert kind("\n\n".join(("# Forum on ice, Oslo, 3 May 2021", *told))) is DocumentKind.REPORT
