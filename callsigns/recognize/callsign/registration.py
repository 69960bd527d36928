"""Registrations of which every sign is said: "november" and what stands behind it.

>>> # november one two three alpha bravo          ->  registration, N123AB, United States
>>> # via bravo november two five two hotel yankee  ->  N252HY behind the taxiway B
>>> # in november 1942                            ->  none

What stands behind the name of a make is read by ``make``, what is written in one word by ``written_mark``, and what is
spelled of other states' marks by ``lettered``.

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 a and table 5-1; FAA JO 7110.65 2-4-9.
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.american import LAST, US_FULL, AmericanMarks, registered
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.route_mark import RouteMark
from callsigns.recognize.heard import Heard, endings
from callsigns.recognize.position import Positions

__all__ = ["RegistrationReader", "is_pressure"]

_FLIGHT = searchable(r"\d{1,2}[A-Z]{1,2}")
_PRESSURE = searchable(r"10[0-4]\d|99\d")  # hPa
_WHOLE = searchable(r"(?!11[89]|12|13[0-6])\d{5}")  # five figures that are no frequency
_TOLD = (3, 4)  # figures of a level, of the code of a transponder


def is_pressure(characters: str) -> bool:
    """Figures that are hectopascals ("1019")."""
    return _PRESSURE.fullmatch(characters) is not None


class RegistrationReader:
    """Reads registrations behind "november", for one grammar."""

    _informed = ending("(<information_giver>|information|atis) <letter>")
    _flown, _taxied = ending("<flown_before>"), ending("<taxied_before>")

    def __init__(
        self, compiled: Compiled, identities: IdentityReader, positions: Positions, american: AmericanMarks
    ) -> None:
        self._compiled, self._american, self._positions = compiled, american, positions
        self._behind_route = RouteMark(compiled, identities, positions).begins
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._slot = listed("letter_slot")
        self._letter = listed("letter", "single")
        self._airspace = listed("airspace_slot")
        self._letter_slot = self._slot | listed("information_giver")
        self._figures = listed("hundred", "thousand").union(members("digit"), members("ft"))
        self._and, self._article = listed("and"), listed("article")
        self._telephony = listed("telephony") - listed("letter")

    def november(self, line: Line, start: int) -> Heard | None:
        """ "november one two three alpha bravo"; speech recognition often hears "number"."""
        identity = self._american.read(line, start + 1)
        misheard = line.words[start] == "number"
        taxi = self._american.is_taxi(line, start)
        before = "" if taxi else self._positions.asking(line, start)
        if identity is None:
            return None
        if self._american.is_dated(line, start, identity.end) or self._positions.on_way(line, start):
            return None  # "in November 1942"
        if before in self._letter and start not in line.commas and self._behind_route(line, start):
            return registered(start, identity.end, identity.text, None)
        named = line.classes[identity.end : identity.end + 1] in self._telephony
        parted = start + 1 in line.commas and not self._telephony.isdisjoint(line.chars)  # "November, 1022, Swiss 12"
        if is_pressure(identity.text) and (parted or named or before in self._figures or endings(line)):
            return None  # "descending flight level one seven zero november one zero one nine": of the information
        if before in self._letter and start not in line.commas and not self._apart(line, start, identity):
            return None
        behind = _FLIGHT.fullmatch(identity.text) or (named and len(identity.text) in _TOLD and identity.text.isdigit())
        if behind and self._positions.in_route(line, start):
            return None  # "tusin three november | nine two kilo", "tusin three november | two one four five | swiss"
        if len(identity.text) < (4 if misheard else 2) and (misheard or not self._lone(line, start, identity.end)):
            return None
        if misheard and not (identity.text[-1].isalpha() and self._positions.begins(line, start)):
            return None
        asked = len(identity.text) < US_FULL or identity.text.isdigit()
        if before in self._slot and asked and not self._apart_from_place(line, start, identity):
            return self._beside(line, start, identity)
        if identity.text.isdigit() and len(identity.text) < 3 and not self._positions.begins(line, start):
            return None
        return self._american.as_taxi(line, registered(start, identity.end, identity.text, None))

    def _beside(self, line: Line, start: int, identity: Identity) -> Heard | None:
        """ "envoy eight eight two and november three two mike": two aircraft, by figures and a letter each; "down to
        four thousand and november three two mike": last of all, behind what one is told in the air."""
        first = line.found.get(line.name_start(start - 2)) if start > 1 else None
        lettered = len(identity.text) > 2 and identity.text[-1].isalpha()
        called = isinstance(first, Heard) and first.end == start - 1 and line.chars[start - 1] in self._and
        if not lettered:
            return None
        flown = self._positions.ends(line, identity.end) and self._flown.search(line.classes, far(start), start)
        return registered(start, identity.end, identity.text, None) if called or flown else None

    def _apart(self, line: Line, start: int, identity: Identity) -> bool:
        """ "via alpha bravo | november two five two hotel yankee", "clear of the bravo | november five two yankee": the
        letter belongs to another word."""
        if len(identity.text) > 1 and self._informed.search(line.classes, far(start), start) is not None:
            return True  # "with kilo | november five three xray"
        if start < 2 or not identity.text[-1].isalpha():
            return start > 1 and _WHOLE.fullmatch(identity.text) is not None
        whole = len(identity.text) >= US_FULL and (
            identity.text[:2].isdecimal() or line.before(start - 1) in self._letter_slot
        )
        return whole or (len(identity.text) > 2 and line.before(start - 1) in self._airspace)

    def _apart_from_place(self, line: Line, start: int, identity: Identity) -> bool:
        """ "off the runway | november two seven nine": a place that "the" stands before has no name behind it; "holding
        short | november one two three four": no taxiway has four figures."""
        if is_pressure(identity.text):
            return False
        if start > 1 and line.before(start - 1) in self._article:
            return len(identity.text) >= LAST
        taxied = self._taxied.search(line.classes, far(start), start) is not None
        return taxied and len(identity.text) >= US_FULL and self._positions.ends(line, identity.end)

    def _lone(self, line: Line, start: int, end: int) -> bool:
        """ "november two turn left": at the very beginning, before an order."""
        return self._positions.ordered(line, end) and self._positions.begins(line, start)
