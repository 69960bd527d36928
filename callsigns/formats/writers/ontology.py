"""Commands in the manner of the European ontology for transcribed transmissions (SESAR PJ.16-04).

``"Speedbird one two, descend flight level eight zero"`` -> ``BAW12 DESCEND 80 FL``; a transmission without a call sign
or without a command says ``NO_CALLSIGN`` or ``NO_CONCEPT``, a value without a unit ``none``. A heading has three digits
and no unit, a side stands behind it: ``BAW12 HEADING 010 RIGHT``. An approach is named: ``BAW12 CLEARED ILS 16 none``.
A condition says when: ``WHEN ALTITUDE 6000 ft``, ``UNTIL 4 NM``.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.formats.writers import Options, Writer
from callsigns.records import Condition, Message, Transmission, Value

__all__ = ["make"]

# Why a pilot speaks of a command that the controller gives (PJ.16-04: reason).
_REASONS = {"readback": "READBACK", "request": "REQUEST", "report": "REPORTING"}
# A turn is named by what it ends in.
_TURNS = {"heading": "HEADING", "turn": "TURN_BY"}
# Commands with a second name: which approach.
_APPROACHES = frozenset(("CLEARED", "EXPECT"))
_KINDS = frozenset(("ILS", "RNAV", "RNP", "VOR", "NDB", "GLS", "VISUAL", "LOCALIZER"))
_BARE = frozenset(("heading", "direction"))  # quantities without a unit, and without a word for its absence


def make(options: Options) -> Writer:
    """A writer of one command a line."""
    return Writer(_lines)


def _lines(transmission: Transmission) -> str:
    commands = [message for message in transmission.messages if message.command]
    if not commands:
        return f"{_callsign(transmission, None)} NO_CONCEPT\n"
    return "".join(f"{_command(transmission, message)}\n" for message in commands)


def _callsign(t: Transmission, index: int | None) -> str:
    named = None if index is None else t.callsigns[index].match or t.callsigns[index].icao
    first = next((name for c in t.callsigns if (name := c.match or c.icao)), None)
    return named or t.aircraft or first or "NO_CALLSIGN"


def _command(t: Transmission, message: Message) -> str:
    words = [_callsign(t, message.callsign)]
    if t.role == "pilot":
        words += ["PILOT", *filter(None, [_REASONS.get(message.act)])]
    words += _name(message)
    for value in sorted(message.values, key=lambda value: value.quantity == "direction"):
        words += _value(value)
    for condition in message.conditions:
        words += _condition(condition)
    return " ".join(words)


def _name(message: Message) -> Iterator[str]:
    command = message.command or "NO_CONCEPT"
    if command == "TURN":
        command = next((_TURNS[v.quantity] for v in message.values if v.quantity in _TURNS), command)
    yield command
    if command in _APPROACHES:
        yield from [word for word in message.text.upper().split() if word in _KINDS][:1]


def _value(value: Value, *, bound: bool = True) -> Iterator[str]:
    heading = value.quantity == "heading" and isinstance(value.value, int)
    yield f"{value.value:03}" if heading else str(value.value).replace(" ", "_")
    if value.quantity not in _BARE:
        yield (value.unit or "none").replace(" ", "_")
    if value.limit and bound:
        yield value.limit.upper()


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
