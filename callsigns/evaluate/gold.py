"""Lines with known answers: JSON objects with the fields of a transmission, each checked before it is used.

``{"text": "Speedbird 12 roger", "callsigns": [{"start": 0, "end": 12, "kind": "flight", "icao": "BAW12"}]}``

Only ``text`` must be there. ``callsigns``: ``start end kind`` and, where they are known, ``icao use``; ``spellings``:
``start end letters``; ``facilities``: ``start end``, ``icao``; ``messages``: ``act``, ``topic``, ``values`` with
``quantity value``; ``values`` beside the messages where nobody decided on those; ``role``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from callsigns.errors import InputError

__all__ = ["Gold", "read_gold"]

_SPANNED: Final = ("callsigns", "spellings", "facilities")
_LISTS: Final = (*_SPANNED, "messages", "values")
_CHOICES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "callsigns": {
        "kind": ("flight", "registration", "tactical", "vehicle", "partial"),
        "use": ("speaker", "addressee", "mentioned"),
    }
}
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "callsigns": ("kind",), "spellings": ("letters",), "messages": ("act",), "values": ("quantity", "value"),
}  # fmt: skip
_ROLES: Final = ("pilot", "controller", None)


class Gold(NamedTuple):
    """One line and what is known about it; ``line`` counts from 1."""

    line: int
    text: str
    fields: Mapping[str, Any]


def read_gold(lines: Iterable[str], source: str = "gold") -> Iterator[Gold]:
    """Read JSON lines, blank ones left aside.

    Raises:
        InputError: a line that is no such object; the message names ``source``, the line and the field.
    """
    for number, line in enumerate(lines, 1):
        if not line or line.isspace():
            continue
        try:
            yield _gold(number, line)
        except _BrokenError as error:
            raise InputError(f"{source}: line {number}: {error}") from None


class _BrokenError(Exception):
    """What was expected in this line, and where."""


def _gold(number: int, line: str) -> Gold:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _BrokenError(f"no JSON object: {error}") from error
    if not isinstance(row, dict):
        raise _BrokenError(f"expected an object, found {type(row).__name__}")
    text = row.get("text")
    if not isinstance(text, str):
        raise _BrokenError(f"expected text under 'text', found {type(text).__name__}")
    for name in _LISTS:
        for at, item in enumerate(_list(row, name)):
            _check(text, name, f"{name}[{at}]", item)
    if row.get("role") not in _ROLES:
        raise _BrokenError(f"role: expected pilot, controller or null, found {row['role']!r}")
    return Gold(number, text, row)


def _list(row: Mapping[str, Any], name: str) -> list[Any]:
    found = row.get(name, [])
    if not isinstance(found, list):
        raise _BrokenError(f"{name}: expected a list, found {type(found).__name__}")
    return found


def _check(text: str, name: str, place: str, item: object) -> None:
    if not isinstance(item, dict):
        raise _BrokenError(f"{place}: expected an object, found {type(item).__name__}")
    for key in _NEEDED.get(name, ()):
        if key not in item:
            raise _BrokenError(f"{place}: expected a {key!r}, found {', '.join(item) or 'nothing'}")
    for key, choices in _CHOICES.get(name, {}).items():
        if item.get(key) not in (*choices, None):
            raise _BrokenError(f"{place}: {key}: expected one of {', '.join(choices)}, found {item[key]!r}")
    if name in _SPANNED:
        _check_span(text, place, item)
    for at, value in enumerate(_list(item, "values") if name == "messages" else ()):
        _check(text, "values", f"{place}.values[{at}]", value)


def _check_span(text: str, place: str, item: Mapping[str, Any]) -> None:
    start, end = item.get("start"), item.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise _BrokenError(
            f"{place}: expected start and end inside the text of {len(text)} characters, found {start}, {end}"
        )
    if item.get("text", text[start:end]) != text[start:end]:
        raise _BrokenError(f"{place}: expected {item['text']!r} at {start}, found {text[start:end]!r}")
