"""Readbacks: the values of an instruction against those of the answer.

>>> # said:  csa five six one descend flight level nine zero, speed two hundred
>>> # heard: nine zero and speed two two zero csa five six one
>>> #        wrong: speed 200 said, 220 heard

Values are compared, not words: "nineteen eight" is 119.8, units may be left out, and a shortened call sign is no error.

Source: ICAO Annex 11 3.7.3.1 and FAA AIM 4-4-7: what is to be read back.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from callsigns.heard_values import HeardValues, same
from callsigns.records import Difference, Message, Readback, Transmission, Value

__all__ = ["Finding", "compare", "findings", "to_read_back"]

_BINDING: Final = frozenset(("instruction", "clearance"))
# Facts that are read back where the standards of the place ask for it: compared, but not missed.
_MAY_STAY_UNSAID: Final = frozenset("pressure turn direction stand atis vertical_rate procedure".split())
# What comes with an instruction and is nothing to repeat.
_NO_READBACK: Final = frozenset(
    "wind_direction wind_speed wind_gust visibility clock distance aircraft_type time position fuel persons sequence "
    "count track".split()
)
_REMEMBERED: Final = 1000  # lines between an instruction and its finding; the memory of ``findings``
_PATIENCE: Final = 8  # transmissions after which an answer is not to be expected any more


@frozen(slots=True)
class Finding:
    """One instruction that was not read back as it was said; ``line_heard`` is ``None`` where nothing answered."""

    line_said: int | None
    line_heard: int | None
    aircraft: str | None
    status: str
    differences: tuple[Difference, ...]
    text_said: str | None
    text_heard: str | None


def to_read_back(transmission: Transmission) -> tuple[Value, ...]:
    """The values of a controller's transmission that its answer has to repeat."""
    return tuple(value for message in transmission.messages for value in _wanted(message))


def _wanted(message: Message) -> Iterator[Value]:
    if message.act in _BINDING:
        yield from (v for v in message.values if v.quantity not in _NO_READBACK)
    elif message.act == "information":
        yield from (v for v in message.values if v.quantity == "pressure")


def compare(of: int, said: Sequence[Value], heard: HeardValues) -> Readback | None:
    """How an answer reads back the values of line ``of``; ``None`` where there is nothing to read back."""
    wanted = [v for i, v in enumerate(said) if not any(same(v, w) for w in said[:i])]
    missed = heard.without_equal(wanted)
    differences = []
    for value in missed:
        other = heard.instead_of(value)
        if other is not None:
            differences.append(Difference(value.quantity, value.value, other))
        elif value.quantity not in _MAY_STAY_UNSAID:
            differences.append(Difference(value.quantity, value.value, None))
    if not wanted:
        return None
    return Readback(of, _status(wanted, differences), tuple(differences))


def _status(wanted: Sequence[Value], differences: Sequence[Difference]) -> str:
    if any(d.heard is not None for d in differences):
        return "wrong"
    if not differences:
        return "correct"
    needed = [v for v in wanted if v.quantity not in _MAY_STAY_UNSAID]
    return "missing" if len(differences) == len(needed) else "partial"


def findings(transmissions: Iterable[Transmission], *, every: bool = False) -> Iterator[Finding]:
    """What a safety analyst looks at first: readbacks that differ, lack something, or never came.

    ``transmissions`` come from a ``Dialogue`` and have their line numbers; they are read once, with bounded memory.
    ``every``: correct readbacks too.
    """
    texts: OrderedDict[int | None, str] = OrderedDict()
    waiting: OrderedDict[str, tuple[Transmission, int]] = OrderedDict()
    for number, t in enumerate(transmissions):
        yield from _given_up(waiting, number, t)
        texts[t.line] = t.text
        if len(texts) > _REMEMBERED:
            texts.popitem(last=False)
        if t.role == "pilot" and t.aircraft is not None:
            waiting.pop(t.aircraft, None)
        if t.readback is not None and (every or t.readback.status != "correct"):
            said = t.readback.of
            yield Finding(said, t.line, t.aircraft, t.readback.status, t.readback.differences, texts.get(said), t.text)
        elif t.role == "controller" and t.aircraft is not None and _needed(t):
            waiting[t.aircraft] = (t, number)


def _needed(t: Transmission) -> list[Value]:
    return [v for v in to_read_back(t) if v.quantity not in _MAY_STAY_UNSAID]


def _given_up(waiting: OrderedDict[str, tuple[Transmission, int]], number: int, now: Transmission) -> Iterator[Finding]:
    """Instructions that nobody has answered for too long, or that were given again."""
    for aircraft, (t, at) in list(waiting.items()):
        repeated = now.role == "controller" and now.aircraft == aircraft
        if repeated:
            del waiting[aircraft]
        elif number - at > _PATIENCE:
            del waiting[aircraft]
            lost = tuple(Difference(v.quantity, v.value, None) for v in _needed(t))
            yield Finding(t.line, None, aircraft, "missing", lost, t.text, None)
