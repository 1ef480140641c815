"""Forms that follow each other: each tells of a session."""

from sessionfields import report

FORM = "| Session | {} |\n|---|---|\n| Time | {} |\n| Moderator | Ana Reis, Boat Desk |\n\n{}\n\n"
TOP = "# Report of the dialogue on coasts\n\nOslo, 3 May 2022\n\n"
ICE = FORM.format("Ice for boats", "10:00-11:30", "Speakers noted that ice is dear.")
PIERS = FORM.format("Old piers", "12:00-13:30", "Speakers noted that piers have no light.")


def test_forms_that_follow_each_other_are_sessions() -> None:
    found = report(f"{TOP}{ICE}{PIERS}").sessions
    assert [(s.title and s.title.value, s.start_time and s.start_time.value) for s in found][-2:] == [
        ("Ice for boats", "10:00"),
        ("Old piers", "12:00"),
    ]


def test_a_single_form_is_of_the_whole_meeting() -> None:
    (session,) = report(TOP + ICE).sessions
    assert session.title is not None
    assert session.title.value == "Ice for boats"
