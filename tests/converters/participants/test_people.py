"""Lines that are nothing but a person with a post or body, below no heading that gives a role."""

from casts import convert, read


def test_two_lines_of_persons_with_posts_are_speakers() -> None:
    found = read(
        "# Locks and canals", "Moderator Ida Lund, ICLEI", "Olu Bassey, Director, Canal Fund", "Eva Holm, Kenya"
    )
    assert found == [("moderator", "Ida Lund"), ("speaker", "Eva Holm"), ("speaker", "Olu Bassey")]


def test_one_such_line_may_be_anything() -> None:
    assert read("# Locks and canals", "Olu Bassey, Director, Canal Fund", "The canal is long.") == []


def test_names_without_anything_beside_them_are_no_speakers() -> None:
    assert read("# Locks and canals", "* Blue Danube", "* Green Rhine", "* White Nile") == []


def test_those_who_sent_apologies_did_not_speak() -> None:
    assert read("# Apologies", "Olu Bassey, Director, Canal Fund", "Ida Lund, Head of Locks, ICLEI") == []


def test_contacts_did_not_speak() -> None:
    assert read("# Locks", "Contacts:", "* Olu Bassey, Director, Canal Fund", "* Ida Lund, Head of Locks, ICLEI") == []


def test_lines_below_a_name_tell_for_whom_somebody_is_there() -> None:
    people = convert(
        "# Participants", "Ms. Ana SILVA", "Programme Officer", "Delta Fund", "Mr. Lee PARK", "Head of Unit, ICLEI"
    )[0]
    assert [(p.actor.name, [a.name for a in p.on_behalf_of]) for p in people] == [
        ("Ana SILVA", ["Delta Fund"]),
        ("Lee PARK", ["ICLEI"]),
    ]
