"""Transmissions to JSON and back: exactly the record's field names, ``null`` for nothing, non-ASCII as it is.

``Transmission("Tower", line=1)`` -> ``{"text": "Tower", "line": 1, "source": null, ...}`` and the same record again.

Lines are built by hand: ``cattrs`` and ``json.dumps`` take several times as long as the parse may cost (the tests hold
both ways against each other). Reading goes through ``cattrs``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from json.encoder import encode_basestring as _string
from typing import TYPE_CHECKING, Any, TypeVar

from callsigns.errors import InputError
from callsigns.grammar.expressions import searchable
from callsigns.records import (
    CallSign,
    Condition,
    Difference,
    Facility,
    Message,
    Operator,
    Readback,
    Spelling,
    Token,
    Transmission,
    Value,
)

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["converter", "from_dict", "from_json", "to_dict", "to_json"]

T = TypeVar("T")

# UTF-8 has no form for half of a surrogate pair; JSON has (RFC 8259, section 7).
_SURROGATE = searchable("[\ud800-\udfff]")


def to_json(transmission: Transmission, *, tokens: bool = False) -> str:
    """One JSON object on one line; ``tokens`` adds the words with their kinds.

    Two halves of a surrogate pair that stand side by side in a text come back from JSON as the one character that they
    make: RFC 8259, section 7, writes both alike.
    """
    t = transmission
    words = f', "tokens": {_list(_token, t.tokens)}' if tokens else ""
    line = (
        f'{{"text": {_string(t.text)}, "line": {_plain(t.line)}, "source": {_name(t.source)}, "time": {_time(t.time)}, '
        f'"speaker": {_name(t.speaker)}, "role": {_name(t.role)}, "aircraft": {_name(t.aircraft)}, '
        f'"callsigns": {_list(_callsign, t.callsigns)}, "spellings": {_list(_spelling, t.spellings)}, '
        f'"facilities": {_list(_facility, t.facilities)}, "messages": {_list(_message, t.messages)}, '
        f'"readback": {_readback(t.readback)}{words}}}'
    )
    return line if line.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def from_json(text: str | bytes) -> Transmission:
    """The record that ``to_json`` wrote; unknown keys (``tokens``) are left aside.

    Raises:
        InputError: no JSON, or no transmission in it.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON object: {error}") from error
    return from_dict(data)


def to_dict(transmission: Transmission) -> dict[str, Any]:
    """The record as plain dicts, lists, strings and numbers, with the contract's names."""
    data: dict[str, Any] = converter().unstructure(transmission)
    return data


def from_dict(data: object) -> Transmission:
    """The record from what ``to_dict`` gave, or from JSON that was read.

    Raises:
        InputError: a field is missing or has another type; the message names it.
    """
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    if not isinstance(data, dict):
        raise InputError(f"expected an object with the fields of a transmission, found {type(data).__name__}")
    try:
        return converter().structure(data, Transmission)
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        reason = "; ".join(transform_error(error, path="transmission")) if isinstance(error, Exception) else str(error)
        raise InputError(f"no transmission: {reason}") from error


@cache
def converter() -> Converter:
    """The ``cattrs`` converter of the contract, made when first asked for."""
    from cattrs.preconf.json import make_converter

    made = make_converter()
    made.register_structure_hook(int | float | str, lambda value, _: _scalar(value))
    made.register_structure_hook(int | float | str | None, lambda value, _: None if value is None else _scalar(value))
    return made


def _scalar(value: object) -> int | float | str:
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        return value
    raise ValueError(f"expected a number or a name, found {value!r}")


def _name(text: str | None) -> str:
    return "null" if text is None else _string(text)


def _plain(number: int | None) -> str:
    return "null" if number is None else str(number)


def _number(value: float | str | None) -> str:
    if isinstance(value, str):
        return _string(value)
    return str(value) if type(value) is int else json.dumps(value)


def _list(write: Callable[[T], str], items: Sequence[T]) -> str:
    # Most lists are empty or hold one: neither is worth a generator.
    if not items:
        return "[]"
    return f"[{write(items[0])}]" if len(items) == 1 else f"[{', '.join(map(write, items))}]"


def _time(time: tuple[float, float] | None) -> str:
    return "null" if time is None else f"[{_number(time[0])}, {_number(time[1])}]"


def _token(token: Token) -> str:
    return (
        f'{{"text": {_string(token.text)}, "start": {token.start}, "end": {token.end}, '
        f'"kind": {_string(token.kind)}, "value": {_string(token.value)}}}'
    )


def _operator(operator: Operator | None) -> str:
    if operator is None:
        return "null"
    return (
        f'{{"designator": {_string(operator.designator)}, "telephony": {_string(operator.telephony)}, '
        f'"name": {_string(operator.name)}, "country": {_name(operator.country)}, "kind": {_string(operator.kind)}}}'
    )


def _callsign(c: CallSign) -> str:
    return (
        f'{{"text": {_string(c.text)}, "start": {c.start}, "end": {c.end}, "kind": {_string(c.kind)}, '
        f'"icao": {_name(c.icao)}, "telephony": {_name(c.telephony)}, "designator": {_name(c.designator)}, '
        f'"ident": {_name(c.ident)}, "operator": {_operator(c.operator)}, "country": {_name(c.country)}, '
        f'"modifiers": {_list(_string, c.modifiers)}, "use": {_name(c.use)}, '
        f'"abbreviated": {"true" if c.abbreviated else "false"}, "match": {_name(c.match)}}}'
    )


def _spelling(s: Spelling) -> str:
    return (
        f'{{"text": {_string(s.text)}, "start": {s.start}, "end": {s.end}, "letters": {_string(s.letters)}, '
        f'"kind": {_string(s.kind)}, "name": {_name(s.name)}}}'
    )


def _facility(f: Facility) -> str:
    return (
        f'{{"text": {_string(f.text)}, "start": {f.start}, "end": {f.end}, "place": {_name(f.place)}, '
        f'"unit": {_name(f.unit)}, "icao": {_name(f.icao)}, "use": {_name(f.use)}}}'
    )


def _value(v: Value) -> str:
    return (
        f'{{"text": {_string(v.text)}, "start": {v.start}, "end": {v.end}, "quantity": {_string(v.quantity)}, '
        f'"value": {_number(v.value)}, "unit": {_name(v.unit)}, "limit": {_name(v.limit)}}}'
    )


def _condition(c: Condition) -> str:
    return (
        f'{{"text": {_string(c.text)}, "start": {c.start}, "end": {c.end}, "kind": {_string(c.kind)}, '
        f'"values": {_list(_value, c.values)}}}'
    )


def _message(m: Message) -> str:
    return (
        f'{{"text": {_string(m.text)}, "start": {m.start}, "end": {m.end}, "act": {_string(m.act)}, '
        f'"topic": {_name(m.topic)}, "values": {_list(_value, m.values)}, '
        f'"conditions": {_list(_condition, m.conditions)}, "callsign": {_plain(m.callsign)}, '
        f'"cpdlc": {_name(m.cpdlc)}, "command": {_name(m.command)}}}'
    )


def _difference(d: Difference) -> str:
    return f'{{"quantity": {_string(d.quantity)}, "said": {_number(d.said)}, "heard": {_number(d.heard)}}}'


def _readback(readback: Readback | None) -> str:
    if readback is None:
        return "null"
    return (
        f'{{"of": {readback.of}, "status": {_string(readback.status)}, '
        f'"differences": {_list(_difference, readback.differences)}}}'
    )
