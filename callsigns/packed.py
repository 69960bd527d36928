"""What a transmission holds, packed into one tuple until somebody asks for it: a third of the memory of its records.

>>> from callsigns.records import Spelling
>>> text = "kilo lima"
>>> Packed(((0, 1, 0, 0), 0, 9, "KL", "letters", None)).records(text)[1] == (Spelling(text, 0, 9, "KL", "letters"),)
True

The numbers of call signs, spellings, stations and messages stand before them. What parts of many transmissions share
(all of a flight but its number, all of a message but its place) is one tuple for all. `Transmission.callsigns` and the
like are made together by the first who asks for one of them, and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from callsigns.drafts import drafted
from callsigns.records import CallSign, Condition, Facility, Message, Spelling, Transmission, Value

__all__ = ["FROM_ICAO", "Packed", "callsigns_of", "with_callsigns"]

FROM_ICAO: Final = 0  # in the place of ``ident``: what stands behind the designator in ``icao``

_new_callsign, _new_facility = drafted(CallSign, of_whole=True), drafted(Facility, of_whole=True)
_new_spelling, _new_value = drafted(Spelling, of_whole=True), drafted(Value, of_whole=True)
_new_condition, _new_message = drafted(Condition, of_whole=True), drafted(Message, of_whole=True)
_new_transmission = drafted(Transmission)

_Records = tuple[tuple[CallSign, ...], tuple[Spelling, ...], tuple[Facility, ...], tuple[Message, ...]]
_T = TypeVar("_T")


class Packed(tuple[Any, ...]):
    """Call signs, spellings, stations and messages of one text."""

    __slots__ = ()

    def records(self, text: str) -> _Records:
        """The records of these parts of ``text``."""
        callsigns, spellings, facilities, messages = self[0]
        spelled = 1 + 5 * callsigns
        stations = spelled + 5 * spellings
        return (
            self.callsigns(text),
            self._several(_new_spelling, text, spelled, stations, 5) if spellings else (),
            self._several(_new_facility, text, stations, stations + 6 * facilities, 6) if facilities else (),
            self._messages(text, stations + 6 * facilities, messages) if messages else (),
        )

    def callsigns(self, text: str) -> tuple[CallSign, ...]:
        """The call signs of these parts of ``text`` alone."""
        count = self[0][0]
        return self._several(_callsign, text, 1, 1 + 5 * count, 5) if count else ()

    def _several(self, make: Callable[..., _T], text: str, start: int, end: int, size: int) -> tuple[_T, ...]:
        """Records of ``size`` items each in the places from ``start`` to ``end``."""
        if end - start == size:
            return (make(text, *self[start:end]),)
        return tuple([make(text, *self[at : at + size]) for at in range(start, end, size)])

    def _messages(self, text: str, at: int, count: int) -> tuple[Message, ...]:
        made = []
        for _ in range(count):
            start, end, (act, topic, cpdlc, command, callsign, valued, conditional) = self[at : at + 3]
            at += 3
            values = self._several(_value, text, at, at + 4 * valued, 4) if valued else ()
            at += 4 * valued
            conditions: tuple[Condition, ...] = ()
            for _ in range(conditional):
                first, last, (kind, number) = self[at : at + 3]
                inside = self._several(_value, text, at + 3, at + 3 + 4 * number, 4)
                conditions += (_new_condition(text, first, last, kind, inside),)
                at += 3 + 4 * number
            made.append(_new_message(text, start, end, act, topic, values, conditions, callsign, cpdlc, command))
        return tuple(made)


def _callsign(text: str, start: int, end: int, icao: Any, ident: Any, shared: tuple[Any, ...]) -> CallSign:
    kind, telephony, designator, operator, country, modifiers, use, abbreviated = shared
    if ident is FROM_ICAO:
        ident = icao[len(designator) :]
    return _new_callsign(
        text, start, end, kind, icao, telephony, designator, ident, operator, country, modifiers, use, abbreviated,
    )  # fmt: skip


def _value(text: str, start: int, end: int, value: float | str, shared: tuple[Any, ...]) -> Value:
    quantity, unit, limit = shared
    return _new_value(text, start, end, quantity, value, unit, limit)


class _WhenAsked:
    """A field of ``Transmission`` whose records are made when they are asked for."""

    def __init__(self, slot: Any) -> None:
        self.get, self.set = slot.__get__, slot.__set__

    def __get__(self, transmission: Transmission | None, owner: type | None = None) -> Any:
        if transmission is None:
            return self
        found = self.get(transmission)
        if type(found) is Packed:
            for field, records in zip(_FIELDS, found.records(transmission.text), strict=True):
                if type(field.get(transmission)) is Packed:  # not one that was given other records
                    field.set(transmission, records)
            found = self.get(transmission)
        return found

    def __set__(self, transmission: Transmission, records: object) -> None:
        self.set(transmission, records)


_NAMES: Final = ("callsigns", "spellings", "facilities", "messages")
_FIELDS: Final = tuple(_WhenAsked(Transmission.__dict__[name]) for name in _NAMES)
for _name, _field in zip(_NAMES, _FIELDS, strict=True):
    setattr(Transmission, _name, _field)


def callsigns_of(t: Transmission) -> tuple[CallSign, ...]:
    """Its call signs, without making the other records."""
    found = _FIELDS[0].get(t)
    calls: tuple[CallSign, ...] = found.callsigns(t.text) if type(found) is Packed else found
    return calls


def with_callsigns(
    t: Transmission, callsigns: tuple[CallSign, ...], aircraft: str | None, messages: tuple[Message, ...] | None = None
) -> Transmission:
    """The same transmission with other call signs, and other messages if there are any; the rest stays packed."""
    spellings, facilities, said = [field.get(t) for field in _FIELDS[1:]]
    return _new_transmission(
        t.text, t.line, t.source, t.time, t.speaker, t.role, aircraft, callsigns, spellings, facilities,
        said if messages is None else messages, t.readback,
    )  # fmt: skip
