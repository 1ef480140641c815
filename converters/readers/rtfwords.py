r"""The control words of RTF that matter to its text (Rich Text Format Specification 1.9.1), and what a group passes on.

RTF is bytes: `\word12` commands, `{ }` groups that restore the state before them, `\'e9` bytes of a code page, `\u233?` characters with a
substitute to skip.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forumgraph.converters.readers.runs import Runs

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<words>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)

TEXT: Mapping[str, str] = {
        "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
        "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\",
    }  # fmt: skip
"""Control words and signs that stand for characters."""

ENDS = frozenset({"par", "sect", "page", "nestcell", "\n", "\r"})
"""What ends a paragraph outside of table cells."""

SILENT = frozenset(
    "colortbl pict object objdata themedata colorschememapping datastore listtable listoverridetable rsidtbl revtbl generator xmlnstbl bkmkstart "
    "bkmkend atnid atnauthor atnref atndate atnicn atnparent atntime atrfstart atrfend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pn pnseclvl "
    "filetbl nonshppict shprslt sp sn sv xe tc txe rxe datafield private nesttableprops nonesttables mmathPr wgrffmtfilter latentstyles docvar "
    "userprops blipuid background author operator company category manager doccomm keywords subject creatim revtim printim buptim template "
    "passwordhash pgptbl protusertbl defchp defpap oldcprops oldpprops oldtprops oldsprops hlinkbase leveltext levelnumbers listname".split()
)
"""Destinations whose words are machinery."""

NAMED: Mapping[str, str] = {
        "listtext": "marker", "pntext": "marker", "footnote": "note", "annotation": "comment", "fldinst": "instruction", "title": "title",
        "stylesheet": "styles", "fonttbl": "fonts", "shptxt": "box", "dptxbxtext": "box",
        **{f"header{page}": "head" for page in ("", "l", "r", "f")}, **{f"footer{page}": "foot" for page in ("", "l", "r", "f")},
    }  # fmt: skip
"""Destinations whose words are wanted, each for something of its own."""

OPEN = frozenset("shpinst shp do fldrslt field shpgrp info".split())
"""Destinations whose words belong to the text around them, also where a star says that they may be ignored."""

CHARSETS: Mapping[int, str] = {
        77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
        178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
    }  # fmt: skip
"""The code page of a font's character set (section Font Table); the others use the document's."""

PAGES: Mapping[str, str] = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


@dataclass(slots=True)
class State:
    """What holds in a group until it ends.

    Attributes:
        role: where the words go: `text`, a value of `NAMED`, or `silent`.
        runs: what collects them.
        substitutes: how many characters follow each `u` word for readers that do not know it.
    """

    role: str
    runs: Runs
    bold: int = 0
    hidden: int = 0
    deleted: int = 0
    substitutes: int = 1
    font: int = -1
    style: int = 0
    outline: int = -1
    in_table: int = 0
    indent: int = 0

    def set(self, word: str, value: int) -> None:
        """Follow one of `PROPERTIES` or `RESTORED`."""
        for name in RESTORED.get(word, ()):
            setattr(self, name, -1 if name in {"font", "outline"} else 0)
        if word in PROPERTIES:
            setattr(self, PROPERTIES[word], value)


def code_page(number: int) -> str:
    """Return the codec of a code page number; windows-1252 where there is none.

    >>> code_page(1250), code_page(99999)
    ('cp1250', 'cp1252')
    """
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "utf-8" if number == 65001 else "cp1252"


RESTORED: Mapping[str, Sequence[str]] = {
    "plain": ("bold", "hidden", "deleted", "font"),
    "pard": ("style", "outline", "in_table", "indent"),
}
"""What is as in the beginning after a control word."""

PROPERTIES: Mapping[str, str] = {
        "b": "bold", "v": "hidden", "deleted": "deleted", "intbl": "in_table", "uc": "substitutes", "f": "font", "s": "style",
        "outlinelevel": "outline", "li": "indent",
    }  # fmt: skip
"""Control words that set what a group passes on."""
