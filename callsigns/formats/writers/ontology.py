"""Commands in the manner of the European ontology for transcribed transmissions (SESAR PJ.16-04).

``"Speedbird one two, descend flight level eight zero"`` -> ``BAW12 DESCEND 80 FL``; a transmission without a call sign
or without a command says ``NO_CALLSIGN`` or ``NO_CONCEPT``, a value without a unit ``none``.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.formats.writers import Options, Writer
from callsigns.records import Condition, Message, Transmission, Value

__all__ = ["make"]

# Why a pilot speaks of a command that the controller gives (PJ.16-04: reason).
_REASONS = {"readback": "READBACK", "request": "REQUEST", "report": "REPORTING"}


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
    words.append(message.command or "NO_CONCEPT")
    for value in message.values:
        words += _value(value)
    for condition in message.conditions:
        words += _condition(condition)
    return " ".join(words)


def _value(value: Value) -> Iterator[str]:
    yield str(value.value).replace(" ", "_")
    yield (value.unit or "none").replace(" ", "_")
    if value.limit:
        yield value.limit.upper()


def _condition(condition: Condition) -> Iterator[str]:
    yield from ("WHEN", condition.kind.upper())
    for value in condition.values:
        yield from _value(value)
