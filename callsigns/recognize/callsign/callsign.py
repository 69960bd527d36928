"""All call signs of a line that say who they are: the forms of ``callsigns.toml``, each read by its reader.

>>> # control mustang 99 is departing your airspace
>>> #         tactical--
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.once import once
from callsigns.recognize.callsign.american import AmericanMarks
from callsigns.recognize.callsign.flight import FlightReader
from callsigns.recognize.callsign.identity import IdentityReader
from callsigns.recognize.callsign.lettered import LetteredReader
from callsigns.recognize.callsign.make import MakeReader
from callsigns.recognize.callsign.marks import MARK_WITH_BLANK
from callsigns.recognize.callsign.misheard import MisheardReader
from callsigns.recognize.callsign.modifiers import ModifierReader
from callsigns.recognize.callsign.registration import RegistrationReader
from callsigns.recognize.callsign.service import ServiceReader
from callsigns.recognize.callsign.tactical import TacticalReader
from callsigns.recognize.callsign.vehicle import VehicleReader
from callsigns.recognize.callsign.written_mark import WrittenMarkReader
from callsigns.recognize.heard import Heard
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

if TYPE_CHECKING:
    from callsigns.recognize.callsign.hyphened import HyphenReader

__all__ = ["CallSignRecognizer"]

# Values that make a line one of the radio; clocks and positions are read in ordinary English as well.
_TELLING: Final = (
    "altitude", "heading", "frequency", "squawk", "pressure", "runway", "vertical_rate", "wind_direction", "turn",
    "speed",
)  # fmt: skip


class CallSignRecognizer:
    """Finds and claims call signs in a line."""

    _mark_before = ending("(<callsign>|<letter>{3}) [<greeting>|<farewell>]")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._entity = compiled.lexicon.entity["callsign"]
        self._forms = compiled.callsign_forms
        self._positions = positions = compiled.shared(Positions)
        self._identities = IdentityReader(compiled)
        self._flights = FlightReader(compiled, self._identities, positions)
        american = AmericanMarks(compiled, self._identities, positions)
        registrations = RegistrationReader(compiled, self._identities, positions, american)
        self._makes = MakeReader(compiled, self._identities, positions, american)
        self._written_marks = WrittenMarkReader(compiled, self._identities, positions, american)
        self._lettered = LetteredReader(compiled, self._identities, positions, self._flights)
        services = ServiceReader(compiled, self._identities, positions)
        self._tactical = TacticalReader(compiled, self._identities, positions)
        self._vehicles = VehicleReader(compiled, self._identities, positions)
        self._misheard = MisheardReader(compiled, self._identities, positions)
        self._modifiers = ModifierReader(compiled)
        listed = compiled.lexicon.listed
        self._number = listed("digit", "teen", "tens")
        self._maker, self._operator = listed("maker"), listed("telephony")
        self._counted = listed("digit", "teen", "tens", "hundred", "figure3", "letter")
        self._make = listed("make", "make_caution")
        self._readers: dict[str, Callable[[Line, int], Heard | None]] = {
            "flight": self._flights.read,
            "written": self._written,
            "registration": registrations.november,
            "type_registration": self._makes.read,
            "spelled": self._lettered.read,
            "service": services.read,
            "tactical": self._tactical.tactical,
            "vehicle": self._vehicles.read,
        }
        self._value = compiled.lexicon.listed(*_TELLING)
        self._reader_of = {name: self._readers[entry["reader"]] for name, entry in compiled.callsigns.items()}
        self._in_order = [self._reader_of[name] for name in self._forms.names]

    @once
    def _hyphened(self) -> HyphenReader:  # few lines need it
        from callsigns.recognize.callsign.hyphened import HyphenReader

        return HyphenReader(self._compiled)

    def hyphened(self, line: Line) -> None:
        """Claim the marks that are written with a hyphen or a blank, which nothing else has."""
        if "-" not in line.text and (line.one_case or MARK_WITH_BLANK.search(line.text) is None):
            return
        for registration in self._hyphened.read(line):
            line.claim(registration.start, registration.end, self._entity, registration)

    def recognize(self, line: Line) -> None:
        """Claim every call sign, from left to right."""
        if (registration := self._written_marks.in_capitals(line)) is not None:
            line.claim(registration.start, registration.end, self._entity, registration)
        doubted = self._scan(line)
        if doubted and line.found:
            self._reconsider(line, doubted)
        self._misheard.complete(line)
        self._modifiers.complete(line)

    def _scan(self, line: Line) -> list[int]:
        """Claim what the forms find; where an operator was named before it was known to be radio."""
        doubted: list[int] = []
        at, size, search = 0, len(line.chars), self._forms.search
        while at < size and (found := search(line.classes, at)) is not None:
            at = found.start()
            heard = None
            if line.chars[at] not in self._make or not (self._behind_mark(line, at) or self._is_type(line, at)):
                heard = self._in_order[(found.lastindex or 1) - 1](line, at) or self._other(line, found)
            if heard is None:
                if line.radio is False and line.chars[at] in self._operator:
                    doubted.append(at)
                at += 1
                continue
            at = heard[1]
            line.claim(heard[0], at, self._entity, heard)
            if heard[2] == "tactical" and (second := self._tactical.element(line, heard)) is not None:
                line.claim(second.start, second.end, self._entity, second)
                at = second.end
                continue
            if at < size and line.chars[at] in self._number:
                at = self._repeated(line, heard)
        return doubted

    def _reconsider(self, line: Line, doubted: list[int]) -> None:
        """ "united 12, speedbird 44 is behind you": whoever else was named tells that these are call signs as well."""
        for at in doubted:
            if line.chars[at] in self._operator and (flight := self._flights.read(line, at)) is not None:
                line.claim(flight.start, flight.end, self._entity, flight)

    def again(self, line: Line) -> None:
        """Where none was found: what the values tell of the line may make one of a name and a number."""
        if self._entity not in line.classes and self._valued(line):
            line.radio = None
            self.recognize(line)

    def _valued(self, line: Line) -> bool:
        return not self._value.isdisjoint(line.chars)

    def _behind_mark(self, line: Line, start: int) -> bool:
        """ "delta echo kilo alpha romeo (hello) cessna one seven two": the type, as pilots say it behind their
        registration, or behind its last three letters where they call."""
        named = self._mark_before.search(line.classes, far(start), start)
        if named is None:
            return False
        if self._makes.names_mark(line, start):
            return False
        call = line.found.get(named.start())
        if call is None:
            return self._positions.begins(line, named.start())
        return isinstance(call, Heard) and call.kind == "registration"

    def _is_type(self, line: Line, start: int) -> bool:
        """ "boeing seven three eight with uniform": the maker and a type, and no more figures or letters behind it."""
        if line.chars[start] not in self._maker:
            return False
        if self._makes.mark_behind_model(line, start + 1):
            return True
        end = start + 1
        while line.classes[end : end + 1] in self._counted:
            end += 1
        return end > start + 1 and type_designator(line.words[start:end], {}) is not None

    def _repeated(self, line: Line, heard: Heard) -> int:
        """ "delta ten fifteen ten fifteen go ahead": one call sign; the words behind it are nobody else's."""
        figure = symbols()[line.words[heard.end]][1][0]  # most often another one, of a value
        again = self._identities.read(line, heard.end) if (heard.ident or "").startswith(figure) else None
        end = again.end if again is not None and again.text == heard.ident else self._same_words(line, heard)
        if end == heard.end or len(heard.ident or "") < 2:
            return heard.end
        line.dropped.append((heard.end, end, "said again"))
        line.widen(heard.end, end)
        return end

    def _same_words(self, line: Line, heard: Heard) -> int:
        """The word behind its signs said again one by one: "one tango kilo one tango kilo correct"."""
        words, end, ident = line.words, heard.end, heard.ident or ""
        size = len(ident)
        again = ident[-1:].isalpha() and words[end - size : end] == words[end : end + size]
        return end + size if again else end

    def _other(self, line: Line, found: re.Match[str]) -> Heard | None:
        """What another entry reads at the same word, where the first has found no call sign."""
        start = found.start()
        for name in self._forms.others(found):
            heard = self._reader_of[name](line, start)
            if heard is not None:
                return heard
        return None

    def _written(self, line: Line, start: int) -> Heard | None:
        return self._written_marks.read(line, start) or self._flights.written(line, start)
