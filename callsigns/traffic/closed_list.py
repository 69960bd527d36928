"""``Traffic``: the aircraft on frequency, indexed once, and the aircraft that a transmission means.

>>> traffic = Traffic(["UAL452", {"callsign": "N914RY", "type": "P212"}])
>>> len(traffic), "UAL452" in traffic
(2, True)
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

from attrs import evolve

from callsigns.errors import TrafficError
from callsigns.records import CallSign, Transmission
from callsigns.traffic.aircraft import Aircraft, Ways, aircraft_of, plain, ways
from callsigns.traffic.hearing import Hearing, hearings
from callsigns.traffic.matching import Index
from callsigns.traffic.names import Names

__all__ = ["Traffic"]


class Traffic:
    """A closed list of aircraft; immutable, shareable between threads, picklable."""

    __slots__ = ("_aircraft", "_exact", "_index", "_ways")

    def __init__(self, aircraft: Iterable[str | Mapping[str, Any] | Aircraft]) -> None:
        known: dict[str, Aircraft] = {}
        for entry in aircraft:
            one = aircraft_of(entry)
            key = plain(one.callsign)
            if key in known:
                warnings.warn(f"aircraft {one.callsign} is listed more than once", stacklevel=2)
                one = _merged(known[key], one)
            known[key] = one
        self._aircraft = tuple(known[key] for key in sorted(known))
        self._ways: tuple[Ways, ...] = tuple(map(ways, self._aircraft))
        self._index = Index(self._ways)
        self._exact = {plain(a.callsign): i for i, a in enumerate(self._aircraft)}

    def __len__(self) -> int:
        return len(self._aircraft)

    def __iter__(self) -> Iterator[Aircraft]:
        return iter(self._aircraft)

    def __contains__(self, callsign: object) -> bool:
        return isinstance(callsign, str) and plain(callsign) in self._exact

    def __reduce__(self) -> tuple[type[Traffic], tuple[tuple[Aircraft, ...]]]:
        return Traffic, (self._aircraft,)

    def resolve(self, transmission: Transmission) -> Transmission:
        """The transmission with ``CallSign.match`` and ``aircraft`` set where one aircraft is singled out."""
        calls = list(transmission.callsigns)
        for index, call in enumerate(calls):
            at = self._exact.get(call.icao) if call.icao else None
            if at is not None:
                calls[index] = evolve(call, match=self._aircraft[at].callsign)
        own = [c for c in calls if c.use != "mentioned"]
        if not own or not all(c.match for c in own):
            calls = self._misheard(transmission.text, calls)
        aircraft = next((c.match for c in calls if c.match and c.use != "mentioned"), None)
        return evolve(transmission, callsigns=tuple(calls), aircraft=aircraft)

    def _misheard(self, text: str, calls: list[CallSign]) -> list[CallSign]:
        for hearing in hearings(text):
            if not hearing.opening and hearing.quantity:
                continue
            names = Names(hearing)
            if not hearing.opening and not names.known and hearing.after < len(hearing.words):
                continue
            found = self._index.best(hearing, names)
            if found is not None:
                return self._with(hearing, found[0], text, calls)
        return calls

    def _with(self, hearing: Hearing, index: int, text: str, calls: list[CallSign]) -> list[CallSign]:
        match = self._aircraft[index].callsign
        start, end = hearing.starts[hearing.first], hearing.ends[hearing.after - 1]
        for at, call in enumerate(calls):
            if call.start < end and start < call.end:
                calls[at] = evolve(call, match=match)
                return calls
        new = CallSign(text[start:end], start, end, self._ways[index].kind, match=match)
        return sorted([*calls, new], key=lambda c: c.start)


def _merged(first: Aircraft, second: Aircraft) -> Aircraft:
    return Aircraft(first.callsign, first.registration or second.registration, first.type or second.type, first.seen)
