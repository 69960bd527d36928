"""The big tables of ``grammars/``, each read once and only when something asks for it.

>>> telephony().named("speedbird").designator, telephony().designated("RRR").telephony
('BAW', 'ASCOT')
>>> location("LGSA").indicator
'LGSA'
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from os.path import join
from typing import Final, NamedTuple

from callsigns.grammar.expressions import searchable
from callsigns.grammar.kept import grammars, kept
from callsigns.grammar.sorted_lines import SortedLines, in_order
from callsigns.tokens import Memory, fold

__all__ = [
    "Airline",
    "Location",
    "Telephony",
    "begins_place",
    "ends_place",
    "is_place",
    "location",
    "ordinary_words",
    "place_indicators",
    "read_text",
    "rows_of",
    "telephony",
]


class Airline(NamedTuple):
    """One row of ``telephony.csv``: who is meant by a telephony, or by a designator."""

    designator: str
    telephony: str
    operator: str
    country: str
    kind: str
    status: str
    caution: str

    @property
    def is_everyday(self) -> bool:
        """The name is said often enough without anybody's being called ("on track")."""
        return self.caution in _EVERYDAY


class Location(NamedTuple):
    """One row of ``locations.csv`` (ICAO Doc 7910)."""

    indicator: str
    name: str
    city: str
    country: str


# A variant row is somebody's deliberate statement about a spoken form; a former holder counts last.
_RANKS: Final = ("historic", "special", "current", "variant")
_NOW: Final = ("current", "variant")
_EVERYDAY: Final = ("medium", "high")  # cautions
_NOT_PLAIN: Final = searchable(r"^[a-z0-9 ]*+[^a-z0-9 \n].*", re.MULTILINE)


def _read(name: str) -> bytes:
    # What importlib.resources does in the end; its own imports take as long as reading a grammar.
    package = grammars()
    raw: bytes = package.__loader__.get_data(join(package.__path__[0], name))  # type: ignore[union-attr]
    return raw


def read_text(name: str) -> str:
    """The text of one shipped grammar file, also from a zipped wheel."""
    return _read(name).decode("utf-8").replace("\r\n", "\n")


def spoken(name: str) -> str:
    """A written name as it is looked up: folded, hyphens and dots as spaces."""
    plain = fold(name)
    if plain.replace(" ", "").isalnum():
        return plain
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in plain).split())


def _all_spoken(names: Iterable[str]) -> list[str]:
    """Many names as they are looked up; few of them are not plain."""
    text = "\n".join(names).lower()
    odd = frozenset(_NOT_PLAIN.findall(text))
    return [spoken(name) if name in odd else name for name in text.split("\n")]


_Rows = tuple[str, str]  # as ``SortedLines``: "spoken name<tab>line", and lines, which begin with their designators


def rows_of(lines: Iterable[str]) -> _Rows:
    """Lines of the table by spoken name, and by designator."""
    groups: dict[str, list[str]] = {status: [] for status in _RANKS}
    for line in lines:
        groups[line.rsplit(",", 2)[1]].append(line)
    named: dict[str, str] = {}
    designated: dict[str, str] = {}
    for status, group in groups.items():  # the first row of the highest rank is written last, and so stays
        group.reverse()
        named.update(zip(_all_spoken([line.split(",", 2)[1] for line in group]), group, strict=False))
        if status != "variant":
            designated.update((line[: line.index(",")], line) for line in group)
    designated.pop("", None)
    return in_order(f"{name}\t{line}" for name, line in named.items()), in_order(designated.values())


@cache  # bounded by the table
def _airline(line: str) -> Airline:
    return Airline._make(next(csv.reader((line,))))


class Telephony:
    """Telephony designators by spoken name and by three-letter designator.

    Rows stay the lines of the table until somebody asks for one: most of nine thousand are never asked for.
    """

    def __init__(self, rows: _Rows, added: Iterable[Airline] = ()) -> None:
        """``rows``: what ``rows_of`` gives."""
        self._known = Memory(self._named).__getitem__
        self._rows, self._added = rows, [*added]
        self._by_name, self._by_designator = map(SortedLines, rows)
        self._own_names = {spoken(row.telephony): row for row in self._added}
        self._own_designators = {row.designator: row for row in self._added if row.designator}

    def __iter__(self) -> Iterator[tuple[str, Airline]]:
        return ((name, _row(found)) for name, found in self._all())

    def _all(self) -> Iterator[tuple[str, str | Airline]]:
        for line in self._by_name:
            name, _, row = line.partition("\t")
            if name not in self._own_names:
                yield name, row
        yield from self._own_names.items()

    def _called(self, name: str) -> str | Airline | None:
        return self._own_names.get(name) or self._by_name.first(f"{name}\t").partition("\t")[2] or None

    def names(self) -> Iterable[str]:
        """Every spoken name."""
        return [name for name, _ in self._all()]

    def stands_alone(self, name: str) -> bool:
        """Whether a name is one that may stand for an airline by itself."""
        found = self._called(name)
        return not (isinstance(found, str) and found.endswith(",high"))

    def flown(self) -> Iterator[tuple[str, str, bool]]:
        """Every spoken name with its designator, and whether that is how the holder is called now; former names first,
        variants behind the names that they stand for, a user's last. No row is made."""
        by_status: dict[str, list[tuple[str, str, bool]]] = {status: [] for status in _RANKS}
        own = []
        for name, found in self._all():
            if isinstance(found, str):
                status = found.rsplit(",", 2)[1]
                by_status[status].append((name, found[: found.index(",")], status in _NOW))
            else:
                own.append((name, found.designator, True))
        return chain(*by_status.values(), own)

    def named(self, name: str) -> Airline | None:
        """Who is called so; a variant gives the operator that it stands for, and how far it may be an ordinary word:
        EASY is one, "easyjet" is none."""
        row: Airline | None = self._known(name)
        return row

    def _named(self, name: str) -> Airline | None:
        found = self._called(name) or self._called(name.replace(" ", ""))
        row = None if found is None else _row(found)
        if row is None or row.status != "variant":
            return row
        holder = self.designated(row.designator)
        if holder is None or spoken(holder.telephony).replace(" ", "") == name.replace(" ", ""):
            return holder
        return holder._replace(caution=row.caution)

    def designated(self, designator: str) -> Airline | None:
        """Who holds a three-letter designator now; else who held it last."""
        own = self._own_designators.get(designator.upper())
        if own is not None or not designator.isalnum():
            return own
        line = self._by_designator.first(f"{designator.upper()},")
        return _row(line) if line else None

    def with_rows(self, rows: Iterable[Airline]) -> Telephony:
        """A new table with a user's rows added, which count first."""
        return Telephony(self._rows, [*self._added, *reversed([*rows])])


def _row(found: str | Airline) -> Airline:
    return _airline(found) if isinstance(found, str) else found


@cache
def telephony() -> Telephony:
    """``telephony.csv``: 5,740 designators in force, former ones, spelling variants."""
    return Telephony(kept("telephony", lambda: rows_of(read_text("telephony.csv").splitlines()[1:])))


@cache
def _locations() -> bytes:
    return b"\n" + _read("locations.csv")


@lru_cache(maxsize=4096)
def location(indicator: str) -> Location | None:
    """The aerodrome behind a location indicator, or ``None``; the table stays bytes, no row is parsed but this."""
    if len(indicator) != 4:
        return None
    table = _locations()
    start = table.find(f"\n{indicator.upper()},".encode())
    if start < 0:
        return None
    return Location._make(next(csv.reader((table[start + 1 : table.index(b"\n", start + 1)].decode().rstrip("\r"),))))


@cache
def _places() -> SortedLines:
    """The rows of ``facility_names.csv``, which stand in the order of their characters."""
    return SortedLines(read_text("facility_names.csv").partition("\n")[2])


def _place_row(beginning: str) -> str:
    """The first row that begins so, or nothing."""
    return _places().first(beginning)


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """Whether a place is called so (``benghazi``)."""
    return "," not in name and _place_row(f"{name},") != ""


def begins_place(word: str) -> bool:
    """Whether a place has a name of several words that begins with this one."""
    return _place_row(f"{word} ") != ""


def has_units(name: str) -> bool:
    """Whether units of air traffic services have the name of this place."""
    return is_place(name) and not _place_row(f"{name},").endswith(",")


@cache
def _last_words() -> SortedLines:
    """The last words of names of places that have more than one, in the order of their characters."""

    def made() -> str:
        names = (row.partition(",")[0] for row in read_text("facility_names.csv").splitlines()[1:])
        return in_order({name.rpartition(" ")[2] for name in names if " " in name})

    return SortedLines(kept("place_ends", made))


def ends_place(word: str) -> bool:
    """Whether a place has a name of several words that ends with this one."""
    return _last_words().first(word) == word


@lru_cache(maxsize=4096)
def place_indicators(name: str) -> tuple[str, ...]:
    """The location indicators that the spoken name of a place may stand for, likeliest first."""
    return tuple(_place_row(f"{name},").split(",")[1].split(";")) if is_place(name) else ()


@cache
def ordinary_words() -> frozenset[str]:
    """Common English words, which are no call sign of their own."""
    return frozenset(w for w in read_text("ordinary_words.txt").split("\n") if w and not w.startswith("#"))
