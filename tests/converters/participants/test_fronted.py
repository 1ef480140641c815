"""Roles told before the name: "Moderating was", "Chairing the session,", "supported by Kenya"."""

import pytest
from casts import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chairing the session, Ida Berg thanked the crew.", [("chair", "Ida Berg")]),
        ("Moderating the panel was Ida Berg of ICLEI.", [("moderator", "Ida Berg")]),
        ("The session chair, Ida Berg, thanked the crew.", [("chair", "Ida Berg")]),
        ("Co-Chair Berg said that locks are old.", [("chair", "Berg")]),
        ("Chair Ida Berg invited all to speak.", [("chair", "Ida Berg")]),
        ("UNDP Chair Ida Berg invited all to speak.", [("speaker", "Ida Berg")]),
        (
            "This point was reinforced by Ms. Ida Berg and by Mr. Tom Roe.",
            [("speaker", "Ida Berg"), ("speaker", "Tom Roe")],
        ),
        ("Kenya, supported by Jamaica, proposed new text.", [("speaker", "Jamaica"), ("speaker", "Kenya")]),
        ("Austria, with Jamaica, suggested a pause.", [("speaker", "Austria"), ("speaker", "Jamaica")]),
        ("Ms. Ida Berg was elected Chair.", [("chair", "Ida Berg")]),
        (
            "Members appointed two Co-Chairs, Ida Berg (Kenya) and Tom Roe (Jamaica).",
            [("chair", "Ida Berg"), ("chair", "Tom Roe")],
        ),
    ],
)
def test_roles_are_read_before_names_and_with_what_is_theirs(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The methods proposed by UNDP are old.",
        "Group B felt that locks are old.",
        "The crew opened the lock with Jamaica, as every year.",
        "The presidency's programme is on the wall.",
    ],
)
def test_what_bodies_have_written_and_groups_without_a_name_make_no_actor(text: str) -> None:
    assert read(text) == []
