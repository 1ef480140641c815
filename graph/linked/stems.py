"""The words of a statement that carry its matter, as stems: without function words, without the verbs of asking, without years.

Whether something is asked for with "must" or "should", and in which year, does not change what is asked for; so such words have no weight.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from forumgraph.graph.linked.themes import stem
from forumgraph.graph.names.authority import folded
from forumgraph.graph.names.sightings import sightings

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 4
"""Words of a name of the authority file that counts as one word, lest statements be alike that have no more than a name in common."""

EMPTY: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        """a about above across after again against all almost already also although always am among an and another any are around as at away be became
            because become been before behind being below between beyond both but by came can cannot come could did do does doing done down during each either
            else enough etc even ever every few for from full fully further get give given go goes had has have having he her here him his how however i if
            in including inside instead into is it its itself just keep kept know known largely last least less let like likely made mainly make makes making
            many may me might more moreover most much must my near need needed needs neither never next no nobody none nor not nothing now of off often on
            once one only onto or other others our out outside over own part per perhaps put quite rather really s said same say see seem seen several shall
            she should since so some soon still such t take taken than that the their them themselves then there thereby therefore these they thing this
            those though through throughout thus to together too toward towards two under until up upon us use used very via was way ways we well were what
            when where whether which while who whole whom whose why will with within without would yes yet you your
            ask asked asks call called calling calls demand demanded demands encourage encouraged encourages invite invited invites propose proposed proposes
            recommend recommended recommends request requested requests suggest suggested suggests underline underlined urge urged urges stress stressed
            emphasise emphasised emphasize emphasized note noted highlight highlighted mention mentioned concern concerned concerns discuss discussed
            participants speakers ensure ensures essential vital crucial key important necessary ought want wants""".split()
    ),
    "fr": frozenset(
        """a à afin ai ainsi alors après au aucun aucune aujourd auquel aussi autre autres aux avant avec avoir ayant beaucoup bien c ça car ce ceci cela
            celle celles celui cependant certain certaines certains ces cet cette ceux chaque chez comme comment contre d dans de déjà depuis dernier derniers
            des dès deux doit devait devant devient devoir devra devraient devrait doivent donc dont du durant elle elles en encore enfin entre est et étaient
            était étant été être eu eux faire fait faut font grâce hors hui il ils j jamais je jusqu jusque l la là laquelle le lequel les lesquelles lesquels
            leur leurs lors lorsque lui m ma mais même mêmes mes mieux moins mon n ne ni non nos notre nous on ont ou où outre par parce parfois parmi pas
            pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait pouvoir presque puis puisque qu quand que quel quelle quelles quelque
            quelques quels qui quoi s sa sans sauf se selon sera seraient serait ses seulement si sien soi soient soit son sont sous souvent suite sur t ta
            tandis tant te tel telle telles tels toujours tous tout toute toutes très trop tu un une vers via voici voilà vos votre vous y
            appeler appelle appellent appelé demander demande demandent demandé encourager encourage exhorter exhorte exhortent inviter invite invitent invité
            proposer propose proposent proposé recommander recommande recommandent recommandé souligner souligne soulignent souligné essentiel essentielle
            important importante nécessaire veiller veillent participants""".split()
    ),
    "es": frozenset(
        """a al algo algún alguna algunas alguno algunos allí ambos ante antes aquel aquella aquellos aquí así aún aunque bajo bien cada casi como cómo con
            contra cual cuál cuales cualquier cuando cuanto cuya cuyo d de debe debemos deben debería deberían debido del desde después dice donde dos durante
            e el él ella ellas ello ellos en entre era eran es esa esas ese eso esos está están esta estaba estas este esto estos fue fueron fuera ha haber
            había hace hacen hacer hacia hago han hasta hay incluso la las le les lo los luego más me medio mejor menos mi mientras mis misma mismas mismo
            mismos mucha muchas mucho muchos muy nada ni ningún ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro
            otros para parte pero poca poco pocos podemos poder por porque primero pueda puede pueden pues que qué quien quién quienes se sea sean según ser
            será si sí sido sin sino sobre sola solamente solo sólo son su sus tal también tampoco tan tanto te tener tengan tenga ti tiene tienen toda todas
            todavía todo todos tras tu un una unas uno unos usted va vez y ya yo
            exhortar exhorta exhortan instar insta instan invitar invita invitan llamar llama llaman pedir pide piden pidieron proponer propone proponen
            recomendar recomienda recomiendan recomendaron recomendó señalar señala señalan solicitar solicita solicitan esencial importante necesario
            participantes subrayaron""".split()
    ),
}
"""Words without weight, by language; a language that is not here has no stems."""


@lru_cache(maxsize=512)
def content(words: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the stems of the words that carry weight, each once, with the word as it first stands in the text; a long name is one word.

    >>> content("Governments should publish the data of 2017 on governments", "en")
    (('govern', 'Governments'), ('publish', 'publish'), ('data', 'data'))
    >>> content("данные", "ru")
    ()
    """
    empty = EMPTY.get(language)
    if empty is None:
        return ()
    found: dict[str, str] = {}
    at = 0
    for start, end in [*_long_names(words), (len(words), len(words))]:
        for word in _WORD.findall(words[at:start]):
            plain = word.casefold()
            if plain not in empty and (len(plain) > 1 or plain.isdigit()) and not _YEAR.fullmatch(plain):
                found.setdefault(stem(word, language), word)
        if name := words[start:end]:
            found.setdefault(" ".join(folded(name)), name)
        at = end
    return tuple(found.items())


def _long_names(words: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end in sightings(words) if len(_WORD.findall(words[start:end])) >= _LONG]
