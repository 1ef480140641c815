"""The one word by which a body is called for short once its name was told: "the Council" for the Economic and Social Council."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADS = frozenset(
    """agency alliance assembly association bank coalition commission committee council department division federation fund network organization organisation
    partnership programme secretariat taskforce union
    agence alliance assemblee association banque coalition comite commission conseil departement division federation fonds partenariat programme
    reseau secretariat union
    agencia alianza asamblea asociacion banco coalicion comision comite consejo departamento division federacion fondo programa red secretaria""".split()
)
"""Words by which a body is called for short, after its name."""

_BINDING = frozenset("against for in of on to de des du para por pour sobre en contre contra sur y and".split())


def heads(words: Sequence[str]) -> set[str]:
    """Return the words by which a body may be called for short.

    Args:
        words: of its name, as `authority.folded` gives them.

    >>> heads(("economic", "and", "social", "council")), heads(("friends", "of", "council", "houses"))
    ({'council'}, set())
    """
    follow = (*words[1:], "")
    return {
        word
        for at, (word, following) in enumerate(zip(words, follow, strict=True))
        if word in _HEADS and (at == 0 or not following or following in _BINDING)
    }
