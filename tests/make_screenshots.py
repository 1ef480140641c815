"""Make the pictures of docs/screenshots from a publication of the sample documents: `make screenshots`."""

from __future__ import annotations

import sys
from pathlib import Path

from browser import Browser, missing

WANTED = {
    "home": ("index.html", 1200, 1500, "light"),
    "session": ("session/2022-02-02*/*.html", 1200, 1400, "light"),
    "source": ("document/2022-02-02*.html", 1200, 1500, "light"),
    "recommendation": ("recommendation/2022-02-02*/*.html", 1200, 1150, "light"),
    "question": ("question/themes-by-year.html", 1200, 1200, "light"),
    "query": ("sparql.html", 1200, 1500, "light"),
    "query-phone": ("sparql.html", 390, 1500, "dark"),
    "phone": ("session/2022-02-02*/*.html", 390, 844, "light"),
    "dark": ("document/2022-02-02*.html", 1200, 1500, "dark"),
}
"""Name of a picture, its page, its size and its colours."""
ASKED = """
const done = arguments[0], began = performance.now();
document.getElementById("run").click();
const timer = setInterval(() => {
  const chart = [...document.querySelectorAll("#result button")].find((each) => each.textContent === "Chart");
  if (chart || performance.now() - began > 20000) { clearInterval(timer); if (chart) { chart.click(); } setTimeout(done, 300); }
}, 50);
"""
"""What a query page is made to do before its picture is taken."""


def main(publication: Path, folder: Path) -> None:
    if missing():
        raise SystemExit(missing())
    folder.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        for name, (pattern, width, height, scheme) in WANTED.items():
            page = min(publication.glob(pattern))
            browser.look(width=width, height=height, scheme=scheme)
            browser.open(page.resolve().as_uri())
            if page.name == "sparql.html":
                browser.wait(ASKED)
            (folder / f"{name}.png").write_bytes(browser.picture())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
