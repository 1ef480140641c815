"""A fourth language is a file: patterns in the code of the converters hold no words of a language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import forumgraph.converters

CODE = Path(forumgraph.converters.__file__).parent
WORDS = re.compile(
    r"(?<![\w\\])(?:the|of|and|by|for|in|on|at|with|from|said|was|were|session|meeting|event|report|summary|minutes|agenda|page|chair|speaker|photo"
    r"|de|du|des|la|les|et|el|los|las|del|en|por|para|par|sur|pour|séance|réunion|compte rendu|sesión|reunión|acta|monday|lundi|lunes|january|janvier|enero)(?!\w)",
    re.IGNORECASE,
)
OF_FORMATS = {
    ("media.py", "From "): "how a mailbox begins (RFC 4155)",
    ("sitefurniture.py", "site"): "names of classes of HTML, which are English wherever a page comes from",
    ("sitefurniture.py", "caption"): "names of classes of HTML, which are English wherever a page comes from",
    ("wordstyles.py", "toc"): "names of Word's built-in styles (ECMA-376 part 1, 17.7.4.9)",
}


def test_patterns_hold_no_words_of_a_language() -> None:
    found = [f"{name}: {text}" for name, text in _patterns() if WORDS.search(text) and not _is_of_a_format(name, text)]
    assert not found, "move them to converters/words/en.toml, fr.toml and es.toml: " + "; ".join(found)


def test_every_exception_is_still_needed() -> None:
    texts = list(_patterns())
    for name, word in OF_FORMATS:
        assert any(at == name and word in text and WORDS.search(text) for at, text in texts), (name, word)


def _is_of_a_format(name: str, text: str) -> bool:
    return any(name == at and word in text for at, word in OF_FORMATS)


def _patterns() -> Iterator[tuple[str, str]]:
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and node.args
                and ast.unparse(node.func).endswith((".compile", ".startswith"))
            ):
                yield from ((path.name, text) for text in _texts(node.args[0]))


def _texts(node: ast.AST) -> Iterator[str]:
    """Yield the literal texts of a pattern; what an f-string takes in comes from the tables."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.FormattedValue):
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)
