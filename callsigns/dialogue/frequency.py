"""The aircraft heard on one frequency, and which of them a short call sign means.

>>> # heard: SWA1826, N506LD      "six lima delta" -> N506LD      "eighteen twenty six" -> SWA1826
>>> # heard: CSA561, CSA861       "sixty one" -> both: not resolved

Memory is bounded: an aircraft that was handed over is forgotten after a while, and so is the one heard longest ago.

Sources: ICAO Annex 10 Vol II 5.2.1.7.2.2 (short forms); FAA JO 7110.65 2-4-9 (prefix and the last three).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import define, evolve

from callsigns.readback.values import one_edit
from callsigns.records import CallSign

__all__ = ["Frequency", "name_of", "stand_in"]

_MOST: Final = 200  # aircraft; a busy sector talks to thirty
_STAYS: Final = 20  # transmissions after a handover
_STAYS_SECONDS: Final = 600.0
_LAST: Final = 3  # characters of a registration that stand for all of it: FAA JO 7110.65 2-4-9
_IDENT_WORDS: Final = 5
_GROUND: Final = ("vehicle", "tactical")


@define(slots=True)
class _Aircraft:
    name: str
    prefix: str  # designator, or the word of a tactical call sign
    ident: str
    registration: bool
    words: tuple[str, ...] = ()  # of the telephony designator
    gone: tuple[int, float | None] | None = None


_Rule = Callable[[_Aircraft, CallSign], bool]


def name_of(callsign: CallSign) -> str | None:
    """The full name of a call sign that was said in full: as in a flight plan, or word and number together."""
    if callsign.icao is not None:
        return callsign.icao
    if callsign.kind in _GROUND and callsign.telephony and callsign.ident and not callsign.abbreviated:
        return f"{callsign.telephony}{callsign.ident}".replace(" ", "")
    return None


def stand_in(callsign: CallSign) -> str | None:
    """The name of an aircraft whose full registration was never heard: "lear three five alpha" is N35A until then."""
    full = name_of(callsign)
    short = callsign.ident if callsign.kind == "registration" and callsign.abbreviated else None
    return full or (short if short and len(short) > 2 else None)


class Frequency:
    """Who is on frequency."""

    def __init__(self) -> None:
        self._heard: OrderedDict[str, _Aircraft] = OrderedDict()
        self._leaving: set[str] = set()
        self._away: OrderedDict[str, _Aircraft] = OrderedDict()  # registrations that left, and may come back

    def __contains__(self, name: str) -> bool:
        return name in self._heard

    def hear(self, name: str, callsign: CallSign | None = None) -> None:
        """Keep an aircraft, as the one heard last."""
        if name in self._heard:
            self._heard.move_to_end(name)
        elif name in self._away:
            self._heard[name] = evolve(self._away.pop(name), gone=None)
        elif callsign is not None and callsign.kind != "partial" and callsign.match in (None, name):
            self._heard[name] = _aircraft(name, callsign)
        else:  # decided by a list: a designator has three letters
            self._heard[name] = _Aircraft(name, name[:3], name[3:], not name[:3].isalpha() or not name[3:4].isdigit())
        if len(self._heard) > _MOST:
            self._leaving.discard(self._heard.popitem(last=False)[0])

    def leave(self, name: str, number: int, time: float | None) -> None:
        """It was sent to another frequency."""
        if name in self._heard:
            self._heard[name].gone = (number, time)
            self._leaving.add(name)

    def stay(self, name: str) -> None:
        """It is spoken with again."""
        if name in self._heard:
            self._heard[name].gone = None
            self._leaving.discard(name)

    def forget(self, number: int, time: float | None) -> None:
        """Drop those that left long ago."""
        for name in list(self._leaving):
            aircraft = self._heard[name]
            if aircraft.gone is not None and _long_ago(aircraft.gone, number, time):
                self._leaving.discard(name)
                del self._heard[name]
                if aircraft.registration:
                    self._away[name] = aircraft
                    if len(self._away) > _MOST:
                        self._away.popitem(last=False)

    def meant(self, callsign: CallSign, *, cut: bool = False) -> list[str]:
        """The aircraft that a call sign can mean, by the best rule that fits any; ``cut``: its end may be missing."""
        name = name_of(callsign)
        if name is not None and name in self._heard:
            return [name]
        rules: tuple[_Rule, ...] = (_exact, _ending, _first_and_last)
        if name is not None:
            rules = (_same_ident,) if callsign.kind == "tactical" else (_same_flight,)
        for rule in (*rules, _beginning) if cut else rules:
            found = [a.name for a in self._heard.values() if rule(a, callsign)]
            if found:
                return found
        return self._returning(callsign) if self._away and name is None else []

    def _returning(self, callsign: CallSign) -> list[str]:
        """One that left and is back, by the last three of its registration, a letter among them."""
        short = _short(callsign)
        if len(short) < _LAST or short.isdecimal():
            return []
        return [a.name for a in self._away.values() if _ending(a, callsign) or _first_and_last(a, callsign)]

    def ends_with(self, ident: str) -> list[str]:
        """The aircraft whose identification is ``ident``, else those for which it is a short form."""
        exact = [a.name for a in self._heard.values() if ident == (a.ident if not a.registration else "")]
        return exact or [
            a.name
            for a in self._heard.values()
            if (len(ident) > 2 and a.ident.endswith(ident))
            or (a.registration and len(ident) > 2 and ident[0] == a.ident[0] and a.ident.endswith(ident[1:]))
        ]

    def named_first(self, words: Sequence[str], spelled: Callable[[Sequence[str]], str]) -> tuple[str, int] | None:
        """The aircraft whose full call sign ``words`` begin with, and how many words that takes."""
        for aircraft in self._heard.values():
            size = len(aircraft.words)
            if size and words[0] == aircraft.words[0] and tuple(words[:size]) == aircraft.words:
                for end in range(min(len(words), size + _IDENT_WORDS), size, -1):
                    if spelled(words[size:end]) == aircraft.ident:
                        return aircraft.name, end
        return None

    def begins_with(self, ident: str, *, whole: bool) -> list[str]:
        """The flight with this number; ``whole``: nothing of it went to a value, so a registration's end, too."""
        exact = [a.name for a in self._heard.values() if not a.registration and a.ident == ident]
        if exact or ident.isdecimal() or not whole:
            return exact
        return [a.name for a in self._heard.values() if a.registration and a.ident.endswith(ident)]

    def near(self, name: str, callsign: CallSign) -> bool:
        """Whether ``callsign`` is ``name`` misheard: one character otherwise, or the word before it."""
        aircraft = self._heard.get(name)
        if aircraft is None or not callsign.ident or callsign.kind == "partial":
            return False
        if not _same_prefix(aircraft, callsign):
            return callsign.kind == "flight" and len(callsign.ident) >= _LAST and callsign.ident == aircraft.ident
        ends = len(callsign.ident) > 1 and aircraft.ident.endswith(callsign.ident)  # ICAO Annex 10 II 5.2.1.7.2.2 c
        return ends or one_edit(aircraft.ident, callsign.ident)

    def ident(self, name: str) -> str:
        """What stands behind the designator, the empty string where that is not known."""
        aircraft = self._heard.get(name)
        return aircraft.ident if aircraft is not None else ""

    def names(self) -> Iterator[str]:
        """All that are on frequency, the one heard last at the end."""
        return iter(self._heard)


def _aircraft(name: str, callsign: CallSign) -> _Aircraft:
    registration = callsign.kind == "registration"
    prefix = "" if registration else callsign.designator or callsign.telephony or ""
    ident = name if registration else callsign.ident or ""
    words = () if registration else tuple((callsign.telephony or "").lower().split())
    return _Aircraft(name, prefix, ident, registration, words)


def _long_ago(gone: tuple[int, float | None], number: int, time: float | None) -> bool:
    since, at = gone
    if number - since > _STAYS:
        return True
    return time is not None and at is not None and time - at > _STAYS_SECONDS


def _same_prefix(aircraft: _Aircraft, callsign: CallSign) -> bool:
    prefix = callsign.designator or (callsign.telephony if callsign.kind in _GROUND else None)
    if callsign.kind == "registration":
        return aircraft.registration
    return prefix is None or prefix == aircraft.prefix


def _short(callsign: CallSign) -> str:
    """What was said of the identification; a registration's first letter alone says little."""
    ident = callsign.ident or ""
    if callsign.kind == "registration" and ident[:1] == "N" and callsign.abbreviated:
        return ident[1:]
    return ident


def _exact(aircraft: _Aircraft, callsign: CallSign) -> bool:
    short = _short(callsign)
    if not short:  # "american, say again": the telephony designator alone
        return bool(callsign.designator) and callsign.designator == aircraft.prefix
    return _same_prefix(aircraft, callsign) and short == aircraft.ident


def _ending(aircraft: _Aircraft, callsign: CallSign) -> bool:
    short = _short(callsign)
    return len(short) > 1 and _same_prefix(aircraft, callsign) and aircraft.ident.endswith(short)


def _same_flight(aircraft: _Aircraft, callsign: CallSign) -> bool:
    """Another telephony and the same number: one of the two was misheard ("eagle" for "eagle flight")."""
    ident = callsign.ident or ""
    if aircraft.registration or ident != aircraft.ident or len(ident) < _LAST:
        return False
    shared = not {*(callsign.telephony or "").lower().split()}.isdisjoint(aircraft.words)
    return shared or len(ident) > _LAST


def _first_and_last(aircraft: _Aircraft, callsign: CallSign) -> bool:
    """ "oscar mike november" for OKLMN; ICAO Annex 10 II 5.2.1.7.2.2 a."""
    short = callsign.ident or ""
    return (
        aircraft.registration
        and len(short) > 2
        and (short[0] == aircraft.ident[0] and aircraft.ident.endswith(short[1:]))
    )


def _beginning(aircraft: _Aircraft, callsign: CallSign) -> bool:
    """A recording cut off inside the call sign."""
    short = callsign.ident or ""
    return (
        bool(short)
        and callsign.kind != "partial"
        and (_same_prefix(aircraft, callsign) and aircraft.ident.startswith(short))
    )


def _same_ident(aircraft: _Aircraft, callsign: CallSign) -> bool:
    """A word that is no designator, with a number that is known: "France one three two", "hold three five alpha"."""
    short = callsign.ident or ""
    of_side_number = callsign.telephony == aircraft.prefix and aircraft.ident.endswith(short)  # "navy four zero seven"
    known = short == aircraft.ident or of_side_number or (aircraft.registration and aircraft.ident.endswith(short))
    return callsign.kind == "tactical" and len(short) > 2 and known
