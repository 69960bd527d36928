"""How a call sign or a station is used: who speaks, who is spoken to, who is only mentioned.

>>> # (facility) good morning (callsign)     -> called, speaker: who calls says the station first
>>> # (callsign) (facility) radar contact    -> addressee, calling: who answers says the aircraft first
>>> # behind the (callsign) line up          -> mentioned
>>> # contact (facility)                     -> handover

Sources: ICAO Annex 10 Vol II 5.2.1.7.2; FAA JO 7110.65 2-4-8; SERA.14065.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.own_forms import matching
from callsigns.recognize.facility import Station
from callsigns.recognize.heard import Heard

__all__ = ["UseFinder", "parties"]

_CUE_WORDS: Final = 5  # "number two behind the landing": the longest that tells the use of what follows
_start = attrgetter("start")


def parties(line: Line) -> tuple[list[Heard], list[Station]]:
    """The call signs and the stations of a line, in the order in which they were said."""
    heard: list[Heard] = []
    stations: list[Station] = []
    for what in line.found.values():
        kind = type(what)
        if kind is Heard:
            heard.append(what)
        elif kind is Station:
            stations.append(what)
    if len(heard) > 1:
        heard.sort(key=_start)
    if len(stations) > 1:
        stations.sort(key=_start)
    return heard, stations


class UseFinder:
    """Decides uses for one grammar."""

    _ends = matching("<use_close>")
    _begins = matching("<use_open>")
    _frequency = matching("<facility> <use_frequency>")
    _asked_about = matching("<use_asked>")
    _asks = matching("<asked_behind>")
    _answered = matching("<use_answered>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._mentioned = _Cue(compiled, "<use_mention>", "<callsign>").stands_before
        self._handed = _Cue(compiled, "<use_handover>", "<facility>").stands_before
        self._spoken_of = _Cue(compiled, "<use_spoken_of>", "<facility>").stands_before

    def uses(
        self, line: Line, heard: Sequence[Heard], stations: Sequence[Station], role: str | None
    ) -> dict[int, str | None]:
        """First word of a call sign or station -> its use; both lists in the order in which they were said."""
        uses = self._of_callsigns(line, heard, role) if heard else {}
        if stations:
            uses |= self._of_stations(line, stations, role, uses)
        return uses

    def _of_callsigns(self, line: Line, heard: Sequence[Heard], role: str | None) -> dict[int, str | None]:
        classes = line.classes
        uses: dict[int, str | None] = {}
        parties = []
        for h in heard:
            # A condition ("behind the landing speedbird one two") has taken the call sign in.
            if h.start and (classes[h.start] == CONTINUED or self._mentioned(classes, h.start)):
                uses[h.start] = "mentioned"
            elif h.start and self._asked_about(classes, h.start - 1) and (h.start == 1 or self._asks(classes, h.end)):
                uses[h.start] = "mentioned"  # "is lufthansa nine one alpha still with you"
            else:
                parties.append(h)
        if len(parties) > 1 and len({h.icao or h.ident for h in parties}) > 1:
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
        self, line: Line, stations: Sequence[Station], role: str | None, uses: dict[int, str | None]
    ) -> dict[int, str | None]:
        classes = line.classes
        found: dict[int, str | None] = {}
        for station in stations:
            at = station.start
            if self._handed(classes, at) or self._frequency(classes, at):
                found[at] = "handover"
            elif self._spoken_of(classes, at):
                found[at] = "mentioned"
            elif self._answers(line, station):
                found[at] = "calling"
            else:
                found[at] = self._of_station(line, station, role, uses)
        return found

    def _answers(self, line: Line, station: Station) -> bool:
        """ "... KLM one two Praha hello radar contact": right behind the call sign that it answers."""
        if station.start < 1 or self._answered(line.classes, station.end) is None:
            return False
        return any(isinstance(what, Heard) and what.end == station.start for what in line.found.values())

    def _of_station(self, line: Line, station: Station, role: str | None, uses: dict[int, str | None]) -> str | None:
        opening = self._begins(line.classes, 0)
        if opening is None or opening.end() < station.start:
            closing = self._ends(line.classes, station.end)
            return "called" if role == "pilot" and closing and closing.end() == len(line.classes) else "mentioned"
        if role is not None:
            return "called" if role == "pilot" else "calling"
        before = any(start < station.start for start, use in uses.items() if use != "mentioned")
        return "calling" if before else "called"


class _Cue:
    """Words that tell the use of the entity behind them."""

    def __init__(self, compiled: Compiled, words: str, entity: str) -> None:
        self._last = compiled.compile.last(words)
        self._form = re.compile(rf"(?:{compiled.compile.expression(f'{words} {entity}')})\Z")

    def stands_before(self, classes: str, at: int) -> bool:
        """Whether the words end before the entity at word ``at``."""
        if not at or (classes[at - 1] not in self._last and classes[at - 1] != CONTINUED):
            return False
        return self._form.search(classes, max(0, at - _CUE_WORDS), at + 1) is not None
