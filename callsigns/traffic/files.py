"""Lists of aircraft from files: one call sign a line, CSV, JSON lines, or the ``aircraft.json`` of ADS-B decoders.

>>> entries('{"now": 90.0, "aircraft": [{"hex": "a1", "flight": "UAL452  ", "t": "B738", "seen_pos": 1.5}]}', "a.json")
[Entry(place='a.json: aircraft 1', fields={'callsign': 'UAL452', 'type': 'B738', 'time': 88.5})]
>>> entries("callsign,type\\nN914RY,P212\\n", "list.csv")
[Entry(place='list.csv: line 2', fields={'callsign': 'N914RY', 'type': 'P212'})]

What a file holds is told by its content. Decoder fields: README-json.md of readsb
("hex", "flight", "r", "t", "seen_pos").
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final, NamedTuple

from callsigns.errors import TrafficError
from callsigns.traffic.aircraft import is_time

__all__ = ["Entry", "entries", "read"]

_MOST_BYTES: Final = 32 << 20  # all aircraft in the air at once need less than a third of it
_COLUMNS: Final = {
    "callsign": "callsign", "call sign": "callsign", "flight": "callsign", "ident": "callsign", "acid": "callsign",
    "registration": "registration", "reg": "registration", "r": "registration", "tail": "registration",
    "type": "type", "t": "type", "typecode": "type", "aircraft type": "type",
    "time": "time", "timestamp": "time",
}  # fmt: skip
_DECODER: Final = {"callsign": "flight", "registration": "r", "type": "t"}


class Entry(NamedTuple):
    """One aircraft as a file has it, and where that stands."""

    place: str
    fields: Mapping[str, Any]


def read(path: str | PathLike[str]) -> list[Entry]:
    """The entries of a file; raises ``TrafficError`` naming the file and the line."""
    name = fspath(path)
    try:
        if Path(name).stat().st_size > _MOST_BYTES:
            raise TrafficError(f"{name}: larger than {_MOST_BYTES >> 20} MiB, which no list of aircraft is")
        raw = Path(name).read_bytes()
    except (OSError, ValueError) as error:  # a name with a NUL in it is none
        raise TrafficError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise TrafficError(f"{name}: line {line}: expected UTF-8, found byte 0x{raw[error.start]:02x}") from None
    found = entries(text, name)
    if not found:
        raise TrafficError(
            f"{name}: holds no aircraft; expected call signs (one a line), CSV, JSON lines or aircraft.json"
        )
    return found


def entries(text: str, name: str) -> list[Entry]:
    """The entries of a text, whose kind is told by how it begins."""
    start = text.lstrip()[:1]
    if start == "[":
        return list(_listed(_json(text, name), name))
    if start == "{":
        return list(_objects(text, name))
    lines = text.splitlines()
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    columns = [column.strip().lower() for column in first.replace(";", ",").split(",")]
    if any(column in ("callsign", "call sign", "flight", "registration") for column in columns):
        return list(_table(text, name, ";" if ";" in first else ","))
    return list(_plain(lines, name))


def _plain(lines: list[str], name: str) -> Iterator[Entry]:
    """Call signs, one a line; what some program wrote for nothing ("null") is none, and neither is a number alone."""
    found = [(number, said) for number, line in enumerate(lines, 1) if (said := line.partition("#")[0].strip())]
    for number, callsign in found:
        if _is_json(callsign) and (len(found) == 1 or not callsign.isdecimal()):
            raise TrafficError(f"{name}: line {number}: expected a call sign, found the JSON value {callsign:.60}")
        yield Entry(f"{name}: line {number}", {"callsign": callsign})


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _table(text: str, name: str, delimiter: str) -> Iterator[Entry]:
    lines = ("\n" if line.startswith("#") else line for line in text.splitlines(keepends=True))
    reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            fields: dict[str, Any] = {
                column: value for key, value in row.items() if (column := _COLUMNS.get((key or "").strip().lower()))
            }
            if any(fields.values()):
                if _is_json(fields.get("callsign") or "") and not fields["callsign"].isdecimal():
                    fields["callsign"] = None  # "null", "NaN": some program's word for none
                yield Entry(f"{name}: line {reader.line_num}", _timed(fields, f"{name}: line {reader.line_num}"))
    except csv.Error as error:
        raise TrafficError(f"{name}: line {reader.line_num}: expected CSV: {error}") from None


def _timed(fields: dict[str, Any], place: str) -> dict[str, Any]:
    """Times of a table are text."""
    time = fields.pop("time", None)
    if time and time.strip():
        try:
            fields["time"] = float(time)
        except ValueError:
            raise TrafficError(f"{place}: expected a time in seconds, found {time!r}") from None
    return fields


def _json(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = "" if ": line " in place else f": line {error.lineno}"
        raise TrafficError(f"{place}{line}: expected JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError):
        raise TrafficError(f"{place}: expected JSON of ordinary depth, with numbers of ordinary size") from None


def _objects(text: str, name: str) -> Iterator[Entry]:
    """One object (``aircraft.json``), or one a line: then the first line is JSON of its own."""
    lines = text.splitlines()
    number, first = next((n, line) for n, line in enumerate(lines) if line.strip())
    try:
        alone = json.loads(first)
    except (ValueError, RecursionError):
        alone = None
    lined = any(line.lstrip().startswith("{") for line in lines[number + 1 : number + 2]) and '"aircraft"' not in first
    if alone is None and not lined:
        document = _json(text, name)
        yield from _decoded(document, name) if "aircraft" in document else _listed([document], name)
    elif alone is not None and "aircraft" in alone:
        yield from _decoded(alone, name)
    else:
        for number, line in enumerate(lines, 1):
            if line.strip():
                place = f"{name}: line {number}"
                yield from _listed([_json(line, place)], place, counted=False)


def _listed(values: list[Any], name: str, *, counted: bool = True) -> Iterator[Entry]:
    for number, value in enumerate(values, 1):
        place = f"{name}: aircraft {number}" if counted else name
        if isinstance(value, str):
            value = {"callsign": value}
        if not isinstance(value, dict):
            raise TrafficError(f"{place}: expected an object with 'callsign', found {value!r:.60}")
        yield Entry(place, {_COLUMNS.get(key.strip().lower()) or key: item for key, item in value.items()})


def _decoded(document: dict[str, Any], name: str) -> Iterator[Entry]:
    """What a decoder saw; an aircraft that has sent neither its call sign nor is known by registration is left out."""
    if not isinstance(document["aircraft"], list):
        raise TrafficError(f"{name}: expected a list under 'aircraft', found {document['aircraft']!r:.60}")
    now = document.get("now")
    for number, seen in enumerate(document["aircraft"], 1):
        place = f"{name}: aircraft {number}"
        if not isinstance(seen, dict):
            raise TrafficError(f"{place}: expected an object, found {seen!r:.60}")
        texts = {ours: seen[theirs] for ours, theirs in _DECODER.items() if theirs in seen}
        wrong = next((value for value in texts.values() if not isinstance(value, str)), None)
        if wrong is not None:
            raise TrafficError(f"{place}: expected text for 'flight', 'r' and 't', found {wrong!r:.60}")
        fields: dict[str, Any] = {key: value.strip() for key, value in texts.items() if value.strip(" @")}
        age = seen.get("seen_pos")
        if is_time(now) and is_time(age):
            fields["time"] = now - age
        if "callsign" in fields or "registration" in fields:
            yield Entry(place, fields)
