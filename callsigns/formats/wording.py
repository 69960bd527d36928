"""How a record is told to a person, in a few words each; text, page and notebook say the same.

``CallSign("Ascot 9908", icao="RRR9908", ...)`` -> ``RRR9908, Royal Air Force, military flight``
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from callsigns.records import (
    CallSign,
    Condition,
    Difference,
    Facility,
    Message,
    Readback,
    Spelling,
    Transmission,
    Value,
)

if TYPE_CHECKING:
    from callsigns.readback import Finding

__all__ = [
    "callsign_words",
    "clock_words",
    "condition_words",
    "differences_words",
    "facility_words",
    "finding_words",
    "message_words",
    "readback_words",
    "spelling_words",
    "value_words",
]


def callsign_words(callsign: CallSign) -> str:
    """The call sign of the flight plan, the operator and the kind."""
    kind = callsign.kind
    if callsign.operator is not None and callsign.operator.kind not in ("airline", "other"):
        kind = f"{callsign.operator.kind} {kind}"
    operator = callsign.operator.name if callsign.operator else callsign.country
    full = callsign.match if callsign.icao is None and callsign.match else callsign.icao
    said = full or callsign.ident
    modifiers = ", ".join(callsign.modifiers)
    return ", ".join(word for word in (said, operator, kind, modifiers) if word)


def facility_words(facility: Facility) -> str:
    """The unit, unless it is said, and the location indicator."""
    unit = None if facility.unit is None or facility.unit in facility.text.lower() else facility.unit
    return ", ".join(word for word in (unit, facility.icao) if word)


def spelling_words(spelling: Spelling) -> str:
    """The letters, what they are, and the name they stand for."""
    kind = "" if spelling.kind == "letters" else f" {spelling.kind}"
    name = f" {spelling.name}" if spelling.name else ""
    return f"{spelling.letters}{kind}{name}"


def value_words(value: Value) -> str:
    """Limit, value and unit: ``at or above FL 240``."""
    limit = f"{value.limit.replace('_', ' ')} " if value.limit else ""
    if value.unit in ("FL", "runway"):
        return f"{limit}{value.unit} {value.value}"
    return f"{limit}{value.value} {value.unit}" if value.unit else f"{limit}{value.value}"


def condition_words(condition: Condition) -> str:
    """``when passing FL 80``, ``until 4 NM``: a limit that the condition is itself is told once."""
    kind = condition.kind.replace("_", " ")
    values = ", ".join(value_words(value).removeprefix(f"{kind} ") for value in condition.values)
    return f"{kind} {values}".rstrip()


def message_words(message: Message) -> str:
    """Act, topic and values: ``instruction, altitude: FL 240 (when passing ...)``."""
    head = message.act if message.topic in (None, message.act) else f"{message.act}, {message.topic}"
    head = head.replace("_", " ")
    values = ", ".join(_named(value, message) for value in message.values)
    conditions = "; ".join(map(condition_words, message.conditions))
    return f"{head}{f': {values}' if values else ''}{f' ({conditions})' if conditions else ''}"


def readback_words(readback: Readback) -> str:
    """``wrong readback of line 3: heading 240 said, 230 heard``."""
    return _readback(readback.status, readback.of, readback.differences)


def finding_words(finding: Finding) -> str:
    """The same for what ``findings`` gives; where nobody answered: ``not read back: heading 240 said, ...``."""
    if finding.line_heard is None:
        return f"not read back: {differences_words(finding.differences)}"
    return _readback(finding.status, finding.line_said, finding.differences)


def differences_words(differences: Iterable[Difference]) -> str:
    """``heading 240 said, 230 heard; speed 200 said, nothing heard``."""
    return "; ".join(map(_difference_words, differences))


def _readback(status: str, of: int | None, differences: Iterable[Difference]) -> str:
    parts = differences_words(differences)
    return f"{status} readback of line {of}{f': {parts}' if parts else ''}"


def clock_words(transmission: Transmission) -> str | None:
    """The start as ``m:ss`` or ``h:mm:ss``."""
    if transmission.time is None:
        return None
    minutes, seconds = divmod(max(0, int(transmission.time[0])), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _named(value: Value, message: Message) -> str:
    words = value_words(value)
    quantity = value.quantity.replace("_", " ")
    return words if value.quantity == message.topic or value.unit == value.quantity else f"{quantity} {words}"


def _difference_words(difference: Difference) -> str:
    said = "nothing" if difference.said is None else difference.said
    heard = "nothing" if difference.heard is None else difference.heard
    return f"{difference.quantity.replace('_', ' ')} {said} said, {heard} heard"
