"""Whether a word that no table lists, and the number behind it, are the name of an aircraft.

>>> # "Wingfoot Two, cleared to land"                -> yes: first of all, and ordered
>>> # "holan one six zero wizz six three one one"    -> no: a point and a level, read back
>>> # "austrian seven vozice one november passing"   -> no: a procedure behind a call sign
>>> # "wicken four seven flight level two one zero marlow five seven"  -> no: a point and when it was passed

Source: FAA JO 7110.65 2-4-20 a.8 (a pronounceable word and one to four digits); ICAO Doc 4444 4.11.1.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import is_place
from callsigns.line import Line
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.heard import heard_before
from callsigns.recognize.position import Positions

__all__ = ["OF_PROCEDURE", "UnlistedNames"]

OF_PROCEDURE: Final = searchable(r"\d[A-Z]")  # departures and arrivals are named so
_LEVEL: Final = searchable(r"[1-4]\d0|[5-9]0")
_HEADING: Final = searchable(r"[0-3]\d[05]")
_BEHIND: Final = 8  # words between a value and the call sign of who reads it back


class UnlistedNames:
    """Judges such words by what stands around them, for one grammar."""

    _order = matching("<order_behind>")
    _passed_at_level, _passed_before = matching("<passed_at_level>"), matching("<passed_before>")
    _next = ending("<passed_with_next>")
    _asks_route = ending("<asks_route>")
    _route_reader, _mark_last = matching("<route_reader>"), matching("<mark_named_last>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        listed = compiled.lexicon.listed
        self._digit, self._and = listed("digit"), listed("and")
        self._group = listed("teen", "tens", "figure2", "figure3", "figure4", "figure5")
        self._slot = listed("number_slot", "point_slot") - listed("thousand")
        self._telephony = listed("telephony")
        self._flown = self._telephony - listed("letter")
        self._between = self._group | self._digit | self._and | listed("side_of_runway", "thousand")
        self._party = listed("facility") | (listed("tactical") - listed("ordinary"))
        entity = compiled.lexicon.entity
        self._callsign, self._station, self._end = entity["callsign"], entity["facility"], entity["end"]

    def is_name(self, line: Line, start: int, identity: Identity, begins: bool) -> bool:
        """A word that no table lists: long enough to be a name, no place, nothing before it that asks for a number."""
        word = line.words[start]
        if len(identity.text) > 3 and heard_before(line, start) is not None:
            return False  # "REACH 871, PPR 4412, ..."
        short = len(identity.text) < 2 and not self.beside_party(line, start, identity)
        short = short and not self._ordered_alone(line, start, identity)
        if short or identity.text.endswith("000") or line.names_point(start):
            return False
        if len(word) < 3:  # "sa nine three zero line up": the end of a name
            return not start and len(identity.text) > 2 and self._order(line.classes, identity.end) is not None
        if self._is_level(line, start, identity):
            return False
        if self._is_place(line, start, identity, begins) or self._is_procedure(line, start, identity, begins):
            return False
        if self._is_passed(line, start):
            return False
        return begins or (len(word) > 3 + identity.text[-1].isalpha() and not self.is_asked(line, start))

    def _ordered_alone(self, line: Line, start: int, identity: Identity) -> bool:
        """ "Wingfoot Two, cleared to land": the first words, with a capital, and an order behind the comma."""
        first = not start and identity.end in line.commas and line.said(0, 1).istitle()
        return first and self._order(line.classes, identity.end) is not None

    def _is_level(self, line: Line, start: int, identity: Identity) -> bool:
        """ "holan one six zero | wizz six three one one": a point and a level, read back; "macey one eight five | two
        six left kiwi two fifty one": or a heading."""
        digits = self._digit.issuperset(line.chars[start + 1 : identity.end])
        levelled = digits and _LEVEL.fullmatch(identity.text) is not None
        if levelled and (
            line.classes[identity.end : identity.end + 1] in self._flown or self._marked(line, identity.end)
        ):
            return True
        return _HEADING.fullmatch(identity.text) is not None and self._read_back(line, identity.end)

    def _read_back(self, line: Line, end: int) -> bool:
        """Behind it stand numbers and sides, then a telephony and a number or a mark, and nothing else."""
        at = end
        while line.classes[at : at + 1] in self._between and at < end + _BEHIND:
            at += 1
        if self._marked(line, at):
            return True
        if line.classes[at : at + 1] not in self._telephony:
            return False
        caller = self.number(line, line.name_end(at))
        return caller is not None and self._positions.ends(line, caller.end)

    def _marked(self, line: Line, at: int) -> bool:
        """ "gardner two ten | citation eight eight juliett mike": a mark, the last words."""
        return self._mark_last(line.classes + self._end, at) is not None

    def _is_procedure(self, line: Line, start: int, identity: Identity, begins: bool) -> bool:
        """ "austrian seven zero four | vozice one november passing ...": a departure or arrival behind a call sign."""
        if not OF_PROCEDURE.fullmatch(identity.text):
            return False
        if self._asks_route.search(line.classes, max(0, start - 2), start) is not None:
            return True  # "cleared tusin three november"
        if begins and self._route_reader(line.classes + self._end, identity.end) is not None:
            return True  # "vozice one november six echo juliett"
        named = not begins and self._callsign in line.classes
        return named or heard_before(line, start) is not None

    def _is_passed(self, line: Line, start: int) -> bool:
        """ "fastair three four five | wicken four seven | flight level ... | marlow five seven": a point, when it was
        passed, and the next one."""
        if self._passed_before(line.classes, start) is not None:
            return True
        if self._next.search(line.classes, far(start), start) is not None:
            return True
        return self._passed_at_level(line.classes, start) is not None and heard_before(line, start) is not None

    def _is_place(self, line: Line, start: int, identity: Identity, begins: bool) -> bool:
        """The name of a place, with no station before it that it calls and no order behind it; three figures in group
        form behind one, at the beginning or the end, are a call sign all the same ("nantucket two forty")."""
        if not is_place(line.words[start]) or self.first_station(line) < start:
            return False
        if len(identity.text) < 3:
            return True
        grouped = not self._group.isdisjoint(line.chars[start + 1 : identity.end])
        placed = begins or self._positions.ends(line, identity.end)
        return not (grouped and placed) and self._order(line.classes, identity.end) is None

    def is_asked(self, line: Line, start: int) -> bool:
        """A word that wants a number of its own stands before; "bronco 71 and mustang 99" are two call signs."""
        before = line.before(start)
        if before in self._and and heard_before(line, start - 1) is not None:
            return False
        answered = self._positions.answered(line, start) or self._positions.behind_runway(line, start)
        return before in self._slot and not answered

    def first_station(self, line: Line) -> int:
        """The word of the first station; all have been claimed before call signs are looked for."""
        if line.first_station is None:
            at = line.classes.find(self._station)
            line.first_station = at if at >= 0 else len(line.classes)
        return line.first_station

    def beside_party(self, line: Line, start: int, identity: Identity) -> bool:
        """ "Jager 2, Dutch mil", "Dutch mil, good day, Jager 2, ...", "Bloodhound 6, Dustoff 73, ...": next to a
        station or another aircraft, and parted off by commas."""
        if identity.end not in line.commas or not self._positions.begins(line, start):
            return False
        called = start in line.commas and (self.first_station(line) < start or heard_before(line, start) is not None)
        return called or line.classes[identity.end : identity.end + 1] in self._party

    def number(self, line: Line, at: int) -> Identity | None:
        if at in line.commas:
            return None
        identity = self._identities.read(line, at)
        return identity if identity is not None and identity.text[:1].isdigit() else None
