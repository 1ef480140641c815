"""Names that many bodies bear: "Ministry of Environment", "the Council", "National Statistics Office". Alone they tell nobody from another.

Such a name stands for one body in one document, and for another in the next, unless a State stands beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forumgraph.graph.names.authority import folded

if TYPE_CHECKING:
    from forumgraph.graph.names.authority import Authority, Entry
    from forumgraph.model import Span

_INSTITUTIONS = frozenset(
    """academy administration agency assembly authority bank board bureau cabinet chamber commission committee congress council court delegation department
    directorate division embassy foundation fund government institute institution mayor minister ministry mission municipality office
    parliament prefecture presidency president programme secretariat secretary senate treasury university mayors ministers ministries
    academie agence ambassade assemblee autorite banque bureau cabinet chambre comite commission conseil cour delegation departement direction fondation
    fonds gouvernement institut institution maire mairie ministere ministre mission municipalite office parlement prefecture presidence president
    programme secretariat secretaire senat tresor universite
    agencia alcalde alcaldesa alcaldia asamblea ayuntamiento autoridad banco camara comision comite congreso consejo corte delegacion departamento direccion
    embajada fondo fundacion gobierno instituto institucion ministerio ministra ministro mision municipalidad oficina parlamento presidencia presidenta
    presidente programa secretaria secretario senado tesoro universidad
    ambassador chair chairperson commissioner coordinator director governor head permanent representative speaker
    ambassadeur ambassadrice coordinateur coordinatrice directeur directrice gouverneur presidente representant representante
    coordinador coordinadora directora embajador embajadora gobernador gobernadora""".split()
)
_FIELDS = frozenset(
    """affairs agriculture assistant budget building children cities city civil climate commerce communication cooperation country culture data day defence
    deputy development digital economic economy education employment energy environment environmental equality executive external family federal
    finance first fisheries food foreign forestry forests gender general health high higher home house housing human industry infrastructure innovation
    interior international justice labor labour lands level local metropolitan migration minority municipal national natural of official
    participation peace people planning police policy population prime protection provincial public regional relations reform research resources
    rights rural sanitation science social senior service services society special spokesperson sport sports state statistical statistics sub sustainable
    technology territorial the tourism town trade transport transportation under union urban vice village water welfare woman women work works youth
    affaires aires agricultura ambiente amenagement cooperation culturel culture decentralisation defense developpement durable eau economie
    economique egalite emploi energie enfance enseignement environnement etat exterieures etrangeres femme femmes finances foret general
    generale genre habitat interieur international internationale jeunesse logement nationale nature numerique peche planification plan
    premier premiere publique publics recherche regionale rurale sante scientifique sociale sociales statistique
    statistiques superieur technologie territoire territoires territoriale tourisme transports travail urbaine urbanisme vice ville
    agua asuntos cambio ciencia climatico comercio cooperacion cultura defensa deporte derechos desarrollo economia educacion empleo energia
    energetica estadistica estadisticas estado exteriores familia genero hacienda humanos igualdad industria infancia infraestructura interior
    internacional jefe juventud justicia medio mujer mujeres municipal nacional naturales pesca planificacion poblacion politica politicas primer primera
    publica publicas publico recursos regional relaciones republica rural salud social sociales sostenible
    tecnologia trabajo transporte turismo urbano vivienda""".split()
)
_SMALL = frozenset(
    """a and at for in of on s the to au aux d de des du en et l la le les par pour sur del e el las los para por y and its their our""".split()
)
_GATHERINGS = frozenset(
    """advisory alliance body bodies centre center civil coalition consortium contact coordinating coordination core country countries expert experts facility
    force forum governments group groups initiative joint least developed developing mechanism member meeting multi multistakeholder network
    observatory organisation organisations organization organizations partners partnership party platform process reference society stakeholder
    stakeholders states steering support system task team technical thematic working
    alliance centre civile coalition concertation conseil contact coordination equipe espace expert experts forum groupe groupes initiative mecanisme membres
    observatoire organisation organisations parties pays pilotage plateforme prenantes reference regional reseau restreint scientifique societe suivi
    systeme technique thematique travail
    alianza centro civil coalicion coordinacion consultivo equipo espacio experto expertos foro grupo grupos iniciativa interesadas mecanismo mesa
    miembros observatorio organizacion organizaciones paises partes plataforma red seguimiento sistema sociedad tecnica tecnico tematico
    trabajo""".split()
)
"""Words for what people form in many places under one name: "Regional Coordination Mechanism", "groupe de travail technique"."""
_SPEAKING = frozenset(
    """government permanent mission missions delegation republic kingdom people democratic federal federative royal islamic arab hashemite socialist bolivarian
    oriental principality sultanate grand duchy cooperative co operative gouvernement permanente republique royaume
    gobierno mision delegacion republica reino federation""".split()
)
_SPEAKS = frozenset(
    """government mission missions delegation republic kingdom principality sultanate duchy gouvernement republique royaume gobierno mision delegacion republica reino""".split()
)
_DELEGATED = frozenset(
    """permanent observer delegation mission missions government permanente observatrice gouvernement delegacion mision observadora gobierno""".split()
)
"""Words beside the name of whom a delegation stands for; a mission of a body in the field is another one."""
_DELEGATION = frozenset({"delegation", "delegacion"})
_STANDING = frozenset({"permanent", "observer", "permanente", "observatrice", "observadora"})
_BEFORE_WHOM = frozenset({"to", "aupres", "ante", "in", "au", "aux", "en"})
_NOT_THAT_STATE = frozenset({("republic", "of", "china"), ("republique", "de", "chine"), ("republica", "de", "china")})
_AFTER = re.compile(
    r"\s{0,2}(?:,|\(|of\b|du\b|de la\b|de l['’]|de\b|des\b|d['’]|del\b|in\b)\s{0,2}(?:the\s)?", re.IGNORECASE
)
_NEXT = re.compile(r"[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){0,6}")
_OWNER = re.compile(r"((?:[^\W\d_][\w.-]*\s){0,3}[^\W\d_][\w.-]*)['’]s?\s{1,2}$")
_LONGEST_NAME = 7
_AROUND = 60


def is_common(name: str) -> bool:
    """Tell whether a name is made of words that name an institution and its field alone.

    >>> [is_common(each) for each in ("Ministry of Environment", "the Council", "Ministry of Environment of Kenya", "Harbour Towns Network")]
    [True, True, False, False]
    """
    words = [word for word in folded(name) if word not in _SMALL]
    return any(word in _INSTITUTIONS for word in words) and all(
        word in _INSTITUTIONS or word in _FIELDS for word in words
    )


def is_widespread(name: str) -> bool:
    """Tell whether a name says what people form and for what field, as in many places, and not which one it is.

    >>> [is_widespread(each) for each in ("Regional Coordination Mechanism", "Ministry of Health", "Harbour Towns Network")]
    [True, True, False]
    """
    words = [word for word in folded(name) if word not in _SMALL]
    return all(word in _INSTITUTIONS or word in _FIELDS or word in _GATHERINGS for word in words)


def state_spoken_for(name: str, known: Authority) -> Entry | None:
    """Return the State for which a government, a mission or a delegation speaks, or whose form of government stands before its name.

    >>> from forumgraph.graph.names.authority import authority
    >>> state_spoken_for("Permanent Mission of Costa Rica to the United Nations", authority()).key
    'country-cri'
    """
    words = folded(name)
    cut = next((at for at, word in enumerate(words) if word in _BEFORE_WHOM), len(words))
    words = words[:cut]
    for at in range(1, len(words)):
        before = [word for word in words[:at] if word not in _SMALL]
        if not all(word in _SPEAKING for word in before):
            return None
        state = _state(words[at:], known)
        if state and any(word in _SPEAKS for word in before) and words[-3:] not in _NOT_THAT_STATE:
            return state
    return None


def delegating(name: str, known: Authority) -> Entry | None:
    """Return the State or the body whose delegation or mission is named, with its name or acronym before or behind that word.

    >>> from forumgraph.graph.names.authority import authority
    >>> [found.key for name in ("EU Delegation", "Jamaica Mission", "African Union Mission in Ruritania") if (found := delegating(name, authority()))]
    ['eu', 'country-jam']
    """
    words = name.replace("’s ", " ").replace("'s ", " ").split()
    cut = next((at for at, word in enumerate(words) if at and _plain(word) in _BEFORE_WHOM), len(words))
    words = words[:cut]
    for at in range(1, len(words)):
        for beside, rest in ((words[:at], words[at:]), (words[at:], words[:at])):
            said = {_plain(word) for word in beside} - _SMALL
            found = _one(rest, known) if said and said <= _DELEGATED else None
            if found and (found.place or said & _DELEGATION or said & _STANDING):
                return found
    return None


def _plain(word: str) -> str:
    return " ".join(folded(word))


def _one(words: list[str], known: Authority) -> Entry | None:
    """Return the only State or body of a name or an acronym."""
    name = " ".join(words).strip(",")
    entries = known.of_name(name) or known.of_acronym(name)
    return entries[0] if len(entries) == 1 and (entries[0].place or entries[0].acts) else None


def parted(name: str, known: Authority) -> tuple[str, Entry | None]:
    """Part a common name from the State that ends it: "Ministry of Environment of Kenya"; the name itself where none does."""
    words = name.split()
    for at in range(len(words) - 1, 0, -1):
        state = _state(folded(" ".join(words[at:])), known)
        if state:
            before = words[:at]
            while before and folded(before[-1]) and all(word in _SMALL for word in folded(before[-1])):
                before = before[:-1]
            rest = " ".join(before).strip(" ,(")
            return (rest, state) if is_common(rest) else (name, None)
    return name, None


def state_beside(text: str, span: Span, known: Authority) -> Entry | None:
    """Return the State that stands right behind a name, or owns it: "..., Kenya", "... du Sénégal", "Peru's ..."."""
    after = _AFTER.match(text, span.end)
    following = _NEXT.match(text, after.end()) if after else None
    if following:
        words = folded(following[0])
        for last in range(min(len(words), _LONGEST_NAME), 0, -1):
            state = _state(words[:last], known)
            if state and following[0][0].isupper():
                return state
    owner = _OWNER.search(text[max(0, span.start - _AROUND) : span.start])
    words = folded(owner[1]) if owner else ()
    return next((state for at in range(len(words)) if (state := _state(words[at:], known))), None)


def _state(words: tuple[str, ...], known: Authority) -> Entry | None:
    entries = known.named.get(words[1:] if words[:1] == ("the",) else words, ())
    return entries[0] if len(entries) == 1 and entries[0].place else None
