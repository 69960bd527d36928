"""``Traffic``: the aircraft on frequency, indexed once, and the aircraft that a transmission means.

>>> traffic = Traffic(["UAL452", {"callsign": "N914RY", "type": "P212"}])
>>> len(traffic), "UAL452" in traffic
(2, True)
"""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any

from callsigns.drafts import drafted
from callsigns.errors import TrafficError
from callsigns.packed import callsigns_of, with_callsigns
from callsigns.records import CallSign, Message, Transmission
from callsigns.traffic.aircraft import Aircraft, aircraft_of, plain, ways
from callsigns.traffic.around import around
from callsigns.traffic.files import read
from callsigns.traffic.hearing import Hearing
from callsigns.traffic.matching import Index
from callsigns.traffic.names import Names, lone_names
from callsigns.traffic.runs import hearings

__all__ = ["Traffic"]

_new_callsign, _new_message = drafted(CallSign), drafted(Message)
_LEAD = 3  # words of a name that was cut in pieces: "trying a eastern"
_NEAR = 120  # characters that three words take, and more


class Traffic:
    """A closed list of aircraft; immutable, shareable between threads, picklable."""

    __slots__ = ("_aircraft", "_exact", "_made")

    def __init__(self, aircraft: Iterable[str | Mapping[str, Any] | Aircraft]) -> None:
        if isinstance(aircraft, (str, Mapping)):
            raise TrafficError(f"expected a list of aircraft, found {aircraft!r:.60}")
        known = _merged(("", entry) for entry in aircraft)
        self._aircraft = tuple(known[key] for key in sorted(known))
        self._made: Index | None = None
        self._exact = {plain(a.registration): i for i, a in enumerate(self._aircraft) if a.registration}
        self._exact |= {plain(a.callsign): i for i, a in enumerate(self._aircraft)}

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Traffic:
        """The aircraft of a file: a list of call signs, CSV, JSON lines, or the ``aircraft.json`` of an ADS-B decoder.

        Raises:
            TrafficError: the file cannot be used; the message names the file and the line.
        """
        return cls(_merged(read(path)).values())

    def __repr__(self) -> str:
        return f"<Traffic: {len(self)} aircraft>"

    def __len__(self) -> int:
        return len(self._aircraft)

    def __iter__(self) -> Iterator[Aircraft]:
        return iter(self._aircraft)

    def __contains__(self, callsign: object) -> bool:
        return isinstance(callsign, str) and plain(callsign) in self._exact

    def __reduce__(self) -> tuple[type[Traffic], tuple[tuple[Aircraft, ...]]]:
        return Traffic, (self._aircraft,)

    @property
    def _index(self) -> Index:
        """The names and figures; made when the first line asks, which for many short lists none does."""
        if self._made is None:
            self._made = Index([ways(aircraft) for aircraft in self._aircraft])
        return self._made

    def resolve(self, transmission: Transmission) -> Transmission:
        """The transmission with ``CallSign.match`` and ``aircraft`` set where one aircraft is singled out."""
        calls = [*callsigns_of(transmission)]
        for index, call in enumerate(calls):
            at = self._exact.get(call.icao) if call.icao else None
            if at is not None:
                calls[index] = _matched(call, self._aircraft[at].callsign)
        own = [c for c in calls if c.use != "mentioned"]
        text = transmission.text
        settled = own and all(c.match is not None and not _followed(text, c) for c in own)
        found = None if settled else self._misheard(text, calls)
        if found is not None:
            transmission = _with(transmission, calls, *found)
        aircraft = next((c.match for c in calls if c.match and (c.use != "mentioned" or _leads(text, c))), None)
        return with_callsigns(transmission, tuple(calls), aircraft)

    def _misheard(self, text: str, calls: list[CallSign]) -> tuple[int, int, str, str] | None:
        """Look through the words for what sounds like one of the aircraft: where it stands, its kind, the aircraft."""
        own = [call for call in calls if call.use != "mentioned"]
        settled = any(call.match and not _followed(text, call) for call in own)
        unmatched = [call for call in own if not call.match]
        full = [call for call in unmatched if call.icao]
        places, full_places = _Places(unmatched), _Places(full)
        followed = not settled and any(call.match for call in own)
        index = self._index
        for last in hearings(text, index.last):
            middle = last.quantity or (not last.opening and not last.closing)
            if middle and not last.named(index.last):
                continue
            call = full_places.met(last)
            names = Names(last, call.designator if call is not None else None)
            aside = settled or ((names.bare or not last.early) and full)
            if followed and not last.opening:
                return None
            if aside and places.met(last) is None:
                continue  # whoever speaks or is called was named in full, and elsewhere
            if middle and not names.said(index.owners):
                continue
            meant = index.best(last, names)
            if meant is not None and full and call is None and names.points(index.ways[meant]) <= 0:
                continue  # somebody was named in full elsewhere, and nothing here sounds like a name
            if meant is not None:
                start, end = last.start(names.length(index.ways[meant])), last.ends[last.after - 1]
                return start, end, index.ways[meant].kind, self._aircraft[meant].callsign
        return None if any(call.ident for call in own) else self._named(text)

    def _named(self, text: str) -> tuple[int, int, str, str] | None:
        """A telephony alone, at the beginning or the end, that only one aircraft on the list has."""
        for start, end, designator in lone_names(text):
            owners = self._index.owners.get(designator, ())
            if len(owners) == 1:
                return start, end, self._index.ways[owners[0]].kind, self._aircraft[owners[0]].callsign
        return None


def _leads(text: str, call: CallSign) -> bool:
    """Some words of a misheard name at most stand before it: whoever is only mentioned is so by what is said before."""
    before = text[: call.start].split(None, _LEAD)
    if len(before) >= _LEAD:
        return False
    before = [word.lower() for word in before]
    if len(before) == 1 and before[0] in around().article:
        return True  # a name that was cut in pieces: "the delta eighteen forty"
    return around().mention.isdisjoint(before)


def _followed(text: str, call: CallSign) -> bool:
    """It is somebody's traffic, whom another line calls: "... follow the delta eighty eight"."""
    before = text[max(0, call.start - _NEAR) : call.start].lower().split()
    return not around().followed.isdisjoint(before[-_LEAD:])


class _Places:
    """Call signs in the order of the text, to be asked which of them stands where something was heard."""

    def __init__(self, calls: Sequence[CallSign]) -> None:
        self._calls, self._ends = calls, [call.end for call in calls]

    def met(self, hearing: Hearing) -> CallSign | None:
        """The first that has words in common with what was heard."""
        at = bisect_right(self._ends, hearing.starts[hearing.first])
        if at < len(self._calls) and self._calls[at].start < hearing.ends[hearing.after - 1]:
            return self._calls[at]
        return None


def _merged(entries: Iterable[tuple[str, str | Mapping[str, Any] | Aircraft]]) -> dict[str, Aircraft]:
    """Each aircraft once; what a second entry knows more is kept. ``entries``: where it stands, and the entry."""
    known: dict[str, Aircraft] = {}
    for place, entry in entries:
        try:
            one = aircraft_of(entry)
        except TrafficError as error:
            raise TrafficError(f"{place}: {error}" if place else str(error)) from None
        key = plain(one.callsign)
        before = known.get(key)
        if before is not None:
            where = f"{place}: " if place else ""
            warnings.warn(f"{where}aircraft {one.callsign} is listed more than once", stacklevel=3)
            time = before.time if one.time is None else one.time
            one = Aircraft(before.callsign, before.registration or one.registration, before.type or one.type, time)
        known[key] = one
    return known


def _matched(c: CallSign, match: str) -> CallSign:
    """The same call sign with its match; ``attrs.evolve`` costs ten times as much."""
    return _new_callsign(
        c.text, c.start, c.end, c.kind, c.icao, c.telephony, c.designator, c.ident, c.operator, c.country, c.modifiers,
        c.use, c.abbreviated, match,
    )  # fmt: skip


def _with(t: Transmission, calls: list[CallSign], start: int, end: int, kind: str, match: str) -> Transmission:
    """Put the match on the call sign of ``calls`` that stands there, or on a new one, which messages then count."""
    for at, call in enumerate(calls):
        if call.start < end and start < call.end:
            calls[at] = _matched(call, match)
            return t
    use = None if t.role is None else "speaker" if t.role == "pilot" else "addressee"
    place = sum(call.start < start for call in calls)
    calls.insert(place, CallSign(t.text[start:end], start, end, kind, use=use, match=match))
    messages = tuple([_moved(message, place, len(calls) == 1) for message in t.messages])
    return with_callsigns(t, (), match, messages)


def _moved(m: Message, place: int, only: bool) -> Message:
    """A message counts call signs: those behind a new one move up, and a message of nobody belongs to the only one."""
    if m.callsign is None and not only:
        return m
    number = place if m.callsign is None else m.callsign + (m.callsign >= place)
    return _new_message(m.text, m.start, m.end, m.act, m.topic, m.values, m.conditions, number, m.cpdlc, m.command)
