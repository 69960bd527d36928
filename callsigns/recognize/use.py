"""How a call sign or a station is used: who speaks, who is spoken to, who is only mentioned.

>>> # (facility) good morning (callsign)     -> called, speaker: who calls says the station first
>>> # (callsign) (facility) radar contact    -> addressee, calling: who answers says the aircraft first
>>> # behind the (callsign) line up          -> mentioned
>>> # contact (facility)                     -> handover

Sources: ICAO Annex 10 Vol II 5.2.1.7.2; FAA JO 7110.65 2-4-8; SERA.14065.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter, ne
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.heard import Heard, heard_before
from callsigns.recognize.mention import Cue
from callsigns.recognize.station.station import Station

__all__ = ["UseFinder", "is_alike", "is_confused", "parties"]

_OF_PARTY: Final[dict[str | None, str]] = {"pilot": "speaker", "controller": "addressee"}
_CUT_IN: Final = 1  # words that may be left of what was said before the recording begins
_FULL_STOP: Final = "."
_TACTICAL: Final = "tactical"
_SLIPS: Final = 3  # figures and letters of a call sign in which one may be a slip
_POSSESSIVE: Final = ("'s", "'S")
_start: Final = itemgetter(0)


def parties(line: Line) -> tuple[list[Heard], list[Station]]:
    """The call signs and the stations of a line, in the order in which they were said."""
    heard: list[Heard] = []
    stations: list[Station] = []
    for what in line.found.values():
        kind = type(what)
        if kind is Heard:
            heard.append(what)
        elif kind is Station:
            stations.append(what)
    if len(heard) > 1:
        heard.sort(key=_start)
    if len(stations) > 1:
        stations.sort(key=_start)
    return heard, stations


def _is_mentioned(line: Line, at: int) -> bool:
    """Somebody speaks about the call sign at word ``at``, or a condition has taken it in ("behind the landing
    speedbird one two")."""
    return at in line.mentioned or line.chars[at] == CONTINUED


def _shortened(own: Heard, other: Heard) -> bool:
    """ "flexjet four twenty one ... four twenty one": the last figures of one's own call sign, said again."""
    return other.kind == "partial" and (own.ident or "").endswith(other.ident or " ")


def is_alike(one: Heard, other: Heard) -> bool:
    """Whether one may be a shorter form of the other; squadrons are no others with a name of their own."""
    if one.kind == other.kind == _TACTICAL and one.telephony != other.telephony:
        return False
    longer, shorter = sorted((one.ident or "", other.ident or ""), key=len, reverse=True)
    return longer.startswith(shorter) or longer.endswith(shorter)


def _who(h: Heard) -> str | None:
    """What tells one party from another: "texaco one one", "hawg one one"."""
    return f"{h.telephony} {h.ident}" if h.kind == _TACTICAL else h.icao or h.ident


def _of_forces(h: Heard) -> bool:
    return h.kind == _TACTICAL or (h.operator is not None and h.operator.kind == "military")


def is_confused(one: Heard, other: Heard) -> bool:
    """Whether one may be the other, said or heard with a slip: a figure is another, or two have changed places."""
    said, again = one.ident or "", other.ident or ""
    if one.telephony != other.telephony or one.kind != other.kind or not len(said) == len(again) >= _SLIPS:
        return False
    return sorted(said) == sorted(again) or sum(map(ne, said, again)) == 1


class UseFinder:
    """Decides uses for one grammar."""

    _ends = matching("<use_close>")
    _begins = matching("<use_open>")
    _frequency = matching("<facility> <use_frequency>")
    _answered = matching("<use_answered>")
    _ordered = matching("<use_ordered>")
    _breaks, _this_is = ending("<use_breaks>"), ending("<this_is>")
    _told = matching("<use_station_told>")
    _calls_behind = matching("<use_calls_behind>")
    _own = matching("<use_own_call>")
    _modifiers = matching("(<wake>|<formation>){1,2}")
    _names_self = matching("(<wake>|<formation>){0,2} <this_is>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._coordinated = Cue(compiled, "<use_coordinated>", "<facility>").stands_before
        self._handed = Cue(compiled, "<use_handover>", "<facility>").stands_before
        self._last_call = Cue(compiled, "<use_last_call>", "<facility>").stands_before
        self._spoken_of = Cue(compiled, "<use_spoken_of>", "<facility>").stands_before

    def uses(
        self, line: Line, heard: Sequence[Heard], stations: Sequence[Station], role: str | None, likelier: str | None
    ) -> dict[int, str | None]:
        """First word of a call sign or station -> its use; both lists in the order in which they were said.

        ``role``: who speaks; where that is not known, ``likelier`` is who does if one had to say.
        """
        if len(heard) == 1 and role is not None:  # most lines
            at = heard[0][0]
            uses: dict[int, str | None] = {at: "mentioned" if _is_mentioned(line, at) else _OF_PARTY[role]}
        else:
            uses = self._of_callsigns(line, heard, role, likelier) if heard else {}
        if stations:
            uses |= self._of_stations(line, stations, role, uses)
        return uses

    def of_two(
        self, line: Line, heard: Sequence[Heard], stations: Sequence[Station], at: int, sides: Sequence[str]
    ) -> dict[int, str | None]:
        """As ``uses``, where one of the ``sides`` speaks before word ``at``, and the other from there on."""
        uses: dict[int, str | None] = {}
        for begin, side in zip((0, at), sides, strict=True):
            own = [h for h in heard if (h.start < at) == (begin < at)]
            own_uses: dict[int, str | None] = {
                h.start: "mentioned" if _is_mentioned(line, h.start) else _OF_PARTY[side] for h in own
            }
            near = [station for station in stations if (station.start < at) == (begin < at)]
            uses |= own_uses | self._of_stations(line, near, side, own_uses, begin)
        return uses

    def _of_callsigns(
        self, line: Line, heard: Sequence[Heard], role: str | None, likelier: str | None
    ) -> dict[int, str | None]:
        uses: dict[int, str | None] = {}
        parties = []
        for h in heard:
            if _is_mentioned(line, h.start):
                uses[h.start] = "mentioned"
            else:
                parties.append(h)
        if len(parties) > 1 and role == "controller" and self._replies(line, parties[0], parties[-1]):
            uses[parties.pop().start] = "speaker"
        if len({_who(h) for h in parties}) > 1:
            return uses | self._of_several(line, parties, role, likelier)
        for h in parties:
            uses[h.start] = self._of_one(line, h, role, likelier)
        return uses

    def _of_one(self, line: Line, h: Heard, role: str | None, likelier: str | None) -> str | None:
        """By who speaks; else by its place, as in two transmissions run together; else by who is likelier to."""
        if role is None:
            if self._this_is.search(line.classes, far(h.start), h.start) is not None:
                return "speaker"  # "this is gopher six, it looks like that aircraft crashed, sir"
            first = self._first(line, h)
            role = likelier if first == self._last(line, h) else "controller" if first else "pilot"
        return _OF_PARTY.get(role)

    def _replies(self, line: Line, called: Heard, last: Heard) -> bool:
        """ "lot five two, contact tower, good bye | on tower, good bye, lot five two": its answer was run together."""
        if last.start == called.end or not is_alike(called, last):
            return False
        return self._first(line, called) and self._last(line, last)

    def _of_several(
        self, line: Line, parties: list[Heard], role: str | None, likelier: str | None
    ) -> dict[int, str | None]:
        """Several aircraft in one line: a pilot is one of them; a controller may speak to each in turn."""
        if self._calls(line, *parties[:2]):
            return {h.start: "addressee" if is_alike(parties[0], h) else "speaker" for h in parties}
        if role != "pilot":
            return {h.start: self._of_one(line, h, role, likelier) for h in parties} | self._spoken_about(line, parties)
        named = [h for h in parties if h.kind != "partial"] or parties
        own = next((h for h in named if self._last(line, h)), named[0])
        adjacent = {h.end: h for h in parties}.get(own.start)
        own = adjacent or own
        same = {h.start for h in parties if _who(h) == _who(own) or _shortened(own, h) or self._again(line, own, h)}
        return {h.start: "speaker" if h.start in same else self._beside(own, h) for h in parties}

    def _calls(self, line: Line, called: Heard, caller: Heard) -> bool:
        """ "rocky two seven, this is ghost six"; "widow six five flight, ugly five one, ready for nine line": among
        squadrons the one called comes first, and so it does before "center wants you" and the like."""
        if is_alike(called, caller) or not self._first(line, called):
            return False
        named = self._names_self(line.classes, called.end)
        if named is not None and named.end() == caller.start:
            return True
        modifiers = self._modifiers(line.classes, called.end)
        beside = caller.start == (modifiers.end() if modifiers is not None else called.end)
        squadrons = _of_forces(called) and _of_forces(caller) and _TACTICAL in (called.kind, caller.kind)
        return beside and (squadrons or self._calls_behind(line.classes, line.name_end(caller.start)) is not None)

    def _spoken_about(self, line: Line, parties: list[Heard]) -> dict[int, str | None]:
        """Whoever is named behind the aircraft that a line begins with, and is told nothing."""
        own, *others = parties
        if not self._first(line, own):
            return {}
        told = {_who(h) for h in others if self._is_told(line, h)}
        return {h.start: "mentioned" for h in others if not is_alike(own, h) and _who(h) not in told}

    def _is_told(self, line: Line, h: Heard) -> bool:
        """Behind a break or at the end the next transmission begins, or the answer ends."""
        start, end = line.span(h.start, h.end)
        if line.text.startswith(_POSSESSIVE, end):
            return False  # "did you copy ryanair one one's position"
        if _FULL_STOP in (line.text[line.ends[h.start - 1] : start] + line.text[end : end + 1]) or self._last(line, h):
            return True
        return bool(self._breaks.search(line.classes, far(h.start), h.start) or self._ordered(line.classes, h.end))

    def _again(self, line: Line, own: Heard, other: Heard) -> bool:
        """ "united four fifty uh | united four fifty six with you": at the beginning of a call, one's name anew."""
        first, then = sorted((own, other), key=_start)
        if first.telephony != then.telephony or any(line.words[first.end : then.start]) or not self._first(line, first):
            return False
        begun = first.kind == then.kind and (then.ident or "").startswith(first.ident or " ")
        return (begun or is_confused(first, then)) and not self._last(line, then)

    def _beside(self, own: Heard, other: Heard) -> str:
        """A second call sign right behind the speaker's begins the next transmission, run into this one."""
        return "addressee" if other.start == own.end else "mentioned"

    def _first(self, line: Line, named: Heard | Station, begin: int = 0) -> bool:
        opening = self._begins(line.classes, begin)
        return opening is not None and opening.end() >= named.start

    def _last(self, line: Line, named: Heard | Station) -> bool:
        closing = self._ends(line.classes, named.end)
        return closing is not None and closing.end() == len(line.classes)

    def _of_stations(
        self, line: Line, stations: Sequence[Station], role: str | None, uses: dict[int, str | None], begin: int = 0
    ) -> dict[int, str | None]:
        """``begin``: the word at which who speaks began."""
        classes = line.classes
        found: dict[int, str | None] = {}
        for station in stations:
            at = station.start
            if self._coordinated(classes, at) or self._told(classes, station.end):
                found[at] = "mentioned"
            elif self._last_call(classes, at):
                found[at] = "called"
            elif self._handed(classes, at) or self._frequency(classes, at):
                found[at] = "handover"
            elif self._spoken_of(classes, at):
                found[at] = "mentioned"
            elif (role != "pilot" or not self._first(line, station, begin)) and self._answers(line, station):
                found[at] = "calling"
            else:
                found[at] = self._of_station(line, station, role, uses, begin)
        return found

    def _answers(self, line: Line, station: Station) -> bool:
        """ "... KLM one two Praha hello radar contact": right behind the call sign that it answers."""
        if self._answered(line.classes, station.end) is None:
            return False
        return heard_before(line, station.start) is not None

    def _turns_to(self, line: Line, station: Station) -> bool:
        """ "... stand by. Break, EVA 198, approach": at the end, behind another aircraft than was spoken to before."""
        called = heard_before(line, station.start)
        if called is None or not called.start or not self._last(line, station):
            return False
        between = line.text[line.ends[called.start - 1] : line.starts[called.start]]
        return _FULL_STOP in between or bool(self._breaks.search(line.classes, far(called.start), called.start))

    def _of_station(
        self, line: Line, station: Station, role: str | None, uses: dict[int, str | None], begin: int
    ) -> str | None:
        if not self._first(line, station, begin):
            calls = self._last(line, station) or (
                station.start - begin <= _CUT_IN and self._own(line.classes, station.end)
            )
            if role == "pilot":
                return "called" if calls else "mentioned"
            return "calling" if self._turns_to(line, station) else "mentioned"
        if role is not None:
            return "called" if role == "pilot" else "calling"
        before = any(start < station.start for start, use in uses.items() if use != "mentioned")
        return "calling" if before else "called"
