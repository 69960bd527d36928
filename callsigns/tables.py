"""The big tables of ``grammars/``, each read once and only when something asks for it.

>>> telephony().named("speedbird").designator, telephony().designated("RRR").telephony
('BAW', 'ASCOT')
>>> location("LGSA").indicator
'LGSA'
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from callsigns.tokens import fold

__all__ = ["Airline", "Location", "Telephony", "location", "ordinary_words", "place_indicators", "read_text", "telephony"]


class Airline(NamedTuple):
    """One row of ``telephony.csv``: who is meant by a telephony, or by a designator."""

    designator: str
    telephony: str
    operator: str
    country: str
    kind: str
    status: str
    caution: str


class Location(NamedTuple):
    """One row of ``locations.csv`` (ICAO Doc 7910)."""

    indicator: str
    name: str
    city: str
    country: str


# A variant row is somebody's deliberate statement about a spoken form; a former holder counts last.
_RANK = {"user": 4, "variant": 3, "current": 2, "special": 1, "historic": 0}


def read_text(name: str) -> str:
    """The text of one shipped grammar file, also from a zipped wheel."""
    return (files("callsigns.grammars") / name).read_text(encoding="utf-8")


def spoken(name: str) -> str:
    """A written name as it is looked up: folded, hyphens and dots as spaces."""
    plain = fold(name) if not name.isascii() else name.lower()
    if plain.replace(" ", "").isalnum():
        return plain
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in plain).split())


class Telephony:
    """Telephony designators by spoken name and by three-letter designator."""

    def __init__(self, rows: Iterable[Airline]) -> None:
        self._by_name: dict[str, Airline] = {}
        self._by_designator: dict[str, Airline] = {}
        for row in rows:
            key = spoken(row.telephony)
            known = self._by_name.get(key)
            if known is None or _RANK[row.status] > _RANK[known.status]:
                self._by_name[key] = row
            if row.designator and row.status != "variant":
                other = self._by_designator.get(row.designator)
                if other is None or _RANK[row.status] > _RANK[other.status]:
                    self._by_designator[row.designator] = row

    def __iter__(self) -> Iterator[tuple[str, Airline]]:
        return iter(self._by_name.items())

    def named(self, name: str) -> Airline | None:
        """Who is called so; a spelling variant gives the operator that it stands for."""
        row = self._by_name.get(name) or self._by_name.get(name.replace(" ", ""))
        if row is not None and row.status == "variant":
            return self._by_designator.get(row.designator)
        return row

    def designated(self, designator: str) -> Airline | None:
        """Who holds a three-letter designator now; else who held it last."""
        return self._by_designator.get(designator.upper())

    def with_rows(self, rows: Iterable[Airline]) -> Telephony:
        """A new table with a user's rows added, which count first."""
        copy = Telephony(())
        copy._by_name, copy._by_designator = dict(self._by_name), dict(self._by_designator)
        added = Telephony(rows)
        copy._by_name |= added._by_name
        copy._by_designator |= added._by_designator
        return copy


@cache
def telephony() -> Telephony:
    """``telephony.csv``: 5,740 designators in force, former ones, spelling variants."""
    rows = csv.reader(io.StringIO(read_text("telephony.csv")))
    next(rows)
    return Telephony(map(Airline._make, rows))


@cache
def _locations() -> str:
    return "\n" + read_text("locations.csv")


@lru_cache(maxsize=4096)
def location(indicator: str) -> Location | None:
    """The aerodrome behind a location indicator, or ``None``; the table stays one string, no row is parsed but this."""
    text = _locations()
    start = text.find(f"\n{indicator.upper()},")
    if start < 0 or len(indicator) != 4:
        return None
    return Location._make(next(csv.reader([text[start + 1 : text.index("\n", start + 1)]])))


@cache
def place_indicators() -> Mapping[str, tuple[str, ...]]:
    """Spoken names of places (``benghazi``) to the location indicators that they may stand for, likeliest first."""
    lines = read_text("facility_names.csv").splitlines()[1:]
    return {name: tuple(codes.split(";")) for name, codes, _ in (line.split(",", 2) for line in lines)}


@cache
def ordinary_words() -> frozenset[str]:
    """Common English words, which are no call sign of their own."""
    return frozenset(w for w in read_text("ordinary_words.txt").split("\n") if w and not w.startswith("#"))
