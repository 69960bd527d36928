"""The JSON contract as JSON Schema (draft 2020-12), built from the records, so that it cannot fall behind them.

``Value.value: int | float | str`` -> ``{"type": ["integer", "number", "string"]}``
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from callsigns.records import Token, Transmission

__all__ = ["VERSION", "schema"]

# Major: a field was renamed, removed or means something else. Minor: something was added.
VERSION: Final = "1.0"

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_NAMES = {
    "CallSign.kind": "flight registration tactical vehicle partial",
    "CallSign.use": "speaker addressee mentioned",
    "Operator.kind": "airline military government medical other",
    "Spelling.kind": "aerodrome waypoint registration atis letters",
    "Facility.use": "called calling handover mentioned",
    "Value.limit": "at_or_above at_or_below maximum minimum until",
    "Condition.kind": "when_passing after until at by behind before when_ready due",
    "Readback.status": "correct partial wrong missing",
    "Transmission.role": "pilot controller",
    "Message.act": "initial_call broadcast acknowledgement affirmation negation readback readback_check instruction "
    "clearance expectation request query report information warning standby denial cancellation correction "
    "repeat_request repetition radio_check readability_report greeting farewell courtesy distress urgency other",
    "Message.topic": "altitude vertical_rate heading speed route hold approach landing go_around pattern takeoff "
    "runway taxi hold_short pushback frequency squawk surveillance altimeter atis wind weather traffic wake position "
    "time callsign service fuel emergency radio_trouble weapons target",
}


def schema() -> dict[str, Any]:
    """The schema of one transmission; ``tokens`` is there with ``--tokens`` only."""
    definitions: dict[str, Any] = {}
    root = _object(Transmission, definitions)
    definitions["Token"] = _named_tuple(Token)
    root["properties"]["tokens"] = {"type": "array", "items": {"$ref": "#/$defs/Token"}}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:callsigns:transmission:{VERSION}",
        "title": "Transmission",
        "version": VERSION,
    }
    return {**head, **root, "$defs": dict(sorted(definitions.items()))}


def _object(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(record)
    fields = [field.name for field in attrs.fields(record)]
    properties = {name: _narrowed(record, name, _type(hints[name], definitions)) for name in fields}
    return {
        "description": (record.__doc__ or "").split("\n\n")[0].strip(),
        "type": "object",
        "properties": properties,
        "required": fields,
        "additionalProperties": False,
    }


def _named_tuple(record: type) -> dict[str, Any]:
    hints = get_type_hints(record)
    properties = {name: _type(hint, {}) for name, hint in hints.items()}
    return {"type": "object", "properties": properties, "required": list(hints), "additionalProperties": False}


def _narrowed(record: type, name: str, found: dict[str, Any]) -> dict[str, Any]:
    names: list[str | None] = [*_NAMES.get(f"{record.__name__}.{name}", "").split()]
    if names:
        return {"enum": [*names, None] if "null" in found["type"] else names}
    if name in ("start", "end", "callsign"):
        found["minimum"] = 0
    if name in ("line", "of"):
        found["minimum"] = 1
    return found


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if attrs.has(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if get_origin(hint) is tuple:
        return _array(get_args(hint), definitions)
    if get_origin(hint) in (Union, types.UnionType):
        return _union(list(_types(hint, definitions)))
    raise TypeError(f"no JSON form for {hint}")


def _array(items: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if items[-1] is Ellipsis:
        return {"type": "array", "items": _type(items[0], definitions)}
    prefix = [_type(item, definitions) for item in items]
    return {"type": "array", "prefixItems": prefix, "minItems": len(items), "maxItems": len(items)}


def _types(hint: Any, definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (_type(part, definitions) for part in get_args(hint))


def _union(parts: list[dict[str, Any]]) -> dict[str, Any]:
    if all(list(part) == ["type"] for part in parts):
        return {"type": [part["type"] for part in parts]}
    return {"anyOf": parts}
