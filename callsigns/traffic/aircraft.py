"""One aircraft of a list: what it is called, and what may be heard when it is called.

>>> a = aircraft_of({"callsign": "N914RY", "type": "C303"})
>>> [n.name for n in ways(a).names], ways(a).forms
(['november', 'cessna'], ('914RY', 'N914RY'))
>>> ways(aircraft_of("UAL452")).forms, ways(aircraft_of("UAL452")).designator
(('452', 'UAL452'), 'UAL')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple, TypeGuard

from callsigns.errors import TrafficError
from callsigns.grammar import shipped_table
from callsigns.grammar.tables import telephony
from callsigns.numbers import symbols
from callsigns.recognize.callsign.marks import mark_of
from callsigns.sound import Sound, sound_of
from callsigns.speller import split_callsign
from callsigns.traffic.around import around

__all__ = ["Aircraft", "Ways", "aircraft_of", "is_time", "plain", "type_names", "ways"]

_LATEST: Final = 1e15  # seconds: what is larger, or no number at all, is no time
_LONGEST: Final = 24  # characters; an aircraft identification has seven (ICAO Doc 4444), vehicles are called longer


class Aircraft(NamedTuple):
    """One aircraft as it stands in the list; ``time`` is that of its position, in seconds, where known."""

    callsign: str
    registration: str | None = None
    type: str | None = None
    time: float | None = None


class Ways(NamedTuple):
    """The ways in which an aircraft may be called.

    ``names`` stand before its figures, ``forms`` are the figures and letters, the usual one first; ``mark``: how many
    characters at the beginning of a registration may be left out; ``wake``: ``heavy``, ``super``, ``""`` or unknown.
    """

    names: tuple[Sound, ...]
    forms: tuple[str, ...]
    designator: str
    kind: str
    mark: int
    wake: str | None


def plain(callsign: str) -> str:
    """Without hyphen and spaces, in capitals: ``G-ABCD`` and ``GABCD`` are the same."""
    return callsign.strip().upper().replace("-", "").replace(" ", "")


def is_time(value: object) -> TypeGuard[float]:
    """A number of seconds."""
    return isinstance(value, (int, float)) and -_LATEST < value < _LATEST


def aircraft_of(entry: str | Mapping[str, Any] | Aircraft) -> Aircraft:
    """An entry of a list, checked; raises ``TrafficError`` that tells what was expected."""
    if isinstance(entry, Aircraft):
        return entry
    if isinstance(entry, str):
        entry = {"callsign": entry}
    if not isinstance(entry, Mapping):
        raise TrafficError(f"expected a call sign or a mapping with 'callsign', found {entry!r:.60}")
    callsign, registration = _text(entry, "callsign"), _text(entry, "registration")
    name = plain(callsign or registration or "")
    if not 0 < len(name) <= _LONGEST or not name.isascii() or not name.isalnum():
        raise TrafficError(f"expected a call sign of letters and figures, found {callsign or registration or ''!r:.60}")
    time = entry.get("time")
    if time is not None and not is_time(time):
        raise TrafficError(f"expected the time of a position in seconds, found {time!r:.60}")
    code = _text(entry, "type")
    return Aircraft((callsign or registration or "").strip(), registration, code and code.upper(), time)


def _text(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise TrafficError(f"expected text for {key!r}, found {value!r:.60}")
    return value.strip() or None if value else None


@cache
def _type_names() -> Mapping[str, tuple[str, ...]]:
    """Type designator -> what stands before the figures when the type is said: ``C303`` -> ``cessna``."""
    numbers, found = symbols(), {}
    for code, entry in shipped_table("types.toml")["type"].items():
        names = dict.fromkeys(_name_part(words, numbers) for words in entry["words"])
        found[code] = tuple(name for name in names if len(name) > 3)
    return found


@cache
def type_names() -> frozenset[str]:
    """All that may stand before the figures of a registration."""
    return frozenset(name for names in _type_names().values() for name in names) | {"november"}


def _name_part(words: str, numbers: Mapping[str, Any]) -> str:
    part = []
    for word in words.split():
        if word in numbers or any(c.isdigit() for c in word):
            break
        part.append(word)
    return " ".join(part)


def _wake(code: str | None) -> str | None:
    if code in around().super:
        return "super"
    if code in around().heavy:
        return "heavy"
    return "" if code in _type_names() else None


def _figures(ident: str) -> str:
    """A flight identification without the zeros ahead, which people say or leave out: ``008`` is ``8``."""
    return ident.lstrip("0") or ident


@lru_cache(maxsize=8192)
def _ways(callsign: str, registration: str | None, code: str | None) -> Ways:
    full = plain(callsign)
    name, ident = split_callsign(full)
    wake = _wake(code)
    if name:
        row = telephony().designated(full[:3]) if len(full) - len(ident) == 3 else None
        tail = (plain(registration),) if registration and plain(registration) != full else ()
        kind = "flight" if row else "tactical"
        designator = row.designator if row else ""
        return Ways((sound_of(name),), (_figures(ident), full, *tail), designator, kind, 0, wake)
    names = ["november"] if full.startswith("N") else []
    names += _type_names().get(code or "", ())
    mark = mark_of(full)
    size = len(mark.mark) if mark else 0
    if not mark and full[:3].isalpha() and full[3:4].isdigit():  # a designator that no table knows, said as a word
        return Ways((sound_of(full[:3].lower()),), (_figures(full[3:]), full), full[:3], "flight", 0, wake)
    forms = (full[size:], full) if size and full[0] == "N" else (full,)
    return Ways(tuple(map(sound_of, names)), forms, "", "registration", size, wake)


def ways(aircraft: Aircraft) -> Ways:
    """How an aircraft may be called."""
    return _ways(aircraft.callsign, aircraft.registration, aircraft.type)
