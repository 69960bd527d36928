"""What was recognized becomes the record that a caller keeps; nothing is decided here.

>>> # a line, its messages, its call signs and stations, their uses, who speaks  ->  Transmission(text, ..., messages)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Final

from callsigns.drafts import drafted
from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.packed import FROM_ICAO, Packed
from callsigns.recognize.heard import Heard
from callsigns.recognize.spelling import Spelled
from callsigns.recognize.station.station import Station
from callsigns.recognize.value import Quantity
from callsigns.records import Transmission

__all__ = ["Reporter", "numbered"]

_MOST_SHARED: Final = 10_000
_NO_LINKS: Final = (None, None)
_new_transmission = drafted(Transmission)


class _Shared(dict[tuple[Any, ...], tuple[Any, ...]]):
    """What records of many transmissions have in common, kept once up to a bound."""

    def __missing__(self, told: tuple[Any, ...]) -> tuple[Any, ...]:
        return self.keep(told, told)

    def keep(self, told: tuple[Any, ...], made: tuple[Any, ...]) -> tuple[Any, ...]:
        """``made`` is what is meant where ``told`` is asked for."""
        if len(self) >= _MOST_SHARED:
            self.clear()
        self[told] = made
        return made


class Reporter:
    """Builds records for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._links = {name: (entry.get("cpdlc"), entry.get("command")) for name, entry in compiled.messages.items()}
        self._kinds, self._acts, self._names = _Shared().__getitem__, _Shared(), _Shared()

    def transmission(
        self, line: Line, said: Sequence[Said], heard: Sequence[Heard], stations: Sequence[Station],
        uses: Mapping[int, str | None], role: str | None,
    ) -> Transmission:  # fmt: skip
        """The record of one line; ``uses``: first word of a call sign or station -> its use."""
        parts: list[Any] = [self._kinds((len(heard), len(line.spelled), len(stations), len(said)))]
        aircraft, own = None, []
        for number, h in enumerate(heard):
            use = uses[h.start]
            self._add_callsign(parts, line, h, use)
            if use != "mentioned":
                aircraft = aircraft or h.icao
                own.append(number)
        if line.spelled:
            _add_spellings(parts, line, line.spelled)
        if stations:
            _add_facilities(parts, line, stations, uses)
        party = own[0] if own else None
        begins = [heard[number].start for number in own] if len(own) > 1 else None
        for s in said:
            if begins:  # to or from the last call sign before it that is no mere mention, else the first
                party = own[max(0, bisect_right(begins, s.start) - 1)]
            self._add_message(parts, line, s, party)
        packed: Any = Packed(parts)
        return _new_transmission(
            line.text, None, None, None, None, role, aircraft, packed, packed, packed, packed, None
        )

    def _add_callsign(self, parts: list[Any], line: Line, heard: Heard, use: str | None) -> None:
        first, last, kind, icao, telephony, designator, ident, operator, country, abbreviated, modifiers = heard
        # A frozen record has no quick hash, so an operator is told by its place in memory.
        told = (kind, telephony, designator, id(operator), country, modifiers, use, abbreviated)
        shared = self._names.get(told) or self._names.keep(
            told, (kind, telephony, designator, operator, country, modifiers, use, abbreviated)
        )
        derived = icao is not None and designator is not None and ident is not None and icao == designator + ident
        parts += (line.starts[first], line.ends[last - 1], icao, FROM_ICAO if derived else ident, shared)

    def _add_message(self, parts: list[Any], line: Line, said: Said, party: int | None) -> None:
        first, last, entry, act, topic, _, values, conditions = said
        told = (entry, act, topic, party, len(values), len(conditions))
        shared = self._acts.get(told) or self._acts.keep(
            told, (act, topic, *self._links.get(entry, _NO_LINKS), *told[3:])
        )
        parts += (line.starts[first], line.ends[last - 1], shared)
        if values:
            self._add_values(parts, line, values)
        for when in conditions:
            parts += (*line.span(when.start, when.end), self._kinds((when.kind, len(when.values))))
            self._add_values(parts, line, when.values)

    def _add_values(self, parts: list[Any], line: Line, values: Sequence[Quantity]) -> None:
        kinds = self._kinds
        for first, last, quantity, value, unit, limit in values:
            parts += (line.starts[first], line.ends[last - 1], value, kinds((quantity, unit, limit)))


def _add_spellings(parts: list[Any], line: Line, spelled: Sequence[Spelled]) -> None:
    for first, last, letters, kind, name in spelled:
        parts += (line.starts[first], line.ends[last - 1], letters, kind, name)


def _add_facilities(parts: list[Any], line: Line, stations: Sequence[Station], uses: Mapping[int, str | None]) -> None:
    for first, last, place, unit, icao in stations:
        parts += (line.starts[first], line.ends[last - 1], place, unit, icao, uses[first])


def numbered(t: Transmission, line: int) -> Transmission:
    """The same record with its line: nobody has seen it yet."""
    object.__setattr__(t, "line", line)
    return t
