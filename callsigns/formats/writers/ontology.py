"""Commands in the manner of the European ontology for transcribed transmissions (SESAR PJ.16-04).

``"Speedbird one two, descend flight level eight zero"`` -> ``BAW12 DESCEND 80 FL``; a transmission without a call sign
or without a command says ``NO_CALLSIGN`` or ``NO_CONCEPT``, a value without a unit ``none``. A heading has three digits
and no unit, a side stands behind it: ``BAW12 HEADING 010 RIGHT``. An approach is named: ``BAW12 CLEARED ILS 16 none``.
A station is a command of its own: ``BAW12 CONTACT VIENNA_TOWER``, then ``BAW12 CONTACT_FREQUENCY 119.4 none``. A
bound stands behind the unit: ``BAW12 SPEED 220 kt OR_LESS``. A condition says when: ``WHEN ALTITUDE 6000 ft``,
``UNTIL 4 NM``.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.formats.writers import Options, Writer
from callsigns.records import Condition, Facility, Message, Transmission, Value

__all__ = ["make"]

# Why a pilot speaks of a command that the controller gives (PJ.16-04: reason).
_REASONS = {"readback": "READBACK", "request": "REQUEST", "report": "REPORTING"}
# Commands that are named by their first value, or by having none.
_BY_VALUE = {
    ("TURN", "heading"): "HEADING", ("TURN", "turn"): "TURN_BY", ("CLEARED_TO", "procedure"): "TRANSITION",
    ("TURN", ""): "MAINTAIN_HEADING", ("HEADING", ""): "MAINTAIN_HEADING",
}  # fmt: skip
_STATIONS = {"CONTACT_FREQUENCY": "CONTACT", "MONITOR_FREQUENCY": "MONITOR"}
# A bound of a height, and of anything else.
_BOUNDS = {"at_or_above": ("OR_ABOVE", "OR_GREATER"), "at_or_below": ("OR_BELOW", "OR_LESS")}
# Commands with a second name: which approach.
_APPROACHES = frozenset(("CLEARED", "EXPECT"))
_KINDS = frozenset(("ILS", "RNAV", "RNP", "VOR", "NDB", "GLS", "VISUAL", "LOCALIZER"))
_BARE = frozenset(("heading", "direction", "position"))  # quantities without a unit, and without a word for its absence


def make(options: Options) -> Writer:
    """A writer of one command a line."""
    return Writer(_lines)


def _lines(transmission: Transmission) -> str:
    commands = [message for message in transmission.messages if message.command]
    if not commands:
        return f"{_callsign(transmission, None)} NO_CONCEPT\n"
    return "".join(f"{line}\n" for message in commands for line in _commands(transmission, message))


def _callsign(t: Transmission, index: int | None) -> str:
    named = None if index is None else t.callsigns[index].match or t.callsigns[index].icao
    first = next((name for c in t.callsigns if (name := c.match or c.icao)), None)
    return named or t.aircraft or first or "NO_CALLSIGN"


def _commands(t: Transmission, message: Message) -> Iterator[str]:
    """The station first where there is one; the frequency only where it was said or nothing else was."""
    words = [_callsign(t, message.callsign)]
    if t.role == "pilot":
        words += ["PILOT", *filter(None, [_REASONS.get(message.act)])]
    station = _station(t, message)
    if station:
        yield " ".join((*words, _STATIONS[message.command or ""], station))
    if message.values or not station:
        yield " ".join((*words, *_said(message)))


def _station(t: Transmission, message: Message) -> str:
    if message.command not in _STATIONS:
        return ""
    return next((_facility(f) for f in t.facilities if message.start <= f.start < message.end), "")


def _facility(facility: Facility) -> str:
    return "_".join(filter(None, (facility.place, facility.unit))).upper().replace(" ", "_")


def _said(message: Message) -> Iterator[str]:
    yield from _name(message)
    for value in sorted(message.values, key=lambda value: value.quantity == "direction"):
        yield from _value(value)
    for condition in message.conditions:
        yield from _condition(condition)


def _name(message: Message) -> Iterator[str]:
    command = message.command or "NO_CONCEPT"
    quantities = [value.quantity for value in message.values] or [""]
    command = next((name for q in quantities if (name := _BY_VALUE.get((command, q)))), command)
    yield command
    if command in _APPROACHES:
        yield from [word for word in message.text.upper().split() if word in _KINDS][:1]


def _value(value: Value, *, bound: bool = True) -> Iterator[str]:
    heading = value.quantity == "heading" and isinstance(value.value, int)
    yield f"{value.value:03}" if heading else str(value.value).replace(" ", "_")
    if value.quantity not in _BARE:
        yield (value.unit or "none").replace(" ", "_")
    if value.limit and bound:
        height, other = _BOUNDS.get(value.limit, (value.limit.upper(),) * 2)
        yield height if value.quantity == "altitude" else other


def _condition(condition: Condition) -> Iterator[str]:
    if condition.kind == "until":
        yield "UNTIL"
        if not condition.values:  # "until established"
            yield "_".join(condition.text.upper().split()[1:]) or "none"
    elif condition.kind == "when_passing" and condition.values:
        yield from ("WHEN", condition.values[0].quantity.upper())
    else:
        yield from ("WHEN", condition.kind.upper())
    for value in condition.values:
        yield from _value(value, bound=condition.kind != "until")
