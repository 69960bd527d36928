"""How a call sign or a station is used: who speaks, who is spoken to, who is only mentioned.

>>> # (facility) good morning (callsign)     -> called, speaker: who calls says the station first
>>> # (callsign) (facility) radar contact    -> addressee, calling: who answers says the aircraft first
>>> # behind the (callsign) line up          -> mentioned
>>> # contact (facility)                     -> handover

Sources: ICAO Annex 10 Vol II 5.2.1.7.2; FAA JO 7110.65 2-4-8; SERA.14065.
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.facility import Station
from callsigns.recognize.heard import Heard

__all__ = ["UseFinder"]

_CUE_WORDS: Final = 5  # "number two behind the landing": the longest that tells the use of what follows


class UseFinder:
    """Decides uses for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._mention = _ending(compiled, "<use_mention> <callsign>")
        self._ends = compiled.matcher("<use_close>")
        self._begins = compiled.matcher("<use_open>")
        self._handed = _ending(compiled, "<use_handover> <facility>")
        self._frequency = compiled.matcher("<facility> <use_frequency>")
        self._spoken_of = _ending(compiled, "<use_spoken_of> <facility>")

    def uses(self, line: Line, role: str | None) -> dict[int, str | None]:
        """First word of a call sign or station -> its use."""
        heard, stations = [], []
        for what in line.found.values():
            if isinstance(what, Heard):
                heard.append(what)
            elif isinstance(what, Station):
                stations.append(what)
        uses = self._of_callsigns(line, heard, role) if heard else {}
        if stations:
            uses |= self._of_stations(line, stations, role, uses)
        return uses

    def _of_callsigns(self, line: Line, heard: list[Heard], role: str | None) -> dict[int, str | None]:
        if len(heard) == 1 and heard[0].start == 0:
            return {0: self._of_one(line, heard[0], role)}
        uses: dict[int, str | None] = {}
        parties = []
        for h in sorted(heard, key=lambda h: h.start):
            # A condition ("behind the landing speedbird one two") has taken the call sign in.
            if line.classes[h.start] == CONTINUED or _stands_before(self._mention, line.classes, h.start):
                uses[h.start] = "mentioned"
            else:
                parties.append(h)
        if len({h.icao or h.ident for h in parties}) > 1:
            return uses | self._of_several(line, parties, role)
        for h in parties:
            uses[h.start] = self._of_one(line, h, role)
        return uses

    def _of_one(self, line: Line, h: Heard, role: str | None) -> str | None:
        if role is not None:
            return "speaker" if role == "pilot" else "addressee"
        first = self._first(line, h)
        if first == self._last(line, h):
            return None
        return "addressee" if first else "speaker"

    def _of_several(self, line: Line, parties: list[Heard], role: str | None) -> dict[int, str | None]:
        """Several aircraft in one line: a pilot is one of them; a controller may speak to each in turn."""
        if role != "pilot":
            return {h.start: self._of_one(line, h, role) for h in parties}
        named = [h for h in parties if h.kind != "partial"] or parties
        own = next((h for h in named if self._last(line, h)), named[0])
        adjacent = {h.end: h for h in parties}.get(own.start)
        own = adjacent or own
        same = {h.start for h in parties if (h.icao or h.ident) == (own.icao or own.ident)}
        return {h.start: "speaker" if h.start in same else self._beside(own, h) for h in parties}

    def _beside(self, own: Heard, other: Heard) -> str:
        """A second call sign right behind the speaker's begins the next transmission, run into this one."""
        return "addressee" if other.start == own.end else "mentioned"

    def _first(self, line: Line, h: Heard) -> bool:
        opening = self._begins(line.classes, 0)
        return opening is not None and opening.end() >= h.start

    def _last(self, line: Line, h: Heard) -> bool:
        closing = self._ends(line.classes, h.end)
        return closing is not None and closing.end() == len(line.classes)

    def _of_stations(
        self, line: Line, stations: list[Station], role: str | None, uses: dict[int, str | None]
    ) -> dict[int, str | None]:
        classes = line.classes
        found: dict[int, str | None] = {}
        for station in stations:
            at = station.start
            if _stands_before(self._handed, classes, at) or self._frequency(classes, at):
                found[at] = "handover"
            elif _stands_before(self._spoken_of, classes, at):
                found[at] = "mentioned"
            else:
                found[at] = self._of_station(line, station, role, uses)
        return found

    def _of_station(self, line: Line, station: Station, role: str | None, uses: dict[int, str | None]) -> str | None:
        opening = self._begins(line.classes, 0)
        if opening is None or opening.end() < station.start:
            closing = self._ends(line.classes, station.end)
            return "called" if role == "pilot" and closing and closing.end() == len(line.classes) else "mentioned"
        before = any(start < station.start for start, use in uses.items() if use != "mentioned")
        if role is not None and not before:
            return "called" if role == "pilot" else "calling"
        return "calling" if before else "called"


def _ending(compiled: Compiled, form: str) -> re.Pattern[str]:
    """A form that ends where the search ends."""
    return re.compile(rf"(?:{compiled.compile.expression(form)})\Z")


def _stands_before(form: re.Pattern[str], classes: str, at: int) -> bool:
    """Whether ``form``, which ends with an entity, ends with the one at word ``at``."""
    return at > 0 and form.search(classes, max(0, at - _CUE_WORDS), at + 1) is not None
