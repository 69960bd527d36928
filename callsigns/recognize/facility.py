"""Stations on the ground: "Benghazi", "London Control", "Tower".

A unit word ("radar") is looked for first, then the name of a place before it. A unit word that is also an ordinary one
("information", "approach") needs the place, or a place in the line where a station stands. A place alone is a station
where one is called: before a call sign or a greeting at the beginning.

Source: ICAO Annex 10 Vol II 5.2.1.7.1: the place, then the unit; either may be left out once contact is made.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from callsigns.compiled import Compiled, Matcher
from callsigns.line import Line
from callsigns.recognize.position import Positions
from callsigns.tables import ordinary_words, place_indicators, place_names

__all__ = ["FacilityRecognizer", "Station"]

_PLACE_WORDS = 3  # "new york oceanic", "palma de mallorca": no spoken place has more


class Station(NamedTuple):
    """A facility before it is known how it is used; words ``start`` to ``end``."""

    start: int
    end: int
    place: str | None
    unit: str | None
    icao: str | None


class FacilityRecognizer:
    """Finds and claims stations in a line."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._positions = Positions(compiled)
        self._entity = compiled.lexicon.entity["facility"]
        self._unit = compiled.searcher("<unit>")
        members = compiled.lexicon.members
        self._open = frozenset(members("unknown") + members("ordinary"))
        self._never = frozenset(
            members("digit") + members("letter") + members("teen") + members("tens") + members("break")
        )  # fmt: skip
        self._never_alone = frozenset(
            members("greeting") + members("opening") + members("wake") + members("courtesy") + members("handover")
            + members("farewell") + members("no_place")
        )  # fmt: skip
        self._unknown = frozenset(members("unknown"))
        self._called = compiled.matcher("<called_behind>")
        self._handed = frozenset(members("handover"))
        self._remainder = compiled.matcher("(<digit>|<teen>|<tens>|<letter>){2,7}")
        self._order = compiled.matcher("<order_behind>")

    @cached_property
    def _alone_behind(self) -> Matcher:
        return self._compiled.matcher("(<called_behind>|<farewell>|<break>)")

    @cached_property
    def _no_unit(self) -> Matcher:
        return self._compiled.matcher("<no_unit>")

    @cached_property
    def _frequency(self) -> Matcher:
        return self._compiled.matcher("<frequency_behind>")

    def units(self, line: Line) -> None:
        """Claim every station that names its unit."""
        for found in self._unit.finditer(line.classes):
            start, end = found.span()
            if line.classes[start] == self._entity:
                continue
            name, ambiguous = self._compiled.units.get(" ".join(line.words[start:end]), ("", True))
            if not name or (name == "radar" and line.words[end : end + 1] == ["contact"]):  # "radar contact"
                continue
            place = self._place_before(line, start, ambiguous)
            if place is not None:
                self._claim(line, Station(start - place, end, *self._named(line, start - place, start, name)))
            elif name != "atis" and self._alone(line, start, end, ambiguous):
                self._claim(line, Station(start, end, None, name, None))

    def called(self, line: Line) -> None:
        """Claim a place that is called without its unit: "Benghazi, good morning, ..."; also behind the last figures
        of a call sign: "seven five six one praha hello"."""
        start = self._behind_remainder(line)
        classes = line.classes
        size = self._known_place(line, start, forward=True) if start else 0
        if size and self._order(classes, start + size):
            self._claim(line, Station(start, start + size, *self._named(line, start, start + size, None)))
            return
        start = 0
        while start < len(classes) and self._positions.begins(line, start):
            size = self._known_place(line, start, forward=True)
            if size and self._called(classes, start + size):
                self._claim(line, Station(start, start + size, *self._named(line, start, start + size, None)))
                return
            start = line.name_end(start)

    def _behind_remainder(self, line: Line) -> int:
        """The word behind figures and letters with which the line begins."""
        found = self._remainder(line.classes, 0)
        return found.end() if found is not None and found.end() < len(line.classes) else 0

    def answering(self, line: Line) -> None:
        """Claim a place behind the call sign that it calls: "lufthansa six charlie kilo praha hello radar contact"."""
        for start, what in list(line.found.items()):
            if isinstance(what, Station) or not self._positions.begins(line, start):
                continue
            end = line.name_end(start)
            size = self._known_place(line, end, forward=True)
            if size and end + size < len(line.words):
                self._claim(line, Station(end, end + size, *self._named(line, end, end + size, None)))
            return

    def _claim(self, line: Line, station: Station) -> None:
        line.claim(station.start, station.end, self._entity, station)

    def _named(self, line: Line, start: int, end: int, unit: str | None) -> tuple[str, str | None, str | None]:
        place = " ".join(line.words[start:end])
        codes = self._compiled.places.get(place) or place_indicators(place)
        return line.said(start, end), unit, codes[0] if len(codes) == 1 and codes[0] else None

    def _known_place(self, line: Line, at: int, *, forward: bool) -> int:
        """How many words from ``at`` on (or before it) are the name of a place, the longest first."""
        nearest = at if forward else at - 1
        if not 0 <= nearest < len(line.words) or line.classes[nearest] in self._never:
            return 0
        known, own, words = place_names(), self._compiled.places, line.words
        for size in range(_PLACE_WORDS, 0, -1):
            start, end = (at, at + size) if forward else (at - size, at)
            if start < 0 or end > len(words):
                continue
            name = " ".join(words[start:end]) if size > 1 else words[start]
            if name not in known and name not in own:
                continue
            if line.classes[start] == self._entity or not self._never.isdisjoint(line.classes[start:end]):
                continue
            if size == 1 and line.classes[start] in self._never_alone:
                continue
            if forward and (size == 1 and (name in ordinary_words() or line.classes[start] not in self._open)):
                continue
            return size
        return 0

    def _place_before(self, line: Line, unit: int, ambiguous: bool) -> int | None:
        size = self._known_place(line, unit, forward=False)
        if size:
            ordinary = size == 1 and line.words[unit - 1] in ordinary_words()
            return None if ordinary and ambiguous and not self._positions.begins(line, unit - 1) else size
        if unit and line.classes[unit - 1] in self._unknown and self._named_like_a_place(line, unit - 1):
            return 1 if not ambiguous or self._station_place(line, unit) else None
        return None

    def _named_like_a_place(self, line: Line, word: int) -> bool:
        """A word that no table lists: in a text with capitals a place has one."""
        return line.text[line.starts[word]].isupper() or line.text.islower()

    def _station_place(self, line: Line, unit: int) -> bool:
        """Before an ambiguous unit an unknown word is a place only where a station stands."""
        handed = unit >= 2 and line.classes[unit - 2] in self._handed
        return handed or self._positions.begins(line, unit - 1)

    def _alone(self, line: Line, start: int, end: int, ambiguous: bool) -> bool:
        """A unit without its place: called ("Tower, ..."), or handed over to ("contact tower ...")."""
        if self._no_unit(line.classes, start):
            return False
        if start and line.classes[start - 1] in self._handed:
            return True
        if self._frequency(line.classes, end) and not ambiguous:
            return True
        if not self._positions.begins(line, start) and start != self._behind_remainder(line):
            return not ambiguous and self._positions.ends(line, end)
        behind = end in line.commas or self._alone_behind(line.classes, end) is not None
        return behind or (not ambiguous and end < len(line.words))
