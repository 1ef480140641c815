"""A folder served as a host that only has files would, and a query page asked in a browser."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from contextlib import contextmanager

from sites import site

from forumgraph.graph.shown.enginefiles import DATA

CONTROL, TAB, SHIFT, ENTER, ESCAPE = "\ue009", "\ue004", "\ue008", "\ue007", "\ue00c"


class _Files(http.server.SimpleHTTPRequestHandler):
    unpacking = False

    def end_headers(self):
        if self.unpacking and self.path.endswith(".gz"):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def log_message(self, *_):
        pass


class _Unpacking(_Files):
    unpacking = True


@contextmanager
def hosted(folder, *, unpacking=False):
    """The address of a folder on this machine, with a slash; hosts differ in whether they say that `.gz` is an encoding."""
    handler = functools.partial(_Unpacking if unpacking else _Files, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


SHADOW = "document.getElementById('editor').shadowRoot"
ANSWERED = "document.querySelector('#result td, #result svg, #result pre, #result .absent, #told.wrong')"
_MEASURE = """
const done = arguments[0];
document.getElementById('run').click();
const timer = setInterval(() => {
  if (!document.querySelector('#result td, #told.wrong') && performance.now() < 60000) { return; }
  clearInterval(timer);
  done([performance.now(), document.getElementById('told').textContent]);
}, 10);
"""


def opened_and_answered(browser, url):
    """Milliseconds from the opening of a query page to the first row of the answer to its first question, and what the page says then."""
    browser.open(url)
    return browser.wait(_MEASURE)


def write(browser, query):
    """Put a query in the place of what is in the editor, as keys would."""
    browser.run(f"{SHADOW}.querySelector('.cm-content').focus()")
    browser.press("\ue009+a")
    browser.press("\ue003")
    for line in query:
        browser.press(line)


def ask(browser):
    """Run what is in the editor, and return what the page says of the answer."""
    browser.run("document.getElementById('result').replaceChildren(); document.getElementById('told').className = ''")
    browser.run("document.getElementById('run').click()")
    browser.until(f"document.getElementById('stop').hidden && {ANSWERED}")
    return browser.run("return document.getElementById('told').textContent")


def text(browser):
    return browser.run("return document.getElementById('query').value")


def choose(browser, name):
    browser.run(
        "const choice = document.getElementById('question'); choice.value = arguments[0]; choice.dispatchEvent(new Event('change'))",
        name,
    )


def press(browser, label):
    browser.run(
        "[...document.querySelectorAll('#result button')].find(each => each.textContent === arguments[0]).click()",
        label,
    )


def part(folder, target):
    """Copy what the query page needs, so that a test may change it."""
    shutil.copytree(folder / "assets", target / "assets")
    (target / "data").mkdir()
    for name in ("sparql.html", "sparql-worker.js", DATA):
        shutil.copy(folder / name, target / name)
    return target


def newly_opened(browser):
    """The page, new and opened from its folder."""
    browser.look()
    browser.open("about:blank")
    browser.open(f"{site().as_uri()}/sparql.html")
    return browser
