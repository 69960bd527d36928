"""What was recognized becomes the records that a caller keeps; nothing is decided here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from callsigns.compiled import Compiled
from callsigns.conditions import When
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.recognize.facility import Station
from callsigns.recognize.heard import Heard
from callsigns.recognize.spelling import Spelled
from callsigns.recognize.value import Quantity
from callsigns.records import CallSign, Condition, Facility, Message, Spelling, Transmission, Value

__all__ = ["Reporter", "numbered"]

_start = attrgetter("start")


class Reporter:
    """Builds records for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._links = {name: (entry.get("cpdlc"), entry.get("command")) for name, entry in compiled.messages.items()}

    def transmission(
        self, line: Line, said: Sequence[Said], uses: Mapping[int, str | None], role: str | None
    ) -> Transmission:
        """The record of one line; ``uses``: first word of a call sign or station -> its use."""
        heard, stations = [], []
        for what in line.found.values():
            if isinstance(what, Heard):
                heard.append(what)
            elif isinstance(what, Station):
                stations.append(what)
        heard.sort(key=_start)
        stations.sort(key=_start)
        callsigns = tuple([_callsign(line, h, uses.get(h.start)) for h in heard])
        own = [i for i, callsign in enumerate(callsigns) if callsign.use != "mentioned"]
        begins = [heard[i].start for i in own]
        return Transmission(
            line.text, None, None, None, None, role,
            _aircraft(callsigns) if own else None,
            callsigns,
            tuple([_spelling(line, s) for s in line.spelled]) if line.spelled else (),
            tuple([_facility(line, s, uses.get(s.start)) for s in stations]) if stations else (),
            tuple([self._message(line, s, own, begins) for s in said]),
        )  # fmt: skip

    def _message(self, line: Line, said: Said, own: list[int], begins: list[int]) -> Message:
        """``own``: the call signs that are no mere mention, and ``begins`` their first words.

        A message goes to or comes from the last of them before it, else the first behind it.
        """
        first, last, entry, act, topic, _, values, conditions = said
        start, end = line.starts[first], line.ends[last - 1]
        return Message(
            line.text[start:end], start, end, act, topic,
            tuple([_value(line, v) for v in values]) if values else (),
            tuple([_condition(line, c) for c in conditions]) if conditions else (),
            own[max(0, bisect_right(begins, first) - 1)] if own else None,
            *self._links.get(entry, (None, None)),
        )  # fmt: skip


def numbered(t: Transmission, line: int) -> Transmission:
    """The record with its line; ``attrs.evolve`` takes four times as long, on the path of every line."""
    return Transmission(
        t.text, line, t.source, t.time, t.speaker, t.role, t.aircraft, t.callsigns, t.spellings, t.facilities,
        t.messages, t.readback,
    )  # fmt: skip


def _callsign(line: Line, heard: Heard, use: str | None) -> CallSign:
    (first, last, kind, icao, telephony, designator, ident, operator, country, abbreviated, modifiers) = heard
    start, end = line.starts[first], line.ends[last - 1]
    return CallSign(
        line.text[start:end], start, end, kind, icao, telephony, designator, ident, operator, country, modifiers, use,
        abbreviated,
    )  # fmt: skip


def _facility(line: Line, s: Station, use: str | None) -> Facility:
    start, end = line.span(s.start, s.end)
    return Facility(line.text[start:end], start, end, s.place, s.unit, s.icao, use)


def _spelling(line: Line, s: Spelled) -> Spelling:
    start, end = line.span(s.start, s.end)
    return Spelling(line.text[start:end], start, end, s.letters, s.kind, s.name)


def _value(line: Line, found: Quantity) -> Value:
    first, last, quantity, value, unit, limit = found
    start, end = line.starts[first], line.ends[last - 1]
    return Value(line.text[start:end], start, end, quantity, value, unit, limit)


def _condition(line: Line, when: When) -> Condition:
    start, end = line.span(when.start, when.end)
    return Condition(line.text[start:end], start, end, when.kind, tuple([_value(line, v) for v in when.values]))


def _aircraft(callsigns: Sequence[CallSign]) -> str | None:
    """The aircraft that this transmission is with: the first full call sign that is not only mentioned."""
    for callsign in callsigns:
        if callsign.icao and callsign.use != "mentioned":
            return callsign.icao
    return None
