"""What was recognized becomes the records that a caller keeps; nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from callsigns.compiled import Compiled
from callsigns.conditions import When
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.recognize.facility import Station
from callsigns.recognize.heard import Heard
from callsigns.recognize.spelling import Spelled
from callsigns.recognize.value import Quantity
from callsigns.records import CallSign, Condition, Facility, Message, Spelling, Transmission, Value

__all__ = ["Reporter"]


class Reporter:
    """Builds records for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._messages = compiled.messages

    def transmission(
        self, line: Line, said: Sequence[Said], uses: Mapping[int, str | None], role: str | None
    ) -> Transmission:
        """The record of one line; ``uses``: first word of a call sign or station -> its use."""
        heard = sorted((w for w in line.found.values() if isinstance(w, Heard)), key=lambda h: h.start)
        callsigns = tuple(self._callsign(line, h, uses.get(h.start)) for h in heard)
        stations = sorted((w for w in line.found.values() if isinstance(w, Station)), key=lambda s: s.start)
        return Transmission(
            text=line.text,
            role=role,
            aircraft=self._aircraft(callsigns),
            callsigns=callsigns,
            spellings=tuple(self._spelling(line, s) for s in line.spelled),
            facilities=tuple(self._facility(line, s, uses.get(s.start)) for s in stations),
            messages=tuple(self._message(line, s, heard, callsigns) for s in said),
        )

    def _callsign(self, line: Line, h: Heard, use: str | None) -> CallSign:
        start, end = line.span(h.start, h.end)
        return CallSign(
            line.text[start:end], start, end, h.kind, h.icao, h.telephony, h.designator, h.ident, h.operator, h.country,
            h.modifiers, use, h.abbreviated,
        )  # fmt: skip

    def _facility(self, line: Line, s: Station, use: str | None) -> Facility:
        start, end = line.span(s.start, s.end)
        return Facility(line.text[start:end], start, end, s.place, s.unit, s.icao, use)

    def _spelling(self, line: Line, s: Spelled) -> Spelling:
        start, end = line.span(s.start, s.end)
        return Spelling(line.text[start:end], start, end, s.letters, s.kind, s.name)

    def _value(self, line: Line, q: Quantity) -> Value:
        start, end = line.span(q.start, q.end)
        return Value(line.text[start:end], start, end, q.quantity, q.value, q.unit, q.limit)

    def _condition(self, line: Line, when: When) -> Condition:
        start, end = line.span(when.start, when.end)
        values = tuple(self._value(line, v) for v in when.values)
        return Condition(line.text[start:end], start, end, when.kind, values)

    def _message(self, line: Line, s: Said, heard: Sequence[Heard], callsigns: Sequence[CallSign]) -> Message:
        start, end = line.span(s.start, s.end)
        entry = self._messages.get(s.entry, {})
        values = tuple(self._value(line, v) for v in s.values)
        conditions = tuple(self._condition(line, c) for c in s.conditions)
        return Message(
            line.text[start:end], start, end, s.act, s.topic, values, conditions, self._whose(s, heard, callsigns),
            entry.get("cpdlc"), entry.get("command"),
        )  # fmt: skip

    def _whose(self, s: Said, heard: Sequence[Heard], callsigns: Sequence[CallSign]) -> int | None:
        """The call sign that a message goes to or comes from: the last one before it, else the first behind it."""
        own = [i for i, c in enumerate(callsigns) if c.use != "mentioned"]
        before = [i for i in own if heard[i].start <= s.start]
        if before:
            return before[-1]
        return own[0] if own else None

    def _aircraft(self, callsigns: Sequence[CallSign]) -> str | None:
        """The aircraft that this transmission is with: the first full call sign that is not only mentioned."""
        return next((c.icao or c.match for c in callsigns if c.use != "mentioned" and (c.icao or c.match)), None)
