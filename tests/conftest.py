"""What the tests of several files are given: light builds, a browser, a publication that is served."""

from __future__ import annotations

import pytest


@pytest.fixture
def light(monkeypatch):
    """Build in this process, without answers and the graphs that are the same in every publication."""
    import reviews

    reviews.light(monkeypatch)


@pytest.fixture(scope="module")
def browser():
    """One window for all tests of a file."""
    from browser import Browser, missing

    if missing():
        pytest.skip(missing())
    with Browser() as found:
        yield found


@pytest.fixture
def page(browser):
    """The query page, new and opened from its folder."""
    from querypages import newly_opened

    return newly_opened(browser)
