"""A folder served as a host that only has files would, and a query page asked in a browser."""

from __future__ import annotations

import functools
import http.server
import threading
from contextlib import contextmanager


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
