"""What was recognized becomes the records that a caller keeps; nothing is decided here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from callsigns.compiled import Compiled
from callsigns.conditions import When
from callsigns.drafts import drafted
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.recognize.facility import Station
from callsigns.recognize.heard import Heard
from callsigns.recognize.spelling import Spelled
from callsigns.recognize.value import Quantity
from callsigns.records import CallSign, Condition, Facility, Message, Spelling, Transmission, Value

__all__ = ["Reporter", "numbered"]

_new_callsign, _new_facility, _new_spelling = drafted(CallSign), drafted(Facility), drafted(Spelling)
_new_value, _new_condition, _new_message = drafted(Value), drafted(Condition), drafted(Message)
_new_transmission = drafted(Transmission)


class Reporter:
    """Builds records for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._links = {name: (entry.get("cpdlc"), entry.get("command")) for name, entry in compiled.messages.items()}

    def transmission(
        self, line: Line, said: Sequence[Said], heard: Sequence[Heard], stations: Sequence[Station],
        uses: Mapping[int, str | None], role: str | None,
    ) -> Transmission:  # fmt: skip
        """The record of one line; ``uses``: first word of a call sign or station -> its use."""
        callsigns = tuple([_callsign(line, h, uses[h.start]) for h in heard]) if heard else ()
        own = [i for i, h in enumerate(heard) if uses[h.start] != "mentioned"]
        begins = [heard[i].start for i in own]
        return _new_transmission(
            line.text, None, None, None, None, role,
            next((icao for i in own if (icao := heard[i].icao)), None),
            callsigns,
            tuple([_spelling(line, s) for s in line.spelled]) if line.spelled else (),
            tuple([_facility(line, s, uses[s.start]) for s in stations]) if stations else (),
            tuple([self._message(line, s, own, begins) for s in said]),
        )  # fmt: skip

    def _message(self, line: Line, said: Said, own: list[int], begins: list[int]) -> Message:
        """``own``: the call signs that are no mere mention, and ``begins`` their first words.

        A message goes to or comes from the last of them before it, else the first behind it.
        """
        first, last, entry, act, topic, _, values, conditions = said
        start, end = line.starts[first], line.ends[last - 1]
        return _new_message(
            line.text[start:end], start, end, act, topic,
            tuple([_value(line, v) for v in values]) if values else (),
            tuple([_condition(line, c) for c in conditions]) if conditions else (),
            own[max(0, bisect_right(begins, first) - 1)] if own else None,
            *self._links.get(entry, (None, None)),
        )  # fmt: skip


def numbered(t: Transmission, line: int) -> Transmission:
    """The record with its line; ``attrs.evolve`` takes four times as long, on the path of every line."""
    return _new_transmission(
        t.text, line, t.source, t.time, t.speaker, t.role, t.aircraft, t.callsigns, t.spellings, t.facilities,
        t.messages, t.readback,
    )  # fmt: skip


def _callsign(line: Line, heard: Heard, use: str | None) -> CallSign:
    (first, last, kind, icao, telephony, designator, ident, operator, country, abbreviated, modifiers) = heard
    start, end = line.starts[first], line.ends[last - 1]
    return _new_callsign(
        line.text[start:end], start, end, kind, icao, telephony, designator, ident, operator, country, modifiers, use,
        abbreviated,
    )  # fmt: skip


def _facility(line: Line, s: Station, use: str | None) -> Facility:
    start, end = line.span(s.start, s.end)
    return _new_facility(line.text[start:end], start, end, s.place, s.unit, s.icao, use)


def _spelling(line: Line, s: Spelled) -> Spelling:
    start, end = line.span(s.start, s.end)
    return _new_spelling(line.text[start:end], start, end, s.letters, s.kind, s.name)


def _value(line: Line, found: Quantity) -> Value:
    first, last, quantity, value, unit, limit = found
    start, end = line.starts[first], line.ends[last - 1]
    return _new_value(line.text[start:end], start, end, quantity, value, unit, limit)


def _condition(line: Line, when: When) -> Condition:
    start, end = line.span(when.start, when.end)
    return _new_condition(line.text[start:end], start, end, when.kind, tuple([_value(line, v) for v in when.values]))
