"""The values of an instruction against those of the answer.

>>> # said:  csa five six one descend flight level nine zero, speed two hundred
>>> # heard: nine zero and speed two two zero csa five six one
>>> #        wrong: speed 200 said, 220 heard

Values are compared, not words: "nineteen eight" is 119.8, units may be left out, and a shortened call sign is no error.

Source: ICAO Annex 11 3.7.3.1 and FAA AIM 4-4-7: what is to be read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final, NamedTuple

from callsigns.readback.heard import HeardValues
from callsigns.readback.values import is_qnh, same
from callsigns.records import Condition, Difference, Message, Readback, Value

__all__ = ["Wanted", "compare", "condition_to_read_back", "says_condition", "to_read_back"]

_BINDING: Final = frozenset(("instruction", "clearance"))
# Facts that are read back where the standards of the place ask for it: compared, but not missed.
_MAY_STAY_UNSAID: Final = frozenset("pressure direction stand atis vertical_rate procedure".split())
# What comes with an instruction and is nothing to repeat.
_NO_READBACK: Final = frozenset(
    "wind_direction wind_speed wind_gust visibility clock distance aircraft_type time position fuel persons sequence "
    "count track".split()
)
# Where the runway was told before, in the clearance or on the first call.
_RUNWAY_IS_KNOWN: Final = frozenset(("approach", "pattern"))
# "Report reaching", "report passing": who answers "wilco" has understood (ICAO Doc 4444 appendix 5).
_REPORTED_LATER: Final = frozenset(("UM127", "UM128", "UM129", "UM130"))
# What is told, not ordered, and mostly repeated all the same ("runway three six right, taxi via kilo").
_TELLING: Final = frozenset(("information", "report", "denial", "correction"))
_TOLD: Final = frozenset(("pressure", "runway", "heading", "frequency", "squawk"))
_CHECKS: Final = frozenset(("query", "readback_check"))  # "confirm heading one one zero"
_CHECKED: Final = _TOLD | {"altitude", "speed"}
_EXPECTED: Final = frozenset(("runway", "altitude"))
_PLACE: Final = frozenset(("distance",))
_NO_QUANTITIES: Final = frozenset[str]()
_MOST: Final = 20  # values of one transmission; a long clearance has eight
_FEET: Final = 1000  # what is less is a flight level
_QNH: Final = frozenset(("pressure",))


# A clearance for a runway in use that depends on other traffic (ICAO Doc 4444 12.2.7: read back with its condition).
_ON_RUNWAYS: Final = frozenset(("runway", "takeoff", "taxi"))
_BEHIND_TRAFFIC: Final = frozenset(("behind", "after"))


class Wanted(NamedTuple):
    """A value that an answer has to repeat; not ``needed``: compared when it is said, not missed when it is not."""

    value: Value
    needed: bool


def to_read_back(messages: Sequence[Message], again: Set[str] = frozenset()) -> tuple[Wanted, ...]:
    """The values of what a controller says that the answer repeats.

    ``again``: quantities that this aircraft has just read back otherwise; said once more in any form, they bind.
    """
    wanted: list[Wanted] = []
    topic = None
    again = again | _QNH if any(_is_low(v) for m in messages for v in m.values) else again
    for message in messages:
        if not (topic == "traffic" and _is_bare(message)):
            wanted += _wanted(message, again)
            topic = message.topic
    if len(wanted) < 2:
        return tuple(wanted)
    del wanted[_MOST:]
    return tuple([w for i, w in enumerate(wanted) if not any(same(w.value, v.value) for v in wanted[:i])])


def condition_to_read_back(messages: Sequence[Message]) -> Condition | None:
    """What of other traffic has to happen first: "behind the landing airbus line up"; only with its aircraft."""
    return next((c for m in messages if m.act in _BINDING and m.topic in _ON_RUNWAYS for c in _behind(m)), None)


def _behind(message: Message) -> list[Condition]:
    return [c for c in message.conditions if c.kind in _BEHIND_TRAFFIC and " " in c.text]


def says_condition(condition: Condition, words: Sequence[str], messages: Sequence[Message]) -> bool:
    """Whether an answer names what has to happen first, in whatever words."""
    if condition.text.split()[0].lower() in words or any(map(_behind, messages)):
        return True
    types = {v.value for v in condition.values if v.quantity == "aircraft_type"}
    return any(v.value in types for m in messages for v in m.values)


def _is_low(value: Value) -> bool:
    """An altitude, no flight level: with it hectopascals are read back (ICAO Annex 11 3.7.3.1)."""
    return value.quantity == "altitude" and isinstance(value.value, int) and value.value >= _FEET


def _is_bare(message: Message) -> bool:
    """Nothing but its value: behind traffic, that of the other aircraft ("a saab, three miles, two hundred knots")."""
    return len(message.values) == 1 and message.values[0].text == message.text


def _wanted(message: Message, again: Set[str]) -> Iterator[Wanted]:
    binding = message.act in _BINDING
    known = message.topic in _RUNWAY_IS_KNOWN or (message.topic == "landing" and message.act == "instruction")
    for value in message.values:
        if value.quantity in again and (value.quantity != "pressure" or is_qnh(value)):
            yield Wanted(value, True)
        elif binding and value.quantity not in _NO_READBACK:
            unsaid = value.quantity in _MAY_STAY_UNSAID or (known and value.quantity == "runway")
            unsaid = unsaid or message.cpdlc in _REPORTED_LATER
            unsaid = unsaid or (value.quantity == "turn" and value.unit is None)  # "a left three sixty"
            yield Wanted(value, not unsaid)
        elif value.quantity in _told(message):
            yield Wanted(value, False)
    for condition in message.conditions if binding else ():
        yield from [Wanted(value, False) for value in condition.values if value.quantity in _PLACE]


def _told(message: Message) -> Set[str]:
    """The quantities that are compared where an answer repeats them, and not missed where it does not."""
    if message.act in _BINDING:
        return _PLACE  # "report a five mile final"
    if message.act == "expectation":
        return _EXPECTED
    if message.act in _CHECKS:
        return _CHECKED
    return _TOLD if message.act in _TELLING and message.topic != "traffic" else _NO_QUANTITIES


def compare(of: int, wanted: Sequence[Wanted], heard: HeardValues) -> Readback | None:
    """How an answer reads back the values of line ``of``; ``None`` where there is nothing to read back."""
    missed = heard.without_equal([w.value for w in wanted])
    needed = [w.value for w in wanted if w.needed]
    differences = []
    for value in missed:
        other = heard.instead_of(value)
        if other is not None or (any(value is n for n in needed) and not heard.is_unclear(value)):
            differences.append(Difference(value.quantity, value.value, other))
    if not differences and not needed and len(missed) == len(wanted):
        return None
    return Readback(of, _status(len(needed), differences), tuple(differences))


def _status(needed: int, differences: Sequence[Difference]) -> str:
    if not differences:
        return "correct"
    if any(d.heard is not None and not _lacks_side(d) for d in differences):
        return "wrong"
    return "missing" if len(differences) >= needed and all(d.heard is None for d in differences) else "partial"


def _lacks_side(difference: Difference) -> bool:
    """Runway 29 for 29L: what was said of it is right."""
    said = str(difference.said)
    return difference.quantity == "runway" and not said[-1:].isdigit() and said[:-1] == str(difference.heard)
