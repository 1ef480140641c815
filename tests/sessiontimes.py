"""Days, hours and ways of meeting of made-up plain texts."""

from __future__ import annotations

from forumgraph.converters.conversion import convert
from forumgraph.converters.readers import plain
from forumgraph.converters.words.names import Names
from forumgraph.model import Report, Source

EN = "\n\nParticipants discussed the price of ice. They stressed the cost of boats. Speakers noted the delay."
ES = "\n\nLos asistentes discutieron los precios. Destacaron el costo del hielo y acordaron una compra."
FR = "\n\nLes participants ont discuté des prix. Ils ont souligné le coût de la glace."
TIMES = ("date", "end_date", "start_time", "end_time", "timezone", "mode")


def report(text: str) -> Report:
    data = text.encode()
    return convert(plain.read(data, Source("a.txt", "text/plain", "0" * 64, len(data))), Names([]))


def told(text: str) -> dict[str, str]:
    (session,) = report(text).sessions
    return {name: fact.value for name in TIMES if (fact := getattr(session, name)) is not None}


def days(first: str, last: str = "") -> dict[str, str]:
    return {"date": first} | ({"end_date": last} if last else {})
