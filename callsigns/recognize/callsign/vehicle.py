"""Vehicles and ground parties of an aerodrome: "follow me three", "tug forty five", "checker".

>>> # tug forty five hold short  ->  vehicle, TUG, 45

Source: ICAO Doc 4444 7.6.3.2; FAA JO 7110.65 3-7-1.
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.callsign.identity import IdentityReader
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import Heard
from callsigns.recognize.position import Positions

__all__ = ["VehicleReader"]

_CUE_WORDS = 4  # "give way to the": the longest that stands before one that is only mentioned


class VehicleReader:
    """Reads vehicles for one grammar."""

    _goes_on, _told = matching("<vehicle_behind>"), matching("<vehicle_ordered>")
    _counted = matching("<vehicle_counted>")
    _mention = ending("<vehicle_mention>")
    _flies_behind, _flies_before = matching("<flies_behind>"), ending("<flies_before>")
    _no_party = matching("<no_partial_behind>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled = compiled
        self._telephony, self._identities, self._positions = compiled.telephony, identities, positions
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._evidence = compiled.shared(RadioEvidence)
        self._services, self._vehicle = listed("service"), listed("vehicle")
        self._nameless = listed("vehicle_alone", "vehicle_called")
        self._called = listed("vehicle_called")
        self._airline, self._party = listed("telephony"), listed("ground_party")
        self._station_end = frozenset(members("facility") + CONTINUED)

    def _is_kind(self, line: Line, start: int, name_end: int) -> bool:
        """What kind of vehicle it is, before its own name."""
        kind = name_end not in line.commas and line.classes[name_end : name_end + 1] in self._vehicle
        return kind and line.chars[start] in self._vehicle

    def read(self, line: Line, start: int) -> Heard | None:
        """ "follow me three", "tug forty five", "checker"."""
        name_end = line.name_end(start)
        if line.chars[start] in self._airline and line.classes[name_end : name_end + 1] in self._party:
            name_end = line.name_end(name_end)  # "united tow"
        elif self._is_kind(line, start, name_end):
            name_end = line.name_end(name_end)  # "vehicle checker"
        name = " ".join(line.words[start:name_end])
        identity = self._identities.read(line, name_end)
        if identity is None:
            return self._alone(line, start, name_end, name)
        end = identity.end
        if len(identity.text) > 3 or (len(identity.text) > 1 and self._flies(line, start, name)):
            return None  # "rescue two one", "seagull four two": an aircraft
        if self._counted(line.classes, end) is not None:
            return None  # "depth of snow three millimeters"
        if self._in_the_air(line, start, end) or self._positions.behind_article(line, start):
            return None  # "got the airport four ninety four"
        begins = self._positions.begins(line, start)
        if not (begins or self._positions.ends(line, end) or self._mentioned(line, start)):
            return None
        told = begins and self._told(line.classes, end) is not None
        figures = line.words[name_end].isdecimal() and not told
        if figures and not self._evidence.on_air(line, start, end):
            return None
        return Heard(start, end, "vehicle", None, name.upper(), None, identity.text)

    def _alone(self, line: Line, start: int, end: int, name: str) -> Heard | None:
        """ "tower checker vacated": where a call sign stands, before what a vehicle does or is told."""
        if line.chars[start] not in self._nameless and line.chars[start] not in self._airline:
            return None
        if self._signs_off(line, start, end):
            return Heard(start, end, "vehicle", None, name.upper())
        if not self._positions.begins(line, start):
            return None
        if line.chars[start] in self._called and line.before(start) not in self._station_end:
            return None
        if end < len(line.classes) and (self._no_party(line.classes, end) or not self._goes_on(line.classes, end)):
            return None
        return Heard(start, end, "vehicle", None, name.upper())

    def _signs_off(self, line: Line, start: int, end: int) -> bool:
        """ "holding short runway two four, checker": behind a comma at the end of what is said on the radio."""
        last = start > 0 and start in line.commas and end == len(line.words)
        return last and line.chars[start] not in self._called and self._evidence.heard(line)

    def _mentioned(self, line: Line, start: int) -> bool:
        return start > 0 and self._mention.search(line.classes, max(0, start - _CUE_WORDS), start) is not None

    def _in_the_air(self, line: Line, start: int, end: int) -> bool:
        """ "police nine squawk four five two one", "climbing to level two three zero seagull nine"."""
        if self._flies_behind(line.classes, end) is not None:
            return True
        return self._flies_before.search(line.classes, far(start), start) is not None

    def _flies(self, line: Line, start: int, name: str) -> bool:
        """The word is a service's or an operator's as well."""
        row = self._telephony.named(name)
        return line.chars[start] in self._services or (row is not None and row.status == "current")
