"""A transmission and its answer that were written in one line: who speaks first, and where the other one begins.

>>> # (callsign) climb (altitude) climbing (altitude) (callsign)          -> controller, then pilot: values are repeated
>>> # (facility) (callsign) established (callsign) (facility) continue    -> pilot, then controller: it is called back
>>> # established (callsign) (facility) continue            -> pilot, then controller: a station calls him
>>> # request (altitude) roger climb (altitude)                           -> pilot, then controller: it is granted
>>> # line up (runway) lining up (runway)                           -> controller, then pilot: what is ordered is done
>>> # contact (frequency) good bye (frequency)                      -> controller, then pilot: nobody parts twice
>>> # reducing (speed) (callsign) (callsign) turn left                    -> pilot, then controller: to somebody else

Whoever wants two records asks to ``split``; in one record nobody is said to speak, but each is used as in his own turn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.line import Line
from callsigns.messages.said import Said
from callsigns.recognize.heard import Heard
from callsigns.recognize.use import is_alike, is_confused, parties
from callsigns.recognize.value import Quantity

__all__ = ["Answer", "AnswerFinder"]

_act: Final = itemgetter(3)
_REQUEST: Final = "request"
_REPORT: Final = "report"
_READBACK: Final = "readback"
_FAREWELL: Final = "farewell"
_REPETITION: Final = "repetition"
_CLOSING: Final = (_FAREWELL, "courtesy", "greeting")
_AGREED: Final = ("acknowledgement", "affirmation")
_ORDERS: Final = ("instruction", "clearance")
_TOLD: Final = (*_ORDERS, _READBACK)
_READ_BACK: Final = ("controller", "pilot")
_CALLED_BACK: Final = ("pilot", "controller")


class Answer(NamedTuple):
    """The word at which the answer begins, and who speaks before it and from there on."""

    at: int
    sides: tuple[str, str]

    def parted(self, said: Sequence[Said]) -> list[Said]:
        """The messages, with one that goes on in the answer as two, where both have a value: "contact (facility)
        (frequency) | (frequency)", "(runway) cleared to land | (runway) cleared to land"."""
        out: list[Said] = []
        anew = None
        for one in said:
            before, behind = (tuple(v for v in one.values if (v.start < self.at) is first) for first in (True, False))
            if before and behind:
                when = [tuple(c for c in one.conditions if (c.start < self.at) is first) for first in (True, False)]
                anew = one._replace(start=self.at, values=behind, conditions=when[1])
                out += (one._replace(end=self.at, values=before, conditions=when[0]), anew)
            elif anew is not None and not one.values and (one.start, one.topic) == (anew.end, anew.topic):
                out[-1] = anew._replace(end=one.end)
            else:
                out.append(one)
                anew = None
        return out

    def read_back(self, told: Sequence[Said], answered: Sequence[Said]) -> list[Said]:
        """The messages of the answer: what is ordered and then told as being done is read back, even where the call
        sign stands first, as in reports."""
        if self.sides != _READ_BACK:
            return [*answered]
        ordered = {(m.topic, _values(m)) for m in told if m.values}
        return [
            m.performing(_READBACK) if m.act == _REPORT and (m.topic, _values(m)) in ordered else m for m in answered
        ]


def _values(message: Said) -> tuple[tuple[str, object], ...]:
    return tuple([(value.quantity, value.value) for value in message.values])


def _of_same(one: Said, other: Said) -> bool:
    """Whether both say the same values, and any."""
    return one.values != () and _values(one) == _values(other)


class AnswerFinder:
    """Finds the answer for one grammar."""

    _opens = matching("<answer_open>")
    _closes = matching("<use_close>")
    _thanks = matching("<courtesy>{0,2}")
    _orders = matching("<answer_order>")
    _calls_back = matching("<answer_back>")
    _station = matching("<answer_station>")
    _echoes = matching("<answer_echo>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        entity = compiled.lexicon.entity
        self._callsign, self._facility = entity["callsign"], entity["facility"]
        listed = compiled.lexicon.listed
        self._doing, self._ordering = listed("doing"), listed("order", "directive")
        self._break = listed("break")
        self._answering = listed("doing", "agreed", "assent")

    def find(self, line: Line, said: Sequence[Said]) -> Answer | None:
        """The answer, where the line holds one: a wish is granted, an order is done, a station calls, or two call
        signs are named."""
        if _REQUEST in map(_act, said):
            for asked, agreed in pairwise(said):
                if self._grants(line, asked, agreed):
                    return Answer(agreed.start, _CALLED_BACK)
        for ordered, done in pairwise(said) if len(said) > 1 else ():
            if done.start == ordered.end and self._is_done(line, ordered, done):
                return Answer(done.start, _READ_BACK)
        return self._of_named(line, said) or self._behind_farewell(line, said)

    def _of_named(self, line: Line, said: Sequence[Said]) -> Answer | None:
        """The answer of those who are named: one whom a station calls back, or two."""
        named = line.classes.count(self._callsign)
        if named < 2 and not (named and self._facility in line.classes):
            return None
        heard = [h for h in parties(line)[0] if h.start not in line.mentioned and line.chars[h.start] == self._callsign]
        if len(heard) == 1 and self._is_answered(line, said, heard[0]):
            return Answer(heard[0].start, _CALLED_BACK)
        if len(heard) < 2:
            return None
        if not self._is_told(line, heard[0]):
            return next((Answer(b.start, _CALLED_BACK) for a, b in pairwise(heard) if self._answers(line, a, b)), None)
        begin = self._read_back(line, said, heard[0], heard[-1])
        return None if begin is None else Answer(begin, _READ_BACK)

    def _grants(self, line: Line, asked: Said, agreed: Said) -> bool:
        """ "request flight level three one zero | roger climb flight level three one zero"."""
        if asked.act != _REQUEST or agreed.act not in _AGREED:
            return False
        return self._orders(line.classes, agreed.start) is not None

    def _is_done(self, line: Line, ordered: Said, done: Said) -> bool:
        """ "line up three one | lining up three one": right behind the order, with its values."""
        if done.act != _READBACK and line.chars[done.start] not in self._doing:
            return False
        if line.chars[ordered.start] not in self._ordering or ordered.topic != done.topic:
            return False
        return _of_same(ordered, done)

    def _behind_farewell(self, line: Line, said: Sequence[Said]) -> Answer | None:
        """ "radar one one nine zero good bye | one one nine zero": nobody says it once more behind his own good bye."""
        if len(said) < 3:
            return None
        for ordered, bye, again in zip(said, said[1:], said[2:], strict=False):
            told_anew = ordered.topic != again.topic or line.chars[again.start] in self._ordering
            if bye.act == _FAREWELL and not told_anew and _of_same(ordered, again):
                return Answer(again.start, _READ_BACK)
        return None

    def _is_answered(self, line: Line, said: Sequence[Said], only: Heard) -> bool:
        """ "established, | csa four nine three, tower, continue": what is done, then a station calls the aircraft."""
        if self._station(line.classes, only.end) is None:
            return False
        return any(what.end <= only.start and line.chars[what.start] in self._doing for what in said)

    def _is_told(self, line: Line, first: Heard) -> bool:
        """The line begins with the aircraft, and with what it is to do."""
        return self._begins_with(line, first) and self._orders(line.classes, first.end) is not None

    def _begins_with(self, line: Line, first: Heard) -> bool:
        """Nothing is said before it, and no station called."""
        opening = self._opens(line.classes, 0)
        return opening is not None and opening.end() >= first.start

    def _read_back(self, line: Line, said: Sequence[Said], first: Heard, last: Heard) -> int | None:
        """Where the aircraft that is told something reads it back: it ends with its name, or begins with it."""
        alike = is_alike(first, last)
        if last.start == first.end or not (alike or is_confused(first, last)):
            return None
        if alike and line.chars[last.start - 1] not in self._break and self._is_echoed(said, first, last):
            return last.start
        begin = self._repeated(line, said, first)
        if begin is None and not alike:
            return None
        if line.classes[last.end : last.end + 1] in self._doing:  # "finnair six climb ... finnair six climbing ..."
            return last.start if begin is None else min(begin, last.start)
        if begin is not None and self._ends(line, self._echoes(line.classes, last.end)):
            return min(begin, last.start)  # "swiss six contact ground ... good bye swiss six one two one nine bye"
        return begin if self._ends(line, self._closes(line.classes, last.end)) else None

    def _is_echoed(self, said: Sequence[Said], first: Heard, last: Heard) -> bool:
        """ "csa six squawk two one four one | csa six squawk two one four one": behind the name nothing is said that
        was not said before, and nobody says that he says it again."""
        told = [m for m in said if first.end <= m.start < last.start]
        if any(m.act == _REPETITION for m in told):
            return False
        again = [m for m in said if m.start >= last.end and m.act not in _CLOSING]
        known = {value for m in told for value in _values(m)}
        topics = {m.topic for m in told}
        return again != [] and all(m.act in _TOLD and m.topic in topics and known.issuperset(_values(m)) for m in again)

    def _ends(self, line: Line, closing: re.Match[str] | None) -> bool:
        """Whether the line ends with what was found."""
        return closing is not None and closing.end() == len(line.classes)

    def _repeated(self, line: Line, said: Sequence[Said], first: Heard) -> int | None:
        """Where what was said is said again, or where it is told what is being done."""
        known: set[object] = set()
        kinds: set[str] = set()
        ends = [first.end]
        for at, what in sorted(line.found.items()):
            if isinstance(what, Quantity):
                if (what.quantity, what.value) in known:
                    return next((m.start for m in said if ends[-1] <= m.start <= at < m.end), at)
                doing = self._first(line, ends[-1], at, self._doing) if what.quantity in kinds else None
                if doing is not None:  # "climb flight level nine zero climbing flight level eight zero"
                    return doing
                known.add((what.quantity, what.value))
                kinds.add(what.quantity)
                ends.append(what.end)
        known = {m.entry for m in said if m.start < ends[-1]}
        again = next((m.start for m in said if m.start >= ends[-1] and m.entry in known and m.act in _ORDERS), None)
        return self._first(line, ends[-1], len(line.classes), self._answering) if again is None else again

    def _first(self, line: Line, start: int, end: int, wanted: Collection[str]) -> int | None:
        """The first word from ``start`` that is one of the classes ``wanted``."""
        return next((at for at in range(start, end) if line.chars[at] in wanted), None)

    def _answers(self, line: Line, one: Heard, other: Heard) -> bool:
        """Who has called is answered by his call sign, or another is told something right behind it."""
        if is_alike(one, other):
            return self._said(line, one, other) and self._calls_back(line.classes, other.end) is not None
        between = self._thanks(line.classes, one.end)
        follows = between is not None and between.end() == other.start
        return one.start > 0 and follows and self._orders(line.classes, other.end) is not None

    def _said(self, line: Line, one: Heard, other: Heard) -> bool:
        """He has called a station, or tells what he does, before he is called back."""
        return not self._begins_with(line, one) or line.chars[one.end] in self._doing
