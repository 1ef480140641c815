"""What the tests of several files are given: light builds, a browser, a publication that is served."""

from __future__ import annotations

import pytest


@pytest.fixture
def light(monkeypatch):
    """Build in this process, without answers and the graphs that are the same in every publication."""
    import reviews

    reviews.light(monkeypatch)


@pytest.fixture
def towns(tmp_path):
    """Three reports of towns."""
    from reviews import Towns, three_towns

    return Towns(three_towns(tmp_path / "documents"), tmp_path / "publication")


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


@pytest.fixture(scope="module")
def publication(tmp_path_factory):
    """A small publication, written by hand."""
    from servers import write

    return write(tmp_path_factory.mktemp("served") / "publication")


@pytest.fixture(scope="module")
def site(publication):
    """The server of that publication, running."""
    from servers import running

    from forumgraph.graph.served.endpointcrew import Bounds

    with running(publication, Bounds(seconds=5, rows=1000, memory=256 * 2**20, workers=2)) as found:
        yield found
