"""Reads a report in a language that nobody speaks, with a table of its own: run by `test_fourth_language.py` in a process of its own.

The language is English with its vowels turned (a e i o u become e i o u a); words in capitals, and the names below, stay as they are.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from forumgraph.converters.words import lexicon

TURNED = str.maketrans("aeiouAEIOU", "eiouaEIOUA")
STAY = frozenset(["Maison", "Geneva", "Roe", "Jane", "Poe", "Tom"])
WORD = re.compile(r"[^\W\d_]+")


def turned(text: str) -> str:
    """Return the text in the other language."""
    return WORD.sub(
        lambda m: m[0] if m[0] in STAY or (m[0].isupper() and len(m[0]) > 1) else m[0].translate(TURNED), text
    )


def table(name: str, rows: dict[str, Any]) -> str:
    """Return a table of a language file with its phrases in the other language."""
    lines = [f"[{name}]"] if name else []
    lines += [f'"{key}" = {phrases(row)}' for key, row in rows.items() if not isinstance(row, dict)]
    inner = [
        table(f'{name}."{key}"' if name else f'"{key}"', row) for key, row in rows.items() if isinstance(row, dict)
    ]
    return "\n".join([*lines, *inner])


def phrases(row: str | list[str]) -> str:
    """Return the phrases of a row as TOML, in the other language."""
    return json.dumps([turned(phrase) for phrase in ([row] if isinstance(row, str) else row)], ensure_ascii=False)


def main(folder: Path, text: Path) -> None:
    """Print the record of the text, read with the languages of the package and one more, as JSON."""
    package = Path(str(resources.files("forumgraph.converters.words")))
    for path in package.glob("*.toml"):
        shutil.copy(path, folder)
    english = tomllib.loads((package / "en.toml").read_text(encoding="utf-8"))
    (folder / "zz.toml").write_text(table("", english), encoding="utf-8")
    real = resources.files
    resources.files = lambda anchor: folder if anchor == "forumgraph.converters.words" else real(anchor)  # type: ignore[assignment]  # a stand-in
    assert "zz" in lexicon.lexicons()
    from forumgraph.converters.account.record import record
    from forumgraph.converters.conversion import convert
    from forumgraph.converters.readers.reading import read_bytes
    from forumgraph.converters.words.names import Names

    print(json.dumps(record(convert(read_bytes(text.read_bytes(), text.name), Names([])))))  # noqa: T201 - the result of this process


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
