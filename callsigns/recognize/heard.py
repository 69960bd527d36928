"""What a reader of call signs hands back, before its use in the transmission is known.

>>> # climb lufthansa five yankee victor  ->  Heard(1, 5, "flight", "DLH5YV", "LUFTHANSA", "DLH", "5YV", ...)
>>> # roger fifteen forty nine            ->  Heard(1, 4, "partial", None, None, None, "1549", ..., abbreviated=True)
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import Airline
from callsigns.line import Line
from callsigns.records import Operator

__all__ = ["WRITTEN_IDENT", "Heard", "endings", "heard_before", "operator_of", "partial"]

# "24TZ": no quantity
WRITTEN_IDENT: Final = searchable(r"\d{2,3}[A-Z]|\d{1,2}(?!KM|MM|CM|KG|MB|GB|KB|TB|HZ|PM|AM)[A-Z]{2}")


class Heard(NamedTuple):
    """A call sign in the words ``start`` to ``end``; fields as in ``records.CallSign``."""

    start: int
    end: int
    kind: str
    icao: str | None = None
    telephony: str | None = None
    designator: str | None = None
    ident: str | None = None
    operator: Operator | None = None
    country: str | None = None
    abbreviated: bool = False
    modifiers: tuple[str, ...] = ()


def heard_before(line: Line, end: int) -> Heard | None:
    """The call sign that ends where word ``end`` begins."""
    before = line.found.get(line.name_start(end - 1))
    return before if isinstance(before, Heard) and before.end == end else None


def endings(line: Line) -> set[str]:
    """The ends of all identifications in the line, and each with the word it begins with ("united 45"): what has been
    claimed since somebody last asked is added, for a long line is asked at each of its numbers."""
    if line.endings is None:
        line.endings, line.looked_at = set(), 0
    size = len(line.found)
    for what in islice(reversed(line.found.values()), size - line.looked_at):
        if isinstance(what, Heard) and what.ident:
            line.endings.update([what.ident[at:] for at in range(len(what.ident))])
            line.endings.add(f"{line.words[what.start]} {what.ident}")
    line.looked_at = size
    return line.endings


def partial(start: int, end: int, ident: str) -> Heard:
    """The bare remainder of a call sign: "two bravo sierra"."""
    return Heard(start, end, "partial", ident=ident, abbreviated=True)


@cache  # bounded by the table, and what users add
def operator_of(row: Airline) -> Operator | None:
    """The record of an operator, made once for each row of the table."""
    if not row.operator:
        return None
    return Operator(row.designator, row.telephony, row.operator, row.country or None, row.kind or "other")
